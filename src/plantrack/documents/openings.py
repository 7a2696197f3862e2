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
_START = 80
"""Characters of a line that are looked at."""


@cache
def _table() -> dict[tuple[str, ...], str]:
    text = (Path(__file__).with_name("data") / "openings.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {tuple(beginning.split()): kind for kind, _, beginning in rows}


def opening_kind(text: str) -> str:
    """`closing`, `signature`, `note` or `force` for a line that begins as one; else empty.

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


def heads_contents(text: str) -> bool:
    """Whether a line is the heading of a table of contents."""
    return len(text) <= _START and _CONTENTS.fullmatch(text.strip(" :.-–—")) is not None
