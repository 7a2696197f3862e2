"""`plantrack list`."""

from pathlib import Path

import click

from plantrack.answers.as_of import with_as_of
from plantrack.cli.command import command
from plantrack.cli.language import answer_options
from plantrack.cli.output import write_rendered
from plantrack.corpus import find_corpus


@command("list")
@click.argument("plan", required=False)
@click.option("--tree", is_flag=True, help="Draw which version comes from which, across plans.")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@answer_options("markdown", "html", "csv", "docx", "json")
def list_command(plan: str | None, corpus: Path | None, form: str, output: Path | None, *, tree: bool) -> None:
    """The plans of the corpus and their versions.

    \b
    plantrack list
    plantrack list 28pt
    plantrack list --tree
    plantrack list --format csv -o papers.csv
    """
    from plantrack.answers.list import LIST, Listed, Listing, answer_family, answer_list

    found = find_corpus(corpus)
    own = found.plan_id(plan) if plan else None
    plan_ids = (own,) if own is not None and not tree else found.plan_ids
    plans = [(found.plan(plan_id), found.versions(plan_id)) for plan_id in plan_ids]

    write_rendered(
        form,
        output,
        lambda: with_as_of(answer_family(plans, own) if tree else answer_list(plans), found),
        lambda: LIST.answer(Listing(tuple(Listed(*each) for each in plans))),
    )
