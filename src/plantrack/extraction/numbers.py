"""Numbers in words and digits."""

import re
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from plantrack.extraction.words import Token

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_TENS["fourty"] = 40
_SCALES = {
    "hundred": 100, "thousand": 1000, "k": 1000, "million": 10**6, "millions": 10**6, "m": 10**6, "mn": 10**6,
    "mln": 10**6, "billion": 10**9, "bn": 10**9, "bln": 10**9, "trillion": 10**12, "tn": 10**12, "dozen": 12,
    "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
NUMBER_WORDS = frozenset({*_UNITS, *_TENS, "a", "an", "one", "half"})
"""Words with which a number in words may begin; compounds have a hyphen."""
ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth".split(),
        1,
    )
}
_SEPARATORS = re.compile(r"[ ,\u00a0\u202f\u2009'’]")


_LONGEST = 14
"""Words of the longest number that is read."""
_MOST_DIGITS = 20
"""Digits of the longest number that is read: with the factor of any unit it stays exact, and fits a file."""


class Figure(NamedTuple):
    """A number that stands in a text."""

    value: Decimal
    end: int
    """The index of the first token after it."""


def read_number(tokens: list[Token], position: int) -> Figure | None:
    """The number that begins at a token, None if none does, or if it is longer than any that people count in."""
    figure = _read(tokens, position)
    return figure if figure is not None and _is_short(figure.value) else None


def _is_short(value: Decimal) -> bool:
    return len(value.as_tuple().digits) <= _MOST_DIGITS and -_MOST_DIGITS <= value.adjusted() < _MOST_DIGITS


def _read(tokens: list[Token], position: int) -> Figure | None:
    token = tokens[position]
    if token.kind == "n":
        return _read_digits(tokens, position)
    if token.low in _UNITS or token.low in _TENS or "-" in token.low:
        return _read_words(tokens, position)
    if token.low in ("a", "one") and position + 1 < len(tokens) and tokens[position + 1].low in _SCALES:
        return _read_words(tokens, position)
    halved = _scale_after(tokens, position + 1) if token.low == "half" else None
    if halved is not None:
        return Figure(Decimal(halved[1]) / 2, halved[0])
    if token.low == "half" and (position == 0 or tokens[position - 1].low not in ("a", "one", "other")):
        return Figure(Decimal("0.5"), position + 1)
    return None


def ordinal(word: str) -> int | None:
    """The value of an ordinal in words: third, thirtieth, forty-fifth.

    >>> [ordinal(word) for word in ("third", "thirtieth", "forty-fifth", "day")]
    [3, 30, 45, None]
    """
    if word in ORDINALS:
        return ORDINALS[word]
    if word.endswith("ieth") and word[:-4] + "y" in _TENS:
        return _TENS[word[:-4] + "y"]
    tens, _, ones = word.partition("-")
    return _TENS[tens] + ORDINALS[ones] if tens in _TENS and ones in ORDINALS else None


def _scale_after(tokens: list[Token], position: int) -> tuple[int, int] | None:
    """The end and value of `a million` after *half*."""
    step = position + (position < len(tokens) and tokens[position].low == "a")
    if step > position and step < len(tokens) and tokens[step].low in _SCALES and len(tokens[step].low) > 2:
        return step + 1, _SCALES[tokens[step].low]
    return None


def _read_digits(tokens: list[Token], position: int) -> Figure | None:
    digits = _SEPARATORS.sub("", tokens[position].text)
    try:
        value = Decimal(digits.replace(":", "."))
    except InvalidOperation:
        return None
    end = position + 1
    while end < len(tokens) and tokens[end].low in _SCALES and _is_short(value):
        if len(tokens[end].low) == 1 and tokens[end].start != tokens[end - 1].end:
            break
        value *= _SCALES[tokens[end].low]
        end += 1
    return Figure(value, end)


def _read_words(tokens: list[Token], position: int) -> Figure | None:
    total = current = 0
    end = position
    seen = False
    while end < len(tokens) and end - position < _LONGEST:
        words = tokens[end].low.split("-")
        if tokens[end].kind != "w" or not all(word in _UNITS or word in _TENS or word in _SCALES for word in words):
            half = seen and [item.low for item in tokens[end : end + 3]] == ["and", "a", "half"]
            if half and end + 3 < len(tokens) and tokens[end + 3].low in _SCALES:
                return Figure((total + current + Decimal("0.5")) * _SCALES[tokens[end + 3].low], end + 4)
            joins = tokens[end].low == "and" and seen and end + 1 < len(tokens) and _joins(tokens, end)
            if not (joins or (tokens[end].low == "a" and end == position)):
                break
            current = 1 if tokens[end].low == "a" else current
            end += 1
            continue
        for word in words:
            if word in _SCALES and word not in ("m", "k"):
                scale = _SCALES[word]
                current = max(current, 1) * scale
                if scale >= 1000:
                    total, current = total + current, 0
            else:
                value = _UNITS.get(word, _TENS.get(word, 0))
                if seen and current % 10 and value < 100 and current < 100:
                    return Figure(Decimal(total + current), end)
                current += value
        seen = True
        end += 1
    return Figure(Decimal(total + current), end) if seen else None


def _joins(tokens: list[Token], position: int) -> bool:
    """Whether *and* belongs to the number: after hundred or thousand, before a smaller word."""
    return tokens[position - 1].low in ("hundred", "thousand", "million") and (
        tokens[position + 1].low in _UNITS or tokens[position + 1].low.split("-")[0] in _TENS
    )
