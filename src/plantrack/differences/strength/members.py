"""Sets ranked by their members: parties, places, times, and what takes something away from a duty.

Words are compared as they stand, but for case and spaces. Every answer is that of a duty or a ban; what a liberty makes
of it is said in `plantrack.differences.parts`.
"""

from collections.abc import Iterable, Sequence

from plantrack.differences.strength.forces import BAN
from plantrack.differences.strength.order import EQUAL, INVERSE, MIXED, STRONGER, WEAKER, combined, same_or_mixed, wider

ALWAYS = "at all times"
_DIRECTIONS = (
    "north ", "south ", "east ", "west ", "northern ", "southern ", "eastern ", "western ", "upper ", "lower ",
    "central ", "north-eastern ", "north-western ", "south-eastern ", "south-western ", "inner ", "outer ",
    "part of ", "half of ",
)  # fmt: skip
_SOFTENING = (
    # Restrictions that leave the bearer to judge how far a duty goes: ceasefire and human-rights agreements, treaties
    # on aid and the environment. Any other restriction may as well make a duty harder: "legally binding guarantees".
    "where possible", "if possible", "as far as possible", "to the extent possible", "where appropriate",
    "as appropriate", "where practicable", "as far as practicable", "to the extent practicable", "where feasible",
    "to the extent feasible", "in principle", "in part", "partly", "partially", "within its means",
    "subject to available resources", "subject to its national law", "in accordance with its national law",
)  # fmt: skip
_SCALE = ("none", "few", "some", "many", "most", "all")
"""Quantifiers that have an order, from the narrowest."""


def folded(text: str) -> str:
    """Words as they are compared: case and spaces decide nothing."""
    return " ".join(text.casefold().split())


def rank_bearers(old: Sequence[str], new: Sequence[str], *, jointly: tuple[bool, bool] = (False, False)) -> str:
    """More bearers bind more; where they only act together, another circle is mixed. Nobody named may be anybody."""
    order = rank_circles(old, new)
    if jointly[0] != jointly[1] or (jointly[0] and order != EQUAL):
        return MIXED
    return order


def rank_circles(old: Sequence[str], new: Sequence[str]) -> str:
    """What binds, or is owed to, more parties binds more. Nobody named may be anybody, and is ranked with nobody."""
    if not old or not new:
        return EQUAL if not old and not new else MIXED
    return wider(old, new, _same)


def rank_places(old: Sequence[str], new: Sequence[str]) -> str:
    """What holds in more places binds more; what names none holds everywhere."""
    if not old or not new:
        return EQUAL if not old and not new else STRONGER if old else WEAKER
    return wider(old, new, lies_within)


def lies_within(place: str, other: str) -> bool:
    """Whether a place is the other, or a part of it that is named after it: North Darfur in Darfur."""
    inner, outer = folded(place).removeprefix("all of "), folded(other).removeprefix("all of ")
    while inner != outer:
        direction = next((word for word in _DIRECTIONS if inner.startswith(word)), None)
        if direction is None:
            return False
        inner = inner[len(direction) :]
    return True


def rank_scopes(old: Sequence[str], new: Sequence[str]) -> str:
    """What holds at more times binds more; no scope, and *at all times*, are the widest."""
    old_always, new_always = not old or ALWAYS in old, not new or ALWAYS in new
    if old_always or new_always:
        return EQUAL if old_always and new_always else WEAKER if old_always else STRONGER
    return wider(old, new, _same)


def rank_reservations(old: Sequence[str], new: Sequence[str]) -> str:
    """Conditions and exceptions: each further one binds less."""
    return INVERSE[wider(old, new, _same)]


def rank_restrictions(old: Sequence[str], new: Sequence[str], force: str) -> str:
    """A further restriction of a ban binds less: *no permanent bases*. Of anything else only one that softens does."""
    if force == BAN:
        return rank_reservations(old, new)
    softening = rank_reservations(_softening(old), _softening(new))
    return combined((softening, same_or_mixed(_others(old), _others(new))))


def _softening(restrictions: Iterable[str]) -> list[str]:
    return [item for item in restrictions if folded(item) in _SOFTENING]


def _others(restrictions: Iterable[str]) -> set[str]:
    return {folded(item) for item in restrictions} - set(_SOFTENING)


def rank_quantifiers(old: str | None, new: str | None) -> str:
    """What holds for more of them binds more; *only*, and nothing said, are ranked with nothing else."""
    if old in _SCALE and new in _SCALE:
        first, second = _SCALE.index(old), _SCALE.index(new)
        return EQUAL if first == second else STRONGER if second > first else WEAKER
    return same_or_mixed(old, new)


def breadth(quantifier: str | None) -> tuple[str, int]:
    """Of how many it speaks, as a scale and a place on it: *only* is narrower than nothing said, *all* is not.

    >>> breadth("some") < breadth("all"), breadth("only") < breadth(None)
    (True, True)
    """
    if quantifier in _SCALE:
        return "scale", _SCALE.index(quantifier)
    return "said", 0 if quantifier == "only" else 1


def _same(one: str, other: str) -> bool:
    return folded(one) == folded(other)
