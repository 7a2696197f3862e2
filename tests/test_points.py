"""The points of a document: how they are numbered, and which words are theirs."""
# ruff: noqa: RUF001 - numbers as other scripts print them

import pytest

from plantrack.documents.document import Document
from plantrack.documents.reading import read_document

ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def read(text: str) -> Document:
    return read_document(text, "text.md")


def numbers(text: str) -> list[str | None]:
    return [provision.number for provision in read(text).provisions]


def texts(text: str) -> dict[str | None, str | None]:
    return {provision.number: provision.text for provision in read(text).provisions}


def titles(text: str) -> list[tuple[str | None, str | None]]:
    return [(provision.title, provision.text) for provision in read(text).provisions]


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
        ("1- Stop.\n2- Go.\n3- Wait.", ["1", "2", "3"]),
        ("1 - Stop.\n2 - Go.", ["1", "2"]),
        ("1\tStop.\n2\tGo.", ["1", "2"]),
        ("Article One\n\nStop.\n\nArticle Two\n\nGo.", ["1", "2"]),
        ("Article the First\nStop.\nArticle the Second\nGo.", ["1", "2"]),
        ("First Article\n\nStop.\n\nSecond Article\n\nGo.", ["1", "2"]),
        ("Article (1)\nStop.\nArticle (2)\nGo.", ["1", "2"]),
        ("Sec. 1. Stop.\n\nSec. 2. Go.", ["1", "2"]),
        ("§ 1 Stop.\n\n§ 2 Go.", ["1", "2"]),
        ("No. 1: Stop.\nNo. 2: Go.", ["1", "2"]),
        ("① Stop.\n② Go.", ["1", "2"]),
        ("1° Stop.\n2° Go.", ["1", "2"]),
        ("Стаття 1\n\nСтій.\n\nСтаття 2\n\nЙди.", ["1", "2"]),
        ("المادة 1 الأول\n\nالمادة 2 الثاني", ["1", "2"]),
        ("第一条停火。\n\n第二条撤军。\n\n第十一条生效。", ["1", "2", "11"]),
        ("First, Arland stops.\n\nSecond, Belmark goes.", ["1", "2"]),
        ("Firstly: stop.\nSecondly: go.", ["1", "2"]),
        ("1. Stop.\n2. Go.\n2bis. Wait.\n2 ter. Rest.\n3. Pay.", ["1", "2", "2bis", "2ter", "3"]),
        ("1. Stop.\n1A. Go.\n2. Wait.", ["1", "1A", "2"]),
        ("1. All:\n(1) stop;\n(2) go.\n2. Wait.", ["1", "1.1", "1.2", "2"]),
        (
            "1. All:\n   1. stop:\n      1. now;\n      2. then;\n   2. go.\n2. Wait.",
            ["1", "1.1", "1.1.1", "1.1.2", "1.2", "2"],
        ),
        ("1. All: (a) stop.\n\n2. (a) Go.\n\n(b) Wait.", ["1", "2", "2.a", "2.b"]),
        (
            "1. x:\n" + "".join(f"({letter}) y;\n" for letter in (*ALPHABET, "aa", "bb")),
            ["1", *(f"1.{letter}" for letter in (*ALPHABET, "aa", "bb"))],
        ),
        ("1. x:\nа) a;\nб) b.", ["1", "1.\u0430", "1.\u0431"]),
        ("1. Stop. 2. Go. 3. Wait.", ["1", "2", "3"]),
        ("(1) stop; (2) go; (3) wait.", ["1", "2", "3"]),
        ("The parties: a) stop; b) go;\nc) wait.", ["a", "b", "c"]),
        ("A.1 Stop.\n\nA.2 Go.\n\nB.1 Wait.", ["a.1", "a.2", "b.1"]),
        ("PART I\n\n1. Stop.\n\n2. Go.\n\nPART II\n\n1. Wait.", ["1", "2", "1"]),
        ("CHAPTER I\nGENERAL\n\nArticle 1\n\nStop.\n\nCHAPTER II\n\nArticle 2\n\nGo.", ["1", "2"]),
        (
            "Phase 1: Truce\n\n1. Stop.\n2. Go.\n\nPhase 2: Peace\n\n1. Wait.\n2. Pay.",
            ["1", "1.1", "1.2", "2", "2.1", "2.2"],
        ),
        (
            "Article 1\nStop.\n\nSECTION 1. WAR\n\nArticle 2\nGo.\n\nArticle 3\nRest.\n\nSECTION 2. PEACE\n\nArticle 4\nPay.",
            ["1", "2", "3", "4"],
        ),
        ("3.1 Scope\n\nIt holds.\n\n3.2 End\n\nIt ends.", ["3.1", "3.2"]),
        ("| No | What |\n|---|---|\n| 1 | Stop. |\n| 2 | Go. |", ["1", "2"]),
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


def test_a_year_at_the_start_of_a_line_is_no_point():
    points = read("1. The law of\n2014. It holds.\n").provisions
    assert [(point.number, (point.text or "").split()) for point in points] == [
        ("1", "The law of 2014. It holds.".split())
    ]


@pytest.mark.parametrize("form", ["{}. Each side withdraws.", "({}) Each side withdraws.", "{}) Each side withdraws."])
def test_a_list_goes_on_beyond_999(form):
    asked = [*range(1, 1003)]
    assert numbers("\n\n".join(map(form.format, asked))) == [str(number) for number in asked]


