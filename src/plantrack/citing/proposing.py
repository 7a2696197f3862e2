"""Propose what a passage would add to a version that is known from reports: a point that it lacks, or a new state."""

from plantrack.citing.passages import Cut, Entered, adding, as_recorded, change_version, rests
from plantrack.corpus import Corpus, Paper, resolve
from plantrack.corpus.inheriting import ancestors_of, inherited_terms
from plantrack.corpus.lookup import find_provision
from plantrack.errors import PlantrackError, UsageError, quoted
from plantrack.model import Claim, Evidence, Provision, Unchanged, Version
from plantrack.value import evolve, value
from plantrack.writing.edits import append_item, set_field


@value
class Said:
    """What a passage says of a point, as the person who cites it gives it."""

    wording: str | None = None
    matter: str | None = None
    unchanged: Unchanged | None = None
    summary: str | None = None

    @property
    def is_state(self) -> bool:
        """Whether it is a state of the point, and not only that somebody speaks of it."""
        return bool(self.wording or self.matter or self.unchanged)


@value
class Proposal:
    """What would be entered into a version. Nothing is, before somebody says so."""

    ref: str
    """The version, as `plan@version`."""
    provision: Provision
    """The point with what is new of it: its one state, or that it is spoken of."""
    is_new: bool
    """Whether the version lacks the point; else it gets one more reported state."""
    known_from: str = ""
    """The earlier version that has the point, as `plan@version`; empty where it is not new."""
    number: str | None = None
    """Its number there, which need not be its number here."""
    stands: bool = False
    """Whether all of it stands in the version already."""


def propose(corpus: Corpus, cut: Cut, *, plan: str, provision: str, said: Said, stance: str) -> Proposal | None:
    """What a passage would add to a version; None where the point is there and no new state of it is given.

    Args:
        corpus: The corpus.
        cut: The passage.
        plan: A reference to a version of the corpus.
        provision: An id or number; of a point that the version lacks, as an earlier version has it.
        said: What the passage says of it.
        stance: What the passage does for the statement.

    Raises:
        PlantrackError: if no earlier version has such a point either, or two have different ones of this number, or
            the whole text was seen, or there is nothing to take over.
    """
    paper = resolve(plan, corpus)
    item = Evidence(passage=cut.ref, stance=stance)
    try:
        held = find_provision(paper, provision)
    except PlantrackError as missing:
        held, found = None, _earlier(paper, provision, missing)
    if held is not None and not said.is_state:
        spoken = Evidence(passage=cut.ref, stance=_spoken(stance))
        if stance == spoken.stance or spoken not in held.evidence:
            return None
    if held is not None and said.is_state and not held.claims:
        what = "what is known of this point is not told as reported states"
        raise UsageError(what, found=held.id, expected="claims in the file, or no --wording, --matter and --unchanged")
    known_from, point = ("", held) if held is not None else found
    new = evolve(
        point, number=None, parent=point.parent if point.parent in paper.version.provisions else None, summary=None,
        text=None, text_basis=None, wording="in_text", to=None, matter="settled", outlook="done", lineage=(), links=(),
        terms={}, variants=(), evidence=(), claims=(), notes=None, extra={},
    )  # fmt: skip
    if said.is_state:
        if said.unchanged is not None:
            inherited_terms(said.unchanged, new, paper.version, corpus)
        claim = Claim(
            wording=said.wording, matter=said.matter, unchanged=said.unchanged, summary=said.summary, evidence=(item,)
        )
        new = evolve(new, claims=(claim,))
    else:
        new = evolve(new, evidence=(evolve(item, stance=_spoken(stance)),))
    return Proposal(
        ref=paper.ref, provision=new, is_new=held is None, known_from=known_from,
        number=point.number if held is None else None, stands=held is not None and _stands(held, new),
    )  # fmt: skip


def _spoken(stance: str) -> str:
    """What a passage does for a point of which it says no state."""
    return "mentions" if stance == "supports" else stance


def _stands(held: Provision, new: Provision) -> bool:
    """Whether a point has all that a proposed one says, from the same passage."""
    (claim,) = new.claims or (None,)
    if claim is None:
        return rests(held.evidence, new.evidence[0])
    said = ("wording", "to", "matter", "outlook", "partly", "summary", "unchanged")
    return any(
        all(getattr(one, name) == getattr(claim, name) for name in said) and claim.evidence[0] in one.evidence
        for one in held.claims
    )


def enter(corpus: Corpus, cut: Cut, proposal: Proposal) -> Entered:
    """Put what was proposed into the version, and the passage into its source's record; all else stays as it was.

    Where another writer entered the point meanwhile, it gets what is new of it.

    Raises:
        PlantrackError: if a file cannot be written, or would be wrong.
    """
    new, is_there = proposal.provision, not proposal.is_new
    key, item = ("claims", new.claims[0]) if new.claims else ("evidence", new.evidence[0])

    def change(text: str, now: Version) -> str:
        nonlocal is_there
        held = now.provisions.get(new.id)
        is_there = held is not None
        if held is None:
            return set_field(text, ["provisions", new.id], new)
        return text if _stands(held, new) else append_item(text, ["provisions", new.id, key], item)

    version = corpus.version_of_ref(proposal.ref)
    is_new = change_version(corpus, version, change, before=[adding(corpus, as_recorded(cut))])
    return Entered(place=".".join(["provisions", new.id, *([key] if is_there else [])]), is_new=is_new)


def _earlier(paper: Paper, name: str, missing: PlantrackError) -> tuple[str, Provision]:
    """The nearest earlier version that has a point, and the point. Raises what was missing if none has it."""
    version = paper.version
    if paper.local or version.text_basis == "full_text":
        raise missing
    found: dict[str, tuple[str, Provision]] = {}
    for ref in ancestors_of(version, paper.corpus):
        for one in paper.corpus.version_of_ref(ref).provisions.values():
            if name in (one.id, one.number):
                found.setdefault(one.id, (ref, one))
    if not found:
        raise missing
    if len(found) > 1:
        what = "earlier versions have different points of this number"
        raise UsageError(what, found=quoted(name), expected=" or ".join(found))
    return next(iter(found.values()))
