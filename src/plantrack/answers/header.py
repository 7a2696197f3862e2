"""What stands above a diff: the two papers, how they are known, and what their numbers of points prove."""

from plantrack.answers.counting import listed, number_ranges
from plantrack.catalogue import named, say
from plantrack.corpus.packing import stating
from plantrack.differences.papers import Compared
from plantrack.model import Version
from plantrack.model.readings import Reading
from plantrack.plain import one_line

_KNOWN = {
    ("official", "full_text"): "published", ("leaked", "full_text"): "leaked", ("briefed", "reported_only"): "briefed",
    ("reported", "reported_only"): "reported",
}  # fmt: skip
"""How a version is known, as a message."""
_MORE_TO_LESS = ("full_text", "partial_text", "reported_only")
_MORE = {"full_text": "known.points-whole", "partial_text": "known.points-in-part"}
"""What is said of points of which more was seen than of the paper, by how much."""


def header_rows(compared: Compared) -> list[list[str]]:
    """A row a paper: reference, title, how it is known."""
    return [
        [paper.ref, one_line(paper.version.title), known_words(paper.version)] for paper in (compared.old, compared.new)
    ]


def reading_words(reading: Reading) -> str:
    """What became of the words of a document: `412 words; 14 outside, 0 left out`, the first of them in points."""
    left = reading.words - reading.in_points - reading.outside
    return say("reading.words", count=reading.in_points, outside=reading.outside, left=left)


def known_words(version: Version) -> str:
    """How a version is known: `leaked; 12.c 13 known from reports only`."""
    if not version.version:
        return say("known.file" if version.text_basis == "full_text" else "known.excerpt")
    published = named("word", version.publication, version.publication)
    message = _KNOWN.get((version.publication, version.text_basis))
    known = say(f"known.{message}") if message else "; ".join([published, say(f"basis.{version.text_basis}")])
    apart = stating(version.provisions, "text_basis")
    other = [
        (provision.text_basis, provision.number)
        for provision in (version.provisions[name] for name in version.provisions if name in apart)
        if provision.text_basis not in (None, version.text_basis)
        and provision.number
        and not _inside(version, provision.parent)
    ]
    for basis in _MORE_TO_LESS:
        numbers = [number for held, number in other if held == basis]
        if numbers:
            more = _MORE_TO_LESS.index(basis) < _MORE_TO_LESS.index(version.text_basis)
            message = _MORE[basis] if more else "known.in-summary"
            known = say(message, known=known, points=listed(number_ranges(numbers).split()))
    return known


def _inside(version: Version, parent: str | None) -> bool:
    """Whether the point above is itself known otherwise than the version, so that its parts need no mention."""
    above = version.provisions.get(parent or "")
    return above is not None and above.text_basis not in (None, version.text_basis)
