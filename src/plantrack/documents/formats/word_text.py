"""The body of a Word file as paragraphs and tables, with the text as it was and as it is where changes are tracked."""

from typing import TYPE_CHECKING, NamedTuple

from plantrack.documents.formats.raised import printed_raised
from plantrack.documents.formats.word_lists import Lists
from plantrack.documents.formats.word_names import VAL, number, other, switch, val, w
from plantrack.documents.formats.word_styles import Style, Styles, indent_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

_MOST_NESTED = 100
"""Levels of elements in elements; a table in a table in a text box is twelve."""


class NestedTooDeeplyError(Exception):
    """The elements of a document lie in each other to no end."""


class View(NamedTuple):
    """In which of the two texts something stands."""

    old: bool = True
    new: bool = True


BOTH = View()
NEITHER = View(old=False, new=False)


class Piece(NamedTuple):
    """Characters of one look."""

    text: str
    view: View = BOTH
    bold: bool = False
    struck: bool = False


class Form(NamedTuple):
    """The properties of a paragraph."""

    style: Style
    list_id: str | None = None
    level: int = 0
    indent: tuple[int | None, int | None] = (None, None)
    outline: int | None = None


class Note(NamedTuple):
    """A sign that refers to a note, or an anchor of a comment."""

    kind: str
    """`footnote`, `endnote`, `comment`; `mark`, where only its sign was typed."""
    id: str
    """In the file; of a typed sign the sign."""
    view: View
    counts: bool = True
    """False where the sign was typed."""


class Paragraph(NamedTuple):
    """A paragraph."""

    pieces: list[Piece]
    form: Form
    earlier: Form
    """Its properties before a tracked change of them."""
    mark: View
    """In which texts it ends here; where not, the next paragraph goes on from it."""
    boxes: "list[tuple[View, list[Block]]]"
    notes: list[Note]
    runs_in: bool = False
    """The next paragraph goes on in the same line, as Word's style separator makes it; number and style are its own."""


class Row(NamedTuple):
    """A row of a table."""

    cells: "list[list[Block]]"
    view: View


class Table(NamedTuple):
    """A table."""

    rows: list[Row]
    view: View


Block = Paragraph | Table


