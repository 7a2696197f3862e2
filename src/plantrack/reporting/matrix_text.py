"""A matrix as plain text: a table where its columns have room, else a block a provision."""

from collections.abc import Sequence

from plantrack.corpus import Paper
from plantrack.differences.matrix import SILENT, Matrix, Row
from plantrack.reporting.layout import WIDTH, hanging, paragraph, table
from plantrack.reporting.matrix_words import (
    caveats,
    cells_of,
    count_line,
    legend_lines,
    paper_words,
    row_name,
)

_LEAST = 16
"""Characters a column of a table has at least."""
_LABEL = 16
_GAP = 2
_LETTER = 11
"""The column where the words of a block begin, within it."""


def matrix_as_text(matrix: Matrix, *, width: int = WIDTH) -> str:
    """Provisions by versions, the way `plantrack compare` prints it.

    Args:
        matrix: The matrix.
        width: Columns of the terminal.
    """
    shown = matrix.rows
    letters = column_names(len(matrix.versions))
    lines = [line for pair in zip(letters, matrix.versions, strict=True) for line in _head(matrix, *pair, width)]
    lines.append("")
    number = max((len(row_name(row)[0]) for row in shown), default=0)
    room = (width - number - _LABEL - _GAP * (len(letters) + 1)) // len(letters)
    if not shown:
        lines.append("No provision to show.")
    elif room >= _LEAST:
        lines += _as_table(matrix, shown, letters, (number, _LABEL, *(room for _ in letters)))
    else:
        for row in shown:
            lines += _block(row, matrix, letters, width)
    lines += ["", *_foot(matrix, letters, width)]
    return "\n".join(lines).rstrip() + "\n"


def column_names(count: int) -> list[str]:
    """A letter for each paper; after Z, AA."""
    names = []
    for index in range(count):
        name, rest = "", index
        while rest >= 0:
            name, rest = chr(ord("A") + rest % 26) + name, rest // 26 - 1
        names.append(name)
    return names


def _head(matrix: Matrix, letter: str, paper: Paper, width: int) -> list[str]:
    baseline = " (baseline)" if paper is matrix.versions[matrix.baseline] else ""
    return hanging(letter, f"{paper.ref}{baseline}  {paper_words(paper)}", column=3, width=width)


def _as_table(matrix: Matrix, rows: Sequence[Row], letters: Sequence[str], widths: Sequence[int]) -> list[str]:
    lines = table([["", "", *letters]], widths)
    for row in rows:
        number, label = row_name(row)
        cells = cells_of(row, matrix)
        most = 2 if _is_silent(row, matrix) else 4
        lines += table([[number, label, *cells]], widths, most=most)
    return lines


def _block(row: Row, matrix: Matrix, letters: Sequence[str], width: int) -> list[str]:
    """The label, and below it what the papers say; those that say nothing of it together at the end."""
    number, label = row_name(row)
    lines = paragraph(f"{number}  {label}".strip(), width=width)
    grouped: dict[tuple[bool, str], list[str]] = {}
    for letter, cell, words in zip(letters, row.cells, cells_of(row, matrix), strict=True):
        grouped.setdefault((cell.presence == "not_reported", words), []).append(letter)
    for (_, words), held in sorted(grouped.items(), key=lambda group: group[0][0]):
        lines += hanging(" ".join(held), words, column=_LETTER, indent=2, width=width, most=3)
    return lines


def _is_silent(row: Row, matrix: Matrix) -> bool:
    return all(cell.presence in SILENT for place, cell in enumerate(row.cells) if place != matrix.baseline)


def _foot(matrix: Matrix, letters: Sequence[str], width: int) -> list[str]:
    base = letters[matrix.baseline]
    lines: list[str] = []
    for mark, meaning in legend_lines(matrix, base):
        lines += hanging(mark, meaning, column=4, width=width)
    for said in caveats(matrix):
        lines += paragraph(said, width=width)
    return [*lines, *paragraph(count_line(matrix, base), width=width)]
