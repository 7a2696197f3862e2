"""The marks inside a paragraph of Markdown or of text with bits of HTML: emphasis, links, footnotes, tags, entities.

A subset of CommonMark that takes linear time: a mark that closes nothing is text, so stars and brackets of a negotiated
text stay. Not read: nested link texts, references whose definition is missing.
"""

import html
import re
from typing import NamedTuple

from plantrack.documents.formats.raised import DIGITS, printed_raised

_MARK = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<code>`+)"
    r"|\[\^(?P<note>[^\]\s\[]{1,40})\](?!:)"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\])"
    r"|(?P<run>\*+|_+|~~)"
    r"|<(?P<tag>/?[A-Za-z][A-Za-z0-9]{0,11})(?P<rest>[\s/][^<>]{0,1000})?>"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});)"
    r"|(?P<attributes>\{[#.:][^{}\n]{0,200}\})"
    r"|(?P<raised>[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3})"
)
_TARGET = re.compile(r"\((?:<[^<>\n]{0,2000}>|[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200}){0,4})"
                     r"(?:\s+(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'))?\s{0,9}\)")  # fmt: skip
_REFERENCE = re.compile(r"\[([^\[\]\n]{0,100})\]")
_TAGS = frozenset(
    "a abbr acronym b bdi bdo big blockquote br center cite code col colgroup dd del details dfn div dl dt em "
    "figcaption figure font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark nobr ol p pre q s samp section small "
    "span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var wbr".split()
)
_STRUCK = frozenset({"s", "del", "strike"})
_STRONG = frozenset({"b", "strong"})
_BREAKS = frozenset({"br", "p", "div", "li", "tr", "hr"})
BREAK = "\v"
"""Stands where a tag breaks the line."""


class Words(NamedTuple):
    """A paragraph without its marks."""

    text: str
    """Line breaks as they were; BREAK where a tag breaks the line."""
    bold: tuple[tuple[int, int], ...] = ()
    """Places in the text."""
    struck: tuple[str, ...] = ()
    """What is struck through, which stands not in the text."""
    marks: tuple[str, ...] = ()
    """The marks of footnotes, which stand not in the text."""
    only_link: bool = False
    """It is one link to another place of the same document."""


class _Piece:
    """A bit of text; `run` of a delimiter that is not used up."""

    __slots__ = ("bold", "struck", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.bold = 0
        """Change of depth after it."""
        self.struck = 0


def plain_words(paragraph: str, references: frozenset[str] = frozenset()) -> Words:
    """The words of a paragraph.

    Args:
        paragraph: Its lines, as they stand in the file.
        references: The names of links that are defined elsewhere in the file, in small letters.
    """
    if not _MARK.search(paragraph):
        return Words(paragraph)
    reader = _Reader(paragraph, references)
    reader.read()
    return reader.words()


class _Reader:
    def __init__(self, text: str, references: frozenset[str]) -> None:
        self.text = text
        self.references = references
        self.pieces: list[_Piece] = []
        self.opened: dict[str, list[int]] = {"*": [], "_": [], "~~": []}
        """Places of pieces that may open emphasis."""
        self.brackets: list[int] = []
        self.links: list[tuple[int, int, str]] = []
        """Of each link the places of its first and last piece, and where it leads."""
        self.raised = -1
        """The place of the piece that opened raised text, else -1."""
        self.marks: list[str] = []

    def read(self) -> None:
        text, place = self.text, 0
        while found := _MARK.search(text, place):
            if found.start() > place:
                self.add(text[place : found.start()])
            place = self.take(found)
        self.add(text[place:])

    def add(self, text: str) -> _Piece:
        piece = _Piece(text)
        self.pieces.append(piece)
        return piece

    def take(self, found: "re.Match[str]") -> int:
        kind = found.lastgroup
        if kind == "escaped":
            self.add(found["escaped"])
        elif kind == "code":
            return self.code(found)
        elif kind == "open":
            self.brackets.append(len(self.pieces))
            self.add(found[0])
        elif kind == "close":
            return self.close(found)
        elif kind == "run":
            self.emphasis(found)
        elif kind in ("tag", "rest"):
            self.tag(found)
        elif kind == "entity":
            self.add(html.unescape(found[0]))
        elif kind == "raised":
            plain = found[0].translate(DIGITS)
            shown = self.printed(plain)
            self.add(found[0] if shown == plain else shown)
        elif kind == "note":
            self.marks.append(found["note"])
        return found.end()

    def printed(self, raised: str) -> str:
        """What raised text is printed as, after what was read so far; a mark is kept apart."""
        before = "".join(piece.text for piece in self.pieces[-6:])
        shown = printed_raised(before, raised)
        if shown is None:
            self.marks.append(raised.strip())
        return shown or ""

    def code(self, found: "re.Match[str]") -> int:
        """Words in backquotes are words."""
        end = self.text.find(found["code"], found.end(), found.end() + 2_000)
        if end < 0:
            self.add(found[0])
            return found.end()
        self.add(self.text[found.end() : end])
        return end + len(found["code"])

    def close(self, found: "re.Match[str]") -> int:
        target = _TARGET.match(self.text, found.end()) if self.brackets else None
        reference = None if target or not self.brackets else self.reference(found.end())
        if not self.brackets or (target is None and reference is None):
            if self.brackets:
                self.brackets.pop()
            self.add("]")
            return found.end()
        opened = self.brackets.pop()
        self.pieces[opened].text = ""
        if target:
            self.links.append((opened, len(self.pieces), target[0][1:-1]))
            return target.end()
        return reference if reference is not None else found.end()

    def reference(self, place: int) -> int | None:
        """The end of a reference to a link that is defined elsewhere; None where there is none."""
        if not self.references:
            return None
        named = _REFERENCE.match(self.text, place)
        if named and named[1]:
            return named.end() if named[1].lower() in self.references else None
        inner = "".join(piece.text for piece in self.pieces[self.brackets[-1] + 1 : self.brackets[-1] + 21]).lower()
        return (named.end() if named else place) if inner in self.references else None

    def emphasis(self, found: "re.Match[str]") -> None:
        run, text = found["run"], self.text
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        opens, closes = bool(after.strip()), bool(before.strip())
        if run[0] == "_":
            opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
        elif opens and closes and _is_mark(after) and not _is_mark(before):
            opens = False
        if run == "~~":
            self.struck_run(opens=opens, closes=closes)
            return
        left = len(run)
        stack = self.opened[run[0]]
        while closes and left and stack:
            opener = self.pieces[stack[-1]]
            width = 2 if left >= 2 and len(opener.text) >= 2 else 1
            if width == 2:
                opener.bold += 1
                self.add("").bold = -1
            opener.text = opener.text[width:]
            left -= width
            if not opener.text:
                stack.pop()
        if left:
            if opens:
                stack.append(len(self.pieces))
            self.add(run[:left])

    def struck_run(self, *, opens: bool, closes: bool) -> None:
        stack = self.opened["~~"]
        if closes and stack:
            opener = self.pieces[stack.pop()]
            opener.text, opener.struck = "", 1
            self.add("").struck = -1
            return
        if opens:
            stack.append(len(self.pieces))
        self.add("~~")

    def tag(self, found: "re.Match[str]") -> None:
        name = found["tag"].lstrip("/").lower()
        closing = found["tag"].startswith("/")
        if name not in _TAGS:
            self.add(found[0])
        elif name == "sup":
            self.raise_text(closing=closing)
        else:
            piece = self.add(BREAK if name in _BREAKS and not closing and self.pieces else "")
            if name in _STRUCK:
                piece.struck = -1 if closing else 1
            elif name in _STRONG:
                piece.bold = -1 if closing else 1

    def raise_text(self, *, closing: bool) -> None:
        """Where raised text begins or ends."""
        if not closing:
            self.raised = len(self.pieces)
        elif self.raised >= 0:
            above = self.pieces[self.raised :]
            raised = "".join(piece.text for piece in above)
            for piece in above:
                piece.text = ""
            self.add(self.printed(raised))
            self.raised = -1

    def words(self) -> Words:
        kept, bold, struck = [], [], []
        length = strong = out = began = 0
        for piece in self.pieces:
            if piece.text and out <= 0:
                kept.append(piece.text)
                length += len(piece.text)
            elif piece.text:
                struck.append(piece.text)
            if piece.bold:
                was, strong = strong, strong + piece.bold
                if was <= 0 < strong:
                    began = length
                elif strong <= 0 < was and length > began:
                    bold.append((began, length))
            out = max(0, out + piece.struck)
        if strong > 0 and length > began:
            bold.append((began, length))
        text = "".join(kept)
        words = " ".join("".join(struck).split())
        return Words(text, tuple(bold), (words,) if words else (), tuple(self.marks), self.is_only_link(text))

    def is_only_link(self, text: str) -> bool:
        if len(self.links) != 1 or not self.links[0][2].startswith("#"):
            return False
        first, last, _ = self.links[0]
        around = [piece.text for piece in (*self.pieces[:first], *self.pieces[last:])]
        return not "".join(around).strip(" *+-0123456789.") and bool(text.strip())


def _is_mark(character: str) -> bool:
    return not character.isalnum() and not character.isspace()
