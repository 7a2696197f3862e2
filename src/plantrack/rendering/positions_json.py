"""The machine-readable positions, `plantrack-positions/1`."""

import json
from collections.abc import Sequence

from plantrack.answers.positions_words import point_words, points_by_id, reason_of
from plantrack.corpus import Corpus, Paper
from plantrack.differences.papers import Compared
from plantrack.model import Evidence
from plantrack.stances import ActorStances, Stance

SCHEMA = "plantrack-positions/1"


def positions_as_json(gathered: Sequence[ActorStances], corpus: Corpus, asked: Paper | Compared | None = None) -> str:
    """Positions as JSON text, in a fixed order, with a line end. Arguments as for the text."""
    points = points_by_id(corpus, asked)

    def stance_form(stance: Stance) -> dict[str, object]:
        position = stance.position
        point = points.get(position.provision)
        form: dict[str, object] = {
            "id": position.id,
            "date": position.date,
            "provision": position.provision,
            "number": point.number if point is not None else None,
            "label": point_words(position, points),
            "stance": position.stance,
            "summary": position.summary,
            "time": stance.time if asked is not None or stance.time == "ascribed" else None,
            "verdict": stance.standing.verdict if stance.standing else None,
            "move": stance.move.direction if stance.move else None,
            "reason": None,
            "evidence": [_evidence(item) for item in position.evidence],
        }
        reason = stance.standing.reason if stance.standing else stance.move.reason if stance.move else None
        if reason is not None:
            form["reason"] = {
                "kind": reason.kind,
                "parts": list(reason.parts),
                "side": reason.side,
                "in_each": reason.in_each,
                "words": reason_of(stance, asked),
            }
        return form

    answer = {
        "schema": SCHEMA,
        "on": asked.ref if isinstance(asked, Paper) else None,
        "change": [asked.old.ref, asked.new.ref] if isinstance(asked, Compared) else None,
        "actors": [
            {
                "actor": one.actor,
                "name": one.name,
                "positions": [stance_form(stance) for stance in one.own],
                "ascribed": [stance_form(stance) for stance in one.ascribed],
            }
            for one in gathered
        ],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _evidence(item: Evidence) -> dict[str, object]:
    return {"passage": item.passage, "stance": item.stance, "reason": item.reason, "note": item.note}
