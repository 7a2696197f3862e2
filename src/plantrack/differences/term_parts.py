"""The parts of two paired terms, compared one by one."""

from collections.abc import Callable, Iterator, Sequence

from plantrack import strength
from plantrack.differences.term_acts import act_changes
from plantrack.differences.term_elements import (
    is_mentioned,
    matched_elements,
    same_party,
    same_place,
    same_reservation,
    wider_place,
    with_members_apart,
)
from plantrack.differences.term_figures import deadline_changes, figure_change, quantity_changes, waits_for
from plantrack.differences.term_pair import SAME_WORDS, SOME_WORDS, Pair, Result
from plantrack.differences.term_senses import meaning_set
from plantrack.extraction.names import OR
from plantrack.extraction.quantities import find_quantity
from plantrack.extraction.words import tokens_of
from plantrack.model import Quantity, Term
from plantrack.value import evolve


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
    yield from quantity_changes(pair)
    yield from deadline_changes(pair)
    yield from _parties(pair, "bearer", same=same_party)
    yield from _parties(pair, "counterparty", same=same_party)
    yield from _places(pair)
    yield from _scope(pair)
    yield from _reservations(pair, "condition")
    yield from _reservations(pair, "exception")
    yield from _ways(pair)


def _modality(pair: Pair, *, acted: bool) -> Iterator[Result]:
    old, new = pair.old.owned.term.modality, pair.new.owned.term.modality
    (old_force, old_negated), (new_force, new_negated) = _force(pair.old.owned.term), _force(pair.new.owned.term)
    if old == new and old_negated == new_negated:
        return
    if "unspecified" in (old, new):
        if pair.strict:
            only = "old" if new == "unspecified" else "new"
            yield pair.one_sided(pair.change("modality-changed", "modality", old, new, "mixed"), only=only)
        return
    if old_negated != new_negated:
        if pair.strict or (not acted and (pair.old.acts & pair.new.acts or pair.alike >= SAME_WORDS)):
            yield pair.change("modality-reversed", "modality", old, new, "mixed"), None
        return
    order = strength.rank_modalities(old_force, new_force)
    direction = {strength.STRONGER: "strengthened", strength.WEAKER: "weakened"}.get(order)
    kind = f"modality-{direction or 'changed'}"
    if kind == "modality-changed" and not pair.strict and "performative" in (old, new):
        return
    yield pair.change(kind, "modality", old, new, strength.EFFECT[order]), None


def _force(term: Term) -> tuple[str, bool]:
    """How firmly a term binds, and whether it binds to leave the act."""
    if term.modality == "prohibition":
        return "obligation", True
    return term.modality, term.action.startswith("not ")


def _ways(pair: Pair) -> Iterator[Result]:
    """Together or apart, and in which manner; of curated terms these are compared with their other fields."""
    if pair.strict:
        return
    old, new = pair.old.owned.term, pair.new.owned.term
    if old.jointly != new.jointly and len(old.bearer) > 1 and len(new.bearer) > 1 and pair.alike >= SOME_WORDS:
        yield pair.change("field-changed", "jointly", old.jointly, new.jointly, "mixed"), None
    if old.manner != new.manner and (pair.old.acts & pair.new.acts or pair.alike >= SAME_WORDS):
        change = pair.change("field-changed", "manner", old.manner, new.manner, "mixed")
        only = "old" if new.manner is None else "new"
        yield (change, None) if old.manner and new.manner else pair.one_sided(change, only=only)


