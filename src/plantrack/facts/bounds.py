"""Words that bound a figure or a length of time: *at least*, *no more than*, *or fewer*. The table is `bounds.tsv`."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from plantrack.language.numbers import NumberedText

_TABLE = Path(__file__).with_name("data") / "bounds.tsv"
_NEGATIONS = frozenset({"not", "never", "cannot"})
_MODALS = frozenset({"shall", "may", "must", "will", "should", "can", "do", "does", "would"})
_NEGATED = {"gt": "lteq", "lt": "gteq"}
_REACH = 7
"""Words between a negation and the bound that it turns round."""
_POSITIONS = frozenset("over under above below beyond".split())
"""Behind a noun they say which are meant, whatever the verb before it denies."""
_NEXT = 2
_LASTING = frozenset("for of least last lasts lasting than within lasted".split())


class BoundSpan(NamedTuple):
    """A bound and where it begins or ends."""

    operator: str
    place: int
    """Before a figure its first token, behind one the place after its last."""
    negation: int | None = None
    """The place of a *not* apart, which the operator takes in: *shall not keep more than*."""


class _Table(NamedTuple):
    before: dict[str, list[tuple[list[str], str]]]
    """By the last word, the longest first."""
    after: dict[str, list[tuple[list[str], str]]]
    """By the first word, the longest first."""
    behind_noun: dict[str, list[tuple[list[str], str]]]


def bound_before(text: NumberedText, place: int, *, of_time: bool = False) -> BoundSpan | None:
    """The bound that ends right before a place, None if none does.

    Args:
        text: The text.
        place: Where the figure begins.
        of_time: Whether the figure is a length of time: *over two years* is a bound only behind *for* and the like.
    """
    if place == 0:
        return None
    lows = text.lows
    rows = _table().before.get(lows[place - 1], ())
    for words, operator in rows:
        start = place - len(words)
        if start < 0 or lows[start:place] != words:
            continue
        if len(words) == 1 and of_time and words[0] in _POSITIONS:
            return BoundSpan(operator, start) if start and lows[start - 1] in _LASTING else None
        return _negated(text, BoundSpan(operator, start))
    return None


def _negated(text: NumberedText, bound: BoundSpan) -> BoundSpan:
    """A bound turned round by a negation before its verb: *may not keep more than 40* is at most 40."""
    if bound.operator not in _NEGATED:
        return bound
    lows = text.lows
    reach = _REACH if lows[bound.place] not in _POSITIONS else _NEXT  # *not recruit persons under 18*: which persons
    for place in range(bound.place - 1, max(-1, bound.place - 1 - reach), -1):
        token = text.tokens[place]
        if token.kind != "word" and token.low != "-":
            break
        if token.low in _NEGATIONS:
            apart = place if token.low == "not" and place and lows[place - 1] in _MODALS else None
            return BoundSpan(_NEGATED[bound.operator], bound.place, apart)
    return bound


def bound_after(text: NumberedText, place: int) -> BoundSpan | None:
    """The bound that begins right behind a figure and its unit."""
    return _ahead(_table().after, text, place)


def bound_behind_noun(text: NumberedText, place: int) -> BoundSpan | None:
    """The bound that begins behind the noun of a figure: *500 guns or fewer*."""
    return _ahead(_table().behind_noun, text, place)


def _ahead(table: dict[str, list[tuple[list[str], str]]], text: NumberedText, place: int) -> BoundSpan | None:
    for words, operator in table.get(text.lows[place], ()):
        end = place + len(words)
        if text.lows[place:end] == words and end not in text.numbers:
            return BoundSpan(operator, end)
    return None


@cache
def _table() -> _Table:
    table = _Table({}, {}, {})
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        where, operator, phrase = line.split("\t")
        words = phrase.split(" ")
        rows = {"before": table.before, "after": table.after, "behind noun": table.behind_noun}[where]
        rows.setdefault(words[-1 if where == "before" else 0], []).append((words, operator))
    for rows in table:
        for entries in rows.values():
            entries.sort(key=lambda entry: -len(entry[0]))
    return table
