"""One fact against another: what became of a figure, a time, a reference, a force or a quantifier, and what it does."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from plantrack.differences.directions import effect_of, figure_part
from plantrack.differences.naming import Named, Setting, is_one_matter, named
from plantrack.differences.naming_effects import leaves_effect_open
from plantrack.differences.views import View
from plantrack.facts.compare_figures import Comparison, compare_figures
from plantrack.facts.compare_times import compare_times
from plantrack.facts.force import Force, compare_force
from plantrack.facts.quantifiers import Quantifier, compare_quantifiers
from plantrack.facts.values import Duration, Figure, Reference
from plantrack.language import lexicon

_FIGURE_DIRECTIONS = {"up": "raised", "down": "lowered"}
_TIME_KINDS = {
    ("start", "earlier"): "deadline-earlier", ("start", "later"): "deadline-later", ("start", ""): "deadline-changed",
    ("date", "earlier"): "deadline-earlier", ("date", "later"): "deadline-later", ("date", ""): "deadline-changed",
    ("duration", "longer"): "quantity-raised", ("duration", "shorter"): "quantity-lowered",
    ("duration", ""): "quantity-bound-changed", ("frequency", "oftener"): "quantity-raised",
    ("frequency", "rarer"): "quantity-lowered", ("frequency", ""): "quantity-bound-changed",
}  # fmt: skip
"""The kind of a change of a start, date, duration or frequency; deadlines bear theirs already."""
_TIME_DIRECTIONS = {"oftener": "more_often", "rarer": "less_often"}


def _figures(setting: Setting, old: int, new: int) -> Named | None:
    one, other = setting.item("old", old).value, setting.item("new", new).value
    if not isinstance(one, Figure) or not isinstance(other, Figure):
        return None
    if _only_names(one) and _only_names(other):
        return _references(setting, old, new)
    compared = compare_figures(one, other, same_thing=is_same_noun(one, other))
    if compared is None or not compared.comparable:
        return None
    if compared.kind == "quantity-bound-changed" and (
        _bound_near(setting, "old", old) or _bound_near(setting, "new", new)
    ):
        return None
    part = "" if _says_which(setting, old, new) else figure_part(one.operator, bare=one.bare) or ""
    same_bound = part == figure_part(other.operator, bare=other.bare)
    direction = _FIGURE_DIRECTIONS.get(compared.direction)
    effect = _effect(setting, part, direction, old, new) if same_bound else None
    return named(
        setting, compared.kind, _figure_label(one, other), [old], [new], rule="figure", effect=effect,
        delta=_delta(compared), shown=_with_holder(setting, old, new),
    )  # fmt: skip


def _with_holder(setting: Setting, old: int, new: int) -> tuple[range, range] | None:
    """Two shares that traded places, with whose they are: *60 % to Arland*; None for any other figure."""
    if not setting.is_elsewhere("old", [old]):
        return None
    ends = [
        place + (3 if place + 2 < len(items) and items[place + 1].low in ("to", "for", "by") else 1)
        for place, items in ((old, setting.aligned.old.items), (new, setting.aligned.new.items))
    ]
    return range(old, ends[0]), range(new, ends[1])


def is_same_noun(one: Figure, other: Figure) -> bool:
    """Whether two figures count one thing, as far as they say of what they are."""
    if one.dimension != "count" or one.noun is None or other.noun is None:
        return True
    first, second = one.noun.lower().split(), other.noun.lower().split()
    return any(a == b or lexicon.same_sense(a, b) for a in first for b in second)


def _only_names(figure: Figure) -> bool:
    """Whether a number has neither a unit nor a noun that it governs: a post code."""
    return figure.bare and not figure.unit and not figure.noun and figure.dimension is None and not figure.parts


def _is_number_of(setting: Setting, old: int) -> bool:
    """Whether a number tells how many there are to be: *cut the number of its tanks to 200*."""
    before = setting.aligned.old.items[max(0, old - _FAR) : old]
    return any(item.low in _COUNTS for item in before if item.sentence == setting.item("old", old).sentence)


_COUNTS = frozenset("number strength total size ceiling limit maximum".split())
_FAR = 8
_BOUND_WORDS = frozenset("above below over under more less fewer maximum minimum least most exceed limit".split())


def _bound_near(setting: Setting, side: str, place: int) -> bool:
    """Whether a word near a bare figure may bound it after all."""
    item = setting.item(side, place)
    if not getattr(item.value, "bare", False):
        return False
    near = setting.view(side).items[max(0, place - 4) : place + 5]
    return any(other.kind == "bound" or other.low in _BOUND_WORDS for other in near if other is not item)


def _delta(compared: Comparison) -> Mapping[str, Decimal] | None:
    if compared.absolute is None:
        return None
    found = {"absolute": compared.absolute}
    return found if compared.relative is None else {**found, "relative": compared.relative}


def _figure_label(one: Figure, other: Figure) -> str:
    parts = {figure_part(figure.operator, bare=figure.bare) for figure in (one, other)}
    return parts.pop() or "quantity" if len(parts) == 1 else "quantity"


def _times(setting: Setting, old: int, new: int) -> Named | None:
    one, other = setting.item("old", old), setting.item("new", new)
    compared = compare_times(one.value, other.value)  # type: ignore[arg-type]
    if compared is None or not compared.comparable or _leaves_year_open(one.value, other.value):
        return None
    if compared.kind in ("duration", "frequency") and not compared.direction and _same_length(one.value, other.value):
        return None
    if compared.kind == "date" and not all(_says_when(setting, *at) for at in (("old", old), ("new", new))):
        return named(setting, "reference-changed", "reference", [old], [new], rule="time")
    kind = _TIME_KINDS.get((compared.kind, compared.direction), compared.kind)
    if compared.direction and all(isinstance(value, Duration) and value.until for value in (one.value, other.value)):
        kind = "deadline-later" if compared.direction == "longer" else "deadline-earlier"
    direction = _TIME_DIRECTIONS.get(compared.direction, compared.direction) or None
    effect = _effect(setting, one.kind, direction, old, new)
    part = one.kind if one.kind == other.kind else "date"
    return named(setting, kind, part, [old], [new], rule="time", effect=effect, delta=_delta(compared))


def _says_when(setting: Setting, side: str, place: int) -> bool:
    """Whether a date tells when something is done, behind a preposition or a verb, and does not only name a thing.

    *The vote is held on 3 May* tells when; *the 2026 vote*, *a census taken 3 May*, *the line held on 3 May*, and the
    date below a paper name.
    """
    before = place - 1
    view = setting.view(side)
    if view.items[before].kind == "determiner" and not _describes_next(view, place):
        before -= 1
    if before < 0 or view.items[before].sentence != view.items[place].sentence:
        return False
    word = view.items[before]
    if word.kind == "preposition" and _is_behind_participle(view, before):
        return False
    ends = word.low.endswith("s") and lexicon.is_finite_present(word.low)
    return word.kind == "preposition" or ends or view.structure.verb_of(before) is not None


def _is_behind_participle(view: View, place: int) -> bool:
    """Whether a participle that describes a noun stands right before an item: *positions held | on*."""
    least = 2
    if place < least or view.items[place - least].sentence != view.items[place].sentence:
        return False
    participle, noun = view.items[place - 1], view.items[place - least]
    return (
        participle.kind == "word" and lexicon.is_past_participle(participle.low) and noun.kind == "word"
        and "n" in lexicon.pos_of(noun.low) and view.structure.verb_at(place - 1) is None
    )  # fmt: skip


def _describes_next(view: View, place: int) -> bool:
    """Whether a word stands right behind an item, in its phrase: *the 2026 vote*."""
    after = view.items[place + 1] if place + 1 < len(view.items) else None
    return after is not None and after.kind == "word" and not view.prose.between(view.items[place], after)


def _says_which(setting: Setting, old: int, new: int) -> bool:
    """Whether a figure tells of what kind a thing is, or by what vote: *with a range of 300 km*, *by two thirds*."""
    before = [setting.item(side, place - 1) for side, place in (("old", old), ("new", new)) if place]
    return any(item.kind == "preposition" for item in before)


def _leaves_year_open(one: object, other: object) -> bool:
    """Whether one of two dates has a year and the other none: then nobody knows whether they differ."""
    dates = [str(getattr(value, "at", "") or getattr(value, "by", "")) for value in (one, other)]
    return all(dates) and len({date[:1].isdecimal() for date in dates}) > 1


def _same_length(one: object, other: object) -> bool:
    return getattr(one, "length", None) is not None and getattr(one, "length", None) == getattr(other, "length", None)


def _references(setting: Setting, old: int, new: int) -> Named | None:
    numbers = [
        Decimal(value.numbers[0]) for value in (setting.item("old", old).value, setting.item("new", new).value)
        if isinstance(value, Reference) and value.kind == "label" and value.numbers[0].isdecimal()
    ]  # fmt: skip
    if len(numbers) == 2 and _is_number_of(setting, old):
        kind = "quantity-raised" if numbers[0] < numbers[1] else "quantity-lowered"
        return named(setting, kind, "quantity", [old], [new], rule="figure")
    if is_one_matter(setting.item("old", old), setting.item("new", new)):
        return None
    return named(setting, "reference-changed", "reference", [old], [new], rule="reference")


def _forces(setting: Setting, old: int, new: int) -> Named | None:
    one, other = setting.item("old", old).value, setting.item("new", new).value
    if not isinstance(one, Force) or not isinstance(other, Force):
        return None
    return compare_forces(setting, (one, [old]), (other, [new]))


def compare_forces(
    setting: Setting, old: tuple[Force, Sequence[int]], new: tuple[Force, Sequence[int]]
) -> Named | None:
    """What became of the force of an act; None where that is not sure.

    Args:
        setting: The two wordings.
        old: The force in OLD, and the items that carry it, none for the plain present.
        new: That in NEW.
    """
    compared = None if _may_be_one_force(old[0], new[0]) else compare_force(old[0], new[0])
    side, place = ("old", old[1][0]) if old[1] else ("new", new[1][0])
    mine = [setting.item(one, at) for one, places in (("old", old[1]), ("new", new[1])) for at in places]
    if compared is None or any(item not in mine for item in setting.open_negations(side, place)):
        return None
    if compared[0] == "modality-reversed" and (
        not setting.is_negated_otherwise(side, place) or _bounds_otherwise(setting, side, place)
    ):
        return None
    return named(setting, compared[0], "force", old[1], new[1], rule="force", effect=compared[1])


def _bounds_otherwise(setting: Setting, side: str, place: int) -> bool:
    """Whether a bound differs as well, which may outweigh a negation: *not under 18*, *at least 18*."""
    other = "new" if side == "old" else "old"
    sentences = ((side, {setting.item(side, place).sentence}), (other, set(setting.partner_sentences(side, place))))
    return any(
        setting.partner(one, at) is None and (item.low in _BOUND_WORDS or getattr(item.value, "operator", ""))
        for one, inside in sentences for sentence in inside
        for at in setting.view(one).inside(sentence) for item in (setting.item(one, at),)
    )  # fmt: skip


def _may_be_one_force(old: Force, new: Force) -> bool:
    """Whether *can* stands against *may*, *cannot* against a ban, or an effort of no said size against another."""
    forces = {old.force, new.force}
    if forces == {"best_efforts"} and "" in (old.grade, new.grade):
        return True
    return bool(old.negated) == bool(new.negated) and forces == {"ability", "duty" if old.negated else "permission"}


def _quantifiers(setting: Setting, old: int, new: int) -> Named | None:
    one, other = setting.item("old", old).value, setting.item("new", new).value
    if not isinstance(one, Quantifier) or not isinstance(other, Quantifier):
        return None
    kind = compare_quantifiers(one, other)
    return None if kind is None else named(setting, kind, "quantifier", [old], [new], rule="quantifier")


COMPARE: Mapping[str, Callable[[Setting, int, int], Named | None]] = {
    "figure": _figures, "time": _times, "reference": _references, "force": _forces, "quantifier": _quantifiers,
}  # fmt: skip


def _effect(setting: Setting, part: str, direction: str | None, old: int, new: int) -> str | None:
    """What it does to the duty, where its force and its bearer were read the same on both sides."""
    if direction is None or not part:
        return None
    if setting.clause("old", [old]) is not None or setting.clause("new", [new]) is not None:
        return None
    if leaves_effect_open(setting, part, old):
        return None
    verbs = setting.ruling_verb("old", old), setting.ruling_verb("new", new)
    if any(verb is not None and verb.passive for verb in verbs):
        return None
    forces = setting.force_at("old", old), setting.force_at("new", new)
    if part == "ceiling" and forces == (None, None) and "exceed" in setting.item("old", old).low:
        return effect_of(part, direction, "duty")
    if forces[0] is None or forces[0] != forces[1]:
        return None
    return effect_of(part, direction, forces[0])
