"""Words of other languages than English beside which a number is a date or a name. The table is `other_numbers.tsv`."""

from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

_TABLE = Path(__file__).with_name("data") / "other_numbers.tsv"


class _Words(NamedTuple):
    """Words of all languages, and beginnings of words."""

    months: dict[str, int]
    month_stems: dict[str, int]
    nouns: frozenset[str]
    noun_stems: tuple[str, ...]


@lru_cache(maxsize=4096)
def month_of(low: str) -> int | None:
    """The month that a folded word names in one of the languages known here, from 1 to 12.

    >>> month_of("травня"), month_of("mai"), month_of("maison")
    (5, 5, None)
    """
    words = _words()
    if low in words.months:
        return words.months[low]
    return next((month for stem, month in words.month_stems.items() if low.startswith(stem)), None)


def is_numbered(low: str) -> bool:
    """Whether a number behind a folded word is a name: *статті 5*, *Artikel 5*.

    >>> is_numbered("статті"), is_numbered("artikel"), is_numbered("jours")
    (True, True, False)
    """
    words = _words()
    return low in words.nouns or low.startswith(words.noun_stems)


@cache
def _words() -> _Words:
    months: dict[str, int] = {}
    month_stems: dict[str, int] = {}
    nouns: set[str] = set()
    noun_stems: list[str] = []
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, _, words = line.split("\t")
        for place, forms in enumerate(words.split(), 1):
            for form in forms.split("|"):
                stem = form.removesuffix("*")
                if kind == "month":
                    (months if stem == form else month_stems).setdefault(stem, place)
                elif stem == form:
                    nouns.add(stem)
                else:
                    noun_stems.append(stem)
    return _Words(months, month_stems, frozenset(nouns), tuple(noun_stems))
