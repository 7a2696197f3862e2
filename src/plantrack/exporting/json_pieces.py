"""JSON piece by piece, so that what is too much to hold at once is written as it comes."""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from plantrack.value import value


@value
class Entries:
    """An object whose entries are made when they are asked for."""

    pairs: Iterable[tuple[str, Any]]


@value
class Items:
    """A list whose items are made when they are asked for."""

    values: Iterable[Any]


def json_pieces(held: object) -> Iterator[str]:
    """The text of a JSON file, with a line end; figures stay figures.

    Args:
        held: What `json` can write, figures as decimals, and `Entries` and `Items` of it at any depth.
    """
    yield from _pieces(held, "\n")
    yield "\n"


def _pieces(held: object, line: str) -> Iterator[str]:
    """The text of a value whose lines start with `line`."""
    if isinstance(held, Entries):
        return _between("{}", ((f"{json.dumps(key, ensure_ascii=False)}: ", part) for key, part in held.pairs), line)
    if isinstance(held, Items):
        return _between("[]", (("", part) for part in held.values), line)
    # Line ends inside of texts are escapes in JSON, so these are ends of lines of the file.
    return iter([json.dumps(held, indent=2, ensure_ascii=False, default=_figure).replace("\n", line)])


def _between(brackets: str, parts: Iterable[tuple[str, Any]], line: str) -> Iterator[str]:
    inner = f"{line}  "
    before = brackets[0]
    for key, part in parts:
        yield f"{before}{inner}{key}"
        yield from _pieces(part, inner)
        before = ","
    yield f"{line}{brackets[1]}" if before == "," else brackets


def _figure(held: object) -> int | float:
    if not isinstance(held, Decimal):
        message = f"no value of JSON: {held!r}"
        raise TypeError(message)
    return int(held) if held == held.to_integral_value() else float(held)
