"""One answer in every format: nothing that one says is missing in another, and all count the same."""

import csv
import html
import io
import json
import re
from functools import cache
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from test_two_texts import samples
from two_texts_samples import karsk

import plantrack
from plantrack.answers.check import answer_check
from plantrack.answers.compare import answer_compare
from plantrack.answers.diff import answer_diff
from plantrack.answers.diff_form import DIFF
from plantrack.answers.entries import arrange
from plantrack.answers.evidence import answer_evidence
from plantrack.answers.explain import answer_explanation
from plantrack.answers.list import answer_family, answer_list
from plantrack.answers.log import answer_log
from plantrack.answers.outline import answer_outline
from plantrack.answers.reported import answer_reported
from plantrack.answers.show import answer_point, answer_version
from plantrack.answers.trace import answer_trace
from plantrack.answers.tree import Branches, Heading, Pair, Paragraph, Rows, Table, shown_cells, text_of
from plantrack.answers.two_texts_answer import answer_two_texts
from plantrack.cli.main import main
from plantrack.corpus import find_corpus, resolve
from plantrack.differences.explanation import explain_diff
from plantrack.differences.papers import compare_papers
from plantrack.rendering import FORMATS, rendered
from plantrack.rendering.json import as_data, as_told
from plantrack.schemas import schema_for

ROOT = Path(__file__).parents[1]
SAID = schema_for("diff")["properties"]["said"]


@pytest.fixture(scope="module")
def compared():
    corpus = find_corpus(ROOT)
    return compare_papers(resolve("28pt", corpus), resolve("19pt", corpus))


def sentences(answer):
    """What an answer says that is ours."""
    for block in answer.blocks:
        if isinstance(block, Heading | Paragraph) and getattr(block, "on_pages", True):
            yield text_of(block.words)
        elif isinstance(block, Rows):
            yield from (row.name for row in block.rows)
            yield from (text_of(item) for row in block.rows for item in row.items)
        elif isinstance(block, Pair):
            yield from map(text_of, block.labels)
            for state in block.states:
                yield from filter(None, map(text_of, (state.words, state.who, state.sure, *state.notes)))


def squeezed(text):
    return re.sub(r"\W", "", text).casefold()


def as_words(answer, form):
    made = rendered(answer, form)
    if form == "docx":
        document = docx.Document(io.BytesIO(made))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return squeezed(" ".join([*(one.text for one in document.paragraphs), *cells]))
    if form == "html":
        made = html.unescape(re.sub(r"<[^>]+>", "", made.partition("<body>")[2]))
    return squeezed(made.replace("\\", ""))


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "csv"])
def test_every_format_says_all_that_is_said_of_reported_papers(form, compared):
    answer = answer_reported(compared)
    shown = as_words(answer, form)
    for sentence in sentences(answer):
        assert squeezed(sentence) in shown


def words_of(answer):
    """What an answer says in branches and cells, on every page."""
    for block in answer.blocks:
        if isinstance(block, Branches):
            yield from (part for branch in block.branches for part in (branch.label, text_of(branch.words)))
        elif isinstance(block, Table):
            yield from (text_of(cell) for row in shown_cells(block)[1] for cell in row)
        elif isinstance(block, Paragraph) and block.on_pages:
            yield text_of(block.words)


ASKED = {
    "outline": lambda _: answer_outline(plantrack.outline(ROOT / "examples/oss/june.pdf")),
    "list": lambda corpus: answer_list([(corpus.plan(one), corpus.versions(one)) for one in corpus.plan_ids]),
    "family": lambda corpus: answer_family([(corpus.plan(one), corpus.versions(one)) for one in corpus.plan_ids]),
    "version": lambda corpus: answer_version(resolve("19pt", corpus)),
    "point": lambda corpus: answer_point(*one_point(corpus)),
    "log": lambda _: answer_log(plantrack.log("20pt", corpus=ROOT)),
    "trace": lambda corpus: answer_trace(plantrack.trace("ua-armed-forces-cap", corpus=ROOT), corpus.actors),
    "compare": lambda _: answer_compare(plantrack.compare("28pt", "19pt", corpus=ROOT)),
    "evidence": lambda corpus: answer_evidence(resolve("19pt", corpus), plantrack.evidence("19pt", corpus=ROOT)),
    "check": lambda _: answer_check(plantrack.check(corpus=ROOT)),
}


def one_point(corpus):
    paper = resolve("19pt", corpus)
    return paper, paper.version.provisions["ua-armed-forces-cap"]


@cache
def answer_to(asked):
    return ASKED[asked](find_corpus(ROOT))


