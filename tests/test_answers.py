"""One answer in every format: nothing that one says is missing in another, and all count the same."""

import csv
import io
import json
import re
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from test_two_texts import samples
from two_texts_samples import karsk

from plantrack.answers.diff import answer_diff
from plantrack.answers.explain import answer_explanation
from plantrack.answers.reported import answer_reported
from plantrack.answers.tree import Heading, Pair, Paragraph, Rows, text_of
from plantrack.answers.two_texts_answer import answer_two_texts
from plantrack.cli.main import main
from plantrack.corpus import find_corpus, resolve
from plantrack.differences.explanation import explain_diff
from plantrack.differences.papers import compare_papers
from plantrack.rendering import FORMATS, rendered
from plantrack.rendering.json import as_data
from plantrack.reporting.json_form import diff_as_json
from plantrack.schemas import schema_for

ROOT = Path(__file__).parents[1]


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
        made = re.sub(r"<[^>]+>", "", made.partition("<body>")[2]).replace("&#x27;", "").replace("&quot;", "")
    return squeezed(made.replace("\\", ""))


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "csv"])
def test_every_format_says_all_that_is_said_of_reported_papers(form, compared):
    answer = answer_reported(compared)
    shown = as_words(answer, form)
    for sentence in sentences(answer):
        assert squeezed(sentence) in shown


def test_a_table_has_a_row_for_each_reported_state(compared):
    answer = answer_reported(compared)
    rows = list(csv.DictReader(io.StringIO(rendered(answer, "csv"))))
    told = [row for row in rows if row["state"]]
    assert len(told) == sum(len(block.states) for block in answer.blocks if isinstance(block, Pair))


def test_json_says_what_text_says_and_passes_its_schema(compared):
    for diff, answer in ((compared.diff, answer_diff(compared)), (karsk().diff(), answer_two_texts(karsk().diff()))):
        form = json.loads(diff_as_json(diff, as_data(answer)))
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
