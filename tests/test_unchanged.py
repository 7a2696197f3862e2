"""Claims that say that something stays as an earlier version has it: they take over its terms, and are told as such."""

import json

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from small_corpus import SmallCorpus

from plantrack.cli.main import main
from plantrack.corpus import find_corpus
from plantrack.reading.documents import read_version
from plantrack.schemas import schema_for
from plantrack.writing.documents import as_yaml

SEEN = "text_basis: full_text\npublication: leaked\n"
REPORTED = (
    "text_basis: reported_only\npublication: reported\nderived_from: [{version: draft@2031-05-01, relation: revises}]\n"
)
CAP = "{bearer: veldia, modality: obligation, action: keep, object: tanks, quantity: {operator: lteq, value: 40, unit: tank}}"
CAMPS = "{bearer: arland, modality: obligation, action: close, object: its camps}"
OLD = f"cap:\n  number: '1'\n  label: cap\n  terms: {{cap: {CAP}, camps: {CAMPS}}}\n"


def stays(unchanged: str, more: str = "") -> str:
    return f"cap:\n  label: cap\n  claims:\n    - {{unchanged: {unchanged}, {more}evidence: [herald#a]}}\n"


@pytest.fixture
def small(tmp_path):
    made = SmallCorpus(tmp_path)
    made.source("herald", ("a", "'person:dorn'", "named"), ("b", "'outlet:herald', unattributed", "named"))
    made.version("draft", "2031-05-01", OLD, SEEN)
    return made


def run(small, *words: str) -> str:
    result = CliRunner().invoke(main, [*words, "--corpus", str(small.root)], env={"COLUMNS": "200"})
    assert result.exit_code in (0, 1), result.output
    return result.output


def test_a_claim_takes_over_the_terms_and_is_written_as_it_was_read(small):
    small.version("draft", "2031-06-01", stays("draft@2031-05-01"), REPORTED)
    raw = (small.root / "plans/draft/2031-06-01.yaml").read_bytes()
    read = read_version(raw, file="-", plan="draft", version="2031-06-01").value
    held = find_corpus(small.root).version("draft", "2031-06-01")
    assert list(held.provisions["cap"].claims[0].terms) == ["cap", "camps"]
    assert not read.provisions["cap"].claims[0].terms
    assert as_yaml(held) == as_yaml(read)
    assert read_version(as_yaml(held).encode(), file="-", plan="draft", version="2031-06-01").value == read


def test_terms_come_by_way_of_versions_between_and_only_those_named(small):
    small.version("draft", "2031-06-01", stays("draft@2031-05-01"), REPORTED)
    between = REPORTED.replace("2031-05-01", "2031-06-01")
    small.version("draft", "2031-07-01", stays("{since: draft@2031-06-01, terms: camps}"), between)
    assert list(find_corpus(small.root).version("draft").provisions["cap"].claims[0].terms) == ["camps"]


def test_what_stays_is_told_with_who_says_so_and_never_as_unreported(small):
    small.version("draft", "2031-06-01", stays("draft@2031-05-01"), REPORTED)
    diff = json.loads(run(small, "diff", "draft@first", "draft", "--format", "json"))
    Draft202012Validator(schema_for("diff")).validate(diff)
    assert [(one["id"], one["since"], one["terms"]) for one in diff["kept"]] == [
        ("cap", "draft@2031-05-01", ["cap", "camps"])
    ]
    assert diff["kept"][0]["evidence"]["passages"] == ["herald#a"]
    assert not diff["unreported"]
    told = " ".join(run(small, "diff", "draft@first", "draft").split())
    assert "Reported to stay 1 cap: nobody against it" in told
    assert "unchanged from draft@2031-05-01: Dorn" in told
    for words in (("show", "draft", "cap"), ("trace", "cap"), ("compare", "draft@first", "draft")):
        assert "unchanged from draft@2031-05-01" in run(small, *words)


def test_a_text_settles_what_was_reported_to_stay(small):
    small.version("draft", "2031-06-01", stays("{since: draft@2031-05-01, terms: cap}"), REPORTED)
    small.version("draft", "2031-07-01", OLD.replace("value: 40", "value: 50"), SEEN)
    found = json.loads(run(small, "settle", "draft", "--format", "json"))
    assert [(one["about"], one["verdict"]) for one in found["settled"]] == [("cap", "not_borne_out")]


@pytest.mark.parametrize(
    ("unchanged", "what"),
    [
        ("other@2031-01-01", "draft@2031-06-01 does not derive from it; found 'other@2031-01-01'"),
        ("{since: draft@2031-05-01, terms: camp}", "no such term there; found 'camp'; expected camps"),
        ("{since: draft@2031-05-01, terms: [cap]}, terms: {cap: {action: keep}}", "a term of its own for what stays"),
        ("draft@2031-05-01, wording: removed", "unchanged, and not in the text"),
    ],
)
def test_check_finds_where_there_is_nothing_to_take_over(small, unchanged, what):
    small.version("other", "2031-01-01", OLD, SEEN)
    small.version("draft", "2031-06-01", stays(unchanged), REPORTED)
    told = " ".join(run(small, "check").split())
    assert what in told
    assert "plans/draft/2031-06-01.yaml:" in told


@pytest.mark.parametrize(
    "old",
    [
        "camps: {number: '1', label: camps}\n",
        "cap: {number: '1', label: cap, wording: removed}\n",
        f"cap:\n  claims:\n    - {{terms: {{cap: {CAP}}}, evidence: [herald#a]}}\n    - {{matter: deferred, evidence: [herald#b]}}\n",
    ],
)
def test_nothing_is_taken_over_from_what_is_not_there_or_not_settled(small, old):
    small.version("draft", "2031-05-01", old, SEEN)
    small.version("draft", "2031-06-01", stays("draft@2031-05-01"), REPORTED)
    assert "nothing to take over" in run(small, "check")
