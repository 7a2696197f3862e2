"""The answer to `diff` on papers known from reports: what went, what is disputed, what no page says, and who says so.

Points stand in OLD's order, each with what OLD says of it and every state that is reported of NEW.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby

from plantrack.answers.as_of import with_as_of
from plantrack.answers.change_words import change_words, effect_words
from plantrack.answers.counting import folded_numbers
from plantrack.answers.entries import Entries, Entry, Reported, arrange, changes_below
from plantrack.answers.learned import learned_entries
from plantrack.answers.names import provision_label, provision_name
from plantrack.answers.paper_header import papers_of
from plantrack.answers.silence import Gap, said_of
from plantrack.answers.states import unchanged_words
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
    Row,
    Rows,
    Span,
    Stated,
    Wording,
    Words,
    plain,
)
from plantrack.answers.tree import Block as Shown
from plantrack.answers.unsaid import unsaid_of
from plantrack.answers.witnesses import Teller, how_sure, pages_on
from plantrack.catalogue import language, say
from plantrack.corpus import Paper
from plantrack.differences.changes import QUIET as QUIET_KINDS
from plantrack.differences.paper_facts import evidence_of_fact
from plantrack.differences.papers import Compared
from plantrack.differences.result import Change, Unreported
from plantrack.differences.states import can_both_hold, states_of
from plantrack.lineage import Witnesses
from plantrack.model import Claim, Evidence, Provision
from plantrack.plain import first_up, one_line
from plantrack.value import evolve

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
    rows = tuple(_map(compared, entries, anchors))
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


def in_old_order(entries: Entries, compared: Compared) -> list[Entry]:
    """Points in OLD's order; what only NEW has, behind."""
    old, new = (
        {one: index for index, one in enumerate(paper.version.provisions)} for paper in (compared.old, compared.new)
    )
    every = (*entries.changed, *entries.unopposed, *entries.at_odds, *entries.compatible, *entries.kept)
    return sorted(
        every,
        key=lambda entry: (
            min((old[one.id] for one in entry.old), default=len(old)),
            min((new[one.id] for one in entry.new), default=0),
        ),
    )


def _nothing(compared: Compared) -> str:
    if compared.left_out:
        return say("verdict.no-such-change")
    return say("reported.no-change" if compared.diff.unreported else "reported.no-difference")


def _map(compared: Compared, entries: Entries, anchors: dict[int, str]) -> Iterator[Row]:
    """What is known, what is disputed, what is known by topic only, what stands on no page."""
    gone = [entry for entry in entries.unopposed if _is_gone(entry)]
    added = [entry for entry in entries.unopposed if not entry.old]
    other = [entry for entry in entries.unopposed if entry not in gone and entry not in added]
    loud = [entry for entry in entries.changed if any(change.kind not in QUIET_KINDS for change in entry.changes)]
    went, came = ([one for one in loud if _is_whole(one, kind)] for kind in ("provision-removed", "provision-added"))
    rival = compared.diff.relation == "comparison"
    rows = (
        (say("map.rival.gone" if rival else "map.gone"), went), (say("map.rival.new" if rival else "map.new"), came),
        (say("reported.different" if rival else "reported.changed"),
         [one for one in loud if one not in went and one not in came]),
        (say("reported.gone"), gone), (say("reported.new"), added),
        (say("reported.unopposed"), other), (say("reported.at-odds"), entries.at_odds),
        (say("reported.compatible"), entries.compatible), (say("reported.kept"), entries.kept),
        (say("reported.quiet"), [one for one in entries.changed if one not in loud]),
    )  # fmt: skip
    tails = {
        say("reported.gone"): say("reported.gone-tail"), say("reported.unopposed"): say("reported.unopposed-tail"),
        say("reported.new"): say("reported.unopposed-tail"),
        say("reported.compatible"): say("reported.compatible-tail"),
        say("reported.kept"): say("reported.kept-tail"),
    }  # fmt: skip
    for name, found in rows:
        if found:
            items = tuple(_linked(entry, anchors, with_state=found in (added, other)) for entry in found)
            yield Row(name=name, items=items, tail=tails.get(name, ""))
    silence = entries.silence
    kept = {one.id for entry in entries.kept for one in entry.old}
    same = [found for found in silence.same if found[0].id not in kept]
    if same and not compared.left_out:
        both_seen = {compared.diff.old.text_basis, compared.diff.new.text_basis} == {"full_text"}
        tail = "" if both_seen else say("reported.same-tail")
        yield Row(name=say("reported.same"), items=tuple(map(plain, _same_items(same))), tail=tail)
    if silence.by_topic or silence.spoken_of:
        spoken = [_spoken(gap.id, gap.number, compared) for gap in silence.spoken_of]
        topics = [_with_name(number, compared.old) for number in silence.by_topic]
        yield Row(name=say("reported.by-topic"), items=tuple(map(plain, (*topics, *spoken))))
    if silence.unmentioned:
        silent = [provision_name(one) for one in silence.unmentioned]
        numbers = folded_numbers(silent) if silence.numbers else [provision_label(one) for one in silence.unmentioned]
        points = say("count.points", count=len(silent))
        tail = say("reported.on-no-page-told", points=points, count=pages_on(compared.new))
        yield Row(
            name=say("reported.on-no-page"), items=tuple(map(plain, numbers)), tail=tail,
        )  # fmt: skip
    if silence.parts_of_old:
        yield Row(name=say("reported.parts"), items=tuple(map(plain, _by_point(silence.parts_of_old))))
    if silence.hanging:
        tied = dict.fromkeys(say("reported.tied-item", point=one, to=to) for one, _, to in silence.hanging)
        yield Row(name=say("reported.tied"), items=tuple(map(plain, tied)))


