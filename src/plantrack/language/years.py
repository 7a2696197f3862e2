"""Years that stand alone, and ranges of them: *in 2027*, `2025-2030`, *between 2025 and 2030*."""

from typing import NamedTuple

from plantrack.language.closed_words import is_closed
from plantrack.language.numbers import NumberedText, NumberSpan

RANGE_JOINS = frozenset({"-", "to", "until", "till", "through"})
"""Between both ends of a range."""
_BEFORE_YEAR = frozenset(
    """in since by before after until till from to of during through year years between around circa throughout and or
    - / ( the""".split()
)
_BEFORE_COUNTED = frozenset("in since until till during year the".split())
"""A year may stand there before a noun: *in 2027 elections*, *the 1949 conventions*."""


class DateSpan(NamedTuple):
    """A date and the tokens it takes."""

    first: int
    last: int
    at: str
    """EDTF, with `XXXX` for a year that is not written."""
    part: str = ""
    """What part of it: early, middle, late, start, end, spring, summer, autumn, winter."""


def year_at(text: NumberedText, place: int, *, expected: bool = False) -> DateSpan | None:
    """The year, or range of years, that stands alone at a place, where the words around it make it a year.

    Args:
        text: The text.
        place: Where to read.
        expected: Whether the words before, such as *no later than*, already ask for a date.
    """
    year = year_of(text, place)
    if year is None:
        return None
    before = text.lows[place - 1] if place else ""
    value, last = year
    second = _second_year(text, last, value, between=before == "between")
    if second is not None:
        return DateSpan(place, second[1], f"{value}/{second[0]}")
    if _is_listed_amount(text, last):
        return None
    if not expected and before not in _BEFORE_YEAR and not (before == "," and _is_year_before(text, place - 2)):
        return None
    if counts_on(text, last) and not (
        before in _BEFORE_COUNTED and 1900 <= value < 2100 and (value % 100 or text.lows[last] == "-")
    ):
        return None
    return DateSpan(place, last, str(value))


def counts_on(text: NumberedText, place: int) -> bool:
    """Whether a word of an open class follows, which a number could count."""
    return place < len(text.tokens) and text.tokens[place].kind == "word" and not is_closed(text.lows[place])


def _is_listed_amount(text: NumberedText, last: int) -> bool:
    """Whether a number follows that is no year, as in *from 1500 to 3000 guards*."""
    if text.lows[last] not in (*RANGE_JOINS, "/", "and", "or") or last + 1 not in text.numbers:
        return False
    other = year_of(text, last + 1)
    return other is None or counts_on(text, other[1])


def _is_year_before(text: NumberedText, place: int) -> bool:
    return place > 0 and year_of(text, place) is not None and text.lows[place - 1] in (*_BEFORE_YEAR, ",")


def year_of(text: NumberedText, place: int) -> tuple[int, int] | None:
    """A year in four digits, or in words."""
    span = text.numbers.get(place)
    if span is None:
        return None
    if span.kind == "words" and span.value is not None and span.scale == 1 and 1000 < span.value < 3000:
        return (int(span.value), span.last) if _is_spelled_year(text, span) else None
    if span.last != place + 1 or len(span.raw) != 4 or not span.raw.isdecimal() or not 1000 <= int(span.raw) < 3000:
        return None
    return int(span.raw), place + 1


def _is_spelled_year(text: NumberedText, span: NumberSpan) -> bool:
    """Whether a number in words may be a year: *one thousand nine hundred and ninety-two*."""
    return text.lows[span.first] in ("one", "two", "nineteen", "eighteen") and not counts_on(text, span.last)


def _second_year(text: NumberedText, place: int, first: int, *, between: bool) -> tuple[int, int] | None:
    """The year that ends a range: `2025-2030`, `2025/26`, *between 2025 and 2030*."""
    if text.lows[place] not in (*RANGE_JOINS, "/") and not (between and text.lows[place] == "and"):
        return None
    span = text.numbers.get(place + 1)
    if span is None or span.last != place + 2 or not span.raw.isdecimal() or len(span.raw) not in (2, 4):
        return None
    if len(span.raw) == 2 and text.lows[place] not in ("-", "/"):
        return None
    second = int(span.raw) + (first // 100 * 100 if len(span.raw) == 2 else 0)
    return (second, span.last) if first < second < first + 500 and not counts_on(text, span.last) else None
