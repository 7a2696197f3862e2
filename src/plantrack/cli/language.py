"""The options of every command that answers: in which format and language, and where to."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from plantrack.catalogue import ENGLISH, speaking

F = TypeVar("F", bound=Callable[..., Any])


def _speak(ctx: click.Context, _param: click.Parameter, tag: str) -> None:
    """Answers of the command are made in the language. Raises UnknownNameError."""
    if not ctx.resilient_parsing and tag != ENGLISH:
        ctx.with_resource(speaking(tag))


def language_option(command: F) -> F:
    """Give a command the option `--lang`."""
    return click.option(
        "--lang",
        metavar="TAG",
        default=ENGLISH,
        show_default=True,
        envvar="PLANTRACK_LANG",
        expose_value=False,
        callback=_speak,
        help="The language of the sentences: en or uk. Words of papers and reports stay as they are.",
    )(command)


def answer_options(*forms: str) -> Callable[[F], F]:
    """Give a command `--format` with these formats beside text, `--lang` and `-o`."""

    def give(command: F) -> F:
        command = click.option(
            "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file."
        )(language_option(command))
        choice = click.Choice(["text", *forms])
        return click.option("--format", "form", type=choice, default="text", show_default=True)(command)

    return give
