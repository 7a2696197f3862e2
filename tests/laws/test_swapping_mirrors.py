"""Swapping old and new mirrors the ledger."""

from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_checks import compared
from test_every_difference_is_accounted_for import POOL, edits

from plantrack.differences.mirrors import mirror_change


def shape(change):
    delta = dict(change.delta or {})
    delta.pop("relative", None)
    return (change.kind, change.part, change.before, change.after, change.words, delta, change.effect, change.rule)


def assert_mirrored(old, new):
    there, back = compared(old, new), compared(new, old)
    assert sorted(map(str, map(shape, there.changes))) == sorted(
        str(shape(mirror_change(change))) for change in back.changes
    )
    assert sorted((one.rule, str(one.words.old), str(one.words.new)) for one in there.silenced) == sorted(
        (one.rule, str(one.words.new), str(one.words.old)) for one in back.silenced
    )


@settings(max_examples=200, deadline=None)
@given(edits())
def test_an_edit_and_its_reverse_mirror_each_other(edit):
    assert_mirrored(edit[0], edit[1])


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(POOL), st.sampled_from(POOL))
def test_any_two_sentences_mirror_each_other(old, new):
    assert_mirrored(old, new)
