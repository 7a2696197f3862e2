"""In which language a text is written, told by its script and the commonest words; offline, and the same answer always.

No library: those of a few hundred kilobytes need numpy or answer differently each time, the others weigh a hundred
megabytes. What must be known here is whether the rules for English may be used, and whether two papers are of one
language.
"""

import re
import unicodedata
from collections import Counter
from functools import cache
from itertools import islice
from pathlib import Path

UNKNOWN = "und"
"""BCP 47 for a language that could not be told."""
LEAST_WORDS = 12
"""Of fewer words the language is not told by its commonest words alone."""
_LEAST_SHARE = 0.12
"""Of words of closed classes in running text; lists of names have fewer."""
_LEAST_LEAD = 1.25
"""How many times more words the language has than the next."""
_MOST_WORDS = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "CJK": "zh",
    "GREEK": "el",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "TAMIL": "ta",
    "SINHALA": "si",
    "MYANMAR": "my",
    "THAI": "th",
    "ETHIOPIC": "am",
    "KHMER": "km",
}
"""Scripts that stand for one language, or for one in nearly all texts."""
_KANA = frozenset({"HIRAGANA", "KATAKANA"})
_SHARED_SCRIPTS = {"CYRILLIC": "Cyrl", "ARABIC": "Arab", "HEBREW": "Hebr", "LATIN": "Latn"}
"""Scripts of several languages, by their codes (ISO 15924)."""
_LETTERS = (
    ("kk", "әғқңөұүһ"), ("be", "ў"), ("uk", "їєґ"), ("sr", "јљњђћџ"), ("mk", "ѓќѕ"), ("ru", "ыэё"), ("uk", "\u0456"),
    ("bg", "ъ"),
)  # fmt: skip
"""Letters of the Cyrillic script by which a short text is known, the rarest first."""
_CYRILLIC = frozenset(language for language, _ in _LETTERS)
_LEAST_LETTERS = 4
_FEW = 2
"""Common words by which the language of a short text is told."""
_MOST_ASKED = 400
"""Words of a text that are looked for in the list of English words."""
_SENTENCE_ENDS = frozenset(".!?:;\n")
NAMES = {
    "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "cs": "Czech", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew",
    "hi": "Hindi", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "mk": "Macedonian", "my": "Burmese", "nl": "Dutch",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "zh": "Chinese",
}  # fmt: skip
"""What languages are called in English, by the first part of their tags."""


@cache
def _common_words() -> dict[str, tuple[str, ...]]:
    """Each common word, with the languages that it is of."""
    table = (Path(__file__).with_name("data") / "languages.tsv").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for line in table.splitlines():
        if line and not line.startswith("#"):
            language, _, words = line.partition("\t")
            for word in words.split():
                found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}


def find_language(text: str) -> str:
    """The language of a text as a tag of BCP 47.

    A text of a few words is English if nearly all of them are words of English. Where no language can be told it is
    `und`, or `und-Cyrl` and the like in a script that English is not written in.

    >>> find_language("The parties shall withdraw all of their forces from the valley within 30 days of this.")
    'en'
    >>> find_language("Stop."), find_language("Oss, Marn, Hesk")
    ('en', 'und')
    """
    text = text[: _MOST_WORDS * 10]
    told, script = _by_script(text)
    if told is not None:
        return told
    words = [found[0].lower() for found in islice(_WORD.finditer(text), _MOST_WORDS)]
    total = len(words)
    common = _common_words()
    counts: Counter[str] = Counter()
    for word in words:
        if len(word) > 1 or total >= LEAST_WORDS:  # in a few words a letter is more likely that of an item
            counts.update(common.get(word, ()))
    (best, most), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    leads = most >= _LEAST_LEAD * second and most > 0
    if leads and total >= LEAST_WORDS and most >= _LEAST_SHARE * total:
        return best
    if script != "Latn":
        return _by_letters(text) if script == "Cyrl" else f"{UNKNOWN}-{script}"
    plain = _is_plain_english(text)
    if leads and best != "en" and total < LEAST_WORDS and most >= _FEW and not plain:
        return best
    return "en" if plain and counts["en"] >= most else UNKNOWN


def is_unknown(language: str) -> bool:
    """Whether a tag says that no language could be told."""
    return language.partition("-")[0] == UNKNOWN


def told_by(language: str, other: str) -> str:
    """The language of a text, where what it is compared with may tell it: few words count as those of the other text.

    >>> told_by("und", "en"), told_by("fr", "en"), told_by("und-Cyrl", "en"), told_by("und-Cyrl", "uk")
    ('en', 'fr', 'und-Cyrl', 'uk')
    """
    if not is_unknown(language) or is_unknown(other):
        return language
    script = language.partition("-")[2]
    return other if not script or (script == "Cyrl" and other in _CYRILLIC) else language


def language_name(tag: str) -> str:
    """What a language is called in English; the tag where it has no name here.

    >>> language_name("uk"), language_name("pt-BR"), language_name("und"), language_name("xx")
    ('Ukrainian', 'Portuguese', 'a language not known', 'xx')
    """
    return "a language not known" if is_unknown(tag) else NAMES.get(tag.partition("-")[0], tag)


def _by_script(text: str) -> tuple[str | None, str]:
    """The language that most letters of a text tell by their script, or None; and the script where several use it."""
    counts: Counter[str] = Counter()
    for letter, times in Counter(text).items():
        if letter.isalpha():
            name = "LATIN" if letter.isascii() else unicodedata.name(letter, "?").partition(" ")[0]
            counts[name] += times
    name, most = counts.most_common(1)[0] if counts else ("LATIN", 0)
    if most < _LEAST_LETTERS or name not in {*_SCRIPTS, *_SHARED_SCRIPTS}:
        return None, "Latn"
    if name in _SHARED_SCRIPTS:
        return None, _SHARED_SCRIPTS[name]
    return ("ja" if any(counts[kana] * 10 > most for kana in _KANA) else _SCRIPTS[name]), ""


def _by_letters(text: str) -> str:
    """The language of a short text in the Cyrillic script, by letters that others have not."""
    letters = set(text.lower())
    return next((language for language, own in _LETTERS if not letters.isdisjoint(own)), f"{UNKNOWN}-Cyrl")


def _is_plain_english(text: str) -> bool:
    """Whether nearly all words of a text are words of English; a capital inside a sentence may make a name of any."""
    from plantrack.language.closed_words import is_closed
    from plantrack.language.inflection import pos_of

    known = unknown = 0
    for found in islice(_WORD.finditer(text), _MOST_ASKED):
        low = found[0].lower()
        before = text[: found.start()].rstrip(" \t\"'([\u201c")[-1:]
        begins = not before or before in _SENTENCE_ENDS
        if found[0] != low and not begins:
            continue
        if is_closed(low) or pos_of(low):
            known += 1
        else:
            unknown += 1
    return known > 0 and known >= 2 * unknown
