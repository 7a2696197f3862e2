"""Words and phrases that say the same or decide nothing: one sense in other words, fillers, bounds, short names."""

from collections.abc import Iterator, Sequence

from plantrack.differences.hunks import Aligned, Hunk, Silence
from plantrack.differences.silencing_sides import both_sides, of_side, one_by_one
from plantrack.differences.views import View
from plantrack.language import closed_words, lexicon


def silence_phrases(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """Words in a row that the lexicon or their spelling makes one: *take part in* and *participate in*."""
    for olds in _rows(aligned.old, hunk.old):
        for news in _rows(aligned.new, hunk.new):
            if len(olds) == len(news) == 1:
                continue
            one = tuple(low for place in olds for low in aligned.old.items[place].low.split())
            other = tuple(low for place in news for low in aligned.new.items[place].low.split())
            if "".join(one) == "".join(other) and _is_one_word(one, other):
                return Silence("spelling", tuple(olds), tuple(news))
            ground = lexicon.same_phrase(one, other)
            if ground is not None:
                return Silence(ground, tuple(olds), tuple(news))
    return None


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


def _rows(view: View, places: Sequence[int]) -> Iterator[Sequence[int]]:
    """Stretches of up to four neighbouring items of a hunk, the longest first."""
    ordered = sorted(places)[:24]
    for length in range(min(4, len(ordered)), 0, -1):
        for start in range(len(ordered) - length + 1):
            row = ordered[start : start + length]
            if row[-1] - row[0] == length - 1 and all(
                view.items[place].kind not in ("name", "figure") for place in row
            ):
                yield row


def silence_filler(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """Words that decide nothing: *hereby*, *also*."""
    return one_by_one(
        aligned, hunk, "words that decide nothing", lambda view, place: view.items[place].kind == "filler"
    )


def silence_bound(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """A word that bounds a figure which says the same on the other side: *or fewer*."""
    for view, _, places, old in both_sides(aligned, hunk):
        known = aligned.old_to_new if old else aligned.new_to_old
        for place in places:
            if view.items[place].kind != "bound":
                continue
            near = [
                p for p in range(max(0, place - 4), min(len(view.items), place + 5)) if view.items[p].kind == "figure"
            ]
            if near and all(p in known for p in near):
                return of_side("number form", place, old=old)
    return None


def silence_abbreviation(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """The short or the long form in brackets beside a name: *the Joint Commission (JC)*."""
    for view, _, places, old in both_sides(aligned, hunk):
        known = aligned.old_to_new if old else aligned.new_to_old
        for place in places:
            item = view.items[place]
            if item.kind != "name":
                continue
            for other in (place - 1, place + 1):
                if other not in known or view.items[other].key != item.key:
                    continue
                between = view.prose.between(view.items[min(place, other)], view.items[max(place, other)])
                if any(token.low == "(" for token in between):
                    return of_side("name", place, old=old)
    return None


_HAPPENING = frozenset(("occur", "happen", "arise", "take place", "break out", "ensue"))
_NOUN_CONNECTIVES = ("in the event of", "in case of", "in the case of")


def silence_happening(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*If a flood occurs* and *in the event of a flood*: a verb that only says that it happens."""
    for view, other, places, old in both_sides(aligned, hunk):
        for place in places:
            item = view.items[place]
            clause = view.structure.clause_at(place)
            if clause is None or item.kind != "word" or item.value not in _HAPPENING:
                continue
            partner = (aligned.old_to_new if old else aligned.new_to_old).get(clause.first)
            if partner is not None and other.items[partner].low in _NOUN_CONNECTIVES:
                return of_side("condition as a noun", place, old=old)
    return None
