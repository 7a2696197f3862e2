"""What a term means once the wording is set aside: its parts as sets of concepts, for pairing and comparing."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from plantrack.extraction.meaning import concepts, is_act, is_known, lemma
from plantrack.extraction.names import CODES
from plantrack.extraction.nouns import MODIFIERS
from plantrack.extraction.verbs import LIGHT, PASSING
from plantrack.model import Term
from plantrack.value import field, value

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


@value
class Sense:
    """The meaning of one term."""

    owned: OwnedTerm
    acts: frozenset[str]
    """What is done, light verbs replaced by the act that their object names."""
    things: frozenset[str]
    """What it is done to."""
    whole: frozenset[str]
    """Everything the term speaks of, bearers apart."""
    bearers: frozenset[str]
    words: Counter[str] = field(factory=Counter)
    """Its words as they stand, each by itself and with the one after it."""


@lru_cache(maxsize=65536)
def meaning_set(text: str) -> frozenset[str]:
    """The concepts of some words, without their order; the id of a state by its code means its name."""
    if text in CODES:
        return frozenset({"@" + CODES[text]})
    return frozenset(concepts(text))


def sense_of(owned: OwnedTerm) -> Sense:
    """The meaning of a term."""
    term = owned.term
    thing_meanings = concepts(term.object or "")
    action = term.action.removeprefix("not ")
    acts = frozenset(concepts(action)) or frozenset({action})
    known_acts = frozenset(act for act in acts if is_act(act))
    if term.basis == "extracted":
        act_words = {lemma(word) for word in action.split()[:1]}
        if act_words & LIGHT:
            nominal = _nominal_act(thing_meanings)
            acts = frozenset({nominal}) if nominal is not None else known_acts
        if "pass" in act_words and PASSING & set(thing_meanings):
            acts = frozenset({"adopt"})
    things = frozenset(thing_meanings) - acts
    parts = (*term.counterparty, *term.place, *term.conditions, *term.exceptions, *term.scope)
    texts = (term.action, term.object or "", *parts)
    whole = acts | things | frozenset(meaning for text in parts for meaning in meaning_set(text))
    listed = [word for text in (*term.bearer, *texts) for word in _WORD.findall(text.lower())]
    words = Counter([*listed, *(f"{one} {other}" for one, other in itertools.pairwise(listed))])
    return Sense(
        owned=owned,
        acts=acts,
        things=things,
        whole=whole,
        bearers=frozenset(bearer.casefold() for bearer in term.bearer),
        words=words,
    )


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
