"""A record that says where the passages of a text stand that was saved anew."""

from collections.abc import Sequence

from plantrack.anchoring import Reanchored, text_digest
from plantrack.writing.edits import set_fields


def reanchor_record(record: str, compared: Sequence[Reanchored], text: str) -> str:
    """The text of a record with the positions, paragraphs and words that changed; all else stays as it was."""
    changed = [
        (["passages", one.passage.id, key], getattr(one.now, key))
        for one in compared
        if one.now is not None
        for key in ("quote", "position", "digest", "words", "paragraph")
        if getattr(one.now, key) != getattr(one.passage, key)
    ]
    return set_fields(record, [(["text"], {"sha256": text_digest(text), "characters": len(text)}), *changed])
