"""Options of every command that reads documents: what a person decides of how they are read, and taken."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from plantrack.documents.options import FORMS, ReadOptions
from plantrack.errors import UsageError

F = TypeVar("F", bound=Callable[..., Any])

RELATIONS = ("revision", "comparison")
"""What two papers may be taken for."""
_OPTIONS = (
    click.option(
        "--points", metavar="REGEX", help="Lines that begin so begin the points, and no others; group 1 is the number."
    ),
    click.option("--drop", multiple=True, metavar="REGEX", help="Leave out lines in which this is found."),
)
_AS_ONE = click.option("--as", "taken_as", type=click.Choice(FORMS), help="What the points of a document are.")
_AS_TWO = click.option(
    "--as",
    "taken_as",
    multiple=True,
    type=click.Choice([*FORMS, *RELATIONS]),
    help="What the points of the documents are; and whether NEW is a revision of OLD or both are rivals.",
)


def reading_options(command: F) -> F:
    """Give a command the options by which a person overrules how a document is read."""
    return _given(command, (*_OPTIONS, _AS_ONE))


def reading_options_of_two(command: F) -> F:
    """The same for a command that compares two papers, which may be taken for rivals."""
    return _given(command, (*_OPTIONS, _AS_TWO))


def _given(command: F, options: tuple[Callable[[F], F], ...]) -> F:
    for option in reversed(options):
        command = option(command)
    return command


def options_for_reading(options: Mapping[str, Any], *, earlier: bool = False) -> ReadOptions:
    """How a document is read, as the values of `reading_options` ask for it.

    Args:
        options: The values, by the names of parameters.
        earlier: The text before its tracked changes.

    Raises:
        UsageError: if two ways to read are asked for.
    """
    return ReadOptions(
        form=_one_of(options, FORMS), points=options["points"], drop=tuple(options["drop"]), earlier=earlier
    )


def relation_asked(options: Mapping[str, Any]) -> str | None:
    """What the papers are to be taken for, if anything is said of it. Raises UsageError if two things are."""
    return _one_of(options, RELATIONS)


def _one_of(options: Mapping[str, Any], words: tuple[str, ...]) -> str | None:
    given = options["taken_as"]
    said = dict.fromkeys(word for word in ((given,) if isinstance(given, str) else given or ()) if word in words)
    if len(said) > 1:
        raise UsageError("--as says two things that cannot both be", found=", ".join(said), expected="one of them")
    return next(iter(said), None)
