"""The words of English with what WordNet says of them, cut to size: `data/words.tsv` and `data/field_words.tsv`.

The table is sorted and searched in place; a line is taken apart when its word is first asked for. It was made by
`scripts/make_lexicon.py`; `data/WORDNET-LICENSE.txt` is the notice of WordNet.
"""

from bisect import bisect_left
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).with_name("data")
NOTHING: frozenset[str] = frozenset()


class Entry(NamedTuple):
    """What is known of a word as it is spelled."""

    counts: dict[str, int]
    """Its parts of speech (n, v, a, r) as a dictionary form, with how often each was counted in texts."""
    spelling: str
    """The one spelling of the word, mostly its own."""
    forms: tuple[tuple[str, str], ...]
    """Part of speech and dictionary form of what it is an irregular form of."""
    synonyms: frozenset[str]
    acts: frozenset[str]
    """Nouns of the act that it says, or verbs of the act that it names."""
    kin: frozenset[str]
    """Adverb of an adjective, adjective of a noun, and the other way round."""
    similar: frozenset[str]
    contraries: frozenset[str]
    own_plural: bool
    """Whether it looks like a plural and has a meaning of its own: *forces*, *damages*."""


@lru_cache(maxsize=65_536)
def entry_of(word: str) -> Entry | None:
    """What the lists have under a word just as it is spelled.

    >>> entry_of("organisation").spelling, sorted(entry_of("withdraw").acts)
    ('organization', ['withdrawal'])
    """
    lines = _lines()
    start = word + "\t"
    place = bisect_left(lines, start)
    field = field_words().get(word)
    if place == len(lines) or not lines[place].startswith(start):
        if field is None:
            return None
        return Entry(dict.fromkeys(field[0], 0), word, (), *(NOTHING,) * 5, own_plural=field[1])
    _, poses, spelling, forms, *links = lines[place].split("\t") + [""] * 8
    counts = {each[0]: int(each[1:] or 0) for each in poses.split()}
    if field is not None:
        counts = dict.fromkeys(field[0], 0) | counts
    pairs = tuple((form[0], form[2:]) for form in forms.split())
    synonyms, acts, kin, similar, contraries = (frozenset(each.split(",")) if each else NOTHING for each in links[:5])
    own_plural = field is not None and field[1]
    return Entry(counts, spelling or word, pairs, synonyms, acts, kin, similar, contraries, own_plural)


def spelled(word: str) -> str:
    """The one spelling of a word in its dictionary form; inflected forms come back as they are."""
    entry = entry_of(word)
    return entry.spelling if entry else word


@cache
def unjoined() -> frozenset[str]:
    """Words that no sense joins to another: of closed classes, figures, units, the calendar."""
    return frozenset(word for line in read_lines("unjoined.txt") for word in line.split())


@cache
def field_words() -> dict[str, tuple[tuple[str, ...], bool]]:
    """Words of the field with their parts of speech, and whether they are plurals of their own."""
    found = {}
    for line in read_lines("field_words.tsv"):
        word, poses, why = line.split("\t")
        found[word] = (tuple(poses.split()), why == "plural of its own")
    return found


@cache
def uncounted() -> frozenset[str]:
    """Nouns that count no pieces: *aid*, *territory*, *equipment*."""
    rows = (line.split("\t") for line in read_lines("field_words.tsv"))
    return frozenset(word for word, _, why in rows if why == "counts no pieces")


def read_lines(name: str) -> list[str]:
    """The lines of a file of data without remarks."""
    text = (DATA / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def _lines() -> list[str]:
    return (DATA / "words.tsv").read_text(encoding="ascii").split("\n")[:-1]
