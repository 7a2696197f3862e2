"""Trees to model values, by the annotations of the model: the reader knows no field by name."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, get_args, get_origin

import attrs

from plantrack.errors import Problem
from plantrack.model import fields
from plantrack.model.dates import EXPECTED as EXPECTED_DATE
from plantrack.model.dates import is_edtf
from plantrack.reading.nodes import MAX_PROBLEMS, Listing, Node, Scalar, Table

NAMES_IN_FILES = {"container_title": "container-title", "of": "from"}
_LINEAGE_ONLY = {"of"}
MAX_DIGITS = 30
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_BAD: Any = object()

T = TypeVar("T")
Read = Callable[["Reading", Node], Any]


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

    def wrong(self, node: Node, what: str, **more: str | None) -> Any:
        """Note a problem at a node; returns the mark of a value that could not be read."""
        if len(self.problems) < MAX_PROBLEMS:
            path = ".".join(self.path)
            place = {"file": self.file, "line": node.line, "column": node.column, "path": path}
            self.problems.append(Problem(what=what, **place, **more))  # type: ignore[arg-type]
        return _BAD


def read_record(cls: type[T], node: Node, reading: Reading, **given: object) -> T | None:
    """A value of a model class from a tree; None where problems were noted."""
    value = _record_reader(cls)(reading, node, given)
    return None if value is _BAD or reading.problems else value


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


def nearest(word: str, known: "Mapping[str, Any] | list[str]") -> str | None:
    """The nearest right spelling, if one is near."""
    from difflib import get_close_matches

    by_fold = {name.casefold(): name for name in known}
    close = get_close_matches(word.casefold()[:100], list(by_fold), n=1, cutoff=0.6)
    return by_fold[close[0]] if close else None


_readers: dict[type, Callable[[Reading, Node, Mapping[str, object]], Any]] = {}


def _record_reader(cls: type) -> Callable[[Reading, Node, Mapping[str, object]], Any]:
    if cls not in _readers:
        _readers[cls] = _make_record_reader(cls)
    return _readers[cls]


def _make_record_reader(cls: type) -> Callable[[Reading, Node, Mapping[str, object]], Any]:
    read: dict[str, tuple[str, Read]] = {}
    required: list[str] = []
    extra_attribute: str | None = None
    for attribute in attrs.fields(cls):
        base, marks = marks_of(attribute.type)
        if any(isinstance(mark, fields.Extra) for mark in marks):
            extra_attribute = attribute.name
        elif not any(isinstance(mark, fields.Key) for mark in marks):
            key = name_in_file(cls, attribute)
            read[key] = (attribute.name, _reader(attribute.type))
            if attribute.default is attrs.NOTHING:
                required.append(key)
    shorthand: str | None = getattr(cls, "shorthand", None)
    noun = cls.__name__.lower()

    def read_one(reading: Reading, node: Node, given: Mapping[str, object]) -> Any:
        if type(node) is not Table:
            if shorthand is not None and type(node) is Scalar:
                value = read[shorthand][1](reading, node)
                return _BAD if value is _BAD else cls(**{shorthand: value}, **given)
            return reading.wrong(node, f"not a {noun}", found=_kind(node), expected="a mapping")
        values: dict[str, Any] = dict(given)
        good = True
        path = reading.path
        for key, (key_node, value_node) in node.entries.items():
            known = read.get(key)
            if known is None:
                if extra_attribute is not None and key.startswith("x-"):
                    values.setdefault(extra_attribute, {})[key] = plain_value(value_node)
                    continue
                expected = ", ".join(read)
                reading.wrong(key_node, "unknown key", found=repr(key[:80]), expected=expected, nearest=nearest(key, read))  # type: ignore[arg-type]
                good = False
                continue
            path.append(key)
            value = known[1](reading, value_node)
            path.pop()
            if value is _BAD:
                good = False
            else:
                values[known[0]] = value
        for key in required:
            if key not in node.entries:
                reading.wrong(node, f"{key} is missing", found=f"a {noun} without {key}", expected=key)
                good = False
        return cls(**values) if good else _BAD

    return read_one


def _reader(annotation: Any) -> Read:
    base, marks = marks_of(annotation)
    origin = get_origin(base)
    if origin is UnionType or str(origin) == "typing.Union":
        options = [option for option in get_args(base) if option is not NoneType]
        return _optional(_reader(options[0]))
    if origin is tuple:
        item = _reader(get_args(base)[0])
        return _many(item, single=any(isinstance(mark, fields.OneOrMany) for mark in marks))
    if origin is not None and issubclass(origin, Mapping):
        key, value = get_args(base)
        return _mapping(_reader(key), value)
    if attrs.has(base):
        read = _record_reader_later(base)
        return lambda reading, node: read(reading, node, {})
    if base is str:
        return _text(marks)
    return {int: _integer, bool: _truth, Decimal: _figure}[base]


def _record_reader_later(cls: type) -> Callable[[Reading, Node, Mapping[str, object]], Any]:
    return lambda reading, node, given: _record_reader(cls)(reading, node, given)


def _optional(read: Read) -> Read:
    def read_optional(reading: Reading, node: Node) -> Any:
        if type(node) is Scalar and node.plain and node.value in ("null", "~", ""):
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
        for index, part in enumerate(node.items):
            reading.path.append(str(index))
            values.append(item(reading, part))
            reading.path.pop()
        return _BAD if _BAD in values else tuple(values)

    return read_many


def _mapping(key: Read, value: Any) -> Read:
    takes_key = attrs.has(value) and any(
        isinstance(mark, fields.Key) for attribute in attrs.fields(value) for mark in marks_of(attribute.type)[1]
    )
    read_plain = _reader(value)
    read_keyed = _record_reader_later(value) if takes_key else None

    def read_mapping(reading: Reading, node: Node) -> Any:
        if type(node) is not Table:
            return reading.wrong(node, "not a mapping", found=_kind(node), expected="a mapping")
        values: dict[str, Any] = {}
        good = True
        for name, (key_node, value_node) in node.entries.items():
            reading.path.append(name[:80])
            read_key = key(reading, key_node)
            read = read_keyed(reading, value_node, {"id": name}) if read_keyed else read_plain(reading, value_node)
            reading.path.pop()
            if read is _BAD or read_key is _BAD:
                good = False
            else:
                values[name] = read
        return values if good else _BAD

    return read_mapping


def _text(marks: tuple[Any, ...]) -> Read:
    checks = [check for mark in marks if (check := _text_check(mark)) is not None]

    def read_text(reading: Reading, node: Node) -> Any:
        if type(node) is not Scalar:
            return reading.wrong(node, "not text", found=_kind(node), expected="text")
        if node.value == "" or (node.plain and node.value in ("null", "~")):
            return reading.wrong(node, "nothing stands here", found="nothing", expected="text")
        for check in checks:
            if check(reading, node) is _BAD:
                return _BAD
        return node.value

    return read_text


def _text_check(mark: Any) -> Callable[[Reading, Scalar], Any] | None:
    match mark:
        case fields.OneOf():
            return lambda reading, node: (
                None
                if node.value in mark.members
                else reading.wrong(
                    node,
                    f"no {mark.name} of this name",
                    found=_quoted(node),
                    expected="one of " + ", ".join(mark.members),
                    nearest=nearest(node.value, mark.members),
                )
            )
        case fields.Pattern():
            matches = re.compile(mark.regex).fullmatch
            return lambda reading, node: (
                None
                if len(node.value) <= 2000 and matches(node.value)
                else reading.wrong(node, "of the wrong shape", found=_quoted(node), expected=mark.expected)
            )
        case fields.Edtf():
            return lambda reading, node: (
                None
                if is_edtf(node.value)
                else reading.wrong(node, "not a date", found=_quoted(node), expected=EXPECTED_DATE)
            )
        case fields.Ref():
            return lambda reading, node: reading.mentions.append(
                Mention(mark.kind, node.value, node.line, node.column, ".".join(reading.path))
            )
        case fields.AtMost():
            return lambda reading, node: (
                None
                if len(node.value.split()) <= mark.words
                else reading.wrong(
                    node, "too many words", found=f"{len(node.value.split())} words", expected=f"at most {mark.words} words"
                )
            )
    return None


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
    if type(node) is not Scalar or not node.plain or len(node.value) > 2000 or not _NUMBER.fullmatch(node.value):
        return reading.wrong(node, "not a number", found=_kind(node), expected=expected + " in plain digits")
    digits = node.value.lstrip("-")
    if len(digits) > MAX_DIGITS:
        return reading.wrong(node, "a number too long", found=f"{len(digits)} digits", expected=f"at most {MAX_DIGITS} digits")
    if len(digits) > 1 and digits[0] == "0" and digits[1] != ".":
        return reading.wrong(node, "a number that starts with 0", found=node.value, expected=digits.lstrip("0") or "0")
    return Decimal(node.value)


def _truth(reading: Reading, node: Node) -> Any:
    if type(node) is Scalar and node.plain and node.value in ("true", "false"):
        return node.value == "true"
    return reading.wrong(node, "neither true nor false", found=_kind(node), expected="true or false")


def _kind(node: Node) -> str:
    if type(node) is Scalar:
        return _quoted(node) if node.value else "nothing"
    return "a list" if type(node) is Listing else "a mapping"


def _quoted(node: Scalar) -> str:
    shown = node.value if len(node.value) <= 60 else node.value[:57] + "..."
    return repr(shown) if node.plain else f"the quoted text {shown!r}"


def plain_value(node: Node) -> object:
    """A tree as text, lists and dicts, for fields that are not interpreted."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Listing):
        return [plain_value(item) for item in node.items]
    return {key: plain_value(value) for key, (_, value) in node.entries.items()}
