"""Find an actor by what a person calls it."""

from collections.abc import Mapping

from plantrack.errors import UnknownNameError, nearest_name
from plantrack.model import Actor

_NEVER_ASKED_FOR = ("outlet", "doc")


def find_actor(name: str, actors: Mapping[str, Actor]) -> Actor:
    """An actor by id, name or alias, whatever the case.

    Raises:
        UnknownNameError: with the printed name of the nearest.
    """
    asked = name.casefold()
    spelled: dict[str, Actor] = {}
    for actor in actors.values():
        if actor.kind not in _NEVER_ASKED_FOR:
            for word in (actor.id, actor.name, *actor.aliases):
                spelled.setdefault(word.casefold(), actor)
    if asked in spelled:
        return spelled[asked]
    near = nearest_name(asked, spelled)
    raise UnknownNameError(kind="actor", name=name, near=(spelled[near].name,) if near else ())
