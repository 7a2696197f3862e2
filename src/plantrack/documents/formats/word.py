"""Word files (.docx): the numbers that Word makes itself, tables, notes, and both texts of tracked changes.

docx2python 3.7, mammoth 1.13, python-docx 1.2 and markitdown 0.1 were tried on real contracts: none prints a number as
Word does (`Article 3`, `2.1`, `(iv)` after a restart), and none gives the text before tracked changes. So the XML is
read here, by the parser of the standard library. Of 474 files that were also read by LibreOffice, which counts
numbers, 407 have the same words; the others have deleted text, fields with today's date, formulas, or lists of a
thousand numbers.
"""

from typing import TYPE_CHECKING, NamedTuple

from plantrack.documents.blocks import Decoded, SourceLine
from plantrack.documents.formats.archive import Archive
from plantrack.documents.formats.word_lines import Reading
from plantrack.documents.formats.word_lists import Lists
from plantrack.documents.formats.word_names import STRICT, other, w
from plantrack.documents.formats.word_styles import Styles
from plantrack.documents.formats.word_text import BodyReader, NestedTooDeeplyError
from plantrack.errors import InputError, Problem

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from plantrack.documents.formats.word_text import Block

_OLD_FORMAT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What files of Word 97 to 2003 begin with, and newer ones that are locked with a password."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_NOTES = {"footnote": "footnotes", "endnote": "endnotes", "comment": "comments"}
_OTHERS = (("xl/", "a spreadsheet"), ("ppt/", "slides"), ("content.xml", "an OpenDocument file"))


class _Parts(NamedTuple):
    """A file, read as far as both of its texts need."""

    body: "list[Block]"
    heads: "list[list[Block]]"
    feet: "list[list[Block]]"
    notes: "dict[tuple[str, str], list[Block]]"
    lists: Lists
    title: str | None
    language: str | None
    tracked: bool
    remarks: tuple[Problem, ...]


def decode(data: bytes, name: str) -> Decoded:
    """The text of a Word file, with all tracked changes made; the text before them is `earlier`.

    Args:
        data: The file.
        name: What problems call it.

    Raises:
        InputError: if it is locked, damaged, of an older format, or larger than any paper.
    """
    parts = _read(data, name)
    lines = _lines(parts, new=True)
    earlier = _lines(parts, new=False) if parts.tracked else ()
    remarks = parts.remarks
    if parts.tracked:
        said = Problem(
            what="it has tracked changes, and is read with all of them made", file=name,
            expected=f"plantrack diff --tracked {name} to compare it with the text before them",
        )  # fmt: skip
        remarks = (said, *remarks)
    return Decoded(lines=lines, title=parts.title, language=parts.language, earlier=earlier, remarks=remarks)


def _read(data: bytes, name: str) -> _Parts:
    archive = _opened(data, name)
    main = _main_part(archive)
    folder = main.rpartition("/")[0]
    try:
        return _parts(archive, main, folder)
    except (NestedTooDeeplyError, RecursionError):
        raise archive.refused("its elements are nested too deeply to be a paper") from None


def _opened(data: bytes, name: str) -> Archive:
    if data.startswith(_OLD_FORMAT):
        locked = _LOCKED in data
        what = "it is locked with a password" if locked else "it is a file of Word 97 to 2003"
        expected = "a copy without one" if locked else "a copy saved as .docx, in Word or LibreOffice"
        raise InputError([Problem(what=what, file=name, expected=expected)])
    return Archive(data, name, "Word file")


def _main_part(archive: Archive) -> str:
    """Where the text is: what the relations of the package call the office document."""
    if "_rels/.rels" in archive:
        for relation in archive.xml("_rels/.rels"):
            target = relation.get("Target", "").lstrip("/")
            if relation.get("Type", "").endswith("/officeDocument") and target in archive:
                _refuse_others(archive, target)
                return target
    _refuse_others(archive, "")
    return "word/document.xml"


