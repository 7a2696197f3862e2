"""What is new, as an Atom feed (RFC 4287): an entry a paper, with what it changed."""

from collections.abc import Iterator
from urllib.parse import quote
from xml.etree import ElementTree as ET  # written, never read

from plantrack.answers.dates import human_date
from plantrack.catalogue import say
from plantrack.model import Version
from plantrack.model.dates import date_bounds
from plantrack.plain import one_line
from plantrack.site.contents import Contents
from plantrack.site.steps import Step, Steps

FEED = "feed.xml"
_ATOM = "http://www.w3.org/2005/Atom"
_UNDATED = "1970-01-01T00:00:00Z"
"""Atom wants a moment; this one sorts what has no date last."""


def feed(contents: Contents, steps: Steps, title: str) -> bytes:
    """The feed: the newest first, addresses relative to it, since a site does not know where it will stand.

    An entry is `urn:plantrack:version:` and the name of the paper, whatever else changes. It is updated when the paper
    is, or when a source comes in on which it rests: by the days that the corpus has, so that the same corpus gives the
    same bytes.
    """
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    dated = sorted(((_updated(contents, step.version), ref) for ref, step in steps.by_ref.items()), reverse=True)
    _add(root, "id", f"urn:plantrack:feed:{quote(title, safe='')}")
    _add(root, "title", one_line(title))
    _add(root, "updated", dated[0][0] if dated else _UNDATED)
    _add(ET.SubElement(root, "author"), "name", one_line(title))
    ET.SubElement(root, "link", {"href": "index.html", "rel": "alternate", "type": "text/html"})
    for updated, ref in dated:
        entry = ET.SubElement(root, "entry")
        _add(entry, "id", f"urn:plantrack:version:{quote(ref, safe='@')}")
        _add(entry, "title", contents.titles[ref])
        _add(entry, "updated", updated)
        ET.SubElement(entry, "link", {"href": contents.links.version(ref), "rel": "alternate", "type": "text/html"})
        _add(entry, "summary", one_line(_said(contents, steps.by_ref[ref])))
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _said(contents: Contents, step: Step) -> str:
    told = step.news
    if step.against is not None:
        told = say("site.feed-against", paper=contents.titles[step.against.ref], news=step.news)
    return f"{human_date(step.version.date)}. {step.version.summary or ''} {told}"


def _updated(contents: Contents, version: Version) -> str:
    """The newest of the day of a paper and of those of the sources on it, as RFC 3339 wants it."""
    days = (date_bounds(date or "") for date in (version.date, *_issued(contents, version)))
    known = [bounds[0] for bounds in days if bounds is not None and bounds[0].year > 1]
    return f"{max(known).isoformat()}T00:00:00Z" if known else _UNDATED


def _issued(contents: Contents, version: Version) -> Iterator[str | None]:
    cited = [*version.evidence]
    for provision in version.provisions.values():
        cited += [*provision.evidence, *(item for claim in provision.claims for item in claim.evidence)]
    for source, _ in contents.corpus.passages(cited):
        yield source.issued
