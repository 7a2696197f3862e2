"""What became of whole points: added, removed, replaced, split, merged, renumbered.

Echoes are folded: a number that moved only because of points that came or went above it, or a sub-point that went
along with its parent, is no change. A point that changed places with others is one, and so is a sub-point that became
a point.

Not decided here: whether what stands on one side only is gone or merely not reported; that hangs on what was seen.
"""

from collections.abc import Iterable, Mapping, Sequence

from plantrack.differences.places import moved, offset, traded
from plantrack.differences.result import Change
from plantrack.differences.states import stands_in
from plantrack.matching import Match
from plantrack.model import Provision, Version

_LONGEST_REPLACED = 3
"""Points in a row that may each have taken the place of another; beyond that the papers merely differ."""

Level = str
"""The points of one level: an empty string for whole points, else the group or provision they are part of."""


def structural_changes(old: Version, new: Version, matches: Sequence[Match]) -> list[Change]:
    """The changes of whole points, first by old and then by new order; numbers are for the caller to fill in.

    Swapping old and new, and each match with them, gives the mirror of every change.
    """
    return _Structure(old, new, matches).changes()


class _Structure:
    def __init__(self, old: Version, new: Version, matches: Sequence[Match]) -> None:
        self.old, self.new = old.provisions, new.provisions
        self.matches = matches
        self.seen = old.text_basis == new.text_basis == "full_text"
        self.old_group = {each: index for index, match in enumerate(matches) for each in match.old_ids}
        self.new_group = {each: index for index, match in enumerate(matches) for each in match.new_ids}
        self.old_placed, self.new_placed = (
            {key: None for key, each in version.provisions.items() if stands_in(version, each)}
            for version in (old, new)
        )
        self.old_levels = _levels(self.old, self.old_placed, self.old_group, "old")
        self.new_levels = _levels(self.new, self.new_placed, self.new_group, "new")
        self.old_numbered = _levels(self.old, self.old, self.old_group, "old")
        self.new_numbered = _levels(self.new, self.new, self.new_group, "new")

    def changes(self) -> list[Change]:
        """All structural changes."""
        found: list[Change] = []
        replaced_old: dict[str, str] = {}
        for level in self.old_levels:
            replaced, renumbered = self.on_level(level)
            replaced_old |= replaced
            found += renumbered
        found += [self.renumbered(match) for match in self.matches if self.is_promoted(match)]
        found += [
            Change(kind="provision-replaced", old_ids=(one,), new_ids=(other,)) for one, other in replaced_old.items()
        ]
        for match in self.matches:
            if _parts(match, self.new, match.new_ids) > 1:
                found.append(Change(kind="provision-split", old_ids=match.old_ids, new_ids=match.new_ids))
            if _parts(match, self.old, match.old_ids) > 1:
                found.append(Change(kind="provision-merged", old_ids=match.old_ids, new_ids=match.new_ids))
        replaced_new = set(replaced_old.values())
        gone = [each for each in self.old_placed if each not in self.old_group and each not in replaced_old]
        come = [each for each in self.new_placed if each not in self.new_group and each not in replaced_new]
        found += [Change(kind="provision-removed", old_ids=(each,)) for each in gone]
        found += [Change(kind="provision-added", new_ids=(each,)) for each in come]
        return found

    def on_level(self, level: Level) -> tuple[dict[str, str], list[Change]]:
        """What was replaced and renumbered among points of one level."""
        old_ids, new_ids = self.old_levels[level], self.new_levels.get(level, [])
        old_rank = _first_places(old_ids, self.old_group)
        new_rank = _first_places(new_ids, self.new_group)
        shared = [group for group in old_rank if group in new_rank]
        order = sorted(shared, key=lambda group: new_rank[group])
        ranks = {group: rank for rank, group in enumerate(order)}
        permutation = [ranks[group] for group in shared]
        out_of_step = {shared[place] for place in moved(permutation)}
        swapped = {shared[place] for place in traded(permutation)}
        anchors = [group for group in shared if group not in out_of_step]
        replaced = self.replaced(old_ids, new_ids, anchors) if self.seen else {}
        unexplained = self.unexplained(level, anchors, replaced)
        told = [group for group in shared if group in out_of_step or group in swapped or group in unexplained]
        return replaced, [
            self.renumbered(self.matches[group]) for group in told if self.has_new_number(self.matches[group])
        ]

    def has_new_number(self, match: Match) -> bool:
        """Whether one point has one counterpart with another number."""
        if len(match.old_ids) != 1 or len(match.new_ids) != 1:
            return False
        one, other = self.old[match.old_ids[0]], self.new[match.new_ids[0]]
        if one.number is None or other.number is None or one.number == other.number:
            return False
        # the number of a sub-point is its own letter: the rest belongs to its parent
        return one.parent is None or other.parent is None or _last(one.number) != _last(other.number)

    def is_promoted(self, match: Match) -> bool:
        """Whether a point left its parent, or came under one."""
        if len(match.old_ids) != 1 or len(match.new_ids) != 1:
            return False
        if match.old_ids[0] not in self.old_placed or match.new_ids[0] not in self.new_placed:
            return False
        one, other = self.old[match.old_ids[0]], self.new[match.new_ids[0]]
        if one.number is None or other.number is None or one.number == other.number:
            return False
        return self.level_of(one, self.old_group, "old") != self.level_of(other, self.new_group, "new")

    def level_of(self, provision: Provision, group: Mapping[str, int], side: str) -> Level:
        """The level that a provision stands on."""
        return _level(provision, self.old if side == "old" else self.new, group, side)

    def renumbered(self, match: Match) -> Change:
        """A point that stands elsewhere."""
        before, after = self.old[match.old_ids[0]].number, self.new[match.new_ids[0]].number
        return Change(
            kind="provision-renumbered", old_ids=match.old_ids, new_ids=match.new_ids, before=before, after=after
        )

    def replaced(self, old_ids: Sequence[str], new_ids: Sequence[str], anchors: Sequence[int]) -> dict[str, str]:
        """Points without counterparts that stand between the same neighbours, at numbers that agree."""
        old_runs = self.runs(old_ids, self.old_group, anchors)
        new_runs = self.runs(new_ids, self.new_group, anchors)
        found: dict[str, str] = {}
        for place, (olds, news) in enumerate(zip(old_runs, new_runs, strict=True)):
            if len(olds) != len(news) or not 0 < len(olds) <= (_LONGEST_REPLACED if anchors else 1):
                continue
            around = [self.matches[group] for group in anchors[max(0, place - 1) : place + 1]]
            shifts = {
                offset(self.numbers(match.old_ids, self.old), self.numbers(match.new_ids, self.new)) for match in around
            }
            pairs = list(zip(olds, news, strict=True))
            if all(
                offset(self.numbers((one,), self.old), self.numbers((other,), self.new)) in (shifts or {0}) - {None}
                for one, other in pairs
            ):
                found.update(pairs)
        return found

    def numbers(self, ids: Sequence[str], provisions: Mapping[str, Provision]) -> list[str | None]:
        """Numbers of provisions."""
        return [provisions[each].number for each in ids]

    def runs(self, ids: Sequence[str], group: Mapping[str, int], anchors: Sequence[int]) -> list[list[str]]:
        """Provisions without counterparts before, between and after the anchors."""
        known = set(anchors)
        passed: set[int] = set()
        found: list[list[str]] = [[] for _ in range(len(anchors) + 1)]
        for each in ids:
            if each not in group:
                found[len(passed)].append(each)
            elif group[each] in known:
                passed.add(group[each])
        return found

    def unexplained(self, level: Level, anchors: Sequence[int], replaced: Mapping[str, str]) -> set[int]:
        """Anchors whose number changed though nothing above them came, went, was split, merged or moved.

        An empty number that is dropped explains the numbers below it as a point would.
        """
        known = set(anchors)
        came = set(replaced.values())

        def undisturbed(ids: Sequence[str], group: Mapping[str, int], in_place: set[str]) -> set[int]:
            found: set[int] = set()
            for each in ids:
                index = group.get(each)
                takes_a_place = each not in in_place if index is None else not self.is_empty(self.matches[index])
                if not takes_a_place:
                    continue
                if index is None or index not in known or not self.is_single(self.matches[index]):
                    break
                found.add(index)
            return found

        old_ids, new_ids = self.old_numbered[level], self.new_numbered.get(level, [])
        return undisturbed(old_ids, self.old_group, set(replaced)) & undisturbed(new_ids, self.new_group, came)

    def is_empty(self, match: Match) -> bool:
        """Whether nothing of it stands in either paper: a number kept empty in both."""
        placed = any(each in self.old_placed for each in match.old_ids)
        return not placed and not any(each in self.new_placed for each in match.new_ids)

    def is_single(self, match: Match) -> bool:
        """Whether one point has one counterpart."""
        return len(match.old_ids) == len(match.new_ids) == 1


def _last(number: str) -> str:
    return number.rpartition(".")[2]


def _level(provision: Provision, provisions: Mapping[str, Provision], group: Mapping[str, int], side: str) -> Level:
    if provision.parent is None or provision.parent not in provisions:
        return ""
    return str(group[provision.parent]) if provision.parent in group else f"{side}:{provision.parent}"


def _parts(match: Match, provisions: Mapping[str, Provision], ids: Sequence[str]) -> int:
    """How many points of a group say something; what only went below its heading was not split."""
    if match.by in ("declared", "id", "lineage"):
        return len(ids)
    return sum(bool(provisions[each].text or provisions[each].terms or provisions[each].summary) for each in ids)


def _levels(
    provisions: Mapping[str, Provision], placed: Iterable[str], group: Mapping[str, int], side: str
) -> dict[Level, list[str]]:
    """The points that stand in a paper by level; one that is kept although it is out takes no place there."""
    found: dict[Level, list[str]] = {"": []}
    for key in placed:
        found.setdefault(_level(provisions[key], provisions, group, side), []).append(key)
    return found


def _first_places(ids: Sequence[str], group: Mapping[str, int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for place, each in enumerate(ids):
        if each in group:
            found.setdefault(group[each], place)
    return found
