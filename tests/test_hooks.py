"""The check before a commit: in the way of pre-commit, and in that of git alone."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "how-to" / "shell-and-editor.md"
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def run(*command, cwd, check=True):
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PLANTRACK_"))}
    path = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    who = {f"GIT_{role}_{part}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    return subprocess.run(command, cwd=cwd, env=inherited | path | who, capture_output=True, text=True, check=check)


@pytest.fixture
def repository(tmp_path):
    """A repository with the corpus of the example in it, committed."""
    shutil.copytree(ROOT / "examples" / "minsk", tmp_path / "minsk")
    run("git", "init", "-q", cwd=tmp_path / "minsk")
    run("git", "add", ".", cwd=tmp_path / "minsk")
    run("git", "commit", "-qm", "Begin", cwd=tmp_path / "minsk")
    return tmp_path / "minsk"


def spoil(repository):
    file = repository / "plans" / "minsk-1" / "plan.yaml"
    file.write_text(file.read_text().replace("title:", "titel:"))
    run("git", "add", ".", cwd=repository)


def test_the_hook_for_pre_commit_runs_as_written_and_stops_what_check_would_name(repository):
    assert HOOK["id"] == "plantrack-check"
    assert HOOK["pass_filenames"] is False
    entry = shlex.split(HOOK["entry"])
    assert run(*entry, cwd=repository).returncode == 0
    spoil(repository)
    done = run(*entry, cwd=repository, check=False)
    assert done.returncode == 1
    assert "did you mean title?" in done.stdout


@pytest.mark.parametrize(
    ("file", "checked"),
    [
        ("plans/lake/plan.yaml", True),
        ("seeds/herald.yml", True),
        ("corpora/lake/plans/actors.yaml", True),
        ("README.md", False),
        ("myplans/x.yaml", False),
    ],
)
def test_the_hook_runs_where_a_file_of_a_corpus_changed(file, checked):
    assert bool(re.search(HOOK["files"], file)) is checked


def test_the_hook_of_git_alone_stops_a_commit_that_breaks_the_corpus(repository):
    (hook,) = re.findall(r"^#!/bin/sh\n.*?(?=^```)", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert len(hook.splitlines()) == 2
    path = repository / ".git" / "hooks" / "pre-commit"
    path.write_text(hook)
    path.chmod(0o755)
    run("git", "commit", "-qm", "Nothing wrong", "--allow-empty", cwd=repository)
    spoil(repository)
    done = run("git", "commit", "-qm", "Break it", cwd=repository, check=False)
    assert done.returncode != 0
    assert "plans/minsk-1/plan.yaml:2:1: unknown key" in done.stdout + done.stderr
    assert run("git", "log", "--format=%s", "-1", cwd=repository).stdout == "Nothing wrong\n"
