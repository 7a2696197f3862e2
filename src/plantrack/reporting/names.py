"""How actors, origins and points are named to people: one form each, and never a code."""

from collections.abc import Mapping

from plantrack.model import Actor, Passage, Provision, Source
from plantrack.plain import one_line

REACH_MARKS = {"topic": "(t)", "collective": "(g)"}
INFERRED = "?"
"""After the name of an outlet that the page itself does not name."""
MARKS = {
    "(t)": "(t)   names the topic, not the point",
    "(g)": "(g)   speaks of a group of points and names none",
    "?": "?     the page does not name its outlet; inferred from its style",
}
"""What each mark in the name of a witness means."""


def actor_name(actors: Mapping[str, Actor], actor_id: str) -> str:
    """The name of an actor as it is printed; what is not in the registry stays as the text has it."""
    actor = actors.get(actor_id)
    return one_line(actor.name if actor is not None else actor_id)


def actor_names(actors: Mapping[str, Actor], actor_ids: tuple[str, ...]) -> str:
    """Several names in alphabetical order, joined as in a sentence."""
    names = sorted((actor_name(actors, actor_id) for actor_id in actor_ids), key=str.casefold)
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + " and " + names[-1]


def origin_name(actors: Mapping[str, Actor], origin: str) -> str:
    """The name of one link of a chain."""
    if origin == "unattributed":
        return "unattributed"
    return actor_name(actors, origin.partition(":")[2])


def witness_name(actors: Mapping[str, Actor], source: Source, passage: Passage) -> str:
    """Who says so, in a few words: the speaker and the outlet that had it first, with the mark of its reach."""
    kinds = [origin.partition(":")[0] for origin in passage.chain]
    outlets = [origin for origin, kind in zip(passage.chain, kinds, strict=True) if kind == "outlet"]
    outlet = origin_name(actors, outlets[-1]) if outlets else one_line(source.container_title or source.title)
    if source.origin == "inferred" and len(outlets) < 2:
        outlet += INFERRED
    speaker = passage.chain[-1] if passage.chain and kinds[-1] in ("person", "group", "doc") else None
    if speaker is None:
        said = outlet
    elif kinds[-1] == "group" and outlet.casefold() in origin_name(actors, speaker).casefold():
        said = origin_name(actors, speaker)
    else:
        said = f"{origin_name(actors, speaker)} in {outlet}"
    mark = REACH_MARKS.get(passage.reach, "")
    return f"{said} {mark}".strip()


def provision_label(provision: Provision) -> str:
    """Two or three words for a point: its label, its title, or its id in words."""
    if provision.label or provision.title:
        return one_line(provision.label or provision.title or "")
    if provision.text:
        words = provision.text.split()
        return one_line(" ".join(words[:6]) + ("..." if len(words) > 6 else ""))
    return provision.id.replace("-", " ")


def provision_name(provision: Provision) -> str:
    """The printed number of a point, or its id where it has none."""
    return provision.number or provision.id
