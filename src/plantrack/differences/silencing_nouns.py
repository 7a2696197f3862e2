"""Nouns and what they govern: *withdrawal of guards* and *guards withdraw*, *street paving* and *paving of streets*."""

from collections.abc import Sequence

from plantrack.differences.alignment import Pair
from plantrack.differences.hunks import Aligned, Hunk, Silence
from plantrack.differences.silencing_adjuncts import PHRASE_ENDS
from plantrack.differences.silencing_sides import Side, one_by_one
from plantrack.differences.views import View
from plantrack.facts.clauses import Verb
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


def noun_of_act(aligned: Aligned, run: Sequence[Pair]) -> tuple[str, tuple[int, ...], tuple[int, ...]] | None:
    """*Withdrawal of the guards* and *the guards withdraw*: a noun with *of*, and the verb behind what *of* governs."""
    if len(run) != 1:
        return None
    pair = run[0]
    for view, noun, other, verb, known, of_old in (
        (aligned.old, pair.old, aligned.new, pair.new, aligned.old_to_new, True),
        (aligned.new, pair.new, aligned.old, pair.old, aligned.new_to_old, False),
    ):
        found = other.structure.verb_of(verb)
        light = _before_of(view, (noun,))
        if found is None or light is None or view.structure.verb_at(noun) is not None:
            continue
        if found.passive:
            if view.items[noun].value in _OF_DOER or not _is_told_now(other, found):
                continue
        elif other.items[verb].value not in _INTRANSITIVE or not lexicon.is_finite_present(other.items[verb].low):
            continue
        governed = max(light) + 1
        head = head_after(view, governed - 1) if governed < len(view.items) else None
        if head is None or known.get(head) != found.group - 1:
            continue
        after = other.items[verb + 1] if verb + 1 < len(other.items) else None
        clause = other.structure.clause_at(verb)
        whole = after is None or after.sentence != other.items[verb].sentence or after.kind in PHRASE_ENDS
        if whole or (clause is not None and clause.last == verb + 1):
            of, be = (light[0],), tuple(range(found.group, verb))
            return "noun for the act", of if of_old else be, be if of_old else of
    return None


def _is_told_now(view: View, verb: Verb) -> bool:
    """Whether a passive stands in the present or the perfect: *is violated*, *has been signed*."""
    return all(view.items[place].low in {"is", "are", "has", "have", "been"} for place in range(verb.group, verb.place))


def owner_of_noun(aligned: Aligned, run: Sequence[Pair]) -> tuple[str, tuple[int, ...], tuple[int, ...]] | None:
    """*Sareth's army* and *the army of Sareth*: not before an act, which its owner may do or suffer."""
    olds, news = [pair.old for pair in run], [pair.new for pair in run]
    for view, ones, other, others, known, of_old in (
        (aligned.new, news, aligned.old, olds, aligned.old_to_new, False),
        (aligned.old, olds, aligned.new, news, aligned.new_to_old, True),
    ):
        for owner, head, owned in (
            (others[-1] + 1, known.get(others[-1] + 2), ones),
            (others[0] - 1, ones[-1], [known.get(others[0] - 2, -1)]),
        ):
            if not 0 < owner < len(other.items) or other.items[owner].kind != "owner" or head is None:
                continue
            light = _unpaired(aligned, _after_head(view, owned), of_old=of_old) if owned[0] > 0 else None
            if light is None or head != min(light) - 1 or lexicon.names_act(view.items[head].low):
                continue
            if _ends_phrase(view, owned[-1]):
                return "possessive", light if of_old else (owner,), (owner,) if of_old else light
    return None


_GIVING = frozenset("pay grant give offer lend send provide show pledge deliver supply transfer".split())


