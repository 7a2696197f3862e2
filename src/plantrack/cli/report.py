"""`plantrack report`."""

from pathlib import Path

import click

from plantrack.cli.command import command
from plantrack.cli.output import write_answer, write_problems
from plantrack.corpus import find_corpus, resolve
from plantrack.errors import UsageError

_LEAST = 2
"""Versions of a report."""


@command("report")
@click.argument("refs", nargs=-1, required=True, metavar="REFS...")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@click.option("--format", "form", type=click.Choice(["markdown", "html"]), default="markdown", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file.")
@click.option("--only", type=click.Choice(["named"]), help="Of reports, only what a named person or a document says.")
@click.option(
    "--min-credibility",
    type=click.IntRange(1, 6),
    metavar="N",
    help="Of reports, only those of credibility N or better.",
)
@click.option("--template", type=click.Path(path_type=Path, dir_okay=False), help="A Jinja template of your own.")
def report_command(
    refs: tuple[str, ...],
    corpus: Path | None,
    form: str,
    output: Path | None,
    only: str | None,
    min_credibility: int | None,
    template: Path | None,
) -> None:
    """A report for people on what changed between versions: a page to paste, with a footnote for each statement.

    First what changed, in the order of the old paper, with the words that changed marked; then where reports differ,
    what is not known and its bounds, where each actor's positions stand, how sure, and the sources. Three versions
    and more are told step by step.

    With --only named and --min-credibility, what is left of the reports may be printed with the name of who says so,
    and a sentence for each says it. Named is a person with a name, or a document that was seen; credibility runs from
    1, the best, to 6. What was seen in both texts always stays.

    --template takes a Jinja template; the page docs/reference/reports.md says what it may use.

    \b
    plantrack report 28pt 19pt
    plantrack report 28pt 19pt --format html -o report.html
    plantrack report 28pt 19pt --only named --min-credibility 2
    plantrack report reassurance-force@first 28pt 19pt
    """
    from plantrack.publishing import Demand, compose, report_as_markdown

    if len(refs) < _LEAST:
        raise UsageError("a report needs two versions or more", found=refs[0], expected="OLD NEW")
    found = find_corpus(corpus)
    papers = [resolve(ref, found) for ref in refs]
    for paper in papers:
        write_problems(paper.remarks)
    demand = Demand(named=only == "named", credibility=min_credibility or Demand().credibility)
    answer = report_as_markdown(compose(papers, demand), template)
    if form == "html":
        from plantrack.publishing.html import markdown_as_page

        answer = markdown_as_page(answer)
    write_answer(answer, output)
