"""Numbers that are names by their own form: `F-16`, *12-point plan*, `S/2015/123`, `48°30'N`, `No. 5`, `(2)`."""

import re

from plantrack.facts.fact import Fact
from plantrack.facts.reference_numbers import plain_label
from plantrack.facts.values import Reference
from plantrack.language.dates import date_at
from plantrack.language.digits import as_digits
from plantrack.language.numbers import NumberedText
from plantrack.language.periods import UNITS
from plantrack.language.units import money_label, unit_at
from plantrack.language.years import year_at

_IN_CHAIN = frozenset("/-.+_:")
_LONGEST_CHAIN = 24
_COMPASS = frozenset("nsew")
_PREFIXED_YEAR = re.compile(r"(pre|post)-?(\d{4})", re.ASCII)


def label_fact(first: int, last: int, label: str) -> Fact:
    """A number or label that names and belongs to no table."""
    return Fact("reference", first, last, Reference("label", "", (label,)))


def point_plan_at(text: NumberedText, place: int) -> Fact | None:
    """`12-point plan`, `nine-point`, `28 point paper`: the number is the name of a paper."""
    span = text.numbers.get(place)
    if span is None or span.value is None or span.kind not in ("digits", "words"):
        return None
    at = span.last + (text.lows[span.last] == "-")
    if text.lows[at] not in ("point", "points") or (at == span.last and text.lows[at] == "points"):
        return None
    behind = at + 1 < len(text.tokens) and text.tokens[at + 1].kind == "word"
    if at == span.last and not behind:
        return None
    return label_fact(place, at + 1, f"{span.value.normalize():f}-point")


def coordinates_at(text: NumberedText, place: int) -> Fact | None:
    """`48°30'N`, `37.5° E`: a position, up to the letter of its direction."""
    if text.lows[place + 1] != "°":
        return None
    for at in range(place + 2, min(place + 9, len(text.tokens))):
        low = text.lows[at]
        if low in _COMPASS and text.tokens[at].text.isupper():
            return label_fact(place, at + 1, as_digits("".join(text.lows[place : at + 1])))
        if text.tokens[at].kind != "number" and low not in ("'", '"'):
            break
    return None


def marker_at(text: NumberedText, place: int) -> Fact | None:
    """`(2)`, `2)` and `2.` before an item inside a text."""
    token = text.tokens[place]
    if token.kind != "number" or not token.text.isdecimal() or len(token.text) > 3:
        return None
    before, behind = text.lows[place - 1] if place else "", text.lows[place + 1]
    if before == "(" and behind == ")":
        return _marker(text, place)
    begins = place == 0 or before in (";", ":", ".", ",", "and", "or")
    if begins and behind == ")":
        return _marker(text, place)
    opens = place + 2 < len(text.tokens) and (text.tokens[place + 2].capital or text.tokens[place + 2].kind == "mark")
    return _marker(text, place) if begins and behind == "." and opens and before not in ("and", "or", ",") else None


def _marker(text: NumberedText, place: int) -> Fact:
    return Fact("reference", place, place + 1, Reference("marker", "", (as_digits(text.tokens[place].text),)))


def number_sign_at(text: NumberedText, place: int) -> Fact | None:
    """`No. 5`, `Nos. 3`, `№ 7`: the sign is no negation."""
    low, at = text.lows[place], place + 1
    dotted = text.lows[at] == "." and text.tokens[at].start == text.tokens[place].end
    at += dotted
    if at >= len(text.tokens) or text.tokens[at].kind not in ("number", "label"):
        return None
    inside = text.tokens[place].capital and place > 0 and text.lows[place - 1] not in (".", ";", ":")
    if low == "no" and not dotted and not inside:
        return None
    chain = chain_at(text, at)
    if chain is not None:
        return chain._replace(first=place)
    return label_fact(place, at + 1, plain_label(text.tokens[at].text))


def chain_at(text: NumberedText, place: int) -> Fact | None:
    """`S/2015/123`, `147/89`, `19-A/96`, `2+4`, `5.2.1/7`: tokens without spaces that are one symbol of a document."""
    tokens = text.tokens
    first = last = place
    if not (place and _links(text, place - 1, place)) and not (
        place + 1 < len(tokens) and _links(text, place, place + 1)
    ):
        return None
    while first and place - first < _LONGEST_CHAIN and _links(text, first - 1, first):
        first -= 1
    while last + 1 < len(tokens) and last - place < _LONGEST_CHAIN and _links(text, last, last + 1):
        last += 1
    while first < place and tokens[first].kind == "mark":
        first += 1
    while last > place and tokens[last].kind == "mark":
        last -= 1
    links = {text.lows[at] for at in range(first, last + 1) if tokens[at].kind == "mark"}
    if not links & {"/", "+", "_"} or _reads(text, first, last):
        return None
    return label_fact(first, last + 1, as_digits("".join(text.lows[first : last + 1])))


def _links(text: NumberedText, left: int, right: int) -> bool:
    """Whether two tokens touch, and one of them is a link of a chain."""
    tokens = text.tokens
    if tokens[left].end != tokens[right].start:
        return False
    one, other = tokens[left], tokens[right]
    if one.kind == "mark" and other.kind == "mark":
        return False
    return (one.kind == "mark" and one.low in _IN_CHAIN) or (other.kind == "mark" and other.low in _IN_CHAIN)


def _reads(text: NumberedText, first: int, last: int) -> bool:
    """Whether a chain with a stroke is a share, shares, a date, years, a unit or an idiom, and no symbol."""
    lows = text.lows
    span = text.numbers.get(first)
    if last - first == 2 and lows[first + 1] == "/":
        low, high = lows[first], lows[last]
        if (low, high) == ("24", "7") or (low.isdecimal() and high.isdecimal() and _is_whole(low, high)):
            return True
        if text.tokens[first].kind == "number" and text.tokens[last].kind == "word" and len(high) > 1:
            return True
    if span is not None and (span.last > first + 1 or date_at(text, first) or year_at(text, first)):
        return True
    measured = unit_at(text.tokens, lows, first + 1) if text.tokens[first].kind == "number" else None
    return measured is not None or lows[first] in UNITS


def _is_whole(low: str, high: str) -> bool:
    """Whether two shares make a whole: `60/40`."""
    return len(low) < 4 and len(high) < 4 and int(low) + int(high) == 100


def label_token_at(text: NumberedText, place: int) -> Fact | None:
    """`F-16`, `G8`, `TX-07`: a label that is neither money nor the sign of a unit nor a date."""
    token = text.tokens[place]
    if token.kind != "label" or money_label(token) is not None or date_at(text, place) is not None:
        return None
    behind_number = place > 0 and text.tokens[place - 1].kind == "number"
    if behind_number and unit_at(text.tokens, text.lows, place) is not None:
        return None
    year = _PREFIXED_YEAR.fullmatch(token.low)
    return label_fact(place, place + 1, f"{year[1]} {year[2]}" if year else plain_label(token.text))
