"""`plantrack compare`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from plantrack.answers.as_of import as_of_below
from plantrack.cli.command import command
from plantrack.cli.output import answer_width, watched, write_answer, write_problems
from plantrack.corpus import find_corpus

if TYPE_CHECKING:
    from plantrack.differences.matrix import Matrix


@command("compare")
@click.argument("refs", nargs=-1, required=True, metavar="REFS...")
@click.option("--baseline", metavar="REF", help="Hold the others against this one; without it, against the first.")
@click.option("--only-changes", is_flag=True, help="Only provisions that differ or may differ from the baseline.")
@click.option("--topic", "topics", multiple=True, help="Only provisions on this topic.")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "csv", "html", "json"]),
    default="text",
    show_default=True,
)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file.")
def compare_command(
    refs: tuple[str, ...],
    baseline: str | None,
    topics: tuple[str, ...],
    corpus: Path | None,
    form: str,
    output: Path | None,
    *,
    only_changes: bool,
) -> None:
    """Provisions by versions: what each paper says of each matter, and which differ from a baseline.

    A version that is known from reports is never shown as lacking what merely nobody reported.

    \b
    plantrack compare 28pt 19pt
    plantrack compare 28pt 19pt reassurance-force --only-changes
    plantrack compare old.md new.md --baseline new.md
    plantrack compare 28pt 19pt --topic territory --format csv -o territory.csv
    """
    from plantrack.differences.matrix import asked_papers, compare_versions
    from plantrack.differences.selection import select_rows

    papers, base = asked_papers(refs, baseline, find_corpus(corpus))
    matrix = compare_versions(papers, base, steps=lambda steps: watched(steps, "comparing"))
    matrix = select_rows(matrix, only_changes=only_changes, topics=topics)
    for paper in matrix.versions:
        write_problems(paper.remarks)
    width = answer_width(output)
    told = _rendered(matrix, form, width)
    kept = [paper for paper in matrix.versions if not paper.local]
    if kept and form in ("text", "markdown"):
        told = as_of_below(told, kept[0].corpus, width=width)
    write_answer(told, output)


def _rendered(matrix: "Matrix", form: str, width: int) -> str:
    if form == "json":
        from plantrack.reporting.matrix_json import matrix_as_json

        return matrix_as_json(matrix)
    if form == "html":
        from plantrack.reporting.matrix_html import matrix_as_html

        return matrix_as_html(matrix)
    if form == "markdown":
        from plantrack.reporting.matrix_markdown import matrix_as_markdown

        return matrix_as_markdown(matrix)
    if form == "csv":
        from plantrack.reporting.matrix_csv import matrix_as_csv

        return matrix_as_csv(matrix)
    from plantrack.reporting.matrix_text import matrix_as_text

    return matrix_as_text(matrix, width=width)
