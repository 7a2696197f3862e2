"""What every value of plantrack is: frozen, keyword-only, with slots, and equal if all its fields are.

attrs writes and compiles equality, hash and `repr` for each class at every start, which is half the cost of a class;
here they are written once for all. `evolve` and `field` are those of attrs.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

import attrs
from attrs import field

T = TypeVar("T")

_readers: dict[type, Callable[[object], Any]] = {}


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(attrs.field,))
def value(cls: type[T]) -> type[T]:
    """Make a class of annotated fields a value.

    >>> @value
    ... class Point:
    ...     number: str
    ...     label: str = ""
    >>> Point(number="6") == Point(number="6"), Point(number="6")
    (True, Point(number='6', label=''))
    """
    made = attrs.frozen(kw_only=True, eq=False, repr=False)(cls)
    made.__eq__ = _equals  # type: ignore[method-assign]
    made.__hash__ = _hash  # type: ignore[method-assign]
    made.__repr__ = _shown  # type: ignore[method-assign]
    return made


def evolve(instance: T, **changes: Any) -> T:
    """The value with some fields changed."""
    return attrs.evolve(instance, **changes)  # type: ignore[misc]


def fields_of(cls: type) -> "tuple[attrs.Attribute[Any], ...]":
    """The fields of a class of values, in order."""
    return attrs.fields(cls)  # type: ignore[no-any-return]


def _reader(cls: type) -> Callable[[object], Any]:
    """Reads all fields that count for equality, in C."""
    if cls not in _readers:
        _readers[cls] = attrgetter("__class__", *(field.name for field in attrs.fields(cls) if field.eq))
    return _readers[cls]


def _equals(self: object, other: object) -> Any:
    if self is other:
        return True
    if other.__class__ is not self.__class__:
        return NotImplemented
    read = _reader(self.__class__)
    return read(self) == read(other)


def _hash(self: object) -> int:
    return hash(_reader(self.__class__)(self))


def _shown(self: object) -> str:
    cls = type(self)
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in fields_of(cls) if field.repr)
    return f"{cls.__name__}({', '.join(shown)})"


@contextmanager
def collector_paused() -> Iterator[None]:
    """A time in which many values are made, none of them in a cycle: looking for cycles would slow it by a fifth."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


__all__ = ["collector_paused", "evolve", "field", "fields_of", "value"]
