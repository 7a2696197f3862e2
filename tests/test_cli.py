"""The command line: exit statuses, what goes where, and nothing from a file that a terminal would obey."""

import json
import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_corpus import SmallCorpus

from plantrack.cli import main
from plantrack.documents import inputs

ROOT = Path(__file__).parents[1]
COMMANDS = ("check", "diff", "kinds", "list", "schema", "show")


@pytest.fixture
def small(tmp_path):
    root = tmp_path / "corpus"
    root.mkdir()
    corpus = SmallCorpus(root)
    corpus.source("page", ("cap", "outlet:herald", "named"))
    for version, figure in (("2031-01", 600), ("2031-02", 800)):
        point = f"cap: {{number: 1, title: Cap, evidence: [page#cap], terms: {{cap: {{bearer: arland, modality: obligation, action: limit, quantity: {{operator: lteq, value: {figure}, unit: person}}}}}}}}"
        corpus.version("lake", version, point, head="text_basis: full_text\n")
    return corpus


def run(*arguments, corpus=None):
    done = CliRunner().invoke(main, [*arguments, *(["--corpus", str(corpus.root)] if corpus else [])])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def spawn(*arguments, **options):
    plantrack = Path(sys.executable).with_name("plantrack")
    return subprocess.run([plantrack, *arguments], cwd=ROOT, timeout=30, check=False, **options)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_command_keeps_the_lines_of_its_examples(command):
    lines = run(command, "--help").stdout.splitlines()
    examples = [line for line in lines if line.startswith(f"  plantrack {command}")]
    assert examples or command == "kinds"
    assert all(line.count("plantrack") == 1 for line in examples)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("list",), 0),
        (("list", "lake"), 0),
        (("list", "lak"), 2),
        (("show", "lake"), 0),
        (("show", "lake", "1"), 0),
        (("show", "lake", "9"), 2),
        (("show", "nothing.yaml"), 2),
        (("diff", "lake@first", "lake"), 0),
        (("diff", "lake@first", "lake", "--exit-code"), 1),
        (("diff", "lake", "lake", "--exit-code"), 0),
        (("diff", "lake", "~"), 2),
        (("check",), 0),
        (("check", "--texts", "/nowhere"), 2),
    ],
)
def test_exit_statuses(small, arguments, status):
    done = run(*arguments, corpus=small)
    assert done.exit_code == status
    assert bool(done.stderr) == (status == 2)
    assert bool(done.stdout) == (status != 2)


def test_check_answers_with_its_problems_and_exits_with_1(small):
    small.version("lake", "2031-03", "cap: {topics: [armies]}", head="langage: en\n")
    done = run("check", corpus=small)
    assert (done.exit_code, done.stderr) == (1, "")
    first, second, *_, last = done.stdout.splitlines()
    assert first.partition("; ")[0].endswith("plans/lake/2031-03.yaml:6:1: unknown key")
    assert second.partition("; ")[0].endswith("2031-03.yaml:8:18: provisions.cap.topics.0: no topic of this name")
    assert last == "2 problems"


def test_a_corpus_with_mistakes_is_refused_line_by_line_on_stderr(small):
    small.version("lake", "2031-03", "cap: {topics: [armies]}", head="langage: en\n")
    done = run("show", "lake", corpus=small)
    assert (done.exit_code, done.stdout) == (2, "")
    assert [line.partition("2031-03.yaml:")[2].split(";")[0] for line in done.stderr.splitlines()] == [
        "6:1: unknown key",
        "8:18: provisions.cap.topics.0: no topic of this name",
    ]


HOSTILE = "a\u202eb\u2066c\u200fd\ufeff"


def test_nothing_in_a_file_turns_the_direction_of_what_is_printed(small):
    for path in small.root.rglob("*.yaml"):
        text = path.read_text()
        for words in (
            "title: lake",
            "title: page",
            "title: Cap",
            "name: The Herald",
            "name: Arland",
            "says: It is said.",
            "action: limit",
        ):
            text = text.replace(words, f"{words}{HOSTILE}")
        path.write_text(text)
    commands = [
        ("list",),
        ("show", "lake"),
        ("show", "lake", "1"),
        ("check",),
        *(("diff", "lake@first", "lake", "--format", form) for form in ("text", "markdown")),
    ]
    for command in commands:
        done = run(*command, corpus=small)
        assert done.exit_code == 0, done.stderr
        assert not set(done.stdout) & set("\u202e\u2066\u200f\ufeff\x1b"), command


def test_the_version_names_the_corpus_in_use(small, monkeypatch, tmp_path):
    monkeypatch.chdir(small.root)
    before = run("--version").stdout
    assert re.fullmatch(
        rf"plantrack \d+\.\d+\.\d+\ncorpus {re.escape(str(small.root))}, digest [0-9a-f]{{12}}\n", before
    )
    (small.root / "plans" / "actors.yaml").write_text("- broken")
    assert run("--version").stdout != before
    monkeypatch.setenv("PLANTRACK_CORPUS", str(tmp_path / "nowhere"))
    assert "corpus: no corpus here" in run("--version").stdout


def test_control_characters_of_a_file_or_an_argument_are_shown_as_escapes(small):
    plan = small.root / "plans" / "lake" / "plan.yaml"
    plan.write_text('schema: plantrack/1\ntitle: "\\e]0;x\\a"\n"\\e[2J\\nkey": 1\n')
    said = [run("check", corpus=small).stdout, run("show", "\x1b[2J\u202e", corpus=small).stderr]
    assert "\\x1b[2J" in said[0]
    assert all(line.isprintable() for text in said for line in text.splitlines())


