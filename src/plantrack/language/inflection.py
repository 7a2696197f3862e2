"""Inflected words and their dictionary forms: irregular ones from WordNet, regular ones checked against its words.

Degrees of adjectives are words of their own: *larger* is not *large*, for it says something else.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from plantrack.language.wordlist import Entry, entry_of

_BE = {
    "am": "present", "are": "present", "is": "third", "was": "past", "were": "past", "been": "participle",
    "being": "gerund",
}  # fmt: skip
_PAST_ONLY = frozenset(
    """
    arose ate awoke bade became began bit blew bore broke chose came did drank drew drove fell flew forbade forbad
    foresaw forewent forgave forgot forsook froze gave grew hid knew lay mistook outgrew overcame overran oversaw
    overthrew overtook partook ran rang redrew rewrote rode rose sang sank saw shook shrank slew smote spoke
    sprang stole strode strove swam swore threw tore took trod undertook underwent undid was went were withdrew
    woke wore wove wrote
    """.split()
)
"""Past forms of verbs that have another participle."""
_UNCHANGED = frozenset(
    """
    become beset bet burst cast come cost cut forecast hit hurt let offset overcome overrun put quit read rerun
    reset rid run set shed shut split spread thrust undercut upset
    """.split()
)
"""Dictionary forms that are participles as well."""
_DOUBLES = re.compile(r"^[^aeiou]*[aeiou][^aeiouwxy]$")
"""Verbs of one short syllable, which double their last letter before -ed and -ing."""
_BASE_WEIGHT = 4
"""How much more a word counts as its own dictionary form than as a form of another, unless it is `_OFTEN_A_FORM`."""
_OFTEN_A_FORM = frozenset({("a", "d"), ("n", "s")})
"""Adjectives in -d and nouns in -s, which are more often forms of a verb or plurals."""
_NO_REGULAR_PAST = frozenset({"flee", "foresee", "oversee", "see"})
"""Verbs whose past is irregular and whose dictionary form with -d would be another word: *seed*."""


class Reading(NamedTuple):
    """One way to read a word."""

    lemma: str
    """Its dictionary form, in the one spelling."""
    pos: str
    """n, v, a or r."""
    form: str
    """base, plural, third, present, past, participle, ed (past or participle), gerund, degree."""


@lru_cache(maxsize=65_536)
def readings(word: str) -> tuple[Reading, ...]:
    """All ways to read a word in lower case, the likeliest first; none for an unknown word.

    >>> [(reading.lemma, reading.form) for reading in readings("withdrew")]
    [('withdraw', 'past')]
    """
    entry = entry_of(word)
    found: dict[Reading, float] = {}
    for reading in (*_listed(word, entry), *_regular(word, entry)):
        base = entry_of(reading.lemma)
        count = base.counts.get(reading.pos, 0) if base else 0
        if entry and entry.own_plural and reading.form == "base":
            weight = 1e9
        elif reading.form in {"base", "degree"} and (reading.pos, word[-1:]) not in _OFTEN_A_FORM:
            weight = _BASE_WEIGHT * (count + 0.5)
        else:
            weight = count + 0.25
        found[reading] = max(weight, found.get(reading, 0))
    return tuple(sorted(found, key=lambda each: (-found[each], each)))


def _listed(word: str, entry: Entry | None) -> Iterator[Reading]:
    """What the list itself says: dictionary forms and irregular forms."""
    if entry is None:
        return
    standard = entry if entry.spelling == word else entry_of(entry.spelling)
    for pos in {*entry.counts, *(standard.counts if standard else ())}:
        yield Reading(entry.spelling, pos, "base")
    for pos, lemma in entry.forms:
        if pos == "n":
            yield Reading(_one(lemma), "n", "plural")
        else:
            yield Reading(_one(lemma), "v", _verb_form(word))


def _verb_form(word: str) -> str:
    """The form of an irregular verb by its shape."""
    if word in _BE:
        return _BE[word]
    if word.endswith("ing"):
        return "gerund"
    if word.endswith("s"):
        return "third"
    if word in _PAST_ONLY:
        return "past"
    return "participle" if word.endswith(("wn", "en", "ne", "orn")) or word in {"begun", "drunk", "sung"} else "ed"


def _regular(word: str, entry: Entry | None) -> Iterator[Reading]:
    """Regular forms whose dictionary form is in the list."""
    if len(word) < 3:
        return
    if word.endswith("s") and not word.endswith("ss"):
        for base in _without_s(word):
            parts, lemma = _parts(base)
            if "n" in parts and not (entry and entry.own_plural):
                yield Reading(lemma, "n", "plural")
            if "v" in parts:
                yield Reading(lemma, "v", "third")
    for ending, form in (("ed", "ed"), ("ing", "gerund")):
        if word.endswith(ending):
            for base in _without(word, ending):
                parts, lemma = _parts(base)
                if "v" in parts and not (form == "ed" and base in _NO_REGULAR_PAST):
                    yield Reading(lemma, "v", form)
    if entry is None and word.endswith(("er", "est")):
        ending = "er" if word.endswith("er") else "est"
        if any("a" in _parts(base)[0] for base in _without(word, ending)):
            yield Reading(word, "a", "degree")


def _without_s(word: str) -> Iterator[str]:
    if word.endswith("ies") and len(word) > 4:
        yield word[:-3] + "y"
    if word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        yield word[:-2]
    yield word[:-1]


def _without(word: str, ending: str) -> Iterator[str]:
    """What may stand before an ending: *agree*-d, *end*-ed, *plan*-ned, *carr*-ied."""
    stem = word[: -len(ending)]
    if len(stem) < 2:
        return
    yield stem + "e"
    if not _DOUBLES.match(stem):
        yield stem
    if len(stem) > 2 and stem[-1] == stem[-2]:
        yield stem[:-1]
    if stem.endswith("i"):
        yield stem[:-1] + "y"


def _parts(base: str) -> tuple[frozenset[str], str]:
    """The parts of speech of a dictionary form, and its one spelling."""
    entry = entry_of(base)
    if entry is None or entry.own_plural:
        return frozenset(), base
    standard = entry_of(entry.spelling)
    return frozenset({*entry.counts, *(standard.counts if standard else ())}), entry.spelling


def _one(lemma: str) -> str:
    return _parts(lemma)[1]


def lemma(word: str) -> str:
    """The dictionary form of a word in its one spelling, the likeliest if there are several; unknown words stay.

    >>> [lemma(word) for word in ("withdrew", "organised", "defences", "parties", "forces", "xyz")]
    ['withdraw', 'organize', 'defense', 'party', 'forces', 'xyz']
    """
    found = readings(word)
    return found[0].lemma if found else word


def lemmas(word: str) -> tuple[str, ...]:
    """All dictionary forms of a word, the likeliest first.

    >>> lemmas("leaves"), lemmas("found")
    (('leave', 'leaf'), ('find', 'found'))
    """
    return tuple(dict.fromkeys(each.lemma for each in readings(word))) or (word,)


def pos_of(word: str) -> frozenset[str]:
    """The parts of speech that a word in any form can be: n, v, a, r.

    >>> sorted(pos_of("withdrawals")), sorted(pos_of("supplies"))
    (['n'], ['n', 'v'])
    """
    return frozenset(each.pos for each in readings(word))


def verb_forms(word: str) -> frozenset[str]:
    """Which forms of a verb a word can be: base, third, present, past, participle, ed, gerund."""
    return frozenset(each.form for each in readings(word) if each.pos == "v")


def is_past_participle(word: str) -> bool:
    """Whether a word can be the participle of a passive or a perfect.

    >>> is_past_participle("withdrawn"), is_past_participle("withdrew"), is_past_participle("held")
    (True, False, True)
    """
    return word in _UNCHANGED or not verb_forms(word).isdisjoint({"participle", "ed"})


def is_finite_present(word: str) -> bool:
    """Whether a word can be a verb of the present: the form with -s, or the base."""
    return not verb_forms(word).isdisjoint({"base", "third", "present"})


def is_gerund(word: str) -> bool:
    """Whether a word can be the -ing form of a verb."""
    return "gerund" in verb_forms(word)


_PLURALS = frozenset("people forces troops talks arms goods police hostilities".split())
"""Plurals that are no other form of a word, or have a sense of their own."""


def is_plural(low: str) -> bool:
    """Whether a noun speaks of several, as far as its form tells."""
    if low in _PLURALS:
        return True
    return any(reading.pos == "n" and reading.form == "plural" for reading in readings(low))
