"""What differs between two terms that are one norm in two states: at most a few changes for each part.

Terms are entered by people, who use the same words for the same thing: whatever differs was meant to differ, but for
case, spaces, the order of a set, words of one force and units of one time.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from plantrack.differences.parts import PARTS, Part, is_said, value_form
from plantrack.differences.quantity_changes import (
    duration_changes,
    frequency_changes,
    is_one_time,
    quantity_changes,
)
from plantrack.differences.result import Change
from plantrack.differences.strength.forces import DUTY, act_of, force_of, is_negated
from plantrack.differences.strength.members import breadth, folded
from plantrack.differences.strength.order import EQUAL, MIXED, STRONGER, WEAKER
from plantrack.differences.strength.periods import compare, period_of
from plantrack.differences.strength.times import is_open, rank_deadlines, rank_starts, start_as_deadline
from plantrack.differences.term_pairs import Gap, TermPair
from plantrack.model import Deadline, Quantity

_TALK = frozenset(
    # A duty to do one of these in place of the act binds less: ceasefire and framework agreements.
    "negotiate consider discuss explore examine study consult prepare talk deliberate".split()
)
_MOST_LIKENED = 10_000
"""More pairs of clauses than this are not likened."""
Told = Iterator[Change | Gap]


def part_changes(pair: TermPair) -> Told:
    """Every part that differs, in the order of their homes."""
    for part in PARTS.values():
        if part.of(pair.old) != part.of(pair.new):
            found = list(SHAPES[part.shape](pair, part))
            yield from found
            if not found and (part.shape != "act" or pair.old.modality == pair.new.modality):
                pair.silenced.append(_why_same(part))


def _why_same(part: Part) -> str:
    """The rule by which a part that is entered otherwise says the same."""
    rules = {"act": "spelling", "object": "spelling", "force": "one force"}
    figures = part.shape in _FIGURES or part.shape in ("deadline", "start")
    return "number form" if figures else rules.get(part.shape, "order of a list")


def _act(pair: TermPair, part: Part) -> Told:
    old, new = act_of(pair.old), act_of(pair.new)
    if old == new:
        if pair.old.modality == pair.new.modality and is_negated(pair.old) != is_negated(pair.new):
            yield pair.told("modality-reversed", part, pair.weighed_alone(MIXED))
        return
    effect = pair.effect(part)
    talks = _is_talk(old), _is_talk(new)
    if effect is not None and pair.force == DUTY and talks[0] != talks[1]:
        effect = pair.weighed(WEAKER if talks[1] else STRONGER)
    yield pair.told("action-changed", part, effect)


def _is_talk(act: str) -> bool:
    return act.partition(" ")[0] in _TALK


def _force(pair: TermPair, part: Part) -> Told:
    old, new = pair.old, pair.new
    if "unspecified" in (old.modality, new.modality):
        yield pair.told("modality-changed", part, None, said=(is_said(old.modality), is_said(new.modality)))
    elif is_negated(old) != is_negated(new):
        acts = act_of(old) == act_of(new) and None not in (force_of(old), force_of(new))
        yield pair.told("modality-reversed" if acts else "modality-changed", part, pair.weighed_alone(MIXED))
    elif (order := part.rank(old, new, DUTY)) != EQUAL:
        kind = {STRONGER: "modality-strengthened", WEAKER: "modality-weakened"}.get(order, "modality-changed")
        yield pair.told(kind, part, pair.weighed_alone(order))


def _object(pair: TermPair, part: Part) -> Told:
    old, new = pair.old.object, pair.new.object
    if old is None or new is None or folded(old) != folded(new):
        yield pair.told("object-changed", part, pair.effect(part), said=(old is not None, new is not None))


def _members(pair: TermPair, part: Part) -> Told:
    """Sets of which a wider one binds more: parties, places, times."""
    old, new = part.of(pair.old), part.of(pair.new)
    only_old, only_new = _apart(old, new)
    if not only_old and not only_new:
        return
    order = part.rank(pair.old, pair.new, DUTY)
    if part.id == "bearer" and old and new and not (only_old and only_new):
        order = STRONGER if only_new else WEAKER  # of bearers who only act together, too
    kind = {STRONGER: "widened", WEAKER: "narrowed"}.get(order, "changed")
    yield pair.told(f"{part.subject}-{kind}", part, pair.effect(part), said=(bool(only_old), bool(only_new)))


def _clauses(pair: TermPair, part: Part) -> Told:
    """Conditions, exceptions and restrictions, each by itself."""
    only_old, only_new = _apart(part.of(pair.old), part.of(pair.new))
    pairs = _likest(only_old, only_new)
    for before, after in pairs:
        yield pair.told(f"{part.subject}-changed", part, pair.weighed(MIXED), shown=(before, after))
    paired_old, paired_new = {before for before, _ in pairs}, {after for _, after in pairs}
    for before in (item for item in only_old if item not in paired_old):
        effect = pair.effect_of(part, old=(before,), new=())
        yield pair.told(f"{part.subject}-removed", part, effect, said=(True, False), shown=(before, None))
    for after in (item for item in only_new if item not in paired_new):
        effect = pair.effect_of(part, old=(), new=(after,))
        yield pair.told(f"{part.subject}-added", part, effect, said=(False, True), shown=(None, after))


def _likest(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, str]]:
    """Which clause of one side stands for which of the other: those first that share most words.

    The same pairs whichever side is called old.
    """
    if len(old) * len(new) > _MOST_LIKENED:
        return list(zip(old, new, strict=False))
    left_old, left_new, pairs = set(old), set(new), []
    scored = sorted((-_likeness(one, other), sorted((one, other)), one, other) for one in old for other in new)
    for _, _, one, other in scored:
        if one in left_old and other in left_new:
            left_old.remove(one)
            left_new.remove(other)
            pairs.append((one, other))
    return pairs


def _likeness(one: str, other: str) -> Fraction:
    """The share of the words of both that both have."""
    first, second = set(folded(one).split()), set(folded(other).split())
    return Fraction(len(first & second), len(first | second) or 1)


def _names(pair: TermPair, part: Part) -> Told:
    """What names and has no order: references."""
    only_old, only_new = _apart(part.of(pair.old), part.of(pair.new))
    if only_old or only_new:
        said = bool(only_old), bool(only_new)
        yield pair.told(f"{part.subject}-changed", part, pair.effect(part), said=said)


def _apart(old: Sequence[str], new: Sequence[str]) -> tuple[list[str], list[str]]:
    """The members that only one side has."""
    first, second = {folded(item): item for item in old}, {folded(item): item for item in new}
    only_old = [item for name, item in first.items() if name not in second]
    return only_old, [item for name, item in second.items() if name not in first]


def _scale(pair: TermPair, part: Part) -> Told:
    old, new = part.of(pair.old), part.of(pair.new)
    (old_scale, old_place), (new_scale, new_place) = breadth(old), breadth(new)
    kind = "field-changed"
    if old_scale == new_scale:
        kind = f"{part.subject}-{'widened' if new_place > old_place else 'narrowed'}"
    yield pair.told(kind, part, pair.effect(part), said=(old is not None, new is not None))


def _word(pair: TermPair, part: Part) -> Told:
    """A word, or whether something holds, of which no kind speaks."""
    said = is_said(part.of(pair.old)), is_said(part.of(pair.new))
    yield pair.told("field-changed", part, pair.effect(part), said=said)


def _deadline(pair: TermPair, part: Part) -> Told:
    old, new = pair.old.deadline, pair.new.deadline
    yield from _moment(pair, part, (old, new), rank_deadlines(old, new))


def _start(pair: TermPair, part: Part) -> Told:
    old, new = start_as_deadline(pair.old.start), start_as_deadline(pair.new.start)
    yield from _moment(pair, part, (old, new), rank_starts(pair.old.start, pair.new.start))


def _moment(pair: TermPair, part: Part, times: tuple[Deadline | None, Deadline | None], order: str) -> Told:
    """A deadline or a start: set, left open, or moved."""
    old, new = times
    opens = is_open(old), is_open(new)
    if opens[0] != opens[1]:
        kind = "deadline-fixed" if opens[0] else "deadline-opened"
    elif opens[0]:
        kind = "deadline-changed"
    elif order == EQUAL and old and new and compare(*(period_of(one.within or "") for one in (old, new))) == 0:
        return
    else:
        kind = {STRONGER: "deadline-earlier", WEAKER: "deadline-later"}.get(order, "deadline-changed")
    yield pair.told(kind, part, pair.effect(part), said=(old is not None, new is not None))


def _figures(pair: TermPair, part: Part) -> Told:
    """Quantities, durations and frequencies."""
    old, new = part.of(pair.old), part.of(pair.new)
    found = [] if is_one_time(old, new) else list(_FIGURES[part.shape](pair.old, pair.new, pair.force or DUTY))
    for kind, before, after, order, delta in found:
        shown = value_form(before), value_form(after)
        said = _says_figure(before), _says_figure(after)
        yield pair.told(kind, part, pair.weighed(order), said=said, shown=shown, delta=delta)


def _says_figure(value: object) -> bool:
    return value is not None and not (isinstance(value, Quantity) and value.value is None)


_FIGURES = {"quantities": quantity_changes, "duration": duration_changes, "frequency": frequency_changes}
SHAPES: dict[str, Callable[[TermPair, Part], Told]] = {
    "act": _act, "object": _object, "force": _force, "members": _members, "clauses": _clauses, "names": _names,
    "scale": _scale, "word": _word, "deadline": _deadline, "start": _start, "quantities": _figures,
    "duration": _figures, "frequency": _figures,
}  # fmt: skip
"""How each shape of part is compared."""
