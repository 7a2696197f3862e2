"""Which words are the same word, say the same, say the contrary, or are kept apart. No model; the same answer always.

Grounds, first that fits: what the field keeps apart is never the same, whatever a dictionary says; nor are contraries;
nor words of closed classes, figures and units. Then spelling, inflection, words of one root (`derivation`), the senses
of the field (`domain`), WordNet's synonyms, similar adjectives. A corpus adds its own (`corpus`, `alias`).
"""

from collections.abc import Sequence
from functools import cache, cached_property

from plantrack.language.inflection import (
    is_finite_present,
    is_gerund,
    is_past_participle,
    lemma,
    lemmas,
    pos_of,
    readings,
)
from plantrack.language.wordgroups import (
    HYPHEN,
    Group,
    Index,
    Phrases,
    apart,
    contraries,
    entry_key,
    family,
    forms_of,
    index_of_senses,
    sense_keys,
    senses,
    wide_family,
)
from plantrack.language.wordlist import entry_of, spelled, unjoined
from plantrack.model.lexicon import Lexicon

GROUNDS = ("alias", "corpus", "spelling", "inflection", "derivation", "domain", "synonym", "similar")
"""Why two words or phrases may count as the same."""
_REMEMBERED = 200_000
"""Answers kept before they are forgotten together."""
_NEVER_JOINED = frozenset("cover creation dress form lease mark pose press prove sent serve sign sort treat".split())
"""What stands after *re-* in words that are others without the hyphen: *re-sign*, *re-cover*."""


