"""The elements of a page as lines: paragraphs, headings, lists with their numbers, tables row by row."""

import re
from typing import TYPE_CHECKING, NamedTuple

from plantrack.documents.blocks import SourceLine, lines_of_runs
from plantrack.documents.formats.numerals import numeral, whole
from plantrack.documents.formats.raised import printed_raised
from plantrack.documents.formats.web_article import BLOCKS, UNSEEN, Article, is_hidden

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOTED = frozenset(("li", "p", "div", "dd", "aside"))
_BUTTONS = frozenset(("button", "label", "select"))
_MOST_NESTED = 300
_INDENT = 5.0
"""Characters by which a browser sets in a list or a quotation."""
_TYPES = {"1": "decimal", "a": "letter", "A": "upper-letter", "i": "roman", "I": "upper-roman"}
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_STYLE_FORMS = {
    "decimal": "decimal", "decimal-leading-zero": "zero", "lower-alpha": "letter", "lower-latin": "letter",
    "upper-alpha": "upper-letter", "upper-latin": "upper-letter", "lower-roman": "roman", "upper-roman": "upper-roman",
    "lower-greek": "greek",
}  # fmt: skip
_MARK = re.compile(r"\[?(?:\d{1,3}|[a-z]|[*†‡§]{1,3})\]?", re.IGNORECASE)
_BACK = re.compile(r"[↩↑⤴^\ufe0e\ufe0f\s]+")
_UNSEEN_SIGNS = re.compile("[\u00ad\u200b\u2060\ufeff]")
_WORDS_OF_LAYOUT = 60
"""Words in a cell, in the middle of all, from which on a table only places text on the page."""
_NOTE_ID = re.compile(r"_?(?:sd)?(?:fn|ftn|edn|footnote|endnote|cite_note|note)[-_:.]?\w{1,12}", re.IGNORECASE)
_TO_NOTE = re.compile(r"#_?(?:sd)?(?:fn|ftn|edn|footnote|endnote|cite_note|note)", re.IGNORECASE)


class _Look(NamedTuple):
    """What holds for an element and all in it."""

    style: str | None = None
    level: int = 0
    indent: float = 0.0
    bold: bool = False
    struck: bool = False
    pre: bool = False


class NestedTooDeeplyError(Exception):
    """Elements lie in each other to no end."""


