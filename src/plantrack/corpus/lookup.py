"""Find a provision by what a person calls it."""

from plantrack.corpus.papers import Paper
from plantrack.errors import UnknownNameError, nearest_name, one_of
from plantrack.model import Provision


def find_provision(paper: Paper, name: str) -> Provision:
    """A provision of a paper by id or printed number; in a paper without numbers, by those of what it derives from.

    Raises:
        UnknownNameError: with near matches.
    """
    provisions = paper.version.provisions
    if name in provisions:
        return provisions[name]
    by_number = [provision for provision in provisions.values() if provision.number == name]
    for descent in paper.version.derived_from:
        earlier = paper.corpus.version_of_ref(descent.version)
        by_number += [provisions[p.id] for p in earlier.provisions.values() if p.number == name and p.id in provisions]
    if by_number:
        return by_number[0]
    known = [*provisions, *(provision.number for provision in provisions.values() if provision.number)]
    near = nearest_name(name, known)
    kind, expected = f"provision in {paper.ref}", one_of(known, near=name) if known else None
    raise UnknownNameError(kind=kind, name=name, near=(near,) if near else (), expected=expected)
