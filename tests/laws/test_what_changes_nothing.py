"""What is said does not depend on spaces, line breaks, typographic marks, or a renumbering that keeps the order."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_checks import compared
from test_every_difference_is_accounted_for import edits


def said(found):
    """What is said, without places in the text."""
    return sorted(
        (
            change.kind,
            change.part or "",
            " ".join((change.before or "").split()),
            " ".join((change.after or "").split()),
        )
        for change in found.changes
    )


@settings(max_examples=150, deadline=None)
@given(edits(), st.sampled_from(("\n", "  ", "\t", "\u00a0")))
def test_spaces_and_line_breaks_change_nothing(edit, space):
    old, new, _ = edit
    assert said(compared(old, re.sub(" ", space, new))) == said(compared(old, new))


@settings(max_examples=150, deadline=None)
@given(edits())
def test_typographic_marks_change_nothing(edit):
    old, new, _ = edit
    typographic = new.replace("'", "\u2019")
    assert said(compared(old, typographic)) == [
        (kind, part, before, after.replace("'", "\u2019")) for kind, part, before, after in said(compared(old, new))
    ]
