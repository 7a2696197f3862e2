"""`compare` lays papers side by side: what each is known to say, and never more."""

import csv
import html
import io
import json
import re
from html.parser import HTMLParser
from itertools import permutations
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from small_corpus import SmallCorpus

import plantrack
from plantrack.answers.compare import column_names
from plantrack.cli import main
from plantrack.corpus import find_corpus, resolve
from plantrack.differences.matrix import DIFFERENCES, PRESENCES, compare_versions
from plantrack.errors import UnknownNameError, UsageError
from plantrack.schemas import schema_for

ROOT = Path(__file__).parents[1]
SEEN = "text_basis: full_text\n"
CLAIM = "  claims:\n    - {{wording: {}, summary: {}, evidence: [paper#named]}}\n"


def cap(value):
    quantity = f"{{operator: lteq, value: {value}, unit: tank}}"
    return (
        f"cap:\n  number: '1'\n  label: tanks\n  topics: [weapons_limits]\n  terms: {{cap: {{bearer: veldia, "
        f"modality: obligation, action: keep, object: tanks, quantity: {quantity}}}}}\n"
    )


CAMPS = "camps:\n  number: '2'\n  label: camps\n  topics: [foreign_forces]\n  summary: The camps close.\n"


@pytest.fixture
def corpus(tmp_path):
    made = SmallCorpus(tmp_path)
    made.source("paper", ("named", "outlet:herald, person:dorn", "named"), ("topic", "outlet:herald", "topic"))
    made.version("seen", "2031-05-01", cap(100) + CAMPS, SEEN)
    made.version(
        "same", "2031-05-02", cap(100), SEEN + "derived_from: [{version: seen@2031-05-01, relation: revises}]\n"
    )
    made.version("told", "2031-05-03", "cap:\n" + CLAIM.format("removed", "gone"))
    return made


def matrix_of(corpus, *refs, **options):
    return plantrack.compare(*refs, corpus=corpus.root, **options)


def cells(matrix, row):
    (found,) = [one for one in matrix.rows if one.id == row]
    return [(cell.presence, cell.difference) for cell in found.cells]


def printed(corpus, *words, columns="80"):
    asked = ["compare", *words, "--corpus", str(corpus.root)]
    done = CliRunner(env={"COLUMNS": columns}).invoke(main, asked)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_what_a_whole_text_lacks_is_absent_and_what_nobody_reports_is_not_reported(corpus):
    found = matrix_of(corpus, "seen", "same", "told")
    assert cells(found, "cap") == [("stands", "baseline"), ("stands", "same"), ("removed", "unopposed")]
    assert cells(found, "camps") == [("stands", "baseline"), ("absent", "certain"), ("not_reported", "unknown")]


def test_no_order_of_papers_makes_a_reported_one_lack_what_is_not_reported(corpus):
    for refs in permutations(("seen", "same", "told")):
        found = matrix_of(corpus, *refs)
        place = refs.index("told")
        assert {row.id: row.cells[place].presence for row in found.rows} == {"cap": "removed", "camps": "not_reported"}


@pytest.mark.parametrize(
    ("provisions", "presence", "words"),
    [
        ("cap:\n" + CLAIM.format("moved, to: a protocol", "in a protocol"), "moved", "in a protocol"),
        (
            "cap:\n  claims:\n    - {wording: removed, evidence: [paper#named]}\n    - {wording: in_text, evidence: [paper#named]}\n",
            "at_odds",
            "reports differ: gone / in the text",
        ),
        (
            "cap:\n  claims:\n    - {wording: removed, summary: out, evidence: [paper#named]}\n    - {matter: deferred, summary: later, evidence: [paper#named]}\n",
            "several",
            "reports differ: out / later",
        ),
        ("cap:\n  claims:\n    - {matter: deferred, summary: later, evidence: [paper#topic]}\n", "by_topic", "later (topic only)"),
        ("cap:\n  claims:\n    - {matter: disputed, evidence: [paper#named]}\n", "open", "not agreed in the text"),
        (
            "cap:\n  claims:\n    - {wording: removed, outlook: expected, evidence: [paper#named]}\n",
            "expected",
            "gone, expected, not yet so",
        ),
        ("cap:\n  evidence: [{passage: paper#named, stance: mentions}]\n", "spoken_of", "spoken of, no state reported"),
        ("gun:\n  parent: cap\n  summary: Guns.\ncap:\n" + CLAIM.format("removed", "gone"), "removed", "gone"),
    ],
)  # fmt: skip
def test_every_state_that_reports_may_tell_has_a_cell_of_its_own(corpus, provisions, presence, words):
    corpus.version("told", "2031-05-03", provisions)
    found = matrix_of(corpus, "seen", "told")
    assert cells(found, "cap")[1][0] == presence
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(printed(corpus, "seen", "told", "--format", "csv")))}
    assert rows["cap"]["told@2031-05-03"].replace(", to a protocol", "") == words
    assert rows["cap"]["presence of told@2031-05-03"] == presence


