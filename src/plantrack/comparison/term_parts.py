"""The parts of two paired terms, compared one by one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import evolve, frozen

from plantrack import strength
from plantrack.comparison.result import Change
from plantrack.comparison.term_acts import act_changes
from plantrack.comparison.term_elements import (
    is_mentioned,
    matched_elements,
    same_party,
    same_place,
    same_reservation,
    wider_place,
)
from plantrack.comparison.term_senses import Sense, likeness, meaning_set, verbatim
from plantrack.model import Deadline, Quantity

_SAME_WORDS = 0.45
"""From here on two terms stand in the same words but for what changed."""
_SOME_WORDS = 0.2
Result = tuple[Change, str | None]
"""A change, and the side that does not report the part where it is no change but a gap."""


@frozen(kw_only=True)
class Pair:
    """Two terms that are one norm in two states."""

    old: Sense
    new: Sense
    old_meaning: frozenset[str]
    """All that the old side speaks of, other terms included."""
    new_meaning: frozenset[str]
    old_complete: bool
    new_complete: bool
    strict: bool
    """Curated terms: what differs was entered as different."""

    @property
    def alike(self) -> float:
        """How far both stand in the same words."""
        return verbatim(self.old, self.new)

    def change(self, kind: str, part: str, before: object, after: object, effect: str) -> Change:
        """A change of this pair."""
        return Change(
            kind=kind,
            old_ids=(self.old.owned.owner,),
            new_ids=(self.new.owned.owner,),
            term=(self.old.owned.key, self.new.owned.key),
            part=part,
            before=before,
            after=after,
            effect=effect,
        )

    def one_sided(self, change: Change, *, only: str) -> Result:
        """What only one side has: a change if the other was seen whole."""
        complete = self.new_complete if only == "old" else self.old_complete
        return change, None if complete else ("new" if only == "old" else "old")


def part_changes(pair: Pair) -> Iterator[Result]:
    """Every part that differs, in a fixed order."""
    acts = act_changes(pair.old, pair.new, pair.old_meaning, pair.new_meaning, strict=pair.strict)
    for kind, before, after, effect in acts:
        change = pair.change(kind, kind.split("-")[0], before, after, effect)
        missing = (
            "old"
            if before is None and not pair.old_complete
            else "new"
            if after is None and not pair.new_complete
            else None
        )
        yield change, missing
    acted = any(kind == "action-changed" for kind, *_ in acts)
    yield from _modality(pair, acted=acted)
    yield from _quantities(pair)
    yield from _deadline(pair)
    yield from _parties(pair, "bearer", same=same_party)
    yield from _parties(pair, "counterparty", same=same_party)
    yield from _places(pair)
    yield from _scope(pair)
    yield from _reservations(pair, "condition")
    yield from _reservations(pair, "exception")


def _modality(pair: Pair, *, acted: bool) -> Iterator[Result]:
    old, new = pair.old.owned.term.modality, pair.new.owned.term.modality
    if old == new:
        return
    if "unspecified" in (old, new):
        if pair.strict:
            only = "old" if new == "unspecified" else "new"
            yield pair.one_sided(pair.change("modality-changed", "modality", old, new, "mixed"), only=only)
        return
    if "prohibition" in (old, new):
        if pair.strict or (not acted and (pair.old.acts & pair.new.acts or pair.alike >= _SAME_WORDS)):
            yield pair.change("modality-reversed", "modality", old, new, "mixed"), None
        return
    order = strength.rank_modalities(old, new)
    direction = {strength.STRONGER: "strengthened", strength.WEAKER: "weakened"}.get(order)
    kind = f"modality-{direction or 'changed'}"
    if kind == "modality-changed" and not pair.strict and "performative" in (old, new):
        return
    yield pair.change(kind, "modality", old, new, strength.EFFECT[order]), None


def quantity_value(quantity: Quantity) -> Mapping[str, object]:
    """A quantity as JSON values, what is empty left out."""
    value = {
        "measure": quantity.measure,
        "operator": quantity.operator if quantity.value is not None else None,
        "value": _number(quantity.value),
        "upper": _number(quantity.upper),
        "unit": quantity.unit,
    }
    return {name: part for name, part in value.items() if part is not None}


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _quantities(pair: Pair) -> Iterator[Result]:
    old, new = list(pair.old.owned.term.quantity), list(pair.new.owned.term.quantity)
    for first, second in _pair_quantities(old, new):
        if first is not None and second is not None:
            yield from _quantity(pair, first, second)
        elif first is not None and first.value is not None:
            if pair.strict or not _figure_known(first, pair.new_meaning):
                change = pair.change("quantity-unfixed", "quantity", quantity_value(first), None, "weakened")
                yield pair.one_sided(change, only="old")
        elif (
            second is not None
            and second.value is not None
            and (pair.strict or not _figure_known(second, pair.old_meaning))
        ):
            change = pair.change("quantity-fixed", "quantity", None, quantity_value(second), "strengthened")
            yield pair.one_sided(change, only="new")


def _figure_known(quantity: Quantity, meaning: frozenset[str]) -> bool:
    return quantity.value is not None and "#" + format(quantity.value.normalize(), "f") in meaning


def _pair_quantities(old: list[Quantity], new: list[Quantity]) -> list[tuple[Quantity | None, Quantity | None]]:
    pairs: list[tuple[Quantity | None, Quantity | None]] = []
    left_old, left_new = list(old), list(new)
    tests: tuple[Callable[[Quantity, Quantity], bool], ...] = (
        lambda one, other: one == other,
        lambda one, other: one.unit == other.unit and one.measure == other.measure,
        lambda one, other: one.unit == other.unit,
        lambda one, other: one.value == other.value,
        lambda one, other: _comparable(one) == _comparable(other),
    )
    for test in tests:
        for first in list(left_old):
            second = next((other for other in left_new if test(first, other)), None)
            if second is not None:
                left_old.remove(first)
                left_new.remove(second)
                pairs.append((first, second))
    return [*pairs, *((first, None) for first in left_old), *((None, second) for second in left_new)]


def _comparable(quantity: Quantity) -> str:
    """What kind of unit it is: money, a period, a share, or things counted."""
    if quantity.unit in ("day", "month"):
        return "period"
    if quantity.unit == "%":
        return "share"
    return "money" if quantity.unit.isupper() and len(quantity.unit) == 3 else "count"


def _quantity(pair: Pair, old: Quantity, new: Quantity) -> Iterator[Result]:
    before, after = quantity_value(old), quantity_value(new)
    if before == after:
        return
    if old.unit != new.unit and (pair.strict or _is_measured(old) or _is_measured(new)):
        yield pair.change("quantity-unit-changed", "quantity", before, after, "mixed"), None
        return
    aligned = evolve(new, unit=old.unit, measure=old.measure)
    order = strength.rank_quantities(old, aligned)
    effect = strength.EFFECT[order]
    if old.value is None or new.value is None:
        if old.value is not new.value:
            kind = "quantity-fixed" if old.value is None else "quantity-unfixed"
            yield pair.one_sided(
                pair.change(kind, "quantity", before, after, effect), only="new" if old.value is None else "old"
            )
        return
    kind = _direction(old, aligned)
    if kind is None:
        return
    change = pair.change(kind, "quantity", before, after, effect)
    if kind in ("quantity-raised", "quantity-lowered"):
        change = evolve(change, delta=_delta(old.value, new.value))
    yield change, None


def _is_measured(quantity: Quantity) -> bool:
    return _comparable(quantity) != "count" or quantity.unit in (
        "km",
        "t",
        "MW",
        "ha",
        "mm",
        "franc",
        "peso",
        "dinar",
        "lira",
        "rupee",
    )


def _direction(old: Quantity, new: Quantity) -> str | None:
    assert old.value is not None and new.value is not None  # noqa: S101, PT018 - the caller has sorted out vague ones
    old_ends = (old.value, old.upper if old.upper is not None else old.value)
    new_ends = (new.value, new.upper if new.upper is not None else new.value)
    if old_ends == new_ends:
        return "quantity-bound-changed" if old.operator != new.operator else None
    if all(after >= before for before, after in zip(old_ends, new_ends, strict=True)):
        return "quantity-raised"
    if all(after <= before for before, after in zip(old_ends, new_ends, strict=True)):
        return "quantity-lowered"
    return "quantity-bound-changed"


def _delta(old: Decimal, new: Decimal) -> dict[str, float]:
    delta = {"absolute": _number(new - old) or 0}
    if old:
        delta["relative"] = round(float((new - old) / old), 4)
    return delta


def deadline_value(deadline: Deadline | None) -> Mapping[str, str] | None:
    """A deadline as JSON values, what is empty left out."""
    if deadline is None:
        return None
    parts = {"within": deadline.within, "by": deadline.by, "of": deadline.of}
    return {name: part for name, part in parts.items() if part is not None}


def _deadline(pair: Pair) -> Iterator[Result]:
    old, new = pair.old.owned.term.deadline, pair.new.owned.term.deadline
    if old == new:
        return
    if old is not None and new is not None:
        new_aligned = _aligned(old, new)
        if old == new_aligned:
            return
        order = strength.rank_deadlines(old, new_aligned)
    else:
        order = strength.rank_deadlines(old, new)
    old_open, new_open = _is_open(old), _is_open(new)
    if old_open and new_open:
        if pair.strict:
            change = pair.change("deadline-changed", "deadline", deadline_value(old), deadline_value(new), "none")
            yield (change, None) if old and new else pair.one_sided(change, only="old" if old else "new")
        return
    if old_open or new_open:
        kind = "deadline-fixed" if old_open else "deadline-opened"
        change = pair.change(kind, "deadline", deadline_value(old), deadline_value(new), strength.EFFECT[order])
        missing = (old is None) or (new is None)
        if (
            missing
            and not pair.strict
            and _event_known(new if old_open else old, pair.old_meaning if old_open else pair.new_meaning)
        ):
            return
        yield pair.one_sided(change, only="new" if old_open else "old") if missing else (change, None)
        return
    kind = {strength.STRONGER: "deadline-earlier", strength.WEAKER: "deadline-later"}.get(order, "deadline-changed")
    yield pair.change(kind, "deadline", deadline_value(old), deadline_value(new), strength.EFFECT[order]), None


def _is_open(deadline: Deadline | None) -> bool:
    return deadline is None or deadline.within == "open"


def _event_known(deadline: Deadline | None, meaning: frozenset[str]) -> bool:
    """Whether the other side speaks of the event that a deadline only names."""
    if deadline is None or deadline.by is None or deadline.by[:1].isdigit() or deadline.by.startswith("X"):
        return False
    return is_mentioned(deadline.by, meaning)


def _aligned(old: Deadline, new: Deadline) -> Deadline:
    """The new deadline, with the old one's words for the same event."""
    of, by = new.of, new.by
    if old.of and new.of and _one_event(old.of, new.of):
        of = old.of
    if (old.of is None) != (new.of is None) and old.within and new.within and old.within != "immediately" != new.within:
        of = old.of
    if (
        old.by
        and new.by
        and not old.by[:1].isdigit()
        and not new.by[:1].isdigit()
        and likeness(meaning_set(old.by), meaning_set(new.by)) >= 0.5
    ):
        by = old.by
    return evolve(new, of=of, by=by)


