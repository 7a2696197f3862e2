"""Which pairs are worth a closer look."""

from collections.abc import Iterable, Mapping
from heapq import nlargest

from plantrack.matching.likeness import dot
from plantrack.matching.wording import Bag

ALL_PAIRS = 120_000
"""Up to so many pairs all are scored."""
_COMMON = 40
"""A word, or two in a row, in more provisions than this finds no candidates in a large paper."""
_RAREST = 12
"""How many of its rarest words a provision looks for candidates by in a large paper."""
_BEST = 3
"""How many candidates each provision keeps in a large paper."""

Postings = dict[str, list[tuple[int, float]]]


def likely_pairs(old: Mapping[int, Bag], new: Mapping[int, Bag]) -> dict[tuple[int, int], float]:
    """Pairs that share words, with the product of their weighed bags; in large papers the best by rare words only."""
    postings: Postings = {}
    for column, bag in new.items():
        for token, weight in bag.items():
            postings.setdefault(token, []).append((column, weight))
    large = len(old) * len(new) > ALL_PAIRS
    found: dict[tuple[int, int], float] = {}
    for row, bag in old.items():
        if large:
            for column in _best_by_rare_words(bag, postings):
                found[row, column] = dot(bag, new[column])
        else:
            for column, product in _products(bag, bag, postings).items():
                found[row, column] = product
    return found


def _products(bag: Bag, tokens: Iterable[str], postings: Postings) -> dict[int, float]:
    products: dict[int, float] = {}
    for token in tokens:
        weight = bag[token]
        for column, other in postings.get(token, ()):
            products[column] = products.get(column, 0.0) + weight * other
    return products


def _best_by_rare_words(bag: Bag, postings: Postings) -> list[int]:
    rare = sorted(
        (len(postings[token]), token) for token in bag if token in postings and len(postings[token]) <= _COMMON
    )
    products = _products(bag, [token for _, token in rare[:_RAREST]], postings)
    return nlargest(_BEST, products, key=lambda column: (products[column], -column))
