"""What a provision says, as counted words: stems, fields of meaning, names, figures."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from plantrack.matching.stems import stem
from plantrack.matching.thesaurus import COMMON, FIELDS, STOP
from plantrack.model import Provision

_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*|\d+(?:[.,]\d+)*|[%$€£]|[.;:!?](?=\s|$)")
_FOLD = re.compile(r"[^\W_]+|[%$€£]")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": " ", "—": " "})
_NUMERALS = {
    word: value
    for value, words in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen twenty".split()
    )
    for word in [words]
} | {word: 10 * tens for tens, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 360}
"""A year of twelve equal months, so that a year, twelve months and 360 days are one figure."""
_SYMBOLS = {"%": "percent", "$": "dollar", "€": "euro", "£": "pound"}
_NAME_ENDING = re.compile(r"(?:ians?|eans?|ese|ish|ans?|is?|ia|as?|es?|s)$")
_SHORTEST_NAME = 4
_ROOT = 5
"""Letters that words of one root usually share: `democracy`, `democratic`."""

Bag = dict[str, float]
"""Tokens with how much each counts before rarity: `=12` a field of meaning, `#30d` a figure, `@osce` a name, others stems."""


def words_of(provision: Provision) -> str:
    """What matching reads of a provision: its text, else its terms and summary; empty for an empty number."""
    if provision.text:
        return f"{provision.title}. {provision.text}" if provision.title else provision.text
    pieces = [provision.title or "", provision.summary or ""]
    for term in provision.terms.values():
        figures = [f"{each.value:f} {each.unit}" for each in term.quantity if each.value is not None]
        pieces += [term.action, term.object or "", *term.place, *figures, *term.conditions, *term.exceptions]
    return ". ".join(piece for piece in pieces if piece)


def folded(text: str) -> str:
    """A text without case, marks and spacing, for comparing whole texts."""
    return " ".join(_FOLD.findall(text.translate(_PLAIN).lower()))


class Fields:
    """The thesaurus by stem, and its phrases by their first stem."""

    def __init__(self) -> None:
        self.words: dict[str, tuple[str, ...]] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for position, line in enumerate(FIELDS.strip().splitlines()):
            for entry in line.split():
                parts = tuple(stem(part) for part in entry.split("_"))
                if len(parts) == 1:
                    known = self.words.get(parts[0], ())
                    self.words[parts[0]] = known if f"={position}" in known else (*known, f"={position}")
                else:
                    self.phrases.setdefault(parts[0], []).append((parts, f"={position}"))
        self.stop = frozenset(STOP.split())
        self.common = frozenset(stem(word) for word in COMMON.split())
        heads = (line.split(maxsplit=1)[0] for line in FIELDS.strip().splitlines())
        self.common_fields = frozenset(f"={place}" for place, head in enumerate(heads) if stem(head) in self.common)


@cache
def fields() -> Fields:
    """The thesaurus, made ready once."""
    return Fields()


def name_stem(word: str) -> str:
    """What a name shares with its adjective: `Ukraine` and `Ukrainian`.

    >>> name_stem("Ukraine") == name_stem("Ukrainian")
    True
    """
    bare = word.lower()
    cut = _NAME_ENDING.sub("", bare)
    return "@" + (cut if len(cut) >= _SHORTEST_NAME else bare)


def bag_of(text: str, *, names: Mapping[str, str]) -> Bag:
    """The tokens of a text.

    Args:
        text: The wording.
        names: Words that are names in these papers, in lower case, with the token each counts as.
    """
    known = fields()
    bag: Bag = {}
    raw = _WORD.findall(text.translate(_PLAIN))
    lowered = [word.lower() for word in raw]
    stems = [stem(word) for word in lowered]
    position, size, before = 0, len(raw), ""
    while position < size:
        word = lowered[position]
        figure, after = _figure(lowered, position)
        if figure:
            for token in figure:
                _count(bag, token, 0.8)
            position, before = after, figure[0]
            continue
        if not word[0].isalpha():
            if word in _SYMBOLS:
                _count(bag, _SYMBOLS[word], 0.5)
            else:
                before = ""
            position += 1
            continue
        phrase = _phrase(known, stems, position)
        if phrase:
            length, token = phrase
            _count(bag, token, 1.0)
            position, before = position + length, token
            continue
        position += 1
        if word in names:
            token = names[word]
            _count(bag, token, 1.2)
        elif word in known.stop:
            continue
        else:
            token = stems[position - 1]
            near = known.words.get(token, ())
            _count(bag, token, 0.45 if near else 1.0)
            if len(token) > _ROOT and token not in known.common:
                _count(bag, "~" + token[:_ROOT], 0.4)
            for each in near:
                _count(bag, each, 0.9 / len(near) ** 0.5)
            token = near[0] if near else token
        if before:
            _count(bag, f"{before} {token}" if before < token else f"{token} {before}", 0.25)
        before = token
    return {token: weight if weight < 1.5 else weight**0.5 * 1.2 for token, weight in bag.items()}


def _count(bag: Bag, token: str, weight: float) -> None:
    bag[token] = bag.get(token, 0.0) + weight


def _phrase(known: Fields, stems: list[str], position: int) -> tuple[int, str] | None:
    best: tuple[int, str] | None = None
    for parts, field in known.phrases.get(stems[position], ()):
        length = len(parts)
        if (best is None or length > best[0]) and tuple(stems[position : position + length]) == parts:
            best = (length, field)
    return best


def _figure(words: list[str], position: int) -> tuple[list[str], int]:
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
    while position < len(words) and words[position] in _SCALES:
        value *= _SCALES[words[position]]
        position += 1
    return value, position


def name_tokens(texts: Iterable[str]) -> dict[str, str]:
    """Words that these texts print with a capital inside a sentence, with the token each counts as.

    Spellings of one name (`Luhansk`, `Lugansk`) and its adjective get one token.
    """
    seen: dict[str, None] = {}
    for text in texts:
        inside = False
        for word in _WORD.findall(text.translate(_PLAIN)):
            if not word[0].isalpha():
                inside = inside and word not in ".:;!?"
                continue
            if word[0].isupper() and (inside or (word.isupper() and len(word) > 1)):
                seen.setdefault(word)
            inside = True
    plain = {word for text in texts for word in _WORD.findall(text.translate(_PLAIN)) if word.islower()}
    tokens: dict[str, str] = {}
    by_start: dict[str, list[str]] = {}
    for word in sorted(seen):
        bare = word.lower()
        if bare in plain and not word.isupper():
            continue
        token = name_stem(word)
        if token not in tokens.values():
            near = next((other for other in by_start.get(token[:2], ()) if _one_spelling(other, token)), None)
            if near is None:
                by_start.setdefault(token[:2], []).append(token)
            else:
                token = near
        tokens[bare] = token
    return tokens


def _one_spelling(one: str, other: str) -> bool:
    """Whether two names of at least six letters differ by a single letter."""
    if min(len(one), len(other)) < 7 or abs(len(one) - len(other)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, rest_other = one[start:], other[start:]
    return rest[1:] == rest_other[1:] or rest[1:] == rest_other or rest == rest_other[1:]
