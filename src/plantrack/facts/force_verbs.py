"""Verbs that carry force by themselves or with a noun: *undertakes to*, *declares its readiness to*, *urges*."""

from collections.abc import Sequence

from plantrack.facts import force_words as words
from plantrack.facts.force_links import Group, gap_at, is_adverb, low_at, state_at, to_at, turned
from plantrack.language.closed_words import is_closed
from plantrack.language.tokens import Token

_REFLEXIVES = frozenset("itself themselves himself herself ourselves".split())
_NOUN_BEFORE = words.DETERMINERS | frozenset("of for in on at with by from under into about to -".split())
"""Words after which a form such as *plans* is a noun, or an infinitive."""
_PLURAL_BEFORE = frozenset("all both some these those many several most".split())
"""Words after which *plans* is a noun, and *plan* a verb."""
_ACTORS = frozenset("they it he she we who parties sides governments states both".split())
"""After these a form such as *agreed* is a verb."""
_RELATIVES = frozenset({"who", "that", "which", "those", "whoever"})
_FAR = 12
"""How many words may stand between *calls on* and *to*."""


def verb_at(tokens: Sequence[Token], place: int) -> Group | None:
    """A finite verb that carries force by itself: *undertakes to*, *declares its readiness to*, *urges*."""
    base, shape = words.verb_forms()[tokens[place].low]
    if not _is_finite(tokens, place, base, shape):
        return None
    if base in words.REQUESTS and shape in ("base", "third"):
        return _request(tokens, place, base)
    return carried_at(tokens, place, base)


def _is_finite(tokens: Sequence[Token], place: int, base: str, shape: str) -> bool:
    """Whether a form is a verb of its own here, and no noun, infinitive or participle."""
    step = place - 1
    while step >= 0 and is_adverb(tokens[step].low) and tokens[step].low not in _PLURAL_BEFORE:
        step -= 1
    before = low_at(tokens, step)
    if before in _NOUN_BEFORE or before in words.MODALS or before in ("not", "never"):
        return False
    if base in words.HOPES or base in words.ATTEMPTS:
        return shape in ("base", "third") and before not in _RELATIVES and not _is_plural_noun(before, shape)
    if shape == "ing":
        return base in words.PROMISES or base in words.DECLARES or base in words.REFRAINS
    if shape == "past" and base in words.PROMISES:
        return base != "commit" and (before in _ACTORS or (step >= 0 and tokens[step].capital))
    return not _is_plural_noun(before, shape)


def _is_plural_noun(before: str, shape: str) -> bool:
    return shape == "third" and before in _PLURAL_BEFORE


def carried_at(tokens: Sequence[Token], place: int, base: str) -> Group | None:
    """What a verb carries, whatever its form; the first reading that fits."""
    if base in words.PROMISES:
        return promise_at(tokens, place, base)
    if base in words.ATTEMPTS:
        after = to_at(tokens, place + 1)
        return Group(after[0], "best_efforts", after[1]) if after else None
    if base in words.HOPES:
        after = to_at(tokens, place + 1)
        return Group(after[0], "declaration", after[1], words.HOPES[base]) if after else None
    if base in words.REFRAINS:
        return Group(place + 2, "refrain", more=False) if low_at(tokens, place + 1) == "from" else None
    if base in words.STAYS:
        end, negated, within = gap_at(tokens, place + 1)
        return state_at(tokens, end, negated, (base, *within)) if low_at(tokens, end) in words.STATES else None
    found = held_at(tokens, place, base) if base in words.HOLDS else None
    found = found or (declaration_at(tokens, place) if base in words.DECLARES else None)
    found = found or (_assumed(tokens, place) if base in words.ASSUMES else None)
    return found or (effort_at(tokens, place) if base in words.EFFORTS else None)


def promise_at(tokens: Sequence[Token], place: int, base: str) -> Group | None:
    """*Undertakes to*, *commits itself not to*, *agree that*."""
    step = place + 1
    reflexive = low_at(tokens, step) in _REFLEXIVES
    step += reflexive
    if base in ("bind", "obligate") and not reflexive:
        return None
    if low_at(tokens, step) == "that" and base in ("agree", "undertake", "covenant"):
        return Group(step + 1, "frame", more=False)
    end, negated, within = gap_at(tokens, step)
    after = to_at(tokens, end, thing=base in words.OF_THINGS)
    if after is None:
        return None
    return Group(after[0], "duty", negated or after[1], "", within)


def _request(tokens: Sequence[Token], place: int, base: str) -> Group | None:
    """*Calls on Arland to*, *urges that*: only the verb and its preposition carry the force."""
    step = place + 1
    particles = words.REQUESTS[base]
    if particles != ("",):
        if low_at(tokens, step) not in particles:
            return None
        step += 1
    for ahead in range(step, min(step + _FAR, len(tokens))):
        low = tokens[ahead].low
        if low == "that" or (low == "to" and (ahead > step or base == "propose")):
            return Group(step, "request", "", words.SAME_REQUEST.get(base, base), more=False)
        if tokens[ahead].kind == "mark" and low not in ("'s", "-", ","):
            return None
    return None


