"""Places and counterparties in what a clause says is to be done."""

from collections.abc import Sequence
from typing import NamedTuple

from plantrack.extraction import nouns
from plantrack.extraction.actors import ActorNames, coordinated
from plantrack.extraction.meaning import lemma
from plantrack.extraction.phrases import PREPOSITIONS, head_of, is_agent, noun_phrase_end
from plantrack.extraction.words import Token, phrase

_OF_PLACE = frozenset(
    "in at throughout across inside along around near over from into onto on off outside through within".split()
)
_FREE = frozenset("in at throughout across inside from into".split())
"""Prepositions before which a capitalised name that is nothing else is taken as a place."""
_SKIPPED = frozenset(
    "the a an all its their both either every each this these that certain other some any whole entire".split()
)
_TO_WHOM = frozenset("to with for against towards toward".split())


_OF_LANGUAGES = ("ish", "ese")
"""Endings of names that are more likely those of a language: *taught in English*."""


class Place(NamedTuple):
    """Places named together, and the tokens they take."""

    names: tuple[str, ...]
    start: int
    end: int


class Recipients(NamedTuple):
    """Those to whom something is owed, and the tokens they take."""

    parties: tuple[str, ...]
    start: int
    end: int


def find_place(tokens: Sequence[Token], position: int, *, motion: bool) -> Place | None:
    """The places that begin at a preposition, None if none do."""
    low = tokens[position].low
    if low not in _OF_PLACE and not (motion and low in ("to", "towards", "for")):
        return None
    end = _place_end(tokens, position + 1)
    body = list(tokens[position + 1 : end])
    if not body:
        return None
    parts = coordinated(body)
    if low in _TO_WHOM and is_agent(body):
        return None
    named = [_place_name(part, free=low in _FREE or low in ("to", "towards")) for part in parts]
    kind = _shared_kind(parts[0])
    last = parts[-1][-1]
    singular = lemma(last.low)
    if len(parts) > 1 and singular in nouns.GENERIC_PLACES and singular != last.low and last.text.islower():
        shared = last._replace(text=singular, low=singular)
        parts = [[*part, shared] if _is_bare(part) else part for part in [*parts[:-1], parts[-1][:-1]]]
        named = [_place_name(part, free=low in _FREE or low in ("to", "towards")) for part in parts]
    if not named[0]:
        return None
    found = [named[0]]
    for name, part in zip(named[1:], parts[1:], strict=True):
        bare = all(token.capital or token.kind == "p" for token in part)
        if bare and kind:
            found.append(f"{kind} of {phrase(part)}")
        elif name:
            found.append(name)
        else:
            break
    if low in ("throughout", "across") and len(found) == 1:
        found = [f"all of {found[0]}"]
    return Place(tuple(dict.fromkeys(found)), position, end)


def _is_bare(part: list[Token]) -> bool:
    return all(token.capital or token.kind == "p" or token.low in _SKIPPED for token in part)


def _place_end(tokens: Sequence[Token], position: int) -> int:
    step = position
    while step < len(tokens):
        token = tokens[step]
        if token.low in ("and", "or", ","):
            follows = step + 1 + (step + 1 < len(tokens) and tokens[step + 1].low in ("and", "or"))
            if follows >= len(tokens) or not (tokens[follows].capital or _lists_place(tokens, follows)):
                break
            step = follows
            continue
        if token.kind == "p" and token.low not in ("'s", "-"):
            break
        if token.low in PREPOSITIONS or token.low in ("that", "which", "who", "where", "so", "while", "when", "free"):
            break
        step += 1
    return step


def _lists_place(tokens: Sequence[Token], position: int) -> bool:
    return any(token.low in nouns.GENERIC_PLACES for token in tokens[position : position + 3])


def _shared_kind(part: list[Token]) -> str:
    """`province` of `the provinces of Tarsk`."""
    for step, token in enumerate(part[:-1]):
        if token.low in nouns.GENERIC_PLACES and part[step + 1].low == "of":
            return lemma(token.low)
    return ""


