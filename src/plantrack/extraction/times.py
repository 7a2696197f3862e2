"""Deadlines, in one form for equal times."""

from typing import NamedTuple

from plantrack.extraction.calendar import PERIODS, Period, end_of, read_date, read_period
from plantrack.extraction.meaning import is_act, lemma, meaning_of_verb, verb_forms_or_none
from plantrack.extraction.numbers import ORDINALS, ordinal, read_number
from plantrack.extraction.phrases import head_of, is_agent, subject_after
from plantrack.extraction.words import Token, phrase
from plantrack.model import Deadline

_DEADLINE_BEGINS = frozenset("within inside in a an one by before until on from as no not at the prior ahead".split())
_COUNTED_FROM = frozenset({"of", "from", "after", "following", "since", "upon", "before"})
_BEFORE = (("prior", "to"), ("ahead", "of"), ("in", "advance", "of"))
"""Said for *before*."""
_NOT_IMMEDIATE = frozenset(
    """family families relative relatives kin vicinity neighbour neighbours neighbor neighbors neighbourhood superior
    neighborhood surroundings superiors supervisor predecessor successor proximity environment circle""".split()
)
"""What is immediate in place or kinship, and not in time."""
_IMMEDIATE = (
    ("immediately",), ("immediate",), ("at", "once"), ("without", "delay"), ("without", "any", "delay"), ("forthwith",),
    ("instantly",), ("with", "immediate", "effect"), ("straight", "away"), ("right", "away"), ("instant",),
    ("without", "further", "delay"), ("straightaway",),
)  # fmt: skip
_OPEN = (
    ("as", "soon", "as", "possible"), ("as", "soon", "as", "practicable"), ("as", "soon", "as", "feasible"),
    ("as", "early", "as", "possible"), ("as", "quickly", "as", "possible"), ("as", "rapidly", "as", "possible"),
    ("in", "due", "course"), ("in", "due", "time"), ("in", "good", "time"), ("at", "an", "early", "date"),
    ("at", "the", "earliest", "opportunity"), ("at", "the", "earliest", "possible", "date"), ("promptly",), ("soon",),
    ("without", "undue", "delay"), ("without", "unnecessary", "delay"), ("within", "a", "reasonable", "time"),
    ("within", "a", "reasonable", "period"), ("in", "the", "near", "future"),
    ("in", "the", "shortest", "possible", "time"), ("at", "the", "earliest", "convenience"),
    ("at", "a", "later", "date"), ("at", "a", "later", "stage"), ("in", "a", "timely", "manner"), ("speedily",),
    ("at", "the", "appropriate", "time"), ("in", "the", "shortest", "time"), ("when", "possible"), ("expeditiously",),
    ("with", "all", "speed"), ("at", "some", "later", "date"), ("in", "future"), ("eventually",), ("in", "time"),
    ("when", "conditions", "permit"), ("when", "conditions", "allow"), ("in", "the", "foreseeable", "future"),
    ("sooner", "or", "later"),
)  # fmt: skip
_UNSET = frozenset(
    "settled agreed set fixed determined decided announced specified arranged negotiated appointed".split()
)
_NOT_LATER = (("no", "later", "than"), ("not", "later", "than"), ("at", "the", "latest"), ("by", "no", "later", "than"))
_NOT_LATER_BEGINS = frozenset(words[0] for words in _NOT_LATER)
_EVENT_ENDS = frozenset({",", ";", ".", ")", "(", "]", "and", "but", "unless", "if", "provided", "except", "within"})
_LONGEST_EVENT = 14


class Found(NamedTuple):
    """A deadline and the tokens it takes."""

    deadline: Deadline
    start: int
    end: int


def find_deadline(tokens: list[Token], position: int) -> Found | None:
    """The deadline that begins at a token, None if none does."""
    low = tokens[position].low
    if low in _FIRST_WORDS:
        for words, within in _FIRST_WORDS[low]:
            if all(
                position + step < len(tokens) and tokens[position + step].low == word for step, word in enumerate(words)
            ):
                if words == ("immediate",) and not _is_of_time(tokens, position):
                    continue
                return _at_event(tokens, Found(Deadline(within=within), position, position + len(words)))
    if low in ("at", "on", "by"):
        unset = _nth_day(tokens, position) or _unset_date(tokens, position)
        if unset:
            return unset
    if tokens[position].kind == "n" or low in _DEADLINE_BEGINS or read_number(tokens, position) is not None:
        return _counted(tokens, position) or _by(tokens, position)
    return None


def _at_event(tokens: list[Token], found: Found) -> Found:
    """*Immediately* with the event that it counts from: *immediately upon signature*."""
    begin = found.end + 1
    if found.deadline.within != "immediately" or begin >= len(tokens):
        return found
    if tokens[found.end].low not in ("upon", "after", "on", "following") or read_date(tokens, begin) is not None:
        return found
    event, end = _event(tokens, begin, fronted=_begins_sentence(tokens, found.start))
    return Found(Deadline(within="immediately", of=event), found.start, end) if event else found


