"""Figures, times, references, quantifiers and force: one fact that was read against another.

The facts that the alignment leaves over are paired across the whole wording, for a deadline may stand at the end of one
and at the head of the other: in the same hunk first, then in sentences that belong together, then where each side has
but one of a kind.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from plantrack.differences.changes import KINDS
from plantrack.differences.naming import KNOWN, RELATIVES, Named, Setting, is_one_matter, named, sided
from plantrack.differences.naming_values import COMPARE, compare_forces, is_same_noun
from plantrack.facts.clauses import Verb, subject_start
from plantrack.facts.force import CHAIN, Force
from plantrack.facts.prose import Item
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


def name_facts(setting: Setting) -> list[Named]:
    """What the facts give that the alignment leaves over."""
    olds, news = _open_facts(setting, "old"), _open_facts(setting, "new")
    found: list[Named] = []
    for group in dict.fromkeys(_GROUPS.values()):
        ones, others = olds.get(group, []), news.get(group, [])
        paired_old: set[int] = set()
        paired_new: set[int] = set()
        for one, other in _pairs(setting, ones, others):
            told = COMPARE[group](setting, one.place, other.place)
            if told is not None:
                found.append(told)
                paired_old.add(one.place)
                paired_new.add(other.place)
        found += _alone(setting, group, ones, others, paired_old, paired_new)
    found += _vague_figures(setting, olds, news)
    found += _plain_forces(setting, olds.get("force", ()), news.get("force", ()), found)
    found += _events(setting)
    return found


_VAGUE = frozenset("several some many a_few few numerous various a_number_of".split())
_WHOLE = frozenset(("all", "every", "each", "entire"))


def _vague_figures(
    setting: Setting, olds: Mapping[str, Sequence[_Place]], news: Mapping[str, Sequence[_Place]]
) -> list[Named]:
    """*Several trucks* against *50 trucks*, *all prisoners* against *half of the prisoners*."""
    found = []
    for side, first, second in (("old", "quantifier", "figure"), ("new", "figure", "quantifier")):
        for one in olds.get(first, ()):
            for other in news.get(second, ()):
                vague, figure = (one, other) if side == "old" else (other, one)
                kind = _kind_of_figure(setting, side, vague.place, figure.place)
                beside = setting.partner("old", one.place + 1) == other.place + 1
                if (
                    one.hunk == other.hunk
                    and kind
                    and (beside or (kind == "quantity-lowered" and _is_of_one_matter(setting, one, other)))
                ):
                    kind = kind if side == "old" else KINDS[kind].mirror
                    found.append(named(setting, kind, "quantity", [one.place], [other.place], rule="figure"))
    return found


def _kind_of_figure(setting: Setting, side: str, vague: int, exact: int) -> str:
    """What it is to give a figure in place of a quantifier; empty where that is not sure."""
    word = getattr(setting.item(side, vague).value, "value", "")
    other = "new" if side == "old" else "old"
    figure = setting.item(other, exact).value
    if exact and setting.item(other, exact - 1).kind == "exception":
        return ""
    if not isinstance(figure, Figure) or figure.value is None:
        return ""
    if figure.dimension == "share" and word in _WHOLE:
        return "quantity-lowered" if figure.base(figure.value) < _ALL else ""
    return "quantity-fixed" if word in _VAGUE or (word in _WHOLE and figure.dimension == "count") else ""


def _plain_forces(
    setting: Setting, olds: Sequence[_Place], news: Sequence[_Place], told: Sequence[Named]
) -> list[Named]:
    """A force on one side only, of a verb that the other side has in the plain present: that binds as a duty."""
    found = []
    known = {"old": {place for one in told for place in one.old}, "new": {place for one in told for place in one.new}}
    for side, other, places in (("old", "new", olds), ("new", "old", news)):
        for one in places:
            verb = setting.view(side).structure.verb_with_force(one.place)
            partner = None if verb is None else setting.partner(side, verb.place)
            twin = None if partner is None else setting.view(other).structure.verb_of(partner)
            force = setting.item(side, one.place).value
            if one.place in known[side] or twin is None or not isinstance(force, Force):
                continue
            if not _is_plain_present(setting, other, twin) or force.force not in CHAIN or force.negated:
                continue
            here, there = (force, [one.place]), (Force("duty"), list[int]())
            change = compare_forces(setting, *((here, there) if side == "old" else (there, here)))
            found += [] if change is None else [change]
    return found


def _is_plain_present(setting: Setting, side: str, verb: Verb) -> bool:
    """Whether a verb is a sentence's own, in the plain present: *withdraws*, *is withdrawn*."""
    if verb.force is not None or setting.clause(side, [verb.place]) is not None:
        return False
    view = setting.view(side)
    inside = view.items[verb.group : verb.place]
    before = view.items[verb.group - 1] if verb.group else None
    if before is None or before.kind not in ("name", "word") or before.low in ("that", "which", "who"):
        return False
    return all(item.low in ("is", "are") for item in inside) and (
        bool(inside) or view.items[verb.place].low.endswith("s")
    )


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
            if group is not None and (not setting.is_elsewhere(side, [place]) or _is_traded(setting, side, place)):
                found.setdefault(group, []).append(_Place(place, number))
    return found


