"""Libraries of the extra `documents`, and what to type where one is missing."""

import sys
from importlib import import_module
from importlib.util import find_spec
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
        raise _missing(name, reads) from None


def require(name: str, reads: str) -> None:
    """Ask for a library that another Python will use; see `library`."""
    missing = name in sys.modules and sys.modules[name] is None  # as tests hide it
    if missing or find_spec(name) is None:
        raise _missing(name, reads)


def _missing(name: str, reads: str) -> UsageError:
    return UsageError(f"{name.partition('.')[0]} is not installed, which reads {reads}", expected=INSTALL)
