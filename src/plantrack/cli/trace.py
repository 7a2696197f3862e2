"""`plantrack trace`."""

from pathlib import Path

import click

from plantrack.answers.as_of import with_as_of
from plantrack.cli.command import command
from plantrack.cli.language import answer_options
from plantrack.cli.output import write_rendered
from plantrack.corpus import find_corpus, resolve
from plantrack.corpus.lookup import find_provision
from plantrack.errors import UsageError


@command("trace")
@click.argument("provision")
@click.option("--in", "ref", help="The paper whose point is meant, if PROVISION is a number.")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@answer_options("markdown", "html", "docx", "json")
def trace_command(provision: str, ref: str | None, corpus: Path | None, form: str, output: Path | None) -> None:
    """One matter through all papers by date, with the passage that first shows each state.

    PROVISION is an id, or a number together with --in. Where a paper is silent, it says whether its text was seen.

    \b
    plantrack trace ua-armed-forces-cap
    plantrack trace 21.d --in 28pt
    """
    from plantrack.answers.trace import TRACE, answer_trace
    from plantrack.differences.tracing import trace_provision

    found = find_corpus(corpus)
    paper = resolve(ref, found) if ref else None
    if paper is not None and paper.local:
        expected = "PLAN or PLAN@VERSION: no other paper knows the points of a text"
        raise UsageError("not a version of the corpus", found=repr(ref), expected=expected)
    provision_id = find_provision(paper, provision).id if paper else provision
    trace = trace_provision(provision_id, found)
    write_rendered(
        form, output, lambda: with_as_of(answer_trace(trace, found.actors), found), lambda: TRACE.answer(trace)
    )
