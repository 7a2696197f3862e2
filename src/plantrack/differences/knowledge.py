"""What was learned of a provision of one paper between two states of knowledge."""

from collections.abc import Iterable

from plantrack.differences.evidence_counter import EvidenceCounter
from plantrack.differences.result import Change
from plantrack.model import Claim, Evidence, Provision, Version
from plantrack.value import evolve


def knowledge_changes(
    old: Provision | None, new: Provision | None, old_version: Version, new_version: Version, counter: EvidenceCounter
) -> list[Change]:
    """Reports that came or went, and passages that came or went, of one provision.

    Args:
        old: The provision as it was known; None where nothing was.
        new: As it is known; None where nothing is.
        old_version: The version that OLD belongs to.
        new_version: The version that NEW belongs to.
        counter: Counts the witnesses.
    """
    present = new or old
    if present is None:
        return []
    ids = (present.id,)
    old_evidence, new_evidence = _evidence(old), _evidence(new)
    found: list[Change] = []
    if old is None or new is None:
        kind = "status-reported" if old is None else "status-unreported"
        states: list[object] = [_state(claim) for claim in present.claims] or ["in_text"]
        shown = {"after": states} if old is None else {"before": states}
        found.append(Change(kind=kind, **shown))  # type: ignore[arg-type]
    else:
        found += _claim_changes(old.claims, new.claims)
        came = [ref for ref in _refs(new_evidence) if ref not in _refs(old_evidence)]
        went = [ref for ref in _refs(old_evidence) if ref not in _refs(new_evidence)]
        found += [Change(kind="evidence-added", after=came)] if came else []
        found += [Change(kind="evidence-removed", before=went)] if went else []
        if old.summary != new.summary:
            found.append(Change(kind="provision-reworded", before=old.summary, after=new.summary))
    placed = {
        "old_ids": ids if old is not None else (),
        "new_ids": ids if new is not None else (),
        "evidence_old": counter.witnesses(old_evidence, (), old_version),
        "evidence_new": counter.witnesses(new_evidence, (), new_version),
        "clock": "knowledge",
    }
    return [evolve(change, **placed) for change in found]


def _claim_changes(old: tuple[Claim, ...], new: tuple[Claim, ...]) -> list[Change]:
    old_states, new_states = [_state(claim) for claim in old], [_state(claim) for claim in new]
    came = [Change(kind="status-reported", after=state) for state in new_states if state not in old_states]
    went = [Change(kind="status-unreported", before=state) for state in old_states if state not in new_states]
    return [*came, *went]


def _state(claim: Claim) -> dict[str, object]:
    """What a claim says, without who says so."""
    parts: dict[str, object] = {
        "wording": claim.wording,
        "to": claim.to,
        "matter": claim.matter,
        "outlook": claim.outlook if claim.outlook != "done" else None,
        "partly": claim.partly or None,
        "unchanged": claim.unchanged.since if claim.unchanged is not None else None,
        "terms": sorted(claim.terms) or None,
        "summary": claim.summary,
    }
    return {name: part for name, part in parts.items() if part is not None}


def _evidence(provision: Provision | None) -> list[Evidence]:
    if provision is None:
        return []
    return [*provision.evidence, *(item for claim in provision.claims for item in claim.evidence)]


def _refs(evidence: Iterable[Evidence]) -> list[str]:
    return list(dict.fromkeys(item.passage for item in evidence))
