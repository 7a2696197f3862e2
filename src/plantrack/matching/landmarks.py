"""Whether two places agree with the places of pairs that are beyond doubt."""

from bisect import bisect_left
from collections.abc import Iterable

Pair = tuple[int, int]
"""Places in the two papers."""


class Landmarks:
    """Pairs beyond doubt, by which others can be placed.

    Args:
        pairs: Their places.
        rows: How many points the one paper has.
        columns: How many points the other has.
    """

    def __init__(self, pairs: Iterable[Pair], rows: int, columns: int) -> None:
        self.pairs = frozenset(pairs)
        self._by_row = sorted(self.pairs)
        self._by_column = sorted((column, row) for row, column in self.pairs)
        self._partners = dict(self._by_row)
        self._ends = rows, columns
        in_order = [one[1] < other[1] for one, other in zip(self._by_row, self._by_row[1:], strict=False)]
        self.order = (2 * sum(in_order) - len(in_order)) / (len(in_order) + 2)
        """How far the pairs stand in the same order on both sides: 1 if all do, 0 where nothing is known."""

    def partner(self, row: int) -> int | None:
        """The column of the pair that a row is in."""
        return self._partners.get(row)

    def in_step(self, row: int, column: int) -> float:
        """How surely a pair stands at the same step from a landmark on both sides, with no other between; 0 to 1."""
        if self.order <= 0:
            return 0.0
        rows, columns = self._ends
        forth = _in_step(self._by_row, (row, column), (rows, columns))
        back = _in_step(self._by_column, (column, row), (columns, rows))
        return self.order * (forth + back) / 2

    def neighbours(self, row: int, column: int) -> int:
        """How many of the points before and after the two are each other's."""
        return ((row - 1, column - 1) in self.pairs) + ((row + 1, column + 1) in self.pairs)


def _in_step(landmarks: list[Pair], pair: Pair, ends: Pair) -> bool:
    here, there = pair
    before, after = bisect_left(landmarks, (here, -1)), bisect_left(landmarks, (here + 1, -1))
    low = landmarks[before - 1] if before else (-1, -1)
    high = landmarks[after] if after < len(landmarks) else ends
    if not low[1] < there < high[1]:
        return False
    return here - low[0] == there - low[1] or high[0] - here == high[1] - there