class PageWriter:
    """Writes lines while it goes through a page."""

    def __init__(self, article: Article) -> None:
        self.lines: list[SourceLine] = []
        self._article = article
        self._pieces: list[tuple[str, bool]] = []
        self._struck: list[str] = []
        self._marks: list[str] = []
        self._in_cell = False
        self._look = _Look()
        self._marker: str | None = None
        self._line = 0
        self._fresh = True

    def element(self, element: "_Element", look: _Look = _Look(), depth: int = 0) -> None:  # noqa: B008 - a value
        """An element with all in it, but not what follows it.

        Raises:
            NestedTooDeeplyError: if elements lie in each other to no end.
        """
        if depth > _MOST_NESTED:
            raise NestedTooDeeplyError
        tag = element.tag
        if not isinstance(tag, str) or tag in UNSEEN or is_hidden(element):
            return
        look = self._styled(element, look)
        if tag == "br":
            self._pieces.append(("\n", look.bold))
        elif tag == "table" and not self._is_layout(element):
            self._table(element, look, depth)
        elif tag in ("ol", "ul", "menu", "dir"):
            self._list(element, look, depth)
        elif tag in ("sup", "a") and self._is_raised(element, look):
            pass
        elif tag in BLOCKS:
            self._block(element, look, depth)
        else:
            self._inside(element, self._inline(tag, look), depth)

    def _styled(self, element: "_Element", look: _Look) -> _Look:
        """What an element is: furniture stays so in all that it holds."""
        if look.style in ("comment", "title", "footnote") or (
            look.style == "menu" and element is not self._article.headline
        ):
            return look
        if element is self._article.headline:
            return look._replace(style="title")
        style = self._article.style(element) if element.tag in BLOCKS or element.tag in _BUTTONS else None
        if style is None and element.tag in _NOTED and _NOTE_ID.fullmatch(element.get("id", "")):
            style = "footnote"
        return look._replace(style=style) if style else look

    def _inside(self, element: "_Element", look: _Look, depth: int) -> None:
        self._add(element.text, look)
        for child in element:
            self.element(child, look, depth + 1)
            self._add(child.tail, look)

    @staticmethod
    def _inline(tag: str, look: _Look) -> _Look:
        if tag in ("b", "strong"):
            return look._replace(bold=True)
        if tag in ("s", "strike", "del"):
            return look._replace(struck=True)
        return look

    def _block(self, element: "_Element", look: _Look, depth: int) -> None:
        tag = str(element.tag)
        self._end()
        if look.style is None and len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal():
            look = look._replace(style="heading", level=int(tag[1]), bold=True)
        elif tag in ("figcaption", "caption") and look.style is None:
            look = look._replace(style="caption")
        elif tag in ("blockquote", "dd"):
            look = look._replace(indent=look.indent + _INDENT)
        elif tag == "pre":
            look = look._replace(pre=True)
        elif tag == "th":
            look = look._replace(bold=True)
        held = self._look
        self._look, self._line = look, self._line_of(element)
        self._inside(element, look, depth)
        self._end()
        self._look = held

    def _line_of(self, element: "_Element") -> int:
        return int(element.sourceline or self._line or 1)

    def _list(self, element: "_Element", look: _Look, depth: int) -> None:
        self._end()
        held = self._look
        if look.style in (None, "list"):
            look = look._replace(style="list", level=look.level + 1 if look.style == "list" else 1)
        look = look._replace(indent=look.indent + _INDENT)
        form, count, step = _counting(element)
        if look.style == "list" and _is_links(element):
            look = look._replace(style="menu")
        for child in element:
            if child.tag != "li":
                self.element(child, look, depth + 1)
                continue
            self._end()
            count = whole(child.get("value")) or count
            self._look, self._line = self._styled(child, look), self._line_of(child)
            own = _LIST_STYLE.search(child.get("style", ""))
            shape = form if own is None else _form_of(own[1], form)
            self._marker = f"{numeral(count, shape)}." if shape and shape != "•" else shape or None
            if not is_hidden(child):
                self._inside(child, self._look, depth + 1)
                count += step
            self._end()
            self._marker = None
        self._look = held

    def _table(self, element: "_Element", look: _Look, depth: int) -> None:
        self._end()
        for caption in element.findall("caption"):
            self.element(caption, look, depth + 1)
        for row in element.iter("tr"):
            if is_hidden(row):
                continue
            inner = [cell for cell in row if cell.tag in ("td", "th")]
            cells = tuple(self._cell(cell, look, depth) for cell in inner)
            style = self._styled(row, look).style or "table"
            if any(cells):
                text = "\t".join(" ".join(cell.split()) for cell in cells)
                self.lines.append(SourceLine(text=text, line=self._line_of(row), style=style, cells=cells))
            self._tell_aside(self._line_of(row))

    def _cell(self, cell: "_Element", look: _Look, depth: int) -> str:
        """The text of a cell: its lines, written apart."""
        held = self.lines, self._marker, self._in_cell
        self.lines, self._marker, self._in_cell = [], None, True
        self._block(cell, look._replace(style=None), depth + 1)
        own = self.lines
        self.lines, self._marker, self._in_cell = held
        return "\n".join(f"{line.marker} {line.text}" if line.marker else line.text for line in own)

    def _is_layout(self, table: "_Element") -> bool:
        """Whether a table only places text on the page."""
        if table.get("role") in ("presentation", "none") or table.find(".//table") is not None:
            return True
        rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
        if max((len(row) for row in rows), default=0) <= 1:
            return True
        words = sorted(len("".join(str(one) for one in cell.itertext()).split()) for row in rows for cell in row)
        return bool(words) and words[len(words) // 2] > _WORDS_OF_LAYOUT

    def _is_raised(self, element: "_Element", look: _Look) -> bool:
        """Whether an element is the mark of a note, or raised; both are then kept as what they are."""
        text = "".join(str(one) for one in element.itertext()).strip()
        if not _MARK.fullmatch(text):
            return False
        parent = element.getparent()
        around = [one for one in (parent, *element.iter()) if one is not None]
        targets = " ".join(one.get("href") or "" for one in around if one.tag == "a")
        linked = element.tag == "sup" and ("#" in targets or re.search(r"note|ref|fn", element.get("class") or ""))
        if linked or _TO_NOTE.search(targets):
            self._marks.append(text)
            return True
        if element.tag == "a":
            return False
        shown = printed_raised("".join(piece for piece, _ in self._pieces[-6:]), text)
        if shown is None:
            self._marks.append(text)
        else:
            self._add(shown, look)
        return True

    def _add(self, text: str | None, look: _Look) -> None:
        if not text:
            return
        shown = _UNSEEN_SIGNS.sub("", text)
        shown = shown if look.pre else re.sub(r"\s+", " ", shown)
        if look.struck:
            self._struck.append(shown)
        else:
            self._pieces.append((shown, look.bold))

    def _end(self) -> None:
        """Write the paragraph that has come together."""
        pieces, self._pieces = self._pieces, []
        look = self._look
        starts = True
        for text, bold in lines_of_runs(pieces):
            if look.style == "footnote":
                text = _BACK.sub("", text) if _BACK.fullmatch(text) else text.rstrip("↩↑⤴\ufe0e ")  # noqa: PLW2901
            if not text:
                starts = True
                continue
            self.lines.append(
                SourceLine(
                    text=text, line=self._line, starts=starts, style=look.style, level=look.level,
                    marker=self._printed(look), bold=bold, indent=look.indent,
                )
            )  # fmt: skip
            self._marker, starts = None, False
        if not self._in_cell:
            self._tell_aside(self._line)

    def _printed(self, look: _Look) -> str | None:
        """The number of an item; that of a note without its stop, as other formats have it."""
        return self._marker.rstrip(".") if self._marker and look.style == "footnote" else self._marker

    def _tell_aside(self, line: int) -> None:
        """Struck words and the marks of notes, which stand not in the text."""
        struck, self._struck = " ".join("".join(self._struck).split()), []
        if struck:
            self.lines.append(SourceLine(text=struck, line=line, style="struck"))
        self.lines += [SourceLine(text=mark.strip("[]"), line=line, style="mark") for mark in self._marks]
        self._marks = []


def _counting(element: "_Element") -> tuple[str, int, int]:
    """How a list counts: form, first number, step."""
    styled = _LIST_STYLE.search(element.get("style", ""))
    if element.tag != "ol":
        return _form_of(styled[1], "•") if styled else "•", 0, 0
    form = _TYPES.get(element.get("type", "1"), "decimal")
    form = _form_of(styled[1], form) if styled else form
    items = sum(1 for child in element if child.tag == "li")
    backwards = element.get("reversed") is not None
    first = whole(element.get("start"))
    return form, first if first is not None else items if backwards else 1, -1 if backwards else 1


def _form_of(style: str, otherwise: str) -> str:
    style = style.lower()
    if style == "none":
        return ""
    if style in ("disc", "circle", "square"):
        return "•"
    return _STYLE_FORMS.get(style, otherwise)


def _is_links(element: "_Element") -> bool:
    """Whether a list is of nothing but links to elsewhere, as menus are."""
    texts = "".join(str(one) for one in element.itertext()).split()
    linked = sum(len("".join(str(one) for one in link.itertext()).split()) for link in element.iter("a"))
    items = sum(1 for child in element if child.tag == "li")
    return items >= 2 and bool(texts) and linked >= 0.9 * len(texts)
