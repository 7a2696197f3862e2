"""The schemas of what `settle` and `status` give."""

from plantrack.differences.settling import GROUNDS, SETTLINGS
from plantrack.differences.waiting import WAITS
from plantrack.schemas.files import DIALECT, JsonSchema
from plantrack.schemas.outputs import diff_schema
from plantrack.schemas.shapes import COUNT, TEXT, TEXT_OR_NULL, list_of, one_of, record, ref
from plantrack.schemas.tree import said_schema

_PASSAGES = list_of({**TEXT, "pattern": "^[^#]+#[^#]+$"}, "source#passage.")


def settle_schema() -> JsonSchema:
    """The schema of `plantrack settle --format json`, `plantrack-settle/1`."""
    counts = {verdict: {**COUNT, "description": meaning} for verdict, meaning in SETTLINGS.items()}
    settled = record(
        {
            "report": {**TEXT, "description": "The paper as it was reported: plan@version."},
            "provision": {**TEXT_OR_NULL, "description": "The id of the point there; null for the paper as a whole."},
            "claim": {"type": ["integer", "null"], "minimum": 0, "description": "The index of the reported state."},
            "about": {**TEXT, "description": "wording, matter, count, or the key of a term."},
            "summary": {**TEXT, "description": "What was reported, in our own words."},
            "verdict": one_of("What became of it.", SETTLINGS),
            "ground": one_of("Why.", GROUNDS),
            "points": list_of(TEXT, "Ids of the points of the text on the matter."),
            "changes": list_of(ref("change"), "What the comparison names; the report is old, the text new."),
            "parts": list_of(TEXT, "Parts of the term on which it hangs that it cannot be told."),
            "by": list_of(TEXT, "Parties whose wish bears it out, where the text holds several."),
            "of_reports": {"type": "boolean", "description": "The text itself is known there from reports only."},
            "passages": _PASSAGES,
        }
    )
    origin = record(
        {
            "origin": {**TEXT, "description": "The last item of the chains that end there."},
            **counts,
            "passages": _PASSAGES,
        }
    )
    body = record(
        {
            "schema": {"const": "plantrack-settle/1"},
            "text": {**TEXT, "description": "The paper as it was seen."},
            "reports": list_of(TEXT, "The paper as it was reported, the oldest first."),
            "counts": record(counts),
            "settled": list_of(settled, "Each thing that was reported."),
            "origins": list_of(origin, "How often each independent origin was right."),
            "said": said_schema(),
        }
    )
    shared = diff_schema()["$defs"]
    return {
        "$schema": DIALECT,
        "title": "plantrack settle",
        "description": "What a text bears out of what was reported of it.",
        **body,
        "$defs": {name: shared[name] for name in ("change", "clock", "ids", "numbers", "witnesses", "words")},
    }


def status_schema() -> JsonSchema:
    """The schema of `plantrack status --format json`, `plantrack-status/1`."""
    newest = {**TEXT_OR_NULL, "description": "The date (EDTF) of the newest page; null where none has one."}
    plan = record(
        {
            "plan": TEXT,
            "title": TEXT,
            "newest": newest,
            "pages": {**COUNT, "description": "Pages that say something of it."},
            "versions": list_of(TEXT, "plan@version, the oldest first."),
        }
    )
    waiting = record(
        {
            "kind": one_of("What it waits for.", WAITS),
            "where": {**TEXT, "description": "A version, plan@version, or the id of a source."},
            "points": list_of(TEXT, "Ids of the points that wait; none where all of the version does."),
            "command": {**TEXT_OR_NULL, "description": "What scores the reports."},
            "reason": {**TEXT_OR_NULL, "description": "Why there is no address, where it was written down."},
        }
    )
    body = record(
        {
            "schema": {"const": "plantrack-status/1"},
            "newest": newest,
            "plans": list_of(plan, "Those longest without a new page first."),
            "waiting": list_of(waiting, "By kind."),
            "said": said_schema(),
        }
    )
    return {
        "$schema": DIALECT,
        "title": "plantrack status",
        "description": "Up to when a corpus knows of each plan, and what waits.",
        **body,
    }