def _is_of_time(tokens: list[Token], position: int) -> bool:
    """Whether *immediate* says when, and not how near."""
    following = tokens[position + 1 : position + 3]
    return bool(following) and not any(token.low in _NOT_IMMEDIATE for token in following)


def _nth_day(tokens: list[Token], position: int) -> Found | None:
    """`on the thirtieth day after signature`, as that many days after it."""
    step = position + 1 + (position + 1 < len(tokens) and tokens[position + 1].low == "the")
    if step + 3 >= len(tokens):
        return None
    count = ordinal(tokens[step].low)
    step += 1
    if count is None and tokens[step - 1].text.isdigit() and tokens[step].low in ("st", "nd", "rd", "th"):
        count, step = int(tokens[step - 1].text), step + 1
    if count is None or step + 1 >= len(tokens) or tokens[step + 1].low not in ("after", "following", "from"):
        return None
    unit = tokens[step].low
    if unit not in PERIODS:
        return None
    factor, name = PERIODS[unit]
    event, end = _event(tokens, step + 2, fronted=_begins_sentence(tokens, position))
    return Found(Deadline(within=str(Period(count * factor, name, end)), of=event), position, end)


def _unset_date(tokens: list[Token], position: int) -> Found | None:
    """`at a date still to be settled`, `on a date agreed later`."""
    window = [token.low for token in tokens[position : position + 10]]
    for step, word in enumerate(window):
        if word in ("date", "time", "moment", "day", "stage") and step <= 3:
            tail = window[step + 1 :]
            for ahead, item in enumerate(tail[:5]):
                if item in _UNSET:
                    end = position + step + ahead + 2
                    while end < len(tokens) and tokens[end].low in (
                        "later",
                        "on",
                        "by",
                        "the",
                        "parties",
                        "sides",
                        "both",
                    ):
                        end += 1
                    return Found(Deadline(within="open"), position, end)
    return None


def _counted(tokens: list[Token], position: int) -> Found | None:  # noqa: C901, PLR0912 - one case a line reads best
    """`within 30 days of signature`, `no later than two weeks after ...`, `30 days after`."""
    low = tokens[position].low
    start = position
    ahead = _after_not_later(tokens, position)
    marked = ahead > position
    if low in ("within", "inside"):
        ahead, marked = position + 1, True
    elif low == "in" and not marked:
        ahead, marked = position + 1, _plain_figure(tokens, position + 1)
    elif low in ("over", "during"):
        return None
    while ahead < len(tokens) and tokens[ahead].low in (
        "the", "a", "an", "period", "of", "maximum", "at", "most", "about", "no", "more", "than", "up", "to", "not",
        "least", "less", "fewer",
        "next", "first",
    ) and not read_period(tokens, ahead):  # fmt: skip
        ahead += 1
        if ahead - position > 8:
            return None
    if ahead >= len(tokens):
        return None
    period = read_period(tokens, ahead)
    if period is None:
        return None
    end, event = period.end, None
    following = [token.low for token in tokens[end : end + 2]]
    if following == ["of", "age"] or following[:1] in (["old"], ["older"]):
        return None
    at_most = [token.low for token in tokens[end : end + 3]]
    if at_most[:2] == ["at", "most"] or at_most == ["at", "the", "latest"]:
        end += 2 if at_most[1] == "most" else 3
        marked = True
    least = _least_words(tokens, position, ahead)
    if least == "at least" or (least and end < len(tokens) and tokens[end].low == "before"):
        return _ahead_of_event(tokens, start, period)
    counted_from = _said_before(tokens, end)
    if counted_from == end and end < len(tokens) and tokens[end].low in _COUNTED_FROM:
        counted_from = end + 1
    if counted_from > end:
        event, end = _event(tokens, counted_from, fronted=_begins_sentence(tokens, position))
    if not marked and (event is None or low == "for"):
        return None
    return Found(Deadline(within=str(period), of=event), start, end)


def _least_words(tokens: list[Token], position: int, figure: int) -> str:
    """*At least* or *no later than* before the figure of a period; empty where neither stands there."""
    before = [token.low for token in tokens[max(0, min(position, figure - 2)) : figure]][-2:]
    if before in (["at", "least"], ["less", "than"], ["fewer", "than"]):
        return "at least"
    return "no later than" if before == ["later", "than"] else ""


def _ahead_of_event(tokens: list[Token], start: int, period: Period) -> Found | None:
    """*At least two days before the vote*; what comes at least two days after it has no deadline."""
    if period.end + 1 >= len(tokens) or tokens[period.end].low != "before":
        return None
    event, end = _event(tokens, period.end + 1, fronted=_begins_sentence(tokens, start))
    return Found(Deadline(by=f"{period} before {event}"), start, end) if event else None


def _plain_figure(tokens: list[Token], position: int) -> bool:
    return position < len(tokens) and read_number(tokens, position) is not None


def _after_not_later(tokens: list[Token], position: int) -> int:
    if tokens[position].low not in _NOT_LATER_BEGINS:
        return position
    for words in _NOT_LATER:
        if tuple(token.low for token in tokens[position : position + len(words)]) == words:
            return position + len(words)
    return position


