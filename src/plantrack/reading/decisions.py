"""What a file of decisions must hold beyond the types of its fields."""

import re

from plantrack.errors import quoted
from plantrack.model.decisions import Decisions
from plantrack.reading.nodes import Listing, Node, Scalar, Table
from plantrack.reading.notes import Reading

_PAIRS = ("match", "no_match")


def check_decisions(decisions: Decisions, reading: Reading, root: Table) -> None:
    """Note pairs that are none, points that are joined and kept apart, and expressions that nothing can be found by."""
    for key in _PAIRS:
        for index, node in enumerate(_items(root.entries.get(key))):
            if isinstance(node, Listing) and len(node.items) != 2:
                found = f"{len(node.items)} point{'' if len(node.items) == 1 else 's'}"
                _wrong(reading, node, (key, str(index)), "not a pair of points", found, "[OLD, NEW], such as [3, 2]")
    apart = set(decisions.no_match)
    for index, pair in enumerate(decisions.match):
        if pair in apart:
            node, what = _items(root.entries["match"])[index], "joined here, and kept apart in no_match"
            _wrong(reading, node, ("match", str(index)), what, "=".join(pair), "one of them")
    for side, how in _tables(root.entries.get("reading")):
        for key, node in how.entries.items():
            for one in _items(node) or [node]:
                if key in ("points", "drop") and isinstance(one, Scalar):
                    _check_expression(reading, one, ("reading", side, key))


def _items(node: Node | None) -> list[Node]:
    return node.items if isinstance(node, Listing) else []


def _tables(node: Node | None) -> list[tuple[str, Table]]:
    entries = node.entries.items() if isinstance(node, Table) else ()
    return [(key, held) for key, held in entries if isinstance(held, Table)]


def _check_expression(reading: Reading, node: Scalar, path: tuple[str, ...]) -> None:
    try:
        re.compile(node.value)
    except re.error as error:
        _wrong(reading, node, path, f"no regular expression: {error.msg}", quoted(node.value), "a regular expression")


def _wrong(reading: Reading, node: Node, path: tuple[str, ...], what: str, found: str, expected: str) -> None:
    reading.path = list(path)
    reading.wrong(node, what, found=found, expected=expected)
    reading.path = []