def _place_name(part: list[Token], *, free: bool) -> str:  # noqa: PLR0911 - one case a line reads best
    start = 0
    while start < len(part) and part[start].low in _SKIPPED and part[start].low not in ("certain", "some"):
        start += 1
    body = part[start:]
    if not body:
        return ""
    inner = _part_of(body)
    if inner:
        whole = _place_name(body[inner:], free=free)
        return f"{phrase(body[: inner - 2])} {lemma(body[inner - 2].low)} of {whole}" if whole else ""
    heads = [token.low for token in body]
    generic = [step for step, low in enumerate(heads) if low in nouns.GENERIC_PLACES]
    capital = next((step for step, token in enumerate(body) if token.capital), None)
    if (
        generic
        and capital is not None
        and generic[0] + 1 < len(body)
        and heads[generic[0] + 1] == "of"
        and generic[0] < capital
    ):
        before = [low for low in heads[: generic[0]] if low in ("certain", "some")]
        name = phrase(body[generic[0] + 2 :]).removeprefix("the ")
        return " ".join([*before, lemma(heads[generic[0]]), "of", name])
    if capital is not None and heads[-1] in nouns.GENERIC_PLACES and not body[-1].capital and capital < len(body) - 1:
        if capital == 0 or heads[0] in nouns.DIRECTIONS:
            return f"{lemma(heads[-1])} of {phrase(body[:-1])}"
        return phrase(body)
    if len(body) == 1 and heads[0].endswith(_OF_LANGUAGES):
        return ""
    if capital == 0 or (capital == 1 and heads[0] in (nouns.DIRECTIONS | nouns.GENERIC_PLACES)):
        following = body[capital + 1 :]
        if free and all(token.capital or token.low in ("of", "the", "'s", "-") for token in following):
            return phrase(body)
        return ""
    if generic and (generic[-1] == len(body) - 1 or heads[generic[-1] + 1 : generic[-1] + 2] == ["of"]):
        return phrase(body).lower() if capital is None else phrase(body)
    return ""


def _part_of(body: list[Token]) -> int:
    """Where the place begins of which only *the northern part* is named; 0 where there is no such part."""
    for step, token in enumerate(body[1:4], 1):
        if token.low in ("part", "parts", "half") and step + 2 < len(body) and body[step + 1].low == "of":
            return step + 2 if body[0].low in nouns.DIRECTIONS else 0
    return 0


def find_recipients(tokens: Sequence[Token], position: int, actors: ActorNames, *, delivery: bool) -> Recipients | None:
    """The counterparties that begin at a preposition, None if none do."""
    low = tokens[position].low
    if low not in _TO_WHOM or position + 1 >= len(tokens):
        return None
    end = noun_phrase_end(tokens, position + 1)
    body = list(tokens[position + 1 : end])
    if not body:
        return None
    if [token.low for token in body[:2]] == ["each", "other"] or [token.low for token in body[:2]] == [
        "one",
        "another",
    ]:
        return Recipients(("each other",), position, position + 3)
    first = actors.find(body, 0 if body[0].low != "the" else min(1, len(body) - 1))
    known = first is not None and not first.adjective and first.end in (len(body), *(
        step for step, token in enumerate(body) if token.low in (",", "and", "or")))  # fmt: skip
    members = coordinated(body)
    agents = is_agent(members[0])
    capital = members[0][-1].capital or (members[0][0].capital and agents)
    if low == "to":
        fits = (delivery and (known or capital or agents or (low == "to" and not _thing(members[0])))) or (
            known and delivery
        )
        fits = fits or (known and agents)
    elif low in ("with", "against"):
        fits = known or capital or agents
    else:
        fits = known or (capital and low != "for")
    if not fits:
        return None
    return Recipients(actors.bearers(body), position, end)


def _thing(tokens: Sequence[Token]) -> bool:
    """Whether a phrase after *to* is no receiver: an infinitive, a figure, a place by its noun."""
    head = head_of(tokens)
    return head is None or head.low in nouns.GENERIC_PLACES or not is_agent(tokens)
