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
    label: str, text: str, *, column: int, width: int = WIDTH, indent: int = 0, most: int | None = None
) -> list[str]:
    """A label, and text beside it from a column on, in so many lines at most; a long label has its own line."""
    head = " " * indent + label
    rest = " " * column
    if len(head) >= column:
        return [head, *(rest + line for line in _wrapped(text, width - column, most))]
    lines = _wrapped(text, width - column, most) or [""]
    return [(head.ljust(column) + lines[0]).rstrip(), *(rest + line for line in lines[1:])]


def _wrapped(text: str, width: int, most: int | None) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False, max_lines=most, placeholder=" ...")


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


def count_of(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun, thousands apart.

    >>> count_of(1, "change"), count_of(5000, "lineage"), count_of(2, "party", "parties")
    ('1 change', '5,000 lineages', '2 parties')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def shortened(text: str, length: int) -> str:
    """Text of at most so many characters, cut between words."""
    return textwrap.shorten(text, length, placeholder=" ...")


def number_ranges(numbers: Sequence[str]) -> str:
    """Point numbers with runs of three and more folded, in order.

    >>> number_ranges(["1", "2", "9", "10", "11", "12.c", "12.d", "12.e"])
    '1 2 9-11 12.c-e'
    """
    return " ".join(folded_numbers(numbers))


def folded_numbers(numbers: Sequence[str]) -> list[str]:
    """Point numbers with each run of three and more as one."""
    return [shown for shown, _ in number_runs(numbers)]


def number_runs(numbers: Sequence[str]) -> list[tuple[str, str]]:
    """Point numbers with each run of three and more as one, each with the first number of it."""
    runs: list[list[str]] = []
    for number in numbers:
        if runs and _follows(runs[-1][-1], number):
            runs[-1].append(number)
        else:
            runs.append([number])
    return [
        pair
        for run in runs
        for pair in (
            [(f"{run[0]}-{run[-1].rpartition('.')[2]}", run[0])] if len(run) > 2 else [(one, one) for one in run]
        )
    ]


def _follows(earlier: str, later: str) -> bool:
    above, _, last = earlier.rpartition(".")
    above_later, _, last_later = later.rpartition(".")
    if above != above_later or not last.isascii():
        return False
    if last.isdigit() and last_later.isdigit():
        return len(last_later) < 9 and int(last_later) == int(last) + 1
    return len(last) == len(last_later) == 1 and last.isalpha() and ord(last_later) == ord(last) + 1