class Words:
    """The lexicon, with what one corpus adds to it."""

    def __init__(self, extra: Lexicon | None = None) -> None:
        self._extra = extra or Lexicon()
        self._answers: dict[tuple[str, str], str | None] = {}

    # What was read from the lists, when it is first needed.

    @cached_property
    def _senses(self) -> Index:
        return index_of_senses()

    @cached_property
    def _corpus(self) -> Index:
        return Index(self._corpus_groups)

    @cached_property
    def _aliases(self) -> Index:
        return Index(self._alias_groups)

    @cached_property
    def _corpus_groups(self) -> list[Group]:
        rows = [[entry_key(words) for words in row] for row in self._extra.senses]
        return [Group(row[0], tuple((words,) for words in row), "corpus") for row in rows if row]

    @cached_property
    def _alias_groups(self) -> list[Group]:
        rows = [[entry_key(words) for words in (name, *others)] for name, others in self._extra.aliases.items()]
        return [Group(row[0], tuple((words,) for words in row), "corpus") for row in rows]

    @cached_property
    def _apart(self) -> Index:
        rows = [tuple((entry_key(words),) for words in row) for row in self._extra.apart]
        return Index([*apart(), *(Group("corpus", row, "corpus") for row in rows)])

    @cached_property
    def _contraries(self) -> Index:
        return Index(contraries())

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases([*self._alias_groups, *self._corpus_groups, *senses()])

    # What is asked.

    def same_sense(self, one: str, other: str) -> str | None:
        """The ground on which two words count as the same, if there is one; keys of phrases count as words.

        >>> Words().same_sense("organised", "organize"), Words().same_sense("halted", "cease")
        ('inflection', 'domain')
        >>> Words().same_sense("armistice", "truce") is None
        True
        """
        if one == other:
            return "spelling"
        pair = (one, other) if one < other else (other, one)
        if pair not in self._answers:
            if len(self._answers) >= _REMEMBERED:
                self._answers.clear()
            self._answers[pair] = self._same_sense(*pair)
        return self._answers[pair]

    def _same_sense(self, one: str, other: str) -> str | None:
        if self.kept_apart(one, other) or self.are_contrary(one, other):
            return None
        for ground, index in (("alias", self._aliases), ("corpus", self._corpus)):
            if _meet(index.of(forms_of(one)), index.of(forms_of(other))):
                return ground
        if not unjoined().isdisjoint({one, other}):
            return None
        own = _inflected(one, other)
        if own:
            return own
        if _one_root(one, other):
            return "derivation"
        if _meet(self._senses.of(sense_keys(one)), self._senses.of(sense_keys(other))):
            return "domain"
        return _linked(one, other)

    def same_phrase(self, one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
        """The ground on which two phrases, or a phrase and a word, count as the same.

        >>> Words().same_phrase(("null", "and", "void"), ("invalid",))
        'domain'
        """
        one, other = _without_hyphens(one), _without_hyphens(other)
        if one == other:
            return "spelling"
        names = [self._name_of(words) for words in (one, other)]
        if None not in names:
            return self.same_sense(names[0] or "", names[1] or "") if names[0] != names[1] else self._why(one, other)
        if self.kept_apart(" ".join(one), " ".join(other)) or len(one) != len(other):
            return None
        grounds = {self.same_sense(a, b) for a, b in zip(one, other, strict=True) if a != b}
        return "inflection" if grounds <= {"spelling", "inflection"} else None

    def phrases_at(self, lows: Sequence[str], place: int) -> tuple[int, str] | None:
        """The longest phrase of the lexicon that begins at a place: number of tokens, and the key that it counts as.

        The key is the word or phrase that names the sense, so *set free* has the key of *release*. A compound with a
        hyphen counts as the word without it, if there is one. A name that the corpus gives another has that one's key.

        >>> phrases_at(["are", "set", "free", "at", "once"], 1), phrases_at(["a", "cease", "-", "fire"], 1)
        ((2, 'release'), (3, 'ceasefire'))
        """
        found = self._phrases.at(lows, place)
        if found is None:
            alias = self._aliases.of(forms_of(lows[place])) if self._extra.aliases else {}
            found = (1, self._alias_groups[min(alias)].name) if alias else None
        return found or _compound(lows, place)

    def are_contrary(self, one: str, other: str) -> bool:
        """Whether two words say the contrary of each other.

        >>> are_contrary("lifted", "imposes"), are_contrary("lawful", "unlawful"), are_contrary("lift", "end")
        (True, True, False)
        """
        for word, against in ((one, other), (other, one)):
            for each in lemmas(word):
                entry = entry_of(each)
                if entry and not entry.contraries.isdisjoint(lemmas(against)):
                    return True
        ones, others = (self._contraries.of(family(word), forms_of(word)) for word in (one, other))
        return any(
            len(ones[group] | others[group]) == 2 and ones[group].isdisjoint(others[group])
            for group in ones.keys() & others.keys()
        )

    def kept_apart(self, one: str, other: str) -> bool:
        """Whether the field keeps two words, or keys of phrases, apart, whatever a dictionary says.

        >>> kept_apart("acknowledgement", "recognised"), kept_apart("recognise", "recognition")
        (True, False)
        """
        if one == other:
            return False
        ones, others = self._places_apart(one), self._places_apart(other)
        return any(ones[group].isdisjoint(others[group]) for group in ones.keys() & others.keys())

    def _places_apart(self, word: str) -> dict[int, set[int]]:
        """Where a word stands in the groups kept apart: itself, else its dictionary form, else its kin."""
        if " " in word:
            return self._apart.of({entry_key(word)})
        return self._apart.of({spelled(word)}, {lemma(word)}, lemmas(word), family(word), wide_family(word))

    def _name_of(self, words: tuple[str, ...]) -> str | None:
        """The key of a phrase, or of a word alone."""
        found = self.phrases_at(words, 0) if words else None
        if found and found[0] == len(words):
            return found[1]
        return words[0] if len(words) == 1 else None

    def _why(self, one: tuple[str, ...], other: tuple[str, ...]) -> str:
        """Why two phrases of one key are the same."""
        if len(one) == len(other) and all(
            not set(forms_of(a)).isdisjoint(forms_of(b)) for a, b in zip(one, other, strict=True)
        ):
            return "inflection"
        key = self._name_of(one)
        for ground, groups in (("alias", self._alias_groups), ("corpus", self._corpus_groups)):
            if any(group.name == key for group in groups):
                return ground
        return "domain"


def _meet(ones: dict[int, set[int]], others: dict[int, set[int]]) -> bool:
    return not ones.keys().isdisjoint(others)


def _without_hyphens(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word != HYPHEN)


def _inflected(one: str, other: str) -> str | None:
    """Whether two words are one in another spelling, or in another form."""
    ones, others = set(readings(one)), set(readings(other))
    if ones & others:
        return "spelling"
    return "inflection" if {each.lemma for each in ones} & {each.lemma for each in others} else None


def _one_root(one: str, other: str) -> bool:
    """Whether one word is the noun of the other's act, or its adverb, adjective, or noun."""
    theirs = {*lemmas(other)}
    return any(entry.acts & theirs or entry.kin & theirs for entry in map(entry_of, lemmas(one)) if entry)


def _linked(one: str, other: str) -> str | None:
    """The link that WordNet has between two words."""
    theirs = {*lemmas(other)}
    entries = [entry for entry in map(entry_of, lemmas(one)) if entry]
    if any(entry.synonyms & theirs for entry in entries):
        return "synonym"
    return "similar" if any(entry.similar & theirs for entry in entries) else None


def _compound(lows: Sequence[str], place: int) -> tuple[int, str] | None:
    """A word with a hyphen that is also written without: *co-operation*, *re-establish*, *cease-fire*."""
    if place + 2 >= len(lows) or lows[place + 1] != HYPHEN:
        return None
    first, second = lows[place], lows[place + 2]
    if first == "re" and lemma(second) in _NEVER_JOINED:
        return None
    joined = first + second
    return (3, lemma(joined)) if readings(joined) and first.isalpha() and second.isalpha() else None


@cache
def _usual() -> Words:
    return Words()


def same_sense(one: str, other: str) -> str | None:
    """As `Words.same_sense`, without a corpus."""
    return _usual().same_sense(one, other)


def same_phrase(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    """As `Words.same_phrase`, without a corpus."""
    return _usual().same_phrase(one, other)


def phrases_at(lows: Sequence[str], place: int) -> tuple[int, str] | None:
    """As `Words.phrases_at`, without a corpus."""
    return _usual().phrases_at(lows, place)


def are_contrary(one: str, other: str) -> bool:
    """As `Words.are_contrary`."""
    return _usual().are_contrary(one, other)


def kept_apart(one: str, other: str) -> bool:
    """As `Words.kept_apart`, without a corpus."""
    return _usual().kept_apart(one, other)


__all__ = [
    "GROUNDS",
    "Words",
    "are_contrary",
    "is_finite_present",
    "is_gerund",
    "is_past_participle",
    "kept_apart",
    "lemma",
    "lemmas",
    "phrases_at",
    "pos_of",
    "same_phrase",
    "same_sense",
]
