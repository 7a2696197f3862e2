"""Trees to model values, by the annotations of the model: the reader knows no field by name."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from itertools import takewhile
from types import NoneType, UnionType
from typing import Any, NamedTuple, TypeVar, get_args, get_origin

from plantrack.errors import one_of, quoted
from plantrack.model import fields
from plantrack.model.fields import has_mark, marks_of, name_in_file
from plantrack.reading.nodes import Listing, Node, Scalar, Table
from plantrack.reading.notes import BAD, Reading, kind_of
from plantrack.reading.scalars import NOTHING, Read, read_figure, read_integer, read_truth, text_reader
from plantrack.value import fields_of, is_value

_GROUP = re.compile(r"[0-9]{3}(?:\.[0-9]+)?")
"""Three digits as they stand behind a comma."""

T = TypeVar("T")


ReadRecord = Callable[[Reading, Node, Mapping[str, object]], Any]


def read_record(cls: type[T], node: Node, reading: Reading, **given: object) -> T | None:
    """A value of a model class from the tree of a whole file; None if it is no mapping.

    Where problems were noted, the value lacks what is wrong: a field has its default or is empty, and of a mapping
    of records only the good ones are there. `reading.unread` names the fields.
    """
    fields_of = _fields_of(cls)
    if type(node) is not Table:
        reading.wrong(node, f"not a {fields_of.noun}", found=kind_of(node), expected="a mapping")
        return None
    values, _ = _read_fields(fields_of, reading, node, given)
    for key, (attribute, _) in fields_of.read.items():
        if key in fields_of.required and attribute not in values:
            reading.unread.add(key)
            values[attribute] = {} if fields_of.holds_records(key) else ""
    reading.unread.update(key for key in node.entries if key in fields_of.read and fields_of.read[key][0] not in values)
    return cls(**values)


class _Fields(NamedTuple):
    """How the fields of a model class are read."""

    cls: type
    noun: str
    read: dict[str, tuple[str, Read]]
    """By the key in files: the attribute and its reader."""
    required: frozenset[str]
    extra: str | None
    """The attribute that holds `x-` fields."""
    shorthand: str | None
    """The key that a bare scalar stands for."""

    def holds_records(self, key: str) -> bool:
        base, _ = marks_of(next(one.type for one in fields_of(self.cls) if one.name == self.read[key][0]))
        return get_origin(base) is Mapping


_known_fields: dict[type, _Fields] = {}


def _fields_of(cls: type) -> _Fields:
    if cls not in _known_fields:
        _known_fields[cls] = _make_fields(cls)
    return _known_fields[cls]


def _make_fields(cls: type) -> _Fields:
    read: dict[str, tuple[str, Read]] = {}
    required: list[str] = []
    extra: str | None = None
    for attribute in fields_of(cls):
        _, marks = marks_of(attribute.type)
        if has_mark(marks, fields.Extra):
            extra = attribute.name
        elif not has_mark(marks, fields.Key):
            key = name_in_file(cls, attribute)
            read[key] = (attribute.name, _reader(attribute.type))
            if attribute.required:
                required.append(key)
    shorthand: str | None = getattr(cls, "shorthand", None)
    return _Fields(cls, cls.__name__.lower(), read, frozenset(required), extra, shorthand)


def _read_fields(
    fields_of: _Fields, reading: Reading, node: Table, given: Mapping[str, object]
) -> tuple[dict[str, Any], bool]:
    """The values of the fields that are good, and whether all are."""
    values: dict[str, Any] = dict(given)
    good = True
    path = reading.path
    known = fields_of.read
    for key, value_node in node.entries.items():
        field = known.get(key)
        if field is None:
            if fields_of.extra is not None and key.startswith("x-"):
                values.setdefault(fields_of.extra, {})[key] = plain_value(value_node)
            else:
                _refuse_key(reading, node, key, known)
                good = False
            continue
        path.append(key)
        value = field[1](reading, value_node)
        path.pop()
        if value is BAD:
            good = False
        else:
            values[field[0]] = value
    if not fields_of.required <= node.entries.keys():
        good = False
        for key in known:
            if key in fields_of.required and key not in node.entries:
                reading.wrong(node, f"{key} is missing", found=f"a {fields_of.noun} without {key}", expected=key)
    return values, good


def _refuse_key(reading: Reading, node: Table, key: str, known: Mapping[str, object]) -> None:
    """Note an unknown key; in braces the digits behind a comma read as one, and the figure is told instead."""
    keys = list(node.entries)
    before = next((one for one in reversed(keys[: keys.index(key)]) if not _GROUP.fullmatch(one)), "")
    head = node.entries.get(before)
    if _GROUP.fullmatch(key) and isinstance(head, Scalar) and head.value.isdigit():
        if keys[keys.index(key) - 1] == before:
            rest = takewhile(_GROUP.fullmatch, keys[keys.index(key) :])
            figure = head.value + "".join(rest)
            found = quoted(f"{head.value},{key}")
            reading.wrong(node.key(key), "a comma in a figure", found=found, expected=f"{before}: {figure}")
        return
    reading.wrong(node.key(key), "unknown key", found=quoted(key), expected=one_of(known, near=key), near=(key, known))


def _record(cls: type) -> ReadRecord:
    """The reader of a record inside a file; what fields there are is looked at when the first one is read."""
    fields_of: _Fields | None = None

    def read(reading: Reading, node: Node, given: Mapping[str, object]) -> Any:
        nonlocal fields_of
        if fields_of is None:
            fields_of = _fields_of(cls)
        if type(node) is Table:
            values, good = _read_fields(fields_of, reading, node, given)
            return cls(**values) if good else BAD
        if fields_of.shorthand is not None and type(node) is Scalar:
            attribute, read_field = fields_of.read[fields_of.shorthand]
            value = read_field(reading, node)
            return BAD if value is BAD else cls(**{attribute: value}, **given)
        return reading.wrong(node, f"not a {fields_of.noun}", found=kind_of(node), expected="a mapping")

    return read


def _reader(annotation: Any) -> Read:
    base, marks = marks_of(annotation)
    origin = get_origin(base)
    if origin is UnionType or str(origin) == "typing.Union":
        options = [option for option in get_args(base) if option is not NoneType]
        return _optional(_reader(options[0]))
    if origin is tuple:
        return _many(_reader(get_args(base)[0]), single=has_mark(marks, fields.OneOrMany))
    if origin is not None and issubclass(origin, Mapping):
        key, value = get_args(base)
        return _mapping(_reader(key), value)
    if is_value(base):
        read = _record(base)
        return lambda reading, node: read(reading, node, {})
    if base is str:
        return text_reader(marks)
    return {int: read_integer, bool: read_truth, Decimal: read_figure}[base]


def _optional(read: Read) -> Read:
    def read_optional(reading: Reading, node: Node) -> Any:
        if type(node) is Scalar and node.value in NOTHING and node.plain:
            return None
        return read(reading, node)

    return read_optional


def _many(item: Read, *, single: bool) -> Read:
    def read_many(reading: Reading, node: Node) -> Any:
        if type(node) is not Listing:
            if not single:
                return reading.wrong(node, "not a list", found=kind_of(node), expected="a list")
            value = item(reading, node)
            return BAD if value is BAD else (value,)
        values = []
        good = True
        for index, part in enumerate(node.items):
            reading.path.append(str(index))
            value = item(reading, part)
            reading.path.pop()
            if value is BAD:
                good = False
            else:
                values.append(value)
        return tuple(values) if good else BAD

    return read_many


def _mapping(key: Read, value: Any) -> Read:
    takes_key = is_value(value) and any(
        has_mark(marks_of(attribute.type)[1], fields.Key) for attribute in fields_of(value)
    )
    read_plain = _reader(value)
    read_keyed = _record(value) if takes_key else None

    def read_mapping(reading: Reading, node: Node) -> Any:
        if type(node) is not Table:
            return reading.wrong(node, "not a mapping", found=kind_of(node), expected="a mapping")
        values: dict[str, Any] = {}
        good = True
        path = reading.path
        for (name, value_node), mark in zip(node.entries.items(), node.marks, strict=True):
            path.append(name[:80])
            read_key = key(reading, Scalar(name, True, mark))  # noqa: FBT003 - the hot path
            read = read_keyed(reading, value_node, {"id": name}) if read_keyed else read_plain(reading, value_node)
            path.pop()
            if read is BAD or read_key is BAD:
                good = False
            else:
                values[name] = read
        at_top = len(path) == 1
        return values if good or at_top else BAD

    return read_mapping


def plain_value(node: Node) -> object:
    """A tree as text, lists and dicts, for fields that are not interpreted."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Listing):
        return [plain_value(item) for item in node.items]
    return {key: plain_value(value) for key, value in node.entries.items()}
