"""A list inside a sentence, where it is all that a document has: `(1) cease fire; (2) free prisoners`."""

import re

from plantrack.documents.document import count_words
from plantrack.documents.lines import Line
from plantrack.documents.markers import find_bullet, find_marker, ordinal

_SHAPES = (
    (re.compile(r"\((?P<number>\d{1,2})\)(?=[ ]?[^\W\d_])"), 2),
    (re.compile(r"(?<![\w(])(?P<number>\d{1,2})\)(?=[ ]?[^\W\d_])"), 2),
    (re.compile(r"(?:^|(?<=[;:,.][ ]))(?P<number>\d{1,2})\.(?=[ ])"), 3),
    (re.compile(r"\((?P<number>[a-z])\)(?=[ ]?[^\W\d_])"), 3),
    (re.compile(r"(?<![\w(])(?P<number>[a-z])\)(?=[ ]?[^\W\d_])"), 3),
)
"""How items are numbered in a sentence, and how many make a list."""
_MOST_LINES = 300
"""A document of more lines is no sentence."""
_LEAST_SHARE = 0.5
"""Of the words of a document that stand in the list."""


def split_inline_list(lines: list[Line]) -> list[Line]:
    """The lines with each item of the list on one of its own; as they were, where points are marked in other ways."""
    if len(lines) > _MOST_LINES or any(_is_marked(line) for line in lines if not line.why):
        return lines
    begun = {(place, 0) for place, line in enumerate(lines) if not line.why and find_marker(line.text) is not None}
    total = sum(count_words(line.text) for line in lines if not line.why)
    for shape, least in _SHAPES:
        places = _sequence(lines, shape)
        inside = sum(start > 0 for _, start in places)
        if len(places) < least or inside * 2 < len(places) or not begun <= set(places):
            continue
        if _words_from(lines, places[0]) >= _LEAST_SHARE * total:
            return _split(lines, places)
    return lines


def _is_marked(line: Line) -> bool:
    """Whether a format or a bullet marks a line for more than words of a sentence."""
    return (
        bool(line.marker) or line.style in ("heading", "table") or (line.starts and find_bullet(line.text) is not None)
    )


def _sequence(lines: list[Line], shape: "re.Pattern[str]") -> list[tuple[int, int]]:
    """Where the items begin, by line and character, as far as they count up from one."""
    places: list[tuple[int, int]] = []
    for place, line in enumerate(lines):
        if line.why:
            continue
        for found in shape.finditer(line.text):
            if ordinal(found["number"]) == len(places) + 1:
                places.append((place, found.start()))
    return places


def _words_from(lines: list[Line], first: tuple[int, int]) -> int:
    place, start = first
    words = count_words(lines[place].text[start:])
    return words + sum(count_words(line.text) for line in lines[place + 1 :] if not line.why)


def _split(lines: list[Line], places: list[tuple[int, int]]) -> list[Line]:
    starts: dict[int, list[int]] = {}
    for place, start in places:
        starts.setdefault(place, []).append(start)
    made: list[Line] = []
    for place, line in enumerate(lines):
        cuts = starts.get(place)
        if cuts is None:
            made.append(line)
            continue
        if cuts[0]:
            made.append(line._replace(text=line.text[: cuts[0]].rstrip(), bold=min(line.bold, cuts[0])))
        for start, end in zip(cuts, [*cuts[1:], len(line.text)], strict=True):
            made.append(line._replace(text=line.text[start:end].strip(), starts=True, bold=0))
    return made
