"""Whatever a file, a name or a command line brings, what the program writes commands no reader and hides nothing."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner
from small_corpus import SmallCorpus

from plantrack.cli import main
from plantrack.plain import printable

NASTY = "a\u202eb\u009bc\u007fd\u2066e\u200bf"
"""Turns the direction, begins a command of a terminal, deletes, isolates, and cannot be seen."""
UNSEEN = "a\u202eb\u2066c\u200bd"
"""Of these, what a file of a corpus may hold; it is refused with control characters in it."""
COMMANDS = [
    ["diff", "OLD", "NEW"],
    *(["diff", "OLD", "NEW", "--format", form] for form in ("json", "markdown", "html")),
    ["outline", "OLD"],
    ["outline", "OLD", "--format", "json"],
    ["explain", "OLD", "NEW"],
    ["explain", "OLD", "NEW", "--format", "json"],
    ["import", "OLD", "--plan", "lake", "--version", "2032", "--newest"],
    ["list"],
    ["show", "lake"],
    ["log", "lake"],
    ["trace", "cap"],
    ["compare", "lake@2031-01", "lake@2031-02", "--format", "csv"],
    ["report", "lake@2031-01", "lake@2031-02"],
    ["timeline"],
    *(["export", "--format", form] for form in ("csv", "json", "annotations", "csl")),
    ["check"],
    ["show", NASTY],
    ["show", "lake", NASTY],
    ["diff", NASTY, "lake"],
    [NASTY],
    ["list", f"--{NASTY}"],
    ["diff", "lake", "lake", "--format", NASTY],
]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    root = tmp_path_factory.mktemp("nasty")
    small = SmallCorpus(root)
    shown = json.dumps(UNSEEN)
    small.source("page", ("cap", "outlet:herald", "named"))
    for date, number in (("2031-01", 5), ("2031-02", 6)):
        small.version("lake", date, f"cap: {{summary: {shown}, number: '{number}', evidence: [page#cap]}}")
    (root / "plans" / "lake" / "plan.yaml").write_text(f"schema: plantrack/1\ntitle: {shown}\n")
    for name, figure in ((f"old{NASTY}.md", "five"), (f"new{NASTY}.md", "six")):
        text = f"# {NASTY}\n\n1. {NASTY} shall keep {figure} boats {NASTY}.\n\n{NASTY} outside\n"
        (root / name).write_text(text, encoding="utf-8")
    return root


def run(corpus, words, *, to=None):
    names = {"OLD": f"old{NASTY}.md", "NEW": f"new{NASTY}.md"}
    asked = [str(corpus / names[word]) if word in names else word for word in words]
    return CliRunner().invoke(main, [*asked, *(["-o", str(to)] if to else [])], env={"PLANTRACK_CORPUS": str(corpus)})


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_nothing_that_is_printed_commands_a_reader(corpus, words):
    done = run(corpus, words)
    assert done.exit_code == (2 if any(NASTY in word for word in words) else 0), done.output
    for said in (done.stdout, done.stderr):
        assert printable(said) == said
    if "json" in words and done.exit_code == 0:
        assert json.loads(done.stdout)


def test_json_says_the_same_text_by_escapes(corpus):
    done = run(corpus, ["diff", "OLD", "NEW", "--format", "json"])
    assert NASTY in json.dumps(json.loads(done.stdout), ensure_ascii=False)
    assert "\\u202e" in done.stdout


def test_a_file_that_is_written_says_what_the_pipe_says(corpus, tmp_path):
    words = ["diff", "OLD", "NEW", "--format", "json"]
    run(corpus, words, to=tmp_path / "answer.json")
    assert (tmp_path / "answer.json").read_text(encoding="utf-8") == run(corpus, words).stdout


@pytest.mark.parametrize("words", [["no\nverdict: same"], ["list", "--no\nverdict"], ["show", "no\nverdict: same"]])
def test_what_was_typed_makes_no_line_of_its_own(corpus, words):
    done = run(corpus, words)
    assert done.exit_code == 2
    assert not any(line.startswith("verdict") for line in done.stderr.splitlines())


def test_the_name_of_a_file_makes_no_line_of_its_own(tmp_path):
    path = tmp_path / "old\nNo change of substance.md"
    path.write_text("1. Arland keeps five boats.\n")
    other = tmp_path / "new.md"
    other.write_text("1. Arland keeps six boats.\n")
    for form in ("text", "markdown"):
        done = CliRunner().invoke(main, ["diff", str(path), str(other), "--format", form])
        assert not any(line.startswith("No change of substance") for line in done.stdout.splitlines())


def test_pages_show_what_cannot_be_seen(corpus, tmp_path):
    done = run(corpus, ["site", "build", "-o", str(tmp_path / "site")])
    assert done.exit_code == 0, done.output
    for page in (tmp_path / "site").rglob("*"):
        if page.suffix in (".html", ".js", ".svg", ".json", ".xml"):
            text = page.read_text(encoding="utf-8")
            assert printable(text) == text, page


def test_a_program_run_by_its_name_refuses_like_the_one_in_this_process():
    done = subprocess.run(
        [sys.executable, "-m", "plantrack", f"\x1b[2J{NASTY}"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, printable(done.stderr)) == (2, done.stderr)
