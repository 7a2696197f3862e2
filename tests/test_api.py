"""The public names, the commands and the reference page are the same."""

import inspect
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

import plantrack
from plantrack.cli import main

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "python.md"
PYTHON_WORDS = {"import": "import_text", "open": "open_site"}
ABOUT_THE_PROGRAM = {"completion", "help"}
"""Commands that are of no use in Python."""


@pytest.mark.parametrize("name", plantrack.__all__)
def test_every_public_name_is_there_with_a_docstring(name):
    assert inspect.getdoc(getattr(plantrack, name))


def test_every_public_name_stands_on_the_reference_page_and_no_other():
    assert re.findall(r"^## `(\w+)", PAGE.read_text(encoding="utf-8"), re.MULTILINE) == sorted(plantrack.__all__)


def test_every_command_is_a_function_with_the_same_words():
    functions = set()
    for name in set(main.list_commands(None)) - ABOUT_THE_PROGRAM:
        command = main.get_command(None, name)
        below = command.commands if isinstance(command, click.Group) else ()
        functions |= {f"{name}_{each}" for each in below} or {PYTHON_WORDS.get(name, name)}
    assert functions <= set(plantrack.__all__)


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="nothing"):
        plantrack.nothing  # noqa: B018


def test_dir_lists_the_commands_though_none_is_loaded():
    program = "import plantrack; print(*dir(plantrack))"
    listed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert sorted([*plantrack.__all__, "__version__"]) == listed
