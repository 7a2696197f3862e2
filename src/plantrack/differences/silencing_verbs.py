"""Forms of one verb that say the same: a duty in words and in the plain present, auxiliaries, *it is agreed that*."""

from plantrack.differences.hunks import Aligned, Hunk, Silence
from plantrack.differences.silencing_nouns import is_nominal
from plantrack.differences.silencing_sides import both_sides, of_side
from plantrack.differences.views import View
from plantrack.facts.clauses import Verb
from plantrack.facts.prose import Item


def silence_one_force(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*Shall repair* and *repairs*: a duty in words and one in the plain present of the same verb."""
    for view, other, places, old in (
        (aligned.old, aligned.new, hunk.old, True),
        (aligned.new, aligned.old, hunk.new, False),
    ):
        for place in places:
            item = view.items[place]
            if item.kind != "force" or not _is_plain_duty(item):
                continue
            if _binds_in_present(aligned, view, other, place, old=old):
                return Silence("one force", (place,), ()) if old else Silence("one force", (), (place,))
    return None


def _is_plain_duty(item: Item) -> bool:
    force = item.value
    return getattr(force, "force", None) == "duty" and not getattr(force, "negated", True)


def _binds_in_present(aligned: Aligned, view: View, other: View, place: int, *, old: bool) -> bool:
    """Whether the verb of a duty stands in the plain present, or as the noun of a heading, on the other side."""
    verb = view.structure.verb_with_force(place)
    if _describes(view, place):
        return False
    if verb is None:
        return _binds_as_copula(aligned, view, other, place, old=old)
    partner = (aligned.old_to_new if old else aligned.new_to_old).get(verb.place)
    if partner is None:
        return False
    found = other.structure.verb_of(partner)
    if found is not None:
        return found.force is None and other.structure.clause_at(partner) is None
    return not other.verbs_beside(partner) and is_nominal(other.items[partner])


def _describes(view: View, place: int) -> bool:
    """Whether a verb stands in a clause with *who*, *which* or *that*: what it tells there is no duty."""
    sentence = view.items[place].sentence
    return any(
        item.sentence == sentence and item.low in {"who", "which", "that", "whom", "whose"}
        for item in view.items[max(0, place - 8) : place]
    )


def _binds_as_copula(aligned: Aligned, view: View, other: View, place: int, *, old: bool) -> bool:
    """*Shall be final* and *is final*."""
    if place + 1 >= len(view.items) or view.items[place + 1].key != ("auxiliary", "be"):
        return False
    partner = (aligned.old_to_new if old else aligned.new_to_old).get(place + 1)
    if partner is None or other.structure.clause_at(partner) is not None:
        return False
    return not partner or other.items[partner - 1].kind not in ("force", "negation")


_HAVE_AND_BE = frozenset("be been being is are was were has have had do does did".split())


def silence_auxiliary(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*Is agreed* and *has been agreed*: auxiliaries of one and the same verb in the same voice."""
    for view, other, places, old in (
        (aligned.old, aligned.new, hunk.old, True),
        (aligned.new, aligned.old, hunk.new, False),
    ):
        for place in places:
            if view.items[place].low not in _HAVE_AND_BE or view.items[place].kind != "auxiliary":
                continue
            verb = view.structure.verb_at(place)
            partner = (aligned.old_to_new if old else aligned.new_to_old).get(verb.place) if verb else None
            twin = other.structure.verb_at(partner) if partner is not None else None
            if view.items[place].value in ("have", "had") and not _perfect_is_idle(view, other, verb, twin):
                continue
            if verb is not None and twin is not None and _tells_of_past(view, verb) != _tells_of_past(other, twin):
                continue
            if verb is not None and twin is not None and twin.place == partner and verb.passive == twin.passive:
                return Silence("verb form", (place,), ()) if old else Silence("verb form", (), (place,))
    return None


def _tells_of_past(view: View, verb: Verb) -> bool:
    """Whether a group of a verb is in the past: *was granted*."""
    return any(view.items[place].low in {"was", "were", "had", "did"} for place in range(verb.group, verb.place))


def _perfect_is_idle(view: View, other: View, verb: Verb | None, twin: Verb | None) -> bool:
    """Whether a perfect says no more than a present: in a clause of time or condition, and of what is agreed."""
    if verb is None or twin is None:
        return False
    if view.items[verb.place].value == "agree":
        return True
    return view.structure.clause_at(verb.place) is not None and other.structure.clause_at(twin.place) is not None


_PARTY_WORDS = frozenset("the both contracting high parties sides party agree agrees that".split())


def silence_agreement_frame(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*It is agreed that*, *the parties agree that*, before a clause with a force of its own."""
    for view, _, places, old in both_sides(aligned, hunk):
        for place in places:
            item = view.items[place]
            if item.kind == "force" and getattr(item.value, "force", "") == "agreement":
                return of_side("one force", place, old=old)
        lows = {view.items[place].low for place in places}
        if {"agree", "that"} <= lows <= _PARTY_WORDS:
            ordered = tuple(sorted(places))
            return Silence("one force", ordered, ()) if old else Silence("one force", (), ordered)
    return None
