"""`plantrack import`."""

from pathlib import Path
from typing import Any

import click

from plantrack.cli.command import command
from plantrack.cli.output import stands_already, write_answer, write_note, write_problems
from plantrack.cli.reading_options import options_for_reading, reading_options
from plantrack.corpus import find_corpus


@command("import")
@click.argument("file")
@click.option("--plan", required=True, help="The plan that the text is a version of.")
@click.option("--version", required=True, help="The name of the version; best its date.")
@click.option("--date", help="The version's date, if its name is none (EDTF).")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@click.option("--publication", help="How it came out: official, leaked, briefed or reported.")
@click.option("--newest", is_flag=True, help="It may become the newest version of its plan.")
@reading_options
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a new file.")
@click.option("--force", is_flag=True, help="Replace the file that is there, with all that was curated in it.")
def import_command(
    *,
    file: str,
    plan: str,
    version: str,
    date: str | None,
    corpus: Path | None,
    output: Path | None,
    force: bool,
    **options: Any,
) -> None:
    """Write a document as a version file, to be curated by hand.

    Ids are proposed from the words; points that an earlier version of the plan's family surely has get their known
    ids. A file that is there is not replaced. What is left to do is said on the error stream.

    \b
    plantrack import leaked.md --plan 28pt --version 2025-12-24 --newest
    plantrack import leaked.docx --plan 28pt --version 2025-11-19 -o draft.yaml
    """
    from plantrack.importing import import_text
    from plantrack.writing.documents import as_yaml

    imported = import_text(
        file, plan=plan, version=version, corpus=find_corpus(corpus), date=date,
        publication=options["publication"], newest=options["newest"], options=options_for_reading(options),
    )  # fmt: skip
    made = as_yaml(imported.version)
    is_new = force or not stands_already(made, output)
    write_problems(imported.remarks)
    if is_new:
        write_answer(made, output)
    else:
        write_note(f"{output}: is there already, just so; nothing was written")
    for number, step in enumerate(imported.next_steps, 1):
        write_note(f"next {number}. {step}")
