"""Deadlines, starts, durations and frequencies, each ranked as a duty has it."""

import re
from fractions import Fraction

from plantrack.differences.strength.forces import BAN, DUTY, LIBERTY
from plantrack.differences.strength.order import (
    EQUAL,
    INVERSE,
    MIXED,
    STRONGER,
    WEAKER,
    from_ends,
    same_or_mixed,
)
from plantrack.differences.strength.periods import Period, compare, period, period_of
from plantrack.model import Deadline, Duration, Frequency, Start
from plantrack.model.dates import date_bounds

_BEFORE_EVENT = re.compile(r"(\d+(?:\.\d+)? .+?) before (.+)")
_UNSAID = "open"
_BOUND = {"lt": -1, "gt": 1}
"""Which way an open bound moves an end."""
_EARLIER = {-1: STRONGER, 0: EQUAL, 1: WEAKER, None: MIXED}


def rank_deadlines(old: Deadline | None, new: Deadline | None) -> str:
    """The earlier binds more; none and an open one bind least, `immediately` more than any period.

    Periods that count from different events, a period and a date, and *immediately* and a date cannot be ranked.
    """
    old_open, new_open = is_open(old), is_open(new)
    if old is None or new is None or old_open or new_open:
        return EQUAL if old_open and new_open else STRONGER if old_open else WEAKER
    if old == new:
        return EQUAL
    if old.within is not None and new.within is not None:
        return _rank_withins(old, new)
    if old.by is not None and new.by is not None and old.within is new.within is None and old.of == new.of:
        return _rank_dates(old.by, new.by)
    return MIXED


def is_open(deadline: Deadline | None) -> bool:
    """Whether it sets no time: none, or a date to be set."""
    return deadline is None or deadline.within == _UNSAID or (deadline.within is None and deadline.by is None)


def _rank_withins(old: Deadline, new: Deadline) -> str:
    if old.within == new.within == "immediately":
        return same_or_mixed(old.of, new.of)
    if "immediately" in (old.within, new.within):
        return WEAKER if old.within == "immediately" else STRONGER
    if (old.of, old.by) != (new.of, new.by):
        return MIXED
    return _EARLIER[compare(period_of(old.within or ""), period_of(new.within or ""))]


def _rank_dates(old: str, new: str) -> str:
    ahead = _BEFORE_EVENT.fullmatch(old), _BEFORE_EVENT.fullmatch(new)
    if ahead[0] and ahead[1] and ahead[0][2] == ahead[1][2]:
        return INVERSE[_EARLIER[compare(period_of(ahead[0][1]), period_of(ahead[1][1]))]]
    first, second = date_bounds(old), date_bounds(new)
    if first is None or second is None:
        return same_or_mixed(old, new)
    if first == second:
        return EQUAL
    return STRONGER if second[1] <= first[0] else WEAKER if first[1] <= second[0] else MIXED


def start_as_deadline(start: Start | None) -> Deadline | None:
    """A start in the fields of a deadline, so that one code tells which is earlier."""
    return None if start is None else Deadline(within=start.after, by=start.on, of=start.of)


def rank_starts(old: Start | None, new: Start | None) -> str:
    """What begins earlier binds more. Where no start is said, it may be any."""
    if old is None or new is None:
        return same_or_mixed(old, new)
    return rank_deadlines(start_as_deadline(old), start_as_deadline(new))


def rank_durations(old: Duration | None, new: Duration | None) -> str:
    """What lasts longer binds more, and most what lasts for good. Where nothing is said, it may be any."""
    if old is None or new is None or old == new:
        return same_or_mixed(old, new)
    if old.lasting or new.lasting:
        return _rank_lasting(old, new)
    (old_low, old_high), (new_low, new_high) = duration_ends(old), duration_ends(new)
    return from_ends(_compare_ends(old_low, new_low), _compare_ends(old_high, new_high))


def _rank_lasting(old: Duration, new: Duration) -> str:
    """Nothing lasts longer than for good; how long *temporarily* is, nobody knows."""
    for one, other, answer in ((old, new, WEAKER), (new, old, STRONGER)):
        if one.lasting == "permanently":
            return EQUAL if other.lasting == "permanently" else answer
    return same_or_mixed(old.lasting, new.lasting)


End = tuple[Period | None, int]
"""An end of a range of times, and which way an open bound moves it; None for an end that lies nowhere."""


def duration_ends(duration: Duration) -> tuple[End, End]:
    """The least and the longest time that a duration with a figure may be."""
    least = most = _time(duration.value, duration.unit)
    if duration.upper is not None:
        most = _time(duration.upper, duration.unit)
    move = _BOUND.get(duration.operator, 0)
    if duration.operator in ("gt", "gteq"):
        return (least, move), (None, 0)
    if duration.operator in ("lt", "lteq"):
        return (period(Fraction(0), duration.unit or "day"), 0), (most, move)
    return (least, 0), (most, 0)


def _time(value: object, unit: str | None) -> Period | None:
    return None if value is None or unit is None else period(Fraction(str(value)), unit)


def _compare_ends(old: End, new: End) -> int | None:
    if old[0] is None or new[0] is None:
        return (new[0] is None) - (old[0] is None)
    found = compare(old[0], new[0])
    return found or (found if found is None else (new[1] > old[1]) - (new[1] < old[1]))


_FLOORS = frozenset({"eq", "gteq", "gt", "about"})
_CEILINGS = frozenset({"lteq", "lt"})


def rank_frequencies(old: Frequency | None, new: Frequency | None, force: str) -> str:
    """What a duty has done more often binds more; a liberty to do it more often, or a ceiling, binds less."""
    if old is None or new is None or old == new:
        return same_or_mixed(old, new)
    operators = {old.operator, new.operator}
    low, high = frequency_order(old, new)
    order = from_ends(low, high)
    if force == DUTY and (operators <= _FLOORS or operators == {"between"}):
        return order
    if (force == DUTY and operators <= _CEILINGS) or (force == LIBERTY and operators <= _CEILINGS | {"eq", "about"}):
        return INVERSE[order]
    if force == BAN and operators <= {"gt", "gteq"}:
        return INVERSE[order]  # more often than so is banned
    return MIXED


def frequency_order(old: Frequency, new: Frequency) -> tuple[int | None, int | None]:
    """Whether the new one is less often (-1), as often (0) or more often (1), at its lower and at its upper end."""
    low = compare(_interval(new.times, new.per), _interval(old.times, old.per))
    high = compare(_interval(new.upper or new.times, new.per), _interval(old.upper or old.times, old.per))
    if low == 0 == high and old.operator != new.operator:
        move = _BOUND.get(new.operator, 0) - _BOUND.get(old.operator, 0)
        low = high = (move > 0) - (move < 0)
    return low, high


def _interval(times: object, per: str) -> Period | None:
    """The time between two of them."""
    whole, count = period_of(per), Fraction(str(times))
    return None if whole is None or count <= 0 else Period(whole.base, whole.length / count)
