"""Everything dated, on an axis of time: a row a kind, a mark an entry, a bar where the day is not known.

Lengths are in units of the picture; see `svg_family` for why there are two.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from plantrack.answers.dates import human_date
from plantrack.catalogue import say
from plantrack.chronology import ENTRY_KINDS, DatedEntry
from plantrack.model.dates import date_bounds
from plantrack.value import value

_LEFT, _RIGHT, _TOP, _HEAD, _STEP, _PAD = 12, 12, 10, 22, 11, 16
"""Margins; the line of a row's name; between marks above each other; below a row."""
_NEAR = 9
"""Marks nearer than this stand above each other."""
_MOST = 14
"""Marks above each other; what is more is counted at the highest."""
_COUNT = 48
"""The room of a count beside a mark."""
_FEWEST_DAYS = 14
_NARROW = timedelta(days=62)
"""The axis reaches as far as dates that are known so closely; wider spans are cut at its ends."""


@value
class Mark:
    """One entry, or several that stand too near to be told apart."""

    x: float
    y: float
    width: float
    """0 for a day, else the width of the span that it may mean."""
    title: str
    more: int = 0
    """How many further entries it stands for."""


@value
class TimelineRow:
    """The entries of one kind."""

    kind: str
    name: str
    y: int
    marks: tuple[Mark, ...]
    base: int
    """Where the line of the row is."""


@value
class Tick:
    """A month on the axis."""

    x: float
    words: str


@value
class TimelinePicture:
    """A picture with its size."""

    width: int
    height: int
    rows: tuple[TimelineRow, ...]
    ticks: tuple[Tick, ...]
    axis: int


def timeline_picture(entries: Sequence[tuple[DatedEntry, str]], width: int) -> TimelinePicture | None:
    """Entries with their titles as a picture; None where nothing is dated.

    Args:
        entries: What is dated, in order.
        width: Of the picture.
    """
    dated = [(entry, title, bounds) for entry, title in entries if (bounds := date_bounds(entry.date or ""))]
    days = [day for _, _, bounds in dated for day in bounds if day not in (date.min, date.max)]
    if not days:
        return None
    near = [day for _, _, bounds in dated if bounds[1] - bounds[0] <= _NARROW for day in bounds] or days
    first, last = min(near), max(near)
    if (last - first).days < _FEWEST_DAYS:
        first, last = first - timedelta(days=_FEWEST_DAYS // 2), last + timedelta(days=_FEWEST_DAYS // 2)
    scale = (width - _LEFT - _RIGHT) / (last - first).days
    rows = []
    y = _TOP
    for kind in ENTRY_KINDS:
        own = [(title, bounds) for entry, title, bounds in dated if entry.kind == kind]
        if not own:
            continue
        marks, levels = _marks(own, first, last, scale)
        base = y + _HEAD + levels * _STEP
        placed = tuple(_moved(mark, base) for mark in marks)
        rows.append(TimelineRow(kind=kind, name=say(f"row.{kind}"), y=y + 12, marks=placed, base=base))
        y = base + _PAD
    return TimelinePicture(
        width=width, height=y + 26, rows=tuple(rows), ticks=tuple(_ticks(first, last, scale, width)), axis=y
    )


def _moved(mark: Mark, base: int) -> Mark:
    return Mark(x=mark.x, y=base - mark.y, width=mark.width, title=mark.title, more=mark.more)


def _marks(
    own: Iterable[tuple[str, tuple[date, date]]], first: date, last: date, scale: float
) -> tuple[list[Mark], int]:
    """Marks by their place, with heights above the line of the row; and the number of heights."""
    ends: list[float] = []
    marks: list[Mark] = []
    for title, (start, end) in own:
        left = _LEFT + (min(max(start, first), last) - first).days * scale
        right = _LEFT + (max(min(end, last), first) - first).days * scale
        span = right - left if right - left >= _NEAR else 0.0
        middle = left if span else (left + right) / 2
        level = next((level for level, busy in enumerate(ends) if busy + _NEAR <= middle), len(ends))
        if level >= _MOST:
            before = max(range(len(marks)), key=lambda index: _counts_for(marks[index], middle))
            marks[before] = _with_one_more(marks[before])
            continue
        ends[level : level + 1] = [middle + span]
        marks.append(Mark(x=round(middle, 1), y=level * _STEP + 5, width=round(span, 1), title=title))
    return marks, len(ends)


def _counts_for(mark: Mark, x: float) -> tuple[bool, float, float]:
    """How well a mark stands for one that has no room: first one near that counts already, else the highest near by."""
    away = abs(mark.x + mark.width - x)
    return mark.more > 0 and away < _COUNT, mark.y, -away


def _with_one_more(mark: Mark) -> Mark:
    return Mark(x=mark.x, y=mark.y, width=mark.width, title=mark.title, more=mark.more + 1)


def _ticks(first: date, last: date, scale: float, width: int) -> Iterable[Tick]:
    """The first of each month, or of every few, so that their names have room; years where the months are many."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next((step for step in (1, 2, 3, 6, 12, 24, 60, 120) if months / step * _TICK <= width), 240)
    number = -(-(first.year * 12 + first.month - 1) // step) * step
    while number <= last.year * 12 + last.month - 1:
        day = date(number // 12, number % 12 + 1, 1)
        x = _LEFT + (day - first).days * scale
        if first <= day and _TICK / 2 <= x <= width - _TICK / 2:
            words = day.strftime("%Y") if step >= 12 else human_date(f"{day:%Y-%m}")
            yield Tick(x=round(x, 1), words=words)
        number += step


_TICK = 70
"""Room for the name of a month."""
