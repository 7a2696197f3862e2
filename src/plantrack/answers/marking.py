"""Wordings with some of their words marked: those that a comparison speaks of, or those that the other side lacks."""

import re
from collections.abc import Iterable, Sequence

from plantrack.differences.result import WordSpan
from plantrack.value import value

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|\w+(?:['\u2019]\w+)*|\s+|[^\w\s]")
_MOST = 4_000
"""Tokens of both sides up to which they are aligned; beyond, what lies between the common ends is marked as a whole."""
_ISLAND = 1
"""Unchanged words between two changed stretches that are marked with them: alone they only hold a reader up."""
_ISLANDS = ("", "a", "an", "the")
"""What may stand between two marked stretches of a wording and be marked with them."""


@value
class Run:
    """A stretch of words that all stand on the other side, or all do not."""

    text: str
    changed: bool


def marked_spans(text: str, spans: Iterable[WordSpan]) -> tuple[Run, ...]:
    """A text in runs, with the words of some spans marked; the runs joined are the text.

    Spans may overlap and come in any order; what only white space or an article parts is one run, and what lies outside
    the text is no word of it.

    >>> spans = [WordSpan(3, 7, "most"), WordSpan(8, 15, "600,000")]
    >>> [run.text for run in marked_spans("at most 600,000 people", spans)]
    ['at ', 'most 600,000', ' people']
    """
    runs: list[Run] = []
    end = 0
    for start, stop in _joined_places(text, spans):
        if start > end:
            runs.append(Run(text=text[end:start], changed=False))
        runs.append(Run(text=text[start:stop], changed=True))
        end = stop
    if end < len(text):
        runs.append(Run(text=text[end:], changed=False))
    return tuple(runs)


def _joined_places(text: str, spans: Iterable[WordSpan]) -> list[tuple[int, int]]:
    """Start and end of each marked stretch, in order, without white space at its ends."""
    joined: list[tuple[int, int]] = []
    for span in sorted(spans):
        start, end = max(span.start, 0), min(span.end, len(text))
        words = text[start:end]
        start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
        if start >= end:
            continue
        if joined and (start <= joined[-1][1] or text[joined[-1][1] : start].strip().casefold() in _ISLANDS):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def marked_words(old: str, new: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Both wordings in runs; the runs of a side joined are that side's text.

    Words are compared as they are written. Nothing is said of their meaning.

    >>> for run in marked_words("at most 600,000 people", "at most 800,000 people")[1]:
    ...     print(repr(run.text), run.changed)
    'at most ' False
    '800,000' True
    ' people' False
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    gone, come = [True] * len(before), [True] * len(after)
    for start, start_new, length in _common(before, after):
        gone[start : start + length] = [False] * length
        come[start_new : start_new + length] = [False] * length
    return _runs(before, gone), _runs(after, come)


def merged_words(old: str, new: str) -> list[tuple[str, str]]:
    """Both wordings in one, as stretches that are of both (`same`), of OLD alone (`old`) or of NEW alone (`new`).

    Without what is new they are OLD letter by letter, without what is old NEW.

    >>> merged_words("at most 600,000 people", "at most 800,000 people")
    [('at most ', 'same'), ('600,000', 'old'), ('800,000', 'new'), (' people', 'same')]
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    merged: list[tuple[str, str]] = []
    start, start_new = 0, 0
    for index, index_new, length in [*sorted(_common(before, after)), (len(before), len(after), 0)]:
        gone, come = "".join(before[start:index]), "".join(after[start_new:index_new])
        held = "".join(before[index : index + length])
        if held.isspace() and merged and length == 1:
            gone, come, held = gone + held, come + held, ""
        merged += [(gone, "old"), (come, "new"), (held, "same")]
        start, start_new = index + length, index_new + length
    return [one for one in merged if one[0]]


def _common(before: Sequence[str], after: Sequence[str]) -> Iterable[tuple[int, int, int]]:
    """Where both sides have the same tokens: starts and length."""
    shorter = min(len(before), len(after))
    head = next((index for index in range(shorter) if before[index] != after[index]), shorter)
    left = shorter - head
    tail = next((index for index in range(left) if before[-1 - index] != after[-1 - index]), left)
    yield 0, 0, head
    yield len(before) - tail, len(after) - tail, tail
    middle, middle_new = before[head : len(before) - tail], after[head : len(after) - tail]
    if len(middle) + len(middle_new) <= _MOST:
        from difflib import SequenceMatcher

        for block in SequenceMatcher(None, middle, middle_new, autojunk=False).get_matching_blocks():
            if not "".join(middle[block.a : block.a + block.size]).isspace():
                yield head + block.a, head + block.b, block.size


def _runs(tokens: Sequence[str], changed: list[bool]) -> tuple[Run, ...]:
    _join_islands(tokens, changed)
    runs: list[Run] = []
    for token, mark in zip(tokens, changed, strict=True):
        if runs and runs[-1].changed == mark:
            runs[-1] = Run(text=runs[-1].text + token, changed=mark)
        else:
            runs.append(Run(text=token, changed=mark))
    return tuple(_space_outside(runs))


def _join_islands(tokens: Sequence[str], changed: list[bool]) -> None:
    last: int | None = None
    for index, mark in enumerate(changed):
        if not mark:
            continue
        if last is not None:
            between = [token for token in tokens[last + 1 : index] if not token.isspace()]
            if len(between) <= _ISLAND and all(len(token) <= 3 and token.isalpha() for token in between):
                changed[last + 1 : index] = [True] * (index - last - 1)
        last = index


def _space_outside(runs: Sequence[Run]) -> list[Run]:
    """The same with the white space at the ends of a changed run in runs of its own, so that marks cling to words."""
    found: list[Run] = []
    for run in runs:
        inner = run.text.strip()
        if not run.changed or inner == run.text:
            found.append(run)
            continue
        start = run.text.index(inner) if inner else len(run.text)
        parts = (run.text[:start], inner, run.text[start + len(inner) :])
        found += [Run(text=part, changed=part is inner) for part in parts if part]
    return found
