"""The recipe of the docs makes `git diff` answer in substance."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "how-to" / "semantic-git-diff.md").read_text(encoding="utf-8")
VERSION = "plans/minsk-2/2015-02-12.yaml"


def block(language):
    (body,) = re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    return body


@pytest.fixture
def git(tmp_path):
    """A repository with the corpus of an example and the recipe applied; runs git in it."""
    shutil.copytree(ROOT / "examples" / "minsk", tmp_path, dirs_exist_ok=True)
    (tmp_path / ".gitattributes").write_text(block("gitattributes"), encoding="utf-8")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PLANTRACK_"))}
    environment = inherited | {"PATH": path, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}

    def run(*arguments):
        who = ("-c", "user.name=Reader", "-c", "user.email=reader@example.org")
        done = subprocess.run(
            ["git", *who, *arguments], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("init", "--quiet")
    with (tmp_path / ".git" / "config").open("a", encoding="utf-8") as config:
        config.write(block("ini"))
    run("add", "--all")
    run("commit", "--quiet", "--message", "A corpus")
    return run


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_git_diff_tells_the_figure_and_not_the_line(git, tmp_path):
    change(tmp_path / VERSION, "value: 50,", "value: 60,")
    shown = git("diff")
    assert "raised by 10 (20.0%)" in shown
    assert "@@" not in shown


def test_files_that_are_no_versions_keep_their_lines(git, tmp_path):
    change(tmp_path / "plans" / "minsk-2" / "plan.yaml", "title:", "summary: A package.\ntitle:")
    assert "+summary: A package." in git("diff")


def test_a_version_that_is_new_or_gone_is_named(git, tmp_path):
    (tmp_path / VERSION).unlink()
    assert f"{VERSION}: added or deleted" in git("diff")
    assert f"{VERSION}: added or deleted" in git("log", "-p", "--ext-diff")
