"""Help for the rules that silence: one side of a hunk beside the other, and what a rule silences on it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from plantrack.differences.alignment import Pair
from plantrack.differences.hunks import Aligned, Hunk, Silence
from plantrack.differences.views import View


class Side(NamedTuple):
    """One side of a hunk, or of a run of words that moved."""

    view: View
    other: View
    places: Sequence[int]
    """Its items in the hunk or the run."""
    theirs: Sequence[int]
    """Those of the other side."""
    known: Mapping[int, int]
    """The counterparts of its items, moved ones among them."""
    back: Mapping[int, int]
    """Those of the other side's items."""
    is_old: bool

    def has_none(self, theirs: Iterable[int]) -> bool:
        """Whether it has no counterpart of some items of the other side."""
        return not any(place in self.back for place in theirs)

    def silence(self, rule: str, mine: Iterable[int], theirs: Iterable[int] = ()) -> Silence:
        """A silence of items of this side, and of the other."""
        old, new = (mine, theirs) if self.is_old else (theirs, mine)
        return Silence(rule, tuple(old), tuple(new))


def sides_of(aligned: Aligned, hunk: Hunk) -> tuple[Side, Side]:
    """The old side, and the new one."""
    to_new, to_old = aligned.old_to_new, aligned.new_to_old
    return (
        Side(aligned.old, aligned.new, hunk.old, hunk.new, to_new, to_old, is_old=True),
        Side(aligned.new, aligned.old, hunk.new, hunk.old, to_old, to_new, is_old=False),
    )


def sides_of_run(aligned: Aligned, run: Sequence[Pair]) -> tuple[Side, Side]:
    """The old side of words that moved, and the new one."""
    return sides_of(aligned, Hunk(tuple(pair.old for pair in run), tuple(pair.new for pair in run), None, None))


def one_by_one(aligned: Aligned, hunk: Hunk, rule: str, test: Callable[[Side, int], bool]) -> Silence | None:
    """The first item of a hunk that passes a test by itself."""
    return next(
        (
            side.silence(rule, (place,))
            for side in sides_of(aligned, hunk)
            for place in side.places
            if test(side, place)
        ),
        None,
    )


def all_open(aligned: Aligned, *, old: bool) -> list[int]:
    """The items of a side that have no counterpart."""
    view, known = (aligned.old, aligned.old_to_new) if old else (aligned.new, aligned.new_to_old)
    return [place for place in range(len(view.items)) if place not in known]
