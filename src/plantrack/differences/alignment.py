"""Align the items of two wordings: which say the same in order, which say the same elsewhere, and what is left over.

Items are compared by key, or by a ground that the lexicon names. What stands in the same order is paired by dynamic
programming between runs that are equal beyond doubt; runs of words that say the same elsewhere are paired after that.
Time is linear in the length of the wordings: a stretch without any certain run that is too long for the table is left
as it is, unpaired.
"""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import NamedTuple

from plantrack.facts.prose import Item

Ground = str
"""The name of the rule by which two items say the same; empty where their keys are equal."""
SameAs = Callable[[Item, Item], "Ground | None"]

_LARGEST_TABLE = 90_000
"""Cells of a table; a longer stretch without certain runs is cut at sentences of the same place."""
_BESIDE = 0.35
"""What a pair gains that follows directly on another."""
_NEAR = 2
"""Items within which another pair makes a run of light words part of what two wordings share."""
_ANCHOR = 4
"""Items in a row that stand once on each side, from which a run is certain: in wordings that are aligned as a whole."""


class Pair(NamedTuple):
    """An old and a new item that say the same."""

    old: int
    new: int
    ground: Ground


class Alignment(NamedTuple):
    """What became of the items of both sides."""

    pairs: tuple[Pair, ...]
    """In the order of both sides."""
    moved: tuple[tuple[Pair, ...], ...]
    """Runs that stand elsewhere, each in order."""
    score: float


def align(old: Sequence[Item], new: Sequence[Item], same: SameAs) -> Alignment:
    """Pair the items of two wordings.

    Args:
        old: Items of the old wording, in order.
        new: Items of the new one.
        same: Whether two items of one kind and of different keys say the same, and by which ground.
    """
    pairs: list[Pair] = []
    score = 0.0
    keys = _numbered(old, new)
    for (i, i_end), (j, j_end), equal in _stretches(*keys):
        if equal:
            pairs += [Pair(i + step, j + step, "") for step in range(i_end - i)]
            score += sum(old[place].weight + _BESIDE for place in range(i, i_end))
        else:
            found, gained = _table(_Side(old[i:i_end], keys[0][i:i_end]), _Side(new[j:j_end], keys[1][j:j_end]), same)
            pairs += [Pair(i + pair.old, j + pair.new, pair.ground) for pair in found]
            score += gained
    pairs = _without_islands(pairs, old)
    moved = _moved_runs(pairs, _Side(old, keys[0]), _Side(new, keys[1]), same)
    score += 0.8 * sum(old[pair.old].weight for run in moved for pair in run)
    return Alignment(tuple(pairs), moved, score)


def _numbered(*sides: Sequence[Item]) -> list[list[int]]:
    """The keys of items as numbers, equal ones as one: a figure is not quickly compared."""
    numbers: dict[Hashable, int] = {}
    return [[numbers.setdefault(item.key, len(numbers)) for item in items] for items in sides]


class _Side(NamedTuple):
    """Items of one wording."""

    items: Sequence[Item]
    keys: Sequence[int]

    def part(self, places: Sequence[int]) -> "_Side":
        return _Side([self.items[place] for place in places], [self.keys[place] for place in places])


def _stretches(
    old: Sequence[Hashable], new: Sequence[Hashable]
) -> "list[tuple[tuple[int, int], tuple[int, int], bool]]":
    """Both sides cut into runs that are equal beyond doubt and what lies between them."""
    found: list[tuple[tuple[int, int], tuple[int, int], bool]] = []
    i = j = 0
    for first, second, length in equal_runs(old, new):
        if first > i or second > j:
            found.append(((i, first), (j, second), False))
        found.append(((first, first + length), (second, second + length), True))
        i, j = first + length, second + length
    if i < len(old) or j < len(new):
        found.append(((i, len(old)), (j, len(new)), False))
    return found


def equal_runs(old: Sequence[Hashable], new: Sequence[Hashable], anchor: int = _ANCHOR) -> list[tuple[int, int, int]]:
    """Runs of equal keys: those at both ends, and between them those that begin with keys that stand once a side.

    Args:
        old: The keys of OLD, in order.
        new: Those of NEW.
        anchor: How many keys in a row must stand once a side.

    Returns:
        Where each begins in OLD and in NEW, and its length, in the order of both.
    """
    start = 0
    shortest = min(len(old), len(new))
    while start < shortest and old[start] == new[start]:
        start += 1
    end = 0
    while end < shortest - start and old[-1 - end] == new[-1 - end]:
        end += 1
    runs = [(0, 0, start)] if start else []
    runs += _unique_runs(old, new, (start, len(old) - end, len(new) - end), anchor)
    if end:
        runs.append((len(old) - end, len(new) - end, end))
    return runs


