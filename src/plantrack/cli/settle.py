"""`plantrack settle`."""

from pathlib import Path

import click

from plantrack.cli.command import command
from plantrack.cli.language import answer_options
from plantrack.cli.output import write_problems, write_rendered
from plantrack.cli.two_papers import pairs_in


@command("settle")
@click.argument("text")
@click.argument("reports", nargs=-1)
@click.option("--match", "matched", multiple=True, metavar="OLD=NEW", help="Join a reported point and one of the text.")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@answer_options("markdown", "html", "csv", "docx", "json")
def settle_command(
    text: str,
    reports: tuple[str, ...],
    matched: tuple[str, ...],
    corpus: Path | None,
    form: str,
    output: Path | None,
) -> None:
    """Score what was reported of a paper, now that its text is there.

    TEXT is the paper as it was seen, whole or in part; a document can be one. REPORTS are the paper as it was known
    from reports; without them, the earlier versions of the plan that were. Each thing reported is borne out, not borne
    out, or cannot be told, by the same comparison as in diff; then each origin with how often it was right.

    \b
    plantrack settle 20pt@2025-12-24
    plantrack settle draft.docx 19pt
    plantrack settle 20pt --format json
    """
    from plantrack.answers.settle import SETTLE, answer_settle
    from plantrack.commands.settling import settle

    found = settle(text, *reports, matched=pairs_in(matched), corpus=corpus)
    write_problems(remark for paper in (found.text, *found.reports) for remark in paper.remarks)
    write_rendered(form, output, lambda: answer_settle(found), lambda: SETTLE.answer(found))
