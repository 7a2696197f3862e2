"""Every command line of the README and the docs runs, and prints what stands under it."""

import contextlib
import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from pages import DEMO, NAMES, PAGES, ROOT, Command, Program, Saved, fits, steps_of, trimmed

from plantrack import vocabulary
from plantrack.cli import main
from plantrack.differences.rules import NAMES as NAMING
from plantrack.differences.rules import RULES, SILENCES

(DEMO_RUNS,) = re.findall(
    r"^\t@\$\(BIN\)/(plantrack .*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
)
PLAIN = re.compile(r"plantrack (?!completion)[^|<>;&$`*~#\\\\]*")
"""Command lines of which a shell makes nothing but words."""
SITES = ("plantrack site build", "plantrack open")
TO_DO = {
    name: steps
    for name, page in zip(NAMES, PAGES, strict=True)
    if (steps := [step for step in steps_of(page.read_text(encoding="utf-8")) if not isinstance(step, Program)])
}


class Reader:
    """Somebody who does what a page says, in a copy of the checkout, with a home of their own."""

    def __init__(self, folder):
        self.home = folder / "home"
        self.place = folder / "checkout"
        self.home.mkdir()
        for name in ("plans", "seeds", "examples", "docs"):
            shutil.copytree(ROOT / name, self.place / name)
        if (ROOT / ".git").exists():
            (self.place / ".git").symlink_to(ROOT / ".git")

    def does(self, step, where):
        if isinstance(step, Saved):
            (self.place / step.name).write_text(step.text, encoding="utf-8")
        else:
            self.runs(step, where)

    def runs(self, command, where):
        text = {DEMO: DEMO_RUNS}.get(command.text, command.text)
        status, printed = self.in_this_process(text) if PLAIN.fullmatch(text) else self.in_a_shell(text)
        where = f"{where}: {command.text}\n{printed}"
        assert status in (0, 1), where
        assert "Traceback" not in printed, where
        if any(command.output):
            assert fits(trimmed(printed), trimmed("\n".join(command.output))), where
        if command.text.startswith("cd "):
            self.place = Path(printed.strip())

    def in_this_process(self, text):
        """What a shell has nothing to do with; starting plantrack anew for each line is most of the time."""
        with contextlib.chdir(self.place):
            # The site of a small corpus is made as that of a large one is, and in a tenth of the time.
            small = {"PLANTRACK_CORPUS": "examples/minsk"} if text.startswith(SITES) else {}
            done = CliRunner().invoke(main, shlex.split(text)[1:], env={"HOME": str(self.home), **small})
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done.exit_code, done.output

    def in_a_shell(self, text):
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            ["bash", "-c", f"{text} && pwd" if text.startswith("cd ") else text],
            cwd=self.place,
            env=os.environ | {"HOME": str(self.home), "PATH": path},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout


@pytest.fixture
def reader(tmp_path):
    return Reader(tmp_path)


def test_the_readme_shows_what_the_main_job_prints():
    shown = [command for command in TO_DO["README.md"] if command.text in (DEMO, DEMO_RUNS)]
    assert any(command.output for command in shown)


@pytest.mark.parametrize("page", sorted(TO_DO))
def test_what_a_page_says_is_done_prints_what_the_page_shows(page, reader):
    for step in TO_DO[page]:
        reader.does(step, f"{page}:{step.line}")


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


def test_every_rule_is_on_its_page_under_what_it_does():
    page = (ROOT / "docs" / "reference" / "rules.md").read_text(encoding="utf-8")
    _, silencing, naming = re.split(r"^## .*$", page, flags=re.MULTILINE)
    for does, part in ((SILENCES, silencing), (NAMING, naming)):
        assert re.findall(r"^### (.+)$", part, re.MULTILINE) == [
            rule.name for rule in RULES.values() if rule.does == does
        ]


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


def test_what_is_to_be_done_is_found_with_its_lines():
    console = "```console\n$ plantrack kinds\none\n$ top\nx\n```\n"
    saved = "Then save this as `plans/a.yaml`:\n\n```yaml\na: 1\n```\n"
    python = "```python\nprint(1)\n```\n\n```text\n1\n```\n"
    page = "text\n\n" + console + "\n  ```sh\n  plantrack list\n  ```\n```\nplantrack no\n```\n" + saved + python
    assert list(steps_of(page)) == [
        Command(4, "plantrack kinds", ("one",)),
        Command(11, "plantrack list"),
        Saved(19, "plans/a.yaml", "a: 1\n"),
        Program(22, "print(1)\n", ("1",)),
    ]
