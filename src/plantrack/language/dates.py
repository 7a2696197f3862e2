"""Calendar dates of a text in EDTF: days, months, years, ranges of them, and parts of a year.

A year that is not written is `XXXX`; two days that are no range stand with a comma between. What a word such as *early*
or *spring* adds is kept as `part`. Not read: weekdays, years of two digits, calendars other than the Gregorian.
"""

import re
from calendar import monthrange
from typing import NamedTuple

from plantrack.language.numbers import NumberedText
from plantrack.language.years import RANGE_JOINS, DateSpan, counts_on, year_of

_NAMES = "january february march april may june july august september october november december".split()
MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_SHORT = {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
_PARTS = {
    "early": "early", "late": "late", "mid": "middle", "middle": "middle", "beginning": "start", "start": "start",
    "end": "end", "close": "end", "spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn",
    "winter": "winter",
}  # fmt: skip
_ADJECTIVES = frozenset({"early", "late", "mid"})
_QUARTERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": 4}
_BEFORE_MONTH = frozenset(
    "in by of since until till before after during from to this last next through early mid late between and".split()
)
_NUMERIC = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})(?![-/\w])", re.ASCII)

_MOST_DAYS = 5
"""Of one list."""
_ISO = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?(?![-/\w])", re.ASCII)


class _Day(NamedTuple):
    last: int
    year: int | None
    month: int
    day: int | None

    def __str__(self) -> str:
        year = "XXXX" if self.year is None else f"{self.year:04}"
        return f"{year}-{self.month:02}" + (f"-{self.day:02}" if self.day is not None else "")


def date_at(text: NumberedText, place: int) -> DateSpan | None:
    """The date that begins at a place, a year alone apart; None if none does."""
    low, token = text.lows[place], text.tokens[place]
    if token.kind == "label":
        return _numbered_quarter(text, place)
    if place not in text.numbers:
        if low in _PARTS:
            return _part(text, place)
        return _month_first(text, place) if low in MONTHS or low in _SHORT else _quarter(text, place)
    behind = text.lows[place + 1]
    if behind in ("-", "/") or len(token.text) > 5:
        found = _iso(text, place) or _numeric(text, place)
        if found is not None:
            return found
    if behind in ("s", "'s"):
        return _decade(text, place)
    if text.numbers[place].kind == "ordinal":
        return _quarter(text, place) or _century(text, place) or _day_first(text, place)
    return _day_first(text, place)


BEHIND_NUMBER = frozenset({*MONTHS, *_SHORT, *RANGE_JOINS, "/", ",", "and", "or", "of", "day", "s", "'s"})
"""What stands behind a number that may begin a date."""


def first_words_of_dates() -> frozenset[str]:
    """Words with which a date may begin, numbers apart."""
    return frozenset({*MONTHS, *_SHORT, *_PARTS, *_QUARTERS})


def end_of(at: str) -> str:
    """The last day of a year or a month; other dates as they are.

    >>> end_of("2029"), end_of("2028-02"), end_of("XXXX-02"), end_of("2029-05-01")
    ('2029-12-31', '2028-02-29', 'XXXX-02', '2029-05-01')
    """
    if len(at) == 4 and at.isdecimal():
        return f"{at}-12-31"
    if len(at) == 7 and at[:4].isdecimal():
        return f"{at}-{monthrange(int(at[:4]), int(at[5:]))[1]:02}"
    if len(at) == 7 and at[5:] != "02":
        return f"{at}-{monthrange(2001, int(at[5:]))[1]:02}"
    return at


def _month(text: NumberedText, place: int) -> tuple[int, int] | None:
    """A month by its long or short name, and the place after it."""
    low = text.lows[place]
    if low in MONTHS:
        return (MONTHS[low], place + 1) if low not in ("may", "march") or text.tokens[place].capital else None
    if low not in _SHORT or not text.tokens[place].capital:
        return None
    dot = text.lows[place + 1] == "." and text.tokens[place + 1].start == text.tokens[place].end
    return _SHORT[low], place + 1 + dot


def _day(text: NumberedText, place: int) -> tuple[int, int] | None:
    """The number of a day in digits or as an ordinal in words."""
    span = text.numbers.get(place)
    if span is None:
        if place < len(text.tokens) and text.tokens[place].kind == "number" and text.tokens[place].text.isdecimal():
            value = int(text.tokens[place].text) if len(text.tokens[place].text) < 3 else 0
            return (value, place + 1) if 1 <= value <= 31 else None
        return None
    if span.value is None or span.kind not in ("digits", "ordinal") or not 1 <= span.value <= 31 or span.scale > 1:
        return None
    if span.kind == "digits" and (span.last > place + 1 or not span.raw.isdecimal()):
        return None
    return int(span.value), span.last


