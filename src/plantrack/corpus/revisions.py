"""The files of a corpus as they were at a revision in git."""

from pathlib import Path, PurePosixPath

from plantrack.corpus.files import SUFFIXES
from plantrack.corpus.git import find_repository
from plantrack.errors import InputError, Problem, UsageError, quoted


class RevisionFiles:
    """Files of a corpus as they were at a git revision."""

    def __init__(self, root: Path, revision: str) -> None:
        if revision.startswith("-") or ".." in revision or not revision.isprintable() or " " in revision:
            what = "not a name of one revision"
            expected = "a branch, tag or commit; no leading dash, no '..'"
            raise UsageError(what, found=quoted(revision), expected=expected)
        self.root = root
        self.label = revision
        repository = find_repository(root)
        if repository is None:
            raise UsageError("the corpus has no history in git", found=quoted(revision), expected="a git repository")
        self._repository = repository
        self.prefix = PurePosixPath(root.resolve().relative_to(repository.top).as_posix())
        found = repository.ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if found.returncode != 0:
            said = found.stderr.decode("utf-8", "replace").strip()[:500]
            what = "no such revision" if not said else "not a revision that git can read"
            raise UsageError(what, found=quoted(revision), expected=said or "a branch, tag or commit")
        self.commit = found.stdout.decode().strip()

    def read(self, name: str) -> bytes:
        """The bytes of a file at the revision. Raises InputError."""
        found = self._repository.ask("cat-file", "blob", f"{self.commit}:{self.prefix / name}")
        if found.returncode != 0:
            what = "no such file at this revision, or one that git has not fetched yet"
            raise InputError([Problem(what=what, file=self.shown(name))])
        return found.stdout

    def names(self, folder: str) -> list[str]:
        """The names of all files of YAML below a folder at the revision, sorted. Raises UsageError."""
        asked = ("ls-tree", "-r", "-z", "--name-only", "--full-tree", self.commit, "--", f"{self.prefix / folder}/")
        listed = self._repository.ask(*asked)
        if listed.returncode != 0:
            what = "a revision whose files git cannot list: part of it may not be fetched yet"
            raise UsageError(what, found=quoted(self.label))
        names = (PurePosixPath(name) for name in listed.stdout.decode("utf-8", "replace").split("\0") if name)
        return sorted(str(name.relative_to(self.prefix)) for name in names if name.suffix in SUFFIXES)

    def shown(self, name: str) -> str:
        """The revision and the file's name, as git takes them."""
        return f"{self.label}:{self.prefix / name}"
