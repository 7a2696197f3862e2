"""Completion: what is offered where, that nothing else reaches the prompt, and that real shells take it as it is."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_corpus import SmallCorpus

from plantrack.cli import main

BIN = Path(sys.executable).parent
BREAKS = " \t\n\"'@><=;|&(:"
POINT = "{id}: {{number: {number}, title: Cap, label: the cap, evidence: [page#cap]}}"


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    root = tmp_path / "corpus"
    root.mkdir()
    made = SmallCorpus(root)
    made.source("page", ("cap", "outlet:herald", "named"))
    made.version("lake", "2031-01", POINT.format(id="cap", number=1) + "\n" + POINT.format(id="court", number='"10.b"'))
    made.version("lake", "2031-02", POINT.format(id="cap", number=2))
    (root / "plans" / "lake" / "plan.yaml").write_text("schema: plantrack/1\ntitle: Lake\naliases: [lake points]\n")
    monkeypatch.chdir(root)
    return made


def offered(line, shell="fish", **environment):
    """What a shell is answered: values, or kinds where a shell completes by itself."""
    asked = {"_PLANTRACK_COMPLETE": f"{shell}_complete", "_PLANTRACK_LINE": line} | environment
    done = CliRunner().invoke(main, env=asked, prog_name="plantrack")
    assert (done.exit_code, done.stderr) == (0, ""), done.output
    rows = [row.split("\t") for row in done.stdout.splitlines() if row]
    assert all(len(row) == 3 for row in rows)
    return [value if kind == "plain" else f"<{kind}>" for kind, value, _ in rows]


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("plantrack so", ["source"]),
        ("plantrack source ", ["add", "set"]),
        ("plantrack help source s", ["set"]),
        ("plantrack diff --forma", ["--format"]),
        ("plantrack diff a b --format m", ["markdown"]),
        ("plantrack diff l", ["lake", "lake points", "<file>"]),
        ("plantrack diff 'lake ", ["lake points", "<file>"]),
        ("plantrack diff lake\\ p", ["lake points", "<file>"]),
        ("plantrack diff lake@", ["lake@2031-01", "lake@2031-02", "lake@first", "lake@newest", "<file>"]),
        ("plantrack diff lake HEAD:lake@f", ["HEAD:lake@first", "<file>"]),
        ("plantrack show lake@first ", ["1", "10.b", "cap", "court"]),
        ("plantrack show lake ", ["2", "cap"]),
        ("plantrack trace c", ["cap", "court"]),
        ("plantrack trace --in lake@first 1", ["1", "10.b"]),
        ("plantrack cite p", ["page"]),
        ("plantrack cite page x --for lake#", ["lake#cap"]),
        ("plantrack cite page x --chain person:", ["person:dorn", "person:keller"]),
        ("plantrack positions Ar", ["Arland", "Arlandic officials"]),
        ("plantrack diff a b --topic amn", ["amnesty_accountability"]),
        ("plantrack diff a b --only quantity-rai", ["quantity-raised"]),
        ("plantrack schema ver", ["version"]),
        ("plantrack completion z", ["zsh"]),
        ("plantrack check --texts ", ["<file>"]),
        ("plantrack nothing ", []),
        ("plantrack show nothing ", []),
        ("plantrack show lake --corpus nowhere ", []),
        ("plantrack 'unclosed", []),
    ],
)
@pytest.mark.usefixtures("corpus")
def test_what_is_offered(line, values):
    assert offered(line) == values


@pytest.mark.usefixtures("corpus")
def test_bash_gets_the_part_of_a_word_that_it_replaces_and_spaces_quoted():
    def bash(line):
        return offered(line, "bash", _PLANTRACK_BREAKS=BREAKS)

    assert bash("plantrack diff lake@f") == ["first", "<file>"]
    assert bash("plantrack diff HEAD:lake@f") == ["first", "<file>"]
    assert bash("plantrack diff lake\\ ") == ["lake\\ points", "<file>"]
    assert bash("plantrack diff 'lake ") == ["lake points", "<file>"]
    assert bash("plantrack cite page x --chain person:d") == ["dorn"]


HOSTILE = [
    "$(touch owned)",
    "`touch owned`",
    "a;touch owned",
    "a\x1b[2Jb",
    "*",
    "-rf",
    "~root",
    "a'b",
    'a"b',
    "a\\b",
    "a|b",
    "a&b",
    "!!",
    "{a,b}",
    "a\u202eb",
]


def test_hostile_names_are_never_offered(corpus):
    for number, name in enumerate(HOSTILE):
        folder = corpus.root / "plans" / name
        folder.mkdir()
        (folder / "plan.yaml").write_text("schema: plantrack/1\ntitle: x\n")
        text = name.replace("\\", "\\\\").replace('"', '\\"').replace("\x1b", "\\e")
        (corpus.root / "plans" / "lake" / f"h{number}.yaml").write_text(f'schema: plantrack/1\n"{text}": 1\n')
    aliases = ", ".join("'" + name.replace("'", "''") + "'" for name in HOSTILE if name.isprintable())
    (corpus.root / "plans" / "lake" / "plan.yaml").write_text(
        f'schema: plantrack/1\ntitle: "t\\e[2J\\tx"\naliases: [{aliases}]\n'
    )
    assert offered("plantrack diff ") == ["lake", "<file>"]
    for shell in ("bash", "zsh", "fish"):
        done = CliRunner().invoke(
            main, env={"_PLANTRACK_COMPLETE": f"{shell}_complete", "_PLANTRACK_LINE": "plantrack diff "}
        )
        assert "\x1b" not in done.stdout
        assert "\u202e" not in done.stdout


@pytest.mark.parametrize(
    "broken", ["plans/lake/plan.yaml", "plans/lake/2031-01.yaml", "plans/actors.yaml", "plantrack.toml"]
)
def test_broken_files_are_silence(corpus, broken):
    (corpus.root / broken).write_bytes(b"\xff\x00: [")
    for line in ("plantrack ", "plantrack diff ", "plantrack show lake ", "plantrack positions ", "plantrack trace "):
        offered(line)


def seconds_of(command, environment):
    """The least time of a command in five runs, that of the processor where others keep it busy; and what it printed."""
    taken = []
    for _ in range(5):
        before, start = os.times(), time.perf_counter()
        done = subprocess.run(command, env=environment, cwd=Path(__file__).parents[1], capture_output=True, check=True)
        after = os.times()
        used = after.children_user + after.children_system - before.children_user - before.children_system
        taken.append(min(used, time.perf_counter() - start))
    return min(taken), done.stdout


def test_completing_a_version_takes_a_few_times_what_loading_two_libraries_does():
    environment = os.environ | {"_PLANTRACK_COMPLETE": "bash_complete", "_PLANTRACK_LINE": "plantrack show 28pt 1"}
    environment |= {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    floor, _ = seconds_of([sys.executable, "-c", "import attr, click, yaml"], environment)
    taken, offered_points = seconds_of(["plantrack"], environment)
    assert b"10.a" in offered_points
    assert taken < 8 * floor


def by_hand(shell, script, folder):
    """What a shell answers to commands, with the program on its path."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not here")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("_PLANTRACK", "XDG"))}
    environment = inherited | {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "HOME": str(folder.parent)}
    options = {"bash": ["--norc", "--noprofile"], "fish": ["--no-config"], "zsh": ["-f"]}[shell]
    done = subprocess.run(
        [shell, *options, "-c", script],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


BASH_ASKS = """
eval "$(plantrack completion bash)"
COMP_WORDBREAKS=$' \\t\\n"\\'@><=;|&(:'
ask() {
    COMP_LINE="$1"; COMP_POINT=${#1}; COMPREPLY=()
    _plantrack_completion plantrack
    printf '%s\\n' "${COMPREPLY[@]}"
}
complete -p plantrack
"""


def test_bash_completes(corpus):
    asked = (
        BASH_ASKS + "ask 'plantrack diff lake@2031-0'; ask 'plantrack show lake@first 1'; ask 'plantrack diff lake\\ '"
    )
    first, *found = by_hand("bash", asked, corpus.root)
    assert first.endswith("-F _plantrack_completion plantrack")
    assert found == ["2031-01", "2031-02", "1", "10.b", "lake\\ points"]


def test_bash_runs_no_name_and_shows_no_error(corpus):
    for name in HOSTILE:
        (corpus.root / "plans" / name).mkdir()
        (corpus.root / "plans" / name / "plan.yaml").write_text("- [")
    (corpus.root / "plans" / "actors.yaml").write_text("- [")
    asked = BASH_ASKS + "ask 'plantrack diff '; ask 'plantrack positions '; ask 'plantrack show $(touch owned) '"
    _, *found = by_hand("bash", asked, corpus.root)
    assert found[:2] == ["lake", "lake\\ points"]
    assert not (corpus.root / "owned").exists()


def test_bash_says_nothing_where_the_program_is_gone(corpus):
    asked = BASH_ASKS + "PATH=/nowhere; ask 'plantrack diff '"
    assert by_hand("bash", asked, corpus.root)[1:] == [""]


def test_fish_completes(corpus):
    asked = (
        "plantrack completion fish | source; complete -C 'plantrack diff lake@2031-0'; complete -C 'plantrack source '"
    )
    found = [line.partition("\t")[0] for line in by_hand("fish", asked, corpus.root)]
    assert found == ["lake@2031-01", "lake@2031-02", "add", "set"]


ZSH_ASKS = """
compdef() { : }
eval "$(plantrack completion zsh)"
_describe() { print -rl -- ${(P)3} }
_files() { print files }
words=(plantrack diff lake@2031-0) CURRENT=3 PREFIX=lake@2031-0
_plantrack_completion
words=(plantrack cite page x --chain person:d) CURRENT=6 PREFIX=person:d
_plantrack_completion
"""


def test_zsh_completes(corpus):
    found = by_hand("zsh", ZSH_ASKS, corpus.root)
    assert found == ["lake@2031-01", "lake@2031-02", "files", "person\\:dorn:Dorn"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_script_is_one_that_its_shell_can_read(shell, tmp_path):
    done = CliRunner().invoke(main, ["completion", shell])
    assert done.exit_code == 0
    assert "%(" not in done.stdout
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not here")
    (tmp_path / "script").write_text(done.stdout)
    subprocess.run([shell, "-n", str(tmp_path / "script")], check=True)
