"""Matches that nobody has to guess: what the caller declares, equal ids, and lineage."""

from collections.abc import Iterable, Sequence, Set

from plantrack.matching.match import Match
from plantrack.model import Provision


def join_declared(
    old: Sequence[Provision],
    new: Sequence[Provision],
    *,
    local: bool,
    lineage: Iterable[tuple[str, str]],
    declared: Iterable[tuple[str, str]],
    forbidden: Set[tuple[str, str]],
) -> list[Match]:
    """Matches by declaration, then by id and lineage together.

    A provision that the caller declares a partner for has no other. An id that goes on beside its offshoots
    (`x` is split into `x` and `y`) is one group with them.
    """
    old_order = {each.id: place for place, each in enumerate(old)}
    new_order = {each.id: place for place, each in enumerate(new)}

    def known(links: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        return [link for link in dict.fromkeys(links) if link[0] in old_order and link[1] in new_order]

    said = known(declared)
    closed_old, closed_new = {first for first, _ in said}, {second for _, second in said}

    def still_open(link: tuple[str, str]) -> bool:
        return link not in forbidden and link[0] not in closed_old and link[1] not in closed_new

    lines = [link for link in known(lineage) if still_open(link)]
    same = [] if local else [link for link in ((each.id, each.id) for each in old) if link[1] in new_order and still_open(link)]
    matches = [_match(group, "declared", "declared", old_order, new_order) for group in _groups(said)]
    for group in _groups([*same, *lines]):
        by_id = len(group) == 1 and group[0][0] == group[0][1]
        matches.append(_match(group, "id" if by_id else "lineage", "same id" if by_id else "lineage", old_order, new_order))
    return matches


def _match(
    group: list[tuple[str, str]], by: str, why: str, old_order: dict[str, int], new_order: dict[str, int]
) -> Match:
    firsts = sorted({first for first, _ in group}, key=old_order.__getitem__)
    seconds = sorted({second for _, second in group}, key=new_order.__getitem__)
    return Match(old_ids=tuple(firsts), new_ids=tuple(seconds), by=by, score=1.0, why=(why,))


def _groups(links: list[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """Links that share an end, together."""
    leader: dict[tuple[str, str], tuple[str, str]] = {}

    def find(end: tuple[str, str]) -> tuple[str, str]:
        while leader.setdefault(end, end) != end:
            leader[end] = leader[leader[end]]
            end = leader[end]
        return end

    for first, second in links:
        leader[find(("old", first))] = find(("new", second))
    groups: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for first, second in links:
        groups.setdefault(find(("old", first)), []).append((first, second))
    return list(groups.values())
