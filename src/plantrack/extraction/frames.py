"""Clauses that say one thing in another frame, brought to one: who holds a power, together, and step by step."""

from collections.abc import Sequence

from plantrack.extraction.meaning import verb_forms_or_none
from plantrack.extraction.phrases import MODALS, noun_phrase_end
from plantrack.extraction.words import Token

_POWERS = frozenset(
    "competence competency competences jurisdiction authority control responsibility sovereignty purview remit".split()
)
_LYING = {
    "be": "have", "is": "have", "are": "have", "fall": "have", "falls": "have", "come": "have", "comes": "have",
    "lie": "have", "lies": "have", "rest": "have", "rests": "have", "remain": "retain", "remains": "retain",
    "stay": "retain", "stays": "retain",
}  # fmt: skip
"""Verbs with which a matter lies within a power, and the verb with which its holder has it."""
_MANNERS = (
    (("de", "facto"), "de_facto"), (("de-facto",), "de_facto"), (("de", "jure"), "de_jure"), (("de-jure",), "de_jure"),
    (("step", "by", "step"), "gradual"), (("step-by-step",), "gradual"), (("gradually",), "gradual"),
    (("in", "stages"), "gradual"), (("in", "phases"), "gradual"), (("in", "steps"), "gradual"),
    (("by", "stages"), "gradual"), (("stage", "by", "stage"), "gradual"), (("phase", "by", "phase"), "gradual"),
    (("progressively",), "gradual"), (("incrementally",), "gradual"), (("in", "a", "phased", "manner"), "gradual"),
    (("in", "a", "gradual", "manner"), "gradual"), (("in", "several", "stages"), "gradual"),
)  # fmt: skip
_MANNER_BEGINS = frozenset(words[0] for words, _ in _MANNERS)
_DETERMINERS = frozenset("the a an its their any all such this these".split())
_APART = frozenset("with bring brought come work live".split())
"""Beside these *together* is no joint act."""


_FRONTED_BANS = (
    ("under", "no", "circumstances"), ("in", "no", "circumstances"), ("at", "no", "time"), ("in", "no", "case"),
    ("in", "no", "way"), ("on", "no", "account"), ("never",), ("nor",),
)  # fmt: skip
_FRONTS = frozenset(words[0] for words in _FRONTED_BANS)


def upright(tokens: list[Token], origin: list[int]) -> tuple[list[Token], list[int]]:
    """*Under no circumstances shall A withdraw* in the order *A shall not withdraw*."""
    if not tokens or tokens[0].low not in _FRONTS:
        return tokens, origin
    for words in _FRONTED_BANS:
        modal = len(words)
        if tuple(token.low for token in tokens[:modal]) != words or modal + 2 >= len(tokens):
            continue
        if tokens[modal].low not in MODALS:
            return tokens, origin
        verb = next(
            (
                step
                for step in range(modal + 2, min(len(tokens), modal + 14))
                if tokens[step].low == "be" or ((form := verb_forms_or_none(tokens[step].low)) and form.shape == "base")
            ),
            None,
        )
        if verb is None:
            return tokens, origin
        order = [*range(modal + 1, verb), modal, modal - 1, *range(verb, len(tokens))]
        denied = tokens[modal - 1]._replace(text="not", low="not")
        return [denied if step == modal - 1 else tokens[step] for step in order], [origin[step] for step in order]
    return tokens, origin


def with_holder_first(subject: list[Token], predicate: list[Token]) -> tuple[list[Token], list[Token]]:
    """*Customs remain within the competence of A* as *A retain competence over customs*."""
    if not subject or not predicate or predicate[0].low not in _LYING:
        return subject, predicate
    power = next((step for step, token in enumerate(predicate[:7]) if token.low in _POWERS), None)
    if power is None or power + 2 >= len(predicate) or predicate[power + 1].low != "of":
        return subject, predicate
    before = predicate[1:power]
    if not before or before[0].low not in ("within", "under", "in", "the"):
        return subject, predicate
    end = noun_phrase_end(predicate, power + 2)
    verb = predicate[0]._replace(text=_LYING[predicate[0].low], low=_LYING[predicate[0].low])
    kept = [token for token in before if token.low not in ("within", "under", "in", "the")]
    over = predicate[power + 1]._replace(text="over", low="over")
    return predicate[power + 2 : end], [verb, *kept, predicate[power], over, *subject, *predicate[end:]]


def without_manner(tokens: Sequence[Token]) -> tuple[list[Token], str | None]:
    """Tokens without the words that say in which manner, and that manner."""
    for step, token in enumerate(tokens):
        if token.low not in _MANNER_BEGINS or (step and tokens[step - 1].low in _DETERMINERS):
            continue
        for words, manner in _MANNERS:
            if tuple(item.low for item in tokens[step : step + len(words)]) == words:
                return [*tokens[:step], *tokens[step + len(words) :]], manner
    return list(tokens), None


def is_joint(tokens: Sequence[Token]) -> bool:
    """Whether those who are bound act only together."""
    for step, token in enumerate(tokens):
        if token.low == "jointly":
            return True
        if token.low == "together" and not any(
            item.low in _APART for item in (*tokens[max(0, step - 3) : step], *tokens[step + 1 : step + 2])
        ):
            return True
    return False
