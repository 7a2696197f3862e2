"""What the rules that name differences share: what they say, and what they may ask of the words around.

A rule names only on positive contrast: it read what stands on both sides and the two differ, or it read what stands on
one side and nothing on the other could carry it. Whatever it is not sure of it leaves; that is shown as unexplained.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple
from unicodedata import normalize

from plantrack.differences.hunks import Aligned, Hunk
from plantrack.differences.views import View
from plantrack.facts.clauses import CLAUSES, Clause, Verb
from plantrack.facts.prose import Item
from plantrack.facts.values import Reference
from plantrack.language import lexicon
from plantrack.language.names import Named as NameValue
from plantrack.language.names import Names
from plantrack.value import value

_CARRIERS = ("word", "name", "restriction", "exception", "inclusion", "condition")
KNOWN = 0.5
"""How much of a sentence must have a counterpart for one addition to it to be named."""
_PIECES = 2
"""Sentences of the other side over which the words of one may be spread."""
_NEAR = 8
"""Items within which other words could carry what is looked for."""


_JOINING = frozenset("of the and for in on to & - 's".split())
"""Words of names that name nothing."""
RELATIVES = frozenset("which who whom that whose".split())
"""They begin a clause of their own."""
_MISPRINT = 5
"""Letters from which two names may be one with a slip."""
_ALIKE = 0.6
_SHORT = 4
_SLIP = 0.72
"""How alike two words are that may be one with a slip: *Aghdam*, *Agdam*."""


class Named(NamedTuple):
    """A difference and what it does."""

    kind: str
    part: str
    """The part of a term that it is of; what its label begins with."""
    old: tuple[int, ...]
    """Places of the items that carry it."""
    new: tuple[int, ...]
    before: str | None
    """The words of the old side that say it."""
    after: str | None
    rule: str
    effect: str | None = None
    bearer: str | None = None
    """Whom it binds, where that was read."""
    delta: Mapping[str, Decimal] | None = None


@value
class Setting:
    """Two wordings with what their alignment leaves open."""

    aligned: Aligned
    hunks: tuple[Hunk, ...]
    elsewhere_old: frozenset[int]
    """Items that stand elsewhere on the other side, and no rule says that they may."""
    elsewhere_new: frozenset[int]
    names: Names
    """Who and what may be named."""
    hunk_of: Mapping[str, Mapping[int, int]]
    """The number of the hunk that an item is in, by side."""

    def view(self, side: str) -> View:
        """The old or the new wording."""
        return self.aligned.old if side == "old" else self.aligned.new

    def item(self, side: str, place: int) -> Item:
        """An item of a side."""
        return self.view(side).items[place]

    def clause(self, side: str, places: Sequence[int]) -> Clause | None:
        """The condition or exception in which some items lie, if they all lie in one."""
        found = {self.view(side).structure.clause_at(place) for place in places}
        return found.pop() if len(found) == 1 else None

    def partner(self, side: str, place: int) -> int | None:
        """The place of the item on the other side that an item is paired with."""
        return (self.aligned.old_to_new if side == "old" else self.aligned.new_to_old).get(place)

    def is_elsewhere(self, side: str, places: Iterable[int]) -> bool:
        """Whether any of some items also stands at another place of the other side."""
        known = self.elsewhere_old if side == "old" else self.elsewhere_new
        return any(place in known for place in places)

    def ruling_verb(self, side: str, place: int) -> Verb | None:
        """The verb that most nearly rules an item: its own, the one before it in its sentence, or the one after."""
        view = self.view(side)
        own = view.structure.verb_at(place)
        same = view.verbs_beside(place)
        before = [verb for verb in same if verb.place < place]
        return own or (before[-1] if before else same[0] if same else None)

    def force_at(self, side: str, place: int) -> object | None:
        """The force of the verb that rules an item; None where it is not written."""
        verb = self.ruling_verb(side, place)
        if verb is None or verb.force is None:
            return None
        return self.item(side, verb.force).value

    def subject(self, side: str, place: int) -> tuple[int, ...]:
        """The items before the verb that rules an item, in its sentence and outside conditions."""
        view = self.view(side)
        verb = self.ruling_verb(side, place)
        if verb is None:
            return ()
        start = verb.group
        while start and view.items[start - 1].sentence == view.items[verb.place].sentence:
            start -= 1
        return tuple(
            one for one in range(start, verb.group)
            if (clause := view.structure.clause_at(one)) is None or clause.first <= verb.place < clause.last
        )  # fmt: skip

    def is_subject(self, side: str, place: int) -> bool:
        """Whether an item stands before its verb and after no preposition: it is who acts, or who is acted on."""
        view = self.view(side)
        verb = view.structure.verb_after(place)
        if verb is None or view.items[verb.place].sentence != view.items[place].sentence:
            return False
        for before in range(place - 1, -1, -1):
            item = view.items[before]
            if item.sentence != view.items[place].sentence or item.kind in CLAUSES:
                break
            if view.structure.verb_at(before) is not None:
                return item.kind == "connective" or self._begins_clause(side, place, verb)
            if item.kind == "preposition":
                return False
        return not any(view.items[one].kind == "preposition" for one in range(place + 1, verb.group))

    def _begins_clause(self, side: str, place: int, verb: Verb) -> bool:
        """Whether a comma stands before an item and its article, and its verb follows: *..., the board shall elect*."""
        view = self.view(side)
        first = place - (view.items[place - 1].kind == "determiner")
        marks = view.prose.between(*view.items[first - 1 : first + 1]) if first else ()
        return verb.force is not None and verb.group == place + 1 and any(token.low in ",;" for token in marks)

    def preposition_before(self, side: str, place: int) -> Item | None:
        """The preposition of the phrase that an item stands in."""
        view = self.view(side)
        for before in range(place - 1, max(-1, place - 6), -1):
            item = view.items[before]
            if item.sentence != view.items[place].sentence:
                return None
            if item.kind in ("preposition", "deadline", "start"):
                return item
            if item.kind in ("force", "auxiliary", *CLAUSES) or view.structure.verb_at(before):
                return None
            if item.low in RELATIVES:
                return None
            if item.kind in ("word", "name") and view.items[before + 1].kind == "determiner":
                return None
            if item.kind == "connective" and (verb := view.structure.verb_after(place)) and verb.group == place + 1:
                return None
        return None

    def could_be_carried(self, side: str, places: Sequence[int]) -> bool:
        """Whether the other side has words of its own near by that could say what only this side says."""
        return self.carriers(side, places) > 0

    def carriers(self, side: str, places: Sequence[int]) -> int:
        """How many words of its own the other side has near by that could say what only this side says.

        Args:
            side: The side that has the words.
            places: Their items.
        """
        other = "new" if side == "old" else "old"
        around = {
            place for spot in self._near(side, places) for place in range(spot - _NEAR, spot + _NEAR + 1)
            if place in self.hunk_of[other]
        }  # fmt: skip
        own = {self.hunk_of[side].get(place) for place in places}
        return sum(
            self.item(other, place).kind in _CARRIERS and self.hunk_of[other][place] not in own for place in around
        )

    def _near(self, side: str, places: Sequence[int]) -> list[int]:
        """Where on the other side some items would stand: beside the counterparts of their neighbours."""
        found = []
        for step in (-1, 1):
            here = (min(places) if step < 0 else max(places)) + step
            while 0 <= here < len(self.view(side).items):
                partner = self.partner(side, here)
                if partner is not None:
                    found.append(partner)
                    break
                here += step
        return found

    def partner_sentences(self, side: str, place: int) -> set[int]:
        """The sentences of the other side that hold counterparts of the words of the sentence of an item."""
        other = "new" if side == "old" else "old"
        return {
            self.item(other, partner).sentence
            for spot in self.view(side).beside(place)
            if (partner := self.partner(side, spot)) is not None
        }

    def is_negated_otherwise(self, side: str, place: int) -> bool:
        """Whether the sentence of an item is negated on one side alone: one negation has no counterpart, and only one.

        Two of them may outweigh each other: *no party may enter without leave*, *parties may enter with leave only*.
        """
        return len(self.open_negations(side, place)) == 1

    def open_negations(self, side: str, place: int) -> list[Item]:
        """What negates or turns a negation round, without counterpart, in the sentence of an item and in its twin's."""
        other = "new" if side == "old" else "old"
        mine = self.view(side).structure.clause_at(place)
        partners = self.partner_sentences(side, place)
        return [
            self.item(one, spot)
            for one, sentences in ((side, [self.item(side, place).sentence]), (other, sorted(partners)))
            for sentence in sentences
            for spot in self.view(one).inside(sentence)
            if _negates(self.item(one, spot))
            and self.partner(one, spot) is None
            and not self.is_in_new_clause(one, spot, mine)
        ]

    def is_in_new_clause(self, side: str, place: int, clause: Clause | None = None) -> bool:
        """Whether an item lies in a condition or exception, but a given one, of which the other side has nothing."""
        its = self.view(side).structure.clause_at(place)
        if its is None or its == clause:
            return False
        return all(
            self.partner(side, spot) is None for spot in range(its.first, its.last) if self.item(side, spot).heavy
        )

    def has_twin(self, side: str, places: Sequence[int]) -> bool:
        """Whether the sentence of some items stands on the other side, too, recast at most: neither new nor cut up."""
        known = self.likeness(side, self.item(side, places[0]).sentence, places) >= KNOWN
        return known and len(self.partner_sentences(side, places[0])) <= _PIECES

    def likeness(self, side: str, sentence: int, without: Sequence[int] = ()) -> float:
        """How much of the matter of a sentence, some items apart, has counterparts, from 0 to 1."""
        view = self.view(side)
        known = self.aligned.old_to_new if side == "old" else self.aligned.new_to_old
        heavy = [place for place in view.inside(sentence) if view.items[place].heavy and place not in without]
        return sum(place in known for place in heavy) / len(heavy) if heavy else 1.0


