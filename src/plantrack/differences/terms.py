"""The changes between the terms of two matched groups of provisions, one for each part that differs.

What stands on one side only is a change only if the other side was seen whole; else it is a gap: nobody knows.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from plantrack.differences.result import Change
from plantrack.differences.term_figures import deadline_value, quantity_value
from plantrack.differences.term_pair import Pair
from plantrack.differences.term_pairing import pair_by_key, pair_by_likeness
from plantrack.differences.term_parts import part_changes
from plantrack.differences.term_senses import OwnedTerm, Sense, side_meaning
from plantrack.extraction.meaning import is_act
from plantrack.extraction.verbs import NEAR
from plantrack.model import Term
from plantrack.value import evolve, value

__all__ = ["Gap", "OwnedTerm", "TermComparison", "compare_terms", "term_value"]

_COVERED = 0.6
"""The share of a term's meaning that the other side must speak of, for the term to be no news there."""


@value
class Gap:
    """Something that one side does not report."""

    side: str
    """The side that does not report it: old or new."""
    owner: str
    """The provision, on the side that has it."""
    term: str
    """Its key, on the side that has it."""
    part: str | None = None
    """The part of the term; None for the whole."""


@value
class TermComparison:
    """What differs, and what one side leaves open."""

    changes: tuple[Change, ...] = ()
    gaps: tuple[Gap, ...] = ()


def compare_terms(  # noqa: C901, PLR0912 - one case a line reads best
    old: Sequence[OwnedTerm], new: Sequence[OwnedTerm], *, old_complete: bool, new_complete: bool, by_key: bool
) -> TermComparison:
    """Pair the terms of a match group and tell the atomic changes.

    Args:
        old: All terms of the group's old provisions.
        new: All terms of its new provisions.
        old_complete: Whether the old text was seen whole, so that its silence counts.
        new_complete: The same for the new text.
        by_key: Whether both sides are curated, so that equal keys mean one norm.

    Numbers of points, claims, certainty and evidence of the changes are left for the caller to fill.
    """
    if by_key:
        old, new = _without_equals(old, new)
    elif len(old) == len(new) and all(map(_is_equal, old, new)):
        return TermComparison()
    old_senses, new_senses = [Sense(item) for item in old], [Sense(item) for item in new]
    pairs = pair_by_key(old_senses, new_senses) if by_key else pair_by_likeness(old_senses, new_senses)
    differing = [(first, second) for first, second in pairs if old[first].term != new[second].term]
    if not differing and len(pairs) == len(old) == len(new):
        return TermComparison()
    old_meaning = frozenset[str]() if by_key else side_meaning(old_senses)
    new_meaning = frozenset[str]() if by_key else side_meaning(new_senses)
    changes: list[Change] = []
    gaps: list[Gap] = []
    for first, second in differing:
        pair = Pair(
            old=old_senses[first],
            new=new_senses[second],
            old_meaning=old_meaning,
            new_meaning=new_meaning,
            old_complete=old_complete,
            new_complete=new_complete,
            strict=by_key,
        )
        for change, missing in part_changes(pair):
            if missing is None:
                changes.append(change)
            elif missing == "old":
                gaps.append(Gap(side="old", owner=pair.new.owned.owner, term=pair.new.owned.key, part=change.part))
            else:
                gaps.append(Gap(side="new", owner=pair.old.owned.owner, term=pair.old.owned.key, part=change.part))
    paired_old, paired_new = {first for first, _ in pairs}, {second for _, second in pairs}
    for position, sense in enumerate(old_senses):
        if position not in paired_old and not (not by_key and _is_covered(sense, new_meaning, bool(new))):
            if new_complete:
                changes.append(_whole(sense, "term-removed"))
            else:
                gaps.append(Gap(side="new", owner=sense.owned.owner, term=sense.owned.key))
    for position, sense in enumerate(new_senses):
        if position not in paired_new and not (not by_key and _is_covered(sense, old_meaning, bool(old))):
            if old_complete:
                changes.append(_whole(sense, "term-added"))
            else:
                gaps.append(Gap(side="old", owner=sense.owned.owner, term=sense.owned.key))
    told = changes if by_key else _told_once(_without_winners(changes, old_senses, new_senses))
    return TermComparison(changes=tuple(told), gaps=tuple(dict.fromkeys(gaps)))


