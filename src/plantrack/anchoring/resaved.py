"""A text that was saved anew: where the passages of its record stand now."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from plantrack.anchoring.cutting import find_words, make_passage
from plantrack.anchoring.locating import locate
from plantrack.anchoring.location import FOUND, Location
from plantrack.anchoring.prepared import PreparedText
from plantrack.errors import UsageError
from plantrack.model import Passage, Source, Span
from plantrack.value import evolve, value


@value
class Reanchored:
    """A passage and where it stands in the text as it is now."""

    passage: Passage
    """As recorded."""
    location: Location
    now: Passage | None = None
    """As it is to be recorded; None where its words are gone, altered, or not certain to be the same."""


def compare_passages(source: Source, text: PreparedText) -> tuple[Reanchored, ...]:
    """Each passage of a source that has a selector, with where it stands in another text of the source.

    A passage is placed where its words stand once and, if once they had to be told from the same words elsewhere, what
    stood beside them still does. No two passages from different places are placed at one.
    """
    compared = [
        _compared(passage, text)
        for passage in source.passages.values()
        if passage.quote is not None or passage.digest is not None
    ]
    origins = defaultdict(set)
    for one in compared:
        origins[one.location.span].add(one.passage.position)
    return tuple(_unsure(one) if one.now and len(origins[one.location.span]) > 1 else one for one in compared)


def _compared(passage: Passage, text: PreparedText) -> Reanchored:
    location = locate(text, passage)
    span = location.span
    if location.state not in FOUND or span is None:
        return Reanchored(passage=passage, location=location)
    if not _has_context(passage):
        places = find_words(text, text.text[span.start : span.end])
        if len(places) > 1:
            return Reanchored(passage=passage, location=Location(state="ambiguous", places=places))
    return Reanchored(passage=passage, location=location, now=_placed(passage, span, text))


def _has_context(passage: Passage) -> bool:
    quote = passage.quote
    return passage.context is not None or (quote is not None and (quote.prefix or quote.suffix) is not None)


def _unsure(one: Reanchored) -> Reanchored:
    return evolve(one, location=evolve(one.location, state="unsure"), now=None)


def _placed(passage: Passage, span: Span, text: PreparedText) -> Passage:
    """The passage as it is recorded at a place; its words in the rendering that the text has now."""
    placed = evolve(passage, position=span, paragraph=text.paragraph_at(span.start))
    if passage.quote is None:
        return placed
    try:
        cut = make_passage(text, text.text[span.start : span.end], id=passage.id, start=span.start)
    except UsageError:  # the words are glued to others there, so that they are no words of their own
        return placed
    exact = cut.quote.exact if cut.quote else passage.quote.exact
    return evolve(placed, quote=evolve(passage.quote, exact=exact), digest=cut.digest, words=cut.words)


def with_reanchored(source: Source, compared: Sequence[Reanchored]) -> Mapping[str, Passage]:
    """The passages of a source, those that were found as they stand now, the others as they were recorded."""
    found = {one.passage.id: one.now for one in compared if one.now is not None}
    return {passage_id: found.get(passage_id, passage) for passage_id, passage in source.passages.items()}
