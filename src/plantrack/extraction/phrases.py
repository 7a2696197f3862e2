"""Noun phrases: where they begin and end, their head, and whether it is somebody who can act."""

from collections.abc import Sequence

from plantrack.extraction.meaning import lemma, verb_forms_or_none
from plantrack.extraction.words import Token

MODALS = frozenset({"shall", "must", "will", "may", "should", "can", "cannot"})
PREPOSITIONS = frozenset(
    """in at on from to into onto throughout across inside within along around near over with for against towards toward
    by under between through about as outside beyond beside behind off during without upon via among""".split()
)
_AGENTS = frozenset(
    """mission force army troop soldier militia police guard brigade battalion regiment navy fleet unit group formation
    party side state government country authority commission committee council court tribunal panel secretariat
    company bank fund agency organisation organization body board assembly parliament cabinet ministry minister
    president leader commander commandant officer official judge expert engineer monitor observer inspector
    guarantor donor mediator ally partner member participant community union federation league alliance nation
    republic person people citizen resident inhabitant farmer fisherman herder veteran fighter combatant refugee
    worker teacher doctor driver pilgrim trader shopkeeper merchant journalist press owner family widow prisoner
    detainee hostage child woman man anyone everyone nobody everybody who organ signatory team staff personnel
    patrol contingent peacekeeper faction movement front delegation envoy coordinator office administration
    legislature electorate voter candidate civilian minority operator bearer carrier embassy consulate regulator
    auditor forces armies neighbour power coalition combatants rebel insurgent mercenary technocrat headquarters
    staffs command workforce institution secretary governor mayor ambassador king queen chief""".split()
)
"""Nouns of those who can act."""


def noun_phrase_end(tokens: Sequence[Token], position: int) -> int:
    """Where a noun phrase with its list ends: before a preposition other than *of*, a mark, or a verb of the clause."""
    step = position
    while step < len(tokens):
        token = tokens[step]
        if token.low == "," or token.low in ("and", "or"):
            follows = step + 1
            if follows < len(tokens) and tokens[follows].low in ("and", "or"):
                follows += 1
            if follows >= len(tokens) or not _continues_list(tokens, step, follows):
                break
            step = follows
            continue
        if token.kind == "p" and token.low not in ("'s", "-", "'"):
            break
        if token.low in PREPOSITIONS or token.low in ("that", "which", "who", "whom", "where", "so"):
            break
        step += 1
    return step


def _continues_list(tokens: Sequence[Token], step: int, follows: int) -> bool:
    token = tokens[follows]
    return token.capital or (token.low in ("the", "their", "its", "all") and follows > step)


def is_agent(tokens: Sequence[Token]) -> bool:
    """Whether the head of a noun phrase is somebody who can act."""
    head = head_of(tokens)
    return head is not None and (lemma(head.low) in _AGENTS or head.low in _AGENTS)


def head_of(tokens: Sequence[Token]) -> Token | None:
    """The noun that a noun phrase is about: the last before any phrase that goes with it."""
    head = None
    for token in tokens:
        if token.low in (
            "of",
            "in",
            "from",
            "with",
            "who",
            "whom",
            "that",
            "which",
            "to",
            "for",
            "on",
            "under",
            ",",
            "at",
        ):
            break
        if token.kind == "w":
            head = token
    return head


def without_loose_ends(tokens: Sequence[Token]) -> list[Token]:
    """Tokens without the prepositions and marks whose phrase was taken out: *disputes by a majority [of]*."""
    kept: list[Token] = []
    for token in tokens:
        if (token.low in (",", "and", "or") and not kept) or (not kept and token.low == "of"):
            continue
        if token.low == ",":
            kept = _without_last_links(kept)
        elif token.low in PREPOSITIONS and kept and kept[-1].low == "of":
            kept.pop()
        kept.append(token)
    return _without_last_links(kept)


def _without_last_links(tokens: list[Token]) -> list[Token]:
    end = len(tokens)
    if end > 1 and tokens[end - 2].low == "or" and tokens[end - 1].low in ("fewer", "less", "more"):
        end -= 2
    while end and (tokens[end - 1].low in PREPOSITIONS or tokens[end - 1].low in _LEADING_ON):
        end -= 1
    return tokens[:end]


_LEADING_ON = frozenset("of and or , amounting totalling totaling numbering worth".split())
"""Words that mean nothing without the phrase behind them."""
_DETERMINERS = frozenset("the a an all both each every its their no any these those this such neither either".split())
_LINKS = frozenset({"of", "and", "or", "nor", "&"})
_AFTER_SUBJECT = frozenset("also jointly then each both together therefore".split())
_LONGEST_FRONT = 60


def subject_after(tokens: Sequence[Token], position: int, verb: int | None = None) -> int | None:
    """Where the subject begins after a phrase that opens a sentence and that no comma closes.

    *Within a year of the truce | Tavoria shall hold a vote.* None where a comma or nothing tells.

    Args:
        tokens: The sentence.
        position: A token of the opening phrase.
        verb: The verb of the clause, where it is known.
    """
    verb = _main_verb(tokens, position) if verb is None else verb
    if verb is None or any(token.low == "," for token in tokens[position:verb]):
        return None
    end = verb
    while end > position and tokens[end - 1].low in _AFTER_SUBJECT:
        end -= 1
    while end > position + 1:
        start = _chunk_start(tokens, position, end)
        if start is None or start <= position:
            return None
        before = tokens[start - 1]
        if before.low not in _LINKS and before.low not in PREPOSITIONS and before.kind != "p":
            return start
        end = start - 1
    return None


def _main_verb(tokens: Sequence[Token], position: int) -> int | None:
    """The first modal verb, or else the first verb in the third person right after a name."""
    present = None
    for step in range(position + 1, min(len(tokens), position + _LONGEST_FRONT)):
        low = tokens[step].low
        if low == ",":
            return None
        if low in MODALS or (low in ("is", "are") and step + 1 < len(tokens) and tokens[step + 1].low == "to"):
            return step
        if present is None and tokens[step - 1].capital and step - 1 > position:
            form = verb_forms_or_none(low)
            present = step if form is not None and form.shape == "third" else None
    return present


def _chunk_start(tokens: Sequence[Token], floor: int, end: int) -> int | None:
    """Where the noun phrase begins that ends before a token: at its determiner, or with the name it is."""
    step = end - 1
    if tokens[step].capital:
        while step > floor and (tokens[step - 1].capital or tokens[step - 1].low == "'s"):
            step -= 1
        if tokens[step - 1].low in _DETERMINERS:
            step -= 1
        return step
    while step > floor:
        token = tokens[step]
        if token.low in _DETERMINERS:
            return step
        if token.kind == "p" or token.low in PREPOSITIONS or token.low in _LINKS:
            return step + 1 if step + 1 < end else None
        step -= 1
    return None
