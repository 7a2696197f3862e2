"""The schemas of what `compare`, `log`, `positions` and `timeline` give as JSON."""

from plantrack.chronology import ENTRY_KINDS
from plantrack.comparison.changes import CLOCKS, KINDS
from plantrack.comparison.matrix import DIFFERENCES, PRESENCES
from plantrack.schemas.files import DIALECT, JsonSchema
from plantrack.schemas.outputs import change_shape, unreported_shape, witnesses_shape
from plantrack.schemas.shapes import COUNT, TEXT, TEXT_OR_NULL, list_of, record, ref_to, words_of
from plantrack.stances import MOVES, REASONS, TIMES, VERDICTS
from plantrack.vocabulary import POSITION_STANCES, RELATIONS, STANCES, TEXT_BASES

_DATE_OR_NULL: JsonSchema = {"type": ["string", "null"], "description": "A day, as 2025-11-20; null where it is open."}
_EDTF_OR_NULL: JsonSchema = {"type": ["string", "null"], "description": "A date (EDTF); null where it is not known."}


def compare_schema() -> JsonSchema:
    """The schema of `plantrack compare --format json`, `plantrack-compare/1`."""
    version = record(
        {
            "ref": TEXT,
            "title": TEXT,
            "date": _EDTF_OR_NULL,
            "text_basis": words_of("What was seen of its wording.", TEXT_BASES),
        }
    )
    cell = record(
        {
            "presence": words_of("What the paper is known to say of the matter.", PRESENCES),
            "difference": words_of("How it differs from the baseline.", DIFFERENCES),
            "words": {**TEXT, "description": "State and value in words."},
            "ids": ref_to("ids"),
            "numbers": ref_to("numbers"),
            "changes": list_of(ref_to("change"), "What changed from the baseline, which is old, to this version."),
            "unreported": list_of(ref_to("unreported"), "What one of the two does not report of the matter."),
            "passages": list_of(TEXT, "source#passage under its states."),
        }
    )
    row = record(
        {
            "id": {**TEXT, "description": "The id of the point that names the row."},
            "ids": list_of(TEXT, "All ids that the matter bears in these versions."),
            "number": TEXT_OR_NULL,
            "label": TEXT,
            "topics": list_of(TEXT, "Its topics."),
            "cells": list_of(cell, "One a version, in the order of the versions."),
        }
    )
    body = record(
        {
            "schema": {"const": "plantrack-compare/1"},
            "versions": list_of(version, "The columns."),
            "baseline": {**COUNT, "description": "The place of the version that the others are held against, from 0."},
            "rows": list_of(row, "In the order of the baseline, then what only others have."),
            "left_out": {**COUNT, "description": "How many rows a selection left out."},
            "notes": list_of(TEXT, "What a reader must be warned of."),
        }
    )
    definitions = {
        "change": change_shape(),
        "clock": words_of("Whether the papers differ or our knowledge of one.", CLOCKS),
        "ids": list_of(TEXT, "Ids of provisions, in the order of their version."),
        "numbers": list_of(TEXT_OR_NULL, "Numbers as printed in the text; null for a provision without one."),
        "unreported": unreported_shape(),
        "witnesses": witnesses_shape(),
    }
    return _schema("plantrack compare", "Provisions by versions.", body, definitions)


def log_schema() -> JsonSchema:
    """The schema of `plantrack log --format json`, `plantrack-log/1`."""
    relation: JsonSchema = {"enum": [*RELATIONS, None], "description": "How it comes from that; null where by date."}
    kinds = words_of("A kind of change.", {kind.id: kind.meaning for kind in KINDS.values()})
    standings = {
        "certain": "both texts were seen",
        "unopposed": "reported, and nobody against",
        "contested": "reports differ",
    }
    point = record(
        {
            "standing": words_of("How sure it is that it changed.", standings),
            "numbers": {**TEXT, "description": "As printed, runs folded: `21.a-c`; ids where there are none."},
            "label": TEXT,
            "old_ids": list_of(TEXT, "Ids in the version before."),
            "new_ids": list_of(TEXT, "Ids in this one."),
            "kinds": list_of(kinds, "What changed."),
            "fingerprints": list_of(TEXT, "Those of the changes, as in the diff."),
        }
    )
    counts = record(dict.fromkeys((*standings, "reworded", "not_reported"), COUNT))
    version = record(
        {
            "ref": TEXT,
            "title": TEXT,
            "date": TEXT,
            "against": {**TEXT_OR_NULL, "description": "The version it is held against; null for the first."},
            "relation": relation,
            "also_from": list_of(record({"ref": TEXT, "relation": TEXT}), "What else it comes from."),
            "counts": {"anyOf": [counts, {"type": "null"}]},
            "points": list_of(point, "The points that changed."),
            "not_reported": list_of(TEXT, "Ids of points of the version before that no report on this one mentions."),
        }
    )
    body = record(
        {
            "schema": {"const": "plantrack-log/1"},
            "plan": TEXT,
            "versions": list_of(version, "The newest first; with --reverse the oldest."),
        }
    )
    return _schema("plantrack log", "The versions of a plan and what each changed.", body)


