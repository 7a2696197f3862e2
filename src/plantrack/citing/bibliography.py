"""What a text plainly says of itself: title, date, outlet, language. What is not plain is left to be asked for."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from plantrack.anchoring import fold
from plantrack.model import Actor
from plantrack.value import value

_MONTHS = (
    "january february march april may june july august september october november december".split()
)  # fmt: skip
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" if month[3:] else month for month in _MONTHS) + "|sept"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>20\d\d)"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_DAY}\.? (?P<month>{_MONTH})\.?,? {_YEAR}\b",
        rf"\b(?P<month>{_MONTH})\.? {_DAY},? {_YEAR}\b",
        rf"\b{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)\b",
        rf"\b(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})/{_YEAR}\b",
    )
)
_DATELINE = re.compile(r"(?:published|posted|updated|last updated|first published|date)\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"(?:first )?(?:published|posted)\b", re.IGNORECASE)
_HEAD = 25
"""How many lines from the top may hold title, date and outlet."""
_TITLE_WORDS = range(3, 41)
_COMMON = {
    "en": "the and that of to in for with said from".split(),
    "de": "der die und das von mit für nicht auch sagte".split(),
    "fr": "les des une est dans pour qui que sur avec".split(),
    "es": "los las una que por con para del como sobre".split(),
    "uk": "що та на для від про було який його це".split(),
    "ru": "что и на для от про был который также это".split(),
    "pl": "że się jest nie dla przez oraz od który powiedział".split(),
}
_CLEARLY = 2.0


@value
class Bibliography:
    """What is known of an article; None where nobody said."""

    title: str | None = None
    issued: str | None = None
    outlet: str | None = None
    """The id of an outlet in actors.yaml."""
    language: str | None = None


def guess_bibliography(text: str, actors: Mapping[str, Actor]) -> Bibliography:
    """What the text plainly says: nothing where two things could be meant.

    The title is the first line of 3 to 40 words. The date is the one day on a line that says it is the day of
    publishing, else the only day named in the first lines; 26/11/2025 is a day, 03/04/2025 could be two. The outlet
    is one of actors.yaml whose name stands alone on a line near the top, or after a copyright sign.
    """
    lines = [plain for line in text.split("\n") if (plain := fold(line).strip())]
    head = lines[:_HEAD]
    return Bibliography(
        title=_title(head),
        issued=_issued(head),
        outlet=_outlet(head, lines, actors),
        language=_language(text),
    )


def _title(head: Sequence[str]) -> str | None:
    """The first line that can be one; None where it holds what no title has, such as signs that command a terminal."""
    first = next((line for line in head if len(line.split()) in _TITLE_WORDS and not _is_dateline(line)), None)
    return first if first is not None and first.isprintable() else None


def _is_dateline(line: str) -> bool:
    return bool(_DATELINE.match(line) or (len(line.split()) <= 6 and any(_days(line))))


def _issued(head: Sequence[str]) -> str | None:
    datelines = [line for line in head if _DATELINE.match(line)]
    published = [line for line in datelines if _PUBLISHED.match(line)]
    for lines in (published, datelines, head):
        found = dict.fromkeys(day for line in lines for day in _days(line))
        if len(found) == 1:
            return next(iter(found))
        if found:
            return None
    return None


def _days(line: str) -> Iterable[str]:
    for pattern in _DATES:
        for match in pattern.finditer(line):
            year, month, day = (match[part] for part in ("year", "month", "day"))
            by_name = next((n for n, name in enumerate(_MONTHS, 1) if name.startswith(month.lower()[:3])), None)
            number = by_name or int(month)
            if "/" in match[0] and int(day) <= 12 and day != month:
                continue
            try:
                yield date(int(year), number, int(day)).isoformat()
            except ValueError:
                continue


def _outlet(head: Sequence[str], lines: Sequence[str], actors: Mapping[str, Actor]) -> str | None:
    names = {
        fold(name).casefold(): actor.id
        for actor in actors.values()
        if actor.kind == "outlet"
        for name in (actor.name, *actor.aliases)
    }
    alone = {names[line.casefold()] for line in head if line.casefold() in names}
    marked = {
        names[rest]
        for line in lines
        if line.startswith("\u00a9") and (rest := re.sub(r"^[\u00a9\s\d]+", "", line).casefold()) in names
    }
    found = sorted(marked or alone)
    return found[0] if len(found) == 1 else None


def _language(text: str) -> str | None:
    words = Counter(re.findall(r"[^\W\d_]+", text.casefold()))
    counts = sorted(((sum(words[word] for word in common), code) for code, common in _COMMON.items()), reverse=True)
    (most, code), (second, _) = counts[0], counts[1]
    return code if most >= 3 and most >= _CLEARLY * second else None
