"""In which language a text is written, told by its script and the commonest words; offline, and the same answer always.

No library: those of a few hundred kilobytes need numpy or answer differently each time, the others weigh a hundred
megabytes. What must be known here is whether the rules for English may be used, and whether two papers are of one
language.
"""

import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

UNKNOWN = "und"
"""BCP 47 for a language that could not be told."""
LEAST_WORDS = 12
"""Of fewer words the language is not told."""
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
    """The language of a text as a tag of BCP 47; `und` where it is too short or too mixed to tell.

    >>> find_language("The parties shall withdraw all of their forces from the valley within 30 days of this.")
    'en'
    >>> find_language("Stop.")
    'und'
    """
    script = _script(text[:_MOST_WORDS])
    if script is not None:
        return script
    common = _common_words()
    counts: Counter[str] = Counter()
    total = 0
    for found in _WORD.finditer(text):
        total += 1
        counts.update(common.get(found[0].lower(), ()))
        if total >= _MOST_WORDS:
            break
    if total < LEAST_WORDS or not counts:
        return UNKNOWN
    (best, most), *others = counts.most_common(2)
    second = others[0][1] if others else 0
    return best if most >= _LEAST_SHARE * total and most >= _LEAST_LEAD * second else UNKNOWN


def _script(text: str) -> str | None:
    """The language that most letters of a text tell by their script; None where several use it."""
    counts: Counter[str] = Counter()
    for letter, times in Counter(text).items():
        if letter.isalpha() and not letter.isascii():
            counts[unicodedata.name(letter, "?").partition(" ")[0]] += times
    ascii_letters = sum(letter.isascii() and letter.isalpha() for letter in text)
    if not counts:
        return None
    name, most = counts.most_common(1)[0]
    if name not in _SCRIPTS or most < max(ascii_letters, 2 * LEAST_WORDS):
        return None
    return "ja" if any(counts[kana] * 10 > most for kana in _KANA) else _SCRIPTS[name]
