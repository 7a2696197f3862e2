"""What a document looks like as a whole, found before anything in it is read as a point."""

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from plantrack.documents.lines import Line, ends_sentence
from plantrack.documents.markers import Marker, find_bare, find_bullet, find_long, find_marker, find_ordinal, ordinal

UNSURE_LEVEL = 7
"""Of a heading that only its print tells: capitals, bold, a line of its own."""
TITLE_WORDS, PLAIN_WORDS = 12, 6
_NO_HEADING_ENDS = tuple(".;:,!?-–—")
_HEADING_LINES, _LONGEST_HEADING = 4, 160
_RESTARTING = frozenset("arabic (arabic) letter roman LETTER ROMAN doubled".split())
_LETTERED = frozenset("letter roman LETTER ROMAN doubled".split())
_WHOLE_NUMBER = re.compile(
    r"(?P<arabic>\d{1,3}(?:[ -]?(?:bis|ter|quater))?|\d{1,3}[A-Z])|(?P<other>[A-Z]|[IVXLC]{1,7})"
)
_LEADS_ON = frozenset(
    "a an the of in by to under from with on at as per than and or nor but for no not least most first last its their "
    "this that these those point points paragraph paragraphs article articles section sections clause annex resolution "
    "chapter part para paras art arts sec no nos rule item items january february march april may june july august "
    "september october november december shall will must may should can".split()
)
"""Words that no point ends in: a number after them goes on with the sentence."""
_JOINS = frozenset(("and", "or", "and/or"))
_WIDEST, _USUAL = 120, 60
_FEWEST_ITEMS = 3


class Survey(NamedTuple):
    """What was found, by the places of lines."""

    first: list[Marker | None]
    """The number or bullet that a line begins with, as far as its own words tell."""
    good: list[bool]
    """Whether something may begin here: a paragraph, or what follows the end of a sentence or item."""
    repeated: list[bool]
    """Whether the same number begins a line further below, where it stands better."""
    seen: frozenset[tuple[str, str]]
    """Styles and numbers of all markers."""
    headings: list[int]
    """The level of each line as a heading; 0 where it is none."""
    sections: frozenset[str]
    """Styles of markers that head sections: below them the numbers of points go on instead of starting anew."""
    width: int
    """How many characters a printed line takes."""


def survey(lines: list[Line]) -> Survey:
    """Look over the lines of a document or of one of its annexes."""
    headings = _headings(lines)
    if any(line.own is not None for line in lines):
        return _chosen(lines, headings)
    first = [
        None if line.why else _first_marker(line, heading=heading > 0)
        for line, heading in zip(lines, headings, strict=True)
    ]
    _add_long_numbers(lines, first)
    good = _good_places(lines, headings)
    _add_unmarked(lines, first, good)
    _confirm_words(lines, first)
    if not any(headings) and all(marker is None or marker.style == "bullet" for marker in first):
        headings = _plain_headings(lines, first)
    _add_comma_items(lines, first, good)
    seen = frozenset((marker.style, marker.number) for marker in first if marker is not None)
    return Survey(
        first=first, good=good, repeated=_repeated(first, good), seen=seen, headings=headings,
        sections=_sections(first, good), width=_width(lines),
    )  # fmt: skip


def _chosen(lines: list[Line], headings: list[int]) -> Survey:
    """What is found where a person said what begins points."""
    first: list[Marker | None] = [None if line.own is None else _own_marker(line.own) for line in lines]
    headings = [0 if line.own is not None else level for line, level in zip(lines, headings, strict=True)]
    places = [False] * len(lines)
    return Survey(
        first=first, good=_good_places(lines, headings), repeated=places, seen=frozenset(), headings=headings,
        sections=frozenset(), width=_width(lines),
    )  # fmt: skip


def _own_marker(printed: str) -> Marker:
    found = find_marker(f"{printed.strip(' .:)(')}. X") if printed else None
    return Marker("point:own", "" if found is None else found.number, 0)


def _first_marker(line: Line, *, heading: bool) -> Marker | None:
    if line.marker is not None:
        return given_marker(line.marker)
    if line.style == "table":
        return _row_marker(line)
    if not line.text:
        return None
    found = find_marker(line.text)
    if found is None and heading and _WHOLE_NUMBER.fullmatch(line.text):
        found = find_marker(f"{line.text}.")
        return None if found is None else found._replace(end=len(line.text))
    return found or find_bullet(line.text)


def _add_long_numbers(lines: list[Line], first: list[Marker | None]) -> None:
    """Read `1000.` as a number where 999 went before, and so on: any other figure of four digits may be a year."""
    last: dict[str, str] = {}
    for place, line in enumerate(lines):
        marker = first[place]
        if marker is None and not line.why and line.style != "table" and (found := find_long(line.text)) is not None:
            led_up_to = int(found.number) == ordinal(last.get(found.style, "")) + 1
            marker = first[place] = found if led_up_to else None
        if marker is not None and marker.number:
            last[marker.style] = marker.number


