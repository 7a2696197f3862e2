"""A redline of two texts: to accept every tracked change gives NEW, to reject them OLD, and labels are comments."""

import io

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from test_two_texts import samples
from two_texts_samples import Sample, karsk

from plantrack.answers.explain import answer_explanation
from plantrack.answers.marking import merged_words
from plantrack.answers.redline import answer_redline
from plantrack.answers.two_texts import arrange_two_texts
from plantrack.cli.main import main
from plantrack.differences.explanation import explain_diff
from plantrack.plain import one_line
from plantrack.rendering import rendered


def redline_of(diff):
    return docx.Document(io.BytesIO(rendered(answer_redline(diff), "docx")))


def decided(document, *, accept):
    """The paragraphs that are left when every change is accepted, or rejected."""
    gone = "w:del" if accept else "w:ins"
    texts = []
    for paragraph in document.paragraphs:
        text = ""
        for piece in paragraph._p.iter(qn("w:t"), qn("w:delText")):
            change = next((one for one in piece.iterancestors() if one.tag in (qn("w:del"), qn("w:ins"))), None)
            if change is None or change.tag != qn(gone):
                text += piece.text or ""
        texts.append(text)
    return [text for text in texts if text.strip()]


def printed(points, outside):
    """Every word of one paper."""
    words = [one for point in points for one in ((point.number or "").rpartition(".")[2], point.title, point.text)]
    return sorted("".join(one_line(one).split()) for one in (*words, *(line.text for line in outside)) if one)


def squeezed(words):
    return "".join(sorted("".join(words)))


@settings(max_examples=25)
@given(samples())
def test_to_accept_every_change_gives_the_new_text_and_to_reject_them_the_old_one(diff):
    document = redline_of(diff)
    for accept, points, outside in (
        (True, diff.points_new, diff.outside_new),
        (False, diff.points_old, diff.outside_old),
    ):
        shown = squeezed("".join("".join(decided(document, accept=accept)).split()).replace(".", ""))
        assert shown == squeezed("".join(printed(points, outside)).replace(".", ""))


def test_paragraphs_stand_in_the_order_of_each_paper():
    sample = Sample().pair(("1", "Guns leave."), ("2", "Guns leave."))
    sample.pair(("2", "Roads open."), ("1", "Roads open now."))
    diff = sample.diff()
    document = redline_of(diff)
    assert decided(document, accept=False) == ["1. Guns leave.", "2. Roads open."]
    assert sorted(decided(document, accept=True)) == ["1. Roads open now.", "2. Guns leave."]


def test_every_label_is_a_comment():
    diff = karsk().diff()
    package = rendered(answer_redline(diff), "docx")
    told = [comment.text for comment in docx.Document(io.BytesIO(package)).comments]
    labels = [label for block in arrange_two_texts(diff).blocks for label in block.labels]
    assert labels
    assert set(labels) <= set(told)
    assert package == rendered(answer_redline(diff), "docx")


@pytest.mark.parametrize(("old", "new"), [("", "a b"), ("a b c", "a c"), ("one two", "two one"), ("a  b", "a b")])
def test_merged_words_are_both_wordings(old, new):
    merged = merged_words(old, new)
    assert "".join(text for text, mark in merged if mark != "new") == old
    assert "".join(text for text, mark in merged if mark != "old") == new


def test_any_answer_is_a_word_file_with_styles_and_tables():
    document = docx.Document(io.BytesIO(rendered(answer_explanation(explain_diff(karsk().diff())), "docx")))
    assert document.paragraphs[0].style.name == "Title"
    assert document.tables[0].cell(1, 0).text == "january.md"


def test_the_command_writes_a_file_that_the_command_reads_back(tmp_path, capsys):
    (tmp_path / "old.md").write_text("1. Guns leave in ten days.\n2. Roads open.\n", encoding="utf-8")
    (tmp_path / "new.md").write_text("1. Guns leave in six days.\n2. Schools open.\n", encoding="utf-8")
    out = str(tmp_path / "redline.docx")
    for words in (["diff", *(str(tmp_path / name) for name in ("old.md", "new.md")), "--format", "docx", "-o", out],
                  ["diff", str(tmp_path / "new.md"), out]):  # fmt: skip
        with pytest.raises(SystemExit) as ended:
            main(words)
        assert ended.value.code == 0
    assert "The two texts say the same in the same words." in capsys.readouterr().out
