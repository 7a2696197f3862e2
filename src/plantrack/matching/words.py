"""A text cut into words."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*|\d+(?:[.,]\d+)*|[%$€£]|[.;:!?](?=\s|$)")
_FOLD = re.compile(r"[^\W_]+|[%$€£]")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": " ", "—": " "})


def split_words(text: str) -> list[str]:
    """Words, figures, signs of money and shares, and the marks that end a clause."""
    return _WORD.findall(text.translate(_PLAIN))


def folded(text: str) -> str:
    """A text without case, marks and spacing, for comparing whole texts."""
    return " ".join(_FOLD.findall(text.translate(_PLAIN).lower()))
