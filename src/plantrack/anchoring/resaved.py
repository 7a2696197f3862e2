"""A text that was saved anew: where the passages of its record stand now."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from plantrack.anchoring.cutting import make_passage
from plantrack.anchoring.locating import locate
from plantrack.anchoring.location import Location
from plantrack.anchoring.prepared import PreparedText
from plantrack.errors import UsageError
from plantrack.model import Passage, Source, Span
from plantrack.value import evolve, value

FOUND = ("exact", "moved", "normalised")
"""States in which the same words stand there, so that a passage can be anchored anew without a person."""

_CLEARLY_NEARER = 3
"""How many times as far off the next place must be before the nearest is taken."""


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
    compared = [
        _compared(passage, text)
        for passage in source.passages.values()
        if passage.quote is not None or passage.digest is not None
    ]
    shifts = sorted(
        (one.passage.position.start, one.now.position.start - one.passage.position.start)
        for one in compared
        if one.now is not None and one.now.position is not None and one.passage.position is not None
    )
    return tuple(_told_by_neighbours(one, shifts, text) for one in compared)


def _told_by_neighbours(one: Reanchored, shifts: Sequence[tuple[int, int]], text: PreparedText) -> Reanchored:
    """Of several places of the same words the one that is as far from other passages as it was, if one clearly is."""
    recorded = one.passage.position
    if one.location.state != "ambiguous" or recorded is None or not shifts:
        return one
    number = bisect_left(shifts, (recorded.start, 0))
    around = shifts[max(0, number - 1) : number + 1]
    expected = recorded.start + sum(shift for _, shift in around) / len(around)
    near, second, *_ = sorted(one.location.places, key=lambda place: abs(place.start - expected))
    if abs(second.start - expected) < _CLEARLY_NEARER * abs(near.start - expected):
        return one
    location = evolve(one.location, state="moved", places=(near,))
    return evolve(one, location=location, now=_placed(one.passage, near, text))


def _compared(passage: Passage, text: PreparedText) -> Reanchored:
    location = locate(text, passage)
    span = location.span
    if location.state not in FOUND or span is None:
        return Reanchored(passage=passage, location=location)
    return Reanchored(passage=passage, location=location, now=_placed(passage, span, text))


def _placed(passage: Passage, span: Span, text: PreparedText) -> Passage:
    """The passage as it is recorded at a place; its quotation in the rendering that the text has now."""
    placed = evolve(passage, position=span, paragraph=text.paragraph_at(span.start))
    if passage.quote is None:
        return placed
    try:
        cut = make_passage(text, text.text[span.start : span.end], id=passage.id, start=span.start)
    except UsageError:  # the words are glued to others there, so that they are no words of their own
        return placed
    return evolve(placed, quote=cut.quote, digest=cut.digest, words=cut.words)


def with_reanchored(source: Source, compared: Sequence[Reanchored]) -> Mapping[str, Passage]:
    """The passages of a source, those that were found as they stand now, the others as they were recorded."""
    found = {one.passage.id: one.now for one in compared if one.now is not None}
    return {passage_id: found.get(passage_id, passage) for passage_id, passage in source.passages.items()}
