"""Adjuncts that stand elsewhere with the same verb: a date, a deadline, a condition, a phrase of place or manner."""

from collections.abc import Sequence

from plantrack.differences.alignment import Pair
from plantrack.differences.hunks import Aligned
from plantrack.differences.views import View
from plantrack.facts.clauses import CLAUSES, Verb
from plantrack.facts.prose import Item
from plantrack.language import lexicon

ADJUNCTS = frozenset(
    "preposition condition exception inclusion time deadline start duration frequency date restriction".split()
)
"""Kinds of items that begin what may stand in several places of a sentence."""
PHRASE_ENDS = ADJUNCTS | frozenset("force auxiliary connective negation".split())
_BEGINS_SUBJECT = ("determiner", "name", "pronoun", "quantifier")
_LONGEST_JUMP = 16
"""Items of an adjunct that another stretch may have changed places with."""


def is_adjunct(aligned: Aligned, run: Sequence[Pair]) -> bool:
    """Whether a run begins as an adjunct does, is whole on both sides, and belongs to the same verb."""
    olds, news = [pair.old for pair in run], [pair.new for pair in run]
    first = aligned.old.items[olds[0]]
    if first.kind not in ADJUNCTS and not _is_manner(first):
        return False
    if first.kind == "preposition" and first.low in {"of", "by"}:
        return False
    if not (_is_whole(aligned.old, olds) and _is_whole(aligned.new, news)):
        return False
    if _parts_acts(aligned.old, olds) != _parts_acts(aligned.new, news) or any(
        _has_rival(view, place) for view, place in ((aligned.old, olds[0]), (aligned.new, news[0]))
    ):
        return False
    if first.kind != "frequency" and not (_at_edge(aligned.old, olds) and _at_edge(aligned.new, news)):
        return False
    if (aligned.old.structure.clause_at(olds[0]) is None) != (aligned.new.structure.clause_at(news[0]) is None):
        return False
    if first.kind in CLAUSES and not (_is_whole_clause(aligned.old, olds) and _is_whole_clause(aligned.new, news)):
        return False
    return _same_verb(aligned, olds, news)


def _is_whole_clause(view: View, places: Sequence[int]) -> bool:
    """Whether a stretch that begins with a connective has all of its clause: no *first* or *in May* is left behind."""
    clause = view.structure.clause_at(places[0])
    return clause is None or clause.first != places[0] or clause.last == places[-1] + 1


def _at_edge(view: View, places: Sequence[int]) -> bool:
    """Whether a stretch stands where it can only belong to the verb of its sentence.

    At its beginning, between commas, or right behind that verb; a condition or a time at its end, too.
    Behind a noun a stretch with a preposition may belong to the noun.
    """
    items = view.items
    first, last = places[0], places[-1]
    sentence = items[first].sentence
    if first == 0 or items[first - 1].sentence != sentence:
        return True
    comma, closing = (
        left + 1 < len(items) and any(token.low == "," for token in view.prose.between(items[left], items[left + 1]))
        for left in (first - 1, last)
    )
    verb = _ruling_verb(view, places)
    if verb is not None and verb.place == first - 1:
        return True
    ends = (
        last + 1 == len(items) or items[last + 1].sentence != sentence or (closing and items[last + 1].kind in CLAUSES)
    )
    return (comma and (closing or ends)) or (ends and items[first].kind != "preposition")


def _parts_acts(view: View, places: Sequence[int]) -> bool:
    """Whether a stretch stands behind two acts, of which it may belong to the second: *leave and pay it if asked*."""
    start, end = view.beside(places[0]).start, places[0]
    return any(
        view.items[spot].low in ("and", "or") and _may_be_act(view, spot + 1)
        for spot in range(start, end) if any(verb.place < spot for verb in view.verbs_beside(spot))
    )  # fmt: skip


