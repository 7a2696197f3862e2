"""The kinds of files of a corpus, read strictly: every problem of a file at once, each with its place."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from plantrack.errors import InputError, Problem, named_in_fault, nearest_name, quoted
from plantrack.model import Actor, Plan, Source, Version
from plantrack.model.fields import Slug, marks_of
from plantrack.reading.nodes import MAX_PROBLEMS, Node, Scalar, Table
from plantrack.reading.notes import Mention, Reading
from plantrack.reading.records import read_record
from plantrack.reading.rules import check_source, check_version
from plantrack.value import collector_paused, value

SCHEMA = "plantrack/1"

T = TypeVar("T")


@value
class Actors:
    """The file of actors."""

    schema: str
    actors: Mapping[str, Actor]


@value
class Loaded:
    """A file as a value, with the names in it that must stand elsewhere."""

    value: Any
    mentions: tuple[Mention, ...] = ()
    file: str = ""


class Missing(NamedTuple):
    """A name that stands nowhere: what it was looked for as, and the names there are."""

    kind: str
    known: Iterable[str]


Look = Callable[[str, str], Missing | None]
"""Looks for a name of a kind outside its file (`actor`, `UA`); None where it is found or cannot be looked for."""


def read_version(
    data: bytes, *, file: str, plan: str | None = None, version: str | None = None, look: Look | None = None
) -> Loaded:
    """A version from its file.

    Args:
        data: The bytes of the file.
        file: Its name, for problems.
        plan: The plan that its folder stands for; not checked if None.
        version: The version that its name stands for; not checked if None.
        look: Looks for names outside the file; they are not checked if None.

    Raises:
        InputError: with everything that is wrong in the file.
    """

    def check(value: Version, reading: Reading, node: Table) -> None:
        _same(reading, node, "plan", plan, "the name of its folder")
        _same(reading, node, "version", version, "the name of its file")
        check_version(value, reading, node)

    return _load(Version, data, file, check=check, look=look)


def read_plan(data: bytes, *, file: str, plan: str, look: Look | None = None) -> Loaded:
    """A plan from its `plan.yaml`. Raises InputError."""
    return _load(Plan, data, file, name=plan, look=look)


def read_source(data: bytes, *, file: str, source: str, look: Look | None = None) -> Loaded:
    """A source from its record. Raises InputError."""
    return _load(Source, data, file, name=source, check=check_source, look=look)


def read_actors(data: bytes, *, file: str) -> Loaded:
    """The actors from their file, who may name each other. Raises InputError."""
    known: list[str] = []

    def remember(_: Actors, __: Reading, node: Table) -> None:
        actors = node.entries.get("actors")
        known.extend(actors.entries if isinstance(actors, Table) else ())

    def look(kind: str, name: str) -> Missing | None:
        return None if name in known else Missing(kind, known)

    return _load(Actors, data, file, check=remember, look=look)


def read_positions(data: bytes, *, file: str, look: Look | None = None) -> Loaded:
    """The positions of one actor. Raises InputError."""
    from plantrack.model.positions import Positions

    return _load(Positions, data, file, look=look)


def read_events(data: bytes, *, file: str, look: Look | None = None) -> Loaded:
    """The events of a corpus. Raises InputError."""
    from plantrack.model.events import Events
    from plantrack.reading.rules import check_events

    return _load(Events, data, file, check=check_events, look=look)


def read_lexicon(data: bytes, *, file: str) -> Loaded:
    """The words of a conflict. Raises InputError."""
    from plantrack.model.lexicon import Lexicon
    from plantrack.reading.lexicon import check_lexicon

    return _load(Lexicon, data, file, check=check_lexicon)


def read_decisions(data: bytes, *, file: str, old: str | None = None, new: str | None = None) -> Loaded:
    """What a person decided of two papers.

    Args:
        data: The bytes of the file.
        file: Its name, for problems.
        old: What the file must call the paper that is compared from, if it calls it anything; not checked if None.
        new: The same of the paper that is compared to.

    Raises:
        InputError: with everything that is wrong in the file.
    """
    from plantrack.model.decisions import Decisions
    from plantrack.reading.decisions import check_decisions

    def check(value: Decisions, reading: Reading, node: Table) -> None:
        _same(reading, node, "old", old, "the paper that is compared from")
        _same(reading, node, "new", new, "the paper that is compared to")
        check_decisions(value, reading, node)

    return _load(Decisions, data, file, check=check)


def _load(
    cls: type[T],
    data: bytes,
    file: str,
    *,
    name: str | None = None,
    check: Callable[[T, Reading, Table], None] | None = None,
    look: Look | None = None,
) -> Loaded:
    with collector_paused(), named_in_fault("in the file", file):
        value, reading = _read(cls, data, Reading(file), name=name, check=check, look=look)
    if reading.problems:
        raise InputError(_in_order(reading.problems, file))
    return Loaded(value=value, mentions=tuple(reading.mentions), file=file)


def _read(
    cls: type[T],
    data: bytes,
    reading: Reading,
    *,
    name: str | None,
    check: Callable[[T, Reading, Table], None] | None,
    look: Look | None,
) -> tuple[Any, Reading]:
    """The value, as far as there is one, and what is wrong; the tree is let go before it can be collected."""
    from plantrack.reading.parsing import parse_yaml

    parsed = parse_yaml(data, file=reading.file)
    reading.problems += parsed.problems
    if parsed.root is None:
        return None, reading
    _check_name(name, reading)
    _check_schema(parsed.root, reading)
    value = read_record(cls, parsed.root, reading, **({} if name is None else {"id": name}))
    if value is not None and check is not None and isinstance(parsed.root, Table):
        check(value, reading, parsed.root)
    if look is not None:
        reading.problems += islice(_dangling(reading, look), MAX_PROBLEMS)
    return value, reading


def _check_name(name: str | None, reading: Reading) -> None:
    shape = marks_of(Slug)[1][0]
    if name is not None and not re.fullmatch(shape.regex, name):
        what = "a file or folder name of the wrong shape"
        reading.problems.append(Problem(what=what, file=reading.file, found=quoted(name), expected=shape.expected))


def _check_schema(node: Node, reading: Reading) -> None:
    stated = node.entries.get("schema") if isinstance(node, Table) else None
    if isinstance(stated, Scalar) and stated.value not in ("", SCHEMA):
        reading.path.append("schema")
        reading.wrong(stated, "not a schema that is read here", found=quoted(stated.value), expected=SCHEMA)
        reading.path.pop()


def _dangling(reading: Reading, look: Look) -> Iterator[Problem]:
    """A problem for every name that stands nowhere."""
    answers: dict[tuple[str, str], Missing | None] = {}
    for mention in reading.mentions:
        key = (mention.kind, mention.name)
        if key not in answers:
            answers[key] = look(*key)
        missing = answers[key]
        if missing is not None:
            yield Problem(
                what=f"no {missing.kind} of this name", file=reading.file, line=mention.line, column=mention.column,
                path=mention.path, found=quoted(mention.name), nearest=nearest_name(mention.name, missing.known),
            )  # fmt: skip


def _in_order(problems: list[Problem], file: str) -> list[Problem]:
    """By line and column, each once; of very many the first ones, and a word about the rest."""
    ordered = sorted(dict.fromkeys(problems), key=lambda problem: (problem.line or 0, problem.column or 0))
    if len(ordered) < MAX_PROBLEMS:
        return ordered
    what = f"more than {MAX_PROBLEMS - 1} problems; the rest shows when these are mended"
    return [*ordered[: MAX_PROBLEMS - 1], Problem(what=what, file=file)]


def _same(reading: Reading, node: Table, key: str, expected: str | None, what: str) -> None:
    stated = node.entries.get(key)
    if expected is not None and isinstance(stated, Scalar) and stated.value not in ("", expected):
        reading.path.append(key)
        reading.wrong(stated, f"{key} is not {what}", found=quoted(stated.value), expected=repr(expected))
        reading.path.pop()
