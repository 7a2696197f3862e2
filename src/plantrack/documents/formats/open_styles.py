"""Styles and lists of an OpenDocument text: what is a heading, what is bold, and how lists print their numbers."""

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from plantrack.documents.formats.numerals import numeral, whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = {
    "office": f"{_BASE}office:1.0", "text": f"{_BASE}text:1.0", "table": f"{_BASE}table:1.0",
    "style": f"{_BASE}style:1.0", "draw": f"{_BASE}drawing:1.0", "fo": f"{_BASE}xsl-fo-compatible:1.0",
    "meta": f"{_BASE}meta:1.0", "dc": "http://purl.org/dc/elements/1.1/",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}  # fmt: skip
_FORMS = {"1": "decimal", "a": "letter", "A": "upper-letter", "i": "roman", "I": "upper-roman"}
_LENGTH = re.compile(r"(-?[\d.]+)(cm|mm|in|pt|pc)")
_MILLIMETRES = {"cm": 10.0, "mm": 1.0, "in": 25.4, "pt": 0.3528, "pc": 4.233}
_PLACE = re.compile(r"%(\d{1,2})%")
_MOST_PARENTS = 30
LEVELS = 10


@cache
def q(name: str) -> str:
    """An element or attribute such as `text:p`, as the parser spells it."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMES[prefix]}}}{local}"


class Style(NamedTuple):
    """A style with all that it inherits."""

    name: str = ""
    indent: float = 0.0
    """Of the first line, in characters of about 2 mm."""
    bold: bool = False
    struck: bool = False
    hidden: bool = False
    raised: bool = False
    list_name: str | None = None
    """The list of its paragraphs; empty for none, not even that of headings."""


class Level(NamedTuple):
    """One level of a list."""

    form: str = ""
    """Empty for no number."""
    text: str = ""
    """As printed, with `%1%` for the number of the first level."""
    start: int = 1
    bullet: str | None = None


class Styles:
    """The styles and lists of a text."""

    def __init__(self, roots: "Iterable[Element]") -> None:
        """Read them.

        Args:
            roots: `styles.xml` and `content.xml`.
        """
        self._elements: dict[tuple[str, str], Element] = {}
        self._made: dict[tuple[str, str], Style] = {}
        self.lists: dict[str, tuple[Level, ...]] = {}
        self.outline: tuple[Level, ...] = ()
        for root in roots:
            for one in root.iter(q("style:style")):
                self._elements[one.get(q("style:family"), ""), one.get(q("style:name"), "")] = one
            for one in root.iter(q("text:list-style")):
                self.lists[one.get(q("style:name"), "")] = _levels(one)
            for one in root.iter(q("text:outline-style")):
                self.outline = _levels(one)

    def named(self, family: str, name: str | None) -> Style:
        """The style of a name in `paragraph` or `text`."""
        return self._style(family, name, 0)

    def _style(self, family: str, name: str | None, depth: int) -> Style:
        element = self._elements.get((family, name or ""))
        if element is None or depth > _MOST_PARENTS:
            return Style(name=name or "")
        key = family, name or ""
        if key not in self._made:
            parent = self._style(family, element.get(q("style:parent-style-name")), depth + 1)
            self._made[key] = _inherited(element, parent)
        return self._made[key]


def _inherited(element: "Element", parent: Style) -> Style:
    text, paragraph = element.find(q("style:text-properties")), element.find(q("style:paragraph-properties"))
    weight = line = display = raised = None
    if text is not None:
        raised = text.get(q("style:text-position"))
        weight, display = text.get(q("fo:font-weight")), text.get(q("text:display"))
        line = text.get(q("style:text-line-through-style"), text.get(q("style:text-line-through-type")))
    margin = None if paragraph is None else paragraph.get(q("fo:margin-left"))
    first = None if paragraph is None else paragraph.get(q("fo:text-indent"))
    indent = parent.indent if margin is None and first is None else _characters(margin) + _characters(first)
    own = element.get(q("style:display-name")) or element.get(q("style:name")) or ""
    shown = parent.name if element.get(q("style:parent-style-name")) and re.fullmatch(r"[PT]\d+", own) else own
    return Style(
        name=shown,
        indent=indent,
        bold=parent.bold if weight is None else weight == "bold" or (whole(weight) or 0) >= 600,
        struck=parent.struck if line is None else line != "none",
        hidden=parent.hidden if display is None else display == "none",
        raised=parent.raised if raised is None else raised.startswith("super") or raised[:1] in "123456789",
        list_name=element.get(q("style:list-style-name"), parent.list_name),
    )


def _characters(length: str | None) -> float:
    found = _LENGTH.fullmatch(length or "")
    return round(float(found[1]) * _MILLIMETRES[found[2]] / 2, 1) if found else 0.0


def _levels(style: "Element") -> tuple[Level, ...]:
    found: dict[int, Level] = {}
    for one in style:
        place = whole(one.get(q("text:level"))) or 0
        if 1 <= place <= LEVELS:
            found[place] = _level(one, place)
    return tuple(found.get(place, Level()) for place in range(1, LEVELS + 1))


def _level(element: "Element", place: int) -> Level:
    bullet = element.get(q("text:bullet-char"))
    if bullet is not None:
        usual = not bullet or bullet[0].isalnum() or "\ue000" <= bullet[0] <= "\uf8ff"
        return Level(bullet="•" if usual else bullet)
    form = _FORMS.get(element.get(q("style:num-format"), ""), "")
    if element.get(q("style:num-letter-sync")) == "true" and form.endswith("letter"):
        form = form.replace("letter", "doubled")
    text = element.get(q("loext:num-list-format"))
    if text is None:
        shown = max(1, min(whole(element.get(q("text:display-levels"))) or 1, place))
        numbers = ".".join(f"%{one}%" for one in range(place - shown + 1, place + 1))
        text = (
            element.get(q("style:num-prefix"), "") + (numbers if form else "") + element.get(q("style:num-suffix"), "")
        )
    start = whole(element.get(q("text:start-value")))
    return Level(form, text, 1 if start is None else start)


class Counting:
    """The numbers of one list, or of several that go on from each other."""

    def __init__(self) -> None:
        self._counts: list[int | None] = [None] * LEVELS

    def marker(self, levels: tuple[Level, ...], place: int, start: int | None) -> str | None:
        """What stands before the next item.

        Args:
            levels: How the list counts.
            place: Its level, from 0.
            start: The number that the item itself asks for.
        """
        place = min(place, LEVELS - 1)
        counts = self._counts
        for above in range(place):
            if counts[above] is None:
                counts[above] = levels[above].start if above < len(levels) else 1
        level = levels[place] if place < len(levels) else Level()
        held = counts[place]
        counts[place] = start if start is not None else level.start if held is None else held + 1
        counts[place + 1 :] = [None] * (LEVELS - place - 1)
        if level.bullet is not None:
            return level.bullet
        if not level.form and not level.text:
            return None
        return _PLACE.sub(lambda found: self._shown(int(found[1]) - 1, levels), level.text).strip() or None

    def _shown(self, place: int, levels: tuple[Level, ...]) -> str:
        count = self._counts[place] if place < LEVELS else None
        form = levels[place].form if place < len(levels) else ""
        return numeral(count, form) if count is not None and form else ""
