"""Which members of a sequence left their places, and how far a number shifted."""

from bisect import bisect_left
from collections.abc import Sequence


def moved(permutation: Sequence[int]) -> set[int]:
    """Places whose members are out of step with the rest: the fewest whose absence leaves all others in order.

    Where several answers are equally short, one is chosen so that the inverse permutation gives the same members; where
    that cannot be (two that traded places), only members that both directions single out.

    >>> moved([1, 2, 0])
    {2}
    """
    inverse = [0] * len(permutation)
    for place, rank in enumerate(permutation):
        inverse[rank] = place
    forth = _out_of_step(permutation)
    back = {inverse[place] for place in _out_of_step(inverse)}
    if forth == back:
        return forth
    if list(permutation) == inverse:
        return forth & back
    return forth if list(permutation) < inverse else back


def traded(permutation: Sequence[int]) -> set[int]:
    """Places whose members took each other's place.

    >>> sorted(traded([0, 2, 1]))
    [1, 2]
    """
    return {place for place, rank in enumerate(permutation) if rank != place and permutation[rank] == place}


def _out_of_step(permutation: Sequence[int]) -> set[int]:
    """All places but those of a longest increasing subsequence (patience sorting)."""
    tops: list[int] = []
    places: list[int] = []
    previous: list[int] = []
    for place, rank in enumerate(permutation):
        pile = bisect_left(tops, rank)
        previous.append(places[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(rank)
            places.append(place)
        else:
            tops[pile], places[pile] = rank, place
    kept: set[int] = set()
    place = places[-1] if places else -1
    while place >= 0:
        kept.add(place)
        place = previous[place]
    return set(range(len(permutation))) - kept


def offset(old: Sequence[str | None], new: Sequence[str | None]) -> int | None:
    """How far the last number of a group shifted; None where that cannot be told.

    >>> offset(["8", "9"], ["9"]), offset(["4.b"], ["4.c"])
    (0, 1)
    """
    one, other = _highest(old), _highest(new)
    return None if one is None or other is None else other - one


def _highest(numbers: Sequence[str | None]) -> int | None:
    values = []
    for number in numbers:
        last = (number or "").rpartition(".")[2]
        if last.isdecimal():
            values.append(int(last))
        elif len(last) == 1 and "a" <= last <= "z":
            values.append(ord(last) - ord("a") + 1)
    return max(values, default=None)
