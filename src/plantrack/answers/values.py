"""Figures, times and other values of terms, in words."""

from decimal import Decimal

from plantrack.answers.dates import human_date
from plantrack.catalogue import counted_as, figure_marks, say
from plantrack.model import Quantity
from plantrack.model.dates import date_bounds
from plantrack.plain import one_line

SIGNS = {"percent": "%", "%": "%"}
UNCOUNTED = "item"
"""The unit of a figure of which the text does not say what it counts."""
_SYMBOL = 3
"""Letters of a unit up to which it is a symbol, which has no plural: `km`, `kg`, `ha`."""
_PLURALS = {"person": "people"}


def figure(value: Decimal | float) -> str:
    """A figure with thousands apart.

    >>> figure(Decimal("600000")), figure(Decimal("0.50"))
    ('600,000', '0.5')
    """
    shown = f"{Decimal(str(value)).normalize():,f}"
    return shown.translate(figure_marks())


def counted(value: Decimal | None, unit: str, words: str) -> str:
    """A figure in words with its unit."""
    if unit == UNCOUNTED:
        return words
    if unit in SIGNS:
        return words + SIGNS[unit]
    if (told := counted_as("unit", unit, value)) is not None:
        return f"{words} {told}"
    one = value == 1 and words.endswith("1")
    stays = one or len(unit) <= _SYMBOL or unit.isupper() or unit.endswith("s")
    plural = unit if stays else _PLURALS.get(unit) or _plural(unit)
    return f"{words} {one_line(plural.replace('_', ' '))}"


def period_words(period: str) -> str:
    """A period, in a unit that has a word in the language; anything else as it stands: `30 days`."""
    number, _, unit = one_line(period).partition(" ")
    value = Decimal(number) if number.isascii() and number.isdigit() else None
    told = counted_as("period", unit.removesuffix("s"), value) if value is not None else None
    return f"{number} {told}" if told is not None else one_line(period)


def _plural(unit: str) -> str:
    """A counted noun in the plural: `lorries`, `days`, `branches`."""
    if unit.endswith("y") and unit[-2:-1] not in tuple("aeiou"):
        return unit[:-1] + "ies"
    return unit + ("es" if unit.endswith(("ch", "sh", "x")) else "s")


def quantity_words(quantity: Quantity) -> str:
    """A quantity as it is said: `at most 600,000 people`."""
    if quantity.value is None:
        return counted(None, quantity.unit, say("value.unstated"))
    words = say(
        f"bound.{'eq' if quantity.implied else quantity.operator}",
        value=figure(quantity.value),
        upper=figure(quantity.upper) if quantity.upper is not None else "",
    )
    return counted(quantity.upper or quantity.value, quantity.unit, words)


def day_words(by: str) -> str:
    """The day of a deadline: a date as people read it, anything else as it stands.

    >>> day_words("2015-02-15"), day_words("the end of the year")
    ('15 Feb 2015', 'the end of the year')
    """
    return human_date(by) if date_bounds(by) is not None else one_line(by)
