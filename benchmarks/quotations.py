"""Invented articles, and quotations of known place in them: with other marks and spaces, or with slips of the pen."""

import random
from typing import Any

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
NOISE = 0.05
"""The share of letters of a noisy quotation that are altered."""


def make_quotations(count: int, *, articles: int, characters: int, noisy: bool, seed: int = 1) -> dict[str, Any]:
    """Texts, and quotations as [text, words, start, end].

    Args:
        count: How many quotations.
        articles: How many texts they are spread over.
        characters: How long each text is, about.
        noisy: With slips of the pen; otherwise only with other quotation marks, dashes and spaces.
        seed: The same seed gives the same texts.
    """
    chance = random.Random(seed)
    words = ["".join(chance.choices(_LETTERS, k=chance.randrange(3, 9))) for _ in range(6000)]
    texts = [_article(chance, words, characters) for _ in range(articles)]
    quotations = []
    for index in range(count):
        text = texts[index % articles]
        start = text.index(" ", chance.randrange(len(text) - 300)) + 1
        end = start
        for _ in range(12):
            end = text.index(" ", end + 1)
        quoted = text[start:end]
        quotations.append([index % articles, _slips(chance, quoted) if noisy else _retyped(quoted), start, end])
    return {"texts": texts, "quotations": quotations}


def _article(chance: random.Random, words: list[str], characters: int) -> str:
    parts: list[str] = []
    length = 0
    while length < characters:
        part = (
            chance.choice(words) + chance.choices(("", ",", ".", "\N{RIGHT SINGLE QUOTATION MARK}s"), (85, 6, 6, 3))[0]
        )
        parts.append(part)
        length += len(part) + 1
    return " ".join(parts) + " "


def _retyped(quoted: str) -> str:
    return quoted.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").replace(" ", "\N{NO-BREAK SPACE}", 1)


def _slips(chance: random.Random, quoted: str) -> str:
    letters = list(quoted)
    inner = [place for place, letter in enumerate(letters) if letter.isalpha() and 0 < place < len(letters) - 1]
    for place in chance.sample(inner, round(len(letters) * NOISE)):
        letters[place] = chance.choice(("", chance.choice(_LETTERS), letters[place] * 2))
    return "".join(letters)
