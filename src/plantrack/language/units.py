"""Units of measure and currencies under their several names, before and behind a number.

The tables are `data/units.tsv` and `data/currencies.tsv`; a unit or a name more is a row more.
"""

import re
from collections.abc import Sequence
from decimal import Context, Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

from plantrack.language.tokens import Token

MONEY = "money"
_DATA = Path(__file__).with_name("data")
_EXACT = Context(prec=240)
_LETTERS_BEFORE_DOLLAR = frozenset({"US", "U.S.", "A", "AU", "C", "CA", "NZ", "HK", "S", "NT", "R"})
_CODE_IN_LABEL = re.compile(r"([A-Z]{3})(\d+)[A-Za-z]?", re.ASCII)
_IRREGULAR = {"foot": "feet", "inch": "inches", "penny": "pence", "krone": "kroner", "krona": "kronor"}
_WITHOUT_PLURAL = frozenset({"percent", "hertz", "baht", "yen", "won", "rand", "yuan", "birr"})


class Unit(NamedTuple):
    """A unit of measure, or a currency."""

    name: str
    """Its sign or plain name: `km`, `USD`, `barrel`."""
    dimension: str
    """`length`, `mass`, `money`, `share`, ..."""
    factor: Decimal | None
    """How many base units of its dimension it is; None where it cannot be converted."""
    spelled: str
    """Its name in words, in the singular: `kilometre`."""


class UnitSpan(NamedTuple):
    """A unit in a text."""

    last: int
    """The place after its last token."""
    unit: Unit


class _Tables(NamedTuple):
    named: dict[str, Unit]
    signs: dict[str, Unit]
    """By exact case."""
    phrases: dict[str, list[tuple[tuple[str, ...], Unit]]]
    """Folded names by their first word, the longest first."""


def unit_named(name: str) -> Unit | None:
    """The unit of a name as the table has it, or of a sign: `km`, `USD`.

    >>> unit_named("km").dimension, unit_named("USD").dimension, unit_named("goat")
    ('length', 'money', None)
    """
    tables = _tables()
    return tables.named.get(name) or tables.signs.get(name)


def unit_called(words: str) -> Unit | None:
    """The unit of one of its names in words, in small letters, singular or plural.

    >>> unit_called("square kilometres").name, unit_called("per cent").name, unit_called("goats")
    ('km2', '%', None)
    """
    wanted = tuple(words.split(" "))
    return next((unit for form, unit in _tables().phrases.get(wanted[0], ()) if form == wanted), None)


def unit_names() -> list[str]:
    """The names of all units in words."""
    return [" ".join(form) for phrases in _tables().phrases.values() for form, _ in phrases]


def in_base_units(value: Decimal, unit: Unit) -> Decimal:
    """A value in the base unit of the dimension, exactly; as it is where the unit cannot be converted."""
    return value if unit.factor is None else _EXACT.multiply(value, unit.factor)


def convert(value: Decimal, unit: Unit, into: Unit) -> Decimal | None:
    """A value in another unit of its dimension; None where they have none in common.

    >>> convert(Decimal(2), unit_named("t"), unit_named("kg"))
    Decimal('2000')
    """
    if unit == into:
        return value
    if unit.dimension != into.dimension or unit.factor is None or into.factor is None:
        return None
    return _EXACT.divide(_EXACT.multiply(value, unit.factor), into.factor)


def base_unit_of(dimension: str) -> str:
    """The name of the unit into which a dimension is converted; empty if there is none.

    >>> base_unit_of("length"), base_unit_of("money")
    ('m', '')
    """
    units = _tables().named.values()
    return next((unit.name for unit in units if unit.dimension == dimension and unit.factor == 1), "")


