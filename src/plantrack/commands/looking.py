"""Look at what is there, and at what kinds of changes and files there are."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plantrack.corpus import find_corpus, resolve
from plantrack.corpus.lookup import find_provision
from plantrack.differences.changes import KINDS, Kind
from plantrack.model import Plan, Provision, Version
from plantrack.notebooks import shown
from plantrack.schemas import schema_for
from plantrack.value import value


@value
class Listed:
    """A plan with its versions, the oldest first."""

    plan: Plan
    versions: tuple[Version, ...]


def list(plan: str | None = None, *, corpus: str | Path | None = None) -> tuple[Listed, ...]:  # noqa: A001 - the command's own word
    """The plans of the corpus with their versions; only one plan if it is named. Raises PlantrackError."""
    from plantrack.answers.as_of import with_as_of
    from plantrack.answers.list import answer_list

    found = find_corpus(corpus)
    plan_ids = (found.plan_id(plan),) if plan else found.plan_ids
    listed = tuple(Listed(plan=found.plan(plan_id), versions=found.versions(plan_id)) for plan_id in plan_ids)
    return shown(listed, lambda: with_as_of(answer_list([(one.plan, one.versions) for one in listed]), found))


def show(ref: str, provision: str | None = None, *, corpus: str | Path | None = None) -> Version | Provision:
    """A version, or one provision of it by id or number. Raises PlantrackError."""
    from plantrack.answers.as_of import with_as_of
    from plantrack.answers.show import answer_point, answer_version

    paper = resolve(ref, find_corpus(corpus))
    if provision is None:
        return shown(paper.version, lambda: with_as_of(answer_version(paper), paper.corpus))
    point = find_provision(paper, provision)
    return shown(point, lambda: with_as_of(answer_point(paper, point), paper.corpus))


def kinds() -> Mapping[str, Kind]:
    """Every kind of change by its id, in the order of the catalogue."""
    return KINDS


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of a kind of file, or of what a command prints as JSON. Raises UnknownNameError."""
    return schema_for(kind)
