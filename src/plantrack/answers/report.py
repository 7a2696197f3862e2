"""The answer to `report`: what changed, who says so and in whose words, what actors want of it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from plantrack.answers.as_of import as_of_words
from plantrack.answers.counting import shortened
from plantrack.answers.demands import Demand, attributions_of, meeting
from plantrack.answers.diff import answer_diff, is_of_two_texts
from plantrack.answers.entries import Entries, Entry, arrange
from plantrack.answers.footnotes import Footnotes
from plantrack.answers.matrix_words import cell_words, row_name
from plantrack.answers.paper_header import papers_of
from plantrack.answers.positions import position_blocks
from plantrack.answers.positions_words import points_by_id
from plantrack.answers.reported import reported_blocks
from plantrack.answers.reported_map import in_old_order, numbers_of
from plantrack.answers.tree import Answer, Block, Heading, Listing, Pair, Paragraph, Table, plain
from plantrack.answers.witnesses import Teller
from plantrack.catalogue import language, say
from plantrack.corpus import Corpus, Paper
from plantrack.differences.matrix import compare_versions
from plantrack.differences.papers import Compared, compare_papers
from plantrack.errors import UsageError
from plantrack.plain import one_line
from plantrack.stances import ActorStances, Stance, positions_of, stances_on_change
from plantrack.value import evolve

_TITLE = 140
"""The most characters of a title."""
_CELL = 160
"""Characters of a cell of the table of all papers."""
_LEAST = 2
"""Versions of a report."""


def answer_report(papers: Sequence[Paper], demand: Demand | None = None) -> Answer:
    """The report on two papers, or on three and more, each against the one before.

    Args:
        papers: The papers in the order in which they are to be compared.
        demand: How well reported statements must be borne out.

    Raises:
        UsageError: if there are fewer than two papers.
        PlantrackError: if evidence names what is not there.
    """
    if len(papers) < _LEAST:
        found = papers[0].asked if papers else "none"
        raise UsageError("a report needs two versions or more", found=found, expected="OLD NEW")
    demand = demand or Demand()
    steps = [compare_papers(old, new) for old, new in pairwise(papers)]
    notes = Footnotes()
    teller = Teller(notes)
    blocks = [*_as_of(papers)]
    if len(steps) > 1 and not demand.is_made:
        blocks += _all_papers(papers)
    for step in steps:
        if len(steps) > 1:
            blocks.append(Heading(words=plain(answer_title(step))))
        blocks += _step(step, teller, demand)
    title = answer_title(steps[0])
    if len(steps) > 1:
        old, new = (one_line(paper.version.title) for paper in (papers[0], papers[-1]))
        title = say("report.title-steps", old=old, new=new)
    return Answer(
        title=shortened(title, _TITLE), blocks=(*blocks, *_how_sure(steps), *_sources(notes)), language=language()
    )


def answer_title(step: Compared) -> str:
    """What a report on two papers says, in a line that names both."""
    old, new = (one_line(paper.version.title) for paper in (step.old, step.new))
    if step.diff.clock == "knowledge":
        return say("report.title-learned", paper=new)
    if step.diff.relation == "comparison":
        return say("diff.title-rivals", old=old, new=new)
    reported = step.diff.new.text_basis == "reported_only"
    return say("report.title-reported" if reported else "diff.title", old=old, new=new)


def _as_of(papers: Sequence[Paper]) -> Iterator[Block]:
    """The day of the newest page of the corpus, and its revision: what is reported holds as of then."""
    if all(paper.local for paper in papers):
        return
    corpus = papers[-1].corpus
    revision = say("report.revision", count=len(corpus.source_ids), digest=corpus.digest())
    yield Paragraph(words=plain(f"{as_of_words(corpus)} {revision}"))
    if any(paper.version.text_basis != "full_text" for paper in papers):
        yield Paragraph(words=plain(say("report.whose")))


def _all_papers(papers: Sequence[Paper]) -> Iterator[Block]:
    """What each paper is known to say of every matter that changed on the way."""
    rows = [
        tuple(plain(shortened(cell, _CELL)) for cell in (row_name(row)[1], *map(cell_words, row.cells)))
        for row in compare_versions(papers).rows
        if row.differs
    ]
    if rows:
        heads = (say("report.matter"), *(one_line(paper.version.title) for paper in papers))
        yield Table(heads=heads, rows=tuple(rows))


def _step(compared: Compared, teller: Teller, demand: Demand) -> Iterator[Block]:
    """What is told of two papers."""
    if is_of_two_texts(compared.diff):
        yield from (block for block in answer_diff(compared).blocks if getattr(block, "role", "") != "as_of")
    else:
        yield from papers_of(compared, None if demand.is_made else teller)
        everything = arrange(compared)
        entries, left = meeting(demand, compared, everything)
        if demand.is_made:
            yield Paragraph(words=plain(demand.words(left, _left_out(everything, entries, compared))))
        # First what stands above the points, as notes are numbered in the order of reading.
        printed = tuple(attributions_of(compared, entries, teller)) if demand.is_made else ()
        blocks = list(reported_blocks(compared, entries, teller, counts=not demand.is_made))
        first = next((place for place, block in enumerate(blocks) if isinstance(block, Pair)), len(blocks))
        yield from blocks[:first]
        if printed:
            yield from (Heading(words=plain(say("report.printed"))), Listing(items=printed))
        if first < len(blocks):
            yield Heading(words=plain(say("diff.points")))
        yield from blocks[first:]
    yield from _positions(compared, teller, demand)


def _how_sure(steps: Sequence[Compared]) -> Iterator[Block]:
    """How it is counted who says so, where anything rests on reports."""
    if any(step.diff.clock == "document" and not is_of_two_texts(step.diff) for step in steps):
        yield Heading(words=plain(say("report.sure")))
        yield Listing(items=tuple(plain(say(f"report.sure-{name}")) for name in ("origins", "digit", "order")))


def _left_out(everything: Entries, kept: Entries, compared: Compared) -> str:
    """The points, and what else, of which nothing is left."""
    left = {name for entry in _all(kept) for name in _named_in(entry)}
    every = (*in_old_order(everything, compared), *everything.beside)
    gone = [entry for entry in every if not left & _named_in(entry)]
    return ", ".join(numbers_of(entry) or one_line(entry.label) for entry in gone)


def _named_in(entry: Entry) -> set[str]:
    """The ids of the points of an entry; its label where it is of none."""
    return {one.id for one in (*entry.old, *entry.new)} or {entry.label}


def _all(entries: Entries) -> tuple[Entry, ...]:
    return (*entries.changed, *entries.unopposed, *entries.at_odds, *entries.compatible, *entries.kept, *entries.beside)


def _positions(compared: Compared, teller: Teller, demand: Demand) -> Iterator[Block]:
    """What actors say themselves that they want of the points of these papers, and which way the change moves."""
    if compared.diff.clock == "knowledge" or compared.new.local or compared.old.local:
        return
    papers = (compared.old, compared.new)
    ids = {one for paper in papers for one in paper.version.provisions}
    plans = {paper.version.plan for paper in papers}
    held: list[ActorStances] = []
    elsewhere = 0
    for actor in stances_on_change(compared, positions_of(compared.new.corpus)):
        borne_out = [_borne_out(stance, compared, demand) for stance in actor.own if stance.time != "earlier"]
        said = [stance for stance in borne_out if stance is not None]
        own = [one for one in said if one.position.provision in ids or one.position.paper in plans]
        elsewhere += len(said) - len(own)
        if own:
            held.append(evolve(actor, own=tuple(own), ascribed=()))
    if held:
        corpus: Corpus = compared.new.corpus
        yield Heading(words=plain(say("report.positions")))
        if elsewhere:
            yield Paragraph(words=plain(say("report.positions-elsewhere", count=elsewhere)))
        points = points_by_id(corpus, compared)
        yield from position_blocks(held, corpus, compared, points, 3, teller, states=not demand.is_made)


def _borne_out(stance: Stance, compared: Compared, demand: Demand) -> Stance | None:
    """A position with only the passages that a demand takes; None where there are none."""
    evidence = demand.of(stance.position.evidence, compared.new)
    return evolve(stance, position=evolve(stance.position, evidence=evidence)) if evidence else None


def _sources(notes: Footnotes) -> Iterable[Block]:
    block = notes.block()
    if not block.notes:
        return []
    return [Heading(words=plain(say("report.sources"))), Paragraph(words=plain(say("report.sources-told"))), block]
