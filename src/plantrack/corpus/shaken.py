"""Statements whose sources were withdrawn or corrected since."""

from collections.abc import Iterator, Mapping

from plantrack.corpus.corpus import Corpus
from plantrack.errors import Problem
from plantrack.model import Evidence, Provision, Version
from plantrack.value import value

_BEARS_OUT = ("supports", "qualifies")


@value
class Shaken:
    """A statement that rests on a source which no longer stands as it was published."""

    version: str
    """`plan@version`."""
    provision: str
    claim: int | None
    withdrawn: tuple[str, ...] = ()
    """Sources, sorted."""
    corrected: tuple[str, ...] = ()
    lost: bool = False
    """Everything that bore it out was withdrawn."""
    wholly: bool = False
    """Nothing bears it out but what was withdrawn or corrected."""

    @property
    def path(self) -> str:
        """Where it stands in the version's file."""
        claim = "" if self.claim is None else f".claims.{self.claim}"
        return f"provisions.{self.provision}{claim}"


def shaken_statements(version: Version, corpus: Corpus) -> Iterator[Shaken]:
    """Yields each statement of a version that rests on withdrawn or corrected sources. Raises PlantrackError."""
    statuses: dict[str, str] = {}
    for provision in version.provisions.values():
        for claim, evidence in _statements(provision):
            sources = {item.passage.partition("#")[0] for item in evidence if item.stance in _BEARS_OUT}
            for source_id in sources - statuses.keys():
                statuses[source_id] = corpus.source(source_id).status
            found = _shaken(sources, statuses)
            if any(found.values()):
                yield Shaken(
                    version=version.ref,
                    provision=provision.id,
                    claim=claim,
                    withdrawn=found["withdrawn"],
                    corrected=found["corrected"],
                    lost=len(found["withdrawn"]) == len(sources),
                    wholly=len(found["withdrawn"]) + len(found["corrected"]) == len(sources),
                )


def _statements(provision: Provision) -> Iterator[tuple[int | None, tuple[Evidence, ...]]]:
    yield None, provision.evidence
    for index, claim in enumerate(provision.claims):
        yield index, claim.evidence


def _shaken(sources: set[str], statuses: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {
        status: tuple(sorted(source for source in sources if statuses[source] == status))
        for status in ("withdrawn", "corrected")
    }


def shaken_problems(corpus: Corpus) -> tuple[list[Problem], list[Problem]]:
    """Statements of a corpus that lost their ground, and those that lost a part of it or rest on a corrected source."""
    lost: list[Problem] = []
    weaker: list[Problem] = []
    for plan_id in corpus.plan_ids:
        for version in corpus.versions(plan_id):
            file = corpus.files.shown(f"plans/{plan_id}/{version.version}.yaml")
            for one in shaken_statements(version, corpus):
                if one.lost:
                    found = ", ".join(one.withdrawn)
                    lost.append(Problem(what="lost its ground: withdrawn since", file=file, path=one.path, found=found))
                    continue
                for status, sources in (("withdrawn", one.withdrawn), ("corrected", one.corrected)):
                    if sources:
                        found = ", ".join(sources)
                        part = "" if one.wholly and not (one.withdrawn and one.corrected) else " in part"
                        what = f"rests{part} on what was {status} since"
                        weaker.append(Problem(what=what, file=file, path=one.path, found=found))
    return lost, weaker
