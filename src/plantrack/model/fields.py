"""What a field of a file may hold, said once in its annotation.

The reader, the writer and the JSON Schemas are all made from these marks, so a field is described in one place.
The marks are plain classes, for they are made at every start and compared never.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from plantrack import vocabulary

if TYPE_CHECKING:
    from plantrack.value import Field


class OneOf:
    """A word of a closed list."""

    def __init__(self, name: str, members: Mapping[str, Any]) -> None:
        self.name = name
        self.members = members


class Pattern:
    """Text of one shape: `expected` says it to people, `regex` (anchored at both ends) to machines."""

    def __init__(self, expected: str, regex: str) -> None:
        self.expected = expected
        self.regex = regex


class Edtf:
    """A date, see `plantrack.model.dates`."""


class Ref:
    """The name of something that must stand elsewhere: actor, plan, version, passage, origin, provision."""

    def __init__(self, kind: str) -> None:
        self.kind = kind


class Key:
    """The key under which the object stands in its mapping; not written inside it."""


class OneOrMany:
    """A list that may be written as a single item."""


class AtMost:
    """Text of at most so many words."""

    def __init__(self, words: int) -> None:
        self.words = words


class Counted:
    """What is counted: a unit by the name that its table has, `person`, or a plain noun in the singular."""


class Extra:
    """Holds every `x-` field, uninterpreted."""


_NAMES_IN_FILES = {
    ("Source", "container_title"): "container-title",
    ("Lineage", "of"): "from",
    ("HowRead", "taken_as"): "as",
}


def name_in_file(cls: type, attribute: "Field") -> str:
    """The key under which a field is written: its own name, but for a few that a standard or Python forbids."""
    return _NAMES_IN_FILES.get((cls.__name__, attribute.name), attribute.name)


def marks_of(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """An annotation without its marks, and the marks."""
    if get_origin(annotation) is Annotated:
        base, *marks = get_args(annotation)
        return base, tuple(marks)
    return annotation, ()


def has_mark(marks: tuple[Any, ...], kind: type) -> bool:
    """Whether one of the marks is of a kind."""
    return any(isinstance(mark, kind) for mark in marks)


Extras = Annotated[Mapping[str, object], Extra()]
Slug = Annotated[str, Pattern("lower-case letters, digits, dots and hyphens", r"[a-z0-9]+(?:[-.][a-z0-9]+)*")]
VersionSlug = Annotated[str, Pattern("a date or a lower-case name with hyphens", r"[a-z0-9]+(?:[-.][a-z0-9]+)*")]
PointNumber = Annotated[
    str,
    Pattern("a number as printed, such as 6, 12.c or II.3", r"[\w(\u00a7\u2116][\w .,:()/\u00a7\u2116'\u2019-]{0,39}"),
]
"""It is printed beside nearly every point, so it holds nothing that is not seen."""
Digest = Annotated[str, Pattern("64 hexadecimal digits (SHA-256)", r"[0-9a-f]{64}")]
Language = Annotated[str, Pattern("a language tag such as en or uk (BCP 47)", r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")]
CountryCode = Annotated[str, Pattern("an ISO 3166 code such as UA or UA-14", r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")]
Url = Annotated[str, Pattern("a web address", r"https?://[^\s<>\"'`\\]+")]
Date = Annotated[str, Edtf()]
ActorRef = Annotated[str, Ref("actor")]
PlanRef = Annotated[str, Ref("plan")]
VersionRef = Annotated[str, Ref("version")]
PassageRef = Annotated[str, Ref("passage")]
OriginRef = Annotated[str, Ref("origin")]
ProvisionRef = Annotated[str, Ref("provision")]
Number = Decimal
"""A figure as written; kept exact, so that no figure changes by being read."""

TopicId = Annotated[str, OneOf("topic", vocabulary.TOPICS)]
Modality = Annotated[str, OneOf("modality", vocabulary.MODALITIES)]
Operator = Annotated[str, OneOf("operator", vocabulary.OPERATORS)]
Quantifier = Annotated[str, OneOf("quantifier", vocabulary.QUANTIFIERS)]
Lasting = Annotated[str, OneOf("duration", vocabulary.LASTINGS)]
TimeUnit = Annotated[str, OneOf("unit of time", vocabulary.TIME_UNITS)]
Standing = Annotated[str, OneOf("standing", vocabulary.STANDINGS)]
Publication = Annotated[str, OneOf("publication", vocabulary.PUBLICATIONS)]
TextBasis = Annotated[str, OneOf("text basis", vocabulary.TEXT_BASES)]
Wording = Annotated[str, OneOf("wording", vocabulary.WORDINGS)]
Matter = Annotated[str, OneOf("matter", vocabulary.MATTERS)]
Outlook = Annotated[str, OneOf("outlook", vocabulary.OUTLOOKS)]
Role = Annotated[str, OneOf("role", vocabulary.ROLES)]
Relation = Annotated[str, OneOf("relation", vocabulary.RELATIONS)]
Binding = Annotated[str, OneOf("binding", vocabulary.BINDINGS)]
LineageOp = Annotated[str, OneOf("lineage", vocabulary.LINEAGE_OPS)]
LinkKind = Annotated[str, OneOf("link", vocabulary.LINK_KINDS)]
Stance = Annotated[str, OneOf("stance", vocabulary.STANCES)]
Reason = Annotated[str, OneOf("reason", vocabulary.REASONS)]
Directness = Annotated[str, OneOf("directness", vocabulary.DIRECTNESS)]
Reach = Annotated[str, OneOf("reach", vocabulary.REACHES)]
Fidelity = Annotated[str, OneOf("fidelity", vocabulary.FIDELITIES)]
Voice = Annotated[str, OneOf("voice", vocabulary.VOICES)]
Origin = Annotated[str, OneOf("origin", vocabulary.ORIGINS)]
SourceStatus = Annotated[str, OneOf("status", vocabulary.SOURCE_STATUSES)]
ActorKind = Annotated[str, OneOf("kind", vocabulary.ACTOR_KINDS)]
PositionStance = Annotated[str, OneOf("stance", vocabulary.POSITION_STANCES)]
Manner = Annotated[str, OneOf("manner", vocabulary.MANNERS)]
Basis = Annotated[str, OneOf("basis", vocabulary.BASES)]