@pytest.mark.parametrize("asked", ASKED)
def test_what_a_command_says_stands_on_every_page_and_in_its_data(asked):
    answer = answer_to(asked)
    data = as_data(answer)
    assert [error.message for error in Draft202012Validator(SAID).iter_errors(data)] == []
    shown = {form: as_words(answer, form) for form in ("markdown", "html", "docx")}
    shown["json"] = squeezed(json.dumps(data, ensure_ascii=False).replace('\\"', ""))
    for said in filter(None, map(squeezed, words_of(answer))):
        assert [form for form, text in shown.items() if said not in text] == []


@pytest.mark.parametrize("asked", [asked for asked in ASKED if asked != "check"])
def test_what_a_command_says_fits_eighty_columns_and_has_no_abbreviation(asked):
    text = rendered(answer_to(asked), "text")
    assert [line for line in text.splitlines() if len(line) > 80 and "#" not in line and "plantrack" not in line] == []
    assert not re.search(r"\b(lin|cred|pts)\b|\([tg]\)|\blineages?\b", text)


@pytest.mark.parametrize("new", ["19pt", "20pt", "e3", "28pt"])
def test_the_map_accounts_for_every_point_of_the_older_paper(new):
    corpus = find_corpus(ROOT)
    compared = compare_papers(resolve("28pt", corpus), resolve(new, corpus))
    points = compared.old.version.provisions
    entries = arrange(compared)
    silence = entries.silence
    sections = (entries.changed, entries.unopposed, entries.at_odds, entries.compatible, entries.kept)
    changed = {one.parent or one.id for section in sections for entry in section for one in entry.old}
    same = {point.id for point, _ in silence.same}
    spoken = {points[gap.id].parent or gap.id for gap in silence.spoken_of}
    spoken |= {one.id for one in points.values() if one.number in silence.by_topic}
    unmentioned = {one.id for one in silence.unmentioned}
    assert changed | same | spoken | unmentioned == {one.id for one in points.values() if one.parent is None}
    assert not same & (changed | spoken | unmentioned)
    assert not unmentioned & changed


def test_a_table_has_a_row_for_each_reported_state(compared):
    answer = answer_reported(compared)
    rows = list(csv.DictReader(io.StringIO(rendered(answer, "csv"))))
    told = [row for row in rows if row["state"]]
    assert len(told) == sum(len(block.states) for block in answer.blocks if isinstance(block, Pair))


def test_json_says_what_text_says_and_passes_its_schema(compared):
    for diff, answer in ((compared.diff, answer_diff(compared)), (karsk().diff(), answer_two_texts(karsk().diff()))):
        form = json.loads(as_told(DIFF.answer(diff), answer))
        assert [error.message for error in Draft202012Validator(schema_for("diff")).iter_errors(form)] == []
        said = squeezed(json.dumps(form["said"], ensure_ascii=False).replace('\\"', ""))
        for sentence in sentences(answer):
            assert squeezed(sentence) in said


@settings(max_examples=20)
@given(samples())
def test_any_answer_passes_the_schema_of_what_is_said(diff):
    validator = Draft202012Validator(schema_for("diff")["properties"]["said"])
    for answer in (answer_two_texts(diff), answer_two_texts(diff, brief=True), answer_explanation(explain_diff(diff))):
        assert [error.message for error in validator.iter_errors(as_data(answer))] == []


def test_the_map_counts_what_the_body_tells_and_what_the_diff_holds(compared):
    answer = answer_reported(compared)
    (rows,) = [block for block in answer.blocks if isinstance(block, Rows)]
    by_name = {row.name: row for row in rows.rows}
    told = {block.numbers for block in answer.blocks if isinstance(block, Pair)}
    shown = ("Reported gone", "Reported", "Disputed", "Told differently")
    named = {text_of(item).partition(" ")[0] for name in shown if name in by_name for item in by_name[name].items}
    spoken = {text_of(item).partition(" ")[0] for item in by_name["By topic only"].items}
    assert named <= told <= named | spoken
    count = int(re.search(r"\((\d+) points", by_name["On no page"].tail)[1])
    numbers = [one.number for one in compared.old.version.provisions.values() if one.parent is None]
    families = {number.partition(".")[0].partition("-")[0] for number in named | spoken}
    assert count == len([number for number in numbers if number not in families])


def test_the_main_job_fits_a_screen_and_a_half_and_has_no_abbreviation():
    text = CliRunner().invoke(main, ["diff", "28pt", "19pt", "--corpus", str(ROOT)]).output
    lines = text.splitlines()
    assert len(lines) <= 75
    assert max(map(len, lines)) <= 80
    assert not re.search(r"\b(lin|cred)\b|\([tg]\)|->|\w\?[,;]", text)
    assert "prime minister of the United Kingdom" in " ".join(text.split())
    brief = CliRunner().invoke(main, ["diff", "28pt", "19pt", "--brief", "--corpus", str(ROOT)]).output
    assert len(brief.splitlines()) < len(lines) / 2
