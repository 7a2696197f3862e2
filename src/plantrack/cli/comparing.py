"""`plantrack diff`."""

import sys
from pathlib import Path

import click

from plantrack.cli.output import write_answer, write_problems
from plantrack.comparison.papers import compare_papers
from plantrack.corpus import find_corpus, resolve
from plantrack.errors import UsageError


@click.command("diff")
@click.argument("old")
@click.argument("new")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file.")
@click.option("--match", "matched", multiple=True, metavar="OLD=NEW", help="Join two points, by number or id.")
@click.option("--no-match", "unmatched", multiple=True, metavar="OLD=NEW", help="Keep two points apart.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 if anything changed.")
def diff_command(
    old: str,
    new: str,
    corpus: Path | None,
    form: str,
    output: Path | None,
    matched: tuple[str, ...],
    unmatched: tuple[str, ...],
    exit_code: bool,
) -> None:
    """What changed from OLD to NEW, who says so, and what is not known."""
    found = find_corpus(corpus)
    compared = compare_papers(
        resolve(old, found), resolve(new, found), matched=_pairs(matched), unmatched=_pairs(unmatched)
    )
    for paper in (compared.old, compared.new):
        write_problems(paper.remarks)
    if form == "json":
        from plantrack.reporting.json_form import diff_as_json

        answer = diff_as_json(compared.diff)
    elif form == "text":
        from plantrack.reporting.text import diff_as_text

        answer = diff_as_text(compared)
    else:
        from plantrack.reporting.markdown import diff_as_markdown

        answer = diff_as_markdown(compared)
    write_answer(answer, output)
    if exit_code and compared.diff.changes:
        sys.exit(1)


def _pairs(written: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    pairs = []
    for pair in written:
        old, equals, new = pair.partition("=")
        if not (old and equals and new):
            raise UsageError("not a pair of points", found=repr(pair), expected="OLD=NEW, such as 14=9")
        pairs.append((old, new))
    return tuple(pairs)
