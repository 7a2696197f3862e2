"""The answer to `outline`: what became of the words of a document, and each block with what it was taken for."""

from collections import Counter
from collections.abc import Iterator, Mapping

from plantrack.answers.diff_form import READING
from plantrack.answers.forms import Form, Key
from plantrack.answers.tree import Answer, Paragraph, Table, plain
from plantrack.answers.two_texts_header import left_out_because
from plantrack.catalogue import language, say
from plantrack.documents.document import Block, Document
from plantrack.model import Provision
from plantrack.plain import one_line, printable

_BELOW = frozenset(("sub-point", "paragraph", "table row"))
"""Blocks that belong to the point above."""
_HEADS = ("line", "kind", "point", "words-head")


def answer_outline(document: Document) -> Answer:
    """How a document was read."""
    name = printable(one_line(document.name))
    numbers = {one.id: one.number or one.id for one in document.provisions}
    rows = tuple(tuple(map(plain, _cells(block, numbers))) for block in document.blocks)
    head = Paragraph(words=plain(f"{name}   {one_line(document.title or '')}".rstrip()), on_pages=False)
    told = (Paragraph(words=plain(one)) for one in _head(document))
    heads = tuple(say(f"outline.{head}") for head in _HEADS)
    return Answer(
        title=say("outline.title", name=name),
        blocks=(head, *told, Table(heads=heads, rows=rows, cut=True)),
        language=language(),
    )


def _head(document: Document) -> Iterator[str]:
    """What the document was read as, how many words went where, and why some were left out."""
    reading = document.reading
    yield say("outline.read-as", form=one_line(reading.form), language=reading.language)
    left = reading.words - reading.in_points - reading.outside
    yield say("outline.words", count=reading.words, points=reading.in_points, outside=reading.outside, left=left)
    whys = Counter(one.why for one in reading.furniture).most_common()
    if whys:
        told = (f"{left_out_because(why)} ({times})" if times > 1 else left_out_because(why) for why, times in whys)
        yield say("outline.left-out", reasons="; ".join(told))


def _cells(block: Block, numbers: Mapping[str, str]) -> tuple[str, ...]:
    page = "" if block.page is None else f"{say('outline.page', page=block.page)}:"
    words = " ".join(part for part in (block.title, block.text) if part) or block.marker
    why = f"   ({left_out_because(block.why)})" if block.why else ""
    return f"{page}{block.line or ''}", _kind(block), _label(block, numbers), f"{one_line(words)}{why}"


def _kind(block: Block) -> str:
    heads_point = block.kind == "heading" and block.provision
    kind = say(f"outline.kind-{'point-title' if heads_point else block.kind.replace(' ', '-')}")
    return f"  {kind}" if heads_point or block.kind in _BELOW else kind


def _label(block: Block, numbers: Mapping[str, str]) -> str:
    """The number of the point, or for a line outside where it stands."""
    if block.provision is not None:
        return numbers.get(block.provision, block.provision) if block.kind in ("point", "sub-point") else ""
    return block.place.rpartition(" ")[0]


OUTLINE = Form(
    "outline", Document, "name title reading blocks points=provisions",
    Key("remarks", tuple[str, ...], lambda one: list(map(str, one.remarks)), "What was read with doubt."),
    holds=[
        READING,
        Form("block", Block, "kind line? page marker? title? text? point=provision place? why?"),
        Form("point", Provision, "id number parent title text"),
    ],
)  # fmt: skip
"""What `outline` gives as JSON."""
