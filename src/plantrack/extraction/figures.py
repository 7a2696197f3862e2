"""What the words around a figure make of it: a bound that a list shares, a length of time, the kind of a thing."""

from collections.abc import Sequence

from plantrack.extraction.meaning import lemma
from plantrack.extraction.phrases import PREPOSITIONS
from plantrack.extraction.quantities import BEFORE_PERIOD, Counted
from plantrack.extraction.words import Token
from plantrack.value import evolve


def with_shared_bound(tokens: Sequence[Token], counted: Counted, before: Counted) -> Counted:
    """A bare figure in a list under the bound that stands before the first: *no more than 40 tanks and 100 guns*."""
    between = [token.low for token in tokens[max(before.end, before.noun_start) : counted.start]]
    listed = bool(between) and between[-1] in ("and", "or", ",") and not PREPOSITIONS & set(between)
    if not listed or not counted.bare or before.bare or before.quantity.operator not in _BOUNDS:
        return counted
    one_kind = (counted.quantity.measure is None) == (before.quantity.measure is None)
    if not one_kind or counted.quantity.value is None:
        return counted
    return counted._replace(quantity=evolve(counted.quantity, operator=before.quantity.operator), bare=False)


_BOUNDS = frozenset({"lteq", "lt", "gteq", "gt"})


def with_quality(tokens: Sequence[Token], counted: Counted) -> Counted:
    """A figure that says of what kind a thing is, not how much is owed: *missiles with a range of over 300 km*."""
    before = tokens[: counted.start]
    if any(token.low in ("who", "whose", "which") for token in before) and counted.quantity.value is not None:
        return counted._replace(quantity=evolve(counted.quantity, measure="threshold"))
    if counted.quantity.unit == "year":
        return counted._replace(quantity=evolve(counted.quantity, measure="age"))
    if counted.bare or len(before) < 1 or counted.quantity.measure is not None:
        return counted
    quality = lemma(before[-2].low) if len(before) > 1 and before[-1].low == "of" else ""
    if quality not in QUALITIES:
        beside = before[-1].kind == "w" and before[-1].low not in PREPOSITIONS
        direct = beside and tokens[counted.start].low in _BESIDE and counted.quantity.unit in _OF_KIND
        quality = "threshold" if direct else ""
    return counted._replace(quantity=evolve(counted.quantity, measure=quality)) if quality else counted


QUALITIES = frozenset(
    "range caliber calibre weight length displacement capacity yield height tonnage threshold age".split()
)
"""What a figure may say of the kind of a thing."""
_BESIDE = frozenset("above over exceeding beyond under below heavier larger longer greater".split())
_OF_KIND = frozenset({"%", "mm", "km", "nmi", "t", "MW"})


def start_of_length(tokens: Sequence[Token], counted: Counted) -> int:
    """Where a quantity begins, with the *for* or *for a period of* that makes it say how long."""
    step = counted.start
    if counted.quantity.measure != "duration":
        return step
    while step and tokens[step - 1].low in ("of", "period", "term", "a", "the", "another", "further"):
        step -= 1
    return step - 1 if step and tokens[step - 1].low in ("for", "over") else counted.start


def within_length(tokens: Sequence[Token], counted: Counted) -> Counted:
    """*Over a period of 90 days* as 90 days at most; *for over 90 days* is more than these."""
    start = start_of_length(tokens, counted)
    first = tokens[start].low if start < len(tokens) else ""
    spread = first == "over" and (start == 0 or tokens[start - 1].low not in BEFORE_PERIOD)
    aged = [token.low for token in tokens[counted.end : counted.end + 2]] == ["of", "age"]
    if counted.quantity.measure != "duration" or not spread or aged or counted.quantity.value is None:
        return counted
    return counted._replace(quantity=evolve(counted.quantity, operator="lteq"), bare=False)
