"""What rests on each passage: every statement of a corpus, by the passage under it."""

from collections.abc import Iterable, Iterator

from plantrack.corpus import Corpus
from plantrack.model import Evidence, Provision, Version
from plantrack.model.events import Event
from plantrack.model.positions import Position
from plantrack.value import value

OF = {
    "point": "what a paper says",
    "report": "what is reported of a point",
    "link": "that one point hangs on another",
    "party": "who had a part in a paper",
    "descent": "what a paper comes from",
    "count": "how many points a paper has",
    "paper": "a paper as a whole",
    "companion": "another paper of the package",
    "position": "what an actor says it wants",
    "event": "something that happened",
}
"""What a statement that rests on a passage is of."""


@value
class Use:
    """One statement that rests on a passage."""

    of: str
    """A key of `OF`."""
    evidence: Evidence
    version: Version | None = None
    provision: Provision | None = None
    claim: int | None = None
    """The index of the reported state."""
    actor: str | None = None
    position: Position | None = None
    event: Event | None = None


def uses_by_passage(corpus: Corpus, versions: Iterable[Version]) -> dict[str, list[Use]]:
    """The statements on each passage, by `source#passage`; those of papers first. Raises InputError."""
    found: dict[str, list[Use]] = {}
    for use in _uses(corpus, versions):
        found.setdefault(use.evidence.passage, []).append(use)
    return found


def _uses(corpus: Corpus, versions: Iterable[Version]) -> Iterator[Use]:
    for version in versions:
        yield from _of_version(version)
    for file in corpus.positions():
        for position in file.positions.values():
            yield from (Use(of="position", evidence=e, actor=file.actor, position=position) for e in position.evidence)
    for event in corpus.events():
        yield from (Use(of="event", evidence=e, event=event) for e in event.evidence)


def _of_version(version: Version) -> Iterator[Use]:
    yield from (Use(of="paper", evidence=e, version=version) for e in version.evidence)
    if version.claimed_points is not None:
        yield from (Use(of="count", evidence=e, version=version) for e in version.claimed_points.evidence)
    for party in version.parties:
        yield from (Use(of="party", evidence=e, version=version, actor=party.actor) for e in party.evidence)
    for descent in version.derived_from:
        yield from (Use(of="descent", evidence=e, version=version) for e in descent.evidence)
    for companion in version.companions:
        yield from (Use(of="companion", evidence=e, version=version) for e in companion.evidence)
    for provision in version.provisions.values():
        yield from _of_provision(version, provision)


def _of_provision(version: Version, provision: Provision) -> Iterator[Use]:
    yield from (Use(of="point", evidence=e, version=version, provision=provision) for e in provision.evidence)
    for index, claim in enumerate(provision.claims):
        for e in claim.evidence:
            yield Use(of="report", evidence=e, version=version, provision=provision, claim=index)
    for link in provision.links:
        yield from (Use(of="link", evidence=e, version=version, provision=provision) for e in link.evidence)
