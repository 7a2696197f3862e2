"""Figures in words or digits, so that *ninety days*, *90 days* and *three months* are one."""

import re

_NUMERALS = {
    word: value
    for value, words in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen twenty".split()
    )
    for word in [words]
} | {word: 10 * tens for tens, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}
_MOST_SCALES = 2
"""`hundred million` is a figure, a third such word is not."""
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 360}
"""A year of twelve equal months, so that a year, twelve months and 360 days are one figure."""


FIRST_WORDS = frozenset({*_NUMERALS, *_SCALES, "a", "an", "half"})
"""Words that a figure can begin with; others are digits, or two of these joined by a hyphen."""


def figure_at(words: list[str], position: int) -> tuple[list[str], int]:
    """A number and what it counts, as tokens, and where the text goes on."""
    value, after = _number(words, position)
    if value is None:
        return [], position
    unit = words[after] if after < len(words) else ""
    days = _DAYS.get(unit.removesuffix("s"))
    if days is not None:
        return [f"#{value * days:g}d"], after + 1
    if words[position] in ("a", "an", "one"):
        return [], position
    return [f"#{value:g}"], after


def _number(words: list[str], position: int) -> tuple[float | None, int]:
    word = words[position]
    value: float
    if word[0].isdigit():
        bare = re.sub(r",(?=\d{3})", "", word).replace(",", ".")
        try:
            value = float(bare)
        except ValueError:  # 1.2.3
            return None, position
    elif word in _NUMERALS:
        value = _NUMERALS[word]
        if value >= 20 and position + 1 < len(words) and _NUMERALS.get(words[position + 1], 20) < 10:
            position += 1
            value += _NUMERALS[words[position]]
    elif word.partition("-")[0] in _NUMERALS and word.partition("-")[2] in _NUMERALS:
        value = _NUMERALS[word.partition("-")[0]] + _NUMERALS[word.partition("-")[2]]
    elif word in ("a", "an"):
        value = 1
    elif word == "half":
        value = 0.5
        if position + 1 < len(words) and words[position + 1] in ("a", "an"):
            position += 1
    elif word in _SCALES:
        value = 1
        position -= 1
    else:
        return None, position
    position += 1
    for _ in range(_MOST_SCALES):
        if position < len(words) and words[position] in _SCALES:
            value *= _SCALES[words[position]]
            position += 1
    return value, position
