"""A command that was killed, or met a full disk, at any of its writes can be typed again and finishes."""

import errno
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from jobs_that_write import JOBS, start, state

from plantrack.cli import main

CHANGES = [(os, "open"), (os, "fsync"), (Path, "replace"), (Path, "mkdir"), (Path, "unlink"), (shutil, "rmtree")]
"""What changes a disk for good, in the modules that write."""
MOST = 12
"""Of more changes, as where pages are written, two are stopped; `test_folders` has the others."""


class Killed(BaseException):
    """No program sees it coming, and none clears up behind it: from then on nothing is written."""


def run(words):
    return CliRunner().invoke(main, words, input="")


def stopping(monkeypatch, at, fault):
    """Lets so many changes through; the next one is the fault, and after a kill so is every other."""
    done = {"count": 0}

    def counted(real):
        def change(*arguments, **named):
            if real is OPEN and not arguments[1] & os.O_CREAT:
                return real(*arguments, **named)
            done["count"] += 1
            if done["count"] == at or (done["count"] > at and isinstance(fault, Killed)):
                raise fault
            return real(*arguments, **named)

        return change

    for owner, name in CHANGES:
        monkeypatch.setattr(owner, name, counted(getattr(owner, name)))
    return done


OPEN = os.open


def goes_back(folder, kept):
    """Everything stands as it stood in a copy."""
    shutil.rmtree(folder)
    shutil.copytree(kept, folder)
    os.chdir(folder)


@pytest.mark.parametrize("name", JOBS)
def test_a_command_that_was_stopped_at_any_write_finishes_when_typed_again(name, tmp_path, monkeypatch):
    folder, kept = tmp_path / "work", tmp_path / "kept"
    start(folder)
    monkeypatch.setenv("PLANTRACK_CORPUS", str(folder / "corpus"))
    monkeypatch.chdir(folder)
    monkeypatch.setattr(os, "fsync", lambda _: None)  # a disk that really writes would take a minute
    before, words = JOBS[name]
    for earlier in before:
        assert run(earlier).exit_code == 0
    shutil.copytree(folder, kept)
    with monkeypatch.context() as patched:
        changes = stopping(patched, -1, None)
        assert run(words).exit_code == 0
    wanted, old, most = state(folder), state(kept), changes["count"]
    assert run(words).exit_code == 0
    assert state(folder) == wanted != old
    assert most >= 2
    full = OSError(errno.ENOSPC, "No space left")
    stops = [(at, fault) for at in range(1, most + 1) for fault in (Killed(), full)]
    for at, fault in stops if most <= MOST else ((most // 2, full), (most - 1, Killed())):
        goes_back(folder, kept)
        with monkeypatch.context() as patched:
            stopping(patched, at, fault)
            try:
                done = run(words)
                assert done.exit_code in (0, 2), done.output
                assert done.exit_code == 0 or "no space left" in done.output
            except Killed:
                pass
        assert set(state(folder).items()) <= set(old.items()) | set(wanted.items()), at
        assert run(words).exit_code == 0, at
        assert state(folder) == wanted, at
