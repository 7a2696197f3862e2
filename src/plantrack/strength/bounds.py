"""Quantities and deadlines ranked by what they allow."""

import re
from decimal import Decimal

from plantrack.model import Deadline, Quantity
from plantrack.model.dates import date_bounds
from plantrack.strength.order import EQUAL, INVERSE, MIXED, STRONGER, WEAKER, from_both

_ENDLESS = Decimal("Infinity")
_ABOUT = Decimal("0.1")
"""*About* allows a tenth more or less."""
_BEFORE_EVENT = re.compile(r"(\d+(?:\.\d+)? (?:day|month)s?) before (.+)")
_PERIOD = re.compile(r"(\d+(?:\.\d+)?) (day|month)s?")


def allowed(quantity: Quantity) -> tuple[tuple[Decimal, int], tuple[Decimal, int]]:
    """The least and the greatest figure that a quantity allows; the second member of each moves an open end inwards.

    A quantity without figure allows everything. `eq` allows its figure only: that a bare figure of a text is a floor or
    a ceiling is for the reader of the text to say.
    """
    value = quantity.value
    if value is None:
        return (-_ENDLESS, 0), (_ENDLESS, 0)
    if quantity.operator == "about":
        low, high = sorted((value * (1 - _ABOUT), value * (1 + _ABOUT)))
        return (low, 0), (high, 0)
    if quantity.operator == "between":
        low, high = sorted((value, value if quantity.upper is None else quantity.upper))
        return (low, 0), (high, 0)
    lowest = {"gteq": (value, 0), "gt": (value, 1), "eq": (value, 0)}.get(quantity.operator, (-_ENDLESS, 0))
    highest = {"lteq": (value, 0), "lt": (value, -1), "eq": (value, 0)}.get(quantity.operator, (_ENDLESS, 0))
    return lowest, highest


def rank_quantities(old: Quantity, new: Quantity) -> str:
    """The one that allows less binds more; overlapping ranges, and other units or measures, are mixed.

    >>> from decimal import Decimal
    >>> cap = lambda figure: Quantity(operator="lteq", value=Decimal(figure), unit="person")
    >>> rank_quantities(cap(600000), cap(800000))
    'weaker'
    """
    if (old.unit, old.measure) != (new.unit, new.measure):
        return MIXED
    (old_low, old_high), (new_low, new_high) = allowed(old), allowed(new)
    old_inside = new_low <= old_low and old_high <= new_high
    new_inside = old_low <= new_low and new_high <= old_high
    return from_both(old_inside, new_inside)


def rank_deadlines(old: Deadline | None, new: Deadline | None) -> str:  # noqa: PLR0911 - one case a line reads best
    """The earlier binds more; none and an open one bind least, `immediately` more than any period.

    Periods that count from different events, a period and a date, and *immediately* and a date cannot be ranked.
    """
    old_open, new_open = _is_open(old), _is_open(new)
    if old is None or new is None or old_open or new_open:
        return EQUAL if old_open and new_open else STRONGER if old_open else WEAKER
    if old == new:
        return EQUAL
    if old.within == "immediately" or new.within == "immediately":
        if old.within is None or new.within is None:
            return MIXED
        if old.within == new.within:
            return EQUAL if old.of == new.of else MIXED
        return WEAKER if old.within == "immediately" else STRONGER
    if old.within is not None and new.within is not None:
        return _earlier(days(old.within), days(new.within)) if old.of == new.of and old.by == new.by else MIXED
    if old.by is not None and new.by is not None and old.within is new.within is None:
        ahead = _BEFORE_EVENT.fullmatch(old.by), _BEFORE_EVENT.fullmatch(new.by)
        if ahead[0] and ahead[1] and ahead[0][2] == ahead[1][2]:
            return INVERSE[_earlier(days(ahead[0][1]), days(ahead[1][1]))]
        first, second = date_bounds(old.by), date_bounds(new.by)
        if first is None or second is None:
            return EQUAL if old.by == new.by else MIXED
        if first == second:
            return EQUAL
        return STRONGER if second[1] <= first[0] else WEAKER if first[1] <= second[0] else MIXED
    return MIXED


def _is_open(deadline: Deadline | None) -> bool:
    return deadline is None or deadline.within == "open" or (deadline.within is None and deadline.by is None)


def days(within: str) -> tuple[Decimal, Decimal] | None:
    """The least and the most days that a period may be: a month is 28 to 31. None for what is no period."""
    found = _PERIOD.fullmatch(within)
    if found is None:
        return None
    value = Decimal(found[1])
    if found[2] == "day":
        return value, value
    return max(value * 30 - 2, Decimal(0)), value * 31


def _earlier(old: tuple[Decimal, Decimal] | None, new: tuple[Decimal, Decimal] | None) -> str:
    if old is None or new is None:
        return MIXED
    if old == new:
        return EQUAL
    if old[0] <= new[0] and old[1] <= new[1] and (old[1] <= new[0] or _both_ranges(old, new)):
        return WEAKER
    if new[0] <= old[0] and new[1] <= old[1] and (new[1] <= old[0] or _both_ranges(old, new)):
        return STRONGER
    return MIXED


def _both_ranges(old: tuple[Decimal, Decimal], new: tuple[Decimal, Decimal]) -> bool:
    """Whether both are counted in months, which are then ranked as such however long a month is."""
    return old[0] != old[1] and new[0] != new[1]
