"""Trees to model values, by the annotations of the model: the reader knows no field by name."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, get_args, get_origin

import attrs

from plantrack.errors import Problem, nearest_name, one_of, quoted
from plantrack.model import fields
from plantrack.model.dates import EXPECTED as EXPECTED_DATE
from plantrack.model.dates import is_edtf
from plantrack.reading.nodes import MAX_PROBLEMS, Listing, Node, Scalar, Table

NAMES_IN_FILES = {"container_title": "container-title", "of": "from"}
_LINEAGE_ONLY = {"of"}
MAX_DIGITS = 30
MAX_MATCHED = 2000
"""Longer text is not tried against a shape."""
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_NOTHING = frozenset({"null", "~", ""})
_BAD: Any = object()

T = TypeVar("T")


@attrs.frozen
class Mention:
    """A name in a file that must stand elsewhere."""

    kind: str
    name: str
    line: int
    column: int
    path: str


class Reading:
    """One file being read: collects problems and the names it mentions."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.path: list[str] = []
        self.problems: list[Problem] = []
        self.mentions: list[Mention] = []
        self.unread: set[str] = set()
        """Fields of the whole file that are wrong in themselves; nothing can be concluded from them."""

    def wrong(
        self,
        node: Node,
        what: str,
        *,
        found: str | None = None,
        expected: str | None = None,
        near: tuple[str, Mapping[str, Any]] | None = None,
    ) -> Any:
        """Note a problem at a node.

        Args:
            node: Where it is.
            what: What is wrong.
            found: What stands there.
            expected: What could stand there.
            near: A word and the names among which the nearest is looked for.

        Returns:
            The mark of a value that could not be read.
        """
        if len(self.problems) < MAX_PROBLEMS:
            problem = Problem(
                what=what, file=self.file, line=node.line, column=node.column, path=".".join(self.path),
                found=found, expected=expected, nearest=nearest_name(*near) if near else None,
            )  # fmt: skip
            self.problems.append(problem)
        return _BAD


Read = Callable[[Reading, Node], Any]
ReadRecord = Callable[[Reading, Node, Mapping[str, object]], Any]
Check = Callable[[Reading, Scalar], bool]


def read_record(cls: type[T], node: Node, reading: Reading, **given: object) -> T | None:
    """A value of a model class from the tree of a whole file; None if it is no mapping.

    Where problems were noted, the value lacks what is wrong: a field has its default or is empty, and of a mapping
    of records only the good ones are there. `reading.unread` names the fields.
    """
    fields_of = _fields_of(cls)
    if type(node) is not Table:
        reading.wrong(node, f"not a {fields_of.noun}", found=_kind(node), expected="a mapping")
        return None
    values, _ = _read_fields(fields_of, reading, node, given)
    for key in fields_of.required:
        attribute = fields_of.read[key][0]
        if attribute not in values:
            reading.unread.add(key)
            values[attribute] = {} if fields_of.holds_records(key) else ""
    reading.unread.update(key for key in node.entries if key in fields_of.read and fields_of.read[key][0] not in values)
    return cls(**values)


def name_in_file(cls: type, attribute: "attrs.Attribute[Any]") -> str:
    """The key under which a field is written."""
    if attribute.name in _LINEAGE_ONLY and cls.__name__ != "Lineage":
        return attribute.name
    return NAMES_IN_FILES.get(attribute.name, attribute.name)


