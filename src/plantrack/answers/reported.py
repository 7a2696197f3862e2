"""The answer to `diff` on papers known from reports: what went, what is disputed, what no page says, and who says so.

Points stand in OLD's order, each with what OLD says of it and every state that is reported of NEW.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

from plantrack.answers.as_of import with_as_of
from plantrack.answers.change_words import change_words, effect_words
from plantrack.answers.entries import Entries, Entry, Reported, arrange, changes_below
from plantrack.answers.learned import learned_entries
from plantrack.answers.names import provision_label, provision_name
from plantrack.answers.paper_header import papers_of
from plantrack.answers.reported_map import count_words, in_old_order, map_rows, numbers_of
from plantrack.answers.silence import said_of
from plantrack.answers.states import claim_words
from plantrack.answers.tree import (
    NEW,
    OLD,
    QUIET,
    Answer,
    Heading,
    Line,
    Lines,
    Pair,
    Paragraph,
    Rows,
    Span,
    Stated,
    Wording,
    Words,
    plain,
)
from plantrack.answers.tree import Block as Shown
from plantrack.answers.unsaid import unsaid_of
from plantrack.answers.witnesses import Teller, how_sure
from plantrack.catalogue import language, say
from plantrack.corpus import Paper
from plantrack.differences.paper_facts import evidence_of_fact
from plantrack.differences.papers import Compared
from plantrack.differences.result import Change, Unreported
from plantrack.differences.states import can_both_hold, states_of
from plantrack.lineage import Witnesses
from plantrack.model import Evidence, Provision
from plantrack.plain import first_up, one_line

_MAP_LINES = 12


def answer_reported(compared: Compared, *, brief: bool = False) -> Answer:
    """What changed between papers of which at least one is known from reports.

    Args:
        compared: The comparison.
        brief: Only the map, and a line a point.
    """
    blocks = reported_blocks(compared, arrange(compared), Teller(), brief=brief)
    old, new = (one_line(paper.version.title) for paper in (compared.old, compared.new))
    title = say("diff.title-rivals" if compared.diff.relation == "comparison" else "diff.title", old=old, new=new)
    answer = Answer(title=title, blocks=(*papers_of(compared), *blocks), language=language())
    return with_as_of(answer, (compared.old if compared.new.local else compared.new).corpus)


def _learned(compared: Compared) -> Iterator[Shown]:
    """What was learned of one paper."""
    for index, entry in enumerate(learned_entries(compared), 1):
        labels = tuple(map(plain, entry.lines))
        yield Pair(anchor=f"point-{index}", numbers=entry.number, title=entry.label, labels=labels)
    count = len(compared.diff.changes)
    yield Paragraph(words=plain(say("reported.learned", count=count) if count else say("reported.nothing-learned")),
                    role="verdict")  # fmt: skip


def reported_blocks(
    compared: Compared, entries: Entries, teller: Teller, *, brief: bool = False, counts: bool = True
) -> Iterator[Shown]:
    """The map, and what is known of each point.

    Args:
        compared: The papers.
        entries: What is told of them.
        teller: Names who says so, and cites what it rests on.
        brief: Only a line a point.
        counts: Whether to say what the number of points proves.
    """
    if compared.diff.clock == "knowledge":
        yield from _learned(compared)
        return
    shown = in_old_order(entries, compared)
    anchors = {id(entry): f"point-{index}" for index, entry in enumerate(shown, 1)}
    rows = tuple(map_rows(compared, entries, anchors))
    if all(row.name == say("reported.same") for row in rows):
        yield Paragraph(words=plain(_nothing(compared)), role="verdict")
    if rows:
        heads = say("diff.what"), say("diff.where")
        yield Rows(rows=rows, caption=say("reported.map"), heads=heads, most=_MAP_LINES)
    told = dict[str, str]()
    if counts:
        yield from (Paragraph(words=words) for words in count_words(compared, teller))
    if brief:
        lines = tuple(Line(number=numbers_of(entry), words=plain(_in_brief(entry, compared))) for entry in shown)
        yield Lines(lines=lines)
        return
    by_first: dict[str, list[Entry]] = {}
    for entry in shown:
        by_first.setdefault(entry.old[0].id if entry.old else "", []).append(entry)
    spoken = {gap.id: gap for gap in entries.silence.spoken_of}
    for one in compared.old.version.provisions:
        for entry in by_first.get(one, ()):
            yield _pair(entry, anchors[id(entry)], compared, teller, told)
        if one in spoken:
            yield _spoken_of(spoken.pop(one), compared, teller)
    yield from (_pair(entry, anchors[id(entry)], compared, teller, told) for entry in by_first.get("", ()))
    yield from (_spoken_of(gap, compared, teller) for gap in spoken.values())
    beside = [entry for entry in entries.beside if not _is_count(entry, compared)]
    if beside:
        yield Heading(words=plain(say("reported.beside")))
        yield from (_beside(entry, index, compared, teller) for index, entry in enumerate(beside, 1))
    yield from unsaid_of(compared, entries.silence)


def _is_count(entry: Entry, compared: Compared) -> bool:
    """Whether it only says that the number of points differs, which stands below the map."""
    return compared.diff.bounds is not None and all(change.place == "claimed_points" for change in entry.changes)


def _nothing(compared: Compared) -> str:
    if compared.left_out:
        return say("verdict.no-such-change")
    return say("reported.no-change" if compared.diff.unreported else "reported.no-difference")


def _pair(entry: Entry, anchor: str, compared: Compared, teller: Teller, told: dict[str, str]) -> Pair:
    """A point with what OLD says of it, and every reported state of it; who says so stands there once."""
    wordings = tuple(_wordings(entry, compared, teller))  # first, as notes are numbered in the order of reading
    states = []
    for reported in entry.reported:
        here = f"{numbers_of(entry)} {reported.letter if len(entry.reported) > 1 else ''}".strip()
        first = told.setdefault(repr((reported.who, how_sure(reported.witnesses))), here)
        states.append(_stated(reported, entry, compared, teller, first="" if first == here else first))
    labels = [] if entry.reported else _labels(entry, compared, teller)
    return Pair(
        anchor=anchor, numbers=numbers_of(entry), title=one_line(entry.label), wordings=wordings, states=tuple(states),
        labels=tuple(labels),
    )  # fmt: skip


def _labels(entry: Entry, compared: Compared, teller: Teller) -> Iterator[Words]:
    """What changed; below changes that rest on the same passages of reports, who says so and how sure that is."""
    is_first = bool(entry.old)
    for rests_on, changes in groupby(entry.changes, partial(_resting_on, compared=compared)):
        for change in changes:
            facts = _of_fact(change, compared, teller) if change.kind == "paper-changed" else ()
            cited = teller.cite(_supporting(entry.new), compared.new) if is_first and rests_on is None else ()
            yield (*plain(_change_line(change, entry, compared)), *facts, *cited)
            is_first = False
        if rests_on is None:
            continue
        witnesses, paper = rests_on
        evidence = [Evidence(passage=one) for one in witnesses.passages]
        told = say("reported.no-passage")
        if evidence:
            told = f"{teller.who(evidence, paper)}. {first_up(how_sure(witnesses))}"
        cited = teller.cite(evidence, paper) if entry.old or entry.new else ()
        yield (Span(text=f"\u2014 {told}", mark=QUIET), *cited)


def _resting_on(change: Change, compared: Compared) -> tuple[Witnesses, Paper] | None:
    """What a change rests on that is not certain, and the paper that it tells of."""
    if change.certainty in ("certain", None):
        return None
    of_new = bool(change.evidence_new.passages)
    return (change.evidence_new, compared.new) if of_new else (change.evidence_old, compared.old)


def _supporting(provisions: Iterable[Provision]) -> list[Evidence]:
    return [item for one in provisions for item in one.evidence if item.stance == "supports"]


def _wordings(entry: Entry, compared: Compared, teller: Teller) -> Iterator[Wording]:
    """What OLD says: its words where they are kept, else our summary, which says that it is ours."""
    of_old = all(reported.of_new for reported in entry.reported)
    side, provisions = (OLD, entry.old) if of_old and entry.old else (NEW, entry.new)
    reading, paper = (
        (compared.diff.reading_old, compared.old) if side == OLD else (compared.diff.reading_new, compared.new)
    )
    for one in provisions:
        if one.text:
            yield Wording(
                side=side, called=say(f"side.{side}"),
                words=(*plain(one_line(one.text)), *teller.cite(_supporting([one]), paper)),
                language=reading.language if reading else "en",
            )  # fmt: skip
    ours = " ".join(one_line(one.summary) for one in provisions if one.summary and not one.text)
    if ours:
        words = (*plain(ours), *teller.cite(_supporting(one for one in provisions if not one.text), paper))
        yield Wording(side=side, called=say("reported.summary"), words=words, language=language(), ours=True)


def _stated(reported: Reported, entry: Entry, compared: Compared, teller: Teller, *, first: str) -> Stated:
    paper = compared.new if reported.of_new else compared.old
    against = [other.letter for other in entry.reported if _excludes(reported, other, entry, compared)]
    facts = [say("reported.as", point=first)] if first else [first_up(how_sure(reported.witnesses))]
    witnesses = reported.witnesses
    if witnesses.articles > 1 and witnesses.lineages[1] == 1 and not first:
        facts.append(say("reported.one-origin", count=witnesses.articles))
    if against:
        facts.append(say("reported.against", states=", ".join(against)))
    lines = [first_up(_change_line(change, entry, compared)) for change in changes_below(entry, reported)]
    notes = [*lines, *([one_line(reported.claim.notes)] if reported.claim.notes else [])]
    return Stated(
        letter=reported.letter if len(entry.reported) > 1 else "",
        words=plain(claim_words(reported.claim) if reported.of_new else say("reported.of-old",
                                                                            state=claim_words(reported.claim))),
        who=() if first else (
            *plain(teller.who(reported.claim.evidence, paper)), *teller.cite(reported.claim.evidence, paper)
        ),
        sure=plain("; ".join(facts)),
        notes=tuple(map(plain, notes)),
    )  # fmt: skip


def _excludes(one: Reported, other: Reported, entry: Entry, compared: Compared) -> bool:
    """Whether two reported states cannot both hold."""
    paper, provisions = (compared.new, entry.new) if one.of_new else (compared.old, entry.old)
    states = states_of(paper.version, provisions[0])
    return not can_both_hold(states[one.index], states[other.index])


def _change_line(change: Change, entry: Entry, compared: Compared) -> str:
    """A change in words, what it does to the duty, and what hangs on it."""
    actors = compared.new.corpus.actors
    told = change_words(change, actors, relation=compared.diff.relation)
    if change.kind == "provision-replaced" and entry.new:
        told += f": {provision_label(entry.new[0])}"
    told = "; ".join(filter(None, [told, effect_words(change, entry.terms, actors)]))
    if change.linked:
        numbers = [_number_of(one, compared) for one in change.linked]
        told += f" ({say('label.tied', points=', '.join(numbers))})"
    return one_line(told).replace("->", "\u2192")


def _number_of(provision_id: str, compared: Compared) -> str:
    for paper in (compared.old, compared.new):
        if provision_id in paper.version.provisions:
            return provision_name(paper.version.provisions[provision_id])
    return provision_id


def _in_brief(entry: Entry, compared: Compared) -> str:
    told = " / ".join(claim_words(reported.claim) for reported in entry.reported)
    return f"{one_line(entry.label)}: {told or '; '.join(_change_line(one, entry, compared) for one in entry.changes)}"


def _beside(entry: Entry, index: int, compared: Compared, teller: Teller) -> Pair:
    """Lines outside the points and facts of the papers."""
    labels = tuple(_labels(entry, compared, teller))
    return Pair(anchor=f"beside-{index}", title=one_line(entry.label), labels=labels)


def _of_fact(change: Change, compared: Compared, teller: Teller) -> Iterator[Span]:
    """What a fact of a paper rests on, as far as it is told."""
    for paper, told in ((compared.old, change.evidence_old), (compared.new, change.evidence_new)):
        items = evidence_of_fact(paper.version, change.place or "", change.part or "")
        yield from teller.cite([item for item in items if item.passage in told.passages], paper)


def _spoken_of(gap: Unreported, compared: Compared, teller: Teller) -> Pair:
    """A point that reports speak of without saying what became of it."""
    provision = compared.new.version.provisions[gap.id]
    shown = compared.old.version.provisions.get(gap.id, provision)
    states = tuple(
        Stated(
            words=plain(say("reported.spoken-of")),
            who=(
                *plain(f"{teller.who_says(source, passage, compared.new)}: {one_line(passage.says or '')}"),
                *teller.cite([item], compared.new),
            ),
        )
        for item in said_of(provision)
        for source, passage in compared.new.corpus.passages([item])
    )
    return Pair(anchor=f"spoken-{gap.id}", numbers=gap.number or "", title=provision_label(shown), states=states)
