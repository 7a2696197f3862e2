"""An answer as a value: headings, paragraphs, rows, tables, points with their words.

Every renderer in `plantrack.rendering` knows every block here, so that a format is one file and a command none. Text in
it is plain text on one line, safe to print; whatever a format needs escaped, its renderer escapes.
"""

from collections.abc import Iterable

from plantrack.catalogue import parts_of
from plantrack.value import value

SAME, OLD, NEW, STRONG, CODE, NOTE, LINK = "same", "old", "new", "strong", "code", "note", "link"
DIFFERS, MAY_DIFFER, QUIET = "differs", "may-differ", "quiet"


@value
class Span:
    """A stretch of words that are shown in one way."""

    text: str
    mark: str = SAME
    """`same`; `old` or `new` for words of one paper alone; `strong`; `code` for what a person can type; `note` for the
    number of a note in brackets; `link` for an address; `differs`, `may-differ` and `quiet` for what stands out
    or back."""
    to: str = ""
    """The anchor of the block that it leads to."""

    def strong(self) -> "Span":
        """The same words, standing out."""
        return Span(text=self.text, mark=STRONG, to=self.to)


Words = tuple[Span, ...]


@value
class Heading:
    """The title of what follows."""

    words: Words
    level: int = 2
    on_pages: bool = False
    """Only where there are pages to find one's way in: what stands in a terminal needs no such line."""


@value
class Paragraph:
    """A sentence, or several."""

    words: Words
    role: str = "said"
    """`said`; `verdict` for the answer in one sentence; `intro` for what is said of the block that follows;
    `as_of` for up to when the corpus knows."""
    on_pages: bool = True
    """False for what only a terminal must be told."""


@value
class Listing:
    """Paragraphs of one kind."""

    items: tuple[Words, ...]


@value
class Row:
    """A name with what is said of it: some words, items that may be cut where room is short, some words."""

    name: str
    items: tuple[Words, ...]
    lead: str = ""
    tail: str = ""
    command: str = ""
    """A command that shows more."""
    anchor: str = ""
    """Its place, where words elsewhere lead to it."""


@value
class Rows:
    """Rows under each other: a map."""

    rows: tuple[Row, ...]
    caption: str = ""
    heads: tuple[str, str] = ("", "")
    """What the two columns are called where columns need a name."""
    most: int | None = None
    """So many lines at most, where lines are counted."""


@value
class Item:
    """Something with a date, who it is of, and who says so."""

    margin: str
    """Its date."""
    name: Words
    kind: str = ""
    """What it is, where there are several kinds."""
    verdict: Words = ()
    says: Words = ()
    who: tuple[Words, ...] = ()
    """Who bears it out, and who says otherwise."""


@value
class Items:
    """Items under each other, beside their dates."""

    items: tuple[Item, ...]
    heads: tuple[str, ...]
    """What a date, a kind, a name with what it says, a verdict, and who says so are called, where they have columns."""


@value
class Line:
    """A number with a line of words."""

    number: str
    words: Words


@value
class Lines:
    """Lines under each other, each cut where the width ends."""

    lines: tuple[Line, ...]


