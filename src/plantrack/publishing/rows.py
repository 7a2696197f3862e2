"""The table of changes: every point that changed, or is reported to have, in the order of OLD."""

from collections.abc import Iterable, Sequence

from plantrack.corpus import Paper
from plantrack.differences.changes import KINDS, QUIET
from plantrack.differences.paper_facts import evidence_of_fact
from plantrack.differences.papers import Compared
from plantrack.differences.result import Change
from plantrack.differences.states import letter_of
from plantrack.lineage import Witnesses
from plantrack.model import Evidence, Provision
from plantrack.publishing.markup import arrowed, capital, cell, marked_cells, marked_wording
from plantrack.publishing.values import Row, Wording
from plantrack.reporting.entries import AT_ODDS, BESIDE, CHANGED, COMPATIBLE, Entry, Reported
from plantrack.reporting.footnotes import Footnotes
from plantrack.reporting.markup import escaped
from plantrack.reporting.messages import change_words, effect_words, part_words, side_words, size_words
from plantrack.reporting.names import lineages_words, provision_label, witness_names
from plantrack.value import evolve

_BEARING = ("supports", "qualifies")
_NOTHING = "\u2013"
_BRIEF = 130
"""Characters of what OLD said of a point that is told of at length below the table."""


def is_loud(entry: Entry) -> bool:
    """Whether anything of a point changed in substance."""
    return any(change.kind not in QUIET for change in entry.changes)


def in_old_order(entries: Iterable[Entry], compared: Compared) -> list[Entry]:
    """Entries in the order of the points of OLD; what only NEW has comes after them, and last what is of no point."""
    old, new = (
        {one: index for index, one in enumerate(paper.version.provisions)} for paper in (compared.old, compared.new)
    )

    def place(entry: Entry) -> tuple[int, int]:
        if entry.old:
            return (0, min(old[one.id] for one in entry.old))
        return (1, min(new[one.id] for one in entry.new)) if entry.new else (2, 0)

    return sorted(entries, key=place)


def rows_of(entries: Sequence[Entry], compared: Compared, notes: Footnotes) -> tuple[Row, ...]:
    """The rows of points in the order of OLD: one a change, and one a point of which reports differ."""
    rows: list[Row] = []
    for entry in in_old_order((one for one in entries if is_loud(one)), compared):
        if entry.section in (AT_ODDS, COMPATIBLE):
            rows.append(_contested_row(entry, compared, notes))
        elif entry.section == BESIDE:
            rows += [_row_beside(change, entry, compared, notes) for change in entry.changes]
        elif entry.reported:
            rows += _reported_rows(entry, compared, notes)
        else:
            rows += _change_rows(entry, compared, notes)
    return tuple(rows)


def number_of(entry: Entry) -> str:
    """The printed numbers of a point, `new 4` where only NEW has it; empty where it has none."""
    if not any(one.number for one in (*entry.old, *entry.new)):
        return ""
    return arrowed(entry.numbers if entry.old else f"new {entry.numbers}")


def _matter(entry: Entry) -> str:
    return capital(entry.label)


def said_before(entry: Entry) -> str:
    """What OLD said of a point, in our own words where there are any."""
    return " ".join(provision.summary or provision.text or "" for provision in entry.old)


def _contested_row(entry: Entry, compared: Compared, notes: Footnotes) -> Row:
    old = cell(said_before(entry), _BRIEF) + notes.mark(compared.old.corpus, _supporting(entry.old))
    told, lineages = [], []
    for index, one in enumerate(entry.reported):
        letter = f"({letter_of(index)}) " if len(entry.reported) > 1 else ""
        corpus = (compared.new if one.of_new else compared.old).corpus
        told.append(f"{letter}{escaped(one.claim.summary or '')}{notes.mark(corpus, one.claim.evidence)}")
        lineages.append(f"{letter}{lineages_words(one.witnesses)}")
    known = "reports differ: " if len(entry.reported) > 1 else ""
    left = "; other reports left out" if is_cut(entry) else ""
    return Row(
        number=number_of(entry), matter=_matter(entry), part="", old=old, new=f"{known}{'; '.join(told)}{left}",
        effect="", sure=f"possible; lineages {', '.join(lineages)}",
    )  # fmt: skip


def is_cut(entry: Entry) -> bool:
    """Whether some of what is reported of a point was left out by selection."""
    return len(entry.reported) < max((len(one.claims) for one in (*entry.new, *entry.old)), default=0)


def _reported_rows(entry: Entry, compared: Compared, notes: Footnotes) -> list[Row]:
    rows = []
    before = cell(said_before(entry)) + notes.mark(compared.old.corpus, _supporting(entry.old))
    for reported in entry.reported:
        side = compared.new if reported.of_new else compared.old
        part = " (in part)" if reported.claim.partly else ""
        remark = f". {reported.claim.notes}" if reported.claim.notes else ""
        told = escaped(f"{reported.claim.summary or ''}{part}{remark}")
        mark = notes.mark(side.corpus, reported.claim.evidence)
        old, new = (before, told) if reported.of_new else (told, "as the paper has it")
        witnesses = f"{witnesses_words(reported.witnesses)}, credibility {reported.witnesses.credibility}"
        sure = f"{sure_words(entry.changes)}; {witnesses}: {who_words(reported, side)}{mark}"
        rows.append(Row(number="", matter="", part="", old=old, new=new, effect="", sure=sure))
    return _headed(rows, entry)


