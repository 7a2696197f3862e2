"""How firmly a term binds, and the three ways in which its parts count.

All words of one force are one: *shall*, *undertakes to* and *agrees to* are a duty, *may* and *has the right to* are a
liberty.
"""

from plantrack.differences.strength.order import EQUAL, MIXED, STRONGER, WEAKER
from plantrack.model import Term

DUTY = "duty"
BAN = "ban"
"""A duty not to."""
LIBERTY = "liberty"
DUTIES = (("declaration",), ("expectation",), ("best_efforts",), ("commitment", "obligation"))
"""From the weakest; the words of a row are one force."""
LIBERTIES = ("permission", "right")
_NOT = "not "


def is_negated(term: Term) -> bool:
    """Whether a term binds to leave the act, or frees from it."""
    return (term.modality == "prohibition") != term.action.startswith(_NOT)


def act_of(term: Term) -> str:
    """What is done, or not done."""
    return " ".join(term.action.removeprefix(_NOT).casefold().split())


def firmness(term: Term) -> str:
    """How firmly it binds, whether to do or to leave: a ban is as firm as an obligation."""
    return "obligation" if term.modality == "prohibition" else term.modality


def force_of(term: Term) -> str | None:
    """Whether a term is a duty, a ban or a liberty; None where it says nothing of it, or does itself what it says."""
    if term.modality in LIBERTIES:
        return LIBERTY
    if term.modality == "prohibition" or any(term.modality in row for row in DUTIES):
        return BAN if is_negated(term) else DUTY
    return None


def common_force(old: Term, new: Term) -> str | None:
    """The way in which both terms bind, one that is not said taken from the other; None where they bind otherwise."""
    said = {force_of(term) for term in (old, new) if term.modality != "unspecified"}
    return said.pop() if len(said) == 1 else None


def rank_modalities(old: str, new: str) -> str:
    """Along the chain of duties the firmer binds more; everything else is ranked with its own force only.

    >>> rank_modalities("best_efforts", "obligation"), rank_modalities("permission", "right")
    ('stronger', 'equal')
    """
    first, second = _rank_of(old), _rank_of(new)
    if first is not None and second is not None:
        return EQUAL if first == second else STRONGER if second > first else WEAKER
    return EQUAL if old == new or (old in LIBERTIES and new in LIBERTIES) else MIXED


def _rank_of(modality: str) -> int | None:
    return next((rank for rank, row in enumerate(DUTIES) if modality in row), None)
