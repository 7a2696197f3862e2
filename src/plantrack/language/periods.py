"""Lengths of time and hours of the day: *two weeks*, *48 hours*, *a year and a half*, `06:00`, *midnight*.

Seconds to weeks are one scale, months to centuries another: how many days a month has is not known.
"""

import re
from decimal import Context, Decimal
from typing import NamedTuple

from plantrack.language.numbers import NumberedText, NumberSpan

SHORT = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "fortnight": 1209600}
"""Units in seconds."""
LONG = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
"""Units in months."""
UNITS = {unit: unit for unit in (*SHORT, *LONG)} | {unit + "s": unit for unit in (*SHORT, *LONG)}
UNITS |= {"centuries": "century", "h": "hour", "hr": "hour", "hrs": "hour", "min": "minute", "mins": "minute",
          "yr": "year", "yrs": "year"}  # fmt: skip
_QUALITIES = frozenset(
    """calendar working business consecutive full further additional more other whole successive banking clear
    natural""".split()
)
_AGE = frozenset({"old", "older", "younger"})
_EXACT = Context(prec=240)
_DOTTED_CLOCK = re.compile(r"([01]?\d|2[0-4])\.([0-5]\d)", re.ASCII)
_CLOCK_UNITS = frozenset({"hours", "hrs", "h", "hour"})
_BEHIND_CLOCK = frozenset({*_CLOCK_UNITS, ":", "a.m.", "p.m.", "am", "pm", "o'clock", "noon", "midnight"})
_BEFORE_CLOCK = frozenset("at from of until till by before after to and between".split())


class Length(NamedTuple):
    """A length of time. Two are equal if they say the same: *two weeks* and *14 days*."""

    value: Decimal
    unit: str
    """As in the text, in the singular: `week`."""
    upper: Decimal | None = None
    """The upper end of *two to three weeks*, in the same unit."""
    operator: str = "eq"
    bare: bool = True
    """Whether no bound is written."""
    quality: str = ""
    """What kind of days: `working`, `calendar`, `further`."""
    also: Decimal | None = None
    """The number in brackets, where it disagrees: *thirty (60) days*."""

    @property
    def in_months(self) -> bool:
        """Whether it is counted in months, else in seconds."""
        return self.unit in LONG

    def base(self, value: Decimal) -> Decimal:
        """A value of its unit in seconds or months."""
        return _EXACT.multiply(value, Decimal(SHORT.get(self.unit) or LONG[self.unit]))

    def canonical(self) -> tuple[object, ...]:
        """What it says: equal for equal lengths."""
        upper = None if self.upper is None else self.base(self.upper)
        bound = (self.operator, self.bare)
        return (bound, self.base(self.value), upper, self.in_months, self.quality, self.also)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Length) and self.canonical() == other.canonical()

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.canonical())


class LengthSpan(NamedTuple):
    """A length of time and the tokens it takes."""

    first: int
    last: int
    length: Length


class ClockSpan(NamedTuple):
    """An hour of the day and the tokens it takes."""

    last: int
    clock: str
    """`06:00`; `24:00` is the end of the day."""


def length_at(text: NumberedText, place: int) -> LengthSpan | None:
    """The length of time that begins at a place with a number, *a* or *half*; None if none does.

    >>> from plantrack.language.numbers import numbered
    >>> from plantrack.language.tokens import tokens_of
    >>> length_at(numbered(tokens_of("two weeks")), 0).length == length_at(numbered(tokens_of("14 days")), 0).length
    True
    """
    span = text.numbers.get(place)
    if span is None:
        return _one(text, place) if text.lows[place] in ("a", "an") else None
    if span.value is None or span.kind not in ("digits", "words", "share"):
        return None
    ranged = _range(text, span)
    if ranged is not None:
        return ranged
    at = span.last
    if span.kind == "share":
        at += text.lows[at] == "of"
        at += text.lows[at] in ("a", "an")
    unit = _unit(text, at)
    if unit is None:
        return None
    at, name, quality = unit
    value, at, name = _with_more(text, at, span.value, name)
    return LengthSpan(place, _possessive(text, at), Length(value, name, quality=quality, also=span.also))


