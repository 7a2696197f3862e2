"""The rules that silence: each shows that two stretches of words say the same, and has a name.

A rule takes what the alignment left over and gives back what it accounts for. What is not silenced here is named or
left unexplained; no rule here may guess. `plantrack.differences.rules` says of each rule what it means, with examples.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from plantrack.differences.alignment import Pair
from plantrack.differences.hunks import Aligned, Hunk, Silence, is_plural
from plantrack.differences.views import View
from plantrack.facts.clauses import CLAUSES, Verb
from plantrack.facts.prose import Item
from plantrack.facts.values import Reference
from plantrack.language import closed_words, lexicon

ADJUNCTS = frozenset(
    "preposition condition exception inclusion time deadline start duration frequency date restriction".split()
)
"""Kinds of items that begin what may stand in several places of a sentence."""
_ENDS = ADJUNCTS | frozenset("force auxiliary connective negation".split())
_LONGEST_JUMP = 16
"""Items of an adjunct that another stretch may have changed places with."""
_HAVE_AND_BE = frozenset("be been being is are was were has have had do does did".split())
_LIST_MARKS = frozenset(",;")


def silenced_moves(aligned: Aligned) -> list[Silence]:
    """Runs that stand elsewhere and say the same there."""
    found = []
    for run in aligned.moved:
        rule = _move_rule(aligned, run)
        if rule is not None:
            name, extra_old, extra_new = rule
            old, new = tuple(pair.old for pair in run), tuple(pair.new for pair in run)
            found.append(Silence(name, old + extra_old, new + extra_new))
    return found


def _move_rule(aligned: Aligned, run: Sequence[Pair]) -> tuple[str, tuple[int, ...], tuple[int, ...]] | None:
    """The name of the rule by which a run may stand elsewhere, and words around it that go with the move."""
    if _is_sentence(aligned, run):
        return "order of sentences", (), ()
    if _is_adjunct(aligned, run) or _jumps_adjunct(aligned, run):
        return "moved words", (), ()
    if _is_in_list(aligned, run) or _is_act_in_list(aligned, run):
        return "order of a list", *_joints(aligned, run)
    return _noun_of_act(aligned, run) or _noun_before_noun(aligned, run)


_INTRANSITIVE = frozenset(
    "withdraw return depart leave arrive expire resign retreat lapse disappear emerge die fall rise come go".split()
)
"""Verbs whose noun takes with *of* whoever does it: the withdrawal of troops is what troops do."""


def _noun_of_act(aligned: Aligned, run: Sequence[Pair]) -> tuple[str, tuple[int, ...], tuple[int, ...]] | None:
    """*Withdrawal of the guards* and *the guards withdraw*: a noun with *of*, and the verb behind what *of* governs."""
    if len(run) != 1:
        return None
    pair = run[0]
    for view, noun, other, verb, known, of_old in (
        (aligned.old, pair.old, aligned.new, pair.new, aligned.old_to_new, True),
        (aligned.new, pair.new, aligned.old, pair.old, aligned.new_to_old, False),
    ):
        found = next((one for one in other.structure.verbs if one.place == verb), None)
        light = _before_of(view, (noun,))
        if found is None or found.passive or light is None or view.structure.verb_at(noun) is not None:
            continue
        if other.items[verb].value not in _INTRANSITIVE or not lexicon.is_finite_present(other.items[verb].low):
            continue
        governed = max(light) + 1
        head = _head_after(view, governed - 1) if governed < len(view.items) else None
        if head is None or known.get(head) != found.group - 1:
            continue
        after = other.items[verb + 1] if verb + 1 < len(other.items) else None
        if after is None or after.sentence != other.items[verb].sentence or after.kind in _ENDS:
            of = (light[0],)
            return "noun for the act", of if of_old else (), () if of_old else of
    return None


def _joints(aligned: Aligned, run: Sequence[Pair]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The *and* of a list on each side, where it stands between other members now."""
    sides = []
    for view, place, known in (
        (aligned.old, run[0].old, aligned.old_to_new),
        (aligned.new, run[0].new, aligned.new_to_old),
    ):
        members = list_around(view, place)
        inside = range(members[0], members[-1] + 1)
        sides.append([p for p in inside if view.items[p].kind == "connective" and p not in known])
    old, new = sides
    values = [{view.items[p].value for p in side} for view, side in ((aligned.old, old), (aligned.new, new))]
    return (tuple(old), tuple(new)) if values[0] == values[1] and len(old) == len(new) else ((), ())


