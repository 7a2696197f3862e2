"""Two texts as one page of HTML: no script, nothing from elsewhere, the differing words in `<del>` and `<ins>`."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack.differences.result import Diff
from plantrack.model import Actor
from plantrack.plain import one_line
from plantrack.publishing.two_texts_markdown import heading_of, title_of
from plantrack.reporting.two_texts import NEW, Block, TwoTexts, arrange_two_texts
from plantrack.reporting.two_texts_header import paper_rows, said_above, verdict
from plantrack.reporting.two_texts_map import NEW as ADDED
from plantrack.reporting.two_texts_map import RIVAL_NAMES, MapRow, map_of, unreported_names
from plantrack.value import value

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER = Path(__file__).parent / "templates"


@value
class LinkedItem:
    """A point in the map, and where its words stand on the page."""

    words: str
    anchor: str = ""
    """Empty where its words do not stand there."""


@value
class LinkedRow:
    """A row of the map."""

    row: MapRow
    items: tuple[LinkedItem, ...]


@value
class Section:
    """A point, or a line outside the points, with its place on the page."""

    anchor: str
    heading: str
    block: Block


def two_texts_as_page(diff: Diff, actors: Mapping[str, Actor] | None = None, *, left_out: int = 0) -> str:
    """A whole page.

    Args:
        diff: The comparison.
        actors: The registry, for changes of curated terms.
        left_out: How many changes a selection left out.
    """
    from markupsafe import Markup

    shown = arrange_two_texts(diff, actors, left_out=left_out)
    environment = _environment()
    return environment.get_template("two_texts.html.j2").render(
        title=title_of(shown),
        style=Markup((_FOLDER / "two_texts.css").read_text(encoding="utf-8")),  # noqa: S704 - our own file
        body=Markup(_body(environment, shown)),  # noqa: S704 - made by a template that escapes
    )


def two_texts_as_html(diff: Diff, actors: Mapping[str, Actor] | None = None) -> str:
    """The body of such a page alone, for a notebook."""
    return _body(_environment(), arrange_two_texts(diff, actors))


def _body(environment: "Environment", shown: TwoTexts) -> str:
    papers, outside, points = (
        _sections(blocks, shown, name)
        for blocks, name in ((shown.papers, "paper"), (shown.outside, "line"), (shown.points, "point"))
    )
    diff = shown.diff
    return environment.get_template("two_texts_body.html.j2").render(
        title=title_of(shown),
        names=shown.names,
        papers=paper_rows(diff),
        said=said_above(shown),
        verdict=verdict(shown),
        rows=list(_linked(map_of(shown), points)),
        parts=[(name, sections) for name, sections in (
            ("The papers", papers), ("Outside the points", outside), ("Point by point", points),
        ) if sections],
        languages={
            "old": diff.reading_old.language if diff.reading_old else "en",
            "new": diff.reading_new.language if diff.reading_new else "en",
        },
        unreported=[
            (one_line(name), ", ".join(unreported_names(gaps)))
            for side, name in (("new", shown.names.new), ("old", shown.names.old))
            if (gaps := [gap for gap in diff.unreported if gap.side == side])
        ],
    )  # fmt: skip


def _sections(blocks: tuple[Block, ...], shown: TwoTexts, name: str) -> list[Section]:
    return [
        Section(
            anchor=f"{name}-{index}",
            heading=heading_of(block, shown) if block.numbers else "",
            block=block,
        )
        for index, block in enumerate(blocks, 1)
    ]


def _linked(rows: tuple[MapRow, ...], sections: list[Section]) -> Iterator[LinkedRow]:
    """The map with each point led to its words; a run of points leads to the first."""
    known, added = (
        {section.block.name: section.anchor for section in reversed(sections) if (section.block.state == NEW) == new}
        for new in (False, True)
    )
    for row in rows:
        anchors = added if row.name in (ADDED, RIVAL_NAMES[ADDED]) else known
        items = tuple(LinkedItem(words=item, anchor=_anchor(item, anchors, added)) for item in row.items)
        yield LinkedRow(row=row, items=items)


def _anchor(item: str, anchors: Mapping[str, str], added: Mapping[str, str]) -> str:
    """The anchor of an item of the map: `3`, `3 (who supervises)`, `3-5`, `march's 8`."""
    name = item.partition(" (")[0]
    first = anchors.get(name) or anchors.get(name.partition("-")[0])
    return first or added.get(name.rpartition("'s ")[2], "")


def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
