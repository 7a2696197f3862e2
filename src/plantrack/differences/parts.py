"""The parts of a term: one table, which everything that walks them reads.

A further part is a field of `Term` and a row here; its kinds stand in `plantrack.differences.changes`. The rows are in
the order of their homes: who, where, when, how much, under what condition, how. What could stand in two parts belongs
to the first of them.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from plantrack.differences.strength.figures import rank_figures
from plantrack.differences.strength.forces import BAN, DUTY, LIBERTY, act_of, firmness, is_negated, rank_modalities
from plantrack.differences.strength.members import (
    folded,
    rank_bearers,
    rank_circles,
    rank_places,
    rank_quantifiers,
    rank_reservations,
    rank_restrictions,
    rank_scopes,
)
from plantrack.differences.strength.order import EQUAL, INVERSE, MIXED, same_or_mixed
from plantrack.differences.strength.times import rank_deadlines, rank_durations, rank_frequencies, rank_starts
from plantrack.model import Term
from plantrack.value import fields_of, is_value

Rank = Callable[[Term, Term, str], str]
"""The order of two terms in one part, given the force of both: `duty`, `ban` or `liberty`."""


class Part(NamedTuple):
    """A part of a term."""

    id: str
    """Its name in every output."""
    field: str
    """The field of `Term` that holds it."""
    subject: str
    """What the kinds of its changes begin with: `deadline` for a start."""
    shape: str
    """How two of them are compared: a key of `plantrack.differences.part_changes.SHAPES`."""
    words: str
    """What it is called before people."""
    short: str
    """The same in as few words as can be, beside the words of two texts."""
    lead: str | None
    """The small word before it where a term is told in one line; None for what stands elsewhere in that line."""
    rank: Rank
    """How two terms rank in it."""

    def of(self, term: Term) -> Any:
        """What a term has there."""
        return getattr(term, self.field)


def _turned(rank: Callable[[Any, Any], str], field: str) -> Rank:
    """The order of a part that a liberty turns round: what makes a duty wider leaves more room there."""

    def ranked(old: Term, new: Term, force: str) -> str:
        order = rank(getattr(old, field), getattr(new, field))
        return INVERSE[order] if force == LIBERTY else order

    return ranked


def _bearers(old: Term, new: Term, force: str) -> str:
    order = rank_bearers(old.bearer, new.bearer, jointly=(old.jointly, new.jointly))
    return INVERSE[order] if force == LIBERTY else order


def _restrictions(old: Term, new: Term, force: str) -> str:
    order = rank_restrictions(old.restrictions, new.restrictions, force)
    return INVERSE[order] if force == LIBERTY else order


def _deadlines(old: Term, new: Term, force: str) -> str:
    """By when a liberty ends or a ban is due, is another question: those are ranked with themselves only."""
    order = rank_deadlines(old.deadline, new.deadline)
    return order if force == DUTY or order == EQUAL else MIXED


def _quantifiers(old: Term, new: Term, force: str) -> str:
    """*Shall not free all prisoners* may free none or some: a quantifier of a ban is ranked with itself only."""
    order = rank_quantifiers(old.quantifier, new.quantifier)
    if force == BAN:
        return order if order == EQUAL else MIXED
    return INVERSE[order] if force == LIBERTY else order


def _acts(old: Term, new: Term, _: str) -> str:
    return same_or_mixed((act_of(old), is_negated(old)), (act_of(new), is_negated(new)))


def _modalities(old: Term, new: Term, _: str) -> str:
    if is_negated(old) != is_negated(new):
        return MIXED
    return rank_modalities(firmness(old), firmness(new))


def _alike(field: str) -> Rank:
    return lambda old, new, _: same_or_mixed(_folded(getattr(old, field)), _folded(getattr(new, field)))


def _folded(value: object) -> object:
    if isinstance(value, tuple):
        return {folded(item) for item in value}
    return folded(value) if isinstance(value, str) else value


_ROWS = (
    Part("action", "action", "action", "act", "what is done", "what is done", None, _acts),
    Part("object", "object", "object", "object", "what it is done to", "what", None, _alike("object")),
    Part("modality", "modality", "modality", "force", "how firmly it binds", "force", None, _modalities),
    Part("bearer", "bearer", "bearer", "members", "who is bound", "who", None, _bearers),
    Part("jointly", "jointly", "field", "word", "only together", "only together", None, _alike("jointly")),
    Part(
        "counterparty", "counterparty", "counterparty", "members", "to whom it is owed", "to whom", "to",
        _turned(rank_circles, "counterparty"),
    ),
    Part("place", "place", "place", "members", "place", "where", "in", _turned(rank_places, "place")),
    Part("deadline", "deadline", "deadline", "deadline", "deadline", "deadline", "", _deadlines),
    Part("start", "start", "deadline", "start", "start", "start", "", _turned(rank_starts, "start")),
    Part(
        "duration", "duration", "quantity", "duration", "how long", "how long", "for",
        _turned(rank_durations, "duration"),
    ),
    Part(
        "frequency", "frequency", "quantity", "frequency", "how often", "how often", "",
        lambda old, new, force: rank_frequencies(old.frequency, new.frequency, force),
    ),
    Part(
        "quantity", "quantity", "quantity", "quantities", "figure", "figure", "",
        lambda old, new, force: rank_figures(old.quantity, new.quantity, force),
    ),
    Part(
        "condition", "conditions", "condition", "clauses", "condition", "condition", "if",
        _turned(rank_reservations, "conditions"),
    ),
    Part(
        "exception", "exceptions", "exception", "clauses", "exception", "exception", "except",
        _turned(rank_reservations, "exceptions"),
    ),
    Part("scope", "scope", "scope", "members", "scope", "when it holds", "in", _turned(rank_scopes, "scope")),
    Part("restriction", "restrictions", "restriction", "clauses", "restriction", "restriction", "", _restrictions),
    Part(
        "quantifier", "quantifier", "quantifier", "scale", "how many of them", "for how many", None, _quantifiers
    ),
    Part(
        "reference", "references", "reference", "names", "what it refers to", "refers to", "", _alike("references")
    ),
    Part("manner", "manner", "field", "word", "in what manner", "in what way", "", _alike("manner")),
)  # fmt: skip
PARTS = {part.id: part for part in _ROWS}
"""Every part by its name. Of what is not here (basis, notes, `x-` fields) nothing is ranked."""


def is_said(value: object) -> bool:
    """Whether a term says something there."""
    return value not in (None, (), False, "unspecified")


def exact_number(value: Decimal) -> int | float | str:
    """A figure as JSON has it: a number where every reader gets it back to the digit, else its digits as text.

    >>> exact_number(Decimal("600000")), exact_number(Decimal("0.5")), exact_number(Decimal("12345678901234567.25"))
    (600000, 0.5, '12345678901234567.25')
    """
    if Decimal(repr(float(value))) != value:
        return f"{value:f}"
    return int(value) if value == value.to_integral_value() else float(value)


def value_form(value: object) -> object:
    """A part of a term as JSON has it, what is empty left out."""
    if isinstance(value, tuple | list):
        return [value_form(item) for item in value]
    if isinstance(value, Decimal):
        return exact_number(value)
    if is_value(value):
        return _fields_form(value)
    return value


def _fields_form(value: object) -> Mapping[str, object]:
    held = {field.name: getattr(value, field.name) for field in fields_of(type(value))}
    if "operator" in held and held.get("value", held.get("times")) is None:
        del held["operator"]  # it bounds nothing
    return {name: value_form(part) for name, part in held.items() if part is not None and part is not False}


def term_form(term: Term) -> Mapping[str, object]:
    """A term as JSON has it, what is empty left out."""
    return {part.field: value_form(part.of(term)) for part in PARTS.values() if part.of(term)}
