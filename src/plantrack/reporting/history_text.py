"""A plan's versions as text, a line each, as `git log --oneline` has it; notes stand below."""

from plantrack.differences.bounds import points_of
from plantrack.differences.history import History, HistoryStep
from plantrack.plain import one_line
from plantrack.reporting.history_words import count_step, counted_words, first_words, from_words, notes_of
from plantrack.reporting.layout import WIDTH, paragraph, shortened
from plantrack.value import evolve


def history_as_text(history: History, *, oldest_first: bool = False, width: int = WIDTH) -> str:
    """A line a version: what it comes from, and what it changed, as much as a line holds.

    Args:
        history: The history.
        oldest_first: The oldest first; else the newest.
        width: Columns of the terminal.
    """
    steps = history.steps if oldest_first else history.steps[::-1]
    column = max((len(step.version.ref) for step in steps), default=0)
    lines = [_line(step, column, width) for step in steps]
    for note in notes_of(steps):
        lines += ["", *paragraph(one_line(note), width=width)]
    return "\n".join(lines or [f"{history.plan.id} has no versions yet."]) + "\n"


def _line(step: HistoryStep, column: int, width: int) -> str:
    head = f"{one_line(step.version.ref):<{column}}  "
    tries = list(_tellings(step))
    fitting = next((words for words in tries if len(head) + len(words) <= width), tries[-1])
    return head + shortened(fitting, max(width - len(head), 10))


def _tellings(step: HistoryStep) -> list[str]:
    """The same in fewer and fewer words."""
    if step.compared is None:
        known = first_words(step, points_of(step.version))
        return [known, known.rpartition("; ")[0] or known]
    count = count_step(step)
    named, counted = counted_words(count, named=True), counted_words(count, named=False)
    of_points = counted_words(evolve(count, beside=()), named=False)
    return [
        f"{from_words(step)}: {named}",
        f"{from_words(step, short=True)}: {named}",
        f"{from_words(step)}: {counted}",
        f"{from_words(step, short=True)}: {counted}",
        f"{from_words(step)}: {of_points}",
        f"{from_words(step, short=True)}: {of_points}",
    ]
