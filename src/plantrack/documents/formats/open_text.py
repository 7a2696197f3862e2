"""The body of an OpenDocument text as lines, with its tracked changes made or as it was before them."""

from typing import TYPE_CHECKING, NamedTuple

from plantrack.documents.blocks import SourceLine
from plantrack.documents.formats.numerals import whole
from plantrack.documents.formats.open_styles import Counting, Style, Styles, q
from plantrack.documents.formats.raised import printed_raised

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_MOST_NESTED = 200
_MOST_REPEATED = 100
"""Empty cells and rows are stored as one that is repeated a thousand times."""
_HOLDERS = frozenset(
    q(f"text:{name}") for name in "section index-body index-title list-header numbered-paragraph bibliography".split()
)
_INDEXES = frozenset(
    q(f"text:{name}")
    for name in "table-of-content illustration-index table-index alphabetical-index user-index".split()
)
_SKIPPED = frozenset(
    q(name)
    for name in (
        "text:tracked-changes", "office:forms", "text:sequence-decls", "text:variable-decls", "text:user-field-decls",
        "text:note-citation", "text:ruby-text", "text:table-of-content-source", "office:annotation-end",
        "text:illustration-index-source", "text:alphabetical-index-source",
    )
)  # fmt: skip
_TITLES = ("Title", "Titel", "Titre", "Título", "Заголовок")


class NestedTooDeeplyError(Exception):
    """Elements lie in each other to no end."""


class _Listed(NamedTuple):
    """Where an item of a list stands."""

    style: str
    place: int
    counting: Counting
    start: int | None = None


