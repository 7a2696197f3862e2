"""Lines of a PDF to lines of a document: which begin a paragraph, and words cut at their ends joined again."""

import re
from itertools import pairwise
from typing import NamedTuple

from plantrack.documents.blocks import SourceLine
from plantrack.documents.formats.pdf_layout import Line
from plantrack.documents.formats.pdf_margins import Placed
from plantrack.documents.formats.raised import printed_raised

_INDENT = 5.67
"""Points in a character of about 2 mm."""
_SPACED = 1.35
"""A distance from the line above of so many usual ones begins a paragraph."""
_IN = 0.7
"""Heights of letters by which a first line is set in."""
_LARGE = 1.12
"""Headings are larger than the text by this factor."""
_ENDS = re.compile(r"[.!?:;…]['\"’”»)\]]*$")
_GOES_ON = re.compile(r"(?:[,;:]|\b(?:and|or))$")
_NUMBERED = re.compile(
    r"(?:\d{1,3}[.)\]]|\d+(?:\.\d+)+\.?|[ivxl]{1,6}[.)]|(?:article|section|chapter|annex|part|point)) ", re.IGNORECASE
)
_LISTED = re.compile(r"(?:\([a-z0-9]{1,5}\)|[a-z][.)]|[•◦▪●–—-]) ", re.IGNORECASE)
"""How points and items begin; only used to tell where a paragraph begins."""
_AROUND = 6
"""Lines before and after one that show how wide its block is."""
_FEWEST_DOTTED = 4
_TOC = re.compile(r"(?:\. ?){8,}|…{3,}|(?:\. ?){5,}\s*(?:\d{1,4}|[ivxlc]{1,6})$", re.IGNORECASE)
_CUT = re.compile(r"[^\W\d_]-$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SOFT = "\u00ad"


class _Known(NamedTuple):
    """Words that the document itself has, in small letters."""

    words: frozenset[str]

    def joined(self, first: str, second: str) -> str:
        """A word that was cut after its first part: as the document has it elsewhere, else by how its parts look."""
        start, end = _WORD.findall(first)[-1:], _WORD.findall(second)[:1]
        if not start or not end or not second[:1].isalpha():
            return first + second
        whole, hyphened = start[0] + end[0], f"{start[0]}-{end[0]}"
        if whole.casefold() in self.words:
            return first[:-1] + second
        if hyphened.casefold() in self.words or end[0][0].isupper() or start[0].isupper():
            return first + second
        return first[:-1] + second


def source_lines(pages: list[list[Placed]], body: float) -> list[SourceLine]:
    """The lines of a document.

    Args:
        pages: The lines of each page.
        body: The size of the text.
    """
    known = _Known(_words_of(pages))
    larger = sorted(
        {_step(one.line.size) for page in pages for one in page if one.style is None and _is_large(one.line, body)}
    )
    levels = {size: place + 1 for place, size in enumerate(reversed(larger))}
    found: list[SourceLine] = []
    before: dict[str | None, tuple[Placed, float]] = {}
    open_at: dict[str | None, int] = {}
    for page in pages:
        pitch = _pitch(page)
        noted = frozenset(one.marker for one in page if one.style == "footnote" and one.marker)
        edges = _edges([one.line for one in page])
        for place, one in enumerate(page):
            if one.line.cells and one.style is None:
                text = "\t".join(" ".join(cell.split()) for cell in one.line.cells)
                found.append(SourceLine(text, line=place + 1, page=one.line.page, style="table", cells=one.line.cells))
                before.pop(None, None)
                continue
            last = before.get(one.style)
            starts = last is None or _starts(last[0], one, pitch, last[1])
            text, bold = _text(one.line, noted if one.style is None else frozenset())
            if not starts and one.style in open_at:
                text, bold = _taken(found, open_at[one.style], text, bold, known)
            style = one.style or ("toc" if _TOC.search(text) else None)
            level = levels.get(_step(one.line.size), 0) if style is None and _is_large(one.line, body) else 0
            if one.marker is not None and starts:
                text, bold = text[len(one.marker) :].lstrip(" .)"), 0
            before[one.style] = one, edges[place]
            if not text:
                continue
            open_at[one.style] = len(found)
            found.append(
                SourceLine(
                    text=text, line=place + 1, page=one.line.page, starts=starts,
                    style="heading" if level else style, level=level,
                    marker=one.marker if starts else None, bold=bold,
                    indent=round(max(0.0, one.line.left - one.line.column[0]) / _INDENT, 1),
                )
            )  # fmt: skip
    return _with_contents(found)


def _with_contents(lines: list[SourceLine]) -> list[SourceLine]:
    """Lines among those of a table of contents that have no dots, on pages that are mostly one."""
    pages: dict[int | None, list[int]] = {}
    for place, line in enumerate(lines):
        if line.style not in ("header", "footer"):
            pages.setdefault(line.page, []).append(place)
    made = list(lines)
    for places in pages.values():
        dotted = [place for place in places if lines[place].style == "toc"]
        if len(dotted) >= _FEWEST_DOTTED and 2 * len(dotted) > len(places):
            for place in places:
                if place > dotted[0] and lines[place].style in (None, "heading"):
                    made[place] = lines[place]._replace(style="toc", level=0)
    return made


def _text(line: Line, noted: frozenset[str]) -> tuple[str, int]:
    """The words of a line without marks of notes on its page, and how many of its first characters are bold."""
    text, bold, still = "", 0, True
    for word in line.words:
        if word.raised and word.text.strip("[]()") in noted:
            continue
        shown = printed_raised(text, word.text) if word.raised and word.glued else word.text
        glued = word.glued and shown is not None
        text += ("" if glued or not text else " ") + (shown or word.text)
        still = still and word.bold
        bold = len(text) if still else bold
    return text, bold


def _taken(found: list[SourceLine], at: int, text: str, bold: int, known: _Known) -> tuple[str, int]:
    """Give the rest of a word that was cut to the line that it began on; what is left of this one."""
    above = found[at]
    soft = above.text.endswith(_SOFT)
    if not soft and not _CUT.search(above.text):
        return text, bold
    rest, _, left = text.partition(" ")
    whole = above.text.rstrip(_SOFT) + rest if soft else _joined(above.text, rest, known)
    all_bold = above.bold >= len(above.text)
    found[at] = above._replace(text=whole, bold=len(whole) if all_bold else above.bold)
    return left, max(0, bold - len(rest) - 1)


def _joined(text: str, rest: str, known: _Known) -> str:
    start, space, last = text.rpartition(" ")
    return start + space + known.joined(last, rest)


def _words_of(pages: list[list[Placed]]) -> frozenset[str]:
    """Whole words of the document; not those at the ends of lines, which may be cut."""
    found: set[str] = set()
    for page in pages:
        for one in page:
            words = [word.text for word in one.line.words]
            for text in words[1:-1] if len(words) > 2 else ():
                found.update(word.casefold() for word in _WORD.findall(text))
    return frozenset(found)


def _edges(lines: list[Line]) -> list[float]:
    """How far to the right each line could go: as the lines around it that begin where it does."""
    lefts, rights, sizes = [one.left for one in lines], [one.right for one in lines], [one.size for one in lines]
    found = []
    for at, line in enumerate(lines):
        near = range(max(0, at - _AROUND), min(len(lines), at + _AROUND + 1))
        like = [
            rights[one]
            for one in near
            if abs(lefts[one] - lefts[at]) < 2 * sizes[at] and lines[one].column == line.column
        ]
        found.append(max(like) if len(like) > 1 else line.column[1])
    return found


def _pitch(page: list[Placed]) -> float:
    """The usual distance between lines of the text on a page."""
    gaps = sorted(
        below.line.base - above.line.base
        for above, below in pairwise(page)
        if above.style == below.style and above.line.column == below.line.column and below.line.base > above.line.base
    )
    return gaps[len(gaps) // 3] if gaps else 0.0


def _starts(last: Placed, one: Placed, pitch: float, edge: float) -> bool:
    """Whether a line begins a paragraph, from how it stands to the line before it, and how far that one could go."""
    if one.style in ("header", "footer") or one.marker is not None or not _like(last.line, one.line):
        return True
    above, line = last.line, one.line
    text, before = line.text, above.text
    if above.page != line.page or above.column != line.column or line.base <= above.base:
        return _starts_anew(above, line, edge)
    if pitch and line.base - above.base > _SPACED * max(pitch, line.size):
        return True
    if _is_marked(text, before):
        return True
    if _bold(above) != _bold(line):
        return True
    if line.left - above.left > _IN * line.size and not _is_marked(before, "."):
        return bool(_ENDS.search(before)) or _is_short(above, line, edge)
    return _is_short(above, line, edge) and not before.endswith(("-", _SOFT))


def _is_marked(text: str, before: str) -> bool:
    """Whether a line begins a point or an item, after words that let one begin."""
    if _NUMBERED.match(text):
        return bool(_ENDS.search(before))
    return bool(_LISTED.match(text) and (_ENDS.search(before) or _GOES_ON.search(before)))


def _like(above: Line, line: Line) -> bool:
    """Whether two lines have words of one size; a line in small capitals has two."""
    return not {round(word.size) for word in above.words}.isdisjoint(round(word.size) for word in line.words)


def _starts_anew(above: Line, line: Line, edge: float) -> bool:
    """The same, at the top of a page or column."""
    text, before = line.text, above.text
    if before.endswith(("-", _SOFT, ",")) or text[:1].islower():
        return False
    ended = bool(re.search(r"[.!?:;]['\"’”»)\]]*$", before))
    return ended or _is_marked(text, before) or _bold(above) != _bold(line) or _is_short(above, line, edge)


def _is_short(above: Line, line: Line, edge: float) -> bool:
    """Whether the first word of a line would have stood in the line above: so something else ended that one."""
    room = edge - above.right
    first = line.words[0]
    return room > (first.right - first.left) + 0.6 * line.size


def _bold(line: Line) -> bool:
    return all(word.bold for word in line.words)


def _step(size: float) -> float:
    return round(size)


def _is_large(line: Line, body: float) -> bool:
    return line.size > _LARGE * body and any(sign.isalpha() for sign in line.text)
