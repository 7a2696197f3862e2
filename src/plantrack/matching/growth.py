"""Splits and merges: points without a partner that make a pair more complete."""

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from math import sqrt

from plantrack.matching.bags import Bag
from plantrack.matching.comparison import Comparison
from plantrack.matching.grounds import completes, what_is_shared
from plantrack.matching.likeness import Pair, Vector, product, vector
from plantrack.matching.papers import Paper

_GAIN = 0.3
"""The least likeness of a further point to what a pair leaves open."""
_OF_LONG, _LONG = 0.3, 100
"""What it takes more between long points, where chance brings many words together, and how many keys are long."""
_BESIDE = 0.08
"""What standing next to a point of the pair adds to it, or under it."""
_COSINE = 0.65
"""Share of the cosine beside how much of the shorter one is covered."""
_SHORT = 0.35
"""Share of the usual weight below which a point is too short for being covered to mean much."""
_MADE_OF = 0.55
"""The least share of a further point that stands in the whole, against the share of the part that has most there: a
point that has much else to say was not split off, it takes up a phrase."""
_SENTENCE = 40
"""Keys of one sentence; of one that was recast few words may be left."""
_MOST_SENTENCES = 40
"""A point of more sentences is looked at as a whole only."""
_LISTED = 2
"""Sub-points in a group that take their parent along."""
_MANY = 60
"""Points that may complete a pair, beyond which not all of them are weighed again after each that does."""

Fit = tuple[float, int, int]
"""How well a row and a column go together in a group, the negative first as a heap wants it."""


class Group:
    """A pair that may grow on one of its sides."""

    def __init__(self, row: int, column: int) -> None:
        self.first = row, column
        self.rows, self.columns = [row], [column]
        self.left_open: dict[bool, tuple[Bag, int]] = {}
        """What the parts leave open of the row, or of the column, with how many parts were looked at."""

    def takes(self, row: int, column: int) -> bool:
        """Whether the group can grow by this pair without growing on both sides."""
        return self.rows == [row] or self.columns == [column]

    def add(self, row: int, column: int) -> None:
        """Take in the one of the two that is not yet in."""
        if self.rows == [row]:
            self.columns.append(column)
        else:
            self.rows.append(row)


