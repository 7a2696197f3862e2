"""The number or bullet that a line begins with: `3.`, `(b)`, `IV.`, `10.b`, `Article One:`, `§ 5`, `2bis.`, `•`."""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

_SUFFIX = r"[ -]?(?:bis|ter|quater|quinquies|sexies|septies)(?![^\W_])"
_SUB = r"(?:\.\d{1,3}(?!\d)|[.]?\([a-z]{1,4}\)|\(\d{1,2}\)|\.[a-z](?![^\W_])|(?<=\d)[a-z](?=[.)]))"
_LEADING = re.compile(r"[^\W\d_]+|§{1,2}")
_AFTER_WORD = re.compile(
    r"\.?[ ]*(?:(?:no|nr|n[°º])\.?[ ]*(?=\d)|№[ ]*|the[ ]+|-[ ]?(?=\d))?[(\[]?"
    r"(?P<number>\d{1,4}(?:[-/]\d{1,3}(?!\d))?|[^\W\d_]+(?:-[^\W\d_]+)?)"
    rf"(?P<suffix>{_SUFFIX}|[A-Z](?![^\W_]))?(?P<sub>{_SUB}{{0,3}})[)\]]?",
    re.IGNORECASE,
)
_WORD_END = re.compile(r"[ ]*[.:)–—-]+(?=\s|$|[^\W\d_a-z])")
_ORDINAL_FIRST = re.compile(r"[ ]+(?P<word>[^\W\d_]+)")
_COMPOUND = re.compile(rf"\(?(?P<number>\d{{1,3}}|[A-Z]|[IVXLC]{{2,6}})(?P<sub>{_SUB}{{1,5}})[.):]*(?=\s|$)")
_GLUED_COMPOUND = re.compile(r"(?P<number>\d{1,3})(?P<sub>(?:\.\d{1,3}){1,5})[.)]?(?=[^\W\d_])")
_ARABIC = re.compile(
    rf"(?:\((?P<inner>\d{{1,3}}(?:{_SUFFIX}|[A-Z])?)\)(?=\W|$|[^\W\d_])"
    rf"|(?:no\.?[ ]?|nr\.?[ ]?|№[ ]?|#)?(?P<number>\d{{1,3}}(?:{_SUFFIX}|[A-Z])?)"
    r"(?:(?P<dot>[.．。、)°º]+)(?=\s|$|[^\W\d_]|[\[(“\"'«„*])|[ ]?[:：–—](?=\s|$)|[ ]-(?=\s)|-(?=\s)|/(?=\s)))",  # noqa: RUF001 - as printed in East Asia
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"(?:\((?P<inner>[^\W\d_]{1,8})\)|(?P<letter>[^\W\d_]{1,8})(?P<mark>[.)]))(?P<next>\s|$|[^\W_]|[\"“(])?"
)
_BARE = re.compile(r"(?P<number>\d{1,3})(?:[ ]+(?=\S)|$)")
_LONG = re.compile(r"(?:\((?P<inner>\d{4,6})\)|(?P<number>\d{4,6})(?P<mark>[.)]))(?:[ ]+(?=\S)|$)")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", re.IGNORECASE | re.ASCII)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_BULLET = re.compile(r"(?:[•●○◦▪▫■□‣\u2043∙·➢➤►▶➔→✓✔❖◆◇★☆\uf000-\uf0ff][ ]*|[*+–—\u2012-][ ]+|o[ ]+(?=[A-Z]))(?=\S)")
_DIGITS = re.compile(r"\d+")
_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзиклмнопрстуфхцчшщэюя",
    "αβγδεζηθικλμνξοπρστυφχψω",
)
_CHINESE_DIGITS = "零一二三四五六七八九"
_CHINESE_TENS = {"十": 10, "百": 100}
_CHINESE_SECTIONS = frozenset({"章", "节", "編", "编", "部分"})
_CHINESE = re.compile(
    r"第(?P<worded>[零一二三四五六七八九十百]{1,7}|\d{1,3})(?P<of>条|條|款|项|点|章|节|編|编|部分)"
    r"|[\uff08(](?P<inner>[零一二三四五六七八九十百]{1,7}|\d{1,3})[\uff09)]|(?P<bare>[一二三四五六七八九十]{1,3})、"
)
_QUOTES = "“\"'«„([*"


