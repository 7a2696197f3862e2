"""`plantrack import`."""

from pathlib import Path

import click

from plantrack.cli.command import command
from plantrack.cli.output import refuse_existing, write_answer, write_problems
from plantrack.corpus import find_corpus


@command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--plan", required=True, help="The plan that the text is a version of.")
@click.option("--version", required=True, help="The name of the version; best its date.")
@click.option("--date", help="The version's date, if its name is none (EDTF).")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a new file.")
@click.option("--force", is_flag=True, help="Replace the file that is there, with all that was curated in it.")
def import_command(
    *, file: Path, plan: str, version: str, date: str | None, corpus: Path | None, output: Path | None, force: bool
) -> None:
    """Write a text with numbered points as a version file, to be curated by hand.

    Ids are proposed from the words; points that an earlier version of the plan's family has get their known ids. A
    file that is there is not replaced.

    \b
    plantrack import leaked.md --plan 28pt --version 2025-12-24
    plantrack import leaked.md --plan 28pt --version 2025-12-24 -o new.yaml
    """
    from plantrack.importing import import_text
    from plantrack.writing.documents import as_yaml

    if not force:
        refuse_existing(output)
    imported = import_text(file, plan=plan, version=version, corpus=find_corpus(corpus), date=date)
    write_problems(imported.remarks)
    write_answer(as_yaml(imported.version), output)
