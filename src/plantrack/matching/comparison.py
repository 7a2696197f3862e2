"""Pairs of points that say the same matter in other words."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from plantrack.language.names import Names
from plantrack.matching.assignment import best_pairs
from plantrack.matching.bags import Reader, kind
from plantrack.matching.grounds import Context, Shared, is_borne_out, weight_of_evidence, what_is_shared
from plantrack.matching.landmarks import Landmarks
from plantrack.matching.likeness import Pair, likely_pairs
from plantrack.matching.papers import Paper
from plantrack.matching.rarity import Rarity
from plantrack.matching.senses import linked_words
from plantrack.matching.sides import Side

_READ_CLOSELY = 4000
"""Points of both papers, beyond which words are compared as they stand."""
_LEAST_ALIKE = 0.06
"""Likeness below which nothing else can join two points."""
_SPARE = 0.3
"""What each pair is worth by itself, so that two weak pairs seldom outweigh a strong one."""
_ALIKE, _AHEAD = 0.25, 1.5
"""Likeness of a landmark before anything is joined, and how far it is ahead of any rival's."""
_TAKEN = 0.4
"""What a rival counts that has found its partner already."""


class Evidence:
    """What speaks for a pair, and how strongly."""

    def __init__(self, weight: float, context: Context) -> None:
        self.weight = weight
        self.context = context


class Comparison:
    """Two papers, as far as their points differ in words.

    Args:
        old: The one paper.
        new: The other.
        settled: Pairs that are joined already.
        forbidden: Places that must not be joined.
        names: Names that are known beside those that the papers print.
    """

    def __init__(
        self, old: Side, new: Side, settled: Iterable[Pair], forbidden: AbstractSet[Pair], names: Names
    ) -> None:
        self.settled = frozenset(settled)
        self.old = Paper(old, {row for row, _ in self.settled})
        self.new = Paper(new, {column for _, column in self.settled})
        papers = self.old, self.new
        samples = [text for paper in papers for text in paper.sample()]
        texts = [*(paper.side.texts[place] for paper in papers for place in paper.open), *samples]
        self.reader = Reader(texts, names if len(texts) <= _READ_CLOSELY else None)
        bags = [paper.read(self.reader) for paper in papers]
        compared = [bag for read in bags for bag in read.values()]
        self.links = linked_words({key for bag in compared for key in bag if kind(key) == "word"})
        times = 2 * len(self.settled) / len(samples) if samples else 0.0
        self.rarity = Rarity(compared, [self.reader.bag(text) for text in samples], times, self.links)
        for paper, read in zip(papers, bags, strict=True):
            paper.weigh(read, self.rarity)
        self.usual = _middle([each.square for paper in papers for each in paper.vectors.values()] or [1.0])
        self.likeness = {
            pair: alike
            for pair, alike in likely_pairs(
                [*self.old.vectors.values(), *self.old.blocks.values()],
                [*self.new.vectors.values(), *self.new.blocks.values()],
                self.links,
            ).items()
            if alike >= _LEAST_ALIKE and pair not in forbidden
        }
        self._shared: dict[Pair, Shared] = {}

    def beyond_doubt(self) -> list[Pair]:
        """Pairs so far ahead of all rivals that they are landmarks before anything is joined."""
        rivals = _Rivals(self.likeness.items())
        return [
            pair
            for pair, alike in self.likeness.items()
            if alike >= _ALIKE
            and alike > _AHEAD * rivals.best_beside(pair)
            and is_borne_out(alike, self.shared(pair), Context())
        ]

    def pairs(
        self, least: float, known: Iterable[Pair], rows: AbstractSet[int], columns: AbstractSet[int]
    ) -> dict[Pair, Evidence]:
        """One partner at most for each point that is free, where enough speaks for it.

        Args:
            least: The least evidence that joins two points.
            known: Pairs that others can be placed by, beside the settled ones.
            rows: Places of the old paper that are taken.
            columns: Those of the new one.
        """
        landmarks = Landmarks([*self.settled, *known], len(self.old.side), len(self.new.side))
        rivals = _Rivals(
            (pair, alike * (_TAKEN if pair[0] in rows or pair[1] in columns else 1.0))
            for pair, alike in self.likeness.items()
        )
        good = {}
        for pair, alike in self.likeness.items():
            if pair[0] in rows or pair[1] in columns:
                continue
            context = self._context(pair, landmarks)
            weight = weight_of_evidence(alike, rivals.best_beside(pair), context)
            if weight > least and is_borne_out(alike, self.shared(pair), context):
                good[pair] = Evidence(weight, context)
        chosen = best_pairs({pair: evidence.weight - least + _SPARE for pair, evidence in good.items()})
        return {pair: good[pair] for pair in chosen}

    def shared(self, pair: Pair) -> Shared:
        """What two points have in common."""
        known = self._shared.get(pair)
        if known is None:
            one, other = self.old.whole(pair[0]), self.new.whole(pair[1])
            known = self._shared[pair] = what_is_shared(one.bag, other.bag, self.links, self.rarity)
        return known

    def _context(self, pair: Pair, landmarks: Landmarks) -> Context:
        """Where two points stand."""
        row, column = pair
        old, new = self.old.side, self.new.side
        above = old.parents[row], new.parents[column]
        same = old.numbers[row] is not None and old.numbers[row] == new.numbers[column]
        return Context(
            in_step=landmarks.in_step(row, column),
            neighbours=landmarks.neighbours(row, column),
            number=max(0.0, landmarks.order) if same else 0.0,
            parents=0 if above == (None, None) else 1 if above in landmarks.pairs else -1,
            children=self._children(pair, landmarks),
        )

    def _children(self, pair: Pair, landmarks: Landmarks) -> float:
        """The share of the sub-points of two points that are each other's."""
        ones, others = self.old.side.children.get(pair[0]), self.new.side.children.get(pair[1])
        if not ones or not others:
            return 0.0
        under = frozenset(others)
        return sum(landmarks.partner(one) in under for one in ones) / max(len(ones), len(others))


class _Rivals:
    """The two best candidates of each point."""

    def __init__(self, likeness: Iterable[tuple[Pair, float]]) -> None:
        self._rows: dict[int, tuple[float, int, float]] = {}
        self._columns: dict[int, tuple[float, int, float]] = {}
        for (row, column), alike in likeness:
            self._rows[row] = _with(self._rows.get(row), alike, column)
            self._columns[column] = _with(self._columns.get(column), alike, row)

    def best_beside(self, pair: Pair) -> float:
        """The likeness of the best candidate of either point other than the two."""
        row, column = pair
        best, first, second = self._rows[row]
        across, one, other = self._columns[column]
        return max(second if first == column else best, other if one == row else across)


def _with(known: tuple[float, int, float] | None, alike: float, place: int) -> tuple[float, int, float]:
    """The best, where it is, and the second best."""
    if known is None:
        return alike, place, 0.0
    best, where, second = known
    return (alike, place, best) if alike > best else (best, where, max(second, alike))


def _middle(values: list[float]) -> float:
    """The median."""
    ordered = sorted(values)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
