"""What a term means once the wording is set aside: its parts as sets of concepts, for pairing and comparing."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from attrs import field, frozen

from plantrack.extraction import concepts
from plantrack.extraction.meaning import is_act, lemma
from plantrack.extraction.verbs import LIGHT, PASSING
from plantrack.model import Term

_WORD = re.compile(r"[^\W_]+")


@frozen(kw_only=True)
class OwnedTerm:
    """A term with the provision it belongs to."""

    owner: str
    """The id of the provision."""
    key: str
    term: Term
    text: str | None = None
    """The wording of the provision, where it was seen: what stands in it is not missing, whatever was extracted."""


@frozen(kw_only=True)
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
    """Its words as they stand."""


@lru_cache(maxsize=65536)
def meaning_set(text: str) -> frozenset[str]:
    """The concepts of some words, without their order."""
    return frozenset(concepts(text))


def sense_of(owned: OwnedTerm) -> Sense:
    """The meaning of a term."""
    term = owned.term
    thing_meanings = concepts(term.object or "")
    acts = frozenset(concepts(term.action)) or frozenset({term.action})
    known_acts = frozenset(act for act in acts if is_act(act))
    if term.basis == "extracted":
        act_words = {lemma(word) for word in term.action.split()[:1]}
        if act_words & LIGHT:
            nominal = next((meaning for meaning in thing_meanings if is_act(meaning)), None)
            acts = frozenset({nominal}) if nominal is not None else known_acts
        if "pass" in act_words and PASSING & set(thing_meanings):
            acts = frozenset({"adopt"})
    things = frozenset(thing_meanings) - acts
    parts = (*term.counterparty, *term.place, *term.conditions, *term.exceptions, *term.scope)
    texts = (term.action, term.object or "", *parts)
    whole = acts | things | frozenset(meaning for text in parts for meaning in meaning_set(text))
    words = Counter(word for text in (*texts, *term.bearer) for word in _WORD.findall(text.lower()))
    return Sense(
        owned=owned,
        acts=acts,
        things=things,
        whole=whole,
        bearers=frozenset(bearer.casefold() for bearer in term.bearer),
        words=words,
    )


def side_meaning(terms: Sequence[OwnedTerm]) -> frozenset[str]:
    """Everything that one side speaks of: the concepts of its texts, and of its terms."""
    texts = dict.fromkeys(item.text for item in terms if item.text)
    found: set[str] = set()
    for text in texts:
        found |= meaning_set(text)
    for item in terms:
        sense = sense_of(item)
        found |= sense.whole
        for bearer in item.term.bearer:
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
