"""Forms of one verb that say the same: a duty in words and in the plain present, auxiliaries, *it is agreed that*."""

from plantrack.differences.hunks import Aligned, Hunk, Silence
from plantrack.differences.silencing_nouns import is_nominal
from plantrack.differences.silencing_sides import Side, one_by_one, sides_of
from plantrack.differences.views import View
from plantrack.facts.clauses import Verb
from plantrack.facts.prose import Item
from plantrack.language import lexicon


def silence_one_force(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*Shall repair* and *repairs*: a duty in words and one in the plain present of the same verb."""
    return one_by_one(
        aligned, hunk, "one force",
        lambda side, place: _is_plain_duty(side.view.items[place]) and _binds_in_present(side, place),
    )  # fmt: skip


def _is_plain_duty(item: Item) -> bool:
    return item.kind == "force" and getattr(item.value, "force", "") == "duty" and not getattr(item.value, "negated", 1)


def _binds_in_present(side: Side, place: int) -> bool:
    """Whether the verb of a duty stands in the plain present, or as the noun of a heading, on the other side."""
    view, other = side.view, side.other
    verb = view.structure.verb_with_force(place)
    if _describes(view, place):
        return False
    if verb is None:
        return _binds_as_copula(side, place)
    partner = side.known.get(verb.place)
    if partner is None:
        return False
    found = other.structure.verb_of(partner)
    if found is not None:
        return found.force is None and other.structure.clause_at(partner) is None and not _is_perfect(other, found)
    return not other.verbs_beside(partner) and is_nominal(other.items[partner])


def _is_perfect(view: View, verb: Verb) -> bool:
    """Whether a verb tells what is done already: *have been stored*, *was stored*."""
    return any(view.items[place].low in {"have", "has"} for place in range(verb.group, verb.place)) or _tells_of_past(
        view, verb
    )


def _describes(view: View, place: int) -> bool:
    """Whether a verb stands in a clause with *who*, *which* or *that*: what it tells there is no duty."""
    sentence = view.items[place].sentence
    return any(
        item.sentence == sentence and item.low in {"who", "which", "that", "whom", "whose"}
        for item in view.items[max(0, place - 8) : place]
    )


def _binds_as_copula(side: Side, place: int) -> bool:
    """*Shall be final* and *is final*."""
    view, other = side.view, side.other
    if place + 1 >= len(view.items) or view.items[place + 1].key != ("auxiliary", "be"):
        return False
    partner = side.known.get(place + 1)
    if partner is None or other.structure.clause_at(partner) is not None:
        return False
    return not partner or other.items[partner - 1].kind not in ("force", "negation")


_HAVE_AND_BE = frozenset("be been being is are was were has have had do does did".split())


def silence_auxiliary(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*Is agreed* and *has been agreed*: auxiliaries of one and the same verb in the same voice."""
    return one_by_one(aligned, hunk, "verb form", _is_idle_auxiliary)


def _is_idle_auxiliary(side: Side, place: int) -> bool:
    view, other = side.view, side.other
    item = view.items[place]
    if item.low not in _HAVE_AND_BE or item.kind != "auxiliary":
        return False
    verb = view.structure.verb_at(place)
    partner = side.known.get(verb.place) if verb else None
    twin = other.structure.verb_at(partner) if partner is not None else None
    if verb is None or twin is None or twin.place != partner or verb.passive != twin.passive:
        return False
    if item.value in ("have", "had") and not _perfect_is_idle(view, other, verb, twin):
        return False
    return _tells_of_past(view, verb) == _tells_of_past(other, twin)


def _tells_of_past(view: View, verb: Verb) -> bool:
    """Whether a group of a verb is in the past: *was granted*."""
    return any(view.items[place].low in {"was", "were", "had", "did"} for place in range(verb.group, verb.place))


def _perfect_is_idle(view: View, other: View, verb: Verb, twin: Verb) -> bool:
    """Whether a perfect says no more than a present: in a clause of time or condition, and of what is agreed."""
    if view.items[verb.place].value == "agree":
        return True
    return view.structure.clause_at(verb.place) is not None and other.structure.clause_at(twin.place) is not None


_NOUNS = ("word", "name")
_WHO = frozenset({"who", "which", "that"})


def silence_relative(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*Persons that fled* and *persons who fled*, *officers who were dismissed* and *officers dismissed*."""
    for side in sides_of(aligned, hunk):
        for place in side.places:
            before = side.known.get(place - 1)
            if side.view.items[place].low not in _WHO or before is None or side.other.items[before].kind not in _NOUNS:
                continue
            if before + 1 in side.theirs and side.other.items[before + 1].low in _WHO:
                if side.known.get(place + 1) == before + 2 and not _begins_clause_of_that(side, place, before + 1):
                    return side.silence("relative clause", (place,), (before + 1,))
            elif place + 1 in side.places and side.known.get(place + 2) == before + 1:
                verb = side.view.structure.verb_of(place + 2)
                if verb is not None and verb.passive and verb.group == place + 1:
                    return side.silence("relative clause", (place, place + 1))
    return None


def _begins_clause_of_that(side: Side, place: int, there: int) -> bool:
    """Whether a *that* may be no *who*: behind a verb it tells what is said, before a noun it points."""
    return any(
        view.structure.verb_at(p - 1) is not None or view.items[p + 1].kind not in ("auxiliary", "force", "word")
        or (view.items[p + 1].kind == "word" and "v" not in lexicon.pos_of(view.items[p + 1].low))
        for view, p in ((side.view, place), (side.other, there))
    )  # fmt: skip


def silence_there_is(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*There shall be no bases* and *no bases*, where the other side has no verb at all."""
    for side in sides_of(aligned, hunk):
        for place in side.places:
            row = [place]
            while row[-1] + 1 in side.places and side.view.items[row[-1] + 1].kind in ("force", "auxiliary"):
                row.append(row[-1] + 1)
            partner = side.known.get(row[-1] + 1)
            if side.view.items[place].low != "there" or partner is None or side.other.verbs_beside(partner):
                continue
            forces = [side.view.items[p] for p in row if side.view.items[p].kind == "force"]
            be = side.view.items[row[-1]].low in {"be", "is", "are"}
            if be and all(map(_is_plain_duty, forces)) and side.other.beside(partner).start == partner:
                return side.silence("there is", row)
    return None


_PARTY_WORDS = frozenset("the both contracting high parties sides party agree agrees that".split())


def silence_agreement_frame(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*It is agreed that*, *the parties agree that*, before a clause with a force of its own."""
    for side in sides_of(aligned, hunk):
        for place in side.places:
            item = side.view.items[place]
            if item.kind == "force" and getattr(item.value, "force", "") == "agreement":
                return side.silence("one force", (place,))
        lows = {side.view.items[place].low for place in side.places}
        if {"agree", "that"} <= lows <= _PARTY_WORDS:
            return side.silence("one force", sorted(side.places))
    return None
