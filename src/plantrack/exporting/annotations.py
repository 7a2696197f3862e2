"""Passages as annotations of the W3C Web Annotation Data Model, in JSON-LD.

A passage is an Annotation: its body what the passage says, in our own words; its target the page with the quotation and
the position; one more body for each statement that rests on it. What the model has no word for stands under the
prefix `plantrack`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from plantrack.corpus import Corpus
from plantrack.corpus.knowledge import newest_page
from plantrack.exporting.json_pieces import Entries, Items
from plantrack.exporting.one_by_one import each_source, each_version
from plantrack.model import Evidence, Passage, Source, Version
from plantrack.writing.documents import plain

CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {"plantrack": "urn:plantrack:terms#", "plantrack:chain": {"@id": "plantrack:chain", "@container": "@list"}},
]
"""Without `@list` the links of a chain would have no order."""
_OF_THE_MODEL = frozenset({"quote", "position", "says"})
"""Fields of a passage that the data model has words for."""


def annotation_collection(corpus: Corpus) -> Entries:
    """Every passage of a corpus as an annotation, in one page. Raises InputError."""
    page = {"id": "urn:plantrack:annotations:1", "type": "AnnotationPage", "startIndex": 0}
    head = {
        "@context": CONTEXT,
        "id": "urn:plantrack:annotations",
        "type": "AnnotationCollection",
        "label": "Passages of a plantrack corpus",
        "total": sum(len(source.passages) for source in each_source(corpus)),
        "plantrack:as_of": newest_page(corpus),
    }
    items = ("items", Items(values=_annotations(corpus)))
    return Entries(pairs=(*head.items(), ("first", Entries(pairs=(*page.items(), items)))))


def _annotations(corpus: Corpus) -> Iterator[dict[str, Any]]:
    bearing = _statements(corpus)
    for source in each_source(corpus):
        for passage in source.passages.values():
            yield _annotation(source, passage, bearing.get(f"{source.id}#{passage.id}", ()))


def _annotation(source: Source, passage: Passage, statements: Sequence[tuple[str, str]]) -> dict[str, Any]:
    bodies: list[dict[str, Any]] = []
    if passage.says is not None:
        body = {"type": "TextualBody", "value": passage.says, "format": "text/plain", "language": "en"}
        bodies.append({**body, "purpose": "describing"})
    for statement, stance in statements:
        link = {"type": "SpecificResource", "source": f"urn:plantrack:statement:{statement}", "purpose": "linking"}
        bodies.append({**link, "plantrack:stance": stance})
    annotation: dict[str, Any] = {
        "id": f"urn:plantrack:passage:{source.id}:{passage.id}",
        "type": "Annotation",
        "motivation": ["describing", "linking"] if statements else "describing",
    }
    if bodies:
        annotation["body"] = bodies
    annotation["target"] = _target(source, passage)
    own = {key: part for key, part in plain(passage).items() if key not in _OF_THE_MODEL}
    return annotation | _own_terms(own)


def _own_terms(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Fields that the annotation model has no word for, under names of our own, at any depth."""
    return {f"plantrack:{key}": _own_terms(part) if isinstance(part, Mapping) else part for key, part in fields.items()}


def _target(source: Source, passage: Passage) -> dict[str, Any]:
    target: dict[str, Any] = {"type": "SpecificResource", "source": source.URL or f"urn:plantrack:source:{source.id}"}
    selectors: list[dict[str, Any]] = []
    if passage.quote is not None:
        selectors.append({"type": "TextQuoteSelector", **plain(passage.quote)})
    if passage.position is not None:
        selectors.append({"type": "TextPositionSelector", **plain(passage.position)})
    if selectors:
        target["selector"] = selectors if len(selectors) > 1 else selectors[0]
    if source.archive is not None:
        target["state"] = {"type": "TimeState", "cached": source.archive}
    return target


def _statements(corpus: Corpus) -> dict[str, list[tuple[str, str]]]:
    """By passage the statements that rest on it, each by a name of its own and with its stance."""
    found: dict[str, list[tuple[str, str]]] = {}
    for version in each_version(corpus):
        for statement, evidence in _evidence_of(version):
            found.setdefault(evidence.passage, []).append((statement, evidence.stance))
    return found


def _evidence_of(version: Version) -> list[tuple[str, Evidence]]:
    found = [(version.ref, evidence) for evidence in version.evidence]
    for provision in version.provisions.values():
        name = f"{version.ref}:{provision.id}"
        found += [(name, evidence) for evidence in provision.evidence]
        for index, claim in enumerate(provision.claims):
            found += [(f"{name}:claims:{index}", evidence) for evidence in claim.evidence]
    return found
