"""What a check of a corpus found, as JSON: `plantrack-check/1`."""

from plantrack.checking import CorpusCheck
from plantrack.rendering.diff_json import as_json, picked

SCHEMA = "plantrack-check/1"
_PROBLEM = "what file line column path found expected nearest"
"""What is said of a problem; null where it is not known."""


def check_as_json(check: CorpusCheck) -> str:
    """The problems and what was checked, as JSON text with a line end."""
    return as_json(
        {
            "schema": SCHEMA,
            **picked(check, "plans versions sources"),
            "passages": dict(check.evidence.states),
            "quoted": [picked(one, "source words share") for one in check.evidence.quotations],
            "problems": [picked(one, _PROBLEM) for one in check.problems],
            "remarks": [picked(one, _PROBLEM) for one in check.remarks],
        }
    )
