"""Where a passage stands now: what the search says of it."""

from plantrack.model import Span
from plantrack.value import value

STATES = {
    "exact": "stands where it was recorded",
    "moved": "the same words stand at another place",
    "normalised": "the same words, with other white space, quotation marks, dashes or invisible characters",
    "fuzzy": "nearly the same words; no figure, name or negation differs",
    "ambiguous": "the words stand at several places, and nothing tells which is meant",
    "unsure": "the same words stand there, but not beside what told them from others, so the place is not certain",
    "orphaned": "the words no longer stand there",
}

FOUND = ("exact", "moved", "normalised")
"""States in which the same words stand there for certain, so that a passage can be anchored anew without a person."""


@value
class Alteration:
    """Words of the passage and what stands in the text in their place; one of the two may be empty."""

    was: str
    now: str


@value
class Location:
    """Where a passage stands in a text."""

    state: str
    """One of `STATES`."""
    places: tuple[Span, ...] = ()
    """In the text's order: one, several if ambiguous, none if orphaned."""
    score: float = 1.0
    """How alike the words are, from 0 to 1; below 1 only if fuzzy or orphaned."""
    altered: tuple[Alteration, ...] = ()
    """What differs, if fuzzy, or at the nearest place."""
    nearest: Span | None = None
    """If orphaned: where similar words stand which say something else; never evidence for the passage."""
    why: str = ""
    """If orphaned: the reason, as a short sentence without a full stop."""

    @property
    def span(self) -> Span | None:
        """The one place; None if there is none or more than one."""
        return self.places[0] if len(self.places) == 1 else None
