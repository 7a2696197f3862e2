"""Compare wordings of which no grammar is read: in one other language than English by their words, in two by figures.

Nothing here rests on English. A number beside a month, behind a noun that it is the name of, or that may be a year, is
compared and never reckoned with.
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from plantrack.differences.alignment import align
from plantrack.differences.mirrors import mirror_change
from plantrack.differences.result import Change, Silenced, Words, WordSpan
from plantrack.facts.numbered_nouns import numbered_nouns
from plantrack.facts.prose import Item
from plantrack.language.detection import find_language
from plantrack.language.numbers import NumberedText, NumberSpan, numbered
from plantrack.language.other_numbers import is_numbered, month_of
from plantrack.language.tokens import Token, tokens_of
from plantrack.value import evolve

if TYPE_CHECKING:
    from plantrack.differences.texts import Wording

WORDS, FIGURES = "words", "figures"
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LAST_DAY = 31
_SIGNS = frozenset("%‰€$£¥₴₽°∅^")
"""Marks that say something."""
_INSIDE_DATES = frozenset((".", "er", "º", "ª", "de", "do", "of"))
"""What may stand between a day and its month."""
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})")
_IN_THREES = re.compile(r"\d{1,3}(?:\.\d{3})+")
"""Where no English is read, points between three digits part thousands."""
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_SIGN_OF_ITS_OWN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Of scripts that part no words by space: each sign is compared by itself."""
_WEIGHT = 2.0


class _Place(NamedTuple):
    """A piece of a wording: a word, a number or a date."""

    wording: str
    """The id of its wording."""
    item: Item
    numbers: tuple[Decimal, ...] = ()
    """What it can be read as: *20 million* is 20,000,000, and 20 of something that is not read."""
    month: int | None = None
    more: tuple[Decimal, ...] = ()
    """Further numbers in it, as the year of a date in digits."""


def compare_plainly(
    old: "Sequence[Wording]", new: "Sequence[Wording]", mode: str
) -> tuple[tuple[Change, ...], tuple[Silenced, ...]]:
    """What differs between the wordings of a match group, and what of it says the same.

    Swapping the two gives the mirror of the answer.

    Args:
        old: The old wordings, in order.
        new: The new ones.
        mode: `words` where both are in one language, `figures` where they are in two.
    """
    compare = _compare_words if mode == WORDS else _compare_figures
    if [one.text for one in old] <= [one.text for one in new]:
        return compare(old, new)
    changes, silenced = compare(new, old)
    return tuple(map(mirror_change, changes)), tuple(
        evolve(one, old_ids=one.new_ids, new_ids=one.old_ids, words=Words(old=one.words.new, new=one.words.old))
        for one in silenced
    )


def figures_that_differ(
    old: Sequence[str], new: Sequence[str]
) -> tuple[dict[int, list[WordSpan]], dict[int, list[WordSpan]]]:
    """The numbers and months of either paper's lines that the other paper has in none, by the place of their line."""
    sides = []
    for lines in (old, new):
        english = find_language("\n".join(lines)) == "en"
        sides.append([one for place, line in enumerate(lines) for one in _read(str(place), line, english=english)])
    found: tuple[dict[int, list[WordSpan]], dict[int, list[WordSpan]]] = ({}, {})
    for spans, left in zip(found, _left_over(*sides), strict=True):
        for one in left:
            spans.setdefault(int(one.wording), []).append(_span(one.item))
    return found


# Words


def _compare_words(
    old: "Sequence[Wording]", new: "Sequence[Wording]"
) -> tuple[tuple[Change, ...], tuple[Silenced, ...]]:
    olds, news = ([place for one in side for place in _read(one.id, one.text)] for side in (old, new))
    aligned = align([one.item for one in olds], [one.item for one in news], lambda _, __: None)
    changes: list[Change] = []
    open_old: list[int] = []
    open_new: list[int] = []
    for left, right in _gaps(aligned.pairs, len(olds), len(news)):
        for one, other in _reckoned(left, right, olds, news):
            changes.append(_figure_changed(olds[one], news[other]))
            left, right = [i for i in left if i != one], [j for j in right if j != other]  # noqa: PLW2901
        open_old += left
        open_new += right
    if open_old or open_new:
        changes.append(_unexplained([olds[i] for i in open_old], [news[j] for j in open_new], old, new))
    silenced = [
        Silenced(
            rule="number form", words=Words(old=(_span(one.item),), new=(_span(other.item),)),
            old_ids=(one.wording,), new_ids=(other.wording,),
        )
        for one, other in ((olds[pair.old], news[pair.new]) for pair in aligned.pairs)
        if one.item.low != other.item.low
    ]  # fmt: skip
    if not changes and not silenced:
        ids = tuple(one.id for one in old), tuple(one.id for one in new)
        silenced = [Silenced(rule="marks", words=Words(), old_ids=ids[0], new_ids=ids[1])]
    return tuple(changes), tuple(silenced)


