"""Figures with their bounds and units."""

from decimal import Decimal
from typing import NamedTuple

from plantrack.extraction import nouns
from plantrack.extraction.bounds import NO_NOUNS, operator_after, operator_before, operator_behind_noun
from plantrack.extraction.calendar import read_date, read_period
from plantrack.extraction.meaning import lemma, verb_forms_or_none
from plantrack.extraction.numbers import NUMBER_WORDS, read_number
from plantrack.extraction.units import currency_after, currency_before, names_dollar, read_measure
from plantrack.extraction.words import Token
from plantrack.model import Quantity

_VAGUE_ADJECTIVES = frozenset(
    "sufficient adequate appropriate agreed suitable reasonable substantial limited considerable significant certain "
    "necessary required larger smaller".split()
)
_VAGUE_NOUNS = frozenset(
    "number numbers sum sums amount amounts funds quantity quantities money share level size proportion".split()
)
_VAGUE_COUNTS = frozenset("several many numerous few".split())
_VAGUE_SCALES = {"dozens", "hundreds", "thousands", "millions", "billions", "scores", "tens"}
_DOCUMENTS = frozenset(
    """article articles resolution resolutions point points section sections paragraph paragraphs annex chapter
    protocol law no number act decree line phase stage step clause rule page item para art nos §""".split()
)
_NOT_COUNTED = frozenset("side sides party parties government governments another other".split())
_PEOPLE = frozenset("person soldier member serviceman man personnel people staff civilian citizen".split())


_NO_UNITS = frozenset({"a.m", "p.m", "am", "pm", "o'clock", "st", "nd", "rd", "th"})
"""What stands behind the hour of a day, or the day of a month."""
BEFORE_PERIOD = frozenset("for of least most last lasts lasting than".split())


class Counted(NamedTuple):
    """A quantity and the tokens it takes."""

    quantity: Quantity
    start: int
    """The first token, words of the bound included."""
    end: int
    """The first token after figure and unit."""
    noun_start: int
    """Where the unit's noun begins: these words also say what the thing is."""
    bare: bool
    """Whether no word gave a bound."""


_BEGINNINGS = (
    NUMBER_WORDS
    | _VAGUE_ADJECTIVES
    | _VAGUE_COUNTS
    | _VAGUE_SCALES
    | {"the", "between", "from", "two", "three", "four"}
)
"""Words with which a quantity may begin: most words are none of them."""


def find_quantity(tokens: list[Token], position: int, *, after_verb: bool = False) -> Counted | None:
    """The quantity whose figure, or vague word, begins at a token.

    Args:
        tokens: Words of a clause.
        position: The token.
        after_verb: Whether the first token follows a verb, so that *a year* is how long and not how often.
    """
    token = tokens[position]
    plain = token.kind == "w" and token.low not in _BEGINNINGS and "-" not in token.low
    if plain and not (token.capital and currency_before(tokens, position)):
        return None
    counted = _quantity_at(tokens, position, after_verb=after_verb)
    return None if counted is not None and counted.quantity.unit.strip(".") in _NO_UNITS else counted


def _quantity_at(tokens: list[Token], position: int, *, after_verb: bool) -> Counted | None:
    token = tokens[position]
    if token.low in {"between", "from"}:
        found = _range(tokens, position)
        if found:
            return found
    if currency_before(tokens, position) and _figure_follows(tokens, position):
        return _money(tokens, position)
    lasting = tokens[position - 1].low in BEFORE_PERIOD if position else after_verb
    if lasting and token.low in ("a", "an", "one", "half"):
        period = read_period(tokens, position)
        if period is not None:
            operator, start = operator_before(tokens, position)
            quantity = Quantity(
                measure="duration", operator=operator or "eq", value=_plain(period.value), unit=period.unit
            )
            return Counted(quantity, start, period.end, period.end, not operator)
    fraction = _fraction(tokens, position)
    if fraction:
        return fraction
    vague = _vague(tokens, position)
    if vague:
        return vague
    figure = read_number(tokens, position)
    shares = _shares(tokens, position, figure.end) if figure is not None else None
    if shares or figure is None or not _counts(tokens, position, figure.end):
        return shares
    operator, start = operator_before(tokens, position)
    end, upper = figure.end, None
    if end + 1 < len(tokens) and tokens[end].low in ("-", "to") and tokens[end + 1].kind == "n" and operator == "":
        second = read_number(tokens, end + 1)
        if second and second.value > figure.value:
            operator, upper, end = "between", second.value, second.end
    return _finish(tokens, start, end, figure.value, upper, operator)


def _figure_follows(tokens: list[Token], position: int) -> bool:
    return position + 1 < len(tokens) and read_number(tokens, position + 1) is not None


_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "tenth": 10,
    "tenths": 10,
}  # fmt: skip


