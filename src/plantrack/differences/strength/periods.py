"""Lengths of time, compared as far as a calendar allows: a year is twelve months, a month 28 to 31 days."""

import math
import re
from fractions import Fraction
from typing import NamedTuple

from plantrack.language.periods import LONG, SHORT

_PERIOD = re.compile(r"(\d+(?:\.\d+)?) (hour|day|working day|week|month|year)s?")
_IN_BASE = {
    **{unit: ("day", Fraction(seconds, SHORT["day"])) for unit, seconds in SHORT.items()},
    **{unit: ("month", Fraction(months)) for unit, months in LONG.items()},
    "working day": ("working day", Fraction(1)),
}


class Period(NamedTuple):
    """A length of time."""

    base: str
    """What it is counted in: days, working days or months."""
    length: Fraction


def period_of(words: str) -> Period | None:
    """The length of time that some words give; None for what is none.

    >>> period_of("5 years") == period_of("60 months"), period_of("signature")
    (True, None)
    """
    found = _PERIOD.fullmatch(words)
    return None if found is None else period(Fraction(found[1]), found[2])


def period(count: Fraction, unit: str) -> Period | None:
    """So many units of time; None for what is no unit of time."""
    if unit not in _IN_BASE:
        return None
    base, factor = _IN_BASE[unit]
    return Period(base, count * factor)


def compare(old: Period | None, new: Period | None) -> int | None:
    """Whether the second is shorter (-1), the same (0) or longer (1); None where nobody can say.

    >>> compare(period_of("30 days"), period_of("2 months")), compare(period_of("30 days"), period_of("1 month"))
    (1, None)
    """
    if old is None or new is None:
        return None
    if old.base == new.base or not (old.length or new.length):
        return (new.length > old.length) - (new.length < old.length)
    (old_least, old_most), (new_least, new_most) = _days(old), _days(new)
    if old_most <= new_least:
        return 1
    return -1 if new_most <= old_least else None


def _days(one: Period) -> tuple[Fraction | float, Fraction | float]:
    """The least and the most days that it may be."""
    if one.base == "day":
        return one.length, one.length
    if one.base == "working day":
        return one.length, math.inf
    months = one.length
    least = max(months * 30 - 2, months * Fraction(365, 12) - 3, Fraction(0))
    return least, min(months * 31, months * Fraction(366, 12) + 2)
