"""The JSON Schemas of what commands print as JSON, made from the forms of their answers and the classes behind them."""

from collections.abc import Mapping
from types import GenericAlias, NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from plantrack.answers.forms import Form, Key
from plantrack.model import Version, fields
from plantrack.model.fields import marks_of
from plantrack.schemas.files import (
    DIALECT,
    TEXT,
    JsonSchema,
    closed_list,
    docstrings_of,
    file_schema,
    first_paragraph,
    or_null,
    record,
)
from plantrack.schemas.tree import said_schema
from plantrack.value import is_value

_PLAIN: dict[Any, JsonSchema] = {
    str: TEXT,
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0},
    float: {"type": "number"},
    object: {},
}


def answer_schema(form: Form) -> JsonSchema:
    """The schema of an answer, `plantrack-NAME/1`."""
    definitions: dict[str, JsonSchema] = {}
    body = _object(form, definitions)
    body["properties"] = {"schema": {"const": f"plantrack-{form.name}/1"}, **body["properties"]}
    body["required"].insert(0, "schema")
    body["properties"]["said"] = said_schema()
    body["required"].append("said")
    return {"$schema": DIALECT, "title": f"plantrack {form.name}", **body, "$defs": dict(sorted(definitions.items()))}


def pairs_schema() -> JsonSchema:
    """The schema of a line that `plantrack pairs` writes, `plantrack-pairs/1`."""
    from plantrack.answers.diff_form import DIFF

    whole = answer_schema(DIFF)
    definitions = whole.pop("$defs")
    del whole["$schema"], whole["properties"]["said"]
    whole["required"].remove("said")
    properties = {
        "schema": {"const": "plantrack-pairs/1"},
        "corpus": {**TEXT, "description": "The folder of the corpus."},
        "digest": {**TEXT, "description": "Of the corpus, as it was compared."},
        "pair": {**_row([TEXT, TEXT]), "description": "References to OLD and NEW."},
        "diff": whole,
        "problems": {"type": "array", "items": TEXT, "description": "In place of a diff: why there is none."},
    }
    body = record(properties, optional=("diff", "problems"))
    described = {"description": "A line: two papers of a corpus, compared.", **body}
    return {"$schema": DIALECT, "title": "plantrack pairs", **described, "$defs": definitions}


def show_schema() -> JsonSchema:
    """The schema of `plantrack show --format json`, `plantrack-show/1`: a version or a point as files hold it."""
    version = file_schema(Version, title="plantrack version file")
    definitions = version.pop("$defs")
    kept = {key: value for key, value in version.items() if key in ("type", "patternProperties", "properties")}
    point = {"type": "object", "description": "A point with its id, as files hold it."}
    held = {"schema": {"const": "plantrack-show/1"}, "ref": TEXT, "version": kept, "point": point}
    body = record(held | {"said": said_schema()}, optional=("version", "point"))
    described = {"description": "A version, or one point of it.", **body}
    return {"$schema": DIALECT, "title": "plantrack show", **described, "$defs": definitions}


def _object(form: Form, definitions: dict[str, JsonSchema]) -> JsonSchema:
    properties = {key.name: _of_key(key, form, definitions) for key in form.keys}
    return {"description": first_paragraph(form.of.__doc__), **record(properties, optional=tuple(form.optional))}


def _of_key(key: Key, form: Form, definitions: dict[str, JsonSchema]) -> JsonSchema:
    if isinstance(key.shape, Mapping):
        return dict(key.shape)
    forms = {**form.holds}
    shape, meaning = key.shape, key.meaning
    if shape is None:
        shape, meaning = _field(form.of, key.path.partition("|")[0])
    elif isinstance(shape, list):
        return {"type": "array", "items": _reference(shape[0], definitions), "description": meaning}
    if key.name in form.optional and NoneType in get_args(shape):
        shape = _without_null(shape)
    schema = _reference(shape, definitions) if isinstance(shape, Form) else _value(shape, forms, definitions)
    schema = or_null(schema) if key.or_null else schema
    if "|" in key.path:
        schema = record({"old": schema, "new": schema})
    said = "\n".join(filter(None, (meaning, schema.get("description"))))
    return {**schema, "description": said} if said else schema


def _field(cls: type, path: str) -> tuple[Any, str]:
    """The type at the end of a path through fields, and what is said of the first of them that is described."""
    name, _, rest = path.partition(".")
    if name in cls.__dict__ and isinstance(cls.__dict__[name], property):
        getter = cls.__dict__[name].fget
        found, meaning = get_type_hints(getter, include_extras=True)["return"], first_paragraph(getter.__doc__)
    else:
        found = get_type_hints(cls, include_extras=True)[name]
        meaning = docstrings_of(cls).get(name, "")
    if not rest:
        return found, meaning
    base, is_null = _present(found)
    several = get_origin(base) is tuple
    end, other = _field(get_args(base)[0] if several else base, rest)
    return (GenericAlias(tuple, (end, ...)) if several else end | None if is_null else end), meaning or other


def _present(annotation: Any) -> tuple[Any, bool]:
    """A type without None, and whether it may be None; of several, the first."""
    base, _ = marks_of(annotation)
    options = get_args(base) if get_origin(base) is UnionType else (base,)
    return next(one for one in options if one is not NoneType), NoneType in options


def _value(annotation: Any, forms: Mapping[type, Form], definitions: dict[str, JsonSchema]) -> JsonSchema:
    base, marks = marks_of(annotation)
    origin = get_origin(base)
    for mark in marks:
        if isinstance(mark, fields.OneOf):
            return closed_list(mark)
    if NoneType in get_args(base):
        return or_null(_value(_without_null(base), forms, definitions))
    if origin is tuple:
        parts = [_value(part, forms, definitions) for part in get_args(base) if part is not Ellipsis]
        return {"type": "array", "items": parts[0]} if Ellipsis in get_args(base) else _row(parts)
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(*get_args(base))
    if base in forms:
        return _reference(forms[base], definitions)
    if isinstance(base, type) and issubclass(base, tuple):
        return _row([_value(part, forms, definitions) for part in get_type_hints(base).values()])
    if is_value(base):
        message = f"no form for {base.__name__}"
        raise TypeError(message)
    return dict(_PLAIN[base])


def _without_null(union: Any) -> Any:
    (present,) = (option for option in get_args(union) if option is not NoneType)
    return present


def _row(parts: list[JsonSchema]) -> JsonSchema:
    return {"type": "array", "prefixItems": parts, "minItems": len(parts), "maxItems": len(parts)}


def _mapping(key: Any, value: Any) -> JsonSchema:
    """Of a closed list all keys are there, each with its meaning."""
    held = _PLAIN[value]
    for mark in marks_of(key)[1]:
        if isinstance(mark, fields.OneOf):
            return record({word: {**held, "description": meaning} for word, meaning in mark.members.items()})
    return {"type": "object", "additionalProperties": held}


def _reference(form: Form, definitions: dict[str, JsonSchema]) -> JsonSchema:
    if form.name not in definitions:
        definitions[form.name] = {}
        definitions[form.name] = _object(form, definitions)
    return {"$ref": f"#/$defs/{form.name}"}