def _unique_runs(
    old: Sequence[Hashable], new: Sequence[Hashable], between: tuple[int, int, int], anchor: int
) -> list[tuple[int, int, int]]:
    """Runs of equal items of which the first few stand once on each side, in the order of both."""
    start, old_end, new_end = between
    old_places = _places_of_runs(old, start, old_end, anchor)
    new_places = _places_of_runs(new, start, new_end, anchor)
    shared = [
        (place, new_places[run]) for run, place in old_places.items() if place >= 0 and new_places.get(run, -1) >= 0
    ]
    runs: list[tuple[int, int, int]] = []
    i = j = start
    for first, second in in_order(shared):
        if first < i or second < j:
            continue
        length = 0
        while (
            first + length < old_end and second + length < new_end
            and old[first + length] == new[second + length]
        ):  # fmt: skip
            length += 1
        if length >= anchor:
            runs.append((first, second, length))
            i, j = first + length, second + length
    return runs


def _places_of_runs(keys: Sequence[Hashable], start: int, end: int, anchor: int) -> dict[tuple[object, ...], int]:
    """The place of each run of so many keys; -1 where it stands several times."""
    found: dict[tuple[object, ...], int] = {}
    for place in range(start, end - anchor + 1):
        run = tuple(keys[place : place + anchor])
        found[run] = -1 if run in found else place
    return found


