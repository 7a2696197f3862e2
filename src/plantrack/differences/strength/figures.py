"""Quantities ranked by what they allow, ban or ask for."""

from collections.abc import Sequence
from decimal import Decimal

from plantrack.differences.strength.forces import BAN, LIBERTY
from plantrack.differences.strength.order import (
    EQUAL,
    INVERSE,
    MIXED,
    STRONGER,
    WEAKER,
    combined,
    from_both,
    same_or_mixed,
)
from plantrack.language.units import in_base_units, unit_named
from plantrack.model import Quantity
from plantrack.value import evolve

_ENDLESS = Decimal("Infinity")
_ABOUT = Decimal("0.1")
"""*About* allows a tenth more or less."""
_THRESHOLDS = frozenset(
    # What a proposal must reach before anything follows: constitutions, power-sharing agreements, treaties that enter
    # into force with so many ratifications.
    "signature vote ballot ratification accession majority quorum threshold turnout".split()
)
_FLOORS = frozenset({"eq", "gteq", "gt", "about"})
_CEILINGS = frozenset({"lteq", "lt"})


def allowed(quantity: Quantity) -> tuple[tuple[Decimal, int], tuple[Decimal, int]]:
    """The least and the greatest figure that a quantity allows; the second member of each moves an open end inwards.

    A quantity without figure allows everything. `eq` allows its figure only: whether a bare figure is a floor or a
    ceiling is for whoever enters it to say.
    """
    value = quantity.value
    if value is None:
        return (-_ENDLESS, 0), (_ENDLESS, 0)
    if quantity.operator == "about":
        low, high = sorted((value * (1 - _ABOUT), value * (1 + _ABOUT)))
        return (low, 0), (high, 0)
    if quantity.operator == "between":
        low, high = sorted((value, value if quantity.upper is None else quantity.upper))
        return (low, 0), (high, 0)
    lowest = {"gteq": (value, 0), "gt": (value, 1), "eq": (value, 0)}.get(quantity.operator, (-_ENDLESS, 0))
    highest = {"lteq": (value, 0), "lt": (value, -1), "eq": (value, 0)}.get(quantity.operator, (_ENDLESS, 0))
    return lowest, highest


def in_base(quantity: Quantity) -> Quantity:
    """A quantity in the base unit of its dimension, and called after it; as it is where nothing converts it.

    >>> from decimal import Decimal
    >>> in_base(Quantity(value=Decimal(2), unit="t")) == in_base(Quantity(value=Decimal(2000), unit="kg"))
    True
    """
    unit = unit_named(quantity.unit)
    if unit is None or unit.factor is None:
        return quantity
    value, upper = (None if one is None else in_base_units(one, unit) for one in (quantity.value, quantity.upper))
    return evolve(quantity, value=value, upper=upper, unit=unit.dimension)


def is_threshold(quantity: Quantity) -> bool:
    """Whether a figure is what something must reach before anything follows, and so a condition and no amount.

    >>> is_threshold(Quantity(unit="signature")), is_threshold(Quantity(measure="vote-share", unit="%"))
    (True, True)
    """
    words = f"{quantity.unit} {quantity.measure or ''}".casefold().replace("-", " ").replace("_", " ").split()
    return any(word in _THRESHOLDS or word.removesuffix("s") in _THRESHOLDS for word in words)


def rank_quantities(old: Quantity, new: Quantity, force: str) -> str:
    """One quantity against another of the same measure and dimension; what cannot be converted is mixed.

    >>> from decimal import Decimal
    >>> cap = lambda figure: Quantity(operator="lteq", value=Decimal(figure), unit="person")
    >>> rank_quantities(cap(600000), cap(800000), "duty")
    'weaker'
    """
    if old.unit != new.unit:
        old, new = in_base(old), in_base(new)
    if (old.unit, old.measure) != (new.unit, new.measure):
        return MIXED
    if is_threshold(old):
        return _rank_thresholds(old, new, force)
    if force == BAN:
        return _rank_banned(old, new)
    return _rank_ceilings(old, new) if force == LIBERTY else _rank_allowed(old, new)


