"""Positions of actors: where either paper stands to what each says it wants."""

from collections.abc import Iterable, Sequence

from plantrack.corpus import Paper
from plantrack.differences.papers import Compared
from plantrack.publishing.attributions import Demand
from plantrack.publishing.markup import capital
from plantrack.publishing.values import Stood
from plantrack.reporting.dates import human_date
from plantrack.reporting.footnotes import Footnotes
from plantrack.reporting.layout import count_of
from plantrack.reporting.markup import escaped
from plantrack.reporting.positions_words import point_words, points_by_id, reason_of, reason_words, verdict_words
from plantrack.stances import ActorStances, Stance, positions_of, stances_on_change, stances_on_paper

_COUNTING = ("held", "later")


def positions_stood(compared: Compared, notes: Footnotes, demand: Demand) -> tuple[tuple[Stood, ...], str]:
    """Positions on points that either paper has, by actor, and a sentence on those that are left out.

    Only what an actor says itself; of two positions on one point the latest before the new paper, and what came after.
    """
    if compared.diff.clock == "knowledge" or compared.new.local or compared.old.local:
        return (), ""
    gathered = positions_of(compared.new.corpus)
    points = points_by_id(compared.new.corpus, compared)
    ids = {*compared.old.version.provisions, *compared.new.version.provisions}
    before, after = (_by_id(stances_on_paper(paper, gathered)) for paper in (compared.old, compared.new))
    rows, elsewhere = [], 0
    for actor in stances_on_change(compared, gathered):
        for stance in actor.own:
            position = stance.position
            evidence = demand.of(position.evidence, compared.new)
            if not evidence:
                continue
            on_paper = position.paper in (compared.old.version.plan, compared.new.version.plan)
            if position.provision not in ids and not on_paper:
                elsewhere += 1
            elif stance.time in _COUNTING:
                key = (stance.actor, position.id)
                late = ", after the new paper" if stance.time == "later" else ""
                mark = notes.mark(compared.new.corpus, evidence)
                move = verdict_words(stance)
                rows.append(
                    Stood(
                        actor=escaped(actor.name),
                        wants=f"{escaped(' '.join(filter(None, [position.summary, position.notes])))} "
                        f"({human_date(position.date)}{late}){mark}",
                        matter=capital(point_words(position, points)),
                        old="the paper as a whole" if on_paper else _verdict(before.get(key), compared.old, demand),
                        new="\u2013" if on_paper else _verdict(after.get(key), compared.new, demand),
                        move=move if move.startswith("moves ") else "",
                    )
                )
    left = f"Left out: {count_of(elsewhere, 'position')} that cannot be held against a point of these papers."
    others = left if elsewhere and rows else ""
    return tuple(rows), others


def _by_id(gathered: Iterable[ActorStances]) -> dict[tuple[str, str], Stance]:
    return {(stance.actor, stance.position.id): stance for one in gathered for stance in one.own}


def _verdict(stance: Stance | None, paper: Paper, demand: Demand) -> str:
    """What a paper is to a position, and why nothing can be said; without the states that were asked to be left out."""
    if stance is None or stance.standing is None:
        return "\u2013"
    verdict = stance.standing.verdict
    if verdict != "undecidable":
        return verdict
    why = reason_words(stance.standing.reason, None) if demand.is_made else reason_of(stance, paper)
    return f"{verdict}: {escaped(why)}"


def verdicts_counted(rows: Sequence[Stood]) -> str:
    """How many are met, unmet and undecidable in the new paper."""
    words = [row.new.partition(":")[0] for row in rows]
    counts = [f"{words.count(word)} {word}" for word in ("met", "unmet", "undecidable") if word in words]
    return f"Held against the new paper: {', '.join(counts)}." if counts else ""