def _one_event(old: str, new: str) -> bool:
    first, second = meaning_set(old), meaning_set(new)
    return likeness(first, second) >= 0.5 or (bool(first) and bool(second) and (first <= second or second <= first))


def _parties(pair: Pair, part: str, *, same: Callable[[str, str], bool]) -> Iterator[Result]:
    old: Sequence[str] = getattr(pair.old.owned.term, part)
    new: Sequence[str] = getattr(pair.new.owned.term, part)
    only_old, only_new = matched_elements(old, new, same)
    if not only_old and not only_new:
        return
    ends = "parties" in only_old or "parties" in only_new or "each other" in (*only_old, *only_new)
    if not pair.strict:
        if part == "bearer" and (not old or not new):
            return
        if ends and (len(old) > 1 or len(new) > 1 or part == "counterparty"):
            return
        only_old = _unmentioned(pair, part, only_old, pair.new_meaning, bool(new))
        only_new = _unmentioned(pair, part, only_new, pair.old_meaning, bool(old))
        if not only_old and not only_new:
            return
        if (not old or not new) and pair.alike < _SAME_WORDS:
            return
    joint = pair.old.owned.term.jointly or pair.new.owned.term.jointly
    if only_old and only_new:
        yield pair.change(f"{part}-changed", part, list(old), list(new), "mixed"), None
    else:
        kind, effect = (f"{part}-widened", "strengthened") if only_new else (f"{part}-narrowed", "weakened")
        effect = "mixed" if joint and part == "bearer" else effect
        yield pair.one_sided(pair.change(kind, part, list(old), list(new), effect), only="new" if only_new else "old")


