"""A passage is found again wherever its text went, and never in words that say something else."""

import unicodedata
from unittest.mock import patch

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from plantrack.anchoring import (
    Alteration,
    PreparedText,
    count_words,
    find_words,
    fold,
    locate,
    make_passage,
    normalise_text,
    paragraph_at,
    text_digest,
    words_digest,
)
from plantrack.anchoring.folding import fold_with_positions
from plantrack.errors import UsageError
from plantrack.model import Passage, Quote, Span

TEXT = """Harbour accord: what the two islands want

The draft lets Northport keep a garrison of 4,000 sailors. The envoy, Mara Linde, called it \u201ca fair start\u201d.

\\u200b
Southport would open its harbour within 30 days \u2013 provided that the fishing fleet is not disarmed.
A ferry between the islands will resume in May. The envoy said the customs union must be accepted by both councils.
"""


def quoted(words, **rest):
    return Passage(id="words", quote=Quote(exact=words, **rest))


def there(text, location):
    return PreparedText(text).text[location.span.start : location.span.end]


def test_a_passage_is_cut_with_everything_that_finds_it_again():
    passage = make_passage(TEXT, "keep a garrison of 4,000 sailors", id="garrison")
    start = TEXT.index("keep a garrison")
    assert passage == Passage(
        id="garrison",
        quote=Quote(exact="keep a garrison of 4,000 sailors"),
        position=Span(start=start, end=start + 32),
        digest=words_digest("keep a garrison of 4,000 sailors"),
        words=6,
        paragraph=2,
    )


def test_context_is_kept_only_as_far_as_it_tells_places_apart():
    text = "The fleet sails at dawn. A fleet sails at dusk."
    assert make_passage(text, "sails at dawn", id="a").quote.prefix is None
    first, second = find_words(text, "fleet sails")
    one = make_passage(text, "fleet sails", id="a", start=first.start)
    other = make_passage(text, "fleet sails", id="a", start=second.start)
    assert (one.quote.prefix, one.quote.suffix) == ("The ", None)
    assert (other.quote.prefix, other.quote.suffix) == ("A ", None)
    assert locate(text, evolve(one, position=None)).span == first
    assert locate(text, evolve(other, position=None)).span == second


@pytest.mark.parametrize("words", ["a garrison of 4", "keep a garri", "disarm", "lets Southport", ""])
def test_words_that_do_not_stand_there_whole_are_not_cut(words):
    with pytest.raises(UsageError):
        make_passage(TEXT, words, id="x")


def test_words_that_stand_twice_are_cut_only_when_it_is_said_which():
    with pytest.raises(UsageError, match=r"2 times, in paragraph 2, 5"):
        make_passage(TEXT, "The envoy", id="envoy")
    assert make_passage(TEXT, "The envoy", id="envoy", paragraph=5).paragraph == 5


def test_paragraphs_are_lines_that_are_not_blank_and_a_typed_escape_is_text():
    assert [paragraph_at(TEXT, TEXT.index(words)) for words in ("Harbour", "The draft", "\\u200b", "A ferry")] == [
        1,
        2,
        3,
        5,
    ]
    assert paragraph_at("\n \xa0\n\nwords", 5) == 1


def test_positions_and_digests_count_in_composed_text_with_line_feeds():
    rough = "Cafe\u0301\r\nnext\rlast"
    smooth = "Caf\u00e9\nnext\nlast"
    assert text_digest(rough) == text_digest(smooth)
    assert make_passage(rough, "next", id="a").position == Span(start=5, end=9)


@pytest.mark.parametrize(
    "rendering",
    [
        'called it "a fair start"',
        "called\xa0it \u201ca\u202ffair  start\u201d",
        "called it \u00aba  fair\n\nstart\u00bb",
        "cal\u00adled it \u201ca fair\u200b start\u201d",
    ],
)
def test_renderings_of_the_same_words_have_one_digest_and_are_found(rendering):
    words = "called it \u201ca fair start\u201d"
    assert words_digest(rendering) == words_digest(words)
    assert count_words(rendering) == 5
    location = locate(TEXT, quoted(rendering))
    assert there(TEXT, location) == words
    assert location.state == "normalised"


