"""Dates of EDTF, the Extended Date/Time Format (ISO 8601-2): a day, a month, a year, uncertain, or an interval.

Read here: `2025`, `2025-11`, `2025-11-20`, unspecified digits (`2025-11-XX`), the qualifiers `?`, `~` and `%` at the
end, intervals `A/B`, and open ends `..`. Not read: seasons, sets, years beyond four digits, times of day.
"""

import re
from calendar import monthrange
from datetime import date

POINT = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?[?~%]?", re.ASCII)
"""One date; an interval has one at each end, or `..`, or nothing."""
EXPECTED = "an EDTF date such as 2025-11-20, 2025-11, 2025-11-20? or 2025-11-20/2025-11-24"


def is_edtf(text: str) -> bool:
    """Whether the text is a date in the part of EDTF that is read here."""
    return date_bounds(text) is not None


def date_bounds(text: str) -> tuple[date, date] | None:
    """The first and the last day that a date may mean; None if it is no date.

    >>> date_bounds("2025-11")
    (datetime.date(2025, 11, 1), datetime.date(2025, 11, 30))
    """
    if "/" not in text:
        return _point_bounds(text)
    start, _, end = text.partition("/")
    if start in ("", "..") and end in ("", ".."):
        return None
    first = (date.min, date.min) if start in ("", "..") else _point_bounds(start)
    last = (date.max, date.max) if end in ("", "..") else _point_bounds(end)
    if first is None or last is None or first[0] > last[1]:
        return None
    return first[0], last[1]


def _point_bounds(text: str) -> tuple[date, date] | None:
    found = POINT.fullmatch(text)
    if not found:
        return None
    year, month, day = found.groups()
    try:
        first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
        if month in (None, "XX"):
            return (date(first_year, 1, 1), date(last_year, 12, 31)) if day in (None, "XX") else None
        if day in (None, "XX"):
            last_day = monthrange(last_year, int(month))[1]
            return date(first_year, int(month), 1), date(last_year, int(month), last_day)
        return date(first_year, int(month), int(day)), date(last_year, int(month), int(day))
    except ValueError:
        return None


def date_order(text: str) -> tuple[date, date]:
    """A key that sorts dates: by the last day they may mean, then by the first."""
    bounds = date_bounds(text)
    if bounds is None:
        return date.min, date.min
    return bounds[1], bounds[0]