def _fraction(tokens: list[Token], position: int) -> Counted | None:
    """`half of`, `two thirds of`, `a quarter of`, as a percentage."""
    low = tokens[position].low
    end, value = position + 1, None
    figure = read_number(tokens, position) if low == "half" else None
    if figure is not None and figure.end > position + 1:
        return None
    if low == "half" and (position == 0 or tokens[position - 1].low not in _NO_FRACTION_BEFORE):
        value = Decimal(50)
    elif end < len(tokens):
        head, _, tail = low.partition("-")
        part = _PARTS.get(tail) if tail else _PARTS.get(tokens[end].low)
        count = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}.get(head)
        if part and count and (tail or _is_share(tokens, position, end + 1)):
            value, end = (Decimal(100) * count / part).quantize(Decimal("0.01")), end + (not tail)
    if value is None:
        return None
    operator, start = operator_before(tokens, position)
    return Counted(Quantity(operator=operator or "eq", value=_plain(value), unit="%"), start, end, end, not operator)


_NO_FRACTION_BEFORE = nouns.DIRECTIONS | {"other", "first", "second"}


def _is_share(tokens: list[Token], position: int, end: int) -> bool:
    """Whether *two thirds* is a share: before *of*, or where nothing follows that it could be a part of."""
    if end >= len(tokens) or tokens[end].low == "of":
        return True
    counted = tokens[position].low not in ("a", "an")
    return counted and (tokens[end].kind == "p" or tokens[end].low in ("to", "for", "and", "or", "goes", "shall", "go"))


def _money(tokens: list[Token], position: int) -> Counted | None:
    if position + 1 >= len(tokens):
        return None
    figure = read_number(tokens, position + 1)
    if figure is None:
        return None
    begin = position - 1 if position and names_dollar(tokens[position - 1], tokens[position]) else position
    operator, start = operator_before(tokens, begin)
    after, end = operator_after(tokens, figure.end)
    unit = currency_before(tokens, position)
    quantity = Quantity(operator=operator or after or "eq", value=figure.value, unit=unit)
    return Counted(quantity, start, end, end, not (operator or after))


def _range(tokens: list[Token], position: int) -> Counted | None:
    if position + 3 >= len(tokens):
        return None
    ahead = position + 1
    symbol = bool(currency_before(tokens, ahead))
    first = read_number(tokens, ahead + symbol)
    if first is None or first.end + 1 >= len(tokens):
        return None
    joint = first.end
    while joint < len(tokens) and joint - first.end < 3 and tokens[joint].low not in ("and", "to"):
        joint += 1
    if joint + 1 >= len(tokens) or tokens[joint].low not in ("and", "to"):
        return None
    second_symbol = bool(currency_before(tokens, joint + 1))
    if joint + 1 + second_symbol >= len(tokens):
        return None
    second = read_number(tokens, joint + 1 + second_symbol)
    if second is None or read_date(tokens, position + 1):
        return None
    low, high = sorted((_scaled(first.value, second.value), second.value))
    if symbol:
        quantity = Quantity(operator="between", value=low, upper=high, unit=currency_before(tokens, ahead))
        return Counted(quantity, position, second.end, second.end, bare=False)
    return _finish(tokens, position, second.end, low, high, "between")


def _scaled(first: Decimal, second: Decimal) -> Decimal:
    """`2 to 3 billion`: the scale of the second holds for the first."""
    for scale in (10**9, 10**6, 1000):
        if second >= scale and first < 1000 and second / scale < 1000 and first * scale < second:
            return first * scale
    return first


def _shares(tokens: list[Token], position: int, end: int) -> Counted | None:
    """`50-50`, `60/40`, `60:40`: the first share."""
    parts = tokens[position].text.split(":")
    if len(parts) == 2 and all(map(str.isdigit, parts)) and sum(map(int, parts)) == 100:
        quantity = Quantity(operator="eq", value=Decimal(parts[0]), unit="%", measure="share")
        return Counted(quantity, position, position + 1, position + 1, bare=False)
    if end + 1 < len(tokens) and tokens[end].low in ("-", "/", ":", "to") and tokens[end + 1].kind == "n":
        second = read_number(tokens, end + 1)
        first = read_number(tokens, position)
        unitless = second is not None and _unit(tokens, second.end)[0] == "item"
        if second and first and first.value + second.value == 100 and (tokens[end].low != "to" or unitless):
            quantity = Quantity(operator="eq", value=first.value, unit="%", measure="share")
            return Counted(quantity, position, second.end, second.end, bare=False)
    return None


def _finish(
    tokens: list[Token], start: int, end: int, value: Decimal | None, upper: Decimal | None, operator: str
) -> Counted:
    unit, measure, noun_start, stop, factor = _unit(tokens, end)
    if not operator:
        operator, stop_after = operator_after(tokens, stop)
        if operator and stop_after > stop:
            stop = stop_after
        operator = operator or operator_behind_noun(tokens, stop)
    bare = not operator
    quantity = Quantity(
        operator=operator or "eq",
        value=None if value is None else _plain(value * factor),
        upper=None if upper is None else _plain(upper * factor),
        unit=unit,
        measure=measure,
    )
    return Counted(quantity, start, stop, noun_start, bare)


