"""Two texts as Markdown: a table for the map, and the words of both with the differing ones in `<del>` and `<ins>`.

Those two elements stand wherever HTML is allowed in Markdown, on GitHub too; signs such as `~~` would not be read as
marks between a word and a comma.
"""

from collections.abc import Iterable, Iterator, Mapping

from plantrack.differences.result import Diff
from plantrack.model import Actor
from plantrack.reporting.layout import shortened
from plantrack.reporting.markup import escaped
from plantrack.reporting.two_texts import GONE, NEW, Block, TwoTexts, Wording, arrange_two_texts
from plantrack.reporting.two_texts_header import paper_rows, said_above, verdict
from plantrack.reporting.two_texts_map import MapRow, map_of, unreported_names

_TITLE = 140
"""Characters of a title."""


def two_texts_as_markdown(diff: Diff, actors: Mapping[str, Actor] | None = None, *, left_out: int = 0) -> str:
    """What differs between two texts.

    Args:
        diff: The comparison.
        actors: The registry, for changes of curated terms.
        left_out: How many changes a selection left out.
    """
    shown = arrange_two_texts(diff, actors, left_out=left_out)
    lines = [f"# {escaped(title_of(shown))}", "", "| Paper | Title | Holds |", "|---|---|---|"]
    lines += [f"| {' | '.join(map(escaped, row))} |" for row in paper_rows(diff)]
    lines += ["", *(f"- {escaped(sentence)}" for sentence in said_above(shown)), ""]
    sentence = verdict(shown)
    lines += [escaped(sentence)] if sentence else ["| What | Where |", "|---|---|", *map(_row, map_of(shown))]
    for heading, blocks in (("The papers", shown.papers), ("Outside the points", shown.outside)):
        if blocks:
            lines += ["", f"## {heading}", *(line for block in blocks for line in _block(block, shown))]
    if shown.points:
        lines += ["", "## Point by point", *(line for block in shown.points for line in _block(block, shown))]
    lines += _unreported(shown)
    return "\n".join(lines) + "\n"


def title_of(shown: TwoTexts) -> str:
    """The title of the answer."""
    old, new, revision = shown.names
    return shortened(f"What changed from {old} to {new}" if revision else f"How {old} and {new} differ", _TITLE)


def standing_of(block: Block, shown: TwoTexts) -> str:
    """Whether only one paper has a point: `gone`, `new`, `only in march.md`."""
    if block.state not in (GONE, NEW) or not block.numbers:
        return ""
    if shown.names.revision:
        return block.state
    return f"only in {shown.names.old if block.state == GONE else shown.names.new}"


def heading_of(block: Block, shown: TwoTexts) -> str:
    """The number of a point, whether only one paper has it, and its own heading: `3→2: Elections`, `2 gone`."""
    number = f"{block.numbers} {standing_of(block, shown)}".strip()
    return f"{number}: {block.title}" if block.title else number


def _row(row: MapRow) -> str:
    command = f" `{row.command}`" if row.command and "`" not in row.command and "|" not in row.command else ""
    return f"| {escaped(row.name)} | {escaped(row.lead + ', '.join(row.items) + row.tail)}{command} |"


def _block(block: Block, shown: TwoTexts) -> Iterator[str]:
    yield ""
    if block.numbers:
        heading = ": ".join(
            filter(None, [" ".join(filter(None, [block.numbers, standing_of(block, shown)])), block.title])
        )
        yield from (f"### {escaped(heading)}", "")
    words = [*_words("Old", block.old), *_words("New", block.new)]
    yield from words
    if block.labels:
        yield from ("", "<br>\n".join(f"**{escaped(label)}**" for label in block.labels))


def _words(side: str, wordings: Iterable[Wording]) -> Iterator[str]:
    for wording in wordings:
        number = f" {escaped(wording.number)}" if wording.number else ""
        yield f"- {side}{number}: {_marked(wording, 'del' if side == 'Old' else 'ins')}"


def _marked(wording: Wording, element: str) -> str:
    return "".join(
        f"<{element}>{_kept_spaces(run.text)}</{element}>" if run.changed else _kept_spaces(run.text)
        for run in wording.runs
    )


def _kept_spaces(text: str) -> str:
    """Text as Markdown, with the spaces at its ends."""
    if not text.strip():
        return " " if text else ""
    return f"{' ' * text[:1].isspace()}{escaped(text)}{' ' * text[-1:].isspace()}"


def _unreported(shown: TwoTexts) -> Iterator[str]:
    for side, name in (("new", shown.names.new), ("old", shown.names.old)):
        gaps = [gap for gap in shown.diff.unreported if gap.side == side]
        if gaps:
            yield from ("", f"## Not in {escaped(name)}, of which only a part was seen", "")
            yield escaped(", ".join(unreported_names(gaps)))
