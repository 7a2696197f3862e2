"""The changes of a diff gathered by point, in the sections in which people read them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from plantrack.answers.counting import number_ranges
from plantrack.answers.names import provision_label, provision_name, witness_names
from plantrack.answers.silence import Silence, find_silence
from plantrack.catalogue import say
from plantrack.differences.changes import KINDS
from plantrack.differences.evidence_counter import EvidenceCounter, evidence_against
from plantrack.differences.papers import Compared
from plantrack.differences.result import Change, Diff
from plantrack.differences.states import State, can_both_hold, letter_of, states_of
from plantrack.lineage import Witnesses
from plantrack.matching import Match
from plantrack.model import Claim, Provision, Term, Version
from plantrack.plain import one_line
from plantrack.value import evolve, field, value

CHANGED = "changed"
UNOPPOSED = "unopposed"
AT_ODDS = "at odds"
COMPATIBLE = "compatible"
KEPT = "reported unchanged"
BESIDE = "beside the points"


@value
class Reported:
    """One reported state of a point, with who says so."""

    index: int
    """The place of its claim among those of the point."""
    claim: Claim
    who: tuple[str, ...]
    witnesses: Witnesses
    of_new: bool = True
    """It is a state of the point in NEW."""

    @property
    def letter(self) -> str:
        """What it is called where there are several."""
        return letter_of(self.index)


@value
class Entry:
    """A point, or several with the same reports, and what changed of it."""

    numbers: str
    label: str
    old: tuple[Provision, ...]
    new: tuple[Provision, ...]
    changes: tuple[Change, ...]
    reported: tuple[Reported, ...] = ()
    section: str = CHANGED
    terms: Mapping[str, Term] = field(factory=dict)
    """The terms of all its points by key, old before new, those in claims too."""

    @property
    def points(self) -> tuple[Provision, ...]:
        """The points that are counted: those of OLD, else of NEW."""
        return self.old or self.new


@value
class Entries:
    """A diff, arranged for reading."""

    changed: tuple[Entry, ...] = ()
    unopposed: tuple[Entry, ...] = ()
    at_odds: tuple[Entry, ...] = ()
    compatible: tuple[Entry, ...] = ()
    kept: tuple[Entry, ...] = ()
    """Reported unchanged, and nothing else is reported of them."""
    beside: tuple[Entry, ...] = ()
    """Not of points: lines outside of them, and facts of the papers."""
    silence: Silence = field(factory=Silence)


def changes_below(entry: Entry, reported: Reported) -> list[Change]:
    """What a reported state changes below the whole point: a figure, a deadline."""
    side = 1 if reported.of_new else 0
    return [
        change
        for change in entry.changes
        if KINDS[change.kind].subject not in ("provision", "status")
        and any(pair[side] == reported.index for pair in change.claims)
    ]


def arrange(compared: Compared) -> Entries:
    """The changes of a diff by point, each point in one section."""
    entries = _fold([_entry(compared, changed.ids, changes) for changed, changes in _by_point(compared.diff).items()])
    told = {one.id for entry in entries for one in (*entry.old, *entry.new)}
    kept = [
        match for match in compared.diff.matches if told.isdisjoint(match.new_ids) and _is_kept(match, compared.diff)
    ]
    entries += [_entry(compared, (match.old_ids, match.new_ids), ()) for match in kept]
    return Entries(
        changed=tuple(entry for entry in entries if entry.section == CHANGED),
        unopposed=tuple(entry for entry in entries if entry.section == UNOPPOSED),
        at_odds=tuple(entry for entry in entries if entry.section == AT_ODDS),
        compatible=tuple(entry for entry in entries if entry.section == COMPATIBLE),
        kept=tuple(entry for entry in entries if entry.section == KEPT),
        beside=tuple(entry for entry in entries if entry.section == BESIDE),
        silence=find_silence(compared),
    )


def _is_kept(match: Match, diff: Diff) -> bool:
    return any(one.id in (match.new_ids if one.side == "new" else match.old_ids) for one in diff.kept)


class _Changed(NamedTuple):
    """What a change is of: points, or a place outside of them."""

    ids: tuple[tuple[str, ...], tuple[str, ...]]
    place: str | None


def _by_point(diff: Diff) -> dict[_Changed, list[Change]]:
    """The changes by the points they are of; all that reports say of one matter belongs together."""
    old_match = {one: match for match in diff.matches for one in match.old_ids}
    new_match = {one: match for match in diff.matches for one in match.new_ids}
    grouped: dict[_Changed, list[Change]] = {}
    for change in diff.changes:
        key = (change.old_ids, change.new_ids)
        if change.claims != ((None, None),):
            found = [old_match.get(one) for one in key[0]] + [new_match.get(one) for one in key[1]]
            match = next((each for each in found if each is not None), None)
            key = key if match is None else (match.old_ids, match.new_ids)
        of_paper = KINDS[change.kind].subject == "paper"
        grouped.setdefault(_Changed(key, None if any(key) or of_paper else change.place), []).append(change)
    return grouped


def _entry(compared: Compared, ids: tuple[tuple[str, ...], tuple[str, ...]], changes: Sequence[Change]) -> Entry:
    old_version, new_version = compared.old.version, compared.new.version
    old = tuple(old_version.provisions[one] for one in ids[0] if one in old_version.provisions)
    new = tuple(new_version.provisions[one] for one in ids[1] if one in new_version.provisions)
    reported, states = _reported(compared, old, new)
    certain = all(change.certainty in ("certain", None) for change in changes)
    if not old and not new:
        section = BESIDE
    elif len(states) > 1:
        hold = all(can_both_hold(one, other) for one in states for other in states)
        section = COMPATIBLE if hold else AT_ODDS
    elif not changes:
        section = KEPT
    else:
        section = CHANGED if certain else UNOPPOSED
    named = [one for one in (*old, *new) if one.label or one.title]
    shown = named or old or new
    return Entry(
        numbers=_numbers(old, new),
        label=provision_label(shown[0]) if shown else _place_label(changes[0]),
        old=old,
        new=new,
        changes=tuple(changes),
        reported=reported,
        section=section,
        terms=terms_by_key((*new, *old)),
    )


def _place_label(change: Change) -> str:
    """What stands in place of a point where there is none: `outside the points (closing)`, or the papers themselves."""
    if KINDS[change.kind].subject == "paper":
        return say("beside.papers")
    outside = say("map.outside")
    return f"{outside} ({one_line(change.place)})" if change.place else outside


def terms_by_key(provisions: Iterable[Provision]) -> Mapping[str, Term]:
    """The terms of points and of their claims by key; of two with one key, that of the later point."""
    found: dict[str, Term] = {}
    for provision in provisions:
        found |= {key: term for claim in provision.claims for key, term in claim.terms.items()}
        found |= provision.terms
    return found


def _numbers(old: Sequence[Provision], new: Sequence[Provision]) -> str:
    before = number_ranges([provision_name(one) for one in old if one.number or not new])
    after = number_ranges([one.number for one in new if one.number])
    if before and after and before != after:
        return f"{before} -> {after}"
    return before or after or number_ranges([provision_name(one) for one in new])


def _reported(
    compared: Compared, old: Sequence[Provision], new: Sequence[Provision]
) -> tuple[tuple[Reported, ...], tuple[State, ...]]:
    """The reported states of the side that nobody saw, NEW's before OLD's."""
    for paper, provisions in ((compared.new, new), (compared.old, old)):
        if len(provisions) == 1 and provisions[0].claims:
            counter = EvidenceCounter(paper.corpus)
            states = states_of(paper.version, provisions[0])
            return tuple(
                Reported(
                    index=index,
                    claim=claim,
                    of_new=paper is compared.new,
                    who=_who(compared, claim, paper.version),
                    witnesses=counter.witnesses(claim.evidence, evidence_against(state, states), paper.version),
                )
                for index, (claim, state) in enumerate(zip(provisions[0].claims, states, strict=True))
            ), states
    return (), ()


def _who(compared: Compared, claim: Claim, version: Version) -> tuple[str, ...]:
    paper = compared.new if version is compared.new.version else compared.old
    said = [item for item in claim.evidence if item.stance in ("supports", "qualifies")]
    return tuple(witness_names(paper.corpus.actors, paper.corpus.passages(said)))


def _fold(entries: Sequence[Entry]) -> list[Entry]:
    """Neighbours of which the same is reported become one entry."""
    folded: list[Entry] = []
    for entry in entries:
        last = folded[-1] if folded else None
        if last is not None and entry.reported and _same_reports(last, entry):
            folded[-1] = Entry(
                numbers=_numbers((*last.old, *entry.old), ()),
                label=f"{last.label}; {entry.label}",
                old=(*last.old, *entry.old),
                new=(*last.new, *entry.new),
                changes=(*last.changes, *entry.changes),
                reported=last.reported,
                section=last.section,
                terms={**last.terms, **entry.terms},
            )
        else:
            folded.append(entry)
    return folded


def _same_reports(one: Entry, other: Entry) -> bool:
    parents = {provision.parent for provision in (*one.old, *other.old)}
    states = [[evolve(reported.claim, notes=None) for reported in entry.reported] for entry in (one, other)]
    return states[0] == states[1] and len(parents) == 1 and None not in parents
