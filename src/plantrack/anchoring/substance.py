"""What no likeness of words may pass over: figures, names and negations.

Figures in words and negations are known for English; digits and capital letters in any language that has them. Not
seen: antonyms ("raise", "lower"), and names in scripts without capitals.
"""

import re
import unicodedata
from collections.abc import Sequence

from plantrack.anchoring.likeness import similarity
from plantrack.anchoring.prepared import PreparedText, word_key

_DIGITS = re.compile(r"[$£€¥₴₽]?\d[\d.,:/]*\d%?|[$£€¥₴₽]?\d%?")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_FIGURE_WORD = re.compile(
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    "(?:twen|thir|for|fif|six|seven|eigh|nine)ty|(?:hundred|thousand|million|billion|trillion|quarter|third)s?|"
    "dozens?|hal(?:f|ves?|ved)|first|second|(?:four|fif|six|seven|eigh|nin|ten)th|once|twice|double|triple|percent"
)
_NEGATION = re.compile(
    "not|no|never|nor|neither|none|nobody|nothing|nowhere|cannot|without|non|hardly|barely|scarcely|unless|except|"
    "refuse[sd]?|.*n't"
)
_NEGATING_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "non-", "anti", "anti-", "de", "mis")
_SHORTEST_STEM = 4
_SAME_WORD = 0.6
_SENTENCE_ENDS = ".?!:\"')"


def changed_substance(prepared: PreparedText, was: Sequence[str], now: range, *, opens: bool) -> str | None:
    """Says what of substance differs between altered words and the tokens that stand in their place.

    Args:
        prepared: The text in which the words stand now.
        was: The words as they were, folded.
        now: The tokens of the text that stand in their place.
        opens: Whether the words as they were begin the passage, so that a capital letter need not be a name.

    Returns:
        None, or a short reason such as "a figure differs".
    """
    stands = [prepared.tokens[number] for number in now]
    if _figures(was) != _figures(stands):
        return "a figure differs"
    if _negations(was) != _negations(stands) or _is_negated(was, stands):
        return "a negation differs"
    begins = [opens, *(word[-1:] in _SENTENCE_ENDS for word in was[:-1])]
    names_now = [_name(prepared, prepared.tokens[number], begins=_begins_sentence(prepared, number)) for number in now]
    common_now = [word_key(word) for word, name in zip(stands, names_now, strict=True) if not name]
    names = [_name(prepared, word, begins=first) for word, first in zip(was, begins, strict=False)]
    if names and begins[0] and was[0][1:].islower() and _is_misspelt(word_key(was[0]), common_now):
        names[0] = ""
    if [name for name in names if name] != [name for name in names_now if name]:
        return "a name differs"
    return None


def _figures(words: Sequence[str]) -> list[str]:
    found: list[str] = []
    for word in words:
        key = word_key(word)
        found += [_THOUSANDS.sub("", figure) for figure in _DIGITS.findall(key)]
        found += [part for part in re.split("[-/]", key) if _FIGURE_WORD.fullmatch(part)]
    return found


def _negations(words: Sequence[str]) -> int:
    return sum(_NEGATION.fullmatch(part) is not None for word in words for part in word_key(word).split("-"))


def _is_negated(was: Sequence[str], now: Sequence[str]) -> bool:
    """Says whether one side has a word that the other has with a negating prefix: "lawful" and "unlawful"."""
    old, new = {word_key(word) for word in was}, {word_key(word) for word in now}
    return any(_has_negated(one, other) for one, other in ((old, new), (new, old)))


def _has_negated(stems: set[str], words: set[str]) -> bool:
    long_stems = [stem for stem in stems - words if len(stem) >= _SHORTEST_STEM]
    return any(prefix + stem in words for stem in long_stems for prefix in _NEGATING_PREFIXES)


def _begins_sentence(prepared: PreparedText, number: int) -> bool:
    if number == 0 or not prepared.tokens[number - 1]:
        return True
    if prepared.tokens[number - 1][-1] in _SENTENCE_ENDS:
        return True
    start, end = prepared.folding.original_span(prepared.starts[number] - 1, prepared.starts[number] + 1)
    return "\n" in prepared.text[start:end]


def _name(prepared: PreparedText, word: str, *, begins: bool) -> str:
    """Returns the word as a name, without accents and genitive; empty if it is none."""
    key = word_key(word)
    bare = word.strip("\"'()[]{}<>.,;:!?-")
    if not any(letter.isupper() for letter in bare) or key in ("i", "i'm", "i've", "i'd", "i'll"):
        return ""
    if begins and bare[1:].islower() and _is_common(prepared, key):
        return ""
    bare = unicodedata.normalize("NFD", key.removesuffix("'s"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def _is_misspelt(key: str, words: Sequence[str]) -> bool:
    """Says whether a word that opens the passage is one of these common words with some letters wrong."""
    return any(similarity(key, word) >= _SAME_WORD for word in words)


def _is_common(prepared: PreparedText, key: str) -> bool:
    """Says whether the text also writes the word in small letters."""
    return any(key in prepared.tokens[number] for number in prepared.index.get(key, ()))
