"""The text of a point as terms, with status and trace."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plantrack.extraction.actors import ActorNames
from plantrack.extraction.adjuncts import Adjunct, find_adjuncts
from plantrack.extraction.clauses import Clause, find_clauses
from plantrack.extraction.meaning import verb_forms_or_none
from plantrack.extraction.modality import Anchor, is_performative
from plantrack.extraction.norms import Norm, Part, build_norm
from plantrack.extraction.numbers import read_number
from plantrack.extraction.phrases import MODALS
from plantrack.extraction.status import bracket_status, is_proposal, sentence_status
from plantrack.extraction.words import Token, phrase, sentences_of, tokens_of
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


class _Sentence(NamedTuple):
    tokens: list[Token]
    offset: int


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
    inherited: tuple[str, ...] = ()
    for sentence in sentences_of(tokens):
        status = sentence_status(sentence)
        if status:
            matter = status if matter == "settled" else matter
            continue
        if is_proposal(sentence):
            trace.append(_span("reported, not a norm", sentence))
            continue
        found, inherited = _read_sentence(sentence, actors, inherited)
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
    return Extraction(terms=terms, matter=matter, wording=wording, trace=_shifted(trace, shift))


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


def _read_sentence(
    sentence: list[Token], actors: ActorNames, inherited: tuple[str, ...]
) -> tuple[list[Norm], tuple[str, ...]]:
    adjuncts = find_adjuncts(sentence)
    taken = {step for adjunct in adjuncts for step in range(adjunct.start, adjunct.end)}
    origin = [step for step in range(len(sentence)) if step not in taken]
    core = [sentence[step] for step in origin]
    core, origin = _with_gaps_filled(core, origin, actors)
    clauses = find_clauses(core) or _without_modal(core)
    starts = [origin[clause.start] if clause.start < len(origin) else len(sentence) for clause in clauses]
    norms: list[Norm] = []
    for number, clause in enumerate(clauses):
        norm, inherited = build_norm(core, clause, actors, inherited)
        mine = [item for item in adjuncts if _owner(item, starts) == number]
        norms.append(_with_adjuncts(norm, mine, sentence))
    return norms, inherited


def _with_gaps_filled(core: list[Token], origin: list[int], actors: ActorNames) -> tuple[list[Token], list[int]]:
    """*A shall pay 60 percent, and B 40 percent*: the modal and verb of the first stand for the second too."""
    modal = next((step for step, token in enumerate(core) if token.low in MODALS), None)
    if modal is None or modal + 2 >= len(core):
        return core, origin
    for step in range(modal + 2, len(core) - 2):
        if core[step].low not in ("and", "while", ","):
            continue
        named = (
            actors.find_name(core, step + 1 + (core[step + 1].low == "the")) if core[step + 1].low != "and" else None
        )
        if named is None or named.adjective or named.end >= len(core):
            continue
        after = next(
            (ahead for ahead in range(named.end, min(named.end + 4, len(core))) if read_number(core, ahead)), None
        )
        bounded = all(token.low in _BOUND_WORDS for token in core[named.end : after]) if after is not None else False
        earlier = any(read_number(core, ahead) for ahead in range(modal + 1, step))
        if (
            bounded
            and earlier
            and (after or 0) > named.end - 1
            and not any(token.low in MODALS for token in core[step:])
        ):
            filled = core[: named.end] + core[modal : modal + 2] + core[named.end :]
            places = origin[: named.end] + [origin[named.end]] * 2 + origin[named.end :]
            return filled, places
    return core, origin


_BOUND_WORDS = frozenset("at least most no more less fewer than up to about exactly only the other remaining".split())


def _owner(adjunct: Adjunct, starts: list[int]) -> int:
    """The clause that an adjunct hangs on: the last that begins before it."""
    owner = 0
    for number, start in enumerate(starts):
        if start <= adjunct.start:
            owner = number
    return owner


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


def _without_modal(core: list[Token]) -> list[Clause]:
    """Commands (*Release all prisoners*), statements, and bare noun phrases (*Immediate ceasefire*)."""
    words = [step for step, token in enumerate(core) if token.kind == "w"]
    if not words:
        return []
    first = words[0]
    form = verb_forms_or_none(core[first].low)
    if (
        form is not None
        and form.shape == "base"
        and len(words) > 1
        and core[first + 1].low not in ("of", "in", "for", "between")
    ):
        return [
            Clause(
                (first, first), Anchor(first, first, "obligation", negative=False), (first, len(core)), 0, inherits=True
            )
        ]
    if core[first].low in ("not", "never", "no"):
        return []
    for step in words[1:14]:
        form = verb_forms_or_none(core[step].low)
        if form is None or form.shape == "gerund":
            continue
        if form.shape == "third" or is_performative(core[step]) or core[step].low in ("is", "are", "has", "have"):
            modality = "performative" if is_performative(core[step]) else "unspecified"
            return [
                Clause((0, step), Anchor(step, step, modality, negative=False), (step, len(core)), 0, inherits=False)
            ]
    return [Clause((0, 0), Anchor(0, 0, "unspecified", negative=False), (0, len(core)), 0, inherits=True)]


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
