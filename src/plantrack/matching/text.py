"""Matching by words alone: identical texts, then the best assignment by likeness, then splits and merges."""

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from heapq import heapify, heappop, heappush
from math import log10

from attrs import frozen, mutable

from plantrack.matching.assignment import best_pairs
from plantrack.matching.candidates import likely_pairs
from plantrack.matching.identical import identical_pairs
from plantrack.matching.likeness import blend, dot, rarities, square, usual, weigh
from plantrack.matching.names import name_tokens, shorten
from plantrack.matching.order import Ranks
from plantrack.matching.wording import Bag, bag_of, shown_token
from plantrack.model import Provision

_SENTENCE = re.compile(r"(?<=[.;:])\s+(?=[A-Z(\"“])|;\s+|\n")
_MOST_SENTENCES = 40
"""A point of more sentences is looked at as a whole only."""
LEAST = 0.16
"""The least likeness that joins two provisions."""
_TOLL = 0.9
"""Share of the least likeness that every pair costs."""
_PER_TENFOLD = 0.05
"""How much more it takes in a paper ten times as long, where chance finds better partners."""
_SMALL = 3000
"""Pairs from which a paper counts as long."""
_WORTH_A_LOOK = 0.04
"""Likeness below which neither order nor sub-points can help."""
_NAMES = 0.12
"""The most that names and figures may add to the likeness of the other words."""
_ANCHOR = 0.4
"""Likeness from which a pair tells where its neighbours may be looked for."""
_ORDER = 0.04
"""What a place in step with all anchors adds, and one out of step with all takes away."""
_NEIGHBOUR = 0.04
"""What each neighbour that is matched next to the counterpart adds."""
_PARENT = 0.05
"""What sub-points of one point gain, and those of two different points lose."""
_CHILDREN = 0.3
"""What sub-points that all match add to the likeness of their parents."""
_STEM = 0.3
"""How much of its parent's words a sub-point takes over."""
_GAIN = 0.3
"""The least likeness of a further provision to what a pair leaves open, for a split or merge."""
_BESIDE = 0.08
"""What standing next to the first one adds to it."""

Pair = tuple[int, int]


