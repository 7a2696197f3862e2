"""Find words of which some were altered.

Rare words of the passage vote for places; at the best places the words are aligned one by one. A place where a figure,
a name or a negation differs is never a hit, however alike the rest is.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from plantrack.anchoring.folding import fold
from plantrack.anchoring.likeness import similarity
from plantrack.anchoring.location import Alteration
from plantrack.anchoring.prepared import MARKS, PreparedText, word_key
from plantrack.anchoring.substance import changed_substance
from plantrack.model import Quote, Span
from plantrack.value import value

LEAST_SCORE = 0.6
"""Below this the words are not the same passage."""
_LEAST_WORDS = 2
"""A single word that agrees proves nothing."""
_ALIKE = 0.6
"""From here on two different words count for the letters they share."""
_VOTERS = 600
"""How many places of words are asked, the rarest words first."""
_LEAST_VOTERS = (2, 5)
"""But so many words are asked at first, and if that finds nothing, however many places they have."""
_FRONT = 32
"""At how many places the words around are counted."""
_PLACES = 4
"""At how many places, the best of those, the words are aligned."""
_WORTH_A_LOOK = 0.5
"""Places around which less than this part of the best one's letters agree are left out."""
_IN_PLACE = 0.25
"""What an altered word in the place of another adds, in letters: less than any word that agrees."""
_CONTEXT_WEIGHT = 0.1
"""How much equal surroundings add when places are ranked; likeness of the words decides first."""


@value
class Similar:
    """A place with similar words."""

    span: Span
    score: float
    """Letters in words that agree, over all letters of both."""
    rank: float
    """The score with the surroundings weighing in."""
    altered: tuple[Alteration, ...]
    changed: str | None
    """What of substance differs; None if the place is a hit."""


def find_similar(prepared: PreparedText, quote: Quote) -> list[Similar]:
    """Finds places where nearly the words of a quote stand, the best first, none of which overlaps a better one."""
    words = fold(quote.exact).strip().split(" ")
    keys = [word_key(word) for word in words]
    found: list[Similar] = []
    for voters in _LEAST_VOTERS:
        diagonals = _likely_diagonals(prepared, keys, voters)
        found = [similar for at in diagonals if (similar := _align(prepared, words, keys, at, quote))]
        if found:
            break
    found.sort(key=lambda similar: (-similar.rank, similar.span.start))
    kept: list[Similar] = []
    for similar in found:
        if all(similar.span.end <= other.span.start or other.span.end <= similar.span.start for other in kept):
            kept.append(similar)
    return kept


