"""Files of a corpus as they were read the time before: what did not change since need not be read as YAML again.

What is kept of a file is believed only if it was made from the same bytes, by the same code, and is whole; then every
name that the file mentions is looked up anew, for other files may have changed. In all other cases the file is read.
The folder of what is kept may be deleted at any time.
"""

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from plantrack.corpus.packing import packed, unpacked
from plantrack.reading.documents import Loaded
from plantrack.value import value
from plantrack.writing.kept import keep, kept, kept_as

WORTH_KEEPING = 0
"""Bytes of a file below which it is read as YAML: none, for a command that reads no YAML need not load the parser."""
_KIND = "documents-1"
_READ_BY = ("model", "reading", "language", "corpus", "anchoring", "vocabulary.py", "plain.py", "value.py")
"""The code that decides what a file means and whether it is right."""


@value
class Remembered:
    """A file as it was read the time before."""

    value: Any
    mentioned: Mapping[str, tuple[str, ...]]
    """The names that must stand elsewhere, by kind, each once."""


class Memory:
    """What is kept of the files of one folder."""

    def __init__(self, root: Path) -> None:
        self._root = os.path.realpath(root)

    def read(
        self, cls: type, name: str, data: bytes, *, stands: Callable[[str, str], bool], read: Callable[[], Loaded]
    ) -> Remembered:
        """A file, as it was read before if nothing has changed since.

        Args:
            cls: The class of its value.
            name: Its name below the folder.
            data: Its bytes now.
            stands: Whether a name of a kind stands in the corpus now.
            read: Reads it from its bytes.

        Raises:
            PlantrackError: what `read` raises.
        """
        if len(data) < WORTH_KEEPING:
            return remembered(read())
        place, key = kept_as(_KIND, self._root, name), _key(cls, name, data)
        held = kept(place)
        known = _believed(cls, held, key, place) if held is not None else None
        if known is not None and all(stands(kind, each) for kind, names in known.mentioned.items() for each in names):
            return known
        found = remembered(read())
        body = b"\n".join([json.dumps(found.mentioned).encode(), *packed(found.value)])
        held = b"\n".join([key, hashlib.sha256(body).hexdigest().encode(), body])
        keep(held, place)
        return _believed(cls, held, key, place) or found


def remembered(loaded: Loaded) -> Remembered:
    """A file that was just read."""
    mentioned: dict[str, dict[str, None]] = {}
    for mention in loaded.mentions:
        mentioned.setdefault(mention.kind, {})[mention.name] = None
    return Remembered(value=loaded.value, mentioned={kind: tuple(names) for kind, names in mentioned.items()})


def _believed(cls: type, held: bytes, key: bytes, place: Path) -> Remembered | None:
    stated, _, rest = held.partition(b"\n")
    digest, _, body = rest.partition(b"\n")
    if stated != key or digest != hashlib.sha256(body).hexdigest().encode():
        return None
    try:
        names, *lines = body.split(b"\n")
        mentioned = {kind: tuple(each) for kind, each in json.loads(names).items()}
        return Remembered(value=unpacked(cls, lines, str(place)), mentioned=mentioned)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, ArithmeticError, RecursionError):
        return None


def _key(cls: type, name: str, data: bytes) -> bytes:
    """All that a kept file was made from, as a digest."""
    total = hashlib.sha256(f"{_code()}\0{cls.__name__}\0{name}\0".encode("utf-8", "surrogateescape"))
    total.update(data)
    return total.hexdigest().encode()


@cache
def _code() -> str:
    """Tells one state of the code from another as Python does: by the sizes and times of its files."""
    home = Path(__file__).resolve().parents[1]
    parts = [home / part for part in _READ_BY]
    here = [part for part in parts if part.exists()]  # a page in a browser brings only what comparing needs
    files = [file for part in here for file in (part.rglob("*") if part.is_dir() else [part])]
    told = ((str(file), file.stat()) for file in files if "__pycache__" not in file.parts)
    return repr(sorted((name, status.st_size, status.st_mtime_ns) for name, status in told))
