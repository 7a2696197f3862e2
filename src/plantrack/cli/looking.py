"""`plantrack list` and `plantrack show`."""

from pathlib import Path

import click

from plantrack.cli.command import command
from plantrack.cli.output import write_answer, write_problems
from plantrack.corpus import find_corpus, resolve
from plantrack.corpus.lookup import find_provision


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
        write_answer(tree_as_text(every, found.plan_id(plan) if plan else None))
        return
    from plantrack.reporting.listing import list_as_text

    plan_ids = (found.plan_id(plan),) if plan else found.plan_ids
    write_answer(list_as_text((found.plan(plan_id), found.versions(plan_id)) for plan_id in plan_ids))


@command("show")
@click.argument("ref")
@click.argument("provision", required=False)
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
def show_command(ref: str, provision: str | None, corpus: Path | None) -> None:
    """A version, or one point of it with every passage it rests on.

    \b
    plantrack show 28pt
    plantrack show 28pt 6
    plantrack show 19pt ua-armed-forces-cap
    """
    from plantrack.reporting.showing import provision_as_text, version_as_text

    paper = resolve(ref, find_corpus(corpus))
    write_problems(paper.remarks)
    if provision is None:
        write_answer(version_as_text(paper))
    else:
        write_answer(provision_as_text(paper, find_provision(paper, provision)))
