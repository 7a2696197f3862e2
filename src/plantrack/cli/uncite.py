"""`plantrack uncite`."""

from pathlib import Path

import click

from plantrack.cli.cite import claim_index, split_point
from plantrack.cli.command import command
from plantrack.cli.output import write_answer
from plantrack.corpus import find_corpus


@command("uncite")
@click.argument("passage")
@click.option("--for", "rests", metavar="PLAN#PROVISION", help="The provision that shall no longer rest on it.")
@click.option("--claim", metavar="LETTER", help="The letter of the reported state.")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
def uncite_command(passage: str, rests: str | None, claim: str | None, corpus: Path | None) -> None:
    """Take a passage off a point, the inverse of cite. What is done already stays as it is.

    It leaves its source's record, too, once nothing rests on it. Without --for a passage on which nothing rests is
    taken out of the record.

    \b
    plantrack uncite newsweek-e3#point-13 --for e3@2025-11-23#russia-in-g8
    """
    from plantrack.citing.removing import uncite

    found = find_corpus(corpus)
    plan, provision = split_point(rests) if rests else (None, None)
    done = uncite(found, passage, plan=plan, provision=provision, claim=claim_index(claim))
    taken = f"{plan}: {done.place} no longer rests on {done.ref}"
    lines = [taken if done.place else f"{rests} does not rest on {done.ref}"] if rests else []
    lines += [f"{one} still rests on it" for one in done.resting]
    lines += [f"{done.ref}: taken out of its record"] if done.removed else []
    lines += [] if done.removed or rests else [f"{done.ref} does not stand in its record"]
    lines += [] if done.removed or done.place else ["nothing was written"]
    write_answer("".join(f"{line}\n" for line in lines))
