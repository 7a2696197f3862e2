"""The plain form of a text, in which two renderings of the same words are equal, and the way back to the original.

Positions count in Unicode code points of the *normalised* text (NFC, line ends LF). Its *folded* form is for looking
only: plain quotation marks and dashes, single spaces, nothing invisible.
"""

import hashlib
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from plantrack.value import value

_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\xab\xbb\u2033\u301d\u301e\u301f\uff02"
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2039\u203a\u2032\u02bc`\xb4\uff07"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_ODD_SPACES = (
    "\t\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
_SPACES = f"\n{_ODD_SPACES}"
_INVISIBLE = "\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"

_MARKS = ((_DOUBLE_QUOTES, '"'), (_SINGLE_QUOTES, "'"), (_DASHES, "-"))
_UNEVEN = re.compile(f"[ {_SPACES}{_INVISIBLE}]{{2,}}|[{_SPACES}{_INVISIBLE}]")
_GAP = re.compile(f"[ {_SPACES}]")
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_LINE_GAP = re.compile("\n[ \n]*")
_NO_BREAK = str.maketrans(dict.fromkeys("\xa0\u2007\u202f", " "))


def normalise_text(text: str) -> str:
    """Returns the text in NFC with line feeds as line ends: the form that positions and digests count in."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def plain_spaces(text: str) -> str:
    """Returns the text with each no-break space read as a space, which moves nothing."""
    return text.translate(_NO_BREAK)


@value
class Folding:
    """A folded text, and where each of its characters stood before."""

    text: str
    turns: tuple[int, ...]
    """Indexes in the folded text from which on the distance to the original is another."""
    distances: tuple[int, ...]
    """What to add from each turn on."""

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Returns where the characters from `start` to before `end` (not an empty span) stood before folding."""
        return self._original(start), self._original(end - 1) + 1

    def _original(self, position: int) -> int:
        turn = bisect_right(self.turns, position)
        return position + (self.distances[turn - 1] if turn else 0)


def fold_with_positions(text: str) -> Folding:
    """Folds a normalised text and keeps the way back."""
    pieces: list[str] = []
    turns: list[int] = []
    distances: list[int] = []
    done = dropped = 0
    for match in _uneven_runs(text):
        run, start = match.group(), match.start()
        kept = " " if _GAP.search(run) else ""
        pieces += (text[done:start], kept)
        done = match.end()
        if len(run) > len(kept):
            dropped += len(run) - len(kept)
            turns.append(done - dropped)
            distances.append(dropped)
    pieces.append(text[done:])
    return Folding(text=_plain_marks("".join(pieces)), turns=tuple(turns), distances=tuple(distances))


def _uneven_runs(text: str) -> Iterator[re.Match[str]]:
    """Yields each run of white space and unseen characters but single spaces.

    Where nothing is unseen, as in most texts, all of it is made line feeds of the same length first, which a search for
    one character finds many times as fast.
    """
    if not text.isascii() and _UNSEEN.search(text):
        return _UNEVEN.finditer(text)
    for space in _ODD_SPACES:
        text = text.replace(space, "\n")
    return _LINE_GAP.finditer(text.replace("  ", "\n\n").replace(" \n", "\n\n"))


def fold(text: str) -> str:
    """Returns the plain form of some words: NFC, plain quotation marks and dashes, single spaces, nothing invisible.

    A space at either end stays, so that `fold` can be used on what stands before and after a passage.
    """
    text = unicodedata.normalize("NFC", text)
    return _plain_marks(_UNEVEN.sub(lambda run: " " if _GAP.search(run.group()) else "", text))


def _plain_marks(text: str) -> str:
    for marks, plain in _MARKS:
        for mark in marks:  # one by one: ten times as fast over a whole text as a class of characters
            text = text.replace(mark, plain)
    return text


def text_digest(text: str) -> str:
    """Returns the SHA-256 of the normalised text's UTF-8, in hexadecimal."""
    return hashlib.sha256(normalise_text(text).encode()).hexdigest()


def words_digest(words: str) -> str:
    """Returns the SHA-256 over the folded words, in hexadecimal: the same for any rendering of the same words."""
    return hashlib.sha256(fold(words).strip().encode()).hexdigest()


def context_digest(prefix: str, suffix: str) -> str:
    """Returns the SHA-256 over what stands before and after a passage, in plain form, in hexadecimal."""
    return hashlib.sha256(f"{fold(prefix)}\n{fold(suffix)}".encode()).hexdigest()


def count_words(words: str) -> int:
    """Returns how many words there are between white space."""
    return len(fold(words).split())
