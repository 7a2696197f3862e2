"""A corpus that brings its own git configuration has its revisions read, and runs no program by it."""

import os
import shutil
import subprocess

import pytest
from small_corpus import SmallCorpus

from plantrack.corpus import find_corpus, resolve
from plantrack.errors import PlantrackError

CLEAN = {name: held for name, held in os.environ.items() if not name.startswith("GIT_")}
HOSTILE = """
[core]
    repositoryformatversion = 1
    fsmonitor = {program}
    hooksPath = {folder}/hooks
    sshCommand = {program}
    pager = {program}
    editor = {program}
    gitProxy = {program}
    askPass = {program}
    alternateRefsCommand = {program}
    attributesFile = {folder}/attributes
    worktree = /
[extensions]
    partialClone = origin
[remote "origin"]
    url = ext::{program}
    promisor = true
    partialCloneFilter = blob:none
    uploadpack = {program}
[protocol]
    allow = always
[protocol "ext"]
    allow = always
[filter "evil"]
    clean = {program}
    smudge = {program}
    process = {program}
    required = true
[diff]
    external = {program}
[diff "evil"]
    textconv = {program}
    command = {program}
[alias]
    cat-file = !{program}
    ls-tree = !{program}
    rev-parse = !{program}
[pager]
    cat-file = {program}
    ls-tree = {program}
[credential]
    helper = !{program}
[uploadpack]
    packObjectsHook = {program}
[gpg]
    program = {program}
[include]
    path = {folder}/included
"""


def run(folder, *words, check=True):
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    return subprocess.run(["git", *who, *words], cwd=folder, env=CLEAN, check=check, capture_output=True, text=True)


def committed(root, *made):
    """A corpus whose one commit says *Old.*, and whose folder says *New.*."""
    small = SmallCorpus(root)
    small.source("page", ("cap", "outlet:herald", "named"))
    small.version("lake", "2031-01", "cap: {summary: Old., evidence: [page#cap]}")
    (root / ".gitattributes").write_text("* filter=evil diff=evil\n")
    run(root, "init", "-q", *made)
    run(root, "add", ".")
    run(root, "commit", "-qm", "One")
    small.version("lake", "2031-01", "cap: {summary: New., evidence: [page#cap]}")
    return root


def summary(root, asked="HEAD:lake"):
    return resolve(asked, find_corpus(root)).version.provisions["cap"].summary


@pytest.fixture
def trap(tmp_path):
    """A repository that runs a program wherever git lets it, and whose missing objects are to be fetched by it."""
    root = tmp_path / "corpus"
    root.mkdir()
    committed(root)
    program, told = tmp_path / "program", tmp_path / "ran"
    program.write_text(f"#!/bin/sh\necho ran >> {told}\nexit 1\n")
    program.chmod(0o755)
    for folder in (tmp_path / "hooks", root / ".git" / "hooks"):
        folder.mkdir(exist_ok=True)
        for hook in ("post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman"):
            shutil.copy(program, folder / hook)
    (tmp_path / "included").write_text(f"[core]\nfsmonitor = {program}\n")
    (tmp_path / "attributes").write_text("* filter=evil diff=evil\n")
    with (root / ".git" / "config").open("a") as config:
        config.write(HOSTILE.format(program=program, folder=tmp_path))
    return root, told


def drop(root, name):
    """Take the object of a file away, as a partial clone lacks it."""
    found = run(root, "-c", "core.worktree=", "rev-parse", f"HEAD:{name}").stdout.strip()
    (root / ".git" / "objects" / found[:2] / found[2:]).unlink()


def test_a_revision_is_read_and_nothing_runs(trap):
    root, ran = trap
    assert summary(root) == "Old."
    assert not ran.exists()


def test_an_object_that_is_not_there_is_told_and_not_fetched(trap):
    root, ran = trap
    drop(root, "plans/lake/2031-01.yaml")
    with pytest.raises(PlantrackError, match="or one that git has not fetched yet"):
        summary(root)
    assert not ran.exists()
    run(root, "cat-file", "blob", "HEAD:plans/lake/2031-01.yaml", check=False)
    assert ran.exists(), "the trap is none: git itself would not have run the program"


def test_the_environment_of_a_hook_turns_nothing_round(trap, monkeypatch, tmp_path):
    root, ran = trap
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.fsmonitor")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", str(tmp_path / "program"))
    assert summary(root) == "Old."
    assert not ran.exists()


def test_git_is_never_taken_from_the_folder_that_is_read(trap, monkeypatch):
    root, ran = trap
    shutil.copy(root.parent / "program", root / "git")
    monkeypatch.chdir(root)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.environ['PATH']}")
    assert summary(root) == "Old."
    assert not ran.exists()


def test_history_is_read_in_a_linked_worktree_and_by_every_way_to_keep_objects(tmp_path):
    for made in ((), ("--object-format=sha256",)):
        root = tmp_path / "-".join(("main", *made))
        root.mkdir()
        committed(root, *made)
        run(root, "worktree", "add", "-q", f"{root}-linked")
        run(root, "pack-refs", "--all")
        run(root, "gc", "-q")
        assert summary(root) == summary(tmp_path / f"{root.name}-linked") == "Old."
        assert summary(root, "HEAD@{0}:lake") == "Old."
