"""Which provisions of two versions are about the same matter."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from plantrack.matching.declared import Link, join_declared, resolve_links, stated_lineage
from plantrack.matching.match import Match
from plantrack.model import Provision
from plantrack.value import collector_paused

if TYPE_CHECKING:
    from plantrack.language.names import Names

_ALIKE = 0.8
"""How alike two summaries must be where nobody's wording was seen: a curator who gave two ids meant two matters."""
_REPORTED = 0.35
"""How alike a point must be to what is known of it from reports that may differ: a few words, and they fit many. Two
points with ids of a curator, whose terms have nothing in common, are held to the same."""


def match_provisions(
    old: Sequence[Provision],
    new: Sequence[Provision],
    *,
    local: bool,
    lineage: Iterable[Link] = (),
    declared: Iterable[Link] = (),
    forbidden: Iterable[Link] = (),
    names: "Names | None" = None,
) -> tuple[Match, ...]:
    """Match in order: what the caller declares, same id and lineage, the same text, then likeness.

    What is declared is never overruled by likeness. Every provision is in one match at most; what is in none stands
    alone. Swapping old and new swaps the answer.

    Args:
        old: Provisions of one version, in order, with their terms.
        new: Those of the other.
        local: Ids of at least one side were made on the spot and say nothing.
        lineage: Ids that are known to continue each other, oriented and composed by the caller, beside what the
            provisions themselves say of their lineage.
        declared: Ids or numbers that belong together whatever else speaks for or against it.
        forbidden: Ids or numbers that must not be joined with each other.
        names: Names that are known beside those that the papers print.

    Raises:
        UnknownNameError: if `declared` or `forbidden` name a point that is not there.
    """
    never = set(resolve_links(old, new, forbidden))
    matches = join_declared(
        old,
        new,
        same_ids=not local,
        lineage=[*lineage, *([] if local else stated_lineage(old, new))],
        declared=resolve_links(old, new, declared),
        forbidden=never,
    )
    taken_old = {each for match in matches for each in match.old_ids}
    taken_new = {each for match in matches for each in match.new_ids}
    rest_old = [each for each in old if each.id not in taken_old]
    rest_new = [each for each in new if each.id not in taken_new]
    if rest_old and rest_new:
        with collector_paused():
            matches += _joined(rest_old, rest_new, matches, never, names, local=local)
    order = {each.id: place for place, each in enumerate(old)}
    return tuple(sorted(matches, key=lambda match: order[match.old_ids[0]]))


def _joined(
    rest_old: Sequence[Provision],
    rest_new: Sequence[Provision],
    matches: Sequence[Match],
    never: AbstractSet[Link],
    names: "Names | None",
    *,
    local: bool,
) -> list[Match]:
    """Matches by text and place among what nothing declared has joined."""
    from plantrack.matching.bags import usual_names
    from plantrack.matching.joined import join_points
    from plantrack.matching.sides import Side

    foldings: dict[str, str] = {}
    old = Side(rest_old, {each: group for group, match in enumerate(matches) for each in match.old_ids}, foldings)
    new = Side(rest_new, {each: group for group, match in enumerate(matches) for each in match.new_ids}, foldings)
    turned = old.as_key() > new.as_key()
    if turned:  # both directions are computed the same way round, so that one mirrors the other
        old, new = new, old
        never = {(second, first) for first, second in never}
    forbidden = frozenset(
        (old.places[one], new.places[other]) for one, other in never if one in old.places and other in new.places
    )
    found = []
    for joined in join_points(old, new, forbidden, usual_names() if names is None else names):
        sides = [old.points[place] for place in joined.old], [new.points[place] for place in joined.new]
        if joined.by == "likeness" and joined.likeness < _floor(*sides, local=local):
            continue
        one = tuple(old.points[place].id for place in joined.old)
        other = tuple(new.points[place].id for place in joined.new)
        if turned:
            one, other = other, one
        found.append(Match(old_ids=one, new_ids=other, by=joined.by, score=joined.score, why=joined.why))
    return found


def _floor(old: Sequence[Provision], new: Sequence[Provision], *, local: bool) -> float:
    """How alike points must be at least, by what is known of them."""
    points = [*old, *new]
    if not any(point.text for point in points):
        return _ALIKE
    if any(point.claims for point in points):
        return _REPORTED
    norms = _norms(old), _norms(new)
    return _REPORTED if not local and all(norms) and norms[0].isdisjoint(norms[1]) else 0.0


def _norms(points: Iterable[Provision]) -> set[tuple[str, str]]:
    """Who does what, where and of what how much, as a curator entered it."""
    found = set()
    for term in (term for point in points for term in point.terms.values()):
        found |= {("act", term.action), ("object", term.object or ""), *(("who", one) for one in term.bearer)}
        found |= {("where", place) for place in term.place}
        found |= {("measure", quantity.measure or "") for quantity in term.quantity}
    return {(part, held) for part, held in found if held}
