"""A diff as plain text for a terminal of 80 columns."""

from collections.abc import Iterable, Sequence

from plantrack.differences.changes import KINDS, QUIET
from plantrack.differences.papers import Compared
from plantrack.differences.result import Change
from plantrack.lineage import Witnesses
from plantrack.model import Claim, Provision
from plantrack.plain import one_line
from plantrack.reporting.entries import Entries, Entry, Reported, arrange, changes_below
from plantrack.reporting.header import count_sentences, header_rows, relation_line, silence_sentence
from plantrack.reporting.layout import WIDTH, columns, count_of, hanging, number_ranges, paragraph, shortened
from plantrack.reporting.messages import change_words, effect_words
from plantrack.reporting.names import MARKS, lineages_words, provision_label, witness_name
from plantrack.reporting.silence import Gap, Silence

_NUMBER = 7
_TEXT = 29
_TABLE = 68
"""The column where lineages stand."""


def diff_as_text(compared: Compared) -> str:
    """What changed between papers known from reports, who says so and what is not known."""
    diff = compared.diff
    if diff.clock == "knowledge":
        return _learned_as_text(compared)
    entries = arrange(compared)
    lines = [*_header(compared), *paragraph(relation_line(compared)), ""]
    if diff.new.text_basis != "full_text":
        lines += [*paragraph(silence_sentence(compared, entries)), ""]
        for sentence in count_sentences(compared):
            lines += [*paragraph(sentence), ""]
    for note in diff.notes:
        lines += [*paragraph(note), ""]
    lines += _changed_section(compared, entries)
    lines += _reported_section("REPORTED, AND NOBODY AGAINST", entries.unopposed, compared)
    lines += _reported_section("REPORTS DIFFER: not all of them can hold", entries.at_odds, compared)
    lines += _reported_section("REPORTS DIFFER: all of them can hold", entries.compatible, compared)
    lines += _beside_section(entries.beside, compared)
    lines += _silence_section(compared, entries)
    lines += _legend(entries)
    lines += _footer(compared, entries)
    return "\n".join(lines).rstrip() + "\n"


def _header(compared: Compared) -> list[str]:
    """A line a paper where that fits; else its reference, and the rest below it."""
    rows = header_rows(compared)
    lines = columns(rows)
    if all(len(line) <= WIDTH for line in lines):
        return lines
    return [line for ref, *rest in rows for line in (ref, *paragraph("; ".join(rest), indent=4))]


def _learned_as_text(compared: Compared) -> str:
    from plantrack.reporting.learned import learned_entries

    lines = [*_header(compared), *paragraph(relation_line(compared)), ""]
    for entry in learned_entries(compared):
        lines += hanging(f" {entry.number}", entry.label, column=_NUMBER)
        for line in entry.lines:
            lines += paragraph(line, indent=_NUMBER)
    count = len(compared.diff.changes)
    learned = f"{count_of(count, 'thing')} learned; that does not say that the paper changed."
    lines.append(learned if count else "Nothing was learned.")
    return "\n".join(lines) + "\n"


def _changed_section(compared: Compared, entries: Entries) -> list[str]:
    loud = [entry for entry in entries.changed if any(change.kind not in QUIET for change in entry.changes)]
    quiet = [entry for entry in entries.changed if entry not in loud]
    lines: list[str] = []
    if loud:
        lines += ["CHANGED" if compared.diff.relation != "comparison" else "DIFFERENT"]
        for entry in loud:
            lines += _changed_entry(entry, compared)
        lines.append("")
    if quiet:
        lines.append("ONLY MOVED OR IN OTHER WORDS")
        for entry in quiet:
            said = "; ".join(dict.fromkeys(KINDS[change.kind].meaning for change in entry.changes))
            lines += hanging(f" {entry.numbers}", f"{entry.label}: {said}", column=_TEXT - 15)
        lines.append("")
    return lines


def _changed_entry(entry: Entry, compared: Compared) -> list[str]:
    actors = compared.new.corpus.actors
    lines = hanging(f" {entry.numbers}", entry.label, column=_NUMBER)
    for change in sorted(entry.changes, key=lambda change: change.kind in QUIET):
        words = change_words(change, actors, relation=compared.diff.relation)
        if change.kind == "provision-replaced" and entry.new:
            words += f": {provision_label(entry.new[0])}"
        effect = effect_words(change, entry.terms, actors)
        text = f"{words}; {effect}" if effect else words
        if change.linked:
            text += f" (tied to it: {_numbers_of(change.linked, compared)})"
        lines += hanging("", one_line(text), column=_NUMBER)
    return lines


