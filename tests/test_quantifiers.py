"""Quantifiers: what is read, and which is the wider."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack.facts.quantifiers import Quantifier, compare_quantifiers, find_quantifiers
from plantrack.language.closed_words import closed_phrases, scale_of
from plantrack.language.tokens import tokens_of

VALUES = sorted({value for _, cls, value in closed_phrases() if cls == "quantifier"})
MIRROR = {
    "quantifier-widened": "quantifier-narrowed",
    "quantifier-narrowed": "quantifier-widened",
    None: None,
}


def quantifier(value):
    return Quantifier(value, scale_of("quantifier", value))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("All prisoners of war are freed.", ["all"]),
        ("All of the prisoners and most of the detainees leave.", ["all", "most"]),
        ("Each party and every guarantor pays.", ["each", "each"]),
        ("Not all crossings are opened, only some.", ["not_all", "only", "some"]),
        ("Both parties, either party, any party.", ["both", "either", "any"]),
        ("At least one of the crossings is open.", ["at_least_one"]),
        ("One of the guarantors and several observers.", ["one_of", "several"]),
        ("Troops solely and exclusively for training.", ["only", "only"]),
        ("Neither party and no army, none of them.", []),
        ("Some 500 men, several hundred boats.", []),
        ("They meet every 30 days, each month and every other week.", []),
        ("The most favoured nation, most serious crimes, most-favoured treatment, at most 500.", []),
        ("No troops at all; only if both agree; all but ended.", ["both"]),
        ("It is certain that they leave certain areas.", ["certain"]),
    ],
)
def test_quantifiers_are_read_with_what_they_say(text, values):
    tokens = tokens_of(text)
    facts = find_quantifiers(tokens)
    assert [fact.value.value for fact in facts] == values
    assert all(fact.value.scale == scale_of("quantifier", fact.value.value) for fact in facts)


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ("all", "most"), ("all", "some"), ("most", "some"), ("all", "almost_all"), ("almost_all", "most"),
        ("many", "few"), ("all", "not_all"), ("each", "one_of"), ("both", "one_of"), ("whole", "part_of"),
        ("all", "at_least_one"), ("each", "most"),
    ],
)  # fmt: skip
def test_the_narrower_quantifier_is_told(wide, narrow):
    assert compare_quantifiers(quantifier(wide), quantifier(narrow)) == "quantifier-narrowed"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("any", "each"), ("some", "several"), ("many", "most"), ("only", "all"), ("both", "either"), ("certain", "some"),
        ("all", "each"), ("any", "all"), ("not_all", "some"), ("few", "a_few"), ("most", "not_all"),
    ],
)  # fmt: skip
def test_where_no_quantifier_is_surely_the_wider_nothing_is_told(one, other):
    assert compare_quantifiers(quantifier(one), quantifier(other)) is None


def test_widening_is_the_mirror_of_narrowing():
    for one, other in product(map(quantifier, VALUES), repeat=2):
        assert compare_quantifiers(one, other) == MIRROR[compare_quantifiers(other, one)]
        assert one != other or compare_quantifiers(one, other) is None


@given(st.lists(st.sampled_from([*(row[0] for row in closed_phrases()), "war", "500", "days", "."]), max_size=40))
def test_any_soup_is_read_in_order_without_overlap(words):
    tokens = tokens_of(" ".join(words))
    place = 0
    for fact in find_quantifiers(tokens):
        assert place <= fact.first < fact.last <= len(tokens)
        place = fact.last
