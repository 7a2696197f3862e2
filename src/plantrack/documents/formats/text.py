r"""Markdown and plain text, which need not be told apart: what only one of them has is rare in the other.

Every line of the file is a line of the document. Read are headings, quotations, tables, notes, emphasis, links, and
tags of HTML; a number or bullet at the start of a line is text, since it is read alike in every format.
"""

import re
from collections.abc import Iterator
from heapq import merge
from operator import attrgetter
from typing import NamedTuple

from plantrack.documents.blocks import Decoded, SourceLine
from plantrack.documents.characters import normalise
from plantrack.documents.formats.inline import BREAK, Words, plain_words
from plantrack.errors import InputError, Problem

_HEADING = re.compile(r"(#{1,6})(?:[ ]+|(?=[^#\s])(?<=##)|$)")
_CLOSING_MARKS = re.compile(r"[ ]+#+$")
_UNDERLINE = re.compile(r"=+|-{3,}")
_RULE = re.compile(r"(?:[-*_=~#][ ]*){3,}|[-*_=]{1,2}")
_QUOTED = re.compile(r"(?:>[ ]?)+")
_FENCE = re.compile(r"(?:`{3,}|~{3,})[^`]{0,100}")
_DEFINITION = re.compile(
    r"\[([^\]\s^][^\]]{0,200})\]:\s+(?:<\S{1,2000}>|[a-z]+://\S{1,2000}|[#/]\S{0,2000}|\S{1,200}\.(?:md|html?|pdf))"
    r"(?:\s+[\"'(].{0,300})?",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\[\^([^\]\s]{1,40})\]:[ ]*")
_TABLE_RULE = re.compile(r"\|?(?:[ ]*:?-+:?[ ]*\|)+(?:[ ]*:?-+:?[ ]*)?")
_CELL_END = re.compile(r"(?<!\\)\|")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_LIST_START = re.compile(r"(?:[-*+•–—]|\(?[^\W_]{1,4}[.)])[ ]|[•●▪◦]")
_TITLE_KEY = re.compile(r"title:[ ]*[\"']?(.*?)[\"']?[ ]*")
_MARKED = re.compile(r"(?P<marker>\(?[^\W_]{1,5}[.)]?|[•●○◦▪–—*-])\t+[ ]*(?=\S)")
MAX_BYTES = 16_000_000
_MOST_LINES = 200
"""Lines of a paragraph that are read together for emphasis that goes over their ends; of keys above a text."""
_LONGEST_TITLE = 100
_ENCODINGS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def decode(data: bytes, name: str) -> Decoded:
    """The lines of a file. Raises InputError where its bytes are no text."""
    return decode_text(text_of(data, name))


