"""Printing and writing: everything that leaves the program passes here, and nothing from a file commands a terminal."""

import os
import re
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from plantrack.errors import OutputError, Problem
from plantrack.plain import printable

_COLOUR = re.compile(r"(\x1b\[[0-9;]*m)")


def write_problems(problems: Iterable[Problem]) -> None:
    """Problems on stderr, a line each."""
    for problem in problems:
        click.echo(str(problem), err=True)


def write_answer(text: str, output: Path | None = None) -> None:
    """The answer on stdout, or in a file, which is replaced as a whole or not at all.

    Raises:
        OutputError: if it cannot be written. A closed pipe is left to click, which ends quietly.
    """
    if output is not None and not _is_standard(output):
        write_file(text, output)
        return
    stream = sys.stdout
    if stream is None:
        raise OutputError([Problem(what="nowhere to write to: the standard output is closed")])
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        stream.write(_for_terminal(text) if stream.isatty() else text)
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        sys.stdout = None  # what is left in it would be tried again at exit
        raise OutputError([_problem(error, "the standard output")]) from None


def write_file(text: str, output: Path) -> None:
    """Write a file in one step: who reads it meanwhile, or after a crash, sees the old one or the new one.

    The text goes to a new file in the same folder first, which then takes the place of the old one and keeps its
    permissions. A link is followed within its folder only. A device such as `/dev/null` is written to as it is.

    Raises:
        OutputError: if it cannot be written; the old file is untouched.
    """
    data = text.encode("utf-8", "backslashreplace")
    try:
        target = _target(output)
        status = target.stat() if target.exists() else None
        if status is not None and stat.S_ISCHR(status.st_mode):
            target.write_bytes(data)
            return
        if status is not None and not stat.S_ISREG(status.st_mode):
            raise OutputError([Problem(what="not a file", file=str(output), expected="a file or a new name")])
        if status is not None and not os.access(target, os.W_OK):
            raise OutputError([Problem(what="a file that may not be written", file=str(output))])
        _replace(target, data, None if status is None else stat.S_IMODE(status.st_mode))
    except OSError as error:
        raise OutputError([_problem(error, str(output))]) from None
    except (ValueError, RuntimeError):  # a NUL in the name; a link to itself
        raise OutputError([Problem(what="not the name of a file", file=str(output))]) from None


def _is_standard(output: Path) -> bool:
    """Whether a name stands for the standard output: `-`, `/dev/stdout`."""
    return str(output) in ("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")


def _target(output: Path) -> Path:
    if not output.is_symlink():
        return output
    target = Path(os.path.realpath(output))
    if target.parent != Path(os.path.realpath(output.parent)):
        what = "a link that leads to another folder"
        raise OutputError([Problem(what=what, file=str(output), expected=f"the file itself, {target}")])
    return target


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    fresh = target.with_name(f".plantrack-{os.getpid()}-{os.urandom(4).hex()}.part")
    try:
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with open(descriptor, "wb") as file:  # noqa: PTH123 - the descriptor is open already
            if mode is not None:
                fresh.chmod(mode)
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        fresh.replace(target)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def _problem(error: OSError, file: str) -> Problem:
    return Problem(what=f"cannot be written: {(error.strerror or 'unknown reason').lower()}", file=file)


def _for_terminal(text: str) -> str:
    """The text with its colours, and every other sign that a terminal might obey as an escape."""
    return "".join(part if _COLOUR.fullmatch(part) else printable(part) for part in _COLOUR.split(text))
