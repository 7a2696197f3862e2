"""Whether two places agree with the places of pairs that are beyond doubt."""

from bisect import bisect_left, bisect_right

_ENOUGH = 60
"""Anchors that are asked at most; more say the same and would make the effort grow with the square of the papers."""


class Ranks:
    """The anchors of two papers, sorted by their old places.

    Args:
        anchors: Pairs of places, sorted.
    """

    def __init__(self, anchors: list[tuple[int, int]]) -> None:
        asked = anchors[:: len(anchors) // _ENOUGH + 1]
        self.rows = [row for row, _ in asked]
        self.columns = [column for _, column in asked]

    def concordance(self, row: int, column: int) -> float:
        """The share of anchors that stand on the same side of both places; 1 if there are none."""
        before, after = bisect_left(self.rows, row), bisect_right(self.rows, row)
        asked = before + len(self.rows) - after
        if not asked:
            return 1.0
        agreeing = sum(each < column for each in self.columns[:before])
        agreeing += sum(each > column for each in self.columns[after:])
        return agreeing / asked
