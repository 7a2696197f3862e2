"""Pairing two sides so that the sum of scores is greatest, over sparse candidates."""

from collections.abc import Mapping

_LARGEST = 80
"""Rows or columns of a component that is solved exactly; the effort grows with the cube."""

Scores = Mapping[tuple[int, int], float]


def best_pairs(scores: Scores) -> list[tuple[int, int]]:
    """One partner at most for each row and column, with the greatest total score.

    Exact in components of up to 80 rows or columns, greedy from the best score down in larger ones. Equal totals
    are decided by position, so the answer depends on nothing but the scores.
    """
    found: list[tuple[int, int]] = []
    for part in _components(scores):
        rows, columns = sorted({row for row, _ in part}), sorted({column for _, column in part})
        if min(len(rows), len(columns)) <= _LARGEST and max(len(rows), len(columns)) <= 4 * _LARGEST:
            found += _exact(part, rows, columns)
        else:
            found += _greedy(part)
    return sorted(found)


def _components(scores: Scores) -> list[Scores]:
    """The scores of rows and columns that are connected by candidates."""
    leader: dict[int, int] = {}

    def find(node: int) -> int:
        while leader.setdefault(node, node) != node:
            leader[node] = leader[leader[node]]
            node = leader[node]
        return node

    for row, column in scores:
        leader[find(2 * row)] = find(2 * column + 1)
    parts: dict[int, dict[tuple[int, int], float]] = {}
    for pair, score in scores.items():
        parts.setdefault(find(2 * pair[0]), {})[pair] = score
    return list(parts.values())


def _greedy(scores: Scores) -> list[tuple[int, int]]:
    rows: set[int] = set()
    columns: set[int] = set()
    found = []
    for (row, column), _ in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            found.append((row, column))
    return found


def _exact(scores: Scores, rows: list[int], columns: list[int]) -> list[tuple[int, int]]:
    """The Hungarian method with potentials, rows being the shorter side."""
    if len(rows) == 1 or len(columns) == 1:
        pair = min(
            ((row, column) for row in rows for column in columns if (row, column) in scores),
            key=lambda p: (-scores[p], p),
        )
        return [pair]
    turned = len(rows) > len(columns)
    if turned:
        rows, columns = columns, rows
    cost = [[-scores.get((c, r) if turned else (r, c), 0.0) for c in columns] for r in rows]
    width = len(columns)
    row_gain, column_gain = [0.0] * (len(rows) + 1), [0.0] * (width + 1)
    taken = [0] * (width + 1)
    for start in range(1, len(rows) + 1):
        taken[0] = start
        slack = [float("inf")] * (width + 1)
        way = [0] * (width + 1)
        used = [False] * (width + 1)
        here = 0
        while taken[here]:
            used[here] = True
            row = taken[here]
            least, following = float("inf"), 0
            for column in range(1, width + 1):
                if not used[column]:
                    reduced = cost[row - 1][column - 1] - row_gain[row] - column_gain[column]
                    if reduced < slack[column]:
                        slack[column], way[column] = reduced, here
                    if slack[column] < least:
                        least, following = slack[column], column
            for column in range(width + 1):
                if used[column]:
                    row_gain[taken[column]] += least
                    column_gain[column] -= least
                else:
                    slack[column] -= least
            here = following
        while here:
            taken[here] = taken[way[here]]
            here = way[here]
    pairs = [(rows[taken[column] - 1], columns[column - 1]) for column in range(1, width + 1) if taken[column]]
    pairs = [(column, row) if turned else (row, column) for row, column in pairs]
    return [pair for pair in pairs if pair in scores]
