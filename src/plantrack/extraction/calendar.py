"""Lengths of time and calendar dates, in one form for equal ones."""

from decimal import Decimal
from typing import NamedTuple

from plantrack.extraction.numbers import read_number
from plantrack.extraction.words import Token

_MONTHS = {
    name: number
    for number, full in enumerate(
        "january february march april may june july august september october november december".split(), 1
    )
    for name in (full, full[:3], full[:3] + ".", *(("sept", "sept.") if full == "september" else ()))
}
PERIODS = {
    "hour": (Decimal(1) / 24, "day"), "hr": (Decimal(1) / 24, "day"), "day": (Decimal(1), "day"),
    "week": (Decimal(7), "day"), "fortnight": (Decimal(14), "day"), "month": (Decimal(1), "month"),
    "quarter": (Decimal(3), "month"), "year": (Decimal(12), "month"), "decade": (Decimal(120), "month"),
    "minute": (Decimal(1) / 1440, "day"),
}  # fmt: skip
_PASSED_OVER = frozenset("calendar working business consecutive full further additional more next".split())


class Period(NamedTuple):
    """A length of time in days or months."""

    value: Decimal
    unit: str
    end: int

    def __str__(self) -> str:
        amount = format(self.value.normalize(), "f")
        return f"{amount} {self.unit}" + ("" if self.value == 1 else "s")


class Moment(NamedTuple):
    """A calendar date as EDTF."""

    date: str
    end: int


def read_period(tokens: list[Token], position: int) -> Period | None:
    """`two weeks`, `48-hour`, `a month`: a number and a unit of time."""
    figure = read_number(tokens, position)
    value, end = (figure.value, figure.end) if figure else (Decimal(1), position + 1)
    if figure is None and tokens[position].low not in ("a", "an", "one"):
        return None
    value, end = _with_half(tokens, position, value, end)
    while end < len(tokens) and (tokens[end].low in _PASSED_OVER or tokens[end].low in ("-", "(", ")")):
        if tokens[end].low == "(":
            end = next((step for step in range(end, min(end + 4, len(tokens))) if tokens[step].low == ")"), end)
        end += 1
    if end >= len(tokens):
        return None
    unit = tokens[end].low
    singular = unit.removesuffix("s")
    if singular not in PERIODS or tokens[end].kind != "w" or (singular == "quarter" and _is_share(tokens, end)):
        return None
    factor, name = PERIODS[singular]
    if [token.low for token in tokens[end + 1 : end + 4]] == ["and", "a", "half"]:
        value, end = value + Decimal("0.5"), end + 3
    total = value * factor
    if abs(total - round(total)) < Decimal("0.000001"):
        total = Decimal(round(total))
    return Period(total, name, end + 1)


def _with_half(tokens: list[Token], position: int, value: Decimal, end: int) -> tuple[Decimal, int]:
    """`half a year`, `a half year`, `one and a half years`: the value and where the unit begins."""
    following = [token.low for token in tokens[position : position + 2]]
    if following[:1] == ["half"]:
        return Decimal("0.5"), position + 1 + (following[1:] in (["a"], ["an"]))
    if following == ["a", "half"]:
        return Decimal("0.5"), position + 2
    if [token.low for token in tokens[end : end + 3]] == ["and", "a", "half"]:
        return value + Decimal("0.5"), end + 3
    return value, end


def _is_share(tokens: list[Token], position: int) -> bool:
    """Whether *a quarter of* is a share of a thing, and no three months."""
    following = [token.low for token in tokens[position + 1 : position + 4]]
    return following[:1] == ["of"] and not ("year" in following or any(item.isdigit() for item in following))


def read_date(tokens: list[Token], position: int) -> Moment | None:
    """A calendar date: `1 March 2027`, `March 1, 2027`, `1st of March`, `March 2027`, `2027-03-01`, `2027`."""
    token = tokens[position]
    following = [item.low for item in tokens[position : position + 7]] + [""] * 7
    if token.kind == "n" and token.text.isdigit():
        if len(token.text) == 4 and following[1] == "-" and _is_number(tokens, position + 2):
            return _iso_date(tokens, position)
        skip = 1 + (following[1] in ("st", "nd", "rd", "th"))
        skip += following[skip] == "of"
        if len(token.text) <= 2 and following[skip] in _MONTHS:
            return _with_year(tokens, position + skip + 1, int(token.text), _MONTHS[following[skip]])
        if len(token.text) == 4 and 1500 <= int(token.text) <= 2999:
            after = tokens[position + 1] if position + 1 < len(tokens) else None
            if after is None or after.kind == "p" or after.low in _AFTER_YEAR:
                return Moment(token.text, position + 1)
        return None
    if token.low in _MONTHS and (token.capital or token.low != "may") and token.low not in ("mar", "sec"):
        if _is_number(tokens, position + 1) and len(tokens[position + 1].text) <= 2:
            end = position + 2
            end += end < len(tokens) and tokens[end].low in ("st", "nd", "rd", "th")
            end += end < len(tokens) and tokens[end].low == ","
            return _with_year(tokens, end, int(tokens[position + 1].text), _MONTHS[token.low])
        if _is_number(tokens, position + 1) and len(tokens[position + 1].text) == 4:
            return Moment(f"{tokens[position + 1].text}-{_MONTHS[token.low]:02}", position + 2)
    return None


_AFTER_YEAR = frozenset("and or at in by for to the unless if on with under except of".split())


def _is_number(tokens: list[Token], position: int) -> bool:
    return position < len(tokens) and tokens[position].kind == "n" and tokens[position].text.isdigit()


def _with_year(tokens: list[Token], position: int, day: int, month: int) -> Moment:
    if position < len(tokens) and tokens[position].low == ",":
        position += _is_number(tokens, position + 1) and len(tokens[position + 1].text) == 4
    if _is_number(tokens, position) and len(tokens[position].text) == 4:
        return Moment(f"{tokens[position].text}-{month:02}-{day:02}", position + 1)
    return Moment(f"XXXX-{month:02}-{day:02}", position)


def _iso_date(tokens: list[Token], position: int) -> Moment:
    end = position + 3
    date = f"{tokens[position].text}-{int(tokens[position + 2].text):02}"
    if end + 1 < len(tokens) and tokens[end].low == "-" and _is_number(tokens, end + 1):
        return Moment(f"{date}-{int(tokens[end + 1].text):02}", end + 2)
    return Moment(date, end)


def end_of(date: str) -> str:
    """The last day of a year or month; other dates as they are."""
    if len(date) == 4:
        return f"{date}-12-31"
    if len(date) == 7 and date[:4].isdigit():
        year, month = int(date[:4]), int(date[5:])
        leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return f"{date}-{_LAST_DAYS[month - 1] + leap}"
    return date


_LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
