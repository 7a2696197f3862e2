"""Words that say when, how long or how often without a number or a date. The table is `time_words.tsv`."""

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

from plantrack.facts.values import Deadline, Duration, Frequency
from plantrack.language.closed_words import is_closed
from plantrack.language.numbers import NumberedText
from plantrack.language.periods import Length

_TABLE = Path(__file__).with_name("data") / "time_words.tsv"
_ENDS_PHRASE = frozenset({"for good", "for life"})
"""Only where nothing of an open class follows: not *for good offices*."""
_BEHIND_AS = frozenset({"promptly", "speedily", "expeditiously"})
"""*As speedily as* says how, unless the whole phrase is in the table."""
_NO_TIME = {
    "immediate": frozenset(
        """family families relative relatives kin vicinity neighbour neighbours neighbor neighbors neighbourhood
        neighborhood surroundings superior superiors supervisor predecessor successor proximity environment circle
        area""".split()
    ),
    "permanent": frozenset(
        """member members representative representatives mission missions court seat seats secretary secretariat
        resident residents residence establishment establishments address""".split()
    ),
    "quarterly": frozenset({"master"}),
    "annual": frozenset(),
}
"""Nouns before which a word says no time: kinship and nearness, members of a council."""


class TimeWord(NamedTuple):
    """A phrase of the table in a text."""

    last: int
    value: Deadline | Duration | Frequency


def time_word_at(text: NumberedText, place: int) -> TimeWord | None:
    """The phrase of the table that begins at a place, None if none does."""
    for words, value in _rows().get(text.lows[place], ()):
        last = place + len(words)
        if (len(words) == 1 or text.lows[place:last] == words) and not _is_name(text, place, last):
            return TimeWord(last, value)
    return None


def _is_name(text: NumberedText, place: int, last: int) -> bool:
    low, behind = text.lows[place], text.lows[last]
    if low in _NO_TIME:
        named = text.tokens[place].capital and last < len(text.tokens) and text.tokens[last].capital
        return behind in _NO_TIME[low] or (named and not text.tokens[place].text.isupper())
    if low in _BEHIND_AS and place and text.lows[place - 1] == "as":
        return True
    if " ".join(text.lows[place:last]) in _ENDS_PHRASE:
        return last < len(text.tokens) and text.tokens[last].kind == "word" and not is_closed(behind)
    return False


def first_words() -> frozenset[str]:
    """The words with which phrases of the table begin."""
    return frozenset(_rows())


@cache
def _rows() -> dict[str, list[tuple[list[str], Deadline | Duration | Frequency]]]:
    """The phrases by their first word, the longest first."""
    found: dict[str, list[tuple[list[str], Deadline | Duration | Frequency]]] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        kind, value, phrase = line.split("\t")
        words = phrase.split(" ")
        found.setdefault(words[0], []).append((words, _value(kind, value)))
    for rows in found.values():
        rows.sort(key=lambda row: -len(row[0]))
    return found


def _value(kind: str, value: str) -> Deadline | Duration | Frequency:
    if kind in ("immediate", "open"):
        return Deadline(word=value)
    if kind == "lasting":
        return Duration(word=value)
    if value == "always":
        return Frequency(Decimal(1), None)
    count, _, unit = value.rpartition(" ")
    return Frequency(Decimal(1), Length(Decimal(count or 1), unit))
