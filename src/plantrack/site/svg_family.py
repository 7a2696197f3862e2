"""The family tree of versions as a picture: one line a paper, the oldest at the top, a lane a plan.

Lengths are in units of the picture. Two pictures are made, a wide one and a narrow one, so that letters have the same
size on a desk and on a telephone.
"""

import textwrap
from collections.abc import Mapping, Sequence

from plantrack.model import Version
from plantrack.model.dates import date_bounds
from plantrack.plain import one_line
from plantrack.reporting.dates import human_date
from plantrack.reporting.header import known_words
from plantrack.value import value

WIDE, NARROW = 720, 340
"""Widths of the two pictures."""
_LANE, _LINE, _ROW, _TOP = 26, 19, 26, 22
"""Between lanes, between lines of text, between papers, above the first."""
_DATE_COLUMN = {WIDE: 118, NARROW: 0}
"""Where the lanes begin: beside the dates, or, in the narrow picture, at the edge, with the dates among the words."""
_CHARACTER = 7.8
"""An average letter of the title."""
_SMALL_CHARACTER, _SMALL_LINE = 6.9, 16
"""The same for the notes below it."""
_LONG_GAP = 45
"""Days between two papers from which on the gap is named."""
_GAP = 30


@value
class Node:
    """A paper."""

    ref: str
    x: int
    y: int
    kind: str
    """`seen`, `partly` or `reported`."""
    date: str
    lines: tuple[str, ...]
    """Its title, in lines."""
    notes: tuple[str, ...]
    """How it is known, in lines."""
    text_x: int


@value
class Edge:
    """That one paper comes from another."""

    path: str
    """In the letters of SVG."""
    reported: bool
    """The later paper is known from reports only."""
    from_ref: str
    to_ref: str


@value
class Gap:
    """A long time between two papers."""

    y: int
    words: str
    x: int


@value
class FamilyPicture:
    """A picture with its size."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    gaps: tuple[Gap, ...]


def family_picture(versions: Sequence[Version], width: int = WIDE) -> FamilyPicture:
    """The versions as a picture.

    Args:
        versions: The oldest first.
        width: `WIDE` or `NARROW`.
    """
    lanes = _lanes(versions)
    left = _DATE_COLUMN[width] + 12
    text_x = left + (max(lanes.values(), default=0)) * _LANE + 20
    letters = max(int((width - text_x) / _CHARACTER), 12)
    nodes: dict[str, Node] = {}
    gaps = []
    y, last = _TOP, None
    for version in versions:
        bounds = date_bounds(version.date)
        if last is not None and bounds is not None and (bounds[0] - last).days >= _LONG_GAP:
            gaps.append(Gap(y=y + 4, words=_span_words((bounds[0] - last).days), x=text_x))
            y += _GAP
        last = bounds[1] if bounds is not None else last
        dated = human_date(version.date)
        title = one_line(version.title)
        known = known_words(version)
        note = known if width == WIDE else f"{dated}; {known}"
        notes = tuple(textwrap.wrap(note, int((width - text_x) / _SMALL_CHARACTER), max_lines=3, placeholder=" ..."))
        lines = tuple(textwrap.wrap(title, letters, max_lines=3, placeholder=" ...")) or (title,)
        nodes[version.ref] = Node(
            ref=version.ref, x=left + lanes[version.plan] * _LANE, y=y, kind=_kind(version), date=dated, lines=lines,
            notes=notes, text_x=text_x,
        )  # fmt: skip
        y += _LINE * len(lines) + _SMALL_LINE * (len(notes) - 1) + _ROW
    return FamilyPicture(
        width=width, height=y - _ROW + 12, nodes=tuple(nodes.values()), edges=tuple(_edges(versions, nodes)),
        gaps=tuple(gaps),
    )  # fmt: skip


def _kind(version: Version) -> str:
    return {"full_text": "seen", "partial_text": "partly"}.get(version.text_basis, "reported")


def _lanes(versions: Sequence[Version]) -> dict[str, int]:
    """The lane of each plan: the first that is free from the paper it comes from to its last paper."""
    place = {version.ref: index for index, version in enumerate(versions)}
    spans: dict[str, list[int]] = {}
    for version in versions:
        span = spans.setdefault(version.plan, [place[version.ref], place[version.ref]])
        span[1] = place[version.ref]
        span[0] = min([span[0], *(place[d.version] + 1 for d in version.derived_from if d.version in place)])
    ends: list[int] = []
    lanes = {}
    for plan, (start, end) in spans.items():
        lane = next((lane for lane, busy in enumerate(ends) if busy < start), len(ends))
        ends[lane : lane + 1] = [end]
        lanes[plan] = lane
    return lanes


def _edges(versions: Sequence[Version], nodes: Mapping[str, Node]) -> list[Edge]:
    return [
        Edge(
            path=_path(nodes[descent.version], nodes[version.ref]), reported=nodes[version.ref].kind == "reported",
            from_ref=descent.version, to_ref=version.ref,
        )
        for version in versions
        for descent in version.derived_from
        if descent.version in nodes
    ]  # fmt: skip


def _path(start: Node, end: Node) -> str:
    """From below one paper to above the other; where lanes change, at once, so that lanes stay free to read."""
    top, bottom = start.y + 8, end.y - 9
    if start.x == end.x:
        return f"M{start.x} {top}V{bottom}"
    bend = top + 22
    return f"M{start.x} {top}C{start.x} {bend} {end.x} {top} {end.x} {bend}V{bottom}"


def _span_words(days: int) -> str:
    months = round(days / 30.44)
    return f"{months} months later" if months < 24 else f"{round(days / 365.25)} years later"
