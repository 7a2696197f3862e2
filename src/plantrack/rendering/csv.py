"""An answer as CSV: its points, else its tables, a line a row."""

import csv
import io
from collections.abc import Iterator

from plantrack.answers.tree import Answer, Branches, Items, Lines, Pair, Rows, Table, item_cells, shown_cells, text_of
from plantrack.catalogue import say, speaking
from plantrack.writing.tables import guarded


def as_csv(answer: Answer) -> str:
    """The rows of an answer under their heads; no cell is a formula to a spreadsheet."""
    written = io.StringIO(newline="")
    with speaking(answer.language):
        csv.writer(written, lineterminator="\n").writerows(map(guarded, row) for row in _rows(answer))
    return written.getvalue()


def _rows(answer: Answer) -> Iterator[list[str]]:
    pairs = [block for block in answer.blocks if isinstance(block, Pair)]
    if pairs:
        names = ("point", "title", "state", "old", "new", "who", "sure", "label")
        yield [say(f"csv.{head}") for head in names]
        yield from (row for pair in pairs for row in _pair(pair))
        return
    tables = [block for block in answer.blocks if isinstance(block, Table)]
    for block in answer.blocks:
        if isinstance(block, Table) and (not block.bare or len(tables) == 1):
            heads, shown = shown_cells(block, as_data=True)
            yield list(heads)
            yield from (list(map(text_of, row)) for row in shown)
        elif isinstance(block, Items):
            heads, rows = item_cells(block)
            yield list(heads)
            yield from (list(map(text_of, row)) for row in rows)
        elif isinstance(block, Branches) and not tables:
            yield from ([str(branch.depth), branch.label, text_of(branch.words)] for branch in block.branches)
        elif isinstance(block, Lines):
            yield from ([line.number, text_of(line.words)] for line in block.lines)
        elif isinstance(block, Rows) and not tables:
            yield from (
                [row.name, f"{row.lead}{', '.join(map(text_of, row.items))}{row.tail}".strip()] for row in block.rows
            )


def _pair(pair: Pair) -> Iterator[list[str]]:
    """A row a reported state, else one for the point."""
    old, new = (" / ".join(text_of(one.words) for one in pair.wordings if one.side == side) for side in ("old", "new"))
    notes = [f"{kind}: {text_of(words)}" for kind, words in pair.notes]
    told = "; ".join([*map(text_of, pair.labels), *notes])
    if not pair.states:
        yield [pair.numbers, pair.title, text_of(pair.standing), old, new, "", "", told]
    for state in pair.states:
        name, *rest = map(text_of, (state.words, state.who, state.sure))
        yield [
            pair.numbers,
            pair.title,
            name,
            old,
            new,
            *rest,
            "; ".join([*map(text_of, state.notes), told]).strip("; "),
        ]
