"""What a comparison says, as values that do not print themselves."""

from collections.abc import Mapping
from typing import Annotated, NamedTuple

from plantrack.differences.changes import Certainty, ChangeKind, Clock, Effect
from plantrack.differences.descent import RELATIONS
from plantrack.lineage import Witnesses
from plantrack.matching import Match
from plantrack.model.decisions import TAKEN_FOR
from plantrack.model.fields import Modality, OneOf, TextBasis
from plantrack.model.readings import OutsideLine, Reading
from plantrack.value import field, value

OneSide = Annotated[str, OneOf("side", {"old": "the first paper", "new": "the second"})]
_REACHES = {
    "none": "no report comes near",
    "topic": "reports name its topic",
    "collective": "reports speak of a group of points",
    "named": "a report names it and no change",
}
_BASES = {"inferred_absence": "a full text merely lacks it"}
FULL, WORDS, FIGURES = "full", "words", "figures"
MODES = {
    FULL: "the rules for English are used; a language that could not be told counts as English",
    WORDS: "both are in one other language: words are compared, and nothing is named but figures",
    FIGURES: "they are in two languages: figures and dates are compared, and words are not",
}
"""How far the words of two papers are compared."""
UNREAD = "could not be read"
"""How the `rule` of a change begins whose words a fault of plantrack left unexplained."""


class WordSpan(NamedTuple):
    """Some words of one text."""

    start: int
    """In Unicode code points of the text, counted from 0."""
    end: int
    """The place after the last one."""
    words: str


@value
class Words:
    """The words of both sides that a difference lies in; a side may have none."""

    old: tuple[WordSpan, ...] = ()
    new: tuple[WordSpan, ...] = ()


@value
class Point:
    """A provision as an answer carries it, so that nobody needs the files again."""

    id: str
    number: str | None = None
    parent: str | None = None
    title: str | None = None
    label: str | None = None
    text: str | None = None
    """The wording, where it is kept."""
    summary: str | None = None
    """Our own words."""


@value
class Silenced:
    """A difference of words that a named rule shows to be none of substance."""

    rule: str
    """The name of the rule in `plantrack.differences.rules`."""
    words: Words
    old_ids: tuple[str, ...] = ()
    new_ids: tuple[str, ...] = ()
    old: tuple[str | None, ...] = ()
    """Numbers as printed."""
    new: tuple[str | None, ...] = ()
    place: str | None = None
    """Where it is, outside the points."""


@value
class Side:
    """One of the two versions, as far as a reader of the diff must know it."""

    ref: str
    title: str
    text_basis: TextBasis
    points: int | None
    """The number of top-level points: as claimed, else as listed; None where nobody says."""


@value
class Change:
    """One thing that differs in substance."""

    kind: ChangeKind
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
    effect: Effect | None = "none"
    """None where bearer, force and the changed part were not all read."""
    certainty: Certainty | None = "certain"
    """None where no rule knows what the difference does."""
    words: Words | None = None
    """The words that it lies in, where it rests on wording."""
    place: str | None = None
    """Where it is, outside the points: `title`, `preamble`, `closing`, `standing`."""
    rule: str | None = None
    """The rule that named it, where it rests on wording."""
    bearer: str | None = None
    """Whom the sentence binds, as people name it, where both sides bind the same; `effect` is told of nobody else."""
    force: Modality | None = None
    """The force of the sentence, where both sides have the same."""
    clock: Clock = "document"
    claims: tuple[tuple[int | None, int | None], ...] = ((None, None),)
    """The pairs of claims that give it, None where a side has no claims."""
    basis: Annotated[str, OneOf("basis", _BASES)] | None = None
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
    side: OneSide
    """The side that does not report it."""
    term: str | None = None
    part: str | None = None
    """The part of the term; None for the whole."""
    reach: Annotated[str, OneOf("reach", _REACHES)] = "none"
    """The nearest that reports come to it."""
    evidence: Witnesses = field(factory=Witnesses)


@value
class Kept:
    """A point that reports say stays as it was, wholly or in part, and of which nothing else is reported."""

    id: str
    number: str | None
    """In the version that was compared from; None where it has none."""
    side: OneSide
    """The side of which it is reported."""
    since: str
    """The version as whose it stays: `plan@version`."""
    terms: tuple[str, ...]
    """Keys of the terms that stay."""
    evidence: Witnesses = field(factory=Witnesses)


@value
class Decided:
    """What of an answer rests on what a person decided before, and kept in a file."""

    file: str
    matched: tuple[tuple[str, str], ...] = ()
    """Points joined, by number or id."""
    unmatched: tuple[tuple[str, str], ...] = ()
    """Points kept apart."""
    read_same: tuple[tuple[str, str], ...] = ()
    """Points that were read and found the same, and whose words are still those that were read."""
    lapsed: tuple[tuple[str, str], ...] = ()
    """Points found the same once, of which words changed since: nothing rests on that any more."""
    reading: tuple[OneSide, ...] = ()
    """Which papers are read as somebody said: `old`, `new`."""
    relation: Annotated[str, OneOf("relation", TAKEN_FOR)] | None = None
    """What the papers are taken for, as somebody said: `revision` or `comparison`."""


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
    clock: Clock
    relation: Annotated[str, OneOf("relation", RELATIONS)]
    descent: str = "follows"
    """How the later paper hangs on the earlier one: a word of `plantrack.differences.descent.DESCENTS`."""
    matches: tuple[Match, ...] = ()
    changes: tuple[Change, ...] = ()
    unreported: tuple[Unreported, ...] = ()
    kept: tuple[Kept, ...] = ()
    """What reports say stays unchanged, in OLD's order."""
    bounds: Bounds | None = None
    notes: tuple[str, ...] = ()
    """What a reader must be warned of."""
    numbers: Mapping[str, str | None] = field(factory=dict, repr=False)
    """The printed number of every provision, by `old:id` and `new:id`."""
    silenced: tuple[Silenced, ...] = ()
    """Every difference of words that a rule silenced, in OLD's order."""
    points_old: tuple[Point, ...] = field(default=(), repr=False)
    points_new: tuple[Point, ...] = field(default=(), repr=False)
    outside_old: tuple[OutsideLine, ...] = field(default=(), repr=False)
    """Lines outside the points."""
    outside_new: tuple[OutsideLine, ...] = field(default=(), repr=False)
    reading_old: Reading | None = None
    """How the text was read; None where no text was."""
    reading_new: Reading | None = None
    assumed: bool = False
    """NEW was taken for the later state because it was asked for so; no file says it."""
    decided: Decided | None = None
    mode: Annotated[str, OneOf("mode", MODES)] = "full"
    """How far words were compared."""
    unkept_old: tuple[str, ...] = ()
    """Ids of points whose wording was seen and is not kept here, so that it was not compared."""
    unkept_new: tuple[str, ...] = ()
