"""One side of a comparison by likeness: its points as weighed bags."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from plantrack.matching.bags import Bag, Reader, added, damped
from plantrack.matching.likeness import Vector, vector
from plantrack.matching.rarity import Rarity
from plantrack.matching.sides import Side

_FROM_PARENT = 0.3
"""How much of its parent's words a sub-point takes over."""
_SAMPLE = 10
"""Settled points whose words are counted, so that rarity is that of the whole papers."""


class Paper:
    """The points of one side, as far as they have words and no partner yet.

    Args:
        side: All points of the side.
        settled: The places of those that have a partner.
    """

    def __init__(self, side: Side, settled: AbstractSet[int]) -> None:
        self.side = side
        self.settled = settled
        self.open = [place for place in range(len(side)) if side.words[place] and place not in settled]
        self.vectors: dict[int, Vector] = {}
        """The open points."""
        self.blocks: dict[int, Vector] = {}
        """Points with sub-points, with all that stands under them; also those without words of their own."""

    def sample(self) -> list[str]:
        """Texts of some settled points."""
        places = sorted(self.settled)
        return [self.side.texts[place] for place in places[:: len(places) // _SAMPLE + 1]]

    def read(self, reader: Reader) -> dict[int, Bag]:
        """The bags of all that the open points need: their own, those of their parents and of what is under them."""
        above = (self.side.parents[place] for place in self.open)
        wanted = dict.fromkeys([*self.open, *(place for place in above if place is not None)])
        for head in self._heads():
            wanted |= dict.fromkeys(self.side.block(head))
        return {place: reader.bag(self.side.texts[place]) for place in wanted}

    def weigh(self, bags: Mapping[int, Bag], rarity: Rarity) -> None:
        """Make the vectors."""
        for place in self.open:
            above = self.side.parents[place]
            bag = bags[place] if above is None else added([(bags[place], 1.0), (bags[above], _FROM_PARENT)])
            if bag:
                self.vectors[place] = vector(place, rarity.weigh(bag))
        for place in self._heads():
            bag = added((bags[each], 1.0) for each in self.side.block(place))
            if bag:
                self.blocks[place] = vector(place, rarity.weigh({key: damped(times) for key, times in bag.items()}))

    def _heads(self) -> list[int]:
        return [place for place in self.side.children if place not in self.settled]

    def own(self, place: int) -> Vector:
        """What a point says itself, or, where it has no words of its own, what stands under it."""
        return self.vectors.get(place) or self.blocks[place]

    def whole(self, place: int) -> Vector:
        """What a point says with all that stands under it."""
        return self.blocks.get(place) or self.vectors[place]
