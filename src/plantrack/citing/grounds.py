"""What each state of a provision rests on: who says so, who says otherwise, and which one passage decides."""

from collections.abc import Callable, Sequence
from typing import Annotated

from plantrack.corpus import Corpus, Paper
from plantrack.differences.evidence_counter import RENDERINGS, EvidenceCounter, evidence_against
from plantrack.differences.states import State, can_both_hold, states_of
from plantrack.lineage import Origin, Witnesses, lineage_range, origins
from plantrack.model import Passage, Provision, Source
from plantrack.model.fields import OneOf
from plantrack.value import field, value

SUPPORTING = ("supports", "qualifies")
"""The stances of evidence on which a statement rests."""

Cited = tuple[Source, Passage]


_LOSSES = {"lineage": "no origin would be left", "named": "no report would be left that names this point"}


@value
class Hinge:
    """A single passage whose loss would take something that no other passage gives."""

    passage: str
    """`source#passage`."""
    takes: Annotated[str, OneOf("loss", _LOSSES)]


@value
class Ground:
    """What one state of a provision rests on."""

    state: State
    summary: str = ""
    """What the reports say, in our own words; empty where nobody put it into words."""
    witnesses: Witnesses
    origins: tuple[Origin, ...] = ()
    """Of all that bears it out."""
    origins_read: tuple[Origin, ...] = ()
    """As far as the articles go whose text was read in full."""
    cited: tuple[Cited, ...] = field(default=(), repr=False)
    """The passages that bear it out, in the order of the file."""
    disputed_by: tuple[Cited, ...] = field(default=(), repr=False)
    """Passages that say otherwise of this very state."""
    at_odds: tuple[int, ...] = ()
    """Indexes of the states of the provision that cannot hold together with this one."""
    hinges: tuple[Hinge, ...] = ()
    withdrawn: tuple[str, ...] = ()
    """Sources among these that were withdrawn."""
    corrected: tuple[str, ...] = ()

    @property
    def is_lost(self) -> bool:
        """Whether everything that bore it out was withdrawn."""
        return bool(self.cited) and all(source.status == "withdrawn" for source, _ in self.cited)


@value
class ProvisionGrounds:
    """A provision with the grounds of each state it may be in."""

    provision: Provision
    grounds: tuple[Ground, ...] = ()
    mentioned_by: tuple[Cited, ...] = field(default=(), repr=False)
    """What speaks of the provision and decides nothing."""


def grounds_of(paper: Paper, provision: Provision) -> ProvisionGrounds:
    """What a provision of a paper rests on, state by state.

    Args:
        paper: The paper, with the corpus its evidence is looked up in.
        provision: One of its provisions.

    Raises:
        PlantrackError: if evidence names what is not there.
    """
    counter = EvidenceCounter(paper.corpus)
    states = states_of(paper.version, provision)
    evidence = (*provision.evidence, *(item for claim in provision.claims for item in claim.evidence))
    return ProvisionGrounds(
        provision=provision,
        grounds=tuple(_ground(state, states, counter, paper) for state in states),
        mentioned_by=tuple(counter.passages(evidence, ("mentions",))),
    )


def _ground(state: State, states: Sequence[State], counter: EvidenceCounter, paper: Paper) -> Ground:
    cited = tuple(counter.passages(state.evidence, SUPPORTING))
    disputing = [item for item in state.evidence if item.stance == "disputes" and item.reason not in RENDERINGS]
    actors = paper.corpus.actors
    claim = None if state.claim is None else paper.version.provisions[state.provision].claims[state.claim]
    return Ground(
        state=state,
        summary=(claim.summary if claim else None) or "",
        witnesses=counter.witnesses(state.evidence, evidence_against(state, states), paper.version),
        origins=origins(cited, actors),
        origins_read=origins([one for one in cited if was_read(one[0])], actors),
        cited=cited,
        disputed_by=tuple(counter.passages(disputing, ("disputes",))),
        at_odds=tuple(index for index, other in enumerate(states) if not can_both_hold(state, other)),
        hinges=_hinges(cited, paper.corpus),
        withdrawn=_with_status(cited, "withdrawn"),
        corrected=_with_status(cited, "corrected"),
    )


def was_read(source: Source) -> bool:
    """Whether the text of a source was at hand when it was recorded; else only what it says was noted."""
    return source.text is not None


def sources_read(corpus: Corpus) -> int:
    """How many sources of a corpus were read in full. Raises InputError."""
    return sum(was_read(corpus.source(source_id)) for source_id in corpus.source_ids)


def _with_status(cited: Sequence[Cited], status: str) -> tuple[str, ...]:
    return tuple(sorted({source.id for source, _ in cited if source.status == status}))


def _hinges(cited: Sequence[Cited], corpus: Corpus) -> tuple[Hinge, ...]:
    """The passages whose loss takes the last lineage, else the last report that names the point."""
    losses: tuple[tuple[str, Callable[[Sequence[Cited]], bool]], ...] = (
        ("lineage", lambda left: lineage_range(origins(left, corpus.actors))[1] > 0),
        ("named", lambda left: any(passage.reach == "named" for _, passage in left)),
    )
    found = []
    for index, (source, passage) in enumerate(cited):
        left = [*cited[:index], *cited[index + 1 :]]
        taken = next((name for name, stands in losses if stands(cited) and not stands(left)), None)
        if taken is not None:
            found.append(Hinge(passage=f"{source.id}#{passage.id}", takes=taken))
    return tuple(found)
