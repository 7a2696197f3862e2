"""What is said of a position: values that do not print themselves."""

from typing import Annotated

from plantrack.model.fields import OneOf
from plantrack.model.positions import Position
from plantrack.value import value

MET, UNMET, UNDECIDABLE = "met", "unmet", "undecidable"
TOWARDS, AWAY, NEITHER, UNSAID = "towards", "away", "neither", "cannot_be_said"
HELD, EARLIER, LATER, ASCRIBED = "held", "earlier", "later", "ascribed"

VERDICTS = {
    MET: "the version gives what the position asks for",
    UNMET: "the version does not give what the position asks for",
    UNDECIDABLE: "what is known of the version, or of the position, does not decide it",
}
MOVES = {
    TOWARDS: "the change moves the version towards the position",
    AWAY: "the change moves the version away from the position",
    NEITHER: "the change leaves the version where it stood as to the position",
    UNSAID: "it cannot be said which way the change moves the version",
}
TIMES = {
    HELD: "the latest position of the actor on the point at the date of the version",
    EARLIER: "replaced by a later position on the same point, before the version",
    LATER: "said after the date of the version",
    ASCRIBED: "said by others of the actor; it never decides",
}
REASONS = {
    # What decides.
    "stands": "the point stands in the version",
    "gone": "the point does not stand in the version",
    "enough": "the terms bind at least as much as the least that would be taken",
    "no-more": "the terms bind no more than what would be taken",
    "too-little": "a part of the terms binds less than the least that would be taken",
    "too-much": "a part of the terms binds more than what would be taken",
    "term-absent": "the term that is asked for does not stand in the text",
    # Why nothing is decided.
    "undecided": "the actor leaves it open",
    "asked": "the actor asks, and says no more",
    "warned": "the actor warns, and says no more",
    "whole-paper": "it is said of the paper as a whole, and of no point",
    "assent-only": "the actor accepts the point; whether it would do without it, it does not say",
    "terms-not-entered": "only the wording of the point is known, and nobody put it as terms",
    "conditions-unstated": "the actor's conditions are not put as terms",
    "no-paper": "no version of the corpus has the point",
    "other-papers": "only papers of another line of descent have the point",
    "own-ids": "the points of a text read on the spot carry no ids of the corpus",
    "not-reported": "nothing is reported of the point, and its whole text was not seen",
    "companion": "the text does not have the point, but a companion paper was not published",
    "heading": "the point is a heading; what holds stands in its parts",
    "parts-only": "only parts of the point are spoken of",
    "continued": "the matter goes on under other points",
    "moved": "the point moved to another paper",
    "spoken-of": "the point is spoken of, but not what it says",
    "by-topic": "reports name only the topic",
    "collective": "reports speak of a group of points and name none",
    "reports-differ": "reports differ, and cannot all be right",
    "gone-or-open": "reported gone by some and left open by others",
    "left-open": "the matter is left open in the version",
    "expected": "it is to become so, as some report, and is not yet so",
    "in-part": "the report covers a part of the point only",
    "part-not-reported": "a part that is asked for is not reported",
    "not-comparable": "a part differs in a way that cannot be ranked",
    # What a change does.
    "added": "the point comes in",
    "removed": "the point goes out",
    "binds-more": "the terms bind more",
    "binds-less": "the terms bind less",
    "both-ways": "the terms bind more in one part and less in another",
    "unranked": "the terms change in a way that cannot be ranked",
    "untouched": "nothing that the position asks for changes",
    "met-throughout": "met before and after",
}
"""Every reason, with its meaning."""


@value
class Reason:
    """Why a verdict is as it is."""

    kind: Annotated[str, OneOf("reason", REASONS)]
    parts: tuple[str, ...] = ()
    """The parts of a term that it turns on: `quantity`, `conditions`."""
    side: str | None = None
    """For a change: the version it speaks of, old or new; None for both."""
    in_each: str | None = None
    """Where reports differ: the verdict that each reported state alone would give, if all give the same."""


@value
class Standing:
    """A position against a version."""

    verdict: Annotated[str, OneOf("verdict", VERDICTS)]
    reason: Reason


@value
class Move:
    """What a change between two versions does as to a position."""

    direction: Annotated[str, OneOf("move", MOVES)]
    reason: Reason


@value
class Stance:
    """A position, and what a version or a change is to it."""

    actor: str
    """The id of the actor."""
    position: Position
    time: str = HELD
    """A key of `TIMES`."""
    standing: Standing | None = None
    """None for what is earlier or ascribed, and where no version was asked for."""
    move: Move | None = None