def _one(text: NumberedText, place: int) -> LengthSpan | None:
    """`a year`, `a year and a half`."""
    unit = UNITS.get(text.lows[place + 1])
    if unit is None or text.lows[place + 1] != unit:
        return None
    value, at, unit = _with_more(text, place + 2, Decimal(1), unit)
    return LengthSpan(place, _possessive(text, at), Length(value, unit))


def _unit(text: NumberedText, at: int) -> tuple[int, str, str] | None:
    """The place after the unit behind a number, the unit, and what kind of days."""
    at += text.lows[at] == "-"
    quality = ""
    if text.lows[at] in _QUALITIES:
        quality = "working" if text.lows[at] in ("working", "business") else text.lows[at]
        at += 1
    name = UNITS.get(text.lows[at])
    if name is None:
        return None
    aged = text.lows[at + 1 : at + 3] == ["of", "age"] or text.lows[at + 1] in _AGE
    aged = aged or (text.lows[at + 1] == "-" and text.lows[at + 2] in ("old", "olds"))
    return None if aged else (at + 1, name, quality)


def _with_more(text: NumberedText, at: int, value: Decimal, unit: str) -> tuple[Decimal, int, str]:
    """`a year and a half`, `two years and six months`, `1 year 6 months`."""
    begin = at + (text.lows[at] in ("and", ","))
    span = text.numbers.get(begin)
    if span is None or span.value is None:
        return value, at, unit
    if span.kind == "share":
        fits = text.lows[at] == "and" and span.value < 1 and text.lows[span.last] != "of"
        return (value + span.value, span.last, unit) if fits else (value, at, unit)
    behind = _unit(text, span.last)
    if behind is None or behind[2] or span.kind not in ("digits", "words"):
        return value, at, unit
    scale = SHORT if unit in SHORT else LONG
    if behind[1] not in scale or scale[behind[1]] >= scale[unit]:
        return value, at, unit
    total = _EXACT.multiply(value, Decimal(scale[unit])) + _EXACT.multiply(span.value, Decimal(scale[behind[1]]))
    return _EXACT.divide(total, Decimal(scale[behind[1]])), behind[0], behind[1]


def _range(text: NumberedText, low: NumberSpan) -> LengthSpan | None:
    """`two to three weeks`, `10-20 days`, `between one and two months`, `6 months to a year`."""
    between = low.first > 0 and text.lows[low.first - 1] == "between"
    at = low.last
    first_unit = _unit(text, at)
    at = first_unit[0] if first_unit else at
    if text.lows[at] not in ("to", "-", "or") and not (between and text.lows[at] == "and"):
        return None
    high = text.numbers.get(at + 1)
    one = _one(text, at + 1) if first_unit and high is None and text.lows[at + 1] == "a" else None
    if high is None and one is None:
        return None
    if one is not None:
        last, name, quality, value = one.last, one.length.unit, "", one.length.value
    else:
        unit = _unit(text, high.last) if high else None
        if high is None or unit is None or high.value is None or high.kind != low.kind:
            return None
        last, name, quality = unit
        value = high.value
    first = Length(low.value or Decimal(0), first_unit[1] if first_unit else name)
    second = Length(value, name)
    if first.in_months != second.in_months or first.base(first.value) >= second.base(second.value):
        return None
    lower = _EXACT.divide(first.base(first.value), second.base(Decimal(1)))
    begin = low.first - between
    return LengthSpan(
        begin, _possessive(text, last), Length(lower, name, value, "between", bare=False, quality=quality)
    )


def _possessive(text: NumberedText, at: int) -> int:
    """The place after the mark of *30 days' notice* or *a year's time*."""
    if text.lows[at] not in ("'", "'s") or text.tokens[at].start != text.tokens[at - 1].end:
        return at
    return at + 1


