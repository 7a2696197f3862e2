"""How a clause binds: modal verbs, negation, and the phrases that stand for them."""

from typing import NamedTuple

from plantrack.extraction.meaning import verb_forms_or_none
from plantrack.extraction.words import Token

_PLAIN = {
    "shall": "obligation", "must": "obligation", "will": "obligation", "should": "expectation", "ought": "expectation",
    "may": "permission", "can": "permission", "cannot": "permission", "would": "unspecified", "might": "permission",
}  # fmt: skip
_BE = frozenset({"is", "are", "be", "remain", "remains"})
_NEGATION = frozenset({"not", "never", "neither", "nor", "cannot"})
_ADVERBS = frozenset(
    """also then jointly together immediately promptly fully strictly only further thereafter therefore accordingly at
    all once henceforth in turn always forthwith thus again however still gradually effectively unconditionally
    mutually under circumstances no any way each both hereby itself themselves urgently likewise forever
    permanently solely""".split()
)
_PASSIVE_PHRASES = {
    "allowed": "permission", "permitted": "permission", "authorised": "permission", "authorized": "permission",
    "free": "permission", "entitled": "right", "able": "right", "obliged": "obligation", "required": "obligation",
    "bound": "obligation", "obligated": "obligation", "expected": "expectation", "supposed": "expectation",
    "encouraged": "expectation", "urged": "expectation", "ready": "declaration", "willing": "declaration",
    "prepared": "declaration", "committed": "commitment", "forbidden": "prohibition", "prohibited": "prohibition",
    "barred": "prohibition", "banned": "prohibition", "precluded": "prohibition", "due": "obligation",
    "determined": "declaration", "requested": "expectation",
}  # fmt: skip
_PROMISES = {
    "undertake": "commitment", "pledge": "commitment", "promise": "commitment", "agree": "commitment",
    "commit": "commitment", "vow": "commitment", "guarantee": "commitment", "intend": "declaration",
    "plan": "declaration", "hope": "declaration", "endeavour": "best_efforts", "endeavor": "best_efforts",
    "seek": "best_efforts", "try": "best_efforts", "strive": "best_efforts", "attempt": "best_efforts",
    "aim": "best_efforts", "aspire": "best_efforts",
}  # fmt: skip
_EFFORT_PHRASES = (
    "make every effort to", "make all efforts to", "make best efforts to", "use its best endeavours to",
    "make efforts to", "make every possible effort to", "make its best efforts to", "make their best efforts to",
    "use best efforts to", "use their best endeavours to", "do its best to", "do their best to", "do its utmost to",
    "do their utmost to", "do everything possible to", "do everything in its power to",
    "do everything in their power to", "exert every effort to", "use best endeavours to", "use their best efforts to",
    "use its best efforts to", "work towards", "make reasonable efforts to", "take all reasonable steps to",
    "make an effort to", "do all it can to", "do all they can to", "use all efforts to",
)  # fmt: skip
_STEP_PHRASES = (
    "take steps to", "take measures to", "take all measures to", "take all necessary measures to",
    "take the necessary measures to", "take the necessary steps to", "take all necessary steps to", "take action to",
    "take all steps to", "proceed to", "ensure that", "be responsible for", "be charged with", "be tasked with",
    "be in charge of", "have the task of", "be entrusted with", "be offered the chance to",
    "be given the opportunity to", "be given the chance to", "have the opportunity to", "have the chance to",
    "take all measures necessary to",
)  # fmt: skip
"""Phrases that add nothing to the act that follows."""
_RIGHT_PHRASES = (
    ("have the right to", "right"), ("has the right to", "right"), ("have a right to", "right"),
    ("has a right to", "right"), ("enjoy the right to", "right"), ("enjoys the right to", "right"),
    ("retain the right to", "right"), ("retains the right to", "right"), ("reserves the right to", "right"),
    ("reserve the right to", "right"), ("have the obligation to", "obligation"), ("have a duty to", "obligation"),
    ("has a duty to", "obligation"), ("has the duty to", "obligation"), ("have the duty to", "obligation"),
    ("have an obligation to", "obligation"), ("has an obligation to", "obligation"), ("have to", "obligation"),
    ("has to", "obligation"), ("declare their readiness to", "declaration"),
    ("declares its readiness to", "declaration"), ("declare its readiness to", "declaration"),
    ("declares its intention to", "declaration"), ("declare their intention to", "declaration"),
    ("declares its willingness to", "declaration"), ("declare their willingness to", "declaration"),
    ("declare that they intend to", "declaration"), ("declares that it intends to", "declaration"),
    ("express their readiness to", "declaration"), ("expresses its readiness to", "declaration"),
    ("confirm that they intend to", "declaration"), ("confirms that it intends to", "declaration"),
    ("confirms its readiness to", "declaration"), ("confirm their readiness to", "declaration"),
    ("confirm their intention to", "declaration"), ("confirms its intention to", "declaration"),
    ("express their willingness to", "declaration"), ("expresses its willingness to", "declaration"),
    ("states its readiness to", "declaration"), ("state their readiness to", "declaration"),
    ("declares itself ready to", "declaration"), ("declare themselves ready to", "declaration"),
    ("declares that it is ready to", "declaration"), ("declare that they are ready to", "declaration"),
    ("states its intention to", "declaration"), ("state their intention to", "declaration"),
    ("announces its intention to", "declaration"), ("announce their intention to", "declaration"),
    ("signals its readiness to", "declaration"), ("are of a mind to", "declaration"),
    ("reaffirms its intention to", "declaration"), ("reaffirm their intention to", "declaration"),
    ("have permission to", "permission"), ("has permission to", "permission"), ("have the option to", "permission"),
    ("has the option to", "permission"), ("have the option of", "permission"), ("has the option of", "permission"),
    ("have the freedom to", "permission"), ("take on the commitment to", "commitment"),
    ("give an undertaking to", "commitment"), ("gives an undertaking to", "commitment"),
    ("commits itself to", "commitment"), ("commit themselves to", "commitment"), ("binds itself to", "commitment"),
    ("bind themselves to", "commitment"), ("assumes the obligation to", "obligation"),
    ("assume the obligation to", "obligation"),
)  # fmt: skip
_FAILING = frozenset("fail refuse neglect omit decline".split())
_REFRAINING = frozenset("refrain abstain desist".split())
_PERFORMATIVE = frozenset(
    """recognise recognises recognize recognizes affirm affirms reaffirm reaffirms confirm confirms acknowledge
    acknowledges declare declares reiterate reiterates note notes welcome welcomes condemn condemns""".split()
)


