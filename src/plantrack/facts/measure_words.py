"""Figures and lengths of time in words of our own, for where both sides are to stand in one unit.

Elsewhere the text's own words are shown.
"""

from decimal import Context, Decimal

from plantrack.facts.values import Figure
from plantrack.language.periods import LONG, SHORT, Length
from plantrack.language.units import MONEY, convert, plural_of, unit_named

_PLACES = 2
_EXACT = Context(prec=240)
_BOUNDS = {"lt": "less than", "lteq": "at most", "gt": "more than", "gteq": "at least", "about": "about"}


def words_of_number(value: Decimal) -> str:
    """A number with commas between thousands, and every decimal that it has.

    >>> words_of_number(Decimal("1250000")), words_of_number(Decimal("2.50"))
    ('1,250,000', '2.5')
    """
    plain = _EXACT.normalize(value)
    return f"{plain:,f}"


def words_of_figure(figure: Figure) -> str:
    """A figure in our own words: its bound, number, unit or noun.

    >>> words_of_figure(Figure("gteq", Decimal(30), unit="km", dimension="length", bare=False))
    'at least 30 km'
    >>> words_of_figure(Figure("between", Decimal(1), Decimal(2), "foot", "length", bare=False))
    'between 1 and 2 feet'
    """
    if figure.parts:
        return (" to " if figure.unit == "ratio" else "/").join(map(words_of_number, figure.parts))
    number = figure.vague or figure.raw
    if figure.value is not None:
        number = words_of_number(figure.value)
    if figure.also is not None:
        number = f"{number} ({words_of_number(figure.also)})"
    if figure.upper is not None:
        number = f"between {number} and {words_of_number(figure.upper)}"
    bound = _BOUNDS.get(figure.operator, "exactly" if figure.operator == "eq" and not figure.bare else "")
    bound = "fewer than" if figure.operator == "lt" and figure.dimension == "count" else bound
    return " ".join(filter(None, (bound, _with_unit(figure, number))))


def _with_unit(figure: Figure, number: str) -> str:
    one = figure.value == 1 and figure.upper is None
    if figure.dimension == MONEY and len(figure.unit) == 3 and figure.unit.isupper():
        return f"{figure.unit} {number}"
    if figure.dimension in (None, "count"):
        link = " of " if figure.vague.endswith("s") else " "
        return f"{number}{link}{figure.noun}" if figure.noun else number
    if figure.dimension == "age":
        return f"{number} years of age"
    if figure.unit in ("%", "‰", "°"):
        return f"{number}{' ' if figure.unit != '°' else ''}{figure.unit}"
    unit = unit_named(figure.unit)
    spelled = figure.unit if unit is None or len(figure.unit) < len(unit.spelled) else unit.spelled
    return f"{number} {spelled if one or len(spelled) < 4 or not spelled[:3].isalpha() else plural_of(spelled)}"


def in_unit(figure: Figure, unit: str) -> Figure | None:
    """A figure in another unit of its dimension, None if there is no factor between them.

    >>> in_unit(Figure("eq", Decimal(2), unit="t", dimension="mass"), "kg").value
    Decimal('2000')
    """
    old, new = unit_named(figure.unit), unit_named(unit)
    if old is None or new is None or figure.value is None:
        return None
    value = convert(figure.value, old, new)
    upper = None if figure.upper is None else convert(figure.upper, old, new)
    return None if value is None else figure._replace(value=value, upper=upper, unit=unit)


def in_one_unit(old: Figure, new: Figure) -> tuple[str, str] | None:
    """Two figures of one dimension in the unit of the new one, None where they have one unit or cannot be converted.

    >>> feet = Figure("eq", Decimal(500), unit="foot", dimension="length")
    >>> in_one_unit(feet, Figure("eq", Decimal(200), unit="m", dimension="length"))
    ('152.4 m', '200 m')
    """
    if old.unit == new.unit or old.dimension != new.dimension or old.dimension in (None, "count"):
        return None
    converted = in_unit(old, new.unit)
    return None if converted is None else (words_of_figure(_rounded(converted)), words_of_figure(new))


def _rounded(figure: Figure) -> Figure:
    """A converted figure with two decimals at most."""
    value, upper = (None if number is None else _short(number) for number in (figure.value, figure.upper))
    return figure._replace(value=value, upper=upper)


def _short(number: Decimal) -> Decimal:
    return number if abs(number) < 1 else round(number, _PLACES)


def words_of_length(length: Length) -> str:
    """A length of time in our own words.

    >>> words_of_length(Length(Decimal(14), "day")), words_of_length(Length(Decimal(30), "day", quality="working"))
    ('14 days', '30 working days')
    """
    unit = length.unit if length.value == 1 and length.upper is None else plural_of(length.unit)
    number = words_of_number(length.value)
    if length.upper is not None:
        number = f"{number} to {words_of_number(length.upper)}"
    bound = _BOUNDS.get(length.operator, "")
    return " ".join(filter(None, (bound, number, length.quality, unit)))


def length_in_unit(length: Length, unit: str) -> Length | None:
    """A length in another unit, None where days would become months or the number would not come out even.

    >>> words_of_length(length_in_unit(Length(Decimal(2), "week"), "day"))
    '14 days'
    """
    if (unit in LONG) != length.in_months or unit not in {**SHORT, **LONG}:
        return None
    factor = Decimal(LONG.get(unit) or SHORT[unit])
    value = _EXACT.divide(length.base(length.value), factor)
    upper = None if length.upper is None else _EXACT.divide(length.base(length.upper), factor)
    exact = len(_EXACT.normalize(value).as_tuple().digits) <= 12
    return length._replace(value=value, upper=upper, unit=unit) if exact else None


def lengths_in_one_unit(old: Length, new: Length) -> tuple[str, str] | None:
    """Two lengths of time in the finer unit of both, None where they have one unit or days meet months.

    >>> lengths_in_one_unit(Length(Decimal(2), "week"), Length(Decimal(30), "day"))
    ('14 days', '30 days')
    """
    if old.unit == new.unit or old.in_months != new.in_months:
        return None
    finer = min((old, new), key=lambda length: length.base(Decimal(1))).unit
    first, second = length_in_unit(old, finer), length_in_unit(new, finer)
    return None if first is None or second is None else (words_of_length(first), words_of_length(second))
