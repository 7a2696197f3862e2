"""What no rule may silence: a changed figure, date, name or negation, and words that the field keeps apart."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from ledger_checks import compared
from test_every_difference_is_accounted_for import POOL

from plantrack.language.lexicon import apart_pairs
from plantrack.language.tokens import tokens_of

NAMES = "Arland Belmark Cardia Dunmore Estara Orrin Vael Halden".split()


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(POOL), st.integers(0, 10**15), st.integers(0, 10**15), st.sampled_from(("", "guns ", "km ")))
def test_a_changed_figure_is_never_silenced(sentence, one, other, unit):
    assume(one != other)
    old, new = (f"{sentence.rstrip('. ')} for {number} {unit}and no more." for number in (one, other))
    assert compared(old, new).changes


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(POOL), st.data())
def test_a_digit_changed_anywhere_is_never_silenced(sentence, data):
    places = [place for place, sign in enumerate(sentence) if sign.isdecimal() and sign.isascii()]
    assume(places)
    place = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from("0123456789"))
    new = sentence[:place] + digit + sentence[place + 1 :]
    assume(new != sentence)
    number = next(t for t in tokens_of(sentence) if t.start <= place < t.end)
    assume(number.text.lstrip("0") != new[number.start : number.end].lstrip("0"))
    assert compared(sentence, new).changes


@settings(max_examples=100, deadline=None)
@given(st.dates(), st.dates())
def test_a_changed_date_is_never_silenced(one, other):
    assume(one != other)
    old, new = (f"Arland shall withdraw by {day.day} {day:%B} {day.year:04}." for day in (one, other))
    assert compared(old, new).changes


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(NAMES),
    st.sampled_from(NAMES),
    st.sampled_from(
        (
            "{} shall open the road.",
            "The road is opened by {}.",
            "If {} attacks, sanctions return.",
            "It is owed to {}.",
        )
    ),
)
def test_a_changed_name_is_never_silenced(one, other, sentence):
    assume(one != other)
    assert compared(sentence.format(one), sentence.format(other)).changes


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(POOL), st.sampled_from(("not", "no", "never", "neither")), st.data())
def test_an_added_negation_is_never_silenced(sentence, word, data):
    places = [t.start for t in tokens_of(sentence) if t.kind == "word"]
    place = data.draw(st.sampled_from(places))
    assert compared(sentence, f"{sentence[:place]}{word} {sentence[place:]}").changes


FRAMES = ("The parties speak of {} at length.", "They {} it.", "The {} is kept.")


@pytest.mark.parametrize("first", range(len(FRAMES)))
def test_words_that_the_field_keeps_apart_are_never_silenced(first):
    """Each of the thousands of pairs, in one of the three frames."""
    silent = [
        (one, other)
        for place, (one, other) in enumerate(apart_pairs())
        if place % len(FRAMES) == first and not compared(FRAMES[first].format(one), FRAMES[first].format(other)).changes
    ]
    assert not silent
