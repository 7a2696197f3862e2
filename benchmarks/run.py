"""Speed of plantrack beside the floor and its peers, side by side in one run: `make bench`.

    python benchmarks/run.py [--quick] [ROW ...]

Answers are checked before times are believed: a wrong answer is shown as such, whoever gives it.
"""

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import peers
import yaml
from attrs import evolve, frozen
from quotations import make_quotations
from synthetic import Pair, as_file, make_pair
from synthetic_corpus import make_corpus

ROOT = Path(__file__).parents[1]
HERE = Path(__file__).parent
OWN_PYTHON = Path(sys.executable)
OWN_BIN = OWN_PYTHON.parent

Check = Callable[[Any], str]
"""Says what is wrong with an answer, or nothing."""


@frozen(kw_only=True)
class Timing:
    """How one tool did."""

    name: str
    seconds: float = math.nan
    peak_mb: float = math.nan
    remark: str = ""


@frozen(kw_only=True)
class InProcess:
    """A job of jobs.py and the Python that runs it."""

    name: str
    job: str
    repeat: int = 5
    python: Path = peers.PYTHON
    slow: bool = False
    check: Check = lambda _answer: ""


def time_commands(commands: dict[str, list[str]], *, rounds: int, check: Callable[[str, str], str]) -> list[Timing]:
    """The median time of whole processes, piped, taking turns so that all meet the same machine."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    remarks: dict[str, str] = {}
    environment = os.environ | {"PYTHONPATH": str(peers.NAIVE)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody compiles anew at each start
    for round_number in range(rounds + 1):
        for name, command in commands.items():
            start = perf_counter()
            done = subprocess.run(
                command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, env=environment
            )
            if round_number > 0:  # the first one warms up
                seconds[name].append(perf_counter() - start)
            remarks[name] = check(name, done.stdout) or ("" if done.stdout or name == "floor" else done.stderr[-80:])
    return [Timing(name=name, seconds=median(taken), remark=remarks[name]) for name, taken in seconds.items()]


def time_job(contestant: InProcess, folder: Path) -> Timing:
    """The best time of a job in a process of its own."""
    if contestant.job == "jsondiffpatch":
        command = ["node", str(HERE / "jsondiffpatch.mjs"), str(folder), str(contestant.repeat)]
    else:
        command = [str(contestant.python), str(HERE / "jobs.py"), contestant.job, str(folder), str(contestant.repeat)]
    environment = os.environ | {"PEERS": str(peers.FOLDER)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        return Timing(name=contestant.name, remark=(done.stderr.strip().splitlines() or ["no answer"])[-1][:90])
    result = json.loads(done.stdout)
    return Timing(
        name=contestant.name,
        seconds=min(result["seconds"]),
        peak_mb=result["peak_mb"],
        remark=contestant.check(result["answer"]),
    )


def show(title: str, timings: Iterable[Timing], *, target: str, memory: bool = False) -> None:
    """Print one row of PERF as a small table; the ratio is each tool's time over plantrack's."""
    timings = list(timings)
    own = next(timing.seconds for timing in timings if timing.name == "plantrack")
    print(f"\n{title}\n  target: {target}")
    for timing in timings:
        if math.isnan(timing.seconds):
            print(f"  {timing.name:<30}    skipped: {timing.remark}")
            continue
        peak = f"{timing.peak_mb:8.0f} MB" if memory else ""
        ratio = f"{timing.seconds / own:9.2f} x" if timing.name != "plantrack" else " " * 11
        print(f"  {timing.name:<30}{timing.seconds * 1000:12.3f} ms{ratio}{peak}  {timing.remark}".rstrip())


def write_pair(pair: Pair, folder: Path) -> Path:
    """Both sides as YAML files of plantrack and as JSON for the peers."""
    folder.mkdir(parents=True, exist_ok=True)
    for side, version, points in (("old", "first", pair.old), ("new", "second", pair.new)):
        text = yaml.dump(as_file(points, version), Dumper=yaml.CSafeDumper, sort_keys=False, width=1000)
        (folder / f"{side}.yaml").write_text(text, encoding="utf-8")
        (folder / f"{side}.json").write_text(json.dumps(points), encoding="utf-8")
    return folder


def whole_process(folder: Path, missing: dict[str, str], *, quick: bool) -> None:
    """Row 1: the main job as a person runs it."""
    files = [ROOT / "plans" / "28pt" / "2025-11-20.yaml", ROOT / "plans" / "19pt" / "2025-11-23.yaml"]
    inputs = []
    for file in files:
        inputs.append(str(folder / f"{file.stem}.json"))
        Path(inputs[-1]).write_text(json.dumps(yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)))
    texts = [str(file) for file in files]
    commands = {
        "floor": [str(OWN_PYTHON), "-c", "import attr, yaml"],
        "plantrack": [str(OWN_BIN / "plantrack"), "diff", "28pt", "19pt"],
        "jsondiffpatch CLI": ["node", str(peers.FOLDER / "node_modules/jsondiffpatch/bin/jsondiffpatch.js"), *inputs],
        "deepdiff CLI": [str(OWN_BIN / "deep"), "diff", *inputs],
        "graphtage": [str(peers.FOLDER / "bin/graphtage"), "--no-status", *inputs],
        "naive stack": [str(OWN_PYTHON), str(HERE / "naive.py"), *texts],
    }
    skipped = [Timing(name=name, remark=missing[peer]) for name, peer in _skipped(commands, missing)]
    for timing in skipped:
        del commands[timing.name]

    def check(name: str, printed: str) -> str:
        return "WRONG: no report" if name == "plantrack" and not ("28pt@" in printed and "19pt@" in printed) else ""

    timings = time_commands(commands, rounds=3 if quick else 15, check=check)
    show(
        "1  plantrack diff 28pt 19pt, whole process, piped",
        [*timings, *skipped],
        target="at most 2 x the floor (1.5 x to aim for), at least 3 x faster than the deepdiff CLI",
    )
    pair = make_pair(30)
    for side, points in (("old", pair.old), ("new", pair.new)):
        text = "\n\n".join(f"{number}. {point['text']}" for number, point in enumerate(points, 1))
        (folder / f"{side}.md").write_text(f"{text}\n", encoding="utf-8")
    commands = {
        "floor": commands["floor"],
        "plantrack": [*commands["plantrack"][:2], str(folder / "old.md"), str(folder / "new.md")],
    }
    show(
        "1b  plantrack diff old.md new.md of 30 points, whole process, piped",
        time_commands(commands, rounds=3 if quick else 15, check=lambda _name, _printed: ""),
        target="at most 4 x the floor",
    )


def _skipped(commands: dict[str, list[str]], missing: dict[str, str]) -> list[tuple[str, str]]:
    needs = {"jsondiffpatch CLI": "jsondiffpatch", "graphtage": "graphtage", "naive stack": "cattrs"}
    return [(name, peer) for name, peer in needs.items() if name in commands and peer in missing]


def in_process(folder: Path, contestants: Sequence[InProcess], *, quick: bool) -> list[Timing]:
    """Time each contestant on the files of a folder."""
    return [
        Timing(name=contestant.name, remark="slow, left out by --quick")
        if quick and contestant.slow
        else time_job(contestant, folder)
        for contestant in contestants
    ]


def load(folder: Path, _missing: dict[str, str], *, quick: bool) -> None:
    """Row 2: a large file, with line and column of everything."""
    write_pair(make_pair(10_000), folder)

    def check(answer: Any) -> str:
        return "" if answer == 10_000 else f"WRONG: {answer} points"

    timings = in_process(
        folder,
        [
            InProcess(name="floor: libyaml events", job="libyaml_events", python=OWN_PYTHON),
            InProcess(name="events as Python objects", job="python_events", python=OWN_PYTHON),
            InProcess(name="plantrack", job="plantrack_load", python=OWN_PYTHON, check=check),
            InProcess(name="CSafeLoader", job="csafeloader", python=OWN_PYTHON, repeat=2, check=check),
            InProcess(
                name="CSafeLoader, collector off",
                job="csafeloader_collector_off",
                python=OWN_PYTHON,
                repeat=2,
                check=check,
            ),
            InProcess(name="SafeLoader", job="safeloader", python=OWN_PYTHON, repeat=1, slow=True, check=check),
            InProcess(name="ruamel", job="ruamel", repeat=1, slow=True, check=check),
        ],
        quick=quick,
    )
    show("2  load YAML with line and column, 10,000 points", timings, target="at most 8 x the floor")


def diff_with_ids(folder: Path, _missing: dict[str, str], *, quick: bool) -> None:
    """Row 3: the same matter has the same id on both sides."""
    contestants = [
        ("floor: field compare", "field_compare", OWN_PYTHON, 5, False),
        ("plantrack", "plantrack_diff", OWN_PYTHON, 3, False),
        ("dictdiffer, keyed", "dictdiffer_keyed", peers.PYTHON, 3, False),
        ("jsondiffpatch", "jsondiffpatch", peers.PYTHON, 2, True),
        ("DeepDiff group_by", "deepdiff_group_by", OWN_PYTHON, 1, True),
    ]
    taken: dict[int, float] = {}
    for points in (1_000, 10_000):
        pair = make_pair(points)
        place = write_pair(pair, folder / str(points))
        expected = {"changed": list(pair.changed), "added": list(pair.added), "removed": list(pair.removed)}

        def check(answer: Any, expected: dict[str, list[str]] = expected) -> str:
            wrong = [kind for kind in expected if answer[kind] != expected[kind]]
            return f"WRONG: {', '.join(wrong)}" if wrong else ""

        timings = in_process(
            place,
            [
                InProcess(name=name, job=job, python=python, repeat=repeat, slow=slow, check=check)
                for name, job, python, repeat, slow in contestants
            ],
            quick=quick or points < 10_000,
        )
        taken[points] = next(timing.seconds for timing in timings if timing.name == "plantrack")
    show("3  diff with ids, 10,000 points, in process", timings, target="at least 3 x faster than keyed dictdiffer")
    print(f"  plantrack grows with exponent {_exponent(taken):.2f} from 1,000 to 10,000 points (linear is 1)")


def match_few(folder: Path, missing: dict[str, str], *, quick: bool) -> None:
    """Row 4: no ids, and the growth of the same job."""
    pair = make_pair(280)
    place = write_pair(pair, folder / "280")
    check = _check_pairs(pair)
    timings = in_process(
        place,
        [
            InProcess(name="floor: exact text", job="exact_text", python=OWN_PYTHON),
            InProcess(name="plantrack", job="plantrack_match", python=OWN_PYTHON, check=check),
            InProcess(name="DeepDiff ignore_order", job="deepdiff_ignore_order", python=OWN_PYTHON, repeat=1),
            *([InProcess(name="jsondiff", job="jsondiff", repeat=1, slow=True)] if "jsondiff" not in missing else []),
            *([InProcess(name="jycm", job="jycm", repeat=1, slow=True)] if "jycm" not in missing else []),
        ],
        quick=quick,
    )
    show("4  match without ids, 280 points", timings, target="at least 100 x faster than DeepDiff ignore_order")
    taken = {}
    for points in (1_000, 10_000) if quick else (1_000, 10_000, 100_000):
        pair = make_pair(points)
        own = InProcess(name="plantrack", job="plantrack_match", python=OWN_PYTHON, repeat=1, check=_check_pairs(pair))
        timing = time_job(own, write_pair(pair, folder / str(points)))
        taken[points] = timing.seconds
        print(f"  plantrack, {points:>7,} points {timing.seconds * 1000:15.1f} ms  {timing.remark}")
    print(f"  grows with exponent {_exponent(taken):.2f} (target: at most 1.2)")


def match_rewritten(folder: Path, missing: dict[str, str], *, quick: bool) -> None:
    """Row 5: no ids, and no text that stayed as it was."""
    pair = make_pair(10_000, reword=0.3)
    write_pair(pair, folder)
    check = _check_pairs(pair)
    contestants = [
        InProcess(name="floor: tokenising", job="tokenising", python=OWN_PYTHON),
        InProcess(name="plantrack", job="plantrack_match", python=OWN_PYTHON, repeat=1, check=check),
    ]
    if "rapidfuzz" not in missing and "scipy" not in missing:
        contestants.append(
            InProcess(name="rapidfuzz + assignment", job="rapidfuzz_assignment", repeat=1, slow=True, check=check)
        )
    show(
        "5  match 10,000 points, every text changed",
        in_process(folder, contestants, quick=quick),
        target="at least 10 x faster than rapidfuzz + assignment, at most a fifth of its memory",
        memory=True,
    )


def find_quotations(folder: Path, missing: dict[str, str], *, quick: bool) -> None:
    """Row 6: each in its own article."""
    for noisy in (False, True):
        kind = "noisy" if noisy else "normalised"
        place = _write_quotations(folder / kind, 1_000, articles=1_000, characters=10_000, noisy=noisy)
        show(
            f"6  find 1,000 quotations, each in its article of 10 kB, {kind}; per quotation",
            _per_quotation(place, missing, quick=quick),
            target="at most 1 ms, 99 % right" if noisy else "at most 0.1 ms",
        )


def find_in_one_text(folder: Path, missing: dict[str, str], *, quick: bool) -> None:
    """Row 7: all in one text. Peers look for a few only; the time of one is what is shown."""
    place = _write_quotations(folder / "all", 1_000, articles=1, characters=5_000_000, noisy=True)
    few = _write_quotations(folder / "few", 10, articles=1, characters=5_000_000, noisy=True)
    own = _per_quotation(place, missing, quick=quick, peers_too=False)
    rest = [timing for timing in _per_quotation(few, missing, quick=quick) if timing.name not in ("plantrack", *FLOORS)]
    show(
        "7  find 1,000 noisy quotations in one text of 5 MB; per quotation",
        [*own, *rest],
        target="at least 50 x faster than rapidfuzz",
    )


def write_pages(folder: Path, _missing: dict[str, str], *, quick: bool) -> None:
    """Row 8: a corpus as a site; nothing else makes these pages, so there is no peer."""
    made = make_corpus(folder / "corpus", plans=20, versions=10, points=25)

    def check(answer: Any) -> str:
        told, pages = answer["raised"], answer["pages"]
        return f"{pages:,} pages" if told == made.raised else f"WRONG: {told} of {made.raised} raised figures are told"

    own = InProcess(name="plantrack", job="plantrack_site", python=OWN_PYTHON, repeat=1, check=check)
    title = f"8  site of {made.versions} versions and {made.provisions:,} provisions"
    show(title, in_process(folder, [own], quick=quick), target="at most 60 s and 1 GB", memory=True)


FLOORS = ("floor: str.find", "floor: normalise once")


def _write_quotations(folder: Path, count: int, *, articles: int, characters: int, noisy: bool) -> Path:
    folder.mkdir(parents=True)
    made = make_quotations(count, articles=articles, characters=characters, noisy=noisy)
    (folder / "quotations.json").write_text(json.dumps(made), encoding="utf-8")
    return folder


def _per_quotation(folder: Path, missing: dict[str, str], *, quick: bool, peers_too: bool = True) -> list[Timing]:
    quotations = json.loads((folder / "quotations.json").read_text(encoding="utf-8"))["quotations"]
    places = [[start, end] for _text, _words, start, end in quotations]

    def check(answer: Any) -> str:
        right = sum(found == place for found, place in zip(answer, places, strict=True))
        return f"{right / len(places):.1%} of the places right"

    contestants = [
        InProcess(name=FLOORS[0], job="str_find", python=OWN_PYTHON, repeat=3),
        InProcess(name=FLOORS[1], job="normalise", python=OWN_PYTHON, repeat=2),
        InProcess(name="plantrack", job="plantrack_locate", python=OWN_PYTHON, repeat=2, check=check),
    ]
    if peers_too:
        others = (("rapidfuzz partial", "rapidfuzz_partial", "rapidfuzz"), ("edlib", "edlib_infix", "edlib"))
        contestants += [
            InProcess(name=name, job=job, repeat=1, check=check) for name, job, peer in others if peer not in missing
        ]
    timings = in_process(folder, contestants, quick=quick)
    return [evolve(timing, seconds=timing.seconds / len(places)) for timing in timings]


def _check_pairs(pair: Pair) -> Check:
    """How many of the pairs that were made were found, and how many that were not made."""
    old = {point["id"]: index for index, point in enumerate(pair.old)}
    new = {point["id"]: index for index, point in enumerate(pair.new)}
    right = {(old[point_id], new[point_id]) for point_id in pair.kept}

    def check(answer: Any) -> str:
        found = {tuple(places) for places in answer}
        return f"found {len(found & right):,} of {len(right):,} pairs, {len(found - right):,} wrong"

    return check


def _exponent(taken: dict[int, float]) -> float:
    smallest, largest = min(taken), max(taken)
    return math.log(taken[largest] / taken[smallest]) / math.log(largest / smallest)


ROWS = {
    "1": whole_process,
    "2": load,
    "3": diff_with_ids,
    "4": match_few,
    "5": match_rewritten,
    "6": find_quotations,
    "7": find_in_one_text,
    "8": write_pages,
}


def main() -> None:
    """Run the rows that were asked for, or all."""
    parser = argparse.ArgumentParser(description="Speed of plantrack beside its peers.")
    parser.add_argument("rows", nargs="*", metavar="ROW", help="1 to 8; all without any")
    parser.add_argument("--quick", action="store_true", help="leave out what takes more than some seconds")
    asked = parser.parse_args()
    missing = peers.set_up()
    print("Times are for this machine; the ratio (their time over plantrack's) is what counts.")
    for name, reason in sorted(missing.items()):
        print(f"skipped {name}: {reason}")
    with tempfile.TemporaryDirectory() as folder:
        for row in asked.rows or ROWS:
            place = Path(folder) / row
            place.mkdir()
            ROWS[row](place, missing, quick=asked.quick)


if __name__ == "__main__":
    main()
