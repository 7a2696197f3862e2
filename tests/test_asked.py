"""What a person says of two papers: what they are taken for, how they are read, what was decided before."""

import json
import re

import pytest
from click.testing import CliRunner
from small_corpus import SmallCorpus

import plantrack
from plantrack.cli import main
from plantrack.differences.decisions import load_decisions
from plantrack.model.decisions import READ_AS, TAKEN_FOR

OLD = """\
# Ferry paper

1. Guns fall silent.
2. The ferry runs daily.
3. Arland leaves within 30 days.
"""
NEW = """\
# Ferry paper

1. Guns fall silent.
2. Arland leaves within 60 days.
3. A board is set up.
"""
HEADED = """\
Ceasefire

Guns fall silent at noon.

Ferry

The ferry runs daily.
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name, text in (("old.md", OLD), ("new.md", NEW)):
        (tmp_path / name).write_text(text)
    corpus = SmallCorpus(tmp_path)
    corpus.version("lake", "2031-01", 'cap: {number: "1", text: Guns fall silent.}', head="text_basis: full_text\n")
    corpus.version(
        "lake", "2031-02", 'cap: {number: "1", text: Guns fall silent at noon.}',
        head="text_basis: full_text\nderived_from: [{version: lake@2031-01, relation: revises}]\n",
    )  # fmt: skip
    corpus.version("river", "2031-02", 'cap: {number: "1", text: Guns fall silent.}', head="text_basis: full_text\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(_folder, *options, old="old.md", new="new.md", command="diff"):
    done = CliRunner().invoke(main, [command, old, new, *options])
    assert done.exit_code in (0, 1, 2), done.exception
    return done


def answer(folder, *options, **papers):
    done = run(folder, *options, "--format", "json", **papers)
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


# What they are taken for


def test_two_texts_are_a_revision_unless_one_says_that_they_are_rivals(folder):
    assert answer(folder)["relation"] == answer(folder, "--as", "revision")["relation"] == "revision"
    assert answer(folder, "--as", "comparison")["relation"] == "comparison"


def test_the_printed_hint_is_true(folder):
    shown = run(folder).stdout
    assert "(else --as comparison)" in shown
    rivals = run(folder, "--as", "comparison").stdout
    assert "Neither paper is taken for a later state of the other" in rivals
    for words in ("else --as", "later state (", "Gone ", "New ", "GONE", "NEW", "Moved", "Left out", "Put in"):
        assert words not in rivals
    for words in ("Only in first", "Only in second", "ONLY IN old.md", "ONLY IN new.md"):
        assert words in rivals


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_rivals_have_neither_gone_nor_new_points_in_other_formats(folder, form):
    shown = run(folder, "--as", "comparison", "--format", form).stdout
    assert "Only in first" in shown
    assert not re.search(r"\bGone\b|[> ]gone\b(?!\")", shown)


def test_the_kinds_stay_the_same(folder):
    kinds = [
        [change["kind"] for change in answer(folder, *options)["changes"]] for options in ((), ("--as", "comparison"))
    ]
    assert kinds[0] == kinds[1]


@pytest.mark.parametrize(
    ("old", "new", "words", "said"),
    [
        (
            "lake@2031-01",
            "lake@2031-02",
            "comparison",
            "the files of these papers say how they hang together; found 'comparison'; expected revision",
        ),
        (
            "lake@2031-02",
            "lake@2031-01",
            "revision",
            "the files of these papers say how they hang together; found 'revision'; expected reverse",
        ),
    ],
)
def test_what_a_file_says_is_not_overruled(folder, old, new, words, said):
    done = run(folder, "--as", words, old=old, new=new)
    assert (done.exit_code, said in done.stderr) == (2, True)


def test_where_no_file_says_it_a_person_may(folder):
    papers = {"old": "lake@2031-01", "new": "river@2031-02"}
    assert answer(folder, **papers)["relation"] == "comparison"
    asked = answer(folder, "--as", "revision", **papers)
    assert (asked["relation"], asked["assumed"]) == ("revision", True)


def test_a_paper_of_the_corpus_beside_a_text_may_be_a_rival(folder):
    shown = run(folder, "--as", "comparison", old="lake@2031-01", new="new.md").stdout
    assert "later state" not in shown.replace("Neither paper is taken for a later state", "")
    assert answer(folder, "--as", "comparison", old="lake@2031-01")["relation"] == "comparison"


def test_python_has_the_same_words(folder):
    old, new = str(folder / "old.md"), str(folder / "new.md")
    assert plantrack.diff(old, new, relation="comparison").relation == "comparison"
    assert plantrack.explain(old, new, relation="comparison").diff.relation == "comparison"
    with pytest.raises(plantrack.UsageError, match="no such relation"):
        plantrack.diff(old, new, relation="rival")


# Both kinds of words in one option


def test_one_option_takes_both_kinds_of_words(folder):
    (folder / "old.md").write_text(HEADED)
    both = answer(folder, "--as", "paragraphs", "--as", "comparison")
    assert both["relation"] == "comparison"
    assert "paragraphs" in both["reading"]["old"]["as"]
    assert answer(folder, "--as", "comparison", "--as", "paragraphs") == both


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("headings", "bullets"), "--as says two things that cannot both be; found headings, bullets"),
        (("comparison", "revision"), "--as says two things that cannot both be; found comparison, revision"),
        (("rivals",), "Invalid value for '--as'"),
    ],
)
def test_words_that_cannot_both_be_are_refused(folder, words, said):
    done = run(folder, *(part for word in words for part in ("--as", word)))
    assert (done.exit_code, said in done.stderr) == (2, True)


def test_a_word_said_twice_is_said_once(folder):
    assert answer(folder, "--as", "comparison", "--as", "comparison")["relation"] == "comparison"


@pytest.mark.parametrize("command", ["diff", "explain"])
def test_every_command_of_two_papers_takes_it(folder, command):
    assert run(folder, "--as", "comparison", "--as", "numbers", command=command).exit_code == 0


def test_where_one_document_is_read_nothing_is_asked_of_a_relation(folder):
    done = CliRunner().invoke(main, ["outline", str(folder / "old.md"), "--as", "comparison"])
    assert (done.exit_code, "'comparison' is not one of" in done.stderr) == (2, True)


# A file of decisions


def test_a_file_of_decisions_says_how_texts_are_read_and_what_they_are_taken_for(folder):
    (folder / "old.md").write_text(HEADED)
    (folder / "new.md").write_text(HEADED.replace("noon", "once"))
    path = folder / "d.yaml"
    path.write_text(
        "schema: plantrack/1\nrelation: comparison\nreading:\n  old: {as: paragraphs, drop: ^Ferry}\n  new: {as: headings}\n"
    )
    found = answer(folder, "--decisions", str(path))
    assert found["relation"] == "comparison"
    assert "paragraphs" in found["reading"]["old"]["as"]
    assert "paragraphs" not in found["reading"]["new"]["as"]
    assert [part["text"] for part in found["reading"]["old"]["furniture"]] == ["Ferry"]
    assert found["decided"]["reading"] == ["old", "new"]
    assert found["decided"]["relation"] == "comparison"
    shown = " ".join(run(folder, "--decisions", str(path)).stdout.split())
    assert "how old.md and new.md are read; taken for rival papers." in shown


def test_what_is_said_now_beats_the_file_and_lines_left_out_add_up(folder):
    path = folder / "d.yaml"
    path.write_text("schema: plantrack/1\nrelation: comparison\nreading: {old: {as: paragraphs, drop: ferry}}\n")
    found = answer(folder, "--decisions", str(path), "--as", "revision", "--as", "numbers", "--drop", "board")
    assert found["relation"] == "revision"
    assert (found["reading"]["old"]["as"], found["reading"]["new"]["as"]) == ("2 numbered points", "2 numbered points")


def test_what_was_said_is_kept_and_the_next_comparison_starts_from_it(folder):
    path = folder / "d.yaml"
    said = ["--as", "comparison", "--as", "numbers", "--points", r"(\d+)\.", "--drop", "^Signed", "--match", "3=2"]
    first = run(folder, *said, "--decisions", str(path), "--save")
    assert first.exit_code == 0
    kept = load_decisions(path)
    assert (kept.relation, kept.match, kept.old, kept.new) == ("comparison", (("3", "2"),), "old.md", "new.md")
    for how in (kept.reading.old, kept.reading.new):
        assert (how.taken_as, how.points, how.drop) == ("numbers", r"(\d+)\.", ("^Signed",))
    assert run(folder, "--decisions", str(path)).stdout == first.stdout


def test_a_file_of_decisions_on_other_papers_is_refused(folder):
    path = folder / "d.yaml"
    path.write_text("schema: plantrack/1\nold: other.md\n")
    done = run(folder, "--decisions", str(path))
    assert (done.exit_code, "old is not the paper that is compared from" in done.stderr) == (2, True)


def test_the_words_of_the_file_are_those_of_the_command():
    from plantrack.cli.reading_options import RELATIONS
    from plantrack.documents.options import FORMS

    assert sorted(READ_AS) == sorted(FORMS)
    assert sorted(TAKEN_FOR) == sorted(RELATIONS)


# Amended texts


def test_the_points_of_an_amended_text_are_counted_as_they_then_are(folder):
    (folder / "am.md").write_text('1. In point 3, replace "30 days" by "60 days".\n2. Delete point 2.\n')
    done = run(folder, "--amends", "old.md", new="am.md")
    assert "am.md was read as changes of old.md, which then has 2 numbered points." in " ".join(done.stdout.split())
    assert re.findall(r"\d+ points(?=,)", done.stdout)[:2] == ["3 points", "2 points"]
    assert done.stderr == ""
    found = answer(folder, "--amends", "old.md", new="am.md")
    assert found["new"]["points"] == 2
    assert {change["kind"] for change in found["changes"]} == {"provision-removed", "deadline-later"}


def test_whoever_forgets_to_say_what_is_amended_is_told(folder):
    (folder / "am.md").write_text('1. In point 3, replace "30 days" by "60 days".\n2. Delete point 2.\n')
    assert "expected --amends with the text that it changes" in run(folder, new="am.md").stderr


# The map


def test_points_of_the_same_meaning_stand_in_the_order_of_old(folder):
    (folder / "old.md").write_text(
        "1. Guns fall silent.\n2. Arland shall release all men.\n3. The ferry shall run daily.\n"
    )
    (folder / "new.md").write_text(
        "1. Guns fall silent by noon.\n2. Arland shall free all men at once.\n3. The ferry runs daily.\n"
    )
    shown = run(folder, "--same", "2=2").stdout
    assert "differences of words, in 2, 3: see" in " ".join(shown.split()), shown
    places = [one["old"] for one in answer(folder, "--same", "2=2")["silenced"]]
    assert places == sorted(places)
    assert "By what was said now: 2=2 read and found the same." in shown


def test_explain_says_what_the_answer_warns_of(folder):
    (folder / "old.md").write_text("1. Les parties retirent leurs forces de la vallée dans les trente jours.\n")
    (folder / "new.md").write_text("1. Les parties retirent les forces de la vallée dans les trente jours.\n")
    assert "Both papers are in French" in " ".join(run(folder, command="explain").stdout.split())
    assert (
        "Both papers are in French" in json.loads(run(folder, "--format", "json", command="explain").stdout)["notes"][0]
    )
