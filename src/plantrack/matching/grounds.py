"""What speaks for a pair of points that differ in words, and whether it is enough.

Two grounds must agree that do not hang on each other: words for what is done or to what, figures, names that few points
bear, sub-points that match, the place in the order, neighbours that match, the number. A wrong pair says three false
things (one point changed, one gone, one new), a missed one two; so in doubt there is none.
"""

from math import exp, sqrt
from typing import NamedTuple

from plantrack.matching.bags import Bag, beside, kind, shown
from plantrack.matching.likeness import shared_keys
from plantrack.matching.rarity import Rarity
from plantrack.matching.senses import Links

# What each part of the evidence adds: fitted to pairs of papers whose matches people had written down, and rounded.
_BIAS = -7.5
_ALIKE = 3.8
"""By the square root of the likeness."""
_AHEAD = 7.0
"""By how far the likeness is ahead of the best rival's, from 0 to 2."""
_IN_STEP = 1.5
_NEIGHBOUR = 1.5
_NUMBER = 1.3
_PARENTS = 0.8
_CHILDREN = 3.0
_ANY_TWO = 0.12
"""Likeness that any two points of one conflict may have."""

_WORD, _OTHER_WORD = 0.55, 0.3
"""How rare a word must be to be a ground, and one that bears it out."""
_NAME = 0.75
_FIGURE = 0.5
_MATTER = 0.3
"""Likeness from which a phrase, or words near each other, are so much of what two points say that they bear it out."""
_NEARLY_ALL = 0.6
"""Likeness from which any two words, or one and a name, bear a pair out: in a list whose points are made alike no word
is rare."""
_SOME_MATTER = 0.12
"""Likeness below which place and number bear out nothing."""
_STEP = 0.4
"""How surely a place must be in step to be a ground."""
_MOST = 0.5
"""Share of the sub-points that must be each other's to be a ground."""
_LOOKED_AT = 4
"""Words that are looked at; more make nothing surer."""


class Context(NamedTuple):
    """Where two points stand."""

    in_step: float = 0.0
    """How surely they stand at the same step between pairs beyond doubt."""
    neighbours: int = 0
    """How many points beside them are each other's."""
    number: float = 0.0
    """Whether they bear the same number, by how far the papers keep their order."""
    parents: int = 0
    """1 if their parents are each other's, -1 if only one has a parent or they are not, 0 for two whole points."""
    children: float = 0.0
    """The share of their sub-points that are each other's."""


class Shared(NamedTuple):
    """What two points have in common that can be a ground."""

    words: tuple[tuple[str, str], ...]
    """Words for what is done or to what, as the one and the other has them, the rarest first; of words side by side in
    both only one."""
    matter: int
    """How many of them are grounds."""
    common: int
    """How many words they share at all, however common; of words side by side each."""
    phrase: bool
    """Whether one of them is a phrase, or stands side by side with another in both."""
    near: bool
    """Whether some of them only say different things of one matter."""
    names: tuple[str, ...]
    """Names that few points bear; of names side by side only one."""
    figures: tuple[str, ...]


def what_is_shared(one: Bag, other: Bag, links: Links, rarity: Rarity) -> Shared:
    """What two bags have in common that can be a ground."""
    found = sorted(
        (-each.sense * min(rarity.strength(each.one), rarity.strength(each.other)), *each)
        for each in shared_keys(one, other, links)
    )
    words: dict[tuple[str, str], bool] = {}
    names: dict[tuple[str, str], None] = {}
    figures: list[str] = []
    strong = phrase = False
    for negative, key, same, _, near in found:
        strength, sort = -negative, kind(key)
        if sort == "figure" and strength >= _FIGURE:
            figures.append(key)
        elif sort == "name" and strength >= _NAME and not _is_beside(key, same, names, one, other):
            names[key, same] = None
        elif sort == "word" and strength >= _OTHER_WORD and len(words) < _LOOKED_AT:
            strong = strong or (strength >= _WORD and not near)
            if _is_beside(key, same, words, one, other):
                phrase = phrase or not near
            elif not any(key == first or same == second for first, second in words):
                phrase = phrase or " " in key
                words[key, same] = near
    direct = sum(not near for near in words.values())
    return Shared(
        words=tuple(words),
        matter=min(2, direct) if strong else 0,
        common=sum(kind(each[1]) == "word" and not each[4] for each in found),
        phrase=phrase,
        near=direct < len(words),
        names=tuple(name for name, _ in names),
        figures=tuple(figures),
    )


def _is_beside(
    key: str, same: str, known: "dict[tuple[str, str], bool] | dict[tuple[str, str], None]", one: Bag, other: Bag
) -> bool:
    """Whether a word stands beside one of these in both points."""
    return any(beside(key, first) in one and beside(same, second) in other for first, second in known)


def is_borne_out(likeness: float, shared: Shared, context: Context) -> bool:
    """Whether two grounds agree. A shared name, or a place, is none by itself."""
    matter = shared.matter + bool(shared.figures) + (context.children >= _MOST)
    if likeness >= _NEARLY_ALL and shared.common + (shared.common == 1 and bool(shared.names)) >= 2:
        return True
    if matter == 1 and likeness >= _MATTER:
        matter += shared.phrase or shared.near
    if matter >= 2:
        return True
    placed = context.in_step >= _STEP or context.neighbours > 0 or context.number >= _STEP
    return matter == 1 and (bool(shared.names) or (placed and likeness >= _SOME_MATTER))


def completes(shared: Shared, *, beside: bool) -> bool:
    """Whether what a further point shares with what a pair leaves open is its matter, and something besides."""
    return shared.matter > 0 and shared.matter + len(shared.figures) + len(shared.names) + shared.phrase + beside > 1


def weight_of_evidence(likeness: float, rival: float, context: Context) -> float:
    """How strongly all of it speaks for a pair: above 0 more than against it.

    Args:
        likeness: Of the two, from 0 to 1.
        rival: The likeness of the best other candidate of either.
        context: Where they stand.
    """
    return (
        _BIAS
        + _ALIKE * sqrt(likeness)
        + _AHEAD * min(2.0, likeness / (rival + _ANY_TWO))
        + _IN_STEP * context.in_step
        + _NEIGHBOUR * context.neighbours
        + _NUMBER * context.number
        + _PARENTS * context.parents
        + _CHILDREN * context.children
    )


def as_score(weight: float) -> float:
    """The evidence as a score between 0 and 1, for people."""
    return round(min(0.999, 1 / (1 + exp(-weight))), 4)


def reasons(shared: Shared, context: Context) -> tuple[str, ...]:
    """The grounds in plain words."""
    listed = (
        ("words", [one if one == other else f"{one} / {other}" for one, other in shared.words]),
        ("figures", [shown(key) for key in shared.figures]),
        ("names", [shown(key) for key in shared.names]),
    )
    told = [f"{what}: {', '.join(dict.fromkeys(these))}" for what, these in listed if these]
    if context.children >= _MOST:
        told.append("sub-points that match")
    if context.in_step >= _STEP:
        told.append("the place in the order")
    if context.neighbours:
        told.append("a neighbour that matches" if context.neighbours == 1 else "neighbours that match")
    if context.number >= _STEP:
        told.append("the same number")
    if context.parents > 0:
        told.append("points above them that match")
    return tuple(told)
