"""Which words of two papers are about one thing: they say the same, or different things of one matter."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from plantrack.language.word_kinds import kinds_of
from plantrack.language.wordgroups import Index, apart, contraries, family, senses, wide_family
from plantrack.language.wordlist import entry_of

Others = Mapping[str, Sequence[tuple[str, float]]]
"""Words with others, and how surely they are about one thing, from 0 to 1."""
_SYNONYM, _KIN, _SIMILAR = 0.9, 0.8, 0.6
_LISTED = 0.5
"""Words that the field keeps apart (*truce*, *armistice*) or sets against each other (*lift*, *impose*)."""
_KIND, _LEAST_KIND, _OF_KIN = 0.6, 0.5, 0.9
"""Words of one kind (*ship*, *vessel*): what they count, how usual the senses must be, what counts of a word's kin."""
_MOST = 40
"""Words of two papers about one topic, beyond which it is too wide to say anything."""


class Links(NamedTuple):
    """The words of two papers that are about one thing."""

    same: Others
    """Words of one sense or root."""
    near: Others
    """Words that say different things of one matter."""


def linked_words(words: Iterable[str]) -> Links:
    """The words among some dictionary forms that are about one thing; none is linked with itself."""
    ordered = sorted(words)
    same = _joined({word: topics_of(word) for word in ordered}, 0.0)
    kinds = _joined({word: _kinds(word) for word in ordered}, _LEAST_KIND)
    listed = _joined({word: dict.fromkeys(_lists(word), 1.0) for word in ordered}, 0.0)
    near: dict[str, dict[str, float]] = {}
    for links, share in ((kinds, _KIND), (listed, _LISTED)):
        for word, others in links.items():
            known = same.get(word, {})
            found = {other: share * sense for other, sense in others.items() if other not in known}
            near[word] = near.get(word, {}) | found
    return Links(_in_order(same), _in_order(near))


def _joined(topics: Mapping[str, Mapping[str, float]], least: float) -> dict[str, dict[str, float]]:
    """The words that share a topic."""
    by_topic: dict[str, list[tuple[str, float]]] = {}
    for word, found in topics.items():
        for topic, strength in found.items():
            by_topic.setdefault(topic, []).append((word, strength))
    links: dict[str, dict[str, float]] = {}
    for members in by_topic.values():
        if 1 < len(members) <= _MOST:
            for one, first in members:
                for other, second in members:
                    if one != other and first * second >= least:
                        known = links.setdefault(one, {})
                        known[other] = max(known.get(other, 0.0), first * second)
    return links


def _in_order(links: Mapping[str, Mapping[str, float]]) -> Others:
    return {word: tuple(sorted(others.items())) for word, others in links.items() if others}


def topics_of(word: str) -> dict[str, float]:
    """The root of a word, the pairs of words of one sense that it is in, and lines of the field's list of senses."""
    near = family(word)
    found = {one: 1.0 if one == word else _KIN for one in wide_family(word)}
    for one in near:
        entry = entry_of(one)
        if entry is not None:
            for others, strength in ((entry.similar, _SIMILAR), (entry.synonyms, _SYNONYM)):
                found |= {" ".join(sorted((one, other))): strength**0.5 for other in others}
    return found | {f"= {group}": _SYNONYM**0.5 for group in _groups("senses").of(near)}


def _lists(word: str) -> Iterator[str]:
    """The lines of the field's lists of words kept apart, and of contraries, that a word is in."""
    near = family(word)
    for name in ("apart", "contraries"):
        for group in _groups(name).of(near):
            yield f"{name} {group}"


def _kinds(word: str) -> dict[str, float]:
    """What kinds of things a word and its kin are."""
    found: dict[str, float] = {}
    for one in family(word):
        share = 1.0 if one == word else _OF_KIN
        for number, strength in kinds_of(one).items():
            found[str(number)] = max(found.get(str(number), 0.0), share * strength)
    return found


@cache
def _groups(name: str) -> Index:
    return Index({"senses": senses, "apart": apart, "contraries": contraries}[name]())
