"""Defaults of options from files: `plantrack.toml` of a corpus, and the user's own.

The command line beats the environment, the environment a corpus's file, that the user's file, that what is built in.
The corpus in which a person stands is nearer than one that the user's file names. A corpus may come from anybody: its
file can choose what answers show, and when they are no. It sets options only of commands that write nothing into a
corpus, and none that names a file or folder.
"""

import os
from pathlib import Path
from typing import Any

import click

from plantrack.cli.contents import SHARED
from plantrack.corpus.finding import is_corpus, nearest_corpus
from plantrack.errors import InputError, Problem

CORPUS_FILE = "plantrack.toml"


def defaults_for(
    words: str, command: click.Command, program: click.Group, *, corpus: Path | None = None
) -> dict[str, Any] | None:
    """The defaults of a command's options by their names in Python; None where no file has any.

    Args:
        words: The words of the command: `source add`.
        command: The command.
        program: The group of all commands, of which a file may have tables.
        corpus: The folder given on the command line, if any.

    Raises:
        InputError: with everything that is wrong in the files.
    """
    user, found, problems = user_file(), dict[str, Any](), list[Problem]()
    if user is not None:
        from plantrack.cli.settings import defaults_of

        found |= defaults_of(user, words, command, program, problems, of_corpus=False)
    own = corpus_file(corpus, found.get("corpus"))
    if own is not None:
        from plantrack.cli.settings import defaults_of

        found |= defaults_of(own, words, command, program, problems, of_corpus=True)
    if problems:
        raise InputError(problems)
    for option, variable in SHARED.items():
        if os.environ.get(variable):
            found.pop(option, None)
    if "corpus" in found and nearest_corpus() is not None:
        del found["corpus"]
    return found or None


def user_file() -> Path | None:
    """The user's own file, if there is one."""
    home = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")  # noqa: PTH111 - paths as objects cost more
    path = os.path.join(home, "plantrack", "config.toml")  # noqa: PTH118 - as above
    return Path(path) if os.path.isabs(path) and os.path.lexists(path) else None  # noqa: PTH117 - as above


def corpus_file(given: Path | None = None, fallback: str | None = None) -> Path | None:
    """The file of the corpus that a command would work on, if it has one.

    Args:
        given: The folder given on the command line.
        fallback: The folder that the user's file names.
    """
    named = given or os.environ.get("PLANTRACK_CORPUS")
    folder = Path(named) if named else nearest_corpus() or (Path(fallback) if fallback else None)
    if folder is None or not is_corpus(folder):
        return None
    path = folder / CORPUS_FILE
    return path if os.path.lexists(path) else None
