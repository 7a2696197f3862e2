"""`plantrack status`."""

from pathlib import Path

import click

from plantrack.cli.command import command
from plantrack.cli.language import answer_options
from plantrack.cli.output import write_rendered


@command("status")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@answer_options("markdown", "html", "csv", "docx", "json")
def status_command(corpus: Path | None, form: str, output: Path | None) -> None:
    """Up to when the corpus knows of each plan, and what waits.

    Plans longest without a new page come first. What waits: reports that differ, with the command by which a later
    text settles them; reports of which nobody is known to be the origin; papers of which no text, or a part of it, was
    seen; sources without an address.

    \b
    plantrack status
    plantrack status --format markdown
    """
    from plantrack.answers.as_of import with_as_of
    from plantrack.answers.status import STATUS, answer_status
    from plantrack.commands.settling import status
    from plantrack.corpus import find_corpus

    found = status(corpus=corpus)
    write_rendered(
        form, output, lambda: with_as_of(answer_status(found), find_corpus(corpus)), lambda: STATUS.answer(found)
    )
