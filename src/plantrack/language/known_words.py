"""The lexicon as one object: which words are the same word, say the same, say the contrary, or are kept apart.

Grounds, first that fits: what the field keeps apart is never the same, whatever a dictionary says; nor are contraries;
nor words of closed classes, figures and units. Then spelling, inflection, words of one root (`derivation`), the senses
of the field (`domain`), WordNet's synonyms of few senses. A corpus adds its own (`corpus`, `alias`).
"""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from plantrack.language.inflection import (
    Reading,
    lemma,
    lemmas,
    readings,
)
from plantrack.language.word_kinds import has_few_senses
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
from plantrack.language.wordlist import entry_of, unjoined
from plantrack.model.lexicon import Lexicon

GROUNDS = ("alias", "corpus", "spelling", "inflection", "derivation", "domain", "synonym")
"""Why two words or phrases may count as the same."""
_REMEMBERED = 200_000
"""Answers kept before they are forgotten together."""
_NEVER_JOINED = frozenset("cover creation dress form lease mark pose press prove sent serve sign sort treat".split())
"""What stands after *re-* in words that are others without the hyphen: *re-sign*, *re-cover*."""

Places = dict[int, set[int]]
"""Groups of a list, each with the members that a word is a form of."""


class Known(NamedTuple):
    """All that the lists have about a word, or the key of a phrase."""

    readings: frozenset[Reading]
    lemmas: frozenset[str]
    roots: frozenset[str]
    """Other words of the same root."""
    synonyms: frozenset[str]
    contraries: frozenset[str]
    senses: frozenset[int]
    aliases: frozenset[int]
    corpus: frozenset[int]
    apart: Places
    against: Places
    joined: bool
    """Whether a sense may join it at all."""


class Parts(NamedTuple):
    """What a phrase is made of."""

    named: tuple[str, str] | None
    """Its key where the lexicon has it as a whole, and the ground on which it has that key; of a word, itself."""
    items: tuple[tuple[str, ...], ...]
    """Its words, those that make a phrase of the lexicon together, hyphens left out."""


