"""Formats of documents, one a module: bytes to lines."""

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath

from plantrack.documents.blocks import Decoded

Decoder = Callable[[bytes, str], Decoded]
"""Takes the bytes and the name of the file, which problems bear; raises InputError where it cannot be read."""

MODULES = {
    ".md": "text",
    ".markdown": "text",
    ".txt": "text",
    ".text": "text",
    ".docx": "word",
    ".docm": "word",
    ".doc": "word",
    ".pdf": "pdf",
    ".html": "web",
    ".htm": "web",
    ".xhtml": "web",
    ".rtf": "rich_text",
    ".odt": "open_document",
}
"""The module of each suffix; each has a function `decode`."""
_BEGINNINGS = (
    (b"%pdf", "pdf"),
    (b"{\\rtf", "rich_text"),
    (b"\xd0\xcf\x11\xe0", "word"),  # older than .docx, or locked: it says so
    (b"<!doctype html", "web"),
    (b"<html", "web"),
    (b"<?xml", "web"),
)
"""What files begin with, in small letters, for those whose name says nothing."""


def decoder_for(name: str, first_bytes: bytes) -> Decoder:
    """The decoder of a document, by what it begins with where that is sure, else by its name, else as plain text.

    Args:
        name: The name of the file, or its suffix.
        first_bytes: At least its first 1,000 bytes.
    """
    module = _module_of(name, first_bytes)
    decode: Decoder = import_module(f"{__name__}.{module}").decode
    return decode


def _module_of(name: str, first_bytes: bytes) -> str:
    suffix = (PurePath(name).suffix or name).lower()
    named = MODULES.get(suffix)
    start = first_bytes.removeprefix(b"\xef\xbb\xbf").lstrip()[:200].lower()
    if start.startswith(b"pk\x03\x04"):
        if b"application/vnd.oasis.opendocument" in first_bytes[:200]:
            return "open_document"
        return named if named in ("word", "open_document") else "word"
    for beginning, module in _BEGINNINGS:
        if start.startswith(beginning):
            return named if named == "text" and module == "web" else module
    return named or "text"


def is_document(name: str) -> bool:
    """Whether a name ends as a document that can be read does."""
    return PurePath(name).suffix.lower() in MODULES
