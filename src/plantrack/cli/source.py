"""`plantrack source add` and `plantrack source set`."""

import sys
from pathlib import Path

import click

from plantrack.cli.command import group
from plantrack.cli.output import write_answer, write_problems
from plantrack.corpus import find_corpus
from plantrack.vocabulary import SOURCE_STATUSES


@group("source")
def source_command() -> None:
    """Add an article or a page, or say what became of it."""


@source_command.command("add")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--id", "source_id", help="What it is to be called; outlet and date if not given.")
@click.option("--title", help="If the first line of the text is not its title.")
@click.option("--outlet", help="Id or name of an outlet in actors.yaml, or any other name.")
@click.option("--date", help="The day it was published (EDTF).")
@click.option("--language", help="A language tag such as en or uk.")
@click.option("--url", help="The page.")
@click.option("--archive", help="An archived copy of the page.")
@click.option("--type", "kind", default="article-newspaper", show_default=True, help="An item type of CSL.")
@click.option("--force", is_flag=True, help="Write a record anew that is there; passages that still stand are kept.")
@click.option("--reanchor", is_flag=True, help="Anchor the passages anew that moved in a text saved again.")
@click.option("--texts", type=click.Path(path_type=Path), help="A folder with the articles' texts.")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
def add_command(file: Path, corpus: Path | None, **options: object) -> None:
    """Write the record of a source from its text.

    FILE is a plain text, a Word, PDF, RTF or OpenDocument file, a saved web page, or - for a pipe.

    Title, day, outlet and language are taken from the text where it says them plainly, and asked for where not. What
    is no part of the article is named, and so are known texts of which it is nearly a copy. Of a web page the article
    is kept, of a PDF the text without heads and feet. Exits with 1 if the record is there and its text changed, and
    nothing was done about it.

    \b
    plantrack source add article.txt --outlet "The Herald" --date 2025-11-27
    plantrack source add article.txt --id herald-2025-11-27 --reanchor
    plantrack source add saved-page.html --outlet "The Herald" --date 2025-11-27
    """
    from plantrack.answers.source_add import added_lines
    from plantrack.citing.sources import Details, add_source, missing_details
    from plantrack.corpus.texts import read_article

    found = find_corpus(corpus)
    names = {"id": "source_id", "type": "kind"}
    fields = ("id", "title", "outlet", "date", "language", "url", "archive", "type")
    details = Details(**{name: options[names.get(name, name)] for name in fields})  # type: ignore[arg-type]
    if sys.stdin is not None and sys.stdin.isatty() and details.id not in found.source_ids:
        guessed, missing = missing_details(read_article(file), details, found)
        asked = {name: click.prompt(name.capitalize(), err=True) for name in missing}
        details = Details(**{name: asked.get(name) or getattr(guessed, name) for name in fields})
    texts = options["texts"] if isinstance(options["texts"], Path) else None
    force, reanchor = bool(options["force"]), bool(options["reanchor"])
    added = add_source(file, found, details, texts=texts, force=force, reanchor=reanchor)
    write_problems(added.noise)
    write_answer("\n".join(added_lines(added)) + "\n")
    if added.state in ("changed", "cut_short"):
        sys.exit(1)


@source_command.command("set")
@click.argument("source_id", metavar="ID")
@click.argument("status", required=False, type=click.Choice(list(SOURCE_STATUSES)))
@click.option("--archive", help="The address of an archived copy.")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
def set_command(source_id: str, status: str | None, archive: str | None, corpus: Path | None) -> None:
    """Note that a source was corrected or withdrawn, or where its archived copy is.

    Says which statements lost their ground by it; so do `check`, `evidence` and every comparison from then on.

    \b
    plantrack source set gb-news-2025-11-26 withdrawn
    plantrack source set gb-news-2025-11-26 --archive https://example.org/copy
    """
    from plantrack.citing.sources import set_status
    from plantrack.corpus.shaken import shaken_problems
    from plantrack.errors import UsageError

    if status is None and archive is None:
        raise UsageError("nothing to set", expected=f"one of {', '.join(SOURCE_STATUSES)}, or --archive")
    source = set_status(find_corpus(corpus), source_id, status, archive=archive)
    lost, weaker = shaken_problems(find_corpus(corpus))
    of_it = [one for one in (*lost, *weaker) if source_id in (one.found or "").split(", ")]
    head = f"{source_id}: {SOURCE_STATUSES[source.status]}" + (f"; archived at {archive}" if archive else "")
    write_answer("\n".join([head, *map(str, of_it)]) + "\n")
