"""The machine-readable chronology, `plantrack-timeline/1`."""

from collections.abc import Mapping

from plantrack.answers.chronology_words import entry_words, uncertainty_words
from plantrack.chronology import Chronology, DatedEntry
from plantrack.corpus import Corpus
from plantrack.model import Provision, Source
from plantrack.rendering.chronology_csv import limits_of
from plantrack.rendering.diff_json import as_json

SCHEMA = "plantrack-timeline/1"


def chronology_as_json(chronology: Chronology, corpus: Corpus, points: Mapping[str, Provision]) -> str:
    """A chronology as JSON text, in a fixed order, with a line end."""
    entries = [_entry(entry, corpus, points) for entry in chronology.entries]
    return as_json({"schema": SCHEMA, "from": chronology.since, "to": chronology.until, "entries": entries})


def _entry(entry: DatedEntry, corpus: Corpus, points: Mapping[str, Provision]) -> dict[str, object]:
    words = entry_words(entry, corpus, points)
    first, last = limits_of(entry)
    evidence = () if isinstance(entry.subject, Source) else entry.subject.evidence
    return {
        "kind": entry.kind,
        "id": entry.id,
        "date": entry.date,
        "first": first,
        "last": last,
        "uncertainty": uncertainty_words(entry.date) or None,
        "actors": list(entry.actors),
        "what": words.head,
        "says": words.body,
        "evidence": [{"passage": item.passage, "stance": item.stance} for item in evidence],
    }
