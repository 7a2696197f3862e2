"""What stands around the text of a PDF: heads and feet that come again on other pages, numbers of pages, notes."""

import re
from collections import Counter, defaultdict
from typing import NamedTuple

from plantrack.documents.formats.pdf_layout import Line

_ZONE = 3
"""Lines at the top and at the bottom of a page among which a head or foot is looked for."""
_SHIFT = 6.0
"""Points by which its height may differ from page to page."""
_SHARE = 0.3
"""Part of the pages that it stands on, of those of one parity: left and right pages may have their own."""
_APART = 1.25
"""Line heights between a head and the text that tell a number of a page from a line of the text."""
_FEWEST_INNER = 4
"""Pages whose numbers stand inside of a head or foot, at least."""
_NOTE_SIZE = 0.92
"""Notes are set smaller than this part of the text."""
_NUMBER = re.compile(r"\d+|(?a:\b[ivxlcdm]+\b)", re.IGNORECASE)
_LONE_NUMBER = re.compile(
    r"[-–—|\[( ]*(?:(?:page|p\.|seite|стр\.?|pág\.?) *)?(\d{1,4}|(?a:[ivxlc]{1,6}))"
    r"(?: *(?:/|of|von|de|sur|из) *\d{1,4})?[-–—|\]). ]*",
    re.IGNORECASE,
)
"""A number of a page, alone or as `- 2 -`, `Page 2 of 9`, `2/9`; in the languages in which papers were seen."""
_NOTE = re.compile(r"(\d{1,3}|[*†‡§]{1,3}|[a-z])[.)]?\s")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


class Placed(NamedTuple):
    """A line with what it is."""

    line: Line
    style: str | None = None
    marker: str | None = None
    """The number of a note that begins here."""


def placed(pages: list[list[Line]]) -> list[list[Placed]]:
    """The lines of all pages, with heads, feet and notes known for what they are.

    Args:
        pages: The lines of each page, in reading order.
    """
    around = _repeated(pages) | _page_numbers(pages)
    body = body_size(pages)
    found: list[list[Placed]] = []
    notes: dict[int, str | None] = {}
    for page, lines in enumerate(pages):
        notes = _notes([line for at, line in enumerate(lines) if (page, at) not in around], body, going=bool(notes))
        whole = []
        for at, line in enumerate(lines):
            if (page, at) in around:
                whole.append(Placed(line, around[page, at]))
            elif id(line) in notes:
                whole.append(Placed(line, "footnote", notes[id(line)]))
            else:
                whole.append(Placed(line))
        found.append(whole)
    return found


def _originals(pages: list[list[Line]]) -> list[int]:
    """For each page the first one of the same words: a page that was bound in twice repeats nothing of itself."""
    first: dict[tuple[str, ...], int] = {}
    found: list[int] = []
    for page, lines in enumerate(pages):
        texts = tuple(line.text for line in lines if not _LONE_NUMBER.fullmatch(line.text))
        found.append(first.setdefault(texts, page) if len(texts) > _ZONE else page)
    return found


