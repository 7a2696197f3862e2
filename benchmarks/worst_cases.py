"""Texts of the shapes that cost most, each compared by the command with a copy in which one word differs.

`python benchmarks/worst_cases.py [SHAPE ...] [--bytes N]` prints a line a shape: processor seconds at a quarter, half
and all of N bytes (a megabyte), growth of the last step (1.0 is linear, 2.0 quadratic), and the peak of memory. Each
answer is checked: one differing word is told, else the line says WRONG. The floor, `python -c "import attr, yaml"`,
is measured before each shape: where it takes longer than the 0.06 s of a quiet machine, so does all else.

With `--instructions` instructions are counted (with valgrind, which takes fifty times as long: best with
`--bytes 32000`), and growth is that of what comes on top of the start, which every size has.
"""

import argparse
import json
import math
import os
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path

AIM = "at most 10 s and 500 MB at a megabyte, growth at most 1.2"
MOST_SECONDS = 120
COMMAND = [sys.executable, "-m", "plantrack", "diff", "old.md", "new.md", "--format", "json", "-o", "answer.json"]
ROMANS = "i. ii. iii. iv. v. vi. vii. viii. ix. x.".split()


def _roman_list(number: int) -> str:
    return f"{number}. " + " ".join(f"{label} the harbour of Port {number}" for label in ROMANS)


def _inline_list(number: int) -> str:
    return f"{number}. " + " ".join(f"({label}) keep pier {number};" for label in "abcdefghij")


SHAPES: dict[str, Callable[[int], str]] = {
    "short points": lambda number: f"{number}. Arland pays {number} marks.",
    "inline lists": _inline_list,
    "roman lists": _roman_list,
    "footnotes": lambda number: (
        f"{number}. Arland keeps pier {number}.[^{number}]\n\n[^{number}]: See the map of {number}."
    ),
    "entities": lambda number: f"{number}. Arland &amp; Belmark keep pier {number} &amp; its crane.",
    "tables": lambda number: f"| {number} | Arland keeps pier {number} | within {number} days |",
    "equal points": lambda number: f"{number}. Arland shall keep the pier open to all ships.",
    "figures with units": lambda number: (
        f"{number}. Arland delivers {number} kg, {number} km of wire and EUR {number} million in {number} days."
    ),
    "one long point": lambda number: f"Arland shall keep pier {number} open, and Belmark shall pay {number} marks.",
    "bullets": lambda number: f"- Arland keeps pier {number}.",
}
ONE_POINT = "one long point"


def made(shape: str, size: int) -> str:
    """A text of a shape, of about so many bytes."""
    pieces, length = (["| no | duty | time |\n|---|---|---|"] if shape == "tables" else []), 0
    for number in count(1):
        pieces.append(SHAPES[shape](number))
        length += len(pieces[-1]) + 1
        if length >= size:
            break
    between = " " if shape == ONE_POINT else "\n" if shape == "tables" else "\n\n"
    return ("1. " if shape == ONE_POINT else "") + between.join(pieces) + "\n"


def measured(folder: Path, text: str) -> tuple[float, float, str]:
    """Processor seconds, megabytes, and what is wrong with the answer."""
    words = text.split(" ")
    place = len(words) // 2
    changed = " ".join([*words[:place], "forever", *words[place:]])
    (folder / "old.md").write_text(text, encoding="utf-8")
    (folder / "new.md").write_text(changed, encoding="utf-8")
    status, used = _run(COMMAND, folder, limit=MOST_SECONDS)
    seconds = used.ru_utime + used.ru_stime
    if status != 0:
        return seconds, used.ru_maxrss / 1024, f"WRONG: exit {status}"
    told = json.loads((folder / "answer.json").read_text(encoding="utf-8"))["changes"]
    wrong = "" if 1 <= len(told) <= 3 else f"WRONG: {len(told)} changes"
    return seconds, used.ru_maxrss / 1024, wrong


def counted(folder: Path, text: str) -> tuple[float, float, str]:
    """Millions of instructions, in the place of seconds."""
    *_, wrong = measured(folder, text)
    _run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", "--log-file=told", *COMMAND], folder)
    found = re.search(r"Collected : (\d+)", (folder / "told").read_text(encoding="utf-8"))
    return (int(found[1]) / 1e6 if found else math.nan), math.nan, wrong


def floor() -> float:
    """Processor seconds of a start that loads what every command needs."""
    _, used = _run([sys.executable, "-c", "import attr, yaml"], Path.cwd())
    return used.ru_utime + used.ru_stime


def _run(command: list[str], folder: Path, *, limit: int = -1) -> tuple[int, resource.struct_rusage]:
    """The exit status of a command, of whose modules none is compiled anew at each start, and what it used."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def begin() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))

    with subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.DEVNULL, preexec_fn=begin) as run:  # noqa: PLW1509 - one thread
        _, status, used = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
    return run.returncode, used


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Texts of the shapes that cost most.")
    parser.add_argument("shapes", nargs="*", metavar="SHAPE", help=f"of {', '.join(SHAPES)}; all without any")
    parser.add_argument("--bytes", type=int, default=1_000_000, help="the size of the largest text")
    parser.add_argument("--instructions", action="store_true", help="count instructions, with valgrind")
    asked = parser.parse_args()
    print(f"{'shape':20} {'1/4':>7} {'1/2':>7} {'whole':>7}  growth  {'MB':>5}  floor    ({AIM})")
    for shape in asked.shapes or SHAPES:
        beside = floor()
        with tempfile.TemporaryDirectory() as folder:
            measure = counted if asked.instructions else measured
            runs = [measure(Path(folder), made(shape, asked.bytes // part)) for part in (4, 2, 1)]
        cost = [run[0] for run in runs]
        grown = (cost[2] - cost[1]) / (cost[1] - cost[0]) if asked.instructions else cost[2] / cost[1]
        print(
            f"{shape:20} " + " ".join(f"{one:7.2f}" for one in cost),
            f"{math.log2(grown):7.2f}  {runs[2][1]:5.0f}  {beside:5.2f}  {runs[2][2]}",
            flush=True,
        )


if __name__ == "__main__":
    main()