def in_order(shared: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """A longest row of pairs that rises on both sides (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, (_, second) in enumerate(shared):
        pile = bisect_left(tops, second)
        before.append(ends[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(second)
            ends.append(place)
        else:
            tops[pile], ends[pile] = second, place
    row = []
    place = ends[-1] if ends else -1
    while place >= 0:
        row.append(shared[place])
        place = before[place]
    return row[::-1]


def _table(mine: _Side, theirs: _Side, same: SameAs) -> tuple[list[Pair], float]:
    """The pairs of two stretches that weigh most, in order."""
    old, new = mine.items, theirs.items
    if not old or not new:
        return [], 0.0
    if len(old) * len(new) > _LARGEST_TABLE:
        return _halved(mine, theirs, same)
    alike = _alike(mine, theirs, same)
    width = len(new) + 1
    above = [0.0] * width
    steps = bytearray((len(old) + 1) * width)  # 0 up, 1 left, 2 pair
    for i, one in enumerate(old):
        row = [0.0]
        left = 0.0
        base = (i + 1) * width
        fits = alike[i]
        for j in range(1, width):
            best, step = above[j], 0
            if left > best:
                best, step = left, 1
            if j - 1 in fits:
                gained = above[j - 1] + _gain(one, new[j - 1], fits[j - 1])
                if i and j > 1 and steps[base - width + j - 1] == 2:
                    gained += _BESIDE
                if gained > best:
                    best, step = gained, 2
            row.append(best)
            left = best
            if step:
                steps[base + j] = step
        above = row
    return _way_back(steps, alike, width), above[-1]


def _alike(mine: _Side, theirs: _Side, same: SameAs) -> list[dict[int, Ground]]:
    """For each old item the places of the new ones that say the same, with the ground; each two words asked once."""
    equal: dict[int, list[int]] = {}
    printed: dict[str, dict[tuple[int, str], list[int]]] = {}
    for j, (other, key) in enumerate(zip(theirs.items, theirs.keys, strict=True)):
        equal.setdefault(key, []).append(j)
        printed.setdefault(other.kind, {}).setdefault((key, other.low), []).append(j)
    known: dict[tuple[int, str], dict[int, Ground]] = {}
    found = []
    for one, key in zip(mine.items, mine.keys, strict=True):
        fits = known.get((key, one.low))
        if fits is None:
            fits = known[key, one.low] = dict.fromkeys(equal.get(key, ()), "")
            for (other_key, _), places in printed.get(one.kind, {}).items():
                ground = same(one, theirs.items[places[0]]) if key != other_key else None
                if ground is not None:
                    fits.update(dict.fromkeys(places, ground))
        found.append(fits)
    return found


def _gain(one: Item, other: Item, ground: Ground) -> float:
    return 0.85 * min(one.weight, other.weight) if ground else one.weight


def _way_back(steps: bytearray, alike: Sequence[Mapping[int, Ground]], width: int) -> list[Pair]:
    """The pairs of the way through a table that weighs most."""
    pairs: list[Pair] = []
    i, j = len(alike), width - 1
    while i and j:
        step = steps[i * width + j]
        if step == 2:
            i, j = i - 1, j - 1
            pairs.append(Pair(i, j, alike[i][j]))
        elif step == 1:
            j -= 1
        else:
            i -= 1
    return pairs[::-1]


def _halved(mine: _Side, theirs: _Side, same: SameAs) -> tuple[list[Pair], float]:
    """Two long stretches, cut in pieces of the same share of each: what moved farther is left unpaired."""
    old, new = mine.items, theirs.items
    pieces = 1 + len(old) * len(new) // _LARGEST_TABLE
    pieces = min(max(pieces, 2), len(old), len(new))
    pairs: list[Pair] = []
    score = 0.0
    for piece in range(pieces):
        i, i_end = piece * len(old) // pieces, (piece + 1) * len(old) // pieces
        j, j_end = piece * len(new) // pieces, (piece + 1) * len(new) // pieces
        if (i_end - i) * (j_end - j) > _LARGEST_TABLE:
            continue
        found, gained = _table(mine.part(range(i, i_end)), theirs.part(range(j, j_end)), same)
        pairs += [Pair(i + pair.old, j + pair.new, pair.ground) for pair in found]
        score += gained
    return pairs, score


def _without_islands(pairs: list[Pair], old: Sequence[Item]) -> list[Pair]:
    """The pairs without light words that stand alone among words that differ: *of* is not what two phrases share."""
    kept: list[Pair] = []
    place = 0
    while place < len(pairs):
        end = place + 1
        while end < len(pairs) and (
            pairs[end].old == pairs[end - 1].old + 1 and pairs[end].new == pairs[end - 1].new + 1
        ):
            end += 1
        run = pairs[place:end]
        if any(old[pair.old].heavy for pair in run) or not _stands_alone(
            run, kept[-1] if kept else None, pairs[end] if end < len(pairs) else None
        ):
            kept += run
        place = end
    return kept


def _stands_alone(run: Sequence[Pair], before: Pair | None, after: Pair | None) -> bool:
    """Whether no pair is near a run of light words on both sides of both texts."""
    return not any(
        other is not None and abs(other.old - end.old) <= _NEAR and abs(other.new - end.new) <= _NEAR
        for other, end in ((before, run[0]), (after, run[-1]))
    )


def _moved_runs(pairs: Sequence[Pair], mine: _Side, theirs: _Side, same: SameAs) -> tuple[tuple[Pair, ...], ...]:
    """Runs of unpaired items that say the same as unpaired items elsewhere, the longest first."""
    old, new = mine.items, theirs.items
    paired_old, paired_new = {pair.old for pair in pairs}, {pair.new for pair in pairs}
    free_old = [place for place in range(len(old)) if place not in paired_old]
    free_new = [place for place in range(len(new)) if place not in paired_new]
    if not free_old or not free_new or len(free_old) * len(free_new) > _LARGEST_TABLE:
        return ()
    alike = _alike(mine.part(free_old), theirs.part(free_new), same)
    grounds = {(i, free_new[j]): ground for i, fits in zip(free_old, alike, strict=True) for j, ground in fits.items()}
    runs = []
    for i, j in grounds:
        if (i - 1, j - 1) not in grounds:
            length = 1
            while (i + length, j + length) in grounds:
                length += 1
            runs.append((sum(old[i + step].weight for step in range(length)), i, j, length))
    runs.sort(key=lambda run: (-run[0], run[1], run[2]))
    used_old: set[int] = set()
    used_new: set[int] = set()
    found = []
    for _, i, j, length in runs:
        run = []
        for step in range(length):
            if i + step in used_old or j + step in used_new:
                break
            run.append(Pair(i + step, j + step, grounds[i + step, j + step]))
        if run and any(old[pair.old].heavy for pair in run):
            used_old |= {pair.old for pair in run}
            used_new |= {pair.new for pair in run}
            found.append(tuple(run))
    return tuple(sorted(found))
