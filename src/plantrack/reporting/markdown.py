"""A diff as Markdown for people: what changed first, then where reports differ, what is not known, how sure and why."""

from collections.abc import Iterable, Sequence

from plantrack.comparison.changes import KINDS
from plantrack.comparison.papers import Compared
from plantrack.corpus import Paper
from plantrack.model import Evidence, Provision
from plantrack.reporting.dates import human_date
from plantrack.reporting.entries import Entries, Entry, Reported, arrange
from plantrack.reporting.footnotes import Footnotes
from plantrack.reporting.header import count_sentences, known_words, relation_line, silence_sentence
from plantrack.reporting.layout import number_ranges, shortened
from plantrack.reporting.markup import escaped
from plantrack.reporting.messages import change_words, effect_words
from plantrack.reporting.names import MARKS, provision_label, witness_name
from plantrack.reporting.text import lineages_words
from plantrack.value import evolve
from plantrack.vocabulary import LINK_KINDS

TITLE = 140
"""The most characters of a title."""
_QUIET = ("provision-renumbered", "provision-reworded")


def diff_as_markdown(compared: Compared) -> str:
    """The report of a diff, the same bytes for the same input."""
    entries, notes = arrange(compared), Footnotes()
    body = [
        *_papers_table(compared, notes),
        *_summary(compared, entries, notes),
        *_changed(compared, entries, notes),
        *_unopposed(compared, entries, notes),
        *_contested(compared, entries, notes),
        *_unknown(compared, entries, notes),
        *_how_sure(entries),
    ]
    foot = _foot(compared)
    return "\n".join([f"# {_title(compared)}", "", *body, *notes.lines(), "", foot]) + "\n"


def _title(compared: Compared) -> str:
    old, new = (escaped(paper.version.title) for paper in (compared.old, compared.new))
    if compared.diff.clock == "knowledge":
        return shortened(f"{new}: what was learned of it", TITLE)
    reported = compared.diff.new.text_basis != "full_text"
    said = "what was reported to have changed, and what was not" if reported else "what changed"
    if compared.diff.relation == "comparison":
        return shortened(f"{old} and {new}: where they differ", TITLE)
    whole = f"From {old} to {new}: {said}"
    return whole if len(whole) <= TITLE else shortened(f"{old}, {new}: what changed", TITLE)


def _papers_table(compared: Compared, notes: Footnotes) -> list[str]:
    papers = (compared.old, compared.new)
    rows = [
        ("Paper", [_paper_words(paper) for paper in papers]),
        ("Known from", [escaped(known_words(paper.version)) for paper in papers]),
        ("Standing", [_standing(paper, notes) for paper in papers]),
    ]
    lines = ["| | Old | New |", "|---|---|---|"]
    lines += [f"| {name} | {cells[0]} | {cells[1]} |" for name, cells in rows]
    return [*lines, ""]


def _paper_words(paper: Paper) -> str:
    date = f", {human_date(paper.version.date)}" if paper.version.date else ""
    claimed = paper.version.claimed_points
    count = f"; reported as {claimed.count} points" if claimed and paper.version.text_basis != "full_text" else ""
    return escaped(paper.version.title) + date + count


def _standing(paper: Paper, notes: Footnotes) -> str:
    version = paper.version
    if not version.version:
        return "not known"
    authors = [party for party in version.parties if party.role == "author"]
    contested = [item for party in authors for item in party.evidence]
    words = version.standing.replace("_", " ")
    if any(item.stance == "disputes" for item in contested):
        accounts = {item.passage: evolve(item, stance="supports", reason=None) for item in contested}
        words += "; who wrote it is contested" + notes.mark(paper.corpus, accounts.values())
    signed = any(party.role == "signatory" for party in version.parties)
    return words if signed else words + "; nobody was reported to have signed"


def _summary(compared: Compared, entries: Entries, notes: Footnotes) -> list[str]:
    sentences = []
    if compared.diff.new.text_basis != "full_text":
        sentences.append(silence_sentence(compared, entries))
    loud = _loud(entries.changed)
    if loud:
        sentences.append(f"{_points(loud)} changed in substance: {_listed(loud)}.")
    if entries.unopposed:
        sentences.append(f"Reported, with nobody against: {_listed(entries.unopposed)}.")
    if entries.at_odds:
        sentences.append(f"Reports differed, and cannot all hold, on {_listed(entries.at_odds)}.")
    if entries.compatible:
        sentences.append(f"Reports differed, and can all hold, on {_listed(entries.compatible)}.")
    claimed = compared.new.version.claimed_points
    count = count_sentences(compared)
    if count and claimed:
        sentences.append(escaped(count[0]) + notes.mark(compared.new.corpus, claimed.evidence))
    if not sentences:
        sentences.append("Nothing changed in substance.")
    return ["**Summary.** " + "\n".join(sentences), ""]


