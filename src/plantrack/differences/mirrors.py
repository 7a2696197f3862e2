"""The same difference seen from the other side."""

from collections.abc import Mapping

from plantrack.differences.changes import KINDS, MIRROR_EFFECT
from plantrack.differences.result import Change, Words
from plantrack.value import evolve


def mirror_change(change: Change) -> Change:
    """A change with old and new in each other's place.

    The relative delta is left out where it cannot be told from the absolute one.
    """
    return evolve(
        change,
        kind=KINDS[change.kind].mirror,
        old_ids=change.new_ids, new_ids=change.old_ids,
        old=change.new, new=change.old,
        before=change.after, after=change.before,
        delta=_mirror_delta(change.delta),
        effect=None if change.effect is None else MIRROR_EFFECT[change.effect],
        words=None if change.words is None else Words(old=change.words.new, new=change.words.old),
    )  # fmt: skip


def _mirror_delta(delta: Mapping[str, float] | None) -> Mapping[str, float] | None:
    if delta is None:
        return None
    found = {"absolute": -delta["absolute"]} if "absolute" in delta else {}
    if "relative" in delta and delta["relative"] != -1:
        found["relative"] = -delta["relative"] / (1 + delta["relative"])
    return found
