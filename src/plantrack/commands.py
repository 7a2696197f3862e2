"""The commands as Python functions, with the same words."""

from pathlib import Path

from plantrack.comparison.papers import compare_papers
from plantrack.comparison.result import Diff
from plantrack.corpus import Paper, find_corpus, resolve
from plantrack.errors import UnknownNameError
from plantrack.model import Provision
from plantrack.reading.records import nearest


def diff(
    old: str,
    new: str,
    *,
    corpus: str | Path | None = None,
    match: tuple[tuple[str, str], ...] = (),
    no_match: tuple[tuple[str, str], ...] = (),
) -> Diff:
    """What changed in substance from one version to another, and what is not known.

    Args:
        old: A reference: `28pt`, `28pt@2025-11-20`, a file; see docs/reference/references.md.
        new: Another.
        corpus: The folder of the corpus; found as the command finds it if None.
        match: Pairs of ids or numbers that are about the same matter, whatever the texts say.
        no_match: Pairs that are not.

    Raises:
        PlantrackError: with everything that is wrong with the input.

    Example:
        >>> import plantrack
        >>> plantrack.diff("28pt", "19pt").relation
        'revision'
    """
    found = find_corpus(corpus)
    compared = compare_papers(resolve(old, found), resolve(new, found), matched=match, unmatched=no_match)
    return compared.diff


def find_provision(paper: Paper, name: str) -> Provision:
    """A provision of a paper by id or printed number. Raises UnknownNameError with near matches."""
    provisions = paper.version.provisions
    if name in provisions:
        return provisions[name]
    by_number = [provision for provision in provisions.values() if provision.number == name]
    if by_number:
        return by_number[0]
    for descent in paper.version.derived_from:
        earlier = paper.corpus.version_of_ref(descent.version)
        numbered = [p.id for p in earlier.provisions.values() if p.number == name and p.id in provisions]
        if numbered:
            return provisions[numbered[0]]
    known = [*provisions, *(provision.number for provision in provisions.values() if provision.number)]
    near = nearest(name, known)
    raise UnknownNameError(kind=f"provision in {paper.ref}", name=name, near=(near,) if near else ())