def _loud(entries: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in entries if any(change.kind not in _QUIET for change in entry.changes)]


def _points(entries: Sequence[Entry]) -> str:
    return "1 point" if len(entries) == 1 else f"{len(entries)} points"


def _listed(entries: Sequence[Entry]) -> str:
    numbers: dict[str, list[str]] = {}
    for entry in entries:
        numbers.setdefault(entry.label, []).append(entry.numbers)
    return "; ".join(f"{escaped(_inline(label))} ({escaped(', '.join(found))})" for label, found in numbers.items())


def _inline(label: str) -> str:
    """A label of several points as one item of a list."""
    return label.replace("; ", ", ")


def _changed(compared: Compared, entries: Entries, notes: Footnotes) -> list[str]:
    loud, lines = _loud(entries.changed), []
    if loud:
        lines += ["## What changed", "", "| Point | Matter | Change | What it does |", "|---|---|---|---|"]
        lines += [row for entry in loud for row in _change_rows(entry, compared, notes)]
        lines.append("")
    quiet = [entry for entry in entries.changed if entry not in loud]
    if quiet:
        lines += ["## Only moved, or in other words", ""]
        for entry in quiet:
            kinds = "; ".join(dict.fromkeys(KINDS[change.kind].meaning for change in entry.changes))
            lines.append(f"- {escaped(entry.numbers)}, {escaped(entry.label)}: {kinds}")
        lines.append("")
    return lines


def _change_rows(entry: Entry, compared: Compared, notes: Footnotes) -> list[str]:
    actors = compared.new.corpus.actors
    rows = []
    mark = notes.mark(compared.old.corpus, _supporting(entry.old)) + notes.mark(
        compared.new.corpus, _supporting(entry.new)
    )
    for index, change in enumerate(change for change in entry.changes if change.kind not in _QUIET):
        point, label = (escaped(entry.numbers), escaped(entry.label)) if index == 0 else ("", "")
        words = escaped(change_words(change, actors, relation=compared.diff.relation))
        effect = escaped(effect_words(change, entry.terms, actors))
        rows.append(f"| {point} | {label} | {words} {mark}| {effect} |")
    return rows


def _supporting(provisions: Iterable[Provision]) -> list[Evidence]:
    return [item for provision in provisions for item in provision.evidence if item.stance == "supports"]


def _unopposed(compared: Compared, entries: Entries, notes: Footnotes) -> list[str]:
    if not entries.unopposed:
        return []
    lines = ["## Reported, and nobody contradicted it", ""]
    lines += [
        "| Old point | It said | The new paper was reported to have | Independent lineages |",
        "|---|---|---|---|",
    ]
    for entry in entries.unopposed:
        for reported in entry.reported:
            part = " (in part)" if reported.claim.partly else ""
            summary = escaped(reported.claim.summary or "") + part
            mark = notes.mark(compared.new.corpus, reported.claim.evidence)
            lines.append(
                f"| {escaped(entry.numbers)} | {_was(entry)} | {summary} {mark} | "
                f"{lineages_words(reported.witnesses)}: {escaped('; '.join(reported.who))} |"
            )
        if not entry.reported:
            for change in entry.changes:
                words = escaped(change_words(change, compared.new.corpus.actors))
                lineages = lineages_words(change.evidence_new)
                lines.append(f"| {escaped(entry.numbers)} | {_was(entry)} | {words} | {lineages} |")
    return [*lines, ""]


def _was(entry: Entry) -> str:
    return escaped(" ".join(provision.summary or provision.text or "" for provision in entry.old))


def _contested(compared: Compared, entries: Entries, notes: Footnotes) -> list[str]:
    lines: list[str] = []
    sections = (
        ("## Reports differed, and cannot all hold", "At most some of these can be right.", entries.at_odds),
        (
            "## Reports differed, and can all hold",
            "A demand can be out of the wording while its matter is left open.",
            entries.compatible,
        ),
    )
    for title, remark, section in sections:
        if section:
            lines += [title, "", remark, ""]
            for entry in section:
                lines += [f"**{escaped(entry.label)} ({escaped(entry.numbers)}).** {_was(entry)}", ""]
                lines += [_state_line(reported, entry, compared, notes) for reported in entry.reported]
                lines.append("")
    return lines


