"""One matter through all papers: where it first shows, how it changes, splits and joins, and where it is silent."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated

from plantrack.corpus import Corpus
from plantrack.corpus.lookup import called
from plantrack.corpus.packing import stating
from plantrack.corpus.shaken import lost_its_ground
from plantrack.differences.states import SEEN, State, is_complete, states_of
from plantrack.errors import UnknownNameError, nearest_name
from plantrack.model import Evidence, Passage, Provision, Source, Version
from plantrack.model.dates import date_bounds, date_order
from plantrack.model.fields import OneOf
from plantrack.value import evolve, field, value

_BEARS_OUT = ("supports", "qualifies")
TRACE_PRESENCES = {
    "stands": "the paper has the matter, or reports say something of it",
    "absent": "the whole text was seen, and the matter is not in it",
    "not_reported": "the text was not seen, and no report speaks of the matter",
}


Substance = tuple[State, str]
Shown = tuple[str, list[Substance]]
"""A version, and the states of the matter in it without who says so."""


@value
class TracedState:
    """One state of the matter in one paper."""

    provision: Provision
    state: State
    first: tuple[Source, Passage] | None = field(default=None, repr=False)
    """The earliest passage that shows it; None where none is recorded."""
    since: str | None = None
    """The earlier paper in which the same state was shown last; None where it is new."""
    lost: bool = False
    """Whether everything that bore it out was withdrawn."""


@value
class TracedVersion:
    """The matter in one paper."""

    version: Version
    presence: Annotated[str, OneOf("presence", TRACE_PRESENCES)]
    states: tuple[TracedState, ...] = ()
    came_from: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What lineage says of it: `split`, `join` or `continues`, and the earlier ids."""


@value
class Trace:
    """One matter through the papers of a corpus, the oldest first."""

    id: str
    ids: tuple[str, ...]
    """All ids that the matter bears, in the order in which they show."""
    versions: tuple[TracedVersion, ...]
    plans_without: tuple[str, ...] = ()
    """Plans of other families that never speak of it."""


def trace_provision(provision_id: str, corpus: Corpus) -> Trace:
    """Follow one matter through every paper of a corpus.

    Ids mean the same matter in every paper, and declared lineage leads from one id to others: to what it came from,
    and to what came of it. Papers of the families in which it shows are listed where they are silent, too.

    Args:
        provision_id: The id or the label of a provision of any version.
        corpus: The corpus.

    Raises:
        UnknownNameError: if no version has a provision of this name, with near matches.
        InputError: if a file cannot be read.
    """
    return Tracer(corpus).trace(provision_id)


class Tracer:
    """Follows matters through the papers of a corpus; what all of them need is worked out once."""

    def __init__(self, corpus: Corpus) -> None:
        """Read all versions. Raises InputError."""
        self._corpus = corpus
        self.versions = sorted(
            (version for plan_id in corpus.plan_ids for version in corpus.versions(plan_id)),
            key=lambda version: (date_order(version.date), version.ref),
        )
        self._known = frozenset(found for version in self.versions for found in version.provisions)
        self.families = families_of(self.versions, corpus)
        self._seen = {version.ref: _is_seen(version) for version in self.versions}
        self._forwards: dict[str, list[str]] = {}
        self._backwards: dict[str, list[str]] = {}
        for version in self.versions:
            points = version.provisions
            descended = stating(points, "lineage")
            for provision in (points[name] for name in points if name in descended):
                for origin in (origin for lineage in provision.lineage for origin in lineage.of):
                    self._forwards.setdefault(origin, []).append(provision.id)
                    self._backwards.setdefault(provision.id, []).append(origin)

    def trace(self, provision_id: str) -> Trace:
        """One matter through every paper; as `trace_provision`."""
        if provision_id not in self._known:
            named = called((one for version in self.versions for one in version.provisions.values()), provision_id)
            if len(named) == 1:
                return self.trace(named.pop())
            near = nearest_name(provision_id, sorted(self._known))
            expected = "an id or a label, as show lists those of a paper"
            raise UnknownNameError(kind="provision", name=provision_id, near=(near,) if near else (), expected=expected)
        ids = self.related(provision_id)
        shown = {self.families[version.plan] for version in self.versions if not ids.isdisjoint(version.provisions)}
        traced: list[TracedVersion] = []
        earlier: list[Shown] = []
        for version in self.versions:
            if self.families[version.plan] in shown:
                one = _traced(version, ids, earlier, self._corpus, seen=self._seen[version.ref])
                traced.append(one)
                if one.states:
                    earlier.append((version.ref, [_substance(each.provision, each.state) for each in one.states]))
        ordered = dict.fromkeys(state.provision.id for one in traced for state in one.states)
        ordered |= dict.fromkeys(found for one in traced for found in _points(one.version, ids))
        silent = sorted(plan_id for plan_id, family in self.families.items() if family not in shown)
        return Trace(id=provision_id, ids=tuple(ordered), versions=tuple(traced), plans_without=tuple(silent))

    def is_seen(self, ref: str) -> bool:
        """Whether every word of a version was seen."""
        return self._seen[ref]

    def related(self, provision_id: str) -> frozenset[str]:
        """The id, those it came from, and those that came of it; not what else came of its ancestors."""
        return frozenset({*_reached(provision_id, self._forwards), *_reached(provision_id, self._backwards)})


