"""A position against a version.

What a stance asks for: who proposes or accepts a point, that it stands; who objects or rejects, that it does not. Where
the least term is given, the order of strength decides: who proposes wants no less than it, who objects or rejects no
more; who accepts wants no less, or, of a duty that it bears itself or a liberty of another, no more.
"""

from plantrack.corpus import Paper
from plantrack.differences.states import State, states_of
from plantrack.differences.strength.forces import LIBERTY, act_of, force_of, is_negated
from plantrack.differences.strength.members import folded
from plantrack.model import Term
from plantrack.model.positions import Position
from plantrack.stances.known import KnownPoints
from plantrack.stances.ranking import LESS, MORE, rank_against_least
from plantrack.stances.situations import ABSENT, STANDS, UNKNOWN, Situation, situation_of
from plantrack.stances.values import MET, UNDECIDABLE, UNMET, Reason, Standing

ASSENTS = ("accepts", "accepts_with_conditions")
AGAINST = ("objects", "rejects")
SAYS_NO_MORE = {"open": "undecided", "asks": "asked", "warns": "warned"}
"""Stances that decide nothing, with the reason."""


def judge(actor: str, position: Position, paper: Paper, known: KnownPoints) -> Standing:
    """A position against a paper: met, unmet or undecidable, with the reason.

    Args:
        actor: The id of the actor whose position it is.
        position: The position.
        paper: The paper.
        known: The points of all versions of the corpus.
    """
    if position.paper is not None:
        return _undecidable("whole-paper")
    situation = situation_of(position.provision, paper, known)
    if situation.why == "reports-differ":
        each = _verdict_in_each(actor, position, paper)
        return _undecidable("reports-differ", in_each=each)
    return judge_situation(actor, position, situation)


def judge_situation(actor: str, position: Position, situation: Situation) -> Standing:
    """A position against what is known of its point."""
    if position.stance in SAYS_NO_MORE:
        return _undecidable(SAYS_NO_MORE[position.stance])
    if situation.kind == UNKNOWN or situation.why is not None:
        return _undecidable(situation.why or "not-reported")
    if situation.kind == ABSENT:
        return _if_absent(actor, position)
    if position.least and situation.state is not None:
        return _against_least(actor, position, situation.state)
    if position.stance == "accepts_with_conditions":
        return _undecidable("conditions-unstated")
    return Standing(verdict=UNMET if position.stance in AGAINST else MET, reason=Reason(kind="stands"))


def wanted_of(actor: str, position: Position, term: Term | None = None) -> str | None:
    """Whether the actor wants more or less of what the point gives; None where it does not say.

    Args:
        actor: The actor.
        position: Its position.
        term: The least term that it would take, if it names one.
    """
    if position.stance == "proposes":
        return MORE
    if position.stance in AGAINST:
        return LESS
    if position.stance in ASSENTS and term is not None:
        return LESS if (actor in term.bearer) != (force_of(term) == LIBERTY) else MORE
    return None


def _if_absent(actor: str, position: Position) -> Standing:
    wishes = [wanted_of(actor, position, term) for term in position.least.values()] or [wanted_of(actor, position)]
    if None in wishes:
        return _undecidable("assent-only")
    return Standing(verdict=UNMET if MORE in wishes else MET, reason=Reason(kind="gone"))


def _against_least(actor: str, position: Position, state: State) -> Standing:
    """All least terms together: unmet if one is, else undecidable if one is."""
    found = []
    for key, least in position.least.items():
        wanted = wanted_of(actor, position, least) or MORE
        actual = _term_for(key, least, state)
        if actual is not None:
            found.append(rank_against_least(least, actual, wanted=wanted, complete=state.complete))
        elif not state.complete:
            found.append(_undecidable("part-not-reported", parts=("term",)))
        elif not state.terms:
            found.append(_undecidable("terms-not-entered"))
        else:
            found.append(Standing(verdict=UNMET if wanted == MORE else MET, reason=Reason(kind="term-absent")))
    worst = (UNMET, UNDECIDABLE, MET)
    return min(found, key=lambda standing: worst.index(standing.verdict))


def _term_for(key: str, least: Term, state: State) -> Term | None:
    """The term of a state that is to give a least term: that of its key, else the only one of its act and object."""
    if key in state.terms:
        return state.terms[key]
    alike = [term for term in state.terms.values() if _act(term) == _act(least)]
    return alike[0] if len(alike) == 1 else None


def _act(term: Term) -> tuple[str, bool, str]:
    return act_of(term), is_negated(term), folded(term.object or "")


def _verdict_in_each(actor: str, position: Position, paper: Paper) -> str | None:
    """The verdict that every reported state alone would give; None if they give several, or one of them none."""
    verdicts = set()
    for state in states_of(paper.version, paper.version.provisions[position.provision]):
        if state.matter in ("deferred", "disputed") or state.expected or state.partly or state.wording == "moved":
            return None
        kind = ABSENT if state.is_out else STANDS
        verdicts.add(judge_situation(actor, position, Situation(kind=kind, state=state)).verdict)
    verdict = verdicts.pop() if len(verdicts) == 1 else None
    return verdict if verdict in (MET, UNMET) else None


def _undecidable(kind: str, *, parts: tuple[str, ...] = (), in_each: str | None = None) -> Standing:
    return Standing(verdict=UNDECIDABLE, reason=Reason(kind=kind, parts=parts, in_each=in_each))
