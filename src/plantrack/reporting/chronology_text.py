"""A chronology as plain text."""

from collections.abc import Mapping

from plantrack.chronology import Chronology
from plantrack.corpus import Corpus
from plantrack.model import Provision
from plantrack.reporting.chronology_words import entry_words
from plantrack.reporting.dates import human_date
from plantrack.reporting.layout import WIDTH, beside, hanging, paragraph
from plantrack.reporting.witnessed import mark_lines

_TEXT = 17
"""The column where an entry stands beside its date."""
_SIGNS = {"event": "*", "version": "#", "position": "-", "publication": ":"}
_MEANINGS = {
    "event": "*  an event",
    "version": "#  a paper",
    "position": "-  what an actor says it wants",
    "publication": ":  an article or a page",
}


def chronology_as_text(
    chronology: Chronology,
    corpus: Corpus,
    points: Mapping[str, Provision],
    *,
    grounds: bool = True,
    width: int = WIDTH,
) -> str:
    """Entries in order beside their dates; a date that many have stands once.

    Args:
        chronology: The entries.
        corpus: Where passages and actors are looked up.
        points: What the points of positions are called, by id.
        grounds: Say below each entry who says so.
        width: Columns of the terminal.
    """
    if not chronology.entries:
        return "Nothing is dated in this span.\n" if chronology.since or chronology.until else "Nothing is recorded.\n"
    lines: list[str] = []
    before, said = "", ""
    for entry in chronology.entries:
        words = entry_words(entry, corpus, points)
        told = words.grounds if grounds else ()
        dated = human_date(entry.date)
        told_lines = hanging(_SIGNS[entry.kind], words.head, column=2, width=width - _TEXT)
        told_lines += [
            line
            for text in (words.body, *(f"\u2014 {one}" for one in told))
            for line in paragraph(text, indent=2, width=width - _TEXT)
        ]
        lines += beside(dated if dated != before else "", told_lines, column=_TEXT)
        before = dated
        said += " ".join(told)
    used = {entry.kind for entry in chronology.entries}
    lines += ["", *(meaning for kind, meaning in _MEANINGS.items() if kind in used)]
    lines += mark_lines(said, width)
    return "\n".join(lines) + "\n"
