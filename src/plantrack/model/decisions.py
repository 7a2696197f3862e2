"""What a person decided of two papers, kept in a file beside them, so that the next comparison starts from it."""

from typing import Annotated

from plantrack.model.fields import Digest, OneOf, OneOrMany, Pattern
from plantrack.value import field, value

READ_AS = {
    "numbers": "points with numbers or letters",
    "headings": "a point a heading",
    "paragraphs": "a point a paragraph",
    "bullets": "a point a bullet",
}
"""What a text can be read as, whatever it looks like."""
TAKEN_FOR = {"revision": "NEW is a later state of OLD", "comparison": "rival papers; nothing was done to anything"}

PointName = Annotated[str, Pattern("a point by number or id", r"\S.{0,199}")]
Day = Annotated[str, Pattern("a day such as 2026-12-31", r"\d{4}-\d{2}-\d{2}")]
Pair = tuple[PointName, ...]
"""A point of OLD and one of NEW: `[3, 2]`."""


@value
class ReadSame:
    """Two points that somebody read and found the same."""

    old: PointName
    new: PointName
    digest: Digest
    """SHA-256 over the words of both, so that nothing rests on it once one of them changes."""
    note: str | None = None
    """Why, for people."""


@value
class HowRead:
    """How one text is to be read, where its looks mislead."""

    points: str | None = None
    """A regular expression for what a point begins with."""
    drop: Annotated[tuple[str, ...], OneOrMany()] = ()
    """Regular expressions for lines that are no part of the paper."""
    taken_as: Annotated[str, OneOf("way to read a text", READ_AS)] | None = None
    """Written `as`."""


@value
class BothRead:
    """How both texts are to be read."""

    old: HowRead | None = None
    new: HowRead | None = None


@value
class Accepted:
    """A change that somebody knows of, so that no gate fails on it."""

    kind: str
    """A kind of change, its subject, or a pattern such as `quantity-*`."""
    reason: str
    """Why, for people."""
    until: Day
    """The last day on which this holds."""
    point: PointName | None = None
    """The point of either paper by number or id; any point if None."""


@value
class Decisions:
    """A file of decisions."""

    schema: str = "plantrack/1"
    old: str | None = None
    """The paper that is compared from, by the name of its file or its reference; any paper if None."""
    new: str | None = None
    """The paper that is compared to."""
    match: tuple[Pair, ...] = ()
    """Points that are about the same matter, whatever the texts say."""
    no_match: tuple[Pair, ...] = ()
    """Points that are not."""
    read_same: tuple[ReadSame, ...] = ()
    """Points that were read and found the same."""
    accepted: tuple[Accepted, ...] = ()
    """Changes on which no gate fails until a day."""
    reading: BothRead = field(factory=BothRead)
    relation: Annotated[str, OneOf("relation", TAKEN_FOR)] | None = None
    """How the papers stand to each other, where no file says it."""
