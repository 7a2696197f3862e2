"""Where the files of a corpus come from: a folder, or a revision of it in git."""

from pathlib import Path, PurePosixPath
from typing import Protocol

from plantrack.errors import InputError, Problem, UsageError


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
        path = self.root / name
        try:
            if path.is_symlink() and not path.resolve().is_relative_to(self.root.resolve()):
                raise InputError([Problem(what="a link that leads out of the corpus", file=self.shown(name))])
            return path.read_bytes()
        except OSError as error:
            what = error.strerror or "cannot be read"
            raise InputError([Problem(what=what.lower(), file=self.shown(name))]) from None

    def names(self, folder: str) -> list[str]:
        root = self.root / folder
        found = (path for path in root.rglob("*") if path.suffix in (".yaml", ".yml") and path.is_file())
        return sorted(path.relative_to(self.root).as_posix() for path in found)

    def shown(self, name: str) -> str:
        path = self.root / name
        try:
            return str(path.relative_to(Path.cwd()))
        except ValueError:
            return str(path)


class RevisionFiles:
    """Files of a corpus as they were at a git revision."""

    def __init__(self, root: Path, revision: str) -> None:
        if revision.startswith("-") or ".." in revision or not revision.isprintable() or " " in revision:
            what = "not a name of one revision"
            expected = "a branch, tag or commit; no leading dash, no '..'"
            raise UsageError(what, found=repr(revision), expected=expected)
        self.root = root
        self.label = revision
        top = Path(self._git("rev-parse", "--show-toplevel").decode().strip())
        self.commit = self._git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
        self.prefix = PurePosixPath(root.resolve().relative_to(top.resolve()).as_posix())

    def read(self, name: str) -> bytes:
        return self._git("cat-file", "blob", f"{self.commit}:{self.prefix / name}", name=name)

    def names(self, folder: str) -> list[str]:
        listed = self._git("ls-tree", "-r", "-z", "--name-only", "--full-tree", self.commit, "--", f"{self.prefix / folder}/")
        names = (PurePosixPath(name) for name in listed.decode("utf-8", "replace").split("\0") if name)
        return sorted(str(name.relative_to(self.prefix)) for name in names if name.suffix in (".yaml", ".yml"))

    def shown(self, name: str) -> str:
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
            said = done.stderr.decode("utf-8", "replace").strip()
            what = "no such revision" if not said else "not a revision that git can read"
            raise UsageError(what, found=repr(self.label), expected=said or "a branch, tag or commit")
        return done.stdout
