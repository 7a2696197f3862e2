"""How a document was read, as JSON: `plantrack-outline/1`."""

from plantrack.documents.document import Block, Document
from plantrack.rendering.diff_json import as_json, picked, reading_form

SCHEMA = "plantrack-outline/1"


def document_as_json(document: Document) -> str:
    """A document as JSON text, with a line end."""
    return as_json(
        {
            "schema": SCHEMA,
            "name": document.name,
            "title": document.title,
            "reading": reading_form(document.reading),
            "blocks": [_block(block) for block in document.blocks],
            "points": [picked(one, "id number parent title text") for one in document.provisions],
            "remarks": [str(remark) for remark in document.remarks],
        }
    )


def _block(block: Block) -> dict[str, object]:
    return {
        "kind": block.kind,
        "line": block.line or None,
        "page": block.page,
        "marker": block.marker or None,
        "title": block.title or None,
        "text": block.text or None,
        "point": block.provision,
        "place": block.place or None,
        "why": block.why or None,
    }
