"""How sure a difference is, where there may be several states on a side."""

from collections.abc import Sequence

from plantrack.differences.evidence_counter import EvidenceCounter, evidence_against
from plantrack.differences.findings import Comparison
from plantrack.differences.result import Change
from plantrack.differences.states import State, can_both_hold
from plantrack.lineage import Witnesses
from plantrack.model import Version
from plantrack.value import evolve

Pair = tuple[State, State, Comparison]


def weigh_findings(
    pairs: Sequence[Pair],
    old_states: Sequence[State],
    new_states: Sequence[State],
    counter: EvidenceCounter,
    old: Version,
    new: Version,
) -> list[Change]:
    """The differences of all pairs of states, equal ones as one change, each with its certainty and witnesses.

    A change is certain if every pair gives it and both texts were seen; unopposed if every pair gives it, the states
    that give it are at odds with no other, and a report names the point; else possible. A state that says nothing of
    the matter does not give it: "gone" beside "left open" can both hold, and neither is what every report says.
    """
    given: dict[tuple[object, ...], list[tuple[State, State, Change]]] = {}
    for old_state, new_state, comparison in pairs:
        for finding in comparison.findings:
            change = finding.change
            key = (change.kind, change.term, change.part, repr(change.before), repr(change.after))
            given.setdefault(key, []).append((old_state, new_state, change))
    weighed = []
    for givers in given.values():
        change = givers[0][2]
        olds = list(dict.fromkeys(giver[0].claim for giver in givers))
        news = list(dict.fromkeys(giver[1].claim for giver in givers))
        old_givers = [state for state in old_states if state.claim in olds]
        new_givers = [state for state in new_states if state.claim in news]
        weighed.append(
            evolve(
                change,
                partly=all(old_state.partly or new_state.partly for old_state, new_state, _ in givers),
                certainty=None
                if change.kind == "wording-unexplained"
                else _certainty(len(givers) == len(pairs), old_givers, new_givers, old_states, new_states, counter),
                claims=tuple((giver[0].claim, giver[1].claim) for giver in givers),
                evidence_old=_witnesses(old_givers, old_states, counter, old),
                evidence_new=_witnesses(new_givers, new_states, counter, new),
            )
        )
    return weighed


def _certainty(
    every_pair: bool,  # noqa: FBT001 - one of three facts, named at the call
    old_givers: Sequence[State],
    new_givers: Sequence[State],
    old_states: Sequence[State],
    new_states: Sequence[State],
    counter: EvidenceCounter,
) -> str:
    if not every_pair or _at_odds(old_givers, old_states) or _at_odds(new_givers, new_states):
        return "possible"
    reported = [state for state in (*old_givers, *new_givers) if not state.complete]
    if not reported:
        return "certain"
    return "unopposed" if any(counter.reach(state.evidence) == "named" for state in reported) else "possible"


def _at_odds(givers: Sequence[State], states: Sequence[State]) -> bool:
    return any(not can_both_hold(giver, state) for giver in givers for state in states)


def _witnesses(
    givers: Sequence[State], states: Sequence[State], counter: EvidenceCounter, version: Version
) -> Witnesses:
    evidence = [item for giver in givers for item in giver.evidence]
    against = [item for giver in givers for item in evidence_against(giver, states)]
    return counter.witnesses(evidence, against, version)