def test_a_no_break_space_reads_as_a_space():
    text = TEXT.replace("open its harbour", "open\xa0its harbour")
    passage = make_passage(text, "open its harbour", id="a")
    assert passage.quote.exact == "open its harbour"
    assert locate(text, passage).state == "exact"


def test_a_normalised_place_is_given_in_the_text_as_it_is():
    text = "One \u2014  two\u00ad\u200bthree   \u201cfour\u201d five"
    location = locate(text, quoted('twothree "four"'))
    assert there(text, location) == "two\u00ad\u200bthree   \u201cfour\u201d"


def test_equal_words_are_told_apart_by_their_surroundings_although_those_were_edited():
    text = "In the north the council agreed to the plan. In the south the council agreed to the plan as well."
    second = find_words(text, "the council agreed")[1]
    passage = make_passage(text, "the council agreed", id="a", start=second.start)
    edited = "New lead. " + text.replace("plan as well", "plan, too")
    location = locate(edited, passage)
    assert (location.state, location.span.start) == ("moved", edited.rindex("the council agreed"))


def test_words_that_stand_at_several_places_are_ambiguous_with_all_places():
    text = "They will meet. Later they say: They will meet. And so on."
    location = locate(text, quoted("They will meet"))
    assert location.state == "ambiguous"
    assert location.places == find_words(text, "They will meet")
    assert location.span is None


def test_a_caption_printed_twice_is_no_reason_to_lose_its_passage():
    caption = "The envoys of both islands leave the harbour on Sunday"
    text = f"Lead.\n{caption}\n{caption}\nEnd."
    first = find_words(text, "leave the harbour")[0]
    passage = make_passage(text, "leave the harbour", id="a", start=first.start)
    location = locate("An added line.\n" + text, passage)
    assert (location.state, location.span.start) == ("moved", first.start + len("An added line.\n"))


def test_words_that_stand_twice_in_one_paragraph_are_no_twins():
    text = "They will meet and they agree that they will meet soon."
    assert locate(text, quoted("will meet")).state == "ambiguous"
    passage = evolve(make_passage(text, "will meet", id="a", start=5), quote=None)
    assert locate("New: " + text, passage).state == "ambiguous"


def test_words_at_their_position_are_another_passage_if_the_surroundings_stand_elsewhere():
    text = "left: some words stay. right: some words stay."
    first, second = find_words(text, "some words")
    passage = make_passage(text, "some words", id="a", start=first.start)
    shifted = text[second.start - first.start :] + " " + text
    assert locate(shifted, passage).span.start > first.start


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("keep a garrison of 5,000 sailors", "a figure differs"),
        ("keep a garrison of forty sailors", "a figure differs"),
        ("keep a garrison of 4,000,000 sailors", "a figure differs"),
        ("Westport would open its harbour within 30 days", "a name differs"),
        ("Southport would open its harbour within 30 weeks and 2 days", "a figure differs"),
        ("The envoy, Mara Lund, called it", "a name differs"),
        ("The envoy, Mara Linda, called it", "a name differs"),
        ("The envoy, Mara, called it", "a name differs"),
        ("the islands will resume in June", "a name differs"),
        ("provided that the fishing fleet is disarmed", "a negation differs"),
        ("A ferry between the islands will not resume in May", "a negation differs"),
        ("the customs union must be unaccepted by both councils", "a negation differs"),
    ],
)
def test_a_changed_figure_name_or_negation_is_never_a_hit_but_shown(words, why):
    location = locate(TEXT, quoted(words))
    assert (location.state, location.why, location.places) == ("orphaned", why, ())
    assert location.nearest is not None
    assert location.altered


@pytest.mark.parametrize(("old", "new"), [("a garrison of 4", "a garrison of 4,000"), ("it can", "it cannot")])
def test_a_figure_or_word_that_grew_is_not_the_old_one(old, new):
    text = f"They say {old} be kept."
    passage = make_passage(text, old, id="a")
    grown = text.replace(old, new)
    for record in (passage, evolve(passage, position=None), evolve(passage, quote=None)):
        assert locate(grown, record).state == "orphaned"


