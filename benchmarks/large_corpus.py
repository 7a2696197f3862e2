"""What the commands cost on a corpus of any size: seconds of processor time and the most memory of a process.

    python benchmarks/large_corpus.py [PROVISIONS ...] [--jobs N]

The corpus is invented, with 50 points a version, 10 versions a plan and a source a version. A command that ends with an
error, or a site of which the second build makes pages of other papers, is shown as wrong.
"""

import argparse
import os
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from synthetic_corpus import make_corpus

PLANTRACK = [sys.executable, "-m", "plantrack"]
POINTS, VERSIONS = 50, 10
FORMATS = ("csv", "json", "annotations", "sqlite", "csl", "bibtex")


def measure(name: str, command: list[str], corpus: Path) -> str:
    """Run a command, print what it cost, and give what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.Popen([*PLANTRACK, *command], cwd=corpus, stdout=subprocess.PIPE, text=True)
    printed = run.stdout.read() if run.stdout else ""
    _, status, used = os.wait4(run.pid, 0)
    run.returncode = os.waitstatus_to_exitcode(status)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    remark = "" if run.returncode in (0, 1) else "  WRONG"
    print(f"{name:<34}{seconds:>9.1f} s{used.ru_maxrss / 1024:>8.0f} MB{remark}", flush=True)
    return printed


def build(name: str, site: Path, corpus: Path, jobs: int) -> int:
    """Build the site, and give how many pages were made."""
    options = ["-o", str(site), "--pairs", "related", "--jobs", str(jobs)]
    made = re.search(r"\(([\d,]+) made now\)", measure(name, ["site", "build", *options], corpus))
    return int(made[1].replace(",", "")) if made else 0


def main() -> None:
    """Print the rows of each size."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("provisions", nargs="*", type=int, default=[1_000])
    asked.add_argument("--jobs", type=int, default=1)
    options = asked.parse_args()
    for provisions in options.provisions:
        with tempfile.TemporaryDirectory() as named:
            folder = Path(named)
            os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
            plans = max(provisions // (POINTS * VERSIONS), 1)
            made = make_corpus(folder / "corpus", plans=plans, versions=VERSIONS, points=POINTS)
            print(f"{made.provisions:,} provisions, {made.versions:,} versions, {made.sources:,} sources")
            measure("list, the first time", ["list"], made.folder)
            commands = [["list"], ["timeline"], ["trace", "plan-0-point-0"], ["positions", "North"], ["check"]]
            for command in commands:
                measure(command[0], command, made.folder)
            for form in FORMATS:
                measure(f"export --format {form}", ["export", "--format", form, "-o", str(folder / "out")], made.folder)
            site = folder / "site"
            build(f"site build --jobs {options.jobs}", site, made.folder, options.jobs)
            whole = build("site build, nothing changed", site, made.folder, options.jobs)
            version = made.folder / "plans/plan-0/v1.yaml"
            version.write_text(re.sub(r"value: \d+", "value: 7777", version.read_text(encoding="utf-8"), count=1))
            again = build("site build, a figure changed", site, made.folder, options.jobs)
            print(f"pages made anew: {whole:,}, then {again:,}{'' if again < whole + 3 * POINTS else '  WRONG'}")


if __name__ == "__main__":
    main()
