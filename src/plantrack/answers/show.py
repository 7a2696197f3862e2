"""The answer to `show`: one version with its points, or one point with every passage that it rests on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from plantrack.answers.change_words import term_words
from plantrack.answers.dates import human_date
from plantrack.answers.list import basis_words
from plantrack.answers.names import actor_name, provision_label, witness_name
from plantrack.answers.states import lost_words, state_words
from plantrack.answers.tree import CODE, Answer, Block, Branch, Branches, Paragraph, Span, plain
from plantrack.catalogue import language, named, say
from plantrack.corpus import Corpus, Paper
from plantrack.corpus.shaken import lost_its_ground
from plantrack.differences.bounds import points_of
from plantrack.differences.lost_grounds import lost_sentences, lost_statements
from plantrack.differences.states import letter_of, states_of
from plantrack.model import Actor, Claim, Evidence, Provision, Term, Version
from plantrack.plain import one_line
from plantrack.vocabulary import LINK_KINDS, REASONS, TOPICS
from plantrack.writing.documents import plain as as_in_files


def answer_version(paper: Paper) -> Answer:
    """A version: how it is known, who is party to it, and a branch a point."""
    version = paper.version
    title = f"{paper.ref}: {one_line(version.title)}"
    blocks: list[Block] = [Paragraph(words=plain(title), on_pages=False)]
    blocks += [Paragraph(words=plain(one)) for one in _header(paper)]
    blocks.append(Branches(branches=tuple(_points(paper))))
    return Answer(title=title, blocks=tuple(blocks), language=language())


def _header(paper: Paper) -> Iterator[str]:
    version, points = paper.version, points_of(paper.version)
    count = "" if points is None else say("count.points", count=points)
    if version.claimed_points is not None and any(one.stance == "disputes" for one in version.claimed_points.evidence):
        count += f" ({say('show.disputed')})"
    dated = human_date(version.date) if version.date else ""
    standing = named("word", version.standing, version.standing.replace("_", " "))
    yield ", ".join(filter(None, [dated, standing, basis_words(version), count]))
    yield from _parties(version, paper.corpus.actors)
    for descent in version.derived_from:
        yield say(f"show.{descent.relation}", version=descent.version)
    for companion in version.companions:
        seen = "" if companion.published else f" ({say('show.not-published')})"
        yield f"{say('show.companion')}: {one_line(companion.title)}{seen}"
    yield from lost_sentences("it", lost_statements(version, paper.corpus))


def _parties(version: Version, actors: Mapping[str, Actor]) -> Iterator[str]:
    by_role: dict[str, list[str]] = {}
    for party in version.parties:
        remarks = [one_line(party.notes).rstrip(".")] if party.notes else []
        remarks += [say("show.disputed")] if any(item.stance == "disputes" for item in party.evidence) else []
        shown = f" ({'; '.join(remarks)})" if remarks else ""
        by_role.setdefault(party.role, []).append(actor_name(actors, party.actor) + shown)
    for role, names in sorted(by_role.items()):
        yield f"{say(f'role.{role}')}: {', '.join(dict.fromkeys(names))}"


def _points(paper: Paper) -> Iterator[Branch]:
    for provision in paper.version.provisions.values():
        depth = 0 if provision.parent is None else 1
        said = provision.summary or provision.text or "; ".join(claim.summary or "" for claim in provision.claims)
        label = provision_label(provision)
        text = f"{label}: {said}" if said and (provision.label or provision.title) else said or label
        yield Branch(words=plain(one_line(text)), label=provision.number or "", depth=depth)
        if provision.claims:
            more = f"plantrack show {paper.asked} {provision.id}"
            counted = say("show.states", count=len(provision.claims))
            yield Branch(words=(Span(text=f"{counted}: "), Span(text=more, mark=CODE)), depth=depth + 1)


def answer_point(paper: Paper, provision: Provision) -> Answer:
    """One point with its terms, its reported states, and every passage it rests on."""
    label = provision_label(provision)
    called = say("show.point", number=provision.number, label=label) if provision.number else label
    title = f"{paper.ref}, {called}"
    said = [f"{say('show.id')}: {provision.id}"]
    if provision.topics:
        topics = (named("topic", topic, TOPICS[topic].meaning) for topic in provision.topics)
        said.append(f"{say('show.topics')}: {', '.join(topics)}")
    blocks: list[Block] = [
        Paragraph(words=plain(title), on_pages=False),
        *(Paragraph(words=plain(one)) for one in said),
        *(Paragraph(words=plain(one_line(words)), role="verdict")
          for words in (provision.summary, provision.text) if words),
        Branches(branches=tuple(_below(paper, provision))),
    ]  # fmt: skip
    return Answer(title=title, blocks=tuple(blocks), language=language())


def _below(paper: Paper, provision: Provision) -> Iterator[Branch]:
    """What stands under a point: terms, reported states, evidence, links, a note."""
    states = states_of(paper.version, provision)
    if not provision.claims:
        if (provision.wording, provision.matter, provision.outlook) != ("in_text", "settled", "done"):
            told = state_words(states[0]) if states else say("reported.spoken-of")
            yield Branch(words=plain(told), label=say("show.status"))
        yield from _terms(provision.terms, paper.corpus.actors, depth=0)
    for index, claim in enumerate(provision.claims):
        told = state_words(states[index])
        head = one_line(claim.summary or told)
        yield Branch(words=plain(f"{say('show.state', letter=letter_of(index))}: {head}"))
        yield from [Branch(words=plain(told), depth=1)] if told != head else []
        yield from _claim(claim, paper)
    if provision.evidence:
        yield Branch(words=plain(say("show.evidence")))
        yield from _evidence(provision.evidence, paper.corpus)
    for link in provision.links:
        yield Branch(words=plain(named("tie", link.kind, LINK_KINDS[link.kind].words).format(point=link.to)))
        yield from _evidence(link.evidence, paper.corpus)
    if provision.notes:
        yield Branch(words=plain(f"{say('show.note')}: {one_line(provision.notes)}"))


def _claim(claim: Claim, paper: Paper) -> Iterator[Branch]:
    yield from _terms(claim.terms, paper.corpus.actors, depth=1)
    yield from _evidence(claim.evidence, paper.corpus)


def _terms(terms: Mapping[str, Term], actors: Mapping[str, Actor], *, depth: int) -> Iterable[Branch]:
    return (
        Branch(words=plain(term_words(term, actors)), label=say("show.term", key=key), depth=depth)
        for key, term in terms.items()
    )


def _evidence(evidence: Sequence[Evidence], corpus: Corpus) -> Iterator[Branch]:
    for item in evidence:
        source, passage = corpus.passage(item.passage)
        stance = say(f"stance.{item.stance}") if item.stance != "supports" else ""
        said_twice = (item.stance, item.reason) == ("qualifies", "partial")
        why = named("reason", item.reason, REASONS[item.reason]) if item.reason and not said_twice else ""
        reason = f" ({why})" if why not in ("", stance) else ""
        where = f", \u00b6{passage.paragraph}" if passage.paragraph is not None else ""
        who = f"{witness_name(corpus.actors, source, passage)}, {human_date(passage.said or source.issued)}"
        yield Branch(words=plain(f"{stance}{': ' if stance else ''}{who}{where}{reason}"), depth=1)
        if passage.says:
            yield Branch(words=plain(one_line(passage.says)), depth=2)
        if passage.quote is not None:
            yield Branch(words=plain(f'"{one_line(passage.quote.exact)}"'), depth=2)
        yield Branch(words=(Span(text=item.passage, mark=CODE),), depth=2)
    if lost_its_ground(tuple(evidence), corpus):
        yield Branch(words=plain(lost_words()), depth=1)


def shown_as_data(paper: Paper, provision: Provision | None) -> dict[str, Any]:
    """A version or a point as values by name, as files hold it.

    Args:
        paper: The paper.
        provision: The point that was asked for; None for the whole version.
    """
    held = as_in_files(paper.version) if provision is None else {"id": provision.id, **as_in_files(provision)}
    kind = "version" if provision is None else "point"
    return {"schema": "plantrack-show/1", "ref": paper.ref, kind: held}
