"""Several papers side by side: a row a matter, a cell what one paper is known to say of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated

from plantrack.corpus import Corpus, Paper, resolve
from plantrack.differences.changes import QUIET
from plantrack.differences.evidence_counter import EvidenceCounter
from plantrack.differences.joining import Member, join_points
from plantrack.differences.papers import compare_papers, understood
from plantrack.differences.result import Change, Diff, Unreported
from plantrack.differences.states import SEEN, State, can_both_hold, states_of
from plantrack.differences.unkept import is_unkept_note, unkept_note
from plantrack.errors import UsageError
from plantrack.model import Provision, Version
from plantrack.model.fields import OneOf
from plantrack.progress import watched_steps
from plantrack.value import value

PRESENCES = {
    "stands": "the text has it, or every report says that it stands",
    "removed": "does not stand in it, as the text itself or every report says",
    "moved": "moved to another paper",
    "expected": "to become so, as is reported, and not yet so",
    "open": "left to later, or not agreed",
    "several": "reports differ, and all of them can hold",
    "at_odds": "reports differ, and not all of them can hold",
    "by_topic": "reports name its topic, not the point",
    "spoken_of": "spoken of, and no state of it reported",
    "parts_only": "only parts of it are spoken of",
    "absent": "the whole text was seen, and it is not in it",
    "not_reported": "no whole text was seen, and no report speaks of it",
}
"""What a cell may be: kinds, in no order of merit."""
SILENT = ("not_reported", "spoken_of", "by_topic", "parts_only")
"""What says nothing that could differ."""
DIFFERENCES = {
    "baseline": "the paper that the others are held against",
    "same": "nothing is known to differ in substance",
    "wording": "other words or another number, the same substance",
    "certain": "differs, and both texts were seen",
    "unopposed": "differs, as every report says",
    "possible": "differs, as some reports say",
    "unexplained": "words differ, and no rule says what it does",
    "learned": "the same paper at another state of knowledge",
    "unknown": "one of the two does not say what the other does, and its text was not seen",
}
"""How a cell differs from the same matter in the baseline."""
STANDING_WORDINGS = (None, "in_text")
"""Wordings of what may stand in the text; of None only the matter or the terms are known."""


@value
class Cell:
    """One matter in one paper."""

    presence: Annotated[str, OneOf("presence", PRESENCES)]
    difference: Annotated[str, OneOf("difference", DIFFERENCES)]
    provisions: tuple[Provision, ...] = ()
    """The points of the paper that are about the matter, with terms; several where it was split."""
    states: tuple[State, ...] = ()
    """The states it may be in; several where reports differ."""
    changes: tuple[Change, ...] = ()
    """What changed from the baseline."""
    gaps: tuple[Unreported, ...] = ()
    """What one of the two papers does not report of the matter."""


@value
class Row:
    """One matter through the papers."""

    provision: Provision
    """The point that names the row: that of the baseline, else of the first paper that has the matter."""
    ids: tuple[str, ...]
    """All ids that the matter bears in these papers."""
    topics: tuple[str, ...]
    cells: tuple[Cell, ...]
    """One a version, in the order of the versions."""

    @property
    def id(self) -> str:
        """The id of the point that names the row."""
        return self.provision.id

    @property
    def differs(self) -> bool:
        """Whether any paper is known or said to differ from the baseline in substance."""
        return any(
            cell.difference in ("certain", "unopposed", "possible", "learned", "unexplained") for cell in self.cells
        )


@value
class Matrix:
    """Provisions by versions."""

    versions: tuple[Paper, ...]
    """The papers as they were asked for."""
    baseline: int
    """The place of the version that the others are held against."""
    rows: tuple[Row, ...]
    """In the order of the baseline, then what only others have in theirs."""
    beside: tuple[tuple[Change, ...], ...]
    """For each version what differs from the baseline and is of no point: facts of the paper, lines outside."""
    notes: tuple[str, ...] = ()
    """What a reader must be warned of."""
    left_out: int = 0
    """How many rows a selection left out."""


def asked_papers(refs: Sequence[str], baseline: str | None, corpus: Corpus) -> tuple[list[Paper], int]:
    """The papers that references stand for, and the place of the baseline, which comes first where it is not listed.

    Raises:
        PlantrackError: if there are fewer than two, or one of them cannot be read.
    """
    listed = [resolve(ref, corpus) for ref in refs]
    base = 0
    if baseline is not None:
        held = resolve(baseline, corpus)
        same = [place for place, paper in enumerate(listed) if paper.ref == held.ref]
        listed = listed if same else [held, *listed]
        base = same[0] if same else 0
    if len(listed) < 2:
        raise UsageError("nothing to compare with", found="one version", expected="two versions or more")
    return listed, base


def compare_versions(
    papers: Sequence[Paper],
    baseline: int | None = None,
) -> Matrix:
    """Lay papers side by side and hold each against one of them.

    A row is what ids, declared lineage and text join, as a diff joins it: first with the baseline, then what is left
    over with the papers before, the nearest first. What no whole text was seen of is never absent, only not reported.

    Args:
        papers: The papers, one column each, in this order.
        baseline: The place of the paper that the others are held against; the first if None.

    Raises:
        PlantrackError: if evidence names what is not there.
    """
    base = baseline or 0
    held = [understood(paper) for paper in papers]
    others = [place for place in range(len(held)) if place != base]
    compared = {place: compare_papers(held[base], held[place]) for place in watched_steps(others, "comparing")}
    groups = join_points(held, base, {place: one.diff.matches for place, one in compared.items()})
    parts = _parts(held)
    found = {place: _Found(one.diff) for place, one in compared.items()}
    return Matrix(
        versions=tuple(held),
        baseline=base,
        rows=tuple(_row(group, held, base, found, parts) for group in groups),
        beside=tuple(found[place].of_no_point() if place in found else () for place in range(len(held))),
        notes=tuple(_notes(held, (one.diff for one in compared.values()))),
    )


def _notes(papers: Sequence[Paper], diffs: Iterable[Diff]) -> Iterator[str]:
    """The notes of all comparisons, each once; whose wording is not kept is said of all papers together."""
    told = dict.fromkeys(note for diff in diffs for note in diff.notes if not is_unkept_note(note))
    yield from (*told, *unkept_note((paper.ref, paper.version) for paper in papers))


def _parts(papers: Iterable[Paper]) -> Mapping[str, frozenset[str]]:
    """The ids of the sub-points of each point, in any paper whose ids mean the same in others."""
    found: dict[str, set[str]] = {}
    for paper in papers:
        for provision in () if paper.local else paper.version.provisions.values():
            if provision.parent is not None:
                found.setdefault(provision.parent, set()).add(provision.id)
    return {point: frozenset(parts) for point, parts in found.items()}


def _row(
    group: Sequence[Member],
    papers: Sequence[Paper],
    base: int,
    found: "Mapping[int, _Found]",
    parts: Mapping[str, frozenset[str]],
) -> Row:
    points: dict[int, list[Provision]] = {}
    for place, provision_id in group:
        points.setdefault(place, []).append(papers[place].version.provisions[provision_id])
    below = frozenset[str]().union(*(parts.get(one, ()) for place, one in group if not papers[place].local))
    of_base = points.get(base, [])
    cells = []
    for place, paper in enumerate(papers):
        here = points.get(place, [])
        states = tuple(state for one in here for state in states_of(paper.version, one))
        presence = _presence(paper, here, below)
        changes: tuple[Change, ...] = ()
        gaps: tuple[Unreported, ...] = ()
        difference = "baseline"
        if place != base:
            changes, gaps = found[place].of(of_base, here)
            base_presence = _presence(papers[base], of_base, below)
            difference = _difference(changes, gaps, (base_presence, presence))
        cells.append(
            Cell(
                presence=presence, difference=difference, provisions=tuple(here), states=states, changes=changes,
                gaps=gaps,
            )
        )  # fmt: skip
    first = papers[group[0][0]].version.provisions[group[0][1]]
    return Row(
        provision=first,
        ids=tuple(dict.fromkeys(provision_id for _, provision_id in group)),
        topics=tuple(dict.fromkeys(topic for found in points.values() for one in found for topic in one.topics)),
        cells=tuple(cells),
    )


def _presence(paper: Paper, points: Sequence[Provision], parts: frozenset[str]) -> str:
    version = paper.version
    if not points:
        if version.text_basis == SEEN:
            return "absent"
        return "parts_only" if parts & version.provisions.keys() else "not_reported"
    kinds = [_kind(one, version, EvidenceCounter(paper.corpus)) for one in points]
    return next((kind for kind in ("at_odds", "several", "stands") if kind in kinds), kinds[0])


def _kind(provision: Provision, version: Version, counter: EvidenceCounter) -> str:
    """What one point of one paper is known to be."""
    states = states_of(version, provision)
    if not states:
        return "spoken_of"
    if counter.only_by_topic(states):
        return "by_topic"
    if len(states) > 1:
        hold = all(can_both_hold(one, other) for one in states for other in states)
        return "several" if hold else "at_odds"
    state = states[0]
    if state.expected:
        return "expected"
    if state.wording not in STANDING_WORDINGS:
        return "moved" if state.wording == "moved" else "removed"
    return "open" if state.matter in ("deferred", "disputed") else "stands"


class _Found:
    """What a comparison found, by the points it is of."""

    def __init__(self, diff: Diff) -> None:
        self._changes = diff.changes
        self._gaps = diff.unreported
        self._places: dict[tuple[str, str], list[int]] = {}
        self._gap_places: dict[tuple[str, str], list[int]] = {}
        for place, change in enumerate(diff.changes):
            for side, ids in (("old", change.old_ids), ("new", change.new_ids)):
                for one in ids:
                    self._places.setdefault((side, one), []).append(place)
        for place, gap in enumerate(diff.unreported):
            told = "old" if gap.side == "new" else "new"
            self._gap_places.setdefault((told, gap.id), []).append(place)

    def of_no_point(self) -> tuple[Change, ...]:
        """What differs beside the points."""
        return tuple(change for change in self._changes if not change.old_ids and not change.new_ids)

    def of(
        self, old: Sequence[Provision], new: Sequence[Provision]
    ) -> tuple[tuple[Change, ...], tuple[Unreported, ...]]:
        """The changes and the gaps of some points, in the order of the comparison."""
        points = [*(("old", one.id) for one in old), *(("new", one.id) for one in new)]
        changes = sorted({place for point in points for place in self._places.get(point, ())})
        gaps = sorted({place for point in points for place in self._gap_places.get(point, ())})
        return tuple(self._changes[place] for place in changes), tuple(self._gaps[place] for place in gaps)


def _difference(changes: Sequence[Change], gaps: Sequence[Unreported], presences: tuple[str, str]) -> str:
    loud = [change for change in changes if change.kind not in QUIET]
    if any(change.clock == "knowledge" for change in changes):
        return "learned"
    if loud:
        sure = {one.certainty for one in loud}
        return next((how for how in ("certain", "unopposed", "possible") if how in sure), "unexplained")
    if any(gap.part is None for gap in gaps) or any(presence in SILENT for presence in presences):
        return "unknown"
    return "wording" if changes else "same"
