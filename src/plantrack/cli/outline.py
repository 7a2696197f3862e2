"""`plantrack outline`."""

from pathlib import Path
from typing import Any

import click

from plantrack.cli.command import command
from plantrack.cli.language import answer_options
from plantrack.cli.output import write_problems, write_rendered
from plantrack.cli.reading_options import options_for_reading, reading_options


@command("outline")
@click.argument("file")
@reading_options
@click.option("--earlier", is_flag=True, help="Read the text before its tracked changes.")
@click.option("--amends", metavar="BASE", help="Show BASE as FILE changes it.")
@answer_options("markdown", "html", "csv", "docx", "json")
def outline_command(
    *, file: str, earlier: bool, amends: str | None, form: str, output: Path | None, **options: Any
) -> None:
    """How a document was read: its blocks in order, each with its line, what it was taken for and how it begins.

    Every word of the document stands in one of them. Where something was taken for what it is not, say what the points
    are (--as, --points) or what to leave out (--drop); `diff` takes the same options.

    \b
    plantrack outline leaked.md
    plantrack outline leaked.docx --as headings
    plantrack outline draft.txt --points "Commitment (\\d+):" --drop "^DRAFT"
    plantrack outline - < leaked.md
    """
    from plantrack.answers.outline import OUTLINE, answer_outline
    from plantrack.commands.documents import outlined

    document = outlined(file, options_for_reading(options, earlier=earlier), amends=amends)
    write_problems(document.remarks)
    write_rendered(form, output, lambda: answer_outline(document), lambda: OUTLINE.answer(document))
