"""Who can be named: states, organisations, persons, groups, outlets, documents."""

from typing import Annotated

from plantrack.model.fields import ActorKind, ActorRef, CountryCode, Date, Key, OneOrMany
from plantrack.value import value


@value
class Role:
    """An office that a person holds for a time."""

    title: str
    """As it stands behind a name: `foreign minister of Russia`."""
    since: Date | None = None
    """EDTF; None where it is not known."""
    until: Date | None = None
    """None while it lasts, or where it is not known."""
    rests_on: Annotated[tuple[str, ...], OneOrMany()] = ()
    """Sources, by id or address, that give the office; a date without one that gives it is left out. Not checked."""


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
    roles: tuple[Role, ...] = ()
    """For a person: offices; the one of the day of the words is printed behind the name."""
