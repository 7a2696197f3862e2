"""`plantrack explain`."""

from pathlib import Path

import click

from plantrack.cli.command import command
from plantrack.cli.language import colour_option, language_option
from plantrack.cli.output import takes_colour, write_answer, write_problems
from plantrack.cli.two_papers import compare_as_said, comparing_options
from plantrack.corpus import find_corpus
from plantrack.errors import UsageError
from plantrack.rendering import rendered


@command("explain")
@click.argument("old", required=False)
@click.argument("new", required=False)
@click.argument("point", required=False)
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown", "html", "json"]), default="text", show_default=True
)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file.")
@language_option
@colour_option
@comparing_options
@click.option("--rules", is_flag=True, help="List the rules instead, each with what it means.")
def explain_command(
    old: str | None,
    new: str | None,
    point: str | None,
    corpus: Path | None,
    form: str,
    output: Path | None,
    **options: object,
) -> None:
    """Every difference between two papers, and what became of it.

    A difference is named by a rule that says what it does, silenced by a rule that shows that both papers say the same,
    or left for you to read, where no rule knows it.

    \b
    plantrack explain old.md new.md
    plantrack explain old.md new.md 3
    plantrack explain old.md new.md outside
    plantrack explain --rules
    """
    if options["rules"]:
        from plantrack.answers.explain import answer_rules
        from plantrack.reporting.explained_json import rules_as_json

        write_answer(rendered(answer_rules(), form) if form != "json" else rules_as_json(), output)
        return
    if old is None or new is None:
        found = "no paper" if old is None else f"only {old!r}"
        raise UsageError("two papers are needed", found=found, expected="OLD NEW, or --rules")
    from plantrack.differences.explanation import explain_diff

    compared = compare_as_said(old, new, find_corpus(corpus), options)
    for paper in (compared.old, compared.new):
        write_problems(paper.remarks)
    explanation = explain_diff(compared.diff, point)
    if form == "json":
        from plantrack.reporting.explained_json import explanation_as_json

        write_answer(explanation_as_json(explanation), output)
    else:
        from plantrack.answers.explain import answer_explanation

        answer = answer_explanation(explanation, compared.new.corpus.actors)
        write_answer(rendered(answer, form, colour=takes_colour(output)), output)
