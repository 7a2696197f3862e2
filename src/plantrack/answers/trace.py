"""The answer to `trace`: one matter through all papers, and under each state the passage that first shows it."""

from collections.abc import Iterator, Mapping

from plantrack.answers.change_words import term_words
from plantrack.answers.dates import human_date
from plantrack.answers.forms import Form, Key
from plantrack.answers.names import provision_label, witness_name
from plantrack.answers.states import STATE_KEYS, lost_words, state_words
from plantrack.answers.tree import CODE, Answer, Block, Branch, Branches, Paragraph, Span, plain
from plantrack.catalogue import language, say
from plantrack.differences.tracing import Trace, TracedState, TracedVersion, said_of
from plantrack.model import Actor, Lineage
from plantrack.model.dates import date_bounds
from plantrack.plain import one_line


def answer_trace(trace: Trace, actors: Mapping[str, Actor]) -> Answer:
    """A branch a paper, the oldest first."""
    points = [state.provision for one in trace.versions for state in one.states]
    named = next((each for each in points if each.label or each.title), points[0] if points else None)
    title = f"{provision_label(named) if named else trace.id}  ({trace.id})"
    blocks: list[Block] = [Paragraph(words=plain(title), on_pages=False)]
    others = ", ".join(each for each in trace.ids if each != trace.id)
    blocks += [Paragraph(words=plain(say("trace.also", ids=others)))] if others else []
    branches = tuple(branch for one in trace.versions for branch in _version(one, actors))
    blocks.append(Branches(branches=branches))
    if trace.plans_without:
        without = say("trace.no-word", plans=", ".join(trace.plans_without))
        blocks.append(Paragraph(words=plain(without)))
    if any(one.presence == "not_reported" for one in trace.versions):
        blocks.append(Paragraph(words=plain(say("trace.not-removed"))))
    return Answer(title=title, blocks=tuple(blocks), language=language())


def _version(one: TracedVersion, actors: Mapping[str, Actor]) -> Iterator[Branch]:
    version, dated = one.version, human_date(one.version.date)
    if one.presence != "stands":
        seen = version.text_basis if one.presence != "absent" else "full_text"
        yield Branch(words=plain(f"{version.ref}  {say(f'trace.{seen}')}"), label=dated)
        return
    yield Branch(words=plain(f"{version.ref}  {one_line(version.title)}"), label=dated)
    for op, origins in one.came_from:
        yield Branch(words=plain(say(f"trace.{op}", points=", ".join(origins))), depth=1)
    if not one.states:
        yield Branch(words=plain(say("trace.spoken-of")), depth=1)
    for state in one.states:
        yield from _state(state, actors)


def _state(traced: TracedState, actors: Mapping[str, Actor]) -> Iterator[Branch]:
    provision, state = traced.provision, traced.state
    said, told = one_line(said_of(provision, state) or ""), state_words(state)
    words = "; ".join(filter(None, [told, said if said != told else ""]))
    number = provision.number
    yield Branch(words=plain(say("show.point", number=number, label=words) if number else words), depth=1)
    if traced.since is not None:
        yield Branch(words=plain(say("trace.as-in", version=traced.since)), depth=2)
    else:
        for term in state.terms.values():
            yield Branch(words=plain(term_words(term, actors)), depth=2)
    if traced.first is None:
        yield Branch(words=plain(say("trace.no-passage")), depth=2)
    else:
        source, passage = traced.first
        place = f", \u00b6{passage.paragraph}" if passage.paragraph is not None else ""
        dated = date_bounds(passage.said or source.issued or "") is not None
        who = f"{witness_name(actors, source, passage)}, {human_date(passage.said or source.issued)}{place}"
        first = "first-shown" if dated and len(state.evidence) > 1 else "shown"
        yield Branch(words=plain(say(f"trace.{first}", who=who)), depth=2)
        yield Branch(words=(Span(text=f"{source.id}#{passage.id}", mark=CODE),), depth=2)
    if traced.lost:
        yield Branch(words=plain(lost_words()), depth=2)


def _lineages(traced: TracedVersion) -> list[Lineage]:
    return [Lineage(op=op, of=of) for op, of in traced.came_from]


TRACE = Form(
    "trace", Trace, "id ids versions plans_without", holds=[Form(
        "version", TracedVersion, "ref=version.ref date=version.date presence",
        Key("came_from", [Form("came_from", Lineage, "op from=of")], _lineages, "What lineage says of it."),
        "states", holds=[Form(
            "state", TracedState, "id=provision.id number=provision.number",
            *STATE_KEYS,
            Key("terms", tuple[str, ...], lambda one: list(one.state.terms), "Keys of its terms."),
            Key("first", str | None, lambda one: f"{one.first[0].id}#{one.first[1].id}" if one.first else None,
                "The earliest passage that shows it, source#passage."),
            "since lost",
        )],
    )],
)  # fmt: skip
"""What `trace` gives as JSON."""
