"""Terms that a reported version takes over from an earlier one, where a claim says that they stay unchanged."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from plantrack.corpus.packing import stating
from plantrack.errors import InputError, PlantrackError, Problem, nearest_name, quoted
from plantrack.model import Claim, Provision, Term, Unchanged, Version
from plantrack.value import evolve
from plantrack.vocabulary import OUT_OF_TEXT

if TYPE_CHECKING:
    from plantrack.corpus.corpus import Corpus


def with_inherited_terms(version: Version, corpus: "Corpus") -> Version:
    """A version whose claims have the terms that they say stay unchanged; where there are none, nothing is added."""
    if not any(claim.unchanged for provision in _reported(version) for claim in provision.claims):
        return version
    provisions = {
        key: evolve(one, claims=tuple(_filled(claim, one, version, corpus) for claim in one.claims))
        for key, one in version.provisions.items()
    }
    return evolve(version, provisions=provisions)


def inheriting_problems(corpus: "Corpus") -> Iterator[Problem]:
    """Yields each claim that says of something that it stays unchanged where there is nothing to take over.

    Raises:
        InputError: if a version cannot be read.
    """
    for version in (version for plan_id in corpus.plan_ids for version in corpus.versions(plan_id)):
        file = corpus.files.shown(f"plans/{version.plan}/{version.version}.yaml")
        for provision in _reported(version):
            for number, claim in enumerate(provision.claims):
                if claim.unchanged is not None:
                    try:
                        inherited_terms(claim.unchanged, provision, version, corpus)
                    except InputError as error:
                        path = f"provisions.{provision.id}.claims.{number}.unchanged"
                        place = corpus.mention_of(version.ref, claim.unchanged.since, path)
                        where = {"file": file, "line": place.line, "column": place.column, "path": path}
                        yield from (evolve(one, **where) for one in error.problems)


def _reported(version: Version) -> Iterator[Provision]:
    """The points of which reports tell states."""
    claimed = stating(version.provisions, "claims")
    return (version.provisions[name] for name in version.provisions if name in claimed)


def _filled(claim: Claim, provision: Provision, version: Version, corpus: "Corpus") -> Claim:
    if claim.unchanged is None:
        return claim
    try:
        return evolve(claim, terms={**inherited_terms(claim.unchanged, provision, version, corpus), **claim.terms})
    except InputError:  # `check` tells it
        return claim


def inherited_terms(
    unchanged: Unchanged, provision: Provision, version: Version, corpus: "Corpus"
) -> Mapping[str, Term]:
    """The terms that a point takes over, by key.

    Raises:
        InputError: if there is nothing to take over.
    """
    ancestors = ancestors_of(version, corpus)
    if unchanged.since not in ancestors:
        expected = nearest_name(unchanged.since, ancestors) or "a version that this one derives from"
        raise _nothing(f"{version.ref} does not derive from it", unchanged.since, expected)
    parent = _counterpart(provision, corpus.version_of_ref(unchanged.since))
    if parent is None:
        raise _nothing("nothing to take over: the point is not in it", unchanged.since, f"{provision.id} there")
    terms = _stated(parent)
    if not terms:
        what = "nothing to take over: no single state with terms is known of the point there"
        raise _nothing(what, parent.id, "terms in the text of that version, or in its only claim")
    unknown = next((key for key in unchanged.terms if key not in terms), None)
    if unknown is not None:
        raise _nothing("no such term there", unknown, nearest_name(unknown, terms) or ", ".join(terms))
    return {key: terms[key] for key in unchanged.terms} if unchanged.terms else terms


def _nothing(what: str, found: str, expected: str) -> InputError:
    return InputError([Problem(what=what, found=quoted(found), expected=expected)])


def _counterpart(provision: Provision, earlier: Version) -> Provision | None:
    """The point of an earlier version on the same matter: by its id, else the one that it is said to continue."""
    origins = [one for lineage in provision.lineage if lineage.op == "continues" for one in lineage.of]
    ids = [provision.id, *(origins if len(origins) == 1 else ())]
    return next((earlier.provisions[one] for one in ids if one in earlier.provisions), None)


def _stated(provision: Provision) -> Mapping[str, Term]:
    """The terms that a point is known to have; none where it is out of the text or reports differ."""
    if not provision.claims:
        return {} if provision.wording in OUT_OF_TEXT else provision.terms
    only = provision.claims[0] if len(provision.claims) == 1 else None
    return only.terms if only is not None and only.wording not in OUT_OF_TEXT else {}


def ancestors_of(version: Version, corpus: "Corpus") -> list[str]:
    """Every version from which one derives, as `plan@version`, the nearest first; what cannot be read is left out."""
    waiting, found = [version], dict[str, None]()
    for one in waiting:
        for descent in one.derived_from:
            if descent.version not in found and descent.version != version.ref:
                try:
                    waiting.append(corpus.version_of_ref(descent.version))
                except PlantrackError:  # told where that version is read
                    continue
                found[descent.version] = None
    return list(found)
