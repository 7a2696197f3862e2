"""Where the files of a corpus come from: a folder, or a revision of it in git."""

import os
import stat
from pathlib import Path, PurePosixPath
from typing import Protocol

from plantrack.errors import InputError, Problem, UsageError, quoted
from plantrack.reading.nodes import MAX_BYTES

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

    def read(self, name: str) -> bytes:
        """The bytes of a file. Raises InputError."""
        path, shown = self.root / name, self.shown(name)
        if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(self.root)):
            raise InputError([Problem(what="a link that leads out of the corpus", file=shown)])
        return read_file(path, shown)

    def names(self, folder: str) -> list[str]:
        """The names of everything below a folder that is called as a file of YAML is, sorted."""
        found = []
        for place, folders, files in os.walk(self.root / folder):
            found += [os.path.join(place, name) for name in (*files, *folders) if name.endswith(SUFFIXES)]  # noqa: PTH118 - paths as objects cost ten times as much
        return sorted(Path(path).relative_to(self.root).as_posix() for path in found)

    def shown(self, name: str) -> str:
        """A file's name, from the working folder where it stands below it."""
        path = self.root / name
        try:
            return str(path.relative_to(Path.cwd()))
        except (ValueError, OSError):
            return str(path)


def read_file(path: Path, shown: str) -> bytes:
    """The bytes of a regular file of no more than `MAX_BYTES`; nothing else is waited for or read.

    Raises:
        InputError: if it is no such file, or cannot be read.
    """
    try:
        # A pipe without a writer would keep a plain open() waiting.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(descriptor, "rb") as file:  # noqa: PTH123 - the descriptor is open already
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise InputError([Problem(what="a pipe or a device, not a file", file=shown)])
            if status.st_size > MAX_BYTES:
                found, expected = f"{status.st_size:,} bytes", f"at most {MAX_BYTES:,} bytes"
                raise InputError([Problem(what="the file is too large", file=shown, found=found, expected=expected)])
            return file.read(MAX_BYTES + 1)
    except IsADirectoryError as error:
        raise InputError([Problem(what="a folder, not a file", file=shown)]) from error
    except OSError as error:
        raise InputError([Problem(what=(error.strerror or "cannot be read").lower(), file=shown)]) from error
    except ValueError as error:  # a NUL in the name
        raise InputError([Problem(what="not the name of a file", file=shown)]) from error


class RevisionFiles:
    """Files of a corpus as they were at a git revision."""

    def __init__(self, root: Path, revision: str) -> None:
        if revision.startswith("-") or ".." in revision or not revision.isprintable() or " " in revision:
            what = "not a name of one revision"
            expected = "a branch, tag or commit; no leading dash, no '..'"
            raise UsageError(what, found=quoted(revision), expected=expected)
        self.root = root
        self.label = revision
        top = Path(self._git("rev-parse", "--show-toplevel").decode().strip())
        self.commit = (
            self._git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
        )
        self.prefix = PurePosixPath(root.resolve().relative_to(top.resolve()).as_posix())

    def read(self, name: str) -> bytes:
        """The bytes of a file at the revision. Raises InputError."""
        return self._git("cat-file", "blob", f"{self.commit}:{self.prefix / name}", name=name)

    def names(self, folder: str) -> list[str]:
        """The names of all files of YAML below a folder at the revision, sorted."""
        listed = self._git(
            "ls-tree", "-r", "-z", "--name-only", "--full-tree", self.commit, "--", f"{self.prefix / folder}/"
        )
        names = (PurePosixPath(name) for name in listed.decode("utf-8", "replace").split("\0") if name)
        return sorted(str(name.relative_to(self.prefix)) for name in names if name.suffix in SUFFIXES)

    def shown(self, name: str) -> str:
        """The revision and the file's name, as git takes them."""
        return f"{self.label}:{self.prefix / name}"

    def _git(self, *arguments: str, name: str | None = None) -> bytes:
        import subprocess

        try:
            done = subprocess.run(  # noqa: S603 - no shell, and the revision was checked above
                ["git", *arguments],  # noqa: S607 - the user's own git
                cwd=self.root, capture_output=True, check=False, stdin=subprocess.DEVNULL, timeout=60,
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired) as error:
            raise UsageError("git cannot be run, which reading a revision needs", found=str(error)) from None
        if done.returncode != 0:
            if name is not None:
                raise InputError([Problem(what="no such file at this revision", file=self.shown(name))])
            said = done.stderr.decode("utf-8", "replace").strip()[:500]
            what = "no such revision" if not said else "not a revision that git can read"
            raise UsageError(what, found=quoted(self.label), expected=said or "a branch, tag or commit")
        return done.stdout
