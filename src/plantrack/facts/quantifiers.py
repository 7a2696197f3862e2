"""How much of a whole a text speaks of: all, most, some, each, any, only, both."""

from collections.abc import Sequence
from typing import NamedTuple

from plantrack.facts.fact import Fact
from plantrack.language.closed_words import Phrase, phrase_at
from plantrack.language.tokens import Token

_COMPARING = frozenset({"more", "less", "least", "twice", "thrice", "enough", "little"})
"""Closed-class words of amount that take nothing of a whole."""
_OWNERS = frozenset("the its their his her our your my".split())
_TIMES = frozenset(
    "second minute hour day week fortnight month quarter year decade time working calendar business".split()
)
"""Behind *every* and *each* these tell how often."""
_ABOUT = frozenset({"some", "several", "many", "a_few"})
"""Before a number these say *about*: *some 500 men*, *several hundred*."""
_SCALES = frozenset("hundred hundreds thousand thousands million millions dozen dozens".split())
_ADJECTIVES = ("ed", "ive", "ous", "al", "ful", "ic", "ant", "ent", "able", "ible", "ary", "ly", "ing", "less")
_SOME, _MANY, _MOST, _ALL = 2, 3, 4, 6
_PARTS = {
    "all": frozenset("not_all one_of at_least_one any_one_of part_of".split()),
    "each": frozenset("not_all one_of at_least_one any_one_of".split()),
    "everyone": frozenset({"not_all", "someone"}),
    "both": frozenset({"one_of", "at_least_one", "not_both"}),
    "whole": frozenset({"part_of", "parts_of", "in_part_of"}),
}
"""What is surely less than a whole, though it stands on no scale."""


class Quantifier(NamedTuple):
    """How much of a whole is spoken of. Equal values say the same."""

    value: str
    """As in the table of closed-class words: `all`, `most`, `any`, `only`, `not_all`."""
    scale: int | None
    """From 0 (none) to 6 (all); None where that cannot be said."""


def find_quantifiers(tokens: Sequence[Token]) -> list[Fact]:
    """The quantifiers of a text, in order, as facts of kind `quantifier`; *no* and *none* are negations.

    >>> from plantrack.language.tokens import tokens_of
    >>> [fact.value.value for fact in find_quantifiers(tokens_of("Most of the prisoners, some 500, leave every week."))]
    ['most']
    """
    facts = []
    place = 0
    while place < len(tokens):
        phrase = phrase_at(tokens, place)
        if phrase is None:
            place += 1
            continue
        if phrase.cls == "quantifier" and phrase.value not in _COMPARING and not _says_else(tokens, place, phrase):
            facts.append(Fact("quantifier", place, phrase.last, Quantifier(phrase.value, phrase.scale)))
        place = phrase.last
    return facts


def compare_quantifiers(old: Quantifier, new: Quantifier) -> str | None:
    """The kind of change from one quantifier to another; None where they are equal or none is surely the wider.

    Under a ban the effect turns round; that is for `effect_of` to say.

    >>> compare_quantifiers(Quantifier("all", 6), Quantifier("most", 4))
    'quantifier-narrowed'
    """
    if _is_wider(old, new):
        return "quantifier-narrowed"
    return "quantifier-widened" if _is_wider(new, old) else None


def _is_wider(one: Quantifier, other: Quantifier) -> bool:
    """Whether one takes surely more. *Some*, *several* and *few* are not told apart, nor *many* and *most*."""
    if other.value in _PARTS.get(one.value, ()):
        return True
    if one.scale is None or other.scale is None:
        return False
    return max(one.scale, _SOME) > max(other.scale, _SOME) and (one.scale, other.scale) != (_MOST, _MANY)


def _says_else(tokens: Sequence[Token], place: int, phrase: Phrase) -> bool:
    """Whether a quantifier stands for something else here: how often, about how many, a superlative."""
    following = tokens[phrase.last] if phrase.last < len(tokens) else None
    low = following.low if following is not None else ""
    if phrase.value in ("each", "every_other"):
        return (following is not None and following.kind == "number") or low.removesuffix("s") in _TIMES
    if phrase.value in _ABOUT:
        return (following is not None and following.kind == "number") or low in _SCALES
    if phrase.value == "certain":
        return low == "that" or (place > 0 and tokens[place - 1].low in ("is", "are", "be"))
    if tokens[place].low == "most" and phrase.last == place + 1:
        return low == "-" or low.endswith(_ADJECTIVES) or (place > 0 and tokens[place - 1].low in _OWNERS)
    return False
