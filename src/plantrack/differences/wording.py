"""Whether words changed that the other changes do not explain."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from plantrack.differences.result import Change
from plantrack.extraction.meaning import concepts, lemma
from plantrack.extraction.nouns import STOP
from plantrack.extraction.spelling import plain_spelling
from plantrack.model import Term

_WORD = re.compile(r"[^\W_]+")
_INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_GROUPED = re.compile(r"(?<=\d)[ ,\u00a0\u202f\u2009](?=\d{3}\b)")
_BOUND_WORDS = frozenset(
    """at least most more than less fewer up exactly about approximately around limited maximum minimum between total
    number hundred thousand million billion dozen half percent per cent several sum amount agreed sufficient
    adequate appropriate funds funding under over below above figure quantity""".split()
)
_TIME_WORDS = frozenset(
    """within days day weeks week months month years year hours hour immediately once delay possible soon early date due
    course promptly later latest before january february march april may june july august september october
    november december settled time still set agreed end""".split()
)
_MODAL_WORDS = frozenset(
    """shall must will should may can cannot not expected obliged required undertakes undertake declares declare
    readiness ready right entitled allowed permitted forbidden endeavour endeavor seek seeks try efforts never no
    refrain has have free intends intend commits pledges pledge agrees agree willing willingness fail
    envisaged foreseen hoped""".split()
)
_HOW_MANY = frozenset({"all", "only"})
"""Small words that say of how many a duty is: one that came or went is no mere article."""
_CONDITION_WORDS = frozenset(
    """if unless once after until when where provided subject condition conditional only case long except excepting
    exception exceptions exclude excluding save barring other apart aside besides outside sole""".split()
)
_PART_WORDS = {
    "condition": _CONDITION_WORDS,
    "exception": _CONDITION_WORDS,
    "quantity": _BOUND_WORDS | _TIME_WORDS,
    "deadline": _TIME_WORDS | _BOUND_WORDS,
    "modality": _MODAL_WORDS,
}


def is_reworded(
    old_text: str | None,
    new_text: str | None,
    changes: Sequence[Change],
    old_terms: Iterable[Term],
    new_terms: Iterable[Term],
) -> bool:
    """Whether the wording differs beyond what the changes of the pair say.

    Case, punctuation, spacing and invisible characters are no words. Where a change explains a word that came or went,
    so are the articles and prepositions around it. False where either text was not seen.

    Args:
        old_text: The old wording of the pair.
        new_text: The new one.
        changes: The changes already found between the two.
        old_terms: The terms of the old side; their verbs give those of a change that names only a part.
        new_terms: The terms of the new side.
    """
    if not old_text or not new_text:
        return False
    old_words, new_words = _words(old_text), _words(new_text)
    if old_words == new_words:
        return False
    before, after = Counter(old_words), Counter(new_words)
    gone, come = before - after, after - before
    if not changes:
        return True
    explained, figures = _explained(changes, (*old_terms, *new_terms))
    if not gone and not come:
        return not figures or _kept(old_words, explained) != _kept(new_words, explained)
    for words in (gone, come):
        if sum(word[0].isdigit() and word not in explained for word in words) > 2 * figures:
            return True
    return any(not _is_explained(word, explained, figures=bool(figures)) for word in (*gone, *come))


def _kept(words: Sequence[str], explained: frozenset[str]) -> list[str]:
    """Words in order, without figures and without those that carry no matter or that changes explain."""
    return [word for word in words if not _is_explained(word, explained, figures=True)]


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFC", text).translate(_INVISIBLE).lower()
    return [plain_spelling(word) for word in _WORD.findall(_GROUPED.sub("", plain))]


def _is_explained(word: str, explained: frozenset[str], *, figures: bool) -> bool:
    if (word in STOP and word not in _HOW_MANY) or word in explained or lemma(word) in explained:
        return True
    if word[0].isdigit():
        return figures
    meanings = concepts(word)
    if figures and meanings and all(meaning.startswith("#") for meaning in meanings):
        return True
    return bool(meanings) and all(meaning in explained for meaning in meanings)


def _explained(changes: Sequence[Change], terms: Sequence[Term]) -> tuple[frozenset[str], int]:
    """The words, lemmas and meanings that changes speak of, and how many of them speak of figures."""
    found: set[str] = set()
    figures = 0
    for change in changes:
        part = change.part or change.kind.split("-")[0]
        found |= _PART_WORDS.get(part, frozenset())
        figures += part in ("quantity", "deadline", "term")
        for text in (*_texts(change.before), *_texts(change.after)):
            words = _words(text)
            found.update(words)
            found.update(lemma(word) for word in words)
            found.update(concepts(text))
        if part == "action":
            found.update(word for term in terms for word in (*_words(term.action), lemma(term.action)))
    return frozenset(found), figures


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, Sequence):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, int | float):
        yield str(value)
