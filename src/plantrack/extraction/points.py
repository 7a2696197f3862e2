"""The text of a point as terms, with status and trace."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plantrack.extraction.actors import ActorNames
from plantrack.extraction.adjuncts import Adjunct, find_adjuncts
from plantrack.extraction.clauses import Clause, find_clauses
from plantrack.extraction.frames import upright
from plantrack.extraction.meaning import verb_forms_or_none
from plantrack.extraction.norms import Norm, Part, build_norm
from plantrack.extraction.phrases import MODALS
from plantrack.extraction.shares import at_shares, with_shares_apart
from plantrack.extraction.statements import statement
from plantrack.extraction.status import bracket_status, is_proposal, sentence_status
from plantrack.extraction.words import LONGEST_SENTENCE, Token, phrase, sentences_of, tokens_of
from plantrack.model import Deadline, Term
from plantrack.value import evolve, value

_BRACKETS = re.compile(r"\[([^\[\]]{0,2000})\]")
_PARENTHESES = re.compile(r"\(([^()]{0,2000})\)")
_SLUG = re.compile(r"[^a-z0-9]+")


@value
class Extraction:
    """What was understood of a point."""

    terms: Mapping[str, Term]
    """By key, in the order of the text; `basis` is `extracted`."""
    matter: str = "settled"
    """settled, deferred or disputed, as the text says."""
    wording: str = "in_text"
    """removed where only a mark says that the point was deleted."""
    trace: tuple[Part, ...] = ()
    """What was understood, in code points of the text; parts taken from the stem of a parent have no place (0, 0)."""


def extract(text: str, actors: ActorNames, *, parent: str | None = None) -> Extraction:
    """The norms in the text of a point.

    Args:
        text: The point, without its number.
        actors: The names that are known; built once for many texts.
        parent: The text of the point above a sub-point; its stem (*The mission shall:*) goes before.

    >>> found = extract("Kestria shall withdraw 40 tanks within two weeks.", ActorNames())
    >>> [(term.bearer, term.action, term.deadline.within) for term in found.terms.values()]
    [(('Kestria',), 'withdraw', '14 days')]
    """
    if len(text) > _LONGEST_KEPT:
        return _extracted(text, actors, parent)
    known = actors.read.get((text, parent))
    if known is None:
        if len(actors.read) >= _MOST_KEPT:
            actors.read.clear()
        known = actors.read[text, parent] = _extracted(text, actors, parent)
    return known


_LONGEST_KEPT = 5_000
_MOST_KEPT = 2_000
"""Points are remembered: most stand in both papers in the same words."""


def _extracted(text: str, actors: ActorNames, parent: str | None) -> Extraction:
    matter, wording, kept = _statuses(text)
    trace: list[Part] = []
    if wording == "removed":
        return Extraction(terms={}, wording="removed")
    stem = _stem(parent) if parent else ""
    tokens = tokens_of(kept)
    shift = 0
    if stem and not _stands_alone(tokens):
        shift = len(stem) + 1
        tokens = tokens_of(f"{stem} {kept}")
    norms: list[Norm] = []
    repeated: dict[tuple[str, ...], tuple[list[Norm], tuple[str, ...], int]] = {}
    inherited: tuple[str, ...] = ()
    for sentence in (part for whole in sentences_of(tokens) for part in at_shares(whole)):
        status = sentence_status(sentence)
        if status:
            matter = status if matter == "settled" else matter
            continue
        if is_proposal(sentence):
            trace.append(_span("reported, not a norm", sentence))
            continue
        words = (*inherited, "", *(token.text for token in sentence)) if len(sentence) >= LONGEST_SENTENCE else ()
        if words and words in repeated:
            found, inherited, start = repeated[words]
            found = _moved(found, sentence[0].start - start)
        else:
            found, after = _read_sentence(sentence, actors, inherited)
            inherited = after
            if words:
                repeated[words] = found, after, sentence[0].start
        norms += found
    terms: dict[str, Term] = {}
    used: Counter[str] = Counter()
    for norm in norms:
        if norm.term.action == "be" and not norm.term.object:
            continue
        terms[_key(norm.term, used)] = norm.term
        trace += norm.parts
    if matter == "deferred" and not kept.strip(" .:"):
        terms = {}
    return Extraction(terms=terms, matter=matter, wording=wording, trace=_shifted(list(dict.fromkeys(trace)), shift))


def _statuses(text: str) -> tuple[str, str, str]:
    """Matter and wording that brackets give, and the text with those brackets blanked."""
    matter, wording = "settled", "in_text"
    kept = list(text)
    for pattern in (_BRACKETS, _PARENTHESES):
        for found in pattern.finditer(text):
            status = bracket_status(found[1])
            if pattern is _PARENTHESES and status and len(found[1].split()) > 8:
                continue
            if status == "removed":
                wording = "removed" if not (text[: found.start()] + text[found.end() :]).strip(" .") else wording
            elif status:
                matter = status
            if status or pattern is _PARENTHESES:
                kept[found.start() : found.end()] = " " * (found.end() - found.start())
    if text.strip(" .").lower() in ("deleted", "removed", "omitted"):
        wording = "removed"
    return matter, wording, "".join(kept)


def _stem(parent: str) -> str:
    """The words of a parent that its sub-points go on from: those before the colon that ends it."""
    tokens = tokens_of(parent)
    if not tokens or tokens[-1].low not in (":", "-", "shall", "to", "must", "will"):
        return ""
    last = sentences_of(tokens)[-1]
    words = [token for token in last if token.low != ":"]
    if not words:
        return ""
    ending = words[-1].low
    if ending in MODALS or ending in ("to", "not") or any(token.low in MODALS for token in words[-3:]):
        return phrase(words)
    return ""


def _stands_alone(tokens: list[Token]) -> bool:
    """Whether a sub-point has a modal verb of its own in its first clause."""
    return any(token.low in MODALS for token in tokens[:14]) and not (
        tokens
        and (form := verb_forms_or_none(tokens[0].low)) is not None
        and form.shape == "base"
        and not tokens[0].capital
    )


def _moved(norms: Sequence[Norm], distance: int) -> list[Norm]:
    """What was read of a sentence, for the same words further on."""
    return [
        Norm(
            norm.term,
            tuple(part._replace(start=part.start + distance, end=part.end + distance) for part in norm.parts),
        )
        for norm in norms
    ]


class _Read(NamedTuple):
    """A clause with its norm, and where in its sentence it begins and its verb stands."""

    clause: Clause
    norm: Norm
    start: int
    verb: int


def _read_sentence(
    sentence: list[Token], actors: ActorNames, inherited: tuple[str, ...]
) -> tuple[list[Norm], tuple[str, ...]]:
    adjuncts = find_adjuncts(sentence)
    taken = {step for adjunct in adjuncts for step in range(adjunct.start, adjunct.end)}
    origin = [step for step in range(len(sentence)) if step not in taken]
    read: list[_Read] = []
    ordered, origin = upright([sentence[step] for step in origin], origin)
    for piece in with_shares_apart(ordered, origin, actors):
        core, places = piece.tokens, piece.origin
        clauses = find_clauses(core)
        if not clauses:
            core, places, clauses = statement(core, places)
        for clause in clauses:
            norm, inherited = build_norm(core, clause, actors, inherited)
            start = piece.start if piece.start is not None else _place(places, clause.start, sentence)
            read.append(_Read(clause, norm, start, _place(places, clause.predicate[0], sentence)))
    owners = [_owners(item, read) for item in adjuncts]
    return [
        _with_adjuncts(
            item.norm, [one for one, owned in zip(adjuncts, owners, strict=True) if number in owned], sentence
        )
        for number, item in enumerate(read)
    ], inherited


def _place(origin: Sequence[int], position: int, sentence: list[Token]) -> int:
    return origin[position] if position < len(origin) else len(sentence)


def _owners(adjunct: Adjunct, read: Sequence[_Read]) -> list[int]:
    """The clauses that an adjunct hangs on: that before it, and with a time or condition all verbs of its modal.

    *Shall leave the fort and free the crew within a week*: both within a week; what stands between two verbs is of the
    first alone.
    """
    if not read:
        return []
    owner = max((number for number, item in enumerate(read) if item.start <= adjunct.start), default=0)
    if adjunct.kind not in ("deadline", "condition", "scope"):
        return [owner]
    first = owner
    while first and read[first].clause.verbs_before:
        first -= 1
    last = owner
    while last + 1 < len(read) and read[last + 1].clause.verbs_before:
        last += 1
    ahead = adjunct.start < read[first].verb
    return list(range(first, last + 1)) if ahead or owner == last else [owner]


def _with_adjuncts(norm: Norm, adjuncts: Sequence[Adjunct], sentence: list[Token]) -> Norm:
    conditions: list[str] = []
    exceptions: list[str] = []
    scope: list[str] = []
    deadline: Deadline | None = None
    parts = list(norm.parts)
    for adjunct in adjuncts:
        words = sentence[adjunct.start : adjunct.end]
        if adjunct.kind == "condition":
            conditions.append(_lowered(words))
        elif adjunct.kind == "exception":
            exceptions.append(_lowered(sentence[adjunct.body : adjunct.end]))
        elif adjunct.kind == "scope":
            scope.append(adjunct.value)
        elif adjunct.kind == "deadline" and adjunct.deadline is not None:
            deadline = _tighter(deadline, adjunct.deadline)
        parts.append(_span(adjunct.kind, words))
    term = evolve(
        norm.term,
        conditions=tuple(dict.fromkeys(item for item in conditions if item)),
        exceptions=tuple(dict.fromkeys(item for item in exceptions if item)),
        scope=tuple(dict.fromkeys(scope)),
        deadline=deadline,
    )
    return Norm(term, tuple(parts))


def _tighter(first: Deadline | None, second: Deadline) -> Deadline:
    """Of two deadlines of one clause the one that says more: a date or period before *immediately*."""
    if first is None:
        return second
    vague = ("open", "immediately")
    if first.within in vague and second.within not in vague:
        return second
    if first.within == "open" and second.within == "immediately":
        return second
    return first


def _lowered(tokens: list[Token]) -> str:
    if not tokens:
        return ""
    text = phrase(tokens)
    return text[0].lower() + text[1:] if tokens[0].text[0].isupper() and tokens[0].low in _SENTENCE_STARTS else text


_SENTENCE_STARTS = frozenset(
    "if unless once after until when provided subject in on upon following as with without should the".split()
)


def _span(what: str, tokens: list[Token]) -> Part:
    return Part(what, tokens[0].start, tokens[-1].end, phrase(tokens)) if tokens else Part(what, 0, 0, "")


def _shifted(trace: list[Part], shift: int) -> tuple[Part, ...]:
    ordered = sorted(trace, key=lambda part: (part.start, part.end))
    return tuple(
        part._replace(start=max(0, part.start - shift), end=max(0, part.end - shift)) if shift else part
        for part in ordered
    )


def _key(term: Term, used: Counter[str]) -> str:
    base = _SLUG.sub("-", term.action.lower()).strip("-") or "term"
    used[base] += 1
    return base if used[base] == 1 else f"{base}-{used[base]}"