_SHARED_PARTS = frozenset({"deadline", "condition", "scope"})
"""What one phrase of a text may say of several verbs."""


def _without_winners(
    changes: Sequence[Change], old_senses: Sequence[Sense], new_senses: Sequence[Sense]
) -> Iterator[Change]:
    """Changes of which none says that a division binds more: what one holder gains of a whole, another loses."""
    old_dealt, new_dealt = _dealt_out(old_senses), _dealt_out(new_senses)
    for change in changes:
        dealt = change.part == "quantity" and change.term[0] in old_dealt and change.term[1] in new_dealt
        yield evolve(change, effect="mixed") if dealt else change


def _dealt_out(senses: Sequence[Sense]) -> frozenset[str]:
    """The keys of terms that together divide one thing among several."""
    shares = [
        sense
        for sense in senses
        if "share" in sense.acts and sense.owned.term.counterparty and not sense.owned.term.bearer
    ]
    return frozenset(one.owned.key for one in shares if any(other is not one for other in shares))


def _told_once(changes: Iterable[Change]) -> list[Change]:
    """Changes without those that only repeat one for another verb: of two, the one whose keys come first stays."""
    kept: dict[str, Change] = {}
    for number, change in enumerate(changes):
        shared = change.part in _SHARED_PARTS
        seen = (change.kind, change.before, change.after, change.old_ids, change.new_ids)
        name = repr(seen) if shared else str(number)
        if name not in kept or _keys(change) < _keys(kept[name]):
            kept[name] = change
    return list(kept.values())


def _keys(change: Change) -> list[str]:
    return sorted(key or "" for key in change.term)


def _is_equal(old: OwnedTerm, new: OwnedTerm) -> bool:
    """Whether a term says the same in the same words: then there is nothing to weigh."""
    return old.text == new.text and old.term == new.term


def _without_equals(
    old: Sequence[OwnedTerm], new: Sequence[OwnedTerm]
) -> tuple[Sequence[OwnedTerm], Sequence[OwnedTerm]]:
    """Both sides without the terms that stand on both under one key: most of them, most of the time."""
    new_by_key = {item.key: item for item in new}
    if len(new_by_key) != len(new) or len({item.key for item in old}) != len(old):
        return old, new
    same = {item.key for item in old if item.key in new_by_key and new_by_key[item.key].term == item.term}
    return [item for item in old if item.key not in same], [item for item in new if item.key not in same]


def _is_covered(sense: Sense, other: frozenset[str], spoken: bool) -> bool:  # noqa: FBT001 - whether there is another side
    """Whether the other side already speaks of what a term says: the term is then a matter of phrasing."""
    if not spoken:
        return False
    meaning = sense.whole
    if not meaning:
        return True
    covered = {item for item in meaning if item in other or any(item in near and near & other for near in NEAR)}
    share = len(covered) / len(meaning)
    act_known = bool(sense.acts & covered) or not any(is_act(act) for act in sense.acts)
    return share >= (_COVERED if act_known else 0.8)


def _whole(sense: Sense, kind: str) -> Change:
    owned = sense.owned
    value = term_value(owned.term)
    if kind == "term-added":
        return Change(kind=kind, new_ids=(owned.owner,), term=(None, owned.key), after=value, effect="strengthened")
    return Change(kind=kind, old_ids=(owned.owner,), term=(owned.key, None), before=value, effect="weakened")


def term_value(term: Term) -> Mapping[str, object]:
    """A term as JSON values, what is empty left out."""
    value: dict[str, object] = {
        "bearer": list(term.bearer),
        "jointly": term.jointly,
        "modality": term.modality,
        "action": term.action,
        "object": term.object,
        "counterparty": list(term.counterparty),
        "place": list(term.place),
        "quantity": [quantity_value(quantity) for quantity in term.quantity],
        "deadline": deadline_value(term.deadline),
        "conditions": list(term.conditions),
        "exceptions": list(term.exceptions),
        "scope": list(term.scope),
        "manner": term.manner,
    }
    return {name: part for name, part in value.items() if part}
