"""Lines to blocks and points: one walk over a document, or over one of its annexes, under one reading form."""

from typing import NamedTuple

from plantrack.documents.closings import SIGNATURE_WORDS, formula_at, is_document_title
from plantrack.documents.drafts import Draft, Point
from plantrack.documents.levels import Levels
from plantrack.documents.lines import Line, ends_sentence
from plantrack.documents.markers import Marker
from plantrack.documents.openings import is_standing, opening_kind
from plantrack.documents.pending import Pending, Tails
from plantrack.documents.same_line import next_number
from plantrack.documents.survey import Survey, leads_on
from plantrack.documents.titles import is_title, parted_title, title_line
from plantrack.errors import Problem, quoted
from plantrack.model.readings import EMPTY_CELL

_INDENTED = 1.0
_ASIDE = {"footnote": "note", "caption": "note", "textbox": "note"}


class Part(NamedTuple):
    """A document or one of its annexes, read."""

    blocks: list[Draft]
    points: list[Point]
    remarks: list[Problem]
    form: str
    tails: list[Draft]
    """Paragraphs below the last point, which are of it or close the document: their own words do not tell."""


def read_part(
    lines: list[Line], found: Survey, form: str, *, prefix: str = "", main: bool = True, tails: Tails | None = None
) -> Part:
    """The blocks and points of a document or annex.

    Args:
        lines: Its lines.
        found: What was found in looking over them.
        form: One of FORMS.
        prefix: What the numbers of its points begin with: `annex-a`.
        main: It is the document itself, which may begin with a title.
        tails: What is known of paragraphs below the last point.
    """
    reader = _Reader(lines, found, form, prefix, tails or Tails())
    reader.titled = not main
    for place, line in enumerate(lines):
        reader.take(place, line)
    return reader.finish()


