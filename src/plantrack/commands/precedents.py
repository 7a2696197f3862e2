"""Where else a clause like this stands."""

from pathlib import Path
from typing import TYPE_CHECKING

from plantrack.corpus import find_corpus, resolve
from plantrack.errors import UsageError

if TYPE_CHECKING:
    from plantrack.surveying.precedents import Precedents


def precedents(
    asked: str,
    *places: str | Path,
    point: str | None = None,
    most: int = 10,
    jobs: int = 1,
    scheduler: str | None = None,
    corpus: str | Path | None = None,
) -> "Precedents":
    """The clauses in a folder of agreements that are likest to one, the likest first.

    Args:
        asked: The words of a clause; or, with `point`, a reference to the paper that has it.
        places: Folders and documents to look in.
        point: A point of that paper by number or id; our summary is taken where its words are not kept.
        most: How many are given.
        jobs: Processes on this machine.
        scheduler: The address of a Dask scheduler instead, whose workers see the same files under the same names.
        corpus: The folder of the corpus, for a reference.

    Raises:
        PlantrackError: if nothing can be asked, or there is no document.

    Example:
        >>> import plantrack
        >>> found = plantrack.precedents("All prisoners shall be released.", "examples/river")
        >>> found.found[0].clause.number, found.clauses
        ('4', 12)
    """
    from plantrack.answers.precedents import answer_precedents
    from plantrack.corpus.lookup import find_provision
    from plantrack.notebooks import shown
    from plantrack.surveying.precedents import find_precedents
    from plantrack.surveying.spreading import workers

    if most < 1:
        raise UsageError("no such number", found=repr(most), expected="1 or more")
    text = asked
    if point is not None:
        provision = find_provision(resolve(asked, find_corpus(corpus)), point)
        text = provision.text or provision.summary or ""
    with workers(jobs=jobs, scheduler=scheduler) as found:
        made = find_precedents(text, places, found, most=most)
    return shown(made, lambda: answer_precedents(made))
