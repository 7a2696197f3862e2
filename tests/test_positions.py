"""Positions against versions and changes: what decides, what never does, and the laws of the order."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner
from generated import durations
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from ranked_terms import rank_terms
from small_corpus import SmallCorpus

import plantrack
from plantrack.cli.main import main
from plantrack.differences.strength.order import EQUAL, STRONGER, WEAKER
from plantrack.errors import UnknownNameError, UsageError
from plantrack.model import Quantity, Term
from plantrack.schemas import schema_for
from plantrack.stances import REASONS
from plantrack.stances.ranking import LESS, MORE, bound_wanted, rank_against_least

ROOT = Path(__file__).parents[1]
FULL = "text_basis: full_text\n"
AFTER = "derived_from: [{version: draft@2031-05-01, relation: revises}]\n"
CAP = "{{bearer: veldia, modality: obligation, action: keep, object: tanks, quantity: {{operator: lteq, value: {}, unit: tank}}}}"
POINT = "cap:\n  number: '1'\n  label: tanks\n  terms: {{cap: {}}}\n  evidence: [leak#text]\n"
EMPTY = (
    "camps:\n  number: '2'\n  terms: {close: {bearer: arland, action: close, object: camps}}\n  evidence: [leak#text]\n"
)


class Positions(SmallCorpus):
    """A small corpus with positions."""

    def position(self, actor, stance, *, point="cap", date="2031-04-01", least="", voice="self", name="p"):
        file = self.root / "plans" / "positions" / f"{actor}.yaml"
        file.parent.mkdir(exist_ok=True)
        if not file.exists():
            file.write_text(f"schema: plantrack/1\nactor: {actor}\npositions:\n")
        with file.open("a") as lines:
            lines.write(
                f"  {name}: {{date: {date}, provision: {point}, stance: {stance}, voice: {voice}, summary: Said.,"
                f" evidence: [leak#text]{f', least: {{cap: {least}}}' if least else ''}}}\n"
            )

    def on(self, ref, actor="Veldia"):
        (found,) = plantrack.positions(actor, on=ref, corpus=self.root)
        return found

    def verdict(self, ref="draft", actor="Veldia"):
        (stance,) = self.on(ref, actor).own
        return stance.standing.verdict, stance.standing.reason.kind

    def move(self, old="draft", new="answer", actor="Veldia"):
        ((stance,),) = [one.own for one in plantrack.positions(actor, change=(old, new), corpus=self.root)]
        return stance.move.direction, stance.move.reason.kind


@pytest.fixture
def corpus(tmp_path):
    small = Positions(tmp_path)
    small.source("leak", ("text", "outlet:herald, doc:leaked-text", "named"))
    small.source("herald-1", ("gone", "outlet:herald, person:dorn", "named"), ("topic", "outlet:herald", "topic"))
    small.source(
        "wire-1", ("all", "outlet:wire, group:arlandic-officials", "collective"), ("kept", "outlet:wire", "named")
    )
    small.version("draft", "2031-05-01", POINT.format(CAP.format(100)), FULL)
    return small


@pytest.mark.parametrize(
    ("stance", "stands", "gone"),
    [
        ("proposes", "met", "unmet"),
        ("accepts", "met", "undecidable"),
        ("accepts_with_conditions", "undecidable", "undecidable"),
        ("open", "undecidable", "undecidable"),
        ("objects", "unmet", "met"),
        ("rejects", "unmet", "met"),
    ],
)
def test_a_stance_without_terms_is_about_whether_the_point_stands(corpus, stance, stands, gone):
    corpus.version("answer", "2031-05-03", EMPTY, FULL + AFTER)
    corpus.position("veldia", stance)
    assert (corpus.verdict("draft")[0], corpus.verdict("answer")[0]) == (stands, gone)


@pytest.mark.parametrize(
    ("actor", "stance", "least", "verdict"),
    [
        ("arland", "proposes", 100, ("met", "enough")),
        ("arland", "proposes", 120, ("met", "enough")),
        ("arland", "proposes", 80, ("unmet", "too-little")),
        ("arland", "accepts_with_conditions", 80, ("unmet", "too-little")),
        ("veldia", "accepts_with_conditions", 80, ("met", "no-more")),
        ("veldia", "accepts_with_conditions", 120, ("unmet", "too-much")),
        ("veldia", "rejects", 80, ("met", "no-more")),
        ("arland", "rejects", 120, ("unmet", "too-much")),
    ],
)
def test_the_least_term_decides_by_the_order_of_strength(corpus, actor, stance, least, verdict):
    corpus.position(actor, stance, least=CAP.format(least))
    assert corpus.verdict(actor=actor) == verdict


def test_figures_that_exclude_each_other_leave_a_position_unmet(corpus):
    corpus.position("arland", "proposes", least=CAP.format(200).replace("lteq", "gteq"))
    assert corpus.verdict(actor="arland") == ("unmet", "too-little")


@pytest.mark.parametrize(
    ("changed", "verdict"),
    [
        ("", ("met", "enough")),
        (", conditions: [the ceasefire holds]", ("unmet", "too-little")),
        (", place: the north", ("met", "enough")),
        (", deadline: {within: 10 days}", ("met", "enough")),
    ],
)
def test_what_the_least_term_leaves_unsaid_is_not_asked_for_but_a_condition_takes_away(corpus, changed, verdict):
    corpus.version("answer", "2031-05-03", POINT.format(CAP.format(100)[:-1].replace("}}", "}") + changed + "}"), FULL)
    corpus.position("arland", "proposes", least=CAP.format(100))
    assert corpus.verdict("answer", "arland") == verdict


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        (
            "[{wording: removed, evidence: [herald-1#gone]}, {wording: in_text, evidence: [wire-1#kept]}]",
            "reports-differ",
        ),
        (
            "[{wording: removed, evidence: [herald-1#gone]}, {matter: deferred, evidence: [wire-1#kept]}]",
            "gone-or-open",
        ),
        ("[{matter: disputed, evidence: [wire-1#kept]}]", "left-open"),
        ("[{wording: removed, outlook: expected, evidence: [herald-1#gone]}]", "expected"),
        ("[{wording: removed, partly: true, evidence: [herald-1#gone]}]", "in-part"),
        ("[{wording: moved, to: elsewhere, evidence: [herald-1#gone]}]", "moved"),
        ("[{wording: removed, evidence: [herald-1#topic]}]", "by-topic"),
        ("[{wording: removed, evidence: [wire-1#all]}]", "collective"),
    ],
)
def test_reports_that_differ_or_do_not_reach_the_point_decide_nothing(corpus, claims, reason):
    corpus.version("answer", "2031-05-03", f"cap:\n  claims: {claims}", AFTER)
    corpus.position("veldia", "rejects")
    assert corpus.verdict("answer") == ("undecidable", reason)


def test_a_single_report_that_names_the_point_decides(corpus):
    corpus.version("answer", "2031-05-03", "cap:\n  claims: [{wording: removed, evidence: [herald-1#gone]}]", AFTER)
    corpus.position("veldia", "rejects")
    assert corpus.verdict("answer") == ("met", "gone")


def test_where_reports_differ_it_is_said_that_each_of_them_would_leave_it_unmet(corpus):
    claims = "".join(
        f"    - {{wording: in_text, terms: {{cap: {CAP.format(figure)}}}, evidence: [wire-1#kept]}}\n"
        for figure in (90, 95)
    )
    corpus.version("answer", "2031-05-03", f"cap:\n  claims:\n{claims}", AFTER)
    corpus.position("arland", "proposes", least=CAP.format(50))
    (stance,) = corpus.on("answer", "Arland").own
    assert (stance.standing.verdict, stance.standing.reason.in_each) == ("undecidable", "unmet")


def test_silence_decides_nothing_where_no_text_was_seen(corpus):
    corpus.version("answer", "2031-05-03", EMPTY, AFTER)
    corpus.position("veldia", "rejects")
    assert corpus.verdict("answer") == ("undecidable", "not-reported")


def test_a_part_that_no_report_mentions_decides_nothing(corpus):
    corpus.version(
        "answer", "2031-05-03", "cap: {terms: {cap: {action: keep, object: tanks}}, evidence: [herald-1#gone]}", AFTER
    )
    corpus.position("veldia", "accepts", least=CAP.format(80))
    assert corpus.verdict("answer") == ("undecidable", "part-not-reported")


def test_silence_of_a_text_counts_only_within_a_line_of_descent(corpus):
    corpus.version("rival", "2031-05-03", EMPTY, FULL)
    corpus.position("veldia", "rejects")
    assert corpus.verdict("rival") == ("undecidable", "other-papers")


def test_what_may_stand_in_an_unpublished_companion_is_not_gone(corpus):
    corpus.version("answer", "2031-05-03", EMPTY, FULL + AFTER + "companions: [{title: annex}]\n")
    corpus.position("veldia", "rejects")
    assert corpus.verdict("answer") == ("undecidable", "companion")


def test_a_point_that_goes_on_under_another_id_is_not_gone(corpus):
    moved = POINT.format(CAP.format(100)).replace("cap:\n", "ceiling:\n  lineage: [{op: continues, from: [cap]}]\n", 1)
    corpus.version("answer", "2031-05-03", moved, FULL + AFTER)
    corpus.position("veldia", "rejects")
    assert corpus.verdict("answer") == ("undecidable", "continued")


def test_a_heading_says_nothing_of_what_holds(corpus):
    corpus.version(
        "answer",
        "2031-05-03",
        "cap: {number: '1'}\n" + POINT.format(CAP.format(9)).replace("cap:\n", "part:\n  parent: cap\n", 1),
        FULL,
    )
    corpus.position("veldia", "rejects")
    assert corpus.verdict("answer") == ("undecidable", "heading")


def test_a_point_of_no_paper_and_a_text_read_on_the_spot_decide_nothing(corpus, tmp_path):
    corpus.position("veldia", "proposes", point="nowhere")
    (tmp_path / "cap.md").write_text("1. Veldia shall keep at most 100 tanks.\n")
    assert corpus.verdict("draft") == ("undecidable", "no-paper")
    assert corpus.verdict(str(tmp_path / "cap.md")) == ("undecidable", "own-ids")


def test_the_latest_position_before_a_version_decides_and_a_later_one_is_marked(corpus):
    corpus.position("veldia", "open", date="2031-02-01", name="first")
    corpus.position("veldia", "accepts", date="2031-03-01", name="second")
    corpus.position("veldia", "rejects", date="2031-06-01", name="third")
    found = {one.position.id: (one.time, one.standing and one.standing.verdict) for one in corpus.on("draft").own}
    assert found == {"first": ("earlier", None), "second": ("held", "met"), "third": ("later", "unmet")}


def test_what_others_say_of_an_actor_stands_apart_and_never_decides(corpus):
    corpus.position("veldia", "rejects", date="2031-02-01", name="own")
    corpus.position("veldia", "accepts", date="2031-04-01", voice="ascribed", name="said")
    found = corpus.on("draft")
    assert [(one.position.id, one.standing.verdict) for one in found.own] == [("own", "unmet")]
    assert [(one.position.id, one.time, one.standing) for one in found.ascribed] == [("said", "ascribed", None)]


@pytest.mark.parametrize(
    ("actor", "stance", "least", "figure", "move"),
    [
        ("arland", "proposes", 50, 80, ("towards", "binds-more")),
        ("arland", "proposes", 50, 120, ("away", "binds-less")),
        ("arland", "proposes", 90, 80, ("towards", "binds-more")),
        ("arland", "proposes", 150, 120, ("neither", "met-throughout")),
        ("veldia", "accepts_with_conditions", 200, 150, ("towards", "binds-less")),
        ("veldia", "rejects", None, 80, ("away", "binds-more")),
        ("veldia", "rejects", None, 100, ("neither", "untouched")),
        ("veldia", "accepts", None, 80, ("neither", "met-throughout")),
        ("veldia", "open", None, 80, ("cannot_be_said", "undecided")),
    ],
)
def test_a_change_moves_a_version_towards_a_position_or_away(corpus, actor, stance, least, figure, move):
    corpus.version("answer", "2031-05-03", POINT.format(CAP.format(figure)), FULL + AFTER)
    corpus.position(actor, stance, least=CAP.format(least) if least else "")
    assert corpus.move(actor=actor) == move


@pytest.mark.parametrize("stance", ["proposes", "accepts", "accepts_with_conditions", "objects", "rejects", "open"])
@pytest.mark.parametrize("point", [EMPTY, POINT.format(CAP.format(80)), POINT.format(CAP.format(130))])
def test_the_way_back_moves_the_other_way(corpus, stance, point):
    corpus.version("answer", "2031-05-03", point, FULL + AFTER)
    corpus.position("veldia", stance)
    there, back = corpus.move("draft", "answer")[0], corpus.move("answer", "draft")[0]
    assert back == {"towards": "away", "away": "towards"}.get(there, there)


def test_a_change_that_is_only_reported_in_part_cannot_be_said(corpus):
    corpus.version("answer", "2031-05-03", EMPTY, AFTER)
    corpus.position("veldia", "rejects")
    assert corpus.move() == ("cannot_be_said", "not-reported")


def test_an_actor_is_found_by_id_and_name_and_a_wrong_one_names_the_nearest(corpus):
    corpus.position("veldia", "rejects")
    assert plantrack.positions("VELDIA", corpus=corpus.root) == plantrack.positions("veldia", corpus=corpus.root)
    with pytest.raises(UnknownNameError) as caught:
        plantrack.positions("Veldja", corpus=corpus.root)
    assert caught.value.near == ("Veldia",)


def test_a_version_and_a_change_are_not_asked_for_together(corpus):
    with pytest.raises(UsageError):
        plantrack.positions(on="draft", change=("draft", "draft"), corpus=corpus.root)


def test_actors_stand_by_the_alphabet_and_no_line_is_too_long_and_nothing_counts(corpus):
    corpus.position("veldia", "rejects")
    corpus.position("arland", "proposes", voice="self")
    printed = CliRunner().invoke(main, ["positions", "--on", "draft", "--corpus", str(corpus.root)]).output
    assert printed.index("Arland") < printed.index("Veldia")
    assert all(len(line) <= 80 for line in printed.splitlines())
    assert "MET: the point stands" in printed
    assert "UNMET: the point stands" in printed
    assert "wins" not in printed
    assert "score" not in printed


def test_the_json_form_says_the_same_as_the_text(corpus):
    corpus.position("veldia", "rejects")
    asked = ["positions", "Veldia", "--on", "draft", "--format", "json", "--corpus", str(corpus.root)]
    answer = json.loads(CliRunner().invoke(main, asked).output)
    (found,) = answer["actors"][0]["positions"]
    assert (answer["on"], found["label"], found["verdict"]) == ("draft@2031-05-01", "tanks", "unmet")
    assert found["reason"]["words"] == REASONS["stands"]


def test_a_wrong_actor_on_the_command_line_is_a_problem_and_no_traceback(corpus):
    done = CliRunner().invoke(main, ["positions", "Veldja", "--corpus", str(corpus.root)])
    assert done.exit_code == 2
    assert "did you mean Veldia?" in done.output


PARTS = ("modality", "bearer", "place", "scope", "conditions", "exceptions", "restrictions", "quantity", "duration")
figures = st.integers(min_value=0, max_value=6).map(Decimal)
quantities = st.builds(
    Quantity, operator=st.sampled_from(["eq", "lt", "lteq", "gt", "gteq", "about"]), value=figures, unit=st.just("tank")
)
names = st.lists(st.sampled_from(["a", "b"]), unique=True).map(tuple)
terms = st.builds(
    Term,
    action=st.just("keep"),
    modality=st.sampled_from(["obligation", "commitment", "expectation", "permission", "prohibition"]),
    bearer=names,
    place=names,
    scope=names,
    conditions=names,
    exceptions=names,
    restrictions=names,
    duration=st.none() | durations,
    quantity=st.lists(quantities, max_size=1).map(tuple),
)


@st.composite
def terms_with_neighbours(draw):
    """A least term, a term that differs from it in a part or two, and one that differs from that in a part or two."""
    line = [draw(terms)]
    for _ in range(2):
        changed = draw(st.lists(st.sampled_from(PARTS), min_size=1, max_size=2, unique=True))
        other = draw(terms)
        line.append(evolve(line[-1], **{part: getattr(other, part) for part in changed}))
    return line


@settings(max_examples=40)
@given(terms_with_neighbours(), st.sampled_from([MORE, LESS]))
def test_what_meets_a_position_is_met_by_all_that_binds_at_least_as_much_in_the_wanted_direction(line, wanted):
    least, first, other = line
    further = (EQUAL, STRONGER) if bound_wanted(wanted, least) == MORE else (EQUAL, WEAKER)
    assume(rank_terms(first, other) in further)
    assume(rank_against_least(least, first, wanted=wanted, complete=True).verdict == "met")
    assert rank_against_least(least, other, wanted=wanted, complete=True).verdict == "met"


@given(terms, st.sampled_from([MORE, LESS]))
def test_the_least_term_itself_meets_the_position(least, wanted):
    assert rank_against_least(least, least, wanted=wanted, complete=True).verdict == "met"


@given(terms, terms, st.sampled_from([MORE, LESS]))
def test_a_report_never_decides_what_the_text_would_decide_otherwise(least, actual, wanted):
    told = rank_against_least(least, actual, wanted=wanted, complete=False).verdict
    seen = rank_against_least(least, actual, wanted=wanted, complete=True).verdict
    assert told in (seen, "undecidable")


def test_a_witness_stands_once_with_the_paragraphs_of_its_passages():
    printed = CliRunner().invoke(main, ["positions", "France", "--corpus", str(ROOT)]).output
    assert "\u2014 Macron in GB News, \u00b638; Macron in RTL, \u00b639; in part: Macron in" in " ".join(
        printed.split()
    )


@pytest.mark.parametrize("asked", [[], ["--on", "draft"], ["--change", "draft", "draft"]])
def test_the_markdown_is_tables_that_say_the_verdicts_of_the_text(corpus, asked):
    corpus.position("veldia", "rejects")
    corpus.position("veldia", "accepts", name="said", voice="ascribed")
    form = ["positions", *asked, "--format", "markdown", "--corpus", str(corpus.root)]
    html = MarkdownIt("commonmark").enable("table").render(CliRunner().invoke(main, form).output)
    assert html.count("<table>") == 3 if asked[:1] == ["--change"] else 2
    assert max(row.count("<td>") for row in html.split("<tr>") if "<td>" in row) == (4 if asked else 3)
    assert ("UNMET: " in html) == (asked[:1] == ["--on"])


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_position_whose_source_was_withdrawn_lost_its_ground_in_every_form(corpus, form):
    corpus.position("veldia", "rejects")
    asked = ["positions", "--on", "draft", "--format", form, "--corpus", str(corpus.root)]
    assert "LOST ITS GROUND" not in CliRunner().invoke(main, asked).output
    record = corpus.root / "seeds" / "leak.yaml"
    record.write_text(record.read_text() + "status: withdrawn\n")
    assert CliRunner().invoke(main, asked).output.count("LOST ITS GROUND") == 1


@pytest.mark.parametrize("asked", [[], ["--on", "19pt"], ["--change", "28pt", "19pt"]])
@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_no_line_is_wider_than_the_terminal(asked, columns):
    run = CliRunner(env={"COLUMNS": columns}).invoke(main, ["positions", *asked, "--corpus", str(ROOT)])
    assert max(map(len, run.output.splitlines())) <= int(columns)


@pytest.mark.parametrize("asked", [[], ["--on", "19pt"], ["--change", "28pt", "19pt"]])
def test_the_json_passes_its_schema(asked):
    form = ["positions", *asked, "--format", "json", "--corpus", str(ROOT)]
    answer = json.loads(CliRunner().invoke(main, form).output)
    assert list(Draft202012Validator(schema_for("stances")).iter_errors(answer)) == []