def _points(version: Version, ids: frozenset[str]) -> list[str]:
    """Those of the ids that a version has, in its order."""
    found = [each for each in ids if each in version.provisions]
    return found if len(found) < 2 else [each for each in version.provisions if each in ids]


def _is_seen(version: Version) -> bool:
    """Whether every word of a version was seen."""
    points = version.provisions
    apart = (points[name] for name in stating(points, "text_basis"))
    return version.text_basis == SEEN and all(is_complete(version, one) for one in apart)


def _reached(start: str, steps: Mapping[str, Sequence[str]]) -> list[str]:
    found = [start]
    for each in found:
        found += [step for step in steps.get(each, ()) if step not in found]
    return found


def families_of(versions: Iterable[Version], corpus: Corpus) -> dict[str, str]:
    """The first plan of its family for each plan: joined by descent, else by process."""
    heads = {plan_id: plan_id for plan_id in corpus.plan_ids}

    def head(plan_id: str) -> str:
        while heads[plan_id] != plan_id:
            plan_id = heads[plan_id]
        return plan_id

    def join(one: str, other: str) -> None:
        first, second = sorted((head(one), head(other)))
        heads[second] = first

    by_process: dict[str, str] = {}
    for plan_id in corpus.plan_ids:
        process = corpus.plan(plan_id).process
        if process is not None:
            join(plan_id, by_process.setdefault(process, plan_id))
    for version in versions:
        for descent in version.derived_from:
            join(version.plan, descent.version.partition("@")[0])
    return {plan_id: head(plan_id) for plan_id in corpus.plan_ids}


def _traced(
    version: Version, ids: frozenset[str], earlier: Sequence[Shown], corpus: Corpus, *, seen: bool
) -> TracedVersion:
    provisions = [version.provisions[each] for each in _points(version, ids)]
    states = tuple(
        TracedState(
            provision=provision,
            state=state,
            first=_first(state.evidence, corpus),
            since=_since(_substance(provision, state), earlier),
            lost=lost_its_ground(state.evidence, corpus),
        )
        for provision in provisions
        for state in states_of(version, provision)
    )
    silent = "absent" if seen else "not_reported"
    return TracedVersion(
        version=version,
        presence="stands" if provisions else silent,
        states=states,
        came_from=tuple((lineage.op, lineage.of) for provision in provisions for lineage in provision.lineage),
    )


def _first(evidence: Iterable[Evidence], corpus: Corpus) -> tuple[Source, Passage] | None:
    """The earliest passage; what is undated comes last."""
    found = [corpus.passage(item.passage) for item in evidence if item.stance in _BEARS_OUT]

    def order(cited: tuple[Source, Passage]) -> tuple[date, str]:
        source, passage = cited
        bounds = date_bounds(passage.said or source.issued or "")
        return (bounds[1] if bounds else date.max, f"{source.id}#{passage.id}")

    return min(found, key=order, default=None)


def _since(substance: Substance, earlier: Sequence[Shown]) -> str | None:
    return next((ref for ref, states in reversed(earlier) if substance in states), None)


def _substance(provision: Provision, state: State) -> Substance:
    """A state without who says so and what it is called there; its words, where nothing else tells it from others."""
    bare = evolve(state, provision="", claim=None, unchanged=None, evidence=(), complete=False, text=None)
    told = bool(state.terms) or state.is_out or state.wording == "moved" or state.matter not in (None, "settled")
    return bare, "" if told else " ".join((state.text or said_of(provision, state)).split())


def said_of(provision: Provision, state: State) -> str:
    """What a state says in words: its summary in ours, else the wording, where it is kept; empty where neither is."""
    if state.claim is not None:
        return provision.claims[state.claim].summary or ""
    return provision.summary or state.text or ""
