"""What became of a figure or a time: raised or lowered, earlier or later, by how much, or not to be said."""

from decimal import Context, Decimal
from typing import NamedTuple

from plantrack.facts.values import Figure
from plantrack.language.counted import singular
from plantrack.language.number_words import SCALES
from plantrack.language.units import base_unit_of

_EXACT = Context(prec=240)
_RATIO = Context(prec=28)
_FAMILIES = {"lt": "ceiling", "lteq": "ceiling", "gt": "floor", "gteq": "floor", "eq": "point", "about": "point",
             "between": "range"}  # fmt: skip
_EXPONENTS = {"tens": 1, "dozens": 1, "scores": 1, "hundreds": 2}
_UP, _DOWN = "quantity-raised", "quantity-lowered"


class Comparison(NamedTuple):
    """What became of one figure or time."""

    kind: str = ""
    """A change kind for figures and deadlines; `start`, `duration`, `frequency` or `date` for other times; empty where
    the two are no state of one thing that can be told."""
    direction: str = ""
    """`up` or `down` for figures, `earlier` or `later`, `longer` or `shorter`, `oftener` or `rarer` for times; empty
    where it is not sure."""
    absolute: Decimal | None = None
    """By how much, in `unit`."""
    relative: Decimal | None = None
    """By how much of the old value."""
    unit: str = ""

    @property
    def comparable(self) -> bool:
        """Whether the two are a state of one thing each: the same dimension, and not different nouns."""
        return bool(self.kind)


NOT_COMPARABLE = Comparison()


def compare_figures(old: Figure, new: Figure, *, same_thing: bool | None = None) -> Comparison | None:
    """What became of a figure; None where both say the same.

    Args:
        old: The figure in OLD.
        new: The figure in NEW.
        same_thing: Whether both count the same thing, where the caller knows; else by their nouns.
    """
    if old == new:
        return None
    if not _is_of_one_thing(old, new, same_thing=same_thing) or old.also != new.also:
        return NOT_COMPARABLE
    if old.value is None or new.value is None:
        return _unread(old, new)
    if old.kind_of_unit != new.kind_of_unit:
        return Comparison("quantity-unit-changed") if _may_change_unit(old, new) else NOT_COMPARABLE
    before, after = _ends(old), _ends(new)
    direction = _direction(old, new, before, after)
    if direction == 0:
        return Comparison("quantity-bound-changed")
    absolute, relative, unit = _delta(old, new, before, after)
    return Comparison(_UP if direction > 0 else _DOWN, "up" if direction > 0 else "down", absolute, relative, unit)


def _is_of_one_thing(old: Figure, new: Figure, *, same_thing: bool | None) -> bool:
    """Whether two counts share a noun, as far as they have one."""
    if same_thing is not None:
        return same_thing
    counted = old.dimension == new.dimension == "count"
    if not counted or not old.noun or not new.noun:
        return True
    return bool({singular(word) for word in old.noun.split()} & {singular(word) for word in new.noun.split()})


def _may_change_unit(old: Figure, new: Figure) -> bool:
    """Whether a figure may have got another unit: other money, gallons for barrels, a share for a number."""
    shares = {"share", "points", "count", "ratio"}
    return old.dimension == new.dimension or {old.dimension, new.dimension} <= shares


def _unread(old: Figure, new: Figure) -> Comparison:
    """Where one or both are vague, shares of several, or not to be read."""
    if old.parts or new.parts:
        return Comparison("quantity-unit-changed") if bool(old.parts) != bool(new.parts) else _shares(old, new)
    if old.raw or new.raw:
        return NOT_COMPARABLE
    if bool(old.vague) != bool(new.vague):
        return Comparison("quantity-fixed" if old.vague else "quantity-unfixed")
    first, second = _magnitude(old.vague), _magnitude(new.vague)
    if first == second or not first or not second or old.kind_of_unit != new.kind_of_unit:
        return NOT_COMPARABLE
    return Comparison(_UP, "up") if second > first else Comparison(_DOWN, "down")


def _shares(old: Figure, new: Figure) -> Comparison:
    """Shares of two holders: which of them gains cannot be said from the numbers."""
    return Comparison("quantity-bound-changed") if len(old.parts) == len(new.parts) else NOT_COMPARABLE


def _magnitude(vague: str) -> int:
    """Ten to which power: 4 for *tens of thousands*; 0 where nothing says."""
    return sum(_EXPONENTS.get(word) or (len(str(SCALES[word])) - 1 if word in SCALES else 0) for word in vague.split())


def _ends(figure: Figure) -> tuple[Decimal, Decimal]:
    """Both ends in base units; one number twice where it is no range."""
    low = figure.base(figure.value or Decimal(0))
    return low, low if figure.upper is None else figure.base(figure.upper)


def _direction(old: Figure, new: Figure, before: tuple[Decimal, Decimal], after: tuple[Decimal, Decimal]) -> int:
    """1 up, -1 down, 0 where bounds differ and neither can be said."""
    first, second = _FAMILIES[old.operator], _FAMILIES[new.operator]
    rises = (after[0] > before[0]) - (after[0] < before[0]), (after[1] > before[1]) - (after[1] < before[1])
    if first == second or (old.bare and second != "range") or (new.bare and first != "range"):
        return rises[0] if rises[0] == rises[1] else (rises[0] + rises[1] if 0 in rises else 0)
    if _is_above(new, after, old, before):
        return 1
    return -1 if _is_above(old, before, new, after) else 0


def _is_above(high: Figure, upper: tuple[Decimal, Decimal], low: Figure, lower: tuple[Decimal, Decimal]) -> bool:
    """Whether all that one allows is more than all that the other allows."""
    bounded = _FAMILIES[high.operator] != "ceiling" and _FAMILIES[low.operator] != "floor"
    return bounded and upper[0] > lower[1]


def _delta(
    old: Figure, new: Figure, before: tuple[Decimal, Decimal], after: tuple[Decimal, Decimal]
) -> tuple[Decimal | None, Decimal | None, str]:
    """By how much a figure or the one end of it that moved differs: absolute, relative, and in which unit."""
    moved = [(low, high) for low, high in zip(before, after, strict=True) if low != high]
    if len({high - low for low, high in moved}) > 1 or (old.upper is None) != (new.upper is None):
        return None, None, ""
    first, second = moved[0]
    relative = _RATIO.divide(second - first, abs(first)) if first and len(set(moved)) == 1 else None
    if old.unit == new.unit or old.dimension == "count":
        low, high = _moved_as_written(old, new)
        return _EXACT.subtract(high, low), relative, new.unit if new.unit == old.unit else ""
    return _EXACT.subtract(second, first), relative, base_unit_of(str(old.dimension))


def _moved_as_written(old: Figure, new: Figure) -> tuple[Decimal, Decimal]:
    if old.value != new.value or old.upper is None or new.upper is None:
        return old.value or Decimal(0), new.value or Decimal(0)
    return old.upper, new.upper
