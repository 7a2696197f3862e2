"""Texts that had it from each other: shared runs of words, and sentences that are the same or nearly so."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from math import ceil

from plantrack.anchoring import fold, normalise_text, text_digest
from plantrack.citing.fingerprints import (
    RUN_WORDS,
    Fingerprint,
    Suspicion,
    fingerprint_of,
    keep_fingerprint,
    kept_fingerprint,
    run_marks,
)
from plantrack.model import Source
from plantrack.model.dates import date_order
from plantrack.value import value

MOST_SENTENCES = 0.5
"""Of the sentences of the shorter text."""
_SENTENCE_WORDS = 6
"""Shorter sentences are in any article."""
_TOLD_APART = 3
"""A sentence of fewer different words is a list of one word."""
_ASKED = 1_000
"""Sentences of a text that are looked for in another at most."""
_MOST_PLACES = 16
"""Places at which the same words are looked at; a refrain that stands more often is followed at the first of them."""
_ALIKE = 0.6
"""Of the words of two sentences that are alike; a copy reworded by a machine keeps more."""
_WORD = re.compile(r"[^\W_]+(?:[.,'][^\W_]+)*")
_END = re.compile(r"(?<=[.!?])[\"')\]]*\s+|\n+")


@value
class NearCopy:
    """A known source of which a text is nearly a copy, or the other way round."""

    source: str
    run: int
    """Words of the longest shared run."""
    sentences: float
    """The part of the shorter text's sentences that have their like in the other, from 0 to 1."""
    chain: tuple[str, ...] = ()
    """The chain proposed for passages of the later of the two: its publisher, then that of the earlier one."""
    later: bool = True
    """Whether the new text is the later one."""


def near_copies(
    text: str,
    known: Mapping[str, str],
    sources: Mapping[str, Source],
    *,
    outlet: str | None,
    issued: str | None,
    digests: Mapping[str, str] | None = None,
) -> tuple[NearCopy, ...]:
    """The known texts that share a run of twenty words or most of their sentences with a text.

    Args:
        text: The new text.
        known: Texts at hand by the id of their source; only those are read that may be copies.
        sources: The sources, by id.
        outlet: The publisher of the new text, as `outlet:herald`.
        issued: Its date; of two undated texts, the known one counts as the earlier.
        digests: The digests of the known texts, where fingerprints are kept from one call to the next.
    """
    own = _Read(text)
    suspicion = Suspicion(own.fingerprint)
    if digests is not None:
        keep_fingerprint(text_digest(text), own.fingerprint)
    found = []
    for source_id in known:
        digest = digests[source_id] if digests is not None else None
        if not suspicion.falls_on(_fingerprint(known, source_id, digest)):
            continue
        other = _Read(known[source_id])
        run, share = _longest_run(own, other), _shared_sentences(own.sentences, other.sentences)
        if run >= RUN_WORDS or share >= MOST_SENTENCES:
            source = sources[source_id]
            later = not (issued and source.issued and date_order(issued) < date_order(source.issued))
            ends = (outlet, source.outlet) if later else (source.outlet, outlet)
            chain = tuple(end for end in ends if end is not None)
            found.append(NearCopy(source=source_id, run=run, sentences=share, chain=chain, later=later))
    return tuple(sorted(found, key=lambda copy: (-copy.run, -copy.sentences, copy.source)))


def _fingerprint(known: Mapping[str, str], source_id: str, digest: str | None) -> Fingerprint:
    before = kept_fingerprint(digest) if digest is not None else None
    if before is not None:
        return before
    taken = _Read(known[source_id]).fingerprint
    if digest is not None:
        keep_fingerprint(digest, taken)
    return taken


class _Read:
    """A text as words and sentences."""

    def __init__(self, text: str) -> None:
        self.words: list[str] = []
        self.sentences: list[frozenset[str]] = []
        for line in normalise_text(text).split("\n"):
            for part in _END.split(fold(line).casefold()):
                words = _WORD.findall(part)
                self.words += words
                if len(words) >= _SENTENCE_WORDS and len(told_apart := frozenset(words)) >= _TOLD_APART:
                    self.sentences.append(told_apart)

    @cached_property
    def runs(self) -> tuple[list[int], frozenset[int]]:
        return run_marks(self.words)

    @property
    def fingerprint(self) -> Fingerprint:
        return fingerprint_of(self.runs[1], self.sentences)


def _longest_run(one: _Read, other: _Read) -> int:
    """How many words the longest run has that stands in both; 0 where none has `RUN_WORDS`."""
    (grams, own_marks), (others, other_marks) = one.runs, other.runs
    shared = own_marks & other_marks
    places: dict[int, list[int]] = {}
    for place, gram in enumerate(others):
        if gram in shared and len(held := places.setdefault(gram, [])) < _MOST_PLACES:
            held.append(place)
    longest, reached = 0, dict[int, int]()  # how far the run on each distance between the two was followed
    for start, gram in enumerate(grams):
        for place in places.get(gram, ()):
            if start >= reached.get(place - start, 0):
                first, last = _followed(one.words, other.words, start, place)
                reached[place - start] = last
                longest = max(longest, last - first)
    return longest if longest >= RUN_WORDS else 0


def _followed(one: Sequence[str], other: Sequence[str], start: int, place: int) -> tuple[int, int]:
    """Where the run of equal words around two places begins and ends in the first text."""
    distance, first, last = place - start, start, start
    while min(first, first + distance) > 0 and one[first - 1] == other[first + distance - 1]:
        first -= 1
    end = min(len(one), len(other) - distance)
    while last < end and one[last] == other[last + distance]:
        last += 1
    return first, last


def _shared_sentences(one: list[frozenset[str]], other: list[frozenset[str]]) -> float:
    """The part of the shorter text's sentences that have their like in the other; of a long text, of an even choice."""
    if not one or not other:
        return 0.0
    shorter, longer = sorted((one, other), key=len)
    asked = shorter[:: ceil(len(shorter) / _ASKED)]
    same = frozenset(longer)
    with_word: dict[str, list[int]] = {}
    for number, sentence in enumerate(longer):
        for word in sentence:
            with_word.setdefault(word, []).append(number)
    return sum(sentence in same or _has_like(sentence, longer, with_word) for sentence in asked) / len(asked)


def _has_like(sentence: frozenset[str], others: list[frozenset[str]], with_word: Mapping[str, list[int]]) -> bool:
    """Whether another sentence has most of the words of this one: then it has one of any so many, so of the rarest."""
    rarest = sorted(sentence, key=lambda word: (len(with_word.get(word, ())), word))
    asked = rarest[: len(sentence) - ceil(_ALIKE * len(sentence)) + 1]
    near = {number for word in asked for number in with_word.get(word, ())}
    return any(len(sentence & others[number]) >= _ALIKE * len(sentence | others[number]) for number in near)
