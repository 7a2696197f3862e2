"""An answer as one page of HTML: no script, nothing from elsewhere, differing words in `<del>` and `<ins>`."""

from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch
from html import escape
from pathlib import Path

from plantrack.answers.tree import (
    DIFFERS,
    LINK,
    MAY_DIFFER,
    NEW,
    NOTE,
    OLD,
    QUIET,
    STRONG,
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
    item_cells,
    pair_title,
    shown_cells,
)
from plantrack.catalogue import say, speaking

_ELEMENTS = {OLD: "del", NEW: "ins", STRONG: "strong", "code": "code"}
_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="generator" content="plantrack">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<main>
{body}</main>
</body>
</html>
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def as_page(answer: Answer) -> str:
    """A whole page, which needs no other file."""
    return _PAGE.format(
        language=escape(answer.language), policy=_POLICY, title=escape(answer.title), style=style(),
        body=as_fragment(answer),
    )  # fmt: skip


def as_fragment(answer: Answer) -> str:
    """The body of such a page alone: for a notebook, or a page of one's own; `style` makes it readable."""
    with speaking(answer.language):
        lines = [line for one in answer.blocks for line in _lines(one)]
    return "\n".join([f"<h1>{escape(answer.title)}</h1>", *lines]) + "\n"


def style() -> str:
    """The style sheet of pages and fragments."""
    return (Path(__file__).parent / "page.css").read_text(encoding="utf-8")


@singledispatch
def _lines(block: Block) -> Iterable[str]:
    """The lines of a block."""
    raise TypeError(type(block).__name__)


@_lines.register
def _(block: Heading) -> Iterable[str]:
    yield f"<h{block.level}>{inline(block.words)}</h{block.level}>"


@_lines.register
def _(block: Paragraph) -> Iterable[str]:
    if block.on_pages:
        yield f'<p class="{block.role}">{inline(block.words)}</p>'


@_lines.register
def _(block: Listing) -> Iterable[str]:
    yield from ("<ul>", *(f"<li>{inline(item)}</li>" for item in block.items), "</ul>")


@_lines.register
def _(block: Lines) -> Iterable[str]:
    yield '<ul class="lines">'
    for line in block.lines:
        yield f"<li>{f'<b>{escape(line.number)}</b> ' if line.number else ''}{inline(line.words)}</li>"
    yield "</ul>"


@_lines.register
def _(block: Table) -> Iterable[str]:
    """A list where the heads need not stand; on a phone a row of a table is shown as a card."""
    if block.bare and not block.grouped:
        yield '<dl class="papers">'
        for first, *rest in block.rows:
            yield f"<div><dt>{inline(first)}</dt><dd>{'; '.join(filter(None, map(inline, rest)))}</dd></div>"
        yield "</dl>"
        return
    yield from _cells(*shown_cells(block), grouped=block.grouped)


def _cells(heads: Sequence[str], rows: Iterable[Sequence[Words]], *, grouped: bool = False) -> Iterator[str]:
    group: Words = ()
    heads = heads[1:] if grouped else heads
    yield from ('<table class="cells">', "<thead>", "<tr>")
    yield from (f'<th scope="col">{escape(head)}</th>' for head in heads)
    yield from ("</tr>", "</thead>", "<tbody>")
    for row in rows:
        if grouped and row[0] != group:
            group = row[0]
            yield f'<tr><th class="group" scope="rowgroup" colspan="{len(heads)}">{inline(group)}</th></tr>'
        pairs = zip(heads, row[grouped:], strict=True)
        cells = (f'<td data-label="{escape(head)}">{inline(cell)}</td>' for head, cell in pairs)
        yield f"<tr>{''.join(cells)}</tr>"
    yield from ("</tbody>", "</table>")


@_lines.register
def _(block: Branches) -> Iterable[str]:
    yield '<ul class="branches">'
    for one in block.branches:
        label = f"<b>{escape(one.label)}</b> " if one.label else ""
        yield f'<li style="--depth: {one.depth}">{label}{inline(one.words)}</li>'
    yield "</ul>"


