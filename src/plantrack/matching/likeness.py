"""How alike two provisions are by their words.

Rarity weighs, and so does how much of the shorter one is in the other.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log
from statistics import median

from plantrack.matching.stems import stem
from plantrack.matching.wording import Bag, fields

_PRIOR = 20
"""Imagined provisions that rarity is counted among, so that three points do not make a common word rare."""
_PRIOR_SHARE = {"common": 0.25, "field": 0.06, "word": 0.01}
_CONTAINED = 0.35
"""Weight of containment beside the cosine."""
_START = 3
"""Letters of a word that every stem keeps."""
_REPEATED = 3
"""Provisions that share a set of words before it counts as a phrase."""
_ECHO = 0.25
"""By what power of its length each word of a phrase counts less."""
_MOST_ECHOES = 1000
"""Provisions beyond which repeated phrases are left to their frequency."""
_SHORT = 0.35
"""Share of the usual weight below which a provision is too short for containment to mean much."""


def rarities(bags: Sequence[Bag], others: Iterable[str] = (), *, total: int) -> dict[str, float]:
    """How rare each token of the bags is over both papers.

    Args:
        bags: The provisions to be compared.
        others: Texts that stand in both papers and need no comparison; their words are counted, not read closely.
        total: Provisions of both papers.
    """
    known = fields()
    counts = Counter(token for bag in bags for token in bag)
    words = Counter(word for text in others for word in set(text.lower().split()))
    wanted = {token.removeprefix("@")[:_START] for token in counts}
    wanted |= {entry[:_START] for entry, near in known.words.items() if any(each in counts for each in near)}
    for word, once in words.items():
        if word[:_START] not in wanted:  # stems keep the beginning of a word, so it cannot be one of the bags
            continue
        times = 2 * once
        token = stem(word.strip(".,;:!?()'\"“”’"))
        for each in (token, "@" + token, *known.words.get(token, ())):
            if each in counts:
                counts[each] += times
    size = total + _PRIOR

    def share(token: str) -> float:
        if token in known.common or token in known.common_fields:
            return _PRIOR_SHARE["common"]
        return _PRIOR_SHARE["field" if token[0] in "=~" else "word"]

    echoes = _echoes(bags) if len(bags) <= _MOST_ECHOES else {}
    return {
        token: max(0.05, log(size / (count + _PRIOR * share(token)))) * echoes.get(token, 1.0)
        for token, count in counts.items()
    }


def _echoes(bags: Sequence[Bag]) -> dict[str, float]:
    """How much each word of a phrase that several provisions repeat counts: the name of a law is one thing, not six."""
    places: dict[str, list[int]] = {}
    for place, bag in enumerate(bags):
        for token in bag:
            places.setdefault(token, []).append(place)
    together: dict[tuple[int, ...], list[str]] = {}
    for token, where in places.items():
        if len(where) >= _REPEATED:
            together.setdefault(tuple(where), []).append(token)
    return {token: len(tokens) ** -_ECHO for tokens in together.values() for token in tokens}


def weigh(bag: Bag, rarity: dict[str, float]) -> Bag:
    """A bag with rarity applied."""
    return {token: weight * rarity[token] for token, weight in bag.items()}


def square(bag: Bag) -> float:
    """The product of a weighed bag with itself."""
    return sum(weight * weight for weight in bag.values())


def dot(one: Bag, other: Bag) -> float:
    """The product of two weighed bags."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[token] for token, weight in one.items() if token in other)


def usual(squares: Sequence[float]) -> float:
    """The weight of a usual provision."""
    return median(squares) if squares else 1.0


def blend(product: float, square_one: float, square_other: float, usual_square: float) -> float:
    """Cosine and containment together, from 0 to 1."""
    if not product:
        return 0.0
    cosine = product / (square_one * square_other) ** 0.5
    contained = min(1.0, product / max(min(square_one, square_other), _SHORT * usual_square))
    return float((1 - _CONTAINED) * cosine + _CONTAINED * contained)
