"""What it costs to look for a clause in very many papers, and to compare all related ones, by one worker or several.

    python benchmarks/many_papers.py [PROVISIONS ...]

One clause is put into one paper in the middle; whoever does the work must find it there first. Of the pairs every
figure that was raised from one version to the next must be told. All must give the same bytes.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from synthetic import make_pair
from synthetic_corpus import make_corpus

import plantrack
from plantrack.answers.precedents import PRECEDENTS

SIZES = (1_000, 10_000, 100_000)
OF_A_PAPER = 50
ASKED = "All prisoners of war and interned civilians shall be released and exchanged within forty days."
SAID = "Within forty days all interned civilians and prisoners of war shall be exchanged and released."


def write_papers(folder: Path, provisions: int) -> str:
    """As many papers as hold so many provisions; the name of the one with the clause."""
    texts = [point["text"] for point in make_pair(min(provisions, 10_000)).old]
    papers = provisions // OF_A_PAPER
    planted = ""
    for paper in range(papers):
        first = paper * OF_A_PAPER
        points = [texts[(first + place * 7) % len(texts)] for place in range(OF_A_PAPER)]
        path = folder / f"{paper:06}.md"
        if paper == papers // 2:
            points[20], planted = SAID, str(path)
        path.write_text("".join(f"{number}. {text}\n\n" for number, text in enumerate(points, 1)), encoding="utf-8")
    return planted


@contextmanager
def cluster() -> Iterator[str]:
    """Two workers of Dask on this machine."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as made:
        yield made.scheduler_address


def compare_pairs(folder: Path, provisions: int) -> None:
    """Print a row for each way to compare the related papers of a corpus of so many provisions."""
    made = make_corpus(folder / "corpus", plans=max(provisions // 500, 1), versions=10, points=50)
    answers = set()
    for name, jobs in (("pairs, one", 1), ("pairs, two", 2)):
        output = folder / f"{jobs}.jsonl"
        start = perf_counter()
        plantrack.pairs(made.folder, output=output, jobs=jobs)
        taken = perf_counter() - start
        lines = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
        steps = [line["diff"]["changes"] for line in lines if _is_step(*line["pair"])]
        told = sum(change["kind"] == "quantity-raised" for changes in steps for change in changes)
        answers.add(output.read_bytes())
        remark = "" if told == made.raised and len(answers) == 1 else f"  WRONG: {told} of {made.raised} figures told"
        print(
            f"{provisions:>10,}  {made.versions:>6,}  {name:<14}{taken:>9.1f}  {len(lines) / taken:>8,.1f}{remark}",
            flush=True,
        )


def _is_step(old: str, new: str) -> bool:
    (old_plan, _, first), (new_plan, _, second) = old.partition("@v"), new.partition("@v")
    return old_plan == new_plan and int(second) == int(first) + 1


def main() -> None:
    """Print a row for each size and each way."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    print(
        f"{os.cpu_count()} cores\n{'provisions':>10}  {'papers':>6}  {'who works':<14}{'seconds':>9}  {'a second':>8}"
    )
    with cluster() as scheduler:
        ways = {"one process": {}, "two processes": {"jobs": 2}, "Dask, two": {"scheduler": scheduler}}
        for size in sizes:
            with tempfile.TemporaryDirectory() as named:
                planted = write_papers(Path(named), size)
                answers = set()
                for name, options in ways.items():
                    start = perf_counter()
                    found = plantrack.precedents(ASKED, named, **options)  # type: ignore[arg-type]
                    taken = perf_counter() - start
                    answers.add(PRECEDENTS.answer(found))
                    right = bool(found.found) and found.found[0].clause.file == planted
                    remark = "" if right and len(answers) == 1 else "  WRONG"
                    papers = size // OF_A_PAPER
                    print(
                        f"{size:>10,}  {papers:>6,}  {name:<14}{taken:>9.1f}  {size / taken:>8,.0f}{remark}", flush=True
                    )
    for size in sizes:
        with tempfile.TemporaryDirectory() as named:
            compare_pairs(Path(named), size)


if __name__ == "__main__":
    main()
