"""`plantrack explain`."""

from pathlib import Path

import click

from plantrack.cli.output import write_answer, write_problems
from plantrack.corpus import find_corpus, resolve
from plantrack.corpus.lookup import find_provision
from plantrack.errors import UsageError


@click.command("explain")
@click.argument("file")
@click.argument("point")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
def explain_command(file: str, point: str, corpus: Path | None) -> None:
    """What was understood of a point of a text, and from which words.

    FILE is a text with numbered points, or any version whose wording is kept; POINT a number or id.

    \b
    plantrack explain leaked.md 6
    plantrack explain leaked.md 10.b
    """
    from plantrack.extraction import ActorNames, extract
    from plantrack.reporting.explained import explained_as_text

    paper = resolve(file, find_corpus(corpus))
    write_problems(paper.remarks)
    provision = find_provision(paper, point)
    if provision.text is None:
        raise UsageError("no wording of this point is kept", found=repr(point), expected="a point with a text")
    parent = paper.version.provisions.get(provision.parent or "")
    actors = paper.corpus.actors
    extraction = extract(provision.text, ActorNames(tuple(actors.values())), parent=parent.text if parent else None)
    write_answer(explained_as_text(provision, extraction, actors))
