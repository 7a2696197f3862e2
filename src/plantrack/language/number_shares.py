"""Parts of a whole in words and digits: *half*, *two-thirds*, *a quarter of*, *one in four*, `2/3`, `½`."""

from collections.abc import Sequence
from decimal import Context, Decimal
from math import gcd
from typing import NamedTuple

from plantrack.language.number_words import BIG, ORDINALS, SCALES, SMALL
from plantrack.language.tokens import Token

PARTS = {word: value for word, value in ORDINALS.items() if 3 <= value <= 20 or value == 100}
PARTS |= {word + "s": value for word, value in PARTS.items()}
PARTS |= {"half": 2, "halves": 2, "quarter": 4, "quarters": 4, "hundredth": 100, "hundredths": 100}
SIGNS = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅛": (1, 8)}
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000})
"""Of shares that people write; other digits with a stroke are numbers of documents."""
_NO_SHARE_BEFORE = frozenset(
    """first second other latter former upper lower northern southern eastern western north south east west better
    earlier later""".split()
)
"""*The second half* is a stretch of time or ground."""
_SHARE_BEHIND = frozenset(
    """of to and or in at by per more less over within during shall will may must , . ; : ) than that which are is was
    were from for majority as on""".split()
)
"""What stands behind *a third* where it is a share, and not *a third party*."""
_NOT_SHARED = frozenset("party parties state states country countries person persons brother brothers".split())
_OF_TIME = frozenset(
    "second minute hour day week month quarter year seconds minutes hours days weeks months quarters years".split()
)
_EXACT = Context(prec=60)


class Share(NamedTuple):
    """A part of one."""

    last: int
    value: Decimal


def part_of(count: int, whole: int) -> Decimal:
    """A fraction as a decimal number with sixty digits: equal fractions are equal numbers."""
    return _EXACT.divide(Decimal(count), Decimal(whole))


def read_share(tokens: Sequence[Token], lows: Sequence[str], place: int) -> Share | None:
    """The share that begins at a place, None if none does; a number from one on where it is a share of a scale.

    Args:
        tokens: The tokens of a text.
        lows: Their folded words, with a few empty ones behind.
        place: Where to read.
    """
    share = read_part(tokens, lows, place)
    return None if share is None else _of_scale(lows, share)


def read_part(tokens: Sequence[Token], lows: Sequence[str], place: int) -> Share | None:
    """As `read_share`, without the scale behind it."""
    token, low = tokens[place], lows[place]
    if token.text in SIGNS:
        return Share(place + 1, part_of(*SIGNS[token.text]))
    if token.kind == "number":
        return _with_stroke(tokens, place) or _one_in_four(lows, place)
    if low == "half":
        return _half(lows, place)
    return _spelled(lows, place) or _one_in_four(lows, place)


def _half(lows: Sequence[str], place: int) -> Share | None:
    """`half of`, `half a million`, `half a dozen`."""
    before = lows[place - 1] if place else ""
    if before in _NO_SHARE_BEFORE or (lows[place + 1] == "-" and lows[place + 2] in _NOT_SHARED):
        return None
    return Share(place + 1, Decimal("0.5"))


def _spelled(lows: Sequence[str], place: int) -> Share | None:
    """`two-thirds`, `one quarter`, `a half`, `a third of`."""
    count = 1 if lows[place] in ("a", "an") else SMALL.get(lows[place], 0)
    at = place + 1 + (lows[place + 1] == "-")
    whole = PARTS.get(lows[at], 0)
    if not 0 < count < max(whole, 2) or count > 99 or not whole:
        return None
    plural = lows[at].endswith("s") and lows[at] != "halves"
    if count > 1 and not plural:
        return None
    if count == 1 and (plural or lows[at] == "halves" or not _is_share_of_one(lows, place, at)):
        return None
    return Share(at + 1, part_of(count, whole))


def _is_share_of_one(lows: Sequence[str], place: int, at: int) -> bool:
    """Whether *a third* or *one third* is a share: not in *a third party*, *a quarter year*."""
    behind = lows[at + 1]
    if lows[at] in ("half", "quarter"):
        return lows[place] == "one" or lows[at] == "half" or behind in _SHARE_BEHIND or not behind
    if lows[place] in ("a", "an"):
        return behind in _SHARE_BEHIND or not behind
    return behind not in _NOT_SHARED


def _of_scale(lows: Sequence[str], share: Share) -> Share:
    """`half a million`, `a quarter of a million`."""
    at = share.last + (lows[share.last] == "of")
    at += lows[at] == "a"
    if lows[at] not in SCALES or (at == share.last and lows[at] not in BIG):
        return share
    return Share(at + 1, _EXACT.multiply(share.value, SCALES[lows[at]]))


def _one_in_four(lows: Sequence[str], place: int) -> Share | None:
    """`one in four`, `nine out of ten`, `1 out of every 4`."""
    at = place + 1
    out = lows[at : at + 2] == ["out", "of"]
    if not out and lows[at] != "in":
        return None
    at += 1 + out
    at += lows[at] == "every"
    count, whole = _plain(lows[place]), _plain(lows[at])
    if whole not in _DENOMINATORS or not 0 < count < whole or gcd(count, whole) > 1:
        return None
    if lows[at + 1] in _OF_TIME or lows[at + 1] in SCALES or lows[at + 1] == "-":
        return None
    return Share(at + 1, part_of(count, whole))


def _plain(low: str) -> int:
    return SMALL[low] if low in SMALL else int(low) if low.isdecimal() and len(low) < 5 else 0


def _with_stroke(tokens: Sequence[Token], place: int) -> Share | None:
    """`2/3`, written without spaces, and in lowest terms."""
    three = tokens[place : place + 3]
    if len(three) < 3 or three[1].text != "/" or three[2].kind != "number":
        return None
    if three[0].end != three[1].start or three[1].end != three[2].start:
        return None
    count, whole = _plain(three[0].text), _plain(three[2].text)
    glued_on = place + 3 < len(tokens) and tokens[place + 3].start == three[2].end and tokens[place + 3].text in "/-"
    glued_before = place and tokens[place - 1].end == three[0].start and tokens[place - 1].text in "/-"
    if glued_on or glued_before or whole not in _DENOMINATORS or not 0 < count < whole or gcd(count, whole) > 1:
        return None
    return Share(place + 3, part_of(count, whole))
