"""Numbers in words and digits: what is written is what is read, to the last digit, or it is said not to be read."""

import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack.facts.measures import find_measures
from plantrack.language.digits import NumberStyle, number_style, read_digits
from plantrack.language.numbers import find_numbers
from plantrack.language.tokens import tokens_of

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = [(10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand")]


def below_a_hundred(number, hyphen):
    if number < 20:
        return ONES[number]
    return TENS[number // 10] + (hyphen + ONES[number % 10] if number % 10 else "")


def below_a_thousand(number, hyphen, joint):
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return below_a_hundred(rest, hyphen)
    return f"{ONES[hundreds]} hundred" + (joint + below_a_hundred(rest, hyphen) if rest else "")


def spelled(number, hyphen="-", joint=" and ", comma=" "):
    """A number in English words, by a generator that shares nothing with the reader."""
    if number < 1000:
        return below_a_thousand(number, hyphen, joint)
    words = []
    for scale, name in SCALES:
        count, number = divmod(number, scale)
        if count:
            words.append(f"{below_a_thousand(count, hyphen, joint)} {name}")
    text = comma.join(words)
    if number:
        text += (comma if number >= 100 else joint) + below_a_thousand(number, hyphen, joint)
    return text


def values(text, style=None):
    return [span.value for span in find_numbers(tokens_of(text), style)]


@given(
    st.integers(0, 10**13 - 1),
    st.sampled_from(["-", " "]),
    st.sampled_from([" and ", " "]),
    st.sampled_from([" ", ", "]),
)
def test_an_integer_in_words_reads_back_exactly(number, hyphen, joint, comma):
    text = spelled(number, hyphen, joint, comma)
    assert values(text) == [number], text


@given(st.integers(0, 10**30), st.sampled_from([",", "\u00a0", "\u202f", "'", "’", " "]))
def test_an_integer_in_digits_reads_back_whatever_groups_its_thousands(number, mark):
    assert values(f"{number:,}".replace(",", mark)) == [number]


@given(st.decimals(0, 10**20, places=4, allow_nan=False), st.booleans())
def test_a_decimal_reads_back_exactly_in_the_style_of_its_text(number, comma):
    written = f"{number:,f}"
    if comma:
        written = written.translate(str.maketrans(",.", ".,"))
    assert values(written) == [number]


@given(st.decimals(0, 999, places=2, allow_nan=False), st.sampled_from(["thousand", "million", "billion", "trillion"]))
def test_a_scale_behind_digits_multiplies_exactly(number, scale):
    factor = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}[scale]
    for written in (f"{number} {scale}", f"{number}-{scale}"):
        assert values(written, NumberStyle(".", ",")) == [number * factor]


@given(st.integers(2, 10**9), st.integers(2, 10**9))
def test_two_numbers_in_words_are_never_joined(first, second):
    assert values(f"{spelled(first)} for {spelled(second)}") == [first, second]
    assert values(f"{spelled(first)}; {spelled(second)}") == [first, second]


@given(st.integers(1, 9), st.integers(1, 9), st.sampled_from(["hundred", "thousand", "million"]))
def test_two_ends_of_a_range_in_words_stay_two(low, high, scale):
    factor = {"hundred": 100, "thousand": 1000, "million": 10**6}[scale]
    assert values(f"between {ONES[low]} {scale} and {ONES[high]} {scale}") == [low * factor, high * factor]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one million two hundred thousand", "1200000"),
        ("one hundred forty-five", "145"),
        ("one hundred twenty-five thousand", "125000"),
        ("a hundred and one", "101"),
        ("twelve hundred", "1200"),
        ("1 million 200 thousand", "1200000"),
        ("five thousand million", "5000000000"),
        ("two and a half million", "2500000"),
        ("3 and a half million", "3500000"),
        ("a million and a half", "1500000"),
        ("half a million", "500000"),
        ("a quarter of a million", "250000"),
        ("half a dozen", "6"),
        ("a dozen", "12"),
        ("two dozen", "24"),
        ("1½", "1.5"),
        ("1 1/2", "1.5"),
        ("one and three-quarters", "1.75"),
        ("12,50,000", "1250000"),
        ("thirty (30)", "30"),
        ("30 (thirty)", "30"),
        ("12345678901234567.25", "12345678901234567.25"),
        ("٣٥", "35"),
    ],
)
def test_a_number_of_each_shape_is_one_number(text, expected):
    assert values(text) == [Decimal(expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a half", "0.5"),
        ("one in two", "0.5"),
        ("one in four", "0.25"),
        ("three out of four", "0.75"),
        ("three quarters", "0.75"),
        ("two-fifths", "0.4"),
        ("½", "0.5"),
        ("3/4", "0.75"),
        ("a quarter of", "0.25"),
    ],
)
def test_a_share_is_a_part_of_one(text, expected):
    (span,) = find_numbers(tokens_of(text))
    assert (span.value, span.kind) == (Decimal(expected), "share")


