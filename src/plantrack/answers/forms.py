"""What a value is as JSON, told once: what is printed and its JSON Schema are both made from these tables of keys."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple

_LEAVES = frozenset((str, int, float, bool, type(None)))


class Key(NamedTuple):
    """A key of a form."""

    name: str
    shape: Any
    """The type of what stands there, a form, a list of one form, or a JSON Schema; None for the type of the field."""
    get: Callable[[Any], object]
    meaning: str = ""
    path: str = ""
    """The fields that lead to it; empty where a function makes it."""
    or_null: bool = False
    """Whether it is null where the field is empty."""


class Form:
    """The keys of a JSON object that stands for one value.

    A key is the name of a field, whose type and docstring make its schema. `key=field.field` reads through other
    values, one by one where they are several; `key=field|field` holds an OLD and a NEW; `key?` is null where the field
    is empty. What no field holds is a `Key`.

    >>> class Point(NamedTuple):
    ...     id: str
    ...     label: str
    >>> Form("point", Point, "id name?=label").data(Point("6.a", ""))
    {'id': '6.a', 'name': None}
    """

    def __init__(self, name: str, of: type, *keys: str | Key, holds: Iterable["Form"] = (), optional: str = "") -> None:
        """The form of the values of a class.

        Args:
            name: What schemas call it; of an answer, the name of its schema.
            of: The class.
            keys: Its keys, in order.
            holds: The forms of values that stand in its fields.
            optional: Keys that are left out where there is nothing to say.
        """
        self.name = name
        self.of = of
        self.keys = [key for one in keys for key in ([one] if isinstance(one, Key) else map(_field, one.split()))]
        self.holds = {form.of: form for form in holds}
        self.optional = frozenset(optional.split())

    def data(self, value: object) -> dict[str, Any]:
        """A value as lists, dicts, text and numbers."""
        held = {name: _plain(get(value), forms) for name, get, forms in self._parts}
        return {name: part for name, part in held.items() if part or name not in self.optional}

    def answer(self, value: object) -> dict[str, Any]:
        """A value as an answer of its own, with the name of its schema."""
        return {"schema": f"plantrack-{self.name}/1", **self.data(value)}

    @cached_property
    def _parts(self) -> list[tuple[str, Callable[[Any], object], dict[type, "Form"]]]:
        """Of each key what it is called, how it is got, and the forms of what may stand there."""
        return [(key.name, key.get, self._forms(key)) for key in self.keys]

    def _forms(self, key: Key) -> dict[type, "Form"]:
        shape = key.shape[0] if isinstance(key.shape, list) else key.shape
        return {**self.holds, shape.of: shape} if isinstance(shape, Form) else self.holds


def within(field: str, names: str) -> str:
    """Keys that stand for fields of a field: `within("state", "to")` is `to=state.to`."""
    return " ".join(f"{name}={field}.{name}" for name in names.split())


def as_json(form: object) -> str:
    """A form as JSON text, with a line end."""
    return json.dumps(form, ensure_ascii=False, indent=2, default=json_value) + "\n"


def json_value(value: object) -> object:
    """What JSON takes in place of a value that it does not know. Raises TypeError."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    message = f"no JSON form for {type(value).__name__}"
    raise TypeError(message)


def _field(told: str) -> Key:
    name, _, path = told.partition("=")
    bare = name.removesuffix("?")
    path, or_null = path or bare, bare != name
    old, two, new = (part.split(".") for part in path.partition("|"))

    def get(value: object) -> object:
        found = {"old": _read(value, old), "new": _read(value, new)} if two[0] else _read(value, old)
        return None if or_null and not found else found

    return Key(bare, None, get, path=path, or_null=or_null)


def _read(value: Any, path: Sequence[str]) -> Any:
    for name in path:
        if value is None:
            return None
        value = [getattr(one, name) for one in value] if type(value) in (list, tuple) else getattr(value, name)
    return value


def _plain(value: Any, forms: Mapping[type, Form]) -> Any:
    kind = type(value)
    if kind in _LEAVES:  # most values are, and to ask whether one is a mapping costs more than all else here
        return value
    if kind in forms:
        return forms[kind].data(value)
    if isinstance(value, Mapping):
        return {name: _plain(part, forms) for name, part in value.items()}
    return [_plain(part, forms) for part in value] if isinstance(value, list | tuple) else value
