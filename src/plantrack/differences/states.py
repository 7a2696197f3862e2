"""The states a provision may be in: one where its wording was seen, one a claim where reports differ."""

from collections.abc import Mapping, Sequence

from plantrack.model import Evidence, Provision, Term, Unchanged, Version
from plantrack.model.fields import Matter, Wording
from plantrack.value import evolve, field, value
from plantrack.vocabulary import OUT_OF_TEXT

SEEN = "full_text"


@value
class State:
    """One possible state of a provision. None is not known, and is compared with nothing."""

    provision: str
    claim: int | None = None
    """The index of the claim; None where the state is no claim."""
    wording: Wording | None = "in_text"
    to: str | None = None
    matter: Matter | None = "settled"
    expected: bool = False
    """It is to become so: a line for the reader, and no change yet."""
    partly: bool = False
    unchanged: Unchanged | None = None
    """What of it reports say stays as in an earlier version; its terms are among those of the state."""
    terms: Mapping[str, Term] = field(factory=dict)
    evidence: tuple[Evidence, ...] = ()
    complete: bool = True
    """The whole wording was seen, so that what is not there is absent."""
    text: str | None = None
    """The wording, where it may be kept."""

    @property
    def is_out(self) -> bool:
        """Whether it does not stand in the text, taken out or never there."""
        return self.wording in OUT_OF_TEXT


def letter_of(index: int) -> str:
    """The letter of a reported state: `a` for the first."""
    return chr(ord("a") + index) if index < 26 else str(index + 1)


def is_complete(version: Version, provision: Provision) -> bool:
    """Whether the whole wording of a provision was seen."""
    return (provision.text_basis or version.text_basis) == SEEN


def states_of(version: Version, provision: Provision) -> tuple[State, ...]:
    """The states a provision may be in; none where it is merely spoken of."""
    if provision.claims:
        return tuple(
            State(
                provision=provision.id, claim=index, wording=claim.wording or ("in_text" if claim.unchanged else None),
                to=claim.to, matter=claim.matter, expected=claim.outlook == "expected", partly=claim.partly,
                unchanged=claim.unchanged, terms=claim.terms, evidence=claim.evidence, complete=False,
            )
            for index, claim in enumerate(provision.claims)
        )  # fmt: skip
    complete = is_complete(version, provision)
    spoken_of_only = provision.evidence and all(item.stance == "mentions" for item in provision.evidence)
    if not complete and spoken_of_only and not provision.terms and provision.wording == "in_text":
        return ()
    return (
        State(
            provision=provision.id, wording=provision.wording, to=provision.to, matter=provision.matter,
            expected=provision.outlook == "expected", terms=provision.terms, evidence=provision.evidence,
            complete=complete, text=provision.text,
        ),
    )  # fmt: skip


def stands_in(version: Version, provision: Provision) -> bool:
    """Whether a point stands in the text of a paper, or may; one that is kept although it is out does not."""
    if not provision.claims:
        return provision.wording not in OUT_OF_TEXT or provision.outlook == "expected"
    return bool(giving_place(states_of(version, provision)))


def giving_place(states: Sequence[State]) -> tuple[State, ...]:
    """The states by which a point stands in a paper; none where it is out of it.

    What says nothing of the wording ("left open") speaks for it only where nobody says that the point is out.
    """
    if not any(_is_wholly_out(state) for state in states):
        return tuple(states)
    return tuple(state for state in states if not _is_wholly_out(state) and (state.wording is not None or state.terms))


def _is_wholly_out(state: State) -> bool:
    """Whether a state says that nothing of a point stands in the text."""
    return state.is_out and not state.expected and not state.partly


def can_both_hold(one: State, other: State) -> bool:
    """Whether two states of one provision agree on every axis on which both say something.

    Wording out and matter left open can both hold; so can "gone" and "to go", and whatever is not in the text may have
    been taken out or moved. Terms are compared as they stand.
    """
    if one is other:
        return True
    if _wordings_differ(one.wording, other.wording) and not (one.expected or other.expected):
        return False
    if one.matter and other.matter and one.matter != other.matter and not (one.expected or other.expected):
        return False
    shared = one.terms.keys() & other.terms.keys()
    return all(_alike(one.terms[key], other.terms[key]) for key in shared)


def _wordings_differ(one: str | None, other: str | None) -> bool:
    if one is None or other is None or one == other:
        return False
    return "in_text" in (one, other) or "not_in_text" not in (one, other)


def _alike(one: Term, other: Term) -> bool:
    return one == other or _without_notes(one) == _without_notes(other)


def _without_notes(term: Term) -> Term:
    return evolve(term, notes=None, extra={})
