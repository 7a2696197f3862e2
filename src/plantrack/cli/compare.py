"""`plantrack compare`."""

from pathlib import Path

import click

from plantrack.answers.as_of import with_as_of
from plantrack.cli.command import command
from plantrack.cli.language import answer_options
from plantrack.cli.output import watched, write_problems, write_rendered
from plantrack.corpus import find_corpus
from plantrack.progress import watching


@command("compare")
@click.argument("refs", nargs=-1, required=True, metavar="REFS...")
@click.option("--baseline", metavar="REF", help="Hold the others against this one; without it, against the first.")
@click.option("--only-changes", is_flag=True, help="Only provisions that differ or may differ from the baseline.")
@click.option("--topic", "topics", multiple=True, help="Only provisions on this topic.")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@answer_options("markdown", "csv", "html", "docx", "json")
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
    from plantrack.answers.compare import COMPARE, answer_compare
    from plantrack.differences.matrix import asked_papers, compare_versions
    from plantrack.differences.selection import select_rows

    papers, base = asked_papers(refs, baseline, find_corpus(corpus))
    with watching(watched):
        matrix = compare_versions(papers, base)
    matrix = select_rows(matrix, only_changes=only_changes, topics=topics)
    for paper in matrix.versions:
        write_problems(paper.remarks)
    kept = [paper.corpus for paper in matrix.versions if not paper.local]
    answer = answer_compare(matrix)
    write_rendered(
        form, output, lambda: with_as_of(answer, kept[0]) if kept else answer, lambda: COMPARE.answer(matrix)
    )
