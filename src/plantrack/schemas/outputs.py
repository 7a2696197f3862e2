"""The schema of `plantrack diff --format json`."""

from plantrack import vocabulary
from plantrack.differences.changes import CERTAINTIES, CLOCKS, EFFECTS, KINDS
from plantrack.schemas.files import DIALECT, JsonSchema
from plantrack.schemas.shapes import COUNT, TEXT, TEXT_OR_NULL, list_of, one_of, range_of, record, ref

DIFF = "plantrack-diff/1"


def diff_schema() -> JsonSchema:
    """The schema of the machine-readable diff, `plantrack-diff/1`."""
    return {
        "$schema": DIALECT,
        "title": "plantrack diff",
        "description": "What changed in substance from OLD to NEW, who says so, and what is not known.",
        **record(
            {
                "schema": {"const": DIFF},
                "old": ref("side"),
                "new": ref("side"),
                "clock": ref("clock"),
                "relation": one_of(
                    "How the two hang together.",
                    {
                        "revision": "NEW derives from OLD",
                        "reverse": "OLD derives from NEW",
                        "comparison": "rival papers; nothing was done to anything",
                    },
                ),
                "matches": list_of(ref("match"), "Provisions of both sides that are about the same matter."),
                "changes": list_of(ref("change"), "In OLD's order; nothing is ranked by weight."),
                "unreported": list_of(ref("unreported"), "What one side has and no report of the other speaks of."),
                "bounds": {"anyOf": [ref("bounds"), {"type": "null"}]},
                "notes": list_of(TEXT, "What a reader must be warned of."),
            }
        ),
        "$defs": {
            "bounds": _bounds(),
            "change": _change(),
            "clock": one_of("Whether the papers differ or our knowledge of one.", CLOCKS),
            "ids": list_of(TEXT, "Ids of provisions, in the order of their version."),
            "match": _match(),
            "numbers": list_of(TEXT_OR_NULL, "Numbers as printed in the text; null for a provision without one."),
            "side": _side(),
            "unreported": _unreported(),
            "witnesses": witnesses_schema(),
        },
    }


def _side() -> JsonSchema:
    return record(
        {
            "ref": {**TEXT, "description": "The version, as resolved: plan@version."},
            "title": TEXT,
            "text_basis": one_of("What was seen of its wording.", vocabulary.TEXT_BASES),
            "points": {"type": ["integer", "null"], "description": "Top-level points, as claimed, else as listed."},
        }
    )


def _match() -> JsonSchema:
    return record(
        {
            **_provisions(),
            "by": {"enum": ["id", "lineage", "text", "declared"], "description": "What joined them."},
            "score": {"type": "number", "minimum": 0, "maximum": 1, "description": "1 for id and lineage."},
            "why": list_of(TEXT, "What joined them, in words."),
        }
    )


def _change() -> JsonSchema:
    claim = {"type": ["integer", "null"], "minimum": 0}
    return record(
        {
            "kind": one_of("The kind of change.", {kind.id: kind.meaning for kind in KINDS.values()}),
            **_provisions(),
            "term": {
                "anyOf": [record({"old": TEXT_OR_NULL, "new": TEXT_OR_NULL}), {"type": "null"}],
                "description": "Keys of the terms; null where the change is of no term.",
            },
            "part": {**TEXT, "description": "The field that a field-changed speaks of."},
            "before": {"description": "What stood in OLD; the shape hangs on the kind."},
            "after": {"description": "What stands in NEW; the shape hangs on the kind."},
            "delta": {
                "anyOf": [
                    {
                        "type": "object",
                        "properties": {"absolute": {"type": "number"}, "relative": {"type": "number"}},
                        "additionalProperties": False,
                    },
                    {"type": "null"},
                ],
                "description": "NEW less OLD, and that as a share of OLD, where figures can be subtracted.",
            },
            "effect": one_of("What this one change does to the duty if all else stays equal.", EFFECTS),
            "certainty": one_of("How sure it is.", CERTAINTIES),
            "clock": ref("clock"),
            "claims": list_of(
                {"type": "array", "prefixItems": [claim, claim], "minItems": 2, "maxItems": 2},
                "Pairs of claims (old, new) that give it; null where a side has no claims.",
            ),
            "basis": {"enum": ["inferred_absence"], "description": "Inferred where a full text merely lacks it."},
            "partly": {"type": "boolean", "description": "It holds for a part of the provision only."},
            "linked": list_of(TEXT, "Ids of provisions that hang on it."),
            "evidence": record({"old": ref("witnesses"), "new": ref("witnesses")}),
            "fingerprint": {**TEXT, "description": "The same as long as kind, ids and values are."},
        },
        optional=("part", "basis", "partly"),
    )


def _unreported() -> JsonSchema:
    return record(
        {
            "id": TEXT,
            "number": TEXT_OR_NULL,
            "side": {"enum": ["old", "new"], "description": "The side that does not report it."},
            "term": {**TEXT_OR_NULL, "description": "The key of the term; null for the whole provision."},
            "part": {**TEXT_OR_NULL, "description": "The part of the term; null for the whole term."},
            "reach": {"enum": ["none", "topic", "collective"], "description": "The nearest that reports come to it."},
            "passages": list_of(TEXT, "source#passage of those that come near."),
        }
    )


def _bounds() -> JsonSchema:
    return {
        "description": "What the mere count of points proves, over top-level numbers.",
        **record(
            {
                "gone_at_least": COUNT,
                "identified": list_of(TEXT, "Whole points known gone, unopposed."),
                "contested": list_of(TEXT, "Points reported gone in part, or by some only."),
                "unidentified": range_of("How many of those gone nobody has named."),
            }
        ),
    }


def witnesses_schema() -> JsonSchema:
    """Who says so, as it is counted."""
    return {
        "description": "Who says so.",
        **record(
            {
                "passages": list_of(TEXT, "source#passage, sorted."),
                "articles": COUNT,
                "outlets": COUNT,
                "lineages": range_of("Independent origins."),
                "credibility": {
                    "type": "integer",
                    "minimum": 1,
                    "maximum": 6,
                    "description": "A digit of NATO's scale.",
                },
                "facts": list_of(TEXT, "Why that digit."),
            }
        ),
    }


def _provisions() -> JsonSchema:
    return {"old": ref("numbers"), "new": ref("numbers"), "old_ids": ref("ids"), "new_ids": ref("ids")}