def _change_rows(entry: Entry, compared: Compared, notes: Footnotes) -> list[Row]:
    actors = compared.new.corpus.actors
    old_mark = notes.mark(compared.old.corpus, _supporting(entry.old))
    new_mark = notes.mark(compared.new.corpus, _supporting(entry.new))
    rows: list[Row] = []
    for change in entry.changes:
        if change.kind in QUIET:
            continue
        old, new = _sides(change, entry, compared)
        effects = [size_words(change), effect_words(change, entry.terms, actors)]
        if change.linked and not rows:
            effects.append("linked points: " + ", ".join(_numbers_of(change.linked, compared)))
        rows.append(
            Row(
                number="",
                matter="",
                part=_part(change),
                old=old + (old_mark if old != _NOTHING else ""),
                new=new + (new_mark if new != _NOTHING else ""),
                effect=escaped("; ".join(filter(None, effects))),
                sure=_sureness(change),
            )
        )
    return _headed(rows, entry)


def _row_beside(change: Change, entry: Entry, compared: Compared, notes: Footnotes) -> Row:
    """The row of a line outside the points, or of a fact of the papers, which is named beside them."""
    old, new = _sides(change, entry, compared)
    matter = _matter(entry)
    if change.kind == "paper-changed":
        matter = f"{matter}: {escaped(part_words(change))}"
        old += _fact_mark(compared.old, change, change.evidence_old, notes) if old != _NOTHING else ""
        new += _fact_mark(compared.new, change, change.evidence_new, notes) if new != _NOTHING else ""
    return Row(number="", matter=matter, part="", old=old, new=new, effect="", sure=_sureness(change))


def _fact_mark(paper: Paper, change: Change, witnesses: Witnesses, notes: Footnotes) -> str:
    """The note on what a fact of a paper rests on; where only some witnesses are asked for, on those alone."""
    items = evidence_of_fact(paper.version, change.place or "", change.part or "")
    kept = [item for item in items if item.passage in witnesses.passages]
    is_whole = all(item in kept for item in items if item.stance in _BEARING)
    return notes.mark(paper.corpus, items if is_whole else kept)


def _sureness(change: Change) -> str:
    """How sure a change is, and how many witnesses it has where no text was seen."""
    witnesses = f"; {witnesses_words(change.evidence_new)}" if change.certainty in ("unopposed", "possible") else ""
    return sure_words([change]) + witnesses


def _part(change: Change) -> str:
    """The part of the point that changed; empty where it is the whole."""
    return "" if KINDS[change.kind].subject == "provision" else escaped(part_words(change))


def _headed(rows: list[Row], entry: Entry) -> list[Row]:
    return [evolve(rows[0], number=number_of(entry), matter=_matter(entry)), *rows[1:]] if rows else []


def _sides(change: Change, entry: Entry, compared: Compared) -> tuple[str, str]:
    actors = compared.new.corpus.actors
    if KINDS[change.kind].subject == "provision":
        words = arrowed(change_words(change, actors, relation=compared.diff.relation))
        before = cell(said_before(entry)) or _NOTHING
        after = cell(" ".join(one.summary or one.text or provision_label(one) for one in entry.new))
        if not entry.old:
            return _NOTHING, f"{words}: {after}"
        return before, f"{words}: {after}" if after else words
    old, new = side_words(change, actors)
    if change.before in (None, [], "") or change.after in (None, [], ""):
        return (
            _NOTHING if change.before in (None, [], "") else cell(old),
            _NOTHING if change.after in (None, [], "") else cell(new),
        )
    return marked_cells(old, new)


def _supporting(provisions: Iterable[Provision]) -> list[Evidence]:
    return [item for provision in provisions for item in provision.evidence if item.stance == "supports"]


def _numbers_of(ids: Iterable[str], compared: Compared) -> list[str]:
    provisions = {**compared.new.version.provisions, **compared.old.version.provisions}
    return [provisions[one].number or provision_label(provisions[one]) for one in ids]


def sure_words(changes: Sequence[Change]) -> str:
    """How sure the changes of a point are, the least sure of them."""
    certainties = {change.certainty for change in changes}
    if "possible" in certainties:
        return "possible"
    if "unopposed" in certainties:
        return "nobody against"
    return "read both" if certainties == {None} else "certain"


def witnesses_words(witnesses: Witnesses) -> str:
    """How many independent lineages there are."""
    least, most = witnesses.lineages
    return f"{lineages_words(witnesses)} {'lineage' if least == most == 1 else 'lineages'}"


def who_words(reported: Reported, paper: Paper) -> str:
    """Who says so, and apart from them who says a part of it."""
    by_stance = {stance: [item for item in reported.claim.evidence if item.stance == stance] for stance in _BEARING}
    found = {
        stance: escaped("; ".join(witness_names(paper.corpus.actors, paper.corpus.passages(items))))
        for stance, items in by_stance.items()
    }
    partly = f"in part {found['qualifies']}" if found["qualifies"] else ""
    return "; ".join(filter(None, [found["supports"], partly]))


def wordings_of(entries: Sequence[Entry], compared: Compared) -> tuple[Wording, ...]:
    """The points of which both texts are at hand and differ, with the words that changed marked."""
    found = []
    for entry in in_old_order(entries, compared):
        old, new = (" ".join(one.text or "" for one in side) for side in (entry.old, entry.new))
        if entry.section == CHANGED and old.strip() and new.strip() and old.split() != new.split():
            before, after = marked_wording(old, new)
            found.append(Wording(number=number_of(entry), matter=_matter(entry), old=before, new=after))
    return tuple(found)


__all__ = ["QUIET", "in_old_order", "is_loud", "rows_of", "said_before", "sure_words", "witnesses_words", "wordings_of"]
