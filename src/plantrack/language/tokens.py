"""Words, numbers and marks of a text, with their places in Unicode code points of the text as given."""

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from plantrack.language.folding import INVISIBLE, fold_word, is_latin

_LETTER = rf"(?:[^\W\d_\u02bc]|[\u0300-\u036f{INVISIBLE}])"
_TOKEN = (
    r"(?P<address>(?:https?://|www\.)[^\s<>\"”“\[\]()]*[^\s<>\"”“\[\]().,;:!?'’])"
    # Most words are plain ones with a space or a mark behind them; all other ways to read them are tried after that.
    r"|(?P<plain>[A-Za-z]{2,}(?=[\s,;:.)])|[A-Za-z](?=[ ,;:)]))"
    r"|(?P<label>[A-Za-z]{1,6}[-‐‑]?\d+[A-Za-z]?(?:[-‐‑]\d+)?(?![^\W_]|[.,]\d)|\d+(?:bis|ter|quater)\b)"
    r"|(?P<number>(?:(?<![\w.,])\.)?\d+(?:[.,'’\u00a0\u202f\u2009]\d+)*(?:st|nd|rd|th)?(?:[½¼¾⅓⅔⅛])?)"
    r"|(?P<fraction>[½¼¾⅓⅔⅛])"
    r"|(?P<dotted>(?:[A-Z]\.){2,}(?:[A-Z](?![^\W_]))?|(?:e\.g\.|i\.e\.|a\.m\.|p\.m\.))"
    rf"|(?P<owner>['’\u02bc]s(?![^\W_]))"
    rf"|(?P<word>{_LETTER}+(?:['’\u02bc](?!s(?![^\W_])){_LETTER}+)*)"
    r"|(?P<mark>\S)"
)
_KINDS = {
    **dict.fromkeys(("plain", "word", "dotted", "address"), "word"), **dict.fromkeys(("number", "fraction"), "number"),
    "label": "label", "owner": "mark", "mark": "mark",
}  # fmt: skip
_SENTENCE_ENDS = frozenset(".;?!")
_ABBREVIATIONS = frozenset(
    "art arts no nos approx incl st mr mrs ms dr gen col lt maj brig adm para paras vol ca cf etc vs sq prof sec secs "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)


class Token(NamedTuple):
    """One word, number, label or mark."""

    text: str
    """As printed."""
    low: str
    """Folded: lower case, plain marks, no invisible signs."""
    start: int
    end: int
    """The place after its last character."""
    kind: str
    """`word`, `number` (`1,250`, `½`, `3rd`), `label` (`F-16`, `G8`, `2bis`) or `mark`."""

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text in order; hyphens stand alone, but in labels. Linear in its length.

    >>> [token.low for token in tokens_of("A 5-year cease-fire, F-16s' U.N. force")]
    ['a', '5', '-', 'year', 'cease', '-', 'fire', ',', 'f-16s', "'", 'u.n.', 'force']
    """
    return list(_cut(text))


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """What a token is; compiling it takes longer than all else here, and papers without wordings need none."""
    return re.compile(_TOKEN)


_FOLDED = {latin: lru_cache(maxsize=65_536)(partial(fold_word, in_latin=latin)) for latin in (True, False)}


@lru_cache(maxsize=4096)
def _cut(text: str) -> tuple[Token, ...]:
    """The tokens of a text, which matching, names, status and the ledger each ask for."""
    found = []
    folded = _FOLDED[is_latin(text)]
    for match in _pattern().finditer(text):
        word = match[0]
        low = folded(word)
        if low:
            start, end = match.span()
            found.append(Token(word, low, start, end, _KINDS[match.lastgroup or "mark"]))
    return tuple(found)


def sentence_ends(tokens: Sequence[Token]) -> list[int]:
    """The places after the last token of each sentence: full stops, semicolons, question and exclamation marks."""
    ends = [
        place for place, token in enumerate(tokens, 1) if token.low in _SENTENCE_ENDS and _is_end(tokens, place - 1)
    ]
    if tokens and (not ends or ends[-1] != len(tokens)):
        ends.append(len(tokens))
    return ends


def _is_end(tokens: Sequence[Token], place: int) -> bool:
    """Whether a mark that may end a sentence does so."""
    if tokens[place].low != ".":
        return True
    before = tokens[place - 1] if place else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if before is None or after is None:
        return True
    if before.low in _ABBREVIATIONS or (len(before.text) == 1 and before.text.isupper()):
        return False
    return after.start > tokens[place].end and not after.text[:1].islower()
