"""What every value of plantrack is: frozen, keyword-only, with slots, and equal if all its fields are.

A value is an instance of a class of attrs to all that ask attrs (`attrs.fields`, `attrs.evolve`, `attrs.asdict`), but
attrs sees a class only then. Looking at every class at every start would cost more than the answer to a short command,
which makes instances of a few of them: so `__init__` is compiled with the first instance of a class, and equality, hash
and `repr` are written once for all.
"""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from attrs import field

T = TypeVar("T")

REQUIRED: Any = object()
"""The default of a field that has none."""


class Field:
    """A field of a class of values."""

    __slots__ = ("default", "eq", "factory", "name", "repr", "type")

    def __init__(
        self,
        *,
        default: Any = REQUIRED,
        factory: Callable[[], Any] | None = None,
        eq: bool = True,
        repr: bool = True,  # noqa: A002 - as attrs calls it
    ) -> None:
        """Describe a field; what `value` finds in the class gives its name and type."""
        self.name = ""
        self.type: Any = None
        self.default = default
        self.factory = factory
        self.eq = eq
        self.repr = repr

    @property
    def required(self) -> bool:
        """Whether there is no value without it."""
        return self.default is REQUIRED and self.factory is None

    def usual(self) -> Any:
        """The value where none is given."""
        return self.default if self.factory is None else self.factory()


if not TYPE_CHECKING:
    field = Field


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def value(cls: type[T]) -> type[T]:
    """Make a class of annotated fields a value.

    The class has no base but `object`, and its methods use no `super()`.

    >>> @value
    ... class Point:
    ...     number: str
    ...     label: str = ""
    >>> Point(number="6") == Point(number="6"), Point(number="6")
    (True, Point(number='6', label=''))
    """
    names = cls.__annotations__
    own = {name: held for name, held in vars(cls).items() if name not in {*names, "__dict__", "__weakref__"}}
    slots = {"__slots__": (*names, "__weakref__"), "_described": cls}
    return type(cls.__name__, (), own | _SHARED | slots)


def evolve(instance: T, **changes: Any) -> T:
    """The value with some fields changed."""
    cls: Any = type(instance)
    return cls(**{name: getattr(instance, name) for name in cls.__annotations__} | changes)  # type: ignore[no-any-return]


def is_value(held: object) -> bool:
    """Whether something is a value, or a class of values."""
    return hasattr(held, "_described")


def fields_of(cls: type) -> tuple[Field, ...]:
    """The fields of a class of values, in order."""
    found = _fields.get(cls)
    if found is None:
        found = _fields[cls] = tuple(_fields_said(cls))
    return found


_fields: dict[type, tuple[Field, ...]] = {}
_readers: dict[type, Callable[[object], Any]] = {}


def _fields_said(cls: Any) -> Iterator[Field]:
    said = vars(cls._described)
    for name, annotation in cls.__annotations__.items():
        held = said.get(name, REQUIRED)
        one = held if isinstance(held, Field) else Field(default=held)
        one.name, one.type = name, annotation
        yield one


class _First:
    """Stands in a class for something that is made when it is first looked up."""

    def __init__(self, name: str, make: Callable[[Any], Any]) -> None:
        self._name = name
        self._make = make

    def __get__(self, instance: object, owner: type) -> Any:
        setattr(owner, self._name, self._make(owner))
        return getattr(owner if instance is None else instance, self._name)


def _make_init(cls: type) -> Callable[..., None]:
    """`__init__` of a class, which sets the slots one by one."""
    known: dict[str, Any] = {"REQUIRED": REQUIRED}
    asked, lines = [], ["  pass"]
    for one in fields_of(cls):
        name = one.name
        known |= {f"set_{name}": vars(cls)[name].__set__, f"default_{name}": one.default, f"make_{name}": one.factory}
        asked.append(name if one.required else f"{name}=default_{name}")
        given = name if one.factory is None else f"make_{name}() if {name} is REQUIRED else {name}"
        lines.append(f"  set_{name}(self, {given})")
    start = ", *, " if asked else ""
    exec(f"def __init__(self{start}{', '.join(asked)}):\n" + "\n".join(lines), known)  # noqa: S102 - only names of our own fields
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    made.__annotations__ = {**cls.__annotations__, "return": None}
    return made


def _as_attrs(cls: Any) -> Any:
    """The fields as attrs has them."""
    import attrs

    said = {
        one.name: attrs.field(
            default=attrs.NOTHING if one.required else attrs.Factory(one.factory) if one.factory else one.default,
            type=one.type,
            eq=one.eq,
            repr=one.repr,
            kw_only=True,
        )
        for one in fields_of(cls)
    }
    return attrs.fields(attrs.make_class(cls.__name__, said, frozen=True, slots=True))


def _reader(cls: type) -> Callable[[object], Any]:
    """Reads all fields that count for equality, in C."""
    if cls not in _readers:
        _readers[cls] = attrgetter("__class__", *(field.name for field in fields_of(cls) if field.eq))
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


def _refuse(_self: object, _name: str, _value: object = None) -> None:
    """As attrs says it of a frozen class: an AttributeError."""
    from attrs.exceptions import FrozenInstanceError

    raise FrozenInstanceError


def _held(self: object) -> Mapping[str, object]:
    """For pickle and copy."""
    return {name: getattr(self, name) for name in type(self).__annotations__}


def _hold(self: object, held: Mapping[str, object]) -> None:
    for name, item in held.items():
        object.__setattr__(self, name, item)


_SHARED: dict[str, Any] = {
    "__init__": _First("__init__", _make_init),
    "__attrs_attrs__": _First("__attrs_attrs__", _as_attrs),
    "__eq__": _equals,
    "__hash__": _hash,
    "__repr__": _shown,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__getstate__": _held,
    "__setstate__": _hold,
    "__replace__": evolve,
}
"""What all classes of values have in common."""


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


__all__ = ["REQUIRED", "Field", "collector_paused", "evolve", "field", "fields_of", "is_value", "value"]
