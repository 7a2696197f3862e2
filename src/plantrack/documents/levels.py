"""The points that are open at a place of a document, outermost first, and whether a marker there begins another."""

from plantrack.documents.drafts import Point
from plantrack.documents.lines import Line
from plantrack.documents.markers import Marker, find_marker, ordinal
from plantrack.documents.survey import Survey, leads_on
from plantrack.documents.titles import title_line

_FURTHEST_STEP = 5
"""A number inside a paragraph is a marker only this little ahead of the last one; `2014.` is a year."""
_DEEPEST = 12
_MOST_MARKERS = 4
"""Of a line, such as `2. (a) (i)`."""
_LETTERED = frozenset("letter roman LETTER ROMAN doubled".split())
_WEAK_BULLETS = "-–—\u2012*+o"
"""They may as well be signs of the sentence."""
_INDENTED = 2.0
"""Characters by which a line that stands further in is told from one that does not."""
_NUMBERED = ("arabic", "(arabic)", "compound")
_NAMED_LEVELS = ("arabic", "(arabic)", "letter", "roman", "LETTER", "ROMAN", "doubled", "bullet")


class Levels:
    """The open points, and what numbers came last."""

    def __init__(self, lines: list[Line], found: Survey, prefix: str) -> None:
        self.lines = lines
        self.survey = found
        self.prefix = prefix
        self.open: list[Point] = []
        self.points: list[Point] = []
        self.closed: list[Point] = []
        """The points that a heading closed: what follows it may go on counting."""
        self.by_path: dict[str, Point] = {}
        self.doubted: list[tuple[Marker, Line]] = []
        """Numbers that were read as words, and may be points."""

    def last_numbers(self) -> dict[str, str]:
        """The last number of each style that may go on."""
        found: dict[str, str] = {}
        for point in (*self.closed, *self.open):
            if point.number is not None:
                found[point.style] = point.number
        return found

    def markers(self, place: int, line: Line) -> list[Marker]:
        """All markers at the start of a line, each with the place after it; bullets only as the first."""
        found: list[Marker] = []
        marker = self.survey.first[place]
        if marker is None:
            return found
        given = line.marker is not None or marker.style == "table"
        last = self.last_numbers()
        if not given and marker.style in _LETTERED:
            marker = _after_z(find_marker(line.text, previous=last) or marker, last)
        if marker.style == "bullet":
            if not given and not self.is_bullet(line, place):
                return found
        elif not given:
            accepted = self.accepted(marker, line, place, last)
            if accepted is None:
                return found
            marker = accepted
        found.append(marker)
        while len(found) < _MOST_MARKERS:
            more = find_marker(line.text, found[-1].end, previous=last)
            if more is None or not self.follows(more, found[-1]):
                break
            found.append(more)
        return found

    def is_bullet(self, line: Line, place: int) -> bool:
        """Whether a dash or star at the start of a line is a bullet, and no dash of the sentence."""
        before = self.survey.first[place - 1] if place else None
        listed = before is not None and before.style == "bullet"
        return listed or self.survey.good[place] or line.text[:1] not in _WEAK_BULLETS

    def follows(self, marker: Marker, before: Marker) -> bool:
        """Whether a second marker on a line is one, as in `2. (a)`."""
        if before.style == "bullet":
            return marker.sure
        if marker.kind or marker.style in (before.style, "compound") or not marker.sure:
            return False
        if marker.style in ("arabic", "(arabic)"):
            return bool(before.kind) and marker.number == "1"
        return ordinal(marker.number) == 1

    def accepted(self, marker: Marker, line: Line, place: int, last: dict[str, str]) -> Marker | None:
        """The marker a line begins with, in the style it belongs to; None if it is more likely prose."""
        good, style = self.survey.good[place], marker.style
        if style in ("arabic", "(arabic)") and style not in last and marker.number != "1":
            # '3.' after 'Point 2' goes on with the points, though '1.' would have been a sub-point
            marker = self.going_on(marker, last)
            style = marker.style
        if style in ("LETTER", "ROMAN") and style not in last and not self.has_second(marker):
            return None
        if self.survey.headings[place] or (line.starts and (marker.sure or line.bold >= marker.end > 0)):
            return marker if style != "compound" or self.fits_compound(marker, line) else None
        if style == "compound":
            return self.compound(marker, line)
        if marker.kind == "section" and good and marker.sure:
            return marker
        before = self.lines[place - 1].text if place else ""
        if not good and (self.survey.repeated[place] or (leads_on(before) and not _joins_items(before, line.text))):
            return None
        begins = good and ordinal(marker.number) == 1 and style in ("arabic", "(arabic)")
        return marker if begins or self.comes_next(marker, _depth(line), last) else None

    def comes_next(self, marker: Marker, depth: float, last: dict[str, str]) -> bool:
        """Whether a number comes soon after the last of an open list of its style, or begins one."""
        value = _position(marker.number)
        alike = [point for point in self.open if point.style == marker.style]
        if value == 1 and (not alike or depth >= alike[-1].indent + _INDENTED):
            return True
        numbers = [point.number or "" for point in alike]
        if not alike and marker.style in last:
            numbers.append(last[marker.style])
        if not numbers:
            return 1 <= value <= (1 if self.points else _FURTHEST_STEP)
        return any(0 <= value - _position(number) <= _FURTHEST_STEP for number in numbers)

    def going_on(self, marker: Marker, last: dict[str, str]) -> Marker:
        """The marker in the style whose last number it comes after, if its own style is not open."""
        for style, number in last.items():
            alike = style.startswith("point:") or style in ("arabic", "(arabic)")
            if alike and number.isdecimal() and int(number) + 1 == ordinal(marker.number):
                return marker._replace(style=style)
        return marker

    def has_second(self, marker: Marker) -> bool:
        """Whether a list that begins with a capital goes on: `A. Smith` is a name."""
        if ordinal(marker.number) != 1:
            return marker.style == "ROMAN"
        return (marker.style, "b" if marker.style == "LETTER" else "2") in self.survey.seen

    def fits_compound(self, marker: Marker, line: Line) -> bool:
        """Whether a number of several levels at the start of a paragraph is one, and not `7.5 million`."""
        if not line.text[marker.end : marker.end + 1].islower():
            return True
        return self.compound(marker, line) is not None or marker.number.endswith((".1", ".a"))

    def compound(self, marker: Marker, line: Line) -> Marker | None:
        """The marker, if what it numbers a part of is open or it comes next; a doubt is noted."""
        above = marker.number.rpartition(".")[0]
        full = f"{self.prefix}.{above}" if self.prefix else above
        if any(point.path == full for point in self.open) or self.goes_on(marker.number):
            return marker
        if any(point.style == "compound" for point in self.open):
            self.doubted.append((marker, line))
        return None

    def goes_on(self, number: str) -> bool:
        """Whether a number of several levels is the next after an open one: `1.2` or `2.1` after `1.1`."""
        levels = number.split(".")
        for point in self.open:
            before = (point.number or "").split(".")
            if point.style != "compound" or len(before) != len(levels):
                continue
            steps = [ordinal(level) - ordinal(last) for level, last in zip(levels, before, strict=True)]
            first = next((place for place, step in enumerate(steps) if step), 0)
            if steps[first] == 1 and all(ordinal(level) == 1 for level in levels[first + 1 :]):
                return True
        return False

    def start(self, marker: Marker, line: Line, *, heading: int) -> Point:
        """Open a point on the level of its marker's style."""
        number: str | None = marker.number or None
        if not self.open and self.closed:
            self.reopen(marker)
        if marker.style == "compound":
            self.open_above(marker.number)
        else:
            cut = self.level_of(marker, _depth(line), heading)
            if cut is not None:
                del self.open[cut:]
        del self.open[_DEEPEST:]
        point = self.push(marker.style, number, line, heading=heading)
        point.mark = marker.mark
        return point

    def reopen(self, marker: Marker) -> None:
        """Open again what a heading closed, where a number goes on with a list inside it."""
        for place, point in enumerate(self.closed):
            if point.style == marker.style and ordinal(marker.number) == ordinal(point.number or "") + 1 and place:
                self.open = self.closed[: place + 1]

    def push(self, style: str, number: str | None, line: Line, *, heading: int = 0) -> Point:
        """Make a point the innermost open one."""
        above = self.open[-1] if self.open else None
        point = Point(style, number, above, prefix=self.prefix, indent=_depth(line), level=heading)
        if above is not None:
            above.has_parts = True
        self.open.append(point)
        self.points.append(point)
        if point.path is not None:
            self.by_path[point.path] = point
        self.closed = []
        return point

    def close(self) -> None:
        """Close all open points, as a heading does."""
        self.closed = self.open or self.closed
        self.open = []

    def open_above(self, number: str) -> None:
        """Leave open what a number of several levels stands below, or open it again."""
        above = number.rpartition(".")[0]
        full = f"{self.prefix}.{above}" if self.prefix else above
        while self.open and self.open[-1].path != full:
            self.open.pop()
        if not self.open and full in self.by_path:
            self.open.append(self.by_path[full])

    def level_of(self, marker: Marker, depth: float, heading: int) -> int | None:
        """Where in the open points one with this marker takes its place; None if below them all."""
        style = marker.style
        same = [place for place, point in enumerate(self.open) if point.style == style]
        if not same:
            return self.outer_level(style, heading)
        printed_alike = [place for place in same if self.open[place].mark == marker.mark]
        if not printed_alike and ordinal(marker.number) == 1 and style in _NAMED_LEVELS:
            return None
        same = printed_alike or same
        for place in reversed(same):
            point = self.open[place]
            step = ordinal(marker.number) - ordinal(point.number or "")
            if depth >= point.indent + _INDENTED and ordinal(marker.number) == 1 and style in _NAMED_LEVELS:
                inner = range(place + 1, len(self.open))
                return next((one for one in inner if self.open[one].indent > depth - _INDENTED), None)
            if depth <= point.indent - _INDENTED and place != same[0]:
                continue
            if step != 1 and place != same[0] and self.steps_further_out(marker, same, place):
                continue
            return place
        return same[0]

    def steps_further_out(self, marker: Marker, same: list[int], place: int) -> bool:
        """Whether a number is the next of an outer level."""
        outer = (self.open[one].number or "" for one in same if one < place)
        return any(ordinal(marker.number) == ordinal(number) + 1 for number in outer)

    def outer_level(self, style: str, heading: int) -> int | None:
        """Where a style takes its place that is not open."""
        if style.startswith("point:"):  # a word numbers what stands highest, but for what another word numbers
            return next((place for place, point in enumerate(self.open) if not _is_word(point, heading)), None)
        if heading:
            return next((place for place, point in enumerate(self.open) if 0 < heading <= point.level), None)
        if style == "table":
            return 0
        return None

    def owner_of(self, line: Line, *, hangs: bool) -> tuple[Point, bool]:
        """The point that a paragraph belongs to, and whether that is sure whatever follows.

        Args:
            line: The paragraph.
            hangs: The paragraph before it cannot end where it ends.
        """
        if line.after_page or line.style == "table" or hangs:
            return self.open[-1], True
        for point in reversed(self.open):
            if line.indent > point.indent + 1:
                return point, True
        for point in reversed(self.open):
            title_line(point)
            if not point.inline:
                return point, True
            if point.parent is None or (point.style in _NUMBERED and not point.parent.inline):
                return point, point.parent is not None
        return self.open[0], False


def _joins_items(before: str, text: str) -> bool:
    """Whether `and` at the end of a line joins two items of a list, of which the second is in brackets."""
    head, _, last = before.rpartition(" ")
    return last in ("and", "or") and text[:1] == "(" and head[-1:] != ")"


def _after_z(marker: Marker, last: dict[str, str]) -> Marker:
    """The marker; `(aa)` after `(z)` goes on with its list."""
    letter = last.get("letter", "")
    return (
        marker._replace(style="letter") if marker.style == "doubled" and (letter == "z" or len(letter) > 1) else marker
    )


def _position(number: str) -> int:
    """Where a number stands in its list, letters that are doubled after the last single one."""
    return ordinal(number) + (26 if len(number) > 1 and number[0] == number[1] and number.isalpha() else 0)


def _is_word(point: Point, heading: int) -> bool:
    return point.style.startswith(("point:", "section:")) and not 0 < heading < point.level


def _depth(line: Line) -> float:
    """How far in a line stands."""
    return line.indent or max(0, line.level - 1) * 3.0 if line.style == "list" else line.indent
