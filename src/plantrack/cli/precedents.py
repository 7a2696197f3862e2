"""`plantrack precedents`."""

from pathlib import Path

import click

from plantrack.cli.command import command
from plantrack.cli.language import colour_option, language_option
from plantrack.cli.output import takes_colour, write_answer
from plantrack.cli.spreading import spreading_options


@command("precedents")
@click.argument("asked")
@click.argument("places", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--point", help="ASKED is a paper, and this the point of it that is asked about.")
@click.option("--most", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many clauses are shown.")
@spreading_options
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown", "html", "csv", "json"]), default="text",
    show_default=True,
)  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file.")
@language_option
@colour_option
def precedents_command(asked: str, places: tuple[Path, ...], **options: object) -> None:
    """Where else a clause like this stands, in a folder of agreements.

    ASKED is the words of a clause, or a paper with --point. PLACES are folders, with all documents below them, or
    documents. The likest clause comes first, with the words marked that differ; what they do, diff says.

    \b
    plantrack precedents "All prisoners shall be released." examples/river
    plantrack precedents examples/river/old.md --point 4 examples --most 3
    plantrack precedents 28pt --point 6 examples --format json
    """
    from plantrack.commands.precedents import precedents

    form, output = options.pop("form"), options.pop("output")
    found = precedents(asked, *places, **options)  # type: ignore[arg-type]
    if form == "json":
        from plantrack.reporting.precedents_json import precedents_as_json

        write_answer(precedents_as_json(found), output)  # type: ignore[arg-type]
        return
    from plantrack.answers.precedents import answer_precedents
    from plantrack.rendering import rendered

    answer = answer_precedents(found)
    write_answer(rendered(answer, str(form), colour=takes_colour(output)), output)  # type: ignore[arg-type]
