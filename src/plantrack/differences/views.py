"""A wording with its build, and the orders in which its items may be laid against another wording."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from plantrack.facts.clauses import Structure, Verb, structure_of
from plantrack.facts.prose import Item, Prose, read_prose
from plantrack.language import lexicon
from plantrack.language.names import Names
from plantrack.model import Actor
from plantrack.value import field, value

_NOMINAL_PREPOSITIONS = frozenset({"of"})
_BETWEEN = frozenset(("deadline", "start", "duration", "frequency", "date", "restriction"))
"""What may stand between a verb in the passive and its *by*."""
_PHRASE_ENDS = frozenset(
    """condition exception inclusion time deadline start duration frequency date force auxiliary preposition restriction
    connective""".split()
)


@value
class View:
    """A wording as it is compared."""

    prose: Prose
    structure: Structure
    items: tuple[Item, ...]
    sentences: Mapping[int, range] = field(eq=False, repr=False)
    """The places of the items of each sentence."""
    lists: dict[int, list[tuple[int, ...]]] = field(factory=dict, eq=False, repr=False)
    """The members of the list that an item stands in, once somebody asked."""
    known: dict[tuple[str, int], bool] = field(factory=dict, eq=False, repr=False)
    """What rules found out of a sentence, or of the whole wording: each asks once."""

    def once(self, question: str, sentence: int, answer: Callable[[], bool]) -> bool:
        """What a rule asks of a sentence, or of the whole wording (-1); answered once."""
        key = question, sentence
        if key not in self.known:
            self.known[key] = answer()
        return self.known[key]

    def inside(self, sentence: int) -> range:
        """The places of the items of a sentence."""
        return self.sentences.get(sentence, range(0))

    def beside(self, place: int) -> range:
        """The places of the items of the sentence that an item stands in."""
        return self.sentences[self.items[place].sentence]

    def verbs_beside(self, place: int) -> Sequence[Verb]:
        """The verbs of the sentence that an item stands in."""
        return self.structure.verbs_in(self.beside(place))


class Order(NamedTuple):
    """An order of the items of a wording."""

    places: tuple[int, ...]
    """Places of items."""
    dropped: frozenset[int]
    """Items that only the other voice needs: *is*, *by*."""


@lru_cache(maxsize=4096)
def view_of(text: str, names: Names) -> View:
    """Read a wording for comparing; a wording that both papers have is read once."""
    prose = read_prose(text, names)
    sentences: dict[int, range] = {}
    for place, item in enumerate(prose.items):
        row = sentences.get(item.sentence)
        sentences[item.sentence] = range(place if row is None else row.start, place + 1)
    return View(prose=prose, structure=structure_of(prose), items=prose.items, sentences=sentences)


@lru_cache(maxsize=8)
def names_of(actors: tuple[Actor, ...]) -> Names:
    """The names that the actors of a corpus bear, and those that everybody knows."""
    return Names(actors, is_common=lambda low: bool(lexicon.pos_of(low)))


def plain_order(view: View) -> Order:
    """The items as they stand."""
    return Order(tuple(range(len(view.items))), frozenset())


def active_order(view: View, other: View) -> Order | None:
    """The items with the passive turned round wherever the other wording has the same verb in the active.

    *The weir is repaired by Tessaly* is laid against *Tessaly repairs the weir* as *Tessaly repaired the weir*.
    None where nothing is to be turned.
    """
    places = list(range(len(view.items)))
    dropped: set[int] = set()
    turned = False
    for verb in view.structure.verbs:
        if verb.passive and _is_active_in(view.items[verb.place], other):
            recast = _recast(view, verb)
            if recast is not None:
                (start, end), order, gone = recast
                places[start:end] = order
                dropped |= gone
                turned = True
    if not turned:
        return None
    return Order(tuple(place for place in places if place not in dropped), frozenset(dropped))


def _is_active_in(verb: Item, other: View) -> bool:
    """Whether the other wording has a verb in the active, or as a noun, and nowhere in the passive."""
    found = False
    passives = {one.place for one in other.structure.verbs if one.passive}
    for place, item in enumerate(other.items):
        if item.kind == "word" and (item.key == verb.key or lexicon.same_sense(item.low, verb.low)):
            if place in passives:
                return False
            found = found or _may_be_act(other, place)
    return found


def _may_be_act(view: View, place: int) -> bool:
    """Whether a word is a verb, or the noun of an act in a sentence that has no verb."""
    if view.structure.verb_at(place) is not None:
        return True
    return not view.verbs_beside(place)


def _recast(view: View, verb: Verb) -> tuple[tuple[int, int], list[int], set[int]] | None:
    """The stretch of a passive clause, its places in the order of the active, and what the active does without."""
    items = view.items
    start = _subject_start(view, verb)
    if start is None or start == verb.group:
        return None
    subject = list(range(start, verb.group))
    if items[start].low in {"it", "there"}:
        return None
    group = list(range(verb.group, verb.place + 1))
    dropped = {place for place in group if items[place].kind == "auxiliary"}
    end = verb.place + 1
    between: list[int] = []
    while end < len(items) and items[end].kind in _BETWEEN and items[end].sentence == items[verb.place].sentence:
        between.append(end)
        end += 1
    agent: list[int] = []
    if end < len(items) and items[end].low == "by" and items[end].sentence == items[verb.place].sentence:
        dropped.add(end)
        end += 1
        agent = list(_phrase(view, end))
        end += len(agent)
    kept = [place for place in group if place not in dropped]
    return (start, end), [*agent, *kept, *subject, *between, *sorted(dropped)], dropped


def _subject_start(view: View, verb: Verb) -> int | None:
    """The first item of what stands before a verb as its subject; None where that is not plain."""
    items = view.items
    clause = view.structure.clause_at(verb.group)
    if clause is not None:
        return clause.first + 1
    start = verb.group
    while start and items[start - 1].sentence == items[verb.group].sentence:
        start -= 1
    for fronted in view.structure.clauses:
        if fronted.first == start and fronted.last <= verb.group:
            start = fronted.last
    before = view.structure.verb_before(verb.group)
    if before is not None and before.place >= start:
        joined = [place for place in range(before.place + 1, verb.group) if items[place].kind == "connective"]
        if not joined:
            return None
        start = joined[-1] + 1
    while start < verb.group and items[start].kind in ("deadline", "date", "start", "frequency", "duration"):
        start += 1
    return start


def _phrase(view: View, start: int) -> Iterator[int]:
    """The items of a noun phrase that begins at a place, with what *of* adds to it and its fellows in a list."""
    items = view.items
    for place in range(start, len(items)):
        item = items[place]
        if item.sentence != items[start].sentence:
            return
        if item.kind in _PHRASE_ENDS and not (item.kind == "preposition" and item.low in _NOMINAL_PREPOSITIONS):
            if item.kind != "connective" or item.low != "and" or place + 1 >= len(items):
                return
            if items[place + 1].kind not in ("name", "determiner"):
                return
        if place > start and any(token.low in ",;:" for token in view.prose.between(items[place - 1], item)):
            return
        yield place