def _rank_allowed(old: Quantity, new: Quantity) -> str:
    """Of a duty the one that allows less binds more; ranges that overlap are mixed."""
    (old_low, old_high), (new_low, new_high) = allowed(old), allowed(new)
    return from_both(new_low <= old_low and old_high <= new_high, old_low <= new_low and new_high <= old_high)


def _rank_ceilings(old: Quantity, new: Quantity) -> str:
    """Of a liberty the lower ceiling leaves less room, and a bare figure is one; a floor is ranked with nothing."""
    first, second = (_ceiling(quantity) for quantity in (old, new))
    if first is None or second is None or (old.operator == "about") != (new.operator == "about"):
        return same_or_mixed(old, new)
    return EQUAL if first == second else STRONGER if second < first else WEAKER


def _ceiling(quantity: Quantity) -> tuple[Decimal, int] | None:
    if quantity.value is None or quantity.operator not in _CEILINGS | {"eq", "about"}:
        return None
    return quantity.value, -1 if quantity.operator == "lt" else 0


def _rank_banned(old: Quantity, new: Quantity) -> str:
    """Of a ban the lower figure bans more: *more than 500* and *no more than 500* set the same bound."""
    first, second = (_least_banned(quantity) for quantity in (old, new))
    if first is None or second is None:
        return same_or_mixed(old, new)
    return EQUAL if first == second else STRONGER if second < first else WEAKER


def _least_banned(quantity: Quantity) -> tuple[Decimal, int] | None:
    if quantity.value is None or quantity.operator not in ("gt", "lt", "lteq"):
        return None
    return quantity.value, 0 if quantity.operator == "lt" else 1


def _rank_thresholds(old: Quantity, new: Quantity, force: str) -> str:
    """The higher threshold is the harder condition: of a duty it binds less, of a liberty more, of a ban who knows."""
    if force == BAN or old.value is None or new.value is None or {old.operator, new.operator} - _FLOORS:
        return same_or_mixed(old, new)
    first, second = (old.value, old.operator == "gt"), (new.value, new.operator == "gt")
    order = EQUAL if first == second else WEAKER if second > first else STRONGER
    return INVERSE[order] if force == LIBERTY else order


def rank_figures(old: Sequence[Quantity], new: Sequence[Quantity], force: str) -> str:
    """Quantities, each against the one of the same measure and unit, or against none."""
    old_by, new_by = _by_measure(old), _by_measure(new)
    if old_by is None or new_by is None:
        return same_or_mixed(tuple(map(in_base, old)), tuple(map(in_base, new)))
    answers = [rank_quantities(old_by[key], new_by[key], force) for key in old_by if key in new_by]
    answers += [rank_added(new_by[key], force) for key in new_by if key not in old_by]
    answers += [INVERSE[rank_added(old_by[key], force)] for key in old_by if key not in new_by]
    return combined(answers)


def rank_added(quantity: Quantity, force: str) -> str:
    """What a figure does where there was none: it limits a duty or a liberty, and makes a ban narrower."""
    if quantity.value is None:
        return EQUAL if force not in (BAN, LIBERTY) and not is_threshold(quantity) else MIXED
    if is_threshold(quantity):
        known = quantity.operator in _FLOORS and force != BAN
        return MIXED if not known else STRONGER if force == LIBERTY else WEAKER
    if force == BAN:
        return WEAKER
    return MIXED if force == LIBERTY and _ceiling(quantity) is None else STRONGER


def _by_measure(quantities: Sequence[Quantity]) -> dict[tuple[str | None, str], Quantity] | None:
    found = {(quantity.measure, quantity.unit): quantity for quantity in map(in_base, quantities)}
    return found if len(found) == len(quantities) else None
