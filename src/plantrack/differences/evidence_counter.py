"""Who says so, for the states behind a change."""

from collections.abc import Iterable, Sequence

from plantrack.corpus import Corpus
from plantrack.differences.states import State, can_both_hold
from plantrack.lineage import Witnesses, count_witnesses
from plantrack.model import Evidence, Passage, Source, Version

RENDERINGS = frozenset({"paraphrase", "translation", "machine_rewording", "garbled", "anachronism"})
"""Reasons for which a passage is at odds with a known wording without making it uncertain."""


SPEAKS_OF = ("supports", "qualifies", "mentions", "disputes")
"""Every way in which a passage may speak of a matter; only the first two report it."""
_BEARS_OUT = SPEAKS_OF[:2]


class EvidenceCounter:
    """Looks up the passages behind states and counts the witnesses; without a corpus there are none."""

    def __init__(self, corpus: Corpus | None) -> None:
        self._corpus = corpus

    def witnesses(
        self,
        evidence: Iterable[Evidence],
        against: Iterable[Evidence],
        version: Version,
        *,
        of_paper: bool = False,
    ) -> Witnesses:
        """The witnesses of a statement.

        Args:
            evidence: What stands under it; only what supports or qualifies it counts, and only what supports it and
                names its matter lifts its grade.
            against: What stands under statements that cannot hold together with it.
            version: The version that the statement is about; its parties speak for themselves.
            of_paper: Whether it is about the paper and not about a point; then a report of several points names it.
        """
        items = tuple(evidence)
        supporting = self.passages(items, _BEARS_OUT)
        lifting = {
            f"{source.id}#{passage.id}"
            for source, passage in self.passages(items, ("supports",))
            if of_paper or passage.reach == "named"
        }
        disputing = [item for item in items if item.stance == "disputes" and item.reason not in RENDERINGS]
        contrary = self.passages([*against], ("supports",)) + self.passages(disputing, ("disputes",))
        if not supporting or self._corpus is None:
            return Witnesses()
        parties = frozenset(party.actor for party in version.parties)
        official = version.publication == "official"
        return count_witnesses(
            supporting,
            contrary,
            lifting=lifting,
            actors=self._corpus.actors,
            parties=parties,
            official_text=official,
        )

    def passages(self, evidence: Iterable[Evidence], stances: Sequence[str]) -> list[tuple[Source, Passage]]:
        """The passages of one stance or several, each once, in order."""
        if self._corpus is None:
            return []
        refs = dict.fromkeys(item.passage for item in evidence if item.stance in stances)
        return [self._corpus.passage(ref) for ref in refs]

    def reach(self, evidence: Iterable[Evidence], stances: Sequence[str] = _BEARS_OUT) -> str:
        """The nearest that any passage of these stances comes to the provision: named, collective, topic or none."""
        found = {passage.reach for _, passage in self.passages(evidence, stances)}
        return next((reach for reach in ("named", "collective", "topic") if reach in found), "none")

    def only_by_topic(self, states: Sequence[State]) -> bool:
        """Whether a provision has one state, and no report of it comes nearer than its topic."""
        if len(states) != 1 or states[0].claim is None:
            return False
        return self._corpus is not None and self.reach(states[0].evidence) == "topic"


def evidence_against(state: State, states: Iterable[State]) -> list[Evidence]:
    """What supports the states that cannot hold together with this one."""
    return [item for other in states if not can_both_hold(state, other) for item in other.evidence]
