"""Which pairs of versions get a page of their own."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from plantrack.errors import UsageError, one_of, quoted
from plantrack.model import Version

PAIRS = {
    "auto": "every pair if there are at most 300, else the related ones",
    "related": "what comes from each other, neighbours in a plan, first and newest, plans of one family",
    "all": "every pair",
}
"""Which pairs of versions can be asked for."""
MOST = 300
"""Pairs up to which every one is made: those of 25 versions."""

Pair = tuple[str, str]


def chosen_pairs(versions: Sequence[Version], families: Mapping[str, str], which: str = "auto") -> tuple[Pair, ...]:
    """The pairs to make, old before new, in the order of the versions.

    Args:
        versions: All versions, the oldest first.
        families: The family of each plan.
        which: A key of `PAIRS`.

    Raises:
        UsageError: if `which` is no such key.
    """
    if which not in PAIRS:
        raise UsageError("no such choice of pairs", found=quoted(which), expected=one_of(PAIRS))
    every = len(versions) * (len(versions) - 1) // 2
    if which == "all" or (which == "auto" and every <= MOST):
        return tuple((old.ref, new.ref) for place, old in enumerate(versions) for new in versions[place + 1 :])
    place = {version.ref: index for index, version in enumerate(versions)}
    related = (pair for pair in _related(versions, families) if pair[0] != pair[1])
    found = {(one, other) if place[one] < place[other] else (other, one) for one, other in related}
    return tuple(sorted(found, key=lambda pair: (place[pair[0]], place[pair[1]])))


def _related(versions: Sequence[Version], families: Mapping[str, str]) -> Iterator[Pair]:
    known = {version.ref for version in versions}
    plans: dict[str, list[str]] = {}
    for version in versions:
        plans.setdefault(version.plan, []).append(version.ref)
        yield from ((descent.version, version.ref) for descent in version.derived_from if descent.version in known)
    for refs in plans.values():
        yield from pairwise(refs)
        yield refs[0], refs[-1]
    newest: dict[str, list[str]] = {}
    for plan, refs in plans.items():
        newest.setdefault(families[plan], []).append(refs[-1])
    for refs in newest.values():
        yield from pairwise(refs)
