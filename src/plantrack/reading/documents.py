"""The kinds of files of a corpus, read strictly: every problem of a file at once, each with its place."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from attrs import frozen

from plantrack.errors import InputError
from plantrack.model import Actor, Plan, Source, Version
from plantrack.reading.nodes import Node, Scalar, Table, parse_yaml
from plantrack.reading.records import Mention, Reading, read_record
from plantrack.reading.rules import check_source, check_version

SCHEMA = "plantrack/1"

T = TypeVar("T")


@frozen(kw_only=True)
class Actors:
    """The file of actors."""

    schema: str
    actors: Mapping[str, Actor]


@frozen(kw_only=True)
class Loaded:
    """A file as a value, with the names in it that must stand elsewhere."""

    value: Any
    mentions: tuple[Mention, ...] = ()
    file: str = ""


def read_version(data: bytes, *, file: str, plan: str | None = None, version: str | None = None) -> Loaded:
    """A version from its file.

    Args:
        data: The bytes of the file.
        file: Its name, for problems.
        plan: The plan that its folder stands for; not checked if None.
        version: The version that its name stands for; not checked if None.

    Raises:
        InputError: with everything that is wrong in the file.
    """

    def check(value: Version, reading: Reading, node: Node) -> None:
        _same(reading, node, "plan", value.plan, plan, "the name of its folder")
        _same(reading, node, "version", value.version, version, "the name of its file")
        check_version(value, reading, node)

    return _load(Version, data, file, {}, check)


def read_plan(data: bytes, *, file: str, plan: str) -> Loaded:
    """A plan from its `plan.yaml`. Raises InputError."""
    return _load(Plan, data, file, {"id": plan})


def read_source(data: bytes, *, file: str, source: str) -> Loaded:
    """A source from its record. Raises InputError."""
    return _load(Source, data, file, {"id": source}, check_source)


def read_actors(data: bytes, *, file: str) -> Loaded:
    """The actors from their file. Raises InputError."""
    return _load(Actors, data, file, {})


def read_positions(data: bytes, *, file: str) -> Loaded:
    """The positions of one actor. Raises InputError."""
    from plantrack.model.positions import Positions

    return _load(Positions, data, file, {})


def _load(
    cls: type[T],
    data: bytes,
    file: str,
    given: Mapping[str, object],
    check: Callable[[T, Reading, Node], None] | None = None,
) -> Loaded:
    node = parse_yaml(data, file=file)
    reading = Reading(file)
    if isinstance(node, Table) and "schema" in node.entries:
        stated = node.entries["schema"][1]
        if isinstance(stated, Scalar) and stated.value != SCHEMA:
            reading.path.append("schema")
            reading.wrong(stated, "not a schema that is read here", found=repr(stated.value[:60]), expected=SCHEMA)
            reading.path.pop()
    value = read_record(cls, node, reading, **given)
    if value is not None and check is not None:
        check(value, reading, node)
    if reading.problems:
        raise InputError(sorted(reading.problems, key=lambda problem: (problem.line or 0, problem.column or 0)))
    return Loaded(value=value, mentions=tuple(reading.mentions), file=file)


def _same(reading: Reading, node: Node, key: str, found: str, expected: str | None, what: str) -> None:
    if expected is not None and found != expected and isinstance(node, Table):
        reading.path.append(key)
        reading.wrong(node.entries[key][1], f"{key} is not {what}", found=repr(found), expected=repr(expected))
        reading.path.pop()

