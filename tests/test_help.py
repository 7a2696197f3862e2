"""Help says all of a manual page, and says it of every command."""

import importlib
import pkgutil
import re
import shlex
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import plantrack.cli
from plantrack.cli import main, manual
from plantrack.cli.command import Command, Group, about, name_of
from plantrack.cli.contents import HOMES, SECTIONS

ROOT = Path(__file__).parents[1]


def every_command(group=main, words=()):
    """Every command by its words, groups too."""
    context = click.Context(group)
    for name in group.list_commands(context):
        each = group.get_command(context, name)
        yield " ".join((*words, name)), each
        if isinstance(each, click.Group):
            yield from every_command(each, (*words, name))


COMMANDS = dict(every_command())
LEAVES = {words: each for words, each in COMMANDS.items() if not isinstance(each, click.Group)}


def help_of(words):
    done = CliRunner().invoke(main, [*words.split(), "--help"], terminal_width=80, prog_name="plantrack")
    assert done.exit_code == 0, done.output
    return done.stdout


def test_every_command_of_the_program_is_in_one_section():
    named = [name for commands in SECTIONS.values() for name in commands]
    assert sorted(named) == sorted(set(named)) == sorted(HOMES)
    below = {id(each) for words, each in COMMANDS.items() if " " in words}
    for module in pkgutil.iter_modules(plantrack.cli.__path__):
        for name, each in vars(importlib.import_module(f"plantrack.cli.{module.name}")).items():
            if isinstance(each, click.Command) and each is not main and id(each) not in below:
                assert each.name in HOMES, f"{module.name}.{name} is in no section of cli/contents.py"


@pytest.mark.parametrize("words", COMMANDS)
def test_help_has_every_part_of_a_manual_page(words):
    each = COMMANDS[words]
    assert isinstance(each, Command | Group), "made with plantrack.cli.command"
    text = help_of(words)
    heads = re.findall(r"^([A-Z][a-z ]+):$", text, re.MULTILINE)
    wanted = ["Commands", "Options"] if words not in LEAVES else ["Options", "Examples", "Exit status", "See also"]
    assert [head for head in heads if head in wanted] == wanted
    for param in each.params:
        said = param.help if isinstance(param, click.Option) else about(words, name_of(param))
        assert said, f"{words} {name_of(param)} is not explained"
    if "--corpus" in text:
        assert "PLANTRACK_CORPUS" in text


@pytest.mark.parametrize("words", ["", *COMMANDS])
def test_help_fits_80_columns_and_cuts_no_sentence_short(words):
    lines = help_of(words).splitlines()
    assert [line for line in lines if len(line) > 80] == []
    assert [line for line in lines if line.endswith("...") and not line.startswith("Usage:")] == []


def test_the_manual_speaks_of_nothing_that_is_not_there():
    names = {name_of(param) for each in COMMANDS.values() for param in each.params}
    owned = {f"{words} {name_of(param)}" for words, each in COMMANDS.items() for param in each.params}
    assert set(manual.PARAMETERS) <= names | owned
    assert set(manual.NO) | set(manual.SEE_ALSO) <= set(LEAVES)
    assert {other for others in manual.SEE_ALSO.values() for other in others} <= set(COMMANDS)


def test_the_table_of_commands_shows_every_command_with_its_whole_first_sentence():
    shown = " ".join(help_of("").split())
    for name in HOMES:
        sentence = COMMANDS[name].get_short_help_str()
        assert f"{name} {' '.join(sentence.split())}" in shown


def test_help_and_the_option_help_say_the_same():
    for words in ("diff", "source add", "source"):
        done = CliRunner().invoke(main, ["help", *words.split()], terminal_width=80, prog_name="plantrack")
        assert done.stdout == help_of(words)
    wrong = CliRunner().invoke(main, ["help", "source", "ad"])
    assert (wrong.exit_code, wrong.stderr) == (2, "no command has this name; found 'source ad'; did you mean add?\n")


EXAMPLES = [
    (words, line.strip().partition("   ")[0])
    for words in ("", *LEAVES)
    for line in help_of(words).partition("Examples:\n")[2].partition("\n\n")[0].splitlines()
]


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with the papers, and with the files that the examples name."""
    folder = tmp_path / "desk"
    for name in ("plans", "seeds", "examples"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("texts") if name == "seeds" else None)
    river = ROOT / "examples" / "river"
    texts = {
        "old.md": "old.md",
        "new.md": "new.md",
        "page-one.md": "new.md",
        "ours.md": "old.md",
        "theirs.md": "new.md",
    }
    for name, text in texts.items():
        shutil.copy(river / text, folder / name)
    documents = {
        "old.docx": "paper-typed.docx", "new.pdf": "revised.pdf", "draft.docx": "tracked.docx",
        "leaked.docx": "revised-numbered.docx", "saved-page.html": "paper.html",
    }  # fmt: skip
    for name, document in documents.items():
        shutil.copy(ROOT / "tests" / "documents" / document, folder / name)
    (folder / "draft.txt").write_text(
        "DRAFT 2\n\nCommitment 1: Arland opens the road.\n\nCommitment 2: It stays open.\n"
    )
    (folder / "leaked.txt").write_text(
        "".join(f"{number}. Arland shall open road {number}.\n" for number in range(1, 15))
    )
    (folder / "leaked.md").write_text("6. Arland shall open a road.\n\n10. It shall:\n\n(a) stop;\n\n(b) go.\n")
    (folder / "karsk.yaml").write_text("match: [[3, 2]]\n")
    (folder / "article.txt").write_text("A title of five words\n\n" + "It is said that the cap is out. " * 20)
    (tmp_path / "articles").mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(("words", "example"), EXAMPLES, ids=[example for _, example in EXAMPLES])
def test_every_example_runs(words, example, desk):
    asked, _, piped = example.partition(" < ")
    asked = shlex.split(asked)[1:]
    given = (desk / piped).read_text() if piped else None
    if "--reanchor" in asked:
        (desk / "seeds" / "herald-2025-11-27.yaml").write_text("schema: plantrack/1\ntitle: A title\n")
    # The site of a small corpus is made as that of a large one is, and in a tenth of the time.
    small = {"PLANTRACK_CORPUS": "examples/minsk"} if words in ("open", "site build") else {}
    done = CliRunner().invoke(main, asked, prog_name="plantrack", input=given, env=small)
    if "Python for browsers cannot be fetched" in done.output:
        pytest.skip("no network")
    assert done.exit_code in (0, 1 if words in manual.NO else 0), done.output
    assert done.stdout or "-o" in asked
