"""A plan's versions as a Markdown table."""

from plantrack.differences.bounds import points_of
from plantrack.differences.history import History, HistoryStep
from plantrack.reporting.dates import human_date
from plantrack.reporting.history_words import (
    count_step,
    entry_names,
    first_words,
    from_words,
    notes_of,
    provision_names,
)
from plantrack.reporting.markup import escaped

_HEADS = ("Version", "Date", "Comes from", "Certain", "Unopposed", "Contested", "Not reported")


def history_as_markdown(history: History, *, oldest_first: bool = False) -> str:
    """A row a version: what it changed, by how sure that is, and what is not reported."""
    steps = history.steps if oldest_first else history.steps[::-1]
    lines = [f"# {escaped(history.plan.title)}: versions and what they changed", ""]
    lines += [_row(_HEADS), _row(["---"] * len(_HEADS))]
    lines += [_row([escaped(cell) for cell in _cells(step)]) for step in steps]
    lines += ["", "Certain: both texts were seen. Unopposed: reported, and nobody against. Contested: reports differ."]
    lines += ["Not reported is no change: no whole text of that version was seen."]
    for note in notes_of(steps):
        lines += ["", escaped(note)]
    return "\n".join(lines) + "\n"


def _cells(step: HistoryStep) -> list[str]:
    version = step.version
    head = [f"{version.ref} {version.title}", human_date(version.date)]
    if step.compared is None:
        return [*head, first_words(step, points_of(version)), "", "", "", ""]
    count = count_step(step)
    sections = [f"{len(entries)}: {entry_names(entries)}" if entries else "0" for _, entries in count.sections]
    silent = f"{len(count.not_reported)}: {provision_names(count.not_reported)}" if count.not_reported else "0"
    return [*head, from_words(step), *sections, silent]


def _row(cells: "list[str] | tuple[str, ...]") -> str:
    return f"| {' | '.join(cells)} |"
