"""Documents that are zip archives of XML parts, opened within limits: no bomb, no entity, nothing from elsewhere."""

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

from plantrack.documents.formats.libraries import library
from plantrack.errors import InputError, Problem

if TYPE_CHECKING:
    from lxml.etree import _Element

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
        self._lxml = library("lxml.etree", f"{kind}s")
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

    def xml(self, path: str, replaced: tuple[tuple[bytes, bytes], ...] = ()) -> "_Element":
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

    def parsed(self, unpacked: bytes, path: str) -> "_Element":
        """XML from bytes; see `xml`."""
        etree: Any = self._lxml
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        try:
            root: _Element = etree.fromstring(unpacked, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self.refused(f"it is damaged: its part {path} is no XML", str(error)) from None
        if root.getroottree().docinfo.doctype:
            raise self.refused(f"it has a document type in {path}, which no {self.kind} has; it was not read")
        return root
