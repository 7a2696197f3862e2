"""From papers to a report: which statements stand in it, and where."""

from collections.abc import Sequence
from itertools import pairwise

from plantrack.corpus import Paper
from plantrack.differences.changes import KINDS
from plantrack.differences.papers import Compared, compare_papers
from plantrack.errors import UsageError
from plantrack.publishing.attributions import Demand, attributions_of, meeting
from plantrack.publishing.contested import contested_of
from plantrack.publishing.footing import foot_of, heading_of, papers_of, title_of, title_of_many
from plantrack.publishing.overview import overview_of
from plantrack.publishing.rows import in_old_order, is_loud, number_of, rows_of, wordings_of
from plantrack.publishing.standing import positions_stood, verdicts_counted
from plantrack.publishing.summary import summary_of
from plantrack.publishing.unknown import unknown_of
from plantrack.publishing.values import Report, Step
from plantrack.reporting.entries import Entries, Entry, arrange
from plantrack.reporting.footnotes import Footnotes
from plantrack.reporting.history_words import beside_words
from plantrack.reporting.layout import count_of
from plantrack.reporting.markup import escaped
from plantrack.value import evolve

LINEAGES = (
    "Lineages are independent origins, the least and the most: one group of unnamed officials is one, however many "
    "articles print it; 0, that none is known by name or group. Credibility is computed from who is named, how many "
    "and who says otherwise, from 1, confirmed, to 5, improbable, and 6, cannot be judged; no outlet is rated."
)
ORDER = "Points stand in the order of the old paper, actors by the alphabet; nothing is ranked by weight."


def compose(papers: Sequence[Paper], demand: Demand | None = None) -> Report:
    """The report on two papers, or on three and more, each against the one before.

    Args:
        papers: The papers in the order in which they are to be compared.
        demand: How well reported statements must be borne out.

    Raises:
        UsageError: if there are fewer than two papers.
        PlantrackError: if evidence names what is not there.
    """
    if len(papers) < 2:
        raise UsageError("a report needs two versions or more", found=str(len(papers)), expected="OLD NEW")
    steps = [compare_papers(old, new) for old, new in pairwise(papers)]
    return compose_compared(steps, demand)


def compose_compared(steps: Sequence[Compared], demand: Demand | None = None) -> Report:
    """The same of what is compared already, with whatever selection was made."""
    notes = Footnotes()
    told = tuple(_step(compared, notes, demand or Demand()) for compared in steps)
    papers = (steps[0].old, *(compared.new for compared in steps))
    digest = papers[-1].corpus.digest()
    return Report(
        title=title_of(steps[0]) if len(steps) == 1 else title_of_many(papers),
        lead=_lead(steps, demand or Demand()) if len(steps) > 1 else (),
        overview=overview_of(papers) if len(steps) > 1 and not (demand and demand.is_made) else (),
        steps=told,
        sources=_sources(notes),
        notes=tuple(notes.texts()),
        foot="" if all(paper.local for paper in papers) else f"Corpus {digest}.",
    )


def _lead(steps: Sequence[Compared], demand: Demand) -> tuple[str, ...]:
    """A line a step."""
    lines = []
    for compared in steps:
        entries, _ = meeting(demand, compared, arrange(compared))
        certain = sum(is_loud(entry) for entry in entries.changed)
        contested = len(entries.at_odds) + len(entries.compatible)
        counts = [
            (certain, "certain"), (len(entries.unopposed), "reported with nobody against"), (contested, "contested"),
            (len(entries.silence.unmentioned), "not mentioned"),
        ]  # fmt: skip
        said = [f"{count} {words}" for count, words in counts if count] + beside_words(entries.beside, named=True)
        lines.append(f"{heading_of(compared)}: {', '.join(said) or 'nothing changed'}.")
    return tuple(lines)


