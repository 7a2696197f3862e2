"""A claim rests on two values that were read and differ, or on one and nothing: never on the same words on both sides."""

from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_checks import compared
from test_every_difference_is_accounted_for import POOL, edits

UNEXPLAINED = "wording-unexplained"


def folded(words):
    return " ".join(words.casefold().split()) if isinstance(words, str) else words


def assert_contrast(old, new):
    for change in compared(old, new).changes:
        if change.kind != UNEXPLAINED:
            assert folded(change.before) != folded(change.after), (old, new, change)


@settings(max_examples=200, deadline=None)
@given(edits())
def test_no_claim_on_an_edit_has_the_same_words_on_both_sides(edit):
    assert_contrast(edit[0], edit[1])


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(POOL), st.sampled_from(POOL))
def test_no_claim_on_two_sentences_has_the_same_words_on_both_sides(old, new):
    assert_contrast(old, new)


def test_no_claim_on_a_negation_put_otherwise_has_the_same_words_on_both_sides():
    assert_contrast(
        "Neither side shall enlist persons under sixteen.", "The sides shall not enlist persons under sixteen."
    )
