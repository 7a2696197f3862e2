"""What became of a time: a deadline earlier or later, a duration longer or shorter, a duty due more or less often."""

from datetime import date, timedelta
from decimal import Context, Decimal
from typing import NamedTuple

from plantrack.facts.compare_figures import NOT_COMPARABLE, Comparison
from plantrack.facts.values import Deadline, Duration, Frequency, Moment, Start, Time
from plantrack.language.periods import Length
from plantrack.model.dates import date_bounds

_EXACT = Context(prec=60)
_DAY = Decimal(86400)
_HALF_YEAR = timedelta(days=183)
_PARTS = ("start", "early", "middle", "late", "end")
"""In order."""
_NO_YEAR = "XXXX"
_LEAP_YEAR = "2000"
"""To order days whose year is not written."""


class _Days(NamedTuple):
    """The days that a date may mean."""

    first: date
    last: date
    part: str
    """What part of them is meant: *early 2027*."""
    dated: bool
    """Whether the year is written."""


def compare_times(old: Time, new: Time) -> Comparison | None:
    """What became of a time; None where both say the same. Of two kinds only an end and a start can be compared."""
    if old == new:
        return None
    if isinstance(old, Deadline) and isinstance(new, Deadline):
        return _deadlines(old, new)
    if isinstance(old, Start) and isinstance(new, Start):
        return Comparison("start", _later(_start_days(old), _start_days(new), (old.clock, new.clock)))
    if isinstance(old, Duration) and isinstance(new, Duration):
        return _durations(old, new)
    if isinstance(old, Frequency) and isinstance(new, Frequency):
        return _frequencies(old, new)
    if isinstance(old, Moment) and isinstance(new, Moment):
        return Comparison("date", _later(_days(old.at, old.part), _days(new.at, new.part), (old.clock, new.clock)))
    if {_bound(old), _bound(new)} == {"until", "from"}:
        return Comparison("deadline-changed")
    return NOT_COMPARABLE


def _bound(time: Time) -> str:
    """Whether a date ends what is said or begins it: *by*, *before*, *until* it, or *from*, *after* it."""
    if isinstance(time, Start):
        return "from" if time.at and time.edge != "since" else ""
    ends = (isinstance(time, Deadline) and time.by) or (isinstance(time, Duration) and time.until)
    return "until" if ends else ""


def _deadlines(old: Deadline, new: Deadline) -> Comparison:
    if (old.open and new.open) or (old.immediate and new.immediate and old.word != new.word):
        return NOT_COMPARABLE
    if old.open or new.open:
        return Comparison("deadline-fixed" if old.open else "deadline-opened")
    direction = ""
    if old.immediate != new.immediate:
        timed = new if old.immediate else old
        if (timed.length is not None and timed.counted != "before") or timed.by:
            direction = "later" if old.immediate else "earlier"
    elif old.length is not None and new.length is not None:
        if (old.counted, old.on) == (new.counted, new.on) and old.length.operator == new.length.operator:
            order = _order(old.length, new.length)
            order = -order if old.counted == "before" else order
            direction = {1: "later", -1: "earlier"}.get(order, "")
            absolute, unit = _difference(old.length, new.length)
            return Comparison(f"deadline-{direction or 'changed'}", direction, absolute, None, unit)
    elif old.by and new.by:
        direction = _later(_deadline_days(old), _deadline_days(new), (old.clock, new.clock))
    return Comparison(f"deadline-{direction or 'changed'}", direction)


def _durations(old: Duration, new: Duration) -> Comparison:
    direction = ""
    if old.length is not None and new.length is not None and old.frame == new.frame:
        if old.length.operator == new.length.operator:
            direction = {1: "longer", -1: "shorter"}.get(_order(old.length, new.length), "")
            absolute, unit = _difference(old.length, new.length)
            return Comparison("duration", direction, absolute, None, unit)
    elif old.until and new.until:
        later = _later(_days(old.until, old.part), _days(new.until, new.part), (old.clock, new.clock))
        direction = {"later": "longer", "earlier": "shorter"}.get(later, "")
    elif "permanently" in (old.word, new.word):
        other = new if old.word == "permanently" else old
        if other.length is not None or other.until or other.word in ("temporarily", "time_being"):
            direction = "shorter" if old.word == "permanently" else "longer"
    return Comparison("duration", direction)


