"""What a text makes of what was reported of it before it was seen: borne out, not borne out, cannot be told.

The states of a point are held against each other as in any comparison, one thing that is told at a time. What the
comparison does not name, or names as a difference of words that people entered, decides nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Annotated

from plantrack.corpus import Corpus, Paper
from plantrack.corpus.shaken import BEARS_OUT
from plantrack.differences.bounds import points_of
from plantrack.differences.changes import KINDS
from plantrack.differences.findings import Comparison, Naming, compare_states
from plantrack.differences.papers import compare_papers
from plantrack.differences.result import Change
from plantrack.differences.states import State, states_of
from plantrack.differences.versions import naming_of
from plantrack.errors import UsageError
from plantrack.lineage import origins
from plantrack.model import Evidence, Provision, Version
from plantrack.model.fields import OneOf
from plantrack.value import evolve, value

BORNE_OUT, NOT_BORNE_OUT, CANNOT_BE_TOLD = "borne_out", "not_borne_out", "cannot_be_told"
SETTLINGS = {
    NOT_BORNE_OUT: "the text says otherwise",
    BORNE_OUT: "the text says so, too",
    CANNOT_BE_TOLD: "what was seen of the text does not decide it",
}
"""What may become of something reported."""
GROUNDS = {
    "same": "the comparison finds no difference",
    "absent": "the text was seen whole, and no point of it is on the matter",
    "differs": "the comparison names a difference",
    "unseen": "no point that was seen is on the matter",
    "unsaid": "what was seen of the text does not say that part",
    "in_words": "the terms differ in words only, and nothing ranks those",
    "variants": "the text leaves it open between the wishes of its parties",
    "reports": "of the text itself reports differ",
    "expected": "it was to become so, and nobody said when",
    "partly": "it was told of a part of the point only",
}
"""Why."""
WORDING, MATTER, COUNT = "wording", "matter", "count"
"""What may be told beside terms: whether a point stands in the text, what becomes of its matter, how many there are."""
_IN_WORDS = frozenset({"action", "object", "place", "condition", "exception", "scope", "restriction", "reference"})
"""Parts that hold words of those who entered them, where other words need not mean another thing."""


Verdict = Annotated[str, OneOf("verdict", SETTLINGS)]


@value
class Settled:
    """Something that was reported, and what became of it."""

    report: str
    """The paper as it was reported: `plan@version`."""
    about: str
    """`wording`, `matter`, `count`, or the key of a term."""
    verdict: Verdict
    ground: Annotated[str, OneOf("ground", GROUNDS)]
    provision: Provision | None = None
    """The point as it was reported; None for what is told of the paper as a whole."""
    claim: int | None = None
    """The index of the claim; None where the point has none."""
    summary: str = ""
    """What was reported, in our own words."""
    points: tuple[str, ...] = ()
    """Ids of the points of the text that are on the matter."""
    changes: tuple[Change, ...] = ()
    """What the comparison names."""
    parts: tuple[str, ...] = ()
    """Parts of the term on which it hangs that it cannot be told."""
    by: tuple[str, ...] = ()
    """Parties whose wish, in a point that they do not agree on, bears it out."""
    of_reports: bool = False
    """The text itself is known there from reports only."""
    evidence: tuple[Evidence, ...] = ()


@value
class Record:
    """One independent origin, with how often it was right."""

    origin: str
    """The last item of its chains: `person:x`, `outlet:y`."""
    borne_out: int = 0
    not_borne_out: int = 0
    cannot_be_told: int = 0
    passages: tuple[str, ...] = ()
    """`source#passage`, sorted."""


@value
class Settlement:
    """What a text makes of the reports on it."""

    text: Paper
    reports: tuple[Paper, ...]
    """The oldest first."""
    settled: tuple[Settled, ...] = ()
    """In the order of the reports."""
    records: tuple[Record, ...] = ()
    """Those with most borne out first."""

    @property
    def counts(self) -> Mapping[Verdict, int]:
        """How many things ended in each way."""
        return {verdict: self.count(verdict) for verdict in SETTLINGS}

    def count(self, verdict: str) -> int:
        """How much was borne out, or whatever VERDICT is."""
        return sum(one.verdict == verdict for one in self.settled)


def settle_reports(text: Paper, reports: Sequence[Paper], *, matched: tuple[tuple[str, str], ...] = ()) -> Settlement:
    """Score what was reported of a paper by its text.

    Args:
        text: The paper as it was seen, whole or in part.
        reports: The paper as it was known from reports.
        matched: Pairs of points, of the reports and of the text, that are on the same matter whatever they say.

    Raises:
        UsageError: if no text of the paper was seen.
    """
    if text.version.text_basis == "reported_only":
        what = f"no text of {text.ref} was seen, so it settles nothing"
        raise UsageError(what, found="known from reports only", expected="a text, seen whole or in part")
    settled = tuple(one for report in reports for one in _of_report(report, text, matched))
    corpus = (reports[0] if reports else text).corpus
    return Settlement(text=text, reports=tuple(reports), settled=settled, records=_records(settled, corpus))


def reports_before(text: Paper) -> tuple[Paper, ...]:
    """The earlier states of the same paper that are known from reports, the oldest first. Raises InputError."""
    version = text.version
    if text.local or not version.plan:
        return ()
    earlier = earlier_states(version, text.corpus.versions(version.plan))
    return tuple(
        Paper(asked=one.ref, ref=one.ref, version=one, corpus=text.corpus) for one in earlier if _is_reported(one)
    )


def earlier_states(version: Version, versions: Sequence[Version]) -> tuple[Version, ...]:
    """The earlier states of the same paper, the oldest first: back to one that a later one merely continues.

    Args:
        version: The paper.
        versions: The versions of its plan, the oldest first.
    """
    found = [version]
    for one in reversed(versions[: [each.version for each in versions].index(version.version)]):
        if any(descent.relation == "continues" and descent.version == one.ref for descent in found[-1].derived_from):
            break
        found.append(one)
    return tuple(reversed(found[1:]))


def _is_reported(version: Version) -> bool:
    return version.text_basis == "reported_only" or any(one.claims for one in version.provisions.values())


def _of_report(report: Paper, text: Paper, matched: tuple[tuple[str, str], ...]) -> Iterator[Settled]:
    from plantrack.language.lexicon import of_corpus

    compared = compare_papers(report, text, matched=matched)
    old, new = compared.old.version, compared.new.version
    points = {one: match.new_ids for match in compared.diff.matches for one in match.old_ids}
    yield from _count(report.ref, old, new)
    with of_corpus(report.corpus.lexicon()):
        naming = naming_of(old, new, report.corpus)
        for provision in old.provisions.values():
            if provision.claims or (provision.text_basis or old.text_basis) == "reported_only":
                ids = points.get(provision.id, ())
                held = [_states(new, new.provisions[one]) for one in ids]
                for state in states_of(old, provision):
                    told = provision.claims[state.claim] if state.claim is not None else provision
                    for about, single in _told(state):
                        found = _judge(about, single, held, naming, seen=new.text_basis == "full_text")
                        yield evolve(
                            found, report=report.ref, provision=provision, claim=state.claim, points=ids,
                            summary=told.summary or "", evidence=state.evidence,
                        )  # fmt: skip


def _count(ref: str, old: Version, new: Version) -> Iterator[Settled]:
    claimed, found = old.claimed_points, points_of(new)
    if claimed is not None and claimed.count is not None:
        same = claimed.count == found
        verdict = CANNOT_BE_TOLD if found is None else BORNE_OUT if same else NOT_BORNE_OUT
        ground = "unseen" if found is None else "same" if same else "differs"
        changes = (
            (Change(kind="paper-changed", place="claimed_points", before=claimed.count, after=found),)
            if ground == "differs"
            else ()
        )
        yield Settled(
            report=ref, about=COUNT, verdict=verdict, ground=ground, changes=changes, evidence=claimed.evidence,
            summary=str(claimed.count),
        )  # fmt: skip


def _told(state: State) -> Iterator[tuple[str, State]]:
    """What a state says, one thing at a time; that a point with terms stands in the text goes without saying."""
    if state.wording is not None and not (state.terms and state.wording == "in_text"):
        yield WORDING, evolve(state, matter=None, terms={})
    if state.matter is not None and (state.claim is not None or state.matter != "settled"):
        yield MATTER, evolve(state, wording=None, terms={})
    for key, term in state.terms.items():
        yield key, evolve(state, wording="in_text", matter=None, terms={key: term})


@value
class _Held:
    """A state in which a point of the text may be."""

    state: State
    by: tuple[str, ...] = ()
    """Whose wish it is, where the parties do not agree."""


def _states(version: Version, provision: Provision) -> list[_Held]:
    """The states of a point of the text; one for each party's wish, where it holds those."""
    states = states_of(version, provision)
    if len(states) != 1 or not any(one.terms for one in provision.variants):
        return [_Held(state=state) for state in states]
    return [
        _Held(state=evolve(states[0], terms={**states[0].terms, **one.terms}), by=one.by) for one in provision.variants
    ]


