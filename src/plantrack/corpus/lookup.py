"""Find a provision by what a person calls it."""

import re
from collections.abc import Iterable

from plantrack.corpus.papers import Paper
from plantrack.errors import UnknownNameError, UsageError, nearest_name, one_of
from plantrack.model import Provision

_READ = 100
"""Characters of a name that are held against others."""


def called(provisions: Iterable[Provision], name: str) -> set[str]:
    """The ids of provisions whose label is this, in whatever capitals."""
    return {one.id for one in provisions if (one.label or "").casefold() == name.casefold()}


def find_provision(paper: Paper, name: str) -> Provision:
    """A provision of a paper by id, printed number or label; in a paper without, by those of what it derives from.

    Raises:
        UnknownNameError: with near matches.
    """
    provisions = paper.version.provisions
    if name in provisions:
        return provisions[name]
    by_number = _by_number(paper)
    if name in by_number:
        return by_number[name]
    earlier = [paper.corpus.version_of_ref(descent.version) for descent in paper.version.derived_from]
    labelled = called((one for version in (paper.version, *earlier) for one in version.provisions.values()), name)
    if len(labelled & {*provisions}) == 1:
        return provisions[(labelled & {*provisions}).pop()]
    _refuse_silent(paper, name)
    kind = f"provision in {paper.ref}"
    if by_number and _leading(name) is not None:
        known = _nearest_numbers(name, by_number)
        expected: str | None = one_of(known)
    else:
        known = [*provisions, *by_number]
        expected = one_of(known, near=name) if known else None
    near = nearest_name(name, known)
    raise UnknownNameError(kind=kind, name=name, near=(near,) if near else (), expected=expected)


def _by_number(paper: Paper) -> dict[str, Provision]:
    """The provisions by every number that they are found by: their own before those of earlier papers."""
    provisions = paper.version.provisions
    found = [(provision.number, provision) for provision in provisions.values()]
    for descent in paper.version.derived_from:
        earlier = paper.corpus.version_of_ref(descent.version)
        found += [(p.number, provisions[p.id]) for p in earlier.provisions.values() if p.id in provisions]
    return {number: provision for number, provision in reversed(found) if number}


def _leading(name: str) -> int | None:
    """The whole number that a name begins with: 12 of `12.c`."""
    digits = re.match(r"[0-9]{1,9}", name)
    return int(digits[0]) if digits else None


def _nearest_numbers(name: str, numbers: Iterable[str]) -> list[str]:
    """Numbers of points, those nearest to one that no point has first, and of equally near ones those spelt alike."""
    from difflib import SequenceMatcher

    asked = _leading(name) or 0

    def distance(number: str) -> tuple[bool, int, float]:
        leading = _leading(number)
        likeness = SequenceMatcher(None, name[:_READ], number).ratio()
        return leading is None, abs((leading or 0) - asked), -likeness

    return sorted(numbers, key=distance)


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
