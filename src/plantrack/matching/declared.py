"""Matches that nobody has to guess: what the caller declares, equal ids, and lineage."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from plantrack.errors import UnknownNameError
from plantrack.matching.match import Match
from plantrack.model import Provision

Link = tuple[str, str]
"""An old and a new id."""


def resolve_links(old: Sequence[Provision], new: Sequence[Provision], links: Iterable[Link]) -> list[Link]:
    """Links by id or number as links by id; a number printed several times stands for all its points.

    Raises:
        UnknownNameError: if an end is neither an id nor a number of its side.
    """
    sides = _names(old), _names(new)
    found: list[Link] = []
    for link in links:
        ends = []
        for name, known in zip(link, sides, strict=True):
            if name not in known:
                raise UnknownNameError(kind="point", name=name, expected="an id or a number of that text")
            ends.append(known[name])
        found += [(one, other) for one in ends[0] for other in ends[1]]
    return list(dict.fromkeys(found))


def _names(provisions: Sequence[Provision]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in provisions:
        if each.number is not None:
            found.setdefault(each.number, []).append(each.id)
    return found | {each.id: [each.id] for each in provisions}


def stated_lineage(old: Sequence[Provision], new: Sequence[Provision]) -> list[Link]:
    """What the provisions themselves say of where they come from, in either direction."""
    old_ids, new_ids = {each.id for each in old}, {each.id for each in new}
    forth = [(source, each.id) for each in new for line in each.lineage for source in line.of if source in old_ids]
    back = [(each.id, source) for each in old for line in each.lineage for source in line.of if source in new_ids]
    return [*forth, *back]


def join_declared(
    old: Sequence[Provision],
    new: Sequence[Provision],
    *,
    same_ids: bool,
    lineage: Iterable[Link],
    declared: Iterable[Link],
    forbidden: AbstractSet[Link],
) -> list[Match]:
    """Matches by declaration, then by id and lineage together.

    A provision that the caller declares a partner for has no other. An id that goes on beside its offshoots
    (`x` is split into `x` and `y`) is one group with them.
    """
    old_order = {each.id: place for place, each in enumerate(old)}
    new_order = {each.id: place for place, each in enumerate(new)}
    said = list(declared)
    closed_old, closed_new = {one for one, _ in said}, {other for _, other in said}
    same = [(key, key) for key in old_order if same_ids and key in new_order]
    lines = [link for link in dict.fromkeys(lineage) if link[0] in old_order and link[1] in new_order]
    known = [
        link
        for link in dict.fromkeys([*same, *lines])
        if link not in forbidden and link[0] not in closed_old and link[1] not in closed_new
    ]
    matches = [_match(group, "declared", "declared", old_order, new_order) for group in _groups(said)]
    for group in _groups(known):
        by_id = len(group) == 1 and group[0][0] == group[0][1]
        by, why = ("id", "same id") if by_id else ("lineage", "lineage")
        matches.append(_match(group, by, why, old_order, new_order))
    return matches


def _match(group: list[Link], by: str, why: str, old_order: Mapping[str, int], new_order: Mapping[str, int]) -> Match:
    ones = sorted({one for one, _ in group}, key=old_order.__getitem__)
    others = sorted({other for _, other in group}, key=new_order.__getitem__)
    return Match(old_ids=tuple(ones), new_ids=tuple(others), by=by, score=1.0, why=(why,))


def _groups(links: list[Link]) -> list[list[Link]]:
    """Links that share an end, together."""
    leader: dict[tuple[str, str], tuple[str, str]] = {}

    def find(end: tuple[str, str]) -> tuple[str, str]:
        while leader.setdefault(end, end) != end:
            leader[end] = leader[leader[end]]
            end = leader[end]
        return end

    for one, other in links:
        leader[find(("old", one))] = find(("new", other))
    groups: dict[tuple[str, str], list[Link]] = {}
    for one, other in links:
        groups.setdefault(find(("old", one)), []).append((one, other))
    return list(groups.values())
