"""`plantrack open`."""

from pathlib import Path

import click

from plantrack.cli.command import command
from plantrack.cli.output import write_answer


@command("open")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port; any that is free if not given.")
@click.option("--no-browser", is_flag=True, help="Print the address, and leave the browser alone.")
def open_command(corpus: Path | None, port: int, *, no_browser: bool) -> None:
    """The corpus as a site, with a page that compares any two texts, on this machine alone.

    The pages are served at an address that no other machine reaches, until you press Ctrl-C; nothing stays on the disk.
    The page that compares runs the engine in your browser: no text leaves it.

    \b
    plantrack open
    """
    from plantrack.commands.publishing import open_site

    def ready(address: str) -> None:
        write_answer(f"{address}compare.html  until you press Ctrl-C\n")

    open_site(corpus=corpus, port=port, browser=not no_browser, ready=ready)
