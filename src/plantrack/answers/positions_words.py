"""What is said of a position, in words: looked up by kind, the same in text and JSON."""

from collections.abc import Iterator, Mapping

from plantrack.answers.names import provision_label
from plantrack.catalogue import named, say
from plantrack.corpus import Corpus, Paper
from plantrack.differences.papers import Compared
from plantrack.differences.parts import PARTS
from plantrack.model import Provision
from plantrack.model.positions import Position
from plantrack.plain import one_line
from plantrack.stances import REASONS, Reason, Stance

STANCE_WORDS = {"accepts_with_conditions": "accepts with conditions", "open": "leaves it open"}
VERDICT_WORDS = {
    "towards": "moves towards it",
    "away": "moves away from it",
    "neither": "neither",
    "cannot_be_said": "cannot be said",
}
PART_WORDS = {"term": "the whole term", **{part.id: part.words for part in PARTS.values()}}


def stance_words(position: Position) -> str:
    """How an actor stands to a point: `proposes`, `accepts with conditions`."""
    return named("takes", position.stance, STANCE_WORDS.get(position.stance, position.stance))


def verdict_words(stance: Stance) -> str:
    """The verdict, or the way of a change."""
    if stance.standing is not None:
        return named("verdict", stance.standing.verdict, stance.standing.verdict)
    return named("verdict", stance.move.direction, VERDICT_WORDS[stance.move.direction]) if stance.move else ""


def reason_words(reason: Reason, provision: Provision | None) -> str:
    """Why it is so, with the states that are reported where they decide.

    Args:
        reason: The reason.
        provision: The point in the version that the reason speaks of, if it is there.
    """
    words = named("why", reason.kind, REASONS[reason.kind])
    if reason.side is not None:
        words = say(f"position.of-{reason.side}", words=words)
    if reason.parts:
        words += f": {', '.join(named('whole-part', part, PART_WORDS[part]) for part in reason.parts)}"
    states = _states(provision) if reason.kind in ("reports-differ", "gone-or-open", "left-open", "expected") else ""
    words += f" ({states})" if states else ""
    each = reason.in_each
    return say("position.in-each", words=words, verdict=named("verdict", each, each)) if each else words


def _states(provision: Provision | None) -> str:
    claims = provision.claims if provision is not None else ()
    return "; ".join(one_line(claim.summary or claim.wording or claim.matter or "") for claim in claims)


def reason_of(stance: Stance, asked: Paper | Compared | None, *, states: bool = True) -> str:
    """The reason of a stance in words; empty where it has no verdict.

    Args:
        stance: The stance.
        asked: What it is held against.
        states: Name the reported states that it turns on.
    """
    reason = stance.standing.reason if stance.standing else stance.move.reason if stance.move else None
    if reason is None or asked is None:
        return ""
    paper = (asked.old if reason.side == "old" else asked.new) if isinstance(asked, Compared) else asked
    return reason_words(reason, paper.version.provisions.get(stance.position.provision) if states else None)


def points_by_id(corpus: Corpus, asked: Paper | Compared | None) -> Mapping[str, Provision]:
    """The points that positions may name, the papers asked for first: each is called what it is called there."""
    papers = () if asked is None else (asked.new, asked.old) if isinstance(asked, Compared) else (asked,)
    holders: dict[str, Mapping[str, Provision]] = {}
    for version in (
        *(paper.version for paper in papers),
        *(version for plan_id in corpus.plan_ids for version in reversed(corpus.versions(plan_id))),
    ):
        for provision_id in version.provisions:
            holders.setdefault(provision_id, version.provisions)
    return _Held(holders)


class _Held(Mapping[str, Provision]):
    """Points by id, each looked up where it stands when it is asked for."""

    def __init__(self, holders: Mapping[str, Mapping[str, Provision]]) -> None:
        self._holders = holders

    def __getitem__(self, provision_id: str) -> Provision:
        return self._holders[provision_id][provision_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._holders)

    def __len__(self) -> int:
        return len(self._holders)


def point_words(position: Position, points: Mapping[str, Provision]) -> str:
    """What the point of a position is called; where no version has it, as the position says, or its id in words."""
    point = points.get(position.provision)
    return (
        provision_label(point)
        if point is not None
        else one_line(position.label or position.provision.replace("-", " "))
    )