def _with_year(text: NumberedText, place: int) -> tuple[int | None, int]:
    """The year behind a day or month, and the place after it."""
    for skip in ([","], ["of", "the", "year"], ["in", "the", "year"], []):
        at = place + len(skip)
        if text.lows[place:at] == skip:
            year = year_of(text, at)
            if year is not None:
                return year
    return None, place


def _day_first(text: NumberedText, place: int) -> DateSpan | None:
    """`1 May 2027`, `1st of May`, `26-27 September`, `5, 6 and 9 August`, `the twelfth day of January`."""
    first = _day(text, place)
    if first is None:
        return None
    days, last, joins = [first[0]], first[1], ""
    while len(days) < _MOST_DAYS:
        join = text.lows[last]
        following = _day(text, last + 1) if join in ("-", "to", "and", "or", ",", "until", "till", "/") else None
        if following is None:
            break
        days.append(following[0])
        joins, last = join, following[1]
    last += text.lows[last] == "day"
    spelled = text.tokens[place].kind == "word"
    last += text.lows[last] == "of"
    month = _month(text, last)
    if month is None or (spelled and text.lows[last - 1] != "of"):
        return None
    year, last = _with_year(text, month[1])
    listed = [_Day(last, year, month[0], day) for day in days]
    if len(days) > 1:
        ranged = joins in RANGE_JOINS or (place > 0 and text.lows[place - 1] == "between")
        return DateSpan(place, last, _list(listed, ranged=ranged and len(days) == 2))
    return _ranged(text, place, listed[0])


def _list(days: list[_Day], *, ranged: bool) -> str:
    """Several days of one month; two that follow one another are a range."""
    if len(days) == 2 and (ranged or (days[0].day or 0) + 1 == days[1].day):
        return f"{days[0]}/{days[1]}"
    return ",".join(map(str, days))


def _month_first(text: NumberedText, place: int) -> DateSpan | None:
    """`May 1, 2027`, `September 26-27, 2025`, `May 2027`, and *in May*."""
    month = _month(text, place)
    if month is None:
        return None
    day = _day(text, month[1])
    if day is None:
        year, last = _with_year(text, month[1])
        alone = _Day(last, year, month[0], None)
        before = text.lows[place - 1] if place else ""
        ranged = text.lows[month[1]] in RANGE_JOINS and month[1] + 1 < len(text.tokens)
        ranged = ranged and _month(text, month[1] + 1) is not None
        may_stand = (before in _BEFORE_MONTH or ranged) and text.lows[place] in MONTHS and text.tokens[place].capital
        return _ranged(text, place, alone) if year is not None or may_stand else None
    second = _day(text, day[1] + 1) if text.lows[day[1]] in ("-", "to", "and") else None
    if second is not None and _month(text, second[1]) is None and second[0] > day[0]:
        year, last = _with_year(text, second[1])
        days = [_Day(last, year, month[0], number) for number in (day[0], second[0])]
        return DateSpan(place, last, _list(days, ranged=text.lows[day[1]] != "and"))
    year, last = _with_year(text, day[1])
    return _ranged(text, place, _Day(last, year, month[0], day[0]))


def _single(text: NumberedText, place: int) -> _Day | None:
    """One day or month with its name, for the end of a range."""
    day = _day(text, place)
    at = day[1] if day else place
    at += day is not None and text.lows[at] == "of"
    month = _month(text, at)
    if month is None:
        return None
    at = month[1]
    if day is None:
        behind = _day(text, at)
        if behind is not None:
            day, at = behind, behind[1]
    year, at = _with_year(text, at)
    return _Day(at, year, month[0], day[0] if day else None)


def _ranged(text: NumberedText, place: int, first: _Day) -> DateSpan:
    """A date, with the one behind it where both are a range: *14 April to 25 April 2044*."""
    join = text.lows[first.last]
    between = join == "and" and place > 0 and text.lows[place - 1] == "between"
    second = _single(text, first.last + 1) if join in RANGE_JOINS or between else None
    if second is None or (second.day is None) != (first.day is None):
        return DateSpan(place, first.last, str(first))
    turns = (second.month, second.day or 0) < (first.month, first.day or 0)
    if first.year is None and second.year is not None:
        first = first._replace(year=second.year - turns)
    elif second.year is None and first.year is not None:
        second = second._replace(year=first.year + turns)
    return DateSpan(place, second.last, f"{first}/{second}")


