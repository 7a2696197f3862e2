"""Words and phrases that say the same or decide nothing: one sense in other words, fillers, bounds, short names."""

from collections.abc import Iterator, Sequence

from plantrack.differences.hunks import Aligned, Hunk, Silence
from plantrack.differences.silencing_sides import Side, one_by_one
from plantrack.differences.turned_senses import senses_hold
from plantrack.differences.views import View
from plantrack.language import closed_words, lexicon


def silence_phrases(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """Words in a row that the lexicon or their spelling makes one: *take part in* and *participate in*."""
    theirs = list(_rows(aligned.new, hunk.new)) if hunk.old else []
    for olds, one in _rows(aligned.old, hunk.old) if theirs else ():
        for news, other in theirs:
            if len(olds) == len(news) == 1:
                continue
            if "".join(one) == "".join(other) and _is_one_word(one, other):
                return Silence("spelling", olds, news)
            ground = lexicon.same_phrase(one, other)
            if ground is not None and senses_hold(aligned.old, olds, aligned.new, news):
                return Silence(ground, olds, news)
    return None


_Words = tuple[str, ...]
_Row = tuple[tuple[int, ...], _Words]
"""Neighbouring items by their places, and their words."""


def _is_one_word(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether parts make a word of the lexicon when they are glued: *cease fire*, but not *re sign* or *no where*."""
    if len(one) == len(other) == 1:
        return True
    parts = one if len(one) > len(other) else other
    return (
        parts[0] != "re"
        and bool(lexicon.pos_of("".join(parts)))
        and not any(closed_words.is_closed(part) for part in parts)
    )


def _rows(view: View, places: Sequence[int]) -> Iterator[_Row]:
    """Rows of up to four neighbouring items of a hunk, the longest first."""
    ordered = [place for place in sorted(places)[:24] if view.items[place].kind not in ("name", "figure")]
    words = [tuple(view.items[place].low.split()) for place in ordered]
    for length in range(min(4, len(ordered)), 0, -1):
        for start in range(len(ordered) - length + 1):
            end = start + length
            if ordered[end - 1] - ordered[start] == length - 1:
                yield tuple(ordered[start:end]), sum(words[start + 1 : end], words[start])


def silence_filler(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """Words that decide nothing: *hereby*, *also*."""
    return one_by_one(
        aligned, hunk, "words that decide nothing", lambda side, place: side.view.items[place].kind == "filler"
    )


def silence_bound(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """A word that bounds a figure which says the same on the other side: *or fewer*."""
    return one_by_one(aligned, hunk, "number form", _is_said_by_figure)


def _is_said_by_figure(side: Side, place: int) -> bool:
    items = side.view.items
    if items[place].kind != "bound":
        return False
    near = [p for p in range(max(0, place - 4), min(len(items), place + 5)) if items[p].kind == "figure"]
    return bool(near) and all(p in side.known for p in near)


def silence_abbreviation(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """The short or the long form in brackets beside a name: *the Joint Commission (JC)*."""
    return one_by_one(aligned, hunk, "name", _is_name_again)


def _is_name_again(side: Side, place: int) -> bool:
    items = side.view.items
    if items[place].kind != "name":
        return False
    twins = [other for other in (place - 1, place + 1) if other in side.known and items[other].key == items[place].key]
    between = (side.view.prose.between(items[min(place, other)], items[max(place, other)]) for other in twins)
    return any(token.low == "(" for tokens in between for token in tokens)


_HAPPENING = frozenset(("occur", "happen", "arise", "take place", "break out", "ensue"))
_NOUN_CONNECTIVES = ("in the event of", "in case of", "in the case of")


def silence_happening(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*If a flood occurs*, *if there is a flood* and *in the event of a flood*: words that only say that it happens."""
    return one_by_one(aligned, hunk, "condition as a noun", _only_says_that_it_happens)


def _only_says_that_it_happens(side: Side, place: int) -> bool:
    item, clause = side.view.items[place], side.view.structure.clause_at(place)
    there = place - 1 if item.kind == "auxiliary" and item.value == "be" else place
    is_there = clause is not None and there == clause.first + 1 and side.view.items[there].low == "there"
    if clause is None or not (is_there or (item.kind == "word" and item.value in _HAPPENING)):
        return False
    partner = side.known.get(clause.first)
    return partner is not None and side.other.items[partner].low in _NOUN_CONNECTIVES
