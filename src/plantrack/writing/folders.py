"""A folder of files that is made as a whole and made again, beside which files of others are left alone.

What was written is listed, with digests, in a file of the folder. Only what that list names is ever replaced or taken
away, and what somebody changed since is left where nothing takes its place. All files are written below a new hidden
folder first and moved into place when all are on the disk, so that a failure leaves the old ones. While they are moved
the list names the old ones and the new ones, so that after a kill at any moment the next time knows its own files.
"""

import hashlib
import json
import os
import shutil
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from plantrack.errors import OutputError, Problem
from plantrack.writing.files import flush_file, flush_folder, locked, told, write_flushed

_STAGING = ".plantrack-{}.staging"

Digests = Mapping[str, tuple[str, ...]]
"""What each file that was written may hold: one digest, or two and more if it was being replaced when a kill came."""


def write_folder(files: Iterable[tuple[str, bytes]], folder: Path, *, marker: str) -> tuple[str, ...]:
    """Write the files of a folder: an empty one, a new one, or one that bears the marker of an earlier time.

    Args:
        files: Names below the folder, with `/`, and contents; asked for one after the other, and none kept.
        folder: Where.
        marker: The name of the file that lists what was written.

    Returns:
        The names of all files written, sorted.

    Raises:
        OutputError: if the folder holds what is not listed, leads elsewhere by a link, or cannot be written.
    """
    refuse_folder(folder, marker=marker)
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)
    with locked(folder):
        staging = _new_staging(folder)
        try:
            digests = _stage(files, staging, folder)
            with told(folder):
                _put_in_place(digests, staging, folder, marker)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    return tuple(sorted(digests))


def refuse_folder(folder: Path, *, marker: str) -> None:
    """Say at once, before any work, why a folder cannot be written. Raises OutputError."""
    with told(folder):
        _listed(folder, marker)


def _listed(folder: Path, marker: str) -> Digests:
    """What an earlier time wrote, with digests; nothing for a new or empty folder."""
    if folder.is_symlink():
        raise OutputError([Problem(what="a link, which is not written through", file=str(folder), expected="a folder")])
    if not folder.exists():
        return {}
    if not folder.is_dir():
        raise OutputError([Problem(what="not a folder", file=str(folder), expected="a new or empty folder")])
    mark = folder / marker
    if not os.path.lexists(mark):
        if any(not _is_left_behind(entry) for entry in folder.iterdir()):
            expected = "a new or empty folder, or one that plantrack wrote"
            raise OutputError([Problem(what="files of others are in it", file=str(folder), expected=expected)])
        return {}
    return _read_list(mark)


def _new_staging(folder: Path) -> Path:
    """A new hidden folder; what writers that were killed left behind is taken away."""
    with told(folder):
        for entry in folder.iterdir():
            if _is_left_behind(entry):
                shutil.rmtree(entry)
        staging = folder / _STAGING.format(f"{os.getpid()}-{os.urandom(4).hex()}")
        staging.mkdir()
    return staging


def _put_in_place(digests: Mapping[str, str], staging: Path, folder: Path, marker: str) -> None:
    listed = _listed(folder, marker)
    _refuse_others(folder, digests, listed)
    new: Digests = {name: (digest,) for name, digest in digests.items()}
    both = {name: tuple(dict.fromkeys((*listed.get(name, ()), *new.get(name, ())))) for name in {**listed, **new}}
    _write_list(both, staging, folder, marker)
    staged = [name for name in digests if (staging / name).exists()]
    for name in staged:
        _make_parents(folder / name, folder)
        (staging / name).replace(folder / name)
    for parent in sorted({(folder / name).parent for name in staged}):
        flush_folder(parent)
    _take_away(folder, {name: held for name, held in listed.items() if name not in digests})
    _write_list(new, staging, folder, marker)