class Marker(NamedTuple):
    """What numbers a point."""

    style: str
    """One style, one level: `arabic`, `(arabic)`, `letter`, `roman`, `LETTER`, `ROMAN`, `doubled`, `bare`, `bullet`,
    `ordinal`, `compound`, or kind and word: `point:art`, `section:cha`, `annex:ann`."""
    number: str
    """Normalised: arabic digits or a small letter; dotted for `compound`; empty for a bullet."""
    end: int
    """Where the text after it starts."""
    sure: bool = True
    """False where the same characters could be prose."""
    mark: str = ""
    """What stands around or after the number: `(`, `)`, `.`; lists of one style inside each other differ in it."""

    @property
    def kind(self) -> str:
        """`point`, `section` or `annex` where a word says it, else empty."""
        return self.style.partition(":")[0] if ":" in self.style else ""


@cache
def _numbering_words() -> dict[str, str]:
    """Each word that numbers parts of a text, with what it numbers."""
    table = (Path(__file__).with_name("data") / "numbering.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {word: kind for kind, _, word in rows}


def numbering_word(word: str) -> str:
    """What a word numbers, in small letters: `point`, `section`, `annex`; empty for any other word."""
    return _numbering_words().get(word, "")


@cache
def _number_words() -> dict[str, int]:
    """`one` and `first` to `thirty-ninth`."""
    units = "one two three four five six seven eight nine".split()
    teens = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    ordinals = "first second third fourth fifth sixth seventh eighth ninth".split()
    found = {word: value for value, word in enumerate(units + teens, 1)}
    found |= {word: value for value, word in enumerate(ordinals, 1)}
    found |= {f"{word.removesuffix('e')}th": value for value, word in enumerate(teens, 10)} | {"twelfth": 12}
    for tens, word, ordinal_word in ((20, "twenty", "twentieth"), (30, "thirty", "thirtieth")):
        found |= {word: tens, ordinal_word: tens}
        for value in range(1, 10):
            found[f"{word}-{units[value - 1]}"] = found[f"{word}-{ordinals[value - 1]}"] = tens + value
    return found | {"premier": 1, "primero": 1, "primo": 1, "unique": 1, "único": 1, "sole": 1}


def from_roman(text: str) -> int | None:
    """The value of a roman number, None if it is none.

    >>> from_roman("XIV"), from_roman("IIII")
    (14, None)
    """
    if not text or len(text) > 15 or not _ROMAN.fullmatch(text):
        return None
    values = [_VALUES[letter] for letter in text.lower()]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )


@lru_cache(maxsize=4096)
def ordinal(number: str) -> int:
    """Where a number of one level stands in its sequence: 2 for `2`, `2bis`, `b` and `bb`.

    >>> ordinal("2bis"), ordinal("c"), ordinal("в")
    (2, 3, 3)
    """
    digits = _DIGITS.match(number)
    if digits:
        return int(digits[0])
    first = number[:1].lower()
    return next((letters.index(first) + 1 for letters in _ALPHABETS if first and first in letters), 0)


def find_bullet(text: str) -> Marker | None:
    """The bullet that a line begins with."""
    found = _BULLET.match(text)
    return None if found is None else Marker("bullet", "", found.end())


def find_marker(text: str, start: int = 0, *, previous: dict[str, str] | None = None) -> Marker | None:
    """The number that a line begins with at a place.

    Args:
        text: The line, without markup.
        start: The place.
        previous: The last number of each open style; tells the letter `i.` after `h.` from a roman one.

    Returns:
        The marker, which may be prose in truth; whether it is one depends on what stands around it.
    """
    first = text[start : start + 1]
    if first and first in _CIRCLED:
        return Marker("arabic", str(_CIRCLED.index(first) + 1), _past_space(text, start + 1))
    if "\u3000" <= first <= "\uffef":
        return find_chinese(text, start)
    if first.isalpha() or first == "§":
        return _word(text, start) or _abbreviated(text, start) or _letter(text, start, previous or {})
    if first.isdecimal():
        return _figures(text, start)
    if first == "(":
        return _figures(text, start) or _letter(text, start, previous or {})
    return _figures(text, start) if first and first in "#№" else None


