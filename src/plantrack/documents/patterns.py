"""Regular expressions of a person, matched by a second Python that is ended when its time is over.

One that nests repeats may take longer than anybody waits, and nothing interrupts it from within.
"""

import re
import sys
from collections.abc import Sequence

from plantrack.errors import InputError, Problem, UsageError, quoted

SECONDS = 10
_LONGEST_LINE = 1_000
"""Characters of a line that a pattern sees."""
_PROGRAM = """
import json, re, sys
pattern, lines, whole = json.load(sys.stdin)
find = re.compile(pattern).search if whole else re.compile(pattern).match
def shown(found):
    if found is None:
        return None
    inside = re.search(r"[0-9]+[A-Za-z]?", found[0])
    number = found[1] if found.re.groups else inside and inside[0]
    return [found.end(), number or ""]
json.dump([shown(find(line)) for line in lines], sys.stdout)
"""


def starts_of(pattern: str, lines: Sequence[str]) -> list[tuple[int, str] | None]:
    """Where a pattern ends at the start of each line, and what its first group matched, else the figure in the match.

    Raises:
        UsageError: if it is no regular expression, or matches nothing.
        InputError: if it takes too long.
    """
    found = _matched(pattern, lines, anywhere=False)
    return [None if one is None or not one[0] else (one[0], one[1]) for one in found]


def lines_with(pattern: str, lines: Sequence[str]) -> list[bool]:
    """Whether a pattern is found in each line. Raises UsageError, InputError."""
    return [one is not None for one in _matched(pattern, lines, anywhere=True)]


def _matched(pattern: str, lines: Sequence[str], *, anywhere: bool) -> list[tuple[int, str] | None]:
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        raise UsageError(f"not a regular expression: {error}", found=quoted(pattern)) from None
    import json
    import subprocess

    asked = json.dumps([pattern, [line[:_LONGEST_LINE] for line in lines], anywhere])
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and the pattern is data
            [sys.executable, "-I", "-S", "-c", _PROGRAM],
            input=asked, capture_output=True, check=True, timeout=SECONDS, text=True, encoding="utf-8",
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        what, expected = f"the pattern {quoted(pattern)} takes too long", f"one that ends in {SECONDS} seconds"
        raise InputError([Problem(what=what, expected=expected)]) from None
    except (OSError, subprocess.CalledProcessError) as error:
        raise UsageError("no second Python can be started, which patterns need", found=str(error)) from None
    found: list[tuple[int, str] | None] = json.loads(done.stdout)
    return found
