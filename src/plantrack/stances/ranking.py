"""A term of a version against the least term that an actor would take, part by part.

What the least term leaves unsaid is not asked for. What takes something away is: a condition, an exception or a
restriction that it does not name. In a version that nobody saw, what is not there is not reported, and decides nothing.
"""

from collections.abc import Mapping, Sequence

from plantrack.differences.parts import PARTS, Part, is_said
from plantrack.differences.strength.figures import allowed, rank_added, rank_quantities
from plantrack.differences.strength.forces import DUTY, LIBERTY, common_force, force_of
from plantrack.differences.strength.order import INVERSE, MIXED, STRONGER, WEAKER, combined
from plantrack.model import Quantity, Term
from plantrack.stances.values import MET, UNDECIDABLE, UNMET, Reason, Standing

MORE, LESS = "more", "less"
"""What an actor wants of a term: that it binds no less, or no more, than the least it would take."""
_UNKNOWN = "unknown"
_APART = "apart"
"""Figures of which none is allowed by both."""
_TOO = {MORE: WEAKER, LESS: STRONGER}
_OTHER = {MORE: LESS, LESS: MORE}


def bound_wanted(wanted: str, least: Term) -> str:
    """Whether an actor that wants more or less of a term wants it to bind more or less: a liberty is more room."""
    return _OTHER[wanted] if force_of(least) == LIBERTY else wanted


def rank_against_least(least: Term, actual: Term, *, wanted: str, complete: bool) -> Standing:
    """Whether a term gives the least that would be taken.

    Args:
        least: The least term.
        actual: The term that stands.
        wanted: `more` if it must give at least as much, `less` if at most.
        complete: Whether the text was seen whole, so that its silence counts.
    """
    bound = bound_wanted(wanted, least)
    answers = _answers(least, actual, bound=bound, complete=complete)
    short = tuple(part for part, answer in answers.items() if answer in (_TOO[bound], _APART))
    if short:
        return Standing(verdict=UNMET, reason=Reason(kind="too-little" if bound == MORE else "too-much", parts=short))
    for answer, kind in ((MIXED, "not-comparable"), (_UNKNOWN, "part-not-reported")):
        parts = tuple(part for part, given in answers.items() if given == answer)
        if parts:
            return Standing(verdict=UNDECIDABLE, reason=Reason(kind=kind, parts=parts))
    return Standing(verdict=MET, reason=Reason(kind="enough" if bound == MORE else "no-more"))


def _answers(least: Term, actual: Term, *, bound: str, complete: bool) -> Mapping[str, str]:
    force = common_force(least, actual) or DUTY
    found = {}
    for part in PARTS.values():
        if part.shape == "clauses":
            answer = _reservations(part, least, actual, force, bound=bound, complete=complete)
        elif not is_said(part.of(least)):
            continue
        elif part.shape == "quantities":
            answer = _worst(
                [_figure(quantity, actual.quantity, force, complete=complete) for quantity in least.quantity]
            )
        elif not complete and _is_missing(part, least, actual):
            answer = _UNKNOWN
        else:
            answer = part.rank(least, actual, force)
        found[part.id] = answer
    return found


def _is_missing(part: Part, least: Term, actual: Term) -> bool:
    """Whether a report does not give all of a part that is asked for."""
    asked, given = part.of(least), part.of(actual)
    if isinstance(asked, tuple):
        return not set(asked) <= set(given)
    return not is_said(given)


def _reservations(part: Part, least: Term, actual: Term, force: str, *, bound: str, complete: bool) -> str:
    """Conditions, exceptions and restrictions: a further one takes away, a report may leave one out."""
    asked, given = set(part.of(least)), set(part.of(actual))
    answer = part.rank(least, actual, force)
    further = not given <= asked
    takes_away = (bound == MORE) != (force == LIBERTY)
    hidden = not complete and not (further if takes_away else asked <= given)
    return _UNKNOWN if hidden else answer


def _figure(least: Quantity, actual: Sequence[Quantity], force: str, *, complete: bool) -> str:
    same = [one for one in actual if (one.measure, one.unit) == (least.measure, least.unit)]
    if len(same) > 1:
        return MIXED
    if not same or same[0].value is None:
        return INVERSE[rank_added(least, force)] if complete and not same else _UNKNOWN
    answer = rank_quantities(least, same[0], force)
    if answer != MIXED or force != DUTY:
        return answer
    (low, high), (other_low, other_high) = allowed(least), allowed(same[0])
    return _APART if high < other_low or other_high < low else MIXED


def _worst(answers: Sequence[str]) -> str:
    """One answer for several figures; whatever cannot be told apart from the rest is mixed."""
    seen = set(answers)
    if _APART in seen:
        return _APART
    if _UNKNOWN in seen:
        return _UNKNOWN
    return combined(answers)
