"""Several points on one line: `1. Stop. 2. Go.`."""

import re

from plantrack.documents.drafts import Point

_NEXT = re.compile(
    r"(?:(?<=[^\W\d_][.;:!?”\")\]])\s*|(?<=[.;:!?”\")\]])\s+)(?P<number>\d{1,6})[.)][ ]*(?=[^\W\d_a-z]|[“\"(])"
)
_ABBREVIATED = re.compile(
    r"(?:\b(?:art|arts|no|nos|nr|par|para|paras|sec|sect|cl|pt|pp|p|vol|cf|ch|reg)\.)$", re.IGNORECASE
)


def next_number(text: str, opened: list[Point]) -> "re.Match[str] | None":
    """Where in a line the next number of an open list stands after the end of a sentence; its group is the number.

    Args:
        text: The words of a point.
        opened: The open points, outermost first.
    """
    if not any(map(str.isdecimal, text)):
        return None
    last = next((point.number for point in reversed(opened) if point.style == "arabic"), None)
    if last is None or not last.isdecimal():
        return None
    wanted = int(last) + 1
    for found in _NEXT.finditer(text):
        if int(found["number"]) == wanted and not _ABBREVIATED.search(text, max(0, found.start() - 8), found.start()):
            return found
    return None
