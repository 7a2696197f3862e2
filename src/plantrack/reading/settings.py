"""A file of defaults, which is TOML: what it says, and on which line."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from plantrack.errors import InputError, Problem, quoted
from plantrack.value import value

MAX_BYTES = 64_000
_DEEPEST = 8
"""Tables inside tables: commands need three."""
_MOST_READ = 2_000_000
"""Characters read to find lines; where values of very many lines would take more, problems after them tell no line."""


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
        tables = tomllib.loads(text)
    except UnicodeDecodeError:
        raise InputError([Problem(what="not UTF-8", file=file)]) from None
    except RecursionError:
        raise InputError([Problem(what="too deep", file=file, expected="tables of commands")]) from None
    except tomllib.TOMLDecodeError as error:
        raise InputError([_no_toml(error, text, file)]) from None
    except ValueError:  # Python makes no whole numbers of very many digits
        raise InputError(
            [Problem(what="a number too long", file=file, expected="a number as options take it")]
        ) from None
    if _is_deeper(tables, _DEEPEST):
        raise InputError([Problem(what="too deep", file=file, expected="tables of commands")])
    return Settings(file=file, tables=tables, text=text)


def _is_deeper(tables: Mapping[str, Any], most: int) -> bool:
    level: list[Any] = [tables]
    for _ in range(most):
        level = [inner for held in level if isinstance(held, Mapping) for inner in held.values()]
    return any(isinstance(held, Mapping) for held in level)


def line_of(text: str, path: tuple[str, ...]) -> int | None:
    """The line on which a key of a file begins; None where that cannot be told."""
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
    """The first line of each key. A statement is the fewest lines that are TOML by themselves."""
    found: dict[tuple[str, ...], int] = {}
    above: tuple[str, ...] = ()
    started, statement, read = 1, "", 0
    for number, line in enumerate(text.split("\n"), 1):
        statement += f"{line}\n"
        read += len(statement)
        if read > _MOST_READ:
            break
        try:
            tables = tomllib.loads(statement)
        except tomllib.TOMLDecodeError:
            continue
        paths = list(_paths(tables))
        if statement.lstrip().startswith("["):
            above = paths[-1]
        else:
            paths = [above + path for path in paths]
        for path in paths:
            found.setdefault(path, started)
        started, statement = number + 1, ""
    return found


def _paths(tables: Mapping[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for key, held in tables.items():
        yield (*above, key)
        if isinstance(held, Mapping):
            yield from _paths(held, (*above, key))
