"""Libraries of the extra `documents`, and what to type where one is missing."""

from importlib import import_module
from typing import Any

from plantrack.errors import UsageError

INSTALL = "python -m pip install 'plantrack-peace[documents]'"
"""What brings all of them."""


def library(name: str, reads: str) -> Any:
    """A library that reads documents of a kind.

    Args:
        name: The module.
        reads: What cannot be read without it, in the plural: `Word files`.

    Raises:
        UsageError: if it is not installed.
    """
    try:
        return import_module(name)
    except ImportError:
        raise UsageError(f"{name.partition('.')[0]} is not installed, which reads {reads}", expected=INSTALL) from None