def _state_line(reported: Reported, entry: Entry, compared: Compared, notes: Footnotes) -> str:
    actors = compared.new.corpus.actors
    index = ord(reported.letter) - ord("a")
    said: list[str] = []
    for change in entry.changes:
        if KINDS[change.kind].subject not in ("provision", "status") and any(index in pair for pair in change.claims):
            effect = effect_words(change, entry.terms, actors)
            said.append(escaped(change_words(change, actors) + (f", which {effect}" if effect else "") + "."))
    witnesses = reported.witnesses
    noun = "lineage" if witnesses.lineages == (1, 1) else "lineages"
    lineages = f"{lineages_words(witnesses)} {noun}, credibility {witnesses.credibility}"
    said += [escaped(reported.claim.notes)] if reported.claim.notes else []
    mark = notes.mark(compared.new.corpus, reported.claim.evidence)
    head = f"- **{escaped(reported.claim.summary or '')}**: {escaped('; '.join(reported.who))} ({lineages}){mark}"
    return " ".join([head, *said])


def _unknown(compared: Compared, entries: Entries, notes: Footnotes) -> list[str]:
    silence, lines = entries.silence, []
    if silence.unmentioned:
        named = silence.numbers or tuple(f"{provision_label(provision)};" for provision in silence.unmentioned)
        lines.append(f"- Not mentioned by any report: {escaped(number_ranges(named)).rstrip(';')}.")
    if silence.by_topic:
        lines.append(f"- Only by topic: {escaped(number_ranges(silence.by_topic))}.")
    for gap in silence.spoken_of:
        evidence = compared.new.version.provisions[gap.id].evidence
        for item, (source, passage) in zip(evidence, compared.new.corpus.passages(evidence), strict=True):
            who = escaped(witness_name(compared.new.corpus.actors, source, passage))
            mark = notes.mark(compared.new.corpus, [item])
            lines.append(f"- Of {gap.number or gap.id} no term is reported. {who}: {escaped(passage.says or '')}{mark}")
    for number, kind, to in silence.hanging:
        lines.append(f"- {escaped(number)} {LINK_KINDS[kind]}, and change is reported of {escaped(to)}.")
    lines += [
        f"- Of the new paper not reported: {escaped(gap.name)} ({escaped(gap.words)})." for gap in silence.parts_of_old
    ]
    lines += [
        f"- Reported of the new paper; of the old one, not known: {escaped(gap.name)} ({escaped(gap.words)})."
        for gap in silence.only_in_new
    ]
    lines += [f"- {escaped(note)}" for note in compared.diff.notes]
    return ["## Not known", "", *lines, ""] if lines else []


def _how_sure(entries: Entries) -> list[str]:
    shown = [*entries.unopposed, *entries.at_odds, *entries.compatible]
    if not shown:
        return []
    lines = [
        "## How sure",
        "",
        "Lineages are independent origins, the least and the most; one group of unnamed officials is one,",
    ]
    lines.append("however many articles print it. Credibility: 1 confirmed to 5 improbable, 6 cannot be judged.")
    for entry in shown:
        for reported in entry.reported:
            witnesses = reported.witnesses
            if witnesses.articles > 1 and witnesses.lineages[1] == 1:
                facts = escaped("; ".join(witnesses.facts))
                lines.append(f"\n{escaped(entry.numbers)}: {witnesses.articles} articles, one lineage; {facts}.")
    said = " ".join(who for entry in shown for reported in entry.reported for who in reported.who)
    marks = [f"- {escaped(' '.join(line.split()))}" for mark, line in MARKS.items() if mark in said]
    lines += ["", *marks] if marks else []
    order = "Points stand in the order of the old paper, actors by the alphabet; nothing is ranked by weight."
    return [*lines, "", order, ""]


def _foot(compared: Compared) -> str:
    digest = compared.new.corpus.digest()
    refs = f"`{compared.diff.old.ref}` and `{compared.diff.new.ref}`"
    return f"{escaped(relation_line(compared))}. Compared: {refs}; corpus {digest}."
