"""Two wordings side by side, with the words that changed marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack.answers.marking import marked_words

WORDS = st.lists(st.sampled_from("the of forces 600,000 6.5 Ukraine's zone (a) ; \u202e <b> **".split()), max_size=25)
TEXTS = st.one_of(WORDS.map(" ".join), st.text(max_size=60))


def shown(runs):
    return "".join(f"[{run.text}]" if run.changed else run.text for run in runs)


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("at most 600,000 people", "at most 800,000 people", "at most [600,000] people", "at most [800,000] people"),
        ("Arland may do so.", "Arland may not do so.", "Arland may do so.", "Arland may [not] do so."),
        ("guns leave the town", "guns leave in a day", "guns leave [the town]", "guns leave [in a day]"),
        ("", "a new point", "", "[a new point]"),
        ("10.5 percent", "10 percent", "[10.5] percent", "[10] percent"),
    ],
)
def test_the_words_that_changed_are_marked_and_no_others(old, new, before, after):
    assert tuple(map(shown, marked_words(old, new))) == (before, after)


@given(TEXTS, TEXTS)
def test_the_runs_of_a_side_joined_are_its_text(old, new):
    for text, runs in zip((old, new), marked_words(old, new), strict=True):
        assert "".join(run.text for run in runs) == text


@given(TEXTS)
def test_nothing_is_marked_where_nothing_changed(text):
    assert not any(run.changed for runs in marked_words(text, text) for run in runs)


@given(TEXTS, TEXTS)
def test_texts_that_differ_in_more_than_white_space_are_marked(old, new):
    if old.split() != new.split():
        assert any(run.changed for runs in marked_words(old, new) for run in runs)


def test_a_long_text_is_marked_in_time():
    words = [f"word{index % 977}" for index in range(60_000)]
    old, new = " ".join(words), " ".join([*words[:30_000], "new", *reversed(words[30_000:])])
    before, after = marked_words(old, new)
    assert "".join(run.text for run in before) == old
    assert "".join(run.text for run in after) == new
