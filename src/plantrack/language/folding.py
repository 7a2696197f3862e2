"""Words made alike that only look different: ligatures, soft hyphens, typographic marks, letters of another script.

Folding is for comparing; what is printed is always the text itself.
"""

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
    "аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅԚԜαοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijshdqwABEKMHOPCTYXIJSQWaoABEZHIKMNOPTYX",
)
"""Cyrillic and Greek letters that are printed as Latin ones are."""


def fold_word(word: str) -> str:
    """A word in lower case with plain marks, ligatures apart, and look-alikes as the script of the rest has them.

    A word all in another script stays in it.

    >>> fold_word("ﬁ\u00adre"), fold_word("n\u043et"), fold_word("\u043d\u0435")
    ('fire', 'not', '\u043d\u0435')
    """
    if word.isascii():
        return word.lower().replace("`", "'")
    plain = unicodedata.normalize("NFKC", word.translate(_PLAIN)).translate(_PLAIN)
    return mixed_script_as_latin(plain).lower()


def mixed_script_as_latin(word: str) -> str:
    """A word that mixes Latin letters with look-alikes of another script, as Latin; any other word as it is."""
    if word.isascii():
        return word
    latin = any("a" <= letter.lower() <= "z" for letter in word)
    return word.translate(_LOOK_ALIKES) if latin else word
