"""`plantrack check`."""

import sys
from pathlib import Path

import click

from plantrack.cli.command import command
from plantrack.cli.language import answer_options
from plantrack.cli.output import write_rendered
from plantrack.corpus import find_corpus


@command("check")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@click.option("--texts", type=click.Path(path_type=Path), help="A folder with the articles' texts.")
@click.option(
    "--strict", is_flag=True, help="Ask more of records: where, when and in which language a source was seen."
)
@click.option("--reanchor", is_flag=True, help="Write where the passages stand in texts that were saved anew.")
@answer_options("markdown", "html", "json")
def check_command(
    corpus: Path | None, texts: Path | None, form: str, output: Path | None, *, strict: bool, reanchor: bool
) -> None:
    """Check every file of the corpus and, with the articles' texts at hand, every passage.

    In a text that was saved anew each passage is looked for again; what still stands there, somewhere, is not wrong.

    \b
    plantrack check
    plantrack check --strict
    plantrack check --texts ../articles
    plantrack check --texts ../articles --reanchor
    """
    from plantrack.answers.check import CHECK, answer_check
    from plantrack.answers.source_add import added_lines
    from plantrack.checking import check_corpus
    from plantrack.citing.sources import reanchor_sources

    anew = reanchor_sources(find_corpus(corpus), texts) if reanchor else ()
    found = check_corpus(find_corpus(corpus), texts, strict=strict)
    lines = [line for one in anew for line in added_lines(one)]
    write_rendered(form, output, lambda: answer_check(found, lines), lambda: CHECK.answer(found))
    if found.problems:
        sys.exit(1)
