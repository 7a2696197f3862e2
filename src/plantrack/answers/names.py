"""How actors, origins and points are named to people: one form each, and never a code."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from plantrack.answers.counting import listed
from plantrack.catalogue import say
from plantrack.lineage import SPEAKERS
from plantrack.model import Actor, Passage, Provision, Source
from plantrack.plain import one_line

VAGUE_REACHES = ("topic", "collective")
"""Reaches of a witness who names no point, which is said behind the name."""


def actor_name(actors: Mapping[str, Actor], actor_id: str) -> str:
    """The name of an actor as it is printed; what is not in the registry stays as the text has it."""
    actor = actors.get(actor_id)
    return one_line(actor.name if actor is not None else actor_id)


def actor_names(actors: Mapping[str, Actor], actor_ids: tuple[str, ...]) -> str:
    """Several names in alphabetical order, joined as in a sentence."""
    return listed(sorted((actor_name(actors, actor_id) for actor_id in actor_ids), key=str.casefold))


def origin_name(actors: Mapping[str, Actor], origin: str) -> str:
    """The name of one link of a chain."""
    if origin == "unattributed":
        return say("who.unattributed")
    return actor_name(actors, origin.partition(":")[2])


def witness_name(actors: Mapping[str, Actor], source: Source, passage: Passage) -> str:
    """Who says so, in a few words: the speaker and the outlet that had it first, with the mark of its reach."""
    return witness_names(actors, [(source, passage)])[0]


def witness_names(
    actors: Mapping[str, Actor],
    passages: Iterable[tuple[Source, Passage]],
    *,
    of_point: bool = True,
    offices: Mapping[str, str] | None = None,
) -> list[str]:
    """Who says so: a speaker once, with every outlet that had it from there.

    Args:
        actors: The registry.
        passages: What they say.
        of_point: Say behind a name that the passage names no point.
        offices: Names with their offices, for speakers that have one.
    """
    outlets: dict[tuple[str, str], list[str]] = {}
    for source, passage in passages:
        speaker, outlet = _speaker_outlet(actors, source, passage)
        speaker = (offices or {}).get(speaker, speaker)
        known = outlets.setdefault((speaker or outlet, reach_mark(passage) if of_point else ""), [])
        if speaker and outlet and outlet not in known:
            known.append(outlet)
    return [
        with_reach(say("who.in", who=name, outlets=", ".join(found)) if found else name, mark)
        for (name, mark), found in outlets.items()
    ]


def reach_mark(passage: Passage) -> str:
    """What stands behind the name of a witness who names no point: `(topic only)`."""
    return say(f"who.{passage.reach}") if passage.reach in VAGUE_REACHES else ""


def marks_explained(told: Iterable[str]) -> Iterator[str]:
    """What the marks behind names of witnesses mean that occur in some sentences."""
    words = " ".join(told)
    for mark in (*VAGUE_REACHES, "inferred"):
        if say(f"who.{mark}").strip(" ()") in words:
            yield say(f"who.{mark}-means")


def with_reach(name: str, mark: str) -> str:
    """A name with what its passage names; two brackets become one."""
    inferred = say("who.inferred")
    if mark and inferred.endswith(")") and name.endswith(inferred):
        return f"{name[:-1]}; {mark[1:]}"
    return f"{name} {mark}" if mark else name


def _speaker_outlet(actors: Mapping[str, Actor], source: Source, passage: Passage) -> tuple[str, str]:
    """The speaker, empty where none is known, and the outlet, empty where the speaker's name holds it."""
    kinds = [origin.partition(":")[0] for origin in passage.chain]
    conduits = [origin for origin, kind in zip(passage.chain, kinds, strict=True) if kind == "outlet"]
    outlet = origin_name(actors, conduits[-1]) if conduits else _page_name(source)
    if kinds and kinds[-1] in SPEAKERS:
        speaker = origin_name(actors, passage.chain[-1])
        if kinds[-1] == "group" and outlet.casefold() in speaker.casefold():
            return speaker + _standing(actors, source, conduits), ""
    else:
        speaker = ""
    inferred = source.origin == "inferred" and source.outlet is not None and conduits[-1:] in ([], [source.outlet])
    return speaker, outlet + (say("who.inferred") if inferred else "") + _standing(actors, source, conduits)


def _standing(actors: Mapping[str, Actor], source: Source, conduits: Sequence[str]) -> str:
    """What became of a page that no longer stands as it was published, by its name where another is named before."""
    if source.status == "live":
        return ""
    own = conduits[-1:] in ([], [source.outlet])
    since = say(f"source.{source.status}-since")
    if own:
        return f" [{since}]"
    page = origin_name(actors, source.outlet) if source.outlet else _page_name(source)
    return f" [{say('who.page', page=page, told=since)}]"


def _page_name(source: Source) -> str:
    """What a page is called where no outlet is known: its title in quotation marks, or a description in brackets."""
    if source.container_title or source.title.startswith("["):
        return one_line(source.container_title or source.title)
    return f'"{one_line(source.title)}"'


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
