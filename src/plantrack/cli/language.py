"""The options of every command that answers: in which format and language, and where to."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from plantrack.catalogue import ENGLISH, speaking
from plantrack.cli.output import coloured

F = TypeVar("F", bound=Callable[..., Any])


def _speak(ctx: click.Context, _param: click.Parameter, tag: str) -> None:
    """Answers of the command are made in the language. Raises UnknownNameError."""
    if not ctx.resilient_parsing and tag != ENGLISH:
        ctx.with_resource(speaking(tag))


def _colour(ctx: click.Context, _param: click.Parameter, when: str) -> None:
    if not ctx.resilient_parsing:
        ctx.with_resource(coloured(when))


def colour_option(command: F) -> F:
    """Give a command that marks words the option `--color`."""
    return click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        expose_value=False,
        callback=_colour,
        help="Colour the words that differ; auto: on a terminal, unless NO_COLOR is set.",
    )(command)


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
