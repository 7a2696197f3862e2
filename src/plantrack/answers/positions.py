"""The answer to `positions`: who wants what, since when and by which words, and how a paper stands to it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, NamedTuple

from plantrack.answers.as_of import with_as_of
from plantrack.answers.dates import human_date
from plantrack.answers.forms import Form, Key
from plantrack.answers.grounds import passages_of
from plantrack.answers.header import known_words
from plantrack.answers.paper_header import papers_of
from plantrack.answers.positions_words import point_words, points_by_id, reason_of, stance_words, verdict_words
from plantrack.answers.states import lost_words
from plantrack.answers.tree import STRONG, Answer, Block, Heading, Item, Items, Paragraph, Span, plain
from plantrack.answers.witnesses import Teller
from plantrack.catalogue import language, say
from plantrack.corpus import Corpus, Paper
from plantrack.corpus.shaken import lost_its_ground
from plantrack.differences.papers import Compared
from plantrack.model import Evidence, Provision
from plantrack.model.fields import OneOf
from plantrack.plain import one_line
from plantrack.stances import TIMES, ActorStances, Reason, Stance

_TIMES = ("held", "later", "earlier")


def answer_positions(gathered: Sequence[ActorStances], corpus: Corpus, asked: Paper | Compared | None = None) -> Answer:
    """Positions by actor.

    Args:
        gathered: The positions.
        corpus: Where the passages are.
        asked: The paper that the positions are held against, or the two papers.
    """
    points = points_by_id(corpus, asked)
    blocks = (*_head(asked), *position_blocks(gathered, corpus, asked, points))
    return with_as_of(Answer(title=_title(asked), blocks=blocks, language=language()), corpus)


def position_blocks(
    gathered: Sequence[ActorStances],
    corpus: Corpus,
    asked: Paper | Compared | None,
    points: Mapping[str, Provision],
    level: int = 2,
    teller: Teller | None = None,
    *,
    states: bool = True,
) -> Iterator[Block]:
    """Positions by actor, each under a heading of a level.

    Args:
        gathered: The positions.
        corpus: Where the passages are.
        asked: What they are held against.
        points: What the points are called, by id.
        level: The level of the headings.
        teller: Cites what each rests on, in place of the passages themselves.
        states: Name the reported states that a verdict turns on.
    """
    for one in gathered:
        yield Heading(words=(Span(text=one_line(one.name), mark=STRONG),), level=level)
        held = [(time, [stance for stance in one.own if stance.time == time]) for time in _TIMES]
        for time, stances in (*held, ("ascribed", [*one.ascribed])):
            items = tuple(_item(stance, corpus, asked, points, teller, states=states) for stance in stances)
            yield from _block(time, items)


def _title(asked: Paper | Compared | None) -> str:
    if isinstance(asked, Compared):
        return say("positions.title-change", old=asked.old.ref, new=asked.new.ref)
    return say("positions.title-paper", paper=asked.ref) if asked is not None else say("positions.title")


def _head(asked: Paper | Compared | None) -> Iterator[Block]:
    if isinstance(asked, Compared):
        yield from papers_of(asked)
    elif asked is not None:
        about = f"{asked.ref}  {one_line(asked.version.title)}; {known_words(asked.version)}"
        yield Paragraph(words=plain(about))


def _block(time: str, items: tuple[Item, ...]) -> Iterator[Block]:
    if items:
        if time != "held":
            yield Paragraph(words=plain(f"({say(f'positions.{time}')})"), role="intro")
        heads = tuple(say(f"items.{head}") for head in ("date", "kind", "position", "verdict", "who"))
        yield Items(items=items, heads=heads)


def _item(
    stance: Stance,
    corpus: Corpus,
    asked: Paper | Compared | None,
    points: Mapping[str, Provision],
    teller: Teller | None,
    *,
    states: bool,
) -> Item:
    position = stance.position
    reason = reason_of(stance, asked, states=states)
    if teller is not None and isinstance(asked, Compared):
        who = (*plain(teller.who(position.evidence, asked.new)), *teller.cite(position.evidence, asked.new))
    else:
        who = plain("; ".join(passages_of(position.evidence, corpus, date=position.date)))
    lost = plain(lost_words() if lost_its_ground(position.evidence, corpus) else "")
    return Item(
        margin=human_date(position.date),
        name=plain(f"{point_words(position, points)}: {stance_words(position)}"),
        verdict=plain(f"{verdict_words(stance).upper()}: {reason}" if reason else ""),
        says=plain(one_line(position.summary)),
        who=tuple(filter(None, [who, lost])),
    )


class _Held(NamedTuple):
    """A position, and what a version or a change is to it."""

    stance: Stance
    number: str | None
    label: str
    time: Annotated[str, OneOf("time", TIMES)] | None
    """Against the date of the version."""
    reason_in_words: str

    @property
    def reason(self) -> Reason | None:
        """Why."""
        judged = self.stance.standing or self.stance.move
        return judged.reason if judged else None


class _Actor(NamedTuple):
    """An actor, and what it says it wants."""

    actor: str
    name: str
    positions: tuple[_Held, ...]
    """In its own voice."""
    ascribed: tuple[_Held, ...]
    """What others say that it wants; never decides."""


class _Positions(NamedTuple):
    """What actors say they want, and whether a version or a change gives it."""

    on: str | None
    """The version that they are held against."""
    change: tuple[str, str] | None
    """The two versions, OLD and NEW."""
    actors: tuple[_Actor, ...]
    """By the alphabet."""


_REASON = Form(
    "reason", _Held, "kind=reason.kind parts=reason.parts side=reason.side in_each=reason.in_each",
    "words=reason_in_words",
)  # fmt: skip
POSITIONS = Form(
    "positions", _Positions, "on change actors", holds=[Form(
        "actor", _Actor, "actor name positions ascribed", holds=[Form(
            "position", _Held, "id=stance.position.id date=stance.position.date provision=stance.position.provision",
            "number label stance=stance.position.stance summary=stance.position.summary time",
            "verdict=stance.standing.verdict move=stance.move.direction",
            Key("reason", _REASON, lambda one: one if one.reason else None, "Why.", or_null=True),
            "evidence=stance.position.evidence", holds=[Form("evidence", Evidence, "passage stance reason note")],
        )],
    )],
)  # fmt: skip
"""What `positions` gives as JSON."""


def positions_as_data(
    gathered: Sequence[ActorStances], corpus: Corpus, asked: Paper | Compared | None = None
) -> dict[str, Any]:
    """Positions as values by name, in a fixed order; arguments as for the answer."""
    points = points_by_id(corpus, asked)

    def held(stance: Stance) -> _Held:
        point = points.get(stance.position.provision)
        return _Held(
            stance=stance, number=point.number if point is not None else None,
            label=point_words(stance.position, points), reason_in_words=reason_of(stance, asked),
            time=stance.time if asked is not None or stance.time == "ascribed" else None,
        )  # fmt: skip

    actors = [
        _Actor(one.actor, one.name, *(tuple(map(held, each)) for each in (one.own, one.ascribed))) for one in gathered
    ]
    on = asked.ref if isinstance(asked, Paper) else None
    change = (asked.old.ref, asked.new.ref) if isinstance(asked, Compared) else None
    return POSITIONS.answer(_Positions(on=on, change=change, actors=tuple(actors)))