class Words:
    """The lexicon, with what one corpus adds to it."""

    def __init__(self, extra: Lexicon | None = None) -> None:
        self._extra = extra or Lexicon()
        self._words: dict[str, Known] = {}
        self._answers: dict[tuple[str, str], str | None] = {}
        self._parts: dict[tuple[str, ...], Parts] = {}
        self._beginnings: dict[str, bool] = {}

    def same_sense(self, one: str, other: str) -> str | None:
        """The ground on which two words count as the same, if there is one; keys of phrases count as words.

        >>> same = Words().same_sense
        >>> same("organised", "organize"), same("halted", "cease"), same("withdraw", "withdrawal")
        ('inflection', 'domain', 'derivation')
        >>> same = Words().same_sense
        >>> same("armistice", "truce") is None
        True
        """
        if one == other:
            return "spelling"
        pair = (one, other) if one < other else (other, one)
        if pair not in self._answers:
            if len(self._answers) >= _REMEMBERED:
                self._answers.clear()
            self._answers[pair] = self._ground(*map(self._known, pair))
        return self._answers[pair]

    def same_phrase(self, one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
        """The ground on which two phrases, or a phrase and a word, count as the same.

        >>> same = Words().same_phrase
        >>> same(("null", "and", "void"), ("invalid",)), same(("sets", "free"), ("set", "free"))
        ('domain', 'inflection')
        """
        if one == other:
            return "spelling"
        mine, theirs = self.parts_of(one), self.parts_of(other)
        if mine.named is not None and theirs.named is not None:
            (first, by), (second, by_other) = mine.named, theirs.named
            return _stronger(self.same_sense(first, second), {by, by_other}, one, other)
        if len(mine.items) != len(theirs.items):
            return None
        grounds = []
        for item, twin in zip(mine.items, theirs.items, strict=True):
            if item != twin:
                ground = self.same_phrase(item, twin)
                if ground is None:
                    return None
                grounds.append(ground)
        if self.kept_apart(*(" ".join(_without_hyphens(words)) for words in (one, other))):
            return None
        return max(grounds, key=GROUNDS.index, default="spelling")

    def senses_joining(self, one: tuple[str, ...], other: tuple[str, ...]) -> list[tuple[Group, ...]]:
        """For every two parts of two phrases that only senses of the field join, those senses.

        >>> words = Words()
        >>> [group.name for (group,) in words.senses_joining(("carried", "out"), ("executes",))]
        ['implement']
        """
        mine, theirs = self.parts_of(one), self.parts_of(other)
        if mine.named is None or theirs.named is None:
            pairs = zip(mine.items, theirs.items, strict=False)
            return [group for pair in pairs if pair[0] != pair[1] for group in self.senses_joining(*pair)]
        if self.same_phrase(one, other) != "domain":
            return []
        shared = self._known(mine.named[0]).senses & self._known(theirs.named[0]).senses
        groups = [senses()[number] for number in sorted(shared)]
        for words, (key, by) in ((one, mine.named), (other, theirs.named)):
            if len(words) > 1 and by == "domain":  # a phrase has the sense of its own line alone, which bears its name
                groups = [group for group in groups if group.name == key]
        return [tuple(groups)] if shared else []

    def parts_of(self, words: tuple[str, ...]) -> Parts:
        """What a phrase is made of; two phrases may only be the same if their names, or each two of their items, are.

        >>> words = Words()
        >>> words.parts_of(("set", "free")).named, words.parts_of(("the", "cease", "-", "fire", "line")).items
        (('release', 'domain'), (('the',), ('cease', '-', 'fire'), ('line',)))
        """
        found = self._parts.get(words)
        if found is None:
            if len(self._parts) >= _REMEMBERED:
                self._parts.clear()
            plain = len(words) > 1 and HYPHEN not in words and not any(map(self._begins_phrase, words))
            found = Parts(None, tuple((word,) for word in words)) if plain else self._found_parts(words)
            self._parts[words] = found
        return found

    def _found_parts(self, words: tuple[str, ...]) -> Parts:
        return Parts(self._named(words), tuple(self._items(words)))

    def _begins_phrase(self, word: str) -> bool:
        """Whether a phrase of the lexicon may begin with a word, or stand for it."""
        known = self._beginnings.get(word)
        if known is None:
            known = self._beginnings[word] = self._phrases.may_begin(word) or bool(
                self._extra.aliases and self._aliases.of(forms_of(word))
            )
        return known

    def phrases_at(self, lows: Sequence[str], place: int) -> tuple[int, str] | None:
        """The longest phrase of the lexicon that begins at a place: number of tokens, and the key that it counts as.

        The key is the word or phrase that names the sense, so *set free* has the key of *release*. A compound with a
        hyphen counts as the word without it, if there is one. A name that the corpus gives another has that one's key.

        >>> words = Words()
        >>> words.phrases_at(["are", "set", "free", "at", "once"], 1), words.phrases_at(["a", "cease", "-", "fire"], 1)
        ((2, 'release'), (3, 'ceasefire'))
        """
        found = None
        if self._begins_phrase(lows[place]):
            found = self._phrases.at(lows, place)
            alias = self._aliases.of(forms_of(lows[place])) if found is None and self._extra.aliases else None
            found = (1, self._alias_groups[min(alias)].name) if alias else found
        return found or _compound(lows, place)

    def are_contrary(self, one: str, other: str) -> bool:
        """Whether two words say the contrary of each other.

        >>> contrary = Words().are_contrary
        >>> contrary("lifted", "imposes"), contrary("lawful", "unlawful"), contrary("lift", "end")
        (True, True, False)
        """
        return _contrary(self._known(one), self._known(other))

    def kept_apart(self, one: str, other: str) -> bool:
        """Whether the field keeps two words, or keys of phrases, apart, whatever a dictionary says.

        >>> words = Words()
        >>> words.kept_apart("acknowledgement", "recognised"), words.kept_apart("recognise", "recognition")
        (True, False)
        """
        return one != other and _kept_apart(self._known(one), self._known(other))

    def _ground(self, one: Known, other: Known) -> str | None:
        if _kept_apart(one, other) or _contrary(one, other):
            return None
        tests = (
            ("alias", lambda: one.aliases & other.aliases),
            ("corpus", lambda: one.corpus & other.corpus),
            ("", lambda: not (one.joined and other.joined)),
            ("spelling", lambda: one.readings & other.readings),
            ("inflection", lambda: one.lemmas & other.lemmas),
            ("derivation", lambda: one.roots & other.lemmas),
            ("domain", lambda: one.senses & other.senses),
            ("synonym", lambda: _are_synonyms(one, other)),
        )
        return next((ground for ground, holds in tests if holds()), None) or None

    def _known(self, word: str) -> Known:
        if word not in self._words:
            if len(self._words) >= _REMEMBERED:
                self._words.clear()
            self._words[word] = self._look_up(word)
        return self._words[word]

    def _look_up(self, word: str) -> Known:
        entries = [entry for entry in map(entry_of, lemmas(word)) if entry] if " " not in word else []
        forms = forms_of(word)
        tiers = (
            [{word}, forms[:2], {lemma(word)}, forms, family(word), wide_family(word)]
            if entries
            else [[form] for form in forms]
        )
        return Known(
            readings=frozenset(readings(word)),
            lemmas=frozenset(lemmas(word)),
            roots=frozenset().union(*(entry.acts | entry.kin for entry in entries)),
            synonyms=frozenset().union(*(entry.synonyms for entry in entries)),
            contraries=frozenset().union(*(entry.contraries for entry in entries)),
            senses=frozenset(self._senses.of(sense_keys(word))),
            aliases=frozenset(self._aliases.of(forms)),
            corpus=frozenset(self._corpus.of(forms)),
            apart=self._apart.of(*tiers),
            against=self._contraries.of(family(word), forms),
            joined=word not in unjoined(),
        )

    def _items(self, words: tuple[str, ...]) -> list[tuple[str, ...]]:
        """The words of a phrase, those that make a phrase of the lexicon together, hyphens left out."""
        found, place = [], 0
        while place < len(words):
            phrase = self.phrases_at(words, place)
            length = phrase[0] if phrase and phrase[0] < len(words) else 1
            if words[place] != HYPHEN:
                found.append(words[place : place + length])
            place += length
        return found

    def _named(self, words: tuple[str, ...]) -> tuple[str, str] | None:
        """The key of a phrase, or of a word alone, and the ground on which it has that key."""
        found = self.phrases_at(words, 0) if words else None
        if found is None or found[0] != len(words):
            return (words[0], "spelling") if len(words) == 1 else None
        key = found[1]
        if self._phrases.at(words, 0) == found or len(words) == 1:
            for ground, groups in (("alias", self._alias_groups), ("corpus", self._corpus_groups)):
                if any(group.name == key for group in groups):
                    return key, ground
            return key, "domain"
        return key, "spelling"

    # The lists, each read when it is first needed.

    @cached_property
    def _senses(self) -> Index:
        return index_of_senses()

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

    @cached_property
    def _corpus(self) -> Index:
        return Index(self._corpus_groups)

    @cached_property
    def _aliases(self) -> Index:
        return Index(self._alias_groups)

    @cached_property
    def _corpus_groups(self) -> list[Group]:
        return [_corpus_group(row) for row in self._extra.senses if row]

    @cached_property
    def _alias_groups(self) -> list[Group]:
        return [_corpus_group((name, *others)) for name, others in self._extra.aliases.items()]


def _corpus_group(words: Sequence[str]) -> Group:
    keys = [entry_key(each) for each in words]
    return Group(keys[0], tuple((key,) for key in keys), "corpus")


def _are_synonyms(one: Known, other: Known) -> bool:
    """Whether WordNet has two words for one thing, and neither has so many senses that another may be meant."""
    return any(
        has_few_senses(mine) and has_few_senses(theirs)
        for mine in one.lemmas & other.synonyms
        for theirs in other.lemmas & one.synonyms
    )


def _kept_apart(one: Known, other: Known) -> bool:
    return any(one.apart[group].isdisjoint(other.apart[group]) for group in one.apart.keys() & other.apart.keys())


def _contrary(one: Known, other: Known) -> bool:
    if not one.contraries.isdisjoint(other.lemmas) or not other.contraries.isdisjoint(one.lemmas):
        return True
    return any(
        len(one.against[group] | other.against[group]) == 2 and one.against[group].isdisjoint(other.against[group])
        for group in one.against.keys() & other.against.keys()
    )


def _stronger(ground: str | None, by: set[str], one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    """Why two phrases are the same whose keys are the same on one ground, and have their keys by others."""
    if ground is None:
        return None
    one, other = _without_hyphens(one), _without_hyphens(other)
    if len(one) == len(other) and all(set(forms_of(a)) & set(forms_of(b)) for a, b in zip(one, other, strict=True)):
        return "inflection" if ground and one != other else ground
    if ground in {"spelling", "inflection", "derivation"}:
        return next((each for each in GROUNDS if each in by - {"spelling"}), ground)
    return ground


def _without_hyphens(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word != HYPHEN)


def _compound(lows: Sequence[str], place: int) -> tuple[int, str] | None:
    """A word with a hyphen that is also written without: *co-operation*, *re-establish*, *cease-fire*."""
    if place + 2 >= len(lows) or lows[place + 1] != HYPHEN:
        return None
    first, second = lows[place], lows[place + 2]
    if first == "re" and lemma(second) in _NEVER_JOINED:
        return None
    joined = first + second
    return (3, lemma(joined)) if readings(joined) and first.isalpha() and second.isalpha() else None
