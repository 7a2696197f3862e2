"""`plantrack log`."""

from pathlib import Path

import click

from plantrack.answers.as_of import as_of_below
from plantrack.cli.command import command
from plantrack.cli.output import answer_width, watched, write_answer
from plantrack.corpus import find_corpus


@command("log")
@click.argument("plan")
@click.option("--reverse", is_flag=True, help="The oldest first.")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file.")
def log_command(plan: str, corpus: Path | None, form: str, output: Path | None, *, reverse: bool) -> None:
    """Each version of a plan and what it changed, a line each, the newest first.

    A version is held against the one it comes from, in whatever plan that is. Certain: both texts were seen.
    Unopposed: reported, and nobody against. Contested: reports differ. Not reported: no word of it, which is no change.

    \b
    plantrack log 19pt
    plantrack log reassurance-force --reverse
    """
    from plantrack.differences.history import plan_history

    found = find_corpus(corpus)
    history = plan_history(found.plan_id(plan), found, steps=lambda steps: watched(steps, "comparing"))
    if form == "json":
        from plantrack.reporting.history_json import history_as_json

        answer = history_as_json(history, oldest_first=reverse)
    elif form == "markdown":
        from plantrack.reporting.history_markdown import history_as_markdown

        answer = history_as_markdown(history, oldest_first=reverse)
    else:
        from plantrack.reporting.history_text import history_as_text

        answer = history_as_text(history, oldest_first=reverse, width=answer_width(output))
    write_answer(answer if form == "json" else as_of_below(answer, found, width=answer_width(output)), output)
