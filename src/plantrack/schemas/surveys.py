"""The schemas of what `precedents` and `pairs` give."""

from plantrack.schemas.files import DIALECT, JsonSchema
from plantrack.schemas.outputs import diff_schema
from plantrack.schemas.shapes import COUNT, TEXT, TEXT_OR_NULL, list_of, record


def precedents_schema() -> JsonSchema:
    """The schema of `plantrack precedents --format json`, `plantrack-precedents/1`."""
    likeness = {"type": "number", "minimum": 0, "maximum": 1, "description": "1 for the same words."}
    clause = record({"file": TEXT, "number": TEXT_OR_NULL, "title": TEXT_OR_NULL, "text": TEXT, "likeness": likeness})
    return {
        "$schema": DIALECT,
        "title": "plantrack precedents",
        "description": "The clauses in some papers that are likest to one.",
        **record(
            {
                "schema": {"const": "plantrack-precedents/1"},
                "asked": {**TEXT, "description": "The words that were asked about."},
                "files": {**COUNT, "description": "Papers that were looked through."},
                "points": {**COUNT, "description": "Points in them."},
                "found": list_of(clause, "The likest first."),
                "unread": list_of(TEXT, "Papers that could not be read, with the reason."),
            }
        ),
    }


def pairs_schema() -> JsonSchema:
    """The schema of a line that `plantrack pairs` writes, `plantrack-pairs/1`."""
    whole = diff_schema()
    definitions = whole.pop("$defs")
    del whole["$schema"]
    properties = {
        "schema": {"const": "plantrack-pairs/1"},
        "corpus": {**TEXT, "description": "The folder of the corpus."},
        "digest": {**TEXT, "description": "Of the corpus, as it was compared."},
        "pair": {**list_of(TEXT, "References to OLD and NEW."), "minItems": 2, "maxItems": 2},
        "diff": whole,
        "problems": list_of(TEXT, "In place of a diff: why there is none."),
    }
    return {
        "$schema": DIALECT,
        "title": "plantrack pairs",
        "description": "A line: two papers of a corpus, compared.",
        **record(properties, optional=("diff", "problems")),
        "$defs": definitions,
    }
