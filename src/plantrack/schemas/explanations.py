"""The schemas of what `explain` prints with `--format json`."""

from plantrack.differences.changes import KINDS
from plantrack.differences.explanation import OUTCOMES
from plantrack.schemas.files import DIALECT, JsonSchema
from plantrack.schemas.outputs import diff_schema
from plantrack.schemas.shapes import COUNT, TEXT, TEXT_OR_NULL, list_of, one_of, record, ref


def explain_schema() -> JsonSchema:
    """The schema of `plantrack explain --format json`, `plantrack-explain/1`."""
    side = record({"ref": TEXT, "title": TEXT})
    wording = record({"id": TEXT, "number": TEXT_OR_NULL, "title": TEXT_OR_NULL, "text": TEXT_OR_NULL})
    kinds = one_of("A kind of change.", {kind.id: kind.meaning for kind in KINDS.values()})
    difference = record(
        {
            "outcome": one_of("What became of it.", OUTCOMES),
            "kind": {**kinds, "enum": [*kinds["enum"], None]},
            "rule": {**TEXT_OR_NULL, "description": "The rule that named or silenced it; null where none did."},
            "words": ref("words"),
            "old_ids": ref("ids"),
            "new_ids": ref("ids"),
            "place": {**TEXT_OR_NULL, "description": "Where outside the points; heading in the headings of two."},
            "before": {"description": "As in the diff."},
            "after": {"description": "As in the diff."},
        }
    )
    point = record(
        {
            "old": list_of(wording, "Points of OLD."),
            "new": list_of(wording, "Points of NEW that are about the same."),
            "place": {**TEXT_OR_NULL, "description": "Where outside the points; null for points."},
            "differences": list_of(difference, "In the order of the words."),
        }
    )
    shared = diff_schema()["$defs"]
    return {
        "$schema": DIALECT,
        "title": "plantrack explain",
        "description": "Every difference of two papers, and what became of it by which rule.",
        **record(
            {
                "schema": {"const": "plantrack-explain/1"},
                "old": side,
                "new": side,
                "notes": list_of(TEXT, "What a reader must be warned of."),
                "counts": record(dict.fromkeys(OUTCOMES, COUNT)),
                "points": list_of(point, "Lines outside the points, then points in OLD's order that differ."),
                "rules": {
                    "type": "object",
                    "additionalProperties": TEXT,
                    "description": "The rules that were used, each with what it means.",
                },
            }
        ),
        "$defs": {name: shared[name] for name in ("ids", "words")},
    }


def rules_schema() -> JsonSchema:
    """The schema of `plantrack explain --rules --format json`, `plantrack-rules/1`."""
    pair = {"type": "array", "items": TEXT, "minItems": 2, "maxItems": 2}
    rule = record(
        {
            "name": TEXT,
            "does": one_of("What it does.", {"silences": "both say the same", "names": "says what differs"}),
            "meaning": TEXT,
            "examples": list_of(pair, "Sentences, old and new, where it applies."),
            "near_misses": list_of(pair, "Sentences that it must not silence."),
            "seen": {**TEXT, "description": "Where it was seen."},
        }
    )
    body = record({"schema": {"const": "plantrack-rules/1"}, "rules": list_of(rule, "In the order they are tried.")})
    return {"$schema": DIALECT, "title": "plantrack rules", "description": "Rules of differences.", **body}
