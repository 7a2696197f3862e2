"""Whether a place cuts through a word or a figure: "to 600" does not stand in "to 600,000", nor "can" in "cannot"."""

import re
import unicodedata

_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff]")
"""Scripts that put no space between words (Thai, Lao, Burmese, Khmer, Chinese, Japanese)."""
_SEPARATORS = ".,"


def cuts_word(text: str, start: int, end: int) -> bool:
    """Says whether the span begins or ends inside a word or a figure of the text.

    Between a small and a capital letter it may be cut: scraped pages glue headlines to what stands before them.
    Not seen: a figure that goes on after a space ("600 000").
    """
    return start < end and (_is_inside(text, start) or _is_inside(text, end))


def _is_inside(text: str, position: int) -> bool:
    if not 0 < position < len(text):
        return False
    before, after = text[position - 1], text[position]
    if unicodedata.combining(after):
        return True
    if before.isalnum() and after.isalnum():
        glued = before.islower() and after.isupper()
        return not (glued or _SPACELESS.match(before) or _SPACELESS.match(after))
    further = text[position + 1 : position + 2]
    if before.isdigit() and after in _SEPARATORS and further.isdigit():
        return True
    if before in _SEPARATORS and after.isdigit() and text[position - 2 : position - 1].isdigit():
        return True
    return before in "nN" and after in "'\u2019" and further in ("t", "T")
