"""What a comparison says, as values that do not print themselves."""

from collections.abc import Mapping

from plantrack.lineage import Witnesses
from plantrack.matching import Match
from plantrack.value import field, value


@value
class Side:
    """One of the two versions, as far as a reader of the diff must know it."""

    ref: str
    title: str
    text_basis: str
    points: int | None
    """The number of top-level points: as claimed, else as listed; None where nobody says."""


@value
class Change:
    """One thing that differs in substance."""

    kind: str
    old_ids: tuple[str, ...] = ()
    new_ids: tuple[str, ...] = ()
    old: tuple[str | None, ...] = ()
    """Numbers as printed, None for a provision without one."""
    new: tuple[str | None, ...] = ()
    term: tuple[str | None, str | None] = (None, None)
    """Term keys, old and new."""
    part: str | None = None
    """The field that a `field-changed` speaks of."""
    before: object = None
    """JSON values: text, number, list or mapping."""
    after: object = None
    delta: Mapping[str, float] | None = None
    """`absolute` and `relative`, where figures can be subtracted."""
    effect: str = "none"
    certainty: str = "certain"
    clock: str = "document"
    claims: tuple[tuple[int | None, int | None], ...] = ((None, None),)
    """The pairs of claims that give it, None where a side has no claims."""
    basis: str | None = None
    """`inferred_absence` where a full text merely lacks it."""
    partly: bool = False
    """It holds for a part of the provision only."""
    linked: tuple[str, ...] = ()
    """Ids of provisions that hang on it."""
    evidence_old: Witnesses = field(factory=Witnesses)
    evidence_new: Witnesses = field(factory=Witnesses)
    fingerprint: str = ""


@value
class Unreported:
    """Something that stands on one side, of which the other side says nothing because its text was not seen."""

    id: str
    number: str | None
    side: str
    """The side that does not report it: old or new."""
    term: str | None = None
    part: str | None = None
    """The part of the term; None for the whole."""
    reach: str = "none"
    """The nearest that reports come to it: none, topic or collective."""
    evidence: Witnesses = field(factory=Witnesses)


@value
class Bounds:
    """What the mere count of points proves, over top-level numbers."""

    gone_at_least: int = 0
    identified: tuple[str, ...] = ()
    """Whole points known gone, unopposed."""
    contested: tuple[str, ...] = ()
    """Points reported gone in part, or by some only."""
    unidentified: tuple[int, int] = (0, 0)
    """How many of those gone nobody has named: the least and the most."""


@value
class Diff:
    """What changed in substance from one version to another, and what is not known."""

    old: Side
    new: Side
    clock: str
    relation: str
    """revision, reverse or comparison."""
    matches: tuple[Match, ...] = ()
    changes: tuple[Change, ...] = ()
    unreported: tuple[Unreported, ...] = ()
    bounds: Bounds | None = None
    notes: tuple[str, ...] = ()
    """What a reader must be warned of."""
    numbers: Mapping[str, str | None] = field(factory=dict, repr=False)
    """The printed number of every provision, by `old:id` and `new:id`."""
