"""Numbers of a text in words and digits, read exactly; what cannot be read is said to be so."""

from collections.abc import Sequence
from decimal import Context, Decimal
from typing import NamedTuple

from plantrack.language.digits import MOST_DIGITS, ORDINAL_SIGNS, NumberStyle, as_digits, number_style, read_plain
from plantrack.language.number_shares import SIGNS, read_part, read_share
from plantrack.language.number_words import (
    BIG,
    NUMBER_WORDS,
    PLURAL_SCALES,
    SCALES,
    read_cardinal,
    read_ordinal,
    trailing_scale,
)
from plantrack.language.tokens import Token
from plantrack.language.units import money_label

PADDING = ("",) * 8
"""Stands behind the words of a text, so that readers may look ahead."""
_EXACT = Context(prec=4 * MOST_DIGITS)
_SHORT_SCALES = {"k": 10**3, "mn": 10**6, "mln": 10**6, "mio": 10**6, "bn": 10**9, "bln": 10**9, "mrd": 10**9}
"""Behind digits."""
_MONEY_SCALES = {"m": 10**6, "b": 10**9, "tn": 10**12, "trn": 10**12}
"""Behind digits of money: else `5m` is a length."""
_MONEY_SIGNS = frozenset("$€£¥₽₴₪₹₦₱₺₩₾₫₸₼")
_BEHIND_DIGITS = frozenset({*SCALES, *_SHORT_SCALES, *_MONEY_SCALES, "-", "and"})
_VAGUE = frozenset("several few many some".split())
_VAGUE_SCALES = frozenset({*PLURAL_SCALES, "tens", "dozens", "scores"})
_INSIDE_SHARE = frozenset({"/", "in", "out"})
"""Behind the first number of a share: `2/3`, *1 in 4*, *3 out of 4*."""
_SHARED = frozenset("of the all its their this that".split())
"""Behind a part that belongs to a thing, not to the number before it."""
_STARTS = NUMBER_WORDS | _VAGUE | _VAGUE_SCALES | {"a", "an", "half", "couple"}


class NumberSpan(NamedTuple):
    """A number and the tokens it takes."""

    first: int
    last: int
    value: Decimal | None
    """None where it is vague, ambiguous, or too long to count with."""
    kind: str
    """`digits`, `words`, `ordinal`, `share` (its value is a part of one) or `vague`."""
    raw: str
    """Its words or digits in one spelling."""
    scale: int = 1
    """The scale word at its end: 10**6 for *9 million*."""
    also: Decimal | None = None
    """The number in brackets, where it disagrees: 60 for *thirty (60)*."""
    ambiguous: bool = False


class NumberedText(NamedTuple):
    """A text whose numbers are read, for the readers of what they say."""

    tokens: Sequence[Token]
    lows: list[str]
    """Folded words, with padding behind."""
    numbers: dict[int, NumberSpan]
    """By their first place."""


def numbered(tokens: Sequence[Token], style: NumberStyle | None = None) -> NumberedText:
    """A text with its numbers read.

    Args:
        tokens: A text, or a part of one.
        style: What the whole text shows of points and commas; found in these tokens where it is left out.
    """
    return NumberedText(tokens, words_of(tokens), {span.first: span for span in find_numbers(tokens, style)})


def words_of(tokens: Sequence[Token]) -> list[str]:
    """The folded words of a text, with padding behind."""
    return [*(token.low for token in tokens), *PADDING]


def find_numbers(tokens: Sequence[Token], style: NumberStyle | None = None) -> list[NumberSpan]:
    """The numbers of a text in order, none overlapping another. Linear in its length.

    >>> from plantrack.language.tokens import tokens_of
    >>> [int(span.value) for span in find_numbers(tokens_of("1½ million, the 3rd, and thirty (30)"))]
    [1500000, 3, 30]
    """
    lows = words_of(tokens)
    style = number_style(tokens) if style is None else style
    found: list[NumberSpan] = []
    place = 0
    while place < len(tokens):
        kind = tokens[place].kind
        if kind == "number" or lows[place] in _STARTS or (kind == "label" and money_label(tokens[place])):
            span = _read(tokens, lows, place, style)
            if span is not None:
                span = _with_brackets(tokens, lows, span, style)
                found.append(span)
                place = span.last
                continue
        place += 1
    return found


