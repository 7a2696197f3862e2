"""Nouns and what they govern: *withdrawal of guards* and *guards withdraw*, *street paving* and *paving of streets*."""

from collections.abc import Collection

from plantrack.differences.hunks import Aligned, Hunk, Silence
from plantrack.differences.silencing_adjuncts import PHRASE_ENDS
from plantrack.differences.silencing_sides import Side, one_by_one
from plantrack.differences.views import View
from plantrack.facts.clauses import CLAUSES, Verb
from plantrack.facts.prose import Item
from plantrack.language import lexicon

_INTRANSITIVE = frozenset(
    "withdraw return depart leave arrive expire resign retreat lapse disappear emerge die fall rise come go".split()
)
"""Verbs whose noun takes with *of* whoever does it: the withdrawal of troops is what troops do."""


_OF_DOER = frozenset(
    """agreement approval attack consent control decision declaration demand fear invitation objection offer order
    recommendation refusal request statement support visit""".split()
)
"""Nouns of acts behind which *of* may name who does it: the approval of the council."""


def noun_of_act(side: Side) -> Silence | None:
    """*Withdrawal of the guards* and *the guards withdraw*: a noun with *of*, and the verb behind what *of* governs."""
    (noun, *more), verb = side.places, side.theirs[0]
    found, of = side.other.structure.verb_of(verb), _before_of(side.view, noun)
    if more or found is None or not of or side.view.structure.verb_at(noun) is not None:
        return None
    act = side.other.items[verb]
    if found.passive:
        if side.view.items[noun].value in _OF_DOER or not _is_told_now(side.other, found):
            return None
    elif act.value not in _INTRANSITIVE or not lexicon.is_finite_present(act.low):
        return None
    head = head_after(side.view, of[-1])
    if head is None or side.known.get(head) != found.group - 1:
        return None
    clause = side.other.structure.clause_at(verb)
    if not _ends_phrase(side.other, verb, PHRASE_ENDS) and (clause is None or clause.last != verb + 1):
        return None
    return side.silence("noun for the act", of[:1], range(found.group, verb))


def agent_of_noun(side: Side) -> Silence | None:
    """*Arland violates the pact* and *a violation of the pact by Arland*: who acts, and the same behind *by*."""
    first, last, by = side.places[0], side.places[-1], side.theirs[0] - 1
    verb = side.view.structure.verb_after(last)
    if by < 1 or side.other.items[by].low != "by" or not side.has_none((by,)) or verb is None:
        return None
    noun = side.known.get(verb.place)
    if noun is None or not is_nominal(side.other.items[noun]) or side.other.structure.verb_at(noun) is not None:
        return None
    of = _before_of(side.other, noun)
    acts = verb.group == last + 1 and not verb.passive and _begins_clause(side.view, first)
    if not of or not acts or head_after(side.other, of[-1]) != by - 1 or side.back.get(by - 1, 0) <= verb.place:
        return None
    clause = side.other.structure.clause_at(by)
    ends = clause is not None and clause.last == side.theirs[-1] + 1
    if not ends and not _ends_phrase(side.other, side.theirs[-1], PHRASE_ENDS):
        return None
    return side.silence("noun for the act", (), (by,))


def _begins_clause(view: View, place: int) -> bool:
    """Whether an item is the first of its sentence or of a condition, an article apart."""
    before = place - 1
    if before >= 0 and view.items[before].kind == "determiner":
        before -= 1
    return before < 0 or view.items[before].sentence != view.items[place].sentence or view.items[before].kind in CLAUSES


def _is_told_now(view: View, verb: Verb) -> bool:
    """Whether a passive stands in the present or the perfect: *is violated*, *has been signed*."""
    return all(view.items[place].low in {"is", "are", "has", "have", "been"} for place in range(verb.group, verb.place))


