"""Help for the rules that silence: one side of a hunk beside the other, and what a rule silences on it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from plantrack.differences.hunks import Aligned, Hunk, Silence
from plantrack.differences.views import View


class Side(NamedTuple):
    """One side of a hunk."""

    view: View
    other: View
    places: Sequence[int]
    """Its items in the hunk."""
    theirs: Sequence[int]
    """Those of the other side."""
    known: Mapping[int, int]
    """The counterparts of its items, moved ones among them."""
    is_old: bool

    def silence(self, rule: str, mine: Sequence[int], theirs: Sequence[int] = ()) -> Silence:
        """A silence of items of this side, and of the other."""
        old, new = (mine, theirs) if self.is_old else (theirs, mine)
        return Silence(rule, tuple(old), tuple(new))


def sides_of(aligned: Aligned, hunk: Hunk) -> Iterator[Side]:
    """The old side, then the new one."""
    yield Side(aligned.old, aligned.new, hunk.old, hunk.new, aligned.old_to_new, is_old=True)
    yield Side(aligned.new, aligned.old, hunk.new, hunk.old, aligned.new_to_old, is_old=False)


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