@_lines.register
def _(block: Items) -> Iterable[str]:
    heads, rows = item_cells(block)
    yield from _cells(heads, rows)


@_lines.register
def _(block: Rows) -> Iterable[str]:
    yield '<table class="map">'
    if block.caption:
        yield f"<caption>{escape(block.caption)}</caption>"
    for row in block.rows:
        place = f' id="{escape(row.anchor)}"' if row.anchor else ""
        yield f'<tr{place}><th scope="row">{escape(row.name)}</th><td>{_row(row)}</td></tr>'
    yield "</table>"


def _row(row: Row) -> str:
    command = f" <code>{escape(row.command)}</code>" if row.command else ""
    return f"{escape(row.lead)}{', '.join(map(inline, row.items))}{escape(row.tail)}{command}"


@_lines.register
def _(block: Pair) -> Iterator[str]:
    about = f' data-about="{escape(" ".join(block.about))}"' if block.about else ""
    joins = ' data-old="{}" data-new="{}"'.format(*map(escape, block.joins)) if block.joins else ""
    yield f'<section class="point" id="{escape(block.anchor)}"{about}{joins}>'
    heading = pair_title(block)
    if heading:
        yield f"<h3>{escape(heading)}</h3>"
    if block.wordings:
        yield '<div class="sides">'
        for side in (OLD, NEW):
            yield from _side(block, side)
        yield "</div>"
    if block.states:
        yield '<ul class="states">'
        for state in block.states:
            yield f"<li>{_state(state)}</li>"
        yield "</ul>"
    if block.labels:
        yield from ('<ul class="labels">', *(f"<li>{inline(label)}</li>" for label in block.labels), "</ul>")
    if block.notes:
        yield '<dl class="notes">'
        yield from (f"<div><dt>{escape(kind)}</dt><dd>{inline(words)}</dd></div>" for kind, words in block.notes)
        yield "</dl>"
    yield "</section>"


def _state(state: Stated) -> str:
    letter = f"{escape(state.letter)} " if state.letter else ""
    notes = "".join(f'<p class="note">{inline(note)}</p>' for note in state.notes)
    who = inline(state.who) + (". " if state.who and state.sure else "")
    return f'<p><b>{letter}{inline(state.words)}</b>: {who}<span class="sure">{inline(state.sure)}</span></p>{notes}'


def _side(block: Pair, side: str) -> Iterator[str]:
    wordings = [wording for wording in block.wordings if wording.side == side]
    if not wordings:
        return
    yield f'<div class="side {side}">'
    yield f'<p class="of">{escape(wordings[0].called)}</p>'
    for wording in wordings:
        number = f"<b>{escape(wording.number)}</b> " if wording.number else ""
        yield f'<p lang="{escape(wording.language)}" dir="auto">{number}{inline(wording.words)}</p>'
    yield "</div>"


@_lines.register
def _(block: Notes) -> Iterator[str]:
    yield '<ol class="footnotes">'
    yield from (f'<li id="note-{number}">{inline(note)}</li>' for number, note in enumerate(block.notes, 1))
    yield "</ol>"


def inline(words: Iterable[Span]) -> str:
    """Words inside an element."""
    return "".join(map(_marked, words))


def _marked(span: Span) -> str:
    text = escape(span.text)
    if span.mark == NOTE:
        number = span.text.strip("[]")
        label = escape(say("note.number", number=number))
        return f'<sup><a href="#note-{number}" aria-label="{label}">{number}</a></sup>'
    if span.mark == LINK:
        return f'<a href="{text}" rel="noreferrer">{escape(say("note.page"))}</a>'
    element = _ELEMENTS.get(span.mark)
    if span.mark in (DIFFERS, MAY_DIFFER, QUIET):
        text = f'<span class="{span.mark}">{text}</span>'
    shown = f"<{element}>{text}</{element}>" if element else text
    return f'<a href="#{escape(span.to)}">{shown}</a>' if span.to else shown
