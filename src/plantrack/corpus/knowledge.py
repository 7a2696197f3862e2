"""Up to when a corpus knows, and a version as it was known by a date: only evidence published until then."""

from collections.abc import Iterable
from datetime import date

from plantrack.corpus.corpus import Corpus
from plantrack.errors import Problem
from plantrack.model import Claim, Evidence, Provision, Version
from plantrack.model.dates import date_bounds
from plantrack.value import evolve


def newest_page(corpus: Corpus, source_ids: Iterable[str] | None = None) -> str | None:
    """The date (EDTF) of the newest source, by the first day that it may mean; None where no source has a date.

    A record that cannot be read is passed over.

    Args:
        corpus: Where the sources are.
        source_ids: Only of these; of all if None.
    """
    ids = corpus.source_ids if source_ids is None else source_ids
    dates = ((bounds[0], issued) for issued in map(corpus.issued, ids) if issued and (bounds := date_bounds(issued)))
    return max(dates, default=(None, None))[1]


def as_known(version: Version, known_by: str, corpus: Corpus) -> tuple[Version, tuple[Problem, ...]]:
    """The version with the evidence published by the end of a date, and remarks on sources that may be later.

    A claim, and in a version that nobody saw a provision, goes when all its evidence goes. A source whose date is an
    interval that ends after the date counts as known from its first day, and is named in a remark; one without any
    date is taken as known, and named too.

    Args:
        version: The version as it is known today.
        known_by: A date (EDTF); its last day counts.
        corpus: Where the sources are.
    """
    bounds = date_bounds(known_by)
    last = bounds[1] if bounds else date.max
    sieve = _Sieve(corpus, last)
    provisions = {
        provision_id: kept
        for provision_id, provision in version.provisions.items()
        if (kept := sieve.provision(version, provision)) is not None
    }
    claimed = version.claimed_points
    if claimed is not None and claimed.evidence:
        evidence = sieve.evidence(claimed.evidence)
        claimed = evolve(claimed, evidence=evidence) if evidence else None
    known = evolve(
        version,
        provisions=provisions,
        claimed_points=claimed,
        evidence=sieve.evidence(version.evidence),
        parties=tuple(
            evolve(party, evidence=sieve.evidence(party.evidence))
            for party in version.parties
            if not party.evidence or sieve.evidence(party.evidence)
        ),
    )
    return known, sieve.remarks


class _Sieve:
    def __init__(self, corpus: Corpus, last: date) -> None:
        self._corpus = corpus
        self._last = last
        self._doubtful: dict[str, str] = {}

    @property
    def remarks(self) -> tuple[Problem, ...]:
        return tuple(
            Problem(what=f"{source_id}: {why}; counted as known") for source_id, why in sorted(self._doubtful.items())
        )

    def provision(self, version: Version, provision: Provision) -> Provision | None:
        if provision.claims:
            claims = tuple(claim for claim in map(self.claim, provision.claims) if claim is not None)
            return evolve(provision, claims=claims) if claims else None
        evidence = self.evidence(provision.evidence)
        basis = provision.text_basis or version.text_basis
        if provision.evidence and not evidence and basis == "reported_only":
            return None
        return evolve(provision, evidence=evidence)

    def claim(self, claim: Claim) -> Claim | None:
        evidence = self.evidence(claim.evidence)
        return evolve(claim, evidence=evidence) if evidence else None

    def evidence(self, items: Iterable[Evidence]) -> tuple[Evidence, ...]:
        return tuple(item for item in items if self._is_known(item.passage))

    def _is_known(self, ref: str) -> bool:
        source_id = ref.partition("#")[0]
        bounds = date_bounds(self._corpus.source(source_id).issued or "")
        if bounds is None:
            self._doubtful[source_id] = "its date is not known"
            return True
        if bounds[0] <= self._last < bounds[1]:
            self._doubtful[source_id] = "its date is an interval that ends later"
        return bounds[0] <= self._last