def _gaps(pairs: Iterable[tuple[int, int, str]], old: int, new: int) -> Iterator[tuple[list[int], list[int]]]:
    """What lies between pairs, on either side."""
    i = j = 0
    for first, second, _ in (*pairs, (old, new, "")):
        if first > i or second > j:
            yield list(range(i, first)), list(range(j, second))
        i, j = first + 1, second + 1


def _reckoned(
    left: Sequence[int], right: Sequence[int], olds: Sequence[_Place], news: Sequence[_Place]
) -> list[tuple[int, int]]:
    """The figures of a gap that stand against each other; none where one side has more of them."""
    one = [place for place in left if olds[place].item.kind == "figure"]
    other = [place for place in right if news[place].item.kind == "figure"]
    return list(zip(one, other, strict=True)) if len(one) == len(other) else []


# Figures


def _compare_figures(
    old: "Sequence[Wording]", new: "Sequence[Wording]"
) -> tuple[tuple[Change, ...], tuple[Silenced, ...]]:
    olds, news = ([place for one in side for place in _read(one.id, one.text, english=_is_english(side))]
                  for side in (old, new))  # fmt: skip
    left, right = _left_over(olds, news)
    if not left and not right:
        return (), ()
    if len(left) == len(right) == 1 and left[0].item.kind == right[0].item.kind == "figure":
        return (_figure_changed(left[0], right[0]),), ()
    return (_unexplained(left, right, old, new),), ()


def _is_english(side: "Sequence[Wording]") -> bool:
    return find_language(" ".join(one.text for one in side)) == "en"


def _left_over(old: Sequence[_Place], new: Sequence[_Place]) -> tuple[list[_Place], list[_Place]]:
    """The numbers of either side without those that the other has, too; then the months, where both tell them."""
    left, right = _without_shared(_numbers(old), _numbers(new), lambda one: one.numbers)
    months = tuple([one for one in side if one.month is not None] for side in (old, new))
    if len(months[0]) == len(months[1]):
        differ = _without_shared(months[0], months[1], lambda one: (one.month,))
        left, right = [*left, *differ[0]], [*right, *differ[1]]
    return _once(left), _once(right)


def _numbers(side: Iterable[_Place]) -> list[_Place]:
    """Each number by itself."""
    return [
        one for place in side if place.numbers for one in (place, place._replace(numbers=place.more)) if one.numbers
    ]


def _once(places: Iterable[_Place]) -> list[_Place]:
    return list({(one.wording, one.item.first): one for one in places}.values())


def _without_shared(
    old: Sequence[_Place], new: Sequence[_Place], said: Callable[[_Place], Iterable[Decimal | int | None]]
) -> tuple[list[_Place], list[_Place]]:
    """What either side has beyond the other; each says one of several things, and is met by one that says it, too."""
    waiting: dict[Decimal | int | None, deque[int]] = {}
    for place, one in enumerate(new):
        for each in said(one):
            waiting.setdefault(each, deque()).append(place)
    met: set[int] = set()
    left = []
    for one in old:
        for each in said(one):
            twins = waiting.get(each, deque())
            while twins and twins[0] in met:
                twins.popleft()
            if twins:
                met.add(twins.popleft())
                break
        else:
            left.append(one)
    return left, [one for place, one in enumerate(new) if place not in met]


# Reading


def _read(wording: str, text: str, *, english: bool = False) -> list[_Place]:
    """A wording as words, numbers and months; marks that say nothing are left out."""
    tokens = tokens_of(text)
    spans = numbered(tokens)
    found: list[_Place] = []
    place = 0
    while place < len(tokens):
        read = _date_at(text, tokens, place) or _number_at(text, spans, place, english=english)
        read = read or _word_at(text, tokens, place)
        found += (one._replace(wording=wording) for one in read)
        place = read[-1].item.last if read else place + 1
    return found


def _date_at(text: str, tokens: Sequence[Token], place: int) -> list[_Place]:
    """A date in digits: its day with the month, and its year."""
    if tokens[place].kind != "number":
        return []
    start = tokens[place].start
    found = _DAY_FIRST.match(text, start) or _YEAR_FIRST.match(text, start)
    last = place + 1
    while found and last < len(tokens) and tokens[last].end <= found.end():
        last += 1
    if found is None or tokens[last - 1].end != found.end():
        return []
    item = _item(text, tokens, place, last, ("word", found[0]), "number")
    day, month, year = (int(found[part]) for part in ("day", "month", "year"))
    return [_Place("", item, (Decimal(day),), month, (Decimal(year),))]


def _number_at(text: str, spans: NumberedText, place: int, *, english: bool) -> list[_Place]:
    """A number in digits; in English one in words, too."""
    span = spans.numbers.get(place)
    if span is None or not (english or span.kind == "digits"):
        return []
    value = span.value
    if value is None and not english and _IN_THREES.fullmatch(spans.lows[place]):
        value = Decimal(spans.lows[place].replace(".", ""))
    last = span.last if english or value is None else _end_of_digits(spans.tokens, span)
    numbers = () if value is None else tuple(dict.fromkeys((value, value / span.scale)))
    kind = "figure" if numbers and _counts(spans, place, last, numbers[0]) else "number"
    key = ("number", numbers[0]) if numbers else ("word", spans.lows[place])
    return [_Place("", _item(text, spans.tokens, place, last, key, kind), numbers)]


