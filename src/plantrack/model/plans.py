"""A plan (FRBR Work) and its versions (FRBR Expression)."""

from collections.abc import Mapping
from typing import Annotated

from plantrack.model.fields import (
    ActorRef,
    Binding,
    Date,
    Extras,
    Key,
    Language,
    OneOrMany,
    PlanRef,
    Publication,
    Relation,
    Role,
    Slug,
    Standing,
    TextBasis,
    VersionRef,
    VersionSlug,
)
from plantrack.model.provisions import Evidence, Provision
from plantrack.value import field, value


@value
class Plan:
    """A work: what stays the same through its versions."""

    id: Annotated[str, Key()]
    schema: str
    title: str
    aliases: tuple[str, ...] = ()
    proposers: Annotated[tuple[ActorRef, ...], OneOrMany()] = ()
    process: Slug | None = None
    """The negotiation it belongs to; versions of one process are of one family."""
    summary: str | None = None
    notes: str | None = None
    extra: Extras = field(factory=dict)


@value
class Party:
    """An actor and its part in a version. Several authors whose evidence disputes each other are a contested matter."""

    actor: ActorRef
    role: Role
    evidence: tuple[Evidence, ...] = ()
    notes: str | None = None


@value
class Descent:
    """The version that this one comes from."""

    version: VersionRef
    relation: Relation
    evidence: tuple[Evidence, ...] = ()


@value
class Companion:
    """Another paper of the same package."""

    title: str
    standing: Standing | None = None
    binding: Binding = "unknown"
    published: bool = False
    """Whether its text was seen."""
    evidence: tuple[Evidence, ...] = ()


@value
class ClaimedPoints:
    """How many points the version is said to have. A bare number means that nobody disputes it."""

    shorthand = "count"

    count: int
    evidence: tuple[Evidence, ...] = ()


@value
class Version:
    """One state of a plan."""

    schema: str
    plan: PlanRef
    version: VersionSlug
    date: Date
    title: str
    standing: Standing = "draft"
    publication: Publication = "reported"
    text_basis: TextBasis = "reported_only"
    claimed_points: ClaimedPoints | None = None
    parties: tuple[Party, ...] = ()
    derived_from: tuple[Descent, ...] = ()
    companions: tuple[Companion, ...] = ()
    language: Language = "en"
    translation_of: VersionRef | None = None
    summary: str | None = None
    evidence: tuple[Evidence, ...] = ()
    notes: str | None = None
    extra: Extras = field(factory=dict)
    provisions: Mapping[Slug, Provision] = field(factory=dict)

    @property
    def ref(self) -> str:
        """`plan@version`; for a text read on the spot, its path."""
        return f"{self.plan}@{self.version}" if self.version else self.plan