def given_to(aligned: Aligned, run: Sequence[Pair]) -> tuple[str, tuple[int, ...], tuple[int, ...]] | None:
    """*Pay Ruvenna five million* and *pay five million to Ruvenna*."""
    for view, ones, other, others, of_old in (
        (aligned.old, [pair.old for pair in run], aligned.new, [pair.new for pair in run], False),
        (aligned.new, [pair.new for pair in run], aligned.old, [pair.old for pair in run], True),
    ):
        verb, to = ones[0] - 1, others[0] - 1
        if verb < 0 or to < 0 or view.items[verb].value not in _GIVING or other.items[to].low != "to":
            continue
        known, back = (aligned.new_to_old, aligned.old_to_new) if of_old else (aligned.old_to_new, aligned.new_to_old)
        given = verb in known and to not in back and other.structure.verb_before(to)
        if given and given.place == known[verb] and _ends_phrase(other, others[-1]):
            return "given to", (to,) if of_old else (), () if of_old else (to,)
    return None


def noun_before_noun(aligned: Aligned, run: Sequence[Pair]) -> tuple[str, tuple[int, ...], tuple[int, ...]] | None:
    """*Street paving* and *the paving of streets*: a noun before its head, and one after it with *of*."""
    olds, news = [pair.old for pair in run], [pair.new for pair in run]
    if len(run) > 3 or not all(aligned.old.items[place].kind in ("word", "name", "determiner") for place in olds):
        return None
    if any(
        aligned.old.structure.verb_at(i) or aligned.new.structure.verb_at(j) for i, j in zip(olds, news, strict=True)
    ):
        return None
    for view, ones, others, known, of_old in (
        (aligned.new, news, olds, aligned.old_to_new, False),
        (aligned.old, olds, news, aligned.new_to_old, True),
    ):
        light = _unpaired(aligned, _after_head(view, ones), of_old=of_old)
        if light is not None and not _ends_phrase(view, ones[-1]):
            continue
        if light is not None and known.get(others[-1] + 1) == min(light) - 1:
            return "noun before noun", light if of_old else (), () if of_old else light
        light = _unpaired(aligned, _before_of(view, ones), of_old=of_old)
        if light is not None and others[0] and known.get(others[0] - 1) == max(light) + 1:
            return "noun before noun", light if of_old else (), () if of_old else light
    return None


def _ends_phrase(view: View, place: int) -> bool:
    """Whether no noun and no further member of a list follows an item: *benefits of the privilege or immunity*."""
    after = view.items[place + 1] if place + 1 < len(view.items) else None
    if after is None or after.sentence != view.items[place].sentence or view.structure.verb_at(place + 1) is not None:
        return True
    return after.kind not in ("word", "name", "connective")


def _unpaired(aligned: Aligned, light: tuple[int, ...] | None, *, of_old: bool) -> tuple[int, ...] | None:
    """Light words, if none of them has a counterpart."""
    known = aligned.old_to_new if of_old else aligned.new_to_old
    return None if light is None or any(place in known for place in light) else light


def _before_of(view: View, places: Sequence[int]) -> tuple[int, ...] | None:
    """The light words, *of* first, between a stretch and the noun after it."""
    here = places[-1] + 1
    if here >= len(view.items) or view.items[here].low != "of":
        return None
    light = [here]
    while here + 1 < len(view.items) and view.items[here + 1].kind == "determiner":
        here += 1
        light.append(here)
    return tuple(light)


def _after_head(view: View, places: Sequence[int]) -> tuple[int, ...] | None:
    """The light words, *of* first, between the head before a stretch and the stretch."""
    here = places[0] - 1
    light = []
    while here >= 0 and view.items[here].kind == "determiner":
        light.append(here)
        here -= 1
    if here < 1 or view.items[here].low != "of":
        return None
    return (here, *reversed(light))


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
    """Whether a noun is what somebody has or takes: it is right behind a verb, so that *of* names no holder."""
    return any(view.structure.verb_at(p) is not None for p in range(max(0, place - 2), place))


def silence_possessive(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*The provider's agreements* and *the provider agreements*."""
    return one_by_one(
        aligned, hunk, "possessive",
        lambda side, place: side.view.items[place].kind == "owner" and place - 1 in side.known
        and not (place + 1 < len(side.view.items) and side.view.items[place + 1].kind == "connective"),
    )  # fmt: skip


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