def _beside_section(entries: Sequence[Entry], compared: Compared) -> list[str]:
    """Lines outside the points and facts of the papers, with the witnesses of what is not certain."""
    lines = ["BESIDE THE POINTS"] if entries else []
    for entry in entries:
        lines += hanging("", f"{entry.label}:", column=1)
        for change in entry.changes:
            words = change_words(change, compared.new.corpus.actors, relation=compared.diff.relation)
            lines += paragraph(f"{words}{_sureness(change)}", indent=_NUMBER)
    return [*lines, ""] if lines else []


def _sureness(change: Change) -> str:
    """How sure a change beside the points is, where it is not certain: ` (possible; 1-3 lineages, credibility 2)`."""
    if change.certainty in ("certain", None):
        return ""
    witnesses = change.evidence_new if change.evidence_new.passages else change.evidence_old
    if not witnesses.passages:
        return f" ({change.certainty}; on no passage)"
    return f" ({change.certainty}; lineages {lineages_words(witnesses)}, credibility {witnesses.credibility})"


def _reported_section(title: str, entries: Sequence[Entry], compared: Compared) -> list[str]:
    if not entries:
        return []
    lines = [title.ljust(_TABLE) + "lin    cred"]
    for entry in entries:
        lines += _reported_entry(entry, compared)
    return [*lines, ""]


def _reported_entry(entry: Entry, compared: Compared) -> list[str]:
    before = " ".join(one_line(provision.summary) for provision in entry.old if provision.summary)
    shown = f"{entry.label}: {before}" if before and _is_of_new(entry) else entry.label
    lines = hanging(f" {entry.numbers}", shown, column=_NUMBER, most=2)
    for reported in entry.reported:
        lines += _reported_state(reported, entry, compared, alone=len(entry.reported) == 1)
    if not entry.reported:
        for change in entry.changes:
            words = change_words(change, compared.new.corpus.actors, relation=compared.diff.relation)
            effect = effect_words(change, entry.terms, compared.new.corpus.actors)
            lines += _tabled("", f"{words}; {effect}" if effect else words, change.evidence_new, column=_NUMBER)
    return lines


def _is_of_new(entry: Entry) -> bool:
    return all(reported.of_new for reported in entry.reported)


def _reported_state(reported: Reported, entry: Entry, compared: Compared, *, alone: bool) -> list[str]:
    letter = "" if alone else f"{reported.letter} "
    letter += "" if reported.of_new else "OLD: "
    summary = one_line(reported.claim.summary or _plain_state(reported.claim))
    head = " " * _NUMBER + letter + summary + (" (in part)" if reported.claim.partly else "")
    lines = _tabled(head, "; ".join(reported.who), reported.witnesses)
    for change in changes_below(entry, reported):
        words = change_words(change, compared.new.corpus.actors)
        effect = effect_words(change, entry.terms, compared.new.corpus.actors)
        lines += paragraph(f"{words}; {effect}" if effect else words, indent=_NUMBER + 2)
    if reported.claim.notes:
        lines += paragraph(one_line(reported.claim.notes), indent=_NUMBER + 2)
    return lines


def _plain_state(claim: Claim) -> str:
    """A reported state of which nobody wrote a summary."""
    return ", ".join(word.replace("_", " ") for word in (claim.wording, claim.matter) if word) or "terms reported"


def _tabled(head: str, text: str, witnesses: Witnesses, *, column: int = _TEXT) -> list[str]:
    """Text beside a head, with lineages and credibility at the right of its first line."""
    lines = hanging(head, text, column=column, width=_TABLE - 1)
    row = 0 if len(head) < column else min(1, len(lines) - 1)
    lines[row] = f"{lines[row]:<{_TABLE}}{lineages_words(witnesses):<7}{witnesses.credibility}"
    return lines


def _silence_section(compared: Compared, entries: Entries) -> list[str]:
    silence = entries.silence
    lines = _spoken_of_lines(compared, silence)
    if silence.unmentioned or silence.by_topic:
        text = number_ranges(silence.numbers) if silence.numbers else ""
        if silence.by_topic:
            text += f"   by topic only: {number_ranges(silence.by_topic)}"
        lines += hanging(f"NOT REPORTED ({len(silence.unmentioned)})", text, column=20)
        for provision in () if silence.numbers else silence.unmentioned:
            lines += _gap_lines(provision_label(provision), provision.summary or _reported_summaries(provision))
    heading = "  nor these parts of points above:" if lines else "NOT REPORTED: these parts of points above"
    lines += _gaps_lines(heading, silence.parts_of_old)
    if silence.hanging:
        shown = "; ".join(f"{number} ({kind.replace('_', ' ')} {to})" for number, kind, to in silence.hanging)
        lines += paragraph(f"tied to points above: {shown}", indent=2)
    only_new = _gaps_lines(_only_new_heading(compared), silence.only_in_new)
    lines += ["", *only_new] if only_new and lines else only_new
    return [*lines, ""] if lines else []


