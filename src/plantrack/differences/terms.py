"""The changes between the terms of two matched groups of provisions, one for each part that differs.

Terms pair by their key, which a person gave them. What stands on one side only is a change only if the other side was
seen whole; else it is a gap: nobody knows.
"""

from collections.abc import Sequence

from plantrack.differences.part_changes import part_changes
from plantrack.differences.parts import term_form
from plantrack.differences.result import Change, Silenced, Words
from plantrack.differences.strength.forces import BAN, DUTY, force_of
from plantrack.differences.term_pairs import Gap, OwnedTerm, TermPair, pair_by_key
from plantrack.model import Term
from plantrack.value import value

__all__ = ["Gap", "OwnedTerm", "TermComparison", "compare_terms"]


@value
class TermComparison:
    """What differs, what one side leaves open, and what a rule shows to be no difference."""

    changes: tuple[Change, ...] = ()
    gaps: tuple[Gap, ...] = ()
    silenced: tuple[Silenced, ...] = ()


def compare_terms(
    old: Sequence[OwnedTerm], new: Sequence[OwnedTerm], *, old_complete: bool, new_complete: bool
) -> TermComparison:
    """Pair the terms of a match group and tell the atomic changes.

    Args:
        old: All terms of the group's old provisions.
        new: All terms of its new provisions.
        old_complete: Whether the old text was seen whole, so that its silence counts.
        new_complete: The same for the new text.

    Numbers of points, claims, certainty and evidence of the changes are left for the caller to fill.
    """
    found: list[Change | Gap] = []
    silenced: list[Silenced] = []
    pairs = pair_by_key(old, new)
    for first, second in pairs:
        if old[first].term != new[second].term:
            pair = TermPair(old[first], new[second], old_complete=old_complete, new_complete=new_complete)
            found += part_changes(pair)
            silenced += [
                Silenced(rule=rule, words=Words(), old_ids=(old[first].owner,), new_ids=(new[second].owner,))
                for rule in pair.silenced
            ]
    paired_old, paired_new = {first for first, _ in pairs}, {second for _, second in pairs}
    for position, owned in enumerate(old):
        if position not in paired_old:
            gone = _removed(owned, sure=bool(owned.term.bearer) or old_complete)
            found.append(gone if new_complete else Gap(side="new", owner=owned.owner, term=owned.key))
    for position, owned in enumerate(new):
        if position not in paired_new:
            came = _added(owned, sure=bool(owned.term.bearer) or new_complete)
            found.append(came if old_complete else Gap(side="old", owner=owned.owner, term=owned.key))
    return TermComparison(
        changes=tuple(one for one in found if isinstance(one, Change)),
        gaps=tuple(dict.fromkeys(one for one in found if isinstance(one, Gap))),
        silenced=tuple(silenced),
    )


def _removed(owned: OwnedTerm, *, sure: bool) -> Change:
    return Change(
        kind="term-removed",
        old_ids=(owned.owner,),
        term=(owned.key, None),
        before=term_form(owned.term),
        effect="weakened" if sure and _binds(owned.term) else None,
        force=owned.term.modality,
    )


def _added(owned: OwnedTerm, *, sure: bool) -> Change:
    return Change(
        kind="term-added",
        new_ids=(owned.owner,),
        term=(None, owned.key),
        after=term_form(owned.term),
        effect="strengthened" if sure and _binds(owned.term) else None,
        force=owned.term.modality,
    )


def _binds(term: Term) -> bool:
    """Whether it is a duty or a ban: only of those it is sure what their coming does."""
    return force_of(term) in (DUTY, BAN)