def _judge(about: str, told: State, points: Sequence[Sequence[_Held]], naming: Naming, *, seen: bool) -> Settled:
    """One thing that was told, by the points of the text on its matter."""
    if told.partly:
        return _verdict(about, CANNOT_BE_TOLD, "partly")
    held = _on(about, points)
    if not held:
        found = _verdict(about, CANNOT_BE_TOLD, "unseen")
        if seen and about != MATTER and not told.expected and told.wording != "moved":
            found = _verdict(about, BORNE_OUT if told.is_out else NOT_BORNE_OUT, "absent")
    else:
        found = _together(about, [(one, _against(about, told, one.state, naming)) for one in held])
    if told.expected and found.verdict == NOT_BORNE_OUT:
        return evolve(found, verdict=CANNOT_BE_TOLD, ground="expected")
    return found


def _on(about: str, points: Sequence[Sequence[_Held]]) -> list[_Held]:
    """The states to hold a thing against: where several points are on a matter, those that have its term."""
    having = [states for states in points if any(about in one.state.terms or one.state.text for one in states)]
    return [one for states in (having or points) for one in states]


def _together(about: str, found: Sequence[tuple[_Held, Settled]]) -> Settled:
    """A verdict that every state of the text gives; else it cannot be told."""
    verdicts = {one.verdict for _, one in found}
    if len(verdicts) == 1:
        return found[0][1]
    by = tuple(party for held, one in found if one.verdict == BORNE_OUT for party in held.by)
    ground = "variants" if any(held.by for held, _ in found) else "reports"
    return evolve(_verdict(about, CANNOT_BE_TOLD, ground), by=by)


