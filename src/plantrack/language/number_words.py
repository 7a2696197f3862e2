"""Cardinal and ordinal numbers written in words: *one million two hundred thousand*, *twenty-first*."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from plantrack.language.tokens import Token

_ONES = "zero one two three four five six seven eight nine ten eleven twelve".split()
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
SMALL = {word: value for value, word in enumerate([*_ONES, *_TEENS])}
SMALL |= dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_NTHS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
ORDINALS = {word: value for value, word in enumerate([*_NTHS, *(word + "th" for word in _TEENS)], 1)}
ORDINALS |= {word[:-1] + "ieth": value for word, value in SMALL.items() if value >= 20}
SMALL["fourty"] = 40
"""Words below one hundred; *fourty* is a common slip."""
_SINGULAR = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "milliard": 10**9,
             "lakh": 10**5, "crore": 10**7}  # fmt: skip
"""*Lakh* and *crore* stand in agreements of South Asia, *milliard* in older European ones."""
BIG = _SINGULAR | {word + "s": value for word, value in _SINGULAR.items()}
SCALES = {**BIG, "hundred": 100, "hundreds": 100, "dozen": 12}
PLURAL_SCALES = frozenset({"hundreds", *BIG} - set(_SINGULAR))
NUMBER_WORDS = frozenset({*SMALL, *SCALES, *ORDINALS})
"""Words with which a number in words may begin, *a* apart."""
_COMPOUND = {(10**3, 10**6), (10**3, 10**9), (10**6, 10**6)}
"""*Thousand million* and the like."""
_WITHOUT_LIMIT = 10**30


class Spelled(NamedTuple):
    """A number in words."""

    last: int
    """The place after its last word."""
    value: Decimal


class _Sum:
    """A number as far as its words are read."""

    __slots__ = ("group", "kept", "last", "scale", "total")

    def __init__(self, place: int) -> None:
        self.total = 0
        self.group: int | None = None
        """What waits for its scale: below 1,000, or None right behind a scale."""
        self.scale = _WITHOUT_LIMIT
        self.last = place
        self.kept: tuple[int, int] | None = None
        """Place and value before the latest addition, for when a scale behind it shows that a new number began."""

    @property
    def value(self) -> int:
        return self.total + (self.group or 0)

    def add(self, value: int, *, joined: bool) -> bool:
        """Add a word below one hundred; False if it begins a number of its own."""
        before = (self.last, self.value)
        if self.group is None:
            self.kept = before if self.total else None
            self.group = value
        elif self.group >= 100 and self.group % 100 == 0:
            self.kept, self.group = before, self.group + value
        elif not joined and 0 < value < 10 and self.group % 100 >= 20 and self.group % 10 == 0:
            self.group += value
        else:
            return False
        return True

    def multiply(self, scale: int) -> bool:
        """Take a scale; False if it cannot belong to this number."""
        if scale in (100, 12):
            fits = self.group is not None and 0 < self.group < 100
            self.group = (self.group or 0) * scale if fits else self.group
            return fits
        if self.group is None:
            if (self.scale, scale) not in _COMPOUND or self.total >= 1000 * self.scale:
                return False
            self.total, self.scale = self.total * scale, self.scale * scale
            return True
        if not 0 < self.group < 1000 or scale >= self.scale:
            return False
        self.total, self.group, self.scale = self.total + self.group * scale, None, scale
        return True


def read_cardinal(tokens: Sequence[Token], lows: Sequence[str], place: int) -> Spelled | None:
    """The cardinal whose words begin at a place, None if none does.

    Args:
        tokens: The tokens of a text.
        lows: Their folded words, with a few empty ones behind.
        place: Where to read.
    """
    number, at, first = _Sum(place), place, lows[place]
    if first in ("a", "an"):
        if lows[place + 1] not in SCALES or lows[place + 1] in PLURAL_SCALES:
            return None
        number.group, at = 1, place + 1
    elif first in SCALES:
        number.group = 1
    elif first not in SMALL:
        return None
    last, value = _read_on(tokens, lows, number, at)
    return Spelled(last, Decimal(value))


def _read_on(tokens: Sequence[Token], lows: Sequence[str], number: _Sum, place: int) -> tuple[int, int]:
    """Read words into a number until one does not belong to it."""
    at, joined = place, False
    while True:
        low = lows[at]
        if low in SMALL:
            if not number.add(SMALL[low], joined=joined):
                break
        elif low in SCALES:
            if not number.multiply(SCALES[low]):
                return number.kept or (number.last, number.value)
        elif at == place or not _joins(tokens, lows, number, at):
            break
        else:
            joined = low != "-"
            at += 1
            continue
        joined = False
        at += 1
        number.last = at
    return number.last, number.value


def _joins(tokens: Sequence[Token], lows: Sequence[str], number: _Sum, at: int) -> bool:
    """Whether *and*, a hyphen or a comma stands inside a number."""
    low, after = lows[at], lows[at + 1]
    if number.last != at or not (after in SMALL or (low == "-" and after in SCALES)):
        return False
    if low == "-":
        return tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start
    if low == "and":
        behind_scale = number.group is None and number.total > 0
        return behind_scale or (number.group is not None and number.group >= 100 and number.group % 100 == 0)
    if low == "," and number.group is None:
        return lows[at + 2] == "hundred" or _scale_ahead(lows, at + 1) < number.scale
    return False


def _scale_ahead(lows: Sequence[str], at: int) -> int:
    """The scale behind one to three small words; without limit where there is none."""
    for step in range(at + 1, at + 4):
        if lows[step] in BIG:
            return BIG[lows[step]]
        if lows[step] not in SMALL and lows[step] != "-":
            break
    return _WITHOUT_LIMIT


def trailing_scale(lows: Sequence[str], first: int, last: int) -> int:
    """The scale words with which a number ends, multiplied: 100,000 for *two hundred thousand*."""
    scale = 1
    while last > first and lows[last - 1] in SCALES:
        scale *= SCALES[lows[last - 1]]
        last -= 1
    return scale


def read_ordinal(lows: Sequence[str], place: int) -> Spelled | None:
    """The ordinal whose words begin at a place: *third*, *twenty-first*."""
    low = lows[place]
    if low in ORDINALS:
        return Spelled(place + 1, Decimal(ORDINALS[low]))
    tens, ones = SMALL.get(low, 0), ORDINALS.get(lows[place + 2], 0)
    if tens >= 20 and lows[place + 1] == "-" and 0 < ones < 10:
        return Spelled(place + 3, Decimal(tens + ones))
    return None