def _iso(text: NumberedText, place: int) -> DateSpan | None:
    """`2027-05-01`, `2027-05`."""
    found = _ISO.match(_glued(text, place))
    if found is None or not 1 <= int(found[2]) <= 12:
        return None
    return DateSpan(place, place + (5 if found[3] else 3), found[0])


def _glued(text: NumberedText, place: int) -> str:
    """Up to five tokens without spaces between them, and a sign of what is glued on behind."""
    words, end = "", text.tokens[place].start
    for token in text.tokens[place : place + 6]:
        if token.start != end:
            break
        words, end = words + token.low, token.end
    return words


def _numeric(text: NumberedText, place: int) -> DateSpan | None:
    """`01.05.2027`, `01-05-2027`; with strokes only where one number cannot be a month."""
    words, last = text.tokens[place].text, place + 1
    if text.lows[place + 1] in ("/", "-") and text.lows[place + 3] == text.lows[place + 1]:
        words, last = _glued(text, place), place + 5
    found = _NUMERIC.match(words)
    if found is None or (last == place + 5 and "." in found[0]):
        return None
    day, month, year = found.groups()
    if int(month) > 12 >= int(day):
        day, month = month, day
    elif "/" in found[0] and int(day) <= 12 and day != month:
        return None
    return DateSpan(place, last, f"{year}-{int(month):02}-{int(day):02}") if 1 <= int(month) <= 12 else None


def _numbered_quarter(text: NumberedText, place: int) -> DateSpan | None:
    """`Q3 2027`, `H1 2027`, `mid-2027`."""
    label = text.lows[place]
    prefix, _, digits = label.partition("-")
    if prefix in (*_ADJECTIVES, "end") and len(digits) == 4 and digits.isdecimal():
        return DateSpan(place, place + 1, digits, _PARTS[prefix])
    year = year_of(text, place + 1)
    if year is None or len(label) != 2 or label[0] not in "qh" or label[1] not in "1234":
        return None
    return DateSpan(place, year[1], _months_of(year[0], int(label[1]), 3 if label[0] == "q" else 6))


def _quarter(text: NumberedText, place: int) -> DateSpan | None:
    """`the first quarter of 2027`, `second half of 2027`."""
    number, noun = _QUARTERS.get(text.lows[place]), text.lows[place + 1]
    if number is None or noun not in ("quarter", "half") or text.lows[place + 2] != "of":
        return None
    year = year_of(text, place + 3)
    months = 3 if noun == "quarter" else 6
    number = 2 if noun == "half" and text.lows[place] == "last" else number
    return None if year is None else DateSpan(place, year[1], _months_of(year[0], number, months))


def _months_of(year: int, number: int, length: int) -> str:
    end = min(number * length, 12)
    return f"{year:04}-{end - length + 1:02}/{year:04}-{end:02}"


def _part(text: NumberedText, place: int) -> DateSpan | None:
    """`early 2027`, `mid-May`, `the end of 2029`, `spring 2027`."""
    low, at = text.lows[place], place + 1
    if low in _ADJECTIVES:
        at += text.lows[at] in ("-", "in")
    elif text.lows[at] == "of":
        at += 1 + (text.lows[at + 1] == "the") + (text.lows[at + 1 : at + 3] == ["the", "year"])
    elif _PARTS[low] != low and low != "fall":
        return None
    year = year_of(text, at)
    if year is not None:
        return None if counts_on(text, year[1]) else DateSpan(place, year[1], f"{year[0]:04}", _PARTS[low])
    inner = date_at(text, at) if at < len(text.tokens) and text.lows[at] not in _PARTS else None
    if inner is None or inner.at.count("-") > 1 + inner.at.startswith("XXXX-"):
        return None
    return inner._replace(first=place, part=_PARTS[low])


def _decade(text: NumberedText, place: int) -> DateSpan | None:
    """`the 1990s`."""
    year = year_of(text, place)
    if year is None or text.lows[place + 1] not in ("s", "'s") or text.tokens[place].text[3] != "0":
        return None
    return (
        DateSpan(place, place + 2, f"{year[0] // 10}X")
        if text.tokens[place + 1].start == text.tokens[place].end
        else None
    )


def _century(text: NumberedText, place: int) -> DateSpan | None:
    """`the 19th century`."""
    span = text.numbers[place]
    if span.kind != "ordinal" or span.value is None or text.lows[span.last] not in ("century", "centuries"):
        return None
    return DateSpan(place, span.last + 1, f"{int(span.value) - 1:02}XX") if span.value <= 30 else None
