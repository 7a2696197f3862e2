"""The JSON Schema of what `plantrack export --format json` gives: the files of a corpus, by their names."""

from typing import Any

from plantrack.model import Actor, Plan, Source, Version
from plantrack.model.events import Event
from plantrack.model.lexicon import Lexicon
from plantrack.model.positions import Positions
from plantrack.schemas.files import DIALECT, JsonSchema, file_schema

_FORMAT = "plantrack-corpus/1"


def corpus_schema() -> dict[str, Any]:
    """The schema of a whole corpus, made from those of its files."""
    definitions: dict[str, JsonSchema] = {}
    plan = {
        "type": "object",
        "properties": {"plan": _held(Plan, definitions), "versions": _by_name(_held(Version, definitions))},
        "required": ["plan", "versions"],
        "additionalProperties": False,
    }
    properties: JsonSchema = {
        "schema": {"const": _FORMAT},
        "as_of": {
            "type": ["string", "null"],
            "description": "The date (EDTF) of the newest source; null where none has one.",
        },
        "actors": _by_name(_held(Actor, definitions)),
        "events": _by_name(_held(Event, definitions)),
        "lexicon": _held(Lexicon, definitions),
        "plans": _by_name(plan),
        "positions": _by_name(_held(Positions, definitions)),
        "sources": _by_name(_held(Source, definitions)),
    }
    return {
        "$schema": DIALECT,
        "title": "plantrack corpus",
        "description": "Every file of a corpus under its name, without what is extracted or compared.",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _held(cls: type, definitions: dict[str, JsonSchema]) -> JsonSchema:
    """A reference to the schema of a kind of file, which goes to the definitions with those it needs."""
    schema = file_schema(cls, title=f"plantrack {cls.__name__.casefold()}")
    definitions.update(schema.pop("$defs"))
    del schema["$schema"]
    definitions[cls.__name__] = schema
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _by_name(schema: JsonSchema) -> JsonSchema:
    return {"type": "object", "additionalProperties": schema}
