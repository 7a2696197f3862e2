"""How a document was read, as text: a line a block, and above them what became of the words."""

from collections import Counter

from plantrack.documents.document import Block, Document
from plantrack.plain import one_line, printable
from plantrack.reporting.layout import WIDTH

_KIND = 13
_LEAST = 20
"""Columns of the words of a block, however narrow the terminal."""
_PRINTED = {"furniture": "left out", "sub-point": "  part", "paragraph": "  more", "table row": "  row"}


def document_as_text(document: Document, *, width: int = WIDTH) -> str:
    """A document as a head of two lines or three, then a line for each block."""
    reading = document.reading
    left = reading.words - reading.in_points - reading.outside
    head = [
        f"{printable(one_line(document.name))}   {one_line(document.title or '')}".rstrip(),
        f"read as {one_line(reading.form)}; language {reading.language}",
        f"{reading.words:,} words: {reading.in_points:,} in points, {reading.outside:,} outside, {left:,} left out",
    ]
    numbers = {one.id: one.number or one.id for one in document.provisions}
    rows = [(_place(block), _kind(block), _label(block, numbers), _words(block)) for block in document.blocks]
    first = max([4, *(len(row[0]) for row in rows)])
    third = min(16, max([5, *(len(row[2]) for row in rows)]))
    lines = []
    for place, kind, label, words in rows:
        start = f"{place:>{first}}  {kind:<{_KIND}}{label:<{third}}  "
        lines.append(f"{start}{_cut(words, max(_LEAST, width - len(start)))}".rstrip())
    return "\n".join([*head, *_left_out(document), "", *lines]) + "\n"


def _left_out(document: Document) -> list[str]:
    """Why something was left out, with how often."""
    whys = Counter(one.why for one in document.reading.furniture)
    if not whys:
        return []
    return ["left out: " + "; ".join(f"{why} ({times})" if times > 1 else why for why, times in whys.most_common())]


def _place(block: Block) -> str:
    if block.page is not None:
        return f"p. {block.page}:{block.line}"
    return str(block.line) if block.line else ""


def _kind(block: Block) -> str:
    return "  title" if block.kind == "heading" and block.provision else _PRINTED.get(block.kind, block.kind)


def _label(block: Block, numbers: dict[str, str]) -> str:
    """The number of the point, or for a line outside where it stands."""
    if block.provision is not None:
        return numbers.get(block.provision, block.provision) if block.kind in ("point", "sub-point") else ""
    return block.place.rpartition(" ")[0]


def _words(block: Block) -> str:
    words = " ".join(part for part in (block.title, block.text) if part) or block.marker
    return f"{one_line(words)}   ({block.why})" if block.why else one_line(words)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"
