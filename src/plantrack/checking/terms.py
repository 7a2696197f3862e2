"""Check that the terms of a point are borne out by the wording that stands beside them."""

from collections.abc import Iterator

from plantrack.corpus import Corpus
from plantrack.corpus.packing import stating
from plantrack.errors import Problem
from plantrack.model import Provision, Version
from plantrack.value import evolve


def term_problems(corpus: Corpus) -> list[Problem]:
    """Where a corpus has the wording of a point and terms beside it: what the wording does not bear out."""
    found = []
    for plan_id in corpus.plan_ids:
        for version in corpus.versions(plan_id):
            file = corpus.files.shown(f"plans/{plan_id}/{version.version}.yaml")
            found += [evolve(problem, file=file) for problem in _problems_of(version, corpus)]
    return found


def _problems_of(version: Version, corpus: Corpus) -> Iterator[Problem]:
    points = version.provisions
    both = stating(points, "text") & stating(points, "terms")
    worded = [points[name] for name in points if name in both]
    if not worded:
        return
    from plantrack.differences.borne_out import terms_borne_out
    from plantrack.differences.views import names_of
    from plantrack.language.tokens import tokens_of

    texts = [tokens_of(one.text) for one in version.provisions.values() if one.text]
    names = names_of(tuple(corpus.actors.values())).calling(corpus.lexicon().aliases).defining(texts)
    for provision in worded:
        terms = {key: term for key, term in provision.terms.items() if term.basis == "curated"}
        above = "\n\n".join(_above(provision, version))
        for problem in terms_borne_out(terms, provision.text or "", names, corpus.actors, lead_in=above):
            yield evolve(problem, path=f"provisions.{provision.id}.{problem.path}")


def _above(provision: Provision, version: Version) -> Iterator[str]:
    """The wording of the points that a point is part of."""
    parent = version.provisions.get(provision.parent or "")
    while parent is not None:
        yield parent.text or parent.title or ""
        parent = version.provisions.get(parent.parent or "")