def _read(tokens: Sequence[Token], lows: Sequence[str], place: int, style: NumberStyle) -> NumberSpan | None:
    word = tokens[place].kind == "word"
    vague = _read_vague(lows, place) if word else None
    if vague is not None:
        return vague
    share = read_share(tokens, lows, place) if word or _may_be_share(tokens, lows, place) else None
    if share is not None:
        return _span(lows, place, share.last, share.value, "share" if share.value < 1 else "words")
    if not word:
        return _read_digits(tokens, lows, place, style)
    ordinal = read_ordinal(lows, place)
    if ordinal is not None:
        return _span(lows, place, ordinal.last, ordinal.value, "ordinal")
    spelled = read_cardinal(tokens, lows, place)
    if spelled is None:
        return None
    last, value = _with_part(tokens, lows, spelled.last, spelled.value)
    return _span(lows, place, last, value, "words")


def _may_be_share(tokens: Sequence[Token], lows: Sequence[str], place: int) -> bool:
    return lows[place + 1] in _INSIDE_SHARE or tokens[place].text in SIGNS


def _span(lows: Sequence[str], first: int, last: int, value: Decimal | None, kind: str) -> NumberSpan:
    return NumberSpan(first, last, value, kind, " ".join(lows[first:last]), trailing_scale(lows, first, last))


def _read_vague(lows: Sequence[str], place: int) -> NumberSpan | None:
    """`tens of thousands`, `several hundred`, `a few thousand`, `dozens`."""
    at = place + (lows[place] == "a" and lows[place + 1] in ("few", "couple"))
    begin = at
    if lows[at : at + 2] == ["couple", "of"] and lows[at + 2] in SCALES:
        at += 3
    elif lows[at] in _VAGUE:
        if lows[at + 1] not in SCALES and lows[at + 1] not in _VAGUE_SCALES:
            return None
        at += 1
        while lows[at] in SCALES and at - begin < 3:
            at += 1
    elif lows[at] not in _VAGUE_SCALES:
        return None
    while lows[at] in _VAGUE_SCALES and at - begin < 5:
        at += 1
        if lows[at] == "of" and lows[at + 1] in _VAGUE_SCALES:
            at += 1
    return NumberSpan(place, at, None, "vague", " ".join(lows[begin:at])) if at > begin else None


def _with_part(tokens: Sequence[Token], lows: Sequence[str], last: int, value: Decimal) -> tuple[int, Decimal]:
    """`1 1/2`, `three and three-quarters`, `2 and a half million`, `a million and a half`: with the part of one."""
    joined = lows[last] == "and"
    at = last + joined
    if at >= len(tokens) or not (joined or tokens[at].kind == "number") or value != value.to_integral_value():
        return last, value
    part = read_part(tokens, lows, at)
    if part is None or (joined and lows[part.last] in _SHARED):
        return last, value
    before = SCALES.get(lows[last - 1], 1) if joined else 1
    if before > 1:
        return part.last, value + part.value * before
    after = BIG.get(lows[part.last], 1)
    return part.last + (after > 1), _EXACT.multiply(value + part.value, Decimal(after))


def _read_digits(tokens: Sequence[Token], lows: Sequence[str], place: int, style: NumberStyle) -> NumberSpan:
    text, last = _joined(tokens, place)
    raw = as_digits(text)
    value, ambiguous = read_plain(raw, style)
    kind = "ordinal" if raw.endswith(ORDINAL_SIGNS) else "digits"
    if value is None or kind == "ordinal" or _stands_alone(tokens, lows, last):
        return NumberSpan(place, last, value, kind, raw, ambiguous=ambiguous)
    begin = last
    last, value, scale = _with_scales(tokens, lows, place, last, value)
    last, value = _with_smaller(tokens, lows, last, value, scale)
    last, value = _with_part(tokens, lows, last, value)
    raw = raw if last == begin else " ".join([raw, *lows[begin:last]])
    return NumberSpan(place, last, value, kind, raw, scale)


