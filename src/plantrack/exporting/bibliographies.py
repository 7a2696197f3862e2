"""Sources as CSL-JSON (the schema of the Citation Style Language, 1.0.2) and as BibTeX."""

import re
from typing import Any

from plantrack.corpus import Corpus
from plantrack.corpus.knowledge import newest_page
from plantrack.exporting.one_by_one import each_source
from plantrack.model import Author, Source
from plantrack.model.dates import POINT
from plantrack.vocabulary import SOURCE_STATUSES
from plantrack.writing.documents import plain

_BIBTEX_TYPES = {"article-newspaper": "article", "article-magazine": "article", "article-journal": "article"}
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_INFERRED = "The outlet is inferred from style; the page does not name it."


def csl_items(corpus: Corpus) -> list[dict[str, Any]]:
    """Every source as an item of CSL-JSON. Raises InputError."""
    return [_item(source) for source in each_source(corpus)]


def _item(source: Source) -> dict[str, Any]:
    item: dict[str, Any] = {"id": source.id, "type": source.type, "title": source.title}
    if source.author:
        item["author"] = [plain(author) for author in source.author]
    if source.container_title:
        item["container-title"] = source.container_title
    if source.issued:
        item["issued"] = _csl_date(source.issued)
    if source.URL:
        item["URL"] = source.URL
    if source.archive:
        item["archive_location"] = source.archive
    if source.seen:
        item["accessed"] = _csl_date(source.seen)
    item["language"] = source.language
    note = _note(source)
    return item | ({"note": note} if note else {})


def _csl_date(edtf: str) -> dict[str, Any]:
    """Parts of a date or of an interval; what CSL has no parts for stands as EDTF."""
    ends = edtf.split("/")
    points = [POINT.fullmatch(end) for end in ends]
    if not all(points) or any("X" in end for end in ends):
        return {"literal": edtf}
    parts = [[int(part) for part in point.groups() if part is not None] for point in points if point]
    return {"date-parts": parts, **({"circa": True} if any(end[-1] in "?~%" for end in ends) else {})}


def _note(source: Source) -> str:
    status = f"The source {SOURCE_STATUSES[source.status]}." if source.status != "live" else ""
    return " ".join(filter(None, [status, _INFERRED if source.origin == "inferred" else ""]))


def bibtex_entries(corpus: Corpus) -> str:
    """Every source as a BibTeX entry under its id; `date` and `urldate` are EDTF, as BibLaTeX reads them.

    A comment above the entries says up to which day the corpus knows.
    """
    head = f"@comment{{As of {newest_page(corpus) or 'no known day'}, the day of the newest page in this corpus.}}\n"
    return "\n".join((head, *map(_entry, each_source(corpus))))


def _entry(source: Source) -> str:
    kind = _BIBTEX_TYPES.get(source.type, "misc")
    first = POINT.fullmatch((source.issued or "").partition("/")[0])
    year, month = (first[1], first[2] or "") if first else ("", "")
    fields = {
        "author": " and ".join(_name(author) for author in source.author),
        "title": "{" + _escaped(source.title) + "}",
        "journal" if kind == "article" else "howpublished": _escaped(source.container_title or ""),
        "date": source.issued or "",
        "year": year if "X" not in year else "",
        "month": month.lstrip("0") if month != "XX" else "",
        "url": _plain_url(source.URL or ""),
        "urldate": source.seen or "",
        "archive": _plain_url(source.archive or ""),
        "langid": source.language,
        "note": _escaped(_note(source)),
    }
    lines = "".join(f"  {name} = {{{text}}},\n" for name, text in fields.items() if text)
    return f"@{kind}{{{source.id},\n{lines}}}\n"


def _name(author: Author) -> str:
    if author.literal is not None:
        return "{" + _escaped(author.literal) + "}"
    return _escaped(", ".join(filter(None, [author.family, author.given])))


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(character, character) for character in " ".join(text.split()))


def _plain_url(url: str) -> str:
    """An address as it stands, but for braces, which would end the field."""
    return re.sub(r"[{}\\]", lambda found: f"%{ord(found[0]):02X}", url)
