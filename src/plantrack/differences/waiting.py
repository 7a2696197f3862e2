"""How old the knowledge of each plan is, and what of it waits for a source, an address or a text."""

from collections.abc import Iterable, Iterator
from typing import Annotated

from plantrack.corpus import Corpus
from plantrack.corpus.inspection import evidence_in
from plantrack.corpus.knowledge import newest_page
from plantrack.corpus.shaken import BEARS_OUT
from plantrack.differences.settling import earlier_states
from plantrack.differences.states import SEEN, can_both_hold, states_of
from plantrack.lineage import origins
from plantrack.model import Evidence, Provision, Version
from plantrack.model.dates import date_order
from plantrack.model.fields import OneOf
from plantrack.value import value

WAITS = {
    "at_odds": "reports differ, and a text could settle it",
    "no_origin": "nobody is known, by name or as a group, from whom a report comes",
    "no_text": "no text of the paper was seen; once one is, plantrack settle TEXT VERSION scores the reports",
    "in_part": "the text was seen in part",
    "no_address": "the source has no address",
}
"""What may wait."""


@value
class Known:
    """A plan, and how old the knowledge of it is."""

    plan: str
    title: str
    newest: str | None
    """The date (EDTF) of the newest page that says something of it; None where none has a date."""
    pages: int
    """How many pages say something of it."""
    versions: tuple[str, ...]
    """`plan@version`, the oldest first."""


@value
class Waiting:
    """Something that waits."""

    kind: Annotated[str, OneOf("wait", WAITS)]
    where: str
    """A version, `plan@version`, or the id of a source."""
    points: tuple[Provision, ...] = ()
    """The points of the version that wait; none where all of it does."""
    command: str = ""
    """What scores the reports, where a later text is there or once it is."""
    reason: str = ""
    """Why there is no address, where somebody wrote it down."""


@value
class Status:
    """What a corpus knows, up to when, and what waits."""

    newest: str | None
    """The date (EDTF) of the newest page of the corpus."""
    plans: tuple[Known, ...]
    """Those of which the knowledge is oldest first."""
    waiting: tuple[Waiting, ...]
    """By kind, then in the order of plans, versions and sources."""


def status_of(corpus: Corpus) -> Status:
    """How old the knowledge of each plan is, and what waits. Raises InputError."""
    found = [_known(corpus, plan_id) for plan_id in corpus.plan_ids]
    plans = sorted(found, key=lambda one: (one.newest is not None, date_order(one.newest) if one.newest else ()))
    waiting = [*_addresses(corpus)]
    for plan_id in corpus.plan_ids:
        versions = corpus.versions(plan_id)
        for version in versions:
            later = [one for one in versions if version in earlier_states(one, versions)]
            waiting += _of_version(version, later, corpus)
    order = list(WAITS)
    return Status(
        newest=newest_page(corpus),
        plans=tuple(plans),
        waiting=tuple(sorted(waiting, key=lambda one: order.index(one.kind))),
    )


def _known(corpus: Corpus, plan_id: str) -> Known:
    versions = corpus.versions(plan_id)
    sources = {item.passage.partition("#")[0] for version in versions for item in evidence_in(version)}
    return Known(
        plan=plan_id, title=corpus.plan(plan_id).title, newest=newest_page(corpus, sorted(sources)),
        pages=len(sources), versions=tuple(version.ref for version in versions),
    )  # fmt: skip


def _addresses(corpus: Corpus) -> Iterator[Waiting]:
    for source_id in corpus.source_ids:
        source = corpus.source(source_id)
        if source.URL is None:
            yield Waiting(kind="no_address", where=source_id, reason=source.why_no_url or "")


def _of_version(version: Version, later: Iterable[Version], corpus: Corpus) -> Iterator[Waiting]:
    points = version.provisions.values()
    text = next((one.ref for one in later if one.text_basis != "reported_only"), None)
    differ = tuple(one for one in points if _is_at_odds(version, one))
    if differ:
        command = f"plantrack settle {text or f'TEXT {version.ref}'}"
        yield Waiting(kind="at_odds", where=version.ref, points=differ, command=command)
    alone = tuple(one for one in points if any(_has_no_origin(said, corpus) for said in _reports(version, one)))
    if alone:
        yield Waiting(kind="no_origin", where=version.ref, points=alone)
    if version.text_basis == "reported_only":
        if text is None:
            yield Waiting(kind="no_text", where=version.ref)
    elif version.text_basis != SEEN:
        yield Waiting(kind="in_part", where=version.ref)
    elif unseen := tuple(one for one in points if one.text_basis not in (None, SEEN)):
        yield Waiting(kind="in_part", where=version.ref, points=unseen)


def _is_at_odds(version: Version, provision: Provision) -> bool:
    states = states_of(version, provision) if provision.claims else ()
    return any(not can_both_hold(one, other) for one in states for other in states)


def _reports(version: Version, provision: Provision) -> Iterator[tuple[Evidence, ...]]:
    """What each report of a point rests on; nothing where its wording was seen."""
    if provision.claims:
        yield from (claim.evidence for claim in provision.claims)
    elif (provision.text_basis or version.text_basis) == "reported_only":
        yield provision.evidence


def _has_no_origin(evidence: Iterable[Evidence], corpus: Corpus) -> bool:
    cited = corpus.passages([item for item in evidence if item.stance in BEARS_OUT])
    return all(origin.kind == "unnamed" for origin in origins(cited, corpus.actors))
