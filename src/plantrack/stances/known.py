"""The points that the versions of a corpus have, and which papers are of one line."""

from collections.abc import Mapping

from plantrack.corpus import Corpus
from plantrack.corpus.packing import stating
from plantrack.model import Version
from plantrack.value import value


@value
class KnownPoints:
    """All points of a corpus.

    Only within a line of descent does it mean anything that a text lacks a point: of what other papers are about, a
    paper may speak in another way, under other points.
    """

    parts: Mapping[str, tuple[str, ...]]
    """The ids of all points, each with those of its sub-points."""
    papers: Mapping[str, tuple[str, ...]]
    """For each point the versions that have it."""
    kin: Mapping[str, tuple[str, ...]]
    """For each version those it derives from, those derived from it, and those of its plan."""

    def in_line(self, provision_id: str, version: Version) -> bool:
        """Whether a version of the same line of descent has a point."""
        waiting = [version.ref, *(descent.version for descent in version.derived_from)]
        line = dict.fromkeys(waiting)
        for ref in waiting:
            further = [kin for kin in self.kin.get(ref, ()) if kin not in line]
            line |= dict.fromkeys(further)
            waiting += further
        return any(ref in line for ref in self.papers.get(provision_id, ()))


def known_points(corpus: Corpus) -> KnownPoints:
    """All points of the versions of a corpus. Raises InputError."""
    parts: dict[str, dict[str, None]] = {}
    papers: dict[str, list[str]] = {}
    kin: dict[str, dict[str, None]] = {}
    for plan_id in corpus.plan_ids:
        versions = corpus.versions(plan_id)
        for version in versions:
            derived = [descent.version for descent in version.derived_from]
            kin.setdefault(version.ref, {}).update(dict.fromkeys((*derived, *(other.ref for other in versions))))
            for ref in derived:
                kin.setdefault(ref, {})[version.ref] = None
            points = version.provisions
            inner = stating(points, "parent")
            for name in points:
                parts.setdefault(name, {})
                papers.setdefault(name, []).append(version.ref)
                if name in inner:
                    parts.setdefault(points[name].parent or "", {})[name] = None
    return KnownPoints(
        parts={provision_id: tuple(found) for provision_id, found in parts.items()},
        papers={provision_id: tuple(refs) for provision_id, refs in papers.items()},
        kin={ref: tuple(refs) for ref, refs in kin.items()},
    )
