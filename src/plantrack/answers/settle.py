"""The answer to `settle`: what a text bears out of what was reported of it, and which origins were right."""

from collections.abc import Iterator, Mapping

from plantrack.answers.as_of import with_as_of
from plantrack.answers.change_words import change_words
from plantrack.answers.dates import human_date
from plantrack.answers.diff_form import CHANGE
from plantrack.answers.forms import Form
from plantrack.answers.grounds import grounds_of
from plantrack.answers.header import known_words
from plantrack.answers.names import actor_names, origin_name, provision_label
from plantrack.answers.tree import Answer, Block, Heading, Item, Items, Paragraph, Table, plain
from plantrack.catalogue import language, named, say
from plantrack.corpus import Paper
from plantrack.differences.parts import PARTS
from plantrack.differences.settling import COUNT, GROUNDS, SETTLINGS, Record, Settled, Settlement
from plantrack.model import Actor, Provision
from plantrack.model.dates import date_order
from plantrack.plain import one_line


def answer_settle(found: Settlement) -> Answer:
    """Every thing that was reported, with what became of it; then how often each origin was right."""
    title = say("settle.title", paper=one_line(found.text.version.title))
    answer = Answer(title=title, blocks=tuple(_blocks(found)), language=language())
    return with_as_of(answer, (found.reports or (found.text,))[0].corpus)


def _blocks(found: Settlement) -> Iterator[Block]:
    heads: tuple[str, ...] = (say("diff.paper"), say("diff.paper-title"), say("reported.known"))
    papers = (found.text, *found.reports)
    rows = ((one.ref, one_line(one.version.title), known_words(one.version)) for one in papers)
    yield Table(heads=heads, rows=tuple(tuple(map(plain, row)) for row in rows), bare=True)
    if not found.settled:
        yield Paragraph(words=plain(say("settle.nothing")), role="verdict")
        return
    counts = {name: found.count(name) for name in SETTLINGS}
    yield Paragraph(words=plain(say("settle.verdict", count=len(found.settled), **counts)), role="verdict")
    yield Paragraph(words=plain(say("settle.caution")))
    reports = {one.ref: one for one in found.reports}
    heads = tuple(say(f"items.{head}") for head in ("date", "kind", "what", "verdict", "who"))
    for verdict in SETTLINGS:
        told = [one for one in found.settled if one.verdict == verdict]
        if told:
            yield Heading(words=plain(say(f"settle.{verdict}")))
            yield Items(items=tuple(_item(one, reports[one.report]) for one in told), heads=heads)
    if found.records:
        yield Heading(words=plain(say("settle.origins")))
        heads = (say("settle.origin"), *(say(f"settle.{verdict}") for verdict in SETTLINGS))
        actors = found.reports[0].corpus.actors
        yield Table(heads=heads, rows=tuple(tuple(map(plain, _row(one, actors))) for one in found.records))


def _row(record: Record, actors: Mapping[str, Actor]) -> tuple[str, ...]:
    counts = (getattr(record, verdict) for verdict in SETTLINGS)
    return (origin_name(actors, record.origin), *(str(count) if count else "-" for count in counts))


def _item(one: Settled, report: Paper) -> Item:
    corpus = report.corpus
    who = grounds_of(one.evidence, corpus)
    cited = corpus.passages(one.evidence)
    dates = [date for source, passage in cited if (date := passage.said or source.issued)]
    return Item(
        margin=human_date(min(dates, key=date_order, default=None)),
        name=plain(told_words(one)),
        verdict=plain(ground_words(one, report)),
        says=plain("" if one.about == COUNT else _said(one)),
        who=tuple(map(plain, who)),
    )


def _said(one: Settled) -> str:
    """What was reported, in our words; of a term that is reported to stay, that."""
    claim = one.provision.claims[one.claim] if one.provision is not None and one.claim is not None else None
    kept = claim.unchanged if claim is not None else None
    if kept is not None and (one.about in kept.terms or not kept.terms):
        return say("state.unchanged", version=kept.since)
    return one_line(one.summary)


def told_words(one: Settled) -> str:
    """What was told, in a few words: the point and, of a term, what is done."""
    if one.provision is None:
        return say("count.points", count=int(one.summary))
    about = say(f"settle.{one.about}") if one.about in ("wording", "matter") else _act(one, one.provision)
    return f"{provision_label(one.provision)}, {about}"


def _act(one: Settled, provision: Provision) -> str:
    """What a term says is done; its key where it is only said to stay as it was."""
    terms = provision.terms if one.claim is None else provision.claims[one.claim].terms
    term = terms.get(one.about)
    if term is None:
        return one_line(one.about.replace("-", " "))
    return one_line(term.action if " " in term.action else f"{term.action} {term.object or ''}")


def ground_words(one: Settled, report: Paper) -> str:
    """Why a thing is borne out, is not, or cannot be told."""
    actors = report.corpus.actors
    if one.ground == "differs":
        told = "; ".join(dict.fromkeys(change_words(change, actors) for change in one.changes))
    else:
        told = named("settling", one.ground, GROUNDS[one.ground])
    parts = ", ".join(PARTS[part].words for part in one.parts if part in PARTS)
    told = f"{told}: {parts}" if parts else told
    if one.by:
        told = say("settle.by", told=told, who=actor_names(actors, tuple(dict.fromkeys(one.by))))
    return say("settle.of-reports", told=told) if one.of_reports else told


SETTLE = Form(
    "settle", Settlement, "text=text.ref reports=reports.ref counts settled origins=records",
    holds=[
        Form(
            "settled", Settled, "report provision=provision.id claim about summary verdict ground points changes",
            "parts by of_reports passages=evidence.passage", holds=[CHANGE],
        ),
        Form("record", Record, f"origin {' '.join(SETTLINGS)} passages"),
    ],
)  # fmt: skip
"""What `settle` gives as JSON."""
