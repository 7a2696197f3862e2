"""Options of every command that reads documents: what a person decides of how they are read."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from plantrack.documents.options import FORMS, ReadOptions

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--points", metavar="REGEX", help="Lines that begin so begin the points, and no others; group 1 is the number."
    ),
    click.option("--drop", multiple=True, metavar="REGEX", help="Leave out lines in which this is found."),
    click.option("--as", "points_as", type=click.Choice(FORMS), help="What the points of a document are."),
)


def reading_options(command: F) -> F:
    """Give a command the options by which a person overrules how a document is read."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def options_for_reading(options: Mapping[str, Any], *, earlier: bool = False) -> ReadOptions:
    """How a document is read, as the values of `reading_options` ask for it.

    Args:
        options: The values, by the names of parameters.
        earlier: The text before its tracked changes.
    """
    return ReadOptions(
        form=options["points_as"], points=options["points"], drop=tuple(options["drop"]), earlier=earlier
    )
