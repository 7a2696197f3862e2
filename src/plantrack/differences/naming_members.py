"""Members of a list that came or went: things, acts, exceptions, and what a deadline waits for."""

from collections.abc import Sequence

from plantrack.differences.hunks import Hunk
from plantrack.differences.list_members import is_run_in_heading, members_around
from plantrack.differences.naming import Named, Setting, named, sided
from plantrack.differences.naming_additions import joins_descriptions, one_side
from plantrack.facts.values import Deadline
from plantrack.language import lexicon


def name_members(setting: Setting, hunk: Hunk) -> list[Named]:
    """A member of a list that only one side has."""
    side, places = one_side(setting, hunk)
    heavy = [place for place in places if setting.item(side, place).heavy]
    if not heavy or setting.is_elsewhere(side, heavy):
        return []
    view = setting.view(side)
    if not setting.has_twin(side, heavy):
        return []
    if (
        view.items[min(places)].low == "as"
        or not _is_in_list(setting, side, places)
        or not _is_member(setting, side, heavy)
        or setting.could_be_carried(side, places)
        or _defines(setting, side, places)
        or any(joins_descriptions(setting, side, place) for place in places)
    ):
        return []
    gone = side == "old"
    if any(view.items[place].kind == "negation" for place in places):
        kind, part = f"exception-{'removed' if gone else 'added'}", "exception"
    elif _is_of_event(setting, side, heavy[0]):
        joins_and = any(view.items[place].low == "and" for place in places)
        kind, part = f"deadline-{('earlier' if gone else 'later') if joins_and else 'changed'}", "deadline"
    elif _begins_with_verb(setting, side, heavy) or any(view.items[place].kind == "force" for place in places):
        kind, part = f"term-{'removed' if gone else 'added'}", "sentence"
    elif any(view.items[place].kind == "auxiliary" or view.structure.verb_at(place) for place in places):
        return []  # a clause: it may as well narrow what it is joined to
    else:
        kind, part = f"scope-{'narrowed' if gone else 'widened'}", "item"
    joint = _joint(setting, side, places)
    told = (places, joint) if gone else (joint, places)
    return [named(setting, kind, part, *told, rule="member of a list", shown=sided(side, places))]


def _joint(setting: Setting, side: str, places: Sequence[int]) -> list[int]:
    """The *and* or *or* that stands before the last member on the other side: *a, b or c*, and *a or b*."""
    other = "new" if side == "old" else "old"
    lows = {setting.item(side, place).low for place in places} & {"and", "or"}
    beside = {at for member in members_around(setting.view(side), max(places)) for at in member}
    return [
        at for at in setting.hunk_of[other]
        if at and setting.item(other, at).low in lows and setting.partner(other, at - 1) in beside
    ][:1]  # fmt: skip


def _is_in_list(setting: Setting, side: str, places: Sequence[int]) -> bool:
    """Whether words of one sentence, that no heading is, stand in a list: beside *and*, *or*, *including*, or a label.

    A comma alone parts much else.
    """
    view = setting.view(side)
    if len({view.items[place].sentence for place in places}) > 1 or is_run_in_heading(view, places[0]):
        return False
    words = [view.items[place] for place in places if view.items[place].heavy]
    if any(not any(sign.isalnum() for sign in item.words) for item in words) or all(
        item.kind == "figure" for item in words
    ):
        return False
    first, last = min(places), max(places)
    around = [at for at in view.beside(first) if first - _LONGEST <= at <= last + _LONGEST]
    return any(
        view.items[at].kind in _JOINTS
        or (at + 1 in around and any(token.low == ";" for token in view.prose.between(*view.items[at : at + 2])))
        for at in around
    )


_JOINTS = ("connective", "inclusion", "marker", "exception")
_LONGEST = 12
"""Items of a member of a list, beyond which the joint of the list is not looked for."""


def _is_of_event(setting: Setting, side: str, place: int) -> bool:
    """Whether an item lies in the event from which a deadline counts: *within 30 days of the truce and the vote*."""
    view = setting.view(side)
    first = view.items[place].first
    times = [value for at in view.beside(place) if isinstance(value := view.items[at].value, Deadline)]
    return any(time.event is not None and time.event[0] <= first <= time.event[1] + 2 for time in times)


def _defines(setting: Setting, side: str, places: Sequence[int]) -> bool:
    """Whether words only say what something is called: *each a “Member”*."""
    view = setting.view(side)
    gaps = [view.prose.between(*view.items[place - 1 : place + 1]) for place in places if place]
    return any(token.low in _QUOTES for gap in gaps for token in gap)


_QUOTES = frozenset("\"“”„«»'")


