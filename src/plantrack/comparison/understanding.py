"""Give the provisions of a text the terms and the status that their words state."""

from collections.abc import Mapping

from plantrack.model import Actor, Provision, Version
from plantrack.value import evolve


def understand(version: Version, actors: Mapping[str, Actor]) -> Version:
    """The version with terms extracted wherever a provision has text and nobody has entered terms."""
    if not any(_is_raw(provision) for provision in version.provisions.values()):
        return version
    from plantrack.extraction import ActorNames, extract

    names = ActorNames(tuple(actors.values()))
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


def _is_raw(provision: Provision) -> bool:
    return provision.text is not None and not provision.terms and not provision.claims