def _said_before(tokens: list[Token], position: int) -> int:
    """The token after *prior to* and the like; the same token where they do not stand there."""
    if position < len(tokens) and tokens[position].low in ("prior", "ahead", "in"):
        for words in _BEFORE:
            end = position + len(words)
            if tuple(token.low for token in tokens[position:end]) == words and end < len(tokens):
                return position if tokens[end].low in ("schedule", "time") else end
    return position


def _begins_sentence(tokens: list[Token], position: int) -> bool:
    return position == 0 or (position == 1 and tokens[0].kind == "p")


def _event(tokens: list[Token], position: int, *, fronted: bool = False) -> tuple[str | None, int]:
    """The words of an event; where the sentence begins with it, they end where the subject of its verb begins."""
    end = position
    while end < len(tokens) and end - position < _LONGEST_EVENT:
        if tokens[end].low in _EVENT_ENDS and not _adds_event(tokens, position, end):
            break
        if tokens[end].low in _VERB_STARTS:
            break
        end += 1
    if fronted:
        end = min(end, subject_after(tokens, position) or end)
    text = phrase(tokens[position:end])
    for article in ("the ", "its ", "their "):
        text = text.removeprefix(article)
    return (text or None), end


def _adds_event(tokens: list[Token], position: int, join: int) -> bool:
    """Whether *and* only names one more event: *after the withdrawal of troops and the return of refugees*."""
    if tokens[join].low != "and":
        return False
    end = join + 1
    while end < len(tokens) and tokens[end].low not in _EVENT_ENDS:
        if tokens[end].low in _VERB_STARTS:
            return False
        end += 1
    if end < len(tokens) and tokens[end].low in ("and", "within"):
        return False
    first, second = (_event_head(tokens[begin:stop]) for begin, stop in ((position, join), (join + 1, end)))
    return first and second and not any(_is_verb(token) for token in tokens[join + 2 : end])


def _event_head(tokens: list[Token]) -> bool:
    """Whether a noun phrase names an act: *the return of refugees*, *signature*."""
    head = head_of(tokens)
    return head is not None and not head.capital and is_act(meaning_of_verb([lemma(head.low)])[0])


def _is_verb(token: Token) -> bool:
    form = verb_forms_or_none(token.low)
    return token.low in ("be", "is", "are") or (form is not None and form.shape in ("participle", "past", "third"))


_VERB_STARTS = frozenset({"shall", "must", "will", "may", "should", "to"})


def _by(tokens: list[Token], position: int) -> Found | None:  # noqa: C901, PLR0912 - one case a line reads best
    """`by 1 May 2027`, `before the rains`, `by the end of 2027`, `on 3 June`, `no later than the vote`."""
    low = tokens[position].low
    ahead = _after_not_later(tokens, position)
    if ahead == position:
        ahead = _said_before(tokens, position)
        if ahead > position:
            low = "before"
        elif low not in ("by", "before", "until", "on", "from", "as"):
            return None
        else:
            ahead += 1
        if low == "as" and [token.low for token in tokens[position : position + 2]] != ["as", "of"]:
            return None
        ahead += low == "as"
    while (
        ahead < len(tokens)
        and tokens[ahead].low in ("midnight", ",", "the", "end", "of", "on", "start", "beginning")
        and (ahead - position < 6)
    ):
        date = read_date(tokens, ahead)
        if date:
            break
        ahead += 1
    if ahead < len(tokens):
        date = read_date(tokens, ahead)
        if date and low != "until":
            closing = "end" in [token.low for token in tokens[position:ahead]]
            by = end_of(date.date) if closing else date.date
            if low in ("from", "as"):
                return Found(Deadline(by=by), position, date.end)
            return Found(Deadline(by=by), position, date.end)
    if low == "before" or _after_not_later(tokens, position) > position:
        begin = _after_not_later(tokens, position)
        begin = begin if begin > position else max(_said_before(tokens, position), position + 1)
        event, end = _event(tokens, begin, fronted=_begins_sentence(tokens, position))
        if event and not _is_audience(tokens[begin:end]):
            return Found(Deadline(by=event), position, end)
    if low == "by" and position + 2 < len(tokens) and tokens[position + 1].low == "the":
        following = [token.low for token in tokens[position + 2 : position + 5]]
        if following[:2] == ["end", "of"] or (following and following[0] in ORDINALS and "day" in following):
            event, end = _event(tokens, position + 2)
            return Found(Deadline(by=event), position, end)
    return None


def _is_audience(tokens: list[Token]) -> bool:
    """Whether somebody stands before a court or council: no time."""
    return is_agent(tokens) and not any(
        (form := verb_forms_or_none(token.low)) is not None and form.shape in ("third", "past") for token in tokens[1:]
    )


BEGINNINGS = frozenset({*_DEADLINE_BEGINS, "at", *(words[0] for words in (*_IMMEDIATE, *_OPEN))})
"""Words with which a deadline may begin, numbers apart."""
_FIRST_WORDS: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _words in sorted((*_IMMEDIATE, *_OPEN), key=len, reverse=True):
    _FIRST_WORDS.setdefault(_words[0], []).append((_words, "immediately" if _words in _IMMEDIATE else "open"))
