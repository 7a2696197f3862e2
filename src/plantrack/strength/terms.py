"""How much a term binds its bearer, part by part and as a whole.

It says nothing of who gains. Words are compared as they stand: whoever compares texts brings two names of one thing to
one form first.
"""

from collections.abc import Sequence

from plantrack.model import Quantity, Term
from plantrack.strength.bounds import rank_deadlines, rank_quantities
from plantrack.strength.order import EQUAL, INVERSE, MIXED, STRONGER, WEAKER, combined, wider

DUTIES = ("declaration", "expectation", "best_efforts", "commitment", "obligation")
"""From the weakest."""
LIBERTIES = ("permission", "right")
ALWAYS = "at all times"
_DIRECTIONS = (
    "north ", "south ", "east ", "west ", "northern ", "southern ", "eastern ", "western ", "upper ", "lower ",
    "central ", "north-eastern ", "north-western ", "south-eastern ", "south-western ", "inner ", "outer ",
    "part of ", "half of ",
)  # fmt: skip


def rank_modalities(old: str, new: str) -> str:
    """Along one chain the firmer binds more; a prohibition, and what is in no chain, is ranked with nothing else."""
    if old == new:
        return EQUAL
    for chain in (DUTIES, LIBERTIES):
        if old in chain and new in chain:
            return STRONGER if chain.index(new) > chain.index(old) else WEAKER
    return MIXED


def rank_bearers(old: Sequence[str], new: Sequence[str], *, jointly: tuple[bool, bool] = (False, False)) -> str:
    """More bearers bind more; where they only act together, another circle is mixed."""
    order = wider(old, new, _same)
    if jointly[0] != jointly[1] or (jointly[0] and order != EQUAL):
        return MIXED
    return order


def rank_counterparties(old: Sequence[str], new: Sequence[str]) -> str:
    """What is owed to more binds more."""
    return wider(old, new, _same)


def rank_places(old: Sequence[str], new: Sequence[str]) -> str:
    """What holds in more places binds more; what names none holds everywhere."""
    if not old or not new:
        return EQUAL if not old and not new else STRONGER if old else WEAKER
    return wider(old, new, lies_within)


def lies_within(place: str, other: str) -> bool:
    """Whether a place is the other, or a part of it that is named after it: North Darfur in Darfur."""
    inner, outer = place.casefold().removeprefix("all of "), other.casefold().removeprefix("all of ")
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


def rank_figures(old: Sequence[Quantity], new: Sequence[Quantity]) -> str:
    """Quantities, each against the one of the same measure and unit; a further one binds more."""
    old_by, new_by = _by_measure(old), _by_measure(new)
    if old_by is None or new_by is None:
        return EQUAL if tuple(old) == tuple(new) else MIXED
    answers = [rank_quantities(old_by[key], new_by[key]) for key in old_by if key in new_by]
    answers += [STRONGER for key in new_by if key not in old_by and new_by[key].value is not None]
    answers += [WEAKER for key in old_by if key not in new_by and old_by[key].value is not None]
    return combined(answers)


def _by_measure(quantities: Sequence[Quantity]) -> dict[tuple[str | None, str], Quantity] | None:
    found = {(quantity.measure, quantity.unit): quantity for quantity in quantities}
    return found if len(found) == len(quantities) else None


def rank_terms(old: Term, new: Term) -> str:
    """Whether the second term binds its bearer more than the first: equal, stronger, weaker or mixed.

    Terms about different acts or objects are mixed. Not looked at: manner, notes and basis.
    """
    if (old.action, old.object, old.manner) != (new.action, new.object, new.manner):
        return MIXED
    return combined(
        (
            rank_modalities(old.modality, new.modality),
            rank_bearers(old.bearer, new.bearer, jointly=(old.jointly, new.jointly)),
            rank_counterparties(old.counterparty, new.counterparty),
            rank_places(old.place, new.place),
            rank_scopes(old.scope, new.scope),
            rank_figures(old.quantity, new.quantity),
            rank_deadlines(old.deadline, new.deadline),
            rank_reservations(old.conditions, new.conditions),
            rank_reservations(old.exceptions, new.exceptions),
        )
    )


def _same(one: str, other: str) -> bool:
    return one == other
