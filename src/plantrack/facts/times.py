"""Times of a text with their role: deadlines, starts, durations, frequencies, and dates without any."""

from functools import cache

from plantrack.facts import deadlines
from plantrack.facts.fact import Fact
from plantrack.facts.frequencies import frequency_at
from plantrack.facts.time_words import first_words, time_word_at
from plantrack.facts.values import Deadline, Duration, Frequency, Moment, Start, Time
from plantrack.language import dates, periods
from plantrack.language.dates import date_at, end_of, first_words_of_dates
from plantrack.language.numbers import NumberedText
from plantrack.language.periods import clock_at
from plantrack.language.years import DateSpan, year_at

_ROLES = {
    "deadline": {
        "by": "by", "by no later than": "by", "no later than": "by", "not later than": "by", "on or before": "by",
        "at the latest by": "by", "at the latest on": "by", "before": "before", "prior to": "before",
        "ahead of": "before", "in advance of": "before",
    },
    "start": {
        "from": "from", "as from": "from", "as of": "from", "starting": "from", "starting from": "from",
        "starting on": "from", "beginning": "from", "beginning on": "from", "beginning from": "from",
        "commencing": "from", "commencing on": "from", "effective": "from", "effective from": "from",
        "effective as of": "from", "with effect from": "from", "since": "since", "after": "after",
        "no earlier than": "earliest", "not earlier than": "earliest", "no sooner than": "earliest",
        "not before": "earliest",
    },
    "duration": dict.fromkeys(
        ("until", "till", "up until", "until and including", "up to and including", "up to", "through"), "until"
    ),
}  # fmt: skip
"""What stands before a date and gives it its role. Seen in ceasefires (from), treaties (until) and budgets (by)."""
_BEHIND_NUMBER = dates.BEHIND_NUMBER | periods.BEHIND_NUMBER | {"times", "time"}
_KINDS = {Deadline: "deadline", Start: "start", Duration: "duration", Frequency: "frequency", Moment: "date"}


def kind_of(value: Time) -> str:
    """The kind of fact that a time is."""
    return _KINDS[type(value)]


def read_times(text: NumberedText, taken: bytearray) -> list[Fact]:
    """The times of a text in the tokens that nothing has taken yet; the tokens are taken."""
    found: list[Fact] = []
    starts, place, count = _starts(), 0, len(text.tokens)
    while place < count:
        if taken[place] or not (text.lows[place] in starts or _may_be_time(text, place)):
            place += 1
            continue
        facts = [fact for fact in _read(text, place) if 1 not in taken[fact.first : fact.last]]
        for fact in facts:
            taken[fact.first : fact.last] = b"\1" * (fact.last - fact.first)
        found += facts
        place = max([place + 1, *(fact.last for fact in facts)])
    return found


def _may_be_time(text: NumberedText, place: int) -> bool:
    """Whether a label or number may begin a time, by its form and what stands behind it."""
    span = text.numbers.get(place)
    if span is None:
        return text.tokens[place].kind == "label"
    if span.kind != "digits" or len(span.raw) > 3:
        return True
    return text.lows[span.last] in _BEHIND_NUMBER or text.lows[place + 1] in _BEHIND_NUMBER


def _read(text: NumberedText, place: int) -> list[Fact]:
    word = time_word_at(text, place)
    if word is not None:
        return [_with_event(text, Fact(kind_of(word.value), place, word.last, word.value))]
    dated = _with_role(text, place) or _plain_date(text, place)
    if dated is not None:
        return [dated]
    facts = deadlines.length_fact(text, place)
    if facts:
        return facts
    frequency = frequency_at(text, place)
    return [frequency] if frequency is not None else []


def _with_event(text: NumberedText, fact: Fact) -> Fact:
    """*Immediately after* and *immediately upon*, with the event that follows."""
    if not isinstance(fact.value, Deadline) or not fact.value.immediate:
        return fact
    counted, last = deadlines.counted_from(text, fact.last)
    if counted != "after" or text.lows[fact.last] in ("of", "from", "since"):
        return fact
    value = fact.value._replace(counted=counted, event=deadlines.event_at(text, last, counted))
    return Fact(fact.kind, fact.first, last, value)


def _with_role(text: NumberedText, place: int) -> Fact | None:
    """A date behind *by*, *from*, *until* and the like."""
    for words, kind, edge in _roles().get(text.lows[place], ()):
        at = place + len(words)
        if len(words) > 1 and text.lows[place:at] != words:
            continue
        dated = _dated(text, at, expected=True)
        if dated is not None:
            date, clock = dated
            value = _value(kind, edge, date, clock)
            if isinstance(value, Deadline) and text.lows[date.last : date.last + 3] == ["at", "the", "latest"]:
                return Fact("deadline", place, date.last + 3, value)
            return Fact(kind_of(value), place, date.last, value)
    return None


def _value(kind: str, edge: str, date: DateSpan, clock: str) -> Time:
    at, part = date.at, date.part
    if part == "end" and kind in ("deadline", "duration") and end_of(at) != at:
        at, part = end_of(at), ""
    if kind == "deadline":
        return Deadline(by=at, part=part, edge=edge, clock=clock)
    if kind == "duration":
        return Duration(until=at, part=part, clock=clock)
    return Moment(at, part, clock) if edge == "from" and "/" in at else Start(at, part, edge, clock)


def _plain_date(text: NumberedText, place: int) -> Fact | None:
    dated = _dated(text, place, expected=False)
    if dated is None:
        return None
    date, clock = dated
    if text.lows[date.last : date.last + 3] == ["at", "the", "latest"]:
        return Fact("deadline", place, date.last + 3, _value("deadline", "by", date, clock))
    return Fact("date", place, date.last, Moment(date.at, date.part, clock))


def _dated(text: NumberedText, place: int, *, expected: bool) -> tuple[DateSpan, str] | None:
    """The date, the hour, or both, at a place."""
    at = place + (expected and text.lows[place] == "the")
    at += expected and text.lows[at] == "year" and at + 1 in text.numbers
    if at >= len(text.tokens):
        return None
    clock = clock_at(text, at)
    if clock is not None:
        begin = clock.last + (text.lows[clock.last] in ("on", ",", "of"))
        date = _date(text, begin, expected=True) if begin < len(text.tokens) else None
        return (date or DateSpan(place, clock.last, ""), clock.clock)
    date = _date(text, at, expected=expected)
    if date is None:
        return None
    begin = date.last + (text.lows[date.last] == ",")
    if text.lows[begin] == "at" and begin + 1 < len(text.tokens):
        clock = clock_at(text, begin + 1)
        if clock is not None:
            return date._replace(last=clock.last), clock.clock
    return date, ""


def _date(text: NumberedText, place: int, *, expected: bool) -> DateSpan | None:
    return date_at(text, place) or year_at(text, place, expected=expected)


@cache
def _roles() -> dict[str, list[tuple[list[str], str, str]]]:
    """Words before a date by the first, the longest first, with kind and edge."""
    found: dict[str, list[tuple[list[str], str, str]]] = {}
    for kind, rows in _ROLES.items():
        for phrase, edge in rows.items():
            words = phrase.split(" ")
            found.setdefault(words[0], []).append((words, kind, edge))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


@cache
def _starts() -> frozenset[str]:
    """Words with which a time may begin, numbers apart."""
    others = {"noon", "midnight", "every", "each", "per", "once", "twice", "thrice", "a", "an", "on"}
    return frozenset({*_roles(), *first_words(), *first_words_of_dates(), *deadlines.FIRST_WORDS, *others})
