"""Points that nothing declared has joined: by the same text, by likeness, and those without words by their place."""

from typing import NamedTuple

from plantrack.language.names import Names
from plantrack.matching.same_text import Pair, pairs_by_place, pairs_by_same_text
from plantrack.matching.sides import Side

_WHY = {"same-text": "same words", "place": "the same place, without words of their own"}
_ROUNDS = ((1.0, 0.0), (-0.7,))
"""The least evidence that joins two points, step by step: what sure pairs leave over has fewer rivals. After each round
the pairs may grow."""


class Joined(NamedTuple):
    """Places in the two papers that belong together."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    by: str
    """same-text, place or likeness."""
    score: float
    likeness: float
    """How alike the two are that the group began with."""
    why: tuple[str, ...]


def join_points(old: Side, new: Side, forbidden: frozenset[Pair], names: Names) -> list[Joined]:
    """Join the points of two papers, in the order of the old one.

    Args:
        old: The points of one paper.
        new: Those of the other.
        forbidden: Places that must not be joined.
        names: Names that are known beside those that the papers print.
    """
    same = pairs_by_same_text(old, new, forbidden)
    joined = [Joined((row,), (column,), by, 1.0, 1.0, (_WHY[by],)) for (row, column), by in same.items()]
    taken_old, taken_new = {row for row, _ in same}, {column for _, column in same}
    if _has_words(old, taken_old) and _has_words(new, taken_new):
        joined += _by_likeness(old, new, frozenset(same), forbidden, names)
    matters_old = {place: group for group, each in enumerate(joined) for place in each.old}
    matters_new = {place: group for group, each in enumerate(joined) for place in each.new}
    for row, column in pairs_by_place(old, new, matters_old, matters_new, forbidden):
        joined.append(Joined((row,), (column,), "place", 1.0, 1.0, (_WHY["place"],)))
    return sorted(joined, key=lambda each: each.old)


def _has_words(side: Side, taken: set[int]) -> bool:
    return any(words and place not in taken for place, words in enumerate(side.words))


def _by_likeness(old: Side, new: Side, same: frozenset[Pair], forbidden: frozenset[Pair], names: Names) -> list[Joined]:
    from plantrack.matching.comparison import Comparison, Evidence
    from plantrack.matching.grounds import as_score, reasons
    from plantrack.matching.growth import Groups

    comparison = Comparison(old, new, same, forbidden, names)
    groups = Groups(comparison)
    pairs: dict[Pair, Evidence] = {}
    for steps in _ROUNDS:
        found: dict[Pair, Evidence] = {}
        for least in steps:
            known = [*pairs, *found] or comparison.beyond_doubt()
            rows = {*groups.by_row, *(row for row, _ in found)}
            columns = {*groups.by_column, *(column for _, column in found)}
            found |= comparison.pairs(least, known, rows, columns)
        groups.add(found)
        pairs |= found
    return [
        Joined(
            old=tuple(sorted(group.rows)),
            new=tuple(sorted(group.columns)),
            by="likeness",
            score=as_score(pairs[group.first].weight),
            likeness=comparison.likeness[group.first],
            why=reasons(comparison.shared(group.first), pairs[group.first].context),
        )
        for group in groups.all
    ]
