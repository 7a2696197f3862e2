"""Documents that are zip archives of XML parts, opened within limits: no bomb, no entity, nothing from elsewhere."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any, NoReturn
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.parsers import expat

from plantrack.errors import InputError, Problem

MOST_PARTS = 10_000
"""Files in an archive. A document with a thousand pictures has two thousand."""
MOST_UNPACKED = 60_000_000
"""Bytes of one part; a thousand pages of Word are a fifth of it."""
MOST_TOGETHER = 120_000_000
"""Bytes of all parts that are read."""


class Archive:
    """The parts of a document, each read when it is asked for."""

    def __init__(self, data: bytes, name: str, kind: str) -> None:
        """Open an archive.

        Args:
            data: The file.
            name: What problems call it.
            kind: What it should be: `Word file`.

        Raises:
            InputError: if it is no archive, is locked, or has too many parts.
        """
        self.name = name
        self.kind = kind
        self._room = MOST_TOGETHER
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, struct.error) as error:
            raise self.refused(f"it is no whole {kind}; it may have been cut short on its way", str(error)) from None
        infos = self._zip.infolist()
        if len(infos) > MOST_PARTS:
            raise self.refused(f"it has too many parts for a {kind}", f"{len(infos):,}", f"at most {MOST_PARTS:,}")
        self._infos = {info.filename.lstrip("/"): info for info in infos}
        self._lower = {path.lower(): path for path in self._infos}

    def refused(self, what: str, found: str | None = None, expected: str | None = None) -> InputError:
        """The error that says why the document cannot be read."""
        return InputError([Problem(what=what, file=self.name, found=found, expected=expected)])

    def __contains__(self, path: str) -> bool:
        return path.lower() in self._lower

    def read(self, path: str) -> bytes:
        """The bytes of a part.

        Raises:
            InputError: if it is not there, is damaged or locked, or unpacks to too much.
        """
        found = self._lower.get(path.lower())
        if found is None:
            raise self.refused(f"it is no {self.kind}: it has no part {path}")
        info = self._infos[found]
        if info.flag_bits & 1:
            raise self.refused("it is locked with a password", expected="a copy that was saved without one")
        most = min(MOST_UNPACKED, self._room)
        try:
            with self._zip.open(info) as part:
                unpacked = part.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
            raise self.refused(f"it is damaged: its part {path} cannot be unpacked", str(error)) from None
        if len(unpacked) > most:
            raise self.refused(f"it unpacks to too much: {path} alone is over {most:,} bytes")
        self._room -= len(unpacked)
        return unpacked

    def xml(self, path: str, replaced: tuple[tuple[bytes, bytes], ...] = ()) -> Element:
        """A part as XML.

        Args:
            path: The part.
            replaced: Bytes that stand for others, such as a second name of one namespace.

        Raises:
            InputError: as `read`, and if it is no XML, has a document type (which could hold entities), or is nested
                too deeply.
        """
        unpacked = self.read(path)
        for old, new in replaced:
            unpacked = unpacked.replace(old, new)
        return self.parsed(unpacked, path)

    def parsed(self, unpacked: bytes, path: str) -> Element:
        """XML from bytes; see `xml`."""
        try:
            typed = _has_document_type(unpacked)
            # No document type, so no entities: nothing grows, and nothing is fetched.
            root = None if typed else fromstring(unpacked)  # noqa: S314
        except (ParseError, expat.ExpatError, ValueError, LookupError) as error:
            raise self.refused(f"it is damaged: its part {path} is no XML", str(error)) from None
        if root is None:
            raise self.refused(f"it has a document type in {path}, which no {self.kind} has; it was not read")
        return root


class _Seen(Exception):  # noqa: N818 - no error: the beginning of a part has been read
    """Whether a document type stands before the first element."""

    def __init__(self, typed: bool) -> None:  # noqa: FBT001 - its one argument
        self.typed = typed


def _has_document_type(unpacked: bytes) -> bool:
    """Whether XML has a document type, read no farther than its first element."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _seen(typed=True)
    parser.StartElementHandler = _seen(typed=False)
    try:
        parser.Parse(unpacked, True)  # noqa: FBT003 - as pyexpat has it
    except _Seen as seen:
        return seen.typed
    return False


def _seen(*, typed: bool) -> Callable[..., NoReturn]:
    def stop(*_: Any) -> NoReturn:
        raise _Seen(typed)

    return stop
