"""What a text makes of the reports on it: borne out, not borne out, cannot be told; and which origins were right."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from small_corpus import SmallCorpus

import plantrack
from plantrack.cli.main import main
from plantrack.errors import UsageError
from plantrack.schemas import schema_for

REPORTED = "text_basis: reported_only\npublication: reported\n"
SEEN = "text_basis: full_text\npublication: leaked\n"
PART = "text_basis: partial_text\npublication: leaked\n"
CAP = "{{bearer: veldia, modality: obligation, action: keep, object: tanks, quantity: {{operator: lteq, value: {}, unit: tank}}}}"


def claim(body: str, passage: str = "herald#a", point: str = "cap") -> str:
    return f"{point}:\n  label: {point}\n  claims:\n    - {{{body}, evidence: [{passage}]}}\n"


def capped(value: int, more: str = "") -> str:
    return f"cap:\n  number: '1'\n  label: cap\n{more}  terms: {{cap: {CAP.format(value)}}}\n"


@pytest.fixture
def small(tmp_path):
    made = SmallCorpus(tmp_path)
    made.source("herald", ("a", "'person:dorn'", "named"), ("b", "'outlet:herald', unattributed", "named"))
    made.source("post", ("a", "'outlet:post', 'person:keller'", "named"), outlet="post")
    return made


def settled(small, reports: str, text: str, *, basis: str = SEEN):
    small.version("draft", "2031-05-01", reports, REPORTED)
    small.version("draft", "2031-06-01", text, basis)
    return plantrack.settle("draft@2031-06-01", corpus=small.root)


def verdicts(found):
    return [(one.about, one.verdict, one.ground) for one in found.settled]


TERM = f"terms: {{cap: {CAP.format(40)}}}"
CASES = {
    "the same figure": (claim(TERM), capped(40), SEEN, "borne_out", "same"),
    "another figure": (claim(TERM), capped(50), SEEN, "not_borne_out", "differs"),
    "another party": (claim(TERM.replace("veldia", "arland")), capped(40), SEEN, "not_borne_out", "differs"),
    "other words for the act": (claim(TERM.replace("keep", "hold")), capped(40), SEEN, "cannot_be_told", "in_words"),
    "no such point in a whole text": (
        claim(TERM), "camps: {number: '1', label: camps}\n", SEEN, "not_borne_out", "absent",
    ),
    "no such point in a part": (claim(TERM), "camps: {number: '1', label: camps}\n", PART, "cannot_be_told", "unseen"),
    "gone, and not there": (
        claim("wording: removed"), "camps: {number: '1', label: camps}\n", SEEN, "borne_out", "absent",
    ),
    "gone, and there": (claim("wording: removed"), capped(40), SEEN, "not_borne_out", "differs"),
    "gone in part, and there": (claim("wording: removed, partly: true"), capped(40), SEEN, "cannot_be_told", "partly"),
    "to go, and there": (claim("wording: removed, outlook: expected"), capped(40), SEEN, "cannot_be_told", "expected"),
    "not agreed, and so it says": (
        claim("matter: disputed"), capped(40, "  matter: disputed\n"), SEEN, "borne_out", "same",
    ),
    "not agreed, and settled": (claim("matter: disputed"), capped(40), SEEN, "not_borne_out", "differs"),
    "a part that was not seen": (
        claim(f"terms: {{cap: {CAP.format(40)[:-1]}, deadline: {{within: 5 days}}}}}}"), capped(40), PART,
        "cannot_be_told", "unsaid",
    ),
    "the wish of one party": (
        claim(TERM),
        (f"cap:\n  number: '1'\n  matter: disputed\n  variants:\n    - {{by: arland, terms: {{cap: {CAP.format(40)}}}}}\n"
        f"    - {{by: veldia, terms: {{cap: {CAP.format(50)}}}}}\n"),
        SEEN, "cannot_be_told", "variants",
    ),
    "the wish of no party": (
        claim(TERM),
        (f"cap:\n  number: '1'\n  matter: disputed\n  variants:\n    - {{by: arland, terms: {{cap: {CAP.format(45)}}}}}\n"
        f"    - {{by: veldia, terms: {{cap: {CAP.format(50)}}}}}\n"),
        SEEN, "not_borne_out", "differs",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_claim_is_settled_by_what_the_comparison_names(small, name):
    reports, text, basis, verdict, ground = CASES[name]
    ((_, found, why),) = verdicts(settled(small, reports, text, basis=basis))
    assert (found, why) == (verdict, ground)


def test_the_wish_that_bears_it_out_is_named(small):
    reports, text, basis, *_ = CASES["the wish of one party"]
    (one,) = settled(small, reports, text, basis=basis).settled
    assert one.by == ("arland",)


def test_every_thing_that_a_report_says_is_settled_by_itself(small):
    reports = claim(f"matter: deferred, terms: {{cap: {CAP.format(40)}, other: {{action: count tanks}}}}")
    assert verdicts(settled(small, reports, capped(40), basis=PART)) == [
        ("matter", "not_borne_out", "differs"),
        ("cap", "borne_out", "same"),
        ("other", "cannot_be_told", "unsaid"),
    ]


def test_an_origin_is_right_as_often_as_what_goes_back_to_it(small):
    reports = (
        f"cap:\n  claims:\n    - {{terms: {{cap: {CAP.format(40)}}}, evidence: [herald#a, post#a]}}\n"
        f"    - {{terms: {{cap: {CAP.format(60)}}}, evidence: [herald#b]}}\n"
    )
    records = {one.origin: one for one in settled(small, reports, capped(40)).records}
    assert {name: (one.borne_out, one.not_borne_out) for name, one in records.items()} == {
        "person:dorn": (1, 0),
        "person:keller": (1, 0),
        "unattributed in outlet:herald": (0, 1),
    }


def test_a_wording_settles_as_terms_do(small, tmp_path):
    small.version("draft", "2031-05-01", claim(TERM), REPORTED)
    text = tmp_path / "text.md"
    text.write_text("# Draft\n\n1. Veldia shall keep at most 50 tanks.\n")
    (one,) = plantrack.settle(str(text), "draft", matched=(("cap", "1"),), corpus=small.root).settled
    assert (one.verdict, [change.kind for change in one.changes]) == ("not_borne_out", ["quantity-raised"])


def test_the_number_of_points_is_settled_too(small):
    small.version("draft", "2031-05-01", claim(TERM), REPORTED + "claimed_points: 2\n")
    small.version("draft", "2031-06-01", capped(40), SEEN)
    found = plantrack.settle("draft@2031-06-01", corpus=small.root)
    assert verdicts(found)[0] == ("count", "not_borne_out", "differs")


def test_a_paper_known_from_reports_settles_nothing(small):
    small.version("draft", "2031-05-01", claim(TERM), REPORTED)
    with pytest.raises(UsageError, match="settles nothing"):
        plantrack.settle("draft", corpus=small.root)


def test_without_reports_nothing_is_settled(small):
    small.version("draft", "2031-06-01", capped(40), SEEN)
    said = CliRunner().invoke(main, ["settle", "draft", "--corpus", str(small.root)])
    assert (said.exit_code, "Nothing was reported of it before." in said.output) == (0, True)


@pytest.mark.parametrize("form", ["text", "markdown", "html", "csv"])
def test_every_format_gives_every_origin(small, form):
    settled(small, claim(TERM), capped(50))
    said = CliRunner().invoke(main, ["settle", "draft", "--corpus", str(small.root), "--format", form])
    assert said.exit_code == 0, said.output
    assert "Dorn" in said.output


def test_the_json_answers_to_its_schema():
    root = Path(__file__).parents[1]
    said = CliRunner().invoke(main, ["settle", "20pt@2025-12-24", "--corpus", str(root), "--format", "json"])
    form = json.loads(said.output)
    Draft202012Validator(schema_for("settle")).validate(form)
    assert sum(form["counts"].values()) == len(form["settled"])


def waiting(small):
    return {(one.kind, one.where): one for one in plantrack.status(corpus=small.root).waiting}


def test_reports_at_odds_wait_for_a_text_and_then_for_the_command(small):
    reports = (
        f"cap:\n  claims:\n    - {{terms: {{cap: {CAP.format(40)}}}, evidence: [herald#a]}}\n"
        f"    - {{terms: {{cap: {CAP.format(60)}}}, evidence: [post#a]}}\n"
    )
    small.version("draft", "2031-05-01", reports, REPORTED)
    before = waiting(small)
    small.version("draft", "2031-06-01", capped(40), PART)
    after = waiting(small)
    assert before["at_odds", "draft@2031-05-01"].command == "plantrack settle TEXT draft@2031-05-01"
    assert after["at_odds", "draft@2031-05-01"].command == "plantrack settle draft@2031-06-01"
    assert ("no_text", "draft@2031-05-01") in before
    assert ("no_text", "draft@2031-05-01") not in after
    assert ("in_part", "draft@2031-06-01") in after


def test_a_paper_that_another_continues_is_settled_by_its_own_text_only(small):
    small.version("draft", "2031-05-01", claim(TERM), REPORTED)
    after = "derived_from: [{version: draft@2031-05-01, relation: continues}]\n"
    small.version("draft", "2031-06-01", capped(40), SEEN + after)
    assert plantrack.settle("draft@2031-06-01", corpus=small.root).settled == ()
    assert ("no_text", "draft@2031-05-01") in waiting(small)


def test_only_a_report_that_nobody_is_behind_waits_for_an_origin(small):
    reports = claim(TERM, "herald#b") + claim("matter: disputed", "post#a", point="camps")
    small.version("draft", "2031-05-01", reports, REPORTED)
    assert [point.id for point in waiting(small)["no_origin", "draft@2031-05-01"].points] == ["cap"]


def test_plans_longest_without_a_page_come_first(small):
    small.source("old", ("a", "'person:dorn'", "named"), issued="2031-01-05")
    small.version("draft", "2031-05-01", claim(TERM), REPORTED)
    small.version("older", "2031-05-01", claim(TERM, "old#a"), REPORTED)
    small.version("bare", "2031-05-01", capped(40), SEEN)
    found = plantrack.status(corpus=small.root)
    assert [(one.plan, one.newest, one.pages) for one in found.plans] == [
        ("bare", None, 0),
        ("older", "2031-01-05", 1),
        ("draft", "2031-05-02", 1),
    ]
    assert found.newest == "2031-05-02"


def test_the_json_of_status_answers_to_its_schema():
    root = Path(__file__).parents[1]
    said = CliRunner().invoke(main, ["status", "--corpus", str(root), "--format", "json"])
    Draft202012Validator(schema_for("status")).validate(json.loads(said.output))
