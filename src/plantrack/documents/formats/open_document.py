"""OpenDocument texts (.odt), as LibreOffice writes them.

odfpy is no longer kept; odfdo 3.27 gave a fifth of the words of a contract and no numbers of lists. So the XML is read
here, by the parser of the standard library.
"""

from typing import TYPE_CHECKING

from plantrack.documents.blocks import Decoded, SourceLine
from plantrack.documents.formats.archive import Archive
from plantrack.documents.formats.open_styles import Styles, q
from plantrack.documents.formats.open_text import NestedTooDeeplyError, TextReader
from plantrack.errors import Problem

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def decode(data: bytes, name: str) -> Decoded:
    """The text of an OpenDocument file, with all tracked changes made; the text before them is `earlier`.

    Args:
        data: The file.
        name: What problems call it.

    Raises:
        InputError: if it is locked, damaged, no text, or larger than any paper.
    """
    archive = Archive(data, name, "OpenDocument text")
    if "content.xml" not in archive:
        raise archive.refused("it is no OpenDocument text")
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise archive.refused("it is locked with a password", expected="a copy that was saved without one")
    content = archive.xml("content.xml")
    body = content.find(f"{q('office:body')}/{q('office:text')}")
    if body is None:
        raise archive.refused("it is an OpenDocument file, but no text")
    look = archive.xml("styles.xml") if "styles.xml" in archive else None
    styles = Styles([root for root in (look, content) if root is not None])
    deletions, insertions = _changes(body)
    try:
        lines = _lines(body, look, TextReader(styles, deletions, insertions, new=True))
        tracked = bool(deletions or insertions)
        before = TextReader(styles, deletions, insertions, new=False)
        earlier = _lines(body, look, before) if tracked else ()
    except (NestedTooDeeplyError, RecursionError):
        raise archive.refused("its elements are nested too deeply to be a paper") from None
    remarks = [Problem(what="it has tracked changes, and is read with all of them made", file=name)] if tracked else []
    if any(path in archive for path in ("Basic/script-lc.xml", "Scripts/")):
        remarks.append(Problem(what="it has macros, which were ignored", file=name))
    title, language = _said(archive)
    return Decoded(lines=lines, title=title, language=language, earlier=earlier, remarks=tuple(remarks))


def _lines(body: "Element", look: "Element | None", reader: TextReader) -> tuple[SourceLine, ...]:
    margins = {
        kind: []
        if look is None
        else [one for form in ("", "-left", "-first") for one in look.iter(q(f"style:{kind}{form}"))]
        for kind in ("header", "footer")
    }
    for head in margins["header"]:
        reader.furniture(head, "header")
    reader.blocks(body)
    reader.finish()
    for foot in margins["footer"]:
        reader.furniture(foot, "footer")
    return tuple(reader.lines)


def _changes(body: "Element") -> "tuple[dict[str, Element], frozenset[str]]":
    """Tracked changes: what was taken out, by id, and the ids of what was put in."""
    deletions: dict[str, Element] = {}
    insertions: set[str] = set()
    for region in body.iter(q("text:changed-region")):
        name = region.get(q("text:id")) or region.get("{http://www.w3.org/XML/1998/namespace}id") or ""
        deleted = region.find(q("text:deletion"))
        if deleted is not None:
            for said in deleted.findall(q("office:change-info")):
                deleted.remove(said)
            deletions[name] = deleted
        elif region.find(q("text:insertion")) is not None:
            insertions.add(name)
    return deletions, frozenset(insertions)


def _said(archive: Archive) -> tuple[str | None, str | None]:
    """Title and language, as the file states them."""
    if "meta.xml" not in archive:
        return None, None
    meta = archive.xml("meta.xml").find(q("office:meta"))
    if meta is None:
        return None, None
    title = " ".join((meta.findtext(q("dc:title")) or "").split())
    return title or None, meta.findtext(q("dc:language"))
