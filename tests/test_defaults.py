"""Defaults from files: who beats whom, what a corpus may set, and what is said of mistakes."""

import re
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from small_corpus import SmallCorpus
from test_help import LEAVES

from plantrack.cli import main
from plantrack.cli.contents import HOMES
from plantrack.cli.settings import may_be_set_by_corpus, options_of, wrong_value
from plantrack.errors import InputError
from plantrack.reading.settings import line_of, read_settings

POINT = "cap: {number: 1, title: Cap, evidence: [page#cap]}"
ROOT = Path(__file__).parents[1]


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    (tmp_path / "corpus").mkdir()
    made = SmallCorpus(tmp_path / "corpus")
    made.source("page", ("cap", "outlet:herald", "named"))
    made.version("lake", "2031-01", POINT)
    monkeypatch.chdir(made.root)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return made


def write(corpus, own="", user=""):
    if own:
        (corpus.root / "plantrack.toml").write_text(own)
    if user:
        (corpus.root.parent / "config" / "plantrack").mkdir(parents=True, exist_ok=True)
        (corpus.root.parent / "config" / "plantrack" / "config.toml").write_text(user)


def run(*arguments, **environment):
    return CliRunner().invoke(main, arguments, env=environment or None, prog_name="plantrack")


def form_of(*arguments, **environment):
    done = run("diff", "lake", "lake", *arguments, **environment)
    assert done.exit_code == 0, done.output
    return {"{": "json", "#": "markdown"}.get(done.stdout[0], "text")


def test_the_command_line_beats_the_corpus_beats_the_user_beats_what_is_built_in(corpus):
    assert form_of() == "text"
    write(corpus, user='[diff]\nformat = "markdown"\n')
    assert form_of() == "markdown"
    write(corpus, own='[diff]\nformat = "json"\n')
    assert form_of() == "json"
    assert form_of("--format", "text") == "text"


def test_each_option_is_taken_from_the_nearest_file_that_sets_it(corpus):
    write(corpus, own='[diff]\nignore = ["quantity"]\n', user='[diff]\nformat = "json"\nignore = ["term"]\n')
    shown = " ".join(run("diff", "--help").stdout.split())
    assert "[default: json]" in shown
    assert "[default: quantity]" in shown


def test_the_environment_beats_the_users_file_and_the_corpus_one_stands_in_is_nearer_than_it(
    corpus, tmp_path, monkeypatch
):
    other, third = tmp_path / "other", tmp_path / "third"
    for folder, plan in ((other, "river"), (third, "sea")):
        folder.mkdir()
        SmallCorpus(folder).version(plan, "2031-01", "cap: {title: Cap}")
    write(corpus, user=f'corpus = "{other}"\n')
    assert run("list").stdout.startswith("lake")
    monkeypatch.chdir(tmp_path)
    assert run("list").stdout.startswith("river")
    assert run("list", PLANTRACK_CORPUS=str(third)).stdout.startswith("sea")
    assert run("list", "--corpus", str(corpus.root)).stdout.startswith("lake")


def test_a_folder_is_named_from_where_the_users_file_stands(corpus, tmp_path, monkeypatch):
    write(corpus, user='corpus = "../../corpus"\n')
    monkeypatch.chdir(tmp_path)
    assert run("list").stdout.startswith("lake")


def test_the_file_of_the_corpus_that_is_named_counts_and_no_other(corpus, tmp_path, monkeypatch):
    write(corpus, own='[diff]\nformat = "json"\n')
    monkeypatch.chdir(tmp_path)
    assert form_of("--corpus", str(corpus.root)) == "json"
    (tmp_path / "plantrack.toml").write_text("[")
    assert form_of(f"--corpus={corpus.root}") == "json"


def test_commands_without_a_corpus_have_defaults_too(corpus):
    write(corpus, user='[schema]\noutput = "written"\n')
    assert run("schema").exit_code == 0
    assert (corpus.root.parent / "config" / "plantrack" / "written" / "plan.schema.json").is_file()


MISTAKES = """\
# mine
format = "json"
[diff]
fromat = "json"
format = "markdwn"
only = [
  "quantity",
  1,
]
explain = "yes"
[dif]
format = "json"
[source]
adds = 1
[list]
"""


def test_every_mistake_is_told_with_its_place_and_what_was_meant(corpus):
    write(corpus, user=MISTAKES)
    done = run("list")
    options = len([*options_of(LEAVES["diff"])]) - 5
    place = f"{corpus.root.parent / 'config' / 'plantrack' / 'config.toml'}:"
    assert (done.exit_code, done.stdout) == (2, "")
    assert [line.removeprefix(place) for line in done.stderr.splitlines()] == [
        "2: format: not an option of all commands; found 'format'; expected corpus or texts, or the table of a command, such as [diff]",
        f"4: diff.fromat: plantrack diff has no such option; found 'fromat'; expected one of format, corpus, output, lang, only or {options} others; did you mean format?",
        "5: diff.format: not a value of this option; found 'markdwn'; expected one of text, markdown, html, csv, docx, json; did you mean markdown?",
        "6: diff.only: not a value of this option; found ['quantity', 1]; expected text in quotation marks",
        "10: diff.explain: not a value of this option; found 'yes'; expected true or false",
        f"11: dif: no command has this name; found 'dif'; expected one of diff, check, cite, compare, completion or {len(HOMES) - 5} others; did you mean diff?",
        "14: source.adds: no command has this name; found 'adds'; expected one of add, set; did you mean add?",
    ]


