"""The schema of what an answer says, made from the classes of its tree."""

from types import NoneType, UnionType
from typing import Any, get_args, get_origin

from plantrack.answers import tree
from plantrack.schemas.files import DIALECT, TEXT, JsonSchema, record
from plantrack.value import fields_of

_PLAIN: dict[Any, JsonSchema] = {str: TEXT, bool: {"type": "boolean"}, int: {"type": "integer"}}


def said_schema() -> JsonSchema:
    """The schema of `said`: the title, and every block with the fields of its class."""
    blocks = [
        record({"block": {"const": cls.__name__.lower()}} | _fields(cls)) for cls in get_args(tree.Block)
    ]  # fmt: skip
    return {
        "description": "What the other formats say, in the language that was asked for.",
        **record({"title": TEXT, "language": TEXT, "blocks": {"type": "array", "items": {"oneOf": blocks}}}),
    }


def report_schema() -> JsonSchema:
    """The schema of `plantrack report --format json`, `plantrack-report/1`."""
    body = record({"schema": {"const": "plantrack-report/1"}, "said": said_schema()})
    return {"$schema": DIALECT, "title": "plantrack report", "description": "A report for people.", **body}


def _fields(cls: type) -> JsonSchema:
    return {field.name: _value(field.type) for field in fields_of(cls)}


def _value(annotation: Any) -> JsonSchema:
    """The schema of a field; words without any span are an empty list."""
    if annotation == tree.Words:
        return {"anyOf": [TEXT, {"type": "array", "maxItems": 0}]}
    if get_origin(annotation) is tuple:
        items = [part for part in get_args(annotation) if part is not Ellipsis]
        several = [_value(part) for part in dict.fromkeys(items)]
        return {"type": "array", "items": several[0] if len(several) == 1 else {"anyOf": several}}
    if get_origin(annotation) is UnionType:
        return {"anyOf": [{"type": "null"} if one is NoneType else _value(one) for one in get_args(annotation)]}
    return _PLAIN[annotation] if annotation in _PLAIN else record(_fields(annotation))
