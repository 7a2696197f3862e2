"""Of points whose wording is not kept only terms are compared, and the answer says so once, in every format."""

import json

import pytest
from small_corpus import SmallCorpus
from two_texts_samples import compared_as_html, compared_as_markdown, compared_as_page, compared_as_text

from plantrack.answers.compare import answer_compare
from plantrack.answers.diff_form import DIFF
from plantrack.answers.forms import as_json
from plantrack.corpus import find_corpus, resolve
from plantrack.differences.matrix import compare_versions
from plantrack.differences.papers import compare_papers
from plantrack.rendering import rendered

SAID = "Wording not kept here"
SEEN = "text_basis: full_text\n"
TERMS = """\
cap:
  number: "1"
  summary: The army is limited.
  terms: {cap: {bearer: arland, modality: obligation, action: limit the army}}
talks:
  number: "2"
  summary: Talks begin.
  terms: {talks: {bearer: arland, modality: obligation, action: begin talks}}
"""
ONE_TEXT = TERMS.replace("  summary: Talks begin.\n", "  summary: Talks begin.\n  text: Arland shall begin talks.\n")
ALL_TEXT = (
    'cap: {number: "1", text: Arland shall limit the army.}\ntalks: {number: "2", text: Arland shall begin talks.}\n'
)


@pytest.fixture
def corpus(tmp_path):
    made = SmallCorpus(tmp_path)
    made.version("lake", "2031-01", TERMS, head=SEEN)
    made.version("lake", "2031-02", TERMS.replace("begin talks", "end talks"), head=SEEN)
    made.version("lake", "2031-03", ONE_TEXT, head=SEEN)
    made.version("lake", "2031-04", ALL_TEXT, head=SEEN)
    made.version("lake", "2031-05", TERMS)
    return find_corpus(tmp_path)


def compare(corpus, old, new):
    return compare_papers(resolve(f"lake@2031-{old}", corpus), resolve(f"lake@2031-{new}", corpus))


@pytest.mark.parametrize(
    ("old", "new", "said", "unkept"),
    [
        (
            "01",
            "02",
            f"{SAID}: lake@2031-01; lake@2031-02; terms were compared, words were not.",
            (["cap", "talks"], ["cap", "talks"]),
        ),
        (
            "01",
            "03",
            f"{SAID}: lake@2031-01; lake@2031-03, 1; terms were compared, words were not.",
            (["cap", "talks"], ["cap"]),
        ),
        ("01", "04", f"{SAID}: lake@2031-01; terms were compared, words were not.", (["cap", "talks"], [])),
        ("05", "01", f"{SAID}: lake@2031-01; terms were compared, words were not.", ([], ["cap", "talks"])),
    ],
)
def test_whose_wording_is_not_kept_is_said_once_in_every_format(corpus, old, new, said, unkept):
    compared = compare(corpus, old, new)
    answers = [
        compared_as_text(compared), compared_as_markdown(compared), compared_as_page(compared), compared_as_html(compared),
        as_json(DIFF.answer(compared.diff)),
    ]  # fmt: skip
    for answer in answers:
        assert " ".join(answer.replace("\\@", "@").split()).count(said) == 1
        assert answer.count("Wording not kept") == 1
    held = json.loads(answers[-1])["not_kept"]
    assert (held["old"], held["new"]) == unkept


@pytest.mark.parametrize(("old", "new"), [("04", "04"), ("05", "05")])
def test_nothing_is_said_where_all_wording_is_kept_or_nobody_has_seen_it(corpus, old, new):
    assert "not kept" not in compared_as_text(compare(corpus, old, new))


def test_of_one_paper_known_at_two_times_nothing_is_said(corpus):
    assert "not kept" not in compared_as_text(compare(corpus, "01", "01"))


def test_side_by_side_it_is_said_once_of_all_papers(corpus):
    papers = [resolve(f"lake@2031-0{month}", corpus) for month in (1, 2, 3)]
    text = " ".join(rendered(answer_compare(compare_versions(papers)), "text").split())
    assert text.count(SAID) == 1
    assert f"{SAID}: lake@2031-01; lake@2031-02; lake@2031-03, 1; terms were compared, words were not." in text