def _frequencies(old: Frequency, new: Frequency) -> Comparison:
    if old.per is None or new.per is None or old.operator != new.operator:
        return Comparison("frequency")
    more = (new.times > old.times) - (new.times < old.times)
    longer = _order(old.per, new.per) if old.per != new.per else 0
    same_period = old.per == new.per
    if longer == 0 and not same_period:
        return Comparison("frequency")
    order = _rate_order(old, new) if more and more == longer else more or -longer
    return Comparison("frequency", {1: "oftener", -1: "rarer"}.get(order, ""))


def _rate_order(old: Frequency, new: Frequency) -> int:
    """Which of two rates is higher, where one is more times in a longer period."""
    if old.per is None or new.per is None or old.per.in_months != new.per.in_months:
        return 0
    first = _EXACT.multiply(old.times, new.per.base(new.per.value))
    second = _EXACT.multiply(new.times, old.per.base(old.per.value))
    return (second > first) - (second < first)


def _order(old: Length, new: Length) -> int:
    """1 where the new length is surely longer, -1 where it is surely shorter, else 0."""
    if old.also != new.also:
        return 0
    if old.quality == new.quality and old.in_months == new.in_months:
        ends = [(length.base(length.value), length.base(length.upper or length.value)) for length in (old, new)]
        moves = [(after > before) - (after < before) for before, after in zip(*ends, strict=True)]
        return moves[0] if moves[0] == moves[1] else (moves[0] + moves[1] if 0 in moves else 0)
    first, second = _in_days(old), _in_days(new)
    if first is None or second is None:
        return 0
    if second[0] > first[1]:
        return 1
    return -1 if second[1] < first[0] else 0


def _in_days(length: Length) -> tuple[Decimal, Decimal] | None:
    """How many days a length of time takes at least and at most; None where its kind of days is not known."""
    low, high = length.base(length.value), length.base(length.upper or length.value)
    if length.in_months:
        if length.quality:
            return None
        return _EXACT.multiply(low, Decimal("29.5")) - 2, _EXACT.multiply(high, Decimal("30.7")) + 2
    low, high = _EXACT.divide(low, _DAY), _EXACT.divide(high, _DAY)
    if length.quality == "working" and length.unit == "day":
        return (low if low <= 5 else _EXACT.multiply(low, Decimal("1.2"))), _EXACT.multiply(high, Decimal(2)) + 5
    return None if length.quality else (low, high)


def _difference(old: Length, new: Length) -> tuple[Decimal | None, str]:
    """By how much two lengths of one unit differ."""
    if old.unit != new.unit or old.quality != new.quality or old.upper is not None or new.upper is not None:
        return None, ""
    return new.value - old.value, new.unit


def _days(at: str, part: str = "") -> _Days | None:
    """The days that a date in EDTF may mean; None if it cannot be placed."""
    dated = _NO_YEAR not in at
    pieces = at.replace(_NO_YEAR, _LEAP_YEAR).split(",")
    bounds = [date_bounds(piece) for piece in (pieces[0], pieces[-1])]
    if bounds[0] is None or bounds[1] is None:
        return None
    return _Days(bounds[0][0], bounds[1][1], part, dated)


def _start_days(start: Start) -> _Days | None:
    """The days on which something may start: the day after, for *after 1 May*."""
    days = _days(start.at, start.part) if start.at else None
    if days is None or start.edge != "after":
        return days
    day = _shifted(days.last, 1)
    return days._replace(first=day, last=day)


def _deadline_days(deadline: Deadline) -> _Days | None:
    """The last day on which something may be done: the day before, for *before 1 May*."""
    days = _days(deadline.by, deadline.part)
    if days is None or deadline.edge != "before":
        return days
    day = _shifted(days.first, -1)
    return days._replace(first=day, last=day)


def _shifted(day: date, days: int) -> date:
    return day if day in (date.min, date.max) else day + timedelta(days=days)


def _later(old: _Days | None, new: _Days | None, clocks: tuple[str, str]) -> str:
    """`later` or `earlier` where both days, or both hours of one day, say so surely."""
    if old == new and all(clocks):
        return "later" if clocks[1] > clocks[0] else "earlier" if clocks[1] < clocks[0] else ""
    if old is None or new is None or old.dated != new.dated:
        return ""
    if not old.dated and abs(new.first - old.first) > _HALF_YEAR:
        return ""
    if old.part in _PARTS and new.part in _PARTS and (old.first, old.last) == (new.first, new.last):
        return "later" if _PARTS.index(new.part) > _PARTS.index(old.part) else "earlier"
    if old.part or new.part:
        return "later" if new.first > old.last else "earlier" if new.last < old.first else ""
    if new.first > old.first and new.last > old.last:
        return "later"
    return "earlier" if new.first < old.first and new.last < old.last else ""
