"""The force of a clause: the words that say whether it binds, allows, forbids, hopes or asks, and its negations.

A fact of kind `force` covers exactly the words that carry it (*shall not*, *undertakes to*, *has the right to*); the
verb of the act stays outside. Adverbs that stand inside a group and decide something are part of its value. A negation
elsewhere (*no restrictions*) is a fact of kind `negation`. Nothing is read of the plain present (*Arland withdraws*).
"""

from collections.abc import Sequence
from typing import NamedTuple

from plantrack.facts.fact import Fact
from plantrack.facts.force_links import Group
from plantrack.facts.verb_groups import negation_at, read_group
from plantrack.language.closed_words import phrase_at
from plantrack.language.tokens import Token

CHAIN = {"declaration": 1, "expectation": 2, "best_efforts": 3, "duty": 4}
"""Forces of a duty, from the weakest."""
_EFFORTS = {"effort": -1, "reasonable": 1, "all_reasonable": 2, "best": 3}
_BANS = {"ban": ("duty", "not"), "refrain": ("duty", "not"), "inability": ("ability", "not")}
_SENTENCE_ENDS = frozenset(".;?!")
_FRAME = "frame"


class Force(NamedTuple):
    """What the words of a force fact say. Equal values say the same."""

    force: str
    """`duty`, `best_efforts`, `expectation`, `declaration`, `permission`, `no_duty`, `performative`, `request`,
    `agreement` (*it is agreed that*, where the clause behind it has a force of its own), `ability`, `power`, ..."""
    negated: str = ""
    """`not`, `never`, `no_longer`, ... where the act itself is negated: a prohibition is a duty, `not`."""
    grade: str = ""
    """What kind of effort, declaration or request: `best`, `readiness`, `urge`; empty where there is one kind only."""
    within: tuple[str, ...] = ()
    """Adverbs between the words that carry the force."""


INNER = "not_the_act"
"""Negated: not the right itself, but the act that one has a right to."""
_LEAST_INNER = 3


def find_force(tokens: Sequence[Token]) -> list[Fact]:
    """The force and the negations in a text, in order, as facts of kind `force` and `negation`.

    >>> from plantrack.language.tokens import tokens_of
    >>> [fact[1:] for fact in find_force(tokens_of("No party is obliged to withdraw; Arland shall not fail to pay."))]
    ... # doctest: +NORMALIZE_WHITESPACE
    [(0, 1, 'no'), (2, 5, Force(force='duty', negated='', grade='', within=())),
     (8, 12, Force(force='duty', negated='', grade='', within=()))]
    """
    facts: list[Fact] = []
    place = 0
    while place < len(tokens):
        group = read_group(tokens, place)
        if group is not None and not _is_negated_twice(tokens, place, group):
            inner = _negates_act(tokens, place, group)
            facts.append(Fact("force", place, group.last, _force_of(group._replace(negated=INNER) if inner else group)))
            place = group.last
            continue
        negation = negation_at(tokens, place)
        if negation is not None:
            facts.append(Fact("negation", place, *negation))
            place = negation[0]
            continue
        phrase = phrase_at(tokens, place)
        place = phrase.last if phrase is not None else place + 1
    return [_settled(tokens, facts, number) if _is_frame(fact) else fact for number, fact in enumerate(facts)]


def _is_negated_twice(tokens: Sequence[Token], place: int, group: Group) -> bool:
    """Whether two negations stand where one would say as much: *undertakes not to not*; the words stay in play."""
    negations = sum(token.low in ("not", "never") for token in tokens[place : group.last])
    return bool(group.negated) and negations > 1


def _negates_act(tokens: Sequence[Token], place: int, group: Group) -> bool:
    """Whether a right, a power or an ability stands, and what it is of is negated: *is entitled not to*."""
    if group.kind not in ("right", "ability", "power") or group.negated != "not" or group.last - place < _LEAST_INNER:
        return False
    return (tokens[group.last - 2].low, tokens[group.last - 1].low) == ("not", "to")


def _force_of(group: Group) -> Force:
    kind, negated = _BANS.get(group.kind, (group.kind, group.negated))
    return Force("permission" if kind == "right" else kind, negated, group.grade, group.within)


def _is_frame(fact: Fact) -> bool:
    return isinstance(fact.value, Force) and fact.value.force == _FRAME


def _settled(tokens: Sequence[Token], facts: Sequence[Fact], number: int) -> Fact:
    """*It is agreed that* binds by itself, unless the clause behind it has a force of its own."""
    frame = facts[number]
    end = next((fact.first for fact in facts[number + 1 : number + 3] if fact.kind == "force"), None)
    alone = end is None or any(token.low in _SENTENCE_ENDS for token in tokens[frame.last : end])
    return frame._replace(value=Force("duty" if alone else "agreement"))


def rank(force: Force) -> tuple[int, int] | None:
    """Where a force stands among those of a duty: its step, and for efforts how great they are; None outside them.

    >>> rank(Force("duty")) > rank(Force("best_efforts")) > rank(Force("expectation")) > rank(Force("declaration"))
    True
    """
    step = CHAIN.get(force.force)
    return None if step is None else (step, _EFFORTS.get(force.grade, 0))


def compare_force(old: Force, new: Force) -> tuple[str, str | None] | None:
    """The kind of change from one force to another, and its effect on who is bound; None where none is known.

    Only adverbs that stand within are no change of force.

    >>> compare_force(Force("duty"), Force("best_efforts"))
    ('modality-weakened', 'weakened')
    >>> compare_force(Force("permission"), Force("duty", "not"))
    ('modality-reversed', 'mixed')
    """
    if old._replace(within=()) == new._replace(within=()):
        return None
    if "no_duty" in (old.force, new.force):
        return _against_no_duty(old, new)
    old_rank, new_rank = rank(old), rank(new)
    if bool(old.negated) != bool(new.negated):
        return ("modality-reversed", "mixed") if _is_opposite(old, new) else ("modality-changed", None)
    if old_rank is None or new_rank is None:
        return "modality-changed", _across(old, new)
    if old.negated != new.negated or not _comparable(old, new):
        return "modality-changed", None
    return ("modality-strengthened", "strengthened") if new_rank > old_rank else ("modality-weakened", "weakened")


def _against_no_duty(old: Force, new: Force) -> tuple[str, str | None]:
    """Where the absence of a duty stands on a side: a duty that comes binds more, one that goes less."""
    if new == old._replace(force="no_duty") and old.force == "duty":
        return "modality-weakened", "weakened"
    if old == new._replace(force="no_duty") and new.force == "duty":
        return "modality-strengthened", "strengthened"
    return "modality-changed", None


def _is_opposite(old: Force, new: Force) -> bool:
    """Whether the act is negated on one side only: of one force, within the chain, or a permission against a ban."""
    binding = (*CHAIN, "permission")
    return old.force == new.force or (old.force in binding and new.force in binding)


def _across(old: Force, new: Force) -> str | None:
    """Permission and duty have no order; of all else nothing is known."""
    forces = {old.force, new.force}
    return "mixed" if "permission" in forces and forces & set(CHAIN) and not (old.negated or new.negated) else None


def _comparable(old: Force, new: Force) -> bool:
    """Whether one of two forces of a duty binds more: two efforts only where both are of a known size."""
    if old.force != new.force:
        return True
    return (old.grade in _EFFORTS and new.grade in _EFFORTS) or "effort" in (old.grade, new.grade)


__all__ = ["Force", "compare_force", "find_force", "rank"]
