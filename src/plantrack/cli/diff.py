"""`plantrack diff`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plantrack.cli.command import command
from plantrack.cli.language import answer_options, colour_option
from plantrack.cli.output import watched, write_note, write_problems, write_rendered
from plantrack.cli.two_papers import compare_as_said, comparing_options
from plantrack.corpus import find_corpus
from plantrack.progress import watching

if TYPE_CHECKING:
    from plantrack.answers.tree import Answer
    from plantrack.differences.papers import Compared


@command("diff")
@click.argument("old", required=False)
@click.argument("new", required=False)
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@answer_options("markdown", "html", "csv", "docx", "json")
@click.option("--only", multiple=True, metavar="KIND", help="Only this kind, subject or pattern of changes.")
@click.option("--ignore", multiple=True, metavar="KIND", help="Not this kind, subject or pattern of changes.")
@click.option("--topic", "topics", multiple=True, help="Only changes of points on this topic.")
@click.option("--actor", "actors", multiple=True, help="Only changes that touch what this actor owes or is owed.")
@colour_option
@comparing_options
@click.option("--tracked", metavar="FILE", help="Compare the two texts of a file that tracks changes; no OLD and NEW.")
@click.option("--save", is_flag=True, help="Keep what you say of reading and matching in the file of --decisions.")
@click.option("--brief", is_flag=True, help="Of two texts only the map, and a line a point.")
@click.option("--explain", is_flag=True, help="Add what joined the points of each pair.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 if more changed than numbers and words of one meaning.")
@click.option(
    "--fail-on",
    multiple=True,
    metavar="KIND",
    help="Exit with 1 if there is a change of this kind, subject or pattern, or one that is strengthened, weakened or "
    "unexplained.",
)
@click.option("--allow", metavar="POINTS", help="Exit with 1 if anything changed but these points: 4,7.")
def diff_command(
    old: str | None, new: str | None, corpus: Path | None, form: str, output: Path | None, **options: object
) -> None:
    """What changed from OLD to NEW, who says so, and what is not known.

    OLD and NEW are plans (28pt, the newest version), versions (28pt@2025-11-20, 28pt@first), versions as they were
    known by a date (19pt~2025-11-24) or at a git revision (HEAD~3:28pt), version files, or documents: .md, .txt, .docx,
    .pdf, .html, .rtf, .odt, or - for what is piped in.

    \b
    plantrack diff 28pt 19pt
    plantrack diff old.md new.md
    plantrack diff old.md new.md --brief
    plantrack diff old.docx new.pdf
    plantrack diff old.md new.md --format docx -o redline.docx
    plantrack diff old.md new.md --as comparison
    plantrack diff --tracked draft.docx
    plantrack diff old.md page-one.md --partial new
    plantrack diff 28pt leaked.txt --match 14=9
    plantrack diff old.md new.md --match 3=2 --decisions karsk.yaml --save
    plantrack diff old.md new.md --decisions karsk.yaml
    plantrack diff old.md new.md --fail-on weakened --fail-on unexplained
    plantrack diff old.md new.md --allow 2,4
    plantrack diff 28pt 19pt --only quantity --format json
    plantrack diff 19pt~2025-11-24 19pt
    """
    with watching(watched):
        compared = compare_as_said(old, new, find_corpus(corpus), options, save=bool(options["save"]))
    compared = _selected(compared, options)
    for paper in (compared.old, compared.new):
        write_problems(paper.remarks)
    write_rendered(form, output, lambda: _answer(compared, form, options), lambda: _as_data(compared))
    if _is_no(compared, options):
        sys.exit(1)


def _answer(compared: "Compared", form: str, options: dict[str, object]) -> "Answer":
    from plantrack.answers.diff import answer_for
    from plantrack.answers.matched import matched_blocks
    from plantrack.value import evolve

    answer = answer_for(compared, form, brief=bool(options["brief"]))
    return evolve(answer, blocks=(*answer.blocks, *matched_blocks(compared))) if options["explain"] else answer


def _as_data(compared: "Compared") -> dict[str, object]:
    from plantrack.answers.diff_form import DIFF

    return DIFF.answer(compared.diff)


def _selected(compared: "Compared", options: dict[str, object]) -> "Compared":
    names = ("only", "ignore", "topics", "actors")
    if not any(options[name] for name in names):
        return compared
    from plantrack.differences.selection import Selection, select_changes

    return select_changes(compared, Selection(**{name: options[name] for name in names}))  # type: ignore[arg-type]


def _is_no(compared: "Compared", options: dict[str, object]) -> bool:
    """Whether a gate that was asked for fails; what somebody accepted is told."""
    kinds: tuple[str, ...] = tuple(options["fail_on"])  # type: ignore[arg-type]
    allowed = options["allow"]
    if not (kinds or allowed is not None or options["exit_code"]):
        return False
    from datetime import UTC, datetime

    from plantrack.differences.decisions import load_decisions
    from plantrack.differences.gates import Gate, pass_gate

    gate = Gate(
        kinds=kinds,
        allowed=None if allowed is None else tuple(filter(None, (one.strip() for one in str(allowed).split(",")))),
        loud=bool(options["exit_code"]),
    )
    path = options["decisions"]
    accepted = load_decisions(Path(str(path))).accepted if path is not None and Path(str(path)).exists() else ()
    passed = pass_gate(compared.diff, gate, accepted, today=datetime.now(UTC).date().isoformat())
    for change, one in passed.accepted:
        where = ", ".join(dict.fromkeys(filter(None, (*change.old, *change.new))))
        write_note(f"accepted until {one.until}: {change.kind} of {where or 'the paper'} ({one.reason})")
    for one in passed.expired:
        write_note(
            f"accepted until {one.until}, which is over: {one.kind} of {one.point or 'any point'} ({one.reason})"
        )
    for one in passed.idle:
        write_note(f"accepted, and not there: {one.kind} of {one.point or 'any point'} ({one.reason})")
    return bool(passed.failing)