def _is_sentence(aligned: Aligned, run: Sequence[Pair]) -> bool:
    """Whether a run is a whole sentence on both sides, and no sentence of the point leans on the one before it."""
    if any(_points_back(item) for view in (aligned.old, aligned.new) for item in view.items):
        return False
    return _covers_sentence(aligned.old, [pair.old for pair in run]) and _covers_sentence(
        aligned.new, [pair.new for pair in run]
    )


_BACKWARDS = frozenset(
    """this these that those such such_a the_said the_former the_latter the_same thereafter then next afterwards
    simultaneously""".split()
)


def _points_back(item: Item) -> bool:
    """Whether a word points to a sentence before its own: *it*, *this*, *then*."""
    if item.kind == "pronoun":
        return item.low in {"it", "they", "them", "he", "she", "its", "their", "his", "her"}
    return item.value in _BACKWARDS or item.low in _BACKWARDS


def _covers_sentence(view: View, places: Sequence[int]) -> bool:
    items = view.items
    first, last = places[0], places[-1]
    sentence = items[first].sentence
    starts = first == 0 or items[first - 1].sentence != sentence
    ends = last + 1 == len(items) or items[last + 1].sentence != sentence
    return starts and ends and items[last].sentence == sentence


def _is_adjunct(aligned: Aligned, run: Sequence[Pair]) -> bool:
    """Whether a run begins as an adjunct does, is whole on both sides, and belongs to the same verb."""
    olds, news = [pair.old for pair in run], [pair.new for pair in run]
    first = aligned.old.items[olds[0]]
    if first.kind not in ADJUNCTS and not _is_manner(first):
        return False
    if first.kind == "preposition" and first.low in {"of", "by"}:
        return False
    if not (_is_whole(aligned.old, olds) and _is_whole(aligned.new, news)):
        return False
    if _has_rival(aligned.old, olds[0]) or _has_rival(aligned.new, news[0]):
        return False
    if first.kind != "frequency" and not (_at_edge(aligned.old, olds) and _at_edge(aligned.new, news)):
        return False
    return _same_verb(aligned, olds, news)


def _at_edge(view: View, places: Sequence[int]) -> bool:
    """Whether a stretch stands where it can only belong to the verb of its sentence.

    At its beginning or end, between commas, or right behind that verb; behind a noun it may belong to the noun.
    """
    items = view.items
    first, last = places[0], places[-1]
    sentence = items[first].sentence
    if (
        first == 0
        or items[first - 1].sentence != sentence
        or last + 1 == len(items)
        or items[last + 1].sentence != sentence
    ):
        return True
    commas = [
        any(token.low == "," for token in view.prose.between(items[left], items[left + 1]))
        for left in (first - 1, last)
    ]
    verb = _ruling_verb(view, places)
    return all(commas) or (verb is not None and verb.place == first - 1)


def _has_rival(view: View, place: int) -> bool:
    """Whether a sentence has another adjunct of the same sort, so that each may belong to another party or thing."""
    item = view.items[place]
    return any(
        other is not item and other.sentence == item.sentence and other.kind == item.kind
        and (item.kind != "preposition" or other.value == item.value)
        for other in view.items
    )  # fmt: skip


def _jumps_adjunct(aligned: Aligned, run: Sequence[Pair]) -> bool:
    """Whether a run only changed places with an adjunct: it is the adjunct that moved."""
    if any(
        aligned.old.items[pair.old].kind == "connective" or aligned.old.structure.verb_at(pair.old) is not None
        for pair in run
    ):
        return False
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
            if meets and _is_adjunct(aligned, row):
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
    return following.kind in _ENDS or view.structure.verb_at(last + 1) is not None or _is_single(view, places)


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
    items = view.items
    sentence = items[places[0]].sentence
    inside = view.structure.clause_at(places[0])
    own = [
        verb for verb in view.structure.verbs
        if items[verb.place].sentence == sentence
        and not places[0] <= verb.place <= places[-1]
        and ((inside is not None and inside.first <= places[0] < inside.last
             and inside.first != places[0]) or view.structure.clause_at(verb.place) in (None, inside))
    ]  # fmt: skip
    before = [verb for verb in own if verb.place < places[0]]
    if before:
        return before[-1]
    return next((verb for verb in own if verb.place > places[-1]), None)


def _is_in_list(aligned: Aligned, run: Sequence[Pair]) -> bool:
    """Whether a run is a member of a list that has the same members on both sides."""
    if any(_order_matters(view, pair) for view, pair in ((aligned.old, run[0].old), (aligned.new, run[0].new))):
        return False
    old, new = members_around(aligned.old, run[0].old), members_around(aligned.new, run[0].new)
    if len(old) < 2 or len(old) != len(new):
        return False
    return {frozenset(aligned.old_to_new.get(place) for place in member) for member in old} == {
        frozenset(member) for member in new
    }


