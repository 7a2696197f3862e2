"""Everything of a corpus that its pages draw on, gathered once."""

from collections.abc import Mapping
from functools import cached_property

from plantrack.answers.chronology_words import EntryWords, entry_words
from plantrack.answers.names import actor_name, provision_label
from plantrack.chronology import DatedEntry, chronology_of
from plantrack.citing.grounds import ProvisionGrounds, grounds_of
from plantrack.corpus import Corpus, Paper
from plantrack.differences.papers import Compared, compare_papers, understood
from plantrack.differences.related import Pair, chosen_pairs
from plantrack.differences.tracing import Trace, Tracer
from plantrack.model import Plan, Provision, Source, Version
from plantrack.plain import one_line
from plantrack.site.links import Links
from plantrack.site.uses import Use, uses_by_passage
from plantrack.stances import ActorStances, known_points, positions_of, stances_on_paper
from plantrack.vocabulary import TOPICS

HELD = 5000
"""Points of papers of which what they rest on is held, so that very many need no more memory."""


class Contents:
    """A corpus as its pages see it."""

    def __init__(self, corpus: Corpus, pairs: str = "auto") -> None:
        """Read everything. Raises InputError, or UsageError if there is no such choice of pairs."""
        self.corpus = corpus
        self.tracer = Tracer(corpus)
        self.plans: Mapping[str, Plan] = {plan_id: corpus.plan(plan_id) for plan_id in corpus.plan_ids}
        self.papers: Mapping[str, Paper] = {
            version.ref: understood(Paper(asked=version.ref, ref=version.ref, version=version, corpus=corpus))
            for version in self.tracer.versions
        }
        """Every version by reference, the oldest first."""
        self.sources: tuple[Source, ...] = tuple(corpus.source(source_id) for source_id in corpus.source_ids)
        self.uses: Mapping[str, list[Use]] = uses_by_passage(corpus, self.versions)
        self.positions: tuple[ActorStances, ...] = positions_of(corpus)
        self.pairs: tuple[Pair, ...] = chosen_pairs(self.versions, self.tracer.families, pairs)
        self.links = Links(
            actors={actor: actor_name(corpus.actors, actor) for actor in self.actor_ids}, pairs=self.pairs
        )
        self._grounds: dict[tuple[str, str], ProvisionGrounds] = {}

    @property
    def versions(self) -> tuple[Version, ...]:
        """All versions, the oldest first."""
        return tuple(paper.version for paper in self.papers.values())

    @cached_property
    def by_plan(self) -> Mapping[str, tuple[Version, ...]]:
        """The versions of each plan, the oldest first."""
        found: dict[str, list[Version]] = {plan_id: [] for plan_id in self.plans}
        for version in self.versions:
            found[version.plan].append(version)
        return {plan_id: tuple(versions) for plan_id, versions in found.items()}

    @cached_property
    def later(self) -> Mapping[str, tuple[Version, ...]]:
        """The versions that come from each at once, the oldest first."""
        found: dict[str, dict[str, Version]] = {}
        for version in self.versions:
            for descent in version.derived_from:
                found.setdefault(descent.version, {})[version.ref] = version
        return {ref: tuple(held.values()) for ref, held in found.items()}

    @cached_property
    def later_than_plan(self) -> Mapping[str, tuple[Version, ...]]:
        """The versions of other plans that come from a version of each plan, the oldest first."""
        found: dict[str, dict[str, Version]] = {}
        for version in self.versions:
            for plan_id in {descent.version.partition("@")[0] for descent in version.derived_from} - {version.plan}:
                found.setdefault(plan_id, {})[version.ref] = version
        return {plan_id: tuple(held.values()) for plan_id, held in found.items()}

    @cached_property
    def pairs_of(self) -> Mapping[str, tuple[Pair, ...]]:
        """The pairs in which each version stands."""
        found: dict[str, list[Pair]] = {}
        for pair in self.pairs:
            for ref in pair:
                found.setdefault(ref, []).append(pair)
        return {ref: tuple(pairs) for ref, pairs in found.items()}

    @property
    def all_pairs_made(self) -> bool:
        """Whether every pair of versions has a page."""
        return len(self.pairs) == len(self.papers) * (len(self.papers) - 1) // 2

    @cached_property
    def points(self) -> Mapping[str, tuple[tuple[Version, Provision], ...]]:
        """Every provision by id, in each paper that has it, the oldest first."""
        found: dict[str, list[tuple[Version, Provision]]] = {}
        for version in self.versions:
            for provision in version.provisions.values():
                found.setdefault(provision.id, []).append((version, provision))
        return {provision_id: tuple(held) for provision_id, held in found.items()}

    @cached_property
    def named_points(self) -> Mapping[str, Provision]:
        """Each point as a paper has it that gives it a name, the oldest first."""
        found = {}
        for provision_id, held in self.points.items():
            named = [provision for _, provision in held if provision.label or provision.title]
            found[provision_id] = (named or [held[0][1]])[0]
        return found

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """What each point is called."""
        return {provision_id: provision_label(provision) for provision_id, provision in self.named_points.items()}

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """What each paper is called, by reference."""
        return {version.ref: one_line(version.title) for version in self.versions}

    @cached_property
    def dated(self) -> tuple[DatedEntry, ...]:
        """Everything dated, in order."""
        return chronology_of(self.corpus).entries

    def words_of(self, entry: DatedEntry) -> EntryWords:
        """What an entry of the timeline says."""
        return entry_words(entry, self.corpus, self.named_points, self.titles)

    @cached_property
    def hanging(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """For each point the kinds of link, and the points that hang on it so."""
        found: dict[str, dict[tuple[str, str], None]] = {}
        for provision_id, held in self.points.items():
            for link in (link for _, provision in held for link in provision.links):
                found.setdefault(link.to, {})[link.kind, provision_id] = None
        return {provision_id: tuple(pairs) for provision_id, pairs in found.items()}

    @cached_property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """The sub-points of each point, in any paper."""
        found: dict[str, dict[str, None]] = {}
        for provision_id, held in self.points.items():
            for parent in (provision.parent for _, provision in held if provision.parent is not None):
                found.setdefault(parent, {})[provision_id] = None
        return {provision_id: tuple(ids) for provision_id, ids in found.items()}

    @cached_property
    def topics(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the points of each topic that has any, in the order of the vocabulary; without a topic last."""
        found: dict[str, list[str]] = {topic: [] for topic in (*TOPICS, "")}
        for provision_id, held in self.points.items():
            topics = dict.fromkeys(topic for _, provision in held for topic in provision.topics)
            for topic in topics or ("",):
                found[topic].append(provision_id)
        return {topic: tuple(ids) for topic, ids in found.items() if ids}

    @cached_property
    def actor_ids(self) -> tuple[str, ...]:
        """The actors that have a page: whose positions are known, or who have a part in a paper, by the alphabet."""
        found = {one.actor for one in self.positions}
        found |= {party.actor for version in self.versions for party in version.parties}
        found |= {actor for plan in self.plans.values() for actor in plan.proposers}
        actors = self.corpus.actors
        return tuple(sorted(found, key=lambda actor: (actor_name(actors, actor).casefold(), actor)))

    @cached_property
    def on_papers(self) -> Mapping[str, tuple[ActorStances, ...]]:
        """All positions held against each version, by reference."""
        known = known_points(self.corpus)
        return {ref: stances_on_paper(paper, self.positions, known) for ref, paper in self.papers.items()}

    def grounds(self, ref: str, provision_id: str) -> ProvisionGrounds:
        """What a provision of a version rests on."""
        key = (ref, provision_id)
        if key not in self._grounds:
            if len(self._grounds) >= HELD:
                self._grounds.clear()
            paper = self.papers[ref]
            self._grounds[key] = grounds_of(paper, paper.version.provisions[provision_id])
        return self._grounds[key]

    def trace(self, provision_id: str) -> Trace:
        """One point through all papers."""
        return self.tracer.trace(provision_id)

    def compared(self, old: str, new: str) -> Compared:
        """What changed from one version to another."""
        return compare_papers(self.papers[old], self.papers[new])