def _against(about: str, told: State, held: State, naming: Naming) -> Settled:
    """One thing that was told beside one state of the text."""
    alone = evolve(held, matter=None) if about != MATTER else evolve(held, wording=None, terms={}, text=None)
    if about == WORDING:
        alone = evolve(alone, terms={}, text=None)
    compared = compare_states(evolve(told, expected=False), alone, naming)
    found = _decided(about, compared)
    return evolve(found, of_reports=held.claim is not None)


def _decided(about: str, compared: Comparison) -> Settled:
    changes = tuple(finding.change for finding in compared.findings)
    named = tuple(change for change in changes if _decides(change))
    gaps = [gap for gap in (compared.terms.gaps if compared.terms else ()) if gap.side == "new"]
    if named:
        return evolve(_verdict(about, NOT_BORNE_OUT, "differs"), changes=named)
    if changes:
        parts = dict.fromkeys(change.part for change in changes if change.part)
        return evolve(_verdict(about, CANNOT_BE_TOLD, "in_words"), changes=changes, parts=tuple(parts))
    asked = compared.axes & {WORDING, MATTER} if about in (WORDING, MATTER) else compared.terms
    if gaps or not asked:
        return evolve(_verdict(about, CANNOT_BE_TOLD, "unsaid"), parts=tuple(gap.part for gap in gaps if gap.part))
    return _verdict(about, BORNE_OUT, "same")


def _decides(change: Change) -> bool:
    """Whether a difference is one of substance that no other choice of words could make."""
    if change.term == (None, None):
        return KINDS[change.kind].subject != "field"
    return change.part not in _IN_WORDS and change.kind != "modality-changed"


def _verdict(about: str, verdict: str, ground: str) -> Settled:
    return Settled(report="", about=about, verdict=verdict, ground=ground)


def _records(settled: Iterable[Settled], corpus: Corpus) -> tuple[Record, ...]:
    """How often each origin was right; what was taken back since counts for nobody."""
    told: list[tuple[str, str, tuple[str, ...]]] = []
    for one in settled:
        cited = corpus.passages([item for item in one.evidence if item.stance in BEARS_OUT])
        live = [(source, passage) for source, passage in cited if source.status != "withdrawn"]
        told += [(origin.id, one.verdict, origin.passages) for origin in origins(live, corpus.actors)]
    records = []
    for origin, group in groupby(sorted(told), key=lambda row: row[0]):
        rows = list(group)
        counts: Mapping[str, int] = {name: sum(row[1] == name for row in rows) for name in SETTLINGS}
        passages = tuple(sorted({ref for row in rows for ref in row[2]}))
        records.append(Record(origin=origin, **counts, passages=passages))
    return tuple(sorted(records, key=lambda one: (-one.borne_out, one.not_borne_out, one.origin)))
