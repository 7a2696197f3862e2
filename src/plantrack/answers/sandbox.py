"""A template of somebody else, filled in by a process of its own: it reaches nothing, and has little time and memory.

What a template computes between two of its signs nobody can interrupt from within, `"a" * 10**10` for one. So a second
Python fills it in, which is ended when its time is over.
"""

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plantrack.errors import InputError, Problem, UsageError, nearest_name, quoted

SECONDS = 6
"""Of a template that is shipped, a hundredth is enough."""
_MEMORY = 1_000_000_000
"""Bytes, where the system keeps such limits."""
_MOST = 200_000
"""Characters of a template."""
MOST_WRITTEN = 5_000_000
"""Characters of a report."""
_NAME = "<template>"
"""What Jinja calls a template without a file, in tracebacks."""


def fill_in(template: str, report: Mapping[str, object], path: Path) -> str:
    """A report by a template.

    Args:
        template: The template.
        report: All that it sees.
        path: What problems call it.

    Raises:
        InputError: if it is no template, asks for what is not there, or takes too long, too much memory or room.
        UsageError: if a second Python cannot be started.
    """
    found = {**os.environ, "PYTHONPATH": os.pathsep.join(folder for folder in sys.path if folder)}
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and nothing of the template is among the words
            [sys.executable, "-P", "-m", __name__],
            input=pickle.dumps((template, report)), capture_output=True, check=False, timeout=SECONDS, env=found,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        what, expected = "the template takes too long", f"at most {SECONDS} seconds"
        raise InputError([Problem(what=what, file=str(path), expected=expected)]) from None
    except OSError as error:
        what = "no second Python can be started, which a template of your own needs"
        raise UsageError(what, found=str(error)) from None
    if done.returncode != 0:  # ended by the system
        what, expected = "the template takes too much memory", f"at most {_MEMORY:,} bytes"
        raise InputError([Problem(what=what, file=str(path), expected=expected)])
    answer: dict[str, Any] = json.loads(done.stdout)
    if "problem" in answer:
        raise InputError([Problem(**answer["problem"], file=str(path))])
    return str(answer["written"])


def read_template(path: Path) -> str:
    """A template from a file. Raises InputError."""
    from plantrack.documents.formats.text import text_of
    from plantrack.documents.inputs import read_input

    text = text_of(read_input(path), str(path)).replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > _MOST:
        found, expected = f"{len(text):,} characters", f"at most {_MOST:,}"
        raise InputError([Problem(what="the template is too large", file=str(path), found=found, expected=expected)])
    return text


def _answer(template: str, report: Mapping[str, object]) -> dict[str, Any]:
    """What was written, or what is wrong: a template may raise whatever Python can."""
    try:
        return _written(template, report)
    except MemoryError:
        return {"problem": {"what": "the template takes too much memory", "expected": f"at most {_MEMORY:,} bytes"}}
    except Exception as error:  # noqa: BLE001 - as said above
        said = f"the template failed: {str(error) or type(error).__name__}"
        return {"problem": {"what": said, "line": _line_of(error)}}


def _written(template: str, report: Mapping[str, object]) -> dict[str, Any]:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Missing(StrictUndefined):
        """Tells what is not there, and what it may have been meant for."""

        __slots__ = ()

        @property
        def _undefined_message(self) -> str:
            if self._undefined_hint:
                return str(self._undefined_hint)
            near = nearest_name(str(self._undefined_name), _names(self._undefined_obj))
            return f"{quoted(str(self._undefined_name))} is not there" + (f"; did you mean {near}?" if near else "")

    environment = ImmutableSandboxedEnvironment(
        undefined=Missing, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, autoescape=False
    )
    pieces, room = [], MOST_WRITTEN
    for piece in environment.from_string(template).generate(report=report):
        pieces.append(piece)
        room -= len(piece)
        if room < 0:
            return {
                "problem": {"what": "the template writes too much", "expected": f"at most {MOST_WRITTEN:,} characters"}
            }
    return {"written": "".join(pieces)}


def _names(holder: Any) -> list[str]:
    """What could have been asked for: the names in it, else what a template begins with."""
    return list(holder) if isinstance(holder, dict) else ["report"]


def _line_of(error: Exception) -> int | None:
    """Where in the template, as far as is known."""
    line: int | None = getattr(error, "lineno", None)
    place = error.__traceback__
    while place is not None:
        if place.tb_frame.f_code.co_filename == _NAME:
            line = place.tb_lineno
        place = place.tb_next
    return line


def _limit() -> None:
    try:
        import resource
    except ImportError:  # a system without such limits
        return
    for kind, most in ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CPU, 2 * SECONDS)):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


if __name__ == "__main__":
    _limit()
    sys.stdout.write(json.dumps(_answer(*pickle.load(sys.stdin.buffer))))  # noqa: S301 - from `fill_in` alone
