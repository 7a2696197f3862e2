"""`plantrack explain`."""

from pathlib import Path

import click

from plantrack.cli.command import command
from plantrack.cli.language import answer_options, colour_option
from plantrack.cli.output import write_problems, write_rendered
from plantrack.cli.two_papers import compare_as_said, comparing_options
from plantrack.corpus import find_corpus
from plantrack.errors import UsageError


@command("explain")
@click.argument("old", required=False)
@click.argument("new", required=False)
@click.argument("point", required=False)
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@answer_options("markdown", "html", "csv", "docx", "json")
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
        from plantrack.answers.explain import answer_rules, rules_as_data

        write_rendered(form, output, answer_rules, rules_as_data)
        return
    if old is None or new is None:
        found = "no paper" if old is None else f"only {old!r}"
        raise UsageError("two papers are needed", found=found, expected="OLD NEW, or --rules")
    from plantrack.differences.explanation import explain_diff

    compared = compare_as_said(old, new, find_corpus(corpus), options)
    for paper in (compared.old, compared.new):
        write_problems(paper.remarks)
    explanation = explain_diff(compared.diff, point)
    from plantrack.answers.explain import EXPLANATION, answer_explanation

    actors = compared.new.corpus.actors
    write_rendered(
        form, output, lambda: answer_explanation(explanation, actors), lambda: EXPLANATION.answer(explanation)
    )
