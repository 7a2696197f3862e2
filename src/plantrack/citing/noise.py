"""What a saved page holds besides its article: noticed and said, never removed, for positions count in the text."""

import re
from collections.abc import Iterator

from plantrack.anchoring import count_words, fold
from plantrack.errors import Problem

_LINES = (
    (
        "a line of the site, not of the article",
        r"read more|continue reading|related:?|most read|advertisement|share this",
    ),
    (
        "a line of the site, not of the article",
        r"exclusive|breaking|watch:? .*|scroll to top|leave a comment|sign up.*",
    ),
    ("a picture's credit or place", r"article image|image:? .*|photo:? .*|\|"),
    ("a consent note", r".*\b(?:cookies?|consent|privacy policy|e-?mail address will not)\b.*"),
    (
        "a line of an error",
        r".*\b(?:error (?:occurred|loading)|something went wrong|enable javascript|not available in)\b.*",
    ),
    ("a line of an error", r".*\b(?:failed to load|page (?:was )?not found|video cannot|unable to play)\b.*"),
)
_NOTICED = tuple((what, re.compile(pattern, re.IGNORECASE)) for what, pattern in _LINES)
_LITERAL = re.compile(r"\\u[0-9a-fA-F]{4}|&[a-z]+;|&#\d+;")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\xad]")
_GLUED = re.compile(r"[a-z]{3}[.!?\u2019\u201d\"'][A-Z][a-z]|[a-z]{3}[A-Z][a-z]{3}")
_SLUG_LINE = re.compile(r"(?<![\w\u2019',.\u2013])(?:[\w\u2019',.\u2013]++-){5}[\w\u2019',.\u2013]")
_CAPTION_WORDS = 4
"""Shorter lines may well stand twice."""
_MOST_SHOWN = 60


def scrape_noise(text: str, *, file: str = "") -> list[Problem]:
    r"""What stands in a text that its author did not write, by lines.

    Noticed: lines and half lines printed twice, headlines glued to what follows, 'Read more' and its like, consent
    notes, lines of errors, escapes such as a literal `\u200b` or `&amp;`, characters that nobody sees.
    """
    return list(_found(text.split("\n"), file))


def _found(lines: list[str], file: str) -> Iterator[Problem]:
    first_at: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        plain = fold(line).strip()
        if not plain:
            continue
        for what in _remarks(plain, line):
            yield Problem(what=what, file=file, line=number, found=repr(_short(plain)))
        if count_words(plain) >= _CAPTION_WORDS:
            if plain in first_at:
                what = f"a line printed twice, first in line {first_at[plain]}"
                yield Problem(what=what, file=file, line=number, found=repr(_short(plain)))
            first_at.setdefault(plain, number)


def _remarks(plain: str, line: str) -> Iterator[str]:
    what = next((what for what, pattern in _NOTICED if pattern.fullmatch(plain)), None)
    if what is not None:
        yield what
    if _LITERAL.search(line):
        yield "an escape that was never turned into its character"
    if _INVISIBLE.search(line):
        yield "characters that nobody sees"
    if _GLUED.search(plain) or _SLUG_LINE.search(plain):
        yield "words glued together, perhaps a headline and what follows"
    half = len(plain) // 2
    if count_words(plain) >= 2 * _CAPTION_WORDS and plain[:half].strip() == plain[half:].strip():
        yield "a line that says itself twice"


def _short(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 4].rstrip() + " ..."
