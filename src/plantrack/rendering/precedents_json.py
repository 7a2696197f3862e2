"""Precedents as JSON, `plantrack-precedents/1`."""

from plantrack.rendering.diff_json import as_json
from plantrack.surveying.precedents import Precedents

SCHEMA = "plantrack-precedents/1"


def precedents_as_json(found: Precedents) -> str:
    """What was found as JSON text."""
    return as_json({
        "schema": SCHEMA,
        "asked": found.asked,
        "files": found.files,
        "points": found.clauses,
        "found": [
            {
                "file": one.clause.file, "number": one.clause.number, "title": one.clause.title or None,
                "text": one.clause.text, "likeness": one.likeness,
            }
            for one in found.found
        ],
        "unread": [str(problem) for problem in found.unread],
    })  # fmt: skip