_NEGATING = frozenset(
    """prohibited forbidden banned unlawful illegal ban prohibition free without unless refrain only solely otherwise
    nothing nobody need""".split()
)


def _negates(item: Item) -> bool:
    """Whether an item negates, or turns a negation round: *not*, *no*, a ban, *without*, *-free*, *only*."""
    if item.kind == "negation" or item.low in _NEGATING:
        return item.low != "nor"
    return item.kind == "force" and bool(getattr(item.value, "negated", ""))


def are_other_names(one: Item, other: Item, names: Names) -> bool:
    """Whether two names surely name different things: neither is a part, nor perhaps a misprint, of the other."""
    from difflib import SequenceMatcher

    if isinstance(one.value, NameValue) and isinstance(other.value, NameValue):
        capitals = names.may_stand_for(one.value.canonical), names.may_stand_for(other.value.canonical)
        if one.value.canonical in (other.value.canonical, capitals[1]) or other.value.canonical == capitals[0]:
            return False
    words = set(one.low.split()) - _JOINING, set(other.low.split()) - _JOINING
    own, others = words[0] - words[1], words[1] - words[0]
    if not own or not others or any(_may_be_one_word(a, b) for a in own for b in others):
        return False
    if _has_initials_of(one.low, others) or _has_initials_of(other.low, own):
        return False
    first, second = one.low, other.low
    if words[0] & words[1]:
        return True
    return min(len(first), len(second)) < _MISPRINT or SequenceMatcher(None, first, second).ratio() < _ALIKE


