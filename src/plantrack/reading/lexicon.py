"""What a file of words must hold beyond the types of its fields."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from plantrack.errors import quoted
from plantrack.model.lexicon import Lexicon
from plantrack.reading.nodes import Listing, Node, Table
from plantrack.reading.notes import Reading

_GROUPS = {"senses": "a sense", "apart": "words kept apart"}


def check_lexicon(lexicon: Lexicon, reading: Reading, root: Table) -> None:
    """Note groups of one word, words that stand twice, and words that are joined and kept apart."""
    if "schema" not in root.entries:
        reading.wrong(root, "schema is missing", found="a lexicon without schema", expected="schema")
    if reading.unread:
        return
    for key, name in _GROUPS.items():
        for index, words in enumerate(getattr(lexicon, key)):
            _check_group(words, name, reading, root, (key, str(index)))
    _check_aliases(lexicon, reading, root)
    joined = [pair for words in _joined(lexicon) for pair in _pairs(words)]
    for index, words in enumerate(lexicon.apart):
        for pair in set(_pairs(words)).intersection(joined):
            _wrong(reading, root, ("apart", str(index)), "kept apart, and joined above", "; ".join(pair), "one of them")


def _check_group(words: Sequence[str], name: str, reading: Reading, root: Table, path: tuple[str, ...]) -> None:
    folded = [_folded(word) for word in words]
    if len(set(folded)) < 2:
        found = quoted(words[0]) if words else "an empty list"
        _wrong(reading, root, path, f"{name} with no second word", found, "two words or phrases that differ")
        return
    for index, word in enumerate(words):
        if folded[index] in folded[:index]:
            _wrong(reading, root, (*path, str(index)), "words that stand twice", quoted(word), "each once")


def _check_aliases(lexicon: Lexicon, reading: Reading, root: Table) -> None:
    things: dict[str, str] = {}
    for name, others in lexicon.aliases.items():
        if not others:
            _wrong(reading, root, ("aliases", name), "a name without aliases", "an empty list", "its other names")
        for index, each in enumerate((name, *others)):
            path = ("aliases", name) if not index else ("aliases", name, str(index - 1))
            known = things.setdefault(_folded(each), name)
            if known != name:
                _wrong(reading, root, path, "a name of two things", quoted(each), f"a name of {known} alone")
            elif index and _folded(each) in map(_folded, (name, *others[: index - 1])):
                _wrong(reading, root, path, "words that stand twice", quoted(each), "each once")


def _joined(lexicon: Lexicon) -> Iterator[Sequence[str]]:
    yield from lexicon.senses
    for name, others in lexicon.aliases.items():
        yield (name, *others)


def _pairs(words: Iterable[str]) -> Iterator[tuple[str, ...]]:
    return combinations(sorted({_folded(word) for word in words}), 2)


def _folded(words: str) -> str:
    return " ".join(words.replace("-", " ").casefold().split())


def _at(root: Node, path: Sequence[str]) -> Node:
    node = root
    for step in path:
        node = node.items[int(step)] if isinstance(node, Listing) else node.entries[step]  # type: ignore[union-attr]
    return node


def _wrong(reading: Reading, root: Table, path: tuple[str, ...], what: str, found: str, expected: str) -> None:
    reading.path = list(path)
    reading.wrong(_at(root, path), what, found=found, expected=expected)
    reading.path = []
