"""`plantrack positions`."""

from pathlib import Path

import click

from plantrack.cli.command import command
from plantrack.cli.language import answer_options
from plantrack.cli.output import write_answer, write_problems, write_rendered
from plantrack.corpus import Corpus, Paper, find_corpus, resolve
from plantrack.errors import UsageError
from plantrack.model import Actor
from plantrack.rendering import FORMATS


@command("positions")
@click.argument("actor", required=False)
@click.option("--on", metavar="REF", help="Hold them against a version: met, unmet or undecidable.")
@click.option("--change", nargs=2, metavar="OLD NEW", help="Which way a change moves as to each of them.")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@answer_options(*FORMATS[1:], "json")
def positions_command(
    actor: str | None,
    on: str | None,
    change: tuple[str, str] | None,
    corpus: Path | None,
    form: str,
    output: Path | None,
) -> None:
    """What actors say they want, with the words it rests on; against a version, or a change.

    ACTOR is a name, alias or id; without it all actors are shown, by the alphabet. What others say of an actor stands
    apart, and decides nothing.

    \b
    plantrack positions Russia
    plantrack positions --on 19pt
    plantrack positions Ukraine --change 28pt 19pt
    """
    from plantrack.differences.papers import Compared, compare_papers
    from plantrack.stances import find_actor, positions_of, stances_on_change, stances_on_paper

    if on is not None and change is not None:
        raise UsageError("either against a version or against a change", found="both", expected="--on or --change")
    found = find_corpus(corpus)
    asked_for = find_actor(actor, found.actors) if actor is not None else None
    gathered = positions_of(found, asked_for)
    asked: Paper | Compared | None = None
    if on is not None:
        asked = resolve(on, found)
        gathered = stances_on_paper(asked, gathered)
        write_problems(asked.remarks)
    elif change is not None:
        asked = compare_papers(resolve(change[0], found), resolve(change[1], found))
        gathered = stances_on_change(asked, gathered)
        write_problems((*asked.old.remarks, *asked.new.remarks))
    if not gathered and form != "json":
        write_answer(_nothing(asked_for, found), output)
        return
    from plantrack.answers.positions import answer_positions, positions_as_data

    write_rendered(
        form, output, lambda: answer_positions(gathered, found, asked),
        lambda: positions_as_data(gathered, found, asked),
    )  # fmt: skip


def _nothing(asked_for: Actor | None, corpus: Corpus) -> str:
    """That nobody has said anything; for a person, whose positions its words are recorded under."""
    if asked_for is None:
        return "No position is recorded.\n"
    sides = [corpus.actors[side].name for side in asked_for.of if side in corpus.actors]
    hint = f" What was said for {' and '.join(sides)} stands there." if sides else ""
    return f"No position of {asked_for.name} is recorded.{hint}\n"