def _noun(
    tokens: Sequence[Token], place: int, nouns: frozenset[str] | dict[str, str]
) -> tuple[int, str, bool, tuple[str, ...]] | None:
    """A noun of a table after at most a determiner and two adjectives: its place, itself, *no*, adjectives."""
    none = low_at(tokens, place) == "no"
    if low_at(tokens, place) in words.DETERMINERS:
        place += 1
    adjectives: list[str] = []
    while place < len(tokens) and len(adjectives) <= 2:
        token = tokens[place]
        if token.low in nouns:
            return place, token.low, none, tuple(adjectives)
        if token.kind != "word" or is_closed(token.low):
            return None
        adjectives.append(token.low)
        place += 1
    return None


def _noun_then_act(
    tokens: Sequence[Token], place: int, nouns: frozenset[str] | dict[str, str], *, thing: bool = False
) -> tuple[Group, str] | None:
    """A noun of a table with *to* or *of -ing*; the group has no kind yet."""
    found = _noun(tokens, place, nouns)
    if found is None:
        return None
    at, noun, none, adjectives = found
    after = to_at(tokens, at + 1, thing=thing)
    if after is None and low_at(tokens, at + 1) == "of" and low_at(tokens, at + 2).endswith("ing"):
        after = at + 2, ""
    if after is None:
        return None
    return Group(after[0], "no" if none else "", after[1], "", adjectives), noun


def held_at(tokens: Sequence[Token], place: int, base: str) -> Group | None:
    """*Has no right to*, *retains the sovereign right to*."""
    found = _noun_then_act(tokens, place + 1, words.HELD, thing=True)
    if found is None:
        return None
    group, noun = found
    kind = words.HELD[noun]
    held = group._replace(kind=kind, grade=words.HOLDS[base])
    return turned(held, "not") if group.kind == "no" else held


def declaration_at(tokens: Sequence[Token], place: int) -> Group | None:
    """*Declares its firm intention not to*, *declares itself ready to*."""
    if low_at(tokens, place + 1) in _REFLEXIVES:
        return state_at(tokens, place + 2, "", ()) if low_at(tokens, place + 2) in words.STATES else None
    found = _noun_then_act(tokens, place + 1, words.DECLARED, thing=True)
    if found is None:
        return None
    group, noun = found
    made = group._replace(kind="declaration", grade=words.DECLARED[noun])
    return turned(made, "not") if group.kind == "no" else made


def _assumed(tokens: Sequence[Token], place: int) -> Group | None:
    """*Assumes the obligation to*."""
    found = _noun_then_act(tokens, place + 1, words.ASSUMED)
    if found is None:
        return None
    return turned(found[0]._replace(kind="duty"), "not" if found[0].kind == "no" else "")


def effort_at(tokens: Sequence[Token], place: int) -> Group | None:
    """*Makes every effort to*, *does its best to*, *takes all feasible precautions to*."""
    step = place + 1
    seen: list[str] = []
    while step < len(tokens) and len(seen) < 7 and tokens[step].kind == "word":
        low = tokens[step].low
        if low == "to":
            break
        seen.append(low)
        step += 1
    after = to_at(tokens, step)
    denied = {"no", "not", "never"} & set(seen) and not tokens[place].low.startswith("spar")  # *spares no effort to*
    if after is None or denied:
        return None
    grade = _effort_grade(seen)
    if grade is None:
        return None
    unknown = tuple(low for low in seen if low not in words.EFFORT_WORDS and not _is_effort_noun(low, seen))
    return Group(after[0], "best_efforts", after[1], grade, unknown)


def _is_effort_noun(low: str, seen: Sequence[str]) -> bool:
    return low in words.EFFORT_NOUNS or low in words.STEP_NOUNS or seen[0] in ("everything", "all")


def _effort_grade(seen: Sequence[str]) -> str | None:
    """How great an effort is that these words tell of; None if they tell of none."""
    if not seen:
        return None
    if seen[0] in ("everything", "all") and " ".join(seen[1:]) in words.BEST_WORDS:
        return "every"
    steps = any(low in words.STEP_NOUNS for low in seen)
    if not steps and not any(low in words.EFFORT_NOUNS - {"everything", "all"} for low in seen):
        return None
    sizes = [low for low in seen if low in words.STEP_GRADES]
    if steps and not sizes:
        return None
    if "commercially" in seen or (sizes and sizes != ["reasonable"]):
        return "_".join([low for low in ("commercially",) if low in seen] + sizes)
    if sizes:
        return "all_reasonable" if "all" in seen or "every" in seen else "reasonable"
    if "best" in seen or "utmost" in seen:
        return "best"
    return "every" if {"every", "all", "no"} & set(seen) else ""