class BodyReader:
    """Reads elements that hold paragraphs: the body, a cell, a note, a header, a text box."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self._styles = styles
        self._lists = lists
        self.tracked = False
        """Whether a tracked change was seen."""
        self.hidden = 0
        """Characters that are not printed."""
        self.embedded = 0
        """Other documents inside this one."""
        self._inline: dict[str, Callable[[Element, _Run], None]] = {
            w("t"): self._text,
            w("delText"): self._text,
            other("m", "t"): self._text,
            w("tab"): self._space,
            w("ptab"): self._space,
            w("br"): self._line_end,
            w("cr"): self._line_end,
            w("noBreakHyphen"): self._hyphen,
            w("sym"): self._sign,
            w("footnoteReference"): self._note,
            w("endnoteReference"): self._note,
            w("commentReference"): self._note,
        }

    def blocks(self, holder: "Element", view: View = BOTH, depth: int = 0) -> "list[Block]":
        """The paragraphs and tables in an element.

        Raises:
            NestedTooDeeplyError: if they lie in each other to no end.
        """
        return list(self._blocks(holder, view, depth))

    def _blocks(self, holder: "Element", view: View, depth: int, *, toc: bool = False) -> "Iterator[Block]":
        if depth > _MOST_NESTED:
            raise NestedTooDeeplyError
        for child in holder:
            tag = str(child.tag)
            if tag == w("p"):
                yield self._paragraph(child, view, depth, toc=toc)
            elif tag == w("tbl"):
                yield self._table(child, view, depth)
            elif tag == w("altChunk"):
                self.embedded += 1
            elif tag in _HOLDERS:
                yield from self._blocks(child, self._changed(child, view), depth + 1, toc=toc or _is_toc(child))
            elif tag == other("mc", "AlternateContent"):
                chosen = _chosen(child)
                if chosen is not None:
                    yield from self._blocks(chosen, view, depth + 1, toc=toc)

    def _table(self, element: "Element", view: View, depth: int) -> Table:
        rows = []
        for found, inner in self._within(element, w("tr"), view):
            properties = found.find(w("trPr"))
            seen = self._marked(properties, inner)
            cells = [self.blocks(cell, one, depth + 1) for cell, one in self._within(found, w("tc"), seen)]
            rows.append(Row(cells, seen))
        return Table(rows, view)

    def _within(self, holder: "Element", tag: str, view: View, depth: int = 0) -> "Iterator[tuple[Element, View]]":
        """Rows of a table or cells of a row, those in content controls among them."""
        if depth > _MOST_NESTED:
            raise NestedTooDeeplyError
        for child in holder:
            if child.tag == tag:
                yield child, view
            elif child.tag in _HOLDERS:
                yield from self._within(child, tag, self._changed(child, view), depth + 1)

    def _paragraph(self, element: "Element", view: View, depth: int, *, toc: bool) -> Paragraph:
        properties = element.find(w("pPr"))
        mark_look = None if properties is None else properties.find(w("rPr"))
        changed = None if properties is None else properties.find(w("pPrChange"))
        form = self._form(properties, toc=toc)
        earlier = form
        if changed is not None:
            self.tracked = True
            earlier = self._form(changed.find(w("pPr")), toc=toc)
        run = _Run(form.style, depth)
        self._runs(element, run, view, depth)
        runs_in = bool(switch(mark_look, "vanish") and switch(mark_look, "specVanish"))
        mark = NEITHER if runs_in or _is_drop_cap(properties) else self._marked(mark_look, view)
        return Paragraph(run.pieces, form, earlier, mark, run.boxes, run.notes, runs_in)

    def _form(self, properties: "Element | None", *, toc: bool) -> Form:
        style = self._styles.named(val(properties, "pStyle"))
        if toc:
            style = style._replace(kind="toc")
        listed = None if properties is None else properties.find(w("numPr"))
        own_list, own_level = val(listed, "numId"), number(val(listed, "ilvl"))
        list_id = style.list_id if own_list is None else own_list
        indent = style.indent
        level = style.list_level or 0 if own_level is None else own_level
        if list_id is not None and list_id in self._lists:
            if own_level is None and own_list is None:
                by_style = self._lists.level_of(list_id, style.id)
                level = level if by_style is None else by_style
            indent = indent_of(None, self._lists.levels(list_id)[min(level, 8)].indent)
            if own_list is None and style.indent != (None, None):
                indent = style.indent
        else:
            list_id = None
        outline = number(val(properties, "outlineLvl"))
        return Form(style, list_id, level, indent_of(properties, indent), style.outline if outline is None else outline)

    def _runs(self, holder: "Element", run: "_Run", view: View, depth: int) -> None:
        if depth > _MOST_NESTED:
            raise NestedTooDeeplyError
        for child in holder:
            tag = str(child.tag)
            if tag == w("r"):
                run.dress(child.find(w("rPr")), view, self._styles)
                self._content(child, run, view, depth + 1)
            elif tag in _HOLDERS:
                self._runs(child, run, self._changed(child, view), depth + 1)
            elif tag == other("mc", "AlternateContent"):
                chosen = _chosen(child)
                if chosen is not None:
                    self._runs(chosen, run, view, depth + 1)
            elif tag.startswith(_MATHS):
                run.dress(None, view, self._styles)
                self._content(child, run, view, depth + 1)

    def _content(self, holder: "Element", run: "_Run", view: View, depth: int) -> None:
        """What stands in a run."""
        if depth > _MOST_NESTED:
            raise NestedTooDeeplyError
        for child in holder:
            tag = str(child.tag)
            found = self._inline.get(tag)
            if found is not None:
                found(child, run)
            elif tag in _DRAWN:
                self._drawing(child, run, view, depth + 1)
            elif tag == other("mc", "AlternateContent"):
                chosen = _chosen(child)
                if chosen is not None:
                    self._content(chosen, run, view, depth + 1)
            elif tag in _RUNS or tag.startswith(_MATHS):
                self._content(child, run, view, depth + 1)

    def _drawing(self, holder: "Element", run: "_Run", view: View, depth: int) -> None:
        """Text boxes of a drawing, and words drawn as a picture, such as DRAFT across the page."""
        if depth > _MOST_NESTED:
            raise NestedTooDeeplyError
        for child in holder:
            if child.tag == w("txbxContent"):
                run.boxes.append((view, self.blocks(child, view, depth + 1)))
            elif child.tag == other("v", "textpath"):
                run.add(child.get("string", ""))
            elif child.tag == other("mc", "AlternateContent"):
                chosen = _chosen(child)
                if chosen is not None:
                    self._drawing(chosen, run, view, depth + 1)
            else:
                self._drawing(child, run, view, depth + 1)

    def _text(self, element: "Element", run: "_Run") -> None:
        if run.hidden:
            self.hidden += len(element.text or "")
        else:
            run.add(element.text or "")

    @staticmethod
    def _space(element: "Element", run: "_Run") -> None:
        del element
        run.add(" ")

    @staticmethod
    def _line_end(element: "Element", run: "_Run") -> None:
        run.add("\n" if element.get(w("type"), "textWrapping") == "textWrapping" else " ")

    @staticmethod
    def _hyphen(element: "Element", run: "_Run") -> None:
        del element
        run.add("-")

    @staticmethod
    def _sign(element: "Element", run: "_Run") -> None:
        """A character of a font of symbols, as far as Unicode has it at the same place."""
        try:
            code = int(element.get(w("char"), ""), 16)
        except ValueError:
            return
        code = code & 0xFF if 0xF000 <= code <= 0xF0FF else code
        run.add(_SYMBOLS.get(code, chr(code)) if 0x20 <= code < 0xD800 else "")

    @staticmethod
    def _note(element: "Element", run: "_Run") -> None:
        kind = str(element.tag).removeprefix(w("")).removesuffix("Reference")
        counts = element.get(w("customMarkFollows"), "0") in ("0", "false", "off")
        run.notes.append(Note(kind, element.get(w("id"), ""), run.view, counts))

    def _changed(self, element: "Element", view: View) -> View:
        """The texts that the content of an element stands in."""
        if element.tag in (w("ins"), w("moveTo")):
            self.tracked = True
            return view._replace(old=False)
        if element.tag in (w("del"), w("moveFrom")):
            self.tracked = True
            return view._replace(new=False)
        return view

    def _marked(self, properties: "Element | None", view: View) -> View:
        """The texts that a paragraph mark or a row stands in, by what its properties say."""
        for child in () if properties is None else properties:
            view = self._changed(child, view)
        return view


class _Run:
    """What has been read of a paragraph."""

    def __init__(self, style: Style, depth: int) -> None:
        self.pieces: list[Piece] = []
        self.boxes: list[tuple[View, list[Block]]] = []
        self.notes: list[Note] = []
        self.view = BOTH
        self.bold = self.struck = self.hidden = self.raised = False
        self.depth = depth
        self._style = style

    def dress(self, properties: "Element | None", view: View, styles: Styles) -> None:
        """Take on the look of a run."""
        self.view = view
        self.raised = val(properties, "vertAlign") == "superscript"
        own = styles.character(val(properties, "rStyle")) if properties is not None else None
        bold, hidden = switch(properties, "b"), switch(properties, "vanish")
        struck = switch(properties, "strike")
        struck = switch(properties, "dstrike") if struck is None else struck
        self.bold = (self._style.bold or bool(own and own.bold)) if bold is None else bold
        self.struck = (self._style.struck or bool(own and own.struck)) if struck is None else struck
        self.hidden = (self._style.hidden or bool(own and own.hidden)) if hidden is None else hidden

    def add(self, text: str) -> None:
        """Characters in the look of the run."""
        shown: str | None = text
        if self.raised and text.strip() and not self.hidden:
            shown = printed_raised("".join(piece.text for piece in self.pieces[-6:]), text)
            if shown is None:
                self.notes.append(Note("mark", text.strip(), self.view))
        if shown and not self.hidden:
            self.pieces.append(Piece(shown, self.view, self.bold, self.struck))


_HOLDERS = frozenset(
    w(name)
    for name in "sdt sdtContent customXml smartTag hyperlink fldSimple ins del moveTo moveFrom dir bdo subDoc".split()
)
"""Elements that only wrap others."""
_DRAWN = frozenset(w(name) for name in ("drawing", "pict", "object"))
_RUNS = frozenset(w(name) for name in ("ruby", "rubyBase", "r"))
_MATHS = other("m", "")
_SYMBOLS = {0xB7: "•", 0xA7: "▪", 0xA8: "☐", 0xFE: "☒", 0xFC: "✓", 0x6F: "☐", 0x2D: "−"}
"""Places in the fonts Symbol and Wingdings that lists and forms use."""


def _chosen(alternatives: "Element") -> "Element | None":
    """One of several forms of the same content: the newest, as a program that knows it shows it."""
    choice = alternatives.find(other("mc", "Choice"))
    return alternatives.find(other("mc", "Fallback")) if choice is None else choice


def _is_toc(element: "Element") -> bool:
    gallery = element.find(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}")
    return gallery is not None and gallery.get(VAL) == "Table of Contents"


def _is_drop_cap(properties: "Element | None") -> bool:
    """Whether a paragraph is the large first letter of the next."""
    frame = None if properties is None else properties.find(w("framePr"))
    return frame is not None and frame.get(w("dropCap"), "none") != "none"
