"""`log` says what each version of a plan changed, and never counts silence as a change."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from small_corpus import SmallCorpus

import plantrack
from plantrack.answers.entries import arrange
from plantrack.cli import main
from plantrack.errors import UnknownNameError
from plantrack.schemas import schema_for
from plantrack.site.steps import step_groups

ROOT = Path(__file__).parents[1]
SEEN = "text_basis: full_text\n"
POINT = "{id}:\n  number: '{number}'\n  terms: {{one: {{bearer: veldia, modality: {modality}, action: {act}}}}}\n"


def point(name, number, modality="obligation"):
    act = {"a": "leave the valley", "b": "open the port", "c": "free prisoners", "d": "pay rent"}[name]
    return POINT.format(id=name, number=number, modality=modality, act=act)


def comes_from(*descents):
    listed = ", ".join(f"{{version: {ref}, relation: {relation}}}" for ref, relation in descents)
    return f"derived_from: [{listed}]\n"


@pytest.fixture
def corpus(tmp_path):
    made = SmallCorpus(tmp_path)
    made.source("paper", ("named", "outlet:herald, person:dorn", "named"))
    made.version("first", "2031-05-01", point("a", 1) + point("b", 2) + point("c", 3), SEEN)
    made.version(
        "next",
        "2031-05-02",
        point("a", 1, "declaration") + point("d", 2),
        SEEN + comes_from(("first@2031-05-01", "revises")),
    )
    gone = "  claims:\n    - {wording: removed, evidence: [paper#named]}\n"
    made.version("next", "2031-05-03", "a:\n" + gone, "claimed_points: 1\n")
    return made


def printed(corpus, *words, columns="80"):
    asked = ["log", *words, "--corpus", str(corpus if isinstance(corpus, Path) else corpus.root)]
    done = CliRunner(env={"COLUMNS": columns}).invoke(main, asked)
    assert done.exit_code == 0, done.output
    return re.split(r"(?<=\n)\n?(?=As of |No page in |(?:Certain|Unopposed|Contested|Not reported): )", done.stdout)[0]


def test_a_line_a_version_the_newest_first_back_to_what_the_plan_comes_from(corpus):
    assert printed(corpus, "next").splitlines() == [
        "next@2031-05-03   follows next@2031-05-02: 1 unopposed (point 1), 1 not reported",
        "next@2031-05-02   revises first@2031-05-01: 4 certain (1 new 2 gone 1 changed)",
        "first@2031-05-01  first known: 3 points; reported; whole text",
    ]
    assert printed(corpus, "next", "--reverse").splitlines() == printed(corpus, "next").splitlines()[::-1]


def test_without_declared_descent_a_version_is_held_against_the_one_before_it(corpus):
    steps = plantrack.log("next", corpus=corpus.root).steps
    assert [(step.version.ref, step.against, step.relation) for step in steps] == [
        ("first@2031-05-01", None, None),
        ("next@2031-05-02", "first@2031-05-01", "revises"),
        ("next@2031-05-03", "next@2031-05-02", None),
    ]


def test_a_version_of_several_is_held_against_the_first_and_names_the_others(corpus):
    head = SEEN + comes_from(("next@2031-05-02", "answers"), ("first@2031-05-01", "continues"))
    corpus.version("third", "2031-05-04", point("a", 1), head)
    step = plantrack.log("third", corpus=corpus.root).steps[-1]
    assert (step.against, [one.version for one in step.also_from]) == ("next@2031-05-02", ["first@2031-05-01"])
    assert r"answers next\@2031-05-02; continues first\@2031-05-01" in printed(corpus, "third", "--format", "markdown")


def test_other_words_alone_are_no_change(corpus):
    corpus.version("words", "2031-05-01", "a:\n  number: '1'\n  text: Veldia shall leave the valley.\n", SEEN)
    corpus.version("words", "2031-05-02", "a:\n  number: '2'\n  text: Veldia shall leave the valley.\n", SEEN)
    assert printed(corpus, "words").splitlines()[0].endswith("follows words@2031-05-01: 1 only in other words")


@pytest.mark.parametrize("columns", ["40", "60", "80", "200"])
@pytest.mark.parametrize("plan", ["19pt", "reassurance-force"])
def test_a_version_is_one_line_that_fits(plan, columns):
    lines = printed(ROOT, plan, columns=columns).splitlines()
    assert len(lines) == len(plantrack.log(plan, corpus=ROOT).steps)
    assert max(map(len, lines)) <= int(columns)


def test_the_counts_are_those_of_the_diff():
    (line,) = [line for line in printed(ROOT, "19pt").splitlines() if line.startswith("19pt@")]
    told = dict(re.findall(r"(\d+) (certain|unopposed|contested|not reported)", line))
    assert sorted(told.values()) == ["contested", "not reported", "unopposed"]
    printed_diff = CliRunner().invoke(main, ["diff", "28pt", "19pt", "--corpus", str(ROOT)]).stdout
    (unreported,) = re.findall(r"\((\d+) points;\s+\d+ pages\)", printed_diff)
    assert told[unreported] == "not reported"


@pytest.mark.parametrize("plan", ["20pt", "reassurance-force"])
def test_the_counts_are_those_of_the_site(plan):
    told = json.loads(printed(ROOT, plan, "--format", "json"))["versions"]
    for step, version in zip(plantrack.log(plan, corpus=ROOT).steps[::-1], told, strict=True):
        if step.compared is not None:
            groups = {group.section: len(group.points) for group in step_groups(arrange(step.compared))}
            counts = version["counts"]
            assert counts["contested"] == groups.get("at-odds", 0) + groups.get("compatible", 0)
            assert counts["certain"] == groups.get("changed", 0)
            assert counts["unopposed"] == groups.get("unopposed", 0)


def test_the_json_passes_its_schema_and_counts_as_the_text(corpus):
    answer = json.loads(printed(corpus, "next", "--format", "json"))
    assert list(Draft202012Validator(schema_for("log")).iter_errors(answer)) == []
    assert [one["counts"] for one in answer["versions"]] == [
        {"certain": 0, "unopposed": 1, "contested": 0, "reworded": 0, "not_reported": 1},
        {"certain": 4, "unopposed": 0, "contested": 0, "reworded": 0, "not_reported": 0},
        None,
    ]


@pytest.fixture
def withdrawn(corpus):
    record = corpus.root / "seeds" / "paper.yaml"
    record.write_text(record.read_text() + "status: withdrawn\n")
    return corpus


def test_what_lost_its_ground_is_said_below_the_counts_in_every_form(withdrawn):
    said = "What next@2031-05-03 says of a (state a) lost its ground: all sources were withdrawn (paper)."
    first, *_, blank, note, rest = printed(withdrawn, "next").splitlines()
    assert "1 unopposed (point 1)" in first
    assert (blank, f"{note} {rest}") == ("", said)
    table = MarkdownIt("commonmark").enable("table").render(printed(withdrawn, "next", "--format", "markdown"))
    assert table.endswith(f"<li>{said}</li>\n</ul>\n")
    answer = json.loads(printed(withdrawn, "next", "--format", "json"))
    assert list(Draft202012Validator(schema_for("log")).iter_errors(answer)) == []
    assert [one["lost"] for one in answer["versions"]] == [
        [{"path": "provisions.a.claims.0", "withdrawn": ["paper"]}], [], [],
    ]  # fmt: skip


def test_nothing_is_said_of_ground_while_the_sources_stand(corpus):
    assert "lost" not in printed(corpus, "next")


def test_a_version_that_is_shown_says_what_lost_its_ground(withdrawn):
    asked = ["show", "next", "--corpus", str(withdrawn.root)]
    said = " ".join(CliRunner().invoke(main, asked).stdout.split())
    assert "What it says of a (state a) lost its ground: all sources were withdrawn (paper)." in said


def test_the_markdown_is_a_table_of_a_row_a_version(corpus):
    html = MarkdownIt("commonmark").enable("table").render(printed(corpus, "next", "--format", "markdown"))
    assert html.count("<tr>") == 4
    assert {row.count("<td>") for row in html.split("<tr>")[2:]} == {7}


def test_a_plan_is_found_by_an_alias_and_a_wrong_one_names_the_nearest(corpus):
    with pytest.raises(UnknownNameError) as caught:
        plantrack.log("nxt", corpus=corpus.root)
    assert caught.value.near == ("next",)


def test_a_plan_without_versions_has_an_empty_history(corpus):
    (corpus.root / "plans" / "empty").mkdir()
    (corpus.root / "plans" / "empty" / "plan.yaml").write_text("schema: plantrack/1\ntitle: Empty\n")
    assert plantrack.log("empty", corpus=corpus.root).steps == ()
    assert printed(corpus, "empty") == "empty has no versions yet.\n"
