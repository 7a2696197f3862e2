"""How a document was read, as JSON: `plantrack-outline/1`."""

from plantrack.documents.document import Block, Document
from plantrack.reporting.json_form import as_json

SCHEMA = "plantrack-outline/1"


def document_as_json(document: Document) -> str:
    """A document as JSON text, with a line end."""
    reading = document.reading
    return as_json(
        {
            "schema": SCHEMA,
            "name": document.name,
            "title": document.title,
            "reading": {
                "as": reading.form,
                "words": reading.words,
                "in_points": reading.in_points,
                "outside": reading.outside,
                "furniture": [{"line": one.line, "text": one.text, "why": one.why} for one in reading.furniture],
                "language": reading.language,
            },
            "blocks": [_block(block) for block in document.blocks],
            "points": [
                {"id": one.id, "number": one.number, "parent": one.parent, "title": one.title, "text": one.text}
                for one in document.provisions
            ],
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
