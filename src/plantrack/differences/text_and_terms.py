"""The wording of one paper against the terms of another, whose wording is not kept.

What is read in the wording says the same as a term, contrasts with it, or stays unexplained.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from plantrack.differences.part_changes import SHAPES
from plantrack.differences.parts import PARTS, term_form
from plantrack.differences.result import Change, Words, WordSpan
from plantrack.differences.stated import Stated, stated_in
from plantrack.differences.stated_values import (
    COMPARED,
    agree,
    aligned,
    candidates,
    held_values,
    is_event,
    may_contrast,
)
from plantrack.differences.strength.forces import BAN, DUTY, act_of, force_of
from plantrack.differences.strength.order import EQUAL
from plantrack.differences.term_pairs import OwnedTerm, TermPair
from plantrack.differences.terms import TermComparison
from plantrack.facts.prose import Item, Prose, read_prose
from plantrack.facts.values import Figure
from plantrack.language.names import Names
from plantrack.model import Actor, Term
from plantrack.value import evolve

_RULES = {"quantity": "figure", "modality": "force"}
_TIME = "time"


class Held(NamedTuple):
    """A value that a term holds."""

    owned: OwnedTerm
    value: Any


def compare_text_with_terms(
    text: str,
    terms: Sequence[OwnedTerm],
    names: Names,
    *,
    text_is_old: bool,
    complete: bool,
    actors: Mapping[str, Actor] | None = None,
) -> TermComparison:
    """What a wording says otherwise than the terms of the other side.

    Only what was read on both sides is a contrast. What either has beyond that is one `wording-unexplained`, unless the
    terms are of reports, which need not say everything.

    Args:
        text: The wording.
        terms: The terms of the other side.
        names: Who and what may be named.
        text_is_old: Whether the wording is OLD's.
        complete: Whether the terms are of a text that was seen whole.
        actors: The registry, by which terms name parties.

    Ids of the side of the wording are left for the caller to fill.
    """
    prose = read_prose(text, names)
    stated = stated_in(prose.facts)
    explained: set[int] = set()
    changes: list[Change] = []
    left_over = False
    for name in COMPARED:
        held = [Held(owned, value) for owned in terms for value in held_values(owned.term, name)]
        held, said = _without_agreed(held, candidates(stated, name), explained)
        contrasts = list(_contrasts(held, said))
        for one, other in contrasts:
            explained.add(other.fact.first)
            changes += _told(one, other, prose, text_is_old=text_is_old)
        left_over |= len(held) > len(contrasts)
    changes += _force(terms, stated, prose, explained, text_is_old=text_is_old)
    if complete:
        words = list(_items_of(terms, names, actors or {}))
        spans = _left_over(prose, words, names, explained)
        known = {item.key for item in prose.items}
        if spans or left_over or any(item.heavy and item.key not in known for item in words):
            changes.append(_unexplained(spans, terms, text_is_old=text_is_old))
    return TermComparison(changes=tuple(changes))


def _without_agreed(
    held: Sequence[Held], said: Sequence[Stated], explained: set[int]
) -> tuple[list[Held], list[Stated]]:
    """What is left of both sides once values that say the same are taken away; their facts are explained."""
    left_held, left_said = [], list(said)
    for one in held:
        twin = next((other for other in left_said if agree(one.value, other)), None)
        if twin is None:
            left_held.append(one)
        else:
            left_said.remove(twin)
            explained.add(twin.fact.first)
    return left_held, left_said


def _contrasts(held: Sequence[Held], said: Sequence[Stated]) -> Iterator[tuple[Held, Stated]]:
    """The value of a term and that of the wording, where each is the only one left that the other could be."""
    for one in held:
        near = [other for other in said if may_contrast(one.value, other)]
        if len(near) == 1 and sum(may_contrast(each.value, near[0]) for each in held) == 1:
            yield one, near[0]


def _told(held: Held, stated: Stated, prose: Prose, *, text_is_old: bool) -> Iterator[Change]:
    """A contrast, told as that of two terms that differ in nothing else."""
    part = PARTS[stated.part]
    value = aligned(held.value, stated)
    whole = part.of(held.owned.term)
    if isinstance(whole, tuple):
        value = tuple(value if one is held.value else one for one in whole)
    yield from _pair_told(held.owned, evolve(held.owned.term, **{part.field: value}), stated, prose, text_is_old)


def _pair_told(owned: OwnedTerm, other: Term, stated: Stated, prose: Prose, text_is_old: bool) -> Iterator[Change]:  # noqa: FBT001 - passed on
    part = PARTS[stated.part]
    read = OwnedTerm(owner="", key=owned.key, term=other)
    sides = (read, owned) if text_is_old else (owned, read)
    pair = TermPair(*sides, old_complete=True, new_complete=True)
    words = _words([_span(prose, stated.fact.first, stated.fact.last)], text_is_old=text_is_old)
    for change in SHAPES[part.shape](pair, part):
        if isinstance(change, Change):
            yield evolve(
                change,
                term=(None, owned.key) if text_is_old else (owned.key, None),
                old_ids=() if text_is_old else change.old_ids,
                new_ids=change.new_ids if text_is_old else (),
                words=words,
                rule=_RULES.get(part.id, _TIME),
            )


def _force(
    terms: Sequence[OwnedTerm], stated: Sequence[Stated], prose: Prose, explained: set[int], *, text_is_old: bool
) -> list[Change]:
    """The force of a wording against that of the terms.

    It contrasts where the wording has one, and there is one term; a negation elsewhere leaves it open.
    """
    read = [one for one in stated if one.part == "modality"]
    plain = [evolve(owned, term=_without_not(owned.term)) for owned in terms]
    held = [owned for owned in plain if owned.term.modality != "unspecified"]
    agreed = [one for one in read if any(_is_of_force(owned.term, one) for owned in held)]
    explained.update(one.fact.first for one in agreed)
    told = [fact for fact in prose.facts if fact.kind in ("force", "negation")]
    if agreed or len(held) != 1 or len(read) != 1 or len(told) != 1:
        return []
    explained.add(read[0].fact.first)
    other = evolve(held[0].term, modality=read[0].value)
    return list(_pair_told(held[0], other, read[0], prose, text_is_old))


def _is_of_force(term: Term, stated: Stated) -> bool:
    other = evolve(term, modality=stated.value)
    return PARTS["modality"].rank(term, other, DUTY) == EQUAL


def _without_not(term: Term) -> Term:
    """A term that binds not to do something, as a ban of it."""
    negated = term.action.startswith("not ") and force_of(term) == BAN
    return evolve(term, action=act_of(term), modality="prohibition") if negated else term


def _left_over(prose: Prose, words: Sequence[Item], names: Names, explained: set[int]) -> list[WordSpan]:
    """The stretches of a wording of which no term says anything."""
    known = {item.key for item in words}
    known |= {item.key for noun in _nouns(prose, explained) for item in read_prose(noun, names).items}
    spans: list[tuple[int, int]] = []
    for item in prose.items:
        if not item.heavy or item.key in known or item.first in explained:
            continue
        if spans and item.first == spans[-1][1]:
            spans[-1] = (spans[-1][0], item.last)
        else:
            spans.append((item.first, item.last))
    return [_span(prose, first, last) for first, last in spans]


def _nouns(prose: Prose, explained: set[int]) -> Iterator[str]:
    """What the figures count that are explained."""
    for fact in prose.facts:
        if fact.first in explained and isinstance(fact.value, Figure) and fact.value.noun:
            yield fact.value.noun


def _items_of(terms: Iterable[OwnedTerm], names: Names, actors: Mapping[str, Actor]) -> Iterator[Item]:
    """The words of terms, read as a wording is."""
    for owned in terms:
        for part in PARTS.values():
            value = part.of(owned.term)
            texts: tuple[object, ...] = ()
            if part.id in ("deadline", "start") and value is not None:
                texts = (value.of, (value.by if part.id == "deadline" else value.on) if is_event(value) else None)
            elif part.id not in (*COMPARED, "modality", "jointly"):
                texts = value if isinstance(value, tuple) else (value,)
            for text in (actors[str(one)].name if str(one) in actors else one for one in texts if one):
                yield from read_prose(str(text).replace("_", " "), names).items


def _unexplained(spans: Sequence[WordSpan], terms: Sequence[OwnedTerm], *, text_is_old: bool) -> Change:
    owners = tuple(dict.fromkeys(owned.owner for owned in terms))
    forms = [term_form(owned.term) for owned in terms]
    return Change(
        kind="wording-unexplained",
        old_ids=() if text_is_old else owners,
        new_ids=owners if text_is_old else (),
        before=None if text_is_old else forms,
        after=forms if text_is_old else None,
        effect=None,
        certainty=None,
        words=_words(spans, text_is_old=text_is_old),
    )


def _words(spans: Sequence[WordSpan], *, text_is_old: bool) -> Words:
    return Words(old=tuple(spans)) if text_is_old else Words(new=tuple(spans))


def _span(prose: Prose, first: int, last: int) -> WordSpan:
    start, end = prose.tokens[first].start, prose.tokens[last - 1].end
    return WordSpan(start, end, prose.text[start:end])