def _has_initials_of(name: str, words: Iterable[str]) -> bool:
    """Whether one of some words is made of initials of a name: *TAB*, *Technical Advisory Board*."""
    initials = "".join(word[0] for word in name.split() if word not in _JOINING)
    return any(len(word) > 1 and word in initials for word in words)


def _may_be_one_word(one: str, other: str) -> bool:
    """Whether two words of names may be one: with a slip, in another spelling, of one sense, or one cut short."""
    from difflib import SequenceMatcher

    if "." in one + other or one.startswith(other[:4]) or lexicon.same_sense(one, other) is not None:
        return True
    plain = [normalize("NFKD", word).encode("ascii", "ignore") for word in (one, other)]
    if lexicon.pos_of(one) and lexicon.pos_of(other):
        return plain[0] == plain[1]
    return min(len(one), len(other)) >= _SHORT and SequenceMatcher(None, one, other).ratio() >= _SLIP


def is_one_matter(one: Item, other: Item) -> bool:
    """Whether two items may say one thing: the same, or words of one sense, or a verb and its noun."""
    if one.key == other.key:
        return True
    if isinstance(one.value, Reference) and isinstance(other.value, Reference):
        return one.value.numbers == other.value.numbers  # *7.2* and *Section 7.2*
    if one.kind != "word" or other.kind != "word":
        return False
    return lexicon.same_phrase(tuple(one.low.split()), tuple(other.low.split())) is not None


Rule = Callable[[Setting, Hunk], "list[Named]"]


def words_at(view: View, places: Sequence[int]) -> str | None:
    """The words from the first to the last of some items, on one line; None if there are none."""
    if not places:
        return None
    first, last = view.items[min(places)], view.items[max(places)]
    words = " ".join(view.prose.text[first.start : last.end].split())
    begins = min(places) == 0 or view.items[min(places) - 1].sentence != first.sentence
    return words[0].lower() + words[1:] if begins and first.kind != "name" and words[1:2].islower() else words


def named(  # noqa: PLR0913 - what a difference is made of
    setting: Setting,
    kind: str,
    part: str,
    old: Sequence[int],
    new: Sequence[int],
    *,
    rule: str,
    effect: str | None = None,
    delta: Mapping[str, Decimal] | None = None,
    shown: tuple[Sequence[int], Sequence[int]] | None = None,
) -> Named:
    """A difference with the words that carry it.

    Args:
        setting: The two wordings.
        kind: The kind of change.
        part: What it is of.
        old: Items of the old wording that differ.
        new: Items of the new one.
        rule: The rule that names it.
        effect: What it does to the duty.
        delta: How far a figure moved.
        shown: Items that a reader is shown in place of those that differ: the whole condition.
    """
    aligned = setting.aligned
    seen_old, seen_new = shown or (old, new)
    return Named(
        kind, part, tuple(old), tuple(new), words_at(aligned.old, seen_old),
        words_at(aligned.new, seen_new), rule, effect,
        bearer_at(setting, old, new) if effect in ("strengthened", "weakened") else None, delta,
    )  # fmt: skip


def sided(side: str, places: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    """Items as those of the old and of the new wording."""
    return (places, ()) if side == "old" else ((), places)


def bearer_at(setting: Setting, old: Sequence[int], new: Sequence[int]) -> str | None:
    """Whom the verb around a difference binds: one name that is its subject on both sides."""
    sides = []
    for side, places in (("old", old), ("new", new)):
        if places:
            subject = setting.subject(side, min(places))
            verb = setting.ruling_verb(side, min(places))
            if verb is not None and verb.passive:
                return None
            names = [setting.item(side, place) for place in subject if setting.item(side, place).kind == "name"]
            sides.append(names)
    if not sides or any(len(names) != 1 for names in sides) or len({names[0].key for names in sides}) != 1:
        return None
    return sides[-1][0].words
