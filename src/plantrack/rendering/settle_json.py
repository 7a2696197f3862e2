"""What a text makes of the reports on it, and what waits for one, as JSON."""

from collections.abc import Mapping

from plantrack.differences.settling import SETTLINGS, Settled, Settlement
from plantrack.differences.waiting import Status
from plantrack.rendering.diff_json import as_json, change_form

SCHEMA, STATUS_SCHEMA = "plantrack-settle/1", "plantrack-status/1"


def settle_as_json(found: Settlement, said: Mapping[str, object]) -> str:
    """A settlement as JSON text.

    Args:
        found: The settlement.
        said: What the other formats say.
    """
    return as_json({
        "schema": SCHEMA,
        "text": found.text.ref,
        "reports": [one.ref for one in found.reports],
        "counts": {verdict: found.count(verdict) for verdict in SETTLINGS},
        "settled": list(map(_settled, found.settled)),
        "origins": [
            {
                "origin": one.origin, **{verdict: getattr(one, verdict) for verdict in SETTLINGS},
                "passages": list(one.passages),
            }
            for one in found.records
        ],
        "said": said,
    })  # fmt: skip


def status_as_json(found: Status, said: Mapping[str, object]) -> str:
    """What a corpus knows, and what waits, as JSON text; arguments as for a settlement."""
    return as_json({
        "schema": STATUS_SCHEMA,
        "newest": found.newest,
        "plans": [
            {
                "plan": one.plan, "title": one.title, "newest": one.newest, "pages": one.pages,
                "versions": list(one.versions),
            }
            for one in found.plans
        ],
        "waiting": [
            {
                "kind": one.kind, "where": one.where, "points": [point.id for point in one.points],
                "command": one.command or None, "reason": one.reason or None,
            }
            for one in found.waiting
        ],
        "said": said,
    })  # fmt: skip


def _settled(one: Settled) -> dict[str, object]:
    return {
        "report": one.report,
        "provision": one.provision.id if one.provision is not None else None,
        "claim": one.claim,
        "about": one.about,
        "summary": one.summary,
        "verdict": one.verdict,
        "ground": one.ground,
        "points": list(one.points),
        "changes": [change_form(change) for change in one.changes],
        "parts": list(one.parts),
        "by": list(one.by),
        "of_reports": one.of_reports,
        "passages": [item.passage for item in one.evidence],
    }