def test_a_point_of_which_only_parts_are_spoken_of_is_not_lacking(corpus):
    corpus.version("whole", "2031-05-01", CAMPS + "gate:\n  parent: camps\n  number: 2.a\n  summary: A gate.\n", SEEN)
    corpus.version("told", "2031-05-03", "gate:\n" + CLAIM.format("removed", "gone"))
    assert cells(matrix_of(corpus, "whole", "told"), "camps")[1] == ("parts_only", "unknown")


def test_declared_lineage_joins_what_a_paper_split_in_one_row(corpus):
    split = "lineage: [{op: split, from: camps}]"
    head = SEEN + "derived_from: [{version: seen@2031-05-01, relation: revises}]\n"
    corpus.version("split", "2031-05-04", f"north:\n  {split}\n  summary: N.\nsouth:\n  {split}\n  summary: S.\n", head)
    (row,) = [row for row in matrix_of(corpus, "seen", "split").rows if row.id == "camps"]
    assert row.ids == ("camps", "north", "south")
    assert [one.id for one in row.cells[1].provisions] == ["north", "south"]


def test_every_provision_of_every_paper_stands_in_one_row_once(corpus):
    found = matrix_of(corpus, "seen", "same", "told")
    for place, paper in enumerate(found.versions):
        held = [one.id for row in found.rows for one in row.cells[place].provisions]
        assert sorted(held) == sorted(paper.version.provisions)


def test_the_real_papers_account_for_every_provision_and_every_change_once():
    papers = [
        resolve(ref, find_corpus(ROOT)) for ref in ("28pt", "19pt", "reassurance-force", "reassurance-force@first")
    ]
    found = compare_versions(papers)
    for place, paper in enumerate(found.versions):
        held = [one.id for row in found.rows for one in row.cells[place].provisions]
        assert sorted(held) == sorted(paper.version.provisions)
        changes = [change for row in found.rows for change in row.cells[place].changes]
        if place:
            told = sorted(change.fingerprint for change in (*changes, *found.beside[place]))
            assert told == sorted(one.fingerprint for one in plantrack.diff("28pt", paper.ref, corpus=ROOT).changes)
    told = [cell for row in found.rows for cell in (row.cells[1], row.cells[2], row.cells[3])]
    assert not [cell for cell in told if cell.presence == "absent"]


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_what_differs_beside_the_points_is_told_below_them(corpus, form):
    corpus.version("signed", "2031-05-04", cap(100), SEEN + "standing: signed\n")
    shown = " ".join(html.unescape(printed(corpus, "seen", "signed", "--format", form)).replace("\\", "").split())
    assert "Beside the points, signed@2031-05-04 differs from seen@2031-05-01: standing: draft → signed." in shown


def test_the_baseline_is_one_of_those_named_or_comes_first(corpus):
    asked = {"baseline": "same"}
    within, beside = matrix_of(corpus, "seen", "same", **asked), matrix_of(corpus, "seen", "told", **asked)
    assert ([paper.ref for paper in within.versions], within.baseline) == (["seen@2031-05-01", "same@2031-05-02"], 1)
    assert beside.versions[0].ref == "same@2031-05-02"
    assert cells(within, "camps") == [("stands", "certain"), ("absent", "baseline")]


def test_only_changes_and_topics_leave_rows_out_and_say_how_many(corpus):
    found = matrix_of(corpus, "seen", "same", only_changes=True)
    assert ([row.id for row in found.rows], found.left_out) == (["camps"], 1)
    found = matrix_of(corpus, "seen", "same", topics=["weapons_limits"])
    assert ([row.id for row in found.rows], found.left_out) == (["cap"], 1)
    with pytest.raises(UnknownNameError, match="weapons_limits"):
        matrix_of(corpus, "seen", "same", topics=["weapon_limits"])


def test_one_version_is_nothing_to_compare(corpus):
    with pytest.raises(UsageError, match="nothing to compare"):
        matrix_of(corpus, "seen")


TEXTS = {
    "a.md": "1. Veldia limits its forces to 40,000 soldiers.\n2. Arland shall release all prisoners within 30 days.\n3. The crossings at Tarn shall be reopened.\n",
    "b.md": "1. Arland shall release all prisoners within 30 days.\n2. Veldia limits its forces to 60,000 soldiers.\n3. A joint commission monitors the ceasefire.\n",
    "c.md": "1. A joint commission monitors the ceasefire every month.\n2. [deleted]\n3. Arland shall release all prisoners within 20 days.\n",
}  # fmt: skip


@pytest.fixture
def texts(tmp_path):
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text)
    return [str(tmp_path / name) for name in TEXTS]


def test_rows_of_texts_are_joined_by_what_they_say_and_not_by_number(texts):
    found = plantrack.compare(*texts, corpus=ROOT)
    numbers = {row.cells[0].provisions[0].number if row.cells[0].provisions else "new": [
        " ".join(one.number for one in cell.provisions) for cell in row.cells
    ] for row in found.rows}  # fmt: skip
    assert numbers == {"1": ["1", "2", ""], "2": ["2", "1", "3"], "3": ["3", "", ""], "new": ["", "3", "1"]}
    assert [cell.presence for cell in found.rows[0].cells] == ["stands", "stands", "absent"]


