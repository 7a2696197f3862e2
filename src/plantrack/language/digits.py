"""Numbers in digits, and what the points and commas in them mean.

`120.000` and `1,250` mean what the text's own numbers say that points and commas mean; where they say nothing, a comma
before three digits groups, and a point before three digits is ambiguous.
"""

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from plantrack.language.number_shares import SIGNS, part_of
from plantrack.language.tokens import Token

MOST_DIGITS = 60
"""Digits of the longest number that counts; longer ones are names."""
ORDINAL_SIGNS = ("st", "nd", "rd", "th")
_PLAIN = re.compile(r"\d+", re.ASCII)
_WITH_MARKS = re.compile(r"\d+(?:[.,' ]\d+)+", re.ASCII)
_GAPS = str.maketrans(dict.fromkeys("\u00a0\u202f\u2009", " ") | {"’": "'"})


class NumberStyle(NamedTuple):
    """What points and commas in the numbers of one text mean, as far as the text shows it."""

    decimal: str = ""
    """The mark before decimals; empty if the text does not show it."""
    group: str = ""
    """The mark between thousands."""


def number_style(tokens: Sequence[Token]) -> NumberStyle:
    """What points and commas mean in the numbers of a text: to be asked of the whole text, and given to its parts.

    >>> from plantrack.language.tokens import tokens_of
    >>> number_style(tokens_of("1,5 percent of 120.000 soldiers"))
    NumberStyle(decimal=',', group='.')
    """
    decimals: set[str] = set()
    groups: set[str] = set()
    for place, token in enumerate(tokens):
        if token.kind == "number" and ("." in token.text or "," in token.text) and not _names(tokens, place):
            _take_evidence(token.text, decimals, groups)
    both = decimals & groups
    decimals, groups = decimals - both, groups - both
    decimal = decimals.pop() if len(decimals) == 1 else ""
    group = groups.pop() if len(groups) == 1 else ""
    other = {".": ",", ",": ".", "": ""}
    return NumberStyle(decimal or other[group], group or other[decimal])


def _names(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number with a point may be that of a section or version, and says nothing of decimals."""
    before = tokens[place - 1] if place else None
    if before is not None and before.kind == "word":
        code = len(before.text) == 3 and before.text.isupper()
        return before.low in _NUMBERED or (before.capital and not code)
    if "," in tokens[place].text or (before is not None and before.text not in _BEFORE_SECTION):
        return False
    return place + 1 < len(tokens) and tokens[place + 1].capital


_BEFORE_SECTION = frozenset(".;:?!#*")
_NUMBERED = frozenset(
    """section sections article articles point points paragraph paragraphs version release edition clause clauses item
    items chapter no nos at annex""".split()
)


def _take_evidence(text: str, decimals: set[str], groups: set[str]) -> None:
    marks = [sign for sign in text if sign in ".,"]
    tails = re.split(r"[.,]", text.rstrip("".join(SIGNS)))[1:]
    last = marks[-1]
    if len(set(marks)) == 2:
        if marks.count(last) == 1 and all(len(tail) == 3 for tail in tails[:-1]):
            decimals.add(last)
            groups.update(set(marks) - {last})
    elif len(marks) > 1:
        if all(len(tail) == 3 for tail in tails):
            groups.add(last)
    elif len(tails[0]) != 3:
        decimals.add(last)
    elif last == "," and tails[0] == "000":
        groups.add(last)


def read_digits(text: str, style: NumberStyle) -> tuple[Decimal | None, bool]:
    """The value of digits with their marks, None if they have none or two, and whether it is two.

    >>> read_digits("120.000", NumberStyle()), read_digits("120.000", NumberStyle(","))
    ((None, True), (Decimal('120000'), False))
    """
    return read_plain(as_digits(text), style)


def read_plain(plain: str, style: NumberStyle) -> tuple[Decimal | None, bool]:
    """As `read_digits`, of ASCII digits in lower case."""
    if plain.isdecimal() and len(plain) <= MOST_DIGITS:
        return Decimal(plain), False
    for sign in ORDINAL_SIGNS:
        plain = plain.removesuffix(sign)
    part = SIGNS.get(plain[-1:])
    plain = plain[:-1] if part else plain
    if len(plain) > MOST_DIGITS * 4 // 3:
        return None, False
    value, ambiguous = _value(plain, style)
    if value is None or len(value.as_tuple().digits) > MOST_DIGITS:
        return None, ambiguous
    return (value + part_of(*part) if part else value), False


def as_digits(text: str) -> str:
    """Digits of any script as ASCII, in lower case, with plain marks and spaces."""
    if text.isascii():
        return text.lower()
    return "".join(
        str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text.translate(_GAPS)
    ).lower()


def _value(plain: str, style: NumberStyle) -> tuple[Decimal | None, bool]:
    if _PLAIN.fullmatch(plain):
        return Decimal(plain), False
    if not _WITH_MARKS.fullmatch(plain):
        return None, False
    marks, pieces = [sign for sign in plain if not sign.isdigit()], re.split(r"[.,' ]", plain)
    last, kinds = marks[-1], set(marks)
    if len(kinds) == 1 and (len(marks) > 1 or last in "' "):
        return (Decimal("".join(pieces)) if _is_grouped(pieces, last) else None), False
    if len(marks) > 1:
        grouped = last in ".," and len(kinds) == 2 and marks.count(last) == 1 and _is_grouped(pieces[:-1], marks[0])
        return (Decimal("".join(pieces[:-1]) + "." + pieces[-1]) if grouped else None), False
    return _with_one_mark(pieces[0], pieces[1], last, style)


def _with_one_mark(head: str, tail: str, mark: str, style: NumberStyle) -> tuple[Decimal | None, bool]:
    parted, whole = Decimal(f"{head}.{tail}"), Decimal(head + tail)
    if len(tail) != 3 or head[0] == "0" or len(head) > 3:
        return parted, False
    if style.group == mark or (style.decimal or ".") != mark:
        return whole, False
    if style.decimal == mark and tail[-1] != "0":
        return parted, False
    return None, True


def _is_grouped(pieces: Sequence[str], mark: str) -> bool:
    """Whether digits stand in threes, or as in India in twos before the last three."""
    if not 1 <= len(pieces[0]) <= 3 or len(pieces) < 2:
        return False
    threes = all(len(piece) == 3 for piece in pieces[1:])
    indian = mark == "," and len(pieces[-1]) == 3 and all(len(piece) == 2 for piece in pieces[1:-1])
    return threes or (indian and len(pieces[0]) <= 2)
