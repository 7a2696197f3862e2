"""Numbered points from Markdown or plain text.

Numbers stay as printed, gaps and repeats included, only in one spelling (`IV` becomes `4`, `10(b)` becomes `10.b`).
Markdown's own renumbering is not followed, so a list numbered `1.` throughout keeps its ones. A sub-point is a
provision of its own; its parent keeps its stem. Bullets inside a point are part of its text; in a text without any
number they are points without a number. What is no point (introductions, headings, remarks) is said with its line.

Not checked: whether the numbers form an unbroken sequence.
"""

import gc
import re
from collections import Counter

from attrs import field, mutable

from plantrack.errors import Problem
from plantrack.model import Provision
from plantrack.reading.points_lines import Line, normalise, read_lines
from plantrack.reading.points_markers import Marker, find_marker, is_page_number, ordinal
from plantrack.reading.points_styles import has_numbers, section_styles
from plantrack.value import value

_EMPTY = re.compile(
    r"[\[(]?[ ]*(?:(?:this )?(?:point|article|clause|paragraph)?[ ]*(?:was|has been|is)?[ ]*(?:intentionally )?"
    r"(?:deleted|removed|omitted|struck(?: out)?|dropped|void|repealed|left blank|blank|empty|withdrawn|cancelled))?"
    r"[ ]*[.;–—-]*[ ]*[\])]?[ ]*[.;–—-]*",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"[*†‡]|(?:notes?|remarks?|sources?|signed|translat(?:ion|ed)|editor|done (?:at|in)"
    r"|for the (?:government|republic))\b",
    re.IGNORECASE,
)
_TITLE_WORDS = 8
_FURTHEST_STEP = 5
"""A number inside a paragraph is a marker only this little ahead of the last one; `2014.` is a year."""
_LONGEST_NUMBER = 3
"""Digits of a number that a list item may have."""
_SHOWN = 60
"""Characters of a line that a remark shows."""


@value
class Points:
    """What a text says, point by point."""

    title: str | None = None
    """The first heading that is no point."""
    provisions: tuple[Provision, ...] = ()
    """In the order of the text, without terms; ids are local."""
    remarks: tuple[Problem, ...] = ()
    """What was not taken as a point, or only with doubt, by line."""


@mutable
class _Point:
    style: str
    number: str | None
    parent: "_Point | None"
    depth: int
    """How many numbered list items stand around its words."""
    in_list: bool
    title: str = ""
    lines: list[str] = field(factory=list)
    has_children: bool = False

    @property
    def path(self) -> str | None:
        """The whole number, `10.b`."""
        if self.style == "compound" or self.parent is None or self.number is None or self.parent.path is None:
            return self.number
        return f"{self.parent.path}.{self.number}"

    def add(self, text: str, *, first: bool) -> None:
        """Words of the point; blocks stay on lines of their own."""
        if self.lines and not first:
            self.lines[-1] = f"{self.lines[-1]} {text}".strip()
        elif text:
            self.lines.append(text)


def read_points(text: str, *, name: str) -> Points:
    """The points of a text.

    Args:
        text: Markdown or plain text; a byte order mark, Windows newlines and invisible marks do no harm.
        name: The file as the user names it, for remarks.
    """
    collecting = gc.isenabled()
    gc.disable()  # as many tokens as words, none of them in a cycle: looking for cycles doubles the time
    try:
        lines = list(read_lines(normalise(text)))
        reader = _Reader(name, lines)
        for line in lines:
            reader.take(line)
        return reader.finish()
    finally:
        if collecting:
            gc.enable()


