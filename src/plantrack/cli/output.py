"""Printing: everything that leaves the program passes here, and nothing from a file can command a terminal."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from plantrack.errors import Problem
from plantrack.plain import printable


def write_problems(problems: Iterable[Problem]) -> None:
    """Problems on stderr, a line each."""
    for problem in problems:
        click.echo(printable(str(problem)), err=True)


def write_answer(text: str, output: Path | None = None) -> None:
    """The answer on stdout, or in a file."""
    if output is not None:
        output.write_text(text, encoding="utf-8", newline="\n")
        return
    stream = sys.stdout
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    stream.write(text)
