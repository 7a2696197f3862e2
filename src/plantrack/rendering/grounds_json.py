"""Grounds and traces as JSON."""

from collections.abc import Iterable, Sequence

from plantrack.citing.grounds import Ground, ProvisionGrounds, was_read
from plantrack.corpus import Paper
from plantrack.differences.states import State
from plantrack.differences.tracing import Trace, TracedState
from plantrack.model import Passage, Source
from plantrack.rendering.diff_json import as_json, picked


def evidence_as_json(paper: Paper, found: Sequence[ProvisionGrounds]) -> str:
    """What `plantrack evidence --format json` prints."""
    provisions = [
        {
            "id": each.provision.id,
            "number": each.provision.number,
            "states": [_ground(ground) for ground in each.grounds],
            "mentioned_by": _refs(each.mentioned_by),
        }
        for each in found
    ]
    return as_json({"schema": "plantrack-evidence/1", "ref": paper.ref, "provisions": provisions})


def _ground(ground: Ground) -> dict[str, object]:
    return {
        **_state(ground.state),
        "summary": ground.summary or None,
        **picked(ground.witnesses, "articles outlets lineages credibility facts"),
        "origins": [{"id": one.id, "kind": one.kind, "passages": list(one.passages)} for one in ground.origins],
        "origins_read": [one.id for one in ground.origins_read],
        "passages_read": _refs(one for one in ground.cited if was_read(one[0])),
        "disputed_by": _refs(ground.disputed_by),
        "hinges": [picked(hinge, "passage takes") for hinge in ground.hinges],
        **picked(ground, "at_odds withdrawn corrected"),
        "lost": ground.is_lost,
    }


def trace_as_json(trace: Trace) -> str:
    """What `plantrack trace --format json` prints."""
    versions = [
        {
            "ref": one.version.ref,
            "date": one.version.date,
            "presence": one.presence,
            "came_from": [{"op": op, "from": list(origins)} for op, origins in one.came_from],
            "states": [_traced(state) for state in one.states],
        }
        for one in trace.versions
    ]
    held = {"schema": "plantrack-trace/1", "id": trace.id, "ids": list(trace.ids), "versions": versions}
    return as_json({**held, "plans_without": list(trace.plans_without)})


def _traced(traced: TracedState) -> dict[str, object]:
    first = _refs([traced.first])[0] if traced.first else None
    held = {"id": traced.provision.id, "number": traced.provision.number, **_state(traced.state)}
    return {**held, "terms": list(traced.state.terms), "first": first, "since": traced.since, "lost": traced.lost}


def _state(state: State) -> dict[str, object]:
    kept = state.unchanged
    since = None if kept is None else {"since": kept.since, "terms": list(kept.terms or state.terms)}
    return {**picked(state, "claim wording to matter expected partly"), "unchanged": since}


def _refs(cited: Iterable[tuple[Source, Passage]]) -> list[str]:
    return [f"{source.id}#{passage.id}" for source, passage in cited]
