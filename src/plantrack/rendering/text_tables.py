"""Tables and branches as plain text: in columns where they have room, else below each other."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from plantrack.answers.counting import shortened
from plantrack.answers.tree import QUIET, Branch, Branches, Table, shown_cells, text_of
from plantrack.rendering.layout import columns, hanging, paragraph, table

_LEAST = 16
"""Characters that a column with broken lines has at least."""
_MOST = 4
"""Lines of a cell in such a column, and of one that stands below its head."""
_MOST_QUIET = 2
"""Lines of a cell beside which no other says anything."""
_LABELS = 19
"""The column in which words stand beside a label at most."""
_FORK, _LAST, _DOWN = "\u251c\u2500 ", "\u2514\u2500 ", "\u2502"
_ROOM = 20
"""Characters of a line of words, however deep its branch."""


def table_lines(block: Table, width: int) -> list[str]:
    """A line a row where that fits; else cells in several lines, or below each other."""
    if block.lines:
        return _as_lines(block.lines, width)
    heads, cells = shown_cells(block)
    rows = [[text_of(cell) for cell in row] for row in cells]
    if block.grouped:
        return _grouped(rows, width)
    if block.letters:
        quiet = [
            sum(cell[:1] != () and cell[0].mark != QUIET for cell in row[-len(block.letters) :]) < 2 for row in cells
        ]
        return _lettered(block.letters, rows, quiet, width)
    lines = columns(rows if block.bare else [heads, *rows])
    if all(len(line) <= width for line in lines):
        return lines
    if block.cut:
        return [cut(line, width) for line in lines]
    named = ["" if block.bare else f"{head[:1].lower()}{head[1:]} " for head in heads]
    lines = []
    for first, *rest in rows:
        told = "; ".join(f"{name}{cell}" for name, cell in zip(named[1:], rest, strict=True) if cell)
        lines += [first, *paragraph(told, indent=4, width=width)]
    return lines


def _as_lines(lines: Sequence[Sequence[str]], width: int) -> list[str]:
    """A line a row, in as many words as it has room for."""
    room = max(width - max(len(name) for name, *_ in lines) - 2, 10)
    fitting = [next((told for told in tellings if len(told) <= room), tellings[-1]) for _, *tellings in lines]
    return columns((name, shortened(told, room)) for (name, *_), told in zip(lines, fitting, strict=True))


def _grouped(rows: list[list[str]], width: int) -> list[str]:
    """Rows below the name of their group, in columns that it fills, with an empty line before all but the first."""
    lines: list[str] = []
    for name, group in groupby(rows, key=itemgetter(0)):
        lines += [*([""] if lines else []), name]
        own = list(group)
        filled = [index for index in range(2, len(own[0])) if any(row[index] for row in own)]
        for line in columns([f" {row[1]}", *(row[index] for index in filled)] for row in own):
            lines += [line] if len(line) <= width else textwrap.wrap(line, width, subsequent_indent="    ")
    return lines


def _lettered(letters: Sequence[str], rows: list[list[str]], quiet: Sequence[bool], width: int) -> list[str]:
    """Columns below letters; where they have no room, the row by its name, and below it each cell behind its letter."""
    lead = len(rows[0]) - len(letters) if rows else 0
    widths = [max(len(row[index]) for row in rows) for index in range(lead - 1)] + [_LEAST]
    room = (width - sum(widths) - 2 * (lead + len(letters) - 1)) // len(letters)
    if room >= _LEAST:
        widths += [room] * len(letters)
        lines = table([[*[""] * lead, *letters]], widths)
        for row, is_quiet in zip(rows, quiet, strict=True):
            lines += table([row], widths, most=_MOST_QUIET if is_quiet else _MOST)
        return lines
    return [line for row in rows for line in _block(row[:lead], dict(zip(letters, row[lead:], strict=True)), width)]


def _block(names: Sequence[str], cells: Mapping[str, str], width: int) -> Iterator[str]:
    """A row by its name; what several cells say stands once, at the end."""
    yield from paragraph(" ".join(filter(None, names)), width=width)
    held: dict[str, list[str]] = {}
    for letter, cell in cells.items():
        held.setdefault(cell, []).append(letter)
    for cell, together in sorted(held.items(), key=lambda one: len(one[1]) > 1):
        yield from hanging(" ".join(together), cell, column=11, indent=2, width=width, most=_MOST - 1)


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
            level = (other for other in branches if other.label and other.depth == one.depth)
            ends = [len(other.label) + indent + 2 for other in level]
            column = max((end for end in ends if end <= _LABELS), default=_LABELS)
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
