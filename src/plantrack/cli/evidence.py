"""`plantrack evidence`."""

from pathlib import Path

import click

from plantrack.answers.as_of import with_as_of
from plantrack.cli.command import command
from plantrack.cli.language import answer_options
from plantrack.cli.output import write_problems, write_rendered
from plantrack.corpus import find_corpus, resolve
from plantrack.corpus.lookup import find_provision


@command("evidence")
@click.argument("ref")
@click.argument("provision", required=False)
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@click.option("--full", is_flag=True, help="All that is known of each state, in place of twenty lines a point.")
@answer_options("markdown", "html", "docx", "json")
def evidence_command(
    ref: str, provision: str | None, corpus: Path | None, form: str, output: Path | None, *, full: bool
) -> None:
    """Who says what of a version or of one point, from how many origins, and on which passage it hangs.

    Origins are independent: two articles that had it from the same people have one.

    \b
    plantrack evidence 19pt 21.d
    plantrack evidence 19pt donetsk-region-forces
    plantrack evidence 19pt --full
    """
    from plantrack.answers.evidence import answer_evidence, evidence_as_data
    from plantrack.citing.grounds import grounds_of

    paper = resolve(ref, find_corpus(corpus))
    write_problems(paper.remarks)
    asked = (find_provision(paper, provision),) if provision is not None else paper.version.provisions.values()
    found = [grounds_of(paper, each) for each in asked]
    write_rendered(
        form,
        output,
        lambda: with_as_of(answer_evidence(paper, found, brief=not full), paper.corpus),
        lambda: evidence_as_data(paper, found),
    )
