"""Words of a text with their places, and its sentences.

Offsets are Unicode code points of the text as given. Soft hyphens and zero-width characters are passed over, curly
quotation marks and dashes read as plain ones.
"""

import re
from typing import NamedTuple

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_LETTER = rf"(?:[^\W\d_]|[{_INVISIBLE}])"
_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:[ ,\u00a0\u202f\u2009'’]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.:]\d+)?)"
    r"|(?P<dotted>(?:[A-Z]\.){2,}|(?:[a-z]\.){2,}(?!\s*$|\s+[A-Z])|[a-z](?:\.[a-z])+(?=\.)"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.(?=,?\s*\d)|(?:Rs|Fr)\.(?=\s*\d))"
    r"|(?P<owner>['’](?:s\b|(?=\s)))"
    rf"|(?P<word>{_LETTER}+(?:(?:['’](?!s\b)|[-‐‑]){_LETTER}+)*)"
    r"|(?P<mark>\S)"
)
_PLAIN: dict[int, int | None] = {
    **dict.fromkeys(map(ord, "’‘"), ord("'")),
    **dict.fromkeys(map(ord, "‐‑–—−"), ord("-")),
    **dict.fromkeys(map(ord, "“”"), ord('"')),
    **dict.fromkeys(map(ord, _INVISIBLE)),
}
_ABBREVIATIONS = frozenset(
    "art arts no nos approx incl st mr mrs ms dr gen col lt maj brig adm para paras vol ca cf etc vs sq prof".split()
)


LONGEST_SENTENCE = 500
"""Tokens: what goes on for longer is no sentence, and is cut, so that time stays linear in the text."""


class Token(NamedTuple):
    """One word, number or mark."""

    text: str
    """As printed."""
    low: str
    """In lower case, with plain quotation marks and dashes."""
    start: int
    end: int
    kind: str
    """w for a word, n for a number, p for a mark."""

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.kind == "w" and self.text[0].isupper()


_KINDS = {"number": "n", "dotted": "w", "owner": "p", "word": "w", "mark": "p"}


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text in order. Linear in its length."""
    found = []
    for match in _TOKEN.finditer(text):
        raw = match[0]
        low = raw.lower() if raw.isascii() else raw.translate(_PLAIN).lower()
        if low:
            found.append(Token(raw, low, match.start(), match.end(), _KINDS[match.lastgroup or "mark"]))
    return found


def sentences_of(tokens: list[Token]) -> list[list[Token]]:
    """Tokens cut at full stops, semicolons, question and exclamation marks; never inside brackets."""
    found: list[list[Token]] = []
    current: list[Token] = []
    for position, token in enumerate(tokens):
        if len(current) >= LONGEST_SENTENCE or (token.kind == "p" and _ends_sentence(tokens, position)):
            if current:
                found.append(current)
            current = []
        else:
            current.append(token)
    if current:
        found.append(current)
    return found


def _ends_sentence(tokens: list[Token], position: int) -> bool:
    mark = tokens[position].low
    if mark in ";?!":
        return True
    if mark != ".":
        return False
    before = tokens[position - 1] if position else None
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    if before is None or after is None:
        return True
    if before.kind == "w" and (before.low in _ABBREVIATIONS or (len(before.text) == 1 and before.text.isupper())):
        return False
    return before.end == tokens[position].start


def phrase(tokens: list[Token]) -> str:
    """Tokens as readable words again."""
    pieces: list[str] = []
    for position, token in enumerate(tokens):
        glued = position and token.start == tokens[position - 1].end
        if pieces and not glued and token.low != ",":
            pieces.append(" ")
        pieces.append(token.text.translate(_PLAIN))
    return "".join(pieces).strip(" ,:-")
