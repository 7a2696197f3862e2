"""Deadlines, durations and other lengths of time with their role: *within 30 days of*, *for five years*."""

from plantrack.facts.bounds import BoundSpan, bound_after, bound_before
from plantrack.facts.fact import Fact
from plantrack.facts.values import Bound, Deadline, Duration
from plantrack.language.numbers import NumberedText
from plantrack.language.periods import UNITS, Length, LengthSpan, length_at

WITHIN = frozenset({"within", "inside", "in"})
_NOT_LATER = (["by", "no", "later", "than"], ["no", "later", "than"], ["not", "later", "than"])
_COUNTED = (
    (["prior", "to"], "before"), (["ahead", "of"], "before"), (["in", "advance", "of"], "before"),
    (["before"], "before"), (["counting", "from"], "after"), (["counted", "from"], "after"), (["of"], "after"),
    (["from"], "after"), (["after"], "after"), (["following"], "after"), (["since"], "after"), (["upon"], "after"),
    (["later"], "later"), (["afterwards"], "later"), (["thereafter"], "later"), (["in", "advance"], "before"),
)  # fmt: skip
"""Words between a length of time and the event that it counts from."""
_FRAMES = {
    "past": "past", "last": "past", "previous": "past", "preceding": "past", "next": "next", "coming": "next",
    "following": "next", "first": "first", "initial": "first", "remaining": "remaining", "another": "further",
    "additional": "further", "further": "further",
}  # fmt: skip
_SPANNING = frozenset({"for", "over", "during", "throughout"})
_BARE_FRAMES = frozenset({"past", "next", "coming", "another", "additional", "further", "remaining"})
_OWNERS = frozenset({"its", "their", "his", "her", "our", "these", "this", "of"})
"""Before *last* where it is no verb."""
_INTO_LENGTH = frozenset("a an the period term time span maximum total duration of".split())
_EVENT_ENDS = frozenset(", ; . : ) ( ] and or but unless if provided except within shall must will may should".split())
_LONGEST_EVENT = 14

FIRST_WORDS = frozenset({*WITHIN, *_SPANNING, *_FRAMES, "by", "no", "not", "the", "on"})
"""Words before a length of time with which what is read here may begin."""


def length_fact(text: NumberedText, place: int) -> list[Fact]:
    """What a length of time at a place says with the words around it; empty if none begins there."""
    low = text.lows[place]
    if low in WITHIN:
        return _within(text, place)
    for words in _NOT_LATER:
        if low == words[0] and text.lows[place : place + len(words)] == words:
            return _within(text, place, skip=len(words))
    if low == "on":
        return _on_nth_day(text, place)
    if low in _SPANNING or (low == "the" and text.lows[place + 1] in _FRAMES) or _is_frame(text, place):
        return _lasting(text, place)
    if place in text.numbers or low in ("a", "an"):
        return _plain(text, place)
    return []


def _length_ahead(text: NumberedText, place: int) -> LengthSpan | None:
    """The length of time behind a few words such as *a period of at most*."""
    at = place
    while at < place + 12:
        found = length_at(text, at)
        if found is not None:
            return found if at == place or _leads_in(text, place, at) else None
        if text.lows[at] not in _INTO_LENGTH and not _in_bound(text, at):
            return None
        at += 1
    return None


def _in_bound(text: NumberedText, at: int) -> bool:
    """Whether a word may belong to the bound of a length, or to its frame."""
    return text.lows[at] in _BOUND_WORDS or text.lows[at] in _FRAMES


_BOUND_WORDS = frozenset(
    """no not more less fewer longer shorter than at least most up to about approximately around over roughly some
    minimum""".split()
)


def _is_frame(text: NumberedText, place: int) -> bool:
    """Whether *past*, *last* and the like frame a length of time without an article."""
    low = text.lows[place]
    return low in _BARE_FRAMES or (low in _FRAMES and place > 0 and text.lows[place - 1] in _OWNERS)


def _leads_in(text: NumberedText, place: int, at: int) -> bool:
    """Whether the words before a length all belong to it."""
    bound = bound_before(text, at, of_time=True)
    begin = bound.place if bound else at
    return all(low in _INTO_LENGTH or low in _FRAMES for low in text.lows[place:begin])


def _bounded(text: NumberedText, found: LengthSpan) -> tuple[LengthSpan, list[Fact]]:
    """A length with the bound before or behind it, and the fact of a *not* that the bound takes in."""
    before = bound_before(text, found.first, of_time=True)
    after = bound_after(text, found.last) if before is None and found.length.bare else None
    bound: BoundSpan | None = before or after
    if bound is None or not found.length.bare:
        return found, []
    length = found.length._replace(operator=bound.operator, bare=False)
    first, last = (before.place, found.last) if before else (found.first, bound.place)
    apart = [] if bound.negation is None else [_negation(bound)]
    return LengthSpan(first, last, length), apart


def _negation(bound: BoundSpan) -> Fact:
    place = bound.negation or 0
    return Fact("bound", place, place + 1, Bound(bound.operator))


def _frame(text: NumberedText, first: int, last: int) -> str:
    frames = [_FRAMES[low] for low in text.lows[first:last] if low in _FRAMES]
    return frames[0] if frames else ""


