"""What an actor says it wants."""

from collections.abc import Mapping
from typing import Annotated

from plantrack.model.fields import ActorRef, Date, Key, PlanRef, PositionStance, ProvisionRef, Slug, Voice
from plantrack.model.provisions import Evidence, Term
from plantrack.value import field, value


@value
class Position:
    """A dated stance on one provision."""

    id: Annotated[str, Key()]
    date: Date
    provision: ProvisionRef
    label: str | None = None
    """Two or three words for a point that no version has."""
    paper: PlanRef | None = None
    """The plan that it speaks of as a whole, where it names no point."""
    stance: PositionStance
    summary: str
    """Our own words."""
    voice: Voice = "self"
    """`ascribed` ones are kept apart and never decide."""
    least: Mapping[Slug, Term] = field(factory=dict)
    """The least terms the actor would take."""
    evidence: tuple[Evidence, ...]
    notes: str | None = None


@value
class Positions:
    """The positions of one actor."""

    schema: str
    actor: ActorRef
    positions: Mapping[Slug, Position]
