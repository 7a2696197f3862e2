"""How lines begin that are no points: closing formulas, signatures, remarks, annexes, tables of contents."""

import re
from functools import cache
from pathlib import Path

_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?[:(]?|\([^\W\d_]+\)")
_MOST_WORDS = 4
"""Words of the longest beginning in the table."""
_IN_FORCE = re.compile(
    r"(?:this|the present|the)\s+(?:[^\W\d_]+\s+){0,3}?"
    r"(?:accord|agreement|treaty|protocol|convention|memorandum|declaration|plan|document|paper|arrangement|framework|"
    r"ceasefire|armistice|truce|settlement|compact|pact|instrument)(?:\s+(?:shall|will|is\s+to))?\s+"
    r"(?:enters?|takes?|comes?|becomes?|be)\s+(?:into\s+(?:force|effect)|effect|effective|valid|binding|in\s+force)\b",
    re.IGNORECASE,
)
"""When the paper takes effect, said of the paper itself. Seen as the last line of ceasefires and joint statements."""
_CONTENTS = re.compile(
    r"(?:table of )?contents|index|inhalt(?:sverzeichnis)?|table des mati[èe]res|sommaire|[íi]ndice|indice|inhoud|"
    r"spis tre[śs]ci|зміст|содержание|оглавление|i̇çindekiler|المحتويات|תוכן",
    re.IGNORECASE,
)
_NOTE = re.compile(r"(?:notes?|remarks?|sources?|editor['’]?s[ ]note)[ ]*(?:[:.–—-]|$)", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_BESIDE_STANDING = frozenset(
    """of as at on no the for and rev first second third fourth fifth january february march april may june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)
"""What may stand beside such a mark and decides nothing: the number of a draft is the header's to tell."""
_START = 80
"""Characters of a line that are looked at."""


@cache
def _table() -> dict[tuple[str, ...], str]:
    text = (Path(__file__).with_name("data") / "openings.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {tuple(beginning.split()): kind for kind, _, beginning in rows}


def opening_kind(text: str) -> str:
    """`preamble`, `closing`, `signature`, `note` or `force` for a line that begins as one; else empty.

    >>> opening_kind("Done at Oslo on 1 May"), opening_kind("This accord takes effect on 1 May"), opening_kind("Stop.")
    ('closing', 'force', '')
    """
    if not text:
        return ""
    if text[0] in "*†‡" and text[1:2] not in ("*", ""):
        return "note"
    if _NOTE.match(text):
        return "note"
    words = [word.lower().replace("’", "'") for word in _WORDS.findall(text[:_START])[:_MOST_WORDS]]
    table = _table()
    for count in range(len(words), 0, -1):
        kind = table.get((*words[: count - 1], words[count - 1].rstrip("(")))
        if kind is None and words[count - 1][-1] == ":":
            kind = table.get((*words[: count - 1], words[count - 1][:-1])) if len(words) > 1 or kind else None
        if kind is not None:
            return kind
    return "force" if text[:1] in "Tt" and _IN_FORCE.match(text[:200]) else ""


def is_standing(text: str) -> bool:
    """Whether a line is nothing but a mark of how a paper stands, with its number or date.

    >>> [is_standing(text) for text in ("DRAFT", "[Final text of 5 May 2031]", "Draft treaty on the river")]
    [True, True, False]
    """
    return len(text) <= _START and bool(found := standing_words(text)) and len(found) == len(_bare_words(text))


def standing_words(text: str) -> frozenset[str]:
    """The words of a line that say how a paper stands: `draft`, `final`, `confidential`."""
    known = {" ".join(beginning) for beginning, kind in _table().items() if kind == "standing"}
    return frozenset(word for word in _bare_words(text[: _START * 4]) if word in known)


def _bare_words(text: str) -> frozenset[str]:
    """The words of a line that are neither small words nor months."""
    return frozenset(_LETTERS.findall(text.lower())) - _BESIDE_STANDING


def heads_contents(text: str) -> bool:
    """Whether a line is the heading of a table of contents."""
    return len(text) <= _START and _CONTENTS.fullmatch(text.strip(" :.-–—")) is not None
