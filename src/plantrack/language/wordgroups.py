"""The lists of the field, each a table that a curator reads and extends, in `data/`.

`domain.tsv` joins words and phrases of one sense, `contraries.tsv` sets words against each other, `apart.tsv` keeps
words apart that a dictionary takes for the same. Entries are dictionary forms in the one spelling, so that a list needs
no look-up to be read; inflections and kin are found when a word is asked for.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from plantrack.language.inflection import lemma, lemmas, readings
from plantrack.language.tokens import tokens_of
from plantrack.language.wordlist import entry_of, read_lines, spelled

HYPHEN = "-"


class Group(NamedTuple):
    """A line of a list."""

    name: str
    members: tuple[tuple[str, ...], ...]
    """Of each member, its forms (*recognize*, *recognition*); in a sense every word is a member of its own."""
    field: str
    pos: str = "nvar"
    """What the words of a sense are: n, v, a, r."""
    beside: frozenset[str] = frozenset()
    """Words of which one must stand near for the sense to hold, if there are any."""
    never: frozenset[str] = frozenset()
    """Words beside which it does not hold."""


def _members(words: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_forms(member)) for member in words.split("; "))


def _forms(member: str) -> Iterator[str]:
    for form in member.split("/"):
        if HYPHEN in form:
            yield form.replace(HYPHEN, "")
        yield form.replace(HYPHEN, " ")


@cache
def senses() -> tuple[Group, ...]:
    """Words and phrases of one sense; the first names it."""
    found = []
    for line in read_lines("domain.tsv"):
        field, pos, words, *context = line.split("\t")
        near = context[0].split("; ") if context else []
        beside = frozenset(word for word in near if word[0] != "!")
        never = frozenset(word[1:] for word in near if word[0] == "!")
        found.append(Group(words.split("; ")[0], _members(words), field, pos, beside, never))
    return tuple(found)


@cache
def apart() -> tuple[Group, ...]:
    """Words that the field keeps apart."""
    rows = (line.split("\t") for line in read_lines("apart.tsv"))
    return tuple(Group(name, _members(words), field) for name, words, field in rows)


@cache
def contraries() -> tuple[Group, ...]:
    """Words set against each other: two members, each with all its words."""
    rows = (line.split("\t") for line in read_lines("contraries.tsv"))
    return tuple(
        Group(left, tuple(tuple(side.split("; ")) for side in (left, right)), field) for left, right, field in rows
    )


def apart_pairs() -> list[tuple[str, str]]:
    """Every two words or phrases that the field keeps apart, by the dictionary form that names each; for tests.

    >>> ("ceasefire", "truce") in apart_pairs() or ("truce", "ceasefire") in apart_pairs()
    True
    """
    return sorted(
        {
            (" ".join(one[0]), " ".join(other[0])) if one[0] < other[0] else (" ".join(other[0]), " ".join(one[0]))
            for group in apart()
            for one in _member_words(group)
            for other in _member_words(group)
            if one != other
        }
    )


def _member_words(group: Group) -> list[tuple[tuple[str, ...], ...]]:
    return [tuple(tuple(form.split()) for form in member) for member in group.members]


def entry_key(words: str) -> str:
    """A word or phrase as people write it, as an entry: folded, in dictionary forms, hyphens apart.

    >>> entry_key("Safeguards"), entry_key("Monitoring Missions"), entry_key("no-fly zones")
    ('safeguards', 'monitoring mission', 'no fly zone')
    """
    lows = [token.low for token in tokens_of(words) if token.low != HYPHEN]
    return spelled(lows[0]) if len(lows) == 1 else " ".join(map(lemma, lows))


class Index:
    """Which members of which groups a word or phrase belongs to."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._places: dict[str, dict[int, set[int]]] = {}
        for number, group in enumerate(groups):
            for member, forms in enumerate(group.members):
                for form in forms:
                    self._places.setdefault(form, {}).setdefault(number, set()).add(member)

    def of(self, *tiers: Collection[str]) -> dict[int, set[int]]:
        """Groups, each with the members that any of these words is a form of.

        A later tier is asked only for groups that no earlier one found.
        """
        found: dict[int, set[int]] = {}
        for words in tiers:
            more: dict[int, set[int]] = {}
            for word in words:
                for group, members in self._places.get(word, {}).items():
                    if group not in found:
                        more.setdefault(group, set()).update(members)
            found |= more
        return found


@cache
def index_of_senses() -> Index:
    """The senses by word and part of speech, as `sense_keys` asks for them."""
    marked = (
        group._replace(members=tuple(tuple(_marked(forms, group.pos)) for forms in group.members)) for group in senses()
    )
    return Index(marked)


def _marked(forms: Iterable[str], pos: str) -> Iterator[str]:
    for form in forms:
        if " " in form:
            yield form
        else:
            yield from (f"{form}/{each}" for each in (*pos, "?"))


def sense_keys(word: str) -> set[str]:
    """A word in each of its readings, and the verbs whose act it names; the key of a phrase as it is."""
    if " " in word:
        return {word}
    found = {f"{each.lemma}/{each.pos}" for each in readings(word)} or {f"{word}/?"}
    for each in readings(word):
        entry = entry_of(each.lemma) if each.pos == "n" else None
        found |= {f"{act}/v" for act in entry.acts} if entry else set()
    return found


class Phrases:
    """Phrases of several words by their first, to be found in a text."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for group in groups:
            for member in group.members:
                for form in member:
                    if " " in form:
                        words = tuple(form.split())
                        self._by_first.setdefault(words[0], []).append((words, group.name))

    def may_begin(self, word: str) -> bool:
        """Whether a phrase begins with a word, or with what it is a form of."""
        return any(first in self._by_first for first in forms_of(word))

    def at(self, lows: Sequence[str], place: int) -> tuple[int, str] | None:
        """The longest phrase that begins at a place: number of tokens, and the name of its sense."""
        best: tuple[int, str] | None = None
        for first in forms_of(lows[place]):
            for words, name in self._by_first.get(first, ()):
                length = _length(words, lows, place)
                if length and (best is None or length > best[0]):
                    best = length, name
        return best


def _length(words: tuple[str, ...], lows: Sequence[str], place: int) -> int:
    """How many tokens from a place on make the phrase, hyphens between its words counted; 0 if they do not."""
    here = place
    for number, word in enumerate(words):
        if number and here < len(lows) and lows[here] == HYPHEN:
            here += 1
        if here == len(lows) or (lows[here] != word and word not in forms_of(lows[here])):
            return 0
        here += 1
    return here - place


@lru_cache(maxsize=65_536)
def forms_of(word: str) -> tuple[str, ...]:
    """A word as it stands, in its one spelling, and its dictionary forms; the key of a phrase in several readings."""
    if len(word.split()) < 2:
        return (*dict.fromkeys((word, spelled(word), *lemmas(word))),)
    *rest, last = word.split()
    return (*dict.fromkeys((word, " ".join((*rest, lemma(last))), " ".join(map(lemma, (*rest, last))))),)


def family(word: str) -> frozenset[str]:
    """The dictionary forms of a word with the nouns of the act, or the verbs of the noun."""
    found = {*lemmas(word)}
    for each in lemmas(word):
        entry = entry_of(each)
        if entry:
            found |= entry.acts
    return frozenset(found)


def wide_family(word: str) -> frozenset[str]:
    """The family of a word with adverbs, adjectives and nouns of the same root."""
    found = {*family(word)}
    for each in family(word):
        entry = entry_of(each)
        if entry:
            found |= entry.kin
    return frozenset(found)
