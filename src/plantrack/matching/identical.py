"""Provisions that say the same in the same words."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from plantrack.matching.words import folded
from plantrack.model import Provision

Pair = tuple[int, int]


def identical_pairs(
    old: Sequence[Provision],
    new: Sequence[Provision],
    old_texts: list[str],
    new_texts: list[str],
    forbidden: AbstractSet[Pair],
) -> list[Pair]:
    """Positions whose texts are equal but for case, marks and spacing.

    Of texts that stand several times, those whose parents say the same are joined first, then in order.
    """
    pairs = [pair for pair in _printed_once(old_texts, new_texts) if pair not in forbidden]
    taken_old, taken_new = {row for row, _ in pairs}, {column for _, column in pairs}
    old_words, new_words = _folded(old_texts, taken_old), _folded(new_texts, taken_new)
    above = _above(old, old_words, old_texts), _above(new, new_words, new_texts)
    for parents in (above, None):
        by_words: dict[tuple[str, str], list[int]] = {}
        for column, words in new_words.items():
            if column not in taken_new:
                by_words.setdefault((parents[1].get(column, "") if parents else "", words), []).append(column)
        waiting: dict[tuple[str, str], list[int]] = {}
        for row, words in old_words.items():
            if row not in taken_old:
                waiting.setdefault((parents[0].get(row, "") if parents else "", words), []).append(row)
        for key, rows in waiting.items():
            for pair in zip(rows, by_words.get(key, ()), strict=False):
                if pair not in forbidden:
                    pairs.append(pair)
                    taken_old.add(pair[0])
                    taken_new.add(pair[1])
    return sorted(pairs)


def _printed_once(old_texts: list[str], new_texts: list[str]) -> list[Pair]:
    """Positions with the very same text, which stands nowhere else: most of two drafts of one paper."""
    places: dict[str, int] = {}
    for column, text in enumerate(new_texts):
        places[text] = -1 if text in places else column
    seen: dict[str, int] = {}
    for text in old_texts:
        seen[text] = seen.get(text, 0) + 1
    return [
        (row, places[text])
        for row, text in enumerate(old_texts)
        if text and seen[text] == 1 and places.get(text, -1) >= 0
    ]


def _folded(texts: list[str], taken: AbstractSet[int]) -> dict[int, str]:
    words = {position: folded(text) for position, text in enumerate(texts) if position not in taken and text}
    return {position: text for position, text in words.items() if text}


def _above(provisions: Sequence[Provision], words: Mapping[int, str], texts: list[str]) -> dict[int, str]:
    """For each position, the words of its parent."""
    if all(provisions[position].parent is None for position in words):
        return {}
    positions = {each.id: position for position, each in enumerate(provisions)}
    parents = {position: positions.get(provisions[position].parent or "") for position in words}
    return {position: folded(texts[parent]) for position, parent in parents.items() if parent is not None}
