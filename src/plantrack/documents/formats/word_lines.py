"""One of the two texts of a Word file as lines: numbers counted, notes after the paragraphs that refer to them."""

from typing import TYPE_CHECKING, NamedTuple

from plantrack.documents.blocks import SourceLine, lines_of_runs
from plantrack.documents.formats.numerals import numeral
from plantrack.documents.formats.word_lists import Counting, Lists
from plantrack.documents.formats.word_styles import characters
from plantrack.documents.formats.word_text import Block, Form, Note, Paragraph, Piece, Table, View

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOTE_FORMS = {"footnote": "decimal", "endnote": "roman"}
_MOST_BLANKS = 300
"""Empty cells at the end of a row are left out; some tables have a thousand columns."""


class _Whole(NamedTuple):
    """A paragraph as it stands in one text, joined with those that it goes on from."""

    pieces: list[Piece]
    form: Form
    boxes: "list[list[Block]]"
    notes: list[Note]

    @property
    def has_anything(self) -> bool:
        """Whether there is anything to print."""
        return bool(self.pieces or self.boxes or self.notes)


class Reading:
    """Turns blocks into lines, from the first paragraph to the last."""

    def __init__(self, lists: Lists, notes: "dict[tuple[str, str], list[Block]]", *, new: bool) -> None:
        """Begin.

        Args:
            lists: The lists of the file.
            notes: The text of each note by kind and id.
            new: Which text: with the tracked changes made, or before them.
        """
        self.lines: list[SourceLine] = []
        self._new = new
        self._counting = Counting(lists)
        self._notes = notes
        self._noted = dict.fromkeys(_NOTE_FORMS, 0)
        self._place = 0

    def body(self, blocks: "list[Block]") -> None:
        """The text itself."""
        for found in self._wholes(blocks):
            self._place += 1
            if isinstance(found, Table):
                self._table(found)
            else:
                self._paragraph(found)

    def furniture(self, blocks: "list[Block]", style: str, marker: str | None = None, level: int = 0) -> None:
        """What stands beside the text: heads, feet, notes, comments, text boxes; tables as their cells."""
        for found in self._wholes(blocks):
            if isinstance(found, Table):
                for row in found.rows:
                    for cell in row.cells:
                        self.furniture(cell, style, None, level + 1)
                continue
            own = self._number(found.form)
            for text in _text_of(found.pieces).split("\n"):
                if text.strip():
                    joined = " ".join(one for one in (own, text) if one) if marker else text
                    self.lines.append(self._line(joined, style, marker or own))
                    marker = own = None
            for box in found.boxes:
                self.furniture(box, style, None, level + 1)

    def _line(self, text: str, style: str, marker: str | None = None) -> SourceLine:
        return SourceLine(text=" ".join(text.split()), line=self._place, style=style, marker=marker)

    def _seen(self, view: View) -> bool:
        return view.new if self._new else view.old

    def _wholes(self, blocks: "list[Block]") -> "Iterator[_Whole | Table]":
        """Paragraphs and tables that this text has. A paragraph whose mark it has not goes on in the next."""
        held: _Whole | None = None
        kept: Form | None = None
        for block in blocks:
            if isinstance(block, Table):
                if held is not None and held.has_anything:
                    yield held
                held = None
                if self._seen(block.view):
                    yield block
                continue
            held = self._joined(held, block, kept)
            kept = held.form if block.runs_in else None
            if self._seen(block.mark):
                yield held
                held = None
        if held is not None and held.has_anything:
            yield held

    def _joined(self, held: _Whole | None, block: Paragraph, kept: Form | None) -> _Whole:
        """A paragraph with those before it that have no end of their own."""
        whole = held or _Whole([], block.form, [], [])
        whole.pieces.extend(one for one in block.pieces if self._seen(one.view))
        whole.boxes.extend(box for view, box in block.boxes if self._seen(view))
        whole.notes.extend(one for one in block.notes if self._seen(one.view))
        return whole._replace(form=kept or (block.form if self._new else block.earlier))

    def _number(self, form: Form) -> str | None:
        return None if form.list_id is None else self._counting.marker(form.list_id, form.level)

    def _paragraph(self, found: _Whole) -> None:
        form = found.form
        printed = bool(_text_of(found.pieces).strip())
        marker = self._number(form) if printed or form.list_id is not None else None
        style, level = _style(form, marker)
        starts = True
        for text, bold in lines_of_runs((one.text, one.bold) for one in found.pieces if not one.struck):
            if text or (starts and marker and marker[-1:].isalnum() | marker[:-1].isalnum()):
                self.lines.append(
                    SourceLine(
                        text=text, line=self._place, starts=starts, style=style, level=level,
                        marker=marker if starts else None, bold=bold, indent=characters(form.indent),
                    )
                )  # fmt: skip
                starts = False
        self._struck(found.pieces)
        self._beside(found)

    def _struck(self, pieces: list[Piece]) -> None:
        """Words struck through, without a tracked change."""
        struck = " ".join("".join(one.text if one.struck else "\n" for one in pieces).split())
        if struck:
            self.lines.append(self._line(struck, "struck"))

    def _beside(self, found: _Whole) -> None:
        """Notes and text boxes of a paragraph."""
        for note in found.notes:
            marker = None
            if note.kind in _NOTE_FORMS and note.counts:
                self._noted[note.kind] += 1
                marker = numeral(self._noted[note.kind], _NOTE_FORMS[note.kind])
            sign = note.id if note.kind == "mark" else marker
            if sign is not None:
                self.lines.append(self._line(sign, "mark"))
            blocks = self._notes.get((note.kind, note.id), [])
            self.furniture(blocks, "comment" if note.kind == "comment" else "footnote", marker)
        for box in found.boxes:
            self.furniture(box, "textbox")

    def _table(self, table: Table) -> None:
        rows = [row for row in table.rows if self._seen(row.view)]
        framed = all(len(row.cells) == 1 for row in rows)
        for row in rows:
            if len(row.cells) == 1 and (framed or len(row.cells[0]) > 1):  # a frame around text
                self.body(row.cells[0])
                continue
            self._place += 1
            beside: list[_Whole] = []
            cells = tuple(self._cell(cell, beside) for cell in row.cells)
            cells = cells if len(cells) < _MOST_BLANKS else _without_blanks(cells)
            if any(cells):
                self.lines.append(
                    SourceLine(
                        text="\t".join(" ".join(cell.split()) for cell in cells),
                        line=self._place,
                        style="table",
                        cells=cells,
                    )
                )
            for found in beside:
                self._struck(found.pieces)
                self._beside(found)

    def _cell(self, blocks: "list[Block]", beside: list[_Whole]) -> str:
        """The text of a cell; what stands beside it is kept for after the row."""
        texts: list[str] = []
        for found in self._wholes(blocks):
            if isinstance(found, Table):
                inner = [row for row in found.rows if self._seen(row.view)]
                texts += [" ".join(filter(None, (self._cell(cell, beside) for cell in row.cells))) for row in inner]
                continue
            beside.append(found)
            marker = self._number(found.form)
            text = "\n".join(" ".join(line.split()) for line in _text_of(found.pieces).split("\n"))
            texts.append(f"{marker} {text}" if marker and text.strip() else text)
        return "\n".join(text for text in texts if text.strip())


def _without_blanks(cells: tuple[str, ...]) -> tuple[str, ...]:
    last = max((place for place, cell in enumerate(cells) if cell), default=-1)
    return cells[: last + 1]


def _text_of(pieces: list[Piece]) -> str:
    return "".join(one.text for one in pieces if not one.struck)


def _style(form: Form, marker: str | None) -> tuple[str | None, int]:
    if form.style.kind is not None:
        return form.style.kind, 0
    if form.outline is not None and form.outline < 9:
        return "heading", form.outline + 1
    if form.list_id is not None and marker is not None:
        return "list", form.level + 1
    return None, 0