def owner_of_noun(side: Side) -> Silence | None:
    """*Sareth's army* and *the army of Sareth*: not before an act, which its owner may do or suffer."""
    first, last = side.places[0], side.places[-1]
    for owner, head, owned in (
        (last + 1, side.known.get(last + 2), side.theirs),
        (first - 1, side.theirs[-1], [side.known.get(first - 2, -1)]),
    ):
        if not 0 < owner < len(side.view.items) or side.view.items[owner].kind != "owner" or head is None:
            continue
        of = _after_head(side.other, owned[0])
        if of and side.has_none(of) and head == of[0] - 1 and not lexicon.names_act(side.other.items[head].low):
            return side.silence("possessive", (owner,), of) if _ends_phrase(side.other, owned[-1]) else None
    return None


_GIVING = frozenset("pay grant give offer lend send provide show pledge deliver supply transfer".split())


def given_to(side: Side) -> Silence | None:
    """*Pay Ruvenna five million* and *pay five million to Ruvenna*."""
    verb, to = side.places[0] - 1, side.theirs[0] - 1
    if verb not in side.known or to < 0 or not side.has_none((to,)) or side.other.items[to].low != "to":
        return None
    given = side.other.structure.verb_before(to)
    if side.view.items[verb].value not in _GIVING or given is None or given.place != side.known[verb]:
        return None
    return side.silence("given to", (), (to,)) if _ends_phrase(side.other, side.theirs[-1]) else None


def noun_before_noun(side: Side) -> Silence | None:
    """*Street paving* and *the paving of streets*: a noun before its head, and one after it with *of*."""
    mine, theirs = side.places, side.theirs
    if len(mine) > 3 or any(side.view.items[place].kind not in ("word", "name", "determiner") for place in mine):
        return None
    if any(view.structure.verb_at(p) for view, row in ((side.view, mine), (side.other, theirs)) for p in row):
        return None
    of = _after_head(side.other, theirs[0])
    if of and side.has_none(of):
        fits = side.known.get(mine[-1] + 1) == of[0] - 1 and _ends_phrase(side.other, theirs[-1])
        return side.silence("noun before noun", (), of) if fits else None
    of = _before_of(side.other, theirs[-1])
    fits = bool(of) and side.has_none(of) and side.known.get(mine[0] - 1) == of[-1] + 1
    return side.silence("noun before noun", (), of) if fits else None


def _ends_phrase(view: View, place: int, ends: Collection[str] = ()) -> bool:
    """Whether no noun and no further member of a list follows an item: *benefits of the privilege or immunity*."""
    after = view.items[place + 1] if place + 1 < len(view.items) else None
    if after is None or after.sentence != view.items[place].sentence:
        return True
    if ends:
        return after.kind in ends
    return view.structure.verb_at(place + 1) is not None or after.kind not in ("word", "name", "connective")


def _before_of(view: View, place: int) -> tuple[int, ...]:
    """The light words, *of* first, between an item and the noun after it."""
    light = [place + 1]
    if place + 1 >= len(view.items) or view.items[place + 1].low != "of":
        return ()
    while light[-1] + 1 < len(view.items) and view.items[light[-1] + 1].kind == "determiner":
        light.append(light[-1] + 1)
    return tuple(light)


def _after_head(view: View, place: int) -> tuple[int, ...]:
    """The light words, *of* first, between the head before an item and the item."""
    here = place - 1
    while here >= 0 and view.items[here].kind == "determiner":
        here -= 1
    return tuple(range(here, place)) if here > 0 and view.items[here].low == "of" else ()


