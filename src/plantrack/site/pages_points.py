"""The life of one point through all papers."""

from collections.abc import Mapping, Sequence
from typing import Any

from plantrack.answers.change_words import change_words
from plantrack.catalogue import named
from plantrack.differences.changes import KINDS, QUIET
from plantrack.differences.result import Change
from plantrack.differences.tracing import TracedVersion
from plantrack.model import Provision, Version
from plantrack.site.contents import Contents
from plantrack.site.standings import positions_on
from plantrack.site.steps import Steps
from plantrack.value import value

_SINGLY = 3
"""Silent papers in a row that are still named one by one."""


@value
class SilentPapers:
    """Papers one after the other that are silent in the same way."""

    presence: str
    versions: tuple[Version, ...]

    @property
    def is_long(self) -> bool:
        """Whether there are too many to name them all."""
        return len(self.versions) > _SINGLY


@value
class PointChange:
    """A change of the point, from the paper before to the one in which it shows."""

    change: Change
    words: str


def point_page(contents: Contents, steps: Steps, provision_id: str) -> Mapping[str, Any]:
    """What the page of a point shows.

    Args:
        contents: What the pages are made of.
        steps: What each paper changed.
        provision_id: The point.
    """
    trace = contents.trace(provision_id)
    standing = [one for one in trace.versions if one.presence == "stands"]
    held = contents.points[provision_id]
    ids = set(trace.ids)
    return {
        "provision_id": provision_id,
        "trace": trace,
        "life": _folded(trace.versions),
        "standing": standing,
        "silent": [one for one in trace.versions if one.presence != "stands"],
        "changes": {one.version.ref: _changes(contents, steps, one.version, ids) for one in standing},
        "told": _told(held),
        "point_topics": tuple(dict.fromkeys(topic for _, provision in held for topic in provision.topics)),
        "hangs_on": _links(held),
        "hanging": _hanging(contents, provision_id),
        "parts_of_point": _parts(contents, provision_id),
        "whole": next((provision.parent for _, provision in held if provision.parent), None),
        "stances": positions_on(contents, trace.ids),
    }


def _folded(versions: Sequence[TracedVersion]) -> list[TracedVersion | SilentPapers]:
    """The papers in order, silent ones next to each other together."""
    folded: list[TracedVersion | SilentPapers] = []
    for one in versions:
        last = folded[-1] if folded else None
        if one.presence == "stands":
            folded.append(one)
        elif isinstance(last, SilentPapers) and last.presence == one.presence:
            folded[-1] = SilentPapers(presence=one.presence, versions=(*last.versions, one.version))
        else:
            folded.append(SilentPapers(presence=one.presence, versions=(one.version,)))
    return folded


def _changes(contents: Contents, steps: Steps, version: Version, ids: set[str]) -> list[PointChange]:
    step, actors = steps.by_ref[version.ref], contents.corpus.actors
    return [
        PointChange(change=change, words=_words(change, actors))
        for change in step.changes
        if change.kind not in QUIET and not ids.isdisjoint((*change.old_ids, *change.new_ids))
    ]


def _words(change: Change, actors: Mapping[str, Any]) -> str:
    if KINDS[change.kind].subject == "provision":
        return named("kind", change.kind, KINDS[change.kind].meaning)
    return change_words(change, actors)


def _told(held: Sequence[tuple[Version, Provision]]) -> tuple[Version, str] | None:
    """The oldest paper of which our words for the point are kept, and the words."""
    return next(((version, provision.summary) for version, provision in held if provision.summary), None)


def _links(held: Sequence[tuple[Version, Provision]]) -> list[tuple[str, str, Version, Any]]:
    """The points on which it hangs, each with the first paper that says so."""
    found: dict[tuple[str, str], tuple[str, str, Version, Any]] = {}
    for version, provision in held:
        for link in provision.links:
            found.setdefault((link.kind, link.to), (link.kind, link.to, version, link))
    return list(found.values())


def _hanging(contents: Contents, provision_id: str) -> list[tuple[str, str]]:
    return [pair for pair in contents.hanging.get(provision_id, ()) if pair[1] in contents.points]


def _parts(contents: Contents, provision_id: str) -> list[str]:
    return list(contents.parts.get(provision_id, ()))
