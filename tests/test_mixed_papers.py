"""Changes of words, of lines outside the points and of facts of the papers, where one of the papers is known from reports."""

import json

import pytest
from jsonschema import Draft202012Validator
from two_texts_samples import (
    compared_as_html,
    compared_as_markdown,
    compared_as_page,
    compared_as_text,
    two_texts_as_json,
)

from plantrack.answers.change_words import change_words
from plantrack.corpus import find_corpus, resolve
from plantrack.differences.papers import compare_papers
from plantrack.differences.result import Change, Words, WordSpan
from plantrack.schemas import schema_for
from plantrack.value import evolve

CAP = ("ua-armed-forces-cap",)
EXTRA = (
    Change(kind="outside-changed", place="closing", before="Signed in Geneva.", after="Initialled in Geneva.", effect=None),
    Change(kind="outside-changed", place="preamble", after="A new line.", effect=None),
    Change(kind="paper-changed", place="standing", before="draft", after="signed"),
    Change(kind="paper-changed", place="parties", part="signatory", before=[], after=["RU", "US"]),
    Change(
        kind="wording-unexplained", old_ids=CAP, new_ids=CAP, old=("6",), new=("6",), effect=None, certainty=None,
        before="the army", after="the forces", words=Words(old=(WordSpan(0, 8, "the army"),), new=(WordSpan(0, 10, "the forces"),)),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("modality", "words"),
    [
        ("prohibition", "ban added: Arland: must not station guards"),
        ("obligation", "duty added: Arland: must station guards"),
        ("permission", "permission added: Arland: may station guards"),
        ("right", "right added: Arland: has the right to station guards"),
        ("unspecified", "sentence added: Arland: station guards"),
    ],
)
def test_a_ban_never_reads_as_a_duty(modality, words):
    term = {"bearer": ["Arland"], "modality": modality, "action": "station guards"}
    assert change_words(Change(kind="term-added", after=term), {}) == words


@pytest.fixture(scope="module")
def compared():
    corpus = find_corpus(None)
    made = compare_papers(resolve("28pt", corpus), resolve("19pt", corpus))
    return evolve(made, diff=evolve(made.diff, changes=(*EXTRA, *made.diff.changes)))


def test_they_stand_in_the_text_beside_what_is_reported(compared):
    text = compared_as_text(compared)
    below = text.partition("\nBESIDE THE POINTS\n")[2]
    assert "outside the points (closing)\n       read both: Signed in Geneva. → Initialled in Geneva.\n" in below
    assert "only in NEW: A new line." in text
    assert "standing: draft → signed" in text
    assert "signatory: nothing → Russia, United States" in text
    assert "\nChanged  " not in text  # a line and a fact are no points


def test_they_stand_in_the_report(compared):
    report = compared_as_markdown(compared)
    assert "signatory: nothing → Russia, United States" in report
    assert "only in NEW: A new line." in report
    assert "standing: draft" in compared_as_page(compared)
    assert "standing: draft" in compared_as_html(compared)


def test_json_has_them_and_passes_its_schema(compared):
    form = json.loads(two_texts_as_json(compared.diff))
    assert [error.message for error in Draft202012Validator(schema_for("diff")).iter_errors(form)] == []


def test_they_are_told_of_no_paper_by_its_words(compared):
    assert "{+" not in compared_as_text(compared)
