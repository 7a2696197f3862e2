"""Make `kinds.tsv` of the lexicon from the files of WordNet 3.0, which are not kept here.

    apt-get install wordnet-base        # Debian
    python scripts/make_kinds.py /usr/share/wordnet

What comes out depends on the files alone. A line is a word with tabs between: the numbers of its most usual senses,
those of one part of speech with commas between, and the numbers of the senses above the first ones (*ship* under
*vessel*). The numbers mean nothing by themselves; one that only one word would have is left out.
"""

# ruff: noqa: INP001, T201 - a script, which says what it wrote

import sys
from collections import Counter
from pathlib import Path

from wordnet_files import FILES, WordNet, read_index

DATA = Path(__file__).parent.parent / "src" / "plantrack" / "language" / "data"
SENSES = 3
"""How many senses of a word and part of speech are kept; rarer ones join what has little to do with each other."""
WIDEST = 30
"""The most senses under a kind that says something: under *person* is everybody."""
SHORTEST = 3

Sense = tuple[str, str]


def main(folder: Path) -> None:
    """Write the table."""
    wordnet = WordNet(folder)
    under = Counter(above for sense in wordnet.synsets for above in above_of(wordnet, sense))
    senses: dict[str, list[list[Sense]]] = {}
    kinds: dict[str, list[Sense]] = {}
    for pos, name in FILES.items():
        for word, offsets in read_index(folder / f"index.{name}"):
            if len(word) >= SHORTEST and wordnet.counts.get(word) and wordnet.often(word):
                senses.setdefault(word, []).append([(pos, offset) for offset in offsets[:SENSES]])
                first = above_of(wordnet, (pos, offsets[0]))
                kinds.setdefault(word, []).extend(above for above in first if under[above] <= WIDEST)
    uses = Counter(
        sense for word in senses for sense in {*kinds[word], *(each for group in senses[word] for each in group)}
    )
    numbers = {sense: number for number, sense in enumerate(sorted(sense for sense in uses if uses[sense] > 1), 1)}
    lines = []
    for word in sorted(senses):
        groups = [joined(group, numbers) for group in senses[word]]
        listed = " ".join(filter(None, groups))
        above = ",".join(str(numbers[kind]) for kind in dict.fromkeys(kinds[word]) if kind in numbers)
        if listed or above:
            lines.append(f"{word}\t{listed}\t{above}\n")
    (DATA / "kinds.tsv").write_text("".join(lines), encoding="ascii")
    print(f"{len(lines)} words in kinds.tsv")


def joined(senses: list[Sense], numbers: dict[Sense, int]) -> str:
    """The numbers of senses with commas between, an empty place for one that has none; empty if none has."""
    found = [str(numbers.get(sense, "")) for sense in senses]
    return ",".join(found) if any(found) else ""


def above_of(wordnet: WordNet, sense: Sense) -> list[Sense]:
    """The senses above one: of what kind it is."""
    return [(pos, offset) for sign, offset, pos, *_ in wordnet.synsets[sense].links if sign == "@"]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
