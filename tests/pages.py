"""What a reader of a page is to do: commands, files to save, Python; each with what the page says comes of it.

- A fenced `sh` block has command lines; in a `console` block they stand after `$`, and what is printed stands below.
- A paragraph that ends with "save this as `FILE`:" makes the fenced block below it a file.
- A fenced `python` block runs after those above it; a `text` block right below it is what it prints.
- A line `...` in what is printed stands for any lines, or none.
"""

import re
from itertools import takewhile
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md")] + sorted((ROOT / "docs").rglob("*.md"))
NAMES = [page.relative_to(ROOT).as_posix() for page in PAGES]
DEMO = "make demo"
RUN = ("plantrack ", "cd ", "cp ", "mkdir ", "ls ", DEMO)
"""How the commands begin that are run; a page may name others, such as those that install."""
ANY_LINES = "..."
_BLOCK = re.compile(
    r"^(?P<indent> *)```(?P<language>\w+)\n(?P<body>.*?)^(?P=indent)```(?:\n+```text\n(?P<shown>.*?)^```)?",
    re.MULTILINE | re.DOTALL,
)
_SAVED = re.compile(r"\b[Ss]ave\sthis\sas\s`([^`]+)`:\n+\Z")


@frozen
class Command:
    """A command line of a page, with the lines that stand under it."""

    line: int
    text: str
    output: tuple[str, ...] = ()


@frozen
class Saved:
    """A file that the reader is to save."""

    line: int
    name: str
    text: str


@frozen
class Program:
    """Lines of Python, with what they print."""

    line: int
    text: str
    output: tuple[str, ...] = ()


def steps_of(text):
    """What a page tells its reader to do, in order."""
    for block in _BLOCK.finditer(text):
        language, indent = block["language"], block["indent"]
        first = text.count("\n", 0, block.start("body")) + 1
        lines = [raw.removeprefix(indent) for raw in block["body"].splitlines()]
        saved = _SAVED.search(text, 0, block.start())
        if saved:
            yield Saved(first, saved[1], "\n".join(lines) + "\n")
        elif language in ("console", "sh"):
            yield from _commands(lines, first, "$ " if language == "console" else "")
        elif language == "python":
            yield Program(first, "\n".join(lines) + "\n", tuple((block["shown"] or "").splitlines()))


def _commands(lines, first, prompt):
    for index, shown in enumerate(lines):
        if shown.startswith(prompt) and f"{shown.removeprefix(prompt)} ".startswith(RUN):
            output = takewhile(lambda later: not later.startswith("$ "), lines[index + 1 :]) if prompt else ()
            yield Command(first + index, shown.removeprefix(prompt), tuple(output))


def fits(printed, expected):
    """Whether the lines are the same, where a line `...` stands for any lines, or none."""
    if not expected:
        return not printed
    if expected[0] == ANY_LINES:
        return any(fits(printed[start:], expected[1:]) for start in range(len(printed) + 1))
    return bool(printed) and printed[0] == expected[0] and fits(printed[1:], expected[1:])


def trimmed(text):
    return [line.rstrip() for line in text.strip("\n").splitlines()]