def _same_items(same: Iterable[tuple[Provision, Sequence[Provision]]]) -> Iterator[str]:
    """Points by number, or by label; of one whose parts no page mentions, that these are left out."""
    for has_parts, found in groupby(same, lambda one: bool(one[1])):
        if has_parts:
            for point, parts in found:
                left = ", ".join(folded_numbers([provision_name(one) for one in parts]))
                yield say("reported.same-but", point=provision_name(point), parts=left)
        else:
            points = [point for point, _ in found]
            yield from (
                folded_numbers([provision_name(one) for one in points])
                if all(one.number for one in points)
                else map(provision_label, points)
            )


def _by_point(gaps: Iterable[Gap]) -> list[str]:
    """Each point once, with what of it no page speaks of."""
    inside: dict[str, list[str]] = {}
    for gap in gaps:
        inside.setdefault(gap.point, []).append(gap.inside)
    return [f"{point} ({'; '.join(dict.fromkeys(parts))})" if all(parts) else point for point, parts in inside.items()]


def _is_whole(entry: Entry, kind: str) -> bool:
    return all(change.kind == kind for change in entry.changes)


def _is_gone(entry: Entry) -> bool:
    states = [reported.claim for reported in entry.reported]
    return bool(states) and all(one.wording == "removed" and one.outlook != "expected" for one in states)


def numbers_of(entry: Entry) -> str:
    """The numbers of a point in either paper, as they are shown."""
    return entry.numbers.replace(" -> ", "\u2192")


def _linked(entry: Entry, anchors: dict[int, str], *, with_state: bool) -> Words:
    name = " ".join(filter(None, [numbers_of(entry), one_line(entry.label)]))
    state = next((_state_words(one.claim) for one in entry.reported), "") if with_state else ""
    return (Span(text=f"{name} ({state})" if state else name, to=anchors.get(id(entry), "")),)


def _with_name(number: str, paper: Paper) -> str:
    provision = next((one for one in paper.version.provisions.values() if one.number == number), None)
    return f"{number} {provision_label(provision)}" if provision is not None else number


def _spoken(provision_id: str, number: str | None, compared: Compared) -> str:
    provision = compared.new.version.provisions[provision_id]
    label = provision_label(compared.old.version.provisions.get(provision_id, provision))
    return say("reported.spoken-item", point=" ".join(filter(None, [number, label])))


def count_words(compared: Compared, teller: Teller) -> Iterator[Words]:
    """What the number of points proves, and who gives it."""
    bounds, claimed = compared.diff.bounds, compared.new.version.claimed_points
    if bounds is None or claimed is None:
        return
    supporting, disputing = (
        teller.who(
            [evolve(item, stance="supports") for item in claimed.evidence if item.stance == stance], compared.new
        )
        for stance in ("supports", "disputes")
    )
    told = say("reported.count-said" if supporting else "reported.count", count=claimed.count, who=supporting)
    if disputing:
        told = say("reported.count-disputed", told=told, who=disputing)
    words = (*plain(f"{told}."), *teller.cite(claimed.evidence, compared.new))
    least, most = bounds.unidentified
    if bounds.gone_at_least:
        parts = [say("reported.gone-at-least", count=bounds.gone_at_least, all=compared.diff.old.points or 0)]
        if most:
            parts.append(
                say("reported.unnamed" if least == most else "reported.unnamed-range", least=least, count=most)
            )
        words += plain(f" {'; '.join(parts)}.")
    yield words


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
        words=plain(_state_words(reported.claim) if reported.of_new else say("reported.of-old",
                                                                            state=_state_words(reported.claim))),
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


def _state_words(claim: Claim) -> str:
    """A reported state: our summary of it, else its status."""
    status = ", ".join(say(f"state.{word}") for word in (claim.wording, claim.matter) if word)
    stays = unchanged_words(claim.unchanged) if claim.unchanged is not None else ""
    told = one_line(
        "; ".join(filter(None, (claim.summary or ("" if stays else status), stays))) or say("reported.terms")
    )
    return say("reported.partly", state=told) if claim.partly else told


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
    told = " / ".join(_state_words(reported.claim) for reported in entry.reported)
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
