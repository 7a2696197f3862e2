"""What a point says, as counted keys: words by their dictionary form, names, figures, and which stand side by side."""

from collections.abc import Iterable, Iterator

from plantrack.facts.names import find_names
from plantrack.facts.numbered_nouns import numbered_nouns
from plantrack.language.closed_words import is_closed, phrase_at
from plantrack.language.digits import number_style
from plantrack.language.lexicon import lemma, phrases_at, pos_of
from plantrack.language.names import Names
from plantrack.language.numbers import NumberedText, numbered
from plantrack.language.periods import length_at
from plantrack.language.tokens import Token, sentence_ends, tokens_of

Bag = dict[str, float]
"""Keys with how often they stand there, damped.

`@osce` is a name, `#300` a figure, `%2015` a sign or a number that counts nothing, `fire~truce` two keys side by side;
all others are words, or phrases that the lexicon takes for one.
"""
_KINDS = {"@": "name", "#": "figure", "%": "sign"}
_SIGNS = {"%": "percent", "$": "%dollar", "€": "%euro", "£": "%pound"}
_WITHIN = frozenset("-'\"/")
"""Marks that end no clause."""
_ONE = frozenset({"a", "an"})
"""Beside numbers, what a length of time begins with: *a year*."""
_MANY = 1.2
"""Of what stands several times, the square root counts, a little raised."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
"""Between these a number is more likely a year than a count."""
_DAYS_OF_A_MONTH, _SECONDS_OF_A_DAY = 30, 86_400
"""Months are of equal length here, so that three months and ninety days are one figure."""


def usual_names() -> Names:
    """The names that no corpus has to tell; a capital where a sentence begins makes no name of a common word."""
    return Names(is_common=lambda low: bool(pos_of(low)))


class Reader:
    """Reads texts as keys.

    Args:
        texts: All texts of both papers that will be compared: names are recognised by how all of them write.
        names: The names known beside those; None to read words as they stand, without names, figures and phrases, which
            is enough where many thousand points are told apart by rare words.
    """

    def __init__(self, texts: Iterable[str], names: Names | None) -> None:
        self._tokens = {text: tokens_of(text) for text in texts} if names is not None else {}
        self._names = None if names is None else names.defining(self._tokens.values())
        self._words = frozenset(token.low for tokens in self._tokens.values() for token in tokens)

    def bag(self, text: str) -> Bag:
        """The bag of a text."""
        return _bag_of(self._keys(self._tokens_of(text)))

    def sentences(self, text: str, most: int) -> list[Bag]:
        """The bags of the sentences of a text; none where it is only one, or more than the most that are asked for."""
        tokens = self._tokens_of(text)
        ends = sentence_ends(tokens)
        if not 2 <= len(ends) <= most:
            return []
        return [_bag_of(self._keys(tokens[start:end])) for start, end in zip([0, *ends], ends, strict=False)]

    def _tokens_of(self, text: str) -> list[Token]:
        known = self._tokens.get(text)
        return tokens_of(text) if known is None else known

    def _keys(self, tokens: list[Token]) -> Iterator[str]:
        """The keys of a text in order, with an empty one where a clause ends; closed-class words are left out."""
        if self._names is None:
            yield from (_plain_key(token) for token in tokens if token.kind == "mark" or not is_closed(token.low))
            return
        text = numbered(tokens, number_style(tokens))
        names = {fact.first: fact for fact in find_names(tokens, self._names)}
        place = 0
        while place < len(tokens):
            name = names.get(place)
            if name is not None:
                yield f"@{name.value.canonical.lower()}"  # type: ignore[attr-defined]
                place = name.last
                continue
            joined = text.lows[place] + text.lows[place + 1]
            if joined in self._words and joined != text.lows[place]:
                yield lemma(joined)  # *cease fire* beside *ceasefire*
                place += 2
                continue
            place, key = _key_at(text, place)
            if key is not None:
                yield key


def _plain_key(token: Token) -> str:
    if token.kind == "mark":
        return ""
    return f"#{token.low}" if token.kind == "number" else token.low


def _key_at(text: NumberedText, place: int) -> tuple[int, str | None]:
    """Where the text goes on behind what stands at a place, and its key: None for what carries no matter."""
    token = text.tokens[place]
    if token.kind == "mark":
        return place + 1, _SIGNS.get(token.low, None if token.low in _WITHIN else "")
    figure = _figure_at(text, place) if place in text.numbers or token.low in _ONE else None
    if figure is not None:
        return figure
    closed = phrase_at(text.tokens, place)
    if closed is not None:
        return closed.last, None
    if token.kind == "label":
        return place + 1, f"@{token.low}"
    phrase = phrases_at(text.lows, place)
    if phrase is not None:
        return place + phrase[0], phrase[1]
    return place + 1, lemma(token.low)


def _figure_at(text: NumberedText, place: int) -> tuple[int, str] | None:
    """A length of time or another number; one that names (*Article 5*, a year) is no figure."""
    span = length_at(text, place)
    if span is not None:
        base = span.length.base(span.length.value)
        days = base * _DAYS_OF_A_MONTH if span.length.in_months else base / _SECONDS_OF_A_DAY
        return span.last, f"#{days.normalize():f} days"
    number = text.numbers.get(place)
    if number is None or number.value is None:
        return None
    before = text.lows[place - 1] if place else ""
    is_year = number.kind == "digits" and _FIRST_YEAR <= number.value <= _LAST_YEAR
    sign = "%" if is_year or before in numbered_nouns().nouns else "#"
    return number.last, f"{sign}{number.value.normalize():f}"


def _bag_of(keys: Iterable[str]) -> Bag:
    """The keys counted, with those that stand side by side."""
    bag: Bag = {}
    before = ""
    for key in keys:
        if key:
            bag[key] = bag.get(key, 0.0) + 1.0
            if before:
                both = beside(before, key)
                bag[both] = bag.get(both, 0.0) + 1.0
        before = key
    return {key: damped(times) for key, times in bag.items()}


def added(bags: Iterable[tuple[Bag, float]]) -> Bag:
    """Several bags as one, each by its share."""
    found: Bag = {}
    for bag, share in bags:
        for key, times in bag.items():
            found[key] = found.get(key, 0.0) + share * times
    return found


def damped(times: float) -> float:
    """What counts of a key that stands several times."""
    return times if times < 1.5 else _MANY * times**0.5


def beside(one: str, other: str) -> str:
    """The key of two keys side by side, in whichever order."""
    return f"{one}~{other}" if one < other else f"{other}~{one}"


def kind(key: str) -> str:
    """The kind of a key: `word`, `name`, `figure`, `sign` or `beside`."""
    if "~" in key:
        return "beside"
    return _KINDS.get(key[0], "word")


def shown(key: str) -> str:
    """A key as people can read it."""
    return key.lstrip("@#%")
