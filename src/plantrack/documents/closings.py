"""What stands around the points: the title above them; closing formulas, signatures and remarks below."""

from plantrack.documents.levels import Levels
from plantrack.documents.lines import Line, ends_sentence
from plantrack.documents.openings import opening_kind
from plantrack.documents.survey import Survey, ends_item

SIGNATURE_WORDS = 10
"""Words of a line that may be a signature."""
_LOOKED_AHEAD = 40
"""Lines in which a further point is looked for."""
_LONGEST_TITLE, _TITLE_LINES = 300, 6


def formula_at(place: int, line: Line, found: Survey, levels: Levels, *, closing: bool) -> str:
    """`closing`, `signature`, `force` or `note`, for a line below points that begins so; else empty.

    Args:
        place: The place of the line.
        line: The line.
        found: What was found in looking over all lines.
        levels: The open points.
        closing: A closing formula was passed.
    """
    if not levels.points or not found.good[place] or line.style == "table":
        return ""
    kind = opening_kind(line.text)
    if kind == "note":
        return kind if line.starts else ""
    if kind == "signature":
        alone = closing or (not ends_sentence(line.text) and len(line.text.split()) <= SIGNATURE_WORDS)
        return kind if alone and line.starts and not _is_followed(place, found, levels) else ""
    return kind if kind and _is_closed(kind, levels) and not _is_followed(place, found, levels) else ""


def _is_closed(kind: str, levels: Levels) -> bool:
    """Whether the last point has words already; below a heading, a sentence on taking effect belongs to it."""
    point = levels.open[-1] if levels.open else None
    return point is None or (point.has_words() and (kind != "force" or levels.open[0].inline))


def _is_followed(place: int, found: Survey, levels: Levels) -> bool:
    """Whether a further point follows, so that nothing is closed yet."""
    last = levels.last_numbers()
    for marker in found.first[place + 1 : place + _LOOKED_AHEAD]:
        if marker is not None and marker.style in last and marker.style != "bullet":
            before = last[marker.style]
            if before.isdecimal() and marker.number.isdecimal() and int(marker.number) == int(before) + 1:
                return True
    return False


def is_document_title(place: int, lines: list[Line], found: Survey) -> bool:
    """Whether the first line of a text is its title: short, alone, and no sentence."""
    paragraph = [lines[place].text]
    if lines[place].style in ("list", "table") or not paragraph[0].strip() or opening_kind(paragraph[0]) == "preamble":
        return False
    for below in range(place + 1, min(place + 1 + _TITLE_LINES, len(lines))):
        if lines[below].starts or lines[below].why or found.first[below] is not None:
            words = " ".join(paragraph)
            return len(words) <= _LONGEST_TITLE and not ends_item(words) and words[-1:] not in ",-"
        paragraph.append(lines[below].text)
    return False
