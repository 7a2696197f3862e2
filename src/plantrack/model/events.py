"""What happened around the papers: meetings, calls, talks, statements."""

from collections.abc import Mapping
from typing import Annotated

from plantrack.model.fields import ActorRef, Date, Key, OneOrMany, Outlook, Slug, VersionRef
from plantrack.model.provisions import Evidence
from plantrack.value import value


@value
class Event:
    """One thing that happened, or was announced, on a day or in a span of days."""

    id: Annotated[str, Key()]
    date: Date
    title: str
    """Our own words."""
    place: str | None = None
    participants: Annotated[tuple[ActorRef, ...], OneOrMany()] = ()
    """Those whom a passage names; others may have taken part."""
    versions: Annotated[tuple[VersionRef, ...], OneOrMany()] = ()
    """The papers that came out of it."""
    outlook: Outlook = "done"
    """`expected` where the passages only announce it."""
    evidence: tuple[Evidence, ...]
    notes: str | None = None


@value
class Events:
    """The events of a corpus."""

    schema: str
    events: Mapping[Slug, Event]