def _is_member(setting: Setting, side: str, heavy: Sequence[int]) -> bool:
    """Whether a stretch is a whole member of a list, another member of which has its counterpart."""
    view = setting.view(side)
    members = members_around(view, heavy[0])
    if len(members) > 1:
        whole = any(set(member) == set(heavy) & set(member) for member in members if heavy[0] in member)
        others = [member for member in members if not set(member) & set(heavy)]
        return whole and any(setting.partner(side, place) is not None for member in others for place in member)
    return _is_set_off(setting, side, heavy)


def _is_set_off(setting: Setting, side: str, heavy: Sequence[int]) -> bool:
    """Whether a stretch is joined to what both sides have by a comma, a label, *and*, *or* or *including*."""
    view = setting.view(side)
    first, last = min(heavy), max(heavy)
    while first and view.items[first - 1].kind in ("preposition", "determiner", "pronoun"):
        first -= 1
    before = view.items[first - 1] if first else None
    joined_before = before is not None and (
        before.kind in ("connective", "marker", "inclusion")
        or any(token.low in ",;" or token.low == ")" for token in view.prose.between(before, view.items[first]))
    )
    following = view.items[last + 1] if last + 1 < len(view.items) else None
    joined_after = (
        following is None or following.sentence != view.items[last].sentence or following.kind == "connective"
        or any(token.low in ",;()" for token in view.prose.between(view.items[last], following))
    )  # fmt: skip
    return joined_before and joined_after


def _begins_with_verb(setting: Setting, side: str, heavy: Sequence[int]) -> bool:
    """Whether a member of a list is an act, as the member before it is: *tortured or starved*, *to go and to stay*."""
    view = setting.view(side)
    place = heavy[0]
    before = view.items[place - 1] if place else None
    if before is not None and before.low == "to" and lexicon.lemma(view.items[place].low) == view.items[place].low:
        return "v" in lexicon.pos_of(view.items[place].low)
    if before is not None and before.kind in ("determiner", "quantifier", "pronoun", "preposition"):
        return False
    if view.items[place].words[:1].isupper() and before is not None:
        return False
    low = view.items[place].low
    joined = next((at for at in range(place - 1, -1, -1) if view.items[at].kind not in ("connective", "marker")), None)
    verb = None if joined is None else view.structure.verb_of(joined)
    if verb is not None and joined == place - 1:  # *supply water and power*: what it governs
        return False
    if verb is not None:
        return "v" in lexicon.pos_of(lexicon.lemma(low))
    governs = len(heavy) > 1 and view.items[place + 1].kind in ("determiner", "pronoun", "figure")
    if governs and "v" in lexicon.pos_of(low) and lexicon.lemma(low) == low:
        return True
    beside_noun = joined is not None and "v" not in lexicon.pos_of(view.items[joined].low)
    if "n" in lexicon.pos_of(low) and (beside_noun or setting.preposition_before(side, place) is not None):
        return False
    begins = "v" in lexicon.pos_of(low) and lexicon.lemma(low) == low
    bound = any(verb.force is not None for verb in view.structure.verbs_in(range(place)))
    return view.structure.verb_at(place) is not None or (begins and bound)


def name_joined_acts(setting: Setting, hunk: Hunk) -> list[Named]:
    """A verb that is joined to another, of one force and one object: *verify and report*, *report* alone."""
    side, places = one_side(setting, hunk)
    heavy = [place for place in places if setting.item(side, place).heavy]
    joints = [place for place in places if setting.item(side, place).low == "and"]
    if len(heavy) != 1 or len(joints) != 1 or abs(heavy[0] - joints[0]) != 1 or setting.is_elsewhere(side, heavy):
        return []
    act, other = heavy[0], 2 * joints[0] - heavy[0]
    view = setting.view(side)
    if not 0 <= other < len(view.items) or view.items[other].sentence != view.items[act].sentence:
        return []
    forms = [view.items[place].low for place in (act, other)]
    bare = all("v" in lexicon.pos_of(low) and len(lexicon.lemma(low)) == len(low) for low in forms)
    bare = bare and not lexicon.same_sense(*forms)
    verb = view.structure.verb_at(min(act, other))  # *shall verify and report*
    partner = setting.partner(side, other)
    twin = setting.view("new" if side == "old" else "old")
    held = partner is not None and twin.structure.verb_of(partner) is not None
    if not bare or not held or verb is None or verb.force is None or setting.open_negations(side, act):
        return []
    kind = f"term-{'removed' if side == 'old' else 'added'}"
    return [named(setting, kind, "sentence", *sided(side, places), rule="sentence")]
