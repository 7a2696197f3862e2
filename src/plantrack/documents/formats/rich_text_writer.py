"""Paragraphs, cells and rows of rich text to lines."""

from plantrack.documents.blocks import SourceLine
from plantrack.documents.formats.raised import printed_raised
from plantrack.documents.formats.rich_words import Group

_TWIPS = 113.4
"""Twentieths of a point in a character of about 2 mm."""
_BODY_LEVEL = 9
_NAMES = (("title", "title"), ("caption", "caption"), ("toc", "toc"), ("contents ", "toc"))
"""How the names of styles begin that tell what a paragraph is."""


class Writer:
    """Writes the text, or what stands beside it: a note, a head, a text box."""

    def __init__(self, style: str | None = None, marker: str | None = None, place: int = 0) -> None:
        """Begin.

        Args:
            style: What the lines are; None for the text.
            marker: The number of a note.
            place: The paragraph that it belongs to.
        """
        self.lines: list[SourceLine] = []
        self.place = place
        self._style = style
        self._marker = marker
        self._pieces: list[tuple[str, bool, bool]] = []
        self._beside: list[SourceLine] = []
        self._cells: list[str] = []
        self._cell: list[str] = []
        self._in_table = False
        self._left = self._first = 0
        self._level = 0
        self._heading: int | None = None
        self._named = ""

    def mark(self, marker: str) -> None:
        """The number of the paragraph that begins."""
        if self._style != "footnote":
            self._marker = marker or None

    def beside(self, lines: list[SourceLine]) -> None:
        """Lines that stand beside the paragraph, for after it."""
        self._beside += lines

    def add(self, text: str, group: Group) -> None:
        """Words, or the end of a line or paragraph."""
        if text == "\n\n":
            self.end_paragraph()
            return
        if group.raised and text.strip():
            shown = printed_raised("".join(piece for piece, _, _ in self._pieces[-6:]), text)
            if shown is None:
                self._beside.append(SourceLine(text.strip(), self.place + 1, style="mark"))
                return
            text = shown
        self._pieces.append((text, group.bold, group.strike))

    def property(self, word: str, number: int | None, styles: dict[int, str]) -> None:
        """A property of the paragraph, or the end of a cell or row."""
        if word == "pard":
            self._in_table, self._left, self._first, self._level, self._heading, self._named = False, 0, 0, 0, None, ""
        elif word in ("intbl", "trowd"):
            self._in_table = True
        elif word in ("cell", "nestcell"):
            self._end_cell(nested=word == "nestcell")
        elif word == "row":
            self._end_row()
        elif word == "li":
            self._left = number or 0
        elif word == "fi":
            self._first = number or 0
        elif word == "ilvl":
            self._level = number or 0
        elif word == "outlinelevel":
            self._heading = None if number is None or number >= _BODY_LEVEL else number
        elif word == "s":
            self._named = styles.get(number or 0, "").strip().lower()

    def end_paragraph(self) -> None:
        """Write the paragraph that has come together."""
        if self._in_table and self._style is None:
            self._cell.append(self._taken())
            return
        self._leave_table()
        self.place += self._style is None
        style, level = self._kind()
        marker, starts = self._marker, True
        for text, bold in _lines_of(self._pieces):
            if text or (starts and marker and any(sign.isalnum() for sign in marker)):
                self.lines.append(
                    SourceLine(
                        text=text, line=self.place, starts=starts, style=style, level=level,
                        marker=marker if starts else None, bold=bold,
                        indent=round((self._left + self._first) / _TWIPS, 1),
                    )
                )  # fmt: skip
                starts = False
        if not starts:
            self._marker = None
        self._tell_beside()

    def end(self) -> None:
        """Write what is left."""
        if self._cell or self._cells:
            self._end_cell(nested=False)
            self._end_row()
        self._in_table = False
        if self._pieces:
            self.end_paragraph()
        self._tell_beside()

    def _kind(self) -> tuple[str | None, int]:
        if self._style is not None:
            return self._style, 0
        for name, kind in _NAMES:
            if self._named.startswith(name):
                return kind, 0
        if self._heading is not None:
            return "heading", self._heading + 1
        if self._named.startswith("heading ") and self._named[8:9].isdecimal():
            return "heading", int(self._named[8])
        return ("list", self._level + 1) if self._marker else (None, 0)

    def _taken(self) -> str:
        """The paragraph as text of a cell."""
        lines = [text for text, _ in _lines_of(self._pieces, keep_struck=True)]
        text = "\n".join(lines)
        marker, self._marker = self._marker, None
        self._pieces = []
        return f"{marker} {text}" if marker and text else text

    def _end_cell(self, *, nested: bool) -> None:
        self._cell.append(self._taken())
        if not nested:
            self._cells.append("\n".join(text for text in self._cell if text))
            self._cell = []

    def _end_row(self) -> None:
        cells, self._cells = tuple(self._cells), []
        self.place += self._style is None
        if any(cells) and len(cells) == 1:
            for text in cells[0].split("\n"):
                self.lines.append(SourceLine(text=text, line=self.place, style=self._style))
        elif any(cells):
            text = "\t".join(" ".join(cell.split()) for cell in cells)
            self.lines.append(SourceLine(text=text, line=self.place, style=self._style or "table", cells=cells))
        self._tell_beside()

    def _leave_table(self) -> None:
        if self._cells or self._cell:
            self._end_row()

    def _tell_beside(self) -> None:
        struck = " ".join("".join(text if off else "\n" for text, _, off in self._pieces).split())
        if struck:
            self.lines.append(SourceLine(text=struck, line=self.place, style="struck"))
        self._pieces = []
        self.lines += self._beside
        self._beside = []


def _lines_of(pieces: list[tuple[str, bool, bool]], *, keep_struck: bool = False) -> list[tuple[str, int]]:
    """The lines of a paragraph, each with how many of its first characters are bold."""
    found: list[tuple[str, int]] = []
    text, start, still = "", "", True
    for part, bold, struck in (*pieces, ("\n", False, False)):
        if struck and not keep_struck:
            continue
        for at, piece in enumerate(part.split("\n")):
            if at:
                shown = " ".join(_paired(text).split())
                found.append((shown, min(len(" ".join(start.split())), len(shown))))
                text, start, still = "", "", True
            still = still and (bold or not piece.strip())
            start += piece if still else ""
            text += piece
    return found


def _paired(text: str) -> str:
    """Characters that the file gives in two halves made whole."""
    if text.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
