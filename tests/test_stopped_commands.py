"""A command that was killed, or met a full disk, at any of its writes can be typed again and finishes."""

import errno
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_corpus import SmallCorpus

from plantrack.cli import main

ARTICLE = (
    "Harbour cap gone\n\nPublished: 4 May 2031\n\nThe Herald\n\n"
    + "The cap of 4,000 sailors is no longer in the draft. " * 9
)
SAVED_ANEW = ARTICLE.replace("\n\nThe Herald", "\n\nBy our own writer\n\nThe Herald")
CHANGES = [(os, "fsync"), (Path, "replace"), (Path, "mkdir"), (Path, "unlink"), (shutil, "rmtree")]
"""What changes a disk for good, in the modules that write."""


class Killed(BaseException):
    """No program sees it coming, and none clears up behind it: from then on nothing is written."""


@pytest.fixture
def corpus(tmp_path):
    tmp_path /= "work"
    (tmp_path / "corpus").mkdir(parents=True)
    small = SmallCorpus(tmp_path / "corpus")
    small.source("page", ("cap", "outlet:herald", "named"))
    small.version("lake", "2031-05-01", "cap: {summary: Capped., evidence: [page#cap]}")
    (tmp_path / "article.txt").write_text(ARTICLE)
    (tmp_path / "anew.txt").write_text(SAVED_ANEW)
    return tmp_path


ADD = [
    "source",
    "add",
    "article.txt",
    "--id",
    "herald",
    "--title",
    "Cap gone",
    "--outlet",
    "herald",
    "--date",
    "2031-05-04",
    "--language",
    "en",
]
JOBS = {
    "source add": ([], ADD),
    "new corpus": ([], ["new", "corpus", "fresh"]),
    "new plan": ([], ["new", "plan", "river"]),
    "source add --reanchor": ([ADD], ["source", "add", "anew.txt", "--id", "herald", "--reanchor"]),
}


def run(words):
    return CliRunner().invoke(main, words, input="")


def state(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".plantrack-" not in path.name
    }


def stopping(monkeypatch, at, fault):
    """Lets so many changes through; the next one is the fault, and after a kill so is every other."""
    done = {"count": 0}

    def counted(real):
        def change(*arguments, **named):
            done["count"] += 1
            if done["count"] == at or (done["count"] > at and isinstance(fault, Killed)):
                raise fault
            return real(*arguments, **named)

        return change

    for owner, name in CHANGES:
        monkeypatch.setattr(owner, name, counted(getattr(owner, name)))
    return done


@pytest.mark.parametrize("fault", [Killed(), OSError(errno.ENOSPC, "No space left on device")], ids=["killed", "full"])
@pytest.mark.parametrize("name", JOBS)
def test_a_command_that_was_stopped_at_any_write_finishes_when_typed_again(name, fault, corpus, monkeypatch):
    before, words = JOBS[name]
    monkeypatch.setenv("PLANTRACK_CORPUS", str(corpus / "corpus"))
    monkeypatch.chdir(corpus)
    for earlier in before:
        assert run(earlier).exit_code == 0
    shutil.copytree(corpus, corpus.parent / "start")
    assert run(words).exit_code == 0
    wanted, stops = state(corpus), 0
    for at in range(1, 60):
        shutil.copytree(corpus.parent / "start", corpus, dirs_exist_ok=True)
        for path in set(state(corpus)) - set(state(corpus.parent / "start")):
            (corpus / path).unlink()
        with monkeypatch.context() as patched:
            counted = stopping(patched, at, fault)
            try:
                done = run(words)
                assert done.exit_code in (0, 2), done.output
            except Killed:
                pass
        if counted["count"] < at:
            break
        stops += 1
        finished = state(corpus) == wanted
        again = run(words)
        assert again.exit_code == 0 or (finished and "already" in again.output), (at, again.output)
        assert state(corpus) == wanted, at
    assert stops >= 2
