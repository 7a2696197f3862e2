"""Figures: what is counted, with what bound and unit, what names instead, and what became of a figure."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from turned_facts import mirror

from plantrack.facts.compare_figures import compare_figures
from plantrack.facts.measures import find_measures
from plantrack.facts.values import Figure
from plantrack.language.tokens import tokens_of


def find_figures(tokens):
    return [fact for fact in find_measures(tokens) if fact.kind in ("figure", "bound")]


def figures(text):
    return [fact.value for fact in find_figures(tokens_of(text)) if fact.kind == "figure"]


def figure(text):
    (only,) = figures(text)
    return only


def spans(text):
    tokens = tokens_of(text)
    return [" ".join(token.low for token in tokens[fact.first : fact.last]) for fact in find_figures(tokens)]


@pytest.mark.parametrize(
    ("text", "operator", "value", "unit"),
    [
        ("up to 1,500 peacekeepers", "lteq", 1500, "person"),
        ("peacekeepers, not more than 800, in the valley", "lteq", 800, ""),
        ("shall not exceed 600,000", "lteq", 600000, ""),
        ("shall in no case exceed 80,000 men", "lteq", 80000, "person"),
        ("limited to 40 tanks", "lteq", 40, "tank"),
        ("no fewer than 12 boats", "gteq", 12, "boat"),
        ("at least 30 km", "gteq", 30, "km"),
        ("fewer than 12 warships", "lt", 12, "warship"),
        ("in excess of 5 tonnes", "gt", 5, "t"),
        ("some 300 observers", "about", 300, "person"),
        ("exactly 840 weapons", "eq", 840, "weapon"),
        ("500 guns or fewer", "lteq", 500, "gun"),
        ("60 per cent or more", "gteq", 60, "%"),
        ("100 millimetres and above", "gteq", 100, "mm"),
        ("shall not keep more than 500 guns", "lteq", 500, "gun"),
        ("may not station fewer than 20 guards", "gteq", 20, "person"),
        ("of whom 200 may be armed", "eq", 200, ""),
        ("80,000 in peacetime", "eq", 80000, ""),
        ("a peacetime strength of 80,000", "eq", 80000, ""),
        ("A Commission of 350 observers shall meet", "eq", 350, "person"),
        ("20 armoured vehicles", "eq", 20, "vehicle"),
        ("a 20-kilometre zone", "eq", 20, "km"),
        ("persons aged 18 or over", "gteq", 18, "year"),
        ("18 years of age", "eq", 18, "year"),
        ("at -5 °C", "eq", -5, "°C"),
    ],
)
def test_a_figure_has_its_bound_and_unit(text, operator, value, unit):
    found = figure(text)
    assert (found.operator, found.value, found.unit) == (operator, value, unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("$5bn", 5 * 10**9, "USD"),
        ("US$ 5 billion", 5 * 10**9, "USD"),
        ("5 billion US dollars", 5 * 10**9, "USD"),
        ("EUR 100 million", 10**8, "EUR"),
        ("EUR100 million", 10**8, "EUR"),
        ("€100m", 10**8, "EUR"),
        ("USD1,250,000", 1250000, "USD"),
        ("USD1.5bn", 15 * 10**8, "USD"),
        ("100 million euros", 10**8, "EUR"),
        ("500 Arlandish crowns", 500, "arlandish crown"),
        ("Rs. 500", 500, "rupee"),
        ("twenty-five thousand dollars ($ 25,000)", 25000, "USD"),
    ],
)
def test_money_is_read_before_and_behind_the_number(text, value, unit):
    found = figure(text)
    assert (found.value, found.unit, found.dimension) == (value, unit, "money")


SAME = [
    ("2 tonnes", "2000 kg"),
    ("two tons", "2,000 kilograms"),
    ("half of the seats", "50 % of the seats"),
    ("one in two", "50 per cent"),
    ("two thirds of the votes", "two-thirds of the votes"),
    ("a dozen boats", "12 boats"),
    ("1,250,000 tonnes", "one million two hundred fifty thousand tonnes"),
    ("no more than 800 men", "800 men at most"),
    ("not more than 800", "up to 800"),
    ("$5bn", "5 billion dollars"),
    ("7 to 9 million crowns", "between 7,000,000 and 9,000,000 crowns"),
    ("shared 3:1", "shared 3 to 1 between them"),
    ("fifty per cent (50 %)", "50 percent"),
    ("thirty (30) boats", "30 boats"),
    ("10-20 km", "from 10 km to 20 km"),
    ("1½ km", "1,500 metres"),
    ("half a kilometre", "500 m"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_amount_in_other_words_is_the_same_fact(one, other):
    assert figure(one) == figure(other)
    assert hash(figure(one)) == hash(figure(other))
    assert compare_figures(figure(one), figure(other)) is None


DIFFERENT = [
    ("5 percentage points", "5 per cent"),
    ("at least 500 feet", "at least 500 yards"),
    ("20 grams", "20 kilograms"),
    ("500 barrels", "500 gallons"),
    ("thirty (30) boats", "thirty (60) boats"),
    ("12345678901234567.25 dollars", "12345678901234567.75 dollars"),
    ("tens of thousands of reapers", "hundreds of thousands of reapers"),
    ("several hundred men", "several thousand men"),
    ("10 boats", "exactly 10 boats"),
    ("about 10 boats", "10 boats"),
    ("fewer than 12 boats", "no more than 12 boats"),
    ("10 to 20 boats", "10 to 25 boats"),
    ("shared 60/40", "shared 40/60"),
    ("5 billion dollars", "5 billion euros"),
    ("-5 °C", "5 °C"),
    ("a sufficient number of men", "a limited number of men"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_another_amount_is_another_fact(one, other):
    assert figure(one) != figure(other)
    assert compare_figures(figure(one), figure(other)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Lorries park in bay 14.", "Flights keep to corridor 7.", "the 28-point plan", "version 2.0", "F-16 jets", "the border of 1991",
        "paragraphs 2 and 3 of the annex", "at 06:00", "on 26-27 September", "48°30'N", "resolution 242", "Rule TX-07: the badge",
        "the format of release 12", "open 24/7", "no one", "one another", "on the one hand", "one of the parties", "one or more of them",
        "the two sides agree", "one Contracting Party", "the second paragraph", "a third party", "Group of 7", "the first half of 2027",
    ],
)  # fmt: skip
def test_a_number_that_names_or_a_pronoun_is_no_figure(text):
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("fell from 800,000 to 600,000", [800000, 600000]),
        ("raised from 10 to 20 boats", [10, 20]),
        ("two for Vael, three for Orrin", [2, 3]),
        ("40 or 50 tanks", [40, 50]),
        ("in 2027 300 soldiers", [300]),
        ("Under Article 5, 200 soldiers leave", [200]),
        ("One guard goes with each ten prisoners", [1, 10]),
    ],
)
def test_two_amounts_are_two_figures(text, values):
    assert [found.value for found in figures(text)] == values


def test_a_range_takes_the_scale_and_the_unit_of_its_upper_end():
    assert (figure("7 to 9 million crowns").value, figure("7 to 9 million crowns").upper) == (7 * 10**6, 9 * 10**6)
    assert (figure("$5-7 billion").value, figure("$5-7 billion").upper) == (5 * 10**9, 7 * 10**9)
    assert (figure("500 m to 2 km").value, figure("500 m to 2 km").upper) == (Decimal("0.5"), 2)


def test_a_list_shares_the_bound_before_its_first_figure():
    assert [found.operator for found in figures("no more than 40 tanks, 100 guns and 20 boats")] == ["lteq"] * 3
    assert [found.operator for found in figures("at least 40 tanks in the north and 100 guns")] == ["gteq", "eq"]


def test_the_noun_is_no_token_of_the_figure_and_a_bound_apart_from_it_is_one_of_its_own():
    assert spans("no more than 500 guns") == ["no more than 500"]
    assert spans("500 guns or fewer") == ["500", "or fewer"]
    assert spans("shall not keep more than 500 guns") == ["not", "more than 500"]


def test_an_amount_without_a_number_is_vague():
    assert figure("a couple of hundred men").vague == "couple of hundred"
    found = figure("limited to an agreed number of soldiers")
    assert (found.operator, found.value, found.vague, found.unit) == ("lteq", None, "agreed number", "person")


@pytest.mark.parametrize(
    ("old", "new", "kind", "absolute"),
    [
        ("up to 1,500 men", "not more than 800 men", "quantity-lowered", -700),
        ("20 km", "at least 30 km", "quantity-raised", 10),
        ("1,500 boats", "at most 1,000 boats", "quantity-lowered", -500),
        ("between 10 and 20 boats", "between 10 and 30 boats", "quantity-raised", 10),
        ("7 to 9 million crowns", "4 to 6 million crowns", "quantity-lowered", -3000000),
        ("at least 500 feet", "at least 500 yards", "quantity-raised", Decimal("304.8")),
        ("12345678901234567.25 dollars", "12345678901234567.75 dollars", "quantity-raised", Decimal("0.5")),
        ("half of the seats", "60 per cent of the seats", "quantity-raised", 10),
        ("tens of thousands of men", "hundreds of thousands of men", "quantity-raised", None),
        ("several hundred men", "300 men", "quantity-fixed", None),
        ("3 billion euros", "adequate funds", "quantity-unfixed", None),
        ("no more than 1,500 men", "no fewer than 1,500 men", "quantity-bound-changed", None),
        ("about 840 weapons", "exactly 840 weapons", "quantity-bound-changed", None),
        ("fewer than 12 ships", "no more than 12 ships", "quantity-bound-changed", None),
        ("4,000 to 6,000 men", "5,000 to 5,500 men", "quantity-bound-changed", None),
        ("5 billion dollars", "5 billion euros", "quantity-unit-changed", None),
        ("500 barrels", "500 gallons", "quantity-unit-changed", None),
        ("5 per cent", "5 percentage points", "quantity-unit-changed", None),
        ("500 tanks", "800 guns", "", None),
        ("3 boats", "5 km", "", None),
        ("thirty (30) boats", "thirty (60) boats", "", None),
    ],
)
def test_what_became_of_a_figure(old, new, kind, absolute):
    change = compare_figures(figure(old), figure(new))
    assert (change.kind, change.absolute, change.comparable) == (kind, absolute, bool(kind))


def test_counts_of_other_things_are_compared_where_the_caller_knows_them_to_be_one():
    old, new = figure("600,000 soldiers"), figure("800,000 troops")
    assert not compare_figures(old, new).comparable
    assert compare_figures(old, new, same_thing=True).kind == "quantity-raised"
    assert compare_figures(old, figure("600,000 troops")) is None


FIGURES = st.tuples(
    st.sampled_from(["eq", "lt", "lteq", "gt", "gteq", "about"]),
    st.integers(0, 5),
    st.sampled_from(["km", "m"]),
    st.booleans(),
).map(lambda of: Figure(of[0], Decimal(of[1]), unit=of[2], dimension="length", bare=of[3])) | st.sampled_from(
    [figure(text) for pair in (*SAME, *DIFFERENT) for text in pair]
)
RANGES = st.tuples(st.integers(0, 4), st.integers(1, 4)).map(
    lambda ends: Figure("between", Decimal(ends[0]), Decimal(sum(ends)), "km", "length", bare=False)
)


@given(FIGURES | RANGES, FIGURES | RANGES)
def test_swapping_old_and_new_mirrors_what_became_of_a_figure(old, new):
    there, back = compare_figures(old, new), compare_figures(new, old)
    assert (there is None) == (back is None) == (old == new)
    if there is not None:
        assert back._replace(relative=None) == mirror(there)


@given(FIGURES | RANGES)
def test_a_figure_against_itself_is_the_same(one):
    assert compare_figures(one, one) is None


SENTENCES = [
    "No more than 40 tanks and 100 guns stay within 20 km of the line for five years.",
    "The costs, not exceeding 100 million dollars a year, are shared 60/40 under Article 4(2).",
    "Two-thirds of the 350 members vote; one in four of the 1,500 guards, aged 18 to 60, may be armed.",
    "The fund shall have twenty-five thousand dollars ($ 25,000) and 12.5 per cent of the $5-7 billion.",
    "By the end of 2029 the buoy at 48°30'N and bay 14 are closed; phase 2 of the 28-point plan begins on 3-4 October.",
]


@given(st.sampled_from(SENTENCES), st.data())
def test_what_is_read_does_not_depend_on_the_spaces_between_words(sentence, data):
    spaces = data.draw(
        st.lists(
            st.sampled_from([" ", "\n", "  ", "\n   ", "\t"]),
            min_size=sentence.count(" "),
            max_size=sentence.count(" "),
        )
    )
    words = sentence.split(" ")
    other = "".join(word + space for word, space in zip(words, [*spaces, ""], strict=True))
    assert [(fact.kind, fact.value) for fact in find_measures(tokens_of(other))] == [
        (fact.kind, fact.value) for fact in find_measures(tokens_of(sentence))
    ]


@given(st.sampled_from(SENTENCES), st.data())
def test_a_digit_exchanged_changes_what_is_read(sentence, data):
    places = [place for place, sign in enumerate(sentence) if sign.isdecimal()]
    place = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from([sign for sign in "0123456789" if sign != sentence[place]]))
    other = sentence[:place] + digit + sentence[place + 1 :]
    assert [(fact.kind, fact.value) for fact in find_measures(tokens_of(other))] != [
        (fact.kind, fact.value) for fact in find_measures(tokens_of(sentence))
    ]
