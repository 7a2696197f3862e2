"""`plantrack outline`: how a document was read, and what a person overrules."""

import io
import json

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

import plantrack
from plantrack.cli import main
from plantrack.documents import patterns
from plantrack.errors import InputError
from plantrack.schemas import schema_for

TEXT = "# Plan\n\nWe agree.\n\n1. **War.** Stop.\n   a. now;\n\nPage 2\n\n2. Go.\n\nDone at Oss.\n"


def run(*arguments, text=None):
    done = CliRunner().invoke(main, ["outline", *map(str, arguments)], input=text)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "plan.md"
    path.write_text(TEXT)
    return path


def test_each_block_is_a_line_with_its_place_its_kind_and_how_it_begins(file):
    lines = run(file).stdout.splitlines()
    first = next(place for place, line in enumerate(lines) if line.startswith("read as"))
    assert lines[first : first + 3] == [
        "read as 2 numbered points; language en",
        "15 words: 7 in points, 6 outside, 2 left out",
        "left out: the number of a page",
    ]
    assert [line.split() for line in lines[first + 3 :]] == [
        ["Line", "Taken", "for", "Point", "How", "it", "begins"],
        ["1", "title", "Plan"],
        ["3", "preamble", "We", "agree."],
        ["5", "point", "1", "War", "Stop."],
        ["6", "part", "1.a", "now;"],
        ["8", "left", "out", "Page", "2", "(the", "number", "of", "a", "page)"],
        ["10", "point", "2", "Go."],
        ["12", "closing", "Done", "at", "Oss."],
    ]


def test_json_holds_what_text_shows_and_passes_its_schema(file):
    answer = json.loads(run(file, "--format", "json").stdout)
    assert list(Draft202012Validator(schema_for("outline")).iter_errors(answer)) == []
    assert [block["kind"] for block in answer["blocks"]] == [
        "title", "preamble", "point", "sub-point", "furniture", "point", "closing",
    ]  # fmt: skip
    assert [point["number"] for point in answer["points"]] == ["1", "1.a", "2"]
    assert answer["reading"]["furniture"] == [{"line": 8, "text": "Page 2", "why": "the number of a page"}]


def test_the_function_gives_what_the_command_prints(file):
    document = plantrack.outline(file)
    assert json.loads(run(file, "--format", "json").stdout)["points"][2]["text"] == document.provisions[2].text == "Go."
    assert plantrack.outline(file, form="paragraphs", drop=["^Done"]).outside[-1].place == "title"


def test_a_document_may_be_piped_in(monkeypatch):
    assert "read as 2 numbered points" in run("-", text="1. Stop.\n2. Go.\n").stdout
    terminal = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(terminal, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdin", terminal)
    with pytest.raises(plantrack.UsageError, match="nothing is piped in"):
        plantrack.outline("-")


def test_nothing_in_a_document_commands_a_terminal(tmp_path):
    path = tmp_path / "x.md"
    path.write_text("1. \x1b[31mStop\u202e now.\n2. \u009b31mGo.\n# \x1b]0;t\x07\n")
    assert "\x1b" not in run(path).stdout
    assert not {"\x1b", "\u202e", "\u009b", "\x07"} & set(run(path, "--format", "json").stdout)


@pytest.mark.parametrize(
    ("options", "kinds"),
    [
        (["--as", "paragraphs"], "title point point sub-point furniture point closing"),
        (["--points", "2"], "title preamble preamble furniture point closing"),
        (["--drop", "agree", "--drop", "^Done"], "title furniture point sub-point furniture point furniture"),
    ],
)
def test_a_person_overrules_how_it_was_read(file, options, kinds):
    answer = json.loads(run(file, "--format", "json", *options).stdout)
    assert " ".join(block["kind"] for block in answer["blocks"]) == kinds


def test_a_pattern_that_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(patterns, "SECONDS", 1)
    with pytest.raises(InputError, match="takes too long"):
        patterns.lines_with(r"(a+)+$", ["a" * 60 + "b"])


@pytest.mark.parametrize(("given", "said"), [("missing.md", "no such file"), (".", "a folder, not a file")])
def test_what_is_no_document_is_said_in_a_line(tmp_path, monkeypatch, given, said):
    monkeypatch.chdir(tmp_path)
    done = run(given)
    assert (done.exit_code, said in done.stderr, done.stderr.count("\n")) == (2, True, 1)
