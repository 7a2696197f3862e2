"""The machine-readable diff, `plantrack-diff/1`, and what of it other answers hold."""

from typing import NamedTuple

from plantrack.answers.forms import Form, Key
from plantrack.differences.result import (
    Bounds,
    Change,
    Decided,
    Diff,
    Kept,
    Point,
    Side,
    Silenced,
    Unreported,
    Words,
)
from plantrack.lineage import Witnesses
from plantrack.matching import Match
from plantrack.model.readings import Furniture, OutsideLine, Reading

_TERM = {
    "description": "Keys of the terms; null where the change is of no term.",
    "type": ["object", "null"],
    "properties": {side: {"type": ["string", "null"]} for side in ("old", "new")},
    "required": ["old", "new"],
    "additionalProperties": False,
}
_DELTA = {
    "description": "NEW less OLD, and that as a share of OLD, where figures can be subtracted.",
    "type": ["object", "null"],
    "properties": {key: {"type": "number"} for key in ("absolute", "relative")},
    "additionalProperties": False,
}


class _Matched(NamedTuple):
    """Provisions of both sides that are about the same matter."""

    match: Match
    old: tuple[str | None, ...]
    """Numbers as printed, null for a provision without one."""
    new: tuple[str | None, ...]


def _matched(diff: Diff) -> list[_Matched]:
    numbers = diff.numbers
    return [
        _Matched(
            match,
            tuple(numbers[f"old:{one}"] for one in match.old_ids),
            tuple(numbers[f"new:{one}"] for one in match.new_ids),
        )
        for match in diff.matches
    ]


WORDS = Form("words", Words, "old new")
WITNESSES = Form("witnesses", Witnesses, "passages articles outlets lineages credibility facts")
READING = Form(
    "reading", Reading, "as=form words in_points outside furniture language",
    holds=[Form("furniture", Furniture, "line text why")],
)  # fmt: skip
CHANGE = Form(
    "change", Change, "kind old new old_ids new_ids",
    Key("term", _TERM, lambda one: dict(zip(("old", "new"), one.term, strict=True)) if any(one.term) else None),
    "before after", Key("delta", _DELTA, lambda one: one.delta),
    "effect certainty clock claims linked evidence=evidence_old|evidence_new fingerprint",
    "part place words rule bearer force basis partly",
    holds=[WORDS, WITNESSES], optional="part place words rule bearer force basis partly",
)  # fmt: skip
UNREPORTED = Form("unreported", Unreported, "id number side term part reach passages=evidence.passages")
DIFF = Form(
    "diff", Diff, "old new clock relation assumed reading=reading_old|reading_new mode",
    "not_kept=unkept_old|unkept_new",
    Key("matches", [Form(
        "match", _Matched, "old new old_ids=match.old_ids new_ids=match.new_ids by=match.by",
        Key("score", float, lambda one: round(one.match.score, 4), "From 0 to 1; below 1 only for likeness."),
        "why=match.why",
    )], _matched, "Provisions of both sides that are about the same matter."),
    "changes silenced unreported kept bounds notes decided",
    "points=points_old|points_new outside=outside_old|outside_new",
    holds=[
        Form("side", Side, "ref title text_basis points"), READING, CHANGE, UNREPORTED,
        Form("kept", Kept, "id number side since terms evidence", holds=[WITNESSES]),
        Form("silenced", Silenced, "rule old new old_ids new_ids place words", holds=[WORDS]),
        Form("bounds", Bounds, "gone_at_least identified contested unidentified"),
        Form(
            "decided", Decided,
            "file match=matched no_match=unmatched read_same lapsed reading relation",
        ),
        Form("point", Point, "id number parent title label text summary"),
        Form("line", OutsideLine, "place text line"),
    ],
)  # fmt: skip
