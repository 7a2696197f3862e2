"""`plantrack list`."""

from pathlib import Path

import click

from plantrack.answers.as_of import as_of_below
from plantrack.cli.command import command
from plantrack.cli.output import write_answer
from plantrack.corpus import find_corpus


@command("list")
@click.argument("plan", required=False)
@click.option("--tree", is_flag=True, help="Draw which version comes from which, across plans.")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
def list_command(plan: str | None, tree: bool, corpus: Path | None) -> None:  # noqa: FBT001 - as click has it
    """The plans of the corpus and their versions.

    \b
    plantrack list
    plantrack list 28pt
    plantrack list --tree
    """
    found = find_corpus(corpus)
    if tree:
        from plantrack.reporting.tree import tree_as_text

        every = ((found.plan(plan_id), found.versions(plan_id)) for plan_id in found.plan_ids)
        write_answer(as_of_below(tree_as_text(every, found.plan_id(plan) if plan else None), found))
        return
    from plantrack.reporting.listing import list_as_text

    plan_ids = (found.plan_id(plan),) if plan else found.plan_ids
    listed = list_as_text((found.plan(plan_id), found.versions(plan_id)) for plan_id in plan_ids)
    write_answer(as_of_below(listed, found))
