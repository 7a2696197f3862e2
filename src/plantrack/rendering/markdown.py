"""An answer as Markdown: the words of others escaped, differing words in `<del>` and `<ins>`.

Those two elements stand wherever HTML is allowed in Markdown, on GitHub too; signs such as `~~` would not be read as
marks between a word and a comma.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch
from urllib.parse import quote

from plantrack.answers.tree import (
    LINK,
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
    Rows,
    Span,
    Table,
    Words,
    item_cells,
    pair_title,
    shown_cells,
    text_of,
)
from plantrack.catalogue import say, speaking
from plantrack.rendering.markup import escaped

_IN_ADDRESS = "/:?#@!$&'*+,;=%-._~[]"
"""Signs that stand in an address as they are: none that closes a link or a cell of a table."""
_ELEMENTS = {OLD: ("<del>", "</del>"), NEW: ("<ins>", "</ins>"), STRONG: ("**", "**"), "code": ("`", "`")}


def as_markdown(answer: Answer) -> str:
    """The answer as Markdown (CommonMark with tables) with a line end."""
    lines = [f"# {escaped(answer.title)}"]
    before: Block | None = None
    with speaking(answer.language):
        for block in answer.blocks:
            made = list(_lines(block))
            lines += made if _goes_on(before, block) else ["", *made] if made else []
            before = block if made else before
    return "\n".join(lines) + "\n"


def _goes_on(before: Block | None, block: Block) -> bool:
    """Whether a paragraph is one more of a list of sentences."""
    return isinstance(before, Paragraph) and isinstance(block, Paragraph) and before.role == block.role == "said"


@singledispatch
def _lines(block: Block) -> Iterable[str]:
    """The lines of a block."""
    raise TypeError(type(block).__name__)


@_lines.register
def _(block: Heading) -> Iterable[str]:
    yield f"{'#' * block.level} {escaped(text_of(block.words))}"


@_lines.register
def _(block: Paragraph) -> Iterable[str]:
    if block.on_pages:
        yield f"{'- ' if block.role == 'said' else ''}{inline(block.words)}"


@_lines.register
def _(block: Listing) -> Iterable[str]:
    return [f"- {inline(item)}" for item in block.items]


@_lines.register
def _(block: Notes) -> Iterable[str]:
    """Notes as GitHub and Pandoc read them."""
    return [f"[^{number}]: {inline(note)}" for number, note in enumerate(block.notes, 1)]


@_lines.register
def _(block: Lines) -> Iterable[str]:
    return [
        f"- {f'**{escaped(line.number)}** ' if line.number else ''}{inline(line.words)}" for line in block.lines
    ]  # fmt: skip


@_lines.register
def _(block: Table) -> Iterable[str]:
    yield from _table(*shown_cells(block))


def _table(heads: Sequence[str], rows: Iterable[Sequence[Words]]) -> Iterator[str]:
    yield f"| {' | '.join(map(escaped, heads))} |"
    yield f"|{'---|' * len(heads)}"
    yield from (f"| {' | '.join(map(inline, row))} |" for row in rows)


@_lines.register
def _(block: Branches) -> Iterable[str]:
    for one in block.branches:
        label = f"**{escaped(one.label)}** " if one.label else ""
        yield f"{'  ' * one.depth}- {label}{inline(one.words)}"


@_lines.register
def _(block: Items) -> Iterable[str]:
    heads, rows = item_cells(block)
    yield from _table(heads, rows)


@_lines.register
def _(block: Rows) -> Iterable[str]:
    yield f"| {' | '.join(map(escaped, block.heads))} |"
    yield "|---|---|"
    for row in block.rows:
        items = ", ".join(map(inline, row.items))
        command = f" `{row.command}`" if row.command and not set("`|") & set(row.command) else ""
        yield f"| {escaped(row.name)} | {_spaced(row.lead)}{items}{_spaced(row.tail)}{command} |"


@_lines.register
def _(block: Pair) -> Iterator[str]:
    heading = pair_title(block)
    if heading:
        yield from (f"### {escaped(heading)}", "")
    for wording in block.wordings:
        number = f" {escaped(wording.number)}" if wording.number else ""
        yield f"- {escaped(wording.called)}{number}: {inline(wording.words)}"
    for state in block.states:
        letter = f"{escaped(state.letter)}. " if state.letter else ""
        told = ". ".join(filter(None, [inline(state.who), inline(state.sure)]))
        yield f"- **{letter}{inline(state.words)}**: {told}"
        yield from (f"  - {inline(note)}" for note in state.notes)
    if block.labels:
        yield from (
            *[""] * bool(block.wordings or block.states),
            "<br>\n".join(
                inline(label) if label[0].mark == QUIET else f"**{inline(label)}**" for label in block.labels
            ),
        )
    if block.notes:
        yield from ("", *(f"- {escaped(kind)}: {inline(words)}" for kind, words in block.notes))


def inline(words: Iterable[Span]) -> str:
    """Words on one line."""
    return "".join(_marked(span) for span in words)


def _marked(span: Span) -> str:
    if span.mark == "code":
        return f"`{span.text}`" if "`" not in span.text and "|" not in span.text else escaped(span.text)
    if span.mark == NOTE:
        return f"[^{span.text.strip('[]')}]"
    if span.mark == LINK:
        return f"[{escaped(say('note.page'))}]({quote(span.text, safe=_IN_ADDRESS)})"
    opening, closing = _ELEMENTS.get(span.mark, ("", ""))
    return f"{opening}{_spaced(span.text)}{closing}"


def _spaced(text: str) -> str:
    """Text as Markdown, with the spaces at its ends."""
    if not text.strip():
        return " " if text else ""
    return f"{' ' * text[:1].isspace()}{escaped(text)}{' ' * text[-1:].isspace()}"
