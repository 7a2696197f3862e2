"""A term of a version against the least term that an actor would take, part by part.

What the least term leaves unsaid is not asked for. Conditions and exceptions are: a condition that it does not name
takes something away. In a version that nobody saw, what is not there is not reported, and decides nothing.
"""

from collections.abc import Mapping, Sequence

from plantrack import strength
from plantrack.model import Quantity, Term
from plantrack.stances.values import MET, UNDECIDABLE, UNMET, Reason, Standing
from plantrack.strength.bounds import allowed

MORE, LESS = "more", "less"
"""What an actor wants of a term: that it binds no less, or no more, than the least it would take."""
_UNKNOWN = "unknown"
_APART = "apart"
"""Figures of which none is allowed by both."""
_TOO = {MORE: strength.WEAKER, LESS: strength.STRONGER}


def rank_against_least(least: Term, actual: Term, *, wanted: str, complete: bool) -> Standing:
    """Whether a term gives the least that would be taken.

    Args:
        least: The least term.
        actual: The term that stands.
        wanted: `more` if it must bind at least as much, `less` if at most.
        complete: Whether the text was seen whole, so that its silence counts.
    """
    answers = _answers(least, actual, wanted=wanted, complete=complete)
    short = tuple(part for part, answer in answers.items() if answer in (_TOO[wanted], _APART))
    if short:
        return Standing(verdict=UNMET, reason=Reason(kind="too-little" if wanted == MORE else "too-much", parts=short))
    for answer, kind in ((strength.MIXED, "not-comparable"), (_UNKNOWN, "part-not-reported")):
        parts = tuple(part for part, given in answers.items() if given == answer)
        if parts:
            return Standing(verdict=UNDECIDABLE, reason=Reason(kind=kind, parts=parts))
    return Standing(verdict=MET, reason=Reason(kind="enough" if wanted == MORE else "no-more"))


def _answers(least: Term, actual: Term, *, wanted: str, complete: bool) -> Mapping[str, str]:
    answers = {
        "act": _act(least, actual),
        "modality": _modality(least.modality, actual.modality, complete=complete),
        "quantity": _figures(least.quantity, actual.quantity, complete=complete),
    }
    if least.deadline is not None:
        silent = actual.deadline is None and not complete
        answers["deadline"] = _UNKNOWN if silent else strength.rank_deadlines(least.deadline, actual.deadline)
    joint = (least.jointly, actual.jointly)
    sets = {
        "bearer": strength.rank_bearers(least.bearer, actual.bearer, jointly=joint) if least.bearer else None,
        "counterparty": strength.rank_counterparties(least.counterparty, actual.counterparty),
        "place": strength.rank_places(least.place, actual.place),
        "scope": strength.rank_scopes(least.scope, actual.scope),
    }
    for part, answer in sets.items():
        if getattr(least, part) and answer is not None:
            missing = not complete and not set(getattr(least, part)) <= set(getattr(actual, part))
            answers[part] = _UNKNOWN if missing else answer
    for part in ("conditions", "exceptions"):
        asked, given = getattr(least, part), getattr(actual, part)
        answer = strength.rank_reservations(asked, given)
        extra = not set(given) <= set(asked)
        hidden = not complete and not (extra if wanted == MORE else set(asked) <= set(given))
        answers[part] = _UNKNOWN if hidden else answer
    return answers


def _act(least: Term, actual: Term) -> str:
    same = least.action.casefold() == actual.action.casefold()
    same = same and least.object in (None, actual.object) and least.manner in (None, actual.manner)
    return strength.EQUAL if same else strength.MIXED


def _modality(least: str, actual: str, *, complete: bool) -> str:
    if least == "unspecified":
        return strength.EQUAL
    if actual == "unspecified" and not complete:
        return _UNKNOWN
    return strength.rank_modalities(least, actual)


def _figures(least: Sequence[Quantity], actual: Sequence[Quantity], *, complete: bool) -> str:
    return _worst([_figure(quantity, actual, complete=complete) for quantity in least])


def _figure(least: Quantity, actual: Sequence[Quantity], *, complete: bool) -> str:
    same = [one for one in actual if (one.measure, one.unit) == (least.measure, least.unit)]
    if len(same) > 1:
        return strength.MIXED
    if not same or same[0].value is None:
        return strength.WEAKER if complete and not same else _UNKNOWN
    answer = strength.rank_quantities(least, same[0])
    if answer != strength.MIXED:
        return answer
    (low, high), (other_low, other_high) = allowed(least), allowed(same[0])
    return _APART if high < other_low or other_high < low else strength.MIXED


def _worst(answers: Sequence[str]) -> str:
    """One answer for several figures; whatever cannot be told apart from the rest is mixed."""
    seen = set(answers)
    if _APART in seen:
        return _APART
    if _UNKNOWN in seen:
        return _UNKNOWN
    return strength.combined(answers)
