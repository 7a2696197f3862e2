"""`plantrack new corpus`, `new plan`, `new version` and `new source`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from plantrack.cli.command import group
from plantrack.cli.output import write_answer

if TYPE_CHECKING:
    from plantrack.starting import Started

_NEXT = {
    "corpus": "Next: write into it who can be named; then, in that folder, `plantrack new plan ID`.",
    "plan": "Next: `plantrack new version {name} DATE`; with a text at hand, `plantrack import`.",
    "version": "Next: write its points into the file, then `plantrack check` and `plantrack show {name}`.",
    "source": "Next: write what it says into the file, then let points rest on {name}#PASSAGE, and `plantrack check`.",
}
_CORPUS = click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")


@group("new")
def new_command() -> None:
    """Start a corpus, a plan, a version or a source with a file that passes `check` and explains each field."""


@new_command.command("corpus")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
def corpus_command(folder: Path) -> None:
    """Start a corpus: a folder with plans/ and seeds/, and a file for who can be named.

    \b
    plantrack new corpus lake
    """
    from plantrack.starting import start_corpus

    _tell(start_corpus(folder))


@new_command.command("plan")
@click.argument("plan", metavar="ID")
@click.option("--title", help="As it is printed; made of the id if not given.")
@_CORPUS
def plan_command(plan: str, title: str | None, corpus: Path | None) -> None:
    """Start a plan: plans/ID/plan.yaml. Nothing is overwritten.

    \b
    plantrack new plan lake
    plantrack new plan lake --title "Lake points"
    """
    from plantrack.starting import start_plan

    _tell(start_plan(plan, title=title, corpus=corpus))


@new_command.command("version")
@click.argument("plan")
@click.argument("version")
@click.option("--date", help="The version's date, if its name is none (EDTF).")
@click.option("--title", help="As it is printed; that of the plan if not given.")
@_CORPUS
def version_command(plan: str, version: str, date: str | None, title: str | None, corpus: Path | None) -> None:
    """Start a version of a plan: plans/PLAN/VERSION.yaml. Nothing is overwritten.

    From a document, `plantrack import` writes a fuller one.

    \b
    plantrack new version 28pt 2026-01-15
    plantrack new version 28pt second-draft --date 2026-01
    """
    from plantrack.starting import start_version

    _tell(start_version(plan, version, date=date, title=title, corpus=corpus))


@new_command.command("source")
@click.argument("source", metavar="ID")
@click.option("--title", help="As printed.")
@click.option("--date", help="The day it was published, if the id does not end in it (EDTF).")
@_CORPUS
def source_command(source: str, title: str | None, date: str | None, corpus: Path | None) -> None:
    """Start the record of a source whose text is not at hand: seeds/ID.yaml. Nothing is overwritten.

    With the text at hand, `plantrack source add` writes a fuller one.

    \b
    plantrack new source herald-2031-05-04
    plantrack new source herald-page --title "Talks" --date 2031-05-04
    """
    from plantrack.starting import start_source

    _tell(start_source(source, title=title, date=date, corpus=corpus))


def _tell(started: "Started") -> None:
    lines = [f"new: {file}" if started.is_new else f"is there already, just so: {file}" for file in started.files]
    write_answer("\n".join([*lines, _NEXT[started.kind].format(name=started.name)]) + "\n")
