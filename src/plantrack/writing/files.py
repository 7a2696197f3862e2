"""Every file that is written is written here: in one step, so that nobody ever finds half of one.

The text goes to a new file in the same folder, is flushed to the disk, and takes the place of the old one. A full disk
or a kill leaves the old file; what a killed writer leaves behind is no file of a corpus, and the next writer removes
it. Writers of one folder wait for each other where the system has locks of folders (`fcntl`); elsewhere a file that
changed between reading and writing is refused.
"""

import os
import shutil
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from plantrack.errors import OutputError, Problem

_PART = ".plantrack-{}.part"

_DEVICES = frozenset(
    ("aux", "con", "nul", "prn", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
)

Edit = tuple[Path, Callable[[str], str]]
"""A file, and the change from what stands there now to what is to stand there."""


def is_reserved(name: str) -> bool:
    """Whether some systems keep a name for a device, whatever follows its first dot.

    >>> is_reserved("nul.txt"), is_reserved("null")
    (True, False)
    """
    return name.partition(".")[0].casefold() in _DEVICES


def is_left_behind(path: Path) -> bool:
    """Whether a file is what a writer that was killed left; the next writer of its folder takes it away."""
    return path.match(_PART.format("*"))


def write_file(content: str | bytes | BinaryIO, output: Path) -> None:
    """Write a file anywhere, for a person who named it. What is too much to hold comes as an open file.

    It keeps its permissions. A link is followed within its folder only. A device such as `/dev/null` is written to as
    it is.

    Raises:
        OutputError: if it cannot be written; the old file is untouched.
    """
    data = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
    with told(output):
        target = _target(output)
        status = target.stat() if target.exists() else None
        if status is not None and stat.S_ISCHR(status.st_mode):
            with target.open("wb") as device:
                _pour(data, device)
            return
        with locked(target.parent):
            _replace(target, data)


def create_file(text: str, path: Path, *, root: Path, overwrite: bool = False) -> None:
    """Write a file of a corpus, a new one unless it may be overwritten.

    Args:
        text: What it holds.
        path: Where; missing folders below the root are made.
        root: The corpus. Nothing outside of it is written, nor through links.
        overwrite: Whether a file that is there may be replaced.

    Raises:
        OutputError: if it is there already or cannot be written.
    """
    with told(path):
        _refuse_outside(path, root)
        path.parent.mkdir(parents=True, exist_ok=True)
        with locked(path.parent):
            if path.exists() and not overwrite:
                raise OutputError([Problem(what="is there already", file=str(path), expected="a new name, or --force")])
            _replace(path, text.encode())


def edit_file(path: Path, edit: Callable[[str], str], *, root: Path) -> bool:
    """Change the text of a file of a corpus; two writers at once both have their change.

    Args:
        path: The file.
        edit: From what stands there now to what is to stand there. Line ends come and go as they are.
        root: The corpus. Nothing outside of it is written, nor through links.

    Returns:
        Whether it was written; it is not where it says just that.

    Raises:
        OutputError: if it cannot be written, or somebody changed it meanwhile; the old file is untouched.
        PlantrackError: what `edit` raises; the old file is untouched.
    """
    return bool(edit_files([(path, edit)], root=root))


def edit_files(edits: Sequence[Edit], *, root: Path) -> tuple[Path, ...]:
    """Change several files of a corpus: all new texts are on the disk before the first takes the place of an old one.

    A kill between the first and the last leaves the files that come first changed, so what others refer to comes first.

    Args:
        edits: The files, each once, with the change to its text; in this order they are replaced.
        root: The corpus, as `edit_file` has it.

    Returns:
        The files that were written; those that say just that already are not.

    Raises:
        OutputError: as `edit_file`; all old files are untouched, unless one cannot be replaced after others were.
        PlantrackError: what a change raises; all old files are untouched.
    """
    with ExitStack() as stack:
        for path, _ in edits:
            with told(path):
                _refuse_outside(path, root)
        for folder in sorted({path.parent for path, _ in edits}):  # in one order, so that no two wait for each other
            with told(folder):
                stack.enter_context(locked(folder))
        waiting = []
        for path, edit in edits:
            with told(path):
                before = path.read_bytes()
                after = edit(before.decode()).encode()
                if after != before:
                    waiting.append((path, stack.enter_context(_fresh(path, after)), before))
        for path, _, before in waiting:
            with told(path):
                _refuse_changed(path, before)
        for path, fresh, _ in waiting:
            with told(path):
                _put_in_place(fresh, path)
        return tuple(path for path, _, _ in waiting)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns what the system refuses into an error of ours."""
    try:
        yield
    except UnicodeDecodeError:
        raise OutputError([Problem(what="not UTF-8", file=str(path))]) from None
    except OSError as error:
        what = f"cannot be written: {(error.strerror or 'unknown reason').lower()}"
        raise OutputError([Problem(what=what, file=str(path))]) from None
    except (ValueError, RuntimeError):  # a NUL in the name; a link to itself
        raise OutputError([Problem(what="not the name of a file", file=str(path))]) from None


def _target(output: Path) -> Path:
    if not output.is_symlink():
        return output
    target = Path(os.path.realpath(output))
    if target.is_symlink():
        raise OutputError([Problem(what="a link that leads to itself", file=str(output), expected="a file")])
    if target.parent != Path(os.path.realpath(output.parent)):
        what = "a link that leads to another folder"
        raise OutputError([Problem(what=what, file=str(output), expected=f"the file itself, {target}")])
    return target


def _refuse_outside(path: Path, root: Path) -> None:
    real_root = Path(os.path.realpath(root))
    if path.is_symlink():
        raise OutputError([Problem(what="a link, which is not written through", file=str(path), expected="a file")])
    given, top = path.absolute(), root.absolute()
    below = given.relative_to(top) if given.is_relative_to(top) and ".." not in given.parts else None
    if below is None or Path(os.path.realpath(path)) != real_root / below:
        what = "outside of the corpus, or led there by a link"
        raise OutputError([Problem(what=what, file=str(path), expected=f"a file below {root}")])


def _replace(target: Path, data: bytes | BinaryIO) -> None:
    with _fresh(target, data) as fresh:
        _put_in_place(fresh, target)


@contextmanager
def _fresh(target: Path, data: bytes | BinaryIO) -> Iterator[Path]:
    """A whole new file beside the old one, on the disk already; it goes again if nobody puts it in its place."""
    status = target.stat() if target.exists() else None
    if status is not None and not stat.S_ISREG(status.st_mode):
        raise OutputError([Problem(what="not a file", file=str(target), expected="a file or a new name")])
    if status is not None and not os.access(target, os.W_OK):
        raise OutputError([Problem(what="a file that may not be written", file=str(target))])
    fresh = target.with_name(_PART.format(f"{os.getpid()}-{os.urandom(4).hex()}"))
    try:
        write_flushed(fresh, data, mode=None if status is None else stat.S_IMODE(status.st_mode))
        yield fresh
    finally:
        with suppress(OSError):  # the next writer takes away what could not be taken away now
            fresh.unlink(missing_ok=True)


def write_flushed(path: Path, data: bytes | BinaryIO, *, mode: int | None = None, flush: bool = True) -> None:
    """Write a new file, which is on the disk then unless it is flushed later; nothing that is there is written to."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with open(descriptor, "wb") as file:  # noqa: PTH123 - the descriptor is open already
        if mode is not None:
            path.chmod(mode)
        _pour(data, file)
        file.flush()
        if flush:
            os.fsync(descriptor)


def flush_file(path: Path) -> None:
    """Put a file on the disk that was written without; of many, all written first, this is ten times as fast."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _pour(data: bytes | BinaryIO, file: BinaryIO) -> None:
    if isinstance(data, bytes):
        file.write(data)
    else:
        shutil.copyfileobj(data, file)


def _put_in_place(fresh: Path, target: Path) -> None:
    fresh.replace(target)
    flush_folder(target.parent)


def _refuse_changed(target: Path, expected: bytes) -> None:
    if target.read_bytes() != expected:
        raise OutputError([Problem(what="somebody changed it meanwhile; try again", file=str(target))])


def flush_folder(folder: Path) -> None:
    """Puts new names on the disk, too, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError:  # some file systems have no such thing, and the file itself is safe
        pass
    finally:
        os.close(descriptor)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Waits until no other writer is at work in a folder; leaves nothing behind, whatever becomes of the writer."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if _lock(descriptor, fcntl.flock, fcntl.LOCK_EX):
            for left_behind in folder.glob(_PART.format("*")):
                left_behind.unlink(missing_ok=True)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int, flock: Callable[[int, int], object], exclusive: int) -> bool:
    try:
        flock(descriptor, exclusive)
    except OSError:  # a file system without locks: what is expected is compared all the same
        return False
    return True
