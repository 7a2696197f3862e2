"""Whether two places agree with the places of pairs that are beyond doubt."""

from bisect import bisect_left, bisect_right, insort


class Ranks:
    """The anchors of two papers, sorted by their old places.

    Args:
        anchors: Pairs of places, sorted.
    """

    def __init__(self, anchors: list[tuple[int, int]]) -> None:
        self.rows = [row for row, _ in anchors]
        self.prefixes: list[list[int]] = []
        self.columns = [column for _, column in anchors]

    def concordance(self, row: int, column: int) -> float:
        """The share of anchors that stand on the same side of both places; 1 if there are none."""
        if not self.rows:
            return 1.0
        before = bisect_left(self.rows, row)
        after = bisect_right(self.rows, row)
        agreeing = sum(each < column for each in self.columns[:before]) + sum(each > column for each in self.columns[after:])
        return agreeing / (before + len(self.rows) - after) if before + len(self.rows) - after else 1.0
