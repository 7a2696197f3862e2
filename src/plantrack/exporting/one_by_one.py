"""The records of a corpus one after another, so that an export of any size holds few of them."""

from collections.abc import Iterator

from plantrack.corpus import Corpus
from plantrack.model import Source, Version


def each_version(corpus: Corpus) -> Iterator[Version]:
    """Yields the versions of all plans, and holds those of one plan at a time. Raises InputError."""
    for plan_id in corpus.plan_ids:
        yield from corpus.versions(plan_id)
        corpus.let_go()


def each_source(corpus: Corpus) -> Iterator[Source]:
    """Yields all sources by id, and holds one at a time. Raises InputError."""
    for source_id in corpus.source_ids:
        yield corpus.source(source_id)
        corpus.let_go()
