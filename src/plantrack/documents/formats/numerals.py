"""Numbers as lists print them: 4, iv, D, fourth."""

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
LATIN = "abcdefghijklmnopqrstuvwxyz"
CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"  # as Word counts in Russian
GREEK = "αβγδεζηθικλμνξοπρστυφχψω"  # as CSS counts
_MOST_ROMAN = 4_999
_MOST_DIGITS = 9
_MOST_REPEATS = 30
_SIGNS = "*†‡§"


def whole(text: str | None) -> int | None:
    """A whole number as a file says it; None for anything else, and for more digits than any list counts to.

    >>> whole("-3"), whole("3.5"), whole("9" * 5000), whole(None)
    (-3, None, None, None)
    """
    plain = (text or "").strip()
    return int(plain) if len(plain) <= _MOST_DIGITS and plain.removeprefix("-").isdecimal() else None


def numeral(value: int, form: str) -> str:
    """A number in a form.

    The forms are decimal, zero, zero-4, roman, letter, doubled, cyrillic, greek, ordinal, words, ordinal-words, sign.

    Forms that know capitals begin with `upper-` for them. What a form has no sign for is printed in digits.

    >>> [numeral(28, form) for form in ("decimal", "upper-roman", "letter", "doubled", "ordinal", "ordinal-words")]
    ['28', 'XXVIII', 'ab', 'bb', '28th', 'Twenty-eighth']
    """
    if form.startswith("zero-"):
        return f"{value:0{int(form[5:])}d}"
    plain = form.removeprefix("upper-")
    shown = _FORMS[plain](value) if value > 0 and plain in _FORMS else str(value)
    return shown.upper() if form != plain else shown


def roman(value: int) -> str:
    """Small Roman figures, as far as they go."""
    if value > _MOST_ROMAN:
        return str(value)
    shown = ""
    for worth, sign in _ROMAN:
        shown += sign * (value // worth)
        value %= worth
    return shown


def _lettered(value: int, alphabet: str) -> str:
    """Letters: after z comes aa, ab."""
    shown = ""
    while value > 0:
        value, place = divmod(value - 1, len(alphabet))
        shown = alphabet[place] + shown
    return shown


def _doubled(value: int, alphabet: str) -> str:
    """Letters: after z comes aa, bb."""
    times, place = divmod(value - 1, len(alphabet))
    return alphabet[place] * (times + 1) if times < _MOST_REPEATS else str(value)


def _ordinal(value: int) -> str:
    ending = "th" if value // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def _words(value: int) -> str:
    if value < len(_ONES):
        return _ONES[value]
    if value < 100:
        tens, ones = divmod(value, 10)
        return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    return str(value)


def _ordinal_words(value: int) -> str:
    if value >= 100:
        return _ordinal(value)
    first, hyphen, last = _words(value).rpartition("-")
    return (
        first + hyphen + (_ORDINALS.get(last) or (last.removesuffix("y") + "ieth" if last[-1] == "y" else last + "th"))
    )


_FORMS: dict[str, Callable[[int], str]] = {
    "zero": lambda value: f"{value:02d}",
    "roman": roman,
    "letter": lambda value: _lettered(value, LATIN),
    "doubled": lambda value: _doubled(value, LATIN),
    "cyrillic": lambda value: _doubled(value, CYRILLIC),
    "greek": lambda value: _lettered(value, GREEK),
    "ordinal": _ordinal,
    "words": lambda value: _words(value).capitalize(),
    "ordinal-words": lambda value: _ordinal_words(value).capitalize(),
    "sign": lambda value: _doubled(value, _SIGNS),
}