@pytest.mark.parametrize("last", [3, 998, 2013])
def test_a_number_of_four_figures_that_no_number_leads_up_to_is_no_point(last):
    text = "\n\n".join(f"{number}. Each side withdraws." for number in (1, 2, last)) + "\n\n2015. Then it holds.\n"
    assert "2015" not in numbers(text)


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1. Ceasefire\n   The parties stop from 1 May.\n2. Aid\n   The lake council sends aid to all.",
            ["Ceasefire", "Aid"],
        ),
        ("1. Ceasefire\n\nThe parties stop.\n\n2. Aid\n\nAid comes.", ["Ceasefire", "Aid"]),
        (
            "Article 1\nUse of terms\nFor this paper a day is 24 hours.\n\nArticle 2\nAid\nAid comes.",
            ["Use of terms", "Aid"],
        ),
        ("Article 1 – Aid\n\nAid comes.\n\nArticle 2 – Pay\n\nArland pays.", ["Aid", "Pay"]),
        ("## Article 1\n\n### Aid\n\nAid comes.\n\n## Article 2\n\n### Pay\n\nArland pays.", ["Aid", "Pay"]),
        ("1. Arland and\nBelmark shall stop at\nthe river.\n2. Go.", [None, None]),
    ],
)
def test_a_short_line_above_the_words_of_a_point_is_its_title(text, expected):
    assert [provision.title for provision in read(text).provisions] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Stop under the rules of point\n3. It does so.\n2. Go.\n3. Wait.", ["1", "2", "3"]),
        ("1. Stop.\n2. Arland acts under point\n3. It does so soon.\n3. Go.", ["1", "2", "3"]),
        ("1. They meet on\n2. May they come.\n2. Go.", ["1", "2"]),
        ("1. It holds under Art. 2. The rest is free.\n2. Go.", ["1", "2"]),
        ("1. The fund holds\n7.5 million crowns.\n2. Go.", ["1", "2"]),
        ("1. Stop.\n\n7.5 million crowns are paid.\n\n2. Go.", ["1", "2"]),
        ("1. Stop.\n\nA. Smith shall lead the mission.\n\n2. Go.", ["1", "2"]),
    ],
)
def test_a_number_of_the_sentence_begins_no_point(text, expected):
    assert numbers(text) == expected


def test_a_paragraph_is_of_the_point_that_it_stands_in():
    points = read("1. Stop:\n\n   a. now;\n\n      at once;\n\n   b. here.\n\n   So it is.\n\n2. Go.\n").provisions
    assert [(one.number, one.text) for one in points] == [
        ("1", "Stop:\nSo it is."),
        ("1.a", "now;\nat once;"),
        ("1.b", "here."),
        ("2", "Go."),
    ]


def test_a_body_under_a_titled_sub_number_stays_there():
    found = {
        one.number: (one.title, one.text)
        for one in read("Article 3\n\n3.1 Scope\n\nIt holds.\n\n3.2 End\n\nIt ends.").provisions
    }
    assert found == {"3": (None, None), "3.1": ("Scope", "It holds."), "3.2": ("End", "It ends.")}


def test_flush_words_below_the_letters_of_a_point_are_of_the_point():
    assert (
        texts("Article 2\n\n1. All:\n\n(a) stop;\n\n(b) go.\n\nEach shall do so soon.\n\n2. Wait.")["2.1"]
        == "All:\nEach shall do so soon."
    )


def test_a_list_goes_on_after_a_heading_inside_it():
    assert numbers("Article 1\n\na) stop;\n\nb) go:\n\nIN ARLAND\n\nThe lake.\n\nc) wait.") == [
        "1",
        "1.a",
        "1.b",
        "1.c",
    ]


def test_points_without_words_of_their_own_have_no_text():
    assert [(one.number, one.text) for one in read("Article 2\n\n1.\n\n(a) x y z\n\n(b) z y x\n").provisions] == [
        ("2", None),
        ("2.1", None),
        ("2.1.a", "x y z"),
        ("2.1.b", "z y x"),
    ]


def test_inline_items_of_a_numbered_point_stay_in_its_text():
    assert (
        texts("1. They shall (a) stop, (b) go and (c) wait.\n2. Rest.")["1"]
        == "They shall (a) stop, (b) go and (c) wait."
    )


def test_annexes_number_their_points_anew_below_their_names():
    document = read(
        "Article 1\n\nStop.\n\nANNEX A\n\n1. Map.\n\n2. Road.\n\nAnnex II: List\n\nOss and Marn.\n\nAPPENDIX\n\n1. End.\n"
    )
    assert [one.number for one in document.provisions] == ["1", "annex-a.1", "annex-a.2", None, "appendix.1"]
    assert [(line.place, line.text) for line in document.outside] == [
        ("annex-a heading", "ANNEX A"),
        ("annex-2 heading", "Annex II: List"),
        ("appendix heading", "APPENDIX"),
    ]


def test_a_sentence_on_an_annex_heads_none():
    assert numbers("1. Stop.\n\nAnnex A lists the sites.\n\n2. Go.") == ["1", "2"]


def test_alternatives_that_a_text_names_are_kept_in_the_text_and_as_variants():
    point = read("1. Arland pays [Option A: 5] [Option B: [7] or 8] million.\n2. Go.").provisions[0]
    assert point.text == "Arland pays [Option A: 5] [Option B: [7] or 8] million."
    assert [variant.text for variant in point.variants] == ["5", "[7] or 8"]


@pytest.mark.parametrize(
    ("text", "bracketed"),
    [
        ("1. Within [30] [60] days.\n2. Go.", True),
        ("1. Arland [shall]/[should] pay.\n2. Go.", True),
        ("1. Stop [now].\n2. Go.", False),
    ],
)
def test_brackets_of_a_negotiated_text_are_said(text, bracketed):
    assert read(text).reading.form.endswith("with alternatives in brackets") == bracketed
