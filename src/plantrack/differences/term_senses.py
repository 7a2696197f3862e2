"""What a term means once the wording is set aside: its parts as sets of concepts, for pairing and comparing."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache

from plantrack.extraction.meaning import concepts, is_act, is_known, lemma
from plantrack.extraction.names import CODES
from plantrack.extraction.nouns import MODIFIERS
from plantrack.extraction.verbs import DEALING, LIGHT, PASSING
from plantrack.model import Term
from plantrack.value import value

_WORD = re.compile(r"[^\W_]+")


@value
class OwnedTerm:
    """A term with the provision it belongs to."""

    owner: str
    """The id of the provision."""
    key: str
    term: Term
    text: str | None = None
    """The wording of the provision, where it was seen: what stands in it is not missing, whatever was extracted."""


class Sense:
    """The meaning of one term, each part worked out when it is asked for: equal curated terms need none."""

    def __init__(self, owned: OwnedTerm) -> None:
        self.owned = owned

    @property
    def acts(self) -> frozenset[str]:
        """What is done, light verbs replaced by the act that their object names."""
        return self._acts_things[0]

    @property
    def things(self) -> frozenset[str]:
        """What it is done to."""
        return self._acts_things[1]

    @cached_property
    def whole(self) -> frozenset[str]:
        """Everything the term speaks of, bearers apart."""
        limits = frozenset(meaning for text in self._limits for meaning in meaning_set(text))
        return self.acts | self.things | limits

    @property
    def bearers(self) -> frozenset[str]:
        """Who is bound, in lower case."""
        return frozenset(bearer.casefold() for bearer in self.owned.term.bearer)

    @cached_property
    def words(self) -> Counter[str]:
        """Its words as they stand, each by itself and with the one after it."""
        term = self.owned.term
        texts = (*term.bearer, term.action, term.object or "", *self._limits)
        listed = [word for text in texts for word in _WORD.findall(text.lower())]
        return Counter([*listed, *(f"{one} {other}" for one, other in itertools.pairwise(listed))])

    @property
    def _limits(self) -> tuple[str, ...]:
        term = self.owned.term
        return (*term.counterparty, *term.place, *term.conditions, *term.exceptions, *term.scope)

    @cached_property
    def _acts_things(self) -> tuple[frozenset[str], frozenset[str]]:
        term = self.owned.term
        thing_meanings = concepts(term.object or "")
        action = term.action.removeprefix("not ")
        acts = frozenset(concepts(action)) or frozenset({action})
        if term.basis == "extracted":
            act_words = {lemma(word) for word in action.split()[:1]}
            if act_words & LIGHT and "participate" not in acts:
                nominal = _nominal_act(thing_meanings)
                known_acts = frozenset(act for act in acts if is_act(act))
                acts = frozenset({nominal}) if nominal is not None else known_acts
            if act_words & DEALING and any(quantity.unit == "%" for quantity in term.quantity):
                acts = frozenset({"share"})
            if "pass" in act_words and PASSING & set(thing_meanings):
                acts = frozenset({"adopt"})
        return acts, frozenset(thing_meanings) - acts


@lru_cache(maxsize=65536)
def meaning_set(text: str) -> frozenset[str]:
    """The concepts of some words, without their order; the id of a state by its code means its name."""
    if text in CODES:
        return frozenset({"@" + CODES[text]})
    return frozenset(concepts(text))


def _nominal_act(meanings: Sequence[str]) -> str | None:
    """The act that a noun phrase is about: its head, behind modifiers only."""
    for meaning in meanings:
        if is_act(meaning):
            return meaning
        if is_known(meaning) and meaning not in MODIFIERS:
            return None
    return None


def side_meaning(senses: Sequence[Sense]) -> frozenset[str]:
    """Everything that one side speaks of: the concepts of its texts, and of its terms."""
    texts = dict.fromkeys(sense.owned.text for sense in senses if sense.owned.text)
    found: set[str] = set()
    for text in texts:
        found |= meaning_set(text)
    for sense in senses:
        found |= sense.whole
        for bearer in sense.owned.term.bearer:
            found |= meaning_set(bearer)
    return frozenset(found)


def likeness(first: frozenset[str], second: frozenset[str]) -> float:
    """Dice's coefficient of two sets; 1 for two empty ones."""
    if not first and not second:
        return 1.0
    return 2 * len(first & second) / (len(first) + len(second))


def verbatim(first: Sense, second: Sense) -> float:
    """How far two terms stand in the same words, from 0 to 1."""
    total = sum(first.words.values()) + sum(second.words.values())
    return 2 * sum((first.words & second.words).values()) / total if total else 1.0
