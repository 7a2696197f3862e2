"""Names of WordprocessingML (ECMA-376), and small readings of its elements."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OTHER = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "r": _RELATED,
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "dc": "http://purl.org/dc/elements/1.1/",
}
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", MAIN.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _RELATED.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", _OTHER["m"].encode()),
)
"""The names of the strict form of the standard, and those of the form that nearly all files are in."""
TWIPS = 113.4
"""Twentieths of a point in a character of about 2 mm."""


@cache
def w(name: str) -> str:
    """An element or attribute of Word, as the parser spells it."""
    return f"{{{MAIN}}}{name}"


@cache
def other(prefix: str, name: str) -> str:
    """An element or attribute of another vocabulary."""
    return f"{{{_OTHER[prefix]}}}{name}"


VAL = w("val")
_MOST = 1e9
_OFF = frozenset(("0", "false", "off", "none"))


def val(parent: "Element | None", name: str) -> str | None:
    """What a property is set to: the `w:val` of a child; None where there is no such child."""
    child = None if parent is None else parent.find(w(name))
    return None if child is None else child.get(VAL, "")


def switch(parent: "Element | None", name: str) -> bool | None:
    """Whether a property is switched on or off; None where nothing is said."""
    child = None if parent is None else parent.find(w(name))
    return None if child is None else child.get(VAL, "true") not in _OFF


def number(text: str | None) -> int | None:
    """A whole number, of which fractions are dropped; None for anything else, and for what no document counts to."""
    try:
        found = float(text or "")
    except ValueError:
        return None
    return int(found) if abs(found) < _MOST else None
