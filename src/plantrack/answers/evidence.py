"""The answer to `evidence`: who says what of a point, from how many origins, and on which passage it hangs."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from plantrack.answers.counting import shortened
from plantrack.answers.dates import human_date
from plantrack.answers.forms import Form, Key, within
from plantrack.answers.names import marks_explained, origin_name, provision_label, reach_mark, with_reach, witness_name
from plantrack.answers.states import STATE_KEYS, lost_words, state_words
from plantrack.answers.tree import STRONG, Answer, Block, Branch, Branches, Paragraph, Span, Words, plain, text_of
from plantrack.answers.witnesses import how_sure
from plantrack.catalogue import language, say
from plantrack.citing.grounds import Cited, Ground, Hinge, ProvisionGrounds, sources_read, was_read
from plantrack.corpus import Paper
from plantrack.differences.states import letter_of
from plantrack.lineage import Origin
from plantrack.model import Provision
from plantrack.plain import first_up, one_line

_LINES = 20
"""Of one point in brief, where lines are counted, unless it has more states than fit in these."""
_SUMMARY = 40
"""Characters of what is reported of a state in brief."""


def answer_evidence(paper: Paper, found: Sequence[ProvisionGrounds], *, brief: bool = True) -> Answer:
    """The grounds of points of a paper.

    Args:
        paper: The paper.
        found: What is known of each point.
        brief: What a reader must know before believing it, a paragraph a state; one point in twenty lines.
    """
    read = say("evidence.articles", count=sources_read(paper.corpus))
    title = f"{paper.ref}: {one_line(paper.version.title)}"
    blocks: list[Block]
    if brief and len(found) == 1:
        title = f"{paper.ref}, {point_words(found[0].provision)}"
        branches = tuple(_brief(paper, found[0], depth=0, more=f"{first_up(read)}. {say('evidence.more')}"))
        blocks = [Paragraph(words=plain(title), on_pages=False), Branches(branches=branches, most=_LINES - 2)]
    else:
        tell = _brief if brief else _full
        branches = tuple(
            branch for each in found for branch in (Branch(words=_name(each)), *tell(paper, each, depth=1))
        )
        means = [say("evidence.read-means", articles=read), *marks_explained(text_of(one.words) for one in branches)]
        blocks = [Paragraph(words=plain(title), on_pages=False), Branches(branches=branches)]
        blocks += [Paragraph(words=plain(one)) for one in means]
    return Answer(title=title, blocks=tuple(blocks), language=language())


def _name(found: ProvisionGrounds) -> Words:
    return (Span(text=point_words(found.provision), mark=STRONG),)


def point_words(provision: Provision) -> str:
    """A point by its number and its label; by its id, too, where it has no number."""
    label = provision_label(provision)
    return say("show.point", number=provision.number, label=label) if provision.number else f"{label} ({provision.id})"


def _brief(paper: Paper, found: ProvisionGrounds, *, depth: int, more: str = "") -> Iterator[Branch]:
    for index, ground in enumerate(found.grounds):
        lost = [lost_words()] if ground.is_lost else []
        told = "; ".join([*lost, _ground_words(ground, most=_SUMMARY), *_body(paper, ground)])
        yield Branch(words=plain(told), label=_letter(found, index), depth=depth)
    yield from _after(paper, found, depth, more=more)


def _after(paper: Paper, found: ProvisionGrounds, depth: int, *, more: str = "") -> Iterator[Branch]:
    """What is said of a point and of no state of it, and which states can all hold."""
    if not found.grounds:
        yield Branch(words=plain(say("trace.spoken-of")), depth=depth)
    if found.mentioned_by:
        said = say("evidence.mentioned-by", who=_witnesses(paper, found.mentioned_by))
        yield Branch(words=plain(said), depth=depth)
    if told := " ".join(filter(None, [_what_holds(found.grounds), more])):
        yield Branch(words=plain(told), depth=depth)


def _letter(found: ProvisionGrounds, index: int) -> str:
    return letter_of(found.grounds[index].state.claim or 0) if len(found.grounds) > 1 else ""


def _ground_words(ground: Ground, *, most: int | None = None) -> str:
    """What is reported of a state, and how well that is borne out."""
    state, summary = state_words(ground.state), one_line(ground.summary)
    summary = shortened(summary, most) if most is not None else summary
    head = state if not summary or summary in state else f"{state} ({summary})"
    return f"{head}: {how_sure(ground.witnesses) if ground.cited else say('evidence.none')}"


def _body(paper: Paper, ground: Ground) -> Iterator[str]:
    """Who says so, who says otherwise, and what it hangs on."""
    read, other = _read_words(paper, ground), _elsewhere_words(paper, ground)
    if read:
        yield say("evidence.read", who=read)
    elif ground.cited and sources_read(paper.corpus):
        yield say("evidence.read-nobody")
    if other:
        yield say("evidence.elsewhere", who=other)
    if ground.disputed_by:
        yield say("evidence.disputed-by", who=_witnesses(paper, ground.disputed_by))
    for hinge in ground.hinges:
        source, passage = _hinge_of(ground, hinge)
        place = source.id + (f", \u00b6{passage.paragraph}" if passage.paragraph is not None else "")
        yield say(f"evidence.hangs-{hinge.takes}", place=place)
    for what, sources in _fates(ground):
        yield f"{what}: {', '.join(sources)}"


def _full(paper: Paper, found: ProvisionGrounds, *, depth: int) -> Iterator[Branch]:
    for index, ground in enumerate(found.grounds):
        head = _ground_words(ground)
        head = say("evidence.as", told=head, fact=ground.witnesses.facts[0]) if ground.cited else head
        yield Branch(words=plain(head), label=_letter(found, index), depth=depth)
        details = ((label, words) for label, words in _details(paper, ground) if words)
        yield from (Branch(words=plain(words), label=label, depth=depth + 1) for label, words in details)
        if ground.is_lost:
            yield Branch(words=plain(lost_words()), depth=depth + 1)
    yield from _after(paper, found, depth)


def _details(paper: Paper, ground: Ground) -> Iterator[tuple[str, str]]:
    """What a state rests on, each behind what it is."""
    read, other = _read_words(paper, ground), _elsewhere_words(paper, ground)
    yield say("evidence.read-label"), read
    yield say("evidence.elsewhere-label"), say("evidence.nothing-read", who=other) if other and not read else other
    yield say("evidence.disputed-label"), _witnesses(paper, ground.disputed_by)
    for hinge in ground.hinges:
        source, passage = _hinge_of(ground, hinge)
        place = f", \u00b6{passage.paragraph}" if passage.paragraph is not None else ""
        who = say("evidence.that-one") if len(ground.cited) == 1 else witness_name(paper.corpus.actors, source, passage)
        dated = f"{who}, {human_date(passage.said or source.issued)}{place}"
        yield say("evidence.hangs-label"), f"{dated}: {say(f'evidence.takes-{hinge.takes}')} [{hinge.passage}]"
    yield from ((what, ", ".join(sources)) for what, sources in _fates(ground))


def _fates(ground: Ground) -> list[tuple[str, tuple[str, ...]]]:
    """What became of sources that bear a state out, unless nothing else does."""
    fates = (("withdrawn", ground.withdrawn), ("corrected", ground.corrected))
    return [(say(f"evidence.{what}"), sources) for what, sources in fates if sources and not ground.is_lost]


def _hinge_of(ground: Ground, hinge: Hinge) -> Cited:
    return next(one for one in ground.cited if f"{one[0].id}#{one[1].id}" == hinge.passage)


def _read_words(paper: Paper, ground: Ground) -> str:
    """Who says so in the articles that were read; plainly, where it is one group of people without names."""
    read = [one for one in ground.cited if was_read(one[0])]
    if len(ground.origins_read) == 1 and ground.origins_read[0].kind == "group":
        several = len({source.id for source, _ in read}) > 1
        group = origin_name(paper.corpus.actors, ground.origins_read[0].id)
        printed = ", ".join(dict.fromkeys(_publisher(paper, cited) for cited in read))
        return say("evidence.one-group-several" if several else "evidence.one-group", group=group, printed=printed)
    return _said_by(paper, ground.origins_read, read)


def _elsewhere_words(paper: Paper, ground: Ground) -> str:
    """Who else says so."""
    return _said_by(paper, ground.origins, [one for one in ground.cited if not was_read(one[0])])


def _said_by(paper: Paper, found: Sequence[Origin], cited: Iterable[Cited]) -> str:
    """The witnesses, each with what is known of its origin where that is not a name."""
    kinds = {ref: origin.kind for origin in found for ref in origin.passages}
    notes = {"named": "", "group": f" ({say('evidence.unnamed')})", "unnamed": f" ({say('evidence.nobody-named')})"}
    shown = (
        witness_name(paper.corpus.actors, source, passage) + notes[kinds[f"{source.id}#{passage.id}"]]
        for source, passage in cited
    )
    return "; ".join(dict.fromkeys(shown))


def _publisher(paper: Paper, cited: Cited) -> str:
    """The outlet that printed a passage, with the mark of what the passage reaches."""
    source, passage = cited
    name = origin_name(paper.corpus.actors, source.outlet) if source.outlet else source.container_title or source.id
    guessed = say("who.inferred") if source.origin == "inferred" else ""
    return with_reach(f"{one_line(name)}{guessed}", reach_mark(passage))


def _witnesses(paper: Paper, cited: Iterable[Cited]) -> str:
    """Witnesses by name, each once."""
    return "; ".join(dict.fromkeys(witness_name(paper.corpus.actors, source, passage) for source, passage in cited))


def _what_holds(grounds: Sequence[Ground]) -> str:
    """Which states contradict each other, and which can all hold; nothing where there is but one."""
    if len(grounds) < 2:
        return ""
    letters = [letter_of(index) for index in range(len(grounds))]
    pairs = [(i, j) for i, ground in enumerate(grounds) for j in ground.at_odds if i < j]
    if not pairs:
        return say("evidence.can-all-hold", states=say("and", a=", ".join(letters[:-1]), b=letters[-1]))
    told = "; ".join(say("evidence.or", a=letters[i], b=letters[j]) for i, j in pairs)
    return say("evidence.cannot-both-hold", states=told)


def _passages_read(ground: Ground) -> list[str]:
    return _passages(each for each in ground.cited if was_read(each[0]))


class _Asked(NamedTuple):
    """Who says what of a version, by how many independent origins, and on which passage it hangs."""

    paper: Paper
    provisions: tuple[ProvisionGrounds, ...]
    """In the order of the version."""


def _passages(cited: Iterable[Cited]) -> list[str]:
    return [f"{source.id}#{passage.id}" for source, passage in cited]


EVIDENCE = Form(
    "evidence", _Asked, "ref=paper.ref provisions", holds=[Form(
        "provision", ProvisionGrounds, "id=provision.id number=provision.number states=grounds",
        Key("mentioned_by", tuple[str, ...], lambda one: _passages(one.mentioned_by), "What decides nothing."),
        holds=[Form(
            "state", Ground, *STATE_KEYS, "summary?",
            within("witnesses", "articles outlets lineages credibility facts"),
            "origins origins_read=origins_read.id",
            Key("passages_read", tuple[str, ...], _passages_read,
                "Passages of articles that were read in full."),
            Key("disputed_by", tuple[str, ...], lambda one: _passages(one.disputed_by),
                "Passages that say otherwise of this very state."),
            "hinges at_odds withdrawn corrected lost=is_lost",
            holds=[Form("origin", Origin, "id kind passages"), Form("hinge", Hinge, "passage takes")],
        )],
    )],
)  # fmt: skip
"""What `evidence` gives as JSON."""


def evidence_as_data(paper: Paper, found: Sequence[ProvisionGrounds]) -> dict[str, Any]:
    """Grounds as values by name."""
    return EVIDENCE.answer(_Asked(paper, tuple(found)))