class _Reader:
    def __init__(self, lines: list[Line], found: Survey, form: str, prefix: str, tails: Tails) -> None:
        self.lines = lines
        self.survey = found
        self.form = form
        self.levels = Levels(lines, found, prefix)
        self.blocks: list[Draft] = []
        self.current: Draft | None = None
        """The block that a line goes on which begins nothing."""
        self.place = 0
        self.titled = False
        self.closing = False
        """The formula above the signatures was passed."""
        self.pending = Pending(tails)

    def take(self, place: int, line: Line) -> None:
        """Decide what a line is, and keep it."""
        self.place = place
        if line.why:
            marker = line.marker or ""
            self.blocks.append(Draft("furniture", line.text, line.number, line.page, marker=marker, why=line.why))
            return
        if line.style in _ASIDE:
            self.outside("note", line, marker=line.marker or "")
            return
        heading = self.survey.headings[place]
        markers = self.levels.markers(place, line)
        if markers and (markers[0].style in self.survey.sections or self.heads_bullets(markers[0], place, line)):
            self.head(line, heading, marker=line.marker or "")
        elif markers and markers[0].style == "bullet":
            self.bullet(markers, line, place)
        elif markers and self.takes_numbers(markers[0]):
            self.number(markers, line, heading)
        elif heading:
            self.heading(line, heading, place)
        else:
            self.prose(line, place)

    def takes_numbers(self, marker: Marker) -> bool:
        """Whether a number opens a point: a row of a table only where no point is open around it."""
        inside = self.levels.open and self.levels.open[-1].style != "table"
        return marker.style != "table" or not inside

    def heads_bullets(self, marker: Marker, place: int, line: Line) -> bool:
        """Whether a short numbered line only heads the bullets that are the points."""
        if self.form != "bullets" or marker.style == "bullet" or not is_title(line.text[marker.end :]):
            return False
        following = next((one for one in range(place + 1, len(self.lines)) if not self.lines[one].why), None)
        after = self.survey.first[following] if following is not None else None
        return after is not None and after.style == "bullet"

    def number(self, markers: list[Marker], line: Line, heading: int) -> None:
        """A line that begins with the number of a point."""
        if self.levels.open and self.levels.open[-1].style == "paragraph" and not self.leads(self.levels.open[-1]):
            self.levels.open.pop()
        begun = 0
        for marker in markers:
            if marker.style == "bullet":
                continue
            self.settle(more=not self.levels.open or marker.style in {point.style for point in self.levels.open})
            self.closing = False
            point = self.levels.start(marker, line, heading=heading)
            printed = line.text[begun : marker.end].strip()
            if line.marker and marker is markers[0]:
                printed = f"{line.marker} {printed}".strip()
            if marker.style == "table":
                printed, begun = line.cells[0], 0
            else:
                begun = marker.end
            self.add(Draft("point", "", line.number, line.page, marker=printed, point=point))
        self.titled = True
        point, block = self.levels.open[-1], self.blocks[-1]
        if markers[-1].style == "table":
            text, bold = row_text(line.cells[1:]), 0
        else:
            text, bold = (
                line.text[begun:].lstrip(),
                max(0, line.bold - (len(line.text) - len(line.text[begun:].lstrip()))),
            )
        point.inline = bool(text) and not heading
        if heading:
            block.title = text
            return
        title, rest = parted_title(text, bold)
        block.title = title
        block.pieces = [rest]
        if markers[-1].style in ("arabic", "(arabic)"):
            self.split(block)

    def split(self, block: Draft) -> None:
        """Part a line where the next numbers stand in it: `1. Stop. 2. Go.`."""
        while True:
            text = block.pieces[-1]
            found = next_number(text, self.levels.open)
            if found is None:
                return
            block.pieces[-1] = text[: found.start()].rstrip()
            point = next(one for one in reversed(self.levels.open) if one.style in ("arabic", "(arabic)"))
            marker = Marker(point.style, found["number"], found.end())
            line = Line(text, block.line, block.page, False, None, 0, None, 0, point.indent, ())  # noqa: FBT003 - its place
            opened = self.levels.start(marker, line, heading=0)
            opened.inline = True
            block = self.add(
                Draft("point", text[found.end() :], block.line, block.page, marker=found[0].strip(), point=opened)
            )

    def bullet(self, markers: list[Marker], line: Line, place: int) -> None:
        """A line that begins with a bullet: a point, or a paragraph of one."""
        first = markers[0]
        if len(markers) > 1 and self.form != "bullets":
            self.number(markers[1:], line, 0)
            return
        text = line.text[first.end :] if line.marker is None else line.text
        sign = line.marker or line.text[: first.end].strip()
        if self.form in ("bullets", "paragraphs") and not self.closing:
            self.open_bullet(line)
            self.add(Draft("point", "", line.number, line.page, marker=sign, point=self.levels.open[-1]))
            self.blocks[-1].title, self.blocks[-1].pieces = _title_and_rest(text, max(0, line.bold - first.end))
            return
        shown = line._replace(text=text, starts=True)
        before = self.current
        self.prose(shown, place, bullet=sign)
        if self.current is not None and self.current is not before:
            self.current.marker = sign

    def open_bullet(self, line: Line) -> None:
        levels = self.levels
        depth = line.indent if line.indent or line.style != "list" else max(0, line.level - 1) * 3.0
        self.settle(more=True)
        while levels.open and levels.open[-1].style == "bullet" and levels.open[-1].indent > depth - _INDENTED:
            levels.open.pop()
        if levels.open and levels.open[-1].style == "paragraph" and not self.leads(levels.open[-1]):
            levels.open.pop()
        point = levels.push("bullet", None, line)
        point.indent = depth
        point.inline = True
        self.titled = True

    def leads(self, point: Point) -> bool:
        """Whether a paragraph leads on to the bullets below it."""
        return bool(point.blocks) and point.blocks[-1].pieces[-1].endswith(":")

    def heading(self, line: Line, level: int, place: int) -> None:
        """A heading without a number: a title of the document or of a point, a point, or a line outside."""
        point = self.levels.open[-1] if self.levels.open else None
        one_of_many = self.form == "headings" and self.is_one_of(place, level)
        if self.current is not None and self.goes_on_heading(line):
            self.go_on(line)
        elif not self.titled and not self.levels.points and is_standing(line.text):
            self.outside("preamble", line)
        elif not self.titled and not self.levels.points and not one_of_many:
            self.titled = True
            self.add(Draft("title", line.text, line.number, line.page, place="title"))
        elif point is not None and not self.closing and not point.inline and not point.has_words() and point.number:
            block = Draft("heading", "", line.number, line.page, point=point)
            block.title = line.text
            self.add(block)
        elif self.form == "headings":
            self.settle(more=True)
            self.open_heading(line, level)
        elif point is not None and not self.closing and 0 < point.level < level:
            self.add(Draft("paragraph", line.text, line.number, line.page, point=point))
        elif opening_kind(line.text) in ("closing", "signature") and self.levels.points:
            self.prose(line, place)
        else:
            self.head(line, level)

    def goes_on_heading(self, line: Line) -> bool:
        """Whether a heading is the second line of the one above."""
        block = self.current
        if block is None or not (block.kind in ("heading", "title") or (block.title and block.pieces == [""])):
            return False
        above = block.title or block.pieces[-1]
        return not line.starts or line.text[:1].islower() or above[-1:] in ",-" or leads_on(above)

    def is_one_of(self, place: int, level: int) -> bool:
        """Whether the first heading is like later ones and heads a paragraph, so that it is no title."""
        after = next((one for one in range(place + 1, len(self.lines)) if not self.lines[one].why), None)
        return after is not None and not self.survey.headings[after] and level in self.survey.headings[after:]

    def open_heading(self, line: Line, level: int) -> None:
        levels = self.levels
        cut = next((at for at, one in enumerate(levels.open) if not one.level or one.level >= level), None)
        if cut is not None:
            del levels.open[cut:]
        point = levels.push("heading", None, line, heading=level)
        block = Draft("point", "", line.number, line.page, point=point)
        block.title = line.text
        self.add(block)

    def head(self, line: Line, level: int, *, marker: str = "") -> None:
        """A heading outside the points: nothing below it belongs to the point above."""
        self.settle(more=False, place="text")
        if not level and self.current is not None and not line.starts and not self.survey.sections:
            self.go_on(line)
            return
        self.titled = True
        self.closing = False
        self.levels.close()
        self.add(Draft("heading", line.text, line.number, line.page, marker=marker, place="heading"))

    def prose(self, line: Line, place: int, *, bullet: str = "") -> None:
        """A line without a number, or one with a bullet inside a point."""
        kind = formula_at(place, line, self.survey, self.levels, closing=self.closing)
        if kind in ("closing", "signature", "force"):
            self.settle(more=False)
            self.closing = self.closing or kind != "signature"
            self.levels.close()
            self.outside("signature" if kind == "signature" else "closing", line)
        elif kind == "note":
            self.outside("note", line)
        elif not line.starts and self.current is not None and line.style != "table":
            self.go_on(line)
        elif not self.levels.points or self.closing or not self.levels.open:
            self.outside_points(line, place)
        elif self.form == "paragraphs" and not bullet and not self.inside(line):
            self.open_paragraph(line)
        else:
            self.paragraph(line)

    def outside_points(self, line: Line, place: int) -> None:
        """A paragraph before the first point, below a heading, or after the last."""
        if not self.titled and not self.levels.points and is_standing(line.text):
            self.outside("preamble", line)
        elif not self.titled and self.levels.points == [] and is_document_title(place, self.lines, self.survey):
            self.titled = True
            self.add(Draft("title", line.text, line.number, line.page, place="title"))
        elif self.form == "paragraphs" and not self.closing:
            self.open_paragraph(line)
        elif self.closing:
            short = len(line.text.split()) <= SIGNATURE_WORDS and not line.text.endswith(".")
            self.outside("signature" if short else "closing", line)
        else:
            self.titled = True
            self.outside("preamble" if not self.levels.points else "text", line)

    def open_paragraph(self, line: Line) -> None:
        self.settle(more=True)
        self.titled = True
        self.levels.open = [point for point in self.levels.open if point.style == "heading"]
        point = self.levels.push("paragraph", None, line)
        point.inline = True
        text = row_text(line.cells) if line.style == "table" else line.text
        block = self.add(Draft("point", "", line.number, line.page, point=point))
        block.title, block.pieces = _title_and_rest(text, line.bold)

    def inside(self, line: Line) -> bool:
        """Whether a paragraph stands inside the open point, in the form where paragraphs are points."""
        point = self.levels.open[-1]
        if line.after_page and self.current is not None and not ends_sentence(self.current.pieces[-1]):
            return True
        hanging = line.indent >= point.indent + 2 and point.style != "paragraph"
        return hanging or (not point.inline and not point.has_words())

    def paragraph(self, line: Line) -> None:
        """A further paragraph of the point that it belongs to."""
        hangs = self.current is not None and leads_to_list(self.current)
        point, sure = self.levels.owner_of(line, hangs=hangs)
        title_line(point)
        kind = "table row" if line.style == "table" else "paragraph"
        text = row_text(line.cells) if line.style == "table" else line.text
        block = self.add(Draft(kind, text, line.number, line.page, point=point, marker=line.marker or ""))
        if sure or self.pending.held:
            self.split(block)
        if not sure:
            self.pending.hold(block)

    def go_on(self, line: Line) -> None:
        """A line that goes on the block before it."""
        block = self.current
        if block is None:
            self.outside("preamble", line)
            return
        text = f"{line.marker} {line.text}" if line.marker else line.text
        if block.title and block.pieces == [""] and self.survey.headings[self.place]:
            block.title = f"{block.title} {text}"
            return
        if block.kind == "heading" and block.point is not None:
            block = self.add(Draft("paragraph", text, line.number, line.page, point=block.point))
        elif block.kind == "heading" and ends_sentence(text) and not text.isupper():
            self.outside("text", line)
            return
        elif block.pieces == [""] and not block.title:
            block.pieces = [text]
        else:
            block.pieces.append(text)
        if block.point is not None and block.title and block.pieces == ["", text]:
            block.point.inline = True
        if block.point is not None and block.kind != "heading":
            self.split(block)

    def outside(self, place: str, line: Line, *, marker: str = "") -> None:
        kind = {"text": "paragraph outside", "preamble": "preamble"}.get(place, place)
        text = row_text(line.cells) if line.style == "table" else line.text
        self.add(Draft(kind, text, line.number, line.page, place=place, marker=marker))

    def add(self, block: Draft) -> Draft:
        """Keep a block, which the next lines may go on."""
        self.blocks.append(block)
        self.current = block
        if block.point is not None:
            block.point.blocks.append(block)
        return block

    def settle(self, *, more: bool, place: str = "closing") -> None:
        """Decide on paragraphs below the last point: they are of it if a further point follows, else outside."""
        self.pending.settle(more=more, place=place)

    def finish(self) -> Part:
        """Everything read."""
        self.settle(more=False)
        for point in self.levels.points:
            if point.has_parts:
                title_line(point, above_parts=True)
        remarks = self.pending.remarks
        for marker, line in self.levels.doubted:
            what = f"may be a point {marker.number}; read as words"
            remarks.append(Problem(what=what, line=line.number, found=quoted(line.text)))
        return Part(self.blocks, self.levels.points, remarks, self.form, self.pending.tails)


def row_text(cells: tuple[str, ...]) -> str:
    """A row as text: a cell without words keeps its column, unless no other follows."""
    last = max((place for place, cell in enumerate(cells) if cell), default=-1)
    return "\t".join(cell or EMPTY_CELL for cell in cells[: last + 1])


def leads_to_list(block: Draft) -> bool:
    """Whether a paragraph cannot end where it ends."""
    last = block.pieces[-1].rstrip()
    return last.endswith((",", ":")) or leads_on(last)


def _title_and_rest(text: str, bold: int) -> tuple[str, list[str]]:
    title, rest = parted_title(text, bold)
    return title, [rest]
