"""How much each key counts: what is rare in both papers tells points apart."""

from collections import Counter
from collections.abc import Sequence
from math import log

from plantrack.language.wordlist import entry_of
from plantrack.matching.bags import Bag, kind
from plantrack.matching.senses import Links

_IMAGINED = 20
"""Points that rarity is counted among besides, so that three points do not make a common word rare."""
_KINDS = {
    "word": (1.0, 0.03), "name": (1.0, 0.02), "figure": (0.8, 0.05), "sign": (0.4, 0.1), "beside": (0.25, 0.01),
}  # fmt: skip
"""By kind of key: what it counts before rarity, and in what share of the imagined points it stands."""
_PER_USE, _USUAL = 0.001, 0.15
"""By how much a word is more common for each time that it was counted in English texts, and up to what share."""
_LEAST = 0.05
_ONE_SENSE = 0.55
"""From here on a word is as common as it and the other together."""


class Rarity:
    """How much each key of two papers counts."""

    def __init__(self, bags: Sequence[Bag], settled: Sequence[Bag], times: float, links: Links) -> None:
        """Count the keys.

        Args:
            bags: The points to be compared, of both papers.
            settled: Points that need no comparison, or a sample of them.
            times: How many points each settled one stands for.
            links: Words of one sense.
        """
        counts: Counter[str] = Counter()
        for bag in bags:
            counts.update(bag.keys())
        beside: Counter[str] = Counter()
        for bag in settled:
            beside.update(bag.keys() & counts.keys())
        total = len(bags) + times * len(settled) + _IMAGINED
        together = _together(bags, links)
        self._most = log(total / (2 + _IMAGINED * _KINDS["word"][1]))
        self._counts: dict[str, float] = {}
        for key, count in counts.items():
            near = together.get(key)
            found = count + times * beside[key]
            if near is not None:
                found = near[1] + times * sum(beside[other] for other in near[0])
            sort = kind(key)
            worth, share = _KINDS[sort]
            if sort == "word":
                share = min(_USUAL, share + _PER_USE * _uses(key))
            self._counts[key] = worth * max(_LEAST, log(total / (found + _IMAGINED * share)))

    def weigh(self, bag: Bag) -> Bag:
        """A bag with rarity applied."""
        counts = self._counts
        return {key: times * counts[key] for key, times in bag.items()}

    def strength(self, key: str) -> float:
        """How rare a key is: 1 for one that stands in no more than one point of each paper."""
        return min(1.0, self._counts[key] / self._most)


def _uses(word: str) -> int:
    """How often a word was counted in English texts: *person* says less than *hostage*."""
    entry = entry_of(word)
    return sum(entry.counts.values()) if entry is not None else 0


def _together(bags: Sequence[Bag], links: Links) -> dict[str, tuple[list[str], int]]:
    """For each word with others of one sense: all of them, and how many points have one of them."""
    groups = {
        word: [word, *(other for other, sense in others if sense >= _ONE_SENSE)] for word, others in links.same.items()
    }
    where: dict[str, list[int]] = {word: [] for group in groups.values() for word in group}
    for place, bag in enumerate(bags):
        for key in bag.keys() & where.keys():
            where[key].append(place)
    return {word: (group, len(set().union(*(where[each] for each in group)))) for word, group in groups.items()}
