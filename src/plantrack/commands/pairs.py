"""All pairs of related papers of many corpora, compared."""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from plantrack.corpus import Corpus, find_corpus, resolve
from plantrack.errors import InputError, OutputError, PlantrackError, Problem
from plantrack.progress import watched_steps
from plantrack.value import value

SCHEMA = "plantrack-pairs/1"


@value
class PairsCompared:
    """What was written."""

    pairs: int
    """All of them."""
    before: int
    """Those that an earlier run had done."""
    failed: int
    """Those that could not be compared; their lines say why."""


Pair = tuple[str, str, str, str]
"""A corpus, its digest, and two references."""


def pairs(
    *corpora: str | Path,
    output: str | Path,
    which: str = "related",
    jobs: int = 1,
    scheduler: str | None = None,
) -> PairsCompared:
    """Compare the papers of each corpus in pairs and write a line of JSON for each.

    A line holds the corpus and its digest beside what `plantrack diff --format json` prints. The lines stand in one
    order, whoever does the work. A file that is there is gone on with, as long as its lines are those of the same
    corpora; the rest of a line that was cut short is written anew.

    Args:
        corpora: Folders with plans/ and seeds/.
        output: The file.
        which: `related`: papers that come from each other, neighbours in a plan, the first and newest of each; or
            `all`.
        jobs: Processes on this machine.
        scheduler: The address of a Dask scheduler instead, whose workers see the same files under the same names.

    Raises:
        PlantrackError: if a corpus cannot be read, or the file is another's or cannot be written.
    """
    from plantrack.surveying.spreading import workers

    asked = [pair for corpus in corpora for pair in _pairs_of(find_corpus(corpus), which)]
    path = Path(output)
    kept, failed = _kept(path, asked)
    before = len(kept)
    try:
        with path.open("r+b" if path.exists() else "w+b") as file, workers(jobs=jobs, scheduler=scheduler) as found:
            file.truncate(sum(kept))
            file.seek(0, os.SEEK_END)
            for _, line in zip(
                watched_steps(asked[before:], "comparing"), found.each(_line, asked[before:]), strict=True
            ):
                file.write(line)
                file.flush()
                failed += b'"problems":' in line[:_HEAD]
    except OSError as error:
        raise OutputError([Problem(what=(error.strerror or "cannot be written").lower(), file=str(path))]) from None
    return PairsCompared(pairs=len(asked), before=before, failed=failed)


_HEAD = 400
"""Bytes of a line in which its corpus, its papers and its problems stand."""


def _pairs_of(corpus: Corpus, which: str) -> Iterator[Pair]:
    from plantrack.differences.related import chosen_pairs
    from plantrack.differences.tracing import families_of
    from plantrack.model.dates import date_order

    versions = sorted(corpus.readable_versions().values(), key=lambda version: (date_order(version.date), version.ref))
    folder, digest = str(corpus.root or ""), corpus.digest()
    chosen = chosen_pairs(versions, families_of(versions, corpus), which)
    return ((folder, digest, old, new) for old, new in chosen)


def _kept(path: Path, asked: Sequence[Pair]) -> tuple[list[int], int]:
    """The lengths of the lines that are there and whole, and how many of them could not be compared.

    Raises:
        InputError: if they are not the first lines of what is asked.
    """
    if not path.exists():
        return [], 0
    kept, failed = [], 0
    with path.open("rb") as file:
        for place, line in enumerate(file):
            if not line.endswith(b"\n"):
                break
            if place >= len(asked) or not line.startswith(_head(asked[place])):
                what, expected = "lines of other papers are in it", "a new file, or one of an earlier run"
                raise InputError([Problem(what=what, file=str(path), line=place + 1, expected=expected)])
            kept.append(len(line))
            failed += b'"problems":' in line[:_HEAD]
    return kept, failed


def _head(pair: Pair) -> bytes:
    """How a line of a pair begins."""
    corpus, digest, old, new = pair
    form = {"schema": SCHEMA, "corpus": corpus, "digest": digest, "pair": [old, new]}
    return json.dumps(form, ensure_ascii=False).encode()[:-1]


def _line(pair: Pair) -> bytes:
    """One pair, compared. Runs anywhere, so it takes and gives plain values."""
    from plantrack.answers.diff_form import DIFF
    from plantrack.answers.forms import json_value
    from plantrack.differences.papers import compare_papers

    folder, _, old, new = pair
    try:
        corpus = find_corpus(folder)
        told: dict[str, object] = {"diff": DIFF.answer(compare_papers(resolve(old, corpus), resolve(new, corpus)).diff)}
    except PlantrackError as error:
        told = {"problems": [str(problem) for problem in error.problems]}
    body = json.dumps(told, ensure_ascii=False, default=json_value).encode()
    return _head(pair) + b", " + body[1:] + b"\n"
