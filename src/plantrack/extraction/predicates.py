"""The verb of a clause: which act, in which voice, with which particle."""

from typing import NamedTuple

from plantrack.extraction.meaning import lemma, meaning_of_verb, verb_forms_or_none
from plantrack.extraction.numbers import read_number
from plantrack.extraction.units import currency_before
from plantrack.extraction.words import Token

_PARTICLES = frozenset("back out over in up off down away behind free to on through forward together apart".split())
_ADVERBS = frozenset(
    """immediately jointly together also promptly fully gradually completely unconditionally permanently effectively
    strictly then regularly mutually publicly urgently freely safely already still only now further duly""".split()
)


class Predicate(NamedTuple):
    """What a clause says is to be done."""

    action: str
    """The verb in the infinitive, with its particle."""
    meaning: str
    """The meaning that verb stands for."""
    rest: list[Token]
    """What follows the verb."""
    passive: bool = False
    copula: bool = False
    """Whether it is a mere *be*."""


def is_adverb(token: Token) -> bool:
    """Whether a word only says how or when."""
    return token.low in _ADVERBS or (token.low.endswith("ly") and verb_forms_or_none(token.low) is None)


def read_predicate(predicate: list[Token]) -> Predicate:
    """The verb of a clause from the words after its modal, with those that *and* joins to it at once."""
    first = _first_verb(predicate)
    shapes = ("participle",) if first.passive else ("base",)
    action, rest = first.action, first.rest
    while len(rest) > 1 and rest[0].low in ("and", "or"):
        form = verb_forms_or_none(rest[1].low)
        if form is None or form.shape not in shapes or first.copula:
            break
        action, rest = f"{action} {rest[0].low} {form.base}", rest[2:]
    return first._replace(action=action, rest=rest)


def _first_verb(predicate: list[Token]) -> Predicate:
    if not predicate:
        return Predicate("", "", [])
    first = predicate[0].low
    if first in ("be", "get", "been", "being", "have", "is", "are") and len(predicate) > 1:
        step = 1
        while step < len(predicate) - 1 and (is_adverb(predicate[step]) or predicate[step].low in ("not", "been")):
            step += 1
        form = verb_forms_or_none(predicate[step].low)
        word = predicate[step].low
        participle = form is not None and (form.shape in ("participle", "past") or word in _UNCHANGED)
        if first != "have" and (participle or (form is None and _looks_passive(predicate, step))):
            base = form.base if form else _guess_base(word)
            action, meaning, rest = _with_particles(base, predicate[step + 1 :])
            return Predicate(action, meaning, rest, passive=True)
        caused = _caused(predicate) if first == "have" else None
        if caused is not None:
            return caused
        if first in ("be", "is", "are"):
            return Predicate("be", "be", predicate[1:], copula=True)
    form = verb_forms_or_none(first)
    base = form.base if form else _guess_base(first) if first.endswith(("ing", "ed")) else first
    action, meaning, rest = _with_particles(base, predicate[1:])
    return Predicate(action, meaning, rest)


def _looks_passive(predicate: list[Token], step: int) -> bool:
    """Whether an unknown word after *be* is a participle, by its ending or by *by* after it."""
    word = predicate[step].low
    return (word.endswith(("ed", "wn")) and len(word) > 4) or (
        step + 1 < len(predicate) and predicate[step + 1].low == "by"
    )


def _caused(predicate: list[Token]) -> Predicate | None:
    """*Have their safety assured*: the participle after the object is what is done."""
    for step in range(2, min(len(predicate), 9)):
        form = verb_forms_or_none(predicate[step].low)
        ends = step + 1 == len(predicate) or predicate[step + 1].low in ("by", "in", "at", "to", "on", "from")
        if form is not None and form.shape == "participle" and ends:
            action, meaning, rest = _with_particles(form.base, predicate[step + 1 :])
            return Predicate(action, meaning, [*predicate[1:step], *rest], passive=True)
    return None


def _guess_base(word: str) -> str:
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)]
    return word


def _with_particles(base: str, rest: list[Token]) -> tuple[str, str, list[Token]]:
    """The verb with its particle, also where the object stands between them (*pull its guns back*)."""
    following = [lemma(token.low) if token.low not in _PARTICLES else token.low for token in rest[:4]]
    if following[:2] == ["up", "to"] and _bounds_a_figure(rest, 0):
        following = []
    meaning, used = meaning_of_verb([base, *following])
    if used > 1:
        return " ".join([base, *(token.low for token in rest[: used - 1])]), meaning, rest[used - 1 :]
    for step, token in enumerate(rest[1:9], 1):
        if token.low in _SPLIT_PARTICLES and not _bounds_a_figure(rest, step):
            split, length = meaning_of_verb([base, token.low])
            after = rest[step + 1] if step + 1 < len(rest) else None
            loose = token.low in ("in", "over", "out", "up", "down", "off")
            if length == 2 and (not loose or after is None or after.low in _AFTER_PARTICLE or after.kind == "p"):
                return f"{base} {token.low}", split, rest[:step] + rest[step + 1 :]
        if token.low in (",", "and", "shall"):
            break
    return base, meaning, rest


def _bounds_a_figure(tokens: list[Token], step: int) -> bool:
    """Whether *up* begins *up to* and a figure, and is no particle."""
    return (
        tokens[step].low == "up"
        and step + 2 < len(tokens)
        and tokens[step + 1].low == "to"
        and (read_number(tokens, step + 2) is not None or bool(currency_before(tokens, step + 2)))
    )


_UNCHANGED = frozenset({"set", "put", "cut", "shut", "let", "run", "read", "split", "become", "overcome"})
"""Participles that look like the infinitive."""
_SPLIT_PARTICLES = frozenset("back out over up down free in off apart away".split())
_AFTER_PARTICLE = frozenset("to at from by with and on for".split())
