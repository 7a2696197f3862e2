"""The schema of `plantrack diff --format json`."""

from plantrack import vocabulary
from plantrack.differences.changes import CERTAINTIES, CLOCKS, EFFECTS, KINDS
from plantrack.differences.other_languages import MODES
from plantrack.model.decisions import TAKEN_FOR
from plantrack.schemas.files import DIALECT, JsonSchema
from plantrack.schemas.shapes import COUNT, TEXT, TEXT_OR_NULL, list_of, one_of, range_of, record, ref
from plantrack.schemas.tree import said_schema

DIFF = "plantrack-diff/1"
MATCHED_BY = {
    "declared": "the person who asked, with --match or in a file of decisions",
    "id": "one id on both sides",
    "lineage": "declared descent",
    "same-text": "the same words",
    "place": "the same place, where neither has words of its own",
    "likeness": "likeness on two grounds and more",
}
"""What joins points, and what each word for it means."""


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
                "assumed": {"type": "boolean", "description": "No file says how they hang together; it was asked so."},
                "reading": {"description": "How each text was read.", **_both(_or_null(ref("reading")))},
                "mode": one_of("How far words were compared.", MODES),
                "not_kept": {
                    "description": "Points whose wording was seen and is not kept, so that it was not compared.",
                    **_both(ref("ids")),
                },
                "matches": list_of(ref("match"), "Provisions of both sides that are about the same matter."),
                "changes": list_of(ref("change"), "In OLD's order; nothing is ranked by weight."),
                "silenced": list_of(ref("silenced"), "Differences of words that a named rule shows to say the same."),
                "unreported": list_of(ref("unreported"), "What one side has and no report of the other speaks of."),
                "kept": list_of(ref("kept"), "What reports say stays unchanged."),
                "bounds": {"anyOf": [ref("bounds"), {"type": "null"}]},
                "notes": list_of(TEXT, "What a reader must be warned of."),
                "decided": _or_null(ref("decided")),
                "said": said_schema(),
                "points": {
                    "description": "The points of both sides, in their order.",
                    **_both(list_of(ref("point"), "Points and sub-points.")),
                },
                "outside": {
                    "description": "The lines of both sides outside the points.",
                    **_both(list_of(ref("line"), "In their order.")),
                },
            },
            optional=("said",),
        ),
        "$defs": {
            "bounds": _bounds(),
            "change": _change(),
            "decided": _decided(),
            "line": _line(),
            "point": _point(),
            "reading": _reading(),
            "silenced": _silenced(),
            "words": _words(),
            "clock": one_of("Whether the papers differ or our knowledge of one.", CLOCKS),
            "ids": list_of(TEXT, "Ids of provisions, in the order of their version."),
            "kept": _kept(),
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
            "by": one_of("What joined them.", MATCHED_BY),
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
            "effect": _known("What this change does to the duty if all else stays equal; null where unread.", EFFECTS),
            "certainty": _known("How sure it is; null where no rule knows what the difference does.", CERTAINTIES),
            "clock": ref("clock"),
            "claims": list_of(
                {"type": "array", "prefixItems": [claim, claim], "minItems": 2, "maxItems": 2},
                "Pairs of claims (old, new) that give it; null where a side has no claims.",
            ),
            "place": {
                **TEXT,
                "description": "Where outside the points, such as preamble; or heading.",
            },
            "words": ref("words"),
            "rule": {**TEXT, "description": "The rule that named it, where it rests on wording."},
            "bearer": {
                **TEXT,
                "description": "Whom the sentence binds, where that is sure.",
            },
            "force": {
                "enum": list(vocabulary.MODALITIES),
                "description": "The force of the sentence, where both sides have the same.",
            },
            "basis": {"enum": ["inferred_absence"], "description": "Inferred where a full text merely lacks it."},
            "partly": {"type": "boolean", "description": "It holds for a part of the provision only."},
            "linked": list_of(TEXT, "Ids of provisions that hang on it."),
            "evidence": record({"old": ref("witnesses"), "new": ref("witnesses")}),
            "fingerprint": {**TEXT, "description": "The same as long as kind, ids and values are."},
        },
        optional=("part", "place", "words", "rule", "bearer", "force", "basis", "partly"),
    )


def _words() -> JsonSchema:
    """Words of both sides."""
    span = {
        "type": "array",
        "prefixItems": [COUNT, COUNT, TEXT],
        "minItems": 3,
        "maxItems": 3,
        "description": "Start and end in Unicode code points of the text of the point, and the words.",
    }
    return {"description": "The words that a difference lies in.", **_both(list_of(span, "In the order of the text."))}


