"""The schema of `plantrack diff --format json`."""

from collections.abc import Iterable, Mapping
from typing import Any

from plantrack import vocabulary
from plantrack.comparison.changes import CERTAINTIES, CLOCKS, EFFECTS, KINDS
from plantrack.schemas.files import DIALECT, JsonSchema

DIFF = "plantrack-diff/1"
_TEXT = {"type": "string"}
_TEXT_OR_NULL = {"type": ["string", "null"]}
_COUNT = {"type": "integer", "minimum": 0}


def diff_schema() -> JsonSchema:
    """The schema of the machine-readable diff, `plantrack-diff/1`."""
    return {
        "$schema": DIALECT,
        "title": "plantrack diff",
        "description": "What changed in substance from OLD to NEW, who says so, and what is not known.",
        **_record(
            {
                "schema": {"const": DIFF},
                "old": _ref("side"),
                "new": _ref("side"),
                "clock": _ref("clock"),
                "relation": _words(
                    "How the two hang together.",
                    {
                        "revision": "NEW derives from OLD",
                        "reverse": "OLD derives from NEW",
                        "comparison": "rival papers; nothing was done to anything",
                    },
                ),
                "matches": _list(_ref("match"), "Provisions of both sides that are about the same matter."),
                "changes": _list(_ref("change"), "In OLD's order; nothing is ranked by weight."),
                "unreported": _list(_ref("unreported"), "What one side has and no report of the other speaks of."),
                "bounds": {"anyOf": [_ref("bounds"), {"type": "null"}]},
                "notes": _list(_TEXT, "What a reader must be warned of."),
            }
        ),
        "$defs": {
            "bounds": _bounds(),
            "change": _change(),
            "clock": _words("Whether the papers differ or our knowledge of one.", CLOCKS),
            "ids": _list(_TEXT, "Ids of provisions, in the order of their version."),
            "match": _match(),
            "numbers": _list(_TEXT_OR_NULL, "Numbers as printed in the text; null for a provision without one."),
            "side": _side(),
            "unreported": _unreported(),
            "witnesses": _witnesses(),
        },
    }


def _side() -> JsonSchema:
    return _record(
        {
            "ref": {**_TEXT, "description": "The version, as resolved: plan@version."},
            "title": _TEXT,
            "text_basis": _words("What was seen of its wording.", vocabulary.TEXT_BASES),
            "points": {"type": ["integer", "null"], "description": "Top-level points, as claimed, else as listed."},
        }
    )


def _match() -> JsonSchema:
    return _record(
        {
            **_provisions(),
            "by": {"enum": ["id", "lineage", "text", "declared"], "description": "What joined them."},
            "score": {"type": "number", "minimum": 0, "maximum": 1, "description": "1 for id and lineage."},
            "why": _list(_TEXT, "What joined them, in words."),
        }
    )


def _change() -> JsonSchema:
    claim = {"type": ["integer", "null"], "minimum": 0}
    return _record(
        {
            "kind": _words("The kind of change.", {kind.id: kind.meaning for kind in KINDS.values()}),
            **_provisions(),
            "term": {
                "anyOf": [_record({"old": _TEXT_OR_NULL, "new": _TEXT_OR_NULL}), {"type": "null"}],
                "description": "Keys of the terms; null where the change is of no term.",
            },
            "part": {**_TEXT, "description": "The field that a field-changed speaks of."},
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
            "effect": _words("What this one change does to the duty if all else stays equal.", EFFECTS),
            "certainty": _words("How sure it is.", CERTAINTIES),
            "clock": _ref("clock"),
            "claims": _list(
                {"type": "array", "prefixItems": [claim, claim], "minItems": 2, "maxItems": 2},
                "Pairs of claims (old, new) that give it; null where a side has no claims.",
            ),
            "basis": {"enum": ["inferred_absence"], "description": "Inferred where a full text merely lacks it."},
            "partly": {"type": "boolean", "description": "It holds for a part of the provision only."},
            "linked": _list(_TEXT, "Ids of provisions that hang on it."),
            "evidence": _record({"old": _ref("witnesses"), "new": _ref("witnesses")}),
            "fingerprint": {**_TEXT, "description": "The same as long as kind, ids and values are."},
        },
        optional=("part", "basis", "partly"),
    )


def _unreported() -> JsonSchema:
    return _record(
        {
            "id": _TEXT,
            "number": _TEXT_OR_NULL,
            "side": {"enum": ["old", "new"], "description": "The side that does not report it."},
            "term": {**_TEXT_OR_NULL, "description": "The key of the term; null for the whole provision."},
            "part": {**_TEXT_OR_NULL, "description": "The part of the term; null for the whole term."},
            "reach": {"enum": ["none", "topic", "collective"], "description": "The nearest that reports come to it."},
            "passages": _list(_TEXT, "source#passage of those that come near."),
        }
    )


def _bounds() -> JsonSchema:
    return {
        "description": "What the mere count of points proves, over top-level numbers.",
        **_record(
            {
                "gone_at_least": _COUNT,
                "identified": _list(_TEXT, "Whole points known gone, unopposed."),
                "contested": _list(_TEXT, "Points reported gone in part, or by some only."),
                "unidentified": _range("How many of those gone nobody has named."),
            }
        ),
    }


def _witnesses() -> JsonSchema:
    return {
        "description": "Who says so.",
        **_record(
            {
                "passages": _list(_TEXT, "source#passage, sorted."),
                "articles": _COUNT,
                "outlets": _COUNT,
                "lineages": _range("Independent origins."),
                "credibility": {
                    "type": "integer",
                    "minimum": 1,
                    "maximum": 6,
                    "description": "A digit of NATO's scale.",
                },
                "facts": _list(_TEXT, "Why that digit."),
            }
        ),
    }


def _provisions() -> JsonSchema:
    return {"old": _ref("numbers"), "new": _ref("numbers"), "old_ids": _ref("ids"), "new_ids": _ref("ids")}


def _record(properties: JsonSchema, *, optional: Iterable[str] = ()) -> JsonSchema:
    required = [name for name in properties if name not in set(optional)]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _list(items: JsonSchema, description: str) -> JsonSchema:
    return {"type": "array", "items": items, "description": description}


def _range(description: str) -> JsonSchema:
    return {**_list(_COUNT, f"{description} The least and the most."), "minItems": 2, "maxItems": 2}


def _words(description: str, meanings: Mapping[str, Any]) -> JsonSchema:
    listed = "\n".join(f"{word}: {meaning}" for word, meaning in meanings.items())
    return {"enum": list(meanings), "description": f"{description}\n{listed}"}


def _ref(name: str) -> JsonSchema:
    return {"$ref": f"#/$defs/{name}"}