def unit_at(tokens: Sequence[Token], lows: Sequence[str], place: int, *, digits: bool = True) -> UnitSpan | None:
    """The unit whose name or sign begins at a place, None if none does.

    Args:
        tokens: The tokens of a text.
        lows: Their folded words, with a few empty ones behind.
        place: Where to read.
        digits: Whether digits stand before it: signs of one letter count only there.
    """
    if place >= len(tokens):
        return None
    tables = _tables()
    for words, unit in tables.phrases.get(lows[place], ()):
        if len(words) == 1 or tuple(lows[place : place + len(words)]) == words:
            return UnitSpan(place + len(words), unit)
    text = tokens[place].text
    sign = tables.signs.get(text) or (None if text.isascii() else tables.signs.get(lows[place]))
    if sign is not None and (digits or tokens[place].kind == "mark" or len(text) > 1):
        dotted = lows[place + 1] == "." and lows[place + 2] and tokens[place + 1].start == tokens[place].end
        abbreviated = dotted and lows[place + 2].isalpha() and tokens[place + 2].text[0].islower()
        return UnitSpan(place + 1 + bool(abbreviated), sign)
    return _currency_of_state(tokens, lows, place)


def _currency_of_state(tokens: Sequence[Token], lows: Sequence[str], place: int) -> UnitSpan | None:
    """`500 Arlandian crowns`: a currency with the adjective of a state that the table does not know."""
    if not tokens[place].capital or tokens[place].kind != "word":
        return None
    for words, unit in _tables().phrases.get(lows[place + 1], ()):
        if len(words) == 1 and unit.dimension == MONEY:
            name = f"{lows[place]} {unit.spelled}"
            return UnitSpan(place + 2, Unit(name, MONEY, None, name))
    return None


def currency_before(tokens: Sequence[Token], place: int) -> tuple[int, Unit] | None:
    """The currency whose sign or code stands right before a place, with its first token; None if none does."""
    if place == 0:
        return None
    signs, text = _tables().signs, tokens[place - 1].text
    if text == "$" and place > 1 and tokens[place - 2].text in _LETTERS_BEFORE_DOLLAR:
        letters = tokens[place - 2]
        if letters.end == tokens[place - 1].start or letters.text in ("US", "U.S."):
            return place - 2, signs.get(letters.text.replace(".", "") + "$", signs["$"])
    if text == "." and place > 1 and tokens[place - 2].text in ("Rs", "Fr"):
        return place - 2, signs[tokens[place - 2].text]
    unit = signs.get(text)
    return (place - 1, unit) if unit is not None and unit.dimension == MONEY else None


def money_label(token: Token) -> tuple[Unit, str] | None:
    """The currency and the digits of a label such as `EUR100`; None for any other label.

    >>> from plantrack.language.tokens import tokens_of
    >>> money_label(tokens_of("EUR100")[0])[1], money_label(tokens_of("FEE-04")[0])
    ('100', None)
    """
    found = _CODE_IN_LABEL.fullmatch(token.text)
    unit = _tables().signs.get(found[1]) if found else None
    return None if found is None or unit is None or unit.dimension != MONEY else (unit, found[2])


def _plural(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _WITHOUT_PLURAL or not word.isalpha():
        return word
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh", "z")) else "s")


@cache
def _tables() -> _Tables:
    tables = _Tables({}, {}, {})
    for name, dimension, factor, signs, names in _rows("units.tsv", 5):
        _add(tables, Unit(name, dimension, Decimal(factor) if factor else None, names.split(",")[0]), signs, names)
    for name, signs, names in _rows("currencies.tsv", 3):
        code = [name] if len(name) == 3 and name.isupper() else []
        _add(tables, Unit(name, MONEY, None, names.split(",")[0]), ",".join(filter(None, [*code, signs])), names)
    for phrases in tables.phrases.values():
        phrases.sort(key=lambda row: -len(row[0]))
    return tables


def _add(tables: _Tables, unit: Unit, signs: str, names: str) -> None:
    tables.named[unit.name] = unit
    for sign in filter(None, signs.split(",")):
        tables.signs.setdefault(sign, unit)
    forms: set[tuple[str, ...]] = set()
    for name in names.split(","):
        words = name.split(" ")
        forms.add(tuple(words))
        forms.update((*words[:step], _plural(words[step]), *words[step + 1 :]) for step in range(len(words)))
    for form in sorted(forms):
        tables.phrases.setdefault(form[0], []).append((form, unit))


def _rows(name: str, columns: int) -> list[list[str]]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [[*line.split("\t"), *[""] * columns][:columns] for line in lines if line and not line.startswith("#")]
