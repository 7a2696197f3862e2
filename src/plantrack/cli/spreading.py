"""The options of commands whose work can be spread over processes and machines."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def spreading_options(command: F) -> F:
    """Give a command `--jobs` and `--scheduler`."""
    command = click.option(
        "--scheduler", metavar="ADDRESS", help="A Dask scheduler whose workers do the work: tcp://HOST:8786."
    )(command)
    return click.option(
        "-j", "--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes on this machine."
    )(command)
