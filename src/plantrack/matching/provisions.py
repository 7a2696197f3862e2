"""Which provisions of two versions are about the same matter."""

from collections.abc import Iterable, Sequence

from plantrack.matching.declared import Link, join_declared, resolve_links, stated_lineage
from plantrack.matching.match import Match
from plantrack.model import Provision

_ALIKE = 0.8
"""How alike two summaries must be where nobody's wording was seen: a curator who gave two ids meant two matters."""

_REPORTED = 0.35
"""How alike a point must be to what is known of it from reports that may differ: a few words, and they fit many."""


def match_provisions(
    old: Sequence[Provision],
    new: Sequence[Provision],
    *,
    local: bool,
    lineage: Iterable[Link] = (),
    declared: Iterable[Link] = (),
    forbidden: Iterable[Link] = (),
) -> tuple[Match, ...]:
    """Match in order: what the caller declares, same id and lineage, then text.

    Every provision is in one match at most; what is in none stands alone. Swapping old and new swaps the answer.

    Args:
        old: Provisions of one version, in order, with their terms.
        new: Those of the other.
        local: Ids of at least one side were made on the spot and say nothing.
        lineage: Ids that are known to continue each other, oriented and composed by the caller, beside what the
            provisions themselves say of their lineage.
        declared: Ids or numbers that belong together whatever else speaks for or against it.
        forbidden: Ids or numbers that must not be joined with each other.

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
        matches += _joined_by_text(rest_old, rest_new, never)
    order = {each.id: place for place, each in enumerate(old)}
    return tuple(sorted(matches, key=lambda match: order[match.old_ids[0]]))


def _joined_by_text(
    rest_old: Sequence[Provision], rest_new: Sequence[Provision], never: set[tuple[str, str]]
) -> list[Match]:
    """Matches by text among what id and lineage left over."""
    from plantrack.matching.text import join_by_text
    from plantrack.matching.wording import words_of

    old_texts, new_texts = [words_of(each) for each in rest_old], [words_of(each) for each in rest_new]
    turned = old_texts > new_texts
    if turned:  # both directions are computed the same way round, so that one mirrors the other
        rest_old, rest_new, old_texts, new_texts = rest_new, rest_old, new_texts, old_texts
        never = {(second, first) for first, second in never}
    old_places = {each.id: place for place, each in enumerate(rest_old)}
    new_places = {each.id: place for place, each in enumerate(rest_new)}
    barred = {
        (old_places[first], new_places[second])
        for first, second in never
        if first in old_places and second in new_places
    }
    matches = []
    for joined in join_by_text(rest_old, rest_new, old_texts, new_texts, barred):
        points = [*(rest_old[place] for place in joined.old), *(rest_new[place] for place in joined.new)]
        if not any(point.text for point in points) and joined.score < _ALIKE:
            continue
        if any(point.claims for point in points) and joined.score < _REPORTED:
            continue
        first = tuple(rest_old[place].id for place in joined.old)
        second = tuple(rest_new[place].id for place in joined.new)
        if turned:
            first, second = second, first
        matches.append(Match(old_ids=first, new_ids=second, by="text", score=joined.score, why=joined.why))
    return matches
