"""An answer as CSV: its points, else its tables, a line a row."""

import csv
import io
from collections.abc import Iterator

from plantrack.answers.catalogue import say, speaking
from plantrack.answers.tree import Answer, Lines, Pair, Rows, Table, text_of
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
        yield [say(f"csv.{head}") for head in ("point", "standing", "title", "old", "new", "label")]
        yield from map(_pair, pairs)
        return
    for block in answer.blocks:
        if isinstance(block, Table) and not block.bare:
            yield list(block.heads)
            yield from ([text_of(cell) for cell in row] for row in block.rows)
        elif isinstance(block, Lines):
            yield from ([line.number, text_of(line.words)] for line in block.lines)
        elif isinstance(block, Rows):
            yield from (
                [row.name, f"{row.lead}{', '.join(map(text_of, row.items))}{row.tail}".strip()] for row in block.rows
            )


def _pair(pair: Pair) -> list[str]:
    old, new = (
        " / ".join(text_of(one.words) for one in pair.wordings if one.side == side) for side in ("old", "new")
    )  # fmt: skip
    told = [*(text_of(label) for label in pair.labels), *(f"{kind}: {text_of(words)}" for kind, words in pair.notes)]
    return [pair.numbers, text_of(pair.standing), pair.title, old, new, "; ".join(told)]
