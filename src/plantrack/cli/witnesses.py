"""`plantrack evidence`."""

from pathlib import Path

import click

from plantrack.cli.output import write_answer, write_problems
from plantrack.corpus import find_corpus, resolve
from plantrack.corpus.lookup import find_provision


@click.command("evidence")
@click.argument("ref")
@click.argument("provision", required=False)
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
def evidence_command(ref: str, provision: str | None, corpus: Path | None) -> None:
    """Who says what of a version or of one point, by how many lineages, and on which passage it hangs.

    Lineages are independent origins: two articles that had it from the same people are one.

    \b
    plantrack evidence 19pt 21.d
    plantrack evidence 19pt donetsk-region-forces
    plantrack evidence 19pt
    """
    from plantrack.citing.grounds import grounds_of
    from plantrack.reporting.evidence_text import evidence_as_text

    paper = resolve(ref, find_corpus(corpus))
    write_problems(paper.remarks)
    asked = (find_provision(paper, provision),) if provision is not None else paper.version.provisions.values()
    write_answer(evidence_as_text(paper, [grounds_of(paper, each) for each in asked]))
