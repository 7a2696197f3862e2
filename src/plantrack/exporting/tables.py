"""Versions as tables: long, a row a value; wide, a row a version with a column a topic, as PA-X has it."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from plantrack.corpus import Corpus
from plantrack.corpus.knowledge import newest_page
from plantrack.differences.bounds import points_of
from plantrack.differences.states import State, states_of
from plantrack.exporting.one_by_one import each_version
from plantrack.model import Claim, Evidence, Provision, Version
from plantrack.vocabulary import TOPICS
from plantrack.writing.documents import plain
from plantrack.writing.tables import csv_rows

LONG_COLUMNS = {
    "plan": "the plan",
    "version": "the version, by the name of its file",
    "date": "the version's date (EDTF)",
    "provision": "the id of the provision, the same for the same matter in every paper",
    "number": "its number as printed; empty where it has none",
    "topics": "its topics, separated by spaces",
    "claim": "the index of the reported state, from 0; empty where the provision has but one state",
    "term": "the key of the term; empty for what is said of the whole provision",
    "part": "the field, as the schema of a version names it, `quantity.0.value` inside lists; `mentioned`: see below",
    "value": "its value, as the file has it",
    "evidence": "the passages of that state, `source#passage`, separated by spaces; `disputes:` and the like before",
    "as_of": "the date (EDTF) of the newest page in the corpus: what is not reported was not by then",
}
"""Each column of the long table, and what it holds."""
WIDE_COLUMNS = {
    "plan": "the plan",
    "version": "the version, by the name of its file",
    "date": "the version's date (EDTF)",
    "title": "its title",
    "standing": "its standing",
    "publication": "how it became known",
    "text_basis": "what was seen of its text",
    "points": "how many points it has or is said to have; empty where nobody says",
    "provisions": "how many provisions are recorded, points below others included",
    "as_of": "the date (EDTF) of the newest page in the corpus: what is not reported was not by then",
}
"""The first columns of the wide table; a column a topic follows."""
TOPIC_VALUES = {
    "in_text": "a provision on it stands in the text",
    "removed": "a provision on it no longer stands in the text",
    "not_in_text": "a provision on it does not stand in the text, and nobody says that it was taken out",
    "moved": "a provision on it moved to another paper",
    "deferred": "the matter is left to later",
    "disputed": "the paper says that the parties do not agree",
    "expected": "a report expects a change",
    "mentioned": "reports speak of it and say nothing of its state",
    "absent": "the whole text was seen, and no provision is on it",
    "not_reported": "the text was not seen, and no report is on it",
}
"""What a topic column may hold; several, separated by `|`, where provisions or reports differ."""
_STATE_FIELDS = ("wording", "to", "matter", "outlook", "partly", "summary")


def long_table(corpus: Corpus) -> Iterator[str]:
    """A row for each value of each state and term of each version, as CSV (RFC 4180, line ends LF)."""
    rows = (
        row
        for version in each_version(corpus)
        for provision in version.provisions.values()
        for row in _long_rows(version, provision)
    )
    return csv_rows(tuple(LONG_COLUMNS), _dated(rows, corpus))


def _dated(rows: Iterable[dict[str, object]], corpus: Corpus) -> Iterator[dict[str, object]]:
    """Rows with the day up to which the corpus knows: a table has no other place for it."""
    newest = newest_page(corpus)
    return (row | {"as_of": newest} for row in rows)


def _long_rows(version: Version, provision: Provision) -> Iterator[dict[str, object]]:
    head = {
        "plan": version.plan,
        "version": version.version,
        "date": version.date,
        "provision": provision.id,
        "number": provision.number,
        "topics": " ".join(provision.topics),
    }
    if not states_of(version, provision):
        yield {**head, "part": "mentioned", "value": "true", "evidence": " ".join(map(_cited, provision.evidence))}
        return
    states: list[tuple[int | None, Claim | Provision]] = [*enumerate(provision.claims)] or [(None, provision)]
    for index, holder in states:
        common = {**head, "claim": index, "evidence": " ".join(map(_cited, holder.evidence))}
        for name in _STATE_FIELDS:
            held = getattr(holder, name, None)
            if held not in (None, False):
                yield {**common, "part": name, "value": _cell(held)}
        if isinstance(holder, Claim) and holder.unchanged is not None:
            yield {**common, "part": "unchanged", "value": holder.unchanged.since}
        for key, term in holder.terms.items():
            for part, held in leaves(plain(term), ""):
                yield {**common, "term": key, "part": part, "value": _cell(held)}


def _cited(evidence: Evidence) -> str:
    return evidence.passage if evidence.stance == "supports" else f"{evidence.stance}:{evidence.passage}"


def leaves(value: Any, path: str) -> Iterator[tuple[str, object]]:
    """Every field of a value that holds no further ones, by its path (`quantity.0.value`)."""
    below = f"{path}." if path else ""
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from leaves(part, f"{below}{key}")
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from leaves(part, f"{below}{index}")
    else:
        yield path, value


def wide_table(corpus: Corpus) -> Iterator[str]:
    """A row a version, with a column a topic, as CSV."""
    return csv_rows((*WIDE_COLUMNS, *TOPICS), _dated(map(_wide_row, each_version(corpus)), corpus))


def _wide_row(version: Version) -> dict[str, object]:
    row: dict[str, object] = {
        "plan": version.plan,
        "version": version.version,
        "date": version.date,
        "title": version.title,
        "standing": version.standing,
        "publication": version.publication,
        "text_basis": version.text_basis,
        "points": points_of(version),
        "provisions": len(version.provisions),
    }
    return row | {topic: _topic_value(version, topic) for topic in TOPICS}


def _topic_value(version: Version, topic: str) -> str:
    found: set[str] = set()
    for provision in version.provisions.values():
        if topic in provision.topics:
            states = states_of(version, provision)
            found |= {_state_word(state) for state in states} or {"mentioned"}
    if not found:
        return "absent" if version.text_basis == "full_text" else "not_reported"
    return "|".join(word for word in TOPIC_VALUES if word in found)


def _state_word(state: State) -> str:
    if state.expected:
        return "expected"
    if state.matter in ("deferred", "disputed"):
        return state.matter
    return state.wording or "mentioned"


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:f}" if isinstance(value, Decimal) else value
