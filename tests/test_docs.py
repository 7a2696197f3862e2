"""Every command line of the README and the docs runs, and prints what stands under it."""

import os
import re
import runpy
import shutil
import subprocess
import sys
from itertools import takewhile
from pathlib import Path

import pytest
from attrs import frozen

from plantrack import vocabulary

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^( *)```(console|sh)\n(.*?)^\1```", re.MULTILINE | re.DOTALL)
ANY_LINES = "..."
DEMO = "make demo"
(DEMO_RUNS,) = re.findall(
    r"^\t@\$\(BIN\)/(plantrack .*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
)


@frozen
class Command:
    """A command line of a page, with the lines that stand under it."""

    line: int
    text: str
    output: tuple[str, ...] = ()


def commands_of(text):
    """The commands of the fenced blocks: `sh` has commands only, `console` has `$` before them and output after."""
    for block in BLOCK.finditer(text):
        indent, language, body = block.groups()
        first = text.count("\n", 0, block.start(3)) + 1
        lines = [raw.removeprefix(indent) for raw in body.splitlines()]
        prompt = "$ " if language == "console" else ""
        for index, shown in enumerate(lines):
            if shown.startswith((f"{prompt}plantrack ", f"{prompt}{DEMO}")):
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


PAGES = {
    path.relative_to(ROOT).as_posix(): commands
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    if path.exists() and (commands := list(commands_of(path.read_text(encoding="utf-8"))))
}


@pytest.fixture
def checkout(tmp_path):
    """A copy of what the commands read, so that what they write stays out of the tree."""
    for name in ("plans", "seeds", "examples", "docs"):
        if (ROOT / name).exists():
            shutil.copytree(ROOT / name, tmp_path / name)
    if (ROOT / ".git").exists():
        (tmp_path / ".git").symlink_to(ROOT / ".git")
    return tmp_path


def test_the_readme_shows_what_the_main_job_prints():
    shown = [command for command in PAGES.get("README.md", ()) if command.text in (DEMO, DEMO_RUNS)]
    assert any(command.output for command in shown)


@pytest.mark.parametrize("page", sorted(PAGES) or ["README.md"])
def test_every_command_line_runs_and_prints_what_the_page_says(page, checkout):
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    for command in PAGES[page]:
        done = subprocess.run(
            ["bash", "-c", DEMO_RUNS if command.text == DEMO else command.text],
            cwd=checkout,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        where = f"{page}:{command.line}: {command.text}\n{done.stdout}"
        assert done.returncode in (0, 1), where
        assert "Traceback" not in done.stdout, where
        if any(command.output):
            assert fits(trimmed(done.stdout), trimmed("\n".join(command.output))), where


def test_no_page_made_from_the_code_is_stale():
    pages = runpy.run_path(str(ROOT / "docs" / "generate.py"))["pages"]()
    assert pages
    for path, text in pages.items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name} is stale: run make docs"


def test_every_closed_list_is_on_its_page():
    generate = runpy.run_path(str(ROOT / "docs" / "generate.py"))
    lists = {name for name, value in vars(vocabulary).items() if name.isupper() and isinstance(value, dict)} - {
        "TOPICS"
    }
    shown = list(generate["_LISTS"].values())
    assert [name for name in sorted(lists) if getattr(vocabulary, name) not in shown] == []


@pytest.mark.parametrize(
    ("printed", "expected", "same"),
    [
        (["a", "b", "c"], ["a", "...", "c"], True),
        (["a", "c"], ["a", "...", "c"], True),
        (["a", "b"], ["..."], True),
        (["a", "b"], ["a"], False),
        (["a"], ["a", "b"], False),
        (["a", "b"], ["a", "..", "b"], False),
    ],
)
def test_dots_stand_for_any_lines_and_nothing_else_does(printed, expected, same):
    assert fits(printed, expected) is same


def test_commands_are_found_with_their_output_and_their_line():
    console = "```console\n$ plantrack kinds\none\n$ ls\nx\n```\n"
    page = "text\n\n" + console + "\n  ```sh\n  plantrack list\n  ```\n```\nplantrack no\n```\n"
    assert list(commands_of(page)) == [Command(4, "plantrack kinds", ("one",)), Command(11, "plantrack list")]
