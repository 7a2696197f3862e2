"""Compare two wordings word by word: every difference is named, silenced by a rule, or left unexplained."""

from collections.abc import Iterable, Mapping, Sequence

from plantrack.differences.deciding_marks import deciding_marks
from plantrack.differences.hunks import Aligned, Hunk, Silence, hunks_of, lay_out
from plantrack.differences.naming import Named, Rule, Setting
from plantrack.differences.naming_additions import name_attributes, name_restrictions
from plantrack.differences.naming_clauses import name_conditions
from plantrack.differences.naming_contrasts import name_agents, name_heads, name_joints, name_leaves, name_when_asked
from plantrack.differences.naming_descriptions import name_descriptions
from plantrack.differences.naming_effects import with_effect
from plantrack.differences.naming_facts import name_facts
from plantrack.differences.naming_members import name_joined_acts, name_members
from plantrack.differences.naming_negation import name_negation
from plantrack.differences.naming_sentences import name_passages, name_proposals, name_sentences
from plantrack.differences.naming_words import (
    name_acts,
    name_only,
    name_parties,
    name_places,
    name_swaps,
)
from plantrack.differences.silencing import silence_hunk
from plantrack.differences.silencing_moves import silenced_moves
from plantrack.differences.views import View, view_of
from plantrack.facts.status import find_status
from plantrack.facts.values import Reference
from plantrack.language.names import Names
from plantrack.value import value

NAMING: tuple[Rule, ...] = (
    name_sentences, name_proposals, name_conditions, name_swaps, name_parties, name_places, name_only, name_negation,
    name_acts, name_joints, name_heads, name_leaves, name_agents, name_when_asked, name_passages, name_restrictions,
    name_joined_acts, name_members, name_attributes, name_descriptions,
)  # fmt: skip
"""The rules that name, in the order in which they are asked; each item is told of once, by the first that fits."""


@value
class WordingComparison:
    """What became of every difference between two wordings."""

    aligned: Aligned
    named: tuple[Named, ...] = ()
    silences: tuple[Silence, ...] = ()
    open_old: tuple[int, ...] = ()
    """Items that no rule explains."""
    open_new: tuple[int, ...] = ()


def compare_wordings(
    old: str,
    new: str,
    names: Names,
    *,
    skip_status: bool = False,
    counterparts: Mapping[str, str] | None = None,
) -> WordingComparison:
    """Compare two wordings of one matter.

    Swapping the two gives the mirror of the answer: both directions are computed the same way round.

    Args:
        old: The old wording.
        new: The new one.
        names: Who and what may be named.
        skip_status: Leave out words that leave the matter to later, or call it disputed.
        counterparts: For references to other points: the number that each old point has in the new paper.
    """
    aligned = lay_out(view_of(old, names), view_of(new, names))
    silences = [*aligned.silences, *silenced_moves(aligned)]
    accounted_old = {place for one in silences for place in one.old}
    accounted_new = {place for one in silences for place in one.new}
    hunks = []
    if skip_status:
        accounted_old |= _status_places(aligned.old)
        accounted_new |= _status_places(aligned.new)
    for hunk in hunks_of(aligned, accounted_old, accounted_new):
        left, found = silence_hunk(aligned, hunk, counterparts or {})
        silences += found
        hunks.append(left)
    hunks = _still_open(hunks, silences)
    moved = [pair for run in aligned.moved for pair in run]
    setting = Setting(
        aligned=aligned,
        hunks=tuple(hunks),
        elsewhere_old=frozenset(pair.old for pair in moved) - accounted_old,
        elsewhere_new=frozenset(pair.new for pair in moved) - accounted_new,
        names=names,
        hunk_of={
            "old": {place: number for number, hunk in enumerate(hunks) for place in hunk.old},
            "new": {place: number for number, hunk in enumerate(hunks) for place in hunk.new},
        },
    )
    named, open_old, open_new = _name(setting, hunks)
    astray = [*_astray(aligned, counterparts or {}), *deciding_marks(aligned)]
    open_old = sorted({*open_old, *(one for one, _ in astray)})
    open_new = sorted({*open_new, *(one for _, one in astray)})
    return WordingComparison(
        aligned=aligned,
        named=tuple(named),
        silences=tuple(silences),
        open_old=tuple(open_old),
        open_new=tuple(open_new),
    )


def _astray(aligned: Aligned, counterparts: Mapping[str, str]) -> list[tuple[int, int]]:
    """References with the same number on both sides that name another point now, for the points bear other numbers."""
    return [
        (pair.old, pair.new)
        for pair in aligned.pairs
        if isinstance(value := aligned.old.items[pair.old].value, Reference) and value.kind == "internal"
        and any(counterparts.get(number, number) != number for number in value.numbers)
    ]  # fmt: skip


def _still_open(hunks: Sequence[Hunk], silences: Sequence[Silence]) -> list[Hunk]:
    """The hunks without what a rule silenced from another one."""
    old = {place for one in silences for place in one.old}
    new = {place for one in silences for place in one.new}
    left = [hunk.without(old, new) for hunk in hunks]
    return [hunk for hunk in left if hunk.old or hunk.new]


def _status_places(view: View) -> set[int]:
    facts = find_status(list(view.prose.tokens), list(view.prose.ends))
    covered = {token for fact in facts for token in range(fact.first, fact.last)}
    return {place for place, item in enumerate(view.items) if item.first in covered}


def _name(setting: Setting, hunks: Sequence[Hunk]) -> tuple[list[Named], list[int], list[int]]:
    named: list[Named] = [found for found in name_facts(setting) if not _is_echo(found)]
    open_old: list[int] = []
    open_new: list[int] = []
    told_old = {place for found in named for place in found.old}
    told_new = {place for found in named for place in found.new}
    for hunk in hunks:
        rest = hunk.without(told_old, told_new)
        for rule in NAMING if rest.old or rest.new else ():
            for found in rule(setting, rest):
                if _is_echo(found):
                    continue
                if found not in named:
                    named.append(found)
                    told_old.update(found.old)
                    told_new.update(found.new)
                rest = rest.without(found.old, found.new)
            if not rest.old and not rest.new:
                break
        open_old += rest.old
        open_new += rest.new
    return (
        _merged([with_effect(setting, one) for one in named]),
        _untold(open_old, told_old),
        _untold(open_new, told_new),
    )


def _is_echo(found: Named) -> bool:
    """Whether both sides of a claim would be shown with the same words: whoever reads it learns nothing."""
    return found.before is not None and found.after is not None and found.before.lower() == found.after.lower()


def _merged(named: Sequence[Named]) -> list[Named]:
    """The same said of several stretches, once."""
    found: dict[tuple[object, ...], Named] = {}
    for one in named:
        key = (one.kind, one.part, one.before, one.after, one.rule, one.effect)
        other = found.get(key)
        if other is not None:
            one = one._replace(old=tuple(sorted({*one.old, *other.old})), new=tuple(sorted({*one.new, *other.new})))  # noqa: PLW2901
        found[key] = one
    return list(found.values())


def _untold(places: Iterable[int], told: set[int]) -> list[int]:
    return sorted(set(places) - told)