@frozen
class Joined:
    """Positions in the two sequences that belong together."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    score: float
    why: tuple[str, ...]


def join_by_text(
    old: Sequence[Provision],
    new: Sequence[Provision],
    old_texts: list[str],
    new_texts: list[str],
    forbidden: AbstractSet[Pair],
) -> list[Joined]:
    """Join provisions by what they say.

    Args:
        old: Provisions that neither id nor lineage joined, in order.
        new: The same of the other version.
        old_texts: What is read of each, see `words_of`.
        new_texts: The same of the other version.
        forbidden: Positions that must not be joined.
    """
    same = identical_pairs(old, new, old_texts, new_texts, forbidden)
    taken_old, taken_new = {row for row, _ in same}, {column for _, column in same}
    rows = [row for row in range(len(old)) if row not in taken_old and old_texts[row]]
    columns = [column for column in range(len(new)) if column not in taken_new and new_texts[column]]
    joined = [Joined((row,), (column,), 1.0, ("same words",)) for row, column in same]
    if rows and columns:
        comparison = _Comparison(old, new, old_texts, new_texts, rows, columns, same, forbidden)
        joined += comparison.groups()
    return sorted(joined, key=lambda each: each.old)


class _Comparison:
    """Two sets of provisions that differ in words, with all that their likeness needs."""

    def __init__(
        self,
        old: Sequence[Provision],
        new: Sequence[Provision],
        old_texts: list[str],
        new_texts: list[str],
        rows: list[int],
        columns: list[int],
        same: list[Pair],
        forbidden: AbstractSet[Pair],
    ) -> None:
        self.old, self.new = old, new
        self.same = same
        self.forbidden = forbidden
        short = shorten([*old_texts, *new_texts])
        old_texts, new_texts = short[: len(old_texts)], short[len(old_texts) :]
        names = name_tokens([*(old_texts[row] for row in rows), *(new_texts[column] for column in columns)])
        old_bags = _with_stems(old, old_texts, rows, names)
        new_bags = _with_stems(new, new_texts, columns, names)
        settled = (old_texts[row] for row, _ in same)
        rarity = rarities([*old_bags.values(), *new_bags.values()], settled, total=len(old) + len(new))
        self.old_bags = {row: weigh(bag, rarity) for row, bag in old_bags.items()}
        self.new_bags = {column: weigh(bag, rarity) for column, bag in new_bags.items()}
        self.old_squares = {row: square(bag) for row, bag in self.old_bags.items()}
        self.new_squares = {column: square(bag) for column, bag in self.new_bags.items()}
        self.bags = {"old": self.old_bags, "new": self.new_bags}
        self.texts = {"old": old_texts, "new": new_texts}
        self.names, self.rarity = names, rarity
        self.sentence_bags: dict[tuple[str, int], list[Bag]] = {}
        self.usual = usual([*self.old_squares.values(), *self.new_squares.values()])

    def groups(self) -> list[Joined]:
        """Pairs, and pairs that grew."""
        likeness = {
            (row, column): self.blend(product, row, column)
            for (row, column), product in likely_pairs(self.old_bags, self.new_bags).items()
            if (row, column) not in self.forbidden
        }
        likeness = {pair: self.in_matter(score, *pair) for pair, score in likeness.items() if score >= _WORTH_A_LOOK}
        scores = self.in_place(self.with_children(likeness))
        least = LEAST + _PER_TENFOLD * max(0.0, log10(len(self.old_bags) * len(self.new_bags) / _SMALL) / 2)
        # what exceeds the least is added up, not the whole score: two weak pairs must not outweigh a strong one
        surplus = {pair: score - _TOLL * least for pair, score in scores.items() if score >= least}
        pairs = best_pairs(surplus)
        return self.grow(pairs, scores)

    def blend(self, product: float, row: int, column: int) -> float:
        return blend(product, self.old_squares[row], self.new_squares[column], self.usual)

    def in_matter(self, score: float, row: int, column: int) -> float:
        """Likeness, cut down where little more than names and figures is shared: one place, two matters."""
        one, other = self.old_bags[row], self.new_bags[column]
        if len(one) > len(other):
            one, other = other, one
        shared = sum(weight * other[token] for token, weight in one.items() if token in other and token[0] not in "#@")
        return min(score, _NAMES + self.blend(shared, row, column))

    def with_children(self, likeness: Mapping[Pair, float]) -> dict[Pair, float]:
        """Parents are alike if their sub-points are."""
        parents = _parents(self.old), _parents(self.new)
        best: dict[Pair, dict[int, float]] = {}
        for (row, column), score in [*likeness.items(), *((pair, 1.0) for pair in self.same)]:
            above = parents[0].get(row), parents[1].get(column)
            if above[0] is not None and above[1] is not None:
                children = best.setdefault((above[0], above[1]), {})
                children[row] = max(score, children.get(row, 0.0))
        counts = _child_counts(parents[0]), _child_counts(parents[1])
        scores = dict(likeness)
        for (row, column), children in best.items():
            if row in self.old_bags and column in self.new_bags and (row, column) not in self.forbidden:
                share = sum(children.values()) / max(counts[0][row], counts[1][column])
                scores[row, column] = min(1.0, scores.get((row, column), 0.0) + _CHILDREN * share)
        return scores

    def in_place(self, likeness: Mapping[Pair, float]) -> dict[Pair, float]:
        """Likeness, corrected a little by how well the places agree with the pairs that are beyond doubt."""
        anchors = sorted([*self.same, *_mutual_best({pair: s for pair, s in likeness.items() if s >= _ANCHOR})])
        known = set(anchors)
        ranks = Ranks(anchors)
        parents = _parents(self.old), _parents(self.new)
        scores = {}
        for (row, column), score in likeness.items():
            placed = score
            above = parents[0].get(row), parents[1].get(column)
            if above[0] is not None and above[1] is not None:
                together = above in known or likeness.get((above[0], above[1]), 0.0) >= _ANCHOR
                placed += _PARENT if together else -_PARENT
            if len(anchors) > 2:
                placed += _ORDER * (2 * ranks.concordance(row, column) - 1)
            placed += _NEIGHBOUR * (((row - 1, column - 1) in known) + ((row + 1, column + 1) in known))
            nearness = abs(row / len(self.old) - column / len(self.new))
            scores[row, column] = placed - 1e-5 * nearness * nearness
        return scores

    def grow(self, pairs: list[Pair], scores: Mapping[Pair, float]) -> list[Joined]:
        """Let provisions that found no partner join a pair that they make more complete: a split or a merge.

        The best fit first; each addition leaves less open for the others of its group.
        """
        groups = {(row, column): _Group([row], [column]) for row, column in pairs}
        by_row = {row: groups[row, column] for row, column in pairs}
        by_column = {column: groups[row, column] for row, column in pairs}
        waiting: list[tuple[float, int, int]] = []
        near: dict[int, list[Pair]] = {}
        for row, column in scores:
            group = by_row.get(row) if column not in by_column else by_column.get(column) if row not in by_row else None
            if group is not None:
                near.setdefault(id(group), []).append((row, column))
        for group in groups.values():
            waiting += self.fits(group, near.get(id(group), ()))
        heapify(waiting)
        while waiting:
            _, row, column = heappop(waiting)
            if row in by_row and column in by_column:
                continue
            group = by_row[row] if row in by_row else by_column[column]
            if not group.takes(row, column):
                continue
            group.add(row, column)
            by_row[row] = by_column[column] = group
            left = [(one, other) for one, other in near[id(group)] if one not in by_row or other not in by_column]
            for fit in self.fits(group, left):
                heappush(waiting, fit)
        joined = []
        for pair, group in groups.items():
            score = round(max(0.0, min(0.999, scores[pair])), 4)
            old, new = tuple(sorted(group.rows)), tuple(sorted(group.columns))
            joined.append(Joined(old, new, score, self.why(old, new)))
        return joined

    def fits(self, group: "_Group", candidates: Iterable[Pair]) -> list[tuple[float, int, int]]:
        """How well provisions without a partner complete a group, the negative first as a heap wants it."""
        found = []
        for row, column in candidates:
            if not group.takes(row, column):
                continue
            if row in group.rows:
                parts = [self.new_bags[each] for each in group.columns]
                gain = self.gain("old", row, parts, self.new_bags[column])
                beside = any(abs(column - each) == 1 for each in group.columns)
            else:
                parts = [self.old_bags[each] for each in group.rows]
                gain = self.gain("new", column, parts, self.old_bags[row])
                beside = any(abs(row - each) == 1 for each in group.rows)
            gain += _BESIDE if beside else 0.0
            if gain >= _GAIN:
                found.append((-gain, row, column))
        return found

    def gain(self, side: str, whole: int, parts: Sequence[Bag], further: Bag) -> float:
        """How alike a further provision is to what the parts leave open: words or whole sentences."""
        bag = self.bags[side][whole]
        left = {token: weight for token, weight in bag.items() if not any(token in part for part in parts)}
        shares_a_matter = any(
            token in further and not {"@", "#"} & set(token) for token in left
        )  # a name or date alone is no clause
        best = self.likeness(left, further) if shares_a_matter else 0.0
        for sentence in self.sentences(side, whole):
            score = self.likeness(sentence, further)
            if score > best and score > max(self.likeness(sentence, part) for part in parts):
                best = score
        return best

    def likeness(self, one: Bag, other: Bag) -> float:
        product = dot(one, other)
        return blend(product, square(one), square(other), self.usual) if product else 0.0

    def sentences(self, side: str, position: int) -> list[Bag]:
        """The weighed bags of the sentences of a provision that has several."""
        known = self.sentence_bags.get((side, position))
        if known is None:
            pieces = [piece for piece in _SENTENCE.split(self.texts[side][position]) if piece.strip()]
            bags = [bag_of(piece, names=self.names) for piece in pieces] if 1 < len(pieces) <= _MOST_SENTENCES else []
            known = [{token: weight * self.rarity.get(token, 1.0) for token, weight in bag.items()} for bag in bags]
            self.sentence_bags[side, position] = known
        return known

    def why(self, rows: Sequence[int], columns: Sequence[int]) -> tuple[str, ...]:
        """The words that weigh most in what joins a group."""
        weights: dict[str, float] = {}
        for row in rows:
            for column in columns:
                other = self.new_bags[column]
                for token, weight in self.old_bags[row].items():
                    if token in other and " " not in token:
                        weights[token] = max(weights.get(token, 0.0), weight * other[token])
        heaviest = sorted(weights, key=lambda token: (-weights[token], token))
        return tuple(dict.fromkeys(shown for token in heaviest if (shown := shown_token(token))))[:6]


@mutable(eq=False)
class _Group:
    """A pair that may grow on one of its sides."""

    rows: list[int]
    columns: list[int]

    def takes(self, row: int, column: int) -> bool:
        """Whether the group can grow by this pair without growing on both sides."""
        return (row in self.rows and len(self.rows) == 1) or (column in self.columns and len(self.columns) == 1)

    def add(self, row: int, column: int) -> None:
        """Take in the one of the two that is not yet in."""
        if row in self.rows:
            self.columns.append(column)
        else:
            self.rows.append(row)


def _with_stems(
    provisions: Sequence[Provision], texts: list[str], wanted: list[int], names: Mapping[str, str]
) -> dict[int, Bag]:
    """The bags of the wanted positions; sub-points take over some of their parent's words."""
    positions = {each.id: position for position, each in enumerate(provisions)}
    own: dict[int, Bag] = {}

    def bag(position: int) -> Bag:
        if position not in own:
            own[position] = bag_of(texts[position], names=names)
        return own[position]

    found = {}
    for position in wanted:
        above = positions.get(provisions[position].parent or "")
        whole = dict(bag(position))
        if above is not None:
            for token, weight in bag(above).items():
                whole[token] = whole.get(token, 0.0) + _STEM * weight
        found[position] = whole
    return found


def _parents(provisions: Sequence[Provision]) -> dict[int, int]:
    positions = {each.id: position for position, each in enumerate(provisions)}
    return {
        position: positions[each.parent]
        for position, each in enumerate(provisions)
        if each.parent is not None and each.parent in positions
    }


def _child_counts(parents: Mapping[int, int]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for above in parents.values():
        counts[above] = counts.get(above, 0) + 1
    return counts


def _mutual_best(scores: Mapping[Pair, float]) -> list[Pair]:
    rows: dict[int, tuple[float, int]] = {}
    columns: dict[int, tuple[float, int]] = {}
    for (row, column), score in scores.items():
        rows[row] = max(rows.get(row, (0.0, -1)), (score, column))
        columns[column] = max(columns.get(column, (0.0, -1)), (score, row))
    return [(row, column) for row, (_, column) in rows.items() if columns[column][1] == row]
