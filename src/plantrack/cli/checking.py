"""`plantrack check`."""

import sys
from pathlib import Path

import click

from plantrack.cli.command import command
from plantrack.cli.output import write_answer
from plantrack.corpus import find_corpus


@command("check")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@click.option("--texts", type=click.Path(path_type=Path), help="A folder with the articles' texts.")
def check_command(corpus: Path | None, texts: Path | None) -> None:
    """Check every file of the corpus and, with the articles' texts at hand, every passage.

    \b
    plantrack check
    plantrack check --texts ../articles
    """
    from plantrack.checking import check_corpus
    from plantrack.reporting.checked import check_as_text

    found = check_corpus(find_corpus(corpus), texts)
    write_answer(check_as_text(found))
    if found.problems:
        sys.exit(1)
