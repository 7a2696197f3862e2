"""Help for the rules that silence: what stands open on the sides of a hunk, and a silence of one word of it."""

from collections.abc import Callable, Iterator, Sequence

from plantrack.differences.hunks import Aligned, Hunk, Silence
from plantrack.differences.views import View


def one_by_one(aligned: Aligned, hunk: Hunk, rule: str, test: Callable[[View, int], bool]) -> Silence | None:
    """The first item of a hunk that passes a test by itself."""
    for place in hunk.old:
        if test(aligned.old, place):
            return Silence(rule, (place,), ())
    for place in hunk.new:
        if test(aligned.new, place):
            return Silence(rule, (), (place,))
    return None


def all_open(aligned: Aligned, *, old: bool) -> list[int]:
    """The items of a side that have no counterpart."""
    view, known = (aligned.old, aligned.old_to_new) if old else (aligned.new, aligned.new_to_old)
    return [place for place in range(len(view.items)) if place not in known]


def both_sides(aligned: Aligned, hunk: Hunk) -> Iterator[tuple[View, View, Sequence[int], bool]]:
    """Each side with the other one, its places in the hunk, and whether it is the old one."""
    yield aligned.old, aligned.new, hunk.old, True
    yield aligned.new, aligned.old, hunk.new, False


def of_side(rule: str, place: int, *, old: bool) -> Silence:
    """A silence of one word on one side."""
    return Silence(rule, (place,), ()) if old else Silence(rule, (), (place,))