def given_marker(printed: str) -> Marker:
    """The marker that a format gives beside the text."""
    found = find_marker(f"{printed} X") or find_marker(f"{printed}. X") or find_long(f"{printed} X")
    return Marker("bullet", "", 0) if found is None else found._replace(end=0, sure=True)


def _row_marker(line: Line) -> Marker | None:
    """The number in the first cell of a row."""
    if len(line.cells) < 2 or not line.cells[0] or len(line.cells[0]) > 20:
        return None
    found = find_marker(f"{line.cells[0].strip(' .')}. X")
    whole = found is not None and found.end >= len(line.cells[0].strip(" ."))
    return Marker("table", found.number, 0) if found is not None and whole and any(line.cells[1:]) else None


def _headings(lines: list[Line]) -> list[int]:
    loud = _is_loud(lines)
    found = [0] * len(lines)
    for place, line in enumerate(lines):
        if line.why:
            continue
        if line.style in ("heading", "title"):
            found[place] = max(1, line.level)
        elif line.style is not None or line.marker is not None or len(line.text) > _LONGEST_HEADING:
            continue
        elif line.starts:
            below = place + 1 < len(lines) and _is_bold(line) and _is_bold(lines[place + 1])
            alone = _stands_alone(lines, place) and _printed_as_heading(line, loud=loud)
            found[place] = UNSURE_LEVEL if alone or (below and line.text[-1:] == ",") else 0
        elif place and found[place - 1] and _is_bold(line) and _is_bold(lines[place - 1]):
            found[place] = UNSURE_LEVEL
    return found


def _is_bold(line: Line) -> bool:
    return 0 < len(line.text) <= line.bold


def _stands_alone(lines: list[Line], place: int) -> bool:
    """Whether a line is a paragraph of its own, or a few lines that are bold throughout."""
    for below in range(place + 1, min(len(lines), place + 1 + _HEADING_LINES)):
        if lines[below].starts or lines[below].why:
            return True
        if not (_is_bold(lines[place]) and _is_bold(lines[below])):
            return False
    return place + 1 >= len(lines)


def _plain_headings(lines: list[Line], first: list[Marker | None]) -> list[int]:
    """Headings that only their shortness tells: lines of their own above paragraphs of sentences, twice or more."""
    found = [0] * len(lines)
    places = [place for place, line in enumerate(lines) if not line.why]
    for place, below in pairwise(places):
        line, after = lines[place], lines[below]
        short = line.starts and after.starts and first[place] is None and len(line.text.split()) <= PLAIN_WORDS
        if short and line.style is None and line.text[:1].isupper() and not line.text.endswith(_NO_HEADING_ENDS):
            words = len(after.text.split())
            found[place] = UNSURE_LEVEL if ends_sentence(after.text) and words > len(line.text.split()) else 0
    return found if sum(map(bool, found)) > 1 else [0] * len(lines)


def _is_loud(lines: list[Line]) -> bool:
    """Whether most of a text is in capitals."""
    sample = "".join(line.text for line in lines[:2000])[:200_000]
    return sum(map(str.isupper, sample)) > sum(map(str.islower, sample))


def _printed_as_heading(line: Line, *, loud: bool) -> bool:
    text = line.text
    if text[-1:] in ".;,:!?" and not (text[-1:] == ":" and line.bold >= len(text)):
        return False
    if len(text.split()) > TITLE_WORDS or not any(map(str.isalpha, text)):
        return False
    return line.bold >= len(text) or (not loud and text.isupper() and sum(map(str.isalpha, text)) > 1)


def _good_places(lines: list[Line], headings: list[int]) -> list[bool]:
    good = []
    before, heading = "", True
    for line, level in zip(lines, headings, strict=True):
        if line.why:
            good.append(False)
            continue
        good.append(line.starts or line.marker is not None or heading or ends_item(before))
        before, heading = line.text, level > 0 or line.style == "table"
    return good


def ends_item(text: str) -> bool:
    """Whether a line ends as a sentence or as an item of a list does: `…; and`."""
    if ends_sentence(text):
        return True
    head, _, last = text.rpartition(" ")
    return last in _JOINS and head[-1:] in ";,"


def leads_on(text: str) -> bool:
    """Whether a line ends in a word that a number may follow in the same sentence: `under paragraph`, `on 1 May`."""
    return text[-1:] == "," or text.rpartition(" ")[2].strip("(“\"'").lower() in _LEADS_ON