def silence_noun_for_act(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*Of* after a noun that names the act which the other side has as a verb: *reopening of the ferry*."""
    return one_by_one(
        aligned, hunk, "noun for the act",
        lambda side, place: side.view.items[place].low == "of" and side.view.items[place].kind == "preposition"
        and place - 1 in side.known and is_nominal(side.view.items[place - 1])
        and _governs_object(side, place, side.known[place - 1]),
    )  # fmt: skip


def _governs_object(side: Side, of: int, partner: int) -> bool:
    """Whether what *of* governs is what the verb of the other side acts on, and that is done now or to be done."""
    view, other, known = side.view, side.other, side.known
    head = next(
        (known[p] for p in range(of + 1, min(of + 5, len(view.items))) if p in known and view.items[p].heavy), None
    )
    if head is None:
        return False
    verb = other.structure.verb_of(partner)
    if verb is None:
        return _is_infinitive(other, partner) and head > partner
    if any(other.items[p].low in {"was", "were", "had"} for p in range(verb.group, verb.place)):
        return False
    return head < verb.group if verb.passive else head > verb.place


def _is_infinitive(view: View, place: int) -> bool:
    return place > 0 and view.items[place - 1].low == "to" and "v" in lexicon.pos_of(view.items[place].low)


def silence_to_and_for(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*A plan to restore* and *a plan for restoring*."""
    for i in hunk.old:
        for j in hunk.new:
            one, other = aligned.old.items[i], aligned.new.items[j]
            if {one.low, other.low} != {"to", "for"} or aligned.old_to_new.get(i + 1) != j + 1:
                continue
            if not (_is_noun_at(aligned.old, i - 1) and _is_noun_at(aligned.new, j - 1)):
                continue
            gerund = aligned.new.items[j + 1] if other.low == "for" else aligned.old.items[i + 1]
            if lexicon.is_gerund(gerund.low):
                return Silence("verb form", (i,), (j,))
    return None


def _is_noun_at(view: View, place: int) -> bool:
    if place < 0 or view.structure.verb_at(place) is not None:
        return False
    low = view.items[place].low
    return "n" in lexicon.pos_of(low) and not lexicon.is_past_participle(low)


def silence_governed(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*Control of* and *control over*."""
    for i in hunk.old:
        for j in hunk.new:
            one, other = aligned.old.items[i], aligned.new.items[j]
            if not (one.kind == other.kind == "preposition") or not i or aligned.old_to_new.get(i - 1) != j - 1:
                continue
            noun = aligned.old.items[i - 1].value
            if one.value in ("of", "over") and not (_is_had(aligned.old, i - 1) and _is_had(aligned.new, j - 1)):
                continue
            if any({one.value, other.value} <= words and noun in nouns for words, nouns in _GOVERNED):
                return Silence("governed preposition", (i,), (j,))
    return None


_GOVERNED = (
    (frozenset(("of", "over")), frozenset("control authority jurisdiction".split())),
    (frozenset(("on", "about", "regarding", "over")), frozenset(
        "talk negotiation discussion dialogue question dispute consultation information".split()
    )),
)  # fmt: skip
"""Prepositions that say the same behind certain nouns, as two translations of one paper had them."""


def _is_had(view: View, place: int) -> bool:
    """Whether a noun is what somebody has: behind a verb, *'s* or a name, so that *of* names no holder."""
    if place and view.items[place - 1].kind in ("owner", "name"):
        return True
    return any(view.structure.verb_at(p) is not None for p in range(max(0, place - 2), place))


def silence_possessive(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*The provider's agreements* and *the provider agreements*; never one owner against several."""
    return one_by_one(aligned, hunk, "possessive", _owns_alike)


def _owns_alike(side: Side, place: int) -> bool:
    """Whether an *'s* stands behind a noun that is as many on the other side, and before what is owned."""
    items = side.view.items
    if items[place].kind != "owner" or place - 1 not in side.known:
        return False
    if place + 1 < len(items) and items[place + 1].kind == "connective":
        return False
    owner, other = items[place - 1], side.other.items[side.known[place - 1]]
    return owner.kind != "word" or lexicon.is_plural(owner.low) == lexicon.is_plural(other.low)


def head_after(view: View, place: int) -> int | None:
    """The noun that an article stands before: the last of the words that follow it in a row."""
    items = view.items
    head = None
    for following in range(place + 1, min(place + 6, len(items))):
        item = items[following]
        if item.sentence != items[place].sentence or item.kind not in ("word", "name", "figure", "restriction"):
            break
        if head is not None and any(token.low in ",;:()" for token in view.prose.between(items[head], item)):
            break
        if item.kind == "word" and head is not None and "n" not in lexicon.pos_of(item.low):
            break
        head = following
    return head


def is_nominal(item: Item) -> bool:
    """Whether a word may be a noun, or a gerund."""
    return "n" in lexicon.pos_of(item.low) or lexicon.is_gerund(item.low)
