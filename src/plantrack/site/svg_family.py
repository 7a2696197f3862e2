"""The family tree of versions as a picture: one line a paper, the oldest at the top, a lane a plan.

Lengths are in units of the picture. Two pictures are made, a wide one and a narrow one, so that letters have the same
size on a desk and on a telephone.
"""

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from plantrack.answers.dates import human_date
from plantrack.answers.header import known_words
from plantrack.catalogue import say
from plantrack.model import Version
from plantrack.model.dates import date_bounds
from plantrack.plain import one_line
from plantrack.value import value

WIDE, NARROW = 720, 340
"""Widths of the two pictures."""
_LANE, _LINE, _ROW, _TOP = 26, 19, 26, 22
"""Between lanes, between lines of text, between papers, above the first."""
_DATE_COLUMN = {WIDE: 178, NARROW: 0}
"""Where the lanes begin: beside the dates, or, in the narrow picture, at the edge, with the dates among the words."""
_CHARACTER = 7.8
"""An average letter of the title."""
_SMALL_CHARACTER, _SMALL_LINE = 6.9, 16
"""The same for the notes below it."""
_MANY = 6
"""Papers that come from one from which on they share one line."""
_LANES_SHARE, _LEAST_LANE = 0.4, 16
"""Of the width, what all lanes take at most; how near two lanes come to each other."""
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
    crowded: bool = False
    """Whether some lines run through papers of others, as there are more at a time than lanes."""


def family_picture(versions: Sequence[Version], width: int = WIDE) -> FamilyPicture:
    """The versions as a picture.

    Args:
        versions: The oldest first.
        width: `WIDE` or `NARROW`.
    """
    left = _DATE_COLUMN[width] + 12
    many = _with_many(versions)
    lanes, crowded = _lanes(versions, many, most=int(width * _LANES_SHARE) // _LEAST_LANE)
    last_lane = max(lanes.values(), default=0)
    between = min(_LANE, int(width * _LANES_SHARE) // max(last_lane, 1))
    text_x = left + last_lane * between + 20
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
            ref=version.ref, x=left + lanes[version.plan] * between, y=y, kind=_kind(version), date=dated, lines=lines,
            notes=notes, text_x=text_x,
        )  # fmt: skip
        y += _LINE * len(lines) + _SMALL_LINE * (len(notes) - 1) + _ROW
    edges = tuple(_edges(versions, nodes, many, between))
    return FamilyPicture(
        width=width, height=y - _ROW + 12, nodes=tuple(nodes.values()), edges=edges, gaps=tuple(gaps), crowded=crowded
    )


def _kind(version: Version) -> str:
    return {"full_text": "seen", "partial_text": "partly"}.get(version.text_basis, "reported")


def _with_many(versions: Sequence[Version]) -> frozenset[str]:
    """The papers from which so many others come that a lane for each would leave no room for words."""
    descents = Counter(descent.version for version in versions for descent in version.derived_from)
    return frozenset(ref for ref, count in descents.items() if count > _MANY)


def _lanes(versions: Sequence[Version], many: frozenset[str], *, most: int) -> tuple[dict[str, int], bool]:
    """The lane of each plan: the first that is free from the paper it comes from to its last paper.

    Lines from a paper with many others run down beside it and take no lane. Where all lanes are taken, the one that
    is free the soonest is shared; whether that was so is told, too.
    """
    place = {version.ref: index for index, version in enumerate(versions)}
    spans: dict[str, list[int]] = {}
    for version in versions:
        span = spans.setdefault(version.plan, [place[version.ref], place[version.ref]])
        span[1] = place[version.ref]
        come_from = [d.version for d in version.derived_from if d.version in place and d.version not in many]
        span[0] = min([span[0], *(place[ref] + 1 for ref in come_from)])
    ends: list[int] = []
    lanes: dict[str, int] = {}
    crowded = False
    for plan, (start, end) in spans.items():
        lane = next((lane for lane, busy in enumerate(ends) if busy < start), len(ends))
        if lane >= most:
            crowded, lane = True, min(range(most), key=ends.__getitem__)
        ends[lane : lane + 1] = [max(end, ends[lane]) if lane < len(ends) else end]
        lanes[plan] = lane
    return lanes, crowded


def _edges(
    versions: Sequence[Version], nodes: Mapping[str, Node], many: frozenset[str], between: int
) -> Iterator[Edge]:
    for version in versions:
        for descent in version.derived_from:
            if descent.version in nodes:
                start, end = nodes[descent.version], nodes[version.ref]
                path = _branch(start, end, between // 2) if descent.version in many else _path(start, end)
                reported = end.kind == "reported"
                yield Edge(path=path, reported=reported, from_ref=descent.version, to_ref=version.ref)


def _branch(start: Node, end: Node, beside: int) -> str:
    """Down beside a paper with many others, and across to one of them, so that all of them share one line."""
    trunk, top = start.x + beside, start.y + 8
    side = -9 if end.x > trunk else 9
    return f"M{start.x} {top}C{start.x} {top + 12} {trunk} {top} {trunk} {top + 12}V{end.y}H{end.x + side}"


def _path(start: Node, end: Node) -> str:
    """From below one paper to above the other; where lanes change, at once, so that lanes stay free to read."""
    top, bottom = start.y + 8, end.y - 9
    if start.x == end.x:
        return f"M{start.x} {top}V{bottom}"
    bend = top + 22
    return f"M{start.x} {top}C{start.x} {bend} {end.x} {top} {end.x} {bend}V{bottom}"


def _span_words(days: int) -> str:
    months = round(days / 30.44)
    return say("gap.months", count=months) if months < 24 else say("gap.years", count=round(days / 365.25))
