"""A chronology as CSV."""

from collections.abc import Mapping

from plantrack.answers.chronology_words import entry_words, limits_of, uncertainty_words
from plantrack.chronology import Chronology, DatedEntry
from plantrack.corpus import Corpus
from plantrack.model import Provision, Source
from plantrack.writing.tables import as_csv

COLUMNS = {
    "date": "the date as the corpus has it (EDTF); empty where it is not known",
    "first": "the first day it may mean; empty where that is open",
    "last": "the last day it may mean; empty where that is open",
    "uncertainty": "what is not certain of it",
    "kind": "event, version, position or publication",
    "id": "what the corpus calls it",
    "actors": "ids of the actors it is of, separated by spaces",
    "what": "what it is, in a few words",
    "says": "what there is to say of it",
    "evidence": "the passages it rests on, `source#passage`, separated by spaces; `disputes:` and the like before",
}
"""Each column, and what it holds."""


def chronology_as_csv(chronology: Chronology, corpus: Corpus, points: Mapping[str, Provision]) -> str:
    """A row an entry."""
    return as_csv(tuple(COLUMNS), (_row(entry, corpus, points) for entry in chronology.entries))


def _row(entry: DatedEntry, corpus: Corpus, points: Mapping[str, Provision]) -> dict[str, object]:
    words = entry_words(entry, corpus, points)
    first, last = limits_of(entry)
    return {
        "date": entry.date,
        "first": first,
        "last": last,
        "uncertainty": uncertainty_words(entry.date),
        "kind": entry.kind,
        "id": entry.id,
        "actors": " ".join(entry.actors),
        "what": words.head,
        "says": words.body,
        "evidence": " ".join(cited_by(entry)),
    }


def cited_by(entry: DatedEntry) -> list[str]:
    """The passages that an entry rests on, each with its stance where it is not support."""
    evidence = () if isinstance(entry.subject, Source) else entry.subject.evidence
    return [item.passage if item.stance == "supports" else f"{item.stance}:{item.passage}" for item in evidence]
