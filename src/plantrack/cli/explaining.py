"""`plantrack explain`."""

from pathlib import Path

import click

from plantrack.cli.command import command
from plantrack.cli.output import write_answer, write_problems
from plantrack.corpus import find_corpus, resolve
from plantrack.corpus.lookup import find_provision


@command("explain")
@click.argument("file")
@click.argument("point")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
def explain_command(file: str, point: str, corpus: Path | None) -> None:
    """What was understood of a point of a text, and from which words.

    \b
    plantrack explain leaked.md 6
    plantrack explain leaked.md 10.b
    """
    from plantrack.differences.understanding import explain_provision
    from plantrack.reporting.explained import explained_as_text

    paper = resolve(file, find_corpus(corpus))
    write_problems(paper.remarks)
    provision = find_provision(paper, point)
    write_answer(explained_as_text(provision, explain_provision(paper, provision), paper.corpus.actors))
