"""What stands above papers known from reports: which they are, how each is known, how they stand to each other."""

from collections.abc import Iterator

from plantrack.answers.dates import human_date
from plantrack.answers.header import header_rows
from plantrack.answers.tree import Block, Paragraph, Table, plain
from plantrack.answers.witnesses import Teller
from plantrack.catalogue import say
from plantrack.corpus import Paper
from plantrack.corpus.knowledge import newest_page
from plantrack.differences.papers import Compared
from plantrack.model import Evidence
from plantrack.plain import one_line
from plantrack.value import evolve


def papers_of(compared: Compared, teller: Teller | None = None) -> Iterator[Block]:
    """The papers, how each is known and how they stand to each other."""
    heads = say("diff.paper"), say("diff.paper-title"), say("reported.known")
    yield Table(heads=heads, rows=tuple(tuple(map(plain, row)) for row in header_rows(compared)), bare=True)
    cited = teller.cite(_authorship(compared), compared.new) if teller is not None else ()
    yield Paragraph(words=(*plain("; ".join(_relation(compared)) + "."), *cited))
    if compared.diff.new.text_basis == "reported_only" and compared.diff.clock == "document":
        paper = one_line(compared.new.version.title)
        newest = human_date(newest_page(compared.new.corpus))
        yield Paragraph(words=plain(say("reported.not-seen", paper=paper, date=newest)))
    yield from (Paragraph(words=plain(one_line(note))) for note in compared.diff.notes)
    if compared.left_out:
        yield Paragraph(words=plain(say("diff.left-out-by-selection", count=compared.left_out)))


def _relation(compared: Compared) -> Iterator[str]:
    """How the papers stand to each other, whether anybody signed, and whether authorship is contested."""
    diff, papers = compared.diff, (compared.old, compared.new)
    old, new = (one_line(paper.version.title) for paper in papers)
    if diff.clock == "knowledge":
        yield say("reported.knowledge")
    elif diff.relation == "comparison":
        yield say("diff.rivals")
    elif diff.assumed:
        yield say("diff.taken-for-later", new=new)
    else:
        later, earlier = (new, old) if diff.relation == "revision" else (old, new)
        yield say(f"reported.{diff.descent}", later=later, earlier=earlier)
    if all(paper.version.version for paper in papers):
        if not any(party.role == "signatory" for paper in papers for party in paper.version.parties):
            yield say("reported.no-signature")
        for paper in papers if diff.clock == "document" else papers[1:]:
            if _contested(paper):
                yield say("reported.author", paper=one_line(paper.version.title))


def _contested(paper: Paper) -> list[Evidence]:
    """What is said of who wrote a paper, where reports differ on it."""
    said = [item for party in paper.version.parties if party.role == "author" for item in party.evidence]
    return said if any(item.stance == "disputes" for item in said) else []


def _authorship(compared: Compared) -> Iterator[Evidence]:
    """Each account of who wrote a paper: none of them is the one that the others dispute."""
    papers = (compared.old, compared.new) if compared.diff.clock == "document" else (compared.new,)
    for item in (item for paper in papers for item in _contested(paper)):
        yield evolve(item, stance="supports", reason=None)
