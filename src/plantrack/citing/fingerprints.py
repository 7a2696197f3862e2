"""Fingerprints of texts, by which those that may be copies of each other are found among very many.

Runs of words are chosen by winnowing (Schleimer, Wilkerson, Aiken: "Winnowing: local algorithms for document
fingerprinting", SIGMOD 2003): of any run of `RUN_WORDS` words that two texts share, both keep the same part. Sentences
leave the three words that come first in each of some shuffles of all words (MinHash: Broder 1997), so sentences that
have most words in common leave the same with known likelihood, and others hardly ever.
"""

import hashlib
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate, islice
from mmap import ACCESS_READ, mmap
from pathlib import Path

from plantrack.value import value
from plantrack.writing.kept import keep, kept_as

RUN_WORDS = 20
"""A shared run of so many words is no chance."""
GRAM = 12
"""Words of the part of a run that is kept."""
_WINDOW = RUN_WORDS - GRAM + 1
"""Of so many parts in a row the one with the least number is kept, so every run of `RUN_WORDS` keeps one."""
_PRIME = (1 << 61) - 1
_BASE = 0x1B873593CC9E2D51
_WORD_64 = (1 << 64) - 1
SHUFFLES, _SHUFFLES_OF_LONG = 12, 2
"""Two sentences with three in five words in common leave the same in 95 of 100 cases by so many shuffles of their
words. In long texts a share of the sentences tells as much."""
_LONG = 2_000
"""Sentences from which on a text is long."""
_SHUFFLED_BY = tuple((0x9E3779B97F4A7C15 * (2 * number + 1)) & _WORD_64 for number in range(SHUFFLES))
_CHANCE = 0.05
"""Of the sentences' marks that a text has from each shuffle, the share from which on it may be a copy. Of a text with
half its sentences alike in three words of five, twice as many are expected."""
_ALL = 3_000
"""Up to so many marks of the shorter text are all looked up; of two longer ones a part is compared."""
_PART = 8_000
"""The marks of a long text that are compared with another long one, those with the least numbers."""
_HEAD = 3
"""Numbers before the marks of a fingerprint that is kept: its sentences, its runs, its marks."""


@value
class Fingerprint:
    """What tells copies of a text."""

    runs: Sequence[int]
    """Marks of runs of words, sorted."""
    marks: Sequence[int]
    """Marks of sentences, sorted."""
    sentences: int
    """How many sentences left marks."""

    @property
    def shuffles(self) -> int:
        """How many marks each sentence left."""
        return SHUFFLES if self.sentences <= _LONG else _SHUFFLES_OF_LONG


class Suspicion:
    """A text that is compared with many: which of them may be copies."""

    def __init__(self, own: Fingerprint) -> None:
        """Takes the fingerprint of the text."""
        self._own = own

    @cached_property
    def _parts(self) -> tuple[frozenset[int], frozenset[int]]:
        return frozenset(self._own.runs[:_PART]), frozenset(self._own.marks[:_PART])

    def falls_on(self, other: Fingerprint) -> bool:
        """Whether another text may share a run of words or most sentences; nobody has compared the words yet.

        No shared run is missed, unless each text has more than `_ALL` marks (some 15,000 words): then long shared
        passages are found, and a run of a few sentences may not be.
        """
        own = self._own
        if _shared(own.runs, other.runs, self._parts[0])[0]:
            return True
        hits, share = _shared(own.marks, other.marks, self._parts[1])
        least = _CHANCE * min(own.shuffles, other.shuffles) * min(own.sentences, other.sentences) * share
        return hits >= max(least, 1)


def _shared(own: Sequence[int], other: Sequence[int], part: frozenset[int]) -> tuple[int, float]:
    """How many marks are in both, and of which part of them that is the number."""
    small, large = (own, other) if len(own) <= len(other) else (other, own)
    if not small:
        return 0, 1.0
    if len(small) <= _ALL:
        places = ((bisect_left(large, mark), mark) for mark in small)
        return sum(place < len(large) and large[place] == mark for place, mark in places), 1.0
    highest = min(own[min(_PART, len(own)) - 1], other[min(_PART, len(other)) - 1])
    share = bisect_right(small, highest) / len(small)
    return len(part.intersection(other[: bisect_right(other, highest)])), share


def run_marks(words: Sequence[str]) -> tuple[list[int], frozenset[int]]:
    """The number of every part of `GRAM` words, in the text's order, and those that are kept."""
    numbers = _Numbers()
    rolled = accumulate((numbers[word] for word in words), lambda sum_, word: (sum_ * _BASE + word) % _PRIME, initial=0)
    sums = list(rolled)
    out = pow(_BASE, GRAM, _PRIME)
    grams = [(last - first * out) % _PRIME for first, last in zip(sums, islice(sums, GRAM, None), strict=False)]
    if len(grams) < _WINDOW:
        return grams, frozenset()
    return grams, frozenset(map(min, *(islice(grams, start, None) for start in range(_WINDOW))))


def _sentence_marks(sentences: Iterable[frozenset[str]], shuffles: int) -> set[int]:
    numbers, marks = _Numbers(), set()
    for sentence in sentences:
        of_words = [numbers[word] for word in sentence]
        for shuffled_by in _SHUFFLED_BY[:shuffles]:
            first, second, third = sorted([number * shuffled_by & _WORD_64 for number in of_words])[:3]
            marks.add((first * _BASE + second * shuffled_by + third) & _WORD_64)
    return marks


def fingerprint_of(runs: frozenset[int], sentences: Sequence[frozenset[str]]) -> Fingerprint:
    """The fingerprint of a text from the marks of its runs and its sentences, each as its words, at least three."""
    shuffles = SHUFFLES if len(sentences) <= _LONG else _SHUFFLES_OF_LONG
    marks = sorted(_sentence_marks(sentences, shuffles))
    return Fingerprint(runs=array("Q", sorted(runs)), marks=array("Q", marks), sentences=len(sentences))


def kept_fingerprint(digest: str) -> Fingerprint | None:
    """The fingerprint of the text with a digest, if it was taken before on this machine."""
    try:
        with _place(digest).open("rb") as file:  # of long texts a small part is compared, and only that is read
            data = mmap(file.fileno(), 0, access=ACCESS_READ)
    except (OSError, ValueError):  # none is there, or an empty one
        return None
    if len(data) % array("Q").itemsize:
        return None
    numbers = memoryview(data).cast("Q")
    if len(numbers) < _HEAD or len(numbers) != _HEAD + numbers[1] + numbers[2]:  # not written to its end
        return None
    sentences, runs, _ = numbers[:_HEAD]
    return Fingerprint(runs=numbers[_HEAD : _HEAD + runs], marks=numbers[_HEAD + runs :], sentences=sentences)


def keep_fingerprint(digest: str, one: Fingerprint) -> None:
    """Keep the fingerprint of the text with a digest for the next time."""
    body = array("Q", (one.sentences, len(one.runs), len(one.marks), *one.runs, *one.marks)).tobytes()
    keep(body, _place(digest))


def _place(digest: str) -> Path:
    return kept_as("fingerprints-1", sys.byteorder, digest)


class _Numbers(dict[str, int]):
    """A number for each word, the same on every machine."""

    def __missing__(self, word: str) -> int:
        number = int.from_bytes(hashlib.blake2b(word.encode("utf-8", "replace"), digest_size=8).digest(), "big")
        self[word] = number
        return number
