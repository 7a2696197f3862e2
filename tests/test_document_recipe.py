"""The recipe of the docs makes `git diff` show two versions of a Word file, in substance and in words."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "how-to" / "compare-documents.md").read_text(encoding="utf-8")
FILES = ROOT / "tests" / "documents"


def block(language):
    (body,) = re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    return body


@pytest.fixture
def git(tmp_path):
    """A repository with a Word file and the recipe applied; runs git in it."""
    (tmp_path / ".gitattributes").write_text(block("gitattributes"), encoding="utf-8")
    shutil.copy(FILES / "paper-numbered.docx", tmp_path / "paper.docx")
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
    run("commit", "--quiet", "--message", "A paper")
    shutil.copy(FILES / "revised-numbered.docx", tmp_path / "paper.docx")
    return run


def test_git_diff_tells_what_changed_in_a_word_file(git):
    shown = git("diff")
    assert "Binary files" not in shown
    assert re.search(r"\b20\b", shown)
    assert re.search(r"\b35\b", shown)


def test_git_diff_shows_the_words_of_both(git):
    shown = git("diff", "--no-ext-diff")
    assert re.search(r"^-.*withdrawn at least 20", shown, re.MULTILINE)
    assert re.search(r"^\+.*withdrawn at least 35", shown, re.MULTILINE)
