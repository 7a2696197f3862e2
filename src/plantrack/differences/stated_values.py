"""Whether a value that a wording states is that of a term, or may contrast with it."""

from collections.abc import Sequence
from typing import Any

from plantrack.differences.parts import PARTS, is_said
from plantrack.differences.quantity_changes import is_one_figure, is_one_time
from plantrack.differences.stated import Stated
from plantrack.differences.strength.figures import in_base
from plantrack.differences.strength.members import folded
from plantrack.differences.strength.order import EQUAL
from plantrack.differences.strength.times import rank_deadlines, rank_starts
from plantrack.model import Deadline, Quantity, Start, Term
from plantrack.model.dates import date_bounds
from plantrack.value import evolve

COMPARED = ("quantity", "deadline", "start", "duration", "frequency")
"""Parts of which a wording states values that can be told apart."""


def candidates(stated: Sequence[Stated], part: str) -> list[Stated]:
    """What a wording states that may be meant by a part of a term: for a deadline or a start any date, too."""
    return [one for one in stated if one.part == part or (one.part == "date" and part in ("deadline", "start"))]


def held_values(term: Term, part: str) -> list[Any]:
    """The values that a term holds in a part, without those that are events."""
    value = PARTS[part].of(term)
    values = value if isinstance(value, tuple) else (value,)
    return [one for one in values if is_said(one) and not is_event(one)]


def is_event(held: Any) -> bool:
    """Whether a time is an event or has no date, so that only words tell it."""
    if isinstance(held, Deadline):
        return held.within is None and (held.by is None or date_bounds(held.by) is None)
    return isinstance(held, Start) and held.after is None and (held.on is None or date_bounds(held.on) is None)


def agree(held: Any, stated: Stated) -> bool:
    """Whether a wording states the value of a term, in whatever unit; what it leaves unsaid is no matter."""
    said = aligned(held, stated)
    if isinstance(held, Deadline | Start) and isinstance(said, str):
        return date_bounds(said) == date_bounds((held.by if isinstance(held, Deadline) else held.on) or "")
    if type(held) is not type(said):
        return False
    if isinstance(held, Quantity):
        return held.value is None or is_one_figure(held, said)
    if isinstance(held, Deadline):
        return rank_deadlines(held, said) == EQUAL
    if isinstance(held, Start):
        return rank_starts(held, said) == EQUAL
    return bool(held == said) or is_one_time(held, said)


def aligned(held: Any, stated: Stated) -> Any:
    """A stated value with what the term says and the wording leaves to the reader: measure, event, bound."""
    said: Any = stated.value
    if type(held) is not type(said):
        return said
    if isinstance(held, Quantity):
        said = evolve(said, measure=held.measure)
    elif isinstance(held, Deadline | Start):
        return evolve(said, of=held.of)
    if stated.bare and held.operator != "between":
        return evolve(said, operator=held.operator)
    return said


def may_contrast(held: Any, stated: Stated) -> bool:
    """Whether a wording states another value of the same thing: figures must be of one unit, or of one dimension."""
    said: Any = stated.value
    if type(held) is not type(said):
        return False
    if not isinstance(held, Quantity):
        return True
    return held.value is not None and folded(in_base(held).unit) == folded(in_base(said).unit)
