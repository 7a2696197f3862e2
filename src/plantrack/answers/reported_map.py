"""What stands above the points of papers known from reports: the map, and what the number of points proves."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from plantrack.answers.counting import folded_numbers
from plantrack.answers.entries import Entries, Entry
from plantrack.answers.names import provision_label, provision_name
from plantrack.answers.silence import Gap
from plantrack.answers.states import claim_words
from plantrack.answers.tree import Row, Span, Words, plain
from plantrack.answers.witnesses import Teller, pages_on
from plantrack.catalogue import say
from plantrack.corpus import Paper
from plantrack.differences.changes import QUIET as QUIET_KINDS
from plantrack.differences.papers import Compared
from plantrack.model import Provision
from plantrack.plain import one_line
from plantrack.value import evolve


def map_rows(compared: Compared, entries: Entries, anchors: dict[int, str]) -> Iterator[Row]:
    """What is known, what is disputed, what is known by topic only, what stands on no page.

    Args:
        compared: The papers.
        entries: What is told of them.
        anchors: Where each entry is told in full, by its identity.
    """
    yield from _told_rows(compared, entries, anchors)
    yield from _silent_rows(compared, entries)


def _told_rows(compared: Compared, entries: Entries, anchors: dict[int, str]) -> Iterator[Row]:
    """What is known to have changed, or is told of the newer paper."""
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


def _silent_rows(compared: Compared, entries: Entries) -> Iterator[Row]:
    """What stayed, what is known by topic only, what stands on no page, what hangs on what changed."""
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
    state = next((claim_words(one.claim) for one in entry.reported), "") if with_state else ""
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
