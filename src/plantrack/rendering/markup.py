"""Markdown that says what it is given and nothing else: text of others cannot become markup."""

import re

from plantrack.plain import one_line

_MARKS = re.compile(r"([\\`*_{}\[\]<>|~^$&!@])")
_STARTS = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+=#])(?=\s|$)")


def escaped(text: str) -> str:
    r"""Text as Markdown, on one line, safe in tables and in HTML made from it.

    >>> escaped("<b>*5* | x_y")
    '\\<b\\>\\*5\\* \\| x\\_y'
    """
    line = _MARKS.sub(r"\\\1", one_line(text)).replace("://", ":\\//")
    return _STARTS.sub(lambda start: f"{start[1]}\\{start[2]}" if start[1] else f"\\{start[3]}", line)
