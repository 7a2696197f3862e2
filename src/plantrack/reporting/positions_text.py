"""Positions of actors as plain text for a terminal of 80 columns."""

from collections.abc import Iterable, Mapping, Sequence

from plantrack.comparison.papers import Compared
from plantrack.corpus import Corpus, Paper
from plantrack.corpus.shaken import lost_its_ground
from plantrack.model import Provision
from plantrack.plain import one_line
from plantrack.reporting.dates import human_date
from plantrack.reporting.header import header_rows, known_words, relation_line
from plantrack.reporting.layout import WIDTH, columns, hanging, paragraph
from plantrack.reporting.names import MARKS
from plantrack.reporting.positions_words import point_words, points_by_id, reason_of, stance_words, verdict_words
from plantrack.reporting.showing import witness_line
from plantrack.reporting.states import LOST
from plantrack.stances import ActorStances, Stance

_TEXT = 16
"""The column where a position stands beside its date."""
_INTRODUCTIONS = {
    "held": "",
    "later": "said after the paper",
    "earlier": "said earlier",
    "ascribed": "said by others: it decides nothing",
}


def positions_as_text(gathered: Sequence[ActorStances], corpus: Corpus, asked: Paper | Compared | None = None) -> str:
    """Who wants what, since when and by which words, the way `plantrack positions` prints it.

    Args:
        gathered: The positions, by actor.
        corpus: Where the passages are.
        asked: The paper that the positions are held against, or the two papers.
    """
    points = points_by_id(corpus, asked)
    lines = _header(asked)
    for one in gathered:
        lines += [one_line(one.name), ""]
        for time in ("held", "later", "earlier"):
            stances = [stance for stance in one.own if stance.time == time]
            lines += _block(_INTRODUCTIONS[time], stances, corpus, asked, points)
        lines += _block(_INTRODUCTIONS["ascribed"], one.ascribed, corpus, asked, points)
    lines += [meaning for mark, meaning in MARKS.items() if any(f"{mark}," in line for line in lines)]
    return "\n".join(lines).rstrip() + "\n"


def _header(asked: Paper | Compared | None) -> list[str]:
    if asked is None:
        return []
    if isinstance(asked, Compared):
        rows = header_rows(asked)
        lines = columns(rows)
        if any(len(line) > WIDTH for line in lines):
            lines = [line for ref, *rest in rows for line in (ref, *paragraph("; ".join(rest), indent=4))]
        return [*lines, *paragraph(relation_line(asked)), ""]
    known = known_words(asked.version)
    return [*paragraph(f"{asked.ref}  {one_line(asked.version.title)}; {known}"), ""]


def _block(
    introduction: str,
    stances: Iterable[Stance],
    corpus: Corpus,
    asked: Paper | Compared | None,
    points: Mapping[str, Provision],
) -> list[str]:
    lines: list[str] = []
    for stance in stances:
        lines += [*_position(stance, corpus, asked, points), ""]
    return [*([f" ({introduction})", ""] if introduction and lines else []), *lines]


def _position(
    stance: Stance, corpus: Corpus, asked: Paper | Compared | None, points: Mapping[str, Provision]
) -> list[str]:
    position = stance.position
    head = f"{point_words(position, points)}: {stance_words(stance)}"
    lines = hanging(human_date(position.date), head, column=_TEXT, indent=1)
    lines += paragraph(one_line(position.summary), indent=_TEXT)
    reason = reason_of(stance, asked)
    if reason:
        lines += paragraph(f"{verdict_words(stance).upper()}: {reason}", indent=_TEXT)
    for item in position.evidence:
        lines += hanging("-", witness_line(corpus, item), column=_TEXT + 2, indent=_TEXT)
    lines += paragraph(LOST, indent=_TEXT) if lost_its_ground(position.evidence, corpus) else []
    return lines
