"""`plantrack show`."""

from pathlib import Path

import click

from plantrack.answers.as_of import with_as_of
from plantrack.cli.command import command
from plantrack.cli.language import answer_options
from plantrack.cli.output import write_problems, write_rendered
from plantrack.corpus import find_corpus, resolve
from plantrack.corpus.lookup import find_provision


@command("show")
@click.argument("ref")
@click.argument("provision", required=False)
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@answer_options("markdown", "html", "docx", "json")
def show_command(ref: str, provision: str | None, corpus: Path | None, form: str, output: Path | None) -> None:
    """A version, or one point of it with every passage it rests on.

    \b
    plantrack show 28pt
    plantrack show 28pt 6
    plantrack show 19pt ua-armed-forces-cap
    """
    from plantrack.answers.show import answer_point, answer_version, shown_as_data

    paper = resolve(ref, find_corpus(corpus))
    write_problems(paper.remarks)
    asked = find_provision(paper, provision) if provision is not None else None
    answer = answer_version(paper) if asked is None else answer_point(paper, asked)
    write_rendered(
        form,
        output,
        lambda: answer if paper.local else with_as_of(answer, paper.corpus),
        lambda: shown_as_data(paper, asked),
    )
