"""A value of the model as JSON that is read twenty times faster than YAML, and whose records are read when asked for.

A version holds its provisions, and a source its passages, as a line of JSON each. Of very many, only those that were
asked for last are kept as values, so that a corpus larger than the memory can be walked through. What is packed was
read and checked before; nothing is checked here but that it is whole.
"""

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin
from weakref import ref

from plantrack.errors import InputError, Problem
from plantrack.model import Source, Version
from plantrack.model.fields import Extra, marks_of
from plantrack.value import evolve, fields_of, is_value

APART: Mapping[type, str] = {Version: "provisions", Source: "passages"}
"""The field of a class whose records stand in lines of their own."""
_HELD = 1000
"""Files whose records are kept as values."""
_read = json.JSONDecoder().raw_decode

Pack = Callable[[Any], Any]


def packed(value: Any) -> list[bytes]:
    """The lines of a value: all of it but its records, which fields each of these states, and a line each."""
    apart = APART.get(type(value), "")
    records = getattr(value, apart) if apart else {}
    rest = evolve(value, **{apart: {}}) if apart else value
    lines = {name: _pack(record) for name, record in records.items()}
    shapes = list(dict.fromkeys(tuple(line) for line in lines.values()))
    stated = {name: shapes.index(tuple(line)) for name, line in lines.items()}
    return list(map(_line, [_pack(rest), [shapes, stated], *lines.values()]))


def unpacked(cls: type, lines: list[bytes], file: str) -> Any:
    """A value from its lines.

    Args:
        cls: Its class.
        lines: As `packed` made them.
        file: Where they are kept.

    Raises:
        ValueError, TypeError, KeyError, IndexError or AttributeError: if they are no such lines.
    """
    shapes, stated = json.loads(lines[1])
    value = _unpacker(cls)(json.loads(lines[0]))
    if not stated:
        return value
    return evolve(value, **{APART[cls]: Records(cls, shapes, stated, lines[2:], file)})


def stating(records: Mapping[str, Any], field: str) -> frozenset[str]:
    """The names of the records in which a field is not at its default; none of them is made for it."""
    if isinstance(records, Records):
        return records.stating(field)
    return frozenset(name for name, one in records.items() if getattr(one, field) != _default(one, field))


class Records(Mapping[str, Any]):
    """Records by name, each made when it is asked for."""

    def __init__(
        self, cls: type, shapes: Sequence[Sequence[str]], stated: Mapping[str, int], lines: Sequence[bytes], file: str
    ) -> None:
        """Take the lines of the records, and which of the shapes (the fields that are stated) each has."""
        self._unpack = _unpacker(_record_of(cls))
        self._shapes = shapes
        self._stated = stated
        self._lines = dict(zip(stated, lines, strict=True))
        self._file = file
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        """A record. Raises KeyError, or InputError if somebody tampered with what was kept."""
        found = self._made.get(name)
        if found is None:
            found = self._make(name, self._lines[name])
        return found

    def __contains__(self, name: object) -> bool:
        return name in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def __repr__(self) -> str:
        return repr(dict(self))

    def stating(self, field: str) -> frozenset[str]:
        """The names of the records in which a field is not at its default."""
        shapes = {index for index, fields in enumerate(self._shapes) if field in fields}
        return frozenset(name for name, index in self._stated.items() if index in shapes) if shapes else frozenset()

    def _make(self, name: str, line: bytes) -> Any:
        try:
            found = self._unpack(_read(line.decode())[0])
        except (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError):
            what, expected = "what was kept of a file is broken", "no such file; it is made again"
            raise InputError([Problem(what=what, file=self._file, expected=expected)]) from None
        if not self._made:
            _open(self)
        self._made[name] = found
        return found

    def let_go(self) -> None:
        """Forget the values; they are made again when asked for."""
        self._made.clear()


_opened: deque[ref[Records]] = deque()


def _open(records: Records) -> None:
    """Note that values of these records are kept, and forget those of others that were asked for first."""
    _opened.append(ref(records))
    while len(_opened) > _HELD:
        first = _opened.popleft()()
        if first is not None:
            first.let_go()


def _pack(value: Any) -> Any:
    cls: Any = type(value)
    return _packer(cls)(value)


def _default(value: Any, field: str) -> Any:
    cls: Any = type(value)
    return _defaults(cls)[field]


def _line(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


@cache
def _record_of(cls: type) -> type:
    base, _ = marks_of(cls.__annotations__[APART[cls]])
    return get_args(base)[1]  # type: ignore[no-any-return]


@cache
def _defaults(cls: type) -> Mapping[str, Any]:
    return {one.name: one.usual() for one in fields_of(cls)}


@cache
def _packer(cls: type) -> Pack:
    parts = [(one.name, _defaults(cls)[one.name], _of_type(one.type, _packer, str)) for one in fields_of(cls)]

    def pack(value: Any) -> dict[str, Any]:
        held = {}
        for name, default, pack_part in parts:
            part = getattr(value, name)
            if part is not default and part != default:
                held[name] = pack_part(part) if pack_part is not None and part is not None else part
        return held

    return pack


@cache
def _unpacker(cls: type) -> Pack:
    parts = {one.name: _of_type(one.type, _unpacker, Decimal) for one in fields_of(cls)}

    def unpack(held: Any) -> Any:
        for name, part in held.items():
            unpack_part = parts[name]
            if unpack_part is not None and part is not None:
                held[name] = unpack_part(part)
        return cls(**held)

    return unpack


def _of_type(annotation: Any, of_class: Callable[[type], Pack], of_figure: Pack) -> Pack | None:
    """How a field is packed or unpacked, by its annotation; None if as it is."""
    base, marks = marks_of(annotation)
    origin = get_origin(base)
    if any(isinstance(mark, Extra) for mark in marks):
        return None
    if origin is UnionType or str(origin) == "typing.Union":
        (option,) = (option for option in get_args(base) if option is not NoneType)
        return _of_type(option, of_class, of_figure)
    if origin is tuple:
        item = _of_type(get_args(base)[0], of_class, of_figure)
        return _each(item, list if of_figure is str else tuple)
    if origin is not None and issubclass(origin, Mapping):
        item = _of_type(get_args(base)[1], of_class, of_figure)
        return None if item is None else lambda held: {key: item(part) for key, part in held.items()}
    if is_value(base):
        return of_class(base)
    return of_figure if base is Decimal else None


def _each(item: Pack | None, kind: Callable[[Iterable[Any]], Any]) -> Pack:
    return kind if item is None else lambda held: kind(map(item, held))
