"""Shares of one thing that several hold, each as a clause of its own.

*Revenue shall be shared 60 percent to A and 40 percent to B* is two duties; so is *A receives 60 percent and B 40*.
Otherwise two holders that trade their shares would change nothing.
"""

from typing import NamedTuple

from plantrack.extraction.actors import ActorNames
from plantrack.extraction.meaning import verb_forms_or_none
from plantrack.extraction.numbers import read_number
from plantrack.extraction.phrases import MODALS, is_agent
from plantrack.extraction.quantities import find_quantity
from plantrack.extraction.words import Token

_SO_THAT = (("so", "that"), ("such", "that"), ("in", "such", "a", "way", "that"), ("whereby",))
_RESTS = frozenset("rest remainder balance remaining".split())
_BOUND_WORDS = frozenset("at least most no more less fewer than up to about exactly only the other remaining".split())
_JOINS = frozenset({"and", "while", "whereas", ",", "but"})


class Piece(NamedTuple):
    """A part of a sentence that is read by itself."""

    tokens: list[Token]
    origin: list[int]
    """For each token its place in the sentence."""
    start: int | None = None
    """Where it begins in the sentence, if that is not where its first clause begins."""


class _Share(NamedTuple):
    start: int
    end: int


def at_shares(sentence: list[Token]) -> list[list[Token]]:
    """A sentence cut before *so that A receives 60 percent and B 40 percent*: this is its substance, no purpose."""
    for step, token in enumerate(sentence[:-4]):
        if token.low not in ("so", "such", "in", "whereby"):
            continue
        for words in _SO_THAT:
            end = step + len(words)
            if tuple(item.low for item in sentence[step:end]) == words and len(_shares(sentence, end)) > 1:
                head = sentence[:step]
                while head and head[-1].low == ",":
                    head = head[:-1]
                return [part for part in (head, sentence[end:]) if part]
    return [sentence]


def with_shares_apart(tokens: list[Token], origin: list[int], actors: ActorNames) -> list[Piece]:
    """A sentence as pieces, one for each share where it deals out several, else itself."""
    if not any(token.low in ("%", "percent", "cent", "half", "third", "quarter", "thirds") for token in tokens):
        return [Piece(*_with_gaps_filled(tokens, origin, actors))]
    found = _shares(tokens, 0)
    if len(found) > 1:
        dealt = _dealt_out(tokens, origin, found, actors) or _held(tokens, origin, found, actors)
        if dealt:
            return dealt
    return [Piece(*_with_gaps_filled(tokens, origin, actors))]


def _shares(tokens: list[Token], position: int) -> list[_Share]:
    found: list[_Share] = []
    while position < len(tokens):
        low = tokens[position].low
        if low == "the" and position + 1 < len(tokens) and tokens[position + 1].low in _RESTS and found:
            found.append(_Share(position, position + 2))
            position += 2
            continue
        counted = find_quantity(tokens, position) if low not in ("a", "an", "per") else None
        if counted is not None and counted.quantity.unit == "%" and counted.quantity.measure != "share":
            found.append(_Share(min(counted.start, position), counted.end))
            position = max(counted.end, position + 1)
        else:
            position += 1
    return found


def _dealt_out(tokens: list[Token], origin: list[int], shares: list[_Share], actors: ActorNames) -> list[Piece]:
    """`60 percent to A and 40 percent to B`, after a verb or with one of its own."""
    ends = [_without_join(tokens, share.start) for share in shares[1:]] + [len(tokens)]
    tos = []
    for share, end in zip(shares, ends, strict=True):
        to = next((step for step in range(share.end, end - 1) if tokens[step].low in ("to", "for")), None)
        if to is None or not _is_holder(tokens, to + 1, end, actors):
            return []
        tos.append(to)
    head = range(shares[0].start)
    verb = _verb_between(tokens, shares[0].end, tos[0])
    pieces = []
    for number, (share, end, to) in enumerate(zip(shares, ends, tos, strict=True)):
        own = _verb_between(tokens, share.end, to)
        steps = [*head, *range(share.start, to), *(verb if number and not own else ()), *range(to, end)]
        piece = [tokens[step]._replace(low="to") if step == to else tokens[step] for step in steps]
        pieces.append(Piece(piece, [origin[step] for step in steps], origin[share.start] if number else None))
    return pieces


