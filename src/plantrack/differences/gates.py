"""Whether a comparison passes: on which changes it fails, and on which somebody said that it does not."""

from collections.abc import Container, Iterable, Sequence

from plantrack.differences.changes import QUIET
from plantrack.differences.result import Change, Diff
from plantrack.differences.selection import kinds_named
from plantrack.errors import UnknownNameError, nearest_name, one_of
from plantrack.model.decisions import Accepted
from plantrack.value import value

EFFECTS = ("strengthened", "weakened")
UNEXPLAINED = "unexplained"
_UNEXPLAINED = ("wording-unexplained", "outside-changed")


@value
class Gate:
    """What a comparison must not have."""

    kinds: tuple[str, ...] = ()
    """Kinds, subjects or patterns; `strengthened`, `weakened`: by what a change does; `unexplained`."""
    allowed: tuple[str, ...] | None = None
    """Points that may change, with all below them, by number or id in OLD, or in NEW where OLD has none; None where
    nothing is said."""
    loud: bool = False
    """Whether it fails on every change but numbers and words of one meaning."""


@value
class Passed:
    """What became of a comparison at a gate."""

    failing: tuple[Change, ...]
    """Changes on which it fails."""
    accepted: tuple[tuple[Change, Accepted], ...] = ()
    """Changes on which it would fail, but for somebody who knows of them."""
    expired: tuple[Accepted, ...] = ()
    """What was accepted until a day that is over."""
    idle: tuple[Accepted, ...] = ()
    """What was accepted and is not there."""


def pass_gate(diff: Diff, gate: Gate, accepted: Sequence[Accepted] = (), *, today: str) -> Passed:
    """Hold a comparison against a gate.

    Args:
        diff: The comparison.
        gate: What it must not have.
        accepted: What somebody accepted.
        today: The day, as `2026-12-31`.

    Raises:
        UnknownNameError: if a kind, or an allowed point, is not known.
    """
    if gate.allowed is not None:
        _refuse_unknown(gate.allowed, diff)
    named = _named([name for name in gate.kinds if name not in (*EFFECTS, UNEXPLAINED)])
    failing = [change for change in diff.changes if _fails(change, gate, named)]
    valid = [one for one in accepted if one.until >= today]
    known = {id(one): kinds_named([one.kind]) for one in valid}
    taken: list[tuple[Change, Accepted]] = []
    left: list[Change] = []
    for change in failing:
        hit = next((one for one in valid if change.kind in known[id(one)] and _is_at(change, one.point)), None)
        if hit is None:
            left.append(change)
        else:
            taken.append((change, hit))
    used = {id(one) for _, one in taken}
    return Passed(
        failing=tuple(left),
        accepted=tuple(taken),
        expired=tuple(one for one in accepted if one.until < today),
        idle=tuple(one for one in valid if id(one) not in used),
    )


def _fails(change: Change, gate: Gate, named: Container[str]) -> bool:
    told = change.kind not in QUIET
    if gate.allowed is not None and told and not _is_allowed(change, gate.allowed):
        return True
    unexplained = UNEXPLAINED in gate.kinds and change.kind in _UNEXPLAINED
    return (
        (gate.loud and told) or unexplained or change.kind in named or change.effect in set(gate.kinds) & set(EFFECTS)
    )


def _named(names: Sequence[str]) -> frozenset[str]:
    try:
        return kinds_named(names)
    except UnknownNameError as error:
        near = nearest_name(error.name, (*EFFECTS, UNEXPLAINED))
        if near is None:
            raise
        expected = f"a kind, its subject, or {one_of((*EFFECTS, UNEXPLAINED))}"
        raise UnknownNameError(kind="kind of change", name=error.name, near=(near,), expected=expected) from None


def _refuse_unknown(points: Iterable[str], diff: Diff) -> None:
    known = [name for point in (*diff.points_old, *diff.points_new) for name in (point.number, point.id) if name]
    for point in points:
        if point not in known and not any(name.startswith(f"{point}.") for name in known):
            near = nearest_name(point, known)
            raise UnknownNameError(kind="point", name=point, near=(near,) if near else ())


def _is_at(change: Change, point: str | None) -> bool:
    return point is None or point in (*change.old, *change.new, *change.old_ids, *change.new_ids)


def _is_allowed(change: Change, allowed: Sequence[str]) -> bool:
    """Whether a change is of these points, or of points below them, as OLD calls them, or NEW what only it has."""
    held = list(zip(change.old, change.old_ids, strict=True)) or list(zip(change.new, change.new_ids, strict=True))
    return bool(held) and all(
        any(name == point or (name or "").startswith(f"{point}.") for name in names for point in allowed)
        for names in held
    )
