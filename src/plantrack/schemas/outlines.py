"""The schema of what `outline` prints with `--format json`."""

from plantrack.documents.document import BLOCK_KINDS
from plantrack.schemas.files import DIALECT, JsonSchema
from plantrack.schemas.shapes import COUNT, TEXT, TEXT_OR_NULL, list_of, one_of, record

_LINE: JsonSchema = {
    "type": ["integer", "null"],
    "description": "In the source, from 1; the paragraph, in formats without lines.",
}


def outline_schema() -> JsonSchema:
    """The schema of `plantrack outline --format json`, `plantrack-outline/1`."""
    furniture = record({"line": _LINE, "text": TEXT, "why": {**TEXT, "description": "Why it is left out."}})
    reading = record(
        {
            "as": {**TEXT, "description": "What the document was read as: `8 numbered points`."},
            "words": {**COUNT, "description": "All words of the document."},
            "in_points": COUNT,
            "outside": COUNT,
            "furniture": list_of(furniture, "What is left out of comparing."),
            "language": {**TEXT, "description": "A language tag (BCP 47); und where it could not be told."},
        }
    )
    block = record(
        {
            "kind": one_of("What it was taken for.", BLOCK_KINDS),
            "line": _LINE,
            "page": {"type": ["integer", "null"]},
            "marker": {**TEXT_OR_NULL, "description": "The number or bullet as printed."},
            "title": {**TEXT_OR_NULL, "description": "Words before the text that are the title of its point."},
            "text": TEXT_OR_NULL,
            "point": {**TEXT_OR_NULL, "description": "The id of the point that it belongs to; null outside them."},
            "place": {**TEXT_OR_NULL, "description": "Of a line outside the points: `preamble`, `annex-a heading`."},
            "why": {**TEXT_OR_NULL, "description": "Of what is left out: why."},
        }
    )
    point = record(
        {"id": TEXT, "number": TEXT_OR_NULL, "parent": TEXT_OR_NULL, "title": TEXT_OR_NULL, "text": TEXT_OR_NULL}
    )
    body = record(
        {
            "schema": {"const": "plantrack-outline/1"},
            "name": TEXT,
            "title": TEXT_OR_NULL,
            "reading": reading,
            "blocks": list_of(block, "In the order of the document; every word of it stands in exactly one."),
            "points": list_of(point, "In the order of the document; ids are local."),
            "remarks": list_of(TEXT, "What was read with doubt."),
        }
    )
    return {"$schema": DIALECT, "title": "plantrack outline", "description": "How a document was read.", **body}
