"""The files of WordNet 3.0: senses of words, how often each was counted, links between them, irregular forms."""

# ruff: noqa: INP001 - a part of a script

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
PLAIN = re.compile(r"[a-z]+")
COUNTRY = re.compile(r"(?:^|_)country$|^(?:island|state|nation|republic|capital)$")


class Synset(NamedTuple):
    """Words of one sense, with links to others."""

    file: int
    kind: str
    words: list[str]
    links: list[tuple[str, str, str, int, int]]
    """Sign, offset, part of speech, from which word, to which word; 0 for the whole synset."""
    keys: list[str]


class WordNet:
    """The senses of WordNet, with how much each counts for a word."""

    def __init__(self, folder: Path) -> None:
        counts = dict(line.split()[::2] for line in (folder / "cntlist.rev").open(encoding="utf-8"))
        self.synsets = {
            (pos, synset[0]): synset[1]
            for pos, name in FILES.items()
            for synset in read_synsets(folder / f"data.{name}")
        }
        self.counts: dict[str, dict[str, int]] = defaultdict(dict)
        self.shares: dict[str, dict[tuple[str, str], float]] = defaultdict(dict)
        countries = self._countries()
        raw: dict[str, dict[tuple[str, str], float]] = defaultdict(dict)
        for pos, name in FILES.items():
            for lemma, offsets in read_index(folder / f"index.{name}"):
                if not PLAIN.fullmatch(lemma) or lemma in countries:
                    continue
                for rank, offset in enumerate(offsets, 1):
                    synset = self.synsets[pos, offset]
                    if lemma not in synset.words:
                        continue
                    count = int(counts.get(self._key(pos, offset, synset.words.index(lemma)), 0))
                    self.counts[lemma][pos] = self.counts[lemma].get(pos, 0) + count
                    raw[lemma][pos, offset] = count + 1 / rank
        for lemma, weights in raw.items():
            total = sum(weights.values())
            self.shares[lemma] = {sense: weight / total for sense, weight in weights.items()}
        self.forms = read_exceptions(folder)

    def _countries(self) -> set[str]:
        """Lower-case words that are the name of a country, too: china, turkey, chad."""
        found = set()
        for (pos, _), synset in self.synsets.items():
            if pos == "n" and synset.file == 15:
                above = (self.synsets["n", link[1]].words for link in synset.links if link[0] == "@i")
                if any(COUNTRY.search(word) for words in above for word in words):
                    found.update(word.lower() for word in synset.words)
        return found

    def _key(self, pos: str, offset: str, place: int) -> str:
        synset = self.synsets[pos, offset]
        head = ":"
        if synset.kind == "s":
            above = next(link[1] for link in synset.links if link[0] == "&")
            head = self.synsets["a", above].keys[0]
        word, lex = synset.keys[place].split(":")
        number = "_nvars".index(synset.kind)
        return f"{word}%{number}:{synset.file:02d}:{lex}:{head}"

    def often(self, word: str) -> int:
        """How often a word was counted."""
        return sum(self.counts[word].values())


def read_synsets(path: Path) -> Iterator[tuple[str, Synset]]:
    """The synsets of a data file of WordNet with their offsets."""
    for line in path.open(encoding="utf-8"):
        if line.startswith(" "):
            continue
        parts = line.split(" | ")[0].split()
        number = int(parts[3], 16)
        words = [re.sub(r"\(.*\)", "", word) for word in parts[4 : 4 + 2 * number : 2]]
        lexes = [int(lex, 16) for lex in parts[5 : 5 + 2 * number : 2]]
        rest = parts[5 + 2 * number :]
        links = [
            (rest[i], rest[i + 1], rest[i + 2].replace("s", "a"), *places(rest[i + 3]))
            for i in range(0, 4 * int(parts[4 + 2 * number]), 4)
        ]
        keys = [f"{word.lower()}:{lex:02d}" for word, lex in zip(words, lexes, strict=True)]
        yield parts[0], Synset(int(parts[1]), parts[2], words, links, keys)


def places(digits: str) -> tuple[int, int]:
    """From which word to which a link goes; 0 for the whole synset."""
    return divmod(int(digits, 16), 256)


def read_index(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The words of an index file of WordNet with the offsets of their senses, the most usual first."""
    for line in path.open(encoding="utf-8"):
        if not line.startswith(" "):
            parts = line.split()
            yield parts[0], parts[4 + int(parts[3]) + 2 :]


def read_exceptions(folder: Path) -> dict[str, set[tuple[str, str]]]:
    """Irregular forms: part of speech and dictionary form of each."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for pos in "nv":
        for line in (folder / f"{FILES[pos]}.exc").open(encoding="utf-8"):
            form, *lemmas = line.split()
            found[form].update((pos, lemma) for lemma in lemmas)
    return found
