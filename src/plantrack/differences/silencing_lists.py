"""Lists and clauses in another order or joined another way: members, acts, labels, the last *and*, *and* for a stop."""

from collections.abc import Sequence

from plantrack.differences.alignment import Pair
from plantrack.differences.hunks import Aligned, Hunk, Silence
from plantrack.differences.list_members import begins_member, list_around, members_around
from plantrack.differences.silencing_sides import Side, all_open, one_by_one
from plantrack.differences.views import View
from plantrack.language import lexicon


def joints_of_list(aligned: Aligned, run: Sequence[Pair]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The *and* of a list on each side, where it stands between other members now."""
    sides = []
    for view, place, known in (
        (aligned.old, run[0].old, aligned.old_to_new),
        (aligned.new, run[0].new, aligned.new_to_old),
    ):
        members = list_around(view, place)
        if not members:
            return (), ()
        inside = range(members[0], members[-1] + 1)
        sides.append([p for p in inside if view.items[p].kind == "connective" and p not in known])
    old, new = sides
    values = [{view.items[p].value for p in side} for view, side in ((aligned.old, old), (aligned.new, new))]
    return (tuple(old), tuple(new)) if values[0] == values[1] and len(old) == len(new) else ((), ())


def is_in_list(aligned: Aligned, run: Sequence[Pair]) -> bool:
    """Whether a run is a member of a list that has the same members on both sides."""
    if any(_order_matters(view, pair) for view, pair in ((aligned.old, run[0].old), (aligned.new, run[0].new))):
        return False
    old, new = members_around(aligned.old, run[0].old), members_around(aligned.new, run[0].new)
    if len(old) < 2 or len(old) != len(new):
        return False
    if not (_is_plain_list(aligned.old, old) and _is_plain_list(aligned.new, new)):
        return False
    mine = [tuple(aligned.old_to_new.get(place) for place in member) for member in old]
    if set(mine) != set(new):
        return False
    narrowed = _is_narrowed(aligned.old, old[-1][-1]) or _is_narrowed(aligned.new, new[-1][-1])
    return not narrowed or mine[-1] == new[-1]


def _is_plain_list(view: View, members: Sequence[tuple[int, ...]]) -> bool:
    """Whether a list has one joint, no name explained by a noun, no brackets, and no word that may be its verb."""
    first, last = members[0][0], members[-1][-1]
    inside = range(first, last + 1)
    joints = {view.items[place].value for place in inside if view.items[place].kind == "connective"}
    names = {view.items[member[0]].kind == "name" for member in members}
    if len(joints) > 1 or (len(names) > 1 and any(view.items[place].low in {"the", "a", "an"} for place in inside)):
        return False
    tokens = view.prose.tokens[view.items[first].first : view.items[last].first]
    if any(token.low in "()" for token in tokens):
        return False
    if view.verbs_beside(first):
        return True
    return not any(_may_be_verb(view, place) for member in members for place in member[1:])


def _may_be_verb(view: View, place: int) -> bool:
    low = view.items[place].low
    return view.items[place].kind == "word" and lexicon.is_finite_present(low) and place + 1 < len(view.items)


_NARROWING = frozenset(
    """under over above below aged from with who which that whose whom older younger born living located based held
    stationed""".split()
)
"""Words behind a list that may be of its last member alone."""


def _is_narrowed(view: View, last: int) -> bool:
    """Whether words behind the last member of a list may narrow it alone."""
    if last + 1 >= len(view.items) or view.items[last + 1].sentence != view.items[last].sentence:
        return False
    following = view.items[last + 1]
    return following.low in _NARROWING or (following.kind == "word" and lexicon.is_past_participle(following.low))


_ORDER_WORDS = frozenset(
    """first second third then next before after order sequence succession turn step phase stage rank priority former
    latter succeed follow respectively last finally""".split()
)


def _order_matters(view: View, place: int) -> bool:
    """Whether the sentence of a list says that its order counts, or has figures or shares dealt out along it."""
    return view.once("order", view.items[place].sentence, lambda: _is_ordered(view, place))


def _is_ordered(view: View, place: int) -> bool:
    inside = [view.items[spot] for spot in view.beside(place)]
    if any(item.value in _ORDER_WORDS or item.low in _ORDER_WORDS for item in inside):
        return True
    return sum(item.kind in ("figure", "deadline", "date", "duration") for item in inside) > 1


def is_act_in_list(aligned: Aligned, run: Sequence[Pair]) -> bool:
    """Whether a run is one of several acts under one force that are the same on both sides."""
    if any(_order_matters(view, pair) for view, pair in ((aligned.old, run[0].old), (aligned.new, run[0].new))):
        return False
    old, new = _acts_around(aligned.old, run[0].old), _acts_around(aligned.new, run[0].new)
    if len(old) < 2 or len(old) != len(new):
        return False
    return {tuple(aligned.old_to_new.get(place) for place in act) for act in old} == set(new)


def _acts_around(view: View, place: int) -> list[tuple[int, ...]]:
    """The heavy items of each act of the sentence of an item, from its only force on, parted by *and* or commas."""
    items = view.items
    inside = view.beside(place)
    forces = [here for here in inside if items[here].kind == "force"]
    if len(forces) != 1 or place <= forces[0]:
        return []
    acts: list[list[int]] = [[]]
    for here in range(forces[0] + 1, inside[-1] + 1):
        if here > forces[0] + 1 and begins_member(view, here - 1, here):
            acts.append([])
        if items[here].heavy:
            acts[-1].append(here)
    found = [tuple(act) for act in acts if act]
    return found if all("v" in lexicon.pos_of(items[act[0]].low.split()[0]) for act in found) else []


def silence_marker(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """The label of an item of a list inside a sentence: *(a)*."""
    return one_by_one(aligned, hunk, "labels of a list", lambda side, place: side.view.items[place].kind == "marker")


def silence_list_joint(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """The *and* before the last member, where a list that both sides have ends with another member."""
    for i in hunk.old:
        if aligned.old.items[i].kind != "connective" or aligned.old.items[i].low != "and":
            continue
        for j in all_open(aligned, old=False):
            if aligned.new.items[j].key != aligned.old.items[i].key:
                continue
            mine = {aligned.old_to_new.get(place) for place in _list_of(aligned.old, i)}
            if mine & set(_list_of(aligned.new, j)) or _end_lists(aligned, i, j):
                return Silence("order of a list", (i,), (j,))
    return None


def _end_lists(aligned: Aligned, old: int, new: int) -> bool:
    """Whether each *and* is the last joint of the labelled list of one and the same sentence."""
    sentences = []
    for view, place in ((aligned.old, old), (aligned.new, new)):
        inside = view.beside(place)
        if not any(view.items[p].kind == "marker" for p in inside) or any(
            view.items[p].low == "and" for p in inside if p > place
        ):
            return False
        sentences.append(inside)
    known = {aligned.old_to_new.get(place) for place in sentences[0]}
    return len(known & set(sentences[1])) * 2 >= min(len(sentences[0]), len(sentences[1]))


def _list_of(view: View, place: int) -> list[int]:
    return list_around(view, place + 1) if place + 1 < len(view.items) else []


def silence_sentence_for_and(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*And* between two clauses that are two sentences, or two points, on the other side."""
    return one_by_one(aligned, hunk, "sentence for and", _is_sentence_end_there)


def _is_sentence_end_there(side: Side, place: int) -> bool:
    items, known = side.view.items, side.known
    if items[place].low != "and" or not 0 < place < len(items) - 1 or not _joins_plain_clauses(side.view, place):
        return False
    before = next((known[p] for p in range(place - 1, max(-1, place - 4), -1) if p in known), None)
    after = next((known[p] for p in range(place + 1, min(len(items), place + 4)) if p in known), None)
    if before is None or after is None:
        return False
    return side.other.items[after].sentence == side.other.items[before].sentence + 1


_GOVERNS_BOTH = frozenset(
    "condition exception inclusion time deadline start duration frequency date negation restriction".split()
)


def _joins_plain_clauses(view: View, place: int) -> bool:
    """Whether an *and* joins two whole clauses, and nothing in their sentence may govern both."""
    if any(view.items[p].kind in _GOVERNS_BOTH for p in view.beside(place)):
        return False
    verbs = view.verbs_beside(place)
    first, second = [v for v in verbs if v.place < place], [v for v in verbs if v.place > place]
    if not first or not second or second[0].group <= place + 1:
        return False
    forces = [
        getattr(view.items[v.force].value, "force", "") if v.force is not None else "" for v in (first[-1], second[0])
    ]
    return set(forces) <= {"duty", ""} and not any(
        getattr(view.items[v.force].value, "negated", "") for v in (first[-1], second[0]) if v.force is not None
    )
