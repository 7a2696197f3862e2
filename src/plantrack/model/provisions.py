"""A provision of a version, the norms in it, and what bears them out.

Ids follow the idea of Akoma Ntoso's `wId`: one id for the same matter in every paper.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

from plantrack.model.fields import (
    ActorRef,
    Basis,
    Counted,
    Extras,
    Key,
    Lasting,
    LineageOp,
    LinkKind,
    Manner,
    Matter,
    Modality,
    Number,
    OneOrMany,
    Operator,
    Outlook,
    PassageRef,
    PointNumber,
    ProvisionRef,
    Quantifier,
    Reason,
    Slug,
    Stance,
    TextBasis,
    TimeUnit,
    TopicId,
    VersionRef,
    Wording,
)
from plantrack.value import field, value


@value
class Quantity:
    """A figure with its bound and unit. How long and how often are fields of the term.

    Not checked: whether measure and unit go together.
    """

    measure: str | None = None
    """What is counted: `armed-forces-personnel`."""
    operator: Operator = "eq"
    value: Number | None = None
    """None where the text is vague ("several hundred")."""
    upper: Number | None = None
    """The upper end, with the operator `between`."""
    unit: Annotated[str, Counted()]
    """By UCUM or a plain noun; money by ISO 4217."""
    implied: bool = field(default=False, eq=False)
    """The bound is not written: a bare figure is a floor in a duty to deliver."""


@value
class Deadline:
    """By when a duty is due. How long it holds ("for ten years") is a duration."""

    within: str | None = None
    """A number and a unit of time (`100 days`), `immediately`, or `open` ("as soon as possible", a date to be set)."""
    by: str | None = None
    """A date (EDTF) or an event."""
    of: str | None = None
    """The event from which `within` counts."""


@value
class Start:
    """From when a term holds. A date or an event alone needs no field name: `start: 2027-05-01`."""

    shorthand = "on"

    on: str | None = None
    """A date (EDTF) or an event."""
    after: str | None = None
    """A number and a unit of time (`30 days`), `immediately`, or `open` (a date to be set)."""
    of: str | None = None
    """The event from which `after` counts."""


@value
class Duration:
    """How long a term holds: a figure with its bound, or one word: `duration: permanently`."""

    shorthand = "lasting"

    lasting: Lasting | None = None
    """Where no figure is given."""
    operator: Operator = "eq"
    value: Number | None = None
    upper: Number | None = None
    """The upper end, with the operator `between`."""
    unit: TimeUnit | None = None


@value
class Frequency:
    """How often what is repeated is due: so many times in each period. `frequency: 30 days` is once every 30 days."""

    shorthand = "per"

    operator: Operator = "eq"
    times: Number = Decimal(1)
    upper: Number | None = None
    """The upper end, with the operator `between`."""
    per: str
    """The period, a number and a unit of time: `1 year`."""


@value
class Evidence:
    """A passage, and what it does for the statement it stands under. `source#passage` alone means that it supports."""

    shorthand = "passage"

    passage: PassageRef
    stance: Stance = "supports"
    reason: Reason | None = None
    """Why it is at odds, or decides nothing."""
    note: str | None = None


@value
class Term:
    """One norm: who must, may or does what. Only the action is required."""

    bearer: Annotated[tuple[ActorRef, ...], OneOrMany()] = ()
    jointly: bool = False
    """The bearers only act together."""
    modality: Modality = "unspecified"
    action: str
    object: str | None = None
    counterparty: Annotated[tuple[ActorRef, ...], OneOrMany()] = ()
    """To whom it is owed."""
    place: Annotated[tuple[str, ...], OneOrMany()] = ()
    """By ISO 3166-2 or name."""
    quantity: Annotated[tuple[Quantity, ...], OneOrMany()] = ()
    deadline: Deadline | None = None
    start: Start | None = None
    duration: Duration | None = None
    frequency: Frequency | None = None
    conditions: Annotated[tuple[str, ...], OneOrMany()] = ()
    exceptions: Annotated[tuple[str, ...], OneOrMany()] = ()
    scope: Annotated[tuple[str, ...], OneOrMany()] = ()
    """When or for what it holds: `peacetime`."""
    restrictions: Annotated[tuple[str, ...], OneOrMany()] = ()
    """What narrows the act or its object: `legally binding`, `under supervision of the mission`, `where possible`."""
    quantifier: Quantifier | None = None
    """Of how many of its object it speaks."""
    references: Annotated[tuple[str, ...], OneOrMany()] = ()
    """What it refers to by name or number: `Article 5 of the treaty`, `resolution 242`."""
    manner: Manner | None = None
    basis: Basis = "curated"
    notes: str | None = None
    extra: Extras = field(factory=dict)


@value
class Link:
    """Another provision on which this one hangs."""

    to: ProvisionRef
    kind: LinkKind
    evidence: tuple[Evidence, ...] = ()


@value
class Lineage:
    """Where a provision comes from, said by a person."""

    op: LineageOp
    of: Annotated[tuple[ProvisionRef, ...], OneOrMany()]
    """Ids in the version this one derives from; written `from` in files."""


@value
class Variant:
    """One of several bracketed alternatives."""

    by: Annotated[tuple[ActorRef, ...], OneOrMany()] = ()
    terms: Mapping[Slug, Term] = field(factory=dict)
    text: str | None = None


@value
class Unchanged:
    """What reports say stays as an earlier version has it. `plan@version` alone means the point with all its terms.

    Not checked here, but by `plantrack check`: whether there is anything in that version to take over.
    """

    shorthand = "since"

    since: VersionRef
    """A version that this one derives from, at once or by way of others."""
    terms: Annotated[tuple[Slug, ...], OneOrMany()] = ()
    """Keys of the terms that stay; empty for all of them."""


@value
class Claim:
    """One possible state of a provision that nobody here has seen, with the reports that say so.

    Nothing defaults: what is None is not known, and is compared with nothing.
    """

    wording: Wording | None = None
    to: str | None = None
    """The paper it moved to."""
    matter: Matter | None = None
    outlook: Outlook = "done"
    partly: bool = False
    """It holds for a part of the provision only."""
    summary: str | None = None
    """What the reports say, in our own words and few of them."""
    unchanged: Unchanged | None = None
    """What of it stays as in an earlier version; a corpus adds those terms to `terms` when it reads the version."""
    terms: Mapping[Slug, Term] = field(factory=dict)
    evidence: tuple[Evidence, ...]
    notes: str | None = None


@value
class Provision:
    """One point, or sub-point, of a version."""

    id: Annotated[str, Key()]
    number: PointNumber | None = None
    """As printed, normalised: `6`, `10.b`."""
    parent: ProvisionRef | None = None
    title: str | None = None
    topics: Annotated[tuple[TopicId, ...], OneOrMany()] = ()
    summary: str | None = None
    """Our own words."""
    label: str | None = None
    """Two or three words for tables; the title, or the id in words, where there is none."""
    text: str | None = None
    """The published wording, only where it may be kept."""
    text_basis: TextBasis | None = None
    """None: that of the version."""
    wording: Wording = "in_text"
    to: str | None = None
    matter: Matter = "settled"
    outlook: Outlook = "done"
    lineage: tuple[Lineage, ...] = ()
    links: tuple[Link, ...] = ()
    terms: Mapping[Slug, Term] = field(factory=dict)
    variants: tuple[Variant, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    claims: tuple[Claim, ...] = ()
    notes: str | None = None
    extra: Extras = field(factory=dict)
