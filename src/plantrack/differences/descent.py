"""Which of two versions derives from the other."""

from collections.abc import Sequence
from itertools import pairwise

from plantrack.corpus import Corpus
from plantrack.model import Provision, Version

RELATIONS = {
    "revision": "NEW derives from OLD",
    "reverse": "OLD derives from NEW",
    "comparison": "rival papers: neither derives from the other",
}

DESCENTS = {
    "revises": "it is a later state of the same paper, or of one that is",
    "answers": "it, or a paper between them, is a counter-proposal",
    "continues": "it, or a paper between them, takes up the work in a new paper",
    "follows": "it is the later one; nobody says how it hangs on the earlier",
}
"""How a later paper may hang on an earlier one."""


def descent_of(later: Version, earlier: Version, corpus: Corpus | None) -> str:
    """How a later paper hangs on an earlier one, a word of `DESCENTS`: of a line of papers, by its loosest tie."""
    line = _line(later, earlier, corpus)
    if line is None or len(line) < 2:
        return "follows"
    ties = [
        descent.relation
        for before, after in pairwise(line)
        for descent in after.derived_from
        if descent.version == before.ref
    ]
    return next((tie for tie in ("continues", "answers") if tie in ties), "revises")


def relation_of(old: Version, new: Version, corpus: Corpus | None) -> str:
    """revision, reverse or comparison, by `derived_from`, followed as far as it goes.

    Two versions of one plan follow each other by date where nothing is declared between them.
    """
    if old.ref == new.ref or _derives(new, old, corpus):
        return "revision"
    if _derives(old, new, corpus):
        return "reverse"
    if old.plan == new.plan:
        return "revision" if old.date <= new.date else "reverse"
    return "comparison"


def composed_lineage(old: Version, new: Version, corpus: Corpus | None) -> list[tuple[str, str]]:
    """Pairs of ids, old and new, that the lineages declared in the versions between two versions join.

    Followed along the shortest line of descent, forwards or backwards; empty where one derives from the other at once,
    for then its own provisions say it.
    """
    forwards = _line(new, old, corpus)
    if forwards is not None:
        return _composed(forwards)
    backwards = _line(old, new, corpus)
    return [] if backwards is None else [(second, first) for first, second in _composed(backwards)]


def _composed(line: Sequence[Version]) -> list[tuple[str, str]]:
    """The pairs along a line of versions, the oldest first."""
    if len(line) <= 2:
        return []
    origins: dict[str, tuple[str, ...]] = {provision_id: (provision_id,) for provision_id in line[0].provisions}
    for version in line[1:]:
        origins = {
            provision.id: tuple(
                dict.fromkeys(origin for step in _came_from(provision) for origin in origins.get(step, ()))
            )
            for provision in version.provisions.values()
        }
    return [(origin, provision_id) for provision_id, found in origins.items() for origin in found]


def _came_from(provision: Provision) -> tuple[str, ...]:
    declared = tuple(one for lineage in provision.lineage for one in lineage.of)
    return declared or (provision.id,)


def _derives(later: Version, earlier: Version, corpus: Corpus | None) -> bool:
    return _line(later, earlier, corpus) is not None


def _line(later: Version, earlier: Version, corpus: Corpus | None) -> list[Version] | None:
    """The shortest line of descent, the earlier version first; None if there is none."""
    waiting, seen = [[later]], {later.ref}
    for line in waiting:
        for descent in line[-1].derived_from:
            if descent.version == earlier.ref:
                return [earlier, *reversed(line)]
            if descent.version not in seen and corpus is not None:
                seen.add(descent.version)
                waiting.append([*line, corpus.version_of_ref(descent.version)])
    return None