def timeline_schema() -> JsonSchema:
    """The schema of `plantrack timeline --format json`, `plantrack-timeline/1`."""
    cited = record({"passage": TEXT, "stance": words_of("What it does for the statement.", STANCES)})
    entry = record(
        {
            "kind": words_of("What it is.", ENTRY_KINDS),
            "id": TEXT,
            "date": _EDTF_OR_NULL,
            "first": _DATE_OR_NULL,
            "last": _DATE_OR_NULL,
            "uncertainty": {**TEXT_OR_NULL, "description": "What is not certain of the date; null where nothing."},
            "actors": list_of(TEXT, "Ids of those it is of, and of whom those are."),
            "what": TEXT,
            "says": TEXT,
            "evidence": list_of(cited, "What it rests on."),
        }
    )
    body = record(
        {
            "schema": {"const": "plantrack-timeline/1"},
            "from": TEXT_OR_NULL,
            "to": TEXT_OR_NULL,
            "entries": list_of(entry, "By the first day that the date may mean; what has no date last."),
        }
    )
    return _schema("plantrack timeline", "Events, papers and positions in order.", body)


def stances_schema() -> JsonSchema:
    """The schema of `plantrack positions --format json`, `plantrack-positions/1`."""
    evidence = record(
        {
            "passage": TEXT,
            "stance": words_of("What it does for the statement.", STANCES),
            "reason": TEXT_OR_NULL,
            "note": TEXT_OR_NULL,
        }
    )
    reason = record(
        {
            "kind": words_of("Why it is so.", REASONS),
            "parts": list_of(TEXT, "The parts of a term that it turns on."),
            "side": {"enum": ["old", "new", None], "description": "For a change: the version it speaks of."},
            "in_each": {"enum": ["met", "unmet", None], "description": "What each reported state alone would give."},
            "words": TEXT,
        }
    )
    position = record(
        {
            "id": TEXT,
            "date": TEXT,
            "provision": TEXT,
            "number": TEXT_OR_NULL,
            "label": TEXT,
            "stance": words_of("How the actor stands to the point.", POSITION_STANCES),
            "summary": TEXT,
            "time": {"enum": [*TIMES, None], "description": "Its time to the version; null where none was asked for."},
            "verdict": {"enum": [*VERDICTS, None], "description": "Against a version."},
            "move": {"enum": [*MOVES, None], "description": "Against a change."},
            "reason": {"anyOf": [reason, {"type": "null"}]},
            "evidence": list_of(evidence, "What it rests on."),
        }
    )
    actor = record(
        {
            "actor": TEXT,
            "name": TEXT,
            "positions": list_of(position, "In the actor's own voice, the oldest first."),
            "ascribed": list_of(position, "What others say of it; never decides."),
        }
    )
    body = record(
        {
            "schema": {"const": "plantrack-positions/1"},
            "on": TEXT_OR_NULL,
            "change": {"anyOf": [list_of(TEXT, "The two versions, old and new."), {"type": "null"}]},
            "actors": list_of(actor, "By the alphabet."),
        }
    )
    return _schema("plantrack positions", "Positions of actors, and what a version or a change is to them.", body)


def _schema(title: str, description: str, body: JsonSchema, definitions: JsonSchema | None = None) -> JsonSchema:
    schema = {"$schema": DIALECT, "title": title, "description": description, **body}
    return {**schema, "$defs": definitions} if definitions else schema
