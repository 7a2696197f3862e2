"""Short names that a text gives to parties: *the Movement for the Liberation of Ostara (MLO)*, *hereinafter X*."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plantrack.extraction.words import Token, phrase, tokens_of

_INTRODUCING = frozenset(
    "hereinafter henceforth hereafter referred to as called known named below collectively the or also".split()
)
_MARKS = frozenset({'"', "'", ",", ":", "``", "''"})
_LINKS = frozenset("of for the and de del la in on to".split())
_LONGEST_SHORT = 4
_LONGEST_INSERTION = 16


_INSERTION = re.compile(r"\([^()]{2,120}\)|, or (?:the )?[A-Z]\w*,")
_BEFORE = 160
"""Characters before an insertion in which the name is looked for that it shortens."""


class Definition(NamedTuple):
    """A name and the short form that stands for it."""

    name: str
    short: str


def find_definitions(texts: Iterable[str]) -> tuple[Definition, ...]:
    """The short names that some texts define, each once, in the order in which they are defined.

    >>> find_definitions(["The Joint Verification Team (JVT) shall meet."])
    (Definition(name='Joint Verification Team', short='JVT'),)
    """
    found: dict[str, Definition] = {}
    for text in texts:
        for window in dict.fromkeys(
            (text[max(0, match.start() - _BEFORE) : match.start()], match[0]) for match in _INSERTION.finditer(text)
        ):
            before, inserted = (tokens_of(part) for part in window)
            definition = _defined_at([*before, *inserted], len(before)) if before else None
            if definition is not None:
                found.setdefault(definition.short, definition)
    return tuple(found.values())


def _defined_at(tokens: Sequence[Token], position: int) -> Definition | None:
    closing = ")" if tokens[position].low == "(" else ","
    inside: list[Token] = []
    for token in tokens[position + 1 : position + _LONGEST_INSERTION]:
        if token.low == closing:
            break
        inside.append(token)
    else:
        return None
    if closing == "," and (not inside or inside[0].low != "or" or len(inside) > 3):
        return None
    announced = closing == ")" and any(token.low in ("hereinafter", "henceforth", "hereafter") for token in inside)
    quoted = any(token.low == '"' for token in inside)
    words = [token for token in inside if token.low not in _MARKS]
    while words and words[0].low in _INTRODUCING:
        words = words[1:]
    if not words or not words[0].capital:
        return None
    before = _name_before(tokens, position)
    if before and len(words) <= _LONGEST_SHORT and all(word.capital for word in words):
        short = phrase(words)
        if (announced or quoted or (len(words) == 1 and is_acronym(short))) and short != before:
            return Definition(before, short)
    if closing == ")" and is_acronym(tokens[position - 1].text) and len(words) > 1 and words[-1].capital:
        return Definition(phrase(words), tokens[position - 1].text)
    return None


def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals, as short names are: MLO, NCPs."""
    return len(word) > 1 and sum(letter.isupper() for letter in word) >= max(2, len(word) - 1) and word.isalpha()


def _name_before(tokens: Sequence[Token], position: int) -> str:
    """The capitalised name that ends before a token, without its article."""
    start = position
    while start and (tokens[start - 1].capital or (tokens[start - 1].low in _LINKS and start < position)):
        start -= 1
    while start < position and (tokens[start].low in _LINKS or tokens[start].low in _NO_PART):
        start += 1
    return phrase(list(tokens[start:position])) if position - start > 1 else ""


_NO_PART = frozenset("the a an and between by with".split())
