"""What a change between two versions does as to a position."""

from collections.abc import Sequence

from plantrack.differences.papers import Compared
from plantrack.differences.result import Change
from plantrack.differences.strength.forces import LIBERTIES
from plantrack.model import Term
from plantrack.model.positions import Position
from plantrack.stances.judging import SAYS_NO_MORE, judge, judge_situation, wanted_of
from plantrack.stances.known import KnownPoints
from plantrack.stances.ranking import LESS, MORE
from plantrack.stances.situations import ABSENT, UNKNOWN, Situation, situation_of
from plantrack.stances.values import AWAY, MET, NEITHER, TOWARDS, UNMET, UNSAID, Move, Reason
from plantrack.value import evolve

_EFFECTS = {"strengthened": MORE, "weakened": LESS}


def judge_move(actor: str, position: Position, compared: Compared, known: KnownPoints) -> Move:
    """Whether a change moves the version towards a position, away from it, neither, or cannot be said.

    Args:
        actor: The id of the actor whose position it is.
        position: The position.
        compared: The two papers, with the changes between them.
        known: The points of all versions of the corpus.
    """
    if position.paper is not None:
        return _unsaid("whole-paper")
    if position.stance in SAYS_NO_MORE:
        return _unsaid(SAYS_NO_MORE[position.stance])
    old, new = (situation_of(position.provision, paper, known) for paper in (compared.old, compared.new))
    doubt = _doubt(actor, position, compared, known, old, new)
    if doubt is not None:
        return doubt
    if old.kind == new.kind == ABSENT:
        return Move(direction=NEITHER, reason=Reason(kind="gone"))
    before, after = (judge_situation(actor, position, situation).verdict for situation in (old, new))
    if before == after == MET:
        return Move(direction=NEITHER, reason=Reason(kind="met-throughout"))
    if old.kind != new.kind:
        return _came_or_went(actor, position, came=old.kind == ABSENT)
    move = _by_terms(actor, position, compared)
    crossed = {(UNMET, MET): TOWARDS, (MET, UNMET): AWAY}.get((before, after))
    return evolve(move, direction=crossed) if crossed else move


def _doubt(
    actor: str, position: Position, compared: Compared, known: KnownPoints, old: Situation, new: Situation
) -> Move | None:
    """Where a version is not known to have the point or not to have it, nothing can be said."""
    unsure = [side for side, situation in (("old", old), ("new", new)) if situation.kind == UNKNOWN]
    if not unsure:
        return None
    side = "new" if "new" in unsure else "old"
    reason = judge(actor, position, compared.new if side == "new" else compared.old, known).reason
    same = old.why == new.why
    return Move(direction=UNSAID, reason=evolve(reason, side=None if same else side, in_each=None))


def _came_or_went(actor: str, position: Position, *, came: bool) -> Move:
    return _wished(actor, position, [*position.least.values()], MORE if came else LESS, "added" if came else "removed")


def _wished(actor: str, position: Position, least: Sequence[Term], bound: str, kind: str) -> Move:
    """Towards, if the actor wants to have it bind more, and it does; or less, and it does."""
    wishes = {wanted_of(actor, position, term) for term in least} or {wanted_of(actor, position)}
    (wish,) = wishes if len(wishes) == 1 else (None,)
    if wish is None:
        return _unsaid("conditions-unstated" if position.stance == "accepts_with_conditions" else "assent-only")
    return Move(direction=TOWARDS if wish == bound else AWAY, reason=Reason(kind=kind))


def _by_terms(actor: str, position: Position, compared: Compared) -> Move:
    """Both versions have the point: what the changes of its terms do to the duty."""
    changes = [change for change in compared.diff.changes if _touches(change, position)]
    if not changes and _is_hidden(position, compared):
        return _unsaid("part-not-reported")
    if any(change.certainty == "possible" for change in changes):
        return _unsaid("reports-differ")
    ranked = [change for change in changes if change.effect != "none"]
    if not ranked:
        return Move(direction=NEITHER, reason=Reason(kind="untouched"))
    if any(change.effect not in _EFFECTS for change in ranked):
        return _unsaid("unranked")
    bound = {_EFFECTS[change.effect or ""] for change in ranked}
    given = {_given(change) for change in ranked}
    if len(bound) > 1 or len(given) > 1:
        return _unsaid("both-ways")
    kind = "binds-more" if bound == {MORE} else "binds-less"
    return _wished(actor, position, _least_touched(position, changes), given.pop(), kind)


def _given(change: Change) -> str:
    """Whether a change gives more or less of what its term gives: a liberty that binds more gives less."""
    bound = _EFFECTS[change.effect or ""]
    return {MORE: LESS, LESS: MORE}[bound] if change.force in LIBERTIES else bound


def _touches(change: Change, position: Position) -> bool:
    if position.provision not in (*change.old_ids, *change.new_ids):
        return False
    named = [key for key in change.term if key is not None]
    return not position.least or not named or any(key in position.least for key in named)


def _is_hidden(position: Position, compared: Compared) -> bool:
    return any(
        gap.id == position.provision and (not position.least or gap.term is None or gap.term in position.least)
        for gap in compared.diff.unreported
    )


def _least_touched(position: Position, changes: Sequence[Change]) -> list[Term]:
    keys = {key for change in changes for key in change.term}
    return [term for key, term in position.least.items() if key in keys]


def _unsaid(kind: str) -> Move:
    return Move(direction=UNSAID, reason=Reason(kind=kind))
