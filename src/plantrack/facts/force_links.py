"""The links of a group of verbs: adverbs and negation between its words, *to* before an act, what somebody is."""

from collections.abc import Sequence
from typing import NamedTuple

from plantrack.facts import force_words as words
from plantrack.language.closed_words import is_closed, phrase_at
from plantrack.language.tokens import Token

_IN_VERBS = frozenset("not never no_longer not_yet under_no_circumstances in_no_case in_no_way by_no_means".split())
_FILLERS = frozenset({"hereby", "also", "solemnly"})
_NO_ADVERBS = frozenset(
    "supply apply comply rely reply imply multiply ally family assembly monopoly only early fly july italy "
    "likely unlikely timely friendly costly".split()
)
_NEGATED = {
    "duty": "no_duty", "requirement": "no_duty", "expectation": "no_expectation", "declaration": "no_declaration",
    "request": "no_request", "best_efforts": "no_effort",
}  # fmt: skip
"""What a negation before the carrying word makes of it: *is not obliged to*, *does not intend to*."""
_MOST_BETWEEN = 4


class Group(NamedTuple):
    """A group of verbs as far as it was read."""

    last: int
    """The place after its last token."""
    kind: str
    negated: str = ""
    grade: str = ""
    within: tuple[str, ...] = ()
    more: bool = True
    """Whether an infinitive follows, which may carry force as well."""


def low_at(tokens: Sequence[Token], place: int) -> str:
    """The folded word at a place, empty beyond either end."""
    return tokens[place].low if 0 <= place < len(tokens) else ""


def gap_at(tokens: Sequence[Token], place: int) -> tuple[int, str, tuple[str, ...]]:
    """Adverbs and a negation inside a group: where they end, the negation, the adverbs that decide something."""
    negated, within = "", []
    for _ in range(_MOST_BETWEEN):
        if place >= len(tokens):
            break
        phrase = phrase_at(tokens, place)
        low = tokens[place].low
        if phrase and phrase.cls == "negation" and phrase.value in _IN_VERBS and not negated:
            negated, place = phrase.value, phrase.last
        elif is_adverb(low):
            within += [low] if low not in _FILLERS else []
            place += 1
        else:
            break
    return place, negated, tuple(within)


def is_adverb(low: str) -> bool:
    """Whether a word may stand as an adverb inside a group of verbs."""
    return low in words.ADVERBS or (low.endswith("ly") and len(low) > 4 and low not in _NO_ADVERBS)


def _act_follows(tokens: Sequence[Token], place: int, *, thing: bool = False) -> bool:
    """Whether an infinitive may stand at a place; with `thing`, a noun phrase, too."""
    if place >= len(tokens) or tokens[place].kind != "word":
        return False
    low = tokens[place].low
    if low in ("be", "have", "do", "not", "never", "jointly", "fully") or is_adverb(low):
        return True
    if thing:
        return True
    return not is_closed(low) and (not tokens[place].capital or tokens[place].text.isupper())


def to_at(tokens: Sequence[Token], place: int, *, thing: bool = False) -> tuple[int, str] | None:
    """Where `to`, `not to` or `to not` ends before an act, and whether it is negated."""
    negated = ""
    if low_at(tokens, place) in ("not", "never"):
        negated, place = tokens[place].low, place + 1
    if low_at(tokens, place) != "to":
        return None
    place += 1
    if not negated and low_at(tokens, place) in ("not", "never"):
        negated, place = tokens[place].low, place + 1
    return (place, negated) if _act_follows(tokens, place, thing=thing) else None


def state_at(tokens: Sequence[Token], place: int, negated: str, within: tuple[str, ...]) -> Group | None:
    """*Obliged to*, *free to*, *prohibited from*, *under an obligation to*, after a form of *be*."""
    low = low_at(tokens, place)
    if low in ("under", "at"):
        return _under_duty(tokens, place, negated, within)
    if low == "called" and low_at(tokens, place + 1) in ("on", "upon"):
        after = to_at(tokens, place + 2)
        return turned(Group(after[0], "request", after[1], "call", within), negated) if after else None
    if low in words.STATES:
        kind, grade = words.STATES[low]
        after = to_at(tokens, place + 1, thing=low == "committed")
        if after:
            return turned(Group(after[0], kind, after[1], grade, within), negated)
        if kind == "ban" and low_at(tokens, place + 1) == "from":
            return turned(Group(place + 2, kind, "", grade, within), negated)
    if low in words.ALONE:
        return turned(Group(place + 1, words.ALONE[low], "", "", within, more=False), negated)
    return None


def _under_duty(tokens: Sequence[Token], place: int, negated: str, within: tuple[str, ...]) -> Group | None:
    if low_at(tokens, place) == "at":
        after = to_at(tokens, place + 2) if low_at(tokens, place + 1) == "liberty" else None
        return turned(Group(after[0], "permission", after[1], "", within), negated) if after else None
    step = place + 1
    none = low_at(tokens, step) in ("no", "any") and (low_at(tokens, step) == "no" or bool(negated))
    step += low_at(tokens, step) in ("a", "an", "the", "no", "any")
    after = to_at(tokens, step + 1) if low_at(tokens, step) in ("obligation", "duty") else None
    if after is None:
        return None
    return turned(Group(after[0], "duty", after[1], "", within), "not" if none else negated)


def turned(group: Group, negated: str) -> Group:
    """A group under a negation that stands before the word that carries the force."""
    if not negated:
        return group
    within = group.within if negated == "not" else (negated, *group.within)
    if group.kind in ("ban", "refrain"):
        return group._replace(kind="permission" if group.kind == "ban" else "duty", within=within)
    if group.kind == "permission" and not group.negated:
        return group._replace(kind="duty", negated=negated)
    if group.kind in _NEGATED:
        return group._replace(kind=_NEGATED[group.kind], within=within)
    if group.negated:
        return group._replace(kind="no_" + group.kind, within=within)
    return group._replace(negated=negated)
