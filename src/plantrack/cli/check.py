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
@click.option(
    "--strict", is_flag=True, help="Ask more of records: where, when and in which language a source was seen."
)
@click.option("--reanchor", is_flag=True, help="Write where the passages stand in texts that were saved anew.")
def check_command(corpus: Path | None, texts: Path | None, *, strict: bool, reanchor: bool) -> None:
    """Check every file of the corpus and, with the articles' texts at hand, every passage.

    In a text that was saved anew each passage is looked for again; what still stands there, somewhere, is not wrong.

    \b
    plantrack check
    plantrack check --strict
    plantrack check --texts ../articles
    plantrack check --texts ../articles --reanchor
    """
    from plantrack.checking import check_corpus
    from plantrack.citing.sources import reanchor_sources
    from plantrack.reporting.checked import check_as_text
    from plantrack.reporting.sourced import added_as_text

    anew = reanchor_sources(find_corpus(corpus), texts) if reanchor else ()
    found = check_corpus(find_corpus(corpus), texts, strict=strict)
    write_answer("".join(map(added_as_text, anew)) + check_as_text(found))
    if found.problems:
        sys.exit(1)
