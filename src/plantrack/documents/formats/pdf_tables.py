"""Tables of a PDF: rows of words that keep to the same gaps from line to line."""

import re
from itertools import pairwise
from typing import NamedTuple

from plantrack.documents.formats.pdf_words import Word

_GAP = 1.2
"""Letters' heights between two cells, at least."""
_LEFT_FREE = 0.9
"""Letters' heights that stay free from row to row."""
_FAR = 3.0
"""A line further below than so many usual ones is no more of the table."""
_APART = 1.3
"""A line further below than so many usual ones begins a row."""
_ALIGNED = 3.0
"""Points by which the edges of cells differ."""
_RUNNING = 4
"""Words of a line, at least, where a column is running text."""
_MARKER = re.compile(r"[(\[]?(?:\d{1,3}|[a-zA-Z]{1,2}|[ivxlIVXL]{1,6})[.)\]]{0,2}|\d+(?:\.\d+)+\.?|\W{1,2}")
"""What stands before a point or an item; a column of nothing else is no column."""
_PAGE = re.compile(r"[.\s…]*(?:\d{1,4}|[ivxl]{1,6})")
"""What a line of a table of contents ends with."""


class Cells(NamedTuple):
    """A row of a table: the lines of each cell."""

    cells: list[list[list[Word]]]

    def words(self) -> list[Word]:
        """All of its words, cell by cell."""
        return [word for cell in self.cells for line in cell for word in line]


class _Gap(NamedTuple):
    left: float
    right: float


def tables(rows: list[list[Word]]) -> list[list[Word] | Cells]:
    """Rows of words as they are, and those of tables as rows of cells.

    Args:
        rows: The words of a column of the page, row by row from the top, each from the left.
    """
    found: list[list[Word] | Cells] = []
    at = 0
    while at < len(rows):
        end, gaps = _grown(rows, at)
        if gaps:
            found += _cells(rows[at:end], gaps)
            at = end
        else:
            found.append(rows[at])
            at += 1
    return found


def _grown(rows: list[list[Word]], start: int) -> tuple[int, list[_Gap]]:
    """How far a table goes that begins with a row, and the gaps between its columns; none if it is no table."""
    gaps = _gaps(rows[start])
    if not gaps:
        return start, []
    end, pitch = start + 1, 0.0
    while end < len(rows):
        distance = rows[end][0].base - rows[end - 1][0].base
        pitch = min(pitch, distance) if pitch and distance > 0 else max(distance, 0.0)
        kept = [gap for gap in (_narrowed(gap, rows[end]) for gap in gaps) if gap is not None]
        if not kept or distance <= 0 or distance > _FAR * max(pitch, rows[end][0].size):
            break
        gaps = kept
        end += 1
    while end > start and not _on_both_sides(rows[end - 1], gaps) and not _continues(rows, end - 1, gaps, pitch):
        end -= 1
    chosen = rows[start:end]
    return (end, gaps) if _is_table(chosen, gaps) else (start, [])


def _gaps(row: list[Word]) -> list[_Gap]:
    return [
        _Gap(left.right, right.left)
        for left, right in pairwise(row)
        if not right.glued and right.left - left.right > _GAP * max(left.size, right.size)
    ]


def _narrowed(gap: _Gap, row: list[Word]) -> _Gap | None:
    """A gap as far as a further row leaves it free; None if it does not."""
    middle = (gap.left + gap.right) / 2
    left = max((word.right for word in row if (word.left + word.right) / 2 <= middle), default=gap.left)
    right = min((word.left for word in row if (word.left + word.right) / 2 > middle), default=gap.right)
    narrowed = _Gap(max(gap.left, left), min(gap.right, right))
    return narrowed if narrowed.right - narrowed.left > _LEFT_FREE * max(word.size for word in row) else None


def _on_both_sides(row: list[Word], gaps: list[_Gap]) -> bool:
    return any(row[0].left < gap.left <= gap.right <= row[-1].right for gap in gaps)


def _continues(rows: list[list[Word]], at: int, gaps: list[_Gap], pitch: float) -> bool:
    """Whether a row goes on in a cell above it."""
    near = rows[at][0].base - rows[at - 1][0].base <= _APART * pitch
    return near and (rows[at][0].left >= gaps[-1].right - 1 or rows[at][-1].right <= gaps[0].left + 1)


def _is_table(rows: list[list[Word]], gaps: list[_Gap]) -> bool:
    """Whether at least two rows stand on both sides of a gap, and the sides are no numbers of points or pages."""
    both = [row for row in rows if _on_both_sides(row, gaps)]
    if len(both) < 2:
        return False
    sides = [[side for row in both if (side := _side(row, gaps, place))] for place in range(len(gaps) + 1)]
    if not all(_is_aligned(column) for column in sides[1:]):
        return False
    columns = [[_text(side) for side in column] for column in sides]
    if len(columns) == 2 and all(_MARKER.fullmatch(text) for text in columns[0]):
        return False
    return not all(_PAGE.fullmatch(text) for text in columns[-1])


def _is_aligned(column: list[list[Word]]) -> bool:
    """Whether most cells of a column begin, end, or have their middle at one place."""
    edges = [(side[0].left, side[-1].right, (side[0].left + side[-1].right) / 2) for side in column]
    for of_all in zip(*edges, strict=True):
        usual = sorted(of_all)[len(of_all) // 2]
        if sum(abs(place - usual) < _ALIGNED for place in of_all) > 0.6 * len(of_all):
            return True
    return False


def _side(row: list[Word], gaps: list[_Gap], place: int) -> list[Word]:
    """The words of a row in one column."""
    left = gaps[place - 1].left if place else float("-inf")
    right = gaps[place].left if place < len(gaps) else float("inf")
    return [word for word in row if left < (word.left + word.right) / 2 <= right]


def _text(words: list[Word]) -> str:
    return " ".join(word.text for word in words)


def _cells(rows: list[list[Word]], gaps: list[_Gap]) -> list[list[Word] | Cells]:
    """Lines put together as rows of cells; columns of running text one after the other."""
    sides = [[_side(row, gaps, place) for place in range(len(gaps) + 1)] for row in rows]
    distances = [below[0].base - above[0].base for above, below in pairwise(rows)]
    apart = [distance > _APART * min(distances) for distance in distances]
    if not any(apart) and all(_is_running([row[place] for row in sides]) for place in range(len(gaps) + 1)):
        return [row[place] for place in range(len(gaps) + 1) for row in sides if row[place]]
    full = sum(all(row) for row in sides)
    parted = sum(apart) >= full / 2
    found: list[Cells] = []
    for at, row in enumerate(sides):
        begins = at == 0 or apart[at - 1] or (not parted and all(row))
        if begins:
            found.append(Cells([[] for _ in row]))
        for cell, side in zip(found[-1].cells, row, strict=True):
            if side:
                cell.append(side)
    return list(found)


def _is_running(lines: list[list[Word]]) -> bool:
    """Whether a column is text that goes on from line to line."""
    printed = [line for line in lines if line]
    return sum(len(line) for line in printed) >= _RUNNING * max(1, len(printed))