def _may_be_act(view: View, place: int) -> bool:
    """Whether a word may be a verb with its object behind it."""
    if view.structure.verb_at(place) is not None:
        return True
    low = view.items[place].low.split()[0]
    after = view.items[place + 1] if place + 1 < len(view.items) else None
    return "v" in lexicon.pos_of(low) and after is not None and after.kind in ("determiner", "name", "figure", "word")


def _has_rival(view: View, place: int) -> bool:
    """Whether a sentence has another adjunct of the same sort, so that each may belong to another party or thing."""
    item = view.items[place]
    return any(
        other is not item and other.kind == item.kind and (item.kind != "preposition" or other.value == item.value)
        for other in (view.items[spot] for spot in view.beside(place))
    )  # fmt: skip


def jumps_adjunct(aligned: Aligned, run: Sequence[Pair]) -> bool:
    """Whether a run only changed places with an adjunct: it is the adjunct that moved."""
    verbs = any(
        aligned.old.items[pair.old].kind == "connective" or aligned.old.structure.verb_at(pair.old) is not None
        for pair in run
    )
    for first, step in ((run[-1], 1), (run[0], -1)):
        here = first.old + step
        jumped: list[Pair] = []
        while 0 <= here < len(aligned.old.items) and len(jumped) < _LONGEST_JUMP:
            partner = aligned.old_to_new.get(here)
            if partner is None or (jumped and partner != jumped[-1].new + step):
                break
            jumped.append(Pair(here, partner, ""))
            here += step
        for length in range(len(jumped), 0, -1):
            row = jumped[:length] if step > 0 else jumped[:length][::-1]
            meets = row[-1].new + 1 == run[0].new if step > 0 else row[0].new - 1 == run[-1].new
            if verbs and len(row) + len(run) != len(aligned.old.beside(run[0].old)):
                continue
            if meets and is_adjunct(aligned, row):
                return True
    return False


def _is_manner(item: Item) -> bool:
    return item.kind == "word" and item.low.endswith("ly") and "r" in lexicon.pos_of(item.low)


def _is_whole(view: View, places: Sequence[int]) -> bool:
    """Whether a stretch ends where a phrase ends."""
    items = view.items
    last = places[-1]
    if last + 1 >= len(items) or items[last + 1].sentence != items[last].sentence:
        return True
    if any(token.kind == "mark" and token.low in ",;:()" for token in view.prose.between(items[last], items[last + 1])):
        return True
    following = items[last + 1]
    if following.kind == "preposition" and following.low == "of":
        return False
    if places[0] == view.beside(last).start and following.kind in _BEGINS_SUBJECT:
        return bool(view.structure.verb_after(last + 1))
    return following.kind in PHRASE_ENDS or view.structure.verb_at(last + 1) is not None or _is_single(view, places)


def _is_single(view: View, places: Sequence[int]) -> bool:
    """Whether a stretch is one item that needs nothing after it: a date, a deadline, an adverb."""
    item = view.items[places[0]]
    return len(places) == 1 and item.kind not in ("preposition", *CLAUSES)


def _same_verb(aligned: Aligned, olds: Sequence[int], news: Sequence[int]) -> bool:
    """Whether a stretch belongs to one and the same verb on both sides, as far as that is plain."""
    ruling_old, ruling_new = _ruling_verb(aligned.old, olds), _ruling_verb(aligned.new, news)
    if ruling_old is None or ruling_new is None:
        return ruling_old is ruling_new
    return aligned.old_to_new.get(ruling_old.place) == ruling_new.place


def _ruling_verb(view: View, places: Sequence[int]) -> Verb | None:
    """The verb that a stretch belongs to: the one before it in its sentence, else the one after it."""
    inside = view.structure.clause_at(places[0])
    own = [
        verb for verb in view.verbs_beside(places[0])
        if not places[0] <= verb.place <= places[-1]
        and ((inside is not None and inside.first <= places[0] < inside.last
             and inside.first != places[0]) or view.structure.clause_at(verb.place) in (None, inside))
    ]  # fmt: skip
    before = [verb for verb in own if verb.place < places[0]]
    if before:
        return before[-1]
    return next((verb for verb in own if verb.place > places[-1]), None)
