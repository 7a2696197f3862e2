"""The second Python that reads a PDF: bytes from standard input, lines as JSON to standard output."""

import sys
from typing import Any

from plantrack.documents.blocks import Decoded, SourceLine
from plantrack.documents.formats.bounded import answer, limit, refusal
from plantrack.documents.formats.libraries import library
from plantrack.documents.formats.pdf_layout import lines_of, turned_of
from plantrack.documents.formats.pdf_margins import body_size, placed
from plantrack.documents.formats.pdf_paragraphs import source_lines
from plantrack.documents.formats.pdf_words import FEW_WORDS, Page, PageReader
from plantrack.errors import Problem

MOST_PAGES = 3_000
MOST_WORDS = 2_000_000
_UNREADABLE = 0.2
"""Part of the letters that a font does not explain, from which on the text is none."""

_STAMP_WORDS = 20
"""Words that are turned, up to which they are a stamp or a note in the margin, and no text."""


def read(data: bytes, name: str) -> str:
    """What to answer for a file: its lines, or why there are none."""
    pypdfium2, raw = library("pypdfium2", "PDF files"), library("pypdfium2.raw", "PDF files")
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            return refusal("it is locked with a password", "a copy without one")
        return refusal("it is no whole PDF; it may have been cut short on its way")
    if count > MOST_PAGES:
        return refusal(f"it has {count:,} pages", f"at most {MOST_PAGES:,} pages")
    reader = PageReader(document, raw)
    pages: list[Page] = []
    words = 0
    for index in range(count):
        try:
            pages.append(reader.page(index))
        except pypdfium2.PdfiumError:
            pages.append(Page(index + 1, 0, 0, [], 0, pictures=False))
        words += len(pages[-1].words)
        if words > MOST_WORDS:
            return refusal("it has too many words for a paper", f"at most {MOST_WORDS:,}")
    refused = _without_text(pages)
    return refused or answer(_decoded(pages, document, raw, name))


def _without_text(pages: list[Page]) -> str | None:
    """Why there is no text to read, if there is none."""
    words = sum(len(page.words) for page in pages)
    bare = [page for page in pages if len(page.words) <= FEW_WORDS]
    if words == 0 or (len(bare) == len(pages) and any(page.pictures for page in pages)):
        pictured = any(page.pictures for page in pages)
        what = "it is a scan: pictures of pages, without text" if pictured else "it has no text"
        return refusal(what, "a copy with text; a program for text recognition, such as OCRmyPDF, makes one")
    letters = sum(len(word.text) for page in pages for word in page.words)
    if sum(page.unreadable for page in pages) > _UNREADABLE * letters:
        return refusal(
            "its fonts do not say which letters they show, so it has no text that can be copied",
            "another copy; a program for text recognition, such as OCRmyPDF with --force-ocr, makes one",
        )
    return None


def _decoded(pages: list[Page], document: Any, raw: Any, name: str) -> Decoded:
    lines = [lines_of(page) for page in pages]
    found = source_lines(placed(lines), body_size(lines))
    turned = [
        SourceLine(text=text, page=page.number, style="header" if len(text.split()) <= _STAMP_WORDS else None)
        for page in pages
        if (text := turned_of(page))
    ]
    metadata = document.get_metadata_dict()
    return Decoded(
        lines=tuple(sorted((*found, *turned), key=lambda line: line.page or 0)),
        title=" ".join(metadata.get("Title", "").split()) or None,
        language=_language(document, raw),
        paged=True,
        remarks=tuple(Problem(what=what, file=name) for what in (*_remarks(pages, document, raw), *_turned(turned))),
    )


def _turned(lines: list[SourceLine]) -> list[str]:
    """Pages of which much is turned on its side."""
    pages = [str(line.page) for line in lines if line.style is None]
    shown = ", ".join(pages[:10]) + (" and others" if len(pages) > 10 else "")
    return [f"text on these pages is turned on its side, and was read without its columns: {shown}"] if pages else []


def _language(document: Any, raw: Any) -> str | None:
    import ctypes

    if not hasattr(raw, "FPDFCatalog_GetLanguage"):  # before the middle of 2025
        return None
    size = raw.FPDFCatalog_GetLanguage(document.raw, None, 0)
    if not 2 < size < 200:
        return None
    held = ctypes.create_string_buffer(size)
    raw.FPDFCatalog_GetLanguage(document.raw, ctypes.cast(held, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return held.raw.decode("utf-16-le", "replace").rstrip("\0") or None


def _remarks(pages: list[Page], document: Any, raw: Any) -> list[str]:
    """What was left out."""
    found = []
    pictured = [str(page.number) for page in pages if page.pictures]
    if pictured:
        shown = ", ".join(pictured[:10]) + (" and others" if len(pictured) > 10 else "")
        found.append(f"these pages are pictures without text, and were not read: {shown}")
    if raw.FPDFDoc_GetJavaScriptActionCount(document.raw) > 0:
        found.append("it has scripts, which were ignored")
    if raw.FPDFDoc_GetAttachmentCount(document.raw) > 0:
        found.append("other files are attached to it, and were not read")
    if document.get_formtype() != raw.FORMTYPE_NONE:
        found.append("it has a form; what was filled in was not read")
    return found


if __name__ == "__main__":
    limit(int(sys.argv[1]))
    sys.stdout.write(read(sys.stdin.buffer.read(), ""))