def _word_at(text: str, tokens: Sequence[Token], place: int) -> list[_Place]:
    token = tokens[place]
    if token.kind == "mark" and token.low not in _SIGNS and not token.low[-1:].isalpha():
        return []
    if _SIGN_OF_ITS_OWN.search(token.text):
        return [
            _Place("", Item(("word", sign), "word", place, place + 1, at, at + 1, sign, sign, _WEIGHT, True, 0))  # noqa: FBT003 - as below
            for at, sign in enumerate(token.text, token.start)
        ]
    month = month_of(token.low) if _is_near_day(tokens, place) else None
    return [_Place("", _item(text, tokens, place, place + 1, ("word", token.low), "word"), month=month)]


def _end_of_digits(tokens: Sequence[Token], span: NumberSpan) -> int:
    """Where the digits of a number end: scale words behind them are words of the language."""
    last = span.first
    while last < span.last and tokens[last].kind == "number":
        last += 1
    return max(last, span.first + 1)


def _counts(text: NumberedText, place: int, last: int, value: Decimal) -> bool:
    """Whether a number may be reckoned with: it names nothing, and is no year and no part of a date."""
    before = text.lows[place - 1] if place else ""
    before = text.lows[place - 2] if before == "." and place > 1 else before
    before = before.rpartition("'")[2]
    if before in ("№", "§", "°") or is_numbered(before) or before in numbered_nouns().nouns:
        return False
    if _FIRST_YEAR <= value <= _LAST_YEAR and last == place + 1 and len(text.lows[place]) == 4:
        return False
    if text.lows[last] in ("-", "/", ".") and text.lows[last + 1][:1].isdigit():
        return False
    if value > _LAST_DAY:
        return True
    ahead = text.lows[last : last + 3]
    return not any(month_of(low) for low in ahead[:2] if low) and not any(_is_year(low) for low in ahead)


def _is_year(low: str) -> bool:
    return len(low) == 4 and low.isdigit() and _FIRST_YEAR <= int(low) <= _LAST_YEAR


def _is_near_day(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number stands beside a word that may be a month: `1 May`, `1er mai`, `May 2027`."""
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    if behind is not None and behind.kind == "number":
        return True
    step = place - 1
    if step > 0 and tokens[step].low in _INSIDE_DATES:
        step -= 1
    return step >= 0 and tokens[step].kind == "number"


def _item(text: str, tokens: Sequence[Token], first: int, last: int, key: tuple[str, object], kind: str) -> Item:
    start, end = tokens[first].start, tokens[last - 1].end
    low = " ".join(token.low for token in tokens[first:last])
    return Item(key, kind, first, last, start, end, text[start:end], low, _WEIGHT, True, 0)  # noqa: FBT003 - a plain row


# Telling


def _figure_changed(old: _Place, new: _Place) -> Change:
    """A figure against another; who gains by it is not known."""
    before, after = old.numbers[0], new.numbers[0]
    delta = {"absolute": float(after - before)}
    if before:
        delta["relative"] = float((after - before) / before)
    return Change(
        kind="quantity-raised" if after > before else "quantity-lowered", part="figure", rule="figure", effect=None,
        old_ids=(old.wording,), new_ids=(new.wording,), before=old.item.words, after=new.item.words, delta=delta,
        words=Words(old=(_span(old.item),), new=(_span(new.item),)),
    )  # fmt: skip


def _unexplained(
    left: Sequence[_Place], right: Sequence[_Place], old: "Sequence[Wording]", new: "Sequence[Wording]"
) -> Change:
    olds, news = _spans(left, old), _spans(right, new)
    return Change(
        kind="wording-unexplained", effect=None, certainty=None,
        old_ids=tuple(dict.fromkeys(one for one, _ in olds)) or tuple(one.id for one in old),
        new_ids=tuple(dict.fromkeys(one for one, _ in news)) or tuple(one.id for one in new),
        before=" … ".join(span.words for _, span in olds) or None,
        after=" … ".join(span.words for _, span in news) or None,
        words=Words(old=tuple(span for _, span in olds), new=tuple(span for _, span in news)),
    )  # fmt: skip


def _spans(places: Sequence[_Place], wordings: "Sequence[Wording]") -> list[tuple[str, WordSpan]]:
    """Pieces as spans of words, in order, those that follow each other as one."""
    found: list[tuple[str, WordSpan]] = []
    by_wording: dict[str, list[_Place]] = {}
    for one in places:
        by_wording.setdefault(one.wording, []).append(one)
    for wording in wordings:
        last = -1
        for place in sorted(by_wording.get(wording.id, ()), key=lambda one: one.item.start):
            start = place.item.start
            if last >= 0 and (place.item.first == last or found[-1][1].end == start):
                start = found.pop()[1].start
            found.append((wording.id, WordSpan(start, place.item.end, wording.text[start : place.item.end])))
            last = place.item.last
    return found


def _span(item: Item) -> WordSpan:
    return WordSpan(item.start, item.end, item.words)
