"""The numbers that Word makes itself: lists with levels, restarts, forms, and texts like `%1.%2`."""

import re
from typing import TYPE_CHECKING, NamedTuple

from plantrack.documents.formats.numerals import numeral
from plantrack.documents.formats.word_names import VAL, number, other, switch, val, w
from plantrack.documents.formats.word_styles import Styles, indent_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_FORMS = {
    "decimal": "decimal", "decimalZero": "zero", "upperRoman": "upper-roman", "lowerRoman": "roman",
    "upperLetter": "upper-doubled", "lowerLetter": "doubled", "ordinal": "ordinal", "cardinalText": "words",
    "ordinalText": "ordinal-words", "russianLower": "cyrillic", "russianUpper": "upper-cyrillic", "chicago": "sign",
}  # fmt: skip
"""Word's names of forms; what is missing is printed in digits."""
_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_WIDEST = 9
"""Digits of numbers with zeros before them."""
_MOST_LINKS = 5
_BULLET = "•"


class Level(NamedTuple):
    """One level of a list."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    """As printed, with `%1` for the number of the first level."""
    restart: int | None = None
    """Begins again after levels up to this one, counted from 1; 0 for never; None for after any above it."""
    legal: bool = False
    """All its numbers are printed in digits."""
    style: str | None = None
    """The paragraph style that it belongs to."""
    indent: tuple[int | None, int | None] = (None, None)


class Lists:
    """The lists of a file."""

    def __init__(self, root: "Element | None", styles: Styles) -> None:
        """Read them.

        Args:
            root: `word/numbering.xml`; None for a file without.
            styles: The styles, for lists that a list style stands for.
        """
        self._styles = styles
        self._abstract = {} if root is None else {_id(one): one for one in root.findall(w("abstractNum"))}
        self._lists = {} if root is None else {one.get(w("numId"), ""): one for one in root.findall(w("num"))}
        self._levels: dict[str, tuple[Level, ...]] = {}

    def __contains__(self, list_id: str) -> bool:
        return list_id in self._lists

    def family(self, list_id: str) -> str:
        """Lists of one family count on from each other."""
        return self._family(list_id, 0)

    def _family(self, list_id: str, depth: int) -> str:
        found = val(self._lists.get(list_id), "abstractNumId") or ""
        link = val(self._abstract.get(found), "numStyleLink")
        linked = self._styles.linked_list(link) if link else None
        if linked and linked in self._lists and depth < _MOST_LINKS:
            return self._family(linked, depth + 1)
        return found

    def levels(self, list_id: str) -> tuple[Level, ...]:
        """The levels of a list, with what it sets otherwise than its family."""
        if list_id not in self._levels:
            own = {one.get(w("ilvl")): one.find(w("lvl")) for one in self._lists[list_id].findall(w("lvlOverride"))}
            abstract = self._abstract.get(self.family(list_id))
            shared = {} if abstract is None else {one.get(w("ilvl")): one for one in abstract.findall(w("lvl"))}
            merged = [(own.get(str(place)), shared.get(str(place))) for place in range(_LEVELS)]
            self._levels[list_id] = tuple(_level(mine if mine is not None else common) for mine, common in merged)
        return self._levels[list_id]

    def restarts(self, list_id: str) -> dict[int, int]:
        """Where a list sets its numbers anew when it begins: level to number."""
        found = ((one, number(val(one, "startOverride"))) for one in self._lists[list_id].findall(w("lvlOverride")))
        return {number(one.get(w("ilvl"))) or 0: start for one, start in found if start is not None}

    def level_of(self, list_id: str, style: str) -> int | None:
        """The level that belongs to a paragraph style."""
        levels = self.levels(list_id) if list_id in self._lists else ()
        return next((place for place, level in enumerate(levels) if level.style == style), None)


class Counting:
    """The numbers of one reading of a file, from its first paragraph on."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def marker(self, list_id: str, place: int) -> str | None:
        """What stands before the next paragraph of a list, and count it.

        Args:
            list_id: The list.
            place: The level, from 0.
        """
        levels = self._lists.levels(list_id)
        place = min(max(place, 0), _LEVELS - 1)
        counts = self._counts.setdefault(self._lists.family(list_id), [None] * _LEVELS)
        self._count(list_id, place, levels, counts)
        level = levels[place]
        if level.form == "bullet":
            return _bullet(level.text)
        return (
            _PLACE.sub(lambda found: self._shown(int(found[1]) - 1, level, levels, counts), level.text).strip() or None
        )

    def _count(self, list_id: str, place: int, levels: tuple[Level, ...], counts: list[int | None]) -> None:
        for above in range(place):
            if counts[above] is None:  # printed as if it had begun
                counts[above] = levels[above].start
        anew = self._lists.restarts(list_id).get(place)
        held = counts[place]
        if anew is not None and (list_id, place) not in self._begun:
            counts[place] = anew
        else:
            counts[place] = levels[place].start if held is None else held + 1
        self._begun.add((list_id, place))
        for below in range(place + 1, _LEVELS):
            restart = levels[below].restart
            if restart is None or place < restart:
                counts[below] = None

    @staticmethod
    def _shown(place: int, level: Level, levels: tuple[Level, ...], counts: list[int | None]) -> str:
        count = counts[place]
        value = levels[place].start if count is None else count
        form = levels[place].form
        if form in ("none", "bullet"):
            return ""
        return numeral(value, "decimal" if level.legal else form)


def _id(element: "Element") -> str:
    return element.get(w("abstractNumId"), "")


def _level(element: "Element | None") -> Level:
    if element is None:
        return Level(form="none")
    restart = number(val(element, "lvlRestart"))
    start = number(val(element, "start"))
    return Level(
        start=0 if start is None else start,
        form=_form(element),
        text=val(element, "lvlText") or "",
        restart=restart,
        legal=bool(switch(element, "isLgl")),
        style=val(element, "pStyle"),
        indent=indent_of(element.find(w("pPr")), (None, None)),
    )


def _form(element: "Element") -> str:
    """The form of numbers. One that only newer programs know stands beside one for all."""
    found = element.find(w("numFmt"))
    if found is None:
        alternative = element.find(f"{other('mc', 'AlternateContent')}/{other('mc', 'Choice')}/{w('numFmt')}")
        shape = "" if alternative is None else alternative.get(w("format"), "")
        first = shape.partition(",")[0].strip()
        return f"zero-{min(len(first), _WIDEST)}" if first.startswith("0") else "decimal"
    name = found.get(VAL, "decimal")
    return name if name in ("bullet", "none") else _FORMS.get(name, "decimal")


def _bullet(text: str) -> str | None:
    """A bullet as Unicode has it; fonts of symbols put theirs where Unicode has none, or on letters."""
    sign = text.strip()
    if not sign or sign.isspace():
        return None
    return sign if not any(one.isalnum() or "\ue000" <= one <= "\uf8ff" for one in sign) else _BULLET
