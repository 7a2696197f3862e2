"""A document parted where annexes begin, each of which numbers its points anew."""

from collections.abc import Iterator
from typing import NamedTuple

from plantrack.documents.lines import Line, ends_sentence
from plantrack.documents.markers import find_marker, numbering_word

_LONGEST = 15
"""Words of the heading of an annex."""
_NAME_WORDS = 2
_FURTHEST_BACK = 60
"""Lines between the title of a second instrument and its first article."""
_TOP = 12
"""Lines among which the title of a document stands."""
_ENGLISH = frozenset("annex appendix schedule attachment addendum enclosure exhibit supplement".split())


class PartLines(NamedTuple):
    """The lines of a document before its annexes, or of one annex."""

    prefix: str
    """`annex-a`; empty for the document itself."""
    lines: list[Line]
    headed: bool
    """Its first line is the heading of an annex."""


def split_parts(lines: list[Line]) -> list[PartLines]:
    """The document and its annexes, in order; together they are all lines."""
    starts = [(0, "")]
    words: set[str] = set()
    levels = {line.level for line in lines[:_TOP] if line.style in ("heading", "title")}
    for place, line in enumerate(lines):
        if line.why or not line.text:
            continue
        if (name := annex_name(line)) and (line.starts or line.style == "heading" or _stands_alone(lines, place)):
            starts.append((place, name))
        elif line.starts and (word := _numbering_word(line)):
            if not starts[-1][1]:
                words.add(word[0])
                continue
            begins = word[1] == "1" and word[0] in words and not _uses(lines, starts[-1][0], place, word[0])
            title = _title_above(lines, place, starts[-1][0], levels) if begins else None
            if title is not None:
                starts.append((title, ""))
    if len(starts) == 2 and sum(not line.why for line in lines[: starts[1][0]]) < 3:
        starts = [(0, "")]  # the document is itself an annex
    return list(_parts(lines, starts))


def _parts(lines: list[Line], starts: list[tuple[int, str]]) -> Iterator[PartLines]:
    for (start, name), (end, _) in zip(starts, [*starts[1:], (len(lines), "")], strict=True):
        if end > start or len(starts) == 1:
            yield PartLines(name, lines[start:end], headed=bool(name))


def annex_name(line: Line) -> str:
    """What the annex is called that a line heads: `annex-a`, `annex`; empty where it heads none."""
    text = line.text
    word = text.partition(" ")[0].strip(".:,").lower()
    if numbering_word(word) != "annex" or line.cells or line.marker or len(text.split()) > _LONGEST:
        return ""
    base = word if word in _ENGLISH else "annex"
    styled = line.style in ("heading", "title") or (0 < len(text) <= line.bold)
    marker = find_marker(text)
    if marker is not None and marker.kind == "annex":
        rest = text[marker.end :].strip()
        titled = not rest or (rest[:1].isupper() and rest[-1:] not in ".;,:")
        quoted = rest[:1] in '(“"' and rest[-1:] in ')”"'
        return f"{base}-{marker.number.lower()}" if styled or titled or quoted else ""
    alone = len(text.split()) == 1 and text[-1:] not in ".;,"
    return base if alone or styled or (text.isupper() and text[-1:] != ".") else ""


def _stands_alone(lines: list[Line], place: int) -> bool:
    """Whether a line without space around it is no more than the name of an annex, below the end of a sentence."""
    above = next((one.text for one in reversed(lines[max(0, place - 5) : place]) if not one.why), "")
    return len(lines[place].text.split()) <= _NAME_WORDS and (not above or ends_sentence(above))


def _numbering_word(line: Line) -> tuple[str, str] | None:
    """The style and number of `Article 1`, where a line begins with one."""
    if not line.text[:1].isalpha():
        return None
    marker = find_marker(line.text)
    return (marker.style, marker.number) if marker is not None and marker.kind == "point" else None


def _uses(lines: list[Line], start: int, end: int, style: str) -> bool:
    """Whether an annex numbered points with this word before."""
    found = (_numbering_word(line) for line in lines[start:end] if line.starts and not line.why)
    return any(word is not None and word[0] == style for word in found)


def _title_above(lines: list[Line], place: int, annex: int, levels: set[int]) -> int | None:
    """Where the title of a second instrument stands, above its first article; None where it has none.

    Args:
        lines: The lines of the document.
        place: That of the article.
        annex: The place of the heading of the annex before it.
        levels: The levels of headings that titles have.
    """
    title = None
    for above in range(place - 1, max(annex, place - _FURTHEST_BACK), -1):
        line = lines[above]
        if line.style in ("heading", "title"):
            title = above if line.level in levels else title
        elif title is not None and line.starts and find_marker(line.text) is not None:
            break
    said = any(line.style is None and line.text for line in lines[annex + 1 : title]) if title is not None else False
    return title if said else None
