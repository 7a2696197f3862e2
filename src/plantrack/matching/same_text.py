"""Points that say the same in the same words, and points without words of their own, by where they stand."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from collections.abc import Set as AbstractSet

from plantrack.matching.sides import NOWHERE, Side

Pair = tuple[int, int]
"""Places in the two papers."""
Matters = Mapping[int, Hashable]
"""What the points of one side that have a partner are about, by place."""
Key = Callable[[Side, int, Matters], Hashable | None]
"""What two points must have in common; None where a point has no such thing."""
_OWN_MATTER = 4
"""Words from which a sub-point says what it is about without its parent."""


def pairs_by_same_text(old: Side, new: Side, forbidden: AbstractSet[Pair]) -> dict[Pair, str]:
    """Places with what joined them: `same-text`, or `place` where there are no words. Each has one partner at most.

    First the same words under the same number and parent, parents before their sub-points; then the same words
    elsewhere. Of several that have all in common, the first belongs to the first.
    """
    found = _SameText(old, new, forbidden)
    found.join_by_level(_place)
    found.join_by_level(_parent_and_words)
    found.join(_own_words, range(len(old)), range(len(new)))
    found.join_by_level(_parent_and_words)
    return {(row, column): "same-text" if old.words[row] else "place" for row, column in found.pairs}


def pairs_by_place(
    old: Side, new: Side, matters_old: Matters, matters_new: Matters, forbidden: AbstractSet[Pair]
) -> list[Pair]:
    """Points without words: those whose sub-points are each other's, then those of one number and parent.

    Args:
        old: The points of one paper.
        new: Those of the other.
        matters_old: What its points that have a partner are about, by place: equal on both sides for partners.
        matters_new: The same of the other.
        forbidden: Places that must not be joined.
    """
    found = _SameText(old, new, forbidden)
    found.matters_old.update(matters_old)
    found.matters_new.update(matters_new)
    found.join_by_sub_points()
    found.join_by_level(_place_without_words)
    return found.pairs


class _SameText:
    def __init__(self, old: Side, new: Side, forbidden: AbstractSet[Pair]) -> None:
        self.old, self.new = old, new
        self.forbidden = forbidden
        self.pairs: list[Pair] = []
        self.matters_old: dict[int, Hashable] = {}
        self.matters_new: dict[int, Hashable] = {}

    def join_by_level(self, key: Key) -> None:
        """Join by a key, whole points first, so that parents are known when their sub-points are joined."""
        for olds, news in zip(self.old.levels, self.new.levels, strict=False):
            self.join(key, olds, news)

    def join(self, key: Key, olds: Iterable[int], news: Iterable[int]) -> None:
        """Join the first of each key with the first of the other side, the second with the second."""
        waiting = self._by_key(key, self.old, olds, self.matters_old)
        for found, columns in self._by_key(key, self.new, news, self.matters_new).items():
            for pair in zip(waiting.get(found, ()), columns, strict=False):
                if pair not in self.forbidden:
                    self._add(pair)

    def join_by_sub_points(self) -> None:
        """Join points without words to those under which most of their sub-points stand, the deepest first."""
        for olds, news in zip(reversed(self.old.levels), reversed(self.new.levels), strict=False):
            above = self._heads_by_matter(self.new, news, self.matters_new)
            votes = Counter(
                (row, column)
                for matter, row in self._heads_by_matter(self.old, olds, self.matters_old).items()
                if (column := above.get(matter)) is not None
            )
            for pair, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0])):
                if pair[0] not in self.matters_old and pair[1] not in self.matters_new and pair not in self.forbidden:
                    self._add(pair)

    def _heads_by_matter(self, side: Side, places: Iterable[int], matters: Matters) -> dict[Hashable, int]:
        """Points without words by what each of their sub-points is about."""
        heads = (place for place in places if not side.words[place] and place not in matters)
        return {matters[child]: head for head in heads for child in side.children.get(head, ()) if child in matters}

    def _add(self, pair: Pair) -> None:
        self.pairs.append(pair)
        self.matters_old[pair[0]] = self.matters_new[pair[1]] = pair

    def _by_key(self, key: Key, side: Side, places: Iterable[int], matters: Matters) -> dict[Hashable, list[int]]:
        found: dict[Hashable, list[int]] = {}
        for place in places:
            if place not in matters:
                value = key(side, place, matters)
                if value is not None:
                    found.setdefault(value, []).append(place)
        return found


def _place(side: Side, place: int, matters: Matters) -> Hashable | None:
    """Number, parent and words; of a point without words also those of all that stands under it."""
    above = side.matter_above(place, matters)
    words = side.words[place]
    if not words and place in side.children:
        words = "\n".join(side.words[each] for each in side.block(place))
    return None if above is NOWHERE else (above, side.numbers[place], words)


def _place_without_words(side: Side, place: int, matters: Matters) -> Hashable | None:
    above = side.matter_above(place, matters)
    return None if side.words[place] or above is NOWHERE else (above, side.numbers[place])


def _parent_and_words(side: Side, place: int, matters: Matters) -> Hashable | None:
    above = side.matter_above(place, matters)
    words = side.words[place]
    return (above, words) if words and above is not NOWHERE else None


def _own_words(side: Side, place: int, matters: Matters) -> Hashable | None:
    """The words, if they say what they are about: a few words under parents that differ are about other matters."""
    words = side.words[place]
    if not words or (side.matter_above(place, matters) is not None and words.count(" ") + 1 < _OWN_MATTER):
        return None
    return words
