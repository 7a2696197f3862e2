"""Which points of several papers are about one matter."""

from collections.abc import Iterable, Mapping, Sequence

from plantrack.corpus import Paper
from plantrack.differences.descent import composed_lineage
from plantrack.matching import Match, match_provisions

Member = tuple[int, str]
"""The place of a paper and the id of a point in it."""


def join_points(papers: Sequence[Paper], base: int, matches: Mapping[int, Sequence[Match]]) -> list[list[Member]]:
    """The points that are about one matter, in the order of the baseline, then what only others have in theirs.

    Args:
        papers: The papers, with terms.
        base: The place of the baseline.
        matches: What was matched with the baseline, for each other place.
    """
    joined = _Joined()
    for place, found in matches.items():
        joined.join_all(found, base, place)
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
    return one.wording in ("in_text", "moved") or bool(one.text or one.summary or one.terms or one.label or one.title)


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
