"""The shapes that the schemas of answers are put together from."""

from collections.abc import Iterable, Mapping
from typing import Any

from plantrack.schemas.files import JsonSchema

TEXT: JsonSchema = {"type": "string"}
TEXT_OR_NULL: JsonSchema = {"type": ["string", "null"]}
COUNT: JsonSchema = {"type": "integer", "minimum": 0}


def record(properties: JsonSchema, *, optional: Iterable[str] = ()) -> JsonSchema:
    """An object with these properties and no others, all required but the optional ones."""
    required = [name for name in properties if name not in set(optional)]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def list_of(items: JsonSchema, description: str) -> JsonSchema:
    """A list of such items."""
    return {"type": "array", "items": items, "description": description}


def range_of(description: str) -> JsonSchema:
    """The least and the most of something counted."""
    return {**list_of(COUNT, f"{description} The least and the most."), "minItems": 2, "maxItems": 2}


def one_of(description: str, meanings: Mapping[str, Any]) -> JsonSchema:
    """One of these words, each with its meaning."""
    listed = "\n".join(f"{word}: {meaning}" for word, meaning in meanings.items())
    return {"enum": list(meanings), "description": f"{description}\n{listed}"}


def ref(name: str) -> JsonSchema:
    """A reference to a definition of the same schema."""
    return {"$ref": f"#/$defs/{name}"}