def _parties(pair: Pair, part: str, *, same: Callable[[str, str], bool]) -> Iterator[Result]:
    old: Sequence[str] = getattr(pair.old.owned.term, part)
    new: Sequence[str] = getattr(pair.new.owned.term, part)
    either_old, either_new = (any(OR in item for item in items) for items in (old, new))
    whole_old, whole_new = old, new
    old, new = ([one for item in items for one in item.split(OR)] for items in (old, new))
    only_old, only_new = matched_elements(old, new, same)
    if not only_old and not only_new:
        if either_old != either_new:
            yield pair.change(f"{part}-changed", part, list(whole_old), list(whole_new), "mixed"), None
        return
    if not pair.strict and part == "bearer" and len(only_old) == len(only_new) == 1:
        counted = _same_but_counted(only_old[0], only_new[0])
        if counted is not None:
            yield from figure_change(pair, *counted)
            return
    ends = "parties" in only_old or "parties" in only_new or "each other" in (*only_old, *only_new)
    if not pair.strict:
        if part == "bearer" and (not old or not new):
            return
        if ends and (len(old) > 1 or len(new) > 1 or part == "counterparty"):
            return
        if not (only_old and only_new and _shares(pair)):
            apart_old, apart_new = _told_apart(pair, only_old, old), _told_apart(pair, only_new, new)
            only_old = [*_unmentioned(pair, part, only_old, pair.new_meaning, bool(new)), *apart_old]
            only_new = [*_unmentioned(pair, part, only_new, pair.old_meaning, bool(old)), *apart_new]
        if not only_old and not only_new:
            return
        if (not old or not new) and pair.alike < SAME_WORDS:
            return
    joint = pair.old.owned.term.jointly or pair.new.owned.term.jointly
    if only_old and only_new:
        yield pair.change(f"{part}-changed", part, list(whole_old), list(whole_new), "mixed"), None
    else:
        kind, effect = (f"{part}-widened", "strengthened") if only_new else (f"{part}-narrowed", "weakened")
        effect = "mixed" if joint and part == "bearer" else effect
        change = pair.change(kind, part, list(whole_old), list(whole_new), effect)
        yield pair.one_sided(change, only="new" if only_new else "old")


def _same_but_counted(old: str, new: str) -> tuple[Quantity, Quantity] | None:
    """The figures of two bearers that differ in nothing else: *a mission of 300 monitors* and *of 150 monitors*."""
    found = tuple(_count_in(text) for text in (old, new))
    if found[0] is None or found[1] is None or found[0].unit != found[1].unit:
        return None
    rests = [frozenset(item for item in meaning_set(text) if item[0] != "#") for text in (old, new)]
    return (found[0], found[1]) if rests[0] == rests[1] and old[:1].islower() else None


def _count_in(text: str) -> Quantity | None:
    tokens = tokens_of(text)
    for step in range(1, len(tokens)):
        counted = find_quantity(tokens, step)
        if counted is not None and counted.quantity.value is not None:
            return evolve(counted.quantity, implied=counted.bare)
    return None


def _shares(pair: Pair) -> bool:
    """Whether both deal out a share: its holder counts, also where the other side names it as the holder of another."""
    return all(any(item.unit == "%" for item in sense.owned.term.quantity) for sense in (pair.old, pair.new))


def _told_apart(pair: Pair, elements: list[str], named: Sequence[str]) -> list[str]:
    """Elements that a text names beside another of nearly the same meaning: there the two are not one."""
    if pair.alike < SOME_WORDS:
        return []
    others = [other for other in named if other not in elements and other[:1].islower() == other[:1].islower()]
    return [
        element
        for element in elements
        if element[:1].islower() and any(meaning_set(element) == meaning_set(other) for other in others)
    ]


def _unmentioned(pair: Pair, part: str, elements: list[str], other: frozenset[str], counterpart: bool) -> list[str]:  # noqa: FBT001
    """Elements that the other side does not name in another role; a proper name that bears a duty always counts."""
    kept = []
    for element in elements:
        proper = element[:1].isupper() or element.isupper()
        if part == "bearer" and proper:
            kept.append(element)
        elif is_mentioned(element, other):
            continue
        elif proper or pair.alike >= (SOME_WORDS if counterpart else SAME_WORDS):
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
            and pair.alike < SAME_WORDS
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
    if not pair.strict:
        old, new = with_members_apart(old, new)
    only_old, only_new = matched_elements(old, new, same_reservation)
    if not pair.strict and len(only_old) != len(only_new):
        turned = waits_for(pair.old.owned.term, pair.new.owned.term.deadline) or waits_for(
            pair.new.owned.term, pair.old.owned.term.deadline
        )
        only_old = [item for item in only_old if only_new or turned or not is_mentioned(item, pair.new_meaning)]
        only_new = [item for item in only_new if only_old or turned or not is_mentioned(item, pair.old_meaning)]
    for before, after in zip(only_old, only_new, strict=False):
        yield pair.change(f"{part}-changed", part, before, after, "mixed"), None
    shared = min(len(only_old), len(only_new))
    for before in only_old[shared:]:
        yield pair.one_sided(pair.change(f"{part}-removed", part, before, None, "strengthened"), only="old")
    for after in only_new[shared:]:
        yield pair.one_sided(pair.change(f"{part}-added", part, None, after, "weakened"), only="new")
