"""Where conditions and exceptions lie, which words are whose subject, and how each verb stands: as far as it is plain.

Nothing here is a parse. What cannot be told is left untold, and rules that need it do not fire.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plantrack.facts.prose import Item, Prose
from plantrack.language import lexicon
from plantrack.value import field, value

_BE = frozenset("be am is are was were been being".split())
_POSSESSIVES = frozenset("its their his her our your my".split())
_LONGEST = 120
"""Items that a condition may have; beyond that it is not read as one."""
CLAUSES = ("condition", "exception", "inclusion")


class Clause(NamedTuple):
    """A condition, an exception or an inclusion: places of items [first, last), its connective among them."""

    kind: str
    """`condition`, `exception` or `inclusion`."""
    first: int
    last: int
    connective: str


class Verb(NamedTuple):
    """A verb of a sentence, by the place of its item."""

    place: int
    group: int
    """The place of the first item of its group: force, auxiliaries, the verb."""
    passive: bool
    force: int | None
    """The place of the item that carries its force; None for the plain present."""


@value
class Structure:
    """What is plain of the build of a wording."""

    clauses: tuple[Clause, ...]
    verbs: tuple[Verb, ...]
    clause_by_item: Mapping[int, Clause] = field(eq=False, repr=False)
    """By the places of items."""
    verb_by_item: Mapping[int, Verb] = field(eq=False, repr=False)
    verb_places: Sequence[int] = field(eq=False, repr=False)
    """Those of the verbs."""

    def clause_at(self, place: int) -> Clause | None:
        """The condition or exception that an item lies in; the innermost."""
        return self.clause_by_item.get(place)

    def verb_at(self, place: int) -> Verb | None:
        """The verb whose group an item is part of."""
        return self.verb_by_item.get(place)

    def verb_of(self, place: int) -> Verb | None:
        """The verb that an item is, itself."""
        verb = self.verb_by_item.get(place)
        return verb if verb is not None and verb.place == place else None

    def verb_with_force(self, place: int) -> Verb | None:
        """The verb of which an item carries the force."""
        verb = self.verb_by_item.get(place)
        return verb if verb is not None and verb.force == place else None

    def verb_after(self, place: int) -> Verb | None:
        """The nearest verb at or after an item."""
        spot = bisect_left(self.verb_places, place)
        return self.verbs[spot] if spot < len(self.verbs) else None

    def verb_before(self, place: int) -> Verb | None:
        """The nearest verb before an item."""
        spot = bisect_left(self.verb_places, place)
        return self.verbs[spot - 1] if spot else None

    def verbs_in(self, places: range) -> Sequence[Verb]:
        """The verbs that stand in a row of items."""
        return self.verbs[bisect_left(self.verb_places, places.start) : bisect_left(self.verb_places, places.stop)]


def structure_of(prose: Prose) -> Structure:
    """The conditions, exceptions and verbs of a wording."""
    verbs = _verbs(prose)
    clauses = _clauses(prose, verbs)
    inmost_last = clauses[::-1]
    inmost_last.sort(key=lambda clause: clause.first - clause.last)
    return Structure(
        clauses=tuple(clauses),
        verbs=tuple(verbs),
        clause_by_item={place: clause for clause in inmost_last for place in range(clause.first, clause.last)},
        verb_by_item={place: verb for verb in verbs for place in range(verb.group, verb.place + 1)},
        verb_places=[verb.place for verb in verbs],
    )


def _clauses(prose: Prose, verbs: Sequence[Verb]) -> list[Clause]:
    found: list[Clause] = []
    items = prose.items
    for place, item in enumerate(items):
        if item.kind in CLAUSES:
            last = _before_main_clause(prose, verbs, place, _clause_end(prose, verbs, place))
            around = [clause.last for clause in found if clause.first < place < clause.last]
            last = min([last, *around])  # *unless otherwise provided when ratified, the rules continue*
            if last > place + 1:
                found.append(Clause(item.kind, place, last, str(item.value)))
    return found


def _clause_end(prose: Prose, verbs: Sequence[Verb], place: int) -> int:
    """The place after a clause: the comma after one that begins its sentence, else the end of the sentence."""
    items = prose.items
    begins = place == 0 or items[place - 1].sentence != items[place].sentence or _has_mark(prose, place - 1, ",;:")
    furthest = min(len(items), place + _LONGEST)
    for later in range(place + 1, furthest):
        if items[later].sentence != items[place].sentence:
            return later
        if items[later].kind in CLAUSES and _has_mark(prose, later - 1, ","):
            return later
        if begins and later > place + 1 and _has_mark(prose, later - 1, ",") and items[later].kind != "connective":
            return later
        if _has_mark(prose, later - 1, ":;") or _begins_sentence(prose, verbs, later):
            return later
    return furthest


def _begins_sentence(prose: Prose, verbs: Sequence[Verb], place: int) -> bool:
    """Whether a sentence of its own goes on behind a comma: *..., and Arland shall open the road*."""
    items = prose.items
    if items[place].low not in ("and", "but") or not _has_mark(prose, place - 1, ",") or place + 1 >= len(items):
        return False
    spot = bisect_left(verbs, place, key=_place_of)
    verb = verbs[spot] if spot < len(verbs) else None
    if verb is None or verb.force is None or items[verb.place].sentence != items[place].sentence:
        return False
    return all(items[at].kind in _OF_SUBJECT for at in range(place + 1, verb.group))


def _before_main_clause(prose: Prose, verbs: Sequence[Verb], place: int, last: int) -> int:
    """The end of a clause behind which no comma stands: before the subject of the main verb, or before that verb."""
    items = prose.items
    if place and items[place - 1].sentence == items[place].sentence:
        return _before_own_verb(items, verbs, place, last)
    inside = _verbs_within(verbs, place, last)
    if items[place].value not in _BEFORE_NOUNS:
        inside = inside[1:]
    main = next((verb for verb in inside if verb.force is not None), None)
    return last if main is None else subject_start(items, main, place + 1)


def _before_own_verb(items: Sequence[Item], verbs: Sequence[Verb], place: int, last: int) -> int:
    """The end of an exception that stands within the subject of a verb: *all prisons except Dalmor | shall close*."""
    if items[place].kind != "exception":
        return last
    sentence = items[place].sentence
    before = bisect_left(verbs, place, key=_place_of)
    if before and items[verbs[before - 1].place].sentence == sentence:
        return last
    main = next((verb for verb in _verbs_within(verbs, place, last) if verb.force is not None), None)
    return last if main is None else main.group


def _verbs_within(verbs: Sequence[Verb], place: int, last: int) -> list[Verb]:
    """The verbs whose groups begin behind a place and before another."""
    first, end = bisect_left(verbs, place, key=_place_of), bisect_left(verbs, last + _GROUP, key=_place_of)
    return [verb for verb in verbs[first:end] if place < verb.group < last]


def _place_of(verb: Verb) -> int:
    return verb.place


_GROUP = 5
"""Items that a group of a verb may have."""


def subject_start(items: Sequence[Item], verb: Verb, least: int) -> int:
    """The place where the noun phrase right before a verb begins, but not before a least one.

    Args:
        items: The items of a wording.
        verb: One of its verbs.
        least: The first place that the phrase may begin at.
    """
    start = verb.group
    while start > least and items[start - 1].kind in _OF_SUBJECT:
        start -= 1
        starts_phrase = items[start].kind in ("determiner", "name", "quantifier", "pronoun")
        if starts_phrase and items[start - 1].kind not in ("determiner", "quantifier"):
            break
    return start


_OF_SUBJECT = ("word", "name", "determiner", "quantifier", "pronoun", "figure")
_BEFORE_NOUNS = frozenset(
    """on upon after before following subject_to in_the_event_of in_case_of in_the_case_of pending until during within
    without""".split()
)
"""Connectives that stand before a noun: the first verb behind one may be that of the main clause."""


def _has_mark(prose: Prose, place: int, marks: str) -> bool:
    """Whether one of some marks stands between an item and the next one."""
    if place < 0 or place + 1 >= len(prose.items):
        return False
    return any(token.low in marks for token in prose.between(prose.items[place], prose.items[place + 1]))


def _verbs(prose: Prose) -> list[Verb]:
    items = prose.items
    found: list[Verb] = []
    place = 0
    while place < len(items):
        verb = _verb_group(items, place)
        if verb is None:
            place += 1
        else:
            found.append(verb)
            place = verb.place + 1
    return found


def _verb_group(items: Sequence[Item], place: int) -> Verb | None:
    """A group that begins with force or an auxiliary, or a verb in the plain present, at a place."""
    item = items[place]
    if item.kind not in ("force", "auxiliary"):
        return Verb(place, place, passive=False, force=None) if _is_plain_verb(items, place) else None
    force = place if item.kind == "force" else None
    be = item.kind == "auxiliary" and item.low in _BE
    for later in range(place + 1, min(place + 5, len(items))):
        other = items[later]
        if other.sentence != item.sentence:
            return None
        if other.kind == "auxiliary":
            be = other.low in _BE
        elif other.kind == "force" and force is None:
            force = later
        elif other.kind in ("negation", "filler", "restriction", "duration", "frequency", "deadline", "marker"):
            continue
        elif other.kind == "word":
            if _is_adverb(other.low):
                continue
            head = other.low.split()[0]
            passive = be and lexicon.is_past_participle(head)
            if passive or "v" in lexicon.pos_of(head):
                return Verb(later, place, passive=passive, force=force)
            return None
        else:
            return None
    return None


def _is_adverb(low: str) -> bool:
    return low.endswith("ly") and "v" not in lexicon.pos_of(low)


def _is_plain_verb(items: Sequence[Item], place: int) -> bool:
    """Whether a word is a verb in the present, as far as its form and its neighbours tell."""
    item = items[place]
    low = item.low.split()[0]
    if item.kind != "word" or not lexicon.is_finite_present(low):
        return False
    before = items[place - 1] if place else None
    if before is None or before.sentence != item.sentence or before.low in _POSSESSIVES:
        return False
    if before.kind in ("determiner", "quantifier", "figure", "owner"):
        return False
    if before.kind == "preposition":
        return before.low == "to"
    if lexicon.pos_of(low) == {"v"} or low != item.low:
        return True
    after = items[place + 1] if place + 1 < len(items) else None
    return (
        (
            low.endswith("s")
            and after is not None
            and after.sentence == item.sentence
            and after.kind in ("determiner", "quantifier", "figure", "name", "preposition")
            and before.kind in ("name", "word", "pronoun")
        )
        or (before.kind == "name" and after is not None and after.kind == "determiner" and not _has_verb(items, place))
        or (before.kind == "name" and low.endswith("s") and not _has_verb(items, place))
    )


def _has_verb(items: Sequence[Item], place: int) -> bool:
    """Whether the sentence of an item has words of force or an auxiliary."""
    sentence = items[place].sentence
    near = items[max(0, place - 12) : place + 12]
    return any(item.sentence == sentence and item.kind in ("force", "auxiliary") for item in near)