def _add_unmarked(lines: list[Line], first: list[Marker | None], good: list[bool]) -> None:
    """Ordinal words and bare figures, which are markers only where they count up from one."""
    numbered = any(m is not None and fits and m.style != "bullet" for m, fits in zip(first, good, strict=True))
    for find, least in ((find_ordinal, 2), (_bare_before_capital, 3)):
        if numbered and find is find_ordinal:
            continue
        found = [
            (place, marker)
            for place, line in enumerate(lines)
            if good[place] and first[place] is None and (line.starts or find is find_ordinal)
            and line.style in (None, "list") and (marker := find(line.text)) is not None
        ]  # fmt: skip
        values = [ordinal(marker.number) for _, marker in found]
        if len(values) >= least and values[0] == 1 and all(later == one + 1 for one, later in pairwise(values)):
            for place, marker in found:
                first[place] = marker._replace(sure=True)
            return


def _confirm_words(lines: list[Line], first: list[Marker | None]) -> None:
    """Make sure of words with a number, such as `Article 5 Scope`, that the one before or after comes next to."""
    by_style: dict[str, list[int]] = {}
    for place, (line, marker) in enumerate(zip(lines, first, strict=True)):
        if marker is not None and marker.kind == "point" and line.starts:
            by_style.setdefault(marker.style, []).append(place)
    for places in by_style.values():
        for one, after in pairwise(places):
            before, marker = first[one], first[after]
            if before is not None and marker is not None and ordinal(marker.number) == ordinal(before.number) + 1:
                first[one], first[after] = before._replace(sure=True), marker._replace(sure=True)


def _bare_before_capital(text: str) -> Marker | None:
    found = find_bare(text) if text[:1].isdecimal() else None
    return found if found is not None and text[found.end : found.end + 1].isupper() else None


def _add_comma_items(lines: list[Line], first: list[Marker | None], good: list[bool]) -> None:
    """Items that end in commas: `1. …,` over `2. …,` over `3. …`; three that count up, or two below a colon."""
    run: list[int] = []
    before, fewest = "", _FEWEST_ITEMS
    for place, (line, marker) in enumerate(zip(lines, first, strict=True)):
        if line.why:
            continue
        if marker is not None and marker.style in _RESTARTING:
            start = ordinal(marker.number) == 1 and good[place]
            above = first[run[-1]] if run else None
            if start or above is None or above.style != marker.style:
                _accept(run, fewest, good)
                run, fewest = [place] if start else [], _FEWEST_ITEMS - before.endswith(":")
            elif ordinal(marker.number) == ordinal(above.number) + 1 and before[-1:] in ",;.:":
                run.append(place)
        before = line.text
    _accept(run, fewest, good)


def _accept(run: list[int], fewest: int, good: list[bool]) -> None:
    for place in run if len(run) >= fewest else ():
        good[place] = True


def _repeated(first: list[Marker | None], good: list[bool]) -> list[bool]:
    found = [False] * len(first)
    ahead: dict[str, set[str]] = {}
    for place in range(len(first) - 1, -1, -1):
        marker = first[place]
        if marker is None:
            continue
        below = ahead.setdefault(marker.style, set())
        if good[place]:
            if marker.kind:
                ahead.clear()
            elif marker.style in _RESTARTING and ordinal(marker.number) == 1:
                below.clear()
            ahead.setdefault(marker.style, set()).add(marker.number)
        else:
            found[place] = marker.number in below
    return found


def _sections(first: list[Marker | None], good: list[bool]) -> frozenset[str]:
    goes_on: Counter[str] = Counter()
    starts_anew: Counter[str] = Counter()
    last: dict[str, int] = {}
    since: set[str] = set()
    seen: Counter[str] = Counter()
    below: dict[str, set[str]] = {}
    kinds: set[str] = set()
    for marker, fits in zip(first, good, strict=True):
        if marker is None or not fits:
            continue
        style = marker.style
        seen[style] += 1
        if marker.kind == "section":
            kinds.add(style)
        if style == "arabic" or marker.kind == "point":
            value = ordinal(marker.number)
            above = [one for one in since if one != style and (":" in one or one in _seen_before(seen, style))]
            if style in last and above and (value == 1 or value == last[style] + 1):
                (goes_on if value == last[style] + 1 else starts_anew).update(above)
                for one in above:
                    below.setdefault(one, set()).add(style)
            last[style] = value
            since = set()
        if style in ("ROMAN", "LETTER") or marker.kind:
            since.add(style)
    found = {
        style for style in goes_on
        if goes_on[style] > starts_anew[style] and any(seen[style] <= seen[one] for one in below[style])
    }  # fmt: skip
    numbered = any(style == "arabic" or style.startswith("point:") for style in seen)
    return frozenset(found | kinds if numbered else found)


def _seen_before(seen: Counter[str], style: str) -> list[str]:
    """The styles that were seen before a style was first."""
    order = list(seen)
    return order[: order.index(style)]


def _width(lines: list[Line]) -> int:
    """How long printed lines are, where paragraphs go over several."""
    lengths = sorted(len(one.text) for one, after in pairwise(lines) if not after.starts and not one.why)
    if len(lengths) < 6:
        return _USUAL
    return min(_WIDEST, lengths[len(lengths) * 9 // 10])