def _likely_diagonals(prepared: PreparedText, keys: Sequence[str], least_voters: int) -> list[int]:
    """Returns token numbers at which the quote may begin, those first around which most of its words stand."""
    index = prepared.index
    voters = sorted((len(index[key]), number) for number, key in enumerate(keys) if key in index and key)
    votes: Counter[int] = Counter()
    asked = 0
    for rank, (places, number) in enumerate(voters):
        asked += places
        if asked > _VOTERS and rank >= least_voters:
            break
        votes.update([place - number for place in index[keys[number]]])
    most = max(votes.values(), default=0)
    front = [diagonal for diagonal, vote in votes.items() if vote > most / 2]
    front = sorted(front, key=votes.__getitem__, reverse=True)[:_FRONT]
    reach = max(2, len(keys) // 3)
    words = dict.fromkeys(keys)
    around = {}
    for diagonal in front:
        window = set(prepared.keys[max(0, diagonal - reach) : diagonal + len(keys) + reach])
        around[diagonal] = sum(len(word) for word in words if word in window)
    best: list[int] = []
    for diagonal in sorted(front, key=lambda d: -around[d]):
        if len(best) == _PLACES or (best and around[diagonal] < around[best[0]] * _WORTH_A_LOOK):
            break
        if all(abs(diagonal - other) > reach for other in best):
            best.append(diagonal)
    return best


def _align(prepared: PreparedText, words: list[str], keys: list[str], diagonal: int, quote: Quote) -> Similar | None:
    """Aligns the quote with the tokens around a diagonal; None if they are not alike enough."""
    slack = max(3, len(keys) // 2)
    low = max(0, diagonal - slack)
    window = prepared.keys[low : diagonal + len(keys) + slack]
    pairs = _grown(_without_strays(_common_words(keys, window), window), keys, window)
    if not pairs:
        return None
    lead = _edge(keys[: pairs[0][0]][::-1], window[: pairs[0][1]][::-1])
    tail = _edge(keys[pairs[-1][0] + 1 :], window[pairs[-1][1] + 1 :])
    first, last = pairs[0][1] - lead, pairs[-1][1] + 1 + tail

    corners = [(-1, first - 1), *pairs, (len(keys), last)]
    gaps = [
        (range(i + 1, next_i), range(low + j + 1, low + next_j))
        for (i, j), (next_i, next_j) in pairwise(corners)
        if next_i > i + 1 or next_j > j + 1
    ]
    agreed = float(sum(2 * len(keys[i]) for i, _ in pairs))
    agreeing = len(pairs)
    for was, now in gaps:
        old, new = "".join([keys[n] for n in was]), "".join([prepared.keys[n] for n in now])
        alike = similarity(old, new)
        if alike >= _ALIKE:
            agreed += alike * (len(old) + len(new))
            agreeing += len(was)
    score = agreed / max(1, sum(map(len, keys)) + sum(map(len, window[first:last])))
    if score < LEAST_SCORE or agreeing < min(len(keys), max(_LEAST_WORDS, (len(keys) + 1) // 2)):
        return None
    start, end = _trimmed(prepared, words, low + first, low + last)
    return Similar(
        span=prepared.span(start, end),
        score=round(score, 4),
        rank=score + _CONTEXT_WEIGHT * _context_likeness(prepared, start, end, quote),
        altered=tuple(
            Alteration(was=" ".join(words[n] for n in was), now=" ".join(prepared.tokens[n] for n in now))
            for was, now in gaps
        ),
        changed=_first_change(prepared, words, gaps),
    )


def _first_change(prepared: PreparedText, words: Sequence[str], gaps: Sequence[tuple[range, range]]) -> str | None:
    for was, now in gaps:
        changed = changed_substance(prepared, [words[n] for n in was], now, opens=was.start == 0)
        if changed:
            return changed
    return None


def _common_words(keys: Sequence[str], window: Sequence[str]) -> list[tuple[int, int]]:
    """Returns the pairs of equal words that keep their order and weigh most, in letters.

    Where several choices weigh the same, words that were altered stand in each other's place instead of missing.
    """
    columns = len(window) + 1
    best = [[0.0] * columns for _ in range(len(keys) + 1)]
    for i in range(len(keys) - 1, -1, -1):
        key, row, below = keys[i], best[i], best[i + 1]
        value = 0.0
        for j in range(columns - 2, -1, -1):
            step = len(key) if key == window[j] else _IN_PLACE
            value = max(value, below[j], below[j + 1] + step)
            row[j] = value
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(keys) and j < len(window):
        here = best[i][j]
        is_equal = keys[i] == window[j]
        begins_later = not pairs and here == best[i][j + 1]
        if not begins_later and here == best[i + 1][j + 1] + (len(keys[i]) if is_equal else _IN_PLACE):
            if is_equal and keys[i]:
                pairs.append((i, j))
            i, j = i + 1, j + 1
        elif here == best[i][j + 1]:
            j += 1
        else:
            i += 1
    return pairs


def _without_strays(pairs: list[tuple[int, int]], window: Sequence[str]) -> list[tuple[int, int]]:
    """Leaves out words at either end that agree by chance, with more foreign letters between than they bring."""

    def is_stray(near: tuple[int, int], far: tuple[int, int]) -> bool:
        low, high = sorted((near[1], far[1]))
        missing = abs(near[0] - far[0]) - 1
        foreign = sorted(map(len, window[low + 1 : high]), reverse=True)[missing:]
        return sum(foreign) > len(window[far[1]]) * 2

    while len(pairs) > 1 and is_stray(pairs[1], pairs[0]):
        pairs = pairs[1:]
    while len(pairs) > 1 and is_stray(pairs[-2], pairs[-1]):
        pairs = pairs[:-1]
    return pairs


def _grown(pairs: list[tuple[int, int]], keys: Sequence[str], window: Sequence[str]) -> list[tuple[int, int]]:
    """Adds equal words next to either end."""
    while pairs and min(pairs[0]) > 0 and keys[pairs[0][0] - 1] == window[pairs[0][1] - 1]:
        pairs = [(pairs[0][0] - 1, pairs[0][1] - 1), *pairs]
    while pairs and pairs[-1][0] + 1 < len(keys) and keys[pairs[-1][0] + 1] == "".join(window[pairs[-1][1] + 1 :][:1]):
        pairs = [*pairs, (pairs[-1][0] + 1, pairs[-1][1] + 1)]
    return pairs


def _edge(missing: Sequence[str], near: Sequence[str]) -> int:
    """Returns how many tokens beyond the last agreeing word stand in the place of the missing ones."""
    if not missing:
        return 0
    wanted = "".join(missing)
    choices = range(max(0, len(missing) - 1), min(len(near), len(missing) + 1) + 1)
    likeness = {count: similarity(wanted, "".join(near[:count])) for count in choices}
    best = max(choices, key=lambda count: (likeness[count], -abs(count - len(missing))), default=0)
    return best if likeness.get(best, 0.0) >= _ALIKE else min(len(missing), len(near))


def _trimmed(prepared: PreparedText, words: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """Returns the span of the tokens in the folded text, without marks at its ends that the quote does not have."""
    head, foot = prepared.tokens[first], prepared.tokens[last - 1]
    start, end = prepared.starts[first], prepared.starts[last - 1] + len(foot)
    before = head[: len(head) - len(head.lstrip(MARKS))]
    after = foot[len(foot.rstrip(MARKS)) :]
    if before != head and not words[0].startswith(before):
        start += len(before)
    if after != foot and not words[-1].endswith(after):
        end -= len(after)
    return start, end


def _context_likeness(prepared: PreparedText, start: int, end: int, quote: Quote) -> float:
    """Says how alike the surroundings are, from 0 to 1; 0 where the quote keeps none."""
    text = prepared.folding.text
    prefix, suffix = fold(quote.prefix or ""), fold(quote.suffix or "")
    if not prefix and not suffix:
        return 0.0
    before, after = text[max(0, start - len(prefix)) : start], text[end : end + len(suffix)]
    alike = similarity(prefix, before) * len(prefix) + similarity(suffix, after) * len(suffix)
    return alike / (len(prefix) + len(suffix))
