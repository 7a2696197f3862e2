"""Where papers stand to what an actor says it wants, gathered by verdict and reason."""

from collections.abc import Mapping, Sequence

from plantrack.answers.positions_words import point_words, reason_of
from plantrack.model import Version
from plantrack.site.contents import Contents
from plantrack.stances import ActorStances, Stance
from plantrack.value import value

_ELSEWHERE = ("no-paper", "other-papers", "own-ids")
"""Reasons that say only that a paper is about other matters."""
_ORDER = ("met", "unmet", "undecidable")


@value
class Verdict:
    """Papers of which the same is said, for the same reason."""

    verdict: str
    reason: str
    versions: tuple[Version, ...]


@value
class HeldPosition:
    """A position, with where each paper stands to it."""

    stance: Stance
    point: str
    """What its point is called."""
    has_page: bool
    """Whether a paper has the point."""
    verdicts: tuple[Verdict, ...] = ()
    elsewhere: int = 0
    """How many papers are about other matters."""


@value
class PaperVerdict:
    """A position against one paper."""

    stance: Stance
    point: str
    verdict: str
    reason: str


def held_positions(contents: Contents, actor: ActorStances) -> tuple[HeldPosition, ...]:
    """The positions of an actor, the oldest first, those that others ascribe to it last."""
    by_position: dict[str, list[tuple[str, Stance]]] = {}
    for ref, gathered in contents.on_papers.items():
        for one in gathered:
            if one.actor == actor.actor:
                for stance in one.own:
                    by_position.setdefault(stance.position.id, []).append((ref, stance))
    return tuple(
        _held(contents, stance, by_position.get(stance.position.id, []) if stance in actor.own else [])
        for stance in (*actor.own, *actor.ascribed)
    )


def _held(contents: Contents, stance: Stance, against: Sequence[tuple[str, Stance]]) -> HeldPosition:
    found: dict[tuple[str, str], list[Version]] = {}
    elsewhere = 0
    for ref, one in against:
        if one.standing is None:
            continue
        if one.standing.reason.kind in _ELSEWHERE:
            elsewhere += 1
            continue
        paper = contents.papers[ref]
        found.setdefault((_verdict(one), reason_of(one, paper)), []).append(paper.version)
    ordered = sorted(found.items(), key=lambda each: _ORDER.index(each[0][0]))
    provision = stance.position.provision
    return HeldPosition(
        stance=stance,
        point=_point(contents, stance),
        has_page=provision in contents.points,
        verdicts=tuple(Verdict(verdict=key[0], reason=key[1], versions=tuple(held)) for key, held in ordered),
        elsewhere=elsewhere,
    )


def _point(contents: Contents, stance: Stance) -> str:
    position = stance.position
    return contents.labels.get(position.provision) or point_words(position, {})


def verdicts_on(contents: Contents, ref: str) -> tuple[Mapping[str, tuple[PaperVerdict, ...]], int]:
    """What is said of one paper, by actor; and how many positions are about other matters."""
    found: dict[str, tuple[PaperVerdict, ...]] = {}
    elsewhere = 0
    for actor in contents.on_papers[ref]:
        shown = []
        for stance in actor.own:
            if stance.standing is None or stance.time == "earlier":
                continue
            if stance.standing.reason.kind in _ELSEWHERE:
                elsewhere += 1
                continue
            shown.append(
                PaperVerdict(
                    stance=stance,
                    point=_point(contents, stance),
                    verdict=_verdict(stance),
                    reason=reason_of(stance, contents.papers[ref]),
                )
            )
        if shown:
            found[actor.actor] = tuple(shown)
    return found, elsewhere


def positions_on(contents: Contents, ids: Sequence[str]) -> tuple[tuple[str, Stance], ...]:
    """The positions on a point under any of its ids, by actor: own words before what others say."""
    return tuple(
        (actor.actor, stance)
        for actor in contents.positions
        for stance in (*actor.own, *actor.ascribed)
        if stance.position.provision in ids
    )


def _verdict(stance: Stance) -> str:
    return stance.standing.verdict if stance.standing is not None else ""
