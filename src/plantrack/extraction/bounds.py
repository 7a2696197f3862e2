"""Words that bound a figure, before and behind it: *at least*, *no more than*, *or fewer*."""

from plantrack.extraction.words import Token

_BEFORE = (
    ("no more than", "lteq"), ("not more than", "lteq"), ("at most", "lteq"), ("up to", "lteq"),
    ("not exceeding", "lteq"), ("not exceed", "lteq"), ("no greater than", "lteq"), ("no larger than", "lteq"),
    ("not to exceed", "lteq"), ("limited to", "lteq"), ("capped at", "lteq"), ("a maximum of", "lteq"),
    ("maximum of", "lteq"), ("limit of", "lteq"), ("ceiling of", "lteq"), ("cap of", "lteq"), ("restricted to", "lteq"),
    ("never exceed", "lteq"), ("no higher than", "lteq"), ("the maximum of", "lteq"), ("not surpass", "lteq"),
    ("reduced to", "lteq"), ("not be more than", "lteq"), ("cut to", "lteq"), ("not be greater than", "lteq"),
    ("not be larger than", "lteq"), ("not go above", "lteq"), ("not go beyond", "lteq"), ("not rise above", "lteq"),
    ("not number more than", "lteq"), ("not have more than", "lteq"), ("not keep more than", "lteq"),
    ("not maintain more than", "lteq"), ("a limit of", "lteq"), ("within a limit of", "lteq"), ("as many as", "lteq"),
    ("as much as", "lteq"), ("an upper limit of", "lteq"), ("at least", "gteq"), ("no fewer than", "gteq"),
    ("no less than", "gteq"), ("not less than", "gteq"), ("minimum of", "gteq"), ("not fewer than", "gteq"),
    ("a minimum of", "gteq"), ("not below", "gteq"), ("not fall below", "gteq"), ("at a minimum", "gteq"),
    ("not be less than", "gteq"), ("not be fewer than", "gteq"), ("not be below", "gteq"), ("no lower than", "gteq"),
    ("floor of", "gteq"), ("not drop below", "gteq"), ("not fall under", "gteq"), ("upwards of", "gteq"),
    ("no smaller than", "gteq"), ("fewer than", "lt"), ("less than", "lt"), ("under", "lt"), ("below", "lt"),
    ("smaller than", "lt"), ("lower than", "lt"), ("more than", "gt"), ("over", "gt"), ("above", "gt"),
    ("exceeding", "gt"), ("greater than", "gt"), ("in excess of", "gt"), ("larger than", "gt"), ("beyond", "gt"),
    ("about", "about"), ("approximately", "about"), ("around", "about"), ("roughly", "about"), ("some", "about"),
    ("nearly", "about"), ("almost", "about"), ("circa", "about"), ("close to", "about"), ("an estimated", "about"),
    ("in the order of", "about"), ("exactly", "eq"), ("precisely", "eq"), ("a total of", ""), ("total of", ""),
    ("strictly", "eq"), ("closer than", "lt"), ("nearer than", "lt"),
)  # fmt: skip
_AFTER = (
    ("or more", "gteq"), ("or fewer", "lteq"), ("or less", "lteq"), ("at most", "lteq"), ("at least", "gteq"),
    ("and above", "gteq"), ("at the most", "lteq"), ("at the least", "gteq"), ("or so", "about"), ("and over", "gteq"),
    ("and more", "gteq"), ("maximum", "lteq"), ("at the very least", "gteq"), ("minimum", "gteq"),
    ("and no more", "eq"),
)  # fmt: skip
NO_NOUNS = frozenset(
    """of in at on for to from with by and or but who which that shall must will may should is are be from into under
    over until unless if after before except within along throughout near against per between , ; . : ( ) [ ] each
    a an the inside outside across around as every during whose where when while not only than its their captured
    held taken detained arrested serving charged convicted sentenced armed wanted annually yearly monthly weekly daily
    quarterly""".split()
)
"""Words that end the noun phrase of what is counted."""


def operator_before(tokens: list[Token], position: int) -> tuple[str, int]:
    """The bound that the words before a figure give, empty if none, and where these words begin."""
    lows = [token.low for token in tokens[max(0, position - 5) : position]]
    while lows and lows[-1] in ("the", "only", "total", "a"):
        if tuple(lows[-3:]) == ("a", "total", "of"):
            break
        lows = lows[:-1]
        position -= 1
    for words, operator in _ORDERED_BEFORE:
        if lows[-len(words) :] == words:
            start = position - len(words)
            if operator == "lteq" and words[0] == "not":
                return operator, position - len(words) + 1
            return operator, start
    return "", position


def operator_behind_noun(tokens: list[Token], position: int) -> str:
    """`500 guns or fewer`: the bound that a word or two behind the noun give."""
    for step in range(position + 1, min(position + 4, len(tokens) - 1)):
        if tokens[step].low == "or" and tokens[step + 1].low in ("fewer", "less", "more"):
            return "gteq" if tokens[step + 1].low == "more" else "lteq"
        if tokens[step].low in NO_NOUNS:
            break
    return ""


def operator_after(tokens: list[Token], end: int) -> tuple[str, int]:
    """The bound that the words right after a figure and its unit give, empty if none, and where these words end."""
    lows = [token.low for token in tokens[end : end + 4]]
    for words, operator in _AFTER:
        parts = words.split()
        if lows[: len(parts)] == parts:
            return operator, end + len(parts)
    return "", end


_ORDERED_BEFORE = sorted(((words.split(), operator) for words, operator in _BEFORE), key=lambda row: -len(row[0]))
