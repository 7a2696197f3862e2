"""Several papers side by side: a row a matter, a cell what one paper is known to say of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from plantrack.comparison.descent import composed_lineage
from plantrack.comparison.ledger import Ledger
from plantrack.comparison.papers import Compared, compare_papers, understood
from plantrack.comparison.result import Change, Unreported
from plantrack.comparison.states import SEEN, State, can_both_hold, states_of
from plantrack.corpus import Corpus, Paper, resolve
from plantrack.errors import UsageError
from plantrack.matching import Match, match_provisions
from plantrack.model import Provision, Version
from plantrack.value import value

PRESENCES = {
    "stands": "the text has it, or every report says that it stands",
    "removed": "gone, as the text or every report says",
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
    "learned": "the same paper at another state of knowledge",
    "unknown": "one of the two does not say what the other does, and its text was not seen",
}
"""How a cell differs from the same matter in the baseline."""
QUIET = ("provision-renumbered", "provision-reworded")


@value
class Cell:
    """One matter in one paper."""

    presence: str
    """One of `PRESENCES`."""
    difference: str
    """One of `DIFFERENCES`."""
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
        return any(cell.difference in ("certain", "unopposed", "possible", "learned") for cell in self.cells)


@value
class Matrix:
    """Provisions by versions."""

    versions: tuple[Paper, ...]
    """The papers as they were asked for."""
    baseline: int
    """The place of the version that the others are held against."""
    rows: tuple[Row, ...]
    """In the order of the baseline, then what only others have in theirs."""
    notes: tuple[str, ...] = ()
    """What a reader must be warned of."""
    left_out: int = 0
    """How many rows a selection left out."""


Member = tuple[int, str]
"""The place of a paper and the id of a point in it."""


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
    *,
    steps: Callable[[Sequence[int]], Iterable[int]] = iter,
) -> Matrix:
    """Lay papers side by side and hold each against one of them.

    A row is what ids, declared lineage and text join, as a diff joins it: first with the baseline, then what is left
    over with the papers before, the nearest first. What no whole text was seen of is never absent, only not reported.

    Args:
        papers: The papers, one column each, in this order.
        baseline: The place of the paper that the others are held against; the first if None.
        steps: Told of the places of the papers to compare, and yields them; for who wants to see how far it got.

    Raises:
        PlantrackError: if evidence names what is not there.
    """
    base = baseline or 0
    held = [understood(paper) for paper in papers]
    others = [place for place in range(len(held)) if place != base]
    compared = {place: compare_papers(held[base], held[place]) for place in steps(others)}
    groups = _groups(held, base, compared)
    parts = _parts(held)
    return Matrix(
        versions=tuple(held),
        baseline=base,
        rows=tuple(_row(group, held, base, compared, parts) for group in groups),
        notes=tuple(dict.fromkeys(note for one in compared.values() for note in one.diff.notes)),
    )


def _groups(papers: Sequence[Paper], base: int, compared: Mapping[int, Compared]) -> list[list[Member]]:
    """The points that are about one matter, as rows in reading order."""
    joined = _Joined()
    for place, one in compared.items():
        joined.join_all(one.diff.matches, base, place)
    order = [base, *(place for place in range(len(papers)) if place != base)]
    for index, place in enumerate(order[1:], start=1):
        for earlier in sorted(order[1:index], key=lambda other: abs(other - place)):
            _join_rest(joined, papers, earlier, place, base)
    for place in order:
        for provision_id in papers[place].version.provisions:
            joined.head((place, provision_id))
    return [group for group in joined.groups(order, papers) if any(_says_anything(papers, *one) for one in group)]


def _says_anything(papers: Sequence[Paper], place: int, provision_id: str) -> bool:
    """Whether a point is more than a number that was kept empty."""
    one = papers[place].version.provisions[provision_id]
    return one.wording != "removed" or bool(one.text or one.summary or one.terms or one.label or one.title)


def _join_rest(joined: "_Joined", papers: Sequence[Paper], earlier: int, later: int, base: int) -> None:
    """Match what the later paper has and no paper before it, with the earlier one."""
    old, new = papers[earlier].version, papers[later].version
    rest = [one for one in new.provisions.values() if joined.is_alone((later, one.id))]
    if not rest:
        return
    taken = {joined.head((later, one)) for one in new.provisions}
    open_old = [one for one in old.provisions.values() if joined.head((earlier, one.id)) not in taken]
    local = papers[earlier].local or papers[later].local
    lineage = [] if local else composed_lineage(old, new, papers[base].corpus)
    joined.join_all(match_provisions(open_old, rest, local=local, lineage=lineage), earlier, later)


class _Joined:
    """Points that belong together, joined pair by pair."""

    def __init__(self) -> None:
        self._above: dict[Member, Member] = {}
        self._joined: set[Member] = set()

    def head(self, member: Member) -> Member:
        """The point that stands for all that are joined with one."""
        while self._above.setdefault(member, member) != member:
            self._above[member] = self._above[self._above[member]]
            member = self._above[member]
        return member

    def is_alone(self, member: Member) -> bool:
        """Whether a point was joined with nothing."""
        return member not in self._joined

    def join_all(self, matches: Iterable[Match], old: int, new: int) -> None:
        """Join what matches of two papers hold together."""
        for match in matches:
            members = [*((old, one) for one in match.old_ids), *((new, one) for one in match.new_ids)]
            self._joined.update(members)
            for member in members[1:]:
                self._above[self.head(member)] = self.head(members[0])

    def groups(self, order: Sequence[int], papers: Sequence[Paper]) -> list[list[Member]]:
        """All points by rows, in the order of the papers given."""
        found: dict[Member, list[Member]] = {}
        for place in order:
            for provision_id in papers[place].version.provisions:
                found.setdefault(self.head((place, provision_id)), []).append((place, provision_id))
        return list(found.values())


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
    compared: Mapping[int, Compared],
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
            changes, gaps = _found(compared[place], of_base, here)
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
        if parts & version.provisions.keys() and not paper.local:
            return "parts_only"
        return "absent" if version.text_basis == SEEN else "not_reported"
    kinds = [_kind(one, version, Ledger(paper.corpus)) for one in points]
    return next((kind for kind in ("at_odds", "several", "stands") if kind in kinds), kinds[0])


def _kind(provision: Provision, version: Version, ledger: Ledger) -> str:
    """What one point of one paper is known to be."""
    states = states_of(version, provision)
    if not states:
        return "spoken_of"
    if ledger.only_by_topic(states):
        return "by_topic"
    if len(states) > 1:
        hold = all(can_both_hold(one, other) for one in states for other in states)
        return "several" if hold else "at_odds"
    state = states[0]
    if state.expected:
        return "expected"
    if state.wording in ("removed", "moved"):
        return state.wording
    return "open" if state.matter in ("deferred", "disputed") else "stands"


def _found(
    compared: Compared, old: Sequence[Provision], new: Sequence[Provision]
) -> tuple[tuple[Change, ...], tuple[Unreported, ...]]:
    """The changes and the gaps of a comparison that are of one row."""
    old_ids, new_ids = {one.id for one in old}, {one.id for one in new}
    changes = tuple(
        change for change in compared.diff.changes if old_ids & {*change.old_ids} or new_ids & {*change.new_ids}
    )
    told = {"new": old_ids, "old": new_ids}
    return changes, tuple(gap for gap in compared.diff.unreported if gap.id in told[gap.side])


def _difference(changes: Sequence[Change], gaps: Sequence[Unreported], presences: tuple[str, str]) -> str:
    loud = [change for change in changes if change.kind not in QUIET]
    if any(change.clock == "knowledge" for change in changes):
        return "learned"
    if loud:
        return next(how for how in ("certain", "unopposed", "possible") if how in {one.certainty for one in loud})
    if any(gap.part is None for gap in gaps) or any(presence in SILENT for presence in presences):
        return "unknown"
    return "wording" if changes else "same"
