"""Values and wordings as Markdown."""

import re
from collections.abc import Iterable, Sequence

from plantrack.answers.marking import Run, around_changes, marked_words
from plantrack.reporting.layout import shortened
from plantrack.reporting.markup import escaped

_STOPS = ".,;:"
"""Signs behind a word that are not marked on their own account."""
_ALIKE = 0.4
"""The share of both wordings that must stand on both sides for marks to help; below it they only scatter."""
_WHOLE = 600
"""Characters of a wording that shares too little with the other one to be marked."""
_CELL = 240
"""Characters of a summary in a table."""


def arrowed(text: str) -> str:
    """Text as Markdown, with `->` as an arrow.

    >>> arrowed("2 -> 3")
    '2 \u2192 3'
    """
    return escaped(text.replace("->", "\u2192"))


def capital(text: str) -> str:
    """Text as Markdown that begins a line."""
    return escaped(text[:1].upper() + text[1:])


def cell(text: str, most: int = _CELL) -> str:
    """Text for a cell of a table, of so many characters at most."""
    return escaped(shortened(text, most))


def marked_cells(old: str, new: str) -> tuple[str, str]:
    """Two values with what went struck out and what came in bold; where nothing is shared, as they are."""
    before, after = marked_words(old, new)
    if not any(run.text.strip() and not run.changed for run in (*before, *after)):
        return cell(old), cell(new)
    return _marked(before, "~~"), _marked(after, "**")


def marked_wording(old: str, new: str) -> tuple[str, str]:
    """Two wordings, as `marked_cells`, without what stands far from any change; unmarked where little is shared."""
    before, after = marked_words(" ".join(old.split()), " ".join(new.split()))
    if _kept((*before, *after)) < _ALIKE:
        return cell(old, _WHOLE), cell(new, _WHOLE)
    return _marked(around_changes(before), "~~"), _marked(around_changes(after), "**")


def _kept(runs: Sequence[Run]) -> float:
    """The share of the text that stands on both sides."""
    total = sum(len(run.text) for run in runs)
    return sum(len(run.text) for run in runs if not run.changed) / total if total else 1.0


def _marked(runs: Iterable[Run], mark: str) -> str:
    """Marks around whole words: a mark between a letter and a sign would not be read as one."""
    words: list[tuple[str, bool]] = []
    text, flags = "", []
    for run in runs:
        text += run.text
        flags += [run.changed] * len(run.text)
    for word in re.finditer(r"\S+", text):
        body = word.group().rstrip(_STOPS)
        changed = any(flags[word.start() : word.start() + len(body)]) or (not body and any(flags[slice(*word.span())]))
        if words and words[-1][1] == changed:
            words[-1] = (f"{words[-1][0]} {word.group()}", changed)
        else:
            words.append((word.group(), changed))
    return " ".join(f"{mark}{escaped(run)}{mark}" if changed else escaped(run) for run, changed in words)