_ORDER_WORDS = frozenset(
    """first second third then next before after order sequence succession turn step phase stage rank priority former
    latter succeed follow respectively last finally""".split()
)


def _order_matters(view: View, place: int) -> bool:
    """Whether the sentence of a list says that its order counts, or has figures or shares dealt out along it."""
    inside = [item for item in view.items if item.sentence == view.items[place].sentence]
    if any(item.value in _ORDER_WORDS or item.low in _ORDER_WORDS for item in inside):
        return True
    return sum(item.kind in ("figure", "deadline", "date", "duration") for item in inside) > 1


def _is_act_in_list(aligned: Aligned, run: Sequence[Pair]) -> bool:
    """Whether a run is one of several acts under one force that are the same on both sides."""
    if any(_order_matters(view, pair) for view, pair in ((aligned.old, run[0].old), (aligned.new, run[0].new))):
        return False
    old, new = _acts_around(aligned.old, run[0].old), _acts_around(aligned.new, run[0].new)
    if len(old) < 2 or len(old) != len(new):
        return False
    return {frozenset(aligned.old_to_new.get(place) for place in act) for act in old} == {frozenset(act) for act in new}


def _acts_around(view: View, place: int) -> list[tuple[int, ...]]:
    """The heavy items of each act of the sentence of an item, from its only force on, parted by *and* or commas."""
    items = view.items
    inside = [here for here, item in enumerate(items) if item.sentence == items[place].sentence]
    forces = [here for here in inside if items[here].kind == "force"]
    if len(forces) != 1 or place <= forces[0]:
        return []
    acts: list[list[int]] = [[]]
    for here in range(forces[0] + 1, inside[-1] + 1):
        if here > forces[0] + 1 and _parts(view, here - 1, here):
            acts.append([])
        if items[here].heavy:
            acts[-1].append(here)
    found = [tuple(act) for act in acts if act]
    return found if all("v" in lexicon.pos_of(items[act[0]].low.split()[0]) for act in found) else []


def members_around(view: View, place: int) -> list[tuple[int, ...]]:
    """The members of the list that an item stands in, each as its heavy items; one member where it stands in none.

    Members are parted by commas, semicolons, labels, *and* or *or*; a preposition, a verb or another sentence ends
    the list.
    """
    items = view.items
    if not items[place].heavy:
        return []
    first = last = place
    while first and _goes_on(view, first - 1, first):
        first -= 1
    while last + 1 < len(items) and _goes_on(view, last, last + 1):
        last += 1
    members: list[list[int]] = [[]]
    for here in range(first, last + 1):
        if here > first and _parts(view, here - 1, here):
            members.append([])
        if items[here].heavy:
            members[-1].append(here)
    return [tuple(member) for member in members if member]


def _goes_on(view: View, left: int, right: int) -> bool:
    """Whether two neighbours may belong to one list."""
    items = view.items
    if items[left].sentence != items[right].sentence:
        return False
    return all(
        items[place].kind in ("word", "name", "determiner", "marker", "restriction", "figure")
        or items[place].kind == "connective"
        and items[place].low in {"and", "or"}
        for place in (left, right)
    ) and not any(view.structure.verb_at(place) is not None for place in (left, right))


def _parts(view: View, left: int, right: int) -> bool:
    """Whether a new member begins at the right one of two neighbours."""
    if view.items[left].kind in ("connective", "marker"):
        return True
    return any(token.low in _LIST_MARKS for token in view.prose.between(view.items[left], view.items[right]))


def list_around(view: View, place: int) -> list[int]:
    """All heavy items of the list that an item stands in."""
    return [each for member in members_around(view, place) for each in member]


def _is_compound_head(view: View, places: Sequence[int]) -> bool:
    """Whether a stretch cannot be the verb of its sentence: the sentence has another, or its words are nouns alone."""
    sentence = view.items[places[0]].sentence
    if any(view.items[verb.place].sentence == sentence for verb in view.structure.verbs):
        return True
    return all(
        "v" not in lexicon.pos_of(view.items[place].low) or lexicon.is_gerund(view.items[place].low) for place in places
    )


