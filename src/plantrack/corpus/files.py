"""Where the files of a corpus come from: a folder; `plantrack.corpus.revisions` has them as they were."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from plantrack.documents.inputs import siblings
from plantrack.errors import InputError, Problem, nearest_name
from plantrack.reading.nodes import MAX_BYTES
from plantrack.value import evolve

MAX_SHOWN = 200
"""Characters of a file's name in a problem."""
SUFFIXES = (".yaml", ".yml")
"""Files under the second are not read; that they are there is worth a word."""


class Files(Protocol):
    """The files below a corpus, by names with forward slashes such as `plans/28pt/plan.yaml`."""

    label: str
    """How problems name this place; empty for the working folder itself."""

    def read(self, name: str) -> bytes:
        """The bytes of a file. Raises InputError if there is no such file."""

    def names(self, folder: str) -> list[str]:
        """The names of all files below a folder, sorted."""

    def shown(self, name: str) -> str:
        """A file's name as the user would write it."""


class FolderFiles:
    """Files of a folder on disk. Links that lead out of the folder are not followed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.label = ""
        self._reals: dict[str, str] = {}

    def read(self, name: str) -> bytes:
        """The bytes of a file. Raises InputError."""
        path = f"{self.root}/{name}"
        folder, root = self._real(os.path.dirname(path)), self._real(str(self.root))  # noqa: PTH120 - a path as an object costs ten times as much
        real = os.path.realpath(path) if os.path.islink(path) else folder  # noqa: PTH114 - as above
        if not f"{real}{os.sep}".startswith(root.rstrip(os.sep) + os.sep):
            raise InputError([Problem(what="a link that leads out of the corpus", file=self.shown(name))])
        return read_file(path, lambda: self.shown(name))

    def _real(self, folder: str) -> str:
        """Where a folder is; most files stand in one that was looked for before."""
        if folder not in self._reals:
            self._reals[folder] = os.path.realpath(folder)
        return self._reals[folder]

    def names(self, folder: str) -> list[str]:
        """The names of everything below a folder that is called as a file of YAML is, sorted."""
        found = []
        top = str(self.root / folder)
        for place, folders, files in os.walk(top):
            inside = folder + place[len(top) :].replace(os.sep, "/")  # paths as objects cost ten times as much
            found += [f"{inside}/{name}" for name in (*files, *folders) if name.endswith(SUFFIXES)]
        return sorted(found)

    def shown(self, name: str) -> str:
        """A file's name, from the working folder where it stands below it."""
        path = self.root / name
        try:
            return str(path.relative_to(Path.cwd()))
        except (ValueError, OSError):
            return str(path)


def read_file(path: str | Path, shown: Callable[[], str]) -> bytes:
    """The bytes of a regular file of no more than `MAX_BYTES`; nothing else is waited for or read.

    Args:
        path: Where it is.
        shown: What a problem calls it.

    Raises:
        InputError: if it is no such file, or cannot be read.
    """
    try:
        # A pipe without a writer would keep a plain open() waiting.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(descriptor, "rb") as file:  # noqa: PTH123 - the descriptor is open already
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise InputError([Problem(what="a pipe or a device, not a file", file=shown())])
            if status.st_size > MAX_BYTES:
                found, expected = f"{status.st_size:,} bytes", f"at most {MAX_BYTES:,} bytes"
                raise InputError([Problem(what="the file is too large", file=shown(), found=found, expected=expected)])
            return file.read(MAX_BYTES + 1)
    except IsADirectoryError as error:
        raise InputError([Problem(what="a folder, not a file", file=shown())]) from error
    except OSError as error:
        raise InputError([Problem(what=(error.strerror or "cannot be read").lower(), file=shown())]) from error
    except ValueError as error:  # a NUL in the name
        raise InputError([Problem(what="not the name of a file", file=shown())]) from error


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that a person named. Raises InputError if it cannot be read."""
    shown = str(path)
    shown = shown if len(shown) <= MAX_SHOWN else f"{shown[:MAX_SHOWN]}..."
    try:
        return read_file(path, lambda: shown)
    except InputError as error:
        if not isinstance(error.__cause__, FileNotFoundError):
            raise
        (problem,) = error.problems
        near = nearest_name(path.name, siblings(path))
        raise InputError([evolve(problem, nearest=near)]) from None
