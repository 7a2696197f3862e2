"""The machine-readable history of a plan, `plantrack-log/1`."""

from plantrack.answers.entries import Entry
from plantrack.answers.history_words import StepCount, count_step
from plantrack.differences.history import History, HistoryStep
from plantrack.differences.result import Change
from plantrack.rendering.diff_json import as_json

SCHEMA = "plantrack-log/1"


def history_as_json(history: History, *, oldest_first: bool = False) -> str:
    """A history as JSON text, in a fixed order, with a line end."""
    steps = history.steps if oldest_first else history.steps[::-1]
    return as_json({"schema": SCHEMA, "plan": history.plan.id, "versions": [_step(step) for step in steps]})


def _step(step: HistoryStep) -> dict[str, object]:
    count = count_step(step)
    return {
        "ref": step.version.ref,
        "title": step.version.title,
        "date": step.version.date,
        "against": step.against,
        "relation": step.relation,
        "also_from": [{"ref": one.version, "relation": one.relation} for one in step.also_from],
        "counts": _counts(count) if step.compared is not None else None,
        "points": [_point(entry, word) for word, entries in count.sections for entry in entries],
        "not_reported": [provision.id for provision in count.not_reported],
        "beside_points": [_beside(change) for entry in count.beside for change in entry.changes],
        "lost": [{"path": ".".join(one.path), "withdrawn": [*one.withdrawn]} for one in step.lost],
    }


def _counts(count: StepCount) -> dict[str, int]:
    return {
        **{word: len(entries) for word, entries in count.sections},
        "reworded": len(count.reworded),
        "not_reported": len(count.not_reported),
    }


def _beside(change: Change) -> dict[str, object]:
    """A line outside the points, or a fact of the paper, that differs."""
    return {
        "kind": change.kind, "place": change.place, "part": change.part, "certainty": change.certainty,
        "fingerprint": change.fingerprint,
    }  # fmt: skip


def _point(entry: Entry, word: str) -> dict[str, object]:
    return {
        "standing": word,
        "numbers": entry.numbers,
        "label": entry.label,
        "old_ids": [one.id for one in entry.old],
        "new_ids": [one.id for one in entry.new],
        "kinds": [*dict.fromkeys(change.kind for change in entry.changes)],
        "fingerprints": [change.fingerprint for change in entry.changes],
    }
