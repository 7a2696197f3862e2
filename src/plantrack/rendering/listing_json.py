"""The plans and versions of a corpus as JSON, `plantrack-list/1`."""

from collections.abc import Iterable, Sequence

from plantrack.differences.bounds import points_of
from plantrack.model import Plan, Version
from plantrack.rendering.diff_json import as_json, picked

SCHEMA = "plantrack-list/1"


def list_as_json(plans: Iterable[tuple[Plan, Sequence[Version]]]) -> str:
    """Plans with their versions, the oldest first, as JSON text with a line end."""
    return as_json({"schema": SCHEMA, "plans": [_plan(*each) for each in plans]})


def _plan(plan: Plan, versions: Sequence[Version]) -> dict[str, object]:
    return {**picked(plan, "id title process"), "versions": [_version(one) for one in versions]}


def _version(version: Version) -> dict[str, object]:
    return {
        **picked(version, "ref title standing publication text_basis"),
        "date": version.date or None,
        "points": points_of(version),
        "derived_from": [{"ref": one.version, "relation": one.relation} for one in version.derived_from],
    }