@pytest.mark.parametrize(
    ("words", "altered"),
    [
        (
            "the customs union has to be accepted by both councils",
            (Alteration(was="has to", now="must"),),
        ),
        (
            "would throw open its harbour within 30 days",
            (Alteration(was="throw", now=""),),
        ),
        ("let Northport keep a garrison", (Alteration(was="let", now="lets"),)),
    ],
)
def test_reworded_words_are_found_with_what_was_altered(words, altered):
    location = locate(TEXT, quoted(words))
    assert location.state == "fuzzy"
    assert location.altered == altered
    assert 0.6 <= location.score < 1


def test_what_only_shares_a_word_or_two_is_not_found():
    assert locate(TEXT, quoted("the fishing villages were happy")).state == "orphaned"
    assert locate(TEXT, quoted("entirely other matters")).nearest is None


def test_the_surroundings_decide_between_two_places_that_are_equally_alike():
    text = "North: the fleet shall leave port early. South: the fleet must leave port early. End."
    location = locate(text, quoted("the fleet will leave port early", prefix="South: ", suffix=". End"))
    assert there(text, location) == "the fleet must leave port early"


def test_a_passage_that_keeps_no_words_is_found_by_its_digest():
    text = TEXT.replace("harbour within", "harbour,\u201d within")
    passage = evolve(make_passage(text, "would open its harbour", id="a"), quote=None)
    assert locate(text, passage).state == "exact"
    moved = "An added line.\n" + text.replace("open its", "open\xa0 its")
    location = locate(moved, passage)
    assert location.state == "moved"
    assert there(moved, location) == "would open\xa0 its harbour"
    assert locate(text.replace("open its", "close its"), passage).state == "orphaned"


def test_a_digest_that_stands_twice_is_ambiguous():
    passage = evolve(make_passage("They will meet.", "They will meet", id="a"), quote=None, position=None)
    assert len(locate("They will meet. They will meet.", passage).places) == 2


@pytest.mark.parametrize("position", [Span(start=-9, end=-2), Span(start=5, end=5), Span(start=9000, end=9004)])
def test_a_position_outside_the_text_is_no_place(position):
    passage = evolve(make_passage(TEXT, "keep a garrison", id="a"), position=position)
    assert locate(TEXT, passage).span == find_words(TEXT, "keep a garrison")[0]
    assert locate(TEXT, evolve(passage, quote=None)).state == "moved"


def test_a_record_with_nothing_to_find_is_orphaned():
    assert locate(TEXT, Passage(id="a", says="something")).state == "orphaned"


WORDS = st.sampled_from(
    (
        *(
            "the",
            "a",
            "fleet",
            "island",
            "accord",
            "shall",
            "may",
            "keep",
            "open",
            "4,000",
            "30",
            "North",
            "Linde",
            "not",
        ),
        *(
            "\u201cfair\u201d",
            "harbour\u2019s",
            "caf\u00e9",
            "dock,",
            "end.",
            "\u2013",
            "mid\u00adway",
            "two\u200bfold",
        ),
    )
)
GAPS = st.sampled_from([" ", "  ", "\xa0", "\n", "\n\n", " \u200b"])
TEXTS = st.lists(st.tuples(WORDS, GAPS), min_size=3, max_size=40).map(lambda parts: "".join(w + g for w, g in parts))


@st.composite
def cuts(draw):
    text = PreparedText(draw(TEXTS)).text
    prepared = PreparedText(text)
    tokens = [number for number, token in enumerate(prepared.tokens) if token]
    first = draw(st.integers(0, len(tokens) - 1))
    last = draw(st.integers(first, min(len(tokens) - 1, first + 11)))
    start = prepared.starts[tokens[first]]
    end = prepared.starts[tokens[last]] + len(prepared.tokens[tokens[last]])
    span = prepared.span(start, end)
    return text, make_passage(prepared, text[span.start : span.end], id="a", start=span.start)


