"""The answer to `log`: each version of a plan, what it comes from, and what it changed, by how sure that is."""

from collections.abc import Iterator

from plantrack.answers.dates import human_date
from plantrack.answers.history_words import (
    count_step,
    counted_words,
    entry_names,
    first_words,
    from_words,
    notes_of,
    provision_names,
)
from plantrack.answers.tree import Answer, Block, Paragraph, Table, plain
from plantrack.catalogue import language, say
from plantrack.differences.bounds import points_of
from plantrack.differences.history import History, HistoryStep
from plantrack.plain import one_line
from plantrack.value import evolve

_HEADS = ("version", "date", "comes-from", "certain", "unopposed", "contested", "not-reported")


def answer_log(history: History, *, oldest_first: bool = False) -> Answer:
    """A row a version, the newest first."""
    steps = history.steps if oldest_first else history.steps[::-1]
    heads = tuple(say(f"log.{head}") for head in _HEADS)
    rows = tuple(tuple(map(plain, _cells(step))) for step in steps)
    lines = tuple((one_line(step.version.ref), *_tellings(step)) for step in steps)
    blocks: list[Block] = [Table(heads=heads, rows=rows, lines=lines)] if steps else []
    if not steps:
        blocks.append(Paragraph(words=plain(say("log.none", plan=history.plan.id)), role="verdict"))
    blocks += [Paragraph(words=plain(one_line(note))) for note in notes_of(steps)]
    return Answer(title=say("log.title", plan=one_line(history.plan.title)), blocks=tuple(blocks), language=language())


def _cells(step: HistoryStep) -> Iterator[str]:
    version = step.version
    yield one_line(f"{version.ref} {version.title}")
    yield human_date(version.date)
    if step.compared is None:
        yield from (first_words(step, points_of(version)), "", "", "", "")
        return
    count = count_step(step)
    yield from_words(step)
    for _, entries in count.sections:
        yield f"{len(entries)}: {entry_names(entries)}" if entries else "0"
    yield f"{len(count.not_reported)}: {provision_names(count.not_reported)}" if count.not_reported else "0"


def _tellings(step: HistoryStep) -> list[str]:
    """The same on a line, in fewer and fewer words."""
    if step.compared is None:
        known = first_words(step, points_of(step.version))
        return [known, known.rpartition("; ")[0] or known]
    count = count_step(step)
    named, counted = counted_words(count, named=True), counted_words(count, named=False)
    of_points = counted_words(evolve(count, beside=()), named=False)
    long, short = from_words(step), from_words(step, short=True)
    return [f"{lead}: {told}" for told in (named, counted, of_points) for lead in (long, short)]
