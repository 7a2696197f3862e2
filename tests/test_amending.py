"""Texts that say how another one changes: noticed, applied to it, or said not to fit."""

import pytest

from plantrack.corpus import find_corpus
from plantrack.corpus.papers import resolve_pair
from plantrack.documents.amending import Amendment, apply_amendments, find_amendment, is_amending
from plantrack.documents.reading import read_document

BASE = "# Plan\n\n1. Arland pays five crowns.\n2. Troops stop.\n   a. now;\n   b. here.\n3. All go.\n4. Both rest.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In point 1, replace “five” by “seven”.", Amendment("words", "1", "five", "seven")),
        ('In Article 5(b), the words "ten days" shall be replaced by the words "two weeks".', Amendment("words", "5.b", "ten days", "two weeks")),
        ("in paragraph 1, first sentence, “x” is replaced by “y”;", Amendment("words", "1", "x", "y")),
        ("Replace “x” in point 4 with “y”.", Amendment("words", "4", "x", "y")),
        ("For “five” in point 2 substitute “six”.", Amendment("words", "2", "five", "six")),
        ("In point 2 delete “now”.", Amendment("delete", "2", "now")),
        ("In point 2, the word “now” is deleted.", Amendment("delete", "2", "now")),
        ("Delete point 3.", Amendment("gone", "3")),
        ("Article 12 is hereby repealed.", Amendment("gone", "12")),
        ("Point 3 is replaced by the following: Stop.", Amendment("point", "3", "", "Stop.")),
        ("Article 7 shall read as follows: “All go home.”", Amendment("point", "7", "", "All go home.")),
        ("After point 4, insert: “4A. Aid comes.”", Amendment("after", "4", "", "4A. Aid comes.")),
        ("Insert after Article 4 the following: Aid.", Amendment("after", "4", "", "Aid.")),
        ("In point 2, after “troops” insert “and police”.", Amendment("insert", "2", "troops", "and police")),
        ("At the end of point 6, add “, soon”.", Amendment("end", "6", "", ", soon")),
        ("Add a new point 9: Both pay.", Amendment("new", "9", "", "Both pay.")),
    ],
)  # fmt: skip
def test_an_amendment_is_read_whichever_way_it_is_put(text, expected):
    assert find_amendment(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Arland shall replace its troops in point 3.",
        "The parties shall add five guards.",
        "Point 3 is deleted from the agenda of the talks.",
        "All mines are removed within 30 days.",
        "",
    ],
)
def test_a_duty_is_no_amendment(text):
    assert find_amendment(text) is None


def amended(text: str) -> dict[str | None, str | None]:
    changed = apply_amendments(read_document(BASE, "base.md"), read_document(text, "new.md"))
    return {provision.number: provision.text for provision in changed.provisions}


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("In point 1, replace “five” by “seven”.", {"1": "Arland pays seven crowns."}),
        ("Delete point 3.", {"3": None}),
        ("Delete point 2.", {"2": None, "2.a": None, "2.b": None}),
        ("Point 2.a is replaced by: at once;", {"2.a": "at once;"}),
        ("Article 2 is replaced by the following: “All halt.”", {"2": "All halt.", "2.a": None, "2.b": None}),
        ("After point 2, insert: “2A. Aid comes.”", {"2A": "Aid comes."}),
        ("Add a new point 9: Both pay.", {"9": "Both pay."}),
        ("At the end of point 3, add “, soon”.", {"3": "All go, soon."}),
        ("In point 2, after “Troops” insert “and police”.", {"2": "Troops and police stop."}),
    ],
)
def test_amendments_change_what_they_name_and_nothing_else(text, changed):
    before = {provision.number: provision.text for provision in read_document(BASE, "base.md").provisions}
    expected = {number: text for number, text in {**before, **changed}.items() if text is not None}
    assert amended(f"{text}\n\nDelete point 4.\n") == {
        number: text for number, text in expected.items() if number != "4"
    }


@pytest.mark.parametrize("text", ["In point 1, replace “nine” by “ten”.", "Delete point 77.", "Make point 1 better."])
def test_what_cannot_be_applied_changes_nothing_and_is_said(text):
    document = apply_amendments(
        read_document(BASE, "base.md"), read_document(f"{text}\n\nDelete point 4.\n\nDelete point 3.\n", "new.md")
    )
    assert document.provisions[0].text == "Arland pays five crowns."
    assert [line.text for line in document.outside if line.place == "amendment"] == [text]
    assert any("not applied" in remark.what for remark in document.remarks)


def test_parts_of_an_amended_article_are_found_below_it():
    text = "Article 1\n\nArticle 2 of the Plan is amended as follows:\n\n(a) paragraph a is deleted;\n\n(b) in paragraph b, replace “here” by “there”.\n"
    assert amended(text)["2.b"] == "there."
    assert "2.a" not in amended(text)


def test_an_amending_text_is_noticed_and_a_paper_of_points_is_not():
    amending = read_document("1. In point 1, replace “five” by “six”.\n2. Delete point 3.\n", "new.md")
    assert is_amending(amending.provisions)
    assert any("no paper of points" in remark.what for remark in amending.remarks)
    assert not is_amending(read_document(BASE, "base.md").provisions)


def test_two_papers_are_the_amended_one_before_and_after(tmp_path):
    base, new = tmp_path / "base.md", tmp_path / "new.md"
    base.write_text(BASE)
    new.write_text("1. In point 1, replace “five” by “six”.\n2. Delete point 3.\n")
    before, after = resolve_pair(str(base), str(new), find_corpus(), amends=str(base))
    assert [provision.number for provision in before.version.provisions.values()] == ["1", "2", "2.a", "2.b", "3", "4"]
    assert [provision.number for provision in after.version.provisions.values()] == ["1", "2", "2.a", "2.b", "4"]
    assert after.version.provisions["p1"].text == "Arland pays six crowns."
