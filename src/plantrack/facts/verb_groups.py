"""Groups of verbs that carry a force, read word by word: *is in no way obliged not to*, *shall endeavour to*."""

from collections.abc import Callable, Sequence
from functools import cache

from plantrack.facts import force_words as words
from plantrack.facts.force_links import Group, gap_at, is_adverb, low_at, state_at, to_at, turned
from plantrack.facts.force_verbs import carried_at, declaration_at, effort_at, held_at, promise_at, verb_at
from plantrack.language.closed_words import phrase_at
from plantrack.language.tokens import Token

_BE = frozenset("is are am was were".split())
_HAVE = frozenset({"has", "have", "had", "having"})
_DO = frozenset({"do", "does", "did"})
_SHORT_DO = frozenset({"don't", "doesn't", "didn't"})
_WILL_BEFORE = words.DETERMINERS - {"this", "such"} | frozenset(
    "of at political free popular good ill own last final sovereign national common".split()
)
_OPEN = frozenset({"duty", "expectation", "best_efforts"})
"""What a verb behind it may turn into something less: *shall endeavour to*, but not *may seek to*."""
_MOST_LINKS = 3
_FAR = 12
"""How far before *is to* an aim may stand that it tells of."""


def read_group(tokens: Sequence[Token], place: int) -> Group | None:
    """The group of verbs that begins at a place, None if none does."""
    reader = _readers().get(tokens[place].low)
    group = reader(tokens, place) if reader is not None else None
    if group is None:
        return None
    for _ in range(_MOST_LINKS):
        longer = _longer(tokens, group) if group.more else None
        if longer is None:
            break
        group = longer
    return group


def negation_at(tokens: Sequence[Token], place: int) -> tuple[int, str] | None:
    """Where a negation that begins at a place ends, and its value; None if none does."""
    low = tokens[place].low
    if low in _DO and low_at(tokens, place + 1) == "not":
        following = phrase_at(tokens, place + 1)
        return (place + 2, "not") if low != "did" and following and following.value == "not" else None
    if low in _SHORT_DO or (low.endswith("n't") and low not in words.MODALS):
        return place + 1, "not"
    if low in ("fail", "fails", "failed", "failure") and low_at(tokens, place + 1) == "to":
        return place + 2, "fails_to"
    phrase = phrase_at(tokens, place)
    if phrase is None or phrase.cls != "negation" or _is_number_sign(tokens, place):
        return None
    return phrase.last, phrase.value


def _is_number_sign(tokens: Sequence[Token], place: int) -> bool:
    """Whether *No.* stands before a number."""
    if tokens[place].low != "no" or not tokens[place].capital:
        return False
    after = place + 2 if low_at(tokens, place + 1) == "." else place + 1
    return after < len(tokens) and tokens[after].kind in ("number", "label")


@cache
def _readers() -> dict[str, Callable[[Sequence[Token], int], Group | None]]:
    found: dict[str, Callable[[Sequence[Token], int], Group | None]] = dict.fromkeys(words.verb_forms(), verb_at)
    found.update(dict.fromkeys(words.MODALS, _modal))
    found.update(dict.fromkeys([*_BE, "being"], _be))
    found.update(dict.fromkeys(_HAVE, _have))
    found.update(dict.fromkeys([*_DO, *_SHORT_DO], _do))
    found.update({"ought": _ought, "need": _need, "needs": _need, "it": _it})
    return found


def _modal(tokens: Sequence[Token], place: int) -> Group | None:
    token = tokens[place]
    if token.low in ("will", "might", "can", "must") and _is_noun(tokens, place):
        return None
    if token.low == "may" and token.capital and not token.text.isupper() and _is_month(tokens, place):
        return None
    kind, negated = words.MODALS[token.low]
    end, found, within = gap_at(tokens, place + 1)
    last = place + 1
    if found and not negated:
        last, negated = end - _trailing_adverbs(tokens, last, end), found
        within = tuple(low for low in (token.low for token in tokens[place + 1 : last]) if low in within)
    else:
        within = ()
    if kind == "permission" and negated:
        kind = "duty"
    return Group(last, kind, negated, "", within)


def _trailing_adverbs(tokens: Sequence[Token], first: int, end: int) -> int:
    """How many adverbs stand behind the last negation."""
    count = 0
    while end - count > first and is_adverb(tokens[end - count - 1].low) and tokens[end - count - 1].low != "never":
        count += 1
    return count


def _is_noun(tokens: Sequence[Token], place: int) -> bool:
    before, after = low_at(tokens, place - 1), low_at(tokens, place + 1)
    return after == "of" or (before in _WILL_BEFORE and after not in ("not", "be"))


def _is_month(tokens: Sequence[Token], place: int) -> bool:
    if place == 0:
        return False
    around = [tokens[step] for step in (place - 1, place + 1) if step < len(tokens)]
    return any(token.kind == "number" for token in around) or low_at(tokens, place - 1) in (
        "in",
        "of",
        "since",
        "until",
    )


def _ought(tokens: Sequence[Token], place: int) -> Group | None:
    after = to_at(tokens, place + 1)
    return Group(after[0], "expectation", after[1]) if after else None


def _need(tokens: Sequence[Token], place: int) -> Group | None:
    return Group(place + 2, "no_duty") if low_at(tokens, place + 1) == "not" else None


