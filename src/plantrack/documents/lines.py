"""The lines of a document made ready: what is furniture is marked as such, with the reason; the rest stays in play."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from plantrack.documents.blocks import SourceLine
from plantrack.documents.characters import normalise
from plantrack.documents.markers import find_marker
from plantrack.documents.openings import heads_contents
from plantrack.model.readings import FURNITURE_REASONS

_REASONS = {name: words for words, name in FURNITURE_REASONS.items()}
PAGE_NUMBER, RUNNING_HEAD, CONTENTS, NOTE_MARK, DROPPED = (
    _REASONS[name] for name in ("page-number", "running-head", "toc", "mark", "dropped")
)
STYLES_LEFT_OUT = {name: _REASONS[name] for name in "header footer comment toc menu struck link mark".split()}
_PAGE = re.compile(
    r"(?:p(?:age|g|\.)|seite|page|página|pagina|strona|стр(?:\.|аница)|сторінка|sayfa)\.?\s*\d{1,4}(?:\s*(?:of|/|von|de|sur|из|з)\s*\d{1,4})?"
    r"|\d{1,4}\s*(?:of|/)\s*\d{1,4}|[-–—]{1,2}\s*\d{1,4}\s*[-–—]{1,2}|[|\[]\s*(?:page\s*)?\d{1,4}\s*[|\]]|page\s+[ivxl]{1,6}",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"\d{1,4}")
_TAIL = re.compile(r"(?:\d{1,4}|[ivxl]{1,6})$")
_NUMBERED = re.compile(r"(?:\d{1,3}[.)]|\(\d{1,3}\)|[^\W\d_]{3,12}[ ]+(?:\d{1,3}|[IVXL]{1,6})\b)")
_ENDS_SENTENCE = tuple('.;:!?…”"»)]')
_LONGEST_HEAD = 120
_HEADED_SHARE = 0.3
"""Of the pages that bear a running head: left and right ones may bear their own."""
_EDGE_DIGITS = re.compile(r"^\W*\d{1,4}\W+|\W+\d{1,4}\W*$")
_FIRST_PAGE = 400
"""The number of the first page of an excerpt may be this high."""
_DIGITS = re.compile(r"\d+")
_GLUED_MARK = re.compile(
    r"(?<=[^\W\d_][^\W\d_][^\W\d_])(?P<mark>\d{1,2})(?=$|[\s.,;:)\]”\"'’])"
    r"|(?<=[^\W\d_][.,;:”\"])(?P<after>\d{1,2})(?=$|\s)"
)
_NOTE_LINE = re.compile(r"\[?(\d{1,2})\]?\)?\s+\S")


class Line(NamedTuple):
    """A line of a document, ready to be read."""

    text: str
    number: int
    page: int | None
    starts: bool
    style: str | None
    level: int
    marker: str | None
    bold: int
    indent: float
    cells: tuple[str, ...]
    why: str = ""
    """Why it is left out; empty where it is not."""
    after_page: bool = False
    """Nothing but the end of a page stands between it and the line before."""
    own: str | None = None
    """The number of a point that a person marked; None elsewhere."""


def prepare_lines(source: Sequence[SourceLine], *, paged: bool = False) -> list[Line]:
    """The lines of a document with what is furniture marked.

    Args:
        source: As a decoder gives them.
        paged: Lines are printed lines of pages.
    """
    whys = _reasons(source, paged=paged)
    lines: list[Line] = []
    turned, last = False, ""
    page: int | None = None
    for place, (given, number, on, starts, style, level, marker, bold, indent, row) in enumerate(source):
        text = given if given.isascii() and given.isprintable() else normalise(given)
        cells = tuple(map(normalise, row)) if row else row
        why = whys.get(place, "")
        if why:
            turned = turned or why in (PAGE_NUMBER, RUNNING_HEAD) or style in ("header", "footer")
            lines.append(Line(text, number, on, starts, style, level, marker, bold, indent, cells, why))
            continue
        turned = (turned or (on is not None and page is not None and on != page)) and bool(last)
        goes_on = turned and style is None and marker is None and _goes_on(last, text)
        lines.append(
            Line(text, number, on, starts and not goes_on, style, level, marker, bold, indent, cells, "", turned)
        )
        turned, last, page = False, text, on
    return _without_note_marks(lines)


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence or an item does."""
    return text.endswith(_ENDS_SENTENCE)


def _goes_on(last: str, text: str) -> bool:
    """Whether a line after the end of a page goes on with the sentence before it."""
    return not ends_sentence(last) and (text[:1].islower() or last[-1:] in ",-‐" or text[:1].isdecimal())


