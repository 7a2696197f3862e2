"""What a provision says, as counted words: stems, fields of meaning, names, figures."""

from collections.abc import Mapping
from functools import cache

from plantrack.matching.figures import FIRST_WORDS, figure_at
from plantrack.matching.stems import stem
from plantrack.matching.thesaurus import COMMON, FIELDS, STOP
from plantrack.matching.words import split_words
from plantrack.model import Provision

_SYMBOLS = {"%": "percent", "$": "dollar", "€": "euro", "£": "pound"}
_ROOT = 5
"""Letters that words of one root usually share: `democracy`, `democratic`."""
_PLAIN_WORD, _KNOWN_WORD, _FIELD, _ROOT_WEIGHT = 1.0, 0.45, 0.9, 0.4
_PHRASE, _NAME, _FIGURE, _SYMBOL, _TWO_WORDS = 1.0, 1.2, 0.8, 0.5, 0.25
"""What tokens count before rarity. A word that the thesaurus knows counts mostly by its fields, which share that."""

Bag = dict[str, float]
"""Tokens with how much each counts before rarity.

`=12` is a field of meaning, `#30d` a figure, `@osce` a name, `~democ` the root of a word; others are stems, and two
with a space between them stood next to each other.
"""


def words_of(provision: Provision) -> str:
    """What matching reads of a provision: its text, else its terms and summary; empty for an empty number."""
    if provision.text:
        return f"{provision.title}. {provision.text}" if provision.title else provision.text
    pieces = [provision.title or "", provision.summary or ""]
    for term in provision.terms.values():
        figures = [f"{each.value:f} {each.unit}" for each in term.quantity if each.value is not None]
        pieces += [term.action, term.object or "", *term.place, *figures, *term.conditions, *term.exceptions]
    return ". ".join(piece for piece in pieces if piece)


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


def shown_token(token: str) -> str:
    """A token as people can read it; empty for what is no word, such as a root.

    A field of meaning is shown by the first of its words, a stem with a hyphen behind it.
    """
    if token[0] == "=":
        return FIELDS.strip().splitlines()[int(token[1:])].split(maxsplit=1)[0].replace("_", " ")
    if token[0] == "@":
        return token[1:].title()
    if token[0] == "~":
        return ""
    return token[1:] if token[0] == "#" else f"{token}-"


def bag_of(text: str, *, names: Mapping[str, str]) -> Bag:
    """The tokens of a text.

    Args:
        text: The wording.
        names: Words that are names in these papers, in lower case, with the token each counts as.
    """
    known = fields()
    bag: Bag = {}
    words = [word.lower() for word in split_words(text)]
    stems = [stem(word) for word in words]
    position = 0
    before = ""
    while position < len(words):
        word = words[position]
        figures: list[str] = []
        if word in FIRST_WORDS or word[0].isdigit() or "-" in word:
            figures, after = figure_at(words, position)
        phrase = _phrase(known, stems, position) if stems[position] in known.phrases else None
        if figures:
            for figure in figures:
                _count(bag, figure, _FIGURE)
            position, before = after, figures[0]
        elif phrase:
            _count(bag, phrase[1], _PHRASE)
            position, before = position + phrase[0], phrase[1]
        else:
            token = _count_word(bag, word, stems[position], names, known)
            if token is not None:
                if token and before:
                    _count(bag, f"{before} {token}" if before < token else f"{token} {before}", _TWO_WORDS)
                before = token
            position += 1
    return {token: weight if weight < 1.5 else weight**0.5 * 1.2 for token, weight in bag.items()}


def _count_word(bag: Bag, word: str, stemmed: str, names: Mapping[str, str], known: Fields) -> str | None:
    """Count one word; the token that stands for it, empty after the end of a clause, None if it carries no matter."""
    if not word[0].isalpha():
        if word in _SYMBOLS:
            _count(bag, _SYMBOLS[word], _SYMBOL)
            return None
        return ""
    if word in names:
        _count(bag, names[word], _NAME)
        return names[word]
    if word in known.stop:
        return None
    near = known.words.get(stemmed, ())
    _count(bag, stemmed, _KNOWN_WORD if near else _PLAIN_WORD)
    if len(stemmed) > _ROOT and stemmed not in known.common:
        _count(bag, "~" + stemmed[:_ROOT], _ROOT_WEIGHT)
    for each in near:
        _count(bag, each, _FIELD / len(near) ** 0.5)
    return near[0] if near else stemmed


def _count(bag: Bag, token: str, weight: float) -> None:
    bag[token] = bag.get(token, 0.0) + weight


def _phrase(known: Fields, stems: list[str], position: int) -> tuple[int, str] | None:
    best: tuple[int, str] | None = None
    for parts, field in known.phrases.get(stems[position], ()):
        length = len(parts)
        if (best is None or length > best[0]) and tuple(stems[position : position + length]) == parts:
            best = (length, field)
    return best
