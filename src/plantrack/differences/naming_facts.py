"""Figures, times, references, quantifiers and force: one fact that was read against another.

The facts that the alignment leaves over are paired across the whole wording, for a deadline may stand at the end of one
and at the head of the other: in the same hunk first, then in sentences that belong together, then where each side has
but one of a kind.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from plantrack.differences.directions import effect_of, figure_part
from plantrack.differences.naming import Named, Setting, is_one_matter, named
from plantrack.differences.naming_effects import leaves_effect_open
from plantrack.facts.clauses import subject_start
from plantrack.facts.compare_figures import Comparison, compare_figures
from plantrack.facts.compare_times import compare_times
from plantrack.facts.force import Force, compare_force
from plantrack.facts.quantifiers import Quantifier, compare_quantifiers
from plantrack.facts.values import Deadline, Figure
from plantrack.language import lexicon

_GROUPS = {
    "figure": "figure", "reference": "reference", "label": "reference", "number": "reference",
    "quantifier": "quantifier", "force": "force",
    "deadline": "time", "start": "time", "duration": "time", "frequency": "time", "date": "time",
}  # fmt: skip
"""Which kinds of facts may stand against each other."""
_ONE_SIDED = {
    "deadline": ("deadline-opened", "deadline-fixed"), "start": ("deadline-opened", "deadline-fixed"),
    "date": ("deadline-opened", "deadline-fixed"), "duration": ("quantity-unfixed", "quantity-fixed"),
    "frequency": ("quantity-unfixed", "quantity-fixed"), "figure": ("quantity-unfixed", "quantity-fixed"),
}  # fmt: skip


class _Place(NamedTuple):
    """A fact without counterpart."""

    place: int
    hunk: int


def name_facts(setting: Setting, only: Sequence[str] | None = None) -> list[Named]:
    """What the facts give that the alignment leaves over.

    Args:
        setting: The two wordings.
        only: The groups of facts to read, where not all of them can be.
    """
    olds, news = _open_facts(setting, "old"), _open_facts(setting, "new")
    found: list[Named] = []
    for group in dict.fromkeys(_GROUPS.values()) if only is None else only:
        ones, others = olds.get(group, []), news.get(group, [])
        paired_old: set[int] = set()
        paired_new: set[int] = set()
        for one, other in _pairs(setting, ones, others):
            told = _COMPARE[group](setting, one.place, other.place)
            if told is not None:
                found.append(told)
                paired_old.add(one.place)
                paired_new.add(other.place)
        found += _alone(setting, group, ones, others, paired_old, paired_new)
    if only is None:
        found += _vague_figures(setting, olds, news)
        found += _events(setting)
    return found


_VAGUE = frozenset("several some many a_few few numerous various a_number_of".split())


def _vague_figures(
    setting: Setting, olds: Mapping[str, Sequence[_Place]], news: Mapping[str, Sequence[_Place]]
) -> list[Named]:
    """*Several trucks* against *50 trucks*."""
    found = []
    for first, second, kind in (
        ("quantifier", "figure", "quantity-fixed"),
        ("figure", "quantifier", "quantity-unfixed"),
    ):
        for one in olds.get(first, ()):
            for other in news.get(second, ()):
                vague = setting.item("old", one.place) if first == "quantifier" else setting.item("new", other.place)
                follows = setting.partner("old", one.place + 1) == other.place + 1
                if one.hunk == other.hunk and follows and getattr(vague.value, "value", "") in _VAGUE:
                    found.append(named(setting, kind, "quantity", [one.place], [other.place], rule="figure"))
    return found


def _events(setting: Setting) -> list[Named]:
    """One and the same time that counts from another event: *within 30 days of signing*, *of the vote*."""
    found = []
    open_old = {place for hunk in setting.hunks for place in hunk.old}
    open_new = {place for hunk in setting.hunks for place in hunk.new}
    for place, item in enumerate(setting.aligned.old.items):
        partner = setting.aligned.old_to_new.get(place)
        if item.kind != "deadline" or partner is None:
            continue
        sides = [_event_of(setting, side, at) for side, at in (("old", place), ("new", partner))]
        olds, news = [p for p in sides[0] if p in open_old], [p for p in sides[1] if p in open_new]
        ones = [setting.item("old", p) for p in olds if setting.item("old", p).heavy]
        others = [setting.item("new", p) for p in news if setting.item("new", p).heavy]
        if ones and others and not any(is_one_matter(one, other) for one in ones for other in others):
            shown = [place, *sides[0]], [partner, *sides[1]]
            found.append(named(setting, "deadline-changed", "deadline", olds, news, rule="time", shown=shown))
    return found


def _event_of(setting: Setting, side: str, place: int) -> list[int]:
    """The items of the event from which a deadline counts."""
    item = setting.item(side, place)
    span = item.value.event if isinstance(item.value, Deadline) else None
    if span is None:
        return []
    view = setting.view(side)
    inside = [at for at, other in enumerate(view.items) if span[0] <= other.first < span[1]]
    if not inside:
        return []
    main = next((verb for verb in view.structure.verbs if inside[0] < verb.group <= inside[-1] + 1), None)
    begins = not place or view.items[place - 1].sentence != item.sentence
    end = subject_start(view.items, main, inside[0]) if main is not None and begins else inside[-1] + 1
    return [at for at in inside if at < end]


def _open_facts(setting: Setting, side: str) -> Mapping[str, list[_Place]]:
    """The facts of a side that no pair holds and that stand nowhere on the other side, by group."""
    found: dict[str, list[_Place]] = {}
    for number, hunk in enumerate(setting.hunks):
        for place in hunk.old if side == "old" else hunk.new:
            group = _GROUPS.get(setting.item(side, place).kind)
            if group is not None and not setting.is_elsewhere(side, [place]):
                found.setdefault(group, []).append(_Place(place, number))
    return found


def _pairs(setting: Setting, ones: Sequence[_Place], others: Sequence[_Place]) -> Iterator[tuple[_Place, _Place]]:
    """Facts that stand against each other, the surest first."""
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    near_old, near_new = _by_hunk(ones), _by_hunk(others)
    tests: tuple[tuple[Callable[[_Place, _Place], bool], bool], ...] = (
        (lambda one, other: _same_kind(setting, one, other), True),
        (lambda one, other: _same_kind(setting, one, other) and _same_sentence(setting, one, other), False),
        (lambda one, other: _may_meet(setting, one, other), True),
        (lambda one, other: len(ones) == len(others) == 1 and _may_meet(setting, one, other), False),
    )
    for test, in_hunk in tests:
        for one in ones:
            if one.place in taken_old:
                continue
            theirs = near_new.get(one.hunk, []) if in_hunk else others
            fits = [
                other for other in theirs
                if other.place not in taken_new and test(one, other) and _is_of_one_matter(setting, one, other)
            ]  # fmt: skip
            mine = near_old.get(fits[0].hunk, []) if in_hunk and fits else ones
            rivals = [rival for rival in mine if rival.place not in taken_old and fits and test(rival, fits[0])]
            if fits and (len(fits) == len(rivals) or (len(fits) == 1 and len(rivals) == 1)):
                other = fits[0]
                taken_old.add(one.place)
                taken_new.add(other.place)
                yield one, other


def _is_of_one_matter(setting: Setting, one: _Place, other: _Place) -> bool:
    """Whether two facts stand beside one and the same word, or in sentences that have enough in common."""
    for step in (-1, 1):
        near = [
            {setting.partner(side, place + step * far) if side == "old" else place + step * far for far in _BESIDE}
            for side, place in (("old", one.place), ("new", other.place))
        ]
        if (near[0] & near[1]) - {None}:
            return True
    if any(_has_rivals(setting, side, place) for side, place in (("old", one.place), ("new", other.place))):
        return False
    return setting.likeness("old", setting.item("old", one.place).sentence) >= _TWINS


def _has_rivals(setting: Setting, side: str, place: int) -> bool:
    """Whether a figure stands in one sentence with two more of the same noun: which is which, nobody can tell."""
    view = setting.view(side)
    figure = view.items[place].value
    if not isinstance(figure, Figure):
        return False
    figures = [view.items[at].value for at in view.beside(place)]
    return sum(isinstance(one, Figure) and one.noun == figure.noun for one in figures) > 2


_BESIDE = (1, 2, 3)
"""How far from a fact the word may stand that it shares with another."""
_TWINS = 0.4


def _by_hunk(places: Sequence[_Place]) -> dict[int, list[_Place]]:
    found: dict[int, list[_Place]] = {}
    for place in places:
        found.setdefault(place.hunk, []).append(place)
    return found


def _same_kind(setting: Setting, one: _Place, other: _Place) -> bool:
    first, second = setting.item("old", one.place), setting.item("new", other.place)
    if first.kind != second.kind:
        return False
    if isinstance(first.value, Figure) and isinstance(second.value, Figure):
        return first.value.kind_of_unit == second.value.kind_of_unit and _same_noun(first.value, second.value)
    if first.kind == "force":
        return _same_act(setting, one.place, other.place)
    return True


def _same_noun(one: Figure, other: Figure) -> bool:
    if one.dimension != "count" or one.noun is None or other.noun is None:
        return True
    first, second = one.noun.lower().split(), other.noun.lower().split()
    return any(a == b or lexicon.same_sense(a, b) for a in first for b in second)


def _may_meet(setting: Setting, one: _Place, other: _Place) -> bool:
    """Whether two facts of one group may be compared although their kinds differ: a date against a deadline."""
    first = setting.item("old", one.place)
    if first.kind == "force":
        return _same_act(setting, one.place, other.place)
    if first.kind == "figure":
        return _same_kind(setting, one, other) or one.hunk == other.hunk
    return _same_sentence(setting, one, other)


def _same_sentence(setting: Setting, one: _Place, other: _Place) -> bool:
    """Whether two facts stand in sentences that share most of their counterparts."""
    second, old = setting.item("new", other.place).sentence, setting.aligned.old
    inside = [place for place in old.beside(one.place) if old.items[place].heavy]
    partners = [setting.aligned.old_to_new.get(place) for place in inside]
    met = [setting.item("new", place).sentence for place in partners if place is not None]
    return not met or met.count(second) * 2 >= len(met)


def _same_act(setting: Setting, old: int, new: int) -> bool:
    """Whether the verbs that two words of force rule are paired."""
    one = setting.aligned.old.structure.verb_with_force(old)
    other = setting.aligned.new.structure.verb_with_force(new)
    if one is None and other is None:
        return _same_before(setting, old, new)
    return one is not None and other is not None and setting.partner("old", one.place) == other.place


def _same_before(setting: Setting, old: int, new: int) -> bool:
    """Whether two words of force say it of what stands before them: *fishing is prohibited*."""
    return old > 0 and new > 0 and setting.partner("old", old - 1) == new - 1


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
    compared = compare_figures(one, other, same_thing=_same_noun(one, other))
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
        delta=_delta(compared),
    )  # fmt: skip


def _only_names(figure: Figure) -> bool:
    """Whether a number has neither a unit nor a noun that it governs: a post code."""
    return figure.bare and not figure.unit and not figure.noun and figure.dimension is None and not figure.parts


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
    kind = _TIME_KINDS.get((compared.kind, compared.direction), compared.kind)
    direction = _TIME_DIRECTIONS.get(compared.direction, compared.direction) or None
    effect = _effect(setting, one.kind, direction, old, new)
    return named(setting, kind, one.kind, [old], [new], rule="time", effect=effect, delta=_delta(compared))


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
    return named(setting, "reference-changed", "reference", [old], [new], rule="reference")


def _forces(setting: Setting, old: int, new: int) -> Named | None:
    one, other = setting.item("old", old).value, setting.item("new", new).value
    if not isinstance(one, Force) or not isinstance(other, Force):
        return None
    if _may_be_one_force(one, other):
        return None
    compared = compare_force(one, other)
    mine = setting.item("old", old), setting.item("new", new)
    if compared is None or any(item not in mine for item in setting.open_negations("old", old)):
        return None
    if compared[0] == "modality-reversed" and not setting.is_negated_otherwise("old", old):
        return None
    return named(setting, compared[0], "force", [old], [new], rule="force", effect=compared[1])


def _may_be_one_force(old: Force, new: Force) -> bool:
    """Whether *can* stands against *may*, or *cannot* against a ban: an ability, or what is allowed."""
    forces = {old.force, new.force}
    return bool(old.negated) == bool(new.negated) and forces == {"ability", "duty" if old.negated else "permission"}


def _quantifiers(setting: Setting, old: int, new: int) -> Named | None:
    one, other = setting.item("old", old).value, setting.item("new", new).value
    if not isinstance(one, Quantifier) or not isinstance(other, Quantifier):
        return None
    kind = compare_quantifiers(one, other)
    return None if kind is None else named(setting, kind, "quantifier", [old], [new], rule="quantifier")


_COMPARE: Mapping[str, Callable[[Setting, int, int], Named | None]] = {
    "figure": _figures, "time": _times, "reference": _references, "force": _forces, "quantifier": _quantifiers,
}  # fmt: skip


def _alone(
    setting: Setting,
    group: str,
    ones: Sequence[_Place],
    others: Sequence[_Place],
    told_old: set[int],
    told_new: set[int],
) -> list[Named]:
    """A figure or time that only one side gives, where the other side has no fact of its group left."""
    left_old = [one for one in ones if one.place not in told_old]
    left_new = [other for other in others if other.place not in told_new]
    if bool(left_old) == bool(left_new) or group not in ("figure", "time"):
        return []
    side, left = ("old", left_old) if left_old else ("new", left_new)
    found = []
    for one in left:
        item = setting.item(side, one.place)
        if item.kind == "date" or getattr(item.value, "edge", "") == "since" or not _stands_free(setting, side, one):
            continue
        kind = _ONE_SIDED[item.kind][0 if side == "old" else 1]
        places = ([one.place], []) if side == "old" else ([], [one.place])
        found.append(named(setting, kind, item.kind, *places, rule="figure" if group == "figure" else "time"))
    return found


def _stands_free(setting: Setting, side: str, one: _Place) -> bool:
    """Whether what a fact belongs to has its counterpart: the noun of a figure, the verb of a deadline."""
    item = setting.item(side, one.place)
    view = setting.view(side)
    if item.kind == "figure":
        following = one.place + 1
        if following >= len(view.items) or setting.partner(side, following) is None:
            return False
        hunk = setting.hunks[one.hunk]
        return not any(
            setting.item("new" if side == "old" else "old", place).heavy
            for place in (hunk.new if side == "old" else hunk.old)
        )
    theirs = setting.hunks[one.hunk].new if side == "old" else setting.hunks[one.hunk].old
    if any(setting.item("new" if side == "old" else "old", place).heavy for place in theirs):
        return False
    verb = setting.ruling_verb(side, one.place)
    return verb is None or setting.partner(side, verb.place) is not None


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