class Groups:
    """Pairs that grow by points that found no partner and make them more complete."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.all: list[Group] = []
        self.by_row: dict[int, Group] = {}
        self.by_column: dict[int, Group] = {}
        self._sentences: dict[tuple[int, int], list[Vector]] = {}

    def add(self, pairs: Iterable[Pair]) -> None:
        """Add pairs, and let all of them grow.

        The best fit first; each addition leaves less open for the others of its group. Of a parent whose sub-points are
        parts of one point, the lead-in is part of it, too.
        """
        for row, column in pairs:
            group = Group(row, column)
            self.all.append(group)
            self.by_row[row] = self.by_column[column] = group
        near: dict[int, list[Pair]] = {}
        for pair in self.comparison.likeness:
            group_of = self._half_joined(*pair)
            if group_of is not None:
                near.setdefault(id(group_of), []).append(pair)
        waiting = [fit for group in self.all for fit in self._fits(group, near.get(id(group), ()))]
        heapify(waiting)
        while waiting:
            _, row, column = heappop(waiting)
            group_of = self._half_joined(row, column)
            if group_of is None or not group_of.takes(row, column):
                continue
            if len(near[id(group_of)]) > _MANY and not self._fits(group_of, [(row, column)]):
                continue
            group_of.add(row, column)
            self.by_row[row] = self.by_column[column] = group_of
            again = self._again(row, column) if len(near[id(group_of)]) > _MANY else near[id(group_of)]
            for fit in self._fits(group_of, [pair for pair in again if self._half_joined(*pair)]):
                heappush(waiting, fit)
        for group in self.all:
            self._take_parents(group)

    def _again(self, row: int, column: int) -> list[Pair]:
        """The pairs of a very large group that one more point brings nearer: what stands next to it, or under it."""
        old, new = self.comparison.old.side, self.comparison.new.side
        beside = [(row, column - 1), (row, column + 1), (row - 1, column), (row + 1, column)]
        under = [(row, child) for child in new.children.get(column, ())]
        under += [(child, column) for child in old.children.get(row, ())]
        return [pair for pair in (*beside, *under) if pair in self.comparison.likeness]

    def _half_joined(self, row: int, column: int) -> Group | None:
        """The group that one of the two is in, if the other is in none and has words of its own."""
        if column not in self.by_column:
            return self.by_row.get(row) if column in self.comparison.new.vectors else None
        if row not in self.by_row and row in self.comparison.old.vectors:
            return self.by_column[column]
        return None

    def _fits(self, group: Group, candidates: Iterable[Pair]) -> list[Fit]:
        """Points without a partner that complete a group."""
        found = []
        old, new = self.comparison.old, self.comparison.new
        for row, column in candidates:
            if not group.takes(row, column):
                continue
            if group.rows == [row]:
                gain = self._gain(group, (old, row), (new, group.columns), column)
            else:
                gain = self._gain(group, (new, column), (old, group.rows), row)
            least = _GAIN + _OF_LONG * min(1.0, len(self._shorter(row, column)) / _LONG)
            if gain >= least:
                found.append((-gain, row, column))
        return found

    def _shorter(self, row: int, column: int) -> Bag:
        """The bag of the shorter one of two points."""
        return min(self.comparison.old.own(row).bag, self.comparison.new.own(column).bag, key=len)

    def _gain(self, group: Group, whole: tuple[Paper, int], others: tuple[Paper, Sequence[int]], further: int) -> float:
        """How alike a further point is to what the parts leave open of a whole: words, or a whole sentence."""
        paper, parts = others
        more = paper.vectors[further]
        if len(more.bag) > _SENTENCE:
            made_of = max(self._share(whole, paper.own(part)) for part in parts)
            if self._share(whole, more) < _MADE_OF * min(1.0, made_of):
                return 0.0
        near = self._is_near(paper, further, parts)
        best = 0.0
        left = self._left_open(group, whole, others)
        if self._completes(left.bag, more.bag, near=near):
            best = self._blend(left, more)
        for sentence in self._sentences_of(*whole):
            score = self._blend(sentence, more)
            if score > best and all(score > self._blend(sentence, paper.own(part)) for part in parts):
                best = score if self._completes(sentence.bag, more.bag, near=near) else best
        return best + (_BESIDE if near and best else 0.0)

    def _share(self, whole: tuple[Paper, int], part: Vector) -> float:
        """How much of a part stands in the whole."""
        bag = whole[0].own(whole[1]).bag
        return product(bag, part.bag, self.comparison.links) / part.square if part.square else 0.0

    def _is_near(self, paper: Paper, further: int, parts: Sequence[int]) -> bool:
        """Whether a point stands next to one of some parts, or under it."""
        taken = self.by_row if paper is self.comparison.old else self.by_column
        group = taken[parts[0]]
        above = paper.side.parents[further]
        around = (further - 1, further + 1, *(() if above is None else (above,)))
        return any(taken.get(place) is group for place in around)

    def _completes(self, open_bag: Bag, further: Bag, *, near: bool) -> bool:
        shared = what_is_shared(open_bag, further, self.comparison.links, self.comparison.rarity)
        return completes(shared, beside=near)

    def _left_open(self, group: Group, whole: tuple[Paper, int], others: tuple[Paper, Sequence[int]]) -> Vector:
        """What the parts leave open of a whole; each part is taken off once."""
        same = self.comparison.links.same
        of_old = whole[0] is self.comparison.old
        left, seen = group.left_open.get(of_old) or (whole[0].own(whole[1]).bag, 0)
        for place in others[1][seen:]:
            part = others[0].own(place).bag
            left = {
                key: weight
                for key, weight in left.items()
                if key not in part and not any(word in part for word, _ in same.get(key, ()))
            }
        group.left_open[of_old] = left, len(others[1])
        return vector(-1, left)

    def _blend(self, one: Vector, other: Vector) -> float:
        """Cosine, and how much of the shorter one is in the other."""
        shared = product(one.bag, other.bag, self.comparison.links)
        if not shared:
            return 0.0
        shorter = max(min(one.square, other.square), _SHORT * self.comparison.usual)
        cosine = shared / sqrt(one.square * other.square)
        return _COSINE * cosine + (1 - _COSINE) * min(1.0, shared / shorter)

    def _sentences_of(self, paper: Paper, place: int) -> list[Vector]:
        """The sentences of a point that has several."""
        key = id(paper), place
        known = self._sentences.get(key)
        if known is None:
            bags = self.comparison.reader.sentences(paper.side.texts[place], _MOST_SENTENCES)
            weigh = self.comparison.rarity.weigh
            known = [vector(-1, weigh(bag)) for bag in bags if bag]
            self._sentences[key] = known
        return known

    def _take_parents(self, group: Group) -> None:
        """Take in the parent of sub-points that are parts of one point on the other side."""
        for mine, taken, paper, others in (
            (group.rows, self.by_row, self.comparison.old, group.columns),
            (group.columns, self.by_column, self.comparison.new, group.rows),
        ):
            above = [paper.side.parents[place] for place in mine]
            for parent in dict.fromkeys(above):
                if parent is None or parent in taken or parent in paper.settled:
                    continue
                if len(others) == 1 and above.count(parent) >= _LISTED:
                    mine.append(parent)
                    taken[parent] = group