def is_page_number(text: str) -> bool:
    """Whether a line is the foot or head of a page: `Page 3`, `page 3 of 12`, `- 3 -`; a bare figure may be a point.

    >>> [is_page_number(text) for text in ("Page 3 of 12", "3/12", "- 3 -", "12", "page 3 stands")]
    [True, True, True, False, False]
    """
    return len(text) <= 40 and _PAGE.fullmatch(text.strip()) is not None


def _reasons(source: Sequence[SourceLine], *, paged: bool) -> dict[int, str]:
    """Why lines are left out, by their places."""
    whys: dict[int, str] = {}
    bare: list[int] = []
    for place, line in enumerate(source):
        if line.style in STYLES_LEFT_OUT:
            whys[place] = STYLES_LEFT_OUT[line.style or ""]
        elif line.marker is None and len(line.text) <= 40 and line.style != "heading":
            if is_page_number(line.text):
                whys[place] = PAGE_NUMBER
            elif _BARE_NUMBER.fullmatch(line.text) and line.style is None:
                bare.append(place)
    numbered = [place for place, why in whys.items() if why == PAGE_NUMBER]
    if len(numbered) == 1 and not paged and _is_in_sentence(source, numbered[0]):
        del whys[numbered[0]]
    whys |= dict.fromkeys(_page_numbers(source, bare, paged=paged or PAGE_NUMBER in whys.values()), PAGE_NUMBER)
    whys |= dict.fromkeys(_running_heads(source, whys), RUNNING_HEAD)
    whys |= dict.fromkeys(_contents(source, whys), CONTENTS)
    return whys


def _page_numbers(source: Sequence[SourceLine], bare: list[int], *, paged: bool) -> list[int]:
    """Of lines that are nothing but a figure, those that number pages: they cut sentences, or stand at page ends."""
    if not bare:
        return []
    values = [int(source[place].text) for place in bare]
    rising = all(later == earlier + 1 for earlier, later in pairwise(values))
    cutting = [place for place in bare if _cuts(source, place)]
    numbered = sum(line.style != "heading" and _NUMBERED.match(line.text) is not None for line in source)
    pages = max((line.page or 1 for line in source), default=1)
    if pages == 1 and not paged and not (rising and len(bare) > 1):  # one figure on a line of a paragraph is its word
        cutting = [place for place in cutting if source[place].starts]
        rising = bool(cutting)
    if pages > 1 and values[-1] > 2 * pages + _FIRST_PAGE:
        return cutting
    if rising and (paged or len(bare) > 1) and (paged or numbered >= len(bare)):
        return bare
    return bare if rising and len(cutting) * 2 > len(bare) else cutting


def _cuts(source: Sequence[SourceLine], place: int) -> bool:
    """Whether the line before goes on in the line after."""
    if place == 0 or place + 1 >= len(source):
        return False
    before, after = source[place - 1], source[place + 1]
    return before.style is None and not ends_sentence(before.text) and after.text[:1].islower()


def _is_in_sentence(source: Sequence[SourceLine], place: int) -> bool:
    """Whether a line such as `Page 2`, the only one in a text without pages, stands in the middle of a paragraph."""
    line = source[place]
    inside = line.style is None and line.page is None and not line.starts and 0 < place < len(source) - 1
    return inside and not source[place + 1].starts and not ends_sentence(source[place - 1].text)


def _running_heads(source: Sequence[SourceLine], whys: dict[int, str]) -> list[int]:
    """Lines that repeat, but for the number of the page, beside the numbers or the ends of a good part of the pages."""
    ends = [place for place, why in whys.items() if why == PAGE_NUMBER or source[place].style in ("header", "footer")]
    turns = [
        place
        for place in range(1, len(source))
        if source[place].page is not None and source[place].page != source[place - 1].page
    ]
    if not ends and not turns:
        return []
    near = {place + step for place in ends for step in (-2, -1, 1, 2)}
    near |= {place + step for place in turns for step in (-2, -1, 0, 1)}
    found: dict[str, list[int]] = {}
    for place in sorted(near):
        if 0 <= place < len(source) and place not in whys and _may_head_page(source[place]):
            found.setdefault(_EDGE_DIGITS.sub("", source[place].text.lower()), []).append(place)
    pages = max(len(ends), len(turns) + 1)
    least = max(2 if pages <= 3 else 3, int(_HEADED_SHARE * pages))
    return [place for places in found.values() if len(places) >= least for place in places]


