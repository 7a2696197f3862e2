"""Two terms that are one norm in two states, and how a change of theirs is said."""

from plantrack.differences.result import Change
from plantrack.differences.term_senses import Sense, verbatim
from plantrack.value import value

SAME_WORDS = 0.45
"""From here on two terms stand in the same words but for what changed."""
SOME_WORDS = 0.2
Result = tuple[Change, str | None]
"""A change, and the side that does not report the part where it is no change but a gap."""


@value
class Pair:
    """Two terms that are one norm in two states."""

    old: Sense
    new: Sense
    old_meaning: frozenset[str]
    """All that the old side speaks of, other terms included."""
    new_meaning: frozenset[str]
    old_complete: bool
    new_complete: bool
    strict: bool
    """Curated terms: what differs was entered as different."""

    @property
    def alike(self) -> float:
        """How far both stand in the same words."""
        return verbatim(self.old, self.new)

    def change(self, kind: str, part: str, before: object, after: object, effect: str) -> Change:
        """A change of this pair."""
        return Change(
            kind=kind,
            old_ids=(self.old.owned.owner,),
            new_ids=(self.new.owned.owner,),
            term=(self.old.owned.key, self.new.owned.key),
            part=part,
            before=before,
            after=after,
            effect=effect,
        )

    def one_sided(self, change: Change, *, only: str) -> Result:
        """What only one side has: a change if the other was seen whole."""
        complete = self.new_complete if only == "old" else self.old_complete
        return change, None if complete else ("new" if only == "old" else "old")
