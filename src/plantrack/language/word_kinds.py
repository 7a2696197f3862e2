"""Which words are about one thing, by the kinds of things that WordNet knows: ship and vessel, army and troops.

That they say the same is not meant (*school* and *university* are of one kind); it serves to find what belongs
together. The table `data/kinds.tsv` was made by `scripts/make_kinds.py`;
`data/WORDNET-LICENSE.txt` is the notice of WordNet.
"""

from bisect import bisect_left
from functools import cache, lru_cache

from plantrack.language.wordlist import DATA, spelled

_LATER = 0.35
"""How much less each further sense of a word counts."""
_FEW = 2
_KIND = 0.72
"""What the kind of a word counts beside its sense."""


@lru_cache(maxsize=65_536)
def kinds_of(word: str) -> dict[int, float]:
    """What a word in its dictionary form is about, as numbers that words of one sense or kind share, and how likely.

    >>> kinds_of("ship").keys() & kinds_of("vessel").keys() != set()
    True
    >>> kinds_of("ship").keys() & kinds_of("school").keys()
    set()
    """
    senses, kinds = _row_of(word)
    found = {int(kind): _KIND for kind in kinds.split(",") if kind}
    for group in senses.split():
        for rank, sense in enumerate(group.split(",")):
            if sense:
                found[int(sense)] = max(found.get(int(sense), 0.0), 1 / (1 + _LATER * rank))
    return found


def has_few_senses(word: str) -> bool:
    """Whether a word in its dictionary form has no more than two senses in each part of speech.

    >>> has_few_senses("attorney"), has_few_senses("refer")
    (True, False)
    """
    return all(len(group.split(",")) <= _FEW for group in _row_of(word)[0].split())


def _row_of(word: str) -> tuple[str, str]:
    """What the table has of a word: its senses by part of speech, and its kinds."""
    lines = _lines()
    start = spelled(word) + "\t"
    place = bisect_left(lines, start)
    if place == len(lines) or not lines[place].startswith(start):
        return "", ""
    _, senses, kinds = lines[place].split("\t")
    return senses, kinds


@cache
def _lines() -> list[str]:
    return (DATA / "kinds.tsv").read_text(encoding="ascii").split("\n")[:-1]