class TextReader:
    """Writes lines while it goes through a text."""

    def __init__(
        self, styles: Styles, deletions: "dict[str, Element]", insertions: "frozenset[str]", *, new: bool
    ) -> None:
        """Begin.

        Args:
            styles: The styles.
            deletions: What tracked changes took out, by the change's id.
            insertions: The ids of those that put something in.
            new: Which text: with the tracked changes made, or before them.
        """
        self.lines: list[SourceLine] = []
        self._styles = styles
        self._deletions = deletions
        self._insertions = insertions
        self._new = new
        self._inserting: set[str] = set()
        self._pieces: list[tuple[str, bool, bool]] = []
        self._beside: list[tuple[Element | None, str, str | None]] = []
        self._style: str | None = None
        self._line = 0
        self._by_id: dict[str, Counting] = {}
        self._by_style: dict[str, Counting] = {}
        self._outline = Counting()
        self._begun: tuple[Element, _Listed | None] | None = None

    def blocks(self, holder: "Element", listed: _Listed | None = None, depth: int = 0, lists: int = 0) -> None:
        """All paragraphs, lists and tables in an element that stands in so many lists at once."""
        if depth > _MOST_NESTED:
            raise NestedTooDeeplyError
        for child in holder:
            tag = str(child.tag)
            if tag in (q("text:p"), q("text:h")):
                self._paragraph(child, listed)
                listed = listed and listed._replace(start=None, place=-1)
            elif tag == q("text:list"):
                self._list(child, listed, depth, lists)
            elif tag == q("table:table"):
                self._table(child, depth)
            elif tag in _INDEXES:
                held, self._style = self._style, self._style or "toc"
                self.blocks(child, None, depth + 1)
                self._style = held
            elif tag in _HOLDERS:
                self.blocks(child, listed, depth + 1)
            else:
                self._change(child)

    def furniture(self, holder: "Element", style: str, marker: str | None = None) -> None:
        """What stands beside the text: notes, comments, text boxes, heads and feet of pages."""
        state = self._pieces, self._beside, self._style, self._begun
        self._pieces, self._beside, self._style, self._begun = [], [], style, None
        first = len(self.lines)
        self.blocks(holder, None, 1)
        self._finish()
        if marker and len(self.lines) > first:
            self.lines[first] = self.lines[first]._replace(marker=marker)
        self._pieces, self._beside, self._style, self._begun = state

    def finish(self) -> None:
        """End the last paragraph."""
        self._finish()

    def _paragraph(self, element: "Element", listed: _Listed | None) -> None:
        if self._begun is None:
            if self._style is None:
                self._line += 1
            self._begun = element, listed
        self._inside(element, self._styles.named("paragraph", element.get(q("text:style-name"))), 0)
        if self._new or not self._inserting:  # a paragraph that was put in goes on in the next, before the change
            self._finish()

    def _inside(self, element: "Element", style: Style, depth: int) -> None:
        if depth > _MOST_NESTED:
            raise NestedTooDeeplyError
        self._add(element.text, style)
        for child in element:
            tag = str(child.tag)
            if tag == q("text:span"):
                own = self._styles.named("text", child.get(q("text:style-name")))
                merged = style._replace(
                    bold=style.bold or own.bold,
                    struck=style.struck or own.struck,
                    hidden=style.hidden or own.hidden,
                    raised=style.raised or own.raised,
                )
                self._inside(child, merged, depth + 1)
            elif tag == q("text:note"):
                self._note(child)
            elif tag == q("office:annotation"):
                self._beside.append((child, "comment", None))
            elif tag == q("draw:text-box"):
                self._beside.append((child, "textbox", None))
            elif tag in (q("text:s"), q("text:tab")):
                self._add(" ", style)
            elif tag == q("text:line-break"):
                self._add("\n", style)
            elif tag in _CHANGES:
                self._change(child)
            elif tag not in _SKIPPED:
                self._inside(child, style, depth + 1)
            self._add(child.tail, style)

    def _add(self, text: str | None, style: Style) -> None:
        if not text or style.hidden or (self._inserting and not self._new):
            return
        if style.raised:
            shown = printed_raised("".join(piece for piece, _, _ in self._pieces[-6:]), text)
            if shown is None:
                self._beside.append((None, "mark", text.strip()))
                return
            text = shown
        self._pieces.append((text, style.bold, style.struck))

    def _note(self, note: "Element") -> None:
        cited, body = note.findtext(q("text:note-citation")), note.find(q("text:note-body"))
        if body is not None and (self._new or not self._inserting):
            cited = (cited or "").strip() or None
            if cited is not None:
                self._beside.append((None, "mark", cited))
            self._beside.append((body, "footnote", cited))

    def _change(self, element: "Element") -> None:
        """Where a tracked change begins or ends, or where words were taken out."""
        name = element.get(q("text:change-id"), "")
        if element.tag == q("text:change-start") and name in self._insertions:
            self._inserting.add(name)
        elif element.tag == q("text:change-end"):
            self._inserting.discard(name)
        elif element.tag == q("text:change") and not self._new and name in self._deletions:
            for place, block in enumerate(self._deletions[name]):
                if place:
                    self._finish()
                self._begun = self._begun or (block, None)
                self._inside(block, self._styles.named("paragraph", block.get(q("text:style-name"))), 1)

    def _list(self, element: "Element", listed: _Listed | None, depth: int, place: int) -> None:
        name = element.get(q("text:style-name")) or (listed.style if listed else "")
        counting = listed.counting if listed else self._counting(element, name)
        self._by_style[name] = counting
        self._by_id[element.get("{http://www.w3.org/XML/1998/namespace}id", "")] = counting
        for item in element:
            if item.tag == q("text:list-item"):
                own = _Listed(name, place, counting, whole(item.get(q("text:start-value"))))
                self.blocks(item, own, depth + 1, place + 1)
            elif item.tag == q("text:list-header"):
                self.blocks(item, _Listed(name, -1, counting), depth + 1, place + 1)
            else:
                self._change(item)

    def _counting(self, element: "Element", name: str) -> Counting:
        other = element.get(q("text:continue-list"))
        if other in self._by_id:
            return self._by_id[other]
        goes_on = other is not None or element.get(q("text:continue-numbering")) == "true"
        return self._by_style.get(name, Counting()) if goes_on else Counting()

    def _table(self, element: "Element", depth: int) -> None:
        rows = list(_rows(element))
        for row in rows:
            cells = [one for one in row if one.tag in (q("table:table-cell"), q("table:covered-table-cell"))]
            if len(cells) == 1 and (len(cells[0]) > 1 or all(len(list(one)) <= 1 for one in rows)):
                self.blocks(cells[0], None, depth + 1)
                continue
            self._line += self._style is None
            texts = tuple(self._cell(one, depth) for one in cells[:_MOST_REPEATED])
            if any(texts):
                text = "\t".join(" ".join(one.split()) for one in texts)
                style = self._style or "table"
                self.lines.append(SourceLine(text=text, line=self._line, style=style, cells=texts))
            self._tell_beside()

    def _cell(self, cell: "Element", depth: int) -> str:
        """The text of a cell, in lines; notes in it wait until the row ends."""
        state = self.lines, self._begun, self._line, self._style
        beside: list[tuple[Element | None, str, str | None]] = []
        self.lines, self._begun, self._style = [], None, None
        self._held, held = beside, self._held
        self.blocks(cell, None, depth + 1)
        own, self._held = self.lines, held
        self.lines, self._begun, self._line, self._style = state
        self._beside += beside
        return "\n".join(f"{one.marker} {one.text}" if one.marker else one.text for one in own)

    _held: "list[tuple[Element | None, str, str | None]] | None" = None

    def _finish(self) -> None:
        """Write the paragraph that has come together, then what stands beside it."""
        begun, self._begun = self._begun, None
        if begun is None:
            return
        element, listed = begun
        style = self._styles.named("paragraph", element.get(q("text:style-name")))
        marker = self._marker(element, listed)
        kind, level = self._kind(element, style, marker, listed)
        pieces, self._pieces = self._pieces, []
        starts = True
        for text, bold in _lines_of(pieces):
            if text or (starts and marker and any(sign.isalnum() for sign in marker)):
                self.lines.append(
                    SourceLine(
                        text=text, line=self._line, starts=starts, style=kind, level=level,
                        marker=marker if starts else None, bold=bold, indent=style.indent,
                    )
                )  # fmt: skip
                starts = False
        struck = " ".join("".join(text if off else "\n" for text, _, off in pieces).split())
        if struck:
            self.lines.append(SourceLine(text=struck, line=self._line, style="struck"))
        if self._held is None:
            self._tell_beside()
        else:
            self._held += self._beside
            self._beside = []

    def _tell_beside(self) -> None:
        beside, self._beside = self._beside, []
        for holder, style, marker in beside:
            if holder is None:
                self.lines.append(SourceLine(text=marker or "", line=self._line, style=style))
            else:
                self.furniture(holder, style, marker)

    def _marker(self, element: "Element", listed: _Listed | None) -> str | None:
        if listed is not None and listed.place >= 0:
            levels = self._styles.lists.get(listed.style, ())
            return listed.counting.marker(levels, listed.place, listed.start)
        numbered = self._styles.named("paragraph", element.get(q("text:style-name"))).list_name != ""
        if (
            element.tag == q("text:h")
            and listed is None
            and numbered
            and element.get(q("text:is-list-header")) != "true"
        ):
            return self._outline.marker(self._styles.outline, _heading_level(element) - 1, None)
        return None

    def _kind(
        self, element: "Element", style: Style, marker: str | None, listed: _Listed | None
    ) -> tuple[str | None, int]:
        if self._style is not None:
            return self._style, 0
        if style.name.startswith(_TITLES):
            return "title", 0
        if style.name.startswith("Caption"):
            return "caption", 0
        if element.tag == q("text:h"):
            return "heading", _heading_level(element)
        return ("list", max(1, (listed.place if listed else 0) + 1)) if marker else (None, 0)


_CHANGES = frozenset(q(f"text:{name}") for name in ("change", "change-start", "change-end"))


def _rows(holder: "Element") -> "Iterator[Element]":
    """The rows of a table, not those of tables in its cells."""
    for child in holder:
        if child.tag == q("table:table-row"):
            yield child
        elif child.tag != q("table:table"):
            yield from _rows(child)


def _lines_of(pieces: list[tuple[str, bool, bool]]) -> list[tuple[str, int]]:
    """The lines of a paragraph, each with how many of its first characters are bold."""
    found: list[tuple[str, int]] = []
    text, start, still = "", "", True
    for part, bold, struck in (*pieces, ("\n", False, False)):
        if struck:
            continue
        first, *others = part.split("\n")
        for at, piece in enumerate((first, *others)):
            if at:
                shown = " ".join(text.split())
                found.append((shown, min(len(" ".join(start.split())), len(shown))))
                text, start, still = "", "", True
            still = still and (bold or not piece.strip())
            start += piece if still else ""
            text += piece
    return found


def _heading_level(element: "Element") -> int:
    return max(whole(element.get(q("text:outline-level"))) or 1, 1)