BEHIND_NUMBER = frozenset({*UNITS, *_QUALITIES, *_BEHIND_CLOCK, "-", "to", "or", "and", "of", "a", "an"})
"""What stands behind a number that may be a length of time or an hour."""


def clock_at(text: NumberedText, place: int) -> ClockSpan | None:
    """The hour of the day at a place, None if there is none."""
    low = text.lows[place]
    if low in ("noon", "midnight"):
        before = text.lows[place - 1] if place else ""
        return ClockSpan(place + 1, "12:00" if low == "noon" else "00:00") if before in _BEFORE_CLOCK else None
    if place not in text.numbers or not (text.lows[place + 1] in _BEHIND_CLOCK or "." in text.tokens[place].text):
        return None
    return _with_colon(text, place) or _dotted(text, place) or _full_hour(text, place)


def _with_colon(text: NumberedText, place: int) -> ClockSpan | None:
    """`06:00`, `6:30 p.m.`."""
    if text.lows[place + 1] != ":" or place + 2 >= len(text.tokens):
        return None
    hour, colon, minute = text.tokens[place : place + 3]
    if hour.end != colon.start or colon.end != minute.start or minute.kind != "number" or len(minute.text) != 2:
        return None
    if not (hour.text.isdecimal() and minute.text.isdecimal()) or len(hour.text) > 2:
        return None
    if int(hour.text) > 24 or int(minute.text) > 59 or int(hour.text) + int(minute.text) == 100:
        return None
    return _in_half_of_day(text, place + 3, int(hour.text), int(minute.text))


def _dotted(text: NumberedText, place: int) -> ClockSpan | None:
    """`at 00.00`, `18.30 hours`."""
    found = _DOTTED_CLOCK.fullmatch(text.tokens[place].text)
    if found is None:
        return None
    behind, before = text.lows[place + 1], text.lows[place - 1] if place else ""
    marked = behind in _CLOCK_UNITS or behind in ("a.m.", "p.m.", "am", "pm", "midnight", "noon")
    plain = len(found[0]) == 5 and before in _BEFORE_CLOCK and (behind in ("", "(", ",", "on", "and", "to"))
    return _in_half_of_day(text, place + 1, int(found[1]), int(found[2])) if marked or plain else None


def _full_hour(text: NumberedText, place: int) -> ClockSpan | None:
    """`6 a.m.`, `six o'clock`, `12 noon`, `0600 hours`."""
    digits, behind = text.tokens[place].text, text.lows[place + 1]
    if not digits.isdecimal():
        hour = text.numbers[place].value
        spelled = behind == "o'clock" and hour is not None and hour in range(1, 13)
        return _in_half_of_day(text, place + 1, int(hour or 0), 0) if spelled else None
    if len(digits) == 4 and behind in _CLOCK_UNITS and int(digits[:2]) < 25 and int(digits[2:]) < 60:
        at_hour = digits[0] == "0" or (place > 0 and text.lows[place - 1] == "at")
        return ClockSpan(place + 2, f"{digits[:2]}:{digits[2:]}") if at_hour else None
    if len(digits) > 2 or not 0 <= int(digits) <= 24 or behind not in ("a.m.", "p.m.", "am", "pm", "o'clock", "noon"):
        return None
    return _in_half_of_day(text, place + 1, int(digits), 0)


def _in_half_of_day(text: NumberedText, at: int, hour: int, minute: int) -> ClockSpan:
    behind = text.lows[at]
    if behind in ("a.m.", "am", "p.m.", "pm"):
        hour = hour % 12 + (12 if behind[0] == "p" else 0) if hour <= 12 else hour
        return ClockSpan(at + 1, f"{hour:02}:{minute:02}")
    last = at + (behind in _CLOCK_UNITS or behind in ("o'clock", "noon", "midnight"))
    return ClockSpan(last, f"{hour:02}:{minute:02}")