class Anchor(NamedTuple):
    """The words of a clause that say how it binds."""

    start: int
    end: int
    """The first token of what is to be done."""
    modality: str
    negative: bool
    gerund: bool = False
    """Whether a form in -ing follows."""


def find_anchor(tokens: list[Token], position: int) -> Anchor | None:  # noqa: PLR0911 - one case a line reads best
    """The modal phrase that begins at a token, None if none does."""
    low = tokens[position].low
    if low in _PLAIN:
        if low == "will" and position and tokens[position - 1].low in ("the", "political", "a", "free"):
            return None
        if low == "may" and tokens[position].capital and position:
            return None
        if low == "can" and position + 1 >= len(tokens):
            return None
        return _extend(tokens, position, position + 1, _PLAIN[low], negative=low == "cannot")
    if low in _BE and low != "be":
        return _from_be(tokens, position)
    phrase = _fixed(tokens, position)
    if phrase:
        return _extend(tokens, position, phrase[1], phrase[0], negative=False)
    form = verb_forms_or_none(low)
    if form is None and low.rstrip("s") in _PROMISES:
        base = low.rstrip("s")
    elif form is not None and form.shape in ("base", "third"):
        base = form.base
    else:
        return None
    if base in _REFRAINING and _at(tokens, position + 1) == "from":
        return _extend(tokens, position, position + 2, "obligation", negative=True, gerund=True)
    if base in _PROMISES:
        end = _to_after(tokens, position + 1)
        if end:
            negative = _negates(tokens, position + 1, end)
            firm = negative and base == "agree"
            return _extend(tokens, position, end, "obligation" if firm else _PROMISES[base], negative=negative)
    return None


def _negates(tokens: list[Token], start: int, end: int) -> bool:
    return any(_at(tokens, step) in _NEGATION for step in range(start, end))


def _at(tokens: list[Token], position: int) -> str:
    return tokens[position].low if position < len(tokens) else ""


def _to_after(tokens: list[Token], position: int) -> int | None:
    """The token after *to*, where only adverbs, negation or the bearer itself stand before it."""
    step = position
    while step < len(tokens) and step - position < 4:
        low = tokens[step].low
        if low == "to":
            return step + 1
        if low not in _NEGATION and low not in _ADVERBS and low not in ("itself", "themselves"):
            return None
        step += 1
    return None


def _fixed(tokens: list[Token], position: int) -> tuple[str, int] | None:
    low = tokens[position].low
    for words, modality in _RIGHTS.get(low, ()):
        if all(_at(tokens, position + step) == word for step, word in enumerate(words)):
            return modality, position + len(words)
    return None


def _from_be(tokens: list[Token], position: int) -> Anchor | None:
    step, negative = position + 1, False
    while step < len(tokens) and (tokens[step].low in _NEGATION or tokens[step].low in _ADVERBS):
        negative = negative or tokens[step].low in _NEGATION
        step += 1
    if _at(tokens, step) == "to":
        following = verb_forms_or_none(_at(tokens, step + 1))
        if following or _at(tokens, step + 1) in ("be", *_NEGATION, *_ADVERBS):
            return _extend(tokens, position, step + 1, "obligation", negative=negative)
        return None
    passive = _passive_phrase(tokens, step)
    if passive:
        modality, end, gerund = passive
        return _extend(tokens, position, end, modality, negative=negative, gerund=gerund)
    return None