def body_size(pages: list[list[Line]]) -> float:
    """The size in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


class _Edge(NamedTuple):
    """A line near the top or bottom of its page."""

    page: int
    at: int
    line: Line
    style: str
    apart: bool
    """It stands off from the text."""
    outermost: bool
    """Nothing stands above the head, or below the foot."""


def _edges(pages: list[list[Line]]) -> list[_Edge]:
    found: list[_Edge] = []
    for page, lines in enumerate(pages):
        order = sorted(range(len(lines)), key=lambda at: lines[at].base)
        for style, places in (("header", order[:_ZONE]), ("footer", order[: -_ZONE - 1 : -1])):
            for rank, at in enumerate(places):
                beyond = [lines[other].base for other in order]
                near = min(
                    (
                        abs(base - lines[at].base)
                        for base in beyond
                        if (base > lines[at].base) == (style == "header") and base != lines[at].base
                    ),
                    default=0.0,
                )
                apart = near > _APART * max(lines[at].size, 1) * 1.2 or rank > 0
                outermost = abs(lines[at].base - lines[places[0]].base) < _SHIFT / 2
                found.append(_Edge(page, at, lines[at], style, apart, outermost))
    return found


def _repeated(pages: list[list[Line]]) -> dict[tuple[int, int], str]:
    """Lines that stand at one height on several pages and differ at most by a number that counts the pages."""
    groups: dict[tuple[str, str], list[_Edge]] = defaultdict(list)
    for edge in _edges(pages):
        groups[edge.style, _NUMBER.sub("#", edge.line.text.casefold())].append(edge)
    originals = _originals(pages)
    distinct = len(set(originals))
    found: dict[tuple[int, int], str] = {}
    for (style, shape), edges in groups.items():
        if not any(sign.isalpha() for sign in shape):
            continue  # numbers alone; see `_page_numbers`
        for chosen in _same(edges):
            on = {originals[edge.page] for edge in chosen}
            if (len(on) >= 2 and len(on) >= _SHARE * distinct) or len(on) >= 4:
                found.update({(edge.page, edge.at): style for edge in chosen})
    return found


def _same(edges: list[_Edge]) -> list[list[_Edge]]:
    """Of lines of one shape, those of one height and of the same words, or with a number that goes with the page."""
    groups: dict[object, list[_Edge]] = defaultdict(list)
    for edge in edges:
        height = round(edge.line.base / _SHIFT)
        groups[height, edge.line.text.casefold()].append(edge)
        if edge.outermost:
            groups[edge.line.text.casefold()].append(edge)  # sections may set theirs at other heights
        numbers = [_value(one) for one in _NUMBER.findall(edge.line.text)]
        words = len(re.findall(r"[^\W\d_]{2,}", edge.line.text))
        if edge.apart and (words >= 2 or _LONE_NUMBER.fullmatch(edge.line.text)):
            for place, number in enumerate(numbers):
                others = tuple(numbers[:place] + numbers[place + 1 :])
                groups[height, place, number - edge.page, others].append(edge)
    return list(groups.values())


def _page_numbers(pages: list[list[Line]]) -> dict[tuple[int, int], str]:
    """Numbers that stand alone at the top or bottom and count the pages."""
    groups: dict[tuple[str, int], list[_Edge]] = defaultdict(list)
    for edge in _edges(pages):
        number = _LONE_NUMBER.fullmatch(edge.line.text)
        if number and edge.apart:
            groups[edge.style, _value(number[1]) - edge.page].append(edge)
    found: dict[tuple[int, int], str] = {}
    for (style, offset), edges in groups.items():
        outer = [edge for edge in edges if edge.outermost]
        if len({edge.page for edge in outer}) >= 2 or offset == 1:
            found.update({(edge.page, edge.at): style for edge in outer})
        inner = [edge for edge in edges if not edge.outermost]
        if len({edge.page for edge in inner}) == len(inner) >= _FEWEST_INNER:
            found.update({(edge.page, edge.at): style for edge in inner})
    return found


def _value(figure: str) -> int:
    if figure.isdecimal():
        return int(figure[:9])
    total = 0
    worths = [_ROMAN[sign] for sign in figure.lower()]
    for worth, after in zip(worths, [*worths[1:], 0], strict=True):
        total += -worth if worth < after else worth
    return total


def _notes(lines: list[Line], body: float, *, going: bool) -> dict[int, str | None]:
    """Notes at the foot of each column: small lines below the text, one of them with a number or a sign.

    Args:
        lines: The lines of a page without its head and foot.
        body: The size of the text.
        going: The page before ended with a note, which may go on here.
    """
    found: dict[int, str | None] = {}
    columns: dict[tuple[float, float], list[Line]] = defaultdict(list)
    for line in lines:
        columns[line.column].append(line)
    for column in columns.values():
        column.sort(key=lambda line: line.base)
        first = len(column)
        while first > 0 and column[first - 1].size < _NOTE_SIZE * body:
            first -= 1
        small = column[first:]
        numbers = _note_numbers(small)
        begins = next((at for at, number in enumerate(numbers) if number), None)
        if not going and (begins is None or (first == 0 and begins > 0)):
            continue
        found.update({id(line): number for line, number in zip(small, numbers, strict=True)})
    return found


def _note_numbers(lines: list[Line]) -> list[str | None]:
    """The number that a note begins with, for each line: small and raised, else the next after the one before."""
    found: list[str | None] = []
    last = ""
    for line in lines:
        number = _NOTE.match(line.text)
        small = len(line.words) > 1 and line.words[0].size < _NOTE_SIZE * line.words[1].size
        follows = number is not None and ((not number[1].isalpha() and not last) or number[1] == _next(last))
        found.append(number[1] if number and (small or follows) else None)
        last = found[-1] or last
    return found


def _next(number: str) -> str | None:
    return str(int(number) + 1) if number.isdecimal() else number + number[:1] if number else None
