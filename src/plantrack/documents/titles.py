"""Titles of points: bold beginnings, lines of their own, short lines above the words of a point."""

import re

from plantrack.documents.drafts import Draft, Point
from plantrack.documents.survey import leads_on

_TITLE_WORDS = 8
_ENDS = ".:–—-"
_NO_TITLE_ENDS = tuple(".;:,!?")
_SENTENCE_INSIDE = re.compile(
    r"(?<!\w)(?!(?:art|arts|no|nos|nr|par|para|paras|sec|cl|vs)\.)[a-zà-ÿ]{2,}[.;!?][\"”)]?\s"
)


def parted_title(text: str, bold: int) -> tuple[str, str]:
    """The title that a bold beginning is, and the words after it; text that is bold throughout is no title yet.

    >>> parted_title("Ceasefire. All stop.", 10)
    ('Ceasefire', 'All stop.')
    """
    title, rest = text[:bold].strip(), text[bold:].strip()
    if title and rest and (title[-1] in _ENDS or rest[:1] in _ENDS or rest[:1].isupper()):
        return title.strip(" " + _ENDS), rest.lstrip(" " + _ENDS)
    if title and not rest and len(title) == len(text.strip()):
        return text.strip(), ""
    return "", text


def is_title(text: str) -> bool:
    """Whether a line is short, and no sentence ends in it."""
    text = text.strip()
    if not 0 < len(text.split()) <= _TITLE_WORDS or text.endswith(_NO_TITLE_ENDS) or leads_on(text):
        return False
    return _SENTENCE_INSIDE.search(text) is None


def title_line(point: Point, *, above_parts: bool = False) -> None:
    """Where all words of a point so far are a short line and a paragraph follows, make the line its title.

    Args:
        point: The point.
        above_parts: Parts of the point follow in place of a paragraph.
    """
    if point.number is None or len(point.blocks) != 1 or (point.has_parts and not above_parts):
        return
    block = point.blocks[0]
    if len(block.pieces) == 1 and not block.title and is_title(block.pieces[0]) and block.pieces[0][:1].isupper():
        block.title, block.pieces = block.pieces[0], [""]
        point.inline = False


def break_title(block: Draft, width: int) -> None:
    """Make the first line of a point its title where the next could have begun on it, had it not ended.

    Args:
        block: The block that begins a point.
        width: How many characters a printed line takes.
    """
    if block.title or len(block.pieces) < 2:
        return
    first, second = block.pieces[0], block.pieces[1]
    next_word = second.partition(" ")[0]
    room = len(block.marker) + 1 + len(first) + 1 + len(next_word) <= width
    if is_title(first) and room and second[:1].isupper() and first[:1].isupper():
        block.title, block.pieces = first, block.pieces[1:]