def _unmentioned(pair: Pair, part: str, elements: list[str], other: frozenset[str], counterpart: bool) -> list[str]:  # noqa: FBT001
    """Elements that the other side does not name in another role; a proper name that bears a duty always counts."""
    kept = []
    for element in elements:
        proper = element[:1].isupper() or element.isupper()
        if part == "bearer" and proper:
            kept.append(element)
        elif not is_mentioned(element, other) and (counterpart or proper or pair.alike >= _SAME_WORDS):
            if proper or pair.alike >= _SOME_WORDS:
                kept.append(element)
    return kept


def _places(pair: Pair) -> Iterator[Result]:
    old, new = pair.old.owned.term.place, pair.new.owned.term.place
    only_old, only_new = matched_elements(old, new, same_place)
    if not only_old and not only_new:
        return
    if not pair.strict:
        only_old = [place for place in only_old if not is_mentioned(place, pair.new_meaning) or new]
        only_new = [place for place in only_new if not is_mentioned(place, pair.old_meaning) or old]
        if not only_old and not only_new:
            return
        if (
            (not old or not new)
            and not any(character.isupper() for place in (*old, *new) for character in place)
            and pair.alike < _SAME_WORDS
        ):
            return
    before, after = list(old), list(new)
    if not old or not new:
        kind, effect = ("place-narrowed", "weakened") if not old else ("place-widened", "strengthened")
        yield pair.one_sided(pair.change(kind, "place", before, after, effect), only="new" if not old else "old")
        return
    order = wider_place(only_old, only_new)
    if order == strength.MIXED:
        if (
            not pair.strict
            and all(is_mentioned(place, pair.new_meaning) for place in only_old)
            and all(is_mentioned(place, pair.old_meaning) for place in only_new)
        ):
            return
        yield pair.change("place-changed", "place", before, after, "mixed"), None
        return
    kind = "place-widened" if order == strength.STRONGER else "place-narrowed"
    change = pair.change(kind, "place", before, after, strength.EFFECT[order])
    yield (change, None) if only_old and only_new else pair.one_sided(change, only="new" if only_new else "old")


