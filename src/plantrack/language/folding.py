"""Words made alike that only look different: ligatures, soft hyphens, typographic marks, letters of another script.

Folding is for comparing; what is printed is always the text itself.
"""

import re
import unicodedata

INVISIBLE = (
    "\u00ad\u200b\u200c\u200d\u2060\ufeff\u180e\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Characters that are not seen: soft hyphens, joiners, marks of direction."""

_PLAIN: dict[int, int | str | None] = {
    **dict.fromkeys(map(ord, "’‘\u02bc\u02b9\u2032`\u00b4"), "'"),  # with modifier letters, prime and accents
    **dict.fromkeys(map(ord, "‐‑–—−\u2012―"), "-"),  # the figure dash among them
    **dict.fromkeys(map(ord, "“”„«»″"), '"'),
    **dict.fromkeys(map(ord, INVISIBLE)),
}
_LOOK_ALIKES = str.maketrans(
    "аеорсухіјѕһԁԛԝѵӏАВЕКМНОРСТУХІЈЅԚԜҮӀαοινρυκχΑΒΕΖΗΙΚΜΝΟΡΤΥΧօսհոցզյՏՕԼՍ",
    "aeopcyxijshdqwvlABEKMHOPCTYXIJSQWYIaoivpukxABEZHIKMNOPTYXouhngqjSOLU",
)
"""Cyrillic, Greek and Armenian letters that are printed as Latin ones are; in part after Unicode's TR 39."""
_WORD = re.compile(r"[^\W\d_]+")
_ASCII_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


def fold_word(word: str, *, in_latin: bool = False) -> str:
    """A word in lower case with plain marks, ligatures apart, and look-alikes as the script of the rest has them.

    A word all in another script stays in it, unless it stands in a Latin text and all its letters look Latin.

    Args:
        word: One word or mark.
        in_latin: Whether the words around it are in Latin letters.

    >>> fold_word("ﬁ\u00adre"), fold_word("n\u043et"), fold_word("\u043d\u0435")
    ('fire', 'not', '\u043d\u0435')
    >>> fold_word("\u0430"), fold_word("\u0430", in_latin=True)
    ('\u0430', 'a')
    """
    if word.isascii():
        return word.lower().replace("`", "'")
    plain = unicodedata.normalize("NFKC", word.translate(_PLAIN)).translate(_PLAIN)
    return _in_one_script(plain, in_latin=in_latin).lower()


def is_latin(text: str) -> bool:
    """Whether most letters of a text are Latin ones without accents."""
    if text.isascii():
        return True
    letters = sum(map(str.isalpha, text))
    return 2 * sum(map(_ASCII_LETTERS.__contains__, text)) > letters


def look_alikes_in(text: str) -> list[tuple[str, str]]:
    """The words of a text that are compared as others, since letters of another script look like Latin ones in them.

    >>> look_alikes_in("It shall n\u043et fire.")
    [('n\u043et', 'not')]
    """
    if text.isascii():
        return []
    latin = is_latin(text)
    words = (word for word in _WORD.findall(text) if not word.isascii())
    pairs = ((word, _in_one_script(word, in_latin=latin)) for word in words)
    return [(word, read) for word, read in pairs if word != read]


def _in_one_script(word: str, *, in_latin: bool) -> str:
    """A word that mixes Latin letters with look-alikes of another script, as Latin; any other word as it is."""
    if word.isascii():
        return word
    plain = word.translate(_LOOK_ALIKES)
    mixed = not _ASCII_LETTERS.isdisjoint(word)
    return plain if mixed or (in_latin and plain.isascii()) else word