def _plain(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _unit(tokens: list[Token], end: int) -> tuple[str, str | None, int, int, Decimal]:  # noqa: PLR0911 - one case a line reads best
    """Unit, measure, where the noun begins, where the quantity ends, and the factor into the unit."""
    one = Decimal(1)
    if end >= len(tokens):
        return "item", None, end, end, one
    begin = end + (tokens[end].low == "-")
    if begin >= len(tokens):
        return "item", None, end, end, one
    if tokens[begin].low in ("%", "percent", "percentage"):
        return "%", None, begin + 1, begin + 1, one
    if tokens[begin].low == "per" and begin + 1 < len(tokens) and tokens[begin + 1].low == "cent":
        return "%", None, begin + 2, begin + 2, one
    period = read_period(tokens, max(end - 1, 0)) if tokens[end - 1].kind in "nw" else None
    if period is not None and period.end > end:
        figure = read_number(tokens, end - 1)
        aged = [token.low for token in tokens[period.end : period.end + 2]] == ["of", "age"]
        if figure is not None and aged and period.unit == "month":
            return "year", None, period.end, period.end, period.value / figure.value / 12
        if figure is not None and figure.value:
            return period.unit, "duration", period.end, period.end, period.value / figure.value
    money = currency_after(tokens, begin)
    if money is not None:
        return money.unit, None, money.end, money.end, one
    measure = read_measure(tokens, begin)
    if measure is not None:
        return measure.unit, None, measure.end, measure.end, measure.factor
    return _noun(tokens, begin)


_AFTER_PARTICIPLE = frozenset({"", "by", "from", "in", "at", "to", "on", "under"})
"""Before these, and at the end, a participle describes what is counted: *officers seconded by neutral states*."""


def _noun(tokens: list[Token], begin: int) -> tuple[str, str | None, int, int, Decimal]:
    step = begin + (begin < len(tokens) and tokens[begin].low == "of")
    words: list[str] = []
    while step < len(tokens) and len(words) < 5:
        token = tokens[step]
        if token.kind != "w" or token.low in NO_NOUNS:
            break
        form = verb_forms_or_none(token.low)
        after = tokens[step + 1].low if step + 1 < len(tokens) else ""
        if words and form is not None and form.shape == "participle" and after in _AFTER_PARTICIPLE:
            break
        if (
            words
            and form is not None
            and form.shape in ("base", "participle", "past")
            and form.base == token.low
            and len(words) > 3
        ):
            break
        words.append(lemma(token.low))
        step += 1
    if not words:
        return "item", None, begin, begin, Decimal(1)
    head = words[-1]
    return ("person" if head in _PEOPLE else head), None, begin, begin, Decimal(1)


def _vague(tokens: list[Token], position: int) -> Counted | None:
    low = tokens[position].low
    following = [token.low for token in tokens[position + 1 : position + 3]]
    if (
        low in ("a", "an")
        and len(following) == 2
        and following[0] in _VAGUE_ADJECTIVES
        and following[1] in _VAGUE_NOUNS
    ):
        return _finish(tokens, position, position + 3, None, None, "")
    if low in ("a", "the") and following[:1] == ["number"] and following[1:] == ["of"]:
        if low == "a":
            return _finish(tokens, position, position + 2, None, None, "")
        return None
    if low in _VAGUE_ADJECTIVES and following[:1] and following[0] in _VAGUE_NOUNS:
        return _finish(tokens, position, position + 2, None, None, "")
    if low in _VAGUE_COUNTS and (position == 0 or tokens[position - 1].low not in ("a", "the", "no", "as", "too")):
        scale = following[:1] and following[0] in ("hundred", "thousand", "million", "billion", "dozen")
        return _finish(tokens, position, position + 1 + bool(scale), None, None, "")
    if low in _VAGUE_SCALES and following[:1] == ["of"]:
        return _finish(tokens, position, position + 1, None, None, "")
    return None


def _counts(tokens: list[Token], position: int, end: int) -> bool:  # noqa: PLR0911 - one case a line reads best
    """Whether a number counts something, and is no name of a document, date, time or mere article."""
    token = tokens[position]
    before = tokens[position - 1] if position else None
    after = tokens[end] if end < len(tokens) else None
    if token.low == "half" and before is not None and before.low in _NO_FRACTION_BEFORE:
        return False
    if before is not None and (before.low in _DOCUMENTS and not (before.low == "no" and token.kind == "w")):
        return before.low in ("line", "number", "no") and token.kind == "w" and before.low != "line"
    if read_date(tokens, position) is not None:
        return False
    named = before is not None and before.capital and before.low not in nouns.STOP and position > 1
    if named and token.kind == "n" and not (after is not None and after.low in ("%", "percent", "per")):
        return False
    if token.low == "one":
        return after is not None and lemma(after.low) in (
            "year",
            "month",
            "week",
            "day",
            "hour",
            "billion",
            "million",
            "percent",
            "%",
        )
    if before is not None and before.low in ("the", "these", "those", "both", "our", "their", "all"):
        return token.kind == "n" or (
            after is not None and after.low not in _NOT_COUNTED and not after.capital and before.low == "their"
        )
    if after is not None and after.low in _NOT_COUNTED and token.kind == "w":
        return False
    if token.kind == "n" and ":" in token.text:
        return False
    return not (before is not None and before.low in ("-", "/") and position > 1 and tokens[position - 2].kind == "n")