def text_of(data: bytes, name: str) -> str:
    """The characters of a text file. Raises InputError where its bytes are no text, or too many."""
    if len(data) > MAX_BYTES:
        found, expected = f"{len(data):,} bytes", f"at most {MAX_BYTES:,}"
        raise InputError([Problem(what="the file is too large", file=name, found=found, expected=expected)])
    encoding = _ENCODINGS.get(data[:2], "utf-8-sig")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        column = len(data[: error.start].rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        found = f"byte 0x{data[error.start]:02x}" if error.start < len(data) else "an odd number of bytes"
        problem = Problem(
            what="not UTF-8", file=name, line=line, column=column, found=found, expected="a text saved as UTF-8"
        )
        raise InputError([problem]) from None


def decode_text(text: str) -> Decoded:
    """The lines of a text."""
    reader = _Reader(normalise(text))
    lines = tuple(reader.read())
    return Decoded(lines=lines, title=reader.title, paged=reader.pages > 1)


class _Printed(NamedTuple):
    """A line as it stands in the file."""

    text: str
    number: int
    indent: int
    starts: bool
    page: int


class _Reader:
    def __init__(self, text: str) -> None:
        self.comments: list[SourceLine] = []
        self.place, self.counted = 1, 0
        """The line of the last comment, and the characters in which lines were counted."""
        self.text = self.without_comments(text) if "<!--" in text else text
        self.title: str | None = None
        self.pages = self.text.count("\f") + 1
        self.references: frozenset[str] = frozenset()

    def without_comments(self, text: str) -> str:
        """The text without comments of HTML, its line numbers kept."""

        def keep(found: "re.Match[str]") -> str:
            words = " ".join(found[1].split())
            if words:
                self.place += text.count("\n", self.counted, found.start())
                self.counted = found.start()
                line = self.place
                self.comments.append(SourceLine(words, line, style="comment"))
            return "\n" * found[0].count("\n")

        return _COMMENT.sub(keep, text)

    def read(self) -> Iterator[SourceLine]:
        """All lines in order."""
        printed = self.text.split("\n")
        defined = [found for line in printed if line.lstrip()[:1] == "[" and (found := _DEFINITION.match(line.strip()))]
        self.references = frozenset(found[1].lower() for found in defined)
        first = _end_of_front_matter(printed)
        yield from self.front_matter(printed[:first])
        yield from merge(self.comments, self.body(printed, first), key=attrgetter("line"))

    def body(self, printed: list[str], first: int) -> Iterator[SourceLine]:
        """The lines of the text from a place on."""
        chunk: list[_Printed] = []
        starts = True
        for here in _lines(printed, first):
            body = here.text
            if not body or _is_rule(body, chunk):
                level = _underlined(body, chunk)
                yield from self.block(chunk, style="heading" if level else None, level=level)
                chunk, starts = [], True
            elif _stands_alone(body):
                yield from self.block(chunk)
                yield from self.alone(here)
                chunk, starts = [], True
            else:
                if chunk and (len(chunk) >= _MOST_LINES or _LIST_START.match(body)):
                    yield from self.block(chunk)
                    chunk = []
                chunk.append(here._replace(starts=starts))
                starts = False
        yield from self.block(chunk)

    def page_of(self, line: _Printed) -> int | None:
        return line.page if self.pages > 1 else None

    def front_matter(self, printed: list[str]) -> Iterator[SourceLine]:
        """The keys above a text that a site generator needs."""
        for line in printed:
            found = _TITLE_KEY.fullmatch(line)
            self.title = found[1] if found and not self.title else self.title
        words = "; ".join(line.strip() for line in printed if line.strip("-. "))
        if words:
            yield SourceLine(words, 1, style="comment")

    def alone(self, here: _Printed) -> Iterator[SourceLine]:
        """A heading, a row of a table, a note, or the target of links."""
        body = here.text
        if found := _HEADING.match(body):
            heading = _CLOSING_MARKS.sub("", body[found.end() :])
            yield from self.block([here._replace(text=heading, starts=True)], style="heading", level=len(found[1]))
        elif found := _NOTE.match(body):
            words = plain_words(body[found.end() :], self.references).text
            yield SourceLine(words, here.number, self.page_of(here), style="footnote", marker=found[1])
        elif _DEFINITION.fullmatch(body):
            yield SourceLine(body, here.number, self.page_of(here), style="link")
        elif not _TABLE_RULE.fullmatch(body):
            yield from self.row(here)

    def row(self, here: _Printed) -> Iterator[SourceLine]:
        inner = here.text[1:] if here.text[0] == "|" else here.text
        inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
        read = [plain_words(cell.strip(), self.references) for cell in _CELL_END.split(inner)]
        cells = tuple(" ".join(words.text.replace(BREAK, "\n").split(" ")).strip() for words in read)
        if any(cells):
            yield SourceLine("\t".join(cells), here.number, self.page_of(here), style="table", cells=cells)
        for words in read:
            yield from _struck(words, here)

    def block(self, chunk: list[_Printed], *, style: str | None = None, level: int = 0) -> Iterator[SourceLine]:
        """The lines of a paragraph or heading without their marks."""
        if not chunk:
            return
        words = plain_words("\n".join(line.text for line in chunk), self.references)
        if words.only_link and style is None:
            style = "toc"
        place, bold = 0, 0
        for line, text in zip(chunk, words.text.split("\n"), strict=False):
            for part, piece in enumerate(text.split(BREAK)):
                while bold < len(words.bold) and words.bold[bold][1] <= place:
                    bold += 1
                strong = _bold_start(piece, place, words.bold[bold : bold + 3])
                place += len(piece) + 1
                shown = piece.strip()
                marker = None
                if "\t" in shown:
                    if found := _MARKED.match(shown):
                        marker, shown = found["marker"], shown[found.end() :]
                        strong = max(0, strong - found.end())
                    shown = shown.replace("\t", " ")
                if shown:
                    yield SourceLine(
                        shown, line.number, self.page_of(line), line.starts and not part, style,
                        level, marker, min(strong, len(shown)), line.indent,
                    )  # fmt: skip
        yield from _struck(words, chunk[-1])


def _end_of_front_matter(printed: list[str]) -> int:
    """How many lines the keys above a text take."""
    if printed[0].rstrip() != "---" or len(printed) < 3 or ":" not in printed[1]:
        return 0
    most = range(1, min(len(printed), _MOST_LINES))
    return next((place + 1 for place in most if printed[place].rstrip() in ("---", "...")), 0)


def _lines(printed: list[str], first: int) -> Iterator[_Printed]:
    """The lines without quotation marks of mail, fences and the space around them."""
    page, fenced = 1, False
    for place in range(first, len(printed)):
        line = printed[place]
        if "\f" in line:
            page += line.count("\f")
            line = line.replace("\f", "")
        body = line.lstrip(" \t")
        indent = _width(line[: len(line) - len(body)])
        if body.startswith(">"):
            line = _QUOTED.sub("", body, count=1)
            body = line.lstrip(" \t")
            indent = _width(line[: len(line) - len(body)])
        body = body.rstrip()
        if body[:3] in ("```", "~~~") and _FENCE.fullmatch(body):
            fenced, body = not fenced, ""
        yield _Printed(body, place + 1, indent, starts=False, page=page)


def _is_rule(body: str, chunk: list[_Printed]) -> bool:
    """Whether a line without letters and figures only parts what stands above and below it."""
    return not any(map(str.isalnum, body)) and (not chunk or _RULE.fullmatch(body) is not None)


def _stands_alone(body: str) -> bool:
    first = body[0]
    if first == "#":
        return _HEADING.match(body) is not None
    if first == "[":
        return bool(_NOTE.match(body) or _DEFINITION.fullmatch(body))
    return first == "|" or (body[-1] == "|" and body.count("|") > 1)


def _struck(words: Words, line: _Printed) -> Iterator[SourceLine]:
    for text in words.struck:
        yield SourceLine(text, line.number, style="struck")
    for text in words.marks:
        yield SourceLine(text, line.number, style="mark")


def _width(space: str) -> int:
    return len(space.expandtabs(4))


def _bold_start(piece: str, place: int, ranges: tuple[tuple[int, int], ...]) -> int:
    """How many characters at the start of a line are bold, of those that are left when it is stripped."""
    lead = len(piece) - len(piece.lstrip())
    first, end = place + lead, place + len(piece.rstrip())
    listed = _LIST_START.match(piece, lead)
    reached = place + listed.end() if listed else first
    if listed and not any(began < end and ended > reached for began, ended in ranges):
        return 0
    for began, ended in ranges:
        if began > reached and piece[reached - place : began - place].strip():
            break
        if ended > reached >= began or not piece[reached - place : began - place].strip():
            reached = max(reached, min(ended, end))
    return reached - first if not listed or reached > place + listed.end() else 0


def _underlined(body: str, chunk: list[_Printed]) -> int:
    """The level of the heading that a line of dashes makes of the line above; 0 where it makes none."""
    if len(chunk) != 1 or not chunk[0].starts or not _UNDERLINE.fullmatch(body):
        return 0
    above = chunk[0].text
    if body[0] == "=":
        return 1
    return 2 if len(above) <= _LONGEST_TITLE and above[-1] not in ".;:," and not _LIST_START.match(above) else 0
