"""A text that was saved anew: where the passages stand now, and a record that says so."""

from collections.abc import Mapping, Sequence

from plantrack.anchoring import Location, PreparedText, locate, make_passage, text_digest
from plantrack.errors import UsageError
from plantrack.model import Passage, Source
from plantrack.value import evolve, value
from plantrack.writing.edits import set_field

FOUND = ("exact", "moved", "normalised")
"""States in which the same words stand there, so that a passage can be anchored anew without a person."""


@value
class Reanchored:
    """A passage and where it stands in the text as it is now."""

    passage: Passage
    """As recorded."""
    location: Location
    now: Passage | None = None
    """As it is to be recorded; None where its words are gone, altered or stand at several places."""


def compare_passages(source: Source, text: PreparedText) -> tuple[Reanchored, ...]:
    """Each passage of a source that has a selector, with where it stands in another text of the source."""
    return tuple(
        _compared(passage, text)
        for passage in source.passages.values()
        if passage.quote is not None or passage.digest is not None
    )


def _compared(passage: Passage, text: PreparedText) -> Reanchored:
    location = locate(text, passage)
    span = location.span
    if location.state not in FOUND or span is None:
        return Reanchored(passage=passage, location=location)
    placed = evolve(passage, position=span, paragraph=text.paragraph_at(span.start))
    if passage.quote is None:
        return Reanchored(passage=passage, location=location, now=placed)
    try:
        cut = make_passage(text, text.text[span.start : span.end], id=passage.id, start=span.start)
    except UsageError:  # the same words at two places that only the position tells apart
        return Reanchored(passage=passage, location=location, now=placed)
    return Reanchored(
        passage=passage, location=location, now=evolve(placed, quote=cut.quote, digest=cut.digest, words=cut.words)
    )


def with_reanchored(source: Source, compared: Sequence[Reanchored]) -> Mapping[str, Passage]:
    """The passages of a source, those that were found as they stand now, the others as they were recorded."""
    found = {one.passage.id: one.now for one in compared if one.now is not None}
    return {passage_id: found.get(passage_id, passage) for passage_id, passage in source.passages.items()}


def reanchor_record(record: str, compared: Sequence[Reanchored], text: str) -> str:
    """The text of a record with the positions, paragraphs and words that changed; all else stays as it was."""
    record = set_field(record, ["text"], {"sha256": text_digest(text), "characters": len(text)})
    for one in compared:
        if one.now is None:
            continue
        for key in ("quote", "position", "digest", "words", "paragraph"):
            now = getattr(one.now, key)
            if now != getattr(one.passage, key):
                record = set_field(record, ["passages", one.passage.id, key], now)
    return record