def _silenced() -> JsonSchema:
    return record(
        {
            "rule": {**TEXT, "description": "The name of the rule; plantrack explain --rules says what it means."},
            **_provisions(),
            "place": {**TEXT_OR_NULL, "description": "Where it is, outside the points."},
            "words": ref("words"),
        }
    )


def _reading() -> JsonSchema:
    left_out = record(
        {
            "line": {"type": ["integer", "null"], "minimum": 1, "description": "In the source, from 1."},
            "text": TEXT,
            "why": TEXT,
        }
    )
    return record(
        {
            "as": {**TEXT, "description": "What it was read as: numbered points, headings, paragraphs, bullets."},
            "words": {**COUNT, "description": "All words of the source."},
            "in_points": {**COUNT, "description": "Words that stand in points."},
            "outside": {**COUNT, "description": "Words in lines outside the points, which are compared, too."},
            "furniture": list_of(left_out, "What was left out of comparing, and why."),
            "language": {**TEXT, "description": "A language tag (BCP 47); und where it could not be told."},
        }
    )


def _point() -> JsonSchema:
    return record(
        {
            "id": TEXT,
            "number": {**TEXT_OR_NULL, "description": "As printed."},
            "parent": {**TEXT_OR_NULL, "description": "The id of the point above."},
            "title": {**TEXT_OR_NULL, "description": "Its heading."},
            "label": {**TEXT_OR_NULL, "description": "Two or three words for tables."},
            "text": {**TEXT_OR_NULL, "description": "The wording, where it is kept."},
            "summary": {**TEXT_OR_NULL, "description": "Our own words."},
        }
    )


def _line() -> JsonSchema:
    return record(
        {
            "place": {**TEXT, "description": "title, preamble, heading, annex-a heading, closing, signature, note."},
            "text": TEXT,
            "line": {"type": ["integer", "null"], "minimum": 1, "description": "In the source, from 1."},
        }
    )


def _decided() -> JsonSchema:
    pair = {"type": "array", "items": TEXT, "minItems": 2, "maxItems": 2}
    return {
        "description": "What rests on a person's decisions, as kept in a file; pairs of points, OLD's first.",
        **record(
            {
                "file": TEXT,
                "match": list_of(pair, "Points joined."),
                "no_match": list_of(pair, "Points kept apart."),
                "read_same": list_of(pair, "Points read and found the same."),
                "lapsed": list_of(pair, "Points found the same once, whose words changed since."),
                "reading": list_of({"enum": ["old", "new"]}, "The texts of which it says how they are read."),
                "relation": {"enum": [*TAKEN_FOR, None], "description": "What it takes the papers for."},
            }
        ),
    }


def _unreported() -> JsonSchema:
    return record(
        {
            "id": TEXT,
            "number": TEXT_OR_NULL,
            "side": {"enum": ["old", "new"], "description": "The side that does not report it."},
            "term": {**TEXT_OR_NULL, "description": "The key of the term; null for the whole provision."},
            "part": {**TEXT_OR_NULL, "description": "The part of the term; null for the whole term."},
            "reach": {
                "enum": ["none", "topic", "collective", "named"],
                "description": "The nearest that reports come to it.",
            },
            "passages": list_of(TEXT, "source#passage of those that come near."),
        }
    )


def _kept() -> JsonSchema:
    return record(
        {
            "id": TEXT,
            "number": {**TEXT_OR_NULL, "description": "In OLD."},
            "side": {"enum": ["old", "new"], "description": "The side of which it is reported."},
            "since": {**TEXT, "description": "The version as whose it stays, as plan@version."},
            "terms": list_of(TEXT, "Keys of the terms that stay."),
            "evidence": ref("witnesses"),
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


def _both(held: JsonSchema) -> JsonSchema:
    """The same of either side."""
    return record({"old": held, "new": held})


def _or_null(held: JsonSchema) -> JsonSchema:
    return {"anyOf": [held, {"type": "null"}]}


def _known(description: str, meanings: dict[str, str]) -> JsonSchema:
    """One of these words, or null."""
    listed = one_of(description, meanings)
    return {**listed, "enum": [*listed["enum"], None]}


def _provisions() -> JsonSchema:
    return {"old": ref("numbers"), "new": ref("numbers"), "old_ids": ref("ids"), "new_ids": ref("ids")}