def _stands_alone(tokens: Sequence[Token], lows: Sequence[str], place: int) -> bool:
    """Whether nothing behind digits can be a scale or a part of one."""
    return lows[place] not in _BEHIND_DIGITS and (place >= len(tokens) or tokens[place].kind != "number")


def _joined(tokens: Sequence[Token], place: int) -> tuple[str, int]:
    """The digits at a place, with groups of three behind spaces: `1 250 000`."""
    text, last = tokens[place].text, place + 1
    money = money_label(tokens[place]) if tokens[place].kind == "label" else None
    if money:
        return money[1], last
    if len(text) <= 3 and text.isdecimal() and text[0] != "0" and _is_group(tokens, last):
        groups = [text]
        while _is_group(tokens, last) and len(groups) < MOST_DIGITS // 3:
            groups.append(tokens[last].text)
            last += 1
            if len(groups[-1]) > 3:
                break
        return " ".join(groups), last
    return text, last


def _is_group(tokens: Sequence[Token], place: int) -> bool:
    if place >= len(tokens) or tokens[place].kind != "number":
        return False
    text = tokens[place].text
    return text[:3].isdecimal() and len(text) >= 3 and (len(text) == 3 or text[3] in ".," or text[3:] in SIGNS)


def _with_scales(
    tokens: Sequence[Token], lows: Sequence[str], first: int, last: int, value: Decimal
) -> tuple[int, Decimal, int]:
    """Scale words behind digits: `5 million`, `5bn`, `5-million`, `2 hundred thousand`, `1 and a half million`."""
    scale, start = 1, last
    while last - start < 3:
        at = last + (last == start and lows[last] == "-" and tokens[last - 1].end == tokens[last].start)
        found = SCALES.get(lows[at]) or _short_scale(tokens, lows, first, at)
        if not found or (scale > 1 and scale not in (100, 1000, 10**6)) or found < scale:
            break
        scale, last = scale * found, at + 1
    return last, _EXACT.multiply(value, Decimal(scale)), scale


def _short_scale(tokens: Sequence[Token], lows: Sequence[str], first: int, at: int) -> int:
    low = lows[at]
    if low in _SHORT_SCALES and at < len(tokens):
        return _SHORT_SCALES[low] if low != "k" or tokens[at - 1].end == tokens[at].start else 0
    if low not in _MONEY_SCALES:
        return 0
    before = tokens[first - 1] if first else None
    money = before is not None and (before.text in _MONEY_SIGNS or (len(before.text) == 3 and before.text.isupper()))
    return _MONEY_SCALES[low] if money or tokens[first].kind == "label" else 0


def _with_smaller(
    tokens: Sequence[Token], lows: Sequence[str], last: int, value: Decimal, scale: int
) -> tuple[int, Decimal]:
    """`1 million 200 thousand`: digits with a smaller scale behind."""
    while scale in (10**6, 10**9, 10**12):
        at = last + (lows[last] in ("and", ","))
        if at >= len(tokens) or tokens[at].kind != "number" or not tokens[at].text.isdecimal():
            break
        after = BIG.get(lows[at + 1], scale)
        if after >= scale or len(tokens[at].text) > 3:
            break
        value, last, scale = value + Decimal(tokens[at].text) * after, at + 2, after
    return last, value


def _with_brackets(tokens: Sequence[Token], lows: Sequence[str], span: NumberSpan, style: NumberStyle) -> NumberSpan:
    """`thirty (30)` as one number; `thirty (60)` as one that is at odds with itself."""
    at = span.last
    if lows[at] != "(" or span.value is None or at + 1 >= len(tokens) or span.kind not in ("digits", "words"):
        return span
    digits = tokens[at + 1].kind == "number"
    if digits == (span.kind == "digits") or not (digits or lows[at + 1] in NUMBER_WORDS):
        return span
    inner = _read(tokens, lows, at + 1, style)
    if inner is None or inner.kind not in ("digits", "words") or lows[inner.last] != ")":
        return span
    also = None if inner.value == span.value else inner.value
    unread = inner.value is None
    raw = f"{span.raw} ({inner.raw})" if unread or also is not None else span.raw
    return span._replace(last=inner.last + 1, also=also, raw=raw, ambiguous=unread, scale=max(span.scale, inner.scale))
