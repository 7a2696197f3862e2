"""Short names that a text defines: *the Joint Monitoring Commission (JMC)*, *(hereinafter "the Agency")*."""

from collections.abc import Sequence
from typing import NamedTuple

from plantrack.language.tokens import Token

LINKS = frozenset("of and for in on the to against with &".split())
"""Words in lower case inside a name, which initials leave out."""
_ANNOUNCING = frozenset(
    "hereinafter hereafter henceforth referred to as called the or also known jointly collectively individually each "
    "a an below in this and".split()
)
_CIRCLES = frozenset({"parties", "sides", "governments", "states"})
"""What several are called together is the name of none of them."""
_ROMAN = frozenset("IVXLC")
_LONGEST_INSERTION = 14
_LONGEST_NAME = 14
_LONGEST_SHORT = 5


class Definition(NamedTuple):
    """A name with a short one, as folded words."""

    full: tuple[str, ...]
    short: tuple[str, ...]
    capitals: bool
    """Whether the short one is written in capitals only."""


def find_definitions(tokens: Sequence[Token]) -> list[Definition]:
    """The short names that a text defines, in order.

    >>> from plantrack.language.tokens import tokens_of
    >>> find_definitions(tokens_of("A joint monitoring commission (JMC) meets."))
    [Definition(full=('joint', 'monitoring', 'commission'), short=('jmc',), capitals=True)]
    """
    found = []
    for place in range(1, len(tokens)):
        low = tokens[place].low
        if low == "(":
            definition = _inserted(tokens, place, ")")
        elif low == "," and place + 1 < len(tokens) and tokens[place + 1].low in ("hereinafter", "hereafter"):
            definition = _inserted(tokens, place, ",")
        else:
            continue
        if definition is not None:
            found.append(definition)
    return found


def is_acronym(token: Token) -> bool:
    """Whether a word is written in capitals, as short names are: JMC, NCPs."""
    text = token.text.removesuffix("s")
    return token.kind == "word" and len(text) > 1 and text.isupper() and text.isalpha() and not _ROMAN.issuperset(text)


def initials_of(tokens: Sequence[Token]) -> list[str]:
    """For each token of a name its letter among the initials; none for *of* nor behind a hyphen (*Co-operation*).

    >>> from plantrack.language.tokens import tokens_of
    >>> "".join(initials_of(tokens_of("Organization for Security and Co-operation in Europe")))
    'osce'
    """
    return [
        token.low[0]
        if token.kind == "word" and (token.capital or not _is_inner(tokens, place)) and _counts(token)
        else ""
        for place, token in enumerate(tokens)
    ]


def _counts(token: Token) -> bool:
    return token.low not in LINKS


def _inserted(tokens: Sequence[Token], place: int, closing: str) -> Definition | None:
    """The definition in brackets, or between commas, that begin at a place."""
    inside: list[Token] = []
    for token in tokens[place + 1 : place + 1 + _LONGEST_INSERTION]:
        if token.low == closing or (closing == "," and token.low in ".;)"):
            break
        inside.append(token)
    else:
        return None
    if len(inside) == 1 and not is_acronym(inside[0]):
        return None  # the letter of a listed item, most often
    quoted = any(token.low == '"' for token in inside)
    announced = any(token.low in ("hereinafter", "hereafter", "henceforth") for token in inside)
    words = [token for token in inside if token.low not in ('"', "'", ",")]
    while words and words[0].low in _ANNOUNCING and not is_acronym(words[0]):
        words = words[1:]
    if not words or not all(token.kind == "word" or token.low == "-" for token in words):
        return None
    if len(words) == 1 and is_acronym(words[0]):
        return _with_initials(tokens, place, words[0])
    if is_acronym(tokens[place - 1]) and len(words) > 1:
        if "".join(initials_of(words)) == tokens[place - 1].low:
            return Definition(_lows(words), (tokens[place - 1].low,), capitals=True)
        return None
    if (quoted or announced) and len(words) <= _LONGEST_SHORT and words[0].capital and words[-1].capital:
        full, short = _capitals_before(tokens, place), _lows(words)
        if full and full != short and "and" not in full and short[-1] not in _CIRCLES:
            return Definition(full, short, capitals=False)
    return None


def _with_initials(tokens: Sequence[Token], place: int, short: Token) -> Definition | None:
    """The words before a place whose initials are those of a short name; else the capitalised name there."""
    letters = short.low.rstrip("s") if short.text.endswith("s") else short.low
    step, left = place - 1, len(letters)
    while step >= 0 and left and place - step <= _LONGEST_NAME:
        token = tokens[step]
        if token.kind == "word" and token.low[0] == letters[left - 1] and (token.low not in LINKS or token.capital):
            left -= 1
        elif token.low not in LINKS and token.low != "-" and not _is_inner(tokens, step):
            break
        step -= 1
    if not left:
        return Definition(_lows(tokens[step + 1 : place]), (short.low,), capitals=True)
    full = _capitals_before(tokens, place)
    return Definition(full, (short.low,), capitals=True) if len(full) > 1 else None


def _is_inner(tokens: Sequence[Token], step: int) -> bool:
    """Whether a word stands behind a hyphen, so that initials may leave it out: *Co-operation*."""
    return tokens[step].kind == "word" and step > 0 and tokens[step - 1].low == "-"


def _capitals_before(tokens: Sequence[Token], place: int) -> tuple[str, ...]:
    """The capitalised name that ends before a place, with the *of* and *for* inside it."""
    start = place
    while start and place - start < _LONGEST_NAME:
        token = tokens[start - 1]
        if not (token.capital or token.low == "-" or (token.low in LINKS and start < place)):
            break
        start -= 1
    while start < place and (tokens[start].low in LINKS or not tokens[start].capital):
        start += 1
    return _lows(tokens[start:place])


def _lows(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.low for token in tokens)
