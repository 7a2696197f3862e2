"""How alike points are by what they say."""

from collections.abc import Iterable, Sequence
from heapq import nlargest
from math import sqrt
from typing import NamedTuple

from plantrack.matching.bags import Bag
from plantrack.matching.senses import Links

Pair = tuple[int, int]
"""Places in the two papers."""
Postings = dict[str, list[tuple[int, float]]]
"""Where each key stands, and with what weight."""
ALL_PAIRS = 120_000
"""Up to so many pairs all are looked at; in larger papers those that share what is rare."""
_COMMON = 40
"""A key in more points than this finds no candidates in a large paper."""
_RAREST = 12
"""By how many of its rarest keys a point looks for candidates in a large paper."""
_BEST = 3
"""How many candidates each point keeps in a large paper."""
_SHORT = 16
"""Keys up to which words that are only near each other count in full; in long texts chance brings many together."""
_LONG = 50
"""Keys from which they are nothing that two points have in common."""


class Vector(NamedTuple):
    """The weighed bag of a point, or of a point with all that stands under it."""

    place: int
    bag: Bag
    square: float


class SharedKey(NamedTuple):
    """What two bags have in common."""

    one: str
    other: str
    sense: float
    """How surely they are about the same thing."""
    near: bool
    """Whether they say different things of one matter."""


def vector(place: int, bag: Bag) -> Vector:
    """A weighed bag with its square."""
    return Vector(place, bag, sum(weight * weight for weight in bag.values()))


def product(one: Bag, other: Bag, links: Links) -> float:
    """The product of two weighed bags: each key with itself, else with words that are about the same thing."""
    if len(one) > len(other):
        one, other = other, one
    ways = (links.same, 1.0), (links.near, _share_of_near(one, other))
    found = 0.0
    for key, weight in one.items():
        if key in other:
            found += weight * other[key]
            continue
        for others, counts in ways:
            for near, sense in others.get(key, ()):
                if near in other and near not in one:
                    found += counts * sense * weight * other[near]
    return found


def shared_keys(one: Bag, other: Bag, links: Links) -> list[SharedKey]:
    """What two bags have in common, but for what stands side by side."""
    found = []
    short = max(len(one), len(other)) <= _LONG
    for key in one:
        if "~" in key:
            continue
        if key in other:
            found.append(SharedKey(key, key, 1.0, near=False))
            continue
        for others, near in ((links.same, False), (links.near, True)):
            if short or not near:
                found += [
                    SharedKey(key, word, sense, near)
                    for word, sense in others.get(key, ())
                    if word in other and word not in one
                ]
    return found


def likely_pairs(old: Sequence[Vector], new: Sequence[Vector], links: Links) -> dict[Pair, float]:
    """Pairs of places that share something, with how alike they are; in large papers those that share what is rare."""
    postings: Postings = {}
    for index, each in enumerate(new):
        for key, weight in each.bag.items():
            postings.setdefault(key, []).append((index, weight))
    large = len(old) * len(new) > ALL_PAIRS
    found: dict[Pair, float] = {}
    for one in old:
        products = _products(one.bag, _rarest(one.bag, postings) if large else one.bag, new, postings, links)
        if large:
            best = nlargest(_BEST, products, key=lambda index: (products[index], -index))
            products = {index: product(one.bag, new[index].bag, links) for index in best}
        for index, shared in products.items():
            other = new[index]
            pair = one.place, other.place
            found[pair] = max(found.get(pair, 0.0), shared / sqrt(one.square * other.square))
    return found


def _rarest(bag: Bag, postings: Postings) -> list[str]:
    rare = sorted((len(postings[key]), key) for key in bag if key in postings and len(postings[key]) <= _COMMON)
    return [key for _, key in rare[:_RAREST]]


def _products(
    bag: Bag, keys: Iterable[str], others: Sequence[Vector], postings: Postings, links: Links
) -> dict[int, float]:
    """The products of some keys of a bag with all others."""
    found: dict[int, float] = {}
    for key in keys:
        weight = bag[key]
        for index, other in postings.get(key, ()):
            found[index] = found.get(index, 0.0) + weight * other
        for words, near in ((links.same, False), (links.near, True)):
            for word, sense in words.get(key, ()):
                if word not in bag:
                    for index, other in postings.get(word, ()):
                        if key not in others[index].bag:
                            share = _share_of_near(bag, others[index].bag) if near else 1.0
                            found[index] = found.get(index, 0.0) + share * sense * weight * other
    return found


def _share_of_near(one: Bag, other: Bag) -> float:
    return min(1.0, _SHORT / max(len(one), len(other), 1))
