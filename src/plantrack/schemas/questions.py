"""The schemas of what `compare`, `list`, `log` and `timeline` print with `--format json`."""

from plantrack.chronology import ENTRY_KINDS
from plantrack.differences.changes import CERTAINTIES, KINDS
from plantrack.differences.matrix import DIFFERENCES, PRESENCES
from plantrack.schemas.files import DIALECT, JsonSchema
from plantrack.schemas.outputs import diff_schema
from plantrack.schemas.shapes import COUNT, TEXT, TEXT_OR_NULL, list_of, one_of, record, ref
from plantrack.vocabulary import PUBLICATIONS, RELATIONS, STANCES, STANDINGS, TEXT_BASES

_DATE_OR_NULL: JsonSchema = {"type": ["string", "null"], "description": "A day, as 2025-11-20; null where it is open."}
_EDTF_OR_NULL: JsonSchema = {"type": ["string", "null"], "description": "A date (EDTF); null where it is not known."}


def compare_schema() -> JsonSchema:
    """The schema of `plantrack compare --format json`, `plantrack-compare/1`."""
    version = record(
        {
            "ref": TEXT,
            "title": TEXT,
            "date": _EDTF_OR_NULL,
            "text_basis": one_of("What was seen of its wording.", TEXT_BASES),
            "beside_points": list_of(ref("change"), "What differs from the baseline and is of no point."),
        }
    )
    cell = record(
        {
            "presence": one_of("What the paper is known to say of the matter.", PRESENCES),
            "difference": one_of("How it differs from the baseline.", DIFFERENCES),
            "words": {**TEXT, "description": "State and value in words."},
            "ids": ref("ids"),
            "numbers": ref("numbers"),
            "changes": list_of(ref("change"), "What changed from the baseline, which is old, to this version."),
            "unreported": list_of(ref("unreported"), "What one of the two does not report of the matter."),
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
    shared = diff_schema()["$defs"]
    used = ("change", "clock", "ids", "numbers", "unreported", "witnesses", "words")
    definitions = {name: shared[name] for name in used}
    return _schema("plantrack compare", "Provisions by versions.", body, definitions)


def list_schema() -> JsonSchema:
    """The schema of `plantrack list --format json`, `plantrack-list/1`."""
    origin = record({"ref": TEXT, "relation": one_of("How it comes from that version.", RELATIONS)})
    version = record(
        {
            "ref": TEXT,
            "title": TEXT,
            "date": _EDTF_OR_NULL,
            "standing": one_of("How far it has come.", STANDINGS),
            "publication": one_of("How it came out.", PUBLICATIONS),
            "text_basis": one_of("What was seen of its wording.", TEXT_BASES),
            "points": {"type": ["integer", "null"], "description": "Its points, as claimed, else as counted; or null."},
            "derived_from": list_of(origin, "The versions it comes from."),
        }
    )
    versions = list_of(version, "The oldest first.")
    plan = record({"id": TEXT, "title": TEXT, "process": TEXT_OR_NULL, "versions": versions})
    body = record({"schema": {"const": "plantrack-list/1"}, "plans": list_of(plan, "By id.")})
    return {"$schema": DIALECT, "title": "plantrack list", "description": "Plans and their versions.", **body}


def log_schema() -> JsonSchema:
    """The schema of `plantrack log --format json`, `plantrack-log/1`."""
    relation: JsonSchema = {"enum": [*RELATIONS, None], "description": "How it comes from that; null where by date."}
    kinds = one_of("A kind of change.", {kind.id: kind.meaning for kind in KINDS.values()})
    standings = {
        "certain": "both texts were seen",
        "unopposed": "reported, and nobody against",
        "contested": "reports differ",
    }
    point = record(
        {
            "standing": one_of("How sure it is that it changed.", standings),
            "numbers": {**TEXT, "description": "As printed, runs folded: `21.a-c`; ids where there are none."},
            "label": TEXT,
            "old_ids": list_of(TEXT, "Ids in the version before."),
            "new_ids": list_of(TEXT, "Ids in this one."),
            "kinds": list_of(kinds, "What changed."),
            "fingerprints": list_of(TEXT, "Those of the changes, as in the diff."),
        }
    )
    beside = record(
        {
            "kind": kinds,
            "place": {**TEXT_OR_NULL, "description": "Where it stands: `closing`, or the fact: `standing`."},
            "part": {**TEXT_OR_NULL, "description": "The role of parties, or the title of a companion paper."},
            "certainty": {"enum": [*CERTAINTIES, None], "description": "How sure it is; null where no rule knows it."},
            "fingerprint": {**TEXT, "description": "That of the change, as in the diff."},
        }
    )
    lost = record(
        {
            "path": {**TEXT, "description": "Where it stands in the version: `provisions.amnesty.claims.0`."},
            "withdrawn": list_of(TEXT, "The sources."),
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
            "beside_points": list_of(beside, "Lines outside the points and facts of the paper that differ."),
            "lost": list_of(lost, "What this version says and of which all sources were withdrawn."),
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
    cited = record({"passage": TEXT, "stance": one_of("What it does for the statement.", STANCES)})
    entry = record(
        {
            "kind": one_of("What it is.", ENTRY_KINDS),
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


def _schema(title: str, description: str, body: JsonSchema, definitions: JsonSchema | None = None) -> JsonSchema:
    schema = {"$schema": DIALECT, "title": title, "description": description, **body}
    return {**schema, "$defs": definitions} if definitions else schema