@pytest.mark.parametrize(
    ("option", "held", "expected"),
    [
        (click.Option(["--least"], type=click.IntRange(1, 6)), 3, None),
        (click.Option(["--least"], type=click.IntRange(1, 6)), 7, "a whole number from 1 to 6"),
        (click.Option(["--least"], type=click.IntRange(min=1)), 0, "a whole number from 1"),
        (click.Option(["--least"], type=int), True, "a whole number"),
        (click.Option(["--pair"], nargs=2), ["a", "b"], None),
        (click.Option(["--pair"], nargs=2), ["a"], "a list of 2 texts"),
        (click.Option(["--way"], type=click.Choice(["up", "down"])), "upp", "one of up, down"),
        (click.Option(["--to"], type=click.Path()), "a\0b", "text in quotation marks"),
        (click.Option(["--on"], is_flag=True), 1, "true or false"),
    ],
)
def test_a_value_is_what_its_option_takes(option, held, expected):
    wrong = wrong_value(option, held)
    assert (wrong and wrong[0]) == expected


def test_what_is_no_toml_is_told_with_line_and_column(corpus):
    write(corpus, own="[diff]\nformat = json\n")
    done = run("list")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "plantrack.toml:2:10: no TOML: " in done.stderr
    assert done.stderr.endswith("found 'format = json'\n")


def test_help_shows_whatever_the_files_say(corpus):
    write(corpus, own="[")
    assert run("diff", "--help").exit_code == 0
    assert run("diff", "lake", "lake").exit_code == 2


@pytest.mark.parametrize(
    "setting",
    [
        'corpus = "/"',
        'texts = "/"',
        '[diff]\noutput = "/elsewhere/x"',
        '[check]\ntexts = "/"',
        '[list]\ncorpus = "/"',
        "[source.add]\nforce = true",
        '[import]\nplan = "lake"',
        "[cite]\nadd = true",
        '[new.plan]\ntitle = "x"',
    ],
)
def test_the_file_of_a_corpus_names_no_folder_and_sets_nothing_of_what_writes(corpus, setting):
    write(corpus, own=f"{setting}\n")
    done = run("list")
    assert done.exit_code == 2
    assert "not set by the file of a corpus, which may come from anybody" in done.stderr
    write(corpus, own="# none\n", user=setting.replace("/elsewhere/x", "x") + "\n")
    assert run("list").exit_code == 0


@pytest.mark.parametrize("words", LEAVES)
def test_no_option_that_a_corpus_may_set_takes_a_file(words):
    for name, param in options_of(LEAVES[words]):
        if may_be_set_by_corpus(words, param):
            assert not isinstance(param.type, click.Path | click.File), name
            assert not {"output", "corpus", "texts", "template", "templates"} & set(name.split("-"))


def test_a_link_is_not_followed_as_the_file_of_a_corpus(corpus, tmp_path):
    (tmp_path / "secret").write_text("password\n")
    (corpus.root / "plantrack.toml").symlink_to(tmp_path / "secret")
    done = run("list")
    assert (done.exit_code, "password" in done.output) == (2, False)


PAGES = [ROOT / "docs" / "reference" / "defaults.md", ROOT / "docs" / "how-to" / "shell-and-editor.md"]
SHOWN = [
    block for page in PAGES for block in re.findall(r"```toml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
]


@pytest.mark.parametrize("shown", SHOWN, ids=range(len(SHOWN)))
def test_what_the_pages_show_is_taken(corpus, shown):
    write(corpus, user=shown)
    assert form_of() == "markdown"


@given(st.text(max_size=200))
def test_no_text_makes_a_traceback(text):
    try:
        settings = read_settings(text.encode("utf-8", "surrogatepass"), file="x")
    except InputError:
        return
    for key in settings.tables:
        assert line_of(settings.text, (key,)) is not None


@pytest.mark.parametrize(
    "data",
    [
        b"\xff",
        b"a = " + b"[" * 30_000,
        b"#" * 100_000,
        b'a = "\x1b"',
        b"a = " + b"9" * 60_000,
        b".".join([b"a"] * 5_000) + b" = 1",
    ],
    ids=["not UTF-8", "brackets", "large", "escape", "digits", "dots"],
)
def test_hostile_bytes_are_refused(data):
    with pytest.raises(InputError) as refused:
        read_settings(data, file="x")
    assert str(refused.value).isprintable()


def test_the_line_of_a_key_is_where_it_begins_whatever_stands_around_it():
    text = 'a = 1\n\n[b.c]\n# d = 2\ne = """\n[f]\ng = 3\n"""\nh = [\n  1,\n]\n[[i]]\nj = {k = 4}\n'
    lines = {("a",): 1, ("b", "c"): 3, ("b", "c", "e"): 5, ("b", "c", "h"): 9, ("i",): 12, ("i", "j", "k"): 13}
    assert {path: line_of(text, path) for path in lines} == lines
    assert line_of(text, ("f",)) is None


def test_lines_of_many_keys_and_of_long_lists_are_found_without_reading_all_again_and_again():
    keys = "[diff]\n" + "".join(f"k{number}.a.b.c = [1, 2, 3]\n" for number in range(2_000))
    began = time.process_time()
    assert line_of(keys, ("diff", "k1999")) == 2_001
    assert line_of("only = [\n" + '"a",\n' * 10_000 + "]\n", ("only",)) is None
    assert time.process_time() - began < 20  # quadratic work would take minutes, even on a slow machine


def test_toml_is_loaded_only_where_there_is_a_file(tmp_path):
    program = (
        "import sys, plantrack.cli\n"
        "try: plantrack.cli.main(['list'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'tomllib', 'plantrack.reading.settings', 'plantrack.cli.settings'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={"HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.endswith("[]\n")