def marks_of(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """An annotation without its marks, and the marks."""
    if get_origin(annotation) is Annotated:
        base, *marks = get_args(annotation)
        return base, tuple(marks)
    return annotation, ()


@attrs.frozen(eq=False)
class _Fields:
    """How the fields of a model class are read."""

    cls: type
    noun: str
    read: dict[str, tuple[str, Read]]
    """By the key in files: the attribute and its reader."""
    required: tuple[str, ...]
    extra: str | None
    """The attribute that holds `x-` fields."""
    shorthand: str | None
    """The key that a bare scalar stands for."""

    def holds_records(self, key: str) -> bool:
        base, _ = marks_of(getattr(attrs.fields(self.cls), self.read[key][0]).type)
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
    for attribute in attrs.fields(cls):
        _, marks = marks_of(attribute.type)
        if _has(marks, fields.Extra):
            extra = attribute.name
        elif not _has(marks, fields.Key):
            key = name_in_file(cls, attribute)
            read[key] = (attribute.name, _reader(attribute.type))
            if attribute.default is attrs.NOTHING:
                required.append(key)
    shorthand: str | None = getattr(cls, "shorthand", None)
    return _Fields(cls, cls.__name__.lower(), read, tuple(required), extra, shorthand)


def _has(marks: tuple[Any, ...], kind: type) -> bool:
    return any(isinstance(mark, kind) for mark in marks)


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
                reading.wrong(
                    node.key(key), "unknown key", found=quoted(key), expected=one_of(known, near=key), near=(key, known)
                )
                good = False
            continue
        path.append(key)
        value = field[1](reading, value_node)
        path.pop()
        if value is _BAD:
            good = False
        else:
            values[field[0]] = value
    for key in fields_of.required:
        if key not in node.entries:
            reading.wrong(node, f"{key} is missing", found=f"a {fields_of.noun} without {key}", expected=key)
            good = False
    return values, good


def _record(cls: type) -> ReadRecord:
    """The reader of a record inside a file; what fields there are is looked at when the first one is read."""
    fields_of: _Fields | None = None

    def read(reading: Reading, node: Node, given: Mapping[str, object]) -> Any:
        nonlocal fields_of
        if fields_of is None:
            fields_of = _fields_of(cls)
        if type(node) is Table:
            values, good = _read_fields(fields_of, reading, node, given)
            return cls(**values) if good else _BAD
        if fields_of.shorthand is not None and type(node) is Scalar:
            attribute, read_field = fields_of.read[fields_of.shorthand]
            value = read_field(reading, node)
            return _BAD if value is _BAD else cls(**{attribute: value}, **given)
        return reading.wrong(node, f"not a {fields_of.noun}", found=_kind(node), expected="a mapping")

    return read


def _reader(annotation: Any) -> Read:
    base, marks = marks_of(annotation)
    origin = get_origin(base)
    if origin is UnionType or str(origin) == "typing.Union":
        options = [option for option in get_args(base) if option is not NoneType]
        return _optional(_reader(options[0]))
    if origin is tuple:
        return _many(_reader(get_args(base)[0]), single=_has(marks, fields.OneOrMany))
    if origin is not None and issubclass(origin, Mapping):
        key, value = get_args(base)
        return _mapping(_reader(key), value)
    if attrs.has(base):
        read = _record(base)
        return lambda reading, node: read(reading, node, {})
    if base is str:
        return _text(marks)
    return {int: _integer, bool: _truth, Decimal: _figure}[base]


def _optional(read: Read) -> Read:
    def read_optional(reading: Reading, node: Node) -> Any:
        if type(node) is Scalar and node.value in _NOTHING and node.plain:
            return None
        return read(reading, node)

    return read_optional


def _many(item: Read, *, single: bool) -> Read:
    def read_many(reading: Reading, node: Node) -> Any:
        if type(node) is not Listing:
            if not single:
                return reading.wrong(node, "not a list", found=_kind(node), expected="a list")
            value = item(reading, node)
            return _BAD if value is _BAD else (value,)
        values = []
        good = True
        for index, part in enumerate(node.items):
            reading.path.append(str(index))
            value = item(reading, part)
            reading.path.pop()
            if value is _BAD:
                good = False
            else:
                values.append(value)
        return tuple(values) if good else _BAD

    return read_many


def _mapping(key: Read, value: Any) -> Read:
    takes_key = attrs.has(value) and any(
        _has(marks_of(attribute.type)[1], fields.Key) for attribute in attrs.fields(value)
    )
    read_plain = _reader(value)
    read_keyed = _record(value) if takes_key else None

    def read_mapping(reading: Reading, node: Node) -> Any:
        if type(node) is not Table:
            return reading.wrong(node, "not a mapping", found=_kind(node), expected="a mapping")
        values: dict[str, Any] = {}
        good = True
        path = reading.path
        for (name, value_node), mark in zip(node.entries.items(), node.marks, strict=True):
            path.append(name[:80])
            read_key = key(reading, Scalar(name, True, mark))  # noqa: FBT003 - the hot path
            read = read_keyed(reading, value_node, {"id": name}) if read_keyed else read_plain(reading, value_node)
            path.pop()
            if read is _BAD or read_key is _BAD:
                good = False
            else:
                values[name] = read
        at_top = len(path) == 1
        return values if good or at_top else _BAD

    return read_mapping


def _text(marks: tuple[Any, ...]) -> Read:
    checks = tuple(_CHECKS[type(mark)](mark) for mark in marks if type(mark) in _CHECKS)

    def read_text(reading: Reading, node: Node) -> Any:
        if type(node) is not Scalar:
            return reading.wrong(node, "not text", found=_kind(node), expected="text")
        value = node.value
        if value in _NOTHING and (node.plain or not value):
            return reading.wrong(node, "nothing stands here", found="nothing", expected="text")
        for check in checks:
            if not check(reading, node):
                return _BAD
        return value

    return read_text


def _member(mark: fields.OneOf) -> Check:
    members = mark.members

    def check(reading: Reading, node: Scalar) -> bool:
        if node.value in members:
            return True
        word = node.value
        reading.wrong(
            node, f"no {mark.name} of this name", found=_shown(node),
            expected=one_of(members, near=word), near=(word, members),
        )  # fmt: skip
        return False

    return check


def _shape(mark: fields.Pattern) -> Check:
    matches = re.compile(mark.regex).fullmatch

    def check(reading: Reading, node: Scalar) -> bool:
        if len(node.value) <= MAX_MATCHED and matches(node.value):
            return True
        reading.wrong(node, "of the wrong shape", found=_shown(node), expected=mark.expected)
        return False

    return check


def _date(_: fields.Edtf) -> Check:
    def check(reading: Reading, node: Scalar) -> bool:
        if node.value.isascii() and is_edtf(node.value):
            return True
        reading.wrong(node, "not a date", found=_shown(node), expected=EXPECTED_DATE)
        return False

    return check


def _name(mark: fields.Ref) -> Check:
    def check(reading: Reading, node: Scalar) -> bool:
        reading.mentions.append(Mention(mark.kind, node.value, node.line, node.column, ".".join(reading.path)))
        return True

    return check


def _length(mark: fields.AtMost) -> Check:
    def check(reading: Reading, node: Scalar) -> bool:
        count = len(node.value.split())
        if count <= mark.words:
            return True
        reading.wrong(node, "too many words", found=f"{count} words", expected=f"at most {mark.words} words")
        return False

    return check


_CHECKS: dict[type, Callable[[Any], Check]] = {
    fields.OneOf: _member,
    fields.Pattern: _shape,
    fields.Edtf: _date,
    fields.Ref: _name,
    fields.AtMost: _length,
}


def _integer(reading: Reading, node: Node) -> Any:
    value = _number(reading, node, "a whole number")
    if value is _BAD:
        return _BAD
    if value != value.to_integral_value() or value < 0 or "." in str(value):
        return reading.wrong(node, "not a whole number", found=_kind(node), expected="a whole number, 0 or more")
    return int(value)


def _figure(reading: Reading, node: Node) -> Any:
    return _number(reading, node, "a number")


def _number(reading: Reading, node: Node, expected: str) -> Any:
    if type(node) is not Scalar or not node.plain or not _NUMBER.fullmatch(node.value):
        return reading.wrong(node, "not a number", found=_kind(node), expected=expected + " in plain digits")
    digits = node.value.lstrip("-")
    if len(digits) > MAX_DIGITS:
        found, expected = f"{len(digits)} digits", f"at most {MAX_DIGITS} digits"
        return reading.wrong(node, "a number too long", found=found, expected=expected)
    if len(digits) > 1 and digits[0] == "0" and digits[1] != ".":
        return reading.wrong(node, "a number that starts with 0", found=node.value, expected=digits.lstrip("0") or "0")
    return Decimal(node.value)


def _truth(reading: Reading, node: Node) -> Any:
    if type(node) is Scalar and node.plain and node.value in ("true", "false"):
        return node.value == "true"
    return reading.wrong(node, "neither true nor false", found=_kind(node), expected="true or false")


def _kind(node: Node) -> str:
    if type(node) is Scalar:
        return _shown(node) if node.value else "nothing"
    return "a list" if type(node) is Listing else "a mapping"


def _shown(node: Scalar) -> str:
    return quoted(node.value) if node.plain else f"the quoted text {quoted(node.value)}"


def plain_value(node: Node) -> object:
    """A tree as text, lists and dicts, for fields that are not interpreted."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Listing):
        return [plain_value(item) for item in node.items]
    return {key: plain_value(value) for key, value in node.entries.items()}
