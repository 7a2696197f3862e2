"""Which markers number points in a text, and which only its sections; looked at before anything is read as a point."""

from collections import Counter

from plantrack.reading.points_lines import Line
from plantrack.reading.points_markers import find_marker


def has_numbers(lines: list[Line]) -> bool:
    """Whether any line begins with a number, so that bullets are no points of their own."""
    return any(
        any(line.items[len(line.items) - line.opened :]) or (line.first and find_marker(line.text, previous={}))
        for line in lines
    )


def section_styles(lines: list[Line]) -> frozenset[str]:
    """Styles of markers that head sections: below them the arabic numbers go on instead of starting anew."""
    goes_on: Counter[str] = Counter()
    starts_anew: Counter[str] = Counter()
    last, since = 0, ""
    for line in lines:
        number, style = _top_marker(line)
        if style == "arabic" and (line.first or number == last + 1):
            if since and last:
                (goes_on if number == last + 1 else starts_anew)[since] += 1
            last, since = number, ""
        elif style == "ROMAN" or style.startswith("word:"):
            since = style
    return frozenset(style for style in goes_on if goes_on[style] > starts_anew[style])


def _top_marker(line: Line) -> tuple[int, str]:
    if line.opened and len(line.items) == line.opened and line.items[0]:
        return int(line.items[0]), "arabic"
    if not line.items:
        marker = find_marker(line.text, previous={})
        if marker and marker.number.isdigit() and (line.first or marker.style == "arabic"):
            return int(marker.number), marker.style
    return 0, ""
