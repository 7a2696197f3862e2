"""An answer as plain text: 80 columns, differing words between signs or in colour."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from contextvars import ContextVar
from functools import singledispatch

from plantrack.answers.counting import shortened
from plantrack.answers.tree import (
    NEW,
    NOTE,
    OLD,
    SAME,
    Answer,
    Block,
    Branches,
    Heading,
    Items,
    Lines,
    Listing,
    Notes,
    Pair,
    Paragraph,
    Row,
    Rows,
    Span,
    Stated,
    Table,
    Words,
    text_of,
)
from plantrack.catalogue import say, speaking
from plantrack.rendering.layout import beside, hanging, paragraph
from plantrack.rendering.text_tables import branch_lines, cut, table_lines

_NAMES = 17
"""The column of a map in which points stand."""
_LONG_NAMES = 24
_NUMBERS = 5
"""The column of the marks beside the words of a point."""
_WORDS = 7
_OURS = 30
"""Characters of our summary that stand beside the name of a point at least; else it fills the line."""
_NOTES = 18
"""The column in which a finding stands, behind the word of its kind."""
_BESIDE, _LONGEST = 10, 28
"""Of an unmarked stretch of more words than this, so many are shown at either end."""
_SIGNS = {OLD: ("\x01\x02", "\x03\x04"), NEW: ("\x05\x06", "\x07\x08")}
"""Stand-ins for the marks while lines are broken: no printable text holds them, and they are as wide."""
_PLAIN_MARKS = str.maketrans("\x01\x02\x03\x04\x05\x06\x07\x08", "[--]{++}")
_COLOURS = {OLD: "\x1b[31m", NEW: "\x1b[32m"}
_RESET = "\x1b[0m"


_columns: ContextVar[int] = ContextVar("columns", default=80)
"""How wide the text is that is made now."""


def as_text(answer: Answer, *, colour: bool = False, width: int = 80) -> str:
    """The answer as text with a line end.

    Args:
        answer: The answer.
        colour: Whether marked words are coloured, too, as on a terminal.
        width: Columns of the terminal.
    """
    _columns.set(width)
    lines: list[str] = []
    before: Block | None = None
    with speaking(answer.language):
        for block in answer.blocks:
            made = list(_lines(block))
            if made and lines and _apart(before, block):
                lines.append("")
            lines += made
            if made or isinstance(block, Heading):
                before = block
    return "\n".join(_coloured(lines) if colour else (line.translate(_PLAIN_MARKS) for line in lines)).rstrip() + "\n"


def _apart(before: Block | None, block: Block) -> bool:
    """Whether an empty line stands between two blocks."""
    if getattr(block, "role", "") == "as_of":
        return not isinstance(before, Pair)
    if isinstance(before, Pair):
        return not isinstance(block, Pair) or bool(block.notes)
    if isinstance(before, Branches) or (isinstance(before, Table) and not before.bare):
        return True
    if isinstance(before, Heading):
        return before.on_pages
    if "intro" in (getattr(before, "role", ""), getattr(block, "role", "")):
        return getattr(block, "role", "") == "intro"
    return (
        isinstance(block, Heading | Items | Rows | Lines | Branches | Pair) or getattr(block, "role", "") == "verdict"
    )


@singledispatch
def _lines(block: Block) -> Iterable[str]:
    """The lines of a block."""
    raise TypeError(type(block).__name__)


@_lines.register
def _(block: Heading) -> Iterable[str]:
    if not block.on_pages:
        yield from paragraph(_raised(block.words), width=_columns.get())


def _raised(words: Words) -> str:
    """Words in capitals; names of papers stay as they are."""
    return "".join(span.text.upper() if span.mark == SAME else span.text for span in words)


@_lines.register
def _(block: Paragraph) -> Iterable[str]:
    """A sentence; what a person can type is never broken."""
    *before, last = block.words
    if last.mark != "code":
        return paragraph(text_of(block.words), width=_columns.get())
    said = text_of(before)
    lead, stop, see = said.rstrip().rpartition(". ")
    return [*paragraph(lead + stop, width=_columns.get()), f"{see} {last.text}".lstrip()]


@_lines.register
def _(block: Listing) -> Iterable[str]:
    for item in block.items:
        yield from hanging("  -", text_of(item), column=4, width=_columns.get())


@_lines.register
def _(block: Notes) -> Iterable[str]:
    for number, note in enumerate(block.notes, 1):
        yield from hanging(f"[{number}]", text_of(note), column=6, width=_columns.get(), split=False)


@_lines.register
def _(block: Lines) -> Iterable[str]:
    for line in block.lines:
        yield cut(f"{_padded(f' {line.number}' if line.number else '')}{text_of(line.words)}", _columns.get())


@_lines.register
def _(block: Table) -> Iterable[str]:
    return table_lines(block, _columns.get())


@_lines.register
def _(block: Branches) -> Iterable[str]:
    return branch_lines(block, _columns.get())


@_lines.register
def _(block: Rows) -> Iterable[str]:
    """Rows in so many lines at most: the longest are cut first, then small ones share a line."""
    rows = block.rows
    most = [len(row.items) for row in rows]
    column = _NAMES if all(len(row.name) < _NAMES for row in rows) else _LONG_NAMES
    made = [_row_lines(row, count, column) for row, count in zip(rows, most, strict=True)]
    while block.most is not None and sum(map(len, made)) > block.most:
        longest = max(range(len(rows)), key=lambda index: (len(made[index]), most[index]))
        if most[longest] <= 1 or len(made[longest]) == 1:
            break
        most[longest] = most[longest] * 3 // 4
        made[longest] = _row_lines(rows[longest], most[longest], column)
    lines = [line for row in made for line in row]
    return lines if block.most is None or len(lines) <= block.most else _joined_rows(rows, block.most, column)


def _row_lines(row: Row, most: int, column: int) -> list[str]:
    more = len(row.items) - most
    items = ", ".join(text_of(item) for item in row.items[:most])
    text = row.lead + items + (say("map.more", count=more) if more else "") + row.tail
    lines = textwrap.wrap(text, _columns.get() - column, break_on_hyphens=False) or [""]
    if row.command:
        room = _columns.get() - column - len(lines[-1]) - 1
        if len(row.command) <= room:
            lines[-1] += f" {row.command}"
        else:
            lines.append(row.command)
    names = [row.name, *[""] * len(lines)]
    return [f"{name:<{column - 1}} {line}".rstrip() for name, line in zip(names, lines, strict=False)]


def _joined_rows(rows: Sequence[Row], most: int, column: int) -> list[str]:
    """A line a row; those with the fewest points share the last but two lines, as far as it takes."""
    short = [_row_lines(row, max(1, min(len(row.items), 6)), column)[0] for row in rows]
    if len(short) <= most:
        return short
    by_size = sorted(range(len(rows)), key=lambda index: (bool(rows[index].command), len(rows[index].items)))
    joined = sorted(by_size[: len(rows) - most + 1])
    also = "; ".join(f"{rows[index].name.lower()} {len(rows[index].items)}" for index in joined)
    kept = [short[index] for index in range(len(rows)) if index not in joined]
    return [*kept, f"{say('map.also'):<{column}}{shortened(also, _columns.get() - column)}"]


@_lines.register
def _(block: Items) -> Iterable[str]:
    """Each beside its date; a date that many have stands once."""
    before = ""
    room = _columns.get() - _NAMES
    for item in block.items:
        told = hanging("-", ": ".join(filter(None, [item.kind, text_of(item.name)])), column=2, width=room)
        lines = [text_of(one) for one in (item.verdict, item.says)]
        lines += [f"\u2014 {text_of(one)}" for one in item.who]
        told += [line for one in lines for line in paragraph(one, indent=2, width=room)]
        yield from beside(item.margin if item.margin != before else "", told, column=_NAMES)
        before = item.margin


@_lines.register
def _(block: Pair) -> Iterable[str]:
    """Number and heading, the words of both sides, what is said of them."""
    title = (" " if block.numbers else ": ").join(filter(None, [_raised(block.standing), block.title]))
    room = _columns.get() - max(_NUMBERS, len(block.numbers) + 3) - len(title) - 2
    beside = " ".join(
        f"{one.called}: {_shortened(one.words, max(_OURS, room - len(one.called) - 2))}"
        for one in block.wordings if one.ours
    )  # fmt: skip
    lines = [line for one in block.wordings if not one.ours for line in _wording_lines(
        one.words if block.whole else tuple(_short(one.words)), one.side, one.number,
    )]  # fmt: skip
    for state in block.states:
        lines += _state_lines(state)
    for label in block.labels:
        lines += textwrap.wrap(
            text_of(label), _columns.get(), initial_indent=" " * _WORDS, subsequent_indent=" " * (_WORDS + 2),
            break_on_hyphens=False,
        )  # fmt: skip
    for kind, words in block.notes:
        lines += hanging(kind, text_of(words), column=_NOTES, indent=_WORDS, width=_columns.get())
    heading = ". ".join(filter(None, [title, beside]))
    if not block.numbers:
        return [*paragraph(heading, width=_columns.get()), *lines]
    number = f" {block.numbers}"
    if heading:
        return [
            *textwrap.wrap(heading, _columns.get(), initial_indent=_padded(number), subsequent_indent=" " * _WORDS),
            *lines,
        ]
    if len(number) < _NUMBERS and lines and not block.notes:
        return [number + lines[0][len(number) :], *lines[1:]]
    return [number, *lines]


def _shortened(words: Words, most: int) -> str:
    """Words of so many characters at most; the numbers of their notes stay."""
    notes = text_of(span for span in words if span.mark == NOTE)
    return shortened(text_of(span for span in words if span.mark != NOTE), most - len(notes)) + notes


def _state_lines(state: Stated) -> Iterator[str]:
    """A reported state with who says so, how sure that is, and what is to be noted of it."""
    told = ". ".join(filter(None, [*map(text_of, (state.who, state.sure)), *map(text_of, state.notes)]))
    letter = f"{state.letter} " if state.letter else ""
    yield from textwrap.wrap(
        f"{letter}{text_of(state.words)}: {told}", _columns.get(), initial_indent=" " * _NUMBERS,
        subsequent_indent=" " * _WORDS, break_on_hyphens=False,
    )  # fmt: skip


def _wording_lines(words: Iterable[Span], side: str, number: str) -> list[str]:
    """The words of one side, broken into lines."""
    text = (f"{number}. " if number else "") + "".join(
        f"{_SIGNS[span.mark][0]}{span.text}{_SIGNS[span.mark][1]}" if span.mark in _SIGNS else span.text
        for span in words
    )
    return textwrap.wrap(
        " ".join(text.split()), _columns.get(), initial_indent=f"{'':<{_NUMBERS}}{'-' if side == OLD else '+'} ",
        subsequent_indent=" " * _WORDS, break_on_hyphens=False,
    )  # fmt: skip


def _short(words: Words) -> Iterator[Span]:
    """Words with long unmarked stretches cut in their middle; how a text begins stays."""
    for span in words:
        parts = span.text.split()
        if span.mark != SAME or len(parts) <= _LONGEST:
            yield span
        else:
            lead = re.match(rf"\s*(?:\S+\s+){{{_BESIDE - 1}}}\S+", span.text)
            end = " " if span.text[-1:].isspace() else ""
            yield Span(text=f"{lead.group() if lead else ''} \u2026 {' '.join(parts[-_BESIDE:])}{end}")


def _padded(number: str) -> str:
    return f"{number:<{_NUMBERS}}" if len(number) < _NUMBERS else f"{number}  "


def _coloured(lines: Iterable[str]) -> Iterator[str]:
    """Lines with marked words in colour; a mark that goes over a line end is coloured on both."""
    inside = ""
    for line in lines:
        body = line.lstrip(" ")
        shown = _COLOURS[inside] + body if inside else body
        for side, (opening, closing) in _SIGNS.items():
            shown = shown.replace(opening, _COLOURS[side] + opening).replace(closing, closing + _RESET)
            if opening in body or closing in body:
                inside = side if body.rfind(opening) > body.rfind(closing) else ""
        yield f"{line[: len(line) - len(body)]}{shown}{_RESET if inside else ''}".translate(_PLAIN_MARKS)