def _is_traded(setting: Setting, side: str, place: int) -> bool:
    """Whether a fact traded places with another: *60 % to Arland and 40 % to Belmark*, and *40 %* and *60 %*."""
    view, other = setting.view(side), setting.view("new" if side == "old" else "old")
    for step in (1, -1):
        partner = setting.partner(side, place + step)
        spot = None if partner is None else partner - step
        if spot is not None and 0 <= spot < len(other.items) and other.items[spot].kind == view.items[place].kind:
            return setting.partner(side, place) != spot and view.items[place].key != other.items[spot].key
    return False


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
_ALL = 100
"""Per cent."""


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
        return first.value.kind_of_unit == second.value.kind_of_unit and is_same_noun(first.value, second.value)
    if first.kind == "force":
        return _same_act(setting, one.place, other.place)
    return True


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
        if isinstance(item.value, Deadline) and item.value.open:
            continue
        if item.kind == "date" or getattr(item.value, "edge", "") == "since" or not _stands_free(setting, side, one):
            continue
        kind = _ONE_SIDED[item.kind][0 if side == "old" else 1]
        places = [one.place, *_of_which(setting, side, one)]
        found.append(named(setting, kind, item.kind, *sided(side, places), rule=group))
    return found


def _may_say_when(item: Item) -> bool:
    """Whether a word may say when something is done: an adverb, a condition, a noun of time."""
    if item.kind == "word":
        return bool(lexicon.pos_of(item.low) & {"a", "r"}) or item.value in _WHEN
    return item.heavy and item.kind not in ("name", "force", "figure", "quantifier")


_WHEN = frozenset("time date day week month year moment stage phase start end begin prompt swift quick urgent".split())


def _stands_free(setting: Setting, side: str, one: _Place) -> bool:
    """Whether what a fact belongs to has its counterpart: the noun of a figure, the verb of a deadline."""
    item = setting.item(side, one.place)
    if setting.is_in_new_clause(side, one.place) or setting.likeness(side, item.sentence, [one.place]) < KNOWN:
        return False
    view, hunk = setting.view(side), setting.hunks[one.hunk]
    if any(view.items[at].low in RELATIVES for at in (hunk.old if side == "old" else hunk.new) if at < one.place):
        return False  # it came or went with a clause that tells of a noun
    if item.kind == "figure":
        following = one.place + 1 + len(_of_which(setting, side, one))
        partner = setting.partner(side, following) if following < len(view.items) else None
        twin = setting.view("new" if side == "old" else "old")
        if partner is None or twin.items[max(0, partner - 1)].low in ("a", "an"):
            return False
        return not any(twin.items[place].heavy for place in (hunk.new if side == "old" else hunk.old))
    other = "new" if side == "old" else "old"
    theirs = setting.hunks[one.hunk].new if side == "old" else setting.hunks[one.hunk].old
    if any(_may_say_when(setting.item(other, place)) for place in theirs):
        return False
    verb = setting.ruling_verb(side, one.place)
    return verb is None or setting.partner(side, verb.place) is not None


def _of_which(setting: Setting, side: str, one: _Place) -> list[int]:
    """The *of* behind a figure that came or went with it: *40 percent of the costs*, and *the costs*."""
    hunk, following = setting.hunks[one.hunk], one.place + 1
    mine = hunk.old if side == "old" else hunk.new
    return [following] if following in mine and setting.item(side, following).low == "of" else []
