"""`trace` follows one matter through all papers, by id and by declared lineage."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_corpus import SmallCorpus

import plantrack
from plantrack.cli import main
from plantrack.errors import UnknownNameError

SEEN = "text_basis: full_text\n"


def term(value):
    quantity = f"{{operator: lteq, value: {value}, unit: person}}"
    return f"terms: {{cap: {{bearer: arland, modality: obligation, action: limit forces, quantity: {quantity}}}}}"


@pytest.fixture
def corpus(tmp_path):
    made = SmallCorpus(tmp_path)
    made.source("late", ("text", "outlet:herald, doc:leaked-text", "named"), issued="2031-05-09")
    made.source("early", ("text", "outlet:post, doc:leaked-text", "named"), outlet="post", issued="2031-05-03")
    made.version("p", "2031-05-01", f"cap:\n  number: '1'\n  {term(100)}\n  evidence: [late#text, early#text]\n", SEEN)
    made.version(
        "p",
        "2031-05-02",
        f"cap:\n  number: '1'\n  {term(100)}\n",
        SEEN + "derived_from: [{version: p@2031-05-01, relation: revises}]\n",
    )
    split = "lineage: [{op: split, from: cap}]"
    made.version(
        "p",
        "2031-05-03",
        f"land:\n  {split}\n  {term(60)}\nsea:\n  {split}\n  {term(40)}\n",
        SEEN + "derived_from: [{version: p@2031-05-02, relation: revises}]\n",
    )
    made.version(
        "p", "2031-05-04", "border:\n  summary: Open.\n", "derived_from: [{version: p@2031-05-03, relation: revises}]\n"
    )
    made.version("p", "2031-05-05", "border:\n  summary: Open.\n", SEEN)
    made.version("other", "2031-05-06", "fish:\n  summary: Fish.\n", SEEN)
    return made


def traced(corpus, provision="cap"):
    return plantrack.trace(provision, corpus=corpus.root)


def test_papers_come_by_date_and_each_says_whether_the_matter_stands_in_it(corpus):
    found = [(one.version.version, one.presence) for one in traced(corpus).versions]
    assert found == [
        ("2031-05-01", "stands"),
        ("2031-05-02", "stands"),
        ("2031-05-03", "stands"),
        ("2031-05-04", "not_reported"),
        ("2031-05-05", "absent"),
    ]


def test_the_first_passage_is_the_earliest_whatever_its_place_in_the_file(corpus):
    source, passage = traced(corpus).versions[0].states[0].first
    assert (source.id, passage.id) == ("early", "text")


def test_the_same_state_again_names_the_paper_that_had_it(corpus):
    first, second = (one.states[0] for one in traced(corpus).versions[:2])
    assert (first.since, second.since) == (None, "p@2031-05-01")


def test_a_split_is_followed_from_the_whole_to_its_parts(corpus):
    found = traced(corpus)
    assert set(found.ids) == {"cap", "land", "sea"}
    assert found.versions[2].came_from == (("split", ("cap",)), ("split", ("cap",)))


def test_a_part_is_followed_back_to_the_whole_and_not_to_its_sibling(corpus):
    assert set(traced(corpus, "land").ids) == {"cap", "land"}


def test_other_families_that_never_speak_of_it_are_named(corpus):
    assert traced(corpus).plans_without == ("other",)


def test_a_matter_is_found_by_its_label():
    root = Path(__file__).parents[1]
    assert plantrack.trace("UKRAINE'S FORCES", corpus=root) == plantrack.trace("ua-armed-forces-cap", corpus=root)


def test_a_matter_that_no_paper_has_is_refused_with_near_names(corpus):
    with pytest.raises(UnknownNameError) as refused:
        traced(corpus, "capp")
    assert refused.value.near == ("cap",)


def test_printed_it_fits_the_terminal_and_does_not_take_silence_for_removal(corpus):
    done = CliRunner().invoke(main, ["trace", "1", "--in", "p@first", "--corpus", str(corpus.root)])
    assert done.exit_code == 0, done.output
    assert "Not reported is not removed" in done.output
    assert "as in p@2031-05-01" in done.output
    assert "split off from cap" in done.output
    assert max(map(len, done.output.splitlines())) <= 80


def test_as_json_it_names_the_first_passage_of_each_state(corpus):
    done = CliRunner().invoke(main, ["trace", "cap", "--format", "json", "--corpus", str(corpus.root)])
    found = json.loads(done.output)
    assert [one["presence"] for one in found["versions"]] == ["stands", "stands", "stands", "not_reported", "absent"]
    assert [one["states"][0]["first"] for one in found["versions"][:2]] == ["early#text", None]


def test_a_wording_with_other_words_is_not_called_the_same_where_nobody_entered_terms(tmp_path):
    made = SmallCorpus(tmp_path)
    text = "cap: {{number: '1', text: 'The army of Arland shall not exceed {} soldiers.'}}"
    for day, size in ((1, "60,000"), (2, "60,000"), (3, "80,000")):
        made.version("p", f"2031-05-0{day}", text.format(size), SEEN)
    assert [one.states[0].since for one in traced(made).versions] == [None, "p@2031-05-01", None]
    printed = CliRunner().invoke(main, ["trace", "cap", "--corpus", str(made.root)]).output
    assert "80,000" in printed