def _step(compared: Compared, notes: Footnotes, demand: Demand) -> Step:
    papers = papers_of(compared, notes, demand)
    if compared.diff.clock == "knowledge":
        return Step(
            heading=heading_of(compared), papers=papers, summary=summary_of(compared, Entries(), notes),
            learned=_learned(compared), foot=foot_of(compared),
        )  # fmt: skip
    everything = arrange(compared)
    entries, left = meeting(demand, compared, everything)
    step = Step(  # footnotes are numbered as they come, so what stands first in a report is asked for first
        heading=heading_of(compared),
        papers=papers,
        summary=_summary(compared, entries, notes, demand, left, _omitted(everything, entries, compared)),
        attributions=attributions_of(compared, entries, notes) if demand.is_made else (),
        rows=rows_of(_all(entries), compared, notes),
        whose_words=_whose_words(compared),
        wordings=wordings_of(_all(entries), compared),
        quiet=tuple(_quiet(entries)),
        contested=() if demand.is_made else contested_of(compared, entries, notes),
        unknown=unknown_of(compared, entries, notes, counts=not demand.is_made),
    )
    positions, positions_note = positions_stood(compared, notes, demand)
    return evolve(
        step,
        positions=positions,
        positions_note=" ".join(filter(None, [verdicts_counted(positions), positions_note])),
        sure=tuple(_how_sure(entries, compared)),
        foot=foot_of(compared),
    )


def _summary(
    compared: Compared, entries: Entries, notes: Footnotes, demand: Demand, left: int, omitted: str
) -> tuple[str, ...]:
    if not demand.is_made:
        return summary_of(compared, entries, notes)
    return (demand.words(left, omitted), *summary_of(compared, entries, notes, counts=False))[:5]


def _omitted(everything: Entries, kept: Entries, compared: Compared) -> str:
    """The points, and what else, of which nothing is left."""
    left = {name for entry in _all(kept) for name in _named_in(entry)}
    gone = [entry for entry in _all(everything) if not left & _named_in(entry)]
    return ", ".join(number_of(entry) or escaped(entry.label) for entry in in_old_order(gone, compared))


def _whose_words(compared: Compared) -> str:
    """In whose words a report tells what a point says: our summary, or the paper's wording where there is none."""
    points = [one for paper in (compared.old, compared.new) for one in paper.version.provisions.values()]
    if not any(one.text and not one.summary for one in points):
        return "What a point says is told in the words of this report unless it stands in quotation marks."
    ours = ", or of this report where they are not kept" if any(one.summary for one in points) else ""
    return f"What a point says is told in the words of its paper{ours}."


def _named_in(entry: Entry) -> set[str]:
    """The ids of the points of an entry; its label where it is of none."""
    return {one.id for one in (*entry.old, *entry.new)} or {entry.label}


def _all(entries: Entries) -> tuple[Entry, ...]:
    return (*entries.changed, *entries.unopposed, *entries.at_odds, *entries.compatible, *entries.beside)


def _quiet(entries: Entries) -> list[str]:
    return [
        f"{', '.join(filter(None, [number_of(entry), escaped(entry.label)]))}: "
        + "; ".join(dict.fromkeys(KINDS[change.kind].meaning for change in entry.changes))
        for entry in entries.changed
        if not is_loud(entry)
    ]


def _learned(compared: Compared) -> tuple[str, ...]:
    from plantrack.reporting.learned import learned_entries

    return tuple(
        f"**{escaped(entry.label)}** ({escaped(entry.number)}): {'; '.join(map(escaped, entry.lines))}."
        for entry in learned_entries(compared)
    )


def _how_sure(entries: Entries, compared: Compared) -> list[str]:
    shown = [*entries.unopposed, *entries.at_odds, *entries.compatible]
    lines = [LINEAGES] if shown else []
    for entry in entries.unopposed:
        for reported in entry.reported:
            witnesses = reported.witnesses
            if witnesses.articles > 1 and witnesses.lineages[1] == 1:
                facts = escaped("; ".join(witnesses.facts))
                lines.append(
                    f"{number_of(entry) or escaped(entry.label)}: {witnesses.articles} articles, one lineage; {facts}."
                )
    if compared.left_out:
        lines.append(f"{count_of(compared.left_out, 'change')} left out by selection.")
    return [*lines, ORDER]


def _sources(notes: Footnotes) -> str:
    if not notes.count:
        return ""
    return (
        "Dates are those of the words, else of the page; \u00b6 is the paragraph of the page as it was saved. "
        "Where no page is linked, its address was not recorded."
    )
