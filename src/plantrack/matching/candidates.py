"""Which pairs are worth a closer look."""

from collections.abc import Mapping
from heapq import nlargest

from plantrack.matching.wording import Bag

ALL_PAIRS = 120_000
"""Up to so many pairs all are scored."""
_COMMON = 40
"""A token in more provisions than this finds no candidates in a large paper."""
_BEST = 3
"""How many candidates each provision keeps in a large paper."""


def likely_pairs(old: Mapping[int, Bag], new: Mapping[int, Bag]) -> dict[tuple[int, int], float]:
    """Pairs that share words, with the product of their weighed bags; in large papers the best by rare words only."""
    postings: dict[str, list[tuple[int, float]]] = {}
    for column, bag in new.items():
        for token, weight in bag.items():
            postings.setdefault(token, []).append((column, weight))
    large = len(old) * len(new) > ALL_PAIRS
    found: dict[tuple[int, int], float] = {}
    for row, bag in old.items():
        products: dict[int, float] = {}
        for token, weight in bag.items():
            listed = postings.get(token, ())
            if large and len(listed) > _COMMON:
                continue
            for column, other in listed:
                products[column] = products.get(column, 0.0) + weight * other
        if large:
            products = dict(nlargest(_BEST, products.items(), key=lambda item: (item[1], -item[0])))
        for column, product in products.items():
            found[row, column] = product
    return found
