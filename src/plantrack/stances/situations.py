"""Where a provision stands in a version, as far as that is known."""

from collections.abc import Sequence

from plantrack.corpus import Paper
from plantrack.differences.evidence_counter import EvidenceCounter
from plantrack.differences.states import SEEN, State, can_both_hold, states_of
from plantrack.model import Version
from plantrack.stances.known import KnownPoints
from plantrack.value import value

STANDS, ABSENT, UNKNOWN = "stands", "absent", "unknown"
_OPEN = ("deferred", "disputed")


@value
class Situation:
    """A provision in a version: it stands, it does not, or nobody knows."""

    kind: str
    why: str | None = None
    """Why it is unknown: a key of `REASONS`."""
    state: State | None = None
    """The state in which it stands."""


def situation_of(provision_id: str, paper: Paper, known: KnownPoints) -> Situation:
    """Where a provision stands in a paper.

    Args:
        provision_id: The provision.
        paper: The paper as somebody asked for it.
        known: The points of all versions of the corpus.
    """
    version = paper.version
    if paper.local:
        return _unknown("own-ids")
    if provision_id not in version.provisions:
        return _silence(provision_id, version, known)
    provision = version.provisions[provision_id]
    states = states_of(version, provision)
    if not states:
        return _unknown("spoken-of")
    if provision.variants:
        return _unknown("left-open")
    if _is_heading(provision.id, version):
        return _unknown("heading")
    if any(not can_both_hold(one, other) for one in states for other in states):
        return _unknown("reports-differ")
    why = _doubt(states) or _distance(states, EvidenceCounter(paper.corpus))
    if why is not None:
        return _unknown(why)
    return Situation(kind=ABSENT) if _is_out(states) else Situation(kind=STANDS, state=_joined(states))


def _silence(provision_id: str, version: Version, known: KnownPoints) -> Situation:
    if provision_id not in known.parts:
        return _unknown("no-paper")
    if any(provision_id in lineage.of for other in version.provisions.values() for lineage in other.lineage):
        return _unknown("continued")
    if any(part in version.provisions for part in known.parts[provision_id]):
        return _unknown("parts-only")
    if version.text_basis != SEEN:
        return _unknown("not-reported")
    if not known.in_line(provision_id, version):
        return _unknown("other-papers")
    if any(not companion.published for companion in version.companions):
        return _unknown("companion")
    return Situation(kind=ABSENT)


def _is_heading(provision_id: str, version: Version) -> bool:
    """Whether a point says nothing itself, and all in its sub-points."""
    provision = version.provisions[provision_id]
    return not (provision.terms or provision.claims or provision.text) and any(
        other.parent == provision_id for other in version.provisions.values()
    )


def _doubt(states: Sequence[State]) -> str | None:
    """Why states that can all hold leave it open where the provision stands."""
    left_open = any(state.matter in _OPEN for state in states)
    if left_open:
        return "gone-or-open" if any(state.is_out for state in states) else "left-open"
    if any(state.expected for state in states):
        return "expected"
    if any(state.wording == "moved" for state in states):
        return "in-part" if all(state.partly for state in states) else "moved"
    return "in-part" if all(state.partly for state in states) else None


def _distance(states: Sequence[State], counter: EvidenceCounter) -> str | None:
    """Why reports come not near enough to the provision; None where they name it, or the text was seen."""
    if all(state.complete for state in states):
        return None
    reach = counter.reach(item for state in states for item in state.evidence)
    return {"named": None, "collective": "collective", "topic": "by-topic"}.get(reach, "not-reported")


def _is_out(states: Sequence[State]) -> bool:
    return any(state.is_out for state in states)


def _joined(states: Sequence[State]) -> State:
    """One state for several that can all hold: the one that says most."""
    return max(states, key=lambda state: len(state.terms))


def _unknown(why: str) -> Situation:
    return Situation(kind=UNKNOWN, why=why)
