"""Whether a number counts, and what: a number with a unit, a bound or a noun that it governs; others name."""

from typing import NamedTuple

from plantrack.language.closed_words import is_closed
from plantrack.language.counted import PEOPLE, PERSON, singular
from plantrack.language.inflection import pos_of
from plantrack.language.numbers import NumberedText, NumberSpan

_PARTIES = frozenset(
    """side sides party parties government governments country countries state states nation nations people peoples
    leader leaders delegation delegations president presidents republic republics entity entities power powers
    neighbour neighbours neighbor neighbors capital capitals""".split()
)
"""*The two sides* says who, not how many."""
_NO_ONE = frozenset("no any each every the this that which another some - other its their".split())
_AFTER_ONE = frozenset("another of or and - other such thing way hand time day who that by".split()) | _PARTIES
VERBS = frozenset(
    """begins ends starts covers applies opens closes runs remains includes provides states calls requires requests
    allows enters lies comes becomes takes stays serves leads contains sets says lasts follows belongs goes passes
    falls stands holds ceases sees deals gives makes keeps does has is was""".split()
)
"""Third persons that stand behind a subject with a number: *gate 5 opens*; behind a number they are no noun."""
_VERBS_AHEAD = VERBS | frozenset(
    """are were be been being have had shall may must will should can could would do did remain stay stand apply begin
    come become enter require provide""".split()
)
_OF_AMOUNT = frozenset(
    """force forces total number strength contingent group team corps army body garrison maximum minimum population
    quota ceiling floor level levels limit sum amount size rate share majority quorum average figure value price cost
    fee tariff distance depth width height length range radius altitude weight capacity staff""".split()
)
"""Nouns before *of 300* whose amount it is."""
_BEFORE_AMOUNT = frozenset(
    """whom which them is are be was were numbering numbers total totals totalling totaling reach reaches reached equal
    nearly almost equals least most than exceed exceeds only another additional further extra exactly about
    approximately""".split()
)
_CHANGES = frozenset(
    """raise raised raises raising increase increased increases increasing reduce reduced reduces reducing lower lowered
    lowers lowering cut cuts cutting extend extended grow grows grew rise rises rose fall falls fell drop drops dropped
    expand expanded shrink shrinks shrunk halve halved double doubled set fixed kept held""".split()
)
"""Verbs before *to 300* or *at 300*."""
_VERB_ALONE = frozenset({"v"})
_LONGEST_NOUN = 5


class Noun(NamedTuple):
    """The noun phrase that a number governs."""

    first: int
    last: int
    words: str
    head: str
    """In the singular."""


def noun_behind(text: NumberedText, place: int) -> Noun | None:
    """The noun phrase that begins behind a number; None where a closed-class word, a verb or a mark stands there."""
    at = place
    if text.lows[at] == "-" and text.tokens[at].start == text.tokens[at - 1].end:
        at += 1
    first = at
    while at < len(text.tokens) and at - first < _LONGEST_NOUN:
        token = text.tokens[at]
        if token.kind != "word" or at in text.numbers or is_closed(token.low) or _is_verb(token.low):
            break
        at += 1
    if at == first or _is_subject(text, first, at):
        return None
    last = at - 1 if at - first > 1 and text.lows[at - 1].endswith("ly") else at
    words = " ".join(text.lows[first:last])
    return Noun(first, last, words, singular(text.lows[last - 1]))


def _is_verb(low: str) -> bool:
    """Whether a word is taken for a verb: no noun, adjective or participle."""
    return low in _VERBS_AHEAD or (pos_of(low) == _VERB_ALONE and not low.endswith(("ed", "ing")))


def _is_subject(text: NumberedText, first: int, last: int) -> bool:
    """Whether one name before a verb begins a new clause: *in bay 14 Arland shall ...*."""
    name = last == first + 1 and text.tokens[first].capital and not text.tokens[first].low.endswith("s")
    return name and text.lows[last] in _VERBS_AHEAD


def unit_of(noun: Noun | None) -> str:
    """What is counted: `person` for soldiers and the like, else the head of the noun."""
    if noun is None:
        return ""
    return PERSON if noun.head in PEOPLE else noun.head


def counts(text: NumberedText, span: NumberSpan, noun: Noun | None, *, bounded: bool) -> bool:
    """Whether a number without a unit counts something."""
    if span.kind in ("share", "vague"):
        return True
    if span.kind == "ordinal":
        return False
    if span.kind == "words":
        return _word_counts(text, span, noun, bounded=bounded)
    if bounded or span.scale > 1 or _is_grouped(span):
        return True
    if noun is not None:
        return not _is_named(text, span, noun)
    before = text.lows[max(0, span.first - 2) : span.first]
    return _is_amount(text, span, before) or _counts_with_next(text, span)


def _is_grouped(span: NumberSpan) -> bool:
    """Whether digits are set in groups, or too many for a name."""
    whole = span.value is not None and span.value >= 10_000
    return whole or (span.value is not None and span.value >= 1000 and not span.raw.isdecimal() and "." not in span.raw)


def _is_named(text: NumberedText, span: NumberSpan, noun: Noun) -> bool:
    """Whether a name before the number takes it: *Gate 5 closed rooms* counts, *Apollo 11 crew* does not."""
    if span.first < 2 or text.lows[span.first - 2] in (".", ";", ":"):
        return False
    before = text.tokens[span.first - 1]
    named = before.kind == "word" and before.capital and not is_closed(before.low)
    return named and not text.lows[noun.last - 1].endswith("s")


def _is_amount(text: NumberedText, span: NumberSpan, before: list[str]) -> bool:
    """Whether the words before a bare number say that it is an amount: *of whom 200*, *reduced to 300*."""
    if not before:
        return False
    if before[-1] in _BEFORE_AMOUNT:
        return True
    if before[-1] == "of":
        return before[0] in _OF_AMOUNT and not text.tokens[span.first - 2].capital
    reach = text.lows[max(0, span.first - 4) : span.first]
    return before[-1] in ("to", "at", "by", "from") and any(low in _CHANGES for low in reach)


def _counts_with_next(text: NumberedText, span: NumberSpan) -> bool:
    """Whether a number shares the noun of the next one: *40 or 50 tanks*."""
    at = span.last
    if text.lows[at] not in ("and", "or", ",", "-", "to"):
        return False
    following = text.numbers.get(at + 1 + (text.lows[at] == "," and text.lows[at + 1] in ("and", "or")))
    if following is None or following.kind not in ("digits", "words"):
        return False
    noun = noun_behind(text, following.last)
    return noun is not None and not _is_named(text, span, noun)


def _word_counts(text: NumberedText, span: NumberSpan, noun: Noun | None, *, bounded: bool) -> bool:
    """Whether a number word counts, and is no pronoun: not *no one*, *one another*, *the two sides*."""
    before, behind = text.lows[span.first - 1] if span.first else "", text.lows[span.last]
    if span.also is not None or text.lows[span.last - 1] == ")":
        return True
    head = text.lows[noun.last - 1] if noun is not None else ""
    if span.value == 1 and span.last == span.first + 1:
        return noun is not None and head not in _PARTIES and before not in _NO_ONE and behind not in _AFTER_ONE
    of_parties = head in _PARTIES or (noun is not None and not _PARTIES.isdisjoint(noun.words.split()))
    if of_parties and span.value is not None and span.value < 10:
        return bounded
    if noun is None and before in ("the", "these", "those", "all", "other"):
        return bounded or span.scale > 1
    return not (behind == "of" and text.lows[span.last + 2] in _PARTIES)