def find_chinese(text: str, start: int) -> Marker | None:
    """A Chinese number: `第二条`, one in wide brackets, `四、`."""
    found = _CHINESE.match(text, start)
    if found is None:
        return None
    value = _chinese_value(found["worded"] or found["inner"] or found["bare"])
    if value is None:
        return None
    style = f"{'section' if found['of'] in _CHINESE_SECTIONS else 'point'}:{found['of']}" if found["of"] else ""
    return Marker(style or ("(chinese)" if found["inner"] else "chinese"), str(value), _past_space(text, found.end()))


def _chinese_value(number: str) -> int | None:
    """The value of a number below a thousand; None where it is none."""
    if number.isdecimal():
        return int(number)
    value = unit = 0
    for sign in number:
        if sign in _CHINESE_TENS:
            value, unit = value + (unit or 1) * _CHINESE_TENS[sign], 0
        else:
            unit = _CHINESE_DIGITS.index(sign)
    return value + unit or None


def _abbreviated(text: str, start: int) -> Marker | None:
    """`No. 1:`, `A.1`."""
    if text[start : start + 2].lower() in ("no", "nr"):
        return _figures(text, start)
    found = _COMPOUND.match(text, start)
    return None if found is None else _compound(found, text)


def _word(text: str, start: int) -> Marker | None:
    """A number with a word: `Article 5`, `Sec. 1.`, `First Article`."""
    leading = _LEADING.match(text, start)
    if leading is None or len(leading[0]) > 20:
        return None
    word = leading[0].lower()
    if word in _number_words():
        return _ordinal_first(text, leading)
    kind = _numbering_words().get(word) or ("point" if word[0] == "§" else None)
    if kind is None:
        return None
    style = f"{kind}:{word[:3].strip('§') or '§'}"
    found = _AFTER_WORD.match(text, leading.end())
    number = _plain(found["number"], capital=kind != "point") if found else None
    if found is None or number is None or (found.start("number") == leading.end() and word[0] != "§"):
        return None
    if found["suffix"]:
        number += found["suffix"].strip(" -")
    end, sure = _word_end(text, found.end())
    if end is None:
        return None
    if found["sub"]:
        return Marker("compound", number + _dotted(found["sub"]), end, sure)
    return Marker(style, number, end, sure)


def _ordinal_first(text: str, leading: "re.Match[str]") -> Marker | None:
    """`First Article`."""
    value = _number_words()[leading[0].lower()]
    following = _ORDINAL_FIRST.match(text, leading.end())
    if following and (kind := _numbering_words().get(following["word"].lower())) and leading[0][0].isupper():
        end, sure = _word_end(text, following.end())
        if end is not None:
            return Marker(f"{kind}:{following['word'][:3].lower()}", str(value), end, sure)
    return None


def find_ordinal(text: str) -> Marker | None:
    """The ordinal word that a line begins with: `First, …`, `Secondly: …`, `Third …`."""
    leading = _LEADING.match(text)
    if leading is None:
        return None
    word = leading[0].lower().removesuffix("ly")
    value = _number_words().get(word)
    if value is None or not leading[0][0].isupper():
        return None
    end = leading.end()
    after = re.match(r"[ ]?[,.:;–—-]+[ ]*|$", text[end:])
    return None if after is None else Marker("ordinal", str(value), end + after.end(), sure=False)


def _word_end(text: str, end: int) -> tuple[int | None, bool]:
    """Where the text after a number with a word starts, and whether the mark between them is sure; None if none."""
    found = _WORD_END.match(text, end)
    if found:
        return _past_space(text, found.end()), True
    if not text[end:].strip():
        return len(text), True
    rest = _past_space(text, end)
    following = text[rest : rest + 1]
    if rest > end and (following in _QUOTES or (following.isalpha() and not following.islower())):
        return rest, False
    return None, False


