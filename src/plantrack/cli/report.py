"""`plantrack report`."""

from pathlib import Path

import click

from plantrack.cli.command import command
from plantrack.cli.language import colour_option, language_option
from plantrack.cli.output import answer_width, takes_colour, write_answer, write_problems
from plantrack.corpus import find_corpus, resolve


@command("report")
@click.argument("refs", nargs=-1, required=True, metavar="REFS...")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@click.option(
    "--format", "form", type=click.Choice(["markdown", "html", "docx", "text", "json"]), default="markdown",
    show_default=True,
)  # fmt: skip
@language_option
@colour_option
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

    First both papers, how each is known, and a map of what changed; then each point in the order of the old paper with
    who says so and how sure that is; then what actors want of it, and the sources, with whose words each quotation is.
    Three versions and more are told step by step.

    With --only named and --min-credibility, what is left of the reports may be printed with the name of who says so,
    and a sentence for each says it. Named is a person with a name, or a document that was seen; credibility runs from
    1, the best, to 6. What was seen in both texts always stays.

    --template takes a Jinja template; the page docs/reference/reports.md says what it may use.

    \b
    plantrack report 28pt 19pt
    plantrack report 28pt 19pt --format docx -o report.docx
    plantrack report 28pt 19pt --format html --lang uk -o report.html
    plantrack report 28pt 19pt --only named --min-credibility 2
    plantrack report reassurance-force@first 28pt 19pt
    """
    from plantrack.commands.publishing import made_report

    found = find_corpus(corpus)
    papers = [resolve(ref, found) for ref in refs]
    for paper in papers:
        write_problems(paper.remarks)
    write_answer(
        made_report(papers, form, only=only, min_credibility=min_credibility or 6, template=template,
                    colour=takes_colour(output), width=answer_width(output)),
        output,
    )  # fmt: skip