def _verb_between(tokens: list[Token], start: int, end: int) -> list[int]:
    for step in range(start, end):
        form = verb_forms_or_none(tokens[step].low)
        if tokens[step].low in MODALS or tokens[step].low in ("is", "are") or (form and form.shape == "third"):
            return list(range(step, end))
    return []


def _held(tokens: list[Token], origin: list[int], shares: list[_Share], actors: ActorNames) -> list[Piece]:
    """`A receives 60 percent and B 40 percent`, in the present tense."""
    if any(token.low in MODALS for token in tokens):
        return []
    verb = next(
        (
            step
            for step in range(1, shares[0].start)
            if (form := verb_forms_or_none(tokens[step].low)) is not None and form.shape == "third"
        ),
        None,
    )
    if verb is None:
        return []
    pieces: list[Piece] = []
    begin = 0
    for number, share in enumerate(shares):
        end = len(tokens)
        if number + 1 < len(shares):
            joins = [step for step in range(share.end, shares[number + 1].start) if tokens[step].low in _JOINS]
            if not joins:
                return []
            end = joins[-1] if not number or tokens[joins[-1]].low != "," else joins[0]
        steps = list(range(begin, end))
        if number:
            own = any(
                (form := verb_forms_or_none(tokens[step].low)) and form.shape == "third"
                for step in range(begin, share.start)
            )
            cut = share.start - begin
            if not cut or not _is_holder(tokens, begin, share.start, actors):
                return []
            steps = steps if own else [*steps[:cut], verb, *steps[cut:]]
        pieces.append(
            Piece([tokens[step] for step in steps], [origin[step] for step in steps], origin[begin] if number else None)
        )
        begin = end + 1
    return pieces


def _without_join(tokens: list[Token], end: int) -> int:
    while end and tokens[end - 1].low in _JOINS:
        end -= 1
    return end


def _is_holder(tokens: list[Token], start: int, end: int, actors: ActorNames) -> bool:
    """Whether somebody who can hold a share is named between two tokens."""
    body = tokens[start:end]
    while body and body[0].low in ("the", "both"):
        body = body[1:]
    return bool(body) and (body[0].capital or is_agent(body) or actors.find(body, 0) is not None)


def _with_gaps_filled(core: list[Token], origin: list[int], actors: ActorNames) -> tuple[list[Token], list[int]]:
    """*A shall pay 60 percent, and B 40 percent*: the modal and verb of the first stand for the second too."""
    modals = [step for step, token in enumerate(core) if token.low in MODALS]
    if not modals or modals[0] + 2 >= len(core):
        return core, origin
    modal = modals[0]
    figure = next((step for step in range(modal + 1, len(core)) if read_number(core, step)), len(core))
    for step in range(max(modal + 2, modals[-1] + 1, figure + 1), len(core) - 2):
        if core[step].low not in ("and", "while", ",") or core[step + 1].low == "and":
            continue
        named = actors.find_name(core, step + 1 + (core[step + 1].low == "the"))
        if named is None or named.adjective or named.end >= len(core):
            continue
        after = next(
            (ahead for ahead in range(named.end, min(named.end + 4, len(core))) if read_number(core, ahead)), None
        )
        if after is not None and all(token.low in _BOUND_WORDS for token in core[named.end : after]):
            filled = core[: named.end] + core[modal : modal + 2] + core[named.end :]
            places = origin[: named.end] + [origin[named.end]] * 2 + origin[named.end :]
            return filled, places
    return core, origin
