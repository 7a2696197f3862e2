"""The bytes of a document that a person named: a file, a pipe, or what is piped in."""

import os
import select
import stat
import sys
from pathlib import Path

from plantrack.errors import InputError, Problem, UsageError, nearest_name

STANDARD_INPUT = "-"
MAX_BYTES = 64_000_000
"""Of a file in a format with pictures; text is refused far earlier by its decoder."""
PATIENCE = 20.0
"""Seconds after which a pipe is given up through which nothing comes."""
_MAX_SHOWN = 200
_PIECE = 1 << 20


def read_input(name: str | Path) -> bytes:
    """The bytes of a document.

    Args:
        name: A path, or `-` for the standard input.

    Raises:
        InputError: if it cannot be read, is a folder or a device, or too large.
        UsageError: if nothing is piped in.
    """
    if str(name) == STANDARD_INPUT:
        return _standard_input()
    path, shown = Path(name), _shown(str(name))
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(descriptor, "rb", buffering=0) as file:  # noqa: PTH123 - the descriptor is open already
            status = os.fstat(descriptor)
            if stat.S_ISFIFO(status.st_mode) or stat.S_ISSOCK(status.st_mode):
                return _through_pipe(descriptor, shown)
            _refuse_other(status, shown)
            data = file.readall()
            _refuse_large(len(data), shown)
            return data
    except IsADirectoryError:
        raise _folder(shown) from None
    except FileNotFoundError as error:
        near = nearest_name(path.name, siblings(path))
        what = (error.strerror or "no such file").lower()
        raise InputError([Problem(what=what, file=shown, nearest=near)]) from None
    except OSError as error:
        raise InputError([Problem(what=(error.strerror or "cannot be read").lower(), file=shown)]) from None
    except ValueError:  # a NUL in the name
        raise InputError([Problem(what="not the name of a file", file=shown)]) from None


def _standard_input() -> bytes:
    stream = sys.stdin
    if stream is None or stream.isatty():
        raise UsageError("nothing is piped in", found="'-'", expected="a document on the standard input")
    try:
        data = stream.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        problem = Problem(what=(error.strerror or "cannot be read").lower(), file="the standard input")
        raise InputError([problem]) from None
    _refuse_large(len(data), "the standard input")
    return data


def _through_pipe(descriptor: int, shown: str) -> bytes:
    pieces: list[bytes] = []
    length = 0
    waited = PATIENCE
    os.set_blocking(descriptor, True)
    while select.select([descriptor], [], [], waited)[0]:
        piece = os.read(descriptor, _PIECE)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
        length += len(piece)
        _refuse_large(length, shown)
    what, expected = "nothing comes through this pipe", f"its end within {PATIENCE:.0f} seconds"
    raise InputError([Problem(what=what, file=shown, expected=expected)])


def _refuse_other(status: os.stat_result, shown: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise _folder(shown)
    if not stat.S_ISREG(status.st_mode):
        raise InputError([Problem(what="a device, not a file", file=shown)])
    _refuse_large(status.st_size, shown)


def _folder(shown: str) -> InputError:
    return InputError([Problem(what="a folder, not a file", file=shown, expected="one document; name the file in it")])


def _refuse_large(size: int, shown: str) -> None:
    if size > MAX_BYTES:
        found, expected = f"{size:,} bytes", f"at most {MAX_BYTES:,}"
        raise InputError([Problem(what="the file is too large", file=shown, found=found, expected=expected)])


def _shown(name: str) -> str:
    return name if len(name) <= _MAX_SHOWN else f"{name[:_MAX_SHOWN]}..."


def siblings(path: Path) -> list[str]:
    """The names of what stands in the folder of a file; none where that cannot be read."""
    try:
        return [sibling.name for sibling in path.parent.iterdir()]
    except OSError:
        return []
