"""A text as lines of prose, each with its place among headings and list items.

Markdown-it decides what is a heading, a list item or a paragraph; this module keeps what it would renumber or hide: the
printed number of an item, the line in the file, and lines that ended up in no block.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_SPACES = dict.fromkeys(
    map(ord, "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"), " "
)
_BREAKS = dict.fromkeys(map(ord, "\u2028\u2029\u0085\x0b\x0c"), "\n")
_PLAIN = {**_INVISIBLE, **_SPACES, **_BREAKS, 0: None}
_MARKUP = re.compile(r"[*_`\\\[\]<&!]")
_DELIMITERS = re.compile(r"[*_`\[\]<]")
# The rule for indented code would hide points of a text that is merely indented; that for setext headings would read a
# dashed line under a point as a heading; reference definitions and fences would swallow bracketed words.
_UNWANTED_RULES = ["code", "fence", "reference", "html_block", "lheading"]
_LONGEST_INLINE = 20_000
_MOST_DELIMITERS = 400


@frozen
class Line:
    """One printed line."""

    number: int
    """In the file, from 1."""
    text: str
    bold: int = 0
    """How many characters at its start are bold."""
    first: bool = True
    """First line of its block."""
    items: tuple[str, ...] = ()
    """Markers of the list items around it, from outside: `3` as printed, or an empty string for a bullet."""
    opened: int = 0
    """How many of the innermost items begin with this line."""
    heading: bool = False
    understood: bool = True
    """False for a line that belongs to no block."""


def normalise(text: str) -> str:
    r"""NFC with plain spaces and newlines, without marks that nobody sees.

    >>> normalise("\ufeffcease\u00adfire\u00a0now\r\n")
    'ceasefire now\n'
    """
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").translate(_PLAIN))


def read_lines(text: str) -> Iterator[Line]:
    """All lines that are not blank, in order.

    Args:
        text: As `normalise` gives it.
    """
    from markdown_it import MarkdownIt  # 30 ms that only texts need

    printed = text.split("\n")
    blocks = MarkdownIt("commonmark", {"html": False}).disable(["inline", *_UNWANTED_RULES])
    inline = MarkdownIt("commonmark", {"html": False})
    seen = 0
    for line in _walk(blocks.parse(text), inline):
        yield from _outside_blocks(printed, seen, line.number - 1)
        seen = max(seen, line.number)
        yield line
    yield from _outside_blocks(printed, seen, len(printed))


def _outside_blocks(printed: list[str], start: int, end: int) -> Iterator[Line]:
    """Lines in no block: rules, and what is nested deeper than Markdown goes."""
    for position in range(start, end):
        bare = printed[position].strip()
        if bare.strip("-*_=# >"):
            yield Line(position + 1, bare, understood=False)


def _walk(tokens: list["Token"], inline: "MarkdownIt") -> Iterator[Line]:
    items: list[str] = []
    given: list[bool] = []  # of each item: whether its first line was given
    begins: list[int] = []
    heading = False
    for token in tokens:
        if token.type == "list_item_open":
            items.append(token.info)
            given.append(False)
            begins.append(token.map[0] + 1 if token.map else 1)
        elif token.type == "list_item_close":
            if not given[-1]:  # an item without text: '3.' alone
                yield Line(begins[-1], "", items=tuple(items), opened=given.count(False))
                given = [True] * len(given)
            items.pop()
            given.pop()
            begins.pop()
        elif token.type in ("heading_open", "heading_close"):
            heading = token.type == "heading_open"
        elif token.type == "inline" and token.map:
            for offset, (text, bold) in enumerate(_printed_lines(token.content, inline)):
                fresh = 0 if offset else given.count(False)
                number = token.map[0] + offset + 1
                yield Line(number, text, bold, offset == 0, tuple(items), fresh, heading)
            given = [True] * len(given)


def _printed_lines(content: str, inline: "MarkdownIt") -> list[tuple[str, int]]:
    """The lines of one block without markup, each with the length of its bold beginning."""
    if (
        not _MARKUP.search(content)
        or len(content) > _LONGEST_INLINE
        or len(_DELIMITERS.findall(content)) > _MOST_DELIMITERS
    ):
        return [(line.strip(), 0) for line in content.split("\n")]
    lines: list[list[tuple[str, bool]]] = [[]]
    strong = 0
    for token in inline.parseInline(content)[0].children or ():
        if token.type in ("softbreak", "hardbreak"):
            lines.append([])
        elif token.type in ("strong_open", "strong_close"):
            strong += token.nesting
        elif token.content:
            lines[-1].append((token.content.translate(_SPACES), strong > 0))
    return [_join(pieces) for pieces in lines]


def _join(pieces: list[tuple[str, bool]]) -> tuple[str, int]:
    whole = "".join(text for text, _ in pieces)
    bold = 0
    for text, strong in pieces:
        if not strong and text.strip():
            break
        bold += len(text)
    lead = len(whole) - len(whole.lstrip())
    has_bold = any(strong for _, strong in pieces)
    return whole.strip(), max(0, min(bold - lead, len(whole.strip()))) if has_bold else 0
