"""What it costs to add a source to very many long ones, and whether the copies among them are told.

    python benchmarks/copies.py [SOURCES] [--bytes N]

Every source is N bytes of invented sentences (5 MB). The first that is added finds nothing kept, so all are read; where
sources are added one by one, each is read once. Then come a copy of the source in the middle with half of its sentences
reworded, a short text with a passage of it, and a text of its own. Times are processor seconds.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
from hashlib import sha256
from itertools import accumulate
from pathlib import Path

WORDS = 60_000
AIM = "at most 10 s"


def invented(size: int, seed: int) -> str:
    """Sentences of words as often as words are in a language (Zipf), about so many bytes."""
    chance = random.Random(seed)
    words = [f"w{number:x}" for number in range(WORDS)]
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(WORDS)))
    drawn = chance.choices(words, cum_weights=weights, k=size // 5)
    sentences = (" ".join(drawn[start : start + 18]) + "." for start in range(0, len(drawn), 18))
    return "\n".join(sentences)[:size] + "\n"


def reworded(text: str) -> str:
    """A copy of which every second sentence lost its last words and has others."""
    lines = text.split("\n")
    lines[::2] = [line.rsplit(" ", 3)[0] + " as they said." for line in lines[::2]]
    return "\n".join(lines)


def write_corpus(folder: Path, sources: int, size: int) -> str:
    """A corpus with texts; returns the text in the middle."""
    (folder / "plans").mkdir(parents=True)
    texts = folder / "seeds" / "texts"
    texts.mkdir(parents=True)
    middle = ""
    for number in range(sources):
        text = invented(size, number)
        middle = text if number == sources // 2 else middle
        (texts / f"paper-{number}.txt").write_text(text, encoding="utf-8")
        digest = sha256(text.encode()).hexdigest()
        record = (
            f"schema: plantrack/1\ntype: article-newspaper\ntitle: Paper {number}\ncontainer-title: Gazette\n"
            f'issued: "2031-05-04"\nlanguage: en\ntext:\n  sha256: {digest}\n  characters: {len(text)}\n'
            f"file: paper-{number}.txt\n"
        )
        (folder / "seeds" / f"paper-{number}.yaml").write_text(record, encoding="utf-8")
    return middle


def add(folder: Path, name: str, text: str, kept: Path) -> tuple[float, float, str]:
    """Processor seconds and megabytes of `source add` in a process of its own, and what it printed."""
    file = folder / f"{name}.txt"
    file.write_text(text, encoding="utf-8")
    details = ["--id", name, "--title", "A title", "--outlet", "Herald", "--date", "2031-05-05", "--language", "en"]
    command = [sys.executable, "-m", "plantrack", "source", "add", str(file), *details, "--corpus", str(folder)]
    environment = {key: held for key, held in os.environ.items() if key != "PLANTRACK_TEXTS"}
    environment |= {"XDG_CACHE_HOME": str(kept)}
    with (folder / "told").open("w+", encoding="utf-8") as told:
        with subprocess.Popen(command, stdout=told, stderr=told, env=environment) as run:
            _, status, used = os.wait4(run.pid, 0)
            run.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, told.read()


def main() -> None:
    """Print a row for what is added first, a copy, and another text."""
    parser = argparse.ArgumentParser(description="Add a source to very many long ones.")
    parser.add_argument("sources", nargs="?", type=int, default=1_000)
    parser.add_argument("--bytes", type=int, default=5_000_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as named:
        corpus, kept = Path(named) / "corpus", Path(named) / "kept"
        middle = write_corpus(corpus, asked.sources, asked.bytes)
        copied = f"paper-{asked.sources // 2}"
        rows = (
            ("first time, all are read", invented(asked.bytes, asked.sources), ""),
            ("a copy, reworded", reworded(middle), copied),
            ("a passage of 300 words in a short text", " ".join(middle.split()[900:1200]), copied),
            ("a text of its own", invented(asked.bytes, asked.sources + 1), ""),
        )
        print(f"{asked.sources:,} sources of {asked.bytes:,} bytes; {AIM}")
        for number, (name, text, expected) in enumerate(rows):
            taken, peak, printed = add(corpus, f"new-{number}", text, kept)
            told = [word for word in printed.replace(",", " ").split() if word.startswith("paper-")]
            right = (told[:1] == [expected]) if expected else not told
            print(f"{name:40}{taken:8.1f} s {peak:6.0f} MB{'' if right else '  WRONG: ' + printed[-200:]}", flush=True)


if __name__ == "__main__":
    main()
