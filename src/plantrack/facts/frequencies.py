"""How often, and per what time: *every 30 days*, *twice a month*, *100 million a year*."""

from decimal import Decimal

from plantrack.facts.bounds import bound_before
from plantrack.facts.fact import Fact
from plantrack.facts.time_words import time_word_at
from plantrack.facts.values import Frequency
from plantrack.language.numbers import NumberedText
from plantrack.language.periods import LONG, SHORT, UNITS, Length, length_at

_TIMES = {"once": Decimal(1), "twice": Decimal(2), "thrice": Decimal(3)}
_EACH = frozenset({"every", "each", "per"})
_ORDINALS = {"other": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_ONE = Decimal(1)
_NO_RATE_BEFORE = frozenset(
    """for within in after of last lasts lasting until over during than about the by before past next if is be was are
    at to from such what half""".split()
)
_NO_RATE_BEHIND = frozenset("of after before later ago from earlier long or old and between".split())
_REACH = 9
"""Words between an amount and the time that it is for."""


def frequency_at(text: NumberedText, place: int) -> Fact | None:
    """The frequency that begins at a place, None if none does."""
    low = text.lows[place]
    if low in _EACH:
        return _every(text, place)
    if low in _TIMES:
        return _times(text, place, place + 1, _TIMES[low])
    if low in ("a", "an"):
        return _rate(text, place)
    span = text.numbers.get(place)
    if span is None or span.value is None or text.lows[span.last] not in ("times", "time"):
        return None
    return _times(text, place, span.last + 1, span.value)


def _fact(first: int, last: int, value: Frequency) -> Fact:
    return Fact("frequency", first, last, value)


def _every(text: NumberedText, place: int) -> Fact | None:
    """`every 30 days`, `each year`, `per quarter`, `every other week`."""
    period = _period(text, place + 1)
    if period is None:
        return None
    last, length = period
    return _fact(place, last, Frequency(_ONE, length))


def _period(text: NumberedText, place: int) -> tuple[int, Length] | None:
    """The period behind *every*, *per* or *a*: a unit of time with or without a number."""
    low = text.lows[place]
    counted = _ORDINALS.get(low)
    unit = UNITS.get(text.lows[place + 1]) if counted else None
    if counted and unit is not None:  # before *every second* is read as a unit
        return place + 2, Length(Decimal(counted), unit)
    unit = UNITS.get(low)
    if unit is not None:
        return (place + 1, Length(_ONE, unit)) if unit == low else None
    found = length_at(text, place) if low not in ("a", "an") else None
    return None if found is None else (found.last, found.length)


def _times(text: NumberedText, place: int, at: int, times: Decimal) -> Fact | None:
    """`once a year`, `twice yearly`, `three times in every 30 days`, with the bound before."""
    start = at
    at += text.lows[at] == "in" and text.lows[at + 1] in ("a", "each", "every", "any")
    at += text.lows[at] in ("a", "an", *_EACH)
    if at > start:
        period = _period(text, at)
        if period is None:
            return None
        last, length = period
    else:
        word = time_word_at(text, at)
        if word is None or not isinstance(word.value, Frequency) or word.value.per is None:
            return None
        last, length = word.last, word.value.per
    bound = bound_before(text, place)
    if bound is None or bound.operator == "about":
        return _fact(place, last, Frequency(times, length))
    return _fact(bound.place, last, Frequency(times, length, operator=bound.operator, bare=False))


def _rate(text: NumberedText, place: int) -> Fact | None:
    """`a year` behind an amount: *100 million dollars in aid a year*."""
    low = text.lows[place + 1]
    if low not in SHORT and low not in LONG:
        return None
    before, behind = text.lows[place - 1] if place else "", text.lows[place + 2]
    if before in _NO_RATE_BEFORE or behind in _NO_RATE_BEHIND or text.lows[place + 2] == "'s":
        return None
    for at in range(place - 1, max(-1, place - 1 - _REACH), -1):
        token = text.tokens[at]
        if at in text.numbers and text.numbers[at].kind != "ordinal":
            return _fact(place, place + 2, Frequency(_ONE, Length(_ONE, low)))
        if token.kind == "mark" and token.low in ",;:.":
            break
    return None
