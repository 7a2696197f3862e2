"""What words mean, as far as two translators would choose different ones for the same thing.

`concepts` turns words into the names of their meanings: a known act or thing under one name, whatever its synonym,
number or tense; an unknown word under its stem; articles and other words without matter of their own left out.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from plantrack.extraction import names, nouns, verbs
from plantrack.extraction.numbers import read_number
from plantrack.extraction.spelling import plain_spelling
from plantrack.extraction.words import Token, tokens_of

_LONGEST = 7
_VOWELS = "aeiou"
_DOUBLING = frozenset(
    "permit commit transfer refer defer patrol control cancel travel expel compel enrol fulfil admit submit allot "
    "transmit".split()
)
_SHORT = re.compile(r"[^aeiou]*[aeiou][bdgklmnprtv]")
"""One short vowel and one consonant: the consonant doubles before -ed and -ing."""


class Form(NamedTuple):
    """One form of a known verb."""

    base: str
    """The infinitive."""
    shape: str
    """base, third, past, participle or gerund."""


@cache
def irregular() -> dict[str, tuple[str, str]]:
    """Infinitives with their past tense and participle."""
    rows = (row.split() for row in verbs.IRREGULAR.replace("\n", " ").split(","))
    return {base: (past, participle) for base, past, participle in rows}


def inflected(base: str) -> list[tuple[str, str]]:
    """The forms of a verb with their shapes.

    >>> [form for form, shape in inflected("patrol")]
    ['patrol', 'patrols', 'patrolled', 'patrolling']
    """
    stem = base[:-1] if base.endswith("e") and not base.endswith("ee") else base
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    past = base + "d" if base.endswith("ee") else stem + "ed"
    if base.endswith("y") and base[-2] not in _VOWELS:
        third, past = base[:-1] + "ies", base[:-1] + "ied"
    if base in _DOUBLING or _SHORT.fullmatch(base):
        stem = base + base[-1]
        past = stem + "ed"
    forms = [(base, "base"), (third, "third")]
    if base in irregular():
        forms += [(irregular()[base][0], "past"), (irregular()[base][1], "participle")]
    else:
        forms.append((past, "participle"))
    gerund = base + "ing" if base.endswith(("ee", "be")) else stem + "ing"
    return [*forms, (gerund, "gerund")]


@cache
def verb_forms() -> dict[str, Form]:
    """Every form of every known verb of one word."""
    found: dict[str, Form] = {}
    bases = {member.split()[0] for _, members, _ in _verb_lines() for member in members}
    bases |= irregular().keys() | {word for word in verbs.LIGHT if "-" not in word}
    bases |= set("endeavour endeavor seek try strive attempt refrain abstain fail neglect omit propose suggest demand "
                 "insist want wish follow put make take refer transmit entrust assign allot owe".split())  # fmt: skip
    for base in sorted(bases):
        for form, shape in inflected(base):
            found.setdefault(form, Form(base, shape))
    for base in sorted(bases):
        found[base] = Form(base, "base")
    for form, meant in list(found.items()):
        found.setdefault(plain_spelling(form), meant)
    return found


def _verb_lines() -> list[tuple[str, list[str], list[str]]]:
    rows = []
    for line in verbs.MEANINGS.strip().splitlines():
        acts, _, things = line.partition("+")
        members = [member.strip() for member in acts.split(",")]
        rows.append((members[0], members, [thing.strip() for thing in things.split(",") if thing.strip()]))
    return rows


@cache
def _lookup() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Phrases of lemmas, longest first, under their first lemma, with the meaning each stands for."""
    table: dict[tuple[str, ...], str] = {}
    for meaning, members, things in _verb_lines():
        for member in [*members, *things]:
            table.setdefault(tuple(lemma(word) for word in member.split()), meaning)
    for line in nouns.MEANINGS.strip().splitlines():
        words = [member.strip() for member in line.split(",")]
        for word in words:
            table.setdefault(tuple(lemma(part) for part in word.split()), words[0])
            table.setdefault(tuple(word.split()), words[0])
    for line in names.NAMES.strip().splitlines():
        spelled, _, adjectives = line.partition("+")
        members = [member.strip() for member in spelled.split(",")]
        for member in [*members, *(adjective.strip() for adjective in adjectives.split(",") if adjective.strip())]:
            if member != "US":
                table[tuple(token.low for token in tokens_of(member))] = "@" + members[0]
        table[("US",)] = "@United States"
    for line in names.SPELLINGS.strip().splitlines():
        members = [member.strip() for member in line.split(",")]
        for member in members:
            table[tuple(token.low for token in tokens_of(member))] = "@" + members[0]
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for key, meaning in table.items():
        found.setdefault(key[0], []).append((key, meaning))
    for rows in found.values():
        rows.sort(key=lambda row: (-len(row[0]), row[0]))
    return found


