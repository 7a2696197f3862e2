"""Check what a corpus rests on: texts, passages, and how much of them is quoted."""

from plantrack.checking.passages import EvidenceCheck, PassageCheck, SourceCheck, check_passages
from plantrack.checking.quotations import Quotations, quoted_words
from plantrack.checking.whole import CorpusCheck, check_corpus
from plantrack.corpus.texts import TEXT_STATES, read_texts

__all__ = [
    "TEXT_STATES",
    "CorpusCheck",
    "EvidenceCheck",
    "PassageCheck",
    "Quotations",
    "SourceCheck",
    "check_corpus",
    "check_passages",
    "quoted_words",
    "read_texts",
]