def _may_head_page(line: SourceLine) -> bool:
    """Whether a line is short, and no point, row or note."""
    if len(line.text) > _LONGEST_HEAD or line.style in ("footnote", "table") or line.marker is not None:
        return False
    return find_marker(line.text) is None and any(map(str.isalpha, line.text))


def _contents(source: Sequence[SourceLine], whys: dict[int, str]) -> list[int]:
    """The lines of a table of contents: with dots up to a page, or below its heading and repeated in the text."""
    dotted = [
        place
        for place, line in enumerate(source)
        if place not in whys and line.style in (None, "list") and line.text[-1:].isalnum() and _has_leaders(line.text)
    ]
    found = set(dotted) if len(dotted) >= 3 else set()
    heads = [place for place, line in enumerate(source[:400]) if place not in whys and heads_contents(line.text)]
    if heads:
        found |= _listed_below(source, heads[0])
    return sorted(found)


def _has_leaders(text: str) -> bool:
    """Whether dots or wide space lead to a number at the end of a line."""
    if "..." not in text and ". . ." not in text and "   " not in text:
        return False
    tail = _TAIL.search(text, max(0, len(text) - 6))
    before = text[max(0, tail.start() - 12) : tail.start()] if tail else ""
    return before.replace(" ", "").endswith("....") or (before.endswith("   ") and tail is not None)


def _listed_below(source: Sequence[SourceLine], head: int) -> set[int]:
    """The heading of a table of contents and the lines below it that return later in the text."""
    times = Counter(_bare_words(line.text) for line in source)
    end = head + 1
    while end < len(source):
        line = source[end]
        words = _bare_words(line.text)
        listed = times[words] > 1 or re.search(r"[\s.]\d{1,4}$", line.text)
        if len(line.text) > 2 * _LONGEST_HEAD or not (words and listed):
            break
        times[words] -= 1
        end += 1
    return set(range(head, end)) if end > head + 1 else set()


def _bare_words(text: str) -> str:
    """A line without the page that it names and without marks."""
    return " ".join(re.findall(r"\w+", re.sub(r"[\s.]*\d{1,4}\s*$", "", text).lower() or text.lower()))


def _without_note_marks(lines: list[Line]) -> list[Line]:
    """The lines without the marks of footnotes that are glued to words, where they count up from 1."""
    marked = [
        (place, found)
        for place, line in enumerate(lines)
        if not line.why and _DIGITS.search(line.text)
        for found in _GLUED_MARK.finditer(line.text)
    ]
    if not marked:
        return lines
    values = [int(found["mark"] or found["after"]) for _, found in marked]
    if values != list(range(1, len(values) + 1)) or not (len(values) > 1 or _has_note(lines, marked[0][0])):
        return lines
    made = _with_notes(lines, marked[-1][0], {str(value) for value in values})
    taken: dict[int, list[tuple[int, int]]] = {}
    for place, found in marked:
        taken.setdefault(place, []).append(found.span())
    shown: list[Line] = []
    for place, line in enumerate(made):
        spans = taken.get(place)
        if spans is None:
            shown.append(line)
            continue
        shown.append(line._replace(text=_cut(line.text, spans)))
        shown += [
            line._replace(text=line.text[start:end], starts=False, style=None, marker=None, bold=0, why=NOTE_MARK)
            for start, end in spans
        ]
    return shown


def _with_notes(lines: list[Line], last: int, numbers: set[str]) -> list[Line]:
    """The lines with those known for footnotes that begin with the number of a mark and stand below it."""
    made = list(lines)
    for place in range(last + 1, len(lines)):
        line = lines[place]
        found = _NOTE_LINE.match(line.text) if not line.why and line.style is None and line.marker is None else None
        if found is None or found[1] not in numbers:
            continue
        text = line.text[found.end() - 1 :]
        made[place] = line._replace(
            text=text, marker=line.text[: found.end() - 1].strip(), style="footnote", starts=True
        )
    return made


def _has_note(lines: list[Line], place: int) -> bool:
    """Whether a line below is the note of mark 1."""
    below = (_NOTE_LINE.match(line.text) for line in lines[place + 1 :])
    return any(found and found[1] == "1" for found in below) or any(line.style == "footnote" for line in lines)


def _cut(text: str, spans: Iterable[tuple[int, int]]) -> str:
    kept, end = [], 0
    for start, after in spans:
        kept.append(text[end:start])
        end = after
    return "".join(kept) + text[end:]