@value
class Table:
    """A table; a renderer without room shows a row below the other."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    bare: bool = False
    """Whether the heads go without saying where they need not stand."""
    grouped: bool = False
    """Whether the first cell names a group, which stands once above its rows."""
    cut: bool = False
    """Whether the last cell is cut where a line has no room for it."""
    letters: tuple[str, ...] = ()
    """What the last columns are called where their heads have no room."""
    only_data: tuple[int, ...] = ()
    """Columns that only a spreadsheet shows."""
    only_shown: tuple[int, ...] = ()
    """Columns that a spreadsheet leaves out."""
    lines: tuple[tuple[str, ...], ...] = ()
    """Each row as a line for a terminal: its name, and the rest in fewer and fewer words."""


@value
class Branch:
    """Something that is said, and how deep it stands below what was said before it."""

    words: Words
    label: str = ""
    """What it is called, or what kind of thing it is."""
    depth: int = 0


@value
class Branches:
    """Branches under each other, those of a depth below the last one of the depth before."""

    branches: tuple[Branch, ...]
    drawn: bool = False
    """Whether lines lead from each to what it belongs to."""
    most: int | None = None
    """So many lines at most, where lines are counted, or one a branch of the first depth."""


@value
class Wording:
    """The words of one paper."""

    side: str
    """`old` or `new`."""
    called: str
    """What the side is called beside its words: `Old`."""
    words: Words
    number: str = ""
    """Empty where the side has only this wording."""
    language: str = "en"
    ours: bool = False
    """Whether it is our summary, and no word of the paper."""


@value
class Stated:
    """A state of a point that is reported, with who says so."""

    words: Words
    letter: str = ""
    """What it is called where there are several."""
    who: Words = ()
    sure: Words = ()
    """From how many origins, how sure, and what speaks against it."""
    notes: tuple[Words, ...] = ()


@value
class Pair:
    """A point of both papers, or of one, or a line outside the points: its words, and what is said of it."""

    anchor: str
    numbers: str = ""
    standing: Words = ()
    """That only one paper has it; empty where both do."""
    title: str = ""
    wordings: tuple[Wording, ...] = ()
    states: tuple[Stated, ...] = ()
    labels: tuple[Words, ...] = ()
    """What is said of it; words of the mark `quiet` say who says so."""
    notes: tuple[tuple[str, Words], ...] = ()
    """Findings with a word of what kind they are."""
    whole: bool = False
    """Whether its words are never cut."""
    about: tuple[str, ...] = ()
    """What differs here, by rows of the map, for a page that shows only some of it."""
    joins: tuple[str, str] | None = None
    """The point of either paper by number or id, empty where a paper has none; None unless it is one against one."""


@value
class Revised:
    """A paragraph of both papers in one: what is marked `old` only one has, what is marked `new` only the other."""

    words: Words
    style: str = "point"
    """`title`, `heading`, `point`, `line`."""
    depth: int = 0
    side: str = ""
    """`old` or `new` where only that paper has the paragraph."""
    comments: tuple[Words, ...] = ()


@value
class Notes:
    """What notes say, the first first: words of the mark `note` lead to them by number."""

    notes: tuple[Words, ...]


Block = Heading | Paragraph | Listing | Rows | Items | Lines | Branches | Table | Pair | Revised | Notes


@value
class Answer:
    """What a command says."""

    title: str
    blocks: tuple[Block, ...]
    language: str = "en"
    """The language of the sentences; words of papers have their own."""


def plain(text: str) -> Words:
    """Words that are shown as they are."""
    return (Span(text=text),) if text else ()


def text_of(words: Iterable[Span]) -> str:
    """Words without what they are shown in."""
    return "".join(span.text for span in words)


def pair_title(block: Pair) -> str:
    """The numbers of a point, where it stands, and what it is called."""
    return ": ".join(filter(None, [" ".join(filter(None, [block.numbers, text_of(block.standing)])), block.title]))


def say_words(message: str, /, **values: Words) -> Words:
    """A message of one form with words in it that are shown in their own way."""
    parts = parts_of(message)
    return tuple(span for index, part in enumerate(parts) for span in (values[part] if index % 2 else plain(part)))


def shown_cells(block: Table, *, as_data: bool = False) -> tuple[tuple[str, ...], list[tuple[Words, ...]]]:
    """The heads and rows of a table without what only a spreadsheet shows, or as data without what it leaves out."""
    without = block.only_shown if as_data else block.only_data
    kept = [index for index in range(len(block.heads)) if index not in without]
    return tuple(block.heads[index] for index in kept), [tuple(row[index] for index in kept) for row in block.rows]


def item_cells(block: Items) -> tuple[tuple[str, ...], list[list[Words]]]:
    """Items as a table: the heads of columns that hold something, and their cells."""
    rows = [[plain(one.margin), plain(one.kind), _told(one), one.verdict, _listed(one.who)] for one in block.items]
    kept = [index for index in range(len(block.heads)) if index in (0, 2) or any(row[index] for row in rows)]
    return tuple(block.heads[index] for index in kept), [[row[index] for index in kept] for row in rows]


def _told(item: Item) -> Words:
    """The name of an item, standing out, and what it says."""
    return (*(span.strong() for span in item.name), *plain(" " if item.says else ""), *item.says)


def _listed(several: tuple[Words, ...]) -> Words:
    return tuple(span for index, one in enumerate(several) for span in (*plain("; " if index else ""), *one))