def _refuse_others(archive: Archive, main: str) -> None:
    for start, kind in _OTHERS:
        if main.startswith(start) or (not main and start in archive):
            raise archive.refused(f"it is {kind} and no Word file")


def _parts(archive: Archive, main: str, folder: str) -> _Parts:
    relations = _relations(archive, main)
    styles = Styles(_part(archive, folder, relations, "styles"))
    lists = Lists(_part(archive, folder, relations, "numbering"), styles)
    reader = BodyReader(styles, lists)
    root = archive.xml(main, STRICT)
    body = root.find(w("body"))
    if body is None:
        raise archive.refused("it has no text: Word calls it the body")
    blocks = reader.blocks(body)
    heads, feet = (_margins(archive, body, folder, relations, reader, kind) for kind in ("header", "footer"))
    notes: dict[tuple[str, str], list[Block]] = {}
    for kind, part in _NOTES.items():
        holder = _part(archive, folder, relations, part)
        for note in () if holder is None else holder.findall(w(kind)):
            if note.get(w("type"), "normal") == "normal":
                notes[kind, note.get(w("id"), "")] = reader.blocks(note)
    return _Parts(
        blocks, heads, feet, notes, lists, _title(archive), styles.language, reader.tracked,
        tuple(_remarks(archive, folder, reader)),
    )  # fmt: skip


def _relations(archive: Archive, main: str) -> dict[str, tuple[str, str]]:
    """Parts that the text names: id to kind and target."""
    folder, _, file = main.rpartition("/")
    path = f"{folder}/_rels/{file}.rels".lstrip("/")
    found = archive.xml(path) if path in archive else ()
    return {
        one.get("Id", ""): (one.get("Type", "").rpartition("/")[2], one.get("Target", ""))
        for one in found
        if one.get("TargetMode") != "External"
    }


def _path(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return f"{folder}/{target.removeprefix('./')}".lstrip("/")


def _part(archive: Archive, folder: str, relations: dict[str, tuple[str, str]], kind: str) -> "Element | None":
    paths = [_path(folder, target) for found, target in relations.values() if found == kind]
    path = next((one for one in paths if one in archive), None)
    return None if path is None else archive.xml(path, STRICT)


def _margins(
    archive: Archive,
    body: "Element",
    folder: str,
    relations: dict[str, tuple[str, str]],
    reader: BodyReader,
    kind: str,
) -> "list[list[Block]]":
    """The heads or feet of all sections, each once."""
    ids = [one.get(other("r", "id"), "") for one in body.iter(w(f"{kind}Reference"))]
    paths = dict.fromkeys(
        _path(folder, relations[one][1]) for one in ids if one in relations and relations[one][0] == kind
    )
    return [reader.blocks(archive.xml(path, STRICT)) for path in paths if path in archive]


def _title(archive: Archive) -> str | None:
    """What the properties of the file call it."""
    path = "docProps/core.xml"
    found = archive.xml(path).findtext(other("dc", "title")) if path in archive else None
    return " ".join((found or "").split()) or None


def _remarks(archive: Archive, folder: str, reader: BodyReader) -> "list[Problem]":
    """What was left out."""
    found = []
    if f"{folder}/vbaProject.bin" in archive:
        found.append("it has macros, which were ignored")
    if reader.hidden:
        found.append(f"{reader.hidden:,} characters of it are hidden text, which is not printed and was left out")
    if reader.embedded:
        found.append(f"{reader.embedded:,} other documents are embedded in it and were not read")
    return [Problem(what=what, file=archive.name) for what in found]


def _lines(parts: _Parts, *, new: bool) -> tuple[SourceLine, ...]:
    reading = Reading(parts.lists, parts.notes, new=new)
    for head in parts.heads:
        reading.furniture(head, "header")
    reading.body(parts.body)
    for foot in parts.feet:
        reading.furniture(foot, "footer")
    return tuple(reading.lines)
