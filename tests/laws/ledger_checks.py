"""Holds an answer against the two wordings themselves, knowing nothing of how it was found."""

from plantrack.differences.result import UNREAD
from plantrack.differences.texts import Wording, compare_texts
from plantrack.differences.views import names_of
from plantrack.language.tokens import tokens_of


def compared(old, new):
    """The comparison of two wordings of one point."""
    names = names_of(()).defining([tokens_of(old), tokens_of(new)])
    found = compare_texts([Wording(id="a", text=old)], [Wording(id="b", text=new)], names)
    assert not any((change.rule or "").startswith(UNREAD) for change in found.changes), (old, new)
    return found


def spans_of(found, side):
    """All spans of a side: of changes, and of silences."""
    changes = [getattr(change.words, side) for change in found.changes if change.words is not None]
    silences = [getattr(one.words, side) for one in found.silenced]
    return [span for spans in changes for span in spans], [span for spans in silences for span in spans]


def uncovered_words(text, spans):
    """The folded words of a text that no span covers, without marks and labels of lists."""
    return [
        token.low
        for token in tokens_of(text)
        if token.kind != "mark" and not any(span.start < token.end and token.start < span.end for span in spans)
    ]


def assert_accounted_for(old, new, found):
    """What no change and no silence covers is the same, word for word, on both sides."""
    left = []
    for side, text in (("old", old), ("new", new)):
        told, silenced = spans_of(found, side)
        left.append(uncovered_words(text, [*told, *silenced]))
    assert left[0] == left[1], (old, new, left)


def is_quiet(found):
    """Whether nothing is named and nothing left unexplained."""
    return not found.changes