def _figures(text: str, start: int) -> Marker | None:
    if (found := _COMPOUND.match(text, start)) or (found := _GLUED_COMPOUND.match(text, start)):
        return _compound(found, text)
    found = _ARABIC.match(text, start)
    if found is None:
        return None
    inner, number = found["inner"], found["number"]
    end = _past_space(text, found.end())
    if inner:
        return Marker("(arabic)", _number(inner), end)
    glued = found["dot"] and end == found.end() and text[end : end + 1].islower()
    if glued and ")" not in found["dot"]:
        return None
    return Marker("arabic", _number(number), end, mark=(found["dot"] or ".")[0])


def find_long(text: str) -> Marker | None:
    """A number above 999. As good as a year or an amount: a point only where the numbers before lead up to it."""
    found = _LONG.match(text)
    if found is None:
        return None
    if found["inner"]:
        return Marker("(arabic)", _number(found["inner"]), found.end())
    return Marker("arabic", _number(found["number"]), found.end(), mark=found["mark"])


def find_bare(text: str) -> Marker | None:
    """A number without any mark, such as the rows of a table have: `1 The parties`."""
    found = _BARE.match(text)
    return None if found is None else Marker("bare", _number(found["number"]), found.end(), sure=False)


def _compound(found: "re.Match[str]", text: str) -> Marker:
    lead = found["number"]
    number = str(int(lead)) if lead.isdecimal() else str(from_roman(lead) or "") if len(lead) > 1 else lead.lower()
    return Marker("compound", (number or lead.lower()) + _dotted(found["sub"]), _past_space(text, found.end()))


def _number(printed: str) -> str:
    """`02 bis` as `2bis`, `1A` as it is."""
    digits = _DIGITS.match(printed)
    rest = printed[digits.end() :] if digits else printed
    return f"{int(digits[0]) if digits else ''}{rest.strip(' -')}"


def _plain(number: str, *, capital: bool) -> str | None:
    """The number that a word numbers with, in figures; a capital letter only where `capital`."""
    if number[0].isdecimal():
        return number.lstrip("0") or "0"
    value = from_roman(number) if number not in "CDLM" else None
    if value is not None and (number.isupper() or len(number) > 1 or number == "i"):
        return str(value)
    value = _number_words().get(number.lower())
    if value is not None:
        return str(value)
    return number.lower() if len(number) == 1 and number.isupper() and (capital or number < "I") else None


def _dotted(sub: str) -> str:
    return "".join("." + (str(int(part)) if part.isdecimal() else part) for part in re.findall(r"\d+|[a-z]+", sub))


def _past_space(text: str, place: int) -> int:
    while text[place : place + 1].isspace():
        place += 1
    return place


def _letter(text: str, start: int, previous: dict[str, str]) -> Marker | None:
    found = _LETTER.match(text, start)
    if found is None:
        return None
    word, following = found["inner"] or found["letter"], found["next"] or ""
    glued = following.isalnum()
    if glued and found["mark"] == "." and not (word.islower() and text[found.end() - 1 : found.end() + 1].istitle()):
        return None
    end = _past_space(text, found.end() - len(found["next"] or ""))
    marker = _letter_or_roman(word, end, previous, sure=bool(found["inner"]))
    return None if marker is None else marker._replace(mark="(" if found["inner"] else found["mark"])


def _letter_or_roman(word: str, end: int, previous: dict[str, str], *, sure: bool) -> Marker | None:
    upper = word.isupper()
    if not upper and not word.islower():
        return None
    letter, roman = ("LETTER", "ROMAN") if upper else ("letter", "roman")
    value = from_roman(word)
    if len(word) > 1:
        doubled = len(set(word)) == 1 and len(word) == 2 and (value is None or ordinal(previous.get("doubled", "")) > 1)
        if doubled:
            return Marker("doubled", word.lower(), end, sure=sure)
        return None if value is None else Marker(roman, str(value), end)
    follows_letter = letter in previous and ordinal(word) == ordinal(previous[letter]) + 1
    follows_roman = value is not None and roman in previous and value == int(previous[roman]) + 1
    if value is not None and not follows_letter and (follows_roman or value == 1):
        return Marker(roman, str(value), end)
    if not ordinal(word):
        return None
    return Marker(letter, word.lower(), end, sure=sure or follows_letter or ordinal(word) == 1)