def _noun_before_noun(aligned: Aligned, run: Sequence[Pair]) -> tuple[str, tuple[int, ...], tuple[int, ...]] | None:
    """*Street paving* and *the paving of streets*: a noun before its head on one side, after it with *of* on the other."""
    olds, news = [pair.old for pair in run], [pair.new for pair in run]
    if len(run) > 3 or not all(aligned.old.items[place].kind in ("word", "name", "determiner") for place in olds):
        return None
    if any(
        aligned.old.structure.verb_at(i) or aligned.new.structure.verb_at(j) for i, j in zip(olds, news, strict=True)
    ):
        return None
    for view, other, ones, others, known, of_old in (
        (aligned.new, aligned.old, news, olds, aligned.old_to_new, False),
        (aligned.old, aligned.new, olds, news, aligned.new_to_old, True),
    ):
        light = _unpaired(aligned, _after_head(view, ones), of_old=of_old)
        if light is not None and known.get(others[-1] + 1) == min(light) - 1:
            return "noun before noun", light if of_old else (), () if of_old else light
        light = _unpaired(aligned, _before_of(view, ones), of_old=of_old)
        if light is not None and others[0] and known.get(others[0] - 1) == max(light) + 1:
            return "noun before noun", light if of_old else (), () if of_old else light
    return None


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


Rule = Callable[[Aligned, Hunk], "Silence | None"]


def silence_hunk(
    aligned: Aligned, hunk: Hunk, counterparts: Mapping[str, str] | None = None
) -> tuple[Hunk, list[Silence]]:
    """A hunk without what rules silence in it, and those silences.

    Args:
        aligned: Two wordings laid against each other.
        hunk: What has no counterpart.
        counterparts: The number that each old point has in the new paper.
    """
    silences: list[Silence] = []
    followed = _renumbered(aligned, hunk, counterparts or {})
    if followed is not None:
        silences.append(followed)
        hunk = _without(hunk, followed)
    for rule in RULES_OF_HUNKS:
        for found in iter(lambda rule=rule: rule(aligned, hunk), None):  # type: ignore[misc]
            silences.append(found)
            hunk = _without(hunk, found)
            if not hunk.old and not hunk.new:
                return hunk, silences
    return hunk, silences


def _without(hunk: Hunk, found: Silence) -> Hunk:
    return Hunk(
        tuple(place for place in hunk.old if place not in found.old),
        tuple(place for place in hunk.new if place not in found.new),
        hunk.before,
        hunk.after,
    )


def _renumbered(aligned: Aligned, hunk: Hunk, counterparts: Mapping[str, str]) -> Silence | None:
    """A reference to a point that bears another number now."""
    if not counterparts:
        return None
    news = [place for place in hunk.new if isinstance(aligned.new.items[place].value, Reference)]
    for i in hunk.old:
        for j in news if isinstance(aligned.old.items[i].value, Reference) else ():
            one, other = aligned.old.items[i].value, aligned.new.items[j].value
            if not (isinstance(one, Reference) and isinstance(other, Reference)) or one.kind != "internal":
                continue
            moved = tuple(counterparts.get(number, "") for number in one.numbers)
            if other.kind == "internal" and one.noun == other.noun and moved == other.numbers:
                return Silence("renumbered reference", (i,), (j,))
    return None


