"""Git, asked of a folder that a stranger may have made: it obeys nothing that came with the folder.

A repository's own configuration can name programs (a transport that fetches missing objects, a file watcher, hooks,
filters, a pager) and git would run them. So git is never shown that repository, but an empty one made for the call: its
configuration is written here, its objects and refs are links to the real ones. What that configuration lacks cannot
run, whatever later versions of git add.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from plantrack.corpus.files import read_file
from plantrack.errors import InputError, UsageError
from plantrack.value import value

_SECONDS = 60
_SHARED = ("objects", "refs", "packed-refs", "reftable", "logs", "shallow")
"""What a repository holds; all else in it says what to do."""
_STORAGE = re.compile(
    rb"^[ \t]*(objectformat|refstorage)[ \t]*=[ \t]*\"?(sha1|sha256|files|reftable)\b", re.IGNORECASE | re.MULTILINE
)
"""How objects and refs are kept: the only lines of a strange configuration that are taken over."""
_ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_PAGER": "cat",
    "LC_ALL": "C",
}


@value
class Repository:
    """A repository that is read and never obeyed."""

    top: Path
    """The folder that it keeps the history of."""
    own: Path
    """Where HEAD is: `.git`, or the folder that a linked worktree names."""
    shared: Path
    """Where objects and refs are."""

    def ask(self, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
        """Run a command that reads objects or refs.

        Args:
            arguments: Words for git. What comes from a person is checked by the caller, and stands behind
                `--end-of-options`.

        Raises:
            UsageError: if git cannot be run, or takes more than a minute.
        """
        with TemporaryDirectory(prefix="plantrack-git-", ignore_cleanup_errors=True) as folder:
            clean = Path(folder)
            try:
                self._furnish(clean)
                return subprocess.run(  # noqa: S603 - no shell, and the program is named by its whole path
                    [_program(), "--no-pager", *arguments],
                    cwd=clean, env=_environment(clean), stdin=subprocess.DEVNULL,
                    capture_output=True, check=False, timeout=_SECONDS,
                )  # fmt: skip
            except (OSError, subprocess.TimeoutExpired) as error:
                raise UsageError("git cannot be run, which reading a revision needs", found=str(error)) from None

    def _furnish(self, clean: Path) -> None:
        for name in _SHARED:
            if (self.shared / name).exists():
                _link(self.shared / name, clean / name)
        storage = {key.lower(): held.lower() for key, held in _STORAGE.findall(_read(self.shared / "config"))}
        lines = [b"[core]", b"bare = true", b"repositoryformatversion = " + (b"1" if storage else b"0")]
        lines += [b"[extensions]", *(key + b" = " + held for key, held in storage.items())] if storage else []
        (clean / "config").write_bytes(b"\n".join(lines) + b"\n")
        (clean / "HEAD").write_bytes(_read(self.own / "HEAD"))


def find_repository(folder: Path) -> Repository | None:
    """The repository that a folder belongs to, found without git; None if there is none."""
    real = Path(os.path.realpath(folder))
    for top in (real, *real.parents):
        own = top / ".git"
        if own.is_file():  # a linked worktree, or a submodule
            named = _read(own).removeprefix(b"gitdir:").strip()
            own = top / os.fsdecode(named)
        if (own / "HEAD").is_file():
            common = _read(own / "commondir").strip()
            return Repository(top=top, own=own, shared=own / os.fsdecode(common))
    return None


def _read(path: Path) -> bytes:
    """The bytes of a file; none where it is none."""
    try:
        return read_file(path, lambda: str(path))
    except InputError:
        return b""


def _program() -> str:
    """Git by its whole path: some systems would first look for it in the working folder."""
    for folder in os.get_exec_path():
        found = shutil.which(Path(folder, "git")) if Path(folder).is_absolute() else None
        if found:
            return found
    raise FileNotFoundError("no git is installed")


def _environment(clean: Path) -> dict[str, str]:
    inherited = {name: held for name, held in os.environ.items() if not name.startswith("GIT_")}
    return inherited | _ENVIRONMENT | {"GIT_DIR": str(clean)}


def _link(real: Path, link: Path) -> None:
    try:
        link.symlink_to(real)
    except OSError:  # Windows keeps links for those who may make them
        (shutil.copytree if real.is_dir() else shutil.copyfile)(real, link)