def _scope(pair: Pair) -> Iterator[Result]:
    old, new = pair.old.owned.term.scope, pair.new.owned.term.scope
    order = strength.rank_scopes(old, new)
    if order == strength.EQUAL:
        return
    kind = {strength.STRONGER: "scope-widened", strength.WEAKER: "scope-narrowed"}.get(order, "scope-changed")
    change = pair.change(kind, "scope", list(old), list(new), strength.EFFECT[order])
    if not old or not new:
        yield pair.one_sided(change, only="old" if old else "new")
    else:
        yield change, None


def _reservations(pair: Pair, part: str) -> Iterator[Result]:
    """Conditions and exceptions, each by itself."""
    field = part + "s"
    old: Sequence[str] = getattr(pair.old.owned.term, field)
    new: Sequence[str] = getattr(pair.new.owned.term, field)
    only_old, only_new = matched_elements(old, new, same_reservation)
    if not pair.strict:
        if len(only_old) != len(only_new):
            only_old = [item for item in only_old if only_new or not is_mentioned(item, pair.new_meaning)]
            only_new = [item for item in only_new if only_old or not is_mentioned(item, pair.old_meaning)]
    for before, after in zip(only_old, only_new, strict=False):
        yield pair.change(f"{part}-changed", part, before, after, "mixed"), None
    shared = min(len(only_old), len(only_new))
    for before in only_old[shared:]:
        yield pair.one_sided(pair.change(f"{part}-removed", part, before, None, "strengthened"), only="old")
    for after in only_new[shared:]:
        yield pair.one_sided(pair.change(f"{part}-added", part, None, after, "weakened"), only="new")
