"""`plantrack evidence`."""

from pathlib import Path

import click

from plantrack.answers.as_of import as_of_below
from plantrack.cli.command import command
from plantrack.cli.output import write_answer, write_problems
from plantrack.corpus import find_corpus, resolve
from plantrack.corpus.lookup import find_provision


@command("evidence")
@click.argument("ref")
@click.argument("provision", required=False)
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--full", is_flag=True, help="All that is known of each state, in place of ten lines a point.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file.")
def evidence_command(
    ref: str, provision: str | None, corpus: Path | None, form: str, output: Path | None, *, full: bool
) -> None:
    """Who says what of a version or of one point, by how many lineages, and on which passage it hangs.

    Lineages are independent origins: two articles that had it from the same people are one.

    \b
    plantrack evidence 19pt 21.d
    plantrack evidence 19pt donetsk-region-forces
    plantrack evidence 19pt --full
    """
    from plantrack.citing.grounds import grounds_of
    from plantrack.reporting.evidence_brief import evidence_in_brief
    from plantrack.reporting.evidence_text import evidence_as_text
    from plantrack.reporting.grounds_json import evidence_as_json

    paper = resolve(ref, find_corpus(corpus))
    write_problems(paper.remarks)
    asked = (find_provision(paper, provision),) if provision is not None else paper.version.provisions.values()
    as_text = evidence_as_text if full else evidence_in_brief
    render = evidence_as_json if form == "json" else as_text
    told = render(paper, [grounds_of(paper, each) for each in asked])
    write_answer(told if form == "json" else as_of_below(told, paper.corpus), output)