@given(cuts())
def test_law_what_was_cut_from_a_text_is_found_there(cut):
    text, passage = cut
    assert locate(text, passage).state == "exact"
    assert locate(text, passage).span == passage.position
    assert locate(text, evolve(passage, quote=None)).span == passage.position
    unplaced = locate(text, evolve(passage, position=None))
    assert passage.position in unplaced.places
    assert unplaced.state in ("exact", "ambiguous")
    by_digest = locate(text, evolve(passage, quote=None, position=None))
    assert passage.position in by_digest.places


@given(cuts(), TEXTS, TEXTS)
def test_law_edits_outside_a_passage_only_move_it(cut, before, after):
    text, passage = cut
    assume(len(find_words(text, passage.quote.exact)) == 1)
    edited = before + "\n" + text + "\n" + after
    assume(len(find_words(edited, passage.quote.exact)) == 1)
    shift = len(PreparedText(before + "\n").text)
    wanted = Span(start=passage.position.start + shift, end=passage.position.end + shift)
    for record in (passage, evolve(passage, quote=None)):
        location = locate(edited, record)
        assert (location.state, location.span) == ("moved", wanted)


@given(cuts(), st.data())
def test_law_edits_inside_a_passage_are_never_exact(cut, data):
    text, passage = cut
    span = passage.position
    words = text[span.start : span.end]
    place = data.draw(st.integers(0, len(words) - 1))
    letter = data.draw(st.sampled_from("xyzq7"))
    assume(words[place] not in (letter, " ", "\xa0", "\n", "\u200b", "\u00ad"))
    edited = text[: span.start] + words[:place] + letter + words[place + 1 :] + text[span.end :]
    assume(not find_words(edited, words))
    for record in (passage, evolve(passage, position=None), evolve(passage, quote=None)):
        assert locate(edited, record).state not in ("exact", "moved", "normalised")


@given(cuts())
def test_law_a_text_scraped_again_with_other_marks_keeps_its_passages(cut):
    text, passage = cut
    plain = str.maketrans({"\u201c": '"', "\u201d": '"', "\u2019": "'", "\u2013": "-", "\u00ad": None, "\u200b": None})
    scraped = " ".join(unicodedata.normalize("NFD", text.translate(plain)).split())
    location = locate(scraped, passage)
    assert location.state in ("exact", "moved", "normalised", "ambiguous")
    wanted = words_digest(passage.quote.exact)
    assert all(words_digest(PreparedText(scraped).text[span.start : span.end]) == wanted for span in location.places)


@given(st.text(max_size=60), st.text(min_size=1, max_size=20))
def test_law_no_text_and_no_words_break_the_search(text, words):
    location = locate(text, quoted(words))
    assert (location.state == "orphaned") == (not location.places)
    assert all(0 <= span.start < span.end <= len(PreparedText(text).text) for span in location.places)


SIGNS = st.sampled_from("ab\u2019\u201c\u2013 \n\t\xa0\u2009\u3000\u2028\x1f") | st.sampled_from("ab  \n")
UNSEEN_TOO = SIGNS | st.sampled_from("\u200b\xad\ufeff")


@given(st.lists(SIGNS, max_size=30) | st.lists(UNSEEN_TOO, max_size=30))
def test_law_a_text_is_folded_like_its_words_and_every_sign_knows_where_it_stood(signs):
    text = normalise_text("".join(signs))
    folding = fold_with_positions(text)
    assert folding.text == fold(text)
    for place, sign in enumerate(folding.text):
        span = folding.original_span(place, place + 1)
        if sign != " ":
            assert fold(text[slice(*span)]) == sign


@given(TEXTS, TEXTS)
def test_law_words_are_found_at_the_same_places_by_the_index_that_long_texts_have(text, words):
    prepared = PreparedText(text)
    for wanted in (fold(words).strip(), prepared.folding.text[5:25].strip()):
        by_reading = [*prepared.occurrences(wanted)]
        with patch("plantrack.anchoring.prepared._WORTH_AN_INDEX", 0):
            assert [*prepared.occurrences(wanted)] == by_reading
