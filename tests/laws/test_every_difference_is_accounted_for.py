"""The first law: every difference is named, silenced by a rule, or unexplained; each exactly once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_checks import assert_accounted_for, compared, is_quiet, spans_of
from wording_pool import sentences, texts, treaty_sentences

from plantrack.language.tokens import tokens_of

ARTICLES = {"a", "an", "the"}
INSERTED = (
    "not no only all some any both most without with under before after until unless if except including and or may "
    "shall temporarily permanently military legal foreign immediately partly fully never joint new 7 per further"
).split()
POOL = sentences() + treaty_sentences()[::7]


def edits():
    """A sentence, and the same with one word gone, put in, or exchanged for a word of another sentence."""

    @st.composite
    def edit(draw):
        sentence = draw(st.sampled_from(POOL))
        tokens = [token for token in tokens_of(sentence) if token.kind != "mark"]
        token = draw(st.sampled_from(tokens))
        how = draw(st.sampled_from(("delete", "insert", "exchange")))
        if how == "delete":
            return sentence, sentence[: token.start] + sentence[token.end :].lstrip(" "), (token.low, "")
        if how == "insert":
            word = draw(st.sampled_from(INSERTED))
            return sentence, f"{sentence[: token.start]}{word} {sentence[token.start :]}", ("", word)
        other = draw(st.sampled_from(POOL))
        words = [one.text for one in tokens_of(other) if one.kind != "mark"]
        word = draw(st.sampled_from(words))
        return sentence, sentence[: token.start] + word + sentence[token.end :], (token.low, word.lower())

    return edit()


@settings(max_examples=300, deadline=None)
@given(edits())
def test_one_word_changed_is_never_quiet_without_a_rule(edit):
    old, new, words = edit
    found = compared(old, new)
    assert_accounted_for(old, new, found)
    changed = [word for word in words if word and word not in ARTICLES]
    if [t.low for t in tokens_of(old) if t.kind != "mark"] == [t.low for t in tokens_of(new) if t.kind != "mark"]:
        return
    if changed:
        assert found.changes or found.silenced, (old, new)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(POOL), st.sampled_from(POOL))
def test_any_two_sentences_leave_nothing_unaccounted(old, new):
    assert_accounted_for(old, new, compared(old, new))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(POOL), st.randoms(use_true_random=False))
def test_words_in_any_order_leave_nothing_unaccounted(old, random):
    words = old.split()
    random.shuffle(words)
    new = " ".join(words)
    assert_accounted_for(old, new, compared(old, new))


@settings(max_examples=100, deadline=None)
@given(edits())
def test_no_word_is_told_in_two_ways(edit):
    old, new, _ = edit
    found = compared(old, new)
    for side in ("old", "new"):
        told, silenced = spans_of(found, side)
        for one in told:
            assert not any(one.start < other.end and other.start < one.end for other in silenced), (old, new, one)


@pytest.mark.parametrize("text", texts(), ids=range(len(texts())))
def test_a_text_against_itself_gives_nothing(text):
    found = compared(text, text)
    assert is_quiet(found)
    assert not found.silenced


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_any_characters_are_answered(old, new):
    assert_accounted_for(old, new, compared(old, new))
    assert not compared(old, old).changes
