"""The ledger of two papers as JSON, `plantrack-explain/1`."""

from collections.abc import Iterable

from plantrack.differences.explanation import Difference, ExplainedPoint, Explanation
from plantrack.differences.result import Point
from plantrack.rendering.diff_json import as_json, words_form

SCHEMA = "plantrack-explain/1"


def explanation_as_json(explanation: Explanation) -> str:
    """Every difference of two papers as JSON text."""
    diff = explanation.diff
    return as_json(
        {
            "schema": SCHEMA,
            "old": {"ref": diff.old.ref, "title": diff.old.title},
            "new": {"ref": diff.new.ref, "title": diff.new.title},
            "notes": list(diff.notes),
            "counts": dict(explanation.counts),
            "points": [_point(point) for point in explanation.points],
            "rules": dict(explanation.rules),
        }
    )


def rules_as_json() -> str:
    """Every rule with all that is known of it."""
    from plantrack.differences.rules import RULES

    rules = [
        {
            "name": rule.name,
            "does": rule.does,
            "meaning": rule.meaning,
            "examples": [list(pair) for pair in rule.examples],
            "near_misses": [list(pair) for pair in rule.near_misses],
            "seen": rule.seen,
        }
        for rule in RULES.values()
    ]
    return as_json({"schema": "plantrack-rules/1", "rules": rules})


def _point(point: ExplainedPoint) -> dict[str, object]:
    return {
        "old": [_wording(one) for one in point.old],
        "new": [_wording(one) for one in point.new],
        "place": point.place,
        "differences": list(_differences(point.differences)),
    }


def _wording(point: Point) -> dict[str, object]:
    return {"id": point.id, "number": point.number, "title": point.title, "text": point.text}


def _differences(differences: Iterable[Difference]) -> Iterable[dict[str, object]]:
    for one in differences:
        yield {
            "outcome": one.outcome,
            "kind": one.kind,
            "rule": one.rule,
            "words": words_form(one.words),
            "old_ids": list(one.old_ids),
            "new_ids": list(one.new_ids),
            "place": one.place,
            "before": one.change.before if one.change else None,
            "after": one.change.after if one.change else None,
        }