@cache
def lemma(word: str) -> str:
    """A word in lower case without the endings of number and tense; unknown words lose common endings only."""
    form = verb_forms_or_none(word)
    if form is not None:
        return form.base
    return _stem(word)


def verb_forms_or_none(word: str) -> Form | None:
    """The verb that a word is a form of, if it is a known one."""
    forms = verb_forms()
    return forms.get(word) or forms.get(plain_spelling(word))


def _stem(word: str) -> str:
    if word in _ODD_PLURALS:
        return _ODD_PLURALS[word]
    word = plain_spelling(word)
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


_ODD_PLURALS = {
    "children": "child", "women": "woman", "men": "man", "people": "people", "servicemen": "serviceman", "militiamen":
    "militiaman", "lives": "life", "bodies": "body", "aircraft": "aircraft", "media": "media", "crises": "crisis",
    "premises": "premises", "persons": "person", "forces": "force", "news": "news", "sides": "side",
}  # fmt: skip


def root(word: str) -> str:
    """What is left of an unknown word without endings of derivation, so that *recover* meets *recovery*.

    Crude on purpose, and only for words that no table knows.
    """
    if len(word) > 6 and word.endswith("ian"):
        return word[:-1]
    for ending in ("isation", "ization", "ations", "ation", "ising", "izing", "ised", "ized", "ise", "ize", "ments",
                   "ment", "ness", "ing", "ed", "ly", "ity", "al", "e", "y", "ion"):  # fmt: skip
        if word.endswith(ending) and len(word) - len(ending) >= (4 if ending != "ion" else 5):
            return word[: -len(ending)]
    return word


def concepts(text: str) -> tuple[str, ...]:
    """The meanings of the words of a text, in order.

    >>> concepts("set free every captive") == concepts("release all prisoners")
    True
    """
    return _remembered(text) if len(text) < _SHORT_TEXT else concepts_of(tokens_of(text))


_SHORT_TEXT = 400


@lru_cache(maxsize=16384)
def _remembered(text: str) -> tuple[str, ...]:
    return concepts_of(tokens_of(text))


def concepts_of(tokens: list[Token]) -> tuple[str, ...]:
    """As `concepts`, for tokens."""
    lookup = _lookup()
    lemmas = [token.text if token.text == "US" else lemma(token.low) for token in tokens]
    found = []
    position, size = 0, len(tokens)
    while position < size:
        token = tokens[position]
        if token.kind == "p":
            if token.low in _MARKS:
                found.append(_MARKS[token.low])
            position += 1
            continue
        number = read_number(tokens, position)
        if number is not None and token.low not in ("one", "a", "half"):
            found.append("#" + format(number.value.normalize(), "f"))
            position = number.end
            continue
        step = _known(lookup, lemmas, tokens, position, found)
        if step:
            position += step
            continue
        if token.low not in nouns.STOP:
            found.append(root(lemmas[position]))
        position += 1
    return tuple(found)


_MARKS = {"$": "dollar", "€": "euro", "£": "pound", "%": "percent", "¥": "yen", "₴": "hryvnia", "₽": "rouble"}


def _known(
    lookup: dict[str, list[tuple[tuple[str, ...], str]]],
    lemmas: list[str],
    tokens: list[Token],
    position: int,
    found: list[str],
) -> int:
    for first in dict.fromkeys((tokens[position].low, lemmas[position])):
        for key, meaning in lookup.get(first, ()):
            length = len(key)
            if length == 1 and tokens[position].low in nouns.STOP:
                continue
            if all(
                position + step < len(tokens) and key[step] in (lemmas[position + step], tokens[position + step].low)
                for step in range(1, length)
            ):
                found.append(meaning)
                return length
    return 0


def meaning_of_verb(words: list[str]) -> tuple[str, int]:
    """The meaning of a verb given in the infinitive with what follows it, and how many of the words it takes.

    >>> meaning_of_verb(["pull", "back", "its", "guns"])
    ('withdraw', 2)
    """
    for key, meaning in _lookup().get(words[0], ()):
        if len(key) <= len(words) and tuple(words[: len(key)]) == key:
            return meaning, len(key)
    return words[0], 1


def is_act(meaning: str) -> bool:
    """Whether a meaning is that of a known verb."""
    return meaning in _acts()


@cache
def _acts() -> frozenset[str]:
    return frozenset(row[0] for row in _verb_lines())


def is_known(meaning: str) -> bool:
    """Whether a table knows the meaning, as against a mere stem."""
    return meaning in _known_meanings()


@cache
def _known_meanings() -> frozenset[str]:
    lines = nouns.MEANINGS.strip().splitlines()
    return _acts() | {line.split(",")[0].strip() for line in lines} | nouns.CONTRASTS