def _only_new_heading(compared: Compared) -> str:
    """That nobody can say whether it is new, and why."""
    known = "REPORTED OF" if compared.diff.new.text_basis == "reported_only" else "IN"
    unseen = "no text" if compared.diff.old.text_basis == "reported_only" else "only a part"
    return f"{known} NEW, AND NOT KNOWN WHETHER NEW: {unseen} of OLD was seen"


def _spoken_of_lines(compared: Compared, silence: Silence) -> list[str]:
    if not silence.spoken_of:
        return []
    lines = ["SPOKEN OF, NOT COMPARABLE"]
    for gap in silence.spoken_of:
        provision = compared.new.version.provisions[gap.id]
        lines += hanging(
            f" {gap.number or gap.id}",
            provision_label(compared.old.version.provisions.get(gap.id, provision)),
            column=_NUMBER,
        )
        for source, passage in compared.new.corpus.passages(provision.evidence):
            who = witness_name(compared.new.corpus.actors, source, passage)
            lines += paragraph(f"{who}: {one_line(passage.says or '')}", indent=_NUMBER)
    return [*lines, ""]


def _gaps_lines(title: str, gaps: Sequence[Gap]) -> list[str]:
    return [title, *(line for gap in gaps for line in _gap_lines(gap.name, gap.words))] if gaps else []


def _gap_lines(name: str, words: str) -> list[str]:
    return paragraph(shortened(f"{name}: {one_line(words)}" if words else name, 2 * (WIDTH - 4)), indent=4)


def _reported_summaries(provision: Provision) -> str:
    return "; ".join(claim.summary or "" for claim in provision.claims)


def _legend(entries: Entries) -> list[str]:
    shown = [*entries.unopposed, *entries.at_odds, *entries.compatible]
    if not shown:
        return []
    lines = [
        "lin   independent lineages, the least and the most",
        "cred  1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable,",
        "      6 cannot be judged",
    ]
    said = " ".join(who for entry in shown for state in entry.reported for who in state.who)
    lines += [line for mark, line in MARKS.items() if mark in said]
    return [*lines, *_shared_origins(shown), ""]


def _shared_origins(entries: Iterable[Entry]) -> list[str]:
    """States printed by several articles that have but one origin."""
    lines = []
    for entry in entries:
        for reported in entry.reported:
            witnesses = reported.witnesses
            if witnesses.articles > 1 and witnesses.lineages[1] == 1:
                letter = f" {reported.letter}" if len(entry.reported) > 1 else ""
                text = (
                    f"{entry.numbers}{letter}: {witnesses.articles} articles, 1 lineage; {'; '.join(witnesses.facts)}"
                )
                lines += paragraph(text)
    return lines


def _footer(compared: Compared, entries: Entries) -> list[str]:
    left_out = [f"Left out by selection: {count_of(compared.left_out, 'change')}."] if compared.left_out else []
    if entries.unopposed or entries.at_odds or entries.compatible or compared.diff.bounds:
        contested = len(entries.at_odds) + len(entries.compatible)
        counts = [(len(entries.changed), "certain"), (len(entries.unopposed), "unopposed"), (contested, "contested")]
        counts.append((len(entries.silence.unmentioned), "not reported"))
        return ["Points: " + " \u00b7 ".join(f"{count} {word}" for count, word in counts), *left_out]
    if not compared.diff.changes:
        none = "No difference in substance." if not compared.diff.unreported else "No change is reported."
        return [none if not left_out else "No such change.", *left_out]
    return [_kinds_counted(compared.diff.changes), *left_out]


def _kinds_counted(changes: Sequence[Change]) -> str:
    loud = [change for change in changes if change.kind not in QUIET]
    points = {(change.old_ids, change.new_ids) for change in loud}
    if not loud:
        return "No change of substance."
    return f"{count_of(len(loud), 'change')} of substance in {count_of(len(points), 'place')}"


def _numbers_of(ids: Iterable[str], compared: Compared) -> str:
    found = []
    for provision_id in ids:
        provision = compared.old.version.provisions.get(provision_id) or compared.new.version.provisions[provision_id]
        found.append(provision.number or provision_id)
    return ", ".join(found)
