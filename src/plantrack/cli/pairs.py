"""`plantrack pairs`."""

from pathlib import Path

import click

from plantrack.cli.command import command
from plantrack.cli.output import watched, write_note
from plantrack.cli.spreading import spreading_options
from plantrack.progress import watching


@command("pairs")
@click.argument("corpora", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The file that is written."
)
@click.option(
    "--pairs", "which", type=click.Choice(["related", "all"]), default="related", show_default=True,
    help="Which papers are compared.",
)  # fmt: skip
@spreading_options
def pairs_command(corpora: tuple[Path, ...], **options: object) -> None:
    """Compare the related papers of many corpora, a line of JSON a pair.

    Stopped at any moment, it goes on where it was when it is typed again. The lines are the same, byte for byte,
    whoever does the work.

    \b
    plantrack pairs examples/minsk -o pairs.jsonl
    plantrack pairs examples/minsk examples/hesk --pairs all -o pairs.jsonl
    """
    from plantrack.commands.pairs import pairs

    with watching(watched):
        done = pairs(*corpora, **options)  # type: ignore[arg-type]
    write_note(f"{done.pairs:,} pairs, {done.before:,} of them done before, {done.failed:,} not comparable")
