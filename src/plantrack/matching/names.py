"""Names in two papers, with their adjectives and spellings."""

import re
from collections.abc import Sequence

from plantrack.matching.words import split_words

_NAME_ENDING = re.compile(r"(?:ians?|eans?|ese|ish|ans?|is?|ia|as?|es?|s)$")
_INITIALS = re.compile(r"\b[A-Z]{2,8}\b")
_CAPITALISED = re.compile(r"(?<![\w'’-])[A-Z][\w'’-]*+(?: (?:(?:of|for|and|in|on|the) ){0,2}[A-Z][\w'’-]*+){1,9}")
_SHORTEST_NAME = 4
_MOST_NAMES = 2000
"""Names, or texts, beyond which neither spellings nor initials are compared."""
_SHORTEST_SPELLING = 7
"""Length, with the mark of a name, from which one differing letter is a matter of spelling."""


def name_stem(word: str) -> str:
    """What a name shares with its adjective: `Ukraine` and `Ukrainian`.

    >>> name_stem("Ukraine") == name_stem("Ukrainian")
    True
    """
    bare = word.lower()
    cut = _NAME_ENDING.sub("", bare)
    return "@" + (cut if len(cut) >= _SHORTEST_NAME else bare)


def name_tokens(texts: Sequence[str]) -> dict[str, str]:
    """Words that these texts print with a capital inside a sentence, in lower case, with the token each counts as.

    Spellings of one name (`Luhansk`, `Lugansk`) and its adjective get one token, also where they begin a sentence.
    """
    inside, beginnings, plain = _capitals(texts)
    tokens: dict[str, str] = {}
    known: dict[str, None] = {}
    by_start: dict[str, list[str]] = {}
    for word in sorted(inside):
        bare = word.lower()
        if bare in plain and not word.isupper():
            continue
        token = name_stem(word)
        if token not in known:
            near = next((other for other in by_start.get(token[:2], ()) if _one_spelling(other, token)), None)
            if near is None:
                known[token] = None
                if len(inside) <= _MOST_NAMES:
                    by_start.setdefault(token[:2], []).append(token)
            else:
                token = near
        tokens[bare] = token
    for word in sorted(beginnings):
        if name_stem(word) in known and word.lower() not in plain:
            tokens.setdefault(word.lower(), name_stem(word))
    return tokens


def _capitals(texts: Sequence[str]) -> tuple[set[str], set[str], set[str]]:
    """Words with a capital inside a sentence, those that begin one, and words without capitals."""
    inside: set[str] = set()
    beginnings: set[str] = set()
    plain: set[str] = set()
    for text in texts:
        begun = False
        for word in split_words(text):
            if not word[0].isalpha():
                begun = begun and word not in ".:;!?"
            else:
                if not word[0].isupper():
                    plain.add(word)
                elif begun or (word.isupper() and len(word) > 1):
                    inside.add(word)
                else:
                    beginnings.add(word)
                begun = True
    return inside, beginnings, plain


def shorten(texts: Sequence[str]) -> list[str]:
    """The texts with names written out in full replaced by their initials, where some text prints these as a name."""
    short = sorted({word for text in texts for word in _INITIALS.findall(text)})
    if not short or len(texts) > _MOST_NAMES:
        return list(texts)
    known = frozenset(short)
    return [_CAPITALISED.sub(lambda found: _initials_in(found[0], known), text) for text in texts]


def _initials_in(name: str, known: frozenset[str]) -> str:
    """A row of capitalised words, its longest end that has known initials replaced by them."""
    words = name.split(" ")
    for start in range(len(words) - 1):
        initials = "".join(part[0] for word in words[start:] for part in word.split("-") if part[:1].isupper())
        for candidate in (initials, "".join(word[0] for word in words[start:] if word[:1].isupper())):
            if candidate in known and words[start][:1].isupper():
                return " ".join([*words[:start], candidate])
    return name


def _one_spelling(one: str, other: str) -> bool:
    """Whether two names of at least six letters differ by a single letter."""
    if min(len(one), len(other)) < _SHORTEST_SPELLING or abs(len(one) - len(other)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, rest_other = one[start:], other[start:]
    return rest[1:] == rest_other[1:] or rest[1:] == rest_other or rest == rest_other[1:]