def test_a_number_kept_empty_makes_no_row_of_its_own(texts):
    assert all(
        any(cell.presence == "stands" for cell in row.cells) for row in plantrack.compare(*texts, corpus=ROOT).rows
    )


@pytest.mark.parametrize("columns", ["40", "80", "120"])
@pytest.mark.parametrize("count", [2, 5])
def test_no_line_is_wider_than_the_terminal(corpus, columns, count):
    refs = ["seen", "told", "same", "seen", "told"][:count]
    lines = printed(corpus, *refs, columns=columns).splitlines()
    assert max(map(len, lines)) <= int(columns)


def test_many_papers_become_a_block_a_provision_with_the_silent_ones_together(corpus):
    shown = printed(corpus, "seen", "told", "same", "told", "told")
    assert "2 camps\n  A        The camps close.\n  C        \u2260 absent\n  B D E    not reported\n" in shown


def test_a_cell_says_state_and_value_and_the_mark_says_how_sure(corpus):
    corpus.version("more", "2031-05-05", cap(150) + CAMPS, SEEN)
    shown = printed(corpus, "seen", "more", "told")
    (line,) = [line for line in shown.splitlines() if line.startswith("1  tanks")]
    assert re.split(r"\s{2,}", line) == ["1", "tanks", "at most 100 tanks", "\u2260 at most 150", "\u2260* gone"]


class _Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]


NASTY = ["<script>alert(1)</script>", "=1+1", "| a | b", "\u202egnp", "[x](javascript:y)", "{{ 7*7 }}"]


@pytest.mark.parametrize("nasty", NASTY)
def test_text_of_others_stays_text_in_every_format(corpus, nasty):
    corpus.version("bad", "2031-05-06", f"cap:\n  label: {json.dumps(nasty)}\n  summary: {json.dumps(nasty)}\n", SEEN)
    page = _Page(printed(corpus, "bad", "seen", "--format", "html"))
    assert not {"script", "img", "a", "iframe"} & set(page.tags)
    assert not [name for name in page.attributes if name.startswith("on") or name in ("src", "href")]
    table = csv.reader(io.StringIO(printed(corpus, "bad", "seen", "--format", "csv")))
    assert not [cell for row in table for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    markdown = printed(corpus, "bad", "seen", "--format", "markdown")
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown)
    assert "<script" not in html
    assert 'javascript:y"' not in html
    assert {row.count("<td>") for row in html.split("<tr>")[2:]} == {4}
    assert "\u202e" not in printed(corpus, "bad", "seen")


def test_the_json_passes_its_schema_and_says_what_the_csv_says(corpus):
    answer = json.loads(printed(corpus, "seen", "told", "same", "--format", "json"))
    assert list(Draft202012Validator(schema_for("compare")).iter_errors(answer)) == []
    table = list(csv.DictReader(io.StringIO(printed(corpus, "seen", "told", "same", "--format", "csv"))))
    for place, version in enumerate(answer["versions"]):
        told = [(row["cells"][place]["words"], row["cells"][place]["presence"]) for row in answer["rows"]]
        assert told == [(row[version["ref"]], row[f"presence of {version['ref']}"]) for row in table]


def test_two_states_of_knowledge_are_no_two_papers():
    found = plantrack.compare("19pt~2025-11-24", "19pt", corpus=ROOT)
    assert {cell.difference for row in found.rows for cell in row.cells} <= {"baseline", "same", "learned", "unknown"}


def test_every_word_of_a_cell_is_in_the_closed_lists():
    found = plantrack.compare("28pt", "19pt", "reassurance-force", corpus=ROOT)
    assert {cell.presence for row in found.rows for cell in row.cells} <= set(PRESENCES)
    assert {cell.difference for row in found.rows for cell in row.cells} <= set(DIFFERENCES)


def test_the_same_papers_give_the_same_bytes(corpus):
    for form in ("text", "markdown", "csv", "html", "json"):
        assert printed(corpus, "seen", "told", "--format", form) == printed(corpus, "seen", "told", "--format", form)


@given(st.integers(1, 2000))
@settings(max_examples=20)
def test_columns_bear_different_letters(count):
    names = column_names(count)
    assert len(set(names)) == count
    assert all(name.isalpha() and name.isupper() for name in names)


def test_a_companion_paper_cannot_turn_the_direction_of_a_line(corpus):
    head = SEEN + 'companions: [{title: "An\\u202enex"}]\n'
    corpus.version(
        "beside", "2031-05-04", cap(100), head + "derived_from: [{version: seen@2031-05-01, relation: revises}]\n"
    )
    said = printed(corpus, "seen", "beside")
    assert "\\u202e" in said
    assert "\u202e" not in said
