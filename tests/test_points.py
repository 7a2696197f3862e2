"""Numbered points from Markdown and plain text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack.reading.points import Points, read_points


def read(text: str) -> Points:
    return read_points(text, name="text.md")


def numbers(text: str) -> list[str | None]:
    return [provision.number for provision in read(text).provisions]


def texts(text: str) -> dict[str | None, str | None]:
    return {provision.number: provision.text for provision in read(text).provisions}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Stop.\n2. Go.", ["1", "2"]),
        ("1) Stop.\n\n2) Go.", ["1", "2"]),
        ("(1) Stop.\n\n(2) Go.", ["1", "2"]),
        ("Point 1: Stop.\nPoint 2: Go.", ["1", "2"]),
        ("Article 1 Stop.\n\nArticle 2 Go.", ["1", "2"]),
        ("ARTICLE I\n\nStop.\n\nARTICLE II\n\nGo.", ["1", "2"]),
        ("I. Stop.\n\nII. Go.\n\nIV. Wait.", ["1", "2", "4"]),
        ("## 1. Stop\n\nNow.\n\n## 2. Go\n\nLater.", ["1", "2"]),
        ("**1. Stop.** Now.\n\n**2. Go.** Later.", ["1", "2"]),
        ("    1. Stop.\n    2. Go.", ["1", "2"]),
        ("> 1. Stop.\n> 2. Go.", ["1", "2"]),
        ("1. Stop.\n3. Go.\n3. Wait.", ["1", "3", "3"]),
        ("1. Stop.\n1. Go.\n1. Wait.", ["1", "1", "1"]),
        ("10. All shall:\n    a. stop;\n    b. go.", ["10", "10.a", "10.b"]),
        ("10. All shall:\n\n(a) stop;\n\n(b) go.", ["10", "10.a", "10.b"]),
        ("10. All.\n10.a Stop.\n10.b Go.\n11. Wait.", ["10", "10.a", "10.b", "11"]),
        ("1.1 Stop.\n1.2 Go.\n2.1 Wait.", ["1.1", "1.2", "2.1"]),
        ("10.a Stop.\n10.b Go.\n\n10.c Wait.", ["10.a", "10.b", "10.c"]),
        ("1.1 All:\n1.1.1 Stop.\n1.1.2 Go.\n1.2 Wait.", ["1.1", "1.1.1", "1.1.2", "1.2"]),
        ("3. All:\n   1. stop;\n   2. go.\n4. Wait.", ["3", "3.1", "3.2", "4"]),
        ("3. All:\n   (i) stop;\n   (ii) go.", ["3", "3.1", "3.2"]),
        (
            "1. All:\n" + "".join(f"   {letter}. x\n" for letter in "abcdefghij"),
            ["1", *(f"1.{x}" for x in "abcdefghij")],
        ),
        ("Article 1\n\n1. Stop.\n\n2. Go.\n\nArticle 2\n\n1. Wait.", ["1", "1.1", "1.2", "2", "2.1"]),
        ("I. Security\n\n1. Stop.\n\nII. Economy\n\n2. Go.\n\n3. Wait.", ["1", "2", "3"]),
        ("1. All:\n   a. stop;\n   b. go;\n   b. wait;\n   d. rest.", ["1", "1.a", "1.b", "1.b", "1.d"]),
        ("A line before.\n1. Stop.\n2. Go.", ["1", "2"]),
        ("A line before.\n2. Stop.\n3. Go.", ["2", "3"]),
        ("- Stop.\n- Go.\n  - Slowly.", [None, None, None]),
    ],
)
def test_numbers_are_kept_as_printed_in_one_spelling(text, expected):
    assert numbers(text) == expected


@pytest.mark.parametrize(
    "empty",
    [
        "[deleted]",
        "(deleted)",
        "[removed]",
        "Deleted.",
        "[intentionally omitted]",
        "",
        "[ ]",
        "—",
        "[Article repealed]",
    ],
)
def test_a_point_kept_as_an_empty_number_is_removed_and_has_no_text(empty):
    second = read(f"1. Stop.\n2. {empty}\n3. Go.").provisions[1]
    assert (second.number, second.wording, second.text) == ("2", "removed", None)


@pytest.mark.parametrize(
    "kept", ["[Deferred: the port]", "Removed soldiers go home.", "[not agreed]", "Void contracts lapse."]
)
def test_a_point_that_says_something_is_in_the_text(kept):
    assert read(f"1. Stop.\n2. {kept}").provisions[1].wording == "in_text"


def test_a_parent_keeps_its_stem_and_sub_points_name_it():
    points = read("1. The mission shall:\n   a. patrol;\n   b. train.").provisions
    assert [(point.id, point.parent, point.text) for point in points] == [
        ("p1", None, "The mission shall:"),
        ("p1-a", "p1", "patrol;"),
        ("p1-b", "p1", "train."),
    ]


def test_ids_are_unique_where_numbers_repeat():
    ids = [point.id for point in read("1. a\n1. b\n1.2 c\n1. d\n").provisions]
    assert len(set(ids)) == len(ids)


def test_bold_beginnings_and_headings_are_titles():
    points = read("1. **Ceasefire.** All stop.\n2. **Kestria** shall stop.\n\n### 3. Aid\n\nAid comes.\n").provisions
    assert [(point.title, point.text) for point in points] == [
        ("Ceasefire", "All stop."),
        (None, "Kestria shall stop."),
        ("Aid", "Aid comes."),
    ]


def test_a_point_that_is_bold_throughout_keeps_its_text():
    point = read("1. **All sides stop.**\n").provisions[0]
    assert (point.title, point.text) == (None, "All sides stop.")


def test_points_may_have_several_paragraphs():
    assert texts("1. One.\n\n   Two.\n\n2. Three.\n") == {"1": "One.\nTwo.", "2": "Three."}


def test_a_paragraph_outside_the_list_belongs_to_the_point_above_if_others_follow_and_that_is_said():
    points = read("1. One.\n\nTwo.\n\n2. Three.\n")
    assert points.provisions[0].text == "One.\nTwo."
    assert any(remark.line == 3 for remark in points.remarks)


def test_introductions_headings_and_remarks_are_no_points_and_are_said_with_their_lines():
    points = read("# Plan\n\nWe agree.\n\n1. Stop.\n\n## Annex\n\n2. Go.\n\nDone at Hesk.\n")
    assert points.title == "Plan"
    assert [point.text for point in points.provisions] == ["Stop.", "Go."]
    assert [remark.line for remark in points.remarks] == [3, 7, 11]


def test_a_year_at_the_start_of_a_line_is_no_point():
    points = read("1. The law of\n2014. It holds.\n").provisions
    assert [(point.number, (point.text or "").split()) for point in points] == [
        ("1", "The law of 2014. It holds.".split())
    ]


def test_a_number_that_may_be_a_point_and_is_read_as_words_is_said_with_its_line():
    points = read("1.1 The fund holds\n7.5 million crowns.\n1.2 Go.\n")
    assert [point.number for point in points.provisions] == ["1.1", "1.2"]
    assert (points.provisions[0].text or "").split() == "The fund holds 7.5 million crowns.".split()
    assert [remark.line for remark in points.remarks if "may be a point 7.5" in remark.what] == [2]


def test_bullets_inside_a_point_are_part_of_its_text():
    assert texts("1. They shall:\n   - stop\n   - go\n") == {"1": "They shall:\nstop\ngo"}


def test_invisible_marks_and_windows_newlines_do_no_harm():
    points = read("\ufeff1.\u00a0Cease\u00adfire\u200b now.\r\n2. “Go”.\r\n").provisions
    assert [point.text for point in points] == ["Ceasefire now.", "“Go”."]


def test_html_is_text():
    assert texts("1. <script>x</script> stop\n") == {"1": "<script>x</script> stop"}


def test_reference_definitions_and_fences_hide_no_words():
    text = "1. Stop.\n2. [status]: deferred\n3. ```\n   Go.\n   ```\n"
    assert "deferred" in (texts(text)["2"] or "")
    assert "Go." in (texts(text)["3"] or "")


@given(st.text(alphabet="ab 12.()[]*_-#>:`\n\t\u00a0IVX", max_size=200))
def test_no_word_is_dropped_silently(text):
    points = read(text)
    said = " ".join(
        [points.title or "", *(f"{p.title or ''} {p.text or ''}" for p in points.provisions), *map(str, points.remarks)]
    )
    longest = [word for word in text.replace("\u00a0", " ").split() if word.isalpha() and set(word) <= {"a", "b"}]
    missing = [word for word in longest if len(word) > 1 and word not in said]
    assert not missing or any("…" in str(remark) for remark in points.remarks)


@given(
    st.lists(st.sampled_from(["1. x", "2. y", "   a. z", "(b) w", "", "text", "## h", "- b", "Article 3"]), max_size=12)
)
def test_ids_are_unique_and_parents_stand_before_their_sub_points(lines):
    seen: set[str] = set()
    for point in read("\n".join(lines)).provisions:
        assert point.id not in seen
        assert point.parent is None or point.parent in seen
        seen.add(point.id)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        ">" * 100_000,
        "- " * 50_000,
        "1. " * 50_000,
        "1. " + "(a) " * 20_000,
        "1. " + "word " * 100_000,
        "\n".join(" " * (2 * depth) + "- x" for depth in range(500)),
        "*" * 100_000,
        "1. " + "[" + " " * 200_000,
        "(" * 200_000,
        "i" * 200_000,
        "1." * 50_000,
    ],
)
def test_hostile_text_ends_soon(text):
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 20  # quadratic work would take minutes, even on a slow machine


def test_the_number_of_a_page_belongs_to_no_point_and_is_named():
    text = (
        "1. Arland shall stop.\nIt shall go home.\n\nPage 1 of 2\n\n2. Belmark shall stop on page 2 of\nthe map.\n2/2\n"
    )
    points = read_points(text, name="x.txt")
    assert [provision.text for provision in points.provisions] == [
        "Arland shall stop. It shall go home.",
        "Belmark shall stop on page 2 of the map.",
    ]
    assert [(remark.line, remark.found) for remark in points.remarks] == [(4, "'Page 1 of 2'"), (8, "'2/2'")]
