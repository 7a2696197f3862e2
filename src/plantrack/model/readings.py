"""How a document was read: every word of it stands in a point, in a line outside the points, or in furniture."""

from plantrack.value import value

EMPTY_CELL = "∅"
"""Stands where a cell of a table has no words: it is compared, and counts as no word."""
FURNITURE_REASONS = {
    "the head of a page": "header",
    "the foot of a page": "footer",
    "a comment": "comment",
    "a table of contents": "toc",
    "a menu of the page": "menu",
    "struck through": "struck",
    "where a link leads": "link",
    "the mark of a footnote": "mark",
    "the number of a page": "page-number",
    "repeats on each page": "running-head",
    "dropped as asked": "dropped",
}
"""Why something is left out of comparing, with the name under which other languages hold the words."""


@value
class OutsideLine:
    """A line outside the points, which is compared like them."""

    place: str
    """`title`, `preamble`, `heading`, `annex-a heading`, `closing`, `signature`, `note`."""
    text: str
    line: int | None = None
    """In the source, counted from 1."""
    point: str | None = None
    """The id of the point that follows it; None behind the last one."""
    marked: tuple[str, ...] = ()
    """Of a footnote: the ids of the points that bear its mark, as far as the format tells."""


@value
class Furniture:
    """Something that was left out of comparing: page numbers, running heads, tables of contents, menus."""

    text: str
    why: str
    """One of the keys of FURNITURE_REASONS: `repeats on each page`."""
    line: int | None = None
    """In the source, counted from 1."""


@value
class Reading:
    """What became of the words of one document."""

    form: str
    """What it was read as: `numbered points`, `headings`, `paragraphs`, `bullets`; `terms` where no wording is kept."""
    words: int = 0
    """All words of the source."""
    in_points: int = 0
    outside: int = 0
    furniture: tuple[Furniture, ...] = ()
    language: str = "en"
    """A language tag (BCP 47); `und` where it could not be told."""
