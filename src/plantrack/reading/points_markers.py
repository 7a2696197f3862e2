"""The number that a line begins with: `3.`, `(b)`, `IV.`, `10.b`, `Article 5:`, `Point 2 -`."""

import re

from attrs import frozen

KEYWORDS = (
    "point", "article", "art", "paragraph", "para", "clause", "item", "section", "provision", "principle", "step",
    "rule", "§",
)  # fmt: skip
"""Words that number a point."""

_NUMBER = r"\d{1,3}|[ivxlcdm]{1,8}"
_SUB = r"(?:\.\d{1,3}|[.]?\([a-z]{1,4}\)|\.[a-z]|(?<=\d)[a-z](?=[.)]))"
_KEYWORD = re.compile(
    rf"(?P<word>{'|'.join(KEYWORDS)})\.?[ ]*(?:no\.?[ ]*|№[ ]*)?(?P<number>{_NUMBER})(?P<sub>{_SUB}{{0,3}})"
    r"(?P<end>[ ]*[.:)–—-]+(?=\s|$)|$|[ ]+(?=[A-Z“\"'\[(]))",
    re.IGNORECASE,
)
_PAGE = re.compile(r"p(?:age|\.)?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\d{1,4}\s*(?:of|/)\s*\d{1,4}", re.IGNORECASE)
_COMPOUND = re.compile(rf"\(?(?P<number>\d{{1,3}})(?P<sub>{_SUB}{{1,3}})(?:[.):]*(?=\s|$))")
_ARABIC = re.compile(
    r"(?:\((?P<inner>\d{1,3})\)|(?P<number>\d{1,3})(?:[.)](?=\s|$|[A-Z\[(“])|[ ]?[:–—](?=\s)|[ ]-(?=\s)|/(?=\s)))"
)
_LETTER = re.compile(r"(?:\((?P<inner>[A-Za-z]{1,8})\)|(?P<letter>[A-Za-z]{1,8})[.)])(?=\s|$)")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", re.IGNORECASE)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


@frozen
class Marker:
    """What numbers a point."""

    style: str
    """One style, one level: `arabic`, `letter`, `roman`, `LETTER`, `ROMAN`, `word:art` or `compound`."""
    number: str
    """Normalised: arabic digits or a small letter; dotted for `compound`."""
    end: int
    """Where the text after it starts."""
    sure: bool = True
    """False where the same characters could be prose."""


def from_roman(text: str) -> int | None:
    """The value of a roman number, None if it is none.

    >>> from_roman("XIV"), from_roman("IIII")
    (14, None)
    """
    if not text or not _ROMAN.fullmatch(text):
        return None
    values = [_VALUES[letter] for letter in text.lower()]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def is_page_number(text: str) -> bool:
    """Whether a line is the foot or head of a page: `Page 3`, `page 3 of 12`, `3/12`; a bare figure may be a point.

    >>> is_page_number("Page 3 of 12"), is_page_number("3/12"), is_page_number("12"), is_page_number("page 3 stands")
    (True, True, False, False)
    """
    return _PAGE.fullmatch(text.strip()) is not None


def ordinal(number: str) -> int:
    """Where a number of one level stands in its sequence: 2 for `2` and for `b`."""
    return int(number) if number.isdigit() else ord(number[0].lower()) - ord("a") + 1


def find_marker(text: str, *, previous: dict[str, str]) -> Marker | None:
    """The marker at the start of a line.

    Args:
        text: The line, without markup.
        previous: The last number of each open style; tells the letter `i.` after `h.` from a roman one.
    """
    if found := _KEYWORD.match(text):
        number = _plain(found["number"])
        if number is not None:
            style = "word:" + found["word"].lower()[:3]
            sure = bool(found["end"].strip()) or found.end() == len(text)
            if found["sub"]:
                return Marker("compound", number + _dotted(found["sub"]), found.end(), sure)
            return Marker(style, number, found.end(), sure)
    if found := _COMPOUND.match(text):
        return Marker("compound", str(int(found["number"])) + _dotted(found["sub"]), found.end())
    if found := _ARABIC.match(text):
        return Marker("arabic", str(int(found["number"] or found["inner"])), found.end())
    if found := _LETTER.match(text):
        return _letter_or_roman(found["inner"] or found["letter"], found.end(), previous, sure=bool(found["inner"]))
    return None


def _plain(number: str) -> str | None:
    value = int(number) if number.isdigit() else from_roman(number)
    return None if value is None else str(value)


def _dotted(sub: str) -> str:
    return "".join("." + part for part in re.findall(r"\d+|[a-z]+", sub))


def _letter_or_roman(word: str, end: int, previous: dict[str, str], *, sure: bool) -> Marker | None:
    upper = word.isupper()
    if not upper and not word.islower():
        return None
    letter, roman = ("LETTER", "ROMAN") if upper else ("letter", "roman")
    value = from_roman(word)
    if len(word) > 1:
        return None if value is None else Marker(roman, str(value), end)
    follows_letter = letter in previous and ordinal(word) == ordinal(previous[letter]) + 1
    follows_roman = value is not None and roman in previous and value == int(previous[roman]) + 1
    if value is not None and not follows_letter and (follows_roman or value == 1):
        return Marker(roman, str(value), end)
    return Marker(letter, word.lower(), end, sure=sure or follows_letter or ordinal(word) == 1)
