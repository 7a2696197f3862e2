"""Where else a clause like this stands, in a folder of agreements."""

import os
from collections.abc import Iterable, Sequence
from functools import cache, partial
from math import sqrt
from pathlib import Path

from plantrack.documents.formats import is_document
from plantrack.documents.inputs import read_input
from plantrack.documents.reading import read_document
from plantrack.errors import PlantrackError, Problem, UsageError
from plantrack.language.closed_words import is_closed
from plantrack.language.lexicon import lemma
from plantrack.language.tokens import tokens_of
from plantrack.matching.bags import Bag, Reader, kind, usual_names
from plantrack.matching.likeness import product, vector
from plantrack.matching.rarity import Rarity
from plantrack.matching.senses import linked_words, topics_of
from plantrack.matching.sides import words_of
from plantrack.surveying.spreading import Workers
from plantrack.value import value

MOST = 10
"""Precedents that are shown if nothing else is asked for."""
LEAST = 0.08
"""Likeness below which two clauses have no more in common than any two of one kind of paper."""
_OF_EACH = 12
"""Clauses of one paper that are looked at closely."""
_SHARED = 2
"""Words of the clause, or words of one sense with them, that another must have to be looked at."""
_LENGTH = 8.0
"""Words that every clause is taken to have besides, so that a short one is not like everything."""


@value
class Clause:
    """A point of a paper."""

    file: str
    number: str | None
    title: str
    text: str


@value
class Precedent:
    """A clause like the one that was asked about."""

    clause: Clause
    likeness: float
    """From 0 to 1, by the words, figures and names that both have, weighed by how rare they are where it was looked."""


@value
class Precedents:
    """What was found, and where it was looked for."""

    asked: str
    """The words that were asked about."""
    found: tuple[Precedent, ...]
    """The likest first."""
    files: int
    """Papers that were read."""
    clauses: int
    """Points in them."""
    unread: tuple[Problem, ...] = ()
    """Papers that could not be read."""


@value
class _Looked:
    """One paper, looked through."""

    clauses: int = 0
    candidates: tuple[Clause, ...] = ()
    unread: tuple[Problem, ...] = ()


def find_precedents(asked: str, places: Sequence[str | Path], workers: Workers, *, most: int = MOST) -> Precedents:
    """The clauses in some papers that are likest to a text.

    Two clauses are as like as the comparing of two papers finds them: see `plantrack.matching`. What differs is for a
    comparison to say.

    Args:
        asked: The text of a clause.
        places: Documents, and folders whose documents are taken with all below them.
        workers: Whoever does the work.
        most: How many are kept.

    Raises:
        UsageError: if the text has no words to go by, or there is no document.
    """
    files = _documents(places)
    reader = Reader([asked], usual_names())
    bag = reader.bag(asked)
    words = frozenset(key for key in bag if kind(key) == "word")
    if len(words) < _SHARED:
        raise UsageError("too few words to find a clause by", found=repr(asked), expected="a sentence")
    looked = list(workers.each(partial(_look_through, asked), files))
    candidates = [clause for one in looked for clause in one.candidates]
    return Precedents(
        asked=asked,
        found=tuple(_ranked(asked, bag, candidates)[:most]),
        files=len(files),
        clauses=sum(one.clauses for one in looked),
        unread=tuple(problem for one in looked for problem in one.unread),
    )


def _documents(places: Sequence[str | Path]) -> list[str]:
    found: dict[str, None] = {}
    for place in places:
        path = Path(place)
        if path.is_file():
            found[str(path)] = None
        for folder, folders, names in os.walk(path):
            folders.sort()
            found |= dict.fromkeys(os.path.join(folder, name) for name in sorted(names) if is_document(name))  # noqa: PTH118 - paths as objects cost ten times as much
    if not found:
        shown = ", ".join(map(str, places))
        raise UsageError("no document there", found=repr(shown), expected="a folder with agreements, or their files")
    return list(found)


def _look_through(asked: str, file: str) -> _Looked:
    """The clauses of a paper that may be like a text. Runs anywhere, so it takes and gives plain values."""
    try:
        document = read_document(read_input(file), file)
    except PlantrackError as error:
        return _Looked(unread=error.problems)
    clauses = [
        Clause(file=file, number=one.number, title=one.title or "", text=words_of(one))
        for one in document.provisions
        if one.text
    ]
    words = _words(asked)
    topics = frozenset(topic for word in words for topic in topics_of(word))
    scored = []
    for place, clause in enumerate(clauses):
        own = _words(clause.text)
        shared = sum(word in words or _is_about(topics, word) for word in own)
        if shared >= _SHARED:
            scored.append((-shared / sqrt(len(own) + _LENGTH), place))
    best = sorted(place for _, place in sorted(scored)[:_OF_EACH])
    return _Looked(clauses=len(clauses), candidates=tuple(clauses[place] for place in best))


def _words(text: str) -> frozenset[str]:
    """The words of a text by their dictionary form, but for those of closed classes."""
    return frozenset(lemma(token.low) for token in tokens_of(text) if token.kind == "word" and not is_closed(token.low))


@cache
def _is_about(topics: frozenset[str], word: str) -> bool:
    """Whether a word is of one sense or root with one of these topics."""
    return not topics.isdisjoint(topics_of(word))


def _ranked(asked: str, bag: Bag, candidates: Iterable[Clause]) -> list[Precedent]:
    clauses = list(candidates)
    reader = Reader([asked, *(clause.text for clause in clauses)], usual_names())
    bags = [reader.bag(clause.text) for clause in clauses]
    links = linked_words({key for one in (bag, *bags) for key in one if kind(key) == "word"})
    rarity = Rarity([bag, *bags], [], 0.0, links)
    asked_for = vector(0, rarity.weigh(bag))
    found = []
    for clause, one in zip(clauses, bags, strict=True):
        other = vector(0, rarity.weigh(one))
        shared = product(asked_for.bag, other.bag, links)
        likeness = round(min(1.0, shared / sqrt(asked_for.square * other.square)), 4)
        if likeness >= LEAST:
            found.append(Precedent(clause=clause, likeness=likeness))
    return sorted(found, key=lambda one: (-one.likeness, one.clause.file, one.clause.number or ""))
