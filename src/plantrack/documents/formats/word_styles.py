"""What the styles of a Word file say of a paragraph: outline level, numbering, indent, bold."""

import re
from typing import TYPE_CHECKING, NamedTuple

from plantrack.documents.formats.word_names import TWIPS, VAL, number, switch, val, w

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MOST_PARENTS = 30
_BODY_LEVEL = 9
"""The outline level that Word gives to running text."""
_HEADING = re.compile(r"heading ?([1-9])", re.IGNORECASE)
_KINDS = (
    (re.compile(r"toc\b|toc ?\d|table of (?:contents|figures|authorities)|contents heading", re.IGNORECASE), "toc"),
    (re.compile(r"title", re.IGNORECASE), "title"),
    (re.compile(r"caption", re.IGNORECASE), "caption"),
    (re.compile(r"footnote text|endnote text", re.IGNORECASE), "footnote"),
)
"""Names of styles that Word ships, and what they are for; the name of a style is the same in every language."""


class Style(NamedTuple):
    """A style with all that it inherits."""

    name: str = ""
    id: str = ""
    outline: int | None = None
    """Counted from 0; None for running text."""
    list_id: str | None = None
    list_level: int | None = None
    indent: tuple[int | None, int | None] = (None, None)
    """Left and first line, in twips."""
    bold: bool = False
    struck: bool = False
    hidden: bool = False
    kind: str | None = None
    """`title`, `toc`, `caption`, `footnote`, where its name says so."""


class Styles:
    """The styles of a file."""

    def __init__(self, root: "Element | None") -> None:
        """Read them.

        Args:
            root: `word/styles.xml`; None for a file without.
        """
        elements = [] if root is None else root.findall(w("style"))
        self._elements = {one.get(w("styleId"), ""): one for one in elements}
        self._made: dict[str, Style] = {}
        self._plain = Style(bold=bool(root is not None and _default_bold(root)))
        self.default = next(
            (
                one.get(w("styleId"), "")
                for one in elements
                if one.get(w("type")) == "paragraph" and one.get(w("default")) in ("1", "true", "on")
            ),
            "",
        )
        language = None if root is None else root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('lang')}")
        self.language = None if language is None else language.get(VAL)

    def named(self, name: str | None) -> Style:
        """The style of an id; that of plain paragraphs where there is none."""
        return self._made_of(name if name in self._elements else self.default, 0)

    def character(self, name: str | None) -> Style | None:
        """The style of a run; None where it has none of its own."""
        return self._made_of(name, 0) if name in self._elements else None

    def linked_list(self, name: str) -> str | None:
        """The list that a list style stands for."""
        element = self._elements.get(name)
        return None if element is None else val(element.find(f"{w('pPr')}/{w('numPr')}"), "numId")

    def _made_of(self, name: str | None, depth: int) -> Style:
        if not name or name not in self._elements or depth > _MOST_PARENTS:
            return self._plain
        if name not in self._made:
            element = self._elements[name]
            parent = self._made_of(val(element, "basedOn"), depth + 1)
            self._made[name] = _inherited(element, name, parent)
        return self._made[name]


def _default_bold(root: "Element") -> bool | None:
    return switch(root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"), "b")


def _inherited(element: "Element", name: str, parent: Style) -> Style:
    """A style over its parent. Kinds go by the name alone: a style that is only based on a title is none."""
    paragraph, run = element.find(w("pPr")), element.find(w("rPr"))
    shown = val(element, "name") or name
    listed = None if paragraph is None else paragraph.find(w("numPr"))
    level = number(val(listed, "ilvl"))
    bold, struck, hidden = switch(run, "b"), switch(run, "strike"), switch(run, "vanish")
    return Style(
        name=shown,
        id=name,
        outline=_outline(paragraph, shown, parent.outline),
        list_id=val(listed, "numId") or parent.list_id,
        list_level=parent.list_level if level is None else level,
        indent=indent_of(paragraph, parent.indent),
        bold=parent.bold if bold is None else bold,
        struck=parent.struck if struck is None else struck,
        hidden=parent.hidden if hidden is None else hidden,
        kind=next((kind for pattern, kind in _KINDS if pattern.fullmatch(shown)), None) or _toc(parent),
    )


def _toc(parent: Style) -> str | None:
    return parent.kind if parent.kind == "toc" else None


def _outline(properties: "Element | None", name: str, inherited: int | None) -> int | None:
    stated = number(val(properties, "outlineLvl"))
    if stated is not None:
        return stated if 0 <= stated < _BODY_LEVEL else None
    heading = _HEADING.fullmatch(name)
    return int(heading[1]) - 1 if heading else inherited


def indent_of(properties: "Element | None", inherited: tuple[int | None, int | None]) -> tuple[int | None, int | None]:
    """Left indent and that of the first line in twips; a negative first line hangs out."""
    found = None if properties is None else properties.find(w("ind"))
    if found is None:
        return inherited
    left = number(found.get(w("left"), found.get(w("start"))))
    first, hanging = number(found.get(w("firstLine"))), number(found.get(w("hanging")))
    line = first if hanging is None else -hanging
    return (inherited[0] if left is None else left, inherited[1] if line is None else line)


def characters(indent: tuple[int | None, int | None]) -> float:
    """Where the first line begins, in characters."""
    return round(((indent[0] or 0) + (indent[1] or 0)) / TWIPS, 1)
