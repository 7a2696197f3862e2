"""`plantrack log`."""

from pathlib import Path

import click

from plantrack.answers.as_of import with_as_of
from plantrack.cli.command import command
from plantrack.cli.language import answer_options
from plantrack.cli.output import watched, write_rendered
from plantrack.corpus import find_corpus
from plantrack.progress import watching


@command("log")
@click.argument("plan")
@click.option("--reverse", is_flag=True, help="The oldest first.")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@answer_options("markdown", "html", "csv", "docx", "json")
def log_command(plan: str, corpus: Path | None, form: str, output: Path | None, *, reverse: bool) -> None:
    """Each version of a plan and what it changed, a line each, the newest first.

    A version is held against the one it comes from, in whatever plan that is. Certain: both texts were seen.
    Unopposed: reported, and nobody against. Contested: reports differ. Not reported: no word of it, which is no change.

    \b
    plantrack log 19pt
    plantrack log reassurance-force --reverse
    """
    from plantrack.answers.log import answer_log, log_as_data
    from plantrack.differences.history import plan_history

    found = find_corpus(corpus)
    with watching(watched):
        history = plan_history(found.plan_id(plan), found)
    write_rendered(
        form, output, lambda: with_as_of(answer_log(history, oldest_first=reverse), found),
        lambda: log_as_data(history, oldest_first=reverse),
    )  # fmt: skip
