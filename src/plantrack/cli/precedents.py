"""`plantrack precedents`."""

from pathlib import Path

import click

from plantrack.cli.command import command
from plantrack.cli.language import answer_options, colour_option
from plantrack.cli.output import write_rendered
from plantrack.cli.spreading import spreading_options


@command("precedents")
@click.argument("asked")
@click.argument("places", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--point", help="ASKED is a paper, and this the point of it that is asked about.")
@click.option("--most", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many clauses are shown.")
@spreading_options
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@answer_options("markdown", "html", "csv", "docx", "json")
@colour_option
def precedents_command(asked: str, places: tuple[Path, ...], form: str, output: Path | None, **options: object) -> None:
    """Where else a clause like this stands, in a folder of agreements.

    ASKED is the words of a clause, or a paper with --point. PLACES are folders, with all documents below them, or
    documents. The likest clause comes first, with the words marked that differ; what they do, diff says.

    \b
    plantrack precedents "All prisoners shall be released." examples/river
    plantrack precedents examples/river/old.md --point 4 examples --most 3
    plantrack precedents 28pt --point 6 examples --format json
    """
    from plantrack.answers.precedents import PRECEDENTS, answer_precedents
    from plantrack.commands.precedents import precedents

    found = precedents(asked, *places, **options)  # type: ignore[arg-type]
    write_rendered(form, output, lambda: answer_precedents(found), lambda: PRECEDENTS.answer(found))
