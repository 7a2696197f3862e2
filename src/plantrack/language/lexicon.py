"""Which words are the same word, say the same, say the contrary, or are kept apart. No model; the same answer always.

What is asked here is asked of `Words`, with what the corpus of the comparison under way adds.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from plantrack.language.inflection import (
    is_finite_present,
    is_gerund,
    is_past_participle,
    is_plural,
    lemma,
    lemmas,
    pos_of,
)
from plantrack.language.known_words import GROUNDS, Words
from plantrack.language.wordgroups import Group, apart_pairs
from plantrack.language.wordlist import entry_of
from plantrack.model.lexicon import Lexicon

_ACTS = ("ment", "tion", "sion", "ance", "ence", "al", "ing", "fire")
_BODIES = frozenset(
    """administration agreement building commission coordination delegation document government instrument institution
    mission organization settlement""".split()
)
"""Nouns that end as those of acts do, and name who acts or what is made."""


def names_act(word: str) -> bool:
    """Whether a noun names what is done, as far as its ending tells.

    >>> names_act("movements"), names_act("base"), names_act("commission")
    (True, False, False)
    """
    noun = lemma(word)
    entry = entry_of(noun)
    return noun.endswith(_ACTS) and noun not in _BODIES and (entry is None or bool(entry.acts))


@lru_cache(maxsize=8)
def _words_with(
    senses: tuple[tuple[str, ...], ...],
    aliases: tuple[tuple[str, tuple[str, ...]], ...],
    apart: tuple[tuple[str, ...], ...],
) -> Words:
    """The lexicon with the words of a corpus, by what they are: a corpus that is read again has the same one."""
    return Words(Lexicon(senses=senses, aliases=dict(aliases), apart=apart))


def _usual() -> Words:
    return _words_with((), (), ())


_used: ContextVar[Words | None] = ContextVar("words of the comparison under way", default=None)


@contextmanager
def of_corpus(extra: Lexicon | None) -> Iterator[None]:
    """Inside, the functions of this module know the words of a corpus; with None, those of no corpus.

    Comparisons may be nested, and may run beside each other in several threads: each has its own words.

    >>> with of_corpus(Lexicon(senses=(("weir", "barrage"),))):
    ...     same_sense("weirs", "barrage")
    'corpus'
    >>> same_sense("weirs", "barrage") is None
    True
    """
    extra = extra or Lexicon()
    token = _used.set(_words_with(extra.senses, tuple(extra.aliases.items()), extra.apart))
    try:
        yield
    finally:
        _used.reset(token)


def _words() -> Words:
    """The lexicon with the words of the corpus of the comparison under way, if there is one."""
    return _used.get() or _usual()


def same_sense(one: str, other: str) -> str | None:
    """As `Words.same_sense`, with the words of the corpus of the comparison under way."""
    return _words().same_sense(one, other)


def same_phrase(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    """As `Words.same_phrase`, with the words of the corpus of the comparison under way."""
    return _words().same_phrase(one, other)


def senses_joining(one: tuple[str, ...], other: tuple[str, ...]) -> list[tuple[Group, ...]]:
    """As `Words.senses_joining`, with the words of the corpus of the comparison under way."""
    return _words().senses_joining(one, other)


def phrases_at(lows: Sequence[str], place: int) -> tuple[int, str] | None:
    """As `Words.phrases_at`, with the words of the corpus of the comparison under way."""
    return _words().phrases_at(lows, place)


def are_contrary(one: str, other: str) -> bool:
    """As `Words.are_contrary`."""
    return _words().are_contrary(one, other)


def kept_apart(one: str, other: str) -> bool:
    """As `Words.kept_apart`, with the words of the corpus of the comparison under way."""
    return _words().kept_apart(one, other)


__all__ = [
    "GROUNDS",
    "Words",
    "apart_pairs",
    "are_contrary",
    "is_finite_present",
    "is_gerund",
    "is_past_participle",
    "is_plural",
    "kept_apart",
    "lemma",
    "lemmas",
    "names_act",
    "of_corpus",
    "phrases_at",
    "pos_of",
    "same_phrase",
    "same_sense",
    "senses_joining",
]
