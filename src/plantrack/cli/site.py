"""`plantrack site`."""

from pathlib import Path

import click

from plantrack.cli.command import group
from plantrack.cli.language import language_option
from plantrack.cli.output import watched, write_answer
from plantrack.corpus import find_corpus


@group("site")
def site_command() -> None:
    """A corpus as pages that open from a folder and from any web server."""


@site_command.command("build")
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path, file_okay=False), help="The folder to write."
)
@click.option(
    "--pairs", type=click.Choice(["auto", "related", "all"]), default="auto", show_default=True,
    help="Which papers to put side by side.",
)  # fmt: skip
@click.option("--title", help="What the site is called.")
@click.option("--with-engine", is_flag=True, help="Let compare.html compare any two texts, in the reader's browser.")
@click.option("-j", "--jobs", type=click.IntRange(1, 256), help="Processes; of many pages one a core if not given.")
@language_option
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
def build_command(
    output: Path, pairs: str, title: str | None, jobs: int | None, corpus: Path | None, *, with_engine: bool
) -> None:
    """Write the corpus as static pages: papers, points, sources, actors, side by side, matrix, timeline, search.

    The folder must be new, empty, or written by an earlier build; files that others put beside those pages are left
    alone. Up to 25 papers, every pair is put side by side; of more, those that come from each other, neighbours in a
    plan, and the first and newest of each plan. Built again, only pages that would be others are made.

    \b
    plantrack site build -o site
    plantrack site build -o site --pairs all --title "Papers on Minsk"
    plantrack site build -o site --with-engine
    """
    from plantrack.site import build_site

    built = build_site(
        find_corpus(corpus), output, pairs=pairs, title=title, with_engine=with_engine,
        watch=lambda makers: watched(makers, "pages"), jobs=jobs,
    )  # fmt: skip
    first = output / "index.html"
    pairs_made = f"{built.pairs:,} of {built.all_pairs:,} pairs side by side"
    write_answer(f"{built.pages:,} pages ({built.made:,} made now), {pairs_made}: {first}\n")
