"""`plantrack show`."""

from pathlib import Path

import click

from plantrack.answers.as_of import as_of_below
from plantrack.cli.command import command
from plantrack.cli.output import write_answer, write_problems
from plantrack.corpus import find_corpus, resolve
from plantrack.corpus.lookup import find_provision


@command("show")
@click.argument("ref")
@click.argument("provision", required=False)
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
def show_command(ref: str, provision: str | None, corpus: Path | None) -> None:
    """A version, or one point of it with every passage it rests on.

    \b
    plantrack show 28pt
    plantrack show 28pt 6
    plantrack show 19pt ua-armed-forces-cap
    """
    from plantrack.reporting.showing import provision_as_text, version_as_text

    paper = resolve(ref, find_corpus(corpus))
    write_problems(paper.remarks)
    shown = version_as_text(paper) if provision is None else provision_as_text(paper, find_provision(paper, provision))
    write_answer(shown if paper.local else as_of_below(shown, paper.corpus))