def _write_list(listed: Digests, staging: Path, folder: Path, marker: str) -> None:
    files = {name: held[0] if len(held) == 1 else list(held) for name, held in sorted(listed.items())}
    text = json.dumps({"plantrack": 1, "files": files}, indent=0) + "\n"
    write_flushed(staging / marker, text.encode())
    (staging / marker).replace(folder / marker)
    flush_folder(folder)


def _is_left_behind(entry: Path) -> bool:
    """Whether it is what a writer that was killed left."""
    return entry.match(_STAGING.format("*")) and entry.is_dir() and not entry.is_symlink()


def _read_list(mark: Path) -> Digests:
    try:
        listed = json.loads(mark.read_bytes())["files"] if mark.is_file() and not mark.is_symlink() else None
        if isinstance(listed, dict) and all(map(_is_below, listed)):
            found = {name: tuple([held] if isinstance(held, str) else held) for name, held in listed.items()}
            if all(isinstance(digest, str) for held in found.values() for digest in held):
                return found
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    what, expected = "not a list of files that plantrack wrote", "the file as it was written, or a new folder"
    raise OutputError([Problem(what=what, file=str(mark), expected=expected)])


def _is_below(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return bool(parts) and not name.startswith("/") and ".." not in parts and "\\" not in name and "\0" not in name


def _stage(files: Iterable[tuple[str, bytes]], staging: Path, folder: Path) -> dict[str, str]:
    """Write what is not in the folder already as it is to be."""
    digests: dict[str, str] = {}
    made: set[Path] = set()
    staged: list[Path] = []
    for name, content in files:
        target = staging / name
        if not _is_below(name) or name in digests:
            message = f"two files of one name, or a name that leads outside: {name}"
            raise ValueError(message)
        with told(target):
            if not _holds(folder / name, content):
                if target.parent not in made:
                    target.parent.mkdir(parents=True, exist_ok=True)
                    made.add(target.parent)
                write_flushed(target, content, flush=False)
                staged.append(target)
        digests[name] = hashlib.sha256(content).hexdigest()
    for target in staged:
        with told(target):
            flush_file(target)
    return digests


def _holds(target: Path, content: bytes) -> bool:
    try:
        status = target.lstat()
        return stat.S_ISREG(status.st_mode) and status.st_size == len(content) and target.read_bytes() == content
    except OSError:
        return False


def _refuse_others(folder: Path, names: Iterable[str], listed: Digests) -> None:
    """Refuse to replace what was not written here, and to write through links."""
    problems = []
    for name in names:
        for inner in PurePosixPath(name).parents:
            place = folder / inner
            if inner.parts and (place.is_symlink() or (place.exists() and not place.is_dir())):
                problems.append(Problem(what="a link or a file in the place of a folder", file=str(place)))
        target = folder / name
        if os.path.lexists(target) and (name not in listed or not stat.S_ISREG(target.lstat().st_mode)):
            problems.append(Problem(what="a file that somebody else put there", file=str(target)))
    if problems:
        raise OutputError(dict.fromkeys(problems))


def _make_parents(target: Path, folder: Path) -> None:
    if not target.parent.is_dir():
        target.parent.mkdir(parents=True)
    if not Path(os.path.realpath(target.parent)).is_relative_to(os.path.realpath(folder)):
        raise OutputError([Problem(what="led elsewhere by a link", file=str(target))])


def _take_away(folder: Path, stale: Digests) -> None:
    """Remove what is no longer written, where it is still as it was written, and the folders that are empty then."""
    for name, digests in stale.items():
        target = folder / name
        parents = [folder / inner for inner in PurePosixPath(name).parents if inner.parts]
        if any(parent.is_symlink() for parent in parents) or target.is_symlink():
            continue
        if os.path.lexists(target):
            if not target.is_file() or hashlib.sha256(target.read_bytes()).hexdigest() not in digests:
                continue
            target.unlink()
        for parent in (parent for parent in parents if parent.is_dir()):
            if any(parent.iterdir()):
                break
            parent.rmdir()
