"""Give the provisions of a text the terms and the status that their words state."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from plantrack.corpus import Paper
from plantrack.errors import UsageError
from plantrack.model import Actor, Provision, Version
from plantrack.value import evolve

if TYPE_CHECKING:
    from plantrack.extraction import ActorNames, Extraction


def understand(version: Version, actors: Mapping[str, Actor]) -> Version:
    """The version with terms extracted wherever a provision has text and nobody has entered terms."""
    if not any(_is_raw(provision) for provision in version.provisions.values()):
        return version
    from plantrack.extraction import extract

    names = _names_of(tuple(actors.values())).defining(_texts(version))
    provisions = {}
    for provision_id, provision in version.provisions.items():
        understood = provision
        if _is_raw(provision) and provision.text is not None:
            parent = version.provisions.get(provision.parent or "")
            extraction = extract(provision.text, names, parent=parent.text if parent else None)
            understood = evolve(
                provision,
                terms=extraction.terms,
                matter=extraction.matter if provision.matter == "settled" else provision.matter,
            )
        provisions[provision_id] = understood
    return evolve(version, provisions=provisions)


@lru_cache(maxsize=2)
def _names_of(actors: tuple[Actor, ...]) -> "ActorNames":
    """Built once for both papers, which then read a point that both have only once."""
    from plantrack.extraction import ActorNames

    return ActorNames(actors)


def explain_provision(paper: Paper, provision: Provision) -> "Extraction":
    """What the words of a point state, with the words each part came from.

    Raises:
        UsageError: if its wording is not kept.
    """
    from plantrack.extraction import extract

    if provision.text is None:
        raise UsageError("no wording of this point is kept", found=repr(provision.id), expected="a point with a text")
    parent = paper.version.provisions.get(provision.parent or "")
    names = _names_of(tuple(paper.corpus.actors.values())).defining(_texts(paper.version))
    return extract(provision.text, names, parent=parent.text if parent else None)


def _texts(version: Version) -> list[str]:
    """All wording of a version: names that one point defines hold in the others."""
    return [provision.text for provision in version.provisions.values() if provision.text is not None]


def _is_raw(provision: Provision) -> bool:
    return provision.text is not None and not provision.terms and not provision.claims
