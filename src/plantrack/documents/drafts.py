"""Blocks and points while a document is read, which later lines still change."""

import re
from typing import NamedTuple

_CUT = re.compile(r"([^\W\d_]+)[-‐]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PREFIXES = frozenset("non self ex vice".split())
"""They keep their hyphen: `non-aligned`."""
_FIRST_PARTS = frozenset(
    "with over under out up down in on for there where what who any some how here never further more not after before "
    "through else like".split()
)
"""Words of their own that begin words written as one: `with-` `draw`."""
_SOFT = "\u00ad"


class Point:
    """A point that is being read."""

    __slots__ = (
        "blocks", "has_parts", "indent", "inline", "level", "mark", "number", "parent", "path",
        "style",
    )  # fmt: skip

    def __init__(
        self, style: str, number: str | None, parent: "Point | None", *, prefix: str, indent: float, level: int
    ) -> None:
        self.style = style
        self.number = number
        self.parent = parent
        self.indent = indent
        self.level = level
        """Depth of the heading that it stands in; 0 where it is none."""
        self.mark = ""
        """As of its marker."""
        self.inline = False
        """Its words stand on the line of its marker; else they are paragraphs below it."""
        self.blocks: list[Draft] = []
        self.has_parts = False
        above = parent.path if parent is not None and style != "compound" else None
        self.path: str | None = number
        """The whole number, `10.b`."""
        if number is not None and (above is not None or prefix):
            self.path = f"{above if above is not None else prefix}.{number}"

    def has_words(self) -> bool:
        """Whether it has words of its own or parts, a title aside."""
        return self.has_parts or any(piece for block in self.blocks for piece in block.pieces)


class Draft:
    """A block that is being read."""

    __slots__ = ("kind", "line", "marker", "page", "pieces", "place", "point", "title", "why")

    def __init__(
        self, kind: str, text: str, line: int, page: int | None, *, marker: str = "", point: Point | None = None,
        place: str = "", why: str = "",
    ) -> None:  # fmt: skip
        self.kind = kind
        self.pieces = [text]
        """The printed lines."""
        self.line = line
        self.page = page
        self.marker = marker
        """As printed."""
        self.point = point
        self.title = ""
        """Words at its start that are the title of its point."""
        self.place = place
        self.why = why


class Heading(NamedTuple):
    """How a line heads others."""

    level: int
    """From 1; 7 for one that only its print tells."""


class Joining:
    """Joins printed lines, and words that are cut at their ends as the rest of the document writes them."""

    def __init__(self, text: "list[str]") -> None:
        self.lines = text
        self.known: frozenset[str] | None = None

    def join(self, pieces: list[str]) -> str:
        """The lines of a paragraph as one."""
        if len(pieces) == 1:
            only = pieces[0]
            return " ".join(only.split()) if "  " in only or "\t" in only else only.strip().removesuffix(_SOFT)
        joined: list[str] = []
        for piece in pieces:
            words = " ".join(piece.split())
            if joined and words:
                before = joined[-1]
                if before.endswith(_SOFT):
                    joined[-1] = before[:-1]
                elif before[-1:] in "-‐" and words[0].islower():
                    joined[-1] = self.cut_word(before, words)
                elif before:
                    joined.append(" ")
            joined.append(words)
        return "".join(joined).strip().removesuffix(_SOFT)

    def cut_word(self, before: str, after: str) -> str:
        """The end of a line that cuts a word, with its hyphen only where it belongs to the word."""
        first, second = _CUT.search(before), _FIRST_WORD.match(after)
        if first is None or second is None:
            return before
        one, two = first[1].lower(), second[0].lower()
        known = self.words()
        if one + two in known:
            return before[:-1]
        apart = one in known and two in known and len(two) > 2 and one not in _FIRST_PARTS
        if f"{one}-{two}" in known or apart or one in _PREFIXES:
            return before
        return before[:-1]

    def words(self) -> frozenset[str]:
        """The words of the document, without those that are cut."""
        if self.known is None:
            found: set[str] = set()
            cut = False
            for line in self.lines:
                words = _WORDS.findall(line.lower())[int(cut) :]
                cut = line.rstrip()[-1:] in ("-", "‐")
                found.update(words[:-1] if cut else words)
            self.known = frozenset(found)
        return self.known
