"""What differs in the facts of two papers: standing, publication, parties, claimed points, language, companions.

Title and date are the header of an answer and no difference. What a paper is not known to say is none either: of a
paper that nobody saw, a report may name one party only, nobody knows its language, and that it was not published says
what is known of it, not what differs; and no text lists its authors.
"""

from collections.abc import Iterable, Mapping, Sequence

from plantrack.differences.evidence_counter import RENDERINGS, EvidenceCounter
from plantrack.differences.leaves import differing_leaves
from plantrack.differences.result import Change
from plantrack.differences.states import SEEN
from plantrack.model import Companion, Evidence, Version

PLACES = ("standing", "publication", "claimed_points", "language", "parties", "companions")
"""The facts of a paper, each the `place` of its changes."""
_IN_TEXT = frozenset({"signatory", "guarantor", "monitor"})
"""Roles that stand in the text of a paper, so that a text that names none has none."""


def paper_changes(old: Version, new: Version, counter: EvidenceCounter | None = None) -> list[Change]:
    """A `paper-changed` for every fact in which two papers are known to differ.

    `part` names the role of parties, or the title of a companion paper. A text that was read on the spot has no known
    facts but its words.

    Args:
        old: A paper.
        new: The paper compared with it.
        counter: Counts the witnesses; without one there are none.
    """
    if not (old.date and new.date):
        return []
    first, second = _facts(old, new), _facts(new, old)
    return [
        _change((place, part), (first, second), (old, new), counter or EvidenceCounter(None))
        for place in PLACES
        for part in _differing_parts(first.get(place, {}), second.get(place, {}))
    ]


def _differing_parts(old: Mapping[str, object], new: Mapping[str, object]) -> list[str]:
    """The parts of a fact in which two papers differ; only for what has parts it is worth loading a differ."""
    if old.keys() == new.keys() == {""}:
        return [""] if old != new else []
    return list(dict.fromkeys(leaf.path[0] for leaf in differing_leaves(old, new)))


Facts = Mapping[str, Mapping[str, object]]


def _facts(version: Version, other: Version) -> Facts:
    """The facts of a paper that can be compared with those of another, by place and part; `""` for the whole of it."""
    facts: dict[str, Mapping[str, object]] = {
        "standing": {"": version.standing},
        "parties": _parties(version, other),
        "companions": _companions(version, other),
    }
    if version.claimed_points is not None and other.claimed_points is not None:
        facts["claimed_points"] = {"": version.claimed_points.count}
    if "reported_only" not in (version.text_basis, other.text_basis):
        facts["language"] = {"": version.language}
        if "reported" not in (version.publication, other.publication):
            facts["publication"] = {"": version.publication}
    return facts


def _parties(version: Version, other: Version) -> Mapping[str, object]:
    """The parties of each role in which both papers are known to have some, or one to have none."""
    mine, theirs = _by_role(version), _by_role(other)
    return {
        role: sorted(mine.get(role, ()))
        for role in dict.fromkeys((*mine, *theirs))
        if _is_comparable(role, (version, mine.get(role)), (other, theirs.get(role)))
    }


def _is_comparable(role: str, one: tuple[Version, set[str] | None], other: tuple[Version, set[str] | None]) -> bool:
    for (silent, named), (_, others) in ((one, other), (other, one)):
        if named is None and (silent.text_basis != SEEN or role not in _IN_TEXT):
            return False
        if named is not None and others is not None and named < others and silent.text_basis != SEEN:
            return False
    return True


def _by_role(version: Version) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for party in version.parties:
        found.setdefault(party.role, set()).add(party.actor)
    return found


def _companions(version: Version, other: Version) -> Mapping[str, object]:
    """What is known of the companion papers of one paper that is known of the other, too."""
    mine, theirs = _by_title(version), _by_title(other)
    found: dict[str, object] = {}
    for title in dict.fromkeys((*mine, *theirs)):
        if title in mine and title in theirs:
            held, said = _known(mine[title]), _known(theirs[title])
            found[title] = {name: held[name] for name in held if name in said}
        elif title in mine and other.text_basis == SEEN:
            found[title] = _known(mine[title])
    return found


def _by_title(version: Version) -> dict[str, Companion]:
    return {" ".join(companion.title.split()): companion for companion in version.companions}


def _known(companion: Companion) -> dict[str, object]:
    known = {"standing": companion.standing, "binding": companion.binding, "published": companion.published}
    return {name: held for name, held in known.items() if held not in (None, "unknown")}


def _change(
    path: Sequence[str], facts: tuple[Facts, Facts], versions: tuple[Version, Version], counter: EvidenceCounter
) -> Change:
    place, part = path
    evidence = [evidence_of_fact(version, place, part) for version in versions]
    before, after = (held[place].get(part) for held in facts)
    return Change(
        kind="paper-changed",
        place=place,
        part=part or None,
        before=before,
        after=after,
        effect=None,
        certainty=_certainty(evidence, versions, counter),
        evidence_old=counter.witnesses(evidence[0], (), versions[0], of_paper=True),
        evidence_new=counter.witnesses(evidence[1], (), versions[1], of_paper=True),
    )


def evidence_of_fact(version: Version, place: str, part: str) -> list[Evidence]:
    """What a fact of a paper rests on: its own evidence, else what bears out the paper as a whole.

    Args:
        version: The paper.
        place: One of `PLACES`.
        part: The role of parties or the title of a companion paper; empty for another fact.
    """
    if place == "claimed_points":
        return [*(version.claimed_points.evidence if version.claimed_points else ())]
    if place == "parties":
        return [item for party in version.parties if party.role == part for item in party.evidence]
    if place == "companions":
        held = _by_title(version).get(part)
        return [*(held.evidence if held else ())]
    return [item for item in version.evidence if item.stance in ("supports", "qualifies")]


def _certainty(
    evidence: Iterable[Sequence[Evidence]], versions: tuple[Version, Version], counter: EvidenceCounter
) -> str:
    """Certain of texts that were seen, unopposed where a report names the paper; else, or where disputed, possible."""
    sides = list(zip(evidence, versions, strict=True))
    if any(item.stance == "disputes" and item.reason not in RENDERINGS for items, _ in sides for item in items):
        return "possible"
    unseen = [items for items, version in sides if version.text_basis != SEEN]
    if not unseen:
        return "certain"
    return "unopposed" if all(counter.reach(items) == "named" for items in unseen) else "possible"
