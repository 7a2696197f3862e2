"""Kills at moments by chance, and writers at once: `python tests/fuzz/kills.py [--kills N] [--rounds N]`.

Every command that writes is run in a process of its own and killed (SIGKILL) somewhere between its start and its end,
half of the times in the last third, where it writes. Then no file is half made, the command typed again exits 0, and
all is as if nothing had happened. After that, four writers at once cite into one point, each round anew: all
are heard. Prints a line a command, and exits 1 at the first loss, with what was lost.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from jobs_that_write import ADD, JOBS, start, state

WRITERS = 4


def begun(words, folder):
    """A process that runs a command in a folder."""
    environment = {**os.environ, "PLANTRACK_CORPUS": str(folder / "corpus")}
    command = [sys.executable, "-m", "plantrack", *words]
    return subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def finished(words, folder):
    """Runs a command to its end, which is a good one."""
    with begun(words, folder) as process:
        _, said = process.communicate()
    assert process.returncode == 0, (words, process.returncode, said.decode()[-500:])


def killed(name, number, chance, top):
    """Kills a command so many times; returns how many were still at work, and how many of these had changed a file."""
    before, words = JOBS[name]
    kept, folder = top / "kept", top / "work"
    start(kept)
    for earlier in before:
        finished(earlier, kept)
    shutil.copytree(kept, folder)
    finished(words, folder)  # once for what the first run alone compiles
    shutil.rmtree(folder)
    shutil.copytree(kept, folder)
    started = time.monotonic()
    finished(words, folder)
    taken = time.monotonic() - started
    old, wanted = state(kept), state(folder)
    at_work = amid = 0
    for _ in range(number):
        shutil.rmtree(folder)
        shutil.copytree(kept, folder)
        with begun(words, folder) as process:
            time.sleep(taken * chance.uniform(chance.choice((0, 0.66)), 1.05))
            process.send_signal(signal.SIGKILL)
        at_work += process.returncode == -signal.SIGKILL
        found = state(folder)
        amid += process.returncode == -signal.SIGKILL and found != old
        assert set(found.items()) <= set(old.items()) | set(wanted.items()), (name, "half a file")
        finished(words, folder)
        assert state(folder) == wanted, (name, "not as it was to be")
    return at_work, amid


def written_at_once(rounds, top):
    """So many rounds of writers at once, each citing other words of one source for one point."""
    start(top)
    finished(ADD, top)
    words = " ".join(f"word{number}" for number in range(2 * rounds * WRITERS))
    (top / "long.txt").write_text(f"Harbour\n\nThe Herald\n\n{words}\n")
    finished(["source", "add", "long.txt", "--id", "long", *ADD[5:]], top)
    for turn in range(rounds):
        firsts = [2 * (turn * WRITERS + writer) for writer in range(WRITERS)]
        writers = [
            begun(["cite", "long", f"word{first} word{first + 1}", "--for", "lake@first#cap"], top) for first in firsts
        ]
        for process in writers:
            _, said = process.communicate()
            assert process.returncode == 0, (turn, said.decode()[-500:])
    paper = (top / "corpus/plans/lake/2031-05-01.yaml").read_text()
    found = paper.count("long#word")
    assert found == rounds * WRITERS, (found, rounds * WRITERS)
    finished(["evidence", "lake@first", "cap"], top)


def main():
    """Kill, then write."""
    parser = argparse.ArgumentParser(description="Kills at moments by chance, and writers at once.")
    parser.add_argument("jobs", nargs="*", metavar="JOB", help=f"of {', '.join(JOBS)}; all without any")
    parser.add_argument("--kills", type=int, default=3, help="of each command")
    parser.add_argument("--rounds", type=int, default=5, help="of four writers")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    print(f"{'command':24} kills  at work  a file changed", flush=True)
    for name in asked.jobs or JOBS:
        with tempfile.TemporaryDirectory() as folder:
            at_work, amid = killed(name, asked.kills, chance, Path(folder))
        print(f"{name:24} {asked.kills:5}  {at_work:7}  {amid:14}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        written_at_once(asked.rounds, Path(folder) / "at-once")
    print(f"{WRITERS} writers, {asked.rounds} rounds: all {WRITERS * asked.rounds} passages are there")


if __name__ == "__main__":
    main()
