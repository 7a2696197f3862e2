"""The numbers behind *article*, *point* or *phase*: `4(2)(a)`, `IV`, `2bis`, `D.8`, *two*, lists and ranges of them."""

import re
from typing import NamedTuple

from plantrack.language.closed_words import is_closed
from plantrack.language.digits import as_digits
from plantrack.language.numbers import NumberedText

_ROMAN = re.compile(r"(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_LETTERS = {"I": 1, "V": 5, "X": 10}
_SHORT_MARKER = re.compile(r"[a-z]|[ivx]{1,5}|\d{1,3}[a-z]?", re.ASCII)
_LAST_NUMBER = re.compile(r"\d+$", re.ASCII)
_JOINS = frozenset({",", "and", "or", "&", "to", "-", "through"})
_RANGES = frozenset({"to", "-", "through"})
_LONGEST_ROMAN = 8
_WIDEST_RANGE = 60
_MOST = 200
"""Numbers of one list."""
_NOT_COUNTED = frozenset({"bis", "ter", "above", "below"})


class Numbers(NamedTuple):
    """Numbers that name."""

    last: int
    """The place after the last."""
    numbers: tuple[str, ...]
    """In one form: `4.2.a`."""


def numbers_at(text: NumberedText, place: int, *, plural: bool) -> Numbers | None:
    """The numbers that begin at a place behind a noun; None if none does.

    Args:
        text: The text.
        place: Behind the noun.
        plural: Whether the noun announces several.
    """
    first = _label(text, place, spelled=not plural)
    if first is None:
        return None
    last, label = first
    found = label.split(",") if "," in label else [label]
    while len(found) < _MOST:
        join = text.lows[last]
        at = last + 1 + (join == "," and text.lows[last + 1] in ("and", "or"))
        following = _label(text, at, spelled=plural) if join in _JOINS else None
        if following is None or (not plural and _counts(text, following[0])):
            break
        last = following[0]
        found += _listed(found[-1], following[1], ranged=join in _RANGES)
    return Numbers(last, tuple(found))


def _counts(text: NumberedText, place: int) -> bool:
    """Whether a word of an open class follows, which the number before may count."""
    if place >= len(text.tokens):
        return False
    low = text.lows[place]
    return low == "%" or (text.tokens[place].kind == "word" and not is_closed(low) and low not in _NOT_COUNTED)


def _listed(before: str, label: str, *, ranged: bool) -> list[str]:
    """A number of a list in full: the `e` behind `1.d` is `1.e`; what lies between the ends of a range is added."""
    parent = before.rpartition(".")[0]
    if label.isalpha() and parent:
        label = f"{parent}.{label}"
    if not ranged:
        return [label]
    low, high = _LAST_NUMBER.search(before), _LAST_NUMBER.search(label)
    if low is None or high is None or before[: low.start()] != label[: high.start()] or len(high[0]) > 6:
        return [f"-{label}"]
    between = range(int(low[0]) + 1, int(high[0]))
    if len(between) > _WIDEST_RANGE or len(low[0]) > 6:
        return [f"-{label}"]
    return [*(f"{before[: low.start()]}{number}" for number in between), label]


def _label(text: NumberedText, place: int, *, spelled: bool) -> tuple[int, str] | None:
    """One number with all its levels, and the place after it."""
    base = _bracketed(text, place) or _plain(text, place) or (_in_words(text, place) if spelled else None)
    if base is None:
        return None
    last, label = base
    while True:
        deeper = _deeper(text, last)
        if deeper is None:
            return last, label
        last, label = deeper[0], label + deeper[1]


def _deeper(text: NumberedText, at: int) -> tuple[int, str] | None:
    """A level more: `(2)`, `.a`, `-1`, a glued letter, or ` d)`."""
    if at >= len(text.tokens):
        return None
    inner = _bracketed(text, at)
    if inner is not None:
        return inner[0], f".{inner[1]}"
    tokens, low = text.tokens, text.lows[at]
    glued = tokens[at - 1].end == tokens[at].start
    if glued and low in (".", "-", "/") and at + 1 < len(tokens) and tokens[at].end == tokens[at + 1].start:
        behind = tokens[at + 1]
        short = len(behind.low) == 1 and behind.kind == "word"
        if (behind.kind == "number" and low != "-") or (short and (low == "." or behind.text.isupper())):
            return at + 2, low + as_digits(behind.text)
    if tokens[at].kind == "word" and len(low) == 1 and low.isascii():
        if glued:
            return at + 1, low
        return (at + 2, f".{low}") if text.lows[at + 1] == ")" else None
    return (at + 1, low) if low in ("bis", "ter", "quater") else None


def _bracketed(text: NumberedText, at: int) -> tuple[int, str] | None:
    """`(2)`, `(a)`, `(iv)`."""
    if text.lows[at] != "(" or text.lows[at + 2] != ")" or not _SHORT_MARKER.fullmatch(text.lows[at + 1]):
        return None
    roman = _roman(text.tokens[at + 1].text)
    return at + 3, roman or as_digits(text.tokens[at + 1].text)


def _plain(text: NumberedText, at: int) -> tuple[int, str] | None:
    """`4`, `6.2`, `2bis`, `IV`, `B`, `a)`."""
    if at >= len(text.tokens):
        return None
    token = text.tokens[at]
    if token.kind == "number":
        return (at + 1, as_digits(token.text)) if not token.low.endswith(("st", "nd", "rd", "th")) else None
    if token.kind == "label":
        return at + 1, plain_label(token.text)
    if token.kind != "word" or len(token.text) > _LONGEST_ROMAN:
        return None
    roman = _roman(token.text)
    if roman:
        return at + 1, roman
    if len(token.text) == 1 and token.text.isascii():
        if text.lows[at + 1] == ")":
            return at + 2, token.low
        return (at + 1, token.low) if token.text.isupper() else None
    return None


def _in_words(text: NumberedText, at: int) -> tuple[int, str] | None:
    span = text.numbers.get(at)
    if span is None or span.kind != "words" or span.value is None or span.value > 100 or span.scale > 1:
        return None
    if text.lows[span.last] == "of" and text.lows[span.last + 1] in ("which", "whom", "them", "these", "those"):
        return None
    return span.last, str(int(span.value))


def _roman(text: str) -> str:
    """A Roman number in capitals as digits; empty for anything else, single C, D, L and M among them."""
    found = _ROMAN.fullmatch(text)
    if found is None:
        return ""
    values = [_ROMAN_LETTERS[letter] for letter in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return str(sum(-value if value < after else value for value, after in pairs))


def plain_label(text: str) -> str:
    """A label in one form: `F-16s`, `F16` and `F‑16` are one.

    >>> plain_label("F-16s"), plain_label("TX-07"), plain_label("G8")
    ('f16', 'tx07', 'g8')
    """
    plain = as_digits(text).replace("\u2010", "-").replace("\u2011", "-")
    letters, _, number = plain.partition("-")
    plain = letters + number if letters.isalpha() else plain
    return plain[:-1] if plain.endswith("s") and plain[-2:-1].isdecimal() else plain
