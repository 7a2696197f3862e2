"""Tables and branches as plain text: in columns where they have room, else below each other."""

import textwrap
from collections.abc import Iterator, Sequence

from plantrack.answers.tree import Branch, Branches, Table, shown_cells, text_of
from plantrack.reporting.layout import columns, hanging, paragraph, table

_LEAST = 16
"""Characters that a column with broken lines has at least."""
_MOST = 4
"""Lines of a cell in such a column, and of one that stands below its head."""
_LABELS = 19
"""The column in which words stand beside a label at most."""
_FORK, _LAST, _DOWN = "\u251c\u2500 ", "\u2514\u2500 ", "\u2502"
_ROOM = 20
"""Characters of a line of words, however deep its branch."""


def table_lines(block: Table, width: int) -> list[str]:
    """A line a row where that fits; else cells in several lines, or below each other."""
    heads, cells = shown_cells(block)
    rows = [[text_of(cell) for cell in row] for row in cells]
    if block.grouped:
        return _grouped(rows)
    lines = columns(rows if block.bare else [heads, *rows])
    if all(len(line) <= width for line in lines):
        return lines
    if block.cut:
        return [cut(line, width) for line in lines]
    if block.letters:
        return _lettered(block.letters, rows, width)
    named = ["" if block.bare else f"{head[:1].lower()}{head[1:]} " for head in heads]
    lines = []
    for first, *rest in rows:
        told = "; ".join(f"{name}{cell}" for name, cell in zip(named[1:], rest, strict=True) if cell)
        lines += [first, *paragraph(told, indent=4, width=width)]
    return lines


def _grouped(rows: list[list[str]]) -> list[str]:
    """Rows below the name of their group, with an empty line before each group but the first."""
    lines: list[str] = []
    for before, row, line in zip([None, *rows], rows, columns([f" {row[1]}", *row[2:]] for row in rows), strict=False):
        if before is None or before[0] != row[0]:
            lines += [*([""] if lines else []), row[0]]
        lines.append(line)
    return lines


def _lettered(letters: Sequence[str], rows: list[list[str]], width: int) -> list[str]:
    """Columns below letters; where they have no room, the row by its name, and below it each cell behind its letter."""
    names = [" ".join(filter(None, row[: -len(letters)])) for row in rows]
    room = (width - _LEAST - 2 * len(letters)) // len(letters)
    if room >= _LEAST:
        widths = (width - (room + 2) * len(letters), *(room for _ in letters))
        body = [[name, *row[-len(letters) :]] for name, row in zip(names, rows, strict=True)]
        return table([["", *letters]], widths) + [line for row in body for line in table([row], widths, most=_MOST)]
    lines: list[str] = []
    for name, row in zip(names, rows, strict=True):
        lines += paragraph(name, width=width)
        held: dict[str, list[str]] = {}
        for letter, cell in zip(letters, row[-len(letters) :], strict=True):
            held.setdefault(cell, []).append(letter)
        for cell, together in held.items():
            lines += hanging(" ".join(together), cell, column=11, indent=2, width=width, most=_MOST)
    return lines


def branch_lines(block: Branches, width: int) -> list[str]:
    """Each branch with its label, further in by its depth."""
    if block.drawn:
        return _drawn(block.branches, width)
    made = list(_indented(block.branches, width))
    if block.most is not None:
        _cut_longest(made, block.most, width)
    lines: list[str] = []
    deep = [one.depth for one in block.branches]
    for index, shown in enumerate(made):
        has_below = deep[index + 1 : index + 2] > [0]
        after_below = index > 0 and deep[index - 1] > 0
        if lines and deep[index] == 0 and (has_below or after_below) and block.most is None:
            lines.append("")
        lines += shown
    return lines


def _indented(branches: Sequence[Branch], width: int) -> Iterator[list[str]]:
    for index, one in enumerate(branches):
        indent = 2 * one.depth
        below = branches[index + 1].depth > one.depth if index + 1 < len(branches) else False
        text = text_of(one.words)
        if one.label:
            siblings = [len(other.label) + 2 * other.depth for other in branches if other.label]
            column = min(max(siblings) + 2, _LABELS)
            yield hanging(one.label, text, column=max(column, indent + 2), indent=indent, width=width)
        elif one.depth and below:
            yield hanging("-", text, column=indent + 2, indent=indent, width=width)
        elif one.words and one.words[-1].mark == "code":
            yield [" " * indent + text]
        else:
            first, *more = textwrap.wrap(text, width - indent, break_on_hyphens=False) or [""]
            yield [" " * indent + line for line in (first, *more)]


def _cut_longest(made: list[list[str]], most: int, width: int) -> None:
    """Leaves so many lines in all, the longest cut first; each keeps one."""
    while sum(map(len, made)) > most and max(map(len, made)) > 1:
        longest = max(range(len(made)), key=lambda index: len(made[index]))
        *kept, last, _ = made[longest]
        made[longest] = [*kept, f"{last[: width - 4].rstrip(' .')} ..."]


def _drawn(branches: Sequence[Branch], width: int) -> list[str]:
    """Branches with lines from each to what it belongs to."""
    lines: list[str] = []
    for index, one in enumerate(branches):
        rest = branches[index + 1 :]
        open_at = [_goes_on(rest, depth) for depth in range(1, one.depth + 1)]
        stems = "".join(f"{_DOWN if more else ' '}  " for more in open_at[:-1])
        fork = (_FORK if open_at[-1] else _LAST) if one.depth else ""
        label = f"{one.label} " if one.label else ""
        inner = [*open_at, _goes_on(rest, one.depth + 1)]
        below = "  ".join(_DOWN if more else " " for more in inner)
        room = max(width - len(below) - 3, _ROOM)
        first, *more = textwrap.wrap(label + text_of(one.words), room, break_on_hyphens=False) or [""]
        lines += [stems + fork + first, *(f"{below}   {line}" for line in more)]
    return lines


def _goes_on(rest: Sequence[Branch], depth: int) -> bool:
    """Whether another branch of a depth follows below the same one."""
    return next((one.depth == depth for one in rest if one.depth <= depth), False)


def cut(line: str, width: int) -> str:
    """A line of so many characters at most, cut between words."""
    return line if len(line) <= width else line[: width - 1].rsplit(" ", 1)[0].rstrip() + "\u2026"