def test_equal_shares_in_other_words_are_one_number():
    assert values("two-thirds") == values("two thirds") == values("2/3") == values("⅔")
    assert values("one third") == values("a third of") != values("a third party")


@pytest.mark.parametrize(
    "text", ["a third party", "the second half", "20 in 30 days", "two in three days", "147/89", "24/7"]
)
def test_what_is_no_share_is_not_read_as_one(text):
    assert all(span.kind != "share" for span in find_numbers(tokens_of(text)))


def test_brackets_that_disagree_make_another_number():
    (agreed,), (at_odds,) = (find_numbers(tokens_of(text)) for text in ("thirty (30)", "thirty (60)"))
    assert agreed.also is None
    assert (at_odds.value, at_odds.also) == (30, 60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.5 km, 2.75 km and 120.000 men", [Decimal("1.5"), Decimal("2.75"), None]),
        ("1.5 km and 1.609 km", [Decimal("1.5"), Decimal("1.609")]),
        ("1,5 percent of 120.000 men", [Decimal("1.5"), Decimal(120000)]),
        ("1.250.000 men and 120.000 men", [Decimal(1250000), Decimal(120000)]),
        ("80,000 men and 1,250 guns", [Decimal(80000), Decimal(1250)]),
        ("0.125 and 1234.567", [Decimal("0.125"), Decimal("1234.567")]),
    ],
)
def test_the_text_itself_says_what_its_points_and_commas_mean(text, expected):
    assert values(text) == expected


def test_a_number_that_may_be_two_is_none_and_says_so():
    (span,) = find_numbers(tokens_of("120.000 soldiers"))
    assert (span.value, span.ambiguous, span.raw) == (None, True, "120.000")
    assert find_numbers(tokens_of("120.000 soldiers"), NumberStyle(",", "."))[0].value == 120000


def test_the_number_of_a_section_says_nothing_of_decimals():
    assert number_style(tokens_of("Section 6.2 applies to 120.000 soldiers.")) == NumberStyle()


@pytest.mark.parametrize("text", ["1.2.3", "1,2,3", "12.34.567", "1'2", "1,2.3,4"])
def test_digits_in_no_order_are_no_number(text):
    assert read_digits(text, NumberStyle()) == (None, False)


@pytest.mark.parametrize("text", ["tens of thousands", "several hundred", "a few thousand", "hundreds", "dozens"])
def test_vague_words_are_vague_and_each_its_own(text):
    (span,) = find_numbers(tokens_of(text))
    assert (span.value, span.kind) == (None, "vague")
    others = {"tens of thousands", "several hundred", "a few thousand", "hundreds", "dozens"} - {text}
    assert span.raw not in {find_numbers(tokens_of(other))[0].raw for other in others}


_SOUP = (
    "one two twenty - hundred thousand million and a half of in out 30 5 1,250 120.000 2027 May 1 / : ( ) , . ½ 1½ km % $ EUR EUR100 "
    "article points II no nos first quarter every at least more than within days ° ' N F-16 Q3 m2 several dozen 3rd from to between by"
).split()


@given(st.lists(st.sampled_from(_SOUP), max_size=16), st.sampled_from([" ", ""]))
def test_no_order_of_words_breaks_the_readers_or_leaves_a_number_without_one_fact(words, space):
    tokens = tokens_of(space.join(words))
    covered = [place for fact in find_measures(tokens) for place in range(fact.first, fact.last)]
    assert len(covered) == len(set(covered))
    assert {place for place, token in enumerate(tokens) if token.kind in ("number", "label")} <= set(covered)


@given(st.text(max_size=60))
def test_any_text_is_read(text):
    assert all(hash(fact) is not None for fact in find_measures(tokens_of(text)))


def calls(text):
    """How many functions are called to read a text: work, whatever else the machine does."""
    tokens, count = tokens_of(text), 0

    def counted(_frame, event, _arg):
        nonlocal count
        count += event == "call"

    sys.setprofile(counted)
    try:
        find_measures(tokens)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        "one hundred ", "1 ", "twenty-", "million ", "5% ", "3:1 ", "1/", "a/1/", "points 1, ", "within a period of ", "at least ", "May 1, ",
        "48°30'", "of the ", "for not ", "five and a half ", "between 5 and ", "Article 5 of ", "not ", "(1) ", "M5", "20-",
    ],
)  # fmt: skip
def test_work_grows_with_the_length_of_the_text(piece):
    find_measures(tokens_of(piece))
    assert calls(piece * 800) < 2.3 * calls(piece * 400) + 50


def test_a_megabyte_of_digits_is_one_name():
    (fact,) = find_measures(tokens_of("7" * 1_000_000))
    assert fact.kind == "reference"
