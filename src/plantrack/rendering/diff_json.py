"""The machine-readable diff, `plantrack-diff/1`: described by the JSON Schema that `plantrack schema diff` prints."""

import json
from collections.abc import Mapping
from decimal import Decimal

from plantrack.differences.result import Change, Decided, Diff, Kept, Point, Side, Silenced, Unreported, Words
from plantrack.lineage import Witnesses
from plantrack.matching import Match
from plantrack.model.readings import OutsideLine, Reading

SCHEMA = "plantrack-diff/1"


def diff_as_json(diff: Diff, said: Mapping[str, object] | None = None) -> str:
    """A diff as JSON text, in a fixed order, with a line end.

    Args:
        diff: The comparison.
        said: What the other formats say of it.
    """
    form = diff_as_data(diff)
    return as_json(form if said is None else form | {"said": said})


def as_json(form: object) -> str:
    """A form as JSON text, with a line end."""
    return json.dumps(form, ensure_ascii=False, indent=2, default=json_value) + "\n"


def picked(held: object, names: str) -> dict[str, object]:
    """Fields of a value by name, several of them as a list."""
    parts = {name: getattr(held, name) for name in names.split()}
    return {name: list(part) if isinstance(part, tuple) else part for name, part in parts.items()}


def diff_as_data(diff: Diff) -> dict[str, object]:
    """A diff as lists, dicts, text and numbers."""
    numbers: dict[str, str | None] = dict(diff.numbers)
    bounds = diff.bounds
    return {
        "schema": SCHEMA,
        "old": _side(diff.old),
        "new": _side(diff.new),
        "clock": diff.clock,
        "relation": diff.relation,
        "assumed": diff.assumed,
        "reading": {"old": reading_form(diff.reading_old), "new": reading_form(diff.reading_new)},
        "mode": diff.mode,
        "not_kept": {"old": list(diff.unkept_old), "new": list(diff.unkept_new)},
        "matches": [_match(match, numbers) for match in diff.matches],
        "changes": [change_form(change) for change in diff.changes],
        "silenced": [silenced_form(one) for one in diff.silenced],
        "unreported": [gap_form(gap) for gap in diff.unreported],
        "kept": [kept_form(one) for one in diff.kept],
        "bounds": None if bounds is None else {
            "gone_at_least": bounds.gone_at_least,
            "identified": list(bounds.identified),
            "contested": list(bounds.contested),
            "unidentified": list(bounds.unidentified),
        },
        "notes": list(diff.notes),
        "decided": None if diff.decided is None else _decided(diff.decided),
        "points": {"old": list(map(_point, diff.points_old)), "new": list(map(_point, diff.points_new))},
        "outside": {"old": list(map(_line, diff.outside_old)), "new": list(map(_line, diff.outside_new))},
    }  # fmt: skip


def _side(side: Side) -> dict[str, object]:
    return picked(side, "ref title text_basis points")


def _match(match: Match, numbers: Mapping[str, str | None]) -> dict[str, object]:
    return {
        "old": [numbers[f"old:{provision_id}"] for provision_id in match.old_ids],
        "new": [numbers[f"new:{provision_id}"] for provision_id in match.new_ids],
        "old_ids": list(match.old_ids),
        "new_ids": list(match.new_ids),
        "by": match.by,
        "score": round(match.score, 4),
        "why": list(match.why),
    }


def change_form(change: Change) -> dict[str, object]:
    """One change as lists, dicts, text and numbers."""
    form: dict[str, object] = {
        "kind": change.kind,
        "old": list(change.old),
        "new": list(change.new),
        "old_ids": list(change.old_ids),
        "new_ids": list(change.new_ids),
        "term": None if change.term == (None, None) else {"old": change.term[0], "new": change.term[1]},
        "before": change.before,
        "after": change.after,
        "delta": None if change.delta is None else dict(change.delta),
        "effect": change.effect,
        "certainty": change.certainty,
        "clock": change.clock,
        "claims": [list(pair) for pair in change.claims],
        "linked": list(change.linked),
        "evidence": {"old": _witnesses(change.evidence_old), "new": _witnesses(change.evidence_new)},
        "fingerprint": change.fingerprint,
    }
    optional = {
        "part": change.part,
        "place": change.place,
        "words": None if change.words is None else words_form(change.words),
        "rule": change.rule,
        "bearer": change.bearer,
        "force": change.force,
        "basis": change.basis,
        "partly": change.partly or None,
    }
    return form | {key: value for key, value in optional.items() if value is not None}


def words_form(words: Words) -> dict[str, object]:
    """Words of both sides, each as start, end and the words."""
    return {side: [list(span) for span in spans] for side, spans in (("old", words.old), ("new", words.new))}


def silenced_form(silenced: Silenced) -> dict[str, object]:
    """A difference of words that a rule silenced."""
    return {
        "rule": silenced.rule,
        "old": list(silenced.old),
        "new": list(silenced.new),
        "old_ids": list(silenced.old_ids),
        "new_ids": list(silenced.new_ids),
        "place": silenced.place,
        "words": words_form(silenced.words),
    }


def reading_form(reading: Reading | None) -> dict[str, object] | None:
    """How a text was read."""
    if reading is None:
        return None
    return {
        "as": reading.form,
        "words": reading.words,
        "in_points": reading.in_points,
        "outside": reading.outside,
        "furniture": [picked(part, "line text why") for part in reading.furniture],
        "language": reading.language,
    }


def _point(point: Point) -> dict[str, object]:
    return picked(point, "id number parent title label text summary")


def _line(line: OutsideLine) -> dict[str, object]:
    return picked(line, "place text line")


def _decided(decided: Decided) -> dict[str, object]:
    """What rests on decisions of a person."""
    pairs = {"match": decided.matched, "no_match": decided.unmatched}
    pairs |= {"read_same": decided.read_same, "lapsed": decided.lapsed}
    form: dict[str, object] = {name: [list(pair) for pair in held] for name, held in pairs.items()}
    return {"file": decided.file, **form, "reading": list(decided.reading), "relation": decided.relation}


def _witnesses(witnesses: Witnesses) -> dict[str, object]:
    return picked(witnesses, "passages articles outlets lineages credibility facts")


def gap_form(gap: Unreported) -> dict[str, object]:
    """Something that one side does not report."""
    return {**picked(gap, "id number side term part reach"), "passages": list(gap.evidence.passages)}


def kept_form(kept: Kept) -> dict[str, object]:
    """Something that reports say stays unchanged."""
    return {**picked(kept, "id number side since terms"), "evidence": _witnesses(kept.evidence)}


def json_value(value: object) -> object:
    """What JSON takes in place of a value that it does not know. Raises TypeError."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, tuple):
        return list(value)
    message = f"no JSON form for {type(value).__name__}"
    raise TypeError(message)
