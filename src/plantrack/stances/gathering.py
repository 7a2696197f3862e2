"""The positions of the actors of a corpus, and which of them decides."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date as Day  # noqa: N812 - a field is called date

from plantrack.corpus import Corpus, Paper
from plantrack.differences.papers import Compared, understood
from plantrack.errors import UnknownNameError, nearest_name
from plantrack.model import Actor
from plantrack.model.dates import date_bounds, date_order
from plantrack.model.positions import Position
from plantrack.stances.judging import judge
from plantrack.stances.known import KnownPoints, known_points
from plantrack.stances.moving import judge_move
from plantrack.stances.values import ASCRIBED, EARLIER, HELD, LATER, Stance
from plantrack.value import evolve, value

_NEVER_ASKED_FOR = ("outlet", "doc")


@value
class ActorStances:
    """What one actor says it wants, and, apart from it, what others say of it. Each the oldest first."""

    actor: str
    """The id of the actor."""
    name: str
    """The printed name."""
    own: tuple[Stance, ...] = ()
    ascribed: tuple[Stance, ...] = ()


def positions_of(corpus: Corpus, actor: Actor | None = None) -> tuple[ActorStances, ...]:
    """The positions of one actor or of all, by the printed names of the actors. Raises InputError."""
    found: dict[str, list[Position]] = {}
    for file in corpus.positions():
        if actor is None or file.actor == actor.id:
            found.setdefault(file.actor, []).extend(file.positions.values())
    gathered = [_gathered(actor_id, positions, corpus.actors) for actor_id, positions in found.items()]
    return tuple(sorted(gathered, key=lambda one: (one.name.casefold(), one.actor)))


def _gathered(actor_id: str, positions: Sequence[Position], actors: Mapping[str, Actor]) -> ActorStances:
    ordered = sorted(positions, key=lambda position: (date_order(position.date), position.id))
    known = actors.get(actor_id)
    return ActorStances(
        actor=actor_id,
        name=known.name if known is not None else actor_id,
        own=tuple(Stance(actor=actor_id, position=one) for one in ordered if one.voice == "self"),
        ascribed=tuple(
            Stance(actor=actor_id, position=one, time=ASCRIBED) for one in ordered if one.voice == "ascribed"
        ),
    )


def stances_on_paper(
    paper: Paper, gathered: Iterable[ActorStances], known: KnownPoints | None = None
) -> tuple[ActorStances, ...]:
    """Positions against a paper; those that were replaced before it, and ascribed ones, have no verdict.

    Args:
        paper: The paper.
        gathered: The positions, by actor.
        known: The points of all versions of the corpus; gathered if None.
    """
    paper = understood(paper)
    known = known or known_points(paper.corpus)
    return _judged(
        gathered,
        paper.version.date,
        lambda stance: evolve(stance, standing=judge(stance.actor, stance.position, paper, known)),
    )


def stances_on_change(compared: Compared, gathered: Iterable[ActorStances]) -> tuple[ActorStances, ...]:
    """Positions against the change between two papers, those that count at the date of the new one."""
    known = known_points(compared.new.corpus)
    return _judged(
        gathered,
        compared.new.version.date,
        lambda stance: evolve(stance, move=judge_move(stance.actor, stance.position, compared, known)),
    )


def _judged(
    gathered: Iterable[ActorStances], date: str, judged: Callable[[Stance], Stance]
) -> tuple[ActorStances, ...]:
    return tuple(
        evolve(
            one,
            own=tuple(judged(stance) if stance.time != EARLIER else stance for stance in timed_stances(one.own, date)),
        )
        for one in gathered
    )


def timed_stances(stances: Sequence[Stance], date: str) -> tuple[Stance, ...]:
    """Each position with its time to a date: the latest on a point decides, and two of one day both do.

    A position whose date is an interval may have been held from its first day on. Without a date, as in a text read on
    the spot, the latest of all counts.
    """
    bounds = date_bounds(date)
    before = [bounds is None or _first_day(stance) <= bounds[1] for stance in stances]
    latest: dict[str, tuple[Day, Day]] = {}
    for stance, is_before in zip(stances, before, strict=True):
        if is_before:
            day, point = date_order(stance.position.date), stance.position.provision
            latest[point] = max(day, latest.get(point, day))
    return tuple(
        evolve(
            stance,
            time=LATER
            if not is_before
            else HELD
            if date_order(stance.position.date) == latest[stance.position.provision]
            else EARLIER,
        )
        for stance, is_before in zip(stances, before, strict=True)
    )


def _first_day(stance: Stance) -> Day:
    return date_order(stance.position.date)[1]


def find_actor(name: str, actors: Mapping[str, Actor]) -> Actor:
    """An actor by id, name or alias, whatever the case.

    Raises:
        UnknownNameError: with the printed name of the nearest.
    """
    asked = name.casefold()
    spelled: dict[str, Actor] = {}
    for actor in actors.values():
        if actor.kind not in _NEVER_ASKED_FOR:
            for word in (actor.id, actor.name, *actor.aliases):
                spelled.setdefault(word.casefold(), actor)
    if asked in spelled:
        return spelled[asked]
    near = nearest_name(asked, spelled)
    raise UnknownNameError(kind="actor", name=name, near=(spelled[near].name,) if near else ())
