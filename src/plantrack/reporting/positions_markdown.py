"""Positions of actors as Markdown: a heading an actor, a table of what it says it wants."""

from collections.abc import Iterable, Mapping, Sequence

from plantrack.corpus import Corpus, Paper
from plantrack.corpus.shaken import lost_its_ground
from plantrack.differences.papers import Compared
from plantrack.model import Provision
from plantrack.reporting.dates import human_date
from plantrack.reporting.header import header_rows, known_words, relation_line
from plantrack.reporting.markup import escaped
from plantrack.reporting.positions_words import (
    INTRODUCTIONS,
    point_words,
    points_by_id,
    reason_of,
    stance_words,
    verdict_words,
)
from plantrack.reporting.states import LOST
from plantrack.reporting.witnessed import marks_in, passages_of
from plantrack.stances import ActorStances, Stance


def positions_as_markdown(
    gathered: Sequence[ActorStances], corpus: Corpus, asked: Paper | Compared | None = None
) -> str:
    """Positions as Markdown. Arguments as for the text."""
    points = points_by_id(corpus, asked)
    lines = _header(asked)
    said: list[str] = []
    for one in gathered:
        lines += ["", f"## {escaped(one.name)}"]
        blocks = [
            (time, [stance for stance in one.own if stance.time == time]) for time in ("held", "later", "earlier")
        ]
        for time, stances in (*blocks, ("ascribed", [*one.ascribed])):
            if stances:
                intro = [f"*{escaped(INTRODUCTIONS[time])}*", ""] if INTRODUCTIONS[time] else []
                lines += ["", *intro, *_table(stances, corpus, asked, points, said)]
    lines += ["", *(f"- {escaped(meaning)}" for meaning in marks_in(" ".join(said)))]
    return "\n".join(lines).rstrip() + "\n"


def _header(asked: Paper | Compared | None) -> list[str]:
    if isinstance(asked, Compared):
        rows = [f"- {escaped(ref)}: {escaped('; '.join(rest))}" for ref, *rest in header_rows(asked)]
        change = f"{asked.old.ref} to {asked.new.ref}"
        return [f"# Positions, and the change from {escaped(change)}", "", *rows, f"- {escaped(relation_line(asked))}"]
    if asked is None:
        return ["# Positions"]
    about = f"{asked.version.title}; {known_words(asked.version)}"
    return [f"# Positions against {escaped(asked.ref)}", "", escaped(about)]


def _table(
    stances: Iterable[Stance],
    corpus: Corpus,
    asked: Paper | Compared | None,
    points: Mapping[str, Provision],
    said: list[str],
) -> list[str]:
    heads = ["Date", "Position", *(["Verdict"] if asked is not None else []), "Who says so"]
    lines = [_row(heads), _row(["---"] * len(heads))]
    for stance in stances:
        position = stance.position
        what = f"**{escaped(f'{point_words(position, points)}: {stance_words(stance)}')}** {escaped(position.summary)}"
        reason = reason_of(stance, asked)
        verdict = f"**{escaped(verdict_words(stance))}**: {escaped(reason)}" if reason else ""
        told = "; ".join(passages_of(position.evidence, corpus, date=position.date))
        said.append(told)
        middle = [verdict] if asked is not None else []
        lost = f" **{escaped(LOST)}**" if lost_its_ground(position.evidence, corpus) else ""
        lines.append(_row([escaped(human_date(position.date)), what, *middle, escaped(told) + lost]))
    return lines


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
