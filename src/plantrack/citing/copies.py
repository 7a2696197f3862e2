"""Texts that had it from each other: shared runs of words, and sentences that are the same or nearly so."""

import re
from collections.abc import Iterator, Mapping
from math import ceil

from plantrack.anchoring import PreparedText, fold
from plantrack.model import Source
from plantrack.model.dates import date_order
from plantrack.value import value

RUN_WORDS = 20
"""A shared run of so many words is no chance."""
MOST_SENTENCES = 0.5
"""Of the sentences of the shorter text."""
_SENTENCE_WORDS = 6
"""Shorter sentences are in any article."""
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
    text: str, known: Mapping[str, str], sources: Mapping[str, Source], *, outlet: str | None, issued: str | None
) -> tuple[NearCopy, ...]:
    """The known texts that share a run of twenty words or most of their sentences with a text.

    Args:
        text: The new text.
        known: Texts at hand by the id of their source.
        sources: The sources, by id.
        outlet: The publisher of the new text, as `outlet:herald`.
        issued: Its date; of two undated texts, the known one counts as the earlier.
    """
    words, sentences = _words(text), _sentences(text)
    found = []
    for source_id, other in known.items():
        run = _longest_run(words, _words(other))
        share = _shared_sentences(sentences, _sentences(other))
        if run >= RUN_WORDS or share >= MOST_SENTENCES:
            source = sources[source_id]
            later = not (issued and source.issued and date_order(issued) < date_order(source.issued))
            ends = (outlet, source.outlet) if later else (source.outlet, outlet)
            chain = tuple(end for end in ends if end is not None)
            found.append(NearCopy(source=source_id, run=run, sentences=share, chain=chain, later=later))
    return tuple(sorted(found, key=lambda copy: (-copy.run, -copy.sentences, copy.source)))


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text).casefold())


def _sentences(text: str) -> list[frozenset[str]]:
    """The words of each sentence long enough to tell."""
    split = (_WORD.findall(fold(part).casefold()) for part in _END.split(PreparedText(text).text))
    return [frozenset(words) for words in split if len(words) >= _SENTENCE_WORDS]


def _longest_run(one: list[str], other: list[str]) -> int:
    """How many words the longest run has that stands in both; 0 where none has `RUN_WORDS`."""
    places: dict[tuple[str, ...], list[int]] = {}
    for start, words in _windows(other):
        places.setdefault(words, []).append(start)
    longest = 0
    for stretch in _stretches(one, frozenset(other)):
        reached: dict[int, int] = {}
        for _start, words in _windows(stretch):
            reached = {place: reached.get(place - 1, RUN_WORDS - 1) + 1 for place in places.get(words, ())}
            longest = max(longest, *reached.values()) if reached else longest
    return longest


def _stretches(words: list[str], known: frozenset[str]) -> Iterator[list[str]]:
    """Runs of words that are all known, long enough to matter: in texts that share little there are few."""
    start = 0
    for end, word in enumerate([*words, None]):
        if word not in known:
            if end - start >= RUN_WORDS:
                yield words[start:end]
            start = end + 1


def _windows(words: list[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for start in range(len(words) - RUN_WORDS + 1):
        yield start, tuple(words[start : start + RUN_WORDS])


def _shared_sentences(one: list[frozenset[str]], other: list[frozenset[str]]) -> float:
    if not one or not other:
        return 0.0
    shorter, longer = sorted((one, other), key=len)
    with_word: dict[str, list[int]] = {}
    for number, sentence in enumerate(longer):
        for word in sentence:
            with_word.setdefault(word, []).append(number)
    return sum(_has_like(sentence, longer, with_word) for sentence in shorter) / len(shorter)


def _has_like(sentence: frozenset[str], others: list[frozenset[str]], with_word: Mapping[str, list[int]]) -> bool:
    """Whether another sentence has most of the words of this one: then it has one of any so many, so of the rarest."""
    rarest = sorted(sentence, key=lambda word: (len(with_word.get(word, ())), word))
    asked = rarest[: len(sentence) - ceil(_ALIKE * len(sentence)) + 1]
    near = {number for word in asked for number in with_word.get(word, ())}
    return any(len(sentence & others[number]) >= _ALIKE * len(sentence | others[number]) for number in near)