def test_json_on_stdout_is_only_json(small):
    done = run("diff", "lake@first", "lake", "--format", "json", corpus=small)
    assert json.loads(done.stdout)["schema"] == "plantrack-diff/1"
    assert json.loads(run("schema", "version").stdout)["title"] == "plantrack version file"


@pytest.mark.parametrize(
    "argument", ["x" * 100_000, "-x:28pt", "a..b:28pt", "28pt~2025-99", "28pt@@", "~", "", "\udcff", "28pt\u202e"]
)
def test_no_argument_makes_a_traceback(argument):
    done = spawn("show", "--", argument.encode("utf-8", "surrogateescape"), capture_output=True)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert len(done.stderr) < 1000


@pytest.mark.parametrize("arguments", [("show", "28pt"), ("--help",), ("diff", "--help"), ("--version",)])
def test_a_reader_that_goes_away_ends_it_quietly(arguments):
    plantrack = Path(sys.executable).with_name("plantrack")
    with subprocess.Popen([plantrack, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as started:
        started.stdout.close()
        said = started.stderr.read()
        assert started.wait() == 141
    assert said == b""


def test_who_stops_it_is_told_nothing(small):
    program = (
        "import signal, os, plantrack.corpus.finding as c\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # ignored below nohup, and that is inherited
        "c.find_corpus = lambda *_: os.kill(os.getpid(), signal.SIGINT) or signal.pause()\n"
        "import plantrack.corpus; plantrack.corpus.find_corpus = c.find_corpus\n"
        "import sys; sys.argv = ['plantrack', 'list']\n"
        "from plantrack.__main__ import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=small.root, capture_output=True, timeout=30, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_who_stops_it_while_it_loads_is_told_nothing():
    program = (
        "import sys\n"
        "class Stopped:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'click': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stopped())\n"
        "from plantrack.__main__ import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=30, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a device that is always full")  # noqa: PTH110 - read once
def test_output_that_cannot_be_written_is_told_without_a_traceback():
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        done = spawn("show", "28pt", stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (2, b"the standard output: cannot be written: no space left on device\n")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("pipe.yaml", "a pipe or a device, not a file"),
        ("zero.yaml", "a pipe or a device, not a file"),
        ("zero.md", "a device, not a file"),
        ("pipe.md", "nothing comes through this pipe; expected its end within 0 seconds"),
    ],
)
def test_input_that_never_ends_is_not_waited_for(small, tmp_path, monkeypatch, name, said):
    monkeypatch.setattr(inputs, "PATIENCE", 0.05)
    for kind in ("md", "yaml"):
        os.mkfifo(tmp_path / f"pipe.{kind}")
        (tmp_path / f"zero.{kind}").symlink_to("/dev/zero")
    done = run("diff", str(tmp_path / name), "lake", corpus=small)
    assert (done.exit_code, done.stderr) == (2, f"{tmp_path / name}: {said}\n")


def test_schemas_go_to_a_folder_or_say_why_not(tmp_path):
    done = run("schema", "-o", str(tmp_path / "new"))
    assert done.exit_code == 0
    assert sorted(done.stdout.split()) == sorted(str(path) for path in (tmp_path / "new").iterdir())
    (tmp_path / "file").write_text("")
    blocked = run("schema", "-o", str(tmp_path / "file" / "below"))
    assert blocked.exit_code == 2
    assert "cannot be written: not a directory" in blocked.stderr


@pytest.mark.parametrize("command", ["diff", "outline"])
def test_a_fault_that_nobody_foresaw_is_one_line_that_names_the_command_and_its_files_and_exits_with_70(
    command, tmp_path, monkeypatch
):
    message = "invalid literal\nfor a number"

    def stumble(*_, **__):
        raise ValueError(message)

    paper = tmp_path / "paper.md"
    paper.write_text("1. Arland pays.\n")
    monkeypatch.setattr("plantrack.documents.reading.prepare_lines", stumble)
    done = run(command, *[str(paper)] * (2 if command == "diff" else 1))
    assert done.exit_code == 70
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert f"plantrack {command} {paper}" in done.stderr
    assert "ValueError (invalid literal for a number)" in done.stderr


@pytest.mark.parametrize("broken", ["facts.prose.find_measures", "differences.wordings.hunks_of"])
def test_a_wording_over_which_a_rule_stumbles_is_left_to_be_read_and_the_rest_is_compared(
    broken, tmp_path, monkeypatch
):
    module, _, name = f"plantrack.{broken}".rpartition(".")
    real = getattr(import_module(module), name)

    def stumble(first, *rest):
        if "lakes" in str(first):
            raise KeyError
        return real(first, *rest)

    for file, word, figure in (("old.md", "lakes", 600), ("new.md", "rivers", 800)):
        (tmp_path / file).write_text(f"1. Arland keeps its {word}.\n2. The army has at most {figure} guns.\n")
    monkeypatch.setattr(f"plantrack.{broken}", stumble)
    done = run("diff", str(tmp_path / "old.md"), str(tmp_path / "new.md"), "--format", "json")
    assert done.exit_code == 0
    found = {change["kind"]: change for change in json.loads(done.stdout)["changes"]}
    assert found.keys() == {"wording-unexplained", "quantity-raised"}
    assert found["wording-unexplained"]["rule"] == "could not be read: KeyError"
    assert found["wording-unexplained"]["before"] == "Arland keeps its lakes."
    read = run("diff", str(tmp_path / "old.md"), str(tmp_path / "new.md"), "--exit-code")
    assert read.exit_code == 1
    assert "the wording of point 1 could not be read: KeyError" in read.stdout + read.stderr