def _passive_phrase(tokens: list[Token], position: int) -> tuple[str, int, bool] | None:
    """`allowed to`, `forbidden from`, `under an obligation to`, after a form of *be*."""
    low = _at(tokens, position)
    if low in _PASSIVE_PHRASES:
        after = _at(tokens, position + 1)
        if after == "to":
            return _PASSIVE_PHRASES[low], position + 2, False
        if after == "from":
            return _PASSIVE_PHRASES[low], position + 2, True
    if low == "under" and _at(tokens, position + 2) in ("obligation", "duty") and _at(tokens, position + 3) == "to":
        return ("permission" if _at(tokens, position + 1) == "no" else "obligation"), position + 4, False
    return None


def _extend(
    tokens: list[Token], start: int, end: int, modality: str, *, negative: bool, gerund: bool = False
) -> Anchor | None:
    """Takes in negation, adverbs and phrases that follow a modal verb."""
    weakest = modality
    begin = end
    while end < len(tokens) and end - begin < 24:
        low = tokens[end].low
        if low in _NEGATION:
            negative, end = not negative, end + 1
            continue
        if low in _ADVERBS and not (
            low in ("no", "any", "each", "both", "in", "at", "under") and not _adverb_phrase(tokens, end)
        ):
            length = _adverb_phrase(tokens, end) or 1
            negative = negative != any(_at(tokens, step) == "no" for step in range(end, end + length))
            end += length
            continue
        if low == ",":
            if _parenthesis(tokens, end):
                end = _parenthesis(tokens, end)
                continue
            break
        step = _phrase_step(tokens, end)
        if step is None:
            break
        name, end, flips, gerund_next = step
        gerund = gerund_next
        if flips:
            negative = not negative
        if name == "prohibition":
            negative = not negative
        elif name and not (negative and name == "best_efforts" and not flips):
            weakest = _combined(weakest, name)
    return Anchor(start, end, weakest, negative, gerund)


def _adverb_phrase(tokens: list[Token], position: int) -> int:
    for words in (
        ("in", "no", "way"),
        ("at", "no", "time"),
        ("under", "no", "circumstances"),
        ("in", "turn"),
        ("at", "once"),
        ("at", "all"),
        ("in", "any", "way"),
    ):
        if all(_at(tokens, position + step) == word for step, word in enumerate(words)):
            return 0 if words == ("at", "once") else len(words)
    return 0


def _parenthesis(tokens: list[Token], position: int) -> int:
    """The end of a short insertion between commas after a modal verb."""
    for step in range(position + 1, min(position + 12, len(tokens))):
        if tokens[step].low == ",":
            return 0
    return 0


def _phrase_step(tokens: list[Token], position: int) -> tuple[str, int, bool, bool] | None:
    """A phrase after the modal verb: its modality, where it ends, whether it negates, whether -ing follows."""
    low = tokens[position].low
    if low == "be":
        passive = _passive_phrase(tokens, position + 1)
        if passive:
            return passive[0], passive[1], False, passive[2]
    for words in _EFFORTS.get(low, ()):
        if all(_at(tokens, position + step) == word for step, word in enumerate(words)):
            return "best_efforts", position + len(words), False, words[-1] != "to"
    for words in _STEPS.get(low, ()):
        if all(_at(tokens, position + step) == word for step, word in enumerate(words)) and words[-1] != "that":
            return "", position + len(words), False, words[-1] not in ("to", "that")
    fixed = _fixed(tokens, position)
    if fixed:
        return fixed[0], fixed[1], False, False
    form = verb_forms_or_none(low)
    base = form.base if form is not None and form.shape in ("base", "third") else low
    if base in _FAILING and _at(tokens, position + 1) == "to":
        return "", position + 2, True, False
    if base in _REFRAINING and _at(tokens, position + 1) == "from":
        return "", position + 2, True, True
    if base in _PROMISES and base not in ("guarantee", "plan", "agree", "commit"):
        end = _to_after(tokens, position + 1)
        if end:
            return _PROMISES[base], end, _negates(tokens, position + 1, end), False
    return None


def _combined(first: str, second: str) -> str:
    """*Shall endeavour* is best efforts, *shall have the right* a right: what comes later decides."""
    if second == "obligation" and first in ("expectation", "permission"):
        return first
    return second


def is_performative(token: Token) -> bool:
    """Whether a verb in the present tense does what it says: recognises, affirms."""
    return token.low in _PERFORMATIVE


def _by_first(phrases: tuple[str, ...]) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for text in sorted(phrases, key=lambda item: -len(item)):
        found.setdefault(text.split()[0], []).append(text.split())
    return found


_EFFORTS = _by_first(_EFFORT_PHRASES)
_STEPS = _by_first(_STEP_PHRASES)
_RIGHTS: dict[str, list[tuple[list[str], str]]] = {}
for _text, _modality in sorted(_RIGHT_PHRASES, key=lambda row: -len(row[0])):
    _RIGHTS.setdefault(_text.split()[0], []).append((_text.split(), _modality))