def _be(tokens: Sequence[Token], place: int) -> Group | None:
    """*Is to*, *is obliged to*, *are prohibited*, *is recognised*."""
    low = tokens[place].low
    past = () if low in ("is", "are", "am") else (low,)
    end, negated, within = gap_at(tokens, place + 1)
    after = to_at(tokens, end) if low in _BE and low_at(tokens, end) == "to" else None
    if after and not _tells_purpose(tokens, place):
        return Group(after[0], "duty", negated or after[1], "", past + within)
    found = state_at(tokens, end, negated, past + within)
    if found is None and low in ("is", "are") and low_at(tokens, end) in words.PERFORMED:
        last = end - _trailing_adverbs(tokens, place + 1, end)
        return Group(last if negated else place + 1, "performative", negated, "", past, more=False)
    return found


def _tells_purpose(tokens: Sequence[Token], place: int) -> bool:
    """Whether the subject is an aim, so that *is to* only says which: *the aim of the talks is to end the war*."""
    for step in range(place - 1, max(place - _FAR, -1), -1):
        if tokens[step].kind == "mark" and tokens[step].low not in ("'s", "-"):
            return False
        if tokens[step].low in words.PURPOSES:
            return True
    return False


def _have(tokens: Sequence[Token], place: int) -> Group | None:
    """*Has to*, *has the right to*, *have agreed to*, *has been authorised to*."""
    past = () if tokens[place].low in ("has", "have") else (tokens[place].low,)
    end, negated, within = gap_at(tokens, place + 1)
    after = to_at(tokens, end)
    if after:
        return turned(Group(after[0], "duty", after[1], "", past + within), negated)
    if low_at(tokens, end) == "been":
        return state_at(tokens, end + 1, negated, (*past, "been", *within))
    form = words.verb_forms().get(low_at(tokens, end))
    if form and form[1] == "past" and form[0] in words.PROMISES:
        group = promise_at(tokens, end, form[0])
        return turned(group._replace(within=past + within + group.within), negated) if group else None
    return held_at(tokens, place, "have") or declaration_at(tokens, place)


def _do(tokens: Sequence[Token], place: int) -> Group | None:
    """*Does not intend to*; *do its best to*."""
    short = tokens[place].low in _SHORT_DO
    if not short and low_at(tokens, place + 1) != "not":
        return effort_at(tokens, place) if tokens[place].low != "did" else None
    end = place + (1 if short else 2)
    after = to_at(tokens, end + 1) if low_at(tokens, end) == "have" else None
    if after:
        return turned(Group(after[0], "duty", after[1]), "not")
    form = words.verb_forms().get(low_at(tokens, end))
    group = carried_at(tokens, end, form[0]) if form and form[1] == "base" and form[0] not in words.REFRAINS else None
    return turned(group, "not") if group else None


def _it(tokens: Sequence[Token], place: int) -> Group | None:
    """*It is agreed that*, *it is prohibited to*."""
    been = low_at(tokens, place + 1) == "has" and low_at(tokens, place + 2) == "been"
    if low_at(tokens, place + 1) != "is" and not been:
        return None
    if low_at(tokens, place + 2 + been) == "agreed" and low_at(tokens, place + 3 + been) == "that":
        return Group(place + 4 + been, "frame", more=False)
    if been:
        return None
    end, negated, within = gap_at(tokens, place + 2)
    if low_at(tokens, end) in words.ALONE and low_at(tokens, end + 1) == "to":
        return state_at(tokens, end, negated, within)
    return None


def _longer(tokens: Sequence[Token], group: Group) -> Group | None:
    """The group with the infinitive behind it, where that carries force as well."""
    end, negated, within = gap_at(tokens, group.last)
    low = low_at(tokens, end)
    following: Group | None = None
    if low == "be" and not negated:
        inner_end, inner_negated, inner_within = gap_at(tokens, end + 1)
        following = state_at(tokens, inner_end, inner_negated, inner_within)
    elif low == "have" and not negated:
        after = to_at(tokens, end + 1)
        following = Group(after[0], "duty", after[1]) if after else held_at(tokens, end, "have")
    elif not negated:
        following = _infinitive(tokens, end)
    if following is None or (low not in ("be", "have") and group.kind not in _OPEN):
        return None
    return _combined(group, following, within)


def _infinitive(tokens: Sequence[Token], place: int) -> Group | None:
    form = words.verb_forms().get(low_at(tokens, place))
    if form is None or form[1] != "base":
        return None
    base = form[0]
    if base in words.FAILS:
        return Group(place + 2, "fail") if low_at(tokens, place + 1) == "to" else None
    if base in words.DECLARES - {"have"} or base in words.HOPES:
        return None
    return carried_at(tokens, place, base)


def _combined(group: Group, following: Group, within: tuple[str, ...]) -> Group | None:
    """Two links of a chain as one; None where they stand side by side: *shall declare its readiness to*."""
    both = following._replace(within=group.within + within + following.within)
    if following.kind == "frame":
        return None
    if group.kind == "duty":
        return _under_duty_of(group, both)
    if group.kind in ("expectation", "best_efforts") and not group.negated:
        if following.kind == "refrain" or (following.kind == "duty" and following.negated):
            return both._replace(kind=group.kind, negated="not", grade=group.grade)
        if group.kind == "expectation" and following.kind == "best_efforts":
            return both._replace(kind="expectation", grade="effort")
    if following.kind in ("fail", "best_efforts", "declaration") or not following.more:
        return None
    inner = "permission" if following.kind == "right" else following.kind
    return both._replace(kind=f"{group.kind} of {inner}", negated=group.negated or both.negated)


def _under_duty_of(group: Group, both: Group) -> Group | None:
    """What *shall*, or *shall not*, makes of the link behind it."""
    if both.kind == "fail":
        return both._replace(kind="duty") if group.negated == "not" else None
    if both.kind == "declaration":
        return None
    if not group.negated:
        return both
    if both.kind == "best_efforts":
        return None
    return turned(both, group.negated)
