"""Positions of actors as plain text."""

from collections.abc import Iterable, Mapping, Sequence

from plantrack.corpus import Corpus, Paper
from plantrack.corpus.shaken import lost_its_ground
from plantrack.differences.papers import Compared
from plantrack.model import Provision
from plantrack.plain import one_line
from plantrack.reporting.dates import human_date
from plantrack.reporting.header import header_rows, known_words, relation_line
from plantrack.reporting.layout import WIDTH, beside, columns, hanging, paragraph
from plantrack.reporting.positions_words import (
    INTRODUCTIONS,
    point_words,
    points_by_id,
    reason_of,
    stance_words,
    verdict_words,
)
from plantrack.reporting.states import LOST
from plantrack.reporting.witnessed import mark_lines, passages_of
from plantrack.stances import ActorStances, Stance

_TEXT = 17
"""The column where a position stands beside its date."""


def positions_as_text(
    gathered: Sequence[ActorStances], corpus: Corpus, asked: Paper | Compared | None = None, *, width: int = WIDTH
) -> str:
    """Who wants what, since when and by which words, the way `plantrack positions` prints it.

    Args:
        gathered: The positions, by actor.
        corpus: Where the passages are.
        asked: The paper that the positions are held against, or the two papers.
        width: Columns of the terminal.
    """
    points = points_by_id(corpus, asked)
    lines = _header(asked, width)
    body: list[str] = []
    for one in gathered:
        body += [one_line(one.name)]
        for time in ("held", "later", "earlier"):
            stances = [stance for stance in one.own if stance.time == time]
            body += _block(INTRODUCTIONS[time], stances, corpus, asked, points, width)
        body += [*_block(INTRODUCTIONS["ascribed"], one.ascribed, corpus, asked, points, width), ""]
    return "\n".join([*lines, *body, *mark_lines("\n".join(body), width)]).rstrip() + "\n"


def _header(asked: Paper | Compared | None, width: int) -> list[str]:
    if asked is None:
        return []
    if isinstance(asked, Compared):
        rows = header_rows(asked)
        lines = columns(rows)
        if any(len(line) > width for line in lines):
            lines = [line for ref, *rest in rows for line in (ref, *paragraph("; ".join(rest), indent=4, width=width))]
        return [*lines, *paragraph(relation_line(asked), width=width), ""]
    known = known_words(asked.version)
    return [*paragraph(f"{asked.ref}  {one_line(asked.version.title)}; {known}", width=width), ""]


def _block(
    introduction: str,
    stances: Iterable[Stance],
    corpus: Corpus,
    asked: Paper | Compared | None,
    points: Mapping[str, Provision],
    width: int,
) -> list[str]:
    lines: list[str] = []
    before = ""
    for stance in stances:
        dated = human_date(stance.position.date)
        told = _position(stance, corpus, asked, points, width - _TEXT)
        lines += beside(f" {dated}" if dated != before else "", told, column=_TEXT)
        before = dated
    return [*([f" ({introduction})"] if introduction and lines else []), *lines]


def _position(
    stance: Stance, corpus: Corpus, asked: Paper | Compared | None, points: Mapping[str, Provision], width: int
) -> list[str]:
    position = stance.position
    lines = hanging("-", f"{point_words(position, points)}: {stance_words(stance)}", column=2, width=width)
    reason = reason_of(stance, asked)
    if reason:
        lines += paragraph(f"{verdict_words(stance).upper()}: {reason}", indent=2, width=width)
    lines += paragraph(one_line(position.summary), indent=2, width=width)
    passages = passages_of(position.evidence, corpus, date=position.date)
    lines += paragraph(f"\u2014 {'; '.join(passages)}", indent=2, width=width) if passages else []
    return [*lines, *(paragraph(LOST, indent=2, width=width) if lost_its_ground(position.evidence, corpus) else [])]