class _Reader:
    """Walks over the lines once and keeps the open points, outermost first."""

    def __init__(self, name: str, lines: list[Line]) -> None:
        self.name = name
        self.sections = section_styles(lines)
        self.numbered = has_numbers(lines)
        self.title: str | None = None
        self.points: list[_Point] = []
        self.open: list[_Point] = []
        self.remarks: list[Problem] = []
        self.outside: list[Line] = []
        """Prose after the list item of the last point, which is part of it if a point follows."""
        self.takes_outside = False

    def say(self, what: str, line: Line) -> None:
        """Report a line."""
        shown = line.text if len(line.text) <= _SHOWN else line.text[: _SHOWN - 1] + "…"
        self.remarks.append(Problem(what=what, file=self.name, line=line.number, found=repr(shown) if shown else None))

    def take(self, line: Line) -> None:
        """Decide what a line is, and keep it."""
        if not line.understood:
            self.say("this line stands outside every block; its words were kept as they are", line)
        if not line.opened and is_page_number(line.text):
            self.say("a page number, which is left out", line)
            return
        text, bold = line.text, line.bold
        began = False
        ordered = 0
        for position, item in enumerate(line.items):
            fresh = position >= len(line.items) - line.opened
            if not item:
                began |= fresh and self.start_bullet(line)
            elif len(item) > _LONGEST_NUMBER:
                text = f"{item}. {text}" if fresh else text
            else:
                if fresh:
                    self.start(Marker(_arabic(ordered), str(int(item)), 0), line, ordered + 1)
                    began = True
                ordered += 1
        while (marker := self.marker_of(text, line, ordered, began=began)) is not None:
            self.start(marker, line, ordered)
            bold = max(0, bold - marker.end)
            text = text[marker.end :].strip()
            began = True
        if began:
            self.begin(text, bold, line)
        else:
            self.carry_on(text, line)

    def marker_of(self, text: str, line: Line, depth: int, *, began: bool) -> Marker | None:
        """The marker a line begins with, unless it is more likely prose."""
        last = {point.style: point.number for point in self.open if point.number is not None}
        marker = find_marker(text, previous=last)
        if marker is None or marker.style in self.sections or (began and marker.style == "arabic"):
            return None
        if marker.style == "arabic" and depth:
            above, own = _arabic(depth - 1), _arabic(depth)
            # '2.' on its own line under '1.', both deeply indented: Markdown sees one paragraph, a reader two points
            goes_on = not line.first and own not in last and ordinal(last.get(above, "0")) + 1 == int(marker.number)
            marker = Marker(above if goes_on else own, marker.number, marker.end)
        if marker.style == "arabic" and "arabic" not in last and marker.number != "1":
            # '3.' after 'Point 2' goes on with the points, though '1.' would have been a sub-point
            style = next(
                (key for key in last if key.startswith("word:") and ordinal(last[key]) + 1 == int(marker.number)), None
            )
            marker = marker if style is None else Marker(style, marker.number, marker.end)
        if line.heading or (line.first and (marker.sure or line.bold >= marker.end)):
            return marker
        if marker.style == "compound":
            above = marker.number.rpartition(".")[0]
            if any(point.path == above for point in self.open) or self.goes_on(marker.number):
                return marker
            if any(point.style == "compound" for point in self.open):
                self.say(f"may be a point {marker.number}; read as part of point {self.open[-1].path}", line)
            return None
        step = ordinal(marker.number) - (ordinal(last[marker.style]) if marker.style in last else 0)
        return (
            marker
            if (0 if marker.style in last else 1)
            <= step
            <= (_FURTHEST_STEP if marker.style in last or not self.points else 1)
            else None
        )

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

    def start(self, marker: Marker, line: Line, depth: int) -> None:
        """Open a point on the level of its marker's style."""
        self.settle_outside(more=True)
        if marker.style == "compound":
            above = marker.number.rpartition(".")[0]
            while self.open and self.open[-1].path != above:
                self.open.pop()
            if not self.open:
                parent = next((point for point in reversed(self.points) if point.path == above), None)
                if parent is None:
                    self.say(f"no point {above} for this sub-point", line)
                else:
                    self.open.append(parent)
        else:
            styles = [point.style for point in self.open]
            if marker.style in styles:
                del self.open[styles.index(marker.style) :]
        self.push(_Point(marker.style, marker.number, self.open[-1] if self.open else None, depth, bool(line.items)))

    def start_bullet(self, line: Line) -> bool:
        """Open a point without a number, where bullets are all the points there are."""
        if self.numbered or any(line.items):
            return False
        depth = len(line.items) - 1
        self.open = [point for point in self.open if point.style < f"bullet{depth}"]
        self.push(_Point(f"bullet{depth}", None, self.open[-1] if self.open else None, 0, in_list=True))
        return True

    def push(self, point: _Point) -> None:
        """Make a point the innermost open one."""
        if point.parent is not None:
            point.parent.has_children = True
        self.open.append(point)
        self.points.append(point)

    def begin(self, text: str, bold: int, line: Line) -> None:
        """The first line of a point: perhaps its title."""
        point = self.open[-1]
        if line.heading or (text and bold >= len(text)):
            point.title = text
            return
        title, rest = text[:bold].strip(), text[bold:].strip()
        if title and (title[-1] in ".:–—-" or rest[:1] in ".:–—-" or rest[:1].isupper()):
            point.title, text = title, rest.lstrip(" .:–—-")
        point.add(text, first=True)

    def carry_on(self, text: str, line: Line) -> None:
        """A line without a marker."""
        ordered = sum(item != "" for item in line.items)
        around = [point for point in self.open if point.depth <= ordered or not line.items]
        point = around[-1] if around else None
        whole_bold = bool(text) and line.bold >= len(text)
        if point and line.first and not point.lines and not point.title and (line.heading or whole_bold):
            point.title = text
        elif line.heading or (
            not line.items and (marker := find_marker(text, previous={})) and marker.style in self.sections
        ):
            self.settle_outside(more=False)
            if self.title is None and not self.points:
                self.title = text
            else:
                self.say("a heading, no point", line)
        elif point is None:
            self.say("before the first point, no point", line)
        elif line.first and not line.items and _REMARK.match(text):
            self.say("a remark, no point", line)
            self.outside.append(Line(line.number, "", understood=False))
        elif point.in_list and not line.items and (line.first or self.outside):
            self.outside.append(line)
        elif point.title and not point.lines and not line.first and whole_bold:
            point.title = f"{point.title} {text}"
        else:
            point.add(text, first=line.first)

    def settle_outside(self, *, more: bool) -> None:
        """Prose outside the list: of the last point if further points follow, else a closing remark."""
        self.takes_outside |= more and any(line.understood for line in self.outside)
        for line in self.outside:
            if not line.understood:
                continue
            if self.takes_outside:
                if line.first:
                    self.say(f"not indented, taken as a further paragraph of point {self.open[0].path}", line)
                self.open[0].add(line.text, first=line.first)
            elif line.first:
                self.say("after the last point, no point", line)
        self.outside = []

    def finish(self) -> Points:
        """Everything read."""
        self.settle_outside(more=False)
        if not self.points:
            self.remarks.append(Problem(what="no numbered points and no bullets", file=self.name))
        ids = _local_ids(self.points)
        provisions = tuple(self.provision(point, ids) for point in self.points)
        repeated = Counter(point.path for point in self.points if point.path is not None)
        for number, times in repeated.items():
            if times > 1:
                what = f"the number {number} is printed {times} times; kept as printed, ids tell the points apart"
                self.remarks.append(Problem(what=what, file=self.name))
        return Points(title=self.title, provisions=provisions, remarks=tuple(self.remarks))

    def provision(self, point: _Point, ids: dict[int, str]) -> Provision:
        """A point as a provision."""
        title, lines = point.title.strip(" .:–—-"), point.lines
        if not title and point.style.startswith("word:") and len(lines) > 1 and _is_title(lines[0]):
            title, lines = lines[0], lines[1:]
        if title and not lines and not point.has_children:
            title, lines = "", [point.title]
        text = "\n".join(lines)
        removed = not title and not point.has_children and _EMPTY.fullmatch(text[:_SHOWN]) is not None
        return Provision(
            id=ids[id(point)],
            number=point.path,
            parent=None if point.parent is None else ids[id(point.parent)],
            title=title or None,
            text=None if removed or not text else text,
            wording="removed" if removed else "in_text",
        )


def _arabic(depth: int) -> str:
    return f"arabic{depth}" if depth else "arabic"


def _is_title(text: str) -> bool:
    return len(text.split()) <= _TITLE_WORDS and text[-1] not in ".;:,"


def _local_ids(points: list[_Point]) -> dict[int, str]:
    ids: dict[int, str] = {}
    taken: set[str] = set()
    times: Counter[str] = Counter()
    for point in points:
        stem = "p" + point.path.replace(".", "-") if point.path else "bullet"
        times[stem] += 1
        name = stem if times[stem] == 1 else f"{stem}x{times[stem]}"
        while name in taken:  # a number printed '1.b' and one printed '1-b' would meet
            times[stem] += 1
            name = f"{stem}x{times[stem]}"
        taken.add(name)
        ids[id(point)] = name
    return ids
