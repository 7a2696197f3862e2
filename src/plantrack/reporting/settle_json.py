"""What a text makes of the reports on it as JSON, `plantrack-settle/1`."""

from collections.abc import Mapping

from plantrack.differences.settling import SETTLINGS, Settled, Settlement
from plantrack.reporting.json_form import as_json, change_form

SCHEMA = "plantrack-settle/1"


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
