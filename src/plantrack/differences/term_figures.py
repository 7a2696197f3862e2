"""Quantities and deadlines of two paired terms."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from plantrack import strength
from plantrack.differences.term_elements import is_mentioned, matched_elements, members_of
from plantrack.differences.term_pair import Pair, Result
from plantrack.differences.term_senses import likeness, meaning_set
from plantrack.extraction.figures import QUALITIES
from plantrack.extraction.meaning import lemma
from plantrack.extraction.units import is_money
from plantrack.extraction.verbs import LASTING, RESIZING
from plantrack.model import Deadline, Quantity, Term
from plantrack.value import evolve


def quantity_value(quantity: Quantity) -> Mapping[str, object]:
    """A quantity as JSON values, what is empty left out."""
    value = {
        "measure": quantity.measure,
        "operator": quantity.operator if quantity.value is not None else None,
        "value": _number(quantity.value),
        "upper": _number(quantity.upper),
        "unit": quantity.unit,
        "implied": quantity.implied or None,
    }
    return {name: part for name, part in value.items() if part is not None}


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def quantity_changes(pair: Pair) -> Iterator[Result]:
    """What became of each figure."""
    old, new = list(pair.old.owned.term.quantity), list(pair.new.owned.term.quantity)
    for first, second in _pair_quantities(old, new):
        if first is not None and second is not None:
            yield from figure_change(pair, first, second)
        elif first is not None and first.value is not None:
            if pair.strict or not _figure_known(first, pair.new_meaning):
                yield _only_one(pair, first, only="old")
        elif (
            second is not None
            and second.value is not None
            and (pair.strict or not _figure_known(second, pair.old_meaning))
        ):
            yield _only_one(pair, second, only="new")


def _only_one(pair: Pair, quantity: Quantity, *, only: str) -> Result:
    """A figure that only one side gives; where the other side says *all*, a share of it is less than a hundred."""
    term, other = pair.old.owned.term, pair.new.owned.term
    if only == "new":
        term, other = other, term
    whole = not pair.strict and quantity.measure is None and _names_all(other) and quantity.operator in _LEAST_OF
    if whole and quantity.unit == "%" and quantity.value is not None and quantity.value < _WHOLE:
        full = evolve(quantity, value=_WHOLE)
        old, new = (quantity, full) if only == "old" else (full, quantity)
        return next(iter(figure_change(pair, old, new)))
    single = _single(quantity, other) if not pair.strict else None
    if single is not None:
        old, new = (quantity, single) if only == "old" else (single, quantity)
        return next(iter(figure_change(pair, old, new)))
    added = "weakened" if whole else _effect_alone(term, quantity, pair)
    if only == "new":
        return pair.one_sided(
            pair.change("quantity-fixed", "quantity", None, quantity_value(quantity), added), only="new"
        )
    gone = {"strengthened": "weakened", "weakened": "strengthened"}.get(added, added)
    return pair.one_sided(pair.change("quantity-unfixed", "quantity", quantity_value(quantity), None, gone), only="old")


def _single(quantity: Quantity, other: Term) -> Quantity | None:
    """*One station* or *a station*, where the other side counts stations."""
    if quantity.value is None or quantity.value <= 1 or _comparable(quantity) != "count" or quantity.unit == "item":
        return None
    words = (other.object or "").casefold().split()
    for step, word in enumerate(words):
        if word in _ONE and any(quantity.unit in (item, lemma(item)) for item in words[step + 1 : step + 4]):
            return evolve(quantity, value=Decimal(1))
    return None


_ONE = frozenset({"one", "a", "an", "single"})
_WHOLE = Decimal(100)
_LEAST_OF = frozenset({"eq", "gteq", "gt", "about"})
_LIBERTIES = frozenset({"permission", "right"})


def _names_all(term: Term) -> bool:
    """Whether a term is about all of its object, without a figure."""
    first = (term.object or "").casefold().removeprefix("the ").split(maxsplit=1)[:1]
    return first in (["all"], ["every"], ["entire"], ["whole"])


def _effect_alone(term: Term, quantity: Quantity, pair: Pair) -> str:
    """What a figure does to a duty that had none: a length ends what else would last, a share may be of anything."""
    if pair.strict or term.modality in _LIBERTIES:
        return "strengthened"
    if quantity.measure == "duration":
        lasting = term.modality == "prohibition" or pair.old.acts & pair.new.acts & LASTING
        return "weakened" if lasting else "mixed"
    if quantity.unit == "%" and quantity.operator in _LEAST_OF and not pair.new.acts & RESIZING:
        return "mixed"
    if quantity.unit == "item":
        return "mixed"
    return "strengthened"


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
    return "money" if is_money(quantity.unit) else "count"


def figure_change(pair: Pair, old: Quantity, new: Quantity) -> Iterator[Result]:
    """What became of one figure."""
    before, after = quantity_value(old), quantity_value(new)
    if before == after:
        return
    if old.unit != new.unit and (pair.strict or _is_measured(old) or _is_measured(new)):
        yield pair.change("quantity-unit-changed", "quantity", before, after, "mixed"), None
        return
    aligned = evolve(new, unit=old.unit, measure=old.measure)
    order = strength.rank_quantities(old, aligned)
    effect = strength.EFFECT[order]
    if (old.measure in QUALITIES or old.unit in _DIVISIONS) and not pair.strict and order != strength.EQUAL:
        effect = "mixed"
    if old.value is None or new.value is None:
        if old.value is not new.value:
            kind = "quantity-fixed" if old.value is None else "quantity-unfixed"
            yield pair.one_sided(
                pair.change(kind, "quantity", before, after, effect), only="new" if old.value is None else "old"
            )
        return
    direction = _direction(old, aligned)
    if direction is None:
        return
    change = pair.change(direction, "quantity", before, after, effect)
    if direction in ("quantity-raised", "quantity-lowered"):
        change = evolve(change, delta=_delta(old.value, new.value))
    yield change, None


_DIVISIONS = frozenset("installment tranche phase stage step round batch".split())
"""Units that say in how many parts something comes, and not how much."""


def _is_measured(quantity: Quantity) -> bool:
    return _comparable(quantity) != "count" or quantity.unit in _MEASURES


_MEASURES = frozenset({"km", "nmi", "t", "MW", "ha", "mm", "km2", "m3", "l"})


def _direction(old: Quantity, new: Quantity) -> str | None:
    assert old.value is not None and new.value is not None  # noqa: S101, PT018 - the caller has sorted out vague ones
    old_ends = (old.value, old.upper if old.upper is not None else old.value)
    new_ends = (new.value, new.upper if new.upper is not None else new.value)
    one_sided = {"lt", "lteq", "gt", "gteq"}
    opened = (old.operator == "between" and new.operator in one_sided) or (
        new.operator == "between" and old.operator in one_sided
    )
    if opened and set(old_ends) & set(new_ends):
        return "quantity-bound-changed"
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


def deadline_changes(pair: Pair) -> Iterator[Result]:
    """What became of the time by which a duty is due; the same event in other words is the same."""
    old, new = pair.old.owned.term.deadline, pair.new.owned.term.deadline
    if old == new:
        return
    if old is not None and new is not None:
        new_aligned = _aligned(old, new)
        if old == new_aligned and not _further_events(old.of, new.of):
            return
        order = strength.rank_deadlines(old, new_aligned)
        order = strength.combined((order, *_further_events(old.of, new.of)))
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
            and not waits_for(pair.old.owned.term if old_open else pair.new.owned.term, new if old_open else old)
        ):
            return
        yield pair.one_sided(change, only="new" if old_open else "old") if missing else (change, None)
        return
    kind = {strength.STRONGER: "deadline-earlier", strength.WEAKER: "deadline-later"}.get(order, "deadline-changed")
    ends = not pair.strict and pair.old.owned.term.action in _ENDING and pair.new.owned.term.action in _ENDING
    effect = strength.EFFECT[strength.MIXED if ends else order]
    yield pair.change(kind, "deadline", deadline_value(old), deadline_value(new), effect), None


_ENDING = frozenset({"expire", "lapse"})
"""Verbs whose date is how long something holds, and not when a duty is due."""


def _further_events(old: str | None, new: str | None) -> tuple[str, ...]:
    """What it means that one of two deadlines waits for more events than the other: it comes later."""
    if not old or not new or old == new:
        return ()
    first, second = (members_of(event) for event in (old, new))
    only_old, only_new = matched_elements(first, second, _one_event)
    if len(only_old) == len(first) or len(only_new) == len(second):
        return ()
    return (*([strength.STRONGER] if only_old else []), *([strength.WEAKER] if only_new else []))


def _is_open(deadline: Deadline | None) -> bool:
    return deadline is None or deadline.within == "open"


def waits_for(term: Term, deadline: Deadline | None) -> bool:
    """Whether a term only begins after the event before which a deadline falls: the opposite of that deadline."""
    if deadline is None or deadline.by is None:
        return False
    event = meaning_set(deadline.by)
    return any(
        condition.split(maxsplit=1)[0].lower() in _AFTER and bool(event) and event <= meaning_set(condition)
        for condition in term.conditions
        if condition
    )


_AFTER = frozenset({"after", "on", "once", "upon", "following", "when"})


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
    ahead_old, ahead_new = ((by or "").partition(" before ") for by in (old.by, by))
    if ahead_old[2] and ahead_new[2]:
        if _one_event(ahead_old[2], ahead_new[2]):
            by = f"{ahead_new[0]} before {ahead_old[2]}"
    elif (
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
