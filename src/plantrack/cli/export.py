"""`plantrack export`."""

from pathlib import Path

import click

from plantrack.cli.command import command
from plantrack.cli.output import write_pieces
from plantrack.corpus import find_corpus


@command("export")
@click.option(
    "--format",
    "form",
    required=True,
    type=click.Choice(["annotations", "bibtex", "csl", "csv", "json", "sqlite"]),
    help="What docs/reference/exports.md describes.",
)
@click.option("--wide", is_flag=True, help="With csv: a row a version and a column a topic.")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file.")
def export_command(form: str, corpus: Path | None, output: Path | None, *, wide: bool) -> None:
    """The corpus for other programs: annotations, bibliographies, tables, JSON, a database.

    \b
    plantrack export --format csv -o plans.csv
    plantrack export --format csv --wide
    plantrack export --format annotations
    plantrack export --format bibtex -o sources.bib
    plantrack export --format sqlite -o corpus.db
    """
    from plantrack.exporting import export_pieces

    write_pieces(export_pieces(find_corpus(corpus), form, wide=wide), output)