def _within(text: NumberedText, place: int, *, skip: int = 1) -> list[Fact]:
    """`within 30 days of`, `in the past three decades`, `not later than 48 hours after`."""
    low = text.lows[place]
    found = _length_ahead(text, place + skip)
    if found is None:
        return []
    frame = _frame(text, place + skip, found.first)
    if low == "in" and skip == 1:
        if frame:
            return [Fact("duration", place, found.last, Duration(found.length, frame=frame))]
        if text.lows[found.last] == "of" or text.lows[place - 1 : place] in (["once"], ["twice"], ["times"]):
            return _plain(text, found.first)
    found, apart = _bounded(text, found)
    length = found.length
    if length.operator == "lteq":
        length = length._replace(operator="eq", bare=True)
    if frame in ("further", "first", "remaining"):
        length = length._replace(quality=frame)
    counted, last = counted_from(text, found.last, marked=True)
    last = _at_the_latest(text, last)
    deadline = Deadline(length, counted="" if counted == "later" else counted, event=event_at(text, last, counted))
    if counted == "before" and skip > 1:
        deadline = deadline._replace(length=length._replace(operator="gteq", bare=False))
    return [*apart, Fact("deadline", place, last, deadline)]


def _at_the_latest(text: NumberedText, last: int) -> int:
    return last + 3 if text.lows[last : last + 3] == ["at", "the", "latest"] else last


def counted_from(text: NumberedText, at: int, *, marked: bool = True) -> tuple[str, int]:
    """Whether a length counts to or from an event, and the place behind the word that says so."""
    for words, side in _COUNTED:
        end = at + len(words)
        if text.lows[at] == words[0] and text.lows[at:end] == words and (marked or words != ["of"]):
            return side, end
    return "", at


def event_at(text: NumberedText, at: int, counted: str) -> tuple[int, int] | None:
    """The places of the words of an event."""
    if counted in ("", "later"):
        return None
    last = at
    while last < min(len(text.tokens), at + _LONGEST_EVENT) and text.lows[last] not in _EVENT_ENDS:
        last += 1
    return (at, last) if last > at else None


def _lasting(text: NumberedText, place: int) -> list[Fact]:
    """`for a period of at least five years`, `over the next ten years`, `the last 30 years`."""
    low = text.lows[place]
    begin = place + (low in _SPANNING)
    found = _length_ahead(text, begin)
    if found is None:
        return []
    frame = _frame(text, begin, found.first)
    if not frame and low != "for":
        period = any(word in ("period", "term", "span") for word in text.lows[begin : found.first])
        if low not in _SPANNING or not period:
            return []
    found, apart = _bounded(text, found)
    last = found.last
    if low == "for" and text.lows[last : last + 2] == ["or", "longer"]:
        found, last = LengthSpan(found.first, last + 2, found.length._replace(operator="gteq", bare=False)), last + 2
    return [*apart, Fact("duration", place, last, Duration(found.length, frame=frame))]


def _plain(text: NumberedText, place: int) -> list[Fact]:
    """`30 days after`, `two weeks ago`, `a five-year contract`, with the bound before."""
    found = length_at(text, place)
    if found is None:
        return []
    one = place not in text.numbers
    found, apart = _bounded(text, found)
    counted, last = counted_from(text, found.last, marked=False)
    last = _at_the_latest(text, last)
    if last > found.last:
        return [*apart, Fact("deadline", found.first, last, _on_length(text, found.length, counted, last))]
    if text.lows[found.last] == "ago":
        return [Fact("duration", found.first, found.last + 1, Duration(found.length, frame="ago"))]
    if one and found.length.value == 1 and not _stands_for_length(text, found):
        return []
    return [*apart, Fact("duration", found.first, found.last, Duration(found.length))]


def _stands_for_length(text: NumberedText, found: LengthSpan) -> bool:
    """Whether *a month* is how long, as behind *lasts*: elsewhere it stays words."""
    before = text.lows[found.first - 1] if found.first else ""
    return before in ("lasts", "lasting", "last", "than", "least", "takes", "take", "of") or text.lows[
        found.last - 1
    ] in ("'s", "'")


def _on_length(text: NumberedText, length: Length, counted: str, last: int) -> Deadline:
    """A length without *within*: at its end, or with a bound, by its end."""
    if counted == "":
        return Deadline(length)
    side = "after" if counted == "later" else counted
    event = event_at(text, last, counted)
    if length.operator == "lteq":
        return Deadline(length._replace(operator="eq", bare=True), counted=side, event=event)
    return Deadline(length, on=length.bare, counted=side, event=event)


def _on_nth_day(text: NumberedText, place: int) -> list[Fact]:
    """`on the thirtieth day after`, as that many days after."""
    at = place + 1 + (text.lows[place + 1] == "the")
    span = text.numbers.get(at)
    if span is None or span.kind != "ordinal" or span.value is None:
        return []
    unit = UNITS.get(text.lows[span.last])
    counted, last = counted_from(text, span.last + 1, marked=False)
    if unit is None or counted not in ("after", "before"):
        return []
    deadline = Deadline(Length(span.value, unit), on=True, counted=counted, event=event_at(text, last, counted))
    return [Fact("deadline", place, last, deadline)]
