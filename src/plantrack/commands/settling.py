"""What a text makes of the reports on it, and what waits for one."""

from pathlib import Path
from typing import TYPE_CHECKING

from plantrack.corpus import find_corpus, resolve
from plantrack.notebooks import shown

if TYPE_CHECKING:
    from plantrack.differences.settling import Settlement
    from plantrack.differences.waiting import Status


def settle(
    text: str, *reports: str, matched: tuple[tuple[str, str], ...] = (), corpus: str | Path | None = None
) -> "Settlement":
    """Score what was reported of a paper by its text: borne out, not borne out, cannot be told.

    Args:
        text: A reference to the paper as it was seen, whole or in part; a document can be one.
        reports: References to the paper as it was known from reports, such as `HEAD~1:hesk`; the earlier versions of
            its plan that are known from reports, if none.
        matched: Pairs of points, of the reports and of the text, that are on the same matter whatever they say.
        corpus: The folder of the corpus.

    Raises:
        PlantrackError: if no text of the paper was seen, and with everything that is wrong with the input.

    Example:
        >>> import plantrack
        >>> found = plantrack.settle("20pt@2025-12-24")
        >>> [one.about for one in found.settled if one.verdict == "not_borne_out"]
        ['no-bid', 'membership']
    """
    from plantrack.answers.settle import answer_settle
    from plantrack.differences.settling import reports_before, settle_reports

    used = find_corpus(corpus)
    paper = resolve(text, used)
    papers = tuple(resolve(report, used) for report in reports) or reports_before(paper)
    made = settle_reports(paper, papers, matched=matched)
    return shown(made, lambda: answer_settle(made))


def status(*, corpus: str | Path | None = None) -> "Status":
    """How old the knowledge of each plan is, and what waits for a source, an address or a text.

    Args:
        corpus: The folder of the corpus.

    Raises:
        PlantrackError: if there is no corpus, or a file of it cannot be read.

    Example:
        >>> import plantrack
        >>> found = plantrack.status()
        >>> [one.where for one in found.waiting if one.kind == "at_odds"]
        ['19pt@2025-11-23', '20pt@2025-12-11', 'reassurance-force@2025-02-20']
    """
    from plantrack.answers.status import answer_status
    from plantrack.differences.waiting import status_of

    made = status_of(find_corpus(corpus))
    return shown(made, lambda: answer_status(made))
