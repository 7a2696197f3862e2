"""What was costly to find out, kept for the next time; delete the folder, and nothing is lost.

What is kept is called by a digest of all that it was made from, so it is never out of date: where anything of that
changes, the name does, and nothing is found.
"""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path


def cache_folder() -> Path:
    """Where things are kept that can be fetched or made again; it need not be there."""
    folder = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(folder) / "plantrack"


def kept_as(kind: str, *made_from: object) -> Path:
    """The file for something, by all that it was made from.

    Args:
        kind: What is kept, a name of its own that changes whenever the way of making it does.
        made_from: What `str` tells apart.
    """
    return cache_folder() / kind / hashlib.sha256("\0".join(map(str, made_from)).encode("utf-8", "replace")).hexdigest()


def kept(path: Path) -> bytes | None:
    """What is kept under a name; None where there is nothing, or it cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def made_once(name: str, sources: bytes, make: Callable[[], bytes | None]) -> bytes | None:
    """What is made of some bytes, made anew only where it is not kept from an earlier time.

    Args:
        name: What it is, a word of the file's name.
        sources: All that it is made of: other bytes are made anew.
        make: Makes it, or None where that is not to be had here, of which nothing is kept.
    """
    place = cache_folder() / f"{name}-{hashlib.sha256(sources).hexdigest()[:32]}.bin"
    before = kept(place)
    if before is not None:
        return before
    made = make()
    if made is not None:
        keep(made, place)
    return made


def keep(data: bytes, path: Path) -> None:
    """Keep a file for the next time. That it cannot be kept is no reason to stop."""
    part = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
