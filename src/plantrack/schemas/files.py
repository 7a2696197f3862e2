"""From the annotations of the model to JSON Schema.

An editor reads YAML as YAML 1.2 does, so `number: 6` is a number to it, while plantrack reads text until a field says
otherwise. Text is therefore whatever a plain scalar can look like; only the shape of strings is checked.
"""

import ast
import inspect
from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import pairwise
from textwrap import dedent
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from plantrack.model import dates, fields
from plantrack.model.fields import has_mark, marks_of, name_in_file
from plantrack.plain import first_up
from plantrack.reading.documents import SCHEMA
from plantrack.value import fields_of, is_value

JsonSchema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TEXT: JsonSchema = {"type": "string"}
_TEXT = ("string", "number", "boolean")
_PLAIN: dict[Any, JsonSchema] = {
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0},
    Decimal: {"type": "number"},
    object: {},
}
_MEANING_OF_REF = {
    "actor": "The id of an actor in actors.yaml.",
    "plan": "The name of a plan: its folder under plans/.",
    "version": "A version as plan@version.",
    "passage": "A passage as source#passage.",
    "origin": "Who is behind a statement: outlet:, person:, organisation:, group: or doc: and an id, or unattributed.",
    "provision": "The id of a provision.",
}


def file_schema(cls: type, *, title: str) -> JsonSchema:
    """The schema of a file that holds one value of a model class.

    Args:
        cls: A class of the model.
        title: What editors call the schema.
    """
    definitions: dict[str, JsonSchema] = {}
    body = _record(cls, definitions)
    return {"$schema": DIALECT, "title": title, **body, "$defs": dict(sorted(definitions.items()))}


def record(properties: JsonSchema, *, optional: tuple[str, ...] = ()) -> JsonSchema:
    """An object with these properties and no others, all required but the optional ones."""
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _record(cls: type, definitions: dict[str, JsonSchema]) -> JsonSchema:
    properties: dict[str, JsonSchema] = {}
    required: list[str] = []
    described = docstrings_of(cls)
    schema: JsonSchema = {"description": first_paragraph(cls.__doc__), "type": "object"}
    for attribute in fields_of(cls):
        _base, marks = marks_of(attribute.type)
        if has_mark(marks, fields.Extra):
            schema["patternProperties"] = {"^x-": {"description": "Uninterpreted; compared as it stands."}}
        elif not has_mark(marks, fields.Key):
            key = name_in_file(cls, attribute)
            properties[key] = (
                {"const": SCHEMA}
                if key == "schema"
                else _described(_value(attribute.type, definitions), described.get(attribute.name))
            )
            if attribute.required:
                required.append(key)
            elif isinstance(attribute.default, str | bool):
                properties[key]["default"] = attribute.default
    schema["properties"] = properties
    if required:
        schema["required"] = required
    return {**schema, "additionalProperties": False}


def _value(annotation: Any, definitions: dict[str, JsonSchema]) -> JsonSchema:
    base, marks = marks_of(annotation)
    origin = get_origin(base)
    if origin in (UnionType, Union):
        (present,) = (option for option in get_args(base) if option is not NoneType)
        return or_null(_value(present, definitions))
    if origin is tuple:
        item = _value(get_args(base)[0], definitions)
        several = {"type": "array", "items": item}
        return {"anyOf": [item, several]} if has_mark(marks, fields.OneOrMany) else several
    if origin is not None and issubclass(origin, Mapping):
        key, value = get_args(base)
        return {"type": "object", "propertyNames": _key(key), "additionalProperties": _value(value, definitions)}
    if is_value(base):
        return _reference(base, definitions)
    if base is str:
        return _text(marks)
    return dict(_PLAIN[base])


def _reference(cls: type, definitions: dict[str, JsonSchema]) -> JsonSchema:
    name = cls.__name__
    if name not in definitions:
        definitions[name] = {}  # the place is taken first: a class may hold itself
        body = _record(cls, definitions)
        shorthand = getattr(cls, "shorthand", None)
        if shorthand is not None:
            alone = _value(next(one.type for one in fields_of(cls) if one.name == shorthand), definitions)
            body = {"description": body.pop("description"), "anyOf": [alone, body]}
        definitions[name] = body
    return {"$ref": f"#/$defs/{name}"}


def _key(annotation: Any) -> JsonSchema:
    """The schema of the keys of a mapping, which are strings to JSON Schema whatever they look like."""
    _base, marks = marks_of(annotation)
    return next(({"pattern": f"^(?:{mark.regex})$"} for mark in marks if isinstance(mark, fields.Pattern)), {})


def _text(marks: Iterable[Any]) -> JsonSchema:
    schema: JsonSchema = {"type": list(_TEXT), "minLength": 1}
    for mark in marks:
        match mark:
            case fields.OneOf():
                return closed_list(mark)
            case fields.Pattern():
                schema |= {"description": _sentence(mark.expected), "pattern": f"^(?:{mark.regex})$"}
            case fields.Edtf():
                end = rf"(?:{dates.POINT.pattern}|\.\.)?"
                schema |= {
                    "description": _sentence(dates.EXPECTED),
                    "pattern": f"^(?:{dates.POINT.pattern}|{end}/{end})$",
                }
            case fields.Ref():
                schema["description"] = _MEANING_OF_REF[mark.kind]
            case fields.AtMost():
                schema["description"] = f"At most {mark.words} words."
                schema["pattern"] = rf"^\s*\S+(?:\s+\S+){{0,{mark.words - 1}}}\s*$"
    return schema


def closed_list(words: fields.OneOf) -> JsonSchema:
    """One of some words, each with its meaning."""
    meanings = "\n".join(f"{word}: {getattr(member, 'meaning', member)}" for word, member in words.members.items())
    return {"description": meanings, "enum": list(words.members)}


def or_null(schema: JsonSchema) -> JsonSchema:
    """The same, or null."""
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if "type" in schema:
        types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return {**schema, "type": [*types, "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


def _described(schema: JsonSchema, docstring: str | None) -> JsonSchema:
    """The schema with what the model says of the field, before what its type says."""
    if docstring is None:
        return schema
    general = schema.get("description")
    return {**schema, "description": f"{docstring}\n{general}" if general else docstring}


def docstrings_of(cls: type) -> dict[str, str]:
    """The strings under the fields of a class; Python forgets them, so the source is read."""
    (definition,) = ast.parse(dedent(inspect.getsource(cls))).body
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    return {
        field.target.id: inspect.cleandoc(text.value.value)
        for field, text in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }


def first_paragraph(docstring: str | None) -> str:
    """The first paragraph of a docstring on one line; empty for None."""
    return " ".join((docstring or "").split("\n\n", maxsplit=1)[0].split())


def _sentence(text: str) -> str:
    return f"{first_up(text)}."
