"""Who can be named: states, organisations, persons, groups, outlets, documents."""

from typing import Annotated

from plantrack.model.fields import ActorKind, ActorRef, CountryCode, Key, OneOrMany
from plantrack.value import value


@value
class Actor:
    """Somebody or something that a term, a chain or a position can name."""

    id: Annotated[str, Key()]
    name: str
    """The one form that is printed; see docs/reference/names.md."""
    aliases: tuple[str, ...] = ()
    """Other spellings and short forms, for reading texts."""
    adjective: str | None = None
    """`Ukrainian`."""
    kind: ActorKind
    code: CountryCode | None = None
    """ISO 3166; says nothing of recognition, and is never printed."""
    of: Annotated[tuple[ActorRef, ...], OneOrMany()] = ()
    """For a person or a group: whose; for a collective: its members."""
