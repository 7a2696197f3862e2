"""Which term of one side is which of the other."""

from collections.abc import Sequence

from plantrack.differences.term_senses import Sense, likeness, meaning_set
from plantrack.model import Term
from plantrack.value import evolve

_LEAST = 0.34
"""Below this two terms are not the same norm: a wrong pair is worse than a missed one."""
_MOST_PAIRS = 40_000
"""More candidate pairs than this are not all scored: equal terms go first, and what is left is paired in order."""


def pair_by_key(old: Sequence[Sense], new: Sequence[Sense]) -> list[tuple[int, int]]:
    """Terms of one key, in the order of the old side; of several with one key, those of one owner first."""
    by_key: dict[str, list[int]] = {}
    for position, sense in enumerate(new):
        by_key.setdefault(sense.owned.key, []).append(position)
    pairs = []
    taken: set[int] = set()
    for own in (True, False):
        for position, sense in enumerate(old):
            if position in taken:
                continue
            waiting = by_key.get(sense.owned.key, [])
            for candidate in waiting:
                if not own or new[candidate].owned.owner == sense.owned.owner:
                    pairs.append((position, candidate))
                    taken.add(position)
                    waiting.remove(candidate)
                    break
    return sorted(pairs)


def pair_by_likeness(old: Sequence[Sense], new: Sequence[Sense]) -> list[tuple[int, int]]:
    """The most alike first; no part has to be equal. The same pairs whichever side is called old."""
    if len(old) * len(new) > _MOST_PAIRS:
        return _pair_many(old, new)
    lonely = len(old) == len(new) == 1
    scored = []
    for first, one in enumerate(old):
        for second, other in enumerate(new):
            score = pair_score(one, other)
            if score >= (_LEAST / 2 if lonely else _LEAST):
                scored.append((-round(score, 6), abs(first - second), first + second, first, second))
    scored.sort()
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for _, _, _, first, second in scored:
        if first not in taken_old and second not in taken_new:
            taken_old.add(first)
            taken_new.add(second)
            pairs.append((first, second))
    return sorted([*pairs, *_last_pair(old, new, taken_old, taken_new)])


def _last_pair(
    old: Sequence[Sense], new: Sequence[Sense], taken_old: set[int], taken_new: set[int]
) -> list[tuple[int, int]]:
    """One more pair among what is left: the last norms of one bearer or, where nothing paired, norms on one thing."""
    left_old = [position for position in range(len(old)) if position not in taken_old]
    left_new = [position for position in range(len(new)) if position not in taken_new]
    if not left_old or not left_new:
        return []
    if not taken_old:
        ranked = sorted(
            (-round(pair_score(old[first], new[second]), 6), abs(first - second), first + second, first, second)
            for first in left_old
            for second in left_new
            if old[first].whole & new[second].whole
        )
        return [(ranked[0][3], ranked[0][4])] if ranked else []
    for first in left_old:
        for second in left_new:
            if (
                _only_of_bearer(first, left_old, old)
                and _only_of_bearer(second, left_new, new)
                and _one_bearer(old[first], new[second])
            ):
                return [(first, second)]
    return []


def _only_of_bearer(position: int, left: Sequence[int], senses: Sequence[Sense]) -> bool:
    return not any(other != position and senses[other].bearers & senses[position].bearers for other in left)


def _one_bearer(old: Sense, new: Sense) -> bool:
    if not old.bearers or not new.bearers or old.owned.term.modality != new.owned.term.modality:
        return False
    first, second = (
        frozenset(item for bearer in sense.bearers for item in meaning_set(bearer)) for sense in (old, new)
    )
    return bool(first) and bool(second) and (first <= second or second <= first)


def pair_score(old: Sense, new: Sense) -> float:
    """How much alike two terms are, from 0 to 1: what is done, to what, by whom, where."""
    acts = 1.0 if old.acts & new.acts else 0.5 if _crossing(old, new) else 0.0
    things = likeness(old.things, new.things)
    bearers = _bearer_likeness(old.owned.term, new.owned.term, old, new)
    whole = likeness(old.whole, new.whole)
    return 0.25 * acts + 0.25 * things + 0.2 * bearers + 0.3 * whole


def _crossing(old: Sense, new: Sense) -> bool:
    """Whether the act of one is named elsewhere in the other."""
    return bool(old.acts & new.whole or new.acts & old.whole)


def _bearer_likeness(old_term: Term, new_term: Term, old: Sense, new: Sense) -> float:
    if not old_term.bearer or not new_term.bearer:
        return 0.5
    return likeness(old.bearers, new.bearers)


def _pair_many(old: Sequence[Sense], new: Sequence[Sense]) -> list[tuple[int, int]]:
    waiting: dict[Term, list[int]] = {}
    for position in range(len(new) - 1, -1, -1):
        waiting.setdefault(_hashable(new[position].owned.term), []).append(position)
    pairs = []
    left_old = []
    for position, sense in enumerate(old):
        same = waiting.get(_hashable(sense.owned.term))
        if same:
            pairs.append((position, same.pop()))
        else:
            left_old.append(position)
    taken = {second for _, second in pairs}
    left_new = [position for position in range(len(new)) if position not in taken]
    return sorted([*pairs, *zip(left_old, left_new, strict=False)])


def _hashable(term: Term) -> Term:
    return evolve(term, extra=None)
