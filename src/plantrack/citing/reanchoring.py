"""A record that says where the passages of a text stand that was saved anew."""

from collections.abc import Sequence

from plantrack.anchoring import Reanchored, text_digest
from plantrack.writing.edits import set_field


def reanchor_record(record: str, compared: Sequence[Reanchored], text: str) -> str:
    """The text of a record with the positions, paragraphs and words that changed; all else stays as it was."""
    record = set_field(record, ["text"], {"sha256": text_digest(text), "characters": len(text)})
    for one in compared:
        if one.now is None:
            continue
        for key in ("quote", "position", "digest", "words", "paragraph"):
            now = getattr(one.now, key)
            if now != getattr(one.passage, key):
                record = set_field(record, ["passages", one.passage.id, key], now)
    return record
