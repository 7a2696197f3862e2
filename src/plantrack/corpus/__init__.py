"""Find a corpus, read from it, and resolve what a person calls a version."""

from plantrack.corpus.corpus import Corpus
from plantrack.corpus.finding import find_corpus
from plantrack.corpus.papers import Paper, resolve
from plantrack.corpus.references import Reference, parse_reference

__all__ = ["Corpus", "Paper", "Reference", "find_corpus", "parse_reference", "resolve"]
