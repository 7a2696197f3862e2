"""Cut two long wordings of one matter into stretches that belong together.

The rules of the ledger look at all of a wording for each of its differences, so what they see must have an end. A
wording of any usual length is compared as a whole. Of a longer one, sentences that both sides have in order are left
out, and what lies between them is compared stretch by stretch. A sentence that only stands in another stretch is in
none: nobody looks so far for what it gained or lost by its move.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from plantrack.differences.alignment import equal_runs
from plantrack.language.tokens import Token, sentence_ends

LONGEST = 1_200
"""Tokens up to which a wording is compared as a whole."""
_AT_ONCE = 240
"""Tokens of a stretch."""
_BETWEEN = 40
"""Equal tokens between two gaps that are compared as one stretch."""
_ANCHORS = (4, 12, 4, 36)
"""Tokens in a row that must stand once on both sides to be the same: in all of a wording, then in what is left."""
_LEAST = 4
"""Tokens from which a sentence is recognised elsewhere."""

Range = tuple[int, int]
"""Places of tokens: the first, and the one after the last."""
_Lows = tuple[Sequence[str], Sequence[str]]
_Ends = tuple[Sequence[int], Sequence[int]]
_Runs = Sequence[tuple[int, int, int]]
_Gap = tuple[Range, Range]


class Stretch(NamedTuple):
    """What is compared at once: ranges of tokens of each side, in order."""

    old: tuple[Range, ...]
    new: tuple[Range, ...]


class Cut(NamedTuple):
    """Two wordings, cut: whatever differs between them lies in a stretch, or has moved."""

    stretches: tuple[Stretch, ...]
    moved_old: tuple[Range, ...]
    """Sentences that stand in another stretch of the other side."""
    moved_new: tuple[Range, ...]


def cut(old: Sequence[Token], new: Sequence[Token], watched: Iterable[str] = ()) -> Cut:
    """Cut two wordings.

    Args:
        old: The tokens of one wording.
        new: Those of the other.
        watched: Words for which a sentence is looked at although both sides have it.
    """
    if len(old) <= LONGEST and len(new) <= LONGEST:
        return Cut((Stretch(((0, len(old)),), ((0, len(new)),)),), (), ())
    lows = [token.low for token in old], [token.low for token in new]
    ends = sentence_ends(old), sentence_ends(new)
    runs = _runs(lows)
    gaps = _joined(_gaps(lows, ends, runs, frozenset(watched)))
    moved = _moved(lows, ends, gaps)
    stretches = []
    for gap in gaps:
        for mine, theirs in _pieces(gap, ends, runs):
            stretch = Stretch(_without(mine, moved[0]), _without(theirs, moved[1]))
            if watched or not _is_equal(lows, stretch):
                stretches.append(stretch)
    return Cut(tuple(stretches), tuple(moved[0]), tuple(moved[1]))


def _runs(lows: _Lows) -> list[tuple[int, int, int]]:
    """Runs that are equal on both sides: what repeats in all of a wording may stand once between two others."""
    found: list[tuple[int, int, int]] = []
    gaps = [((0, len(lows[0])), (0, len(lows[1])))]
    for anchor in _ANCHORS:
        left = []
        for (i, i_end), (j, j_end) in gaps:
            here = i, j
            for first, second, length in (
                *equal_runs(lows[0][i:i_end], lows[1][j:j_end], anchor), (i_end - i, j_end - j, 0),
            ):  # fmt: skip
                run = i + first, j + second, length
                if length:
                    found.append(run)
                if min(run[0] - here[0], run[1] - here[1]) > _AT_ONCE:
                    left.append(((here[0], run[0]), (here[1], run[1])))
                here = run[0] + length, run[1] + length
        gaps = left
    return sorted(found)


def _gaps(lows: _Lows, ends: _Ends, runs: _Runs, watched: AbstractSet[str]) -> Iterator[_Gap]:
    """What differs between points where a sentence ends on both sides and what stands around is equal."""
    known = set(ends[0]), set(ends[1])
    i = j = 0
    for first, second, length in (*runs, (len(lows[0]), len(lows[1]), 0)):
        last = (len(lows[0]), len(lows[1]))
        for step in range(length + 1):
            here = first + step, second + step
            if here != last and not (here[0] in known[0] and here[1] in known[1]):
                continue
            mine = lows[0][i : here[0]]
            if mine != lows[1][j : here[1]] or not watched.isdisjoint(mine):
                yield (i, here[0]), (j, here[1])
            i, j = here


def _joined(gaps: Iterator[_Gap]) -> list[_Gap]:
    """Gaps that lie near each other as one, as far as they fit in a stretch."""
    found: list[_Gap] = []
    for gap in gaps:
        if found:
            (i, i_end), (j, _) = found[-1]
            if gap[0][0] - i_end <= _BETWEEN and max(gap[0][1] - i, gap[1][1] - j) <= _AT_ONCE:
                found[-1] = (i, gap[0][1]), (j, gap[1][1])
                continue
        found.append(gap)
    return found


def _moved(lows: _Lows, ends: _Ends, gaps: Sequence[_Gap]) -> tuple[list[Range], list[Range]]:
    """The sentences of gaps that stand in another gap of the other side."""
    sides: list[dict[tuple[str, ...], dict[int, list[Range]]]] = [{}, {}]
    for side, (own, stops) in enumerate(zip(lows, ends, strict=True)):
        for number, gap in enumerate(gaps):
            first, last = gap[side]
            for stop in stops[bisect_right(stops, first) : bisect_right(stops, last)]:
                if stop - first >= _LEAST:
                    places = sides[side].setdefault(tuple(own[first:stop]), {})
                    places.setdefault(number, []).append((first, stop))
                first = stop
    found: tuple[list[Range], list[Range]] = ([], [])
    for sentence, mine in sides[0].items():
        theirs = sides[1].get(sentence, {})
        rest = [_beyond(mine, theirs), _beyond(theirs, mine)]
        fewest = min(map(len, rest))
        for side in (0, 1):
            found[side].extend(sorted(rest[side])[:fewest])
    return sorted(found[0]), sorted(found[1])


def _beyond(mine: Mapping[int, list[Range]], theirs: Mapping[int, list[Range]]) -> list[Range]:
    """The places of a sentence without those that the other side has in the same gap."""
    return [place for gap, places in mine.items() for place in places[len(theirs.get(gap, ())) :]]


def _pieces(gap: _Gap, ends: _Ends, runs: _Runs) -> Iterator[_Gap]:
    """A gap in pieces of the length of a stretch: cut where both sides are equal, else at the same share of each."""
    (i, i_end), (j, j_end) = gap
    place = bisect_left(runs, (i, j, 0))
    place -= place > 0 and runs[place - 1][0] + runs[place - 1][2] > i
    while max(i_end - i, j_end - j) > _AT_ONCE:
        best = None
        while place < len(runs):
            first, second, length = runs[place]
            fits = min(length, i + _AT_ONCE - first, j + _AT_ONCE - second, i_end - first, j_end - second)
            if fits < 0:
                break
            if first + fits > i or second + fits > j:
                best = first + fits, second + fits
            if fits < length:
                break
            place += 1
        if best is None:
            ahead = runs[place][:2] if place < len(runs) else (i_end, j_end)
            best = _share(ends, (i, min(ahead[0], i_end)), (j, min(ahead[1], j_end)))
        yield (i, best[0]), (j, best[1])
        i, j = best
    yield (i, i_end), (j, j_end)


def _share(ends: _Ends, old: Range, new: Range) -> tuple[int, int]:
    """Where the first stretch of two that have nothing in common ends: at a sentence, if one ends near by."""
    parts = -(-max(old[1] - old[0], new[1] - new[0]) // _AT_ONCE)
    found = []
    for (first, last), stops in zip((old, new), ends, strict=True):
        aim = first + (last - first) // parts
        spot = bisect_left(stops, aim)
        near = [stop for stop in stops[max(0, spot - 1) : spot + 1] if first < stop <= last]
        stop = min(near, key=lambda stop: abs(stop - aim), default=aim)
        found.append(stop if abs(stop - aim) <= _AT_ONCE // 4 else aim)
    return found[0], found[1]


def _without(piece: Range, moved: Sequence[Range]) -> tuple[Range, ...]:
    """A range without the sentences that moved."""
    first, last = piece
    found = []
    for start, stop in moved[max(0, bisect_right(moved, piece) - 1) : bisect_left(moved, (last, 0))]:
        if start > first:
            found.append((first, start))
        first = max(first, min(stop, last))
    if first < last:
        found.append((first, last))
    return tuple(found)


def _is_equal(lows: _Lows, stretch: Stretch) -> bool:
    one, other = (
        [low for first, last in ranges for low in own[first:last]] for own, ranges in zip(lows, stretch, strict=True)
    )
    return one == other
