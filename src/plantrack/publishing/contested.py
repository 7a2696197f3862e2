"""Points of which reports differ: each reported state, who says so, and what it would change."""

from collections.abc import Iterable

from plantrack.differences.papers import Compared
from plantrack.publishing.markup import arrowed, capital
from plantrack.publishing.rows import in_old_order, number_of, said_before, who_words, witnesses_words
from plantrack.publishing.values import Contested, Told
from plantrack.reporting.entries import AT_ODDS, Entries, Entry, Reported, changes_below
from plantrack.reporting.footnotes import Footnotes
from plantrack.reporting.markup import escaped
from plantrack.reporting.messages import change_words, effect_words

_CANNOT = "not all could hold"
_CAN = "all could hold"


def contested_of(compared: Compared, entries: Entries, notes: Footnotes) -> tuple[Contested, ...]:
    """The points of which reports differ, in the order of OLD."""
    return tuple(
        Contested(
            number=number_of(entry),
            matter=capital(entry.label),
            old=escaped(said_before(entry)),
            together=_CANNOT if entry.section == AT_ODDS else _CAN,
            states=tuple(_told(reported, entry, compared, notes) for reported in entry.reported),
        )
        for entry in in_old_order((*entries.at_odds, *entries.compatible), compared)
    )


def _told(reported: Reported, entry: Entry, compared: Compared, notes: Footnotes) -> Told:
    paper = compared.new if reported.of_new else compared.old
    witnesses = reported.witnesses
    remarks = [*_changes(reported, entry, compared)]
    if reported.claim.notes:
        remarks.append(escaped(reported.claim.notes))
    if witnesses.articles > 1 and witnesses.lineages[1] == 1:
        remarks.append(f"{witnesses.articles} articles, one lineage.")
    part = " (in part)" if reported.claim.partly else ""
    summary = reported.claim.summary or reported.claim.wording or reported.claim.matter or ""
    return Told(
        summary=f"{reported.letter}. {escaped(summary)}{part}",
        who=who_words(reported, paper) + notes.mark(paper.corpus, reported.claim.evidence),
        sure=f"{witnesses_words(witnesses)}, credibility {witnesses.credibility}",
        remarks=tuple(remarks),
    )


def _changes(reported: Reported, entry: Entry, compared: Compared) -> Iterable[str]:
    """What the state changes below the whole point: a figure, a deadline."""
    actors = compared.new.corpus.actors
    for change in changes_below(entry, reported):
        effect = effect_words(change, entry.terms, actors)
        yield arrowed(change_words(change, actors) + (f", which {effect}" if effect else "") + ".")
