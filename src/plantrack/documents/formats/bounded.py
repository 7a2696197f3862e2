"""A decoder run by a second Python, which is ended when its time or memory is over.

A library in C cannot be interrupted from within, and a damaged or hostile file may keep it busy for hours.
"""

import json
import os
import subprocess
import sys
from typing import Any

from plantrack.documents.blocks import Decoded, SourceLine
from plantrack.errors import InputError, Problem, UsageError

SECONDS = 30
"""A thousand pages take about five."""
MEMORY = 1_500_000_000
"""Bytes, where the system keeps such limits."""


def decode_apart(module: str, data: bytes, name: str, *, seconds: int = SECONDS) -> Decoded:
    """Run a module of decoding on its own.

    Args:
        module: Reads the file from standard input and calls `answer`.
        data: The file.
        name: What problems call it.
        seconds: How long it may take.

    Raises:
        InputError: if the file cannot be read, or takes too long or too much memory.
        UsageError: if no second Python can be started.
    """
    found = {**os.environ, "PYTHONPATH": os.pathsep.join(folder for folder in sys.path if folder)}
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and nothing of the file is among the words
            [sys.executable, "-P", "-m", module, str(seconds)],
            input=data, capture_output=True, check=False, timeout=seconds, env=found,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        what, expected = "it takes too long to read", f"at most {seconds} seconds"
        raise InputError([Problem(what=what, file=name, expected=expected)]) from None
    except OSError as error:
        what = "no second Python can be started, which reads this kind of file"
        raise UsageError(what, found=str(error)) from None
    try:
        said: dict[str, Any] = json.loads(done.stdout)
    except ValueError:  # ended by the system, or by a fault in the library
        what = "it cannot be read: the library that reads it broke down, or took too much memory"
        raise InputError([Problem(what=what, file=name)]) from None
    if "problem" in said:
        raise InputError([Problem(**said["problem"], file=name)])
    return Decoded(
        lines=tuple(SourceLine(*line)._replace(cells=tuple(line[-1])) for line in said["lines"]),
        title=said["title"],
        language=said["language"],
        paged=said["paged"],
        remarks=tuple(Problem(what=what, file=name) for what in said["remarks"]),
    )


def limit(seconds: int) -> None:
    """Keep this process within its limits, where the system can."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, seconds)):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def answer(decoded: Decoded) -> str:
    """A document for the first Python; a line is handed over as a list."""
    said = {
        "lines": decoded.lines,
        "title": decoded.title,
        "language": decoded.language,
        "paged": decoded.paged,
        "remarks": [one.what for one in decoded.remarks],
    }
    return json.dumps(said)


def refusal(what: str, expected: str | None = None) -> str:
    """Why there is none, for the first Python."""
    return json.dumps({"problem": {"what": what, "expected": expected}})
