"""A file of defaults, which is TOML: what it says, and on which line."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from plantrack.errors import InputError, Problem, quoted
from plantrack.value import value

MAX_BYTES = 64_000
_MOST_LINES = 1_000
"""Of longer files, problems tell no lines: to find one, the file is read again up to each."""


@value
class Settings:
    """A file of defaults."""

    file: str
    tables: Mapping[str, Any]
    text: str


def read_settings(data: bytes, *, file: str) -> Settings:
    """The settings of a file. Raises InputError if it is no TOML in UTF-8."""
    if len(data) > MAX_BYTES:
        expected = f"at most {MAX_BYTES:,} bytes"
        raise InputError(
            [Problem(what="the file is too large", file=file, found=f"{len(data):,} bytes", expected=expected)]
        )
    try:
        text = data.decode("utf-8").replace("\r\n", "\n")
        return Settings(file=file, tables=tomllib.loads(text), text=text)
    except UnicodeDecodeError:
        raise InputError([Problem(what="not UTF-8", file=file)]) from None
    except RecursionError:
        raise InputError([Problem(what="too deep", file=file, expected="tables of commands")]) from None
    except tomllib.TOMLDecodeError as error:
        raise InputError([_no_toml(error, text, file)]) from None


def line_of(text: str, path: tuple[str, ...]) -> int | None:
    """The line by which a key of a file has its value in whole; None where that cannot be told."""
    return _lines_of(text).get(path)


def _no_toml(error: tomllib.TOMLDecodeError, text: str, file: str) -> Problem:
    """The problem with its place, which the error says in words."""
    what, _, place = str(error).removesuffix(")").rpartition(" (at ")
    words = place.replace(",", "").split()
    if len(words) != 4 or not (words[1].isdigit() and words[3].isdigit()):
        return Problem(what=f"no TOML: {what or error}", file=file, line=text.count("\n") + 1)
    line, column = int(words[1]), int(words[3])
    found = text.splitlines()[line - 1] if line <= len(text.splitlines()) else ""
    return Problem(what=f"no TOML: {what}", file=file, line=line, column=column, found=quoted(found))


@lru_cache(maxsize=2)
def _lines_of(text: str) -> dict[tuple[str, ...], int]:
    """The first line by which each key is there; only TOML itself knows where its values end."""
    lines = text.split("\n")
    found: dict[tuple[str, ...], int] = {}
    for number in range(1, len(lines) + 1 if len(lines) <= _MOST_LINES else 1):
        try:
            tables = tomllib.loads("\n".join(lines[:number]))
        except tomllib.TOMLDecodeError:
            continue
        for path in _paths(tables):
            found.setdefault(path, number)
    return found


def _paths(tables: Mapping[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for key, held in tables.items():
        yield (*above, key)
        if isinstance(held, Mapping):
            yield from _paths(held, (*above, key))
