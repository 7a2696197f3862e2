"""The answer to `diff` on two texts: a map, then the words of both with the differing ones marked."""

from collections.abc import Iterable, Iterator, Mapping

from plantrack.answers.tree import (
    NEW,
    OLD,
    SAME,
    STRONG,
    Answer,
    Heading,
    Line,
    Lines,
    Pair,
    Paragraph,
    Rows,
    Span,
    Table,
    Wording,
    Words,
    plain,
    say_words,
    text_of,
)
from plantrack.answers.tree import Block as Shown
from plantrack.answers.two_texts import BOTH, GONE, Block, TwoTexts, arrange_two_texts, title_of
from plantrack.answers.two_texts import Wording as Held
from plantrack.answers.two_texts_header import empty_cells, forged_marks, paper_rows, said_above, verdict
from plantrack.answers.two_texts_map import map_of, row_of, unreported_points
from plantrack.catalogue import language, say
from plantrack.differences.result import Change, Diff
from plantrack.model import Actor
from plantrack.model.readings import EMPTY_CELL
from plantrack.plain import one_line

MAP_LINES = 12


def answer_two_texts(
    diff: Diff, actors: Mapping[str, Actor] | None = None, *, left_out: int = 0, brief: bool = False
) -> Answer:
    """What differs between two texts.

    Args:
        diff: The comparison; see `is_of_two_texts`.
        actors: The registry, for changes of curated terms.
        left_out: How many changes a selection left out.
        brief: Only the map, and a line a point.
    """
    shown = arrange_two_texts(diff, actors, left_out=left_out)
    blocks = [*_head(shown)]
    if brief:
        blocks += [Lines(lines=tuple(_brief(shown)))] if shown.blocks else []
    else:
        blocks += _body(shown)
    return Answer(title=title_of_two(shown), blocks=(*blocks, *_unreported(shown)), language=language())


def title_of_two(shown: TwoTexts) -> str:
    """The title of the answer."""
    return title_of(shown.names, "diff.title" if shown.names.revision else "diff.title-rivals")


def _head(shown: TwoTexts) -> Iterator[Shown]:
    """The papers, what is said of them, and the map or the sentence in its place."""
    yield Table(
        heads=(say("diff.paper"), say("diff.paper-title"), say("diff.holds")),
        rows=tuple(tuple(plain(cell) for cell in row) for row in paper_rows(shown.diff)),
        bare=True,
    )
    yield from (Paragraph(words=plain(sentence)) for sentence in said_above(shown))
    if forged_marks(shown):
        yield Paragraph(words=plain(say("diff.marks")), on_pages=False)
    if empty_cells(shown):
        yield Paragraph(words=plain(say("diff.empty-cell", sign=EMPTY_CELL)))
    sentence = verdict(shown)
    if sentence:
        yield Paragraph(words=sentence, role="verdict")
    else:
        heads = say("diff.what"), say("diff.where")
        yield Rows(rows=map_of(shown), caption=say("diff.map"), heads=heads, most=MAP_LINES)


def _body(shown: TwoTexts) -> Iterator[Shown]:
    for name, blocks in (("papers", shown.papers), ("outside", shown.outside), ("points", shown.points)):
        if blocks:
            yield Heading(words=plain(say(f"diff.{name}")), on_pages=name == "points")
            yield from (_pair(block, shown) for block in blocks)


def _pair(block: Block, shown: TwoTexts) -> Pair:
    readings = {OLD: shown.diff.reading_old, NEW: shown.diff.reading_new}
    return Pair(
        anchor=block.anchor,
        numbers=block.numbers,
        standing=_standing(block, shown) if block.numbers else (),
        title=one_line(block.title),
        wordings=tuple(
            Wording(
                side=side, called=say(f"side.{side}"), number=one.number, words=_words(one, side),
                language=reading.language if (reading := readings[side]) else "en",
            )
            for side, held in ((OLD, block.old), (NEW, block.new))
            for one in held
        ),
        labels=tuple(map(plain, block.labels)),
        whole=block.state != BOTH,
        about=tuple(dict.fromkeys(map(row_of, block.changes))),
        joins=_joins(block.changes),
    )  # fmt: skip


def _joins(changes: Iterable[Change]) -> tuple[str, str] | None:
    """The points of a block by number or id, where it is one against one."""
    found = {
        (tuple(zip(one.old, one.old_ids, strict=True)), tuple(zip(one.new, one.new_ids, strict=True)))
        for one in changes
    }
    if len(found) != 1 or any(len(side) > 1 for side in next(iter(found))):
        return None
    old, new = ("".join(number or point_id for number, point_id in side) for side in next(iter(found)))
    return (old, new) if old or new else None


def _words(wording: Held, side: str) -> Words:
    return tuple(Span(text=run.text, mark=side if run.changed else SAME) for run in wording.runs)


def _standing(block: Block, shown: TwoTexts) -> Words:
    """Whether only one paper has a point: `gone`, `new`, `only in march.md`."""
    if block.state == BOTH:
        return ()
    gone = block.state == GONE
    if shown.names.revision:
        return plain(say("diff.gone" if gone else "diff.new"))
    return say_words("diff.only-in", paper=(Span(text=shown.names.old if gone else shown.names.new, mark=STRONG),))


def _brief(shown: TwoTexts) -> Iterator[Line]:
    """A line a changed point; a point whose sub-points differ has one line for all of them."""
    for block in shown.papers:
        yield from (Line(number="", words=plain(label)) for label in block.brief)
    if shown.outside:
        yield Line(number="", words=plain(say("diff.lines-outside", count=len(shown.outside))))
    gathered: dict[str, list[Block]] = {}
    for block in shown.points:
        gathered.setdefault(block.numbers.partition(".")[0], []).append(block)
    for number, blocks in gathered.items():
        told = [
            _in_brief(block, shown) if block.numbers == number else f"{block.numbers}: {_in_brief(block, shown)}"
            for block in blocks
        ]
        alone = len(blocks) == 1
        yield Line(
            number=blocks[0].numbers if alone else number,
            words=plain(_in_brief(blocks[0], shown) if alone else "; ".join(told)),
        )


def _in_brief(block: Block, shown: TwoTexts) -> str:
    """What differs of a point, without its words; of a point that one paper has, how it begins."""
    if block.state == BOTH:
        return "; ".join(block.brief)
    words = " ".join(run.text for one in (*block.old, *block.new) for run in one.runs)
    return f"{text_of(_standing(block, shown))}: {one_line(words)}"


def _unreported(shown: TwoTexts) -> Iterator[Shown]:
    """What an excerpt does not have, which says nothing of the paper."""
    for side, name in ((NEW, shown.names.new), (OLD, shown.names.old)):
        gaps = [gap for gap in shown.diff.unreported if gap.side == side]
        if gaps:
            yield Heading(words=say_words("diff.not-in", paper=(Span(text=one_line(name), mark=STRONG),)))
            items = unreported_points(gaps)
            yield Paragraph(words=plain(", ".join(span.text for item in items for span in item)))
