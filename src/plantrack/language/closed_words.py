"""Words of the closed classes of English, and the fixed phrases made of them, each with its class and value.

The table is `data/closed.tsv`, a phrase a row. Two phrases of one class and value say the same wherever they stand in a
legal text; everything else differs: *until* and *once*, *due to* and *as a result of*. Its columns:

- `phrase`: tokens joined by spaces, as `tokens_of` cuts them.
- `class`: negation, quantifier, bound (*at least*), condition, time, exception (*except*, *including*), preposition,
  connective, determiner, pronoun, auxiliary, restriction (*in principle*, *jointly*), filler (decides nothing).
- `value`: what it says.
- `scale`: how much of a whole a quantifier takes, from 0 (none) to 6 (all); empty where that cannot be said.
- `before`: `end` for a phrase that counts only before a mark, a word of a closed class or the end: *at all*, but not in
  *at all crossings*.
- `note`: the kind of text it was seen in.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from plantrack.language.tokens import Token

CLASSES = (
    "negation", "quantifier", "bound", "condition", "time", "exception", "preposition", "connective", "determiner",
    "pronoun", "auxiliary", "restriction", "filler",
)  # fmt: skip
_TABLE = Path(__file__).with_name("data") / "closed.tsv"
_INITIALS = frozenset({"US", "WHO", "IT"})
"""Names that are no pronouns, unless everything around them is in capitals, too."""


class Phrase(NamedTuple):
    """A closed-class word or phrase in a text."""

    last: int
    """The place after its last token."""
    cls: str
    value: str
    scale: int | None
    """How much of a whole it takes, from 0 (none) to 6 (all)."""


class _Row(NamedTuple):
    words: tuple[str, ...]
    cls: str
    value: str
    scale: int | None
    at_end: bool


def phrase_at(tokens: Sequence[Token], place: int) -> Phrase | None:
    """The longest closed-class phrase that begins at a place, None where a word of another kind stands.

    >>> from plantrack.language.tokens import tokens_of
    >>> phrase_at(tokens_of("except in the event of war"), 0)
    Phrase(last=5, cls='condition', value='unless', scale=None)
    """
    by_second = _index().get(tokens[place].low)
    if by_second is None or (tokens[place].text in _INITIALS and _is_name(tokens, place)):
        return None
    second = tokens[place + 1].low if place + 1 < len(tokens) else ""
    for words, cls, value, scale, at_end in by_second.get(second) or by_second[""]:
        last = place + len(words)
        if (last <= place + 2 or _reads(tokens, place, words)) and not (at_end and _goes_on(tokens, last)):
            return Phrase(last, cls, value, scale)
    return None


def is_closed(low: str) -> bool:
    """Whether a folded word is by itself one of a closed class.

    >>> is_closed("without"), is_closed("event")
    (True, False)
    """
    return low in _single_words()


def scale_of(cls: str, value: str) -> int | None:
    """How much of a whole the phrases of a class and value take, from 0 (none) to 6 (all); None where none can be said.

    >>> scale_of("quantifier", "most"), scale_of("quantifier", "only")
    (4, None)
    """
    return _scales().get((cls, value))


@cache
def closed_phrases() -> tuple[tuple[str, str, str], ...]:
    """Every phrase of the table with its class and value."""
    return tuple((" ".join(row.words), row.cls, row.value) for rows in _rows().values() for row in rows)


@cache
def _rows() -> dict[str, list[_Row]]:
    """The rows by their first word, the longest first."""
    found: dict[str, list[_Row]] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        phrase, cls, value, scale, before, _ = line.split("\t")
        words = tuple(phrase.split(" "))
        row = _Row(words, cls, value, int(scale) if scale else None, before == "end")
        found.setdefault(words[0], []).append(row)
    for rows in found.values():
        rows.sort(key=lambda row: -len(row.words))
    return found


@cache
def _index() -> dict[str, dict[str, list[_Row]]]:
    """The rows by their first two words, the longest first; those of one word stand last everywhere, and under ""."""
    found: dict[str, dict[str, list[_Row]]] = {}
    for first, rows in _rows().items():
        single = [row for row in rows if len(row.words) == 1]
        by_second: dict[str, list[_Row]] = {"": single}
        for row in rows:
            if len(row.words) > 1:
                by_second.setdefault(row.words[1], []).append(row)
        found[first] = {second: longer if longer is single else longer + single for second, longer in by_second.items()}
    return found


@cache
def _single_words() -> frozenset[str]:
    return frozenset(row.words[0] for rows in _rows().values() for row in rows if len(row.words) == 1)


@cache
def _scales() -> dict[tuple[str, str], int]:
    return {(row.cls, row.value): row.scale for rows in _rows().values() for row in rows if row.scale is not None}


def _reads(tokens: Sequence[Token], place: int, words: tuple[str, ...]) -> bool:
    if place + len(words) > len(tokens):
        return False
    for step in range(2, len(words)):  # noqa: SIM110 - twice as fast as a generator, and read at every word
        if tokens[place + step].low != words[step]:
            return False
    return True


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether a plain word of an open class stands here, which a phrase before it may belong to."""
    if place >= len(tokens):
        return False
    token = tokens[place]
    return token.kind == "word" and not token.capital and not is_closed(token.low)


def _is_name(tokens: Sequence[Token], place: int) -> bool:
    around = [tokens[step] for step in (place - 1, place + 1) if 0 <= step < len(tokens)]
    return not around or any(token.kind == "word" and not token.text.isupper() for token in around)
