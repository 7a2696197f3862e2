"""Plain text in columns that fits a terminal."""

import textwrap
from collections.abc import Iterable, Sequence
from itertools import zip_longest

WIDTH = 80
_ROOMY = 8
"""Characters from which on a column can show that something was cut."""


def paragraph(text: str, *, indent: int = 0, width: int = WIDTH) -> list[str]:
    """Text broken into lines."""
    pad = " " * indent
    return textwrap.wrap(
        " ".join(text.split()), width, initial_indent=pad, subsequent_indent=pad, break_on_hyphens=False
    )


def hanging(
    label: str,
    text: str,
    *,
    column: int,
    width: int = WIDTH,
    indent: int = 0,
    most: int | None = None,
    split: bool = True,
) -> list[str]:
    """A label, and text beside it from a column on, in so many lines at most; a long label has its own line.

    A word longer than a line is split, or else has a longer line: an address in two parts is no address.
    """
    head = " " * indent + label
    rest = " " * column
    if len(head) >= column:
        return [head, *(rest + line for line in _wrapped(text, width - column, most, split=split))]
    lines = _wrapped(text, width - column, most, split=split) or [""]
    return [(head.ljust(column) + lines[0]).rstrip(), *(rest + line for line in lines[1:])]


def _wrapped(text: str, width: int, most: int | None, *, split: bool = True) -> list[str]:
    return textwrap.wrap(
        text, width, break_on_hyphens=False, break_long_words=split, max_lines=most, placeholder=" ..."
    )


def beside(left: str, lines: Sequence[str], *, column: int) -> list[str]:
    """Lines from a column on, with words to their left, which are broken where they are long."""
    lefts = paragraph(left, width=column - 1)
    return [f"{one:<{column}}{line}".rstrip() for one, line in zip_longest(lefts, lines, fillvalue="")]


def columns(rows: Iterable[Sequence[str]], *, gap: int = 2) -> list[str]:
    """Rows as aligned columns; the last one is not padded."""
    table = [list(row) for row in rows]
    if not table:
        return []
    widths = [max(len(row[index]) for row in table if index < len(row)) for index in range(max(map(len, table)))]
    return [
        (" " * gap).join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip() for row in table
    ]


def table(rows: Iterable[Sequence[str]], widths: Sequence[int], *, gap: int = 2, most: int | None = None) -> list[str]:
    """Rows as columns of fixed widths, each cell broken into lines, so many of them at most."""
    lines: list[str] = []
    for row in rows:
        cells = [
            _wrapped(cell, max(width, 1), most if width >= _ROOMY else None)
            for cell, width in zip(row, widths, strict=True)
        ]
        for level in range(max(map(len, cells), default=0)):
            parts = [
                (cell[level] if level < len(cell) else "").ljust(width)
                for cell, width in zip(cells, widths, strict=True)
            ]
            lines.append((" " * gap).join(parts).rstrip())
    return lines
