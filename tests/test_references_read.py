"""References: parts of the same paper in one form, other instruments, and numbers and labels that name."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack.facts.measures import find_measures
from plantrack.facts.reference_numbers import plain_label
from plantrack.facts.references import may_refer
from plantrack.language.tokens import tokens_of

sys.path.insert(0, str(Path(__file__).parent / "laws"))
from wording_pool import sentences, treaty_sentences


def find_references(tokens):
    return [fact for fact in find_measures(tokens) if fact.kind == "reference"]


def references(text):
    return [fact.value for fact in find_references(tokens_of(text))]


def read(text):
    return [(value.kind, *value.numbers) for value in references(text)]


@pytest.mark.parametrize(
    ("text", "noun", "numbers"),
    [
        ("paragraphs 2 and 3 of the annex", "paragraph", "2 3"),
        ("Article 4(2)(a)", "article", "4.2.a"),
        ("Article 4, paragraph 2", "article", "4.2"),
        ("paragraph 2 of Article 4", "article", "4.2"),
        ("sub-paragraph (a) of paragraph 2 of Article 4", "article", "4.2.a"),
        ("art. 10, para 2", "article", "10.2"),
        ("Article IV", "article", "4"),
        ("Article Five", "article", "5"),
        ("Section 6.2 applies to pilots", "section", "6.2"),
        ("§ 5", "section", "5"),
        ("points 3 to 6", "point", "3 4 5 6"),
        ("points 3-6", "point", "3 4 5 6"),
        ("points 1, 2 and 5", "point", "1 2 5"),
        ("point 4.a", "point", "4.a"),
        ("point 10b", "point", "10b"),
        ("point (c)", "point", "c"),
        ("item D.8", "item", "d.8"),
        ("paragraph 1 d), e) and f)", "paragraph", "1.d 1.e 1.f"),
        ("article 40, paragraphs 2 and 3", "article", "40.2 40.3"),
        ("the second paragraph", "paragraph", "2"),
        ("the preceding paragraph", "paragraph", "preceding"),
        ("Annex B", "annex", "b"),
        ("Article 2bis", "article", "2bis"),
        ("Article 5 of the Agreement", "article", "5"),
        ("Article 5 of this Treaty", "article", "5"),
    ],
)
def test_a_part_of_the_paper_is_read_in_one_form(text, noun, numbers):
    (value,) = references(text)
    assert (value.kind, value.noun, value.numbers) == ("internal", noun, tuple(numbers.split()))


@pytest.mark.parametrize(
    "text",
    [
        "Article 5 of the North Atlantic Treaty", "a guarantee like Article 5", "NATO Article 5 as its model", "an Article 5-type accord",
        "Chapter VII of the UN Charter", "Article 96 of the said Convention", "Article 51 of the Charter",
    ],
)  # fmt: skip
def test_a_part_of_another_instrument_is_external(text):
    assert references(text)[0].kind == "external"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("resolution 242", [("external", "242")]),
        ("resolutions 242 and 338", [("external", "242", "338")]),
        ("the 1949 Geneva Conventions", [("external", "1949")]),
        ("the Convention of 1949", [("external", "1949")]),
        ("the border of 1991", [("label", "1991")]),
        ("the 1991 borders", [("label", "1991")]),
        ("the line of 19 September", [("label", "XXXX-09-19")]),
        ("Law No. 222 of 14 July 1993", [("label", "222"), ("external", "1993-07-14")]),
        ("Decree No. 57/1973", [("label", "57/1973")]),
        ("document S/2015/123", [("external", "s/2015/123")]),
        ("paper A/RES/70/1", [("label", "a/res/70/1")]),
        ("F-16 jets", [("label", "f16")]),
        ("Rule TX-07: a badge", [("label", "tx07")]),
        ("the G8 states", [("label", "g8")]),
        ("version 2.0", [("label", "2.0")]),
        ("release 12", [("label", "12")]),
        ("bay 14", [("label", "14")]),
        ("Flights keep to corridor 7.", [("label", "7")]),
        ("the 12-point paper", [("label", "12-point")]),
        ("the twelve-point paper", [("label", "12-point")]),
        ("phase 2 begins", [("label", "2")]),
        ("phase II begins", [("label", "2")]),
        ("the second phase begins", [("label", "2")]),
        ("at 48°30'N", [("label", "48°30'n")]),
        ("the Quill-2 accord", [("label", "quill2")]),
        ("the 3rd brigade", [("label", "3")]),
        ("(1) stop; (2) go", [("marker", "1"), ("marker", "2")]),
        ("№ 7", [("label", "7")]),
    ],
)
def test_numbers_that_name_are_labels(text, expected):
    assert read(text) == expected


def test_the_year_of_a_resolution_is_part_of_its_name():
    (value,) = references("resolution 242 (1967)")
    assert (value.numbers, value.year) == (("242",), "1967")


@pytest.mark.parametrize(
    "text",
    [
        "a point 5 km from the sea", "a zone 20 km wide", "to order 300 tanks", "at this point 300 men stood", "the 2027 elections", "50-50",
        "within 30 days", "5 km/h", "2/3 of the votes", "part of the army", "in a paragraph", "the next round of talks", "70km zone", "10 m2 of ground",
    ],
)  # fmt: skip
def test_a_number_that_counts_or_dates_is_no_reference(text):
    assert references(text) == []


def test_a_number_sign_is_no_negation_and_a_negation_no_number_sign():
    tokens = tokens_of("Law No. 5 of the land")
    fact = find_references(tokens)[0]
    assert [token.low for token in tokens[fact.first : fact.last]] == ["no", ".", "5"]
    assert references("There are no 5 boats") == []


def test_a_singular_noun_takes_no_count_that_follows():
    assert read("Under Article 5 and 200 soldiers") == [("internal", "5")]
    assert read("Articles 5 and 200 apply") == [("internal", "5", "200")]


@given(st.text("ABCFGTX", min_size=1, max_size=3), st.integers(0, 999), st.sampled_from(["-", "", "\u2011"]))
def test_a_label_is_one_whether_or_not_it_has_a_hyphen(letters, number, hyphen):
    assert (
        plain_label(f"{letters}{hyphen}{number}") == plain_label(f"{letters}{number}s") == f"{letters}{number}".lower()
    )


@given(st.integers(1, 39))
def test_roman_numbers_are_read_as_digits(number):
    ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    roman = "X" * (number // 10) + ones[number % 10]
    assert read(f"Article {roman} applies") == [("internal", str(number))]


@given(st.integers(1, 99), st.integers(1, 9), st.sampled_from("abcdefg"))
def test_all_ways_to_name_one_part_are_one_reference(article, paragraph, letter):
    ways = [
        f"Article {article}({paragraph})({letter})",
        f"Article {article}, paragraph {paragraph}({letter})",
        f"paragraph {paragraph}({letter}) of Article {article}",
        f"subparagraph ({letter}) of paragraph {paragraph} of Article {article}",
        f"article {article}.{paragraph}.{letter}",
    ]
    assert {tuple(references(way)) for way in ways} == {tuple(references(ways[0]))}
    assert references(ways[0])[0].numbers == (f"{article}.{paragraph}.{letter}",)


def test_no_sentence_with_a_reference_to_its_own_paper_is_passed_by():
    for sentence in (*sentences(), *treaty_sentences()):
        told = [fact for fact in find_references(tokens_of(sentence)) if fact.value.kind in ("internal", "marker")]
        assert may_refer(sentence) or not told, (sentence, told)


@pytest.mark.parametrize("text", ["Arland pays 300 in 30 days.", "At most 40 km from the sea, by 5 May 2024"])
def test_a_sentence_of_figures_refers_to_nothing(text):
    assert not may_refer(text)
