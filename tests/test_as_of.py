"""Up to which day the corpus knows: told by every answer that comes from it, in the same words."""

import csv
import json

import pytest
from click.testing import CliRunner
from small_corpus import SmallCorpus

from plantrack.answers.as_of import as_of_words
from plantrack.cli.main import main
from plantrack.corpus import find_corpus
from plantrack.corpus.knowledge import newest_page

TOLD = "As of 3 May 2031, the day of the newest page in this corpus."
COMMANDS = (
    "list", "list --tree", "show draft", "show draft cap", "log draft", "trace cap", "compare draft@first draft",
    "evidence draft", "evidence draft --full", "diff draft@first draft", "report draft@first draft", "timeline",
    "positions", "settle draft", "status",
)  # fmt: skip
POINT = "cap:\n  label: cap\n  claims:\n    - {{matter: {}, evidence: [herald#a]}}\n"


@pytest.fixture
def small(tmp_path):
    made = SmallCorpus(tmp_path)
    made.source("herald", ("a", "'person:dorn'", "named"), issued="2031-05-03")
    made.source("month", ("a", "'person:dorn'", "named"), issued="2031-05")
    made.version("draft", "2031-05-01", POINT.format("disputed"), "text_basis: reported_only\n")
    made.version("draft", "2031-06-01", POINT.format("deferred"), "text_basis: partial_text\n")
    positions = tmp_path / "plans" / "positions"
    positions.mkdir()
    held = "p: {date: 2031-04-01, provision: cap, stance: rejects, summary: No., evidence: [herald#a]}"
    (positions / "veldia.yaml").write_text(f"schema: plantrack/1\nactor: veldia\npositions:\n  {held}\n")
    return made


@pytest.mark.parametrize("asked", COMMANDS)
def test_every_command_says_up_to_when_the_corpus_knows(small, asked):
    said = CliRunner().invoke(main, [*asked.split(), "--corpus", str(small.root)])
    assert said.exit_code == 0, said.output
    assert TOLD in " ".join(said.output.split())


def test_the_export_says_it_too(small):
    def exported(*options):
        return CliRunner().invoke(main, ["export", "--corpus", str(small.root), *options]).output

    assert json.loads(exported("--format", "json"))["as_of"] == "2031-05-03"
    assert json.loads(exported("--format", "annotations"))["plantrack:as_of"] == "2031-05-03"
    assert "@comment{As of 2031-05-03," in exported("--format", "bibtex")
    for options in (("--format", "csv"), ("--format", "csv", "--wide")):
        assert {row["as_of"] for row in csv.DictReader(exported(*options).splitlines())} == {"2031-05-03"}


def test_what_no_corpus_is_asked_of_says_nothing_of_one(tmp_path):
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text("1. Arland shall open 2 roads.\n")
    new.write_text("1. Arland shall open 3 roads.\n")
    assert "As of" not in CliRunner().invoke(main, ["diff", str(old), str(new)]).output


@pytest.mark.parametrize(
    ("issued", "newest"),
    [("2031-06-01", "2031-06-01"), ("2031-05-02/2031-07-01", "2031-05-03"), ("'2031-05-04~'", "2031-05-04~")],
)
def test_a_page_counts_from_the_first_day_that_its_date_may_mean(small, issued, newest):
    small.source("post", ("a", "'person:dorn'", "named"), issued=issued)
    assert newest_page(find_corpus(small.root)) == newest


def test_a_corpus_without_dates_says_so(tmp_path):
    SmallCorpus(tmp_path)
    assert as_of_words(find_corpus(tmp_path)) == "No page in this corpus has a date."
