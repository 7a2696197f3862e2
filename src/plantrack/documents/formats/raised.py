"""Raised text, read alike in every format: a power, an ordinal, or the mark of a footnote."""

import re

DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§]{1,3})[\])]?")
_POWER_OF_TEN = re.compile(r"(?:^|[^\d.,])10$")
_UNIT = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,2}$")
"""m2, km3, CO2: words of one letter or two have no footnotes."""


def printed_raised(before: str, raised: str) -> str | None:
    """What raised text is on a line without heights; None where it is the mark of a footnote.

    Args:
        before: The text before it; its last 20 characters are enough.
        raised: The raised text.

    >>> printed_raised("at 10", "6"), printed_raised("20 km", "2"), printed_raised("the 2", "nd")
    ('^6', '2', 'nd')
    >>> printed_raised("withdraws.", "3"), printed_raised("in 2014", "3")
    (None, ' 3')
    """
    text = raised.strip()
    if not text or not _MARK.fullmatch(text):
        return raised
    if not text.isdecimal():
        return None
    if _POWER_OF_TEN.search(before):
        return f"^{text}"
    if before[-1:].isdecimal():
        return f" {text}"  # a mark or a power: a word of its own either way
    return raised if not before.strip() or before[-1:].isspace() or _UNIT.search(before) else None