def _filler(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """Words that decide nothing: *hereby*, *also*."""
    return _one_by_one(
        aligned, hunk, "words that decide nothing", lambda view, place: view.items[place].kind == "filler"
    )


def _marker(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """The label of an item of a list inside a sentence: *(a)*."""
    return _one_by_one(aligned, hunk, "labels of a list", lambda view, place: view.items[place].kind == "marker")


def _article(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """An article that decides nothing: not before a bare plural, which may mean some where *the* means all."""
    heavy = any(aligned.old.items[place].heavy for place in hunk.old) or any(
        aligned.new.items[place].heavy for place in hunk.new
    )

    def idle(view: View, place: int) -> bool:
        known = aligned.old_to_new if view is aligned.old else aligned.new_to_old
        head = _head_after(view, place)
        return _is_idle_article(view, place) and (not heavy or head is None or place + 1 in known)

    return _one_by_one(aligned, hunk, "article", idle)


def _is_idle_article(view: View, place: int) -> bool:
    """Whether an article tells nothing: before a name, a singular, or a noun of an act with *of*."""
    items = view.items
    item = items[place]
    if item.kind != "determiner" or item.low not in {"a", "an", "the"}:
        return False
    head = _head_after(view, place)
    if head is None or item.low != "the":
        return True
    noun = items[head]
    if noun.kind != "word":
        return True
    after = items[head + 1] if head + 1 < len(items) and items[head + 1].sentence == noun.sentence else None
    if is_plural(noun.low):
        return after is not None and after.low == "of" and _is_act(noun.low)
    return after is None or after.kind not in ("pronoun", "name")


def _is_act(low: str) -> bool:
    """Whether a noun names what is done: *movements*, *violations*."""
    singular = lexicon.lemma(low)
    return singular.endswith(("ment", "tion", "sion", "ance", "ence", "al", "ing"))


def _head_after(view: View, place: int) -> int | None:
    """The noun that an article stands before: the last of the words that follow it in a row."""
    items = view.items
    head = None
    for following in range(place + 1, min(place + 6, len(items))):
        item = items[following]
        if item.sentence != items[place].sentence or item.kind not in ("word", "name", "figure", "restriction"):
            break
        if item.kind == "word" and head is not None and "n" not in lexicon.pos_of(item.low):
            break
        head = following
    return head


def _one_by_one(aligned: Aligned, hunk: Hunk, rule: str, test: Callable[[View, int], bool]) -> Silence | None:
    """The first item of a hunk that passes a test by itself."""
    for place in hunk.old:
        if test(aligned.old, place):
            return Silence(rule, (place,), ())
    for place in hunk.new:
        if test(aligned.new, place):
            return Silence(rule, (), (place,))
    return None


def _both_articles(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*A commission* and *the commission*: an article on both sides."""
    old = next((place for place in hunk.old if _is_article(aligned.old.items[place])), None)
    new = next((place for place in hunk.new if _is_article(aligned.new.items[place])), None)
    return None if old is None or new is None else Silence("article", (old,), (new,))


def _is_article(item: Item) -> bool:
    return item.kind == "determiner" and item.low in {"a", "an", "the"}


def _one_force(aligned: Aligned, hunk: Hunk) -> Silence | None:
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
    verb = next((verb for verb in view.structure.verbs if verb.force == place), None)
    if _describes(view, place):
        return False
    if verb is None:
        return _binds_as_copula(aligned, view, other, place, old=old)
    partner = (aligned.old_to_new if old else aligned.new_to_old).get(verb.place)
    if partner is None:
        return False
    found = next((one for one in other.structure.verbs if one.place == partner), None)
    if found is not None:
        return found.force is None and other.structure.clause_at(partner) is None
    sentence = other.items[partner].sentence
    return not any(other.items[one.place].sentence == sentence for one in other.structure.verbs) and _is_nominal(
        other.items[partner]
    )


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


def _is_nominal(item: Item) -> bool:
    return "n" in lexicon.pos_of(item.low) or lexicon.is_gerund(item.low)


def _auxiliary(aligned: Aligned, hunk: Hunk) -> Silence | None:
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


def _noun_for_act(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*Of* after a noun that names the act which the other side has as a verb: *reopening of the ferry*."""
    for view, other, places, old in (
        (aligned.old, aligned.new, hunk.old, True),
        (aligned.new, aligned.old, hunk.new, False),
    ):
        for place in places:
            if view.items[place].low != "of" or place == 0 or view.items[place].kind != "preposition":
                continue
            partner = (aligned.old_to_new if old else aligned.new_to_old).get(place - 1)
            if partner is None or not _is_nominal(view.items[place - 1]):
                continue
            if _governs_object(aligned, view, other, place, partner, old=old):
                return Silence("noun for the act", (place,), ()) if old else Silence("noun for the act", (), (place,))
    return None


def _governs_object(aligned: Aligned, view: View, other: View, of: int, partner: int, *, old: bool) -> bool:
    """Whether what *of* governs is what the verb of the other side acts on, and that is done now or to be done."""
    known = aligned.old_to_new if old else aligned.new_to_old
    head = next(
        (known[p] for p in range(of + 1, min(of + 5, len(view.items))) if p in known and view.items[p].heavy), None
    )
    if head is None:
        return False
    verb = next((one for one in other.structure.verbs if one.place == partner), None)
    if verb is None:
        return _is_infinitive(other, partner) and head > partner
    if any(other.items[p].low in {"was", "were", "had"} for p in range(verb.group, verb.place)):
        return False
    return head < verb.group if verb.passive else head > verb.place


def _is_infinitive(view: View, place: int) -> bool:
    return place > 0 and view.items[place - 1].low == "to" and "v" in lexicon.pos_of(view.items[place].low)


def _is_noun_at(view: View, place: int) -> bool:
    if place < 0 or view.structure.verb_at(place) is not None:
        return False
    low = view.items[place].low
    return "n" in lexicon.pos_of(low) and not lexicon.is_past_participle(low)


_HAPPENING = frozenset(("occur", "happen", "arise", "take place", "break out", "ensue"))
_NOUN_CONNECTIVES = ("in the event of", "in case of", "in the case of")


def _bound(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """A word that bounds a figure which says the same on the other side: *or fewer*."""
    for view, _, places, old in _both_sides(aligned, hunk):
        known = aligned.old_to_new if old else aligned.new_to_old
        for place in places:
            if view.items[place].kind != "bound":
                continue
            near = [
                p for p in range(max(0, place - 4), min(len(view.items), place + 5)) if view.items[p].kind == "figure"
            ]
            if near and all(p in known for p in near):
                return _of_side("number form", place, old=old)
    return None


def _possessive(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*The provider's agreements* and *the provider agreements*, *agreements of the provider*."""
    for view, _, places, old in _both_sides(aligned, hunk):
        known = aligned.old_to_new if old else aligned.new_to_old
        for place in places:
            if view.items[place].kind == "owner" and place - 1 in known:
                return _of_side("possessive", place, old=old)
    return None


def _abbreviation(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """The short or the long form in brackets beside a name: *the Joint Commission (JC)*."""
    for view, _, places, old in _both_sides(aligned, hunk):
        known = aligned.old_to_new if old else aligned.new_to_old
        for place in places:
            item = view.items[place]
            if item.kind != "name":
                continue
            for other in (place - 1, place + 1):
                if other not in known or view.items[other].key != item.key:
                    continue
                between = view.prose.between(view.items[min(place, other)], view.items[max(place, other)])
                if any(token.low == "(" for token in between):
                    return _of_side("name", place, old=old)
    return None


def _list_joint(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """The *and* before the last member, where a list that both sides have ends with another member."""
    for i in hunk.old:
        if aligned.old.items[i].kind != "connective" or aligned.old.items[i].low != "and":
            continue
        for j in _all_open(aligned, old=False):
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
        sentence = view.items[place].sentence
        inside = [p for p, item in enumerate(view.items) if item.sentence == sentence]
        if not any(view.items[p].kind == "marker" for p in inside) or any(
            view.items[p].low == "and" for p in inside if p > place
        ):
            return False
        sentences.append(inside)
    known = {aligned.old_to_new.get(place) for place in sentences[0]}
    return len(known & set(sentences[1])) * 2 >= min(len(sentences[0]), len(sentences[1]))


def _list_of(view: View, place: int) -> list[int]:
    return list_around(view, place + 1) if place + 1 < len(view.items) else []


def _sentence_for_and(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*And* between two clauses that are two sentences, or two points, on the other side."""
    for view, other, places, old in _both_sides(aligned, hunk):
        known = aligned.old_to_new if old else aligned.new_to_old
        for place in places:
            if view.items[place].low != "and" or not 0 < place < len(view.items) - 1:
                continue
            if not _joins_plain_clauses(view, place):
                continue
            before = next((known[p] for p in range(place - 1, max(-1, place - 4), -1) if p in known), None)
            after = next((known[p] for p in range(place + 1, min(len(view.items), place + 4)) if p in known), None)
            if (
                before is not None
                and after is not None
                and other.items[after].sentence == other.items[before].sentence + 1
            ):
                return _of_side("sentence for and", place, old=old)
    return None


_GOVERNS_BOTH = frozenset(
    "condition exception inclusion time deadline start duration frequency date negation restriction".split()
)


def _joins_plain_clauses(view: View, place: int) -> bool:
    """Whether an *and* joins two whole clauses, and nothing in their sentence may govern both."""
    sentence = view.items[place].sentence
    inside = [p for p, item in enumerate(view.items) if item.sentence == sentence]
    if any(view.items[p].kind in _GOVERNS_BOTH for p in inside):
        return False
    verbs = [verb for verb in view.structure.verbs if view.items[verb.place].sentence == sentence]
    first, second = [v for v in verbs if v.place < place], [v for v in verbs if v.place > place]
    if not first or not second or second[0].group <= place + 1:
        return False
    forces = [
        getattr(view.items[v.force].value, "force", "") if v.force is not None else "" for v in (first[-1], second[0])
    ]
    return set(forces) <= {"duty", ""} and not any(
        getattr(view.items[v.force].value, "negated", "") for v in (first[-1], second[0]) if v.force is not None
    )


_PARTY_WORDS = frozenset("the both contracting high parties sides party agree agrees that".split())


def _agreement_frame(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*It is agreed that*, *the parties agree that*, before a clause with a force of its own."""
    for view, _, places, old in _both_sides(aligned, hunk):
        for place in places:
            item = view.items[place]
            if item.kind == "force" and getattr(item.value, "force", "") == "agreement":
                return _of_side("one force", place, old=old)
        lows = {view.items[place].low for place in places}
        if {"agree", "that"} <= lows <= _PARTY_WORDS:
            ordered = tuple(sorted(places))
            return Silence("one force", ordered, ()) if old else Silence("one force", (), ordered)
    return None


def _happening(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*If a flood occurs* and *in the event of a flood*: a verb that only says that it happens."""
    for view, other, places, old in _both_sides(aligned, hunk):
        for place in places:
            item = view.items[place]
            clause = view.structure.clause_at(place)
            if clause is None or item.kind != "word" or item.value not in _HAPPENING:
                continue
            partner = (aligned.old_to_new if old else aligned.new_to_old).get(clause.first)
            if partner is not None and other.items[partner].low in _NOUN_CONNECTIVES:
                return _of_side("condition as a noun", place, old=old)
    return None


_PARTIES = frozenset({"party", "side"})


def _the_two(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*Both towns* and *the two towns*."""
    for view, other, places, old in _both_sides(aligned, hunk):
        theirs = hunk.new if old else hunk.old
        known = aligned.old_to_new if old else aligned.new_to_old
        for place in places:
            if _says_both(view.items[place]) != "both" or place + 1 not in known:
                continue
            row = tuple(p for p in range(known[place + 1] - 2, known[place + 1]) if p in theirs)
            if len(row) == 2 and other.items[row[0]].low == "the" and other.items[row[1]].low in {"two", "2"}:
                return Silence("both parties", *(((place,), row) if old else (row, (place,))))
    return None


def _both_parties(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*The parties*, *both parties* and *the two sides*."""
    for i in hunk.old:
        for j in hunk.new:
            one, other = aligned.old.items[i], aligned.new.items[j]
            if {_says_both(one), _says_both(other)} <= {"the", "both"} and aligned.old_to_new.get(i + 1) == j + 1:
                if one.kind == other.kind:
                    continue
                noun = aligned.old.items[i + 1]
                if noun.kind == "word" and (
                    noun.value in _PARTIES or "the" not in (_says_both(one), _says_both(other))
                ):
                    return Silence("both parties", (i,), (j,))
    return None


def _says_both(item: Item) -> str | None:
    if item.kind == "determiner" and item.low == "the":
        return "the"
    return "both" if item.kind == "quantifier" and getattr(item.value, "value", None) == "both" else None


_GOVERNED = (
    (frozenset(("of", "over")), frozenset("control authority jurisdiction".split())),
    (frozenset(("on", "about", "regarding", "over")), frozenset(
        "talk negotiation discussion dialogue question dispute consultation information".split()
    )),
)  # fmt: skip
"""Prepositions that say the same behind certain nouns, as two translations of one paper had them."""


def _is_had(view: View, place: int) -> bool:
    """Whether a noun is what somebody has or takes: it stands right behind a verb, so that *of* cannot name its holder."""
    return any(view.structure.verb_at(p) is not None for p in range(max(0, place - 2), place))


def _governed(aligned: Aligned, hunk: Hunk) -> Silence | None:
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


def _negated_subject(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*No party may* and *a party may not*: the same ban, negated at its subject or at its verb."""
    for i in hunk.old:
        for j in hunk.new:
            one, other = aligned.old.items[i], aligned.new.items[j]
            if one.kind == other.kind == "force" and _is_negation_of(one.value, other.value):
                negated_old = bool(getattr(one.value, "negated", ""))
                view = aligned.new if negated_old else aligned.old
                negation = next((p for p in _all_open(aligned, old=not negated_old) if _is_no(view.items[p])), None)
                if negation is not None and not _speaks_of_any(aligned, negation, old=not negated_old):
                    continue
                if negation is None or view.items[negation].sentence != view.items[j if negated_old else i].sentence:
                    continue
                either = _either_of(aligned, view.items[negation], old=negated_old)
                pair = ((i, *either), (j, negation)) if negated_old else ((i, negation), (j, *either))
                return Silence("negated subject", *pair)
    return None


def _not_until(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*Only after the mines are cleared* and *not until the mines are cleared*."""
    for view, other, places, old in _both_sides(aligned, hunk):
        theirs = hunk.new if old else hunk.old
        for place in places:
            if view.items[place].value not in ("only_after", "only_when", "only_once"):
                continue
            until = next((p for p in theirs if other.items[p].value == "until"), None)
            if until is None:
                continue
            sentence = other.items[until].sentence
            negation = next(
                (p for p in _all_open(aligned, old=not old)
                 if other.items[p].low == "not" and other.items[p].sentence == sentence and p < until), None,
            )  # fmt: skip
            if negation is not None:
                pair = ((place,), (negation, until))
                return Silence("not until", *(pair if old else pair[::-1]))
    return None


def _no_before_act(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*No deployment of missiles* and *missiles shall not be deployed*."""
    for view, other, places, old in _both_sides(aligned, hunk):
        known = aligned.old_to_new if old else aligned.new_to_old
        for place in places:
            if not _is_no(view.items[place]) or place + 1 not in known:
                continue
            verb = next((verb for verb in other.structure.verbs if verb.place == known[place + 1]), None)
            if verb is None or verb.force is None or not _is_nominal(view.items[place + 1]):
                continue
            force = other.items[verb.force].value
            if (getattr(force, "force", ""), getattr(force, "negated", "")) == ("duty", "not"):
                pair = ((place,), (verb.force,))
                return Silence("negated subject", *(pair if old else pair[::-1]))
    return None


def _is_negation_of(one: object, other: object) -> bool:
    """Whether two forces are a duty or a permission and the ban that its negation makes."""
    plain = {getattr(one, "negated", None), getattr(other, "negated", None)}
    forces = {getattr(one, "force", ""), getattr(other, "force", "")}
    same = all(getattr(one, part, 1) == getattr(other, part, 2) for part in ("grade", "within"))
    return same and plain == {"", "not"} and forces <= {"duty", "permission"} and "duty" in forces


def _speaks_of_any(aligned: Aligned, negation: int, *, old: bool) -> bool:
    """Whether the noun behind a *no* is spoken of in general on the other side: *a party*, *parties*, not *the party*."""
    known = aligned.old_to_new if old else aligned.new_to_old
    other = aligned.new if old else aligned.old
    partner = known.get(negation + 1)
    if partner is None:
        return False
    before = other.items[partner - 1] if partner else None
    return before is None or before.low not in {"the", "this", "that"} or is_plural(other.items[partner].low)


def _either_of(aligned: Aligned, negation: Item, *, old: bool) -> tuple[int, ...]:
    """The *either* on the side of the negated verb that goes with a *neither*."""
    if negation.low != "neither":
        return ()
    view = aligned.old if old else aligned.new
    return tuple(
        place for place in _all_open(aligned, old=old)
        if view.items[place].kind == "quantifier" and getattr(view.items[place].value, "value", "") in ("either", "both")
    )  # fmt: skip


def _is_no(item: Item) -> bool:
    return item.kind == "negation" and item.low in {"no", "neither", "none of"}


def _all_open(aligned: Aligned, *, old: bool) -> list[int]:
    """The items of a side that have no counterpart."""
    view, known = (aligned.old, aligned.old_to_new) if old else (aligned.new, aligned.new_to_old)
    return [place for place in range(len(view.items)) if place not in known]


def _both_sides(aligned: Aligned, hunk: Hunk) -> Iterator[tuple[View, View, Sequence[int], bool]]:
    yield aligned.old, aligned.new, hunk.old, True
    yield aligned.new, aligned.old, hunk.new, False


def _of_side(rule: str, place: int, *, old: bool) -> Silence:
    return Silence(rule, (place,), ()) if old else Silence(rule, (), (place,))


def _to_and_for(aligned: Aligned, hunk: Hunk) -> Silence | None:
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


def _phrases(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """Words in a row that the lexicon or their spelling makes one: *take part in* and *participate in*."""
    for olds in _rows(aligned.old, hunk.old):
        for news in _rows(aligned.new, hunk.new):
            if len(olds) == len(news) == 1:
                continue
            one = tuple(low for place in olds for low in aligned.old.items[place].low.split())
            other = tuple(low for place in news for low in aligned.new.items[place].low.split())
            if "".join(one) == "".join(other) and _is_one_word(one, other):
                return Silence("spelling", tuple(olds), tuple(news))
            ground = lexicon.same_phrase(one, other)
            if ground is not None:
                return Silence(ground, tuple(olds), tuple(news))
    return None


def _is_one_word(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether parts make a word of the lexicon when they are glued: *cease fire*, but not *re sign* or *no where*."""
    if len(one) == len(other) == 1:
        return True
    parts = one if len(one) > len(other) else other
    return (
        parts[0] != "re"
        and bool(lexicon.pos_of("".join(parts)))
        and not any(closed_words.is_closed(part) for part in parts)
    )


def _rows(view: View, places: Sequence[int]) -> Iterator[Sequence[int]]:
    """Stretches of up to four neighbouring items of a hunk, the longest first."""
    ordered = sorted(places)[:24]
    for length in range(min(4, len(ordered)), 0, -1):
        for start in range(len(ordered) - length + 1):
            row = ordered[start : start + length]
            if row[-1] - row[0] == length - 1 and all(
                view.items[place].kind not in ("name", "figure") for place in row
            ):
                yield row


RULES_OF_HUNKS: tuple[Rule, ...] = (
    _phrases, _negated_subject, _no_before_act, _agreement_frame, _marker, _filler, _bound, _possessive, _abbreviation, _list_joint,
    _sentence_for_and, _happening, _the_two, _not_until, _both_parties, _governed, _both_articles, _article, _one_force, _auxiliary,
    _noun_for_act, _to_and_for,
)  # fmt: skip
"""In the order in which they are asked."""
