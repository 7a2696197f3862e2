"""Find a provision by what a person calls it."""

from plantrack.corpus.papers import Paper
from plantrack.errors import UnknownNameError, UsageError, nearest_name, one_of
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
    _refuse_silent(paper, name)
    known = [*provisions, *(provision.number for provision in provisions.values() if provision.number)]
    near = nearest_name(name, known)
    kind, expected = f"provision in {paper.ref}", one_of(known, near=name) if known else None
    raise UnknownNameError(kind=kind, name=name, near=(near,) if near else (), expected=expected)


def _refuse_silent(paper: Paper, name: str) -> None:
    """Raise UsageError if an earlier paper has the point and this one is merely not known to say anything of it."""
    for descent in paper.version.derived_from:
        earlier = paper.corpus.version_of_ref(descent.version)
        points = [p for p in earlier.provisions.values() if name in (p.id, p.number)]
        for point in points:
            parts = [
                p for p in earlier.provisions.values() if p.parent == point.id and p.id in paper.version.provisions
            ]
            if parts:
                expected = " or ".join(part.number or part.id for part in parts)
                raise UsageError(
                    f"of {name} itself nothing is reported, of parts of it something is", expected=expected
                )
            seen = paper.version.text_basis == "full_text"
            silent = "not in this text" if seen else "not reported: no text was seen, and silence is not removal"
            raise UsageError(f"{paper.ref} and point {name}: {silent}")
