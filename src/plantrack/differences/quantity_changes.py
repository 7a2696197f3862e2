"""What became of figures: quantities, durations, frequencies. Sameness is a matter of exact figures."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from plantrack.differences.strength.figures import in_base, rank_added, rank_quantities
from plantrack.differences.strength.forces import LIBERTY
from plantrack.differences.strength.order import EQUAL, INVERSE, MIXED, STRONGER, WEAKER
from plantrack.differences.strength.times import frequency_order, rank_durations, rank_frequencies
from plantrack.model import Duration, Frequency, Quantity, Term
from plantrack.value import evolve

_ONE_SIDED = frozenset({"lt", "lteq", "gt", "gteq"})


class FigureChange(NamedTuple):
    """What became of one figure."""

    kind: str
    before: object
    """The figure in OLD, None where it has none."""
    after: object
    order: str
    """Whether the new one binds more."""
    delta: dict[str, float] | None = None


def quantity_changes(old: Term, new: Term, force: str) -> Iterator[FigureChange]:
    """What became of each quantity."""
    for before, after in _pair_quantities(old.quantity, new.quantity):
        if before is not None and after is not None:
            if not is_one_figure(before, after):
                yield _figure_change(before, after, force)
        elif after is not None:
            yield FigureChange("quantity-fixed", None, after, rank_added(after, force))
        elif before is not None:
            yield FigureChange("quantity-unfixed", before, None, INVERSE[rank_added(before, force)])


def _pair_quantities(
    old: Sequence[Quantity], new: Sequence[Quantity]
) -> Iterator[tuple[Quantity | None, Quantity | None]]:
    """Each quantity with what it is on the other side; the same pairs whichever side is called old.

    Quantities of two measures are two things. Where a side leaves the measure or the unit unsaid or another, the last
    ones are paired.
    """
    left_old, left_new = list(old), list(new)
    keys: tuple[Callable[[Quantity], object], ...] = (lambda one: one, lambda one: (one.measure, one.unit))
    for key in keys:
        for first in list(left_old):
            second = next((other for other in left_new if key(other) == key(first)), None)
            if second is not None:
                left_old.remove(first)
                left_new.remove(second)
                yield first, second
    loose: tuple[Callable[[Quantity], object], ...] = (
        lambda one: one.unit,
        lambda one: in_base(one).unit,
        lambda one: one.measure,
        lambda _: None,
    )
    for key in loose:
        for group in dict.fromkeys(key(one) for one in (*left_old, *left_new)):
            first_group, second_group = ([one for one in left if key(one) == group] for left in (left_old, left_new))
            if len(first_group) == len(second_group) == 1 and _may_be_one(first_group[0], second_group[0]):
                left_old.remove(first_group[0])
                left_new.remove(second_group[0])
                yield first_group[0], second_group[0]
    yield from ((first, None) for first in left_old)
    yield from ((None, second) for second in left_new)


def _may_be_one(old: Quantity, new: Quantity) -> bool:
    return old.measure == new.measure or old.measure is None or new.measure is None


def is_one_figure(old: Quantity, new: Quantity) -> bool:
    """Whether two quantities say the same; what is measured may go without saying, and a vague one has no bound."""
    if old.value is None and new.value is None:
        return old.unit == new.unit
    aligned = evolve(new, measure=old.measure)
    return old == aligned or (old.unit != new.unit and in_base(old) == in_base(aligned))


def _figure_change(old: Quantity, new: Quantity, force: str) -> FigureChange:
    first, second = (old, new) if old.unit == new.unit else (in_base(old), in_base(new))
    if first.unit != second.unit:
        return FigureChange("quantity-unit-changed", old, new, MIXED)
    order = rank_quantities(first, evolve(second, measure=first.measure), force)
    if first.value is None or second.value is None:
        return FigureChange("quantity-fixed" if first.value is None else "quantity-unfixed", old, new, order)
    kind = _direction((first.value, first.upper), (second.value, second.upper), (old.operator, new.operator))
    if kind == "quantity-bound-changed":
        return FigureChange(kind, old, new, order)
    delta = _delta(first.value, second.value)
    if old.unit != new.unit:
        delta.pop("absolute", None)  # in which unit?
    return FigureChange(kind, old, new, order, delta or None)


def _direction(old: tuple[Any, Any], new: tuple[Any, Any], operators: tuple[str, str]) -> str:
    old_ends, new_ends = ((low, low if high is None else high) for low, high in (old, new))
    opened = "between" in operators and bool(_ONE_SIDED & set(operators))
    if old_ends == new_ends or (opened and set(old_ends) & set(new_ends)):
        return "quantity-bound-changed"
    if all(after >= before for before, after in zip(old_ends, new_ends, strict=True)):
        return "quantity-raised"
    if all(after <= before for before, after in zip(old_ends, new_ends, strict=True)):
        return "quantity-lowered"
    return "quantity-bound-changed"


def _delta(old: Decimal, new: Decimal) -> dict[str, float]:
    difference = new - old
    if not difference:
        return {}
    delta = {"absolute": int(difference) if difference == difference.to_integral_value() else float(difference)}
    if old:
        delta["relative"] = round(float(difference / old), 4)
    return delta


def duration_changes(old: Term, new: Term, force: str) -> Iterator[FigureChange]:
    """Whether it holds longer or shorter: *for good* is longer than any figure, *for a time* is vague."""
    before, after = old.duration, new.duration
    longer = rank_durations(before, after)
    order = INVERSE[longer] if force == LIBERTY else longer
    if before is None or after is None:
        yield FigureChange("quantity-fixed" if before is None else "quantity-unfixed", before, after, order)
    elif (before.lasting == "temporarily") != (after.lasting == "temporarily") and "permanently" not in (
        before.lasting,
        after.lasting,
    ):
        kind = "quantity-fixed" if before.lasting else "quantity-unfixed"
        yield FigureChange(kind, before, after, order)
    else:
        kind = {STRONGER: "quantity-raised", WEAKER: "quantity-lowered"}.get(longer, "quantity-bound-changed")
        moved = kind != "quantity-bound-changed" and before.unit == after.unit
        delta = _delta(before.value, after.value) if moved and before.value and after.value else None
        yield FigureChange(kind, before, after, order, delta or None)


def frequency_changes(old: Term, new: Term, force: str) -> Iterator[FigureChange]:
    """Whether it is done more or less often."""
    before, after = old.frequency, new.frequency
    order = rank_frequencies(before, after, force)
    if before is None or after is None:
        yield FigureChange("quantity-fixed" if before is None else "quantity-unfixed", before, after, order)
        return
    ends = set(frequency_order(before, after))
    if None in ends:
        kind = "quantity-unit-changed"
    elif ends <= {0} or {-1, 1} <= ends or before.operator != after.operator:
        kind = "quantity-bound-changed"
    else:
        kind = "quantity-raised" if 1 in ends else "quantity-lowered"
    moved = kind in ("quantity-raised", "quantity-lowered") and before.per == after.per
    yield FigureChange(kind, before, after, order, (_delta(before.times, after.times) or None) if moved else None)


def is_one_time(old: object, new: object) -> bool:
    """Whether two durations, or two frequencies, are one in other units: five years and 60 months."""
    if isinstance(old, Duration) and isinstance(new, Duration):
        known = old.value is not None and new.value is not None and old.operator == new.operator
        return known and rank_durations(old, new) == EQUAL
    if isinstance(old, Frequency) and isinstance(new, Frequency):
        return old.operator == new.operator and set(frequency_order(old, new)) == {0}
    return False
