"""Points of two papers that hang together, in the order in which they are told of."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plantrack.differences.result import Change, Diff, Point, Silenced


class Group(NamedTuple):
    """Points of both papers that are about the same matter, or of one paper; no point for a place outside of them."""

    old_ids: tuple[str, ...]
    new_ids: tuple[str, ...]


class PointGroups:
    """The groups of a diff."""

    def __init__(self, diff: Diff) -> None:
        self.old = {point.id: point for point in diff.points_old}
        self.new = {point.id: point for point in diff.points_new}
        self._of_old = {one: match for match in diff.matches for one in match.old_ids}
        self._of_new = {one: match for match in diff.matches for one in match.new_ids}
        self._places = {point.id: index for index, point in enumerate(diff.points_old)}
        self._new_places: dict[str, tuple[int, int]] = {}
        after = -1
        for index, point in enumerate(diff.points_new):
            match = self._of_new.get(point.id)
            after = self._places.get(match.old_ids[0], after) if match else after
            self._new_places[point.id] = (after, index)

    def group(self, difference: Change | Silenced) -> Group:
        """All points that hang together with those a difference is of."""
        for ids, groups in ((difference.old_ids, self._of_old), (difference.new_ids, self._of_new)):
            for one in ids:
                if one in groups:
                    return Group(groups[one].old_ids, groups[one].new_ids)
        return Group(difference.old_ids, difference.new_ids)

    def place(self, group: Group) -> tuple[int, int, int]:
        """Where a group stands: in OLD's order; what only NEW has follows what it follows there."""
        if group.old_ids:
            return min(self._places.get(one, 0) for one in group.old_ids), 0, 0
        after, index = min((self._new_places.get(one, (-1, 0)) for one in group.new_ids), default=(-1, 0))
        return after, 1, index

    def in_order(self, groups: Iterable[Group]) -> list[Group]:
        """Groups as they are told of, each once."""
        return sorted(dict.fromkeys(groups), key=self.place)

    def points(self, group: Group) -> tuple[Sequence[Point], Sequence[Point]]:
        """The points of both papers."""
        return (
            [self.old[one] for one in group.old_ids if one in self.old],
            [self.new[one] for one in group.new_ids if one in self.new],
        )
