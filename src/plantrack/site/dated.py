"""Everything dated in order: as a picture, and as a list by months."""

from collections.abc import Mapping
from typing import Any

from plantrack.answers.dates import human_date
from plantrack.catalogue import say
from plantrack.chronology import ENTRY_KINDS, DatedEntry
from plantrack.model import Source, Version
from plantrack.model.dates import date_bounds
from plantrack.model.events import Event
from plantrack.model.positions import Position
from plantrack.plain import first_up
from plantrack.site.contents import Contents
from plantrack.site.svg_family import NARROW, WIDE
from plantrack.site.svg_timeline import timeline_picture
from plantrack.value import value


@value
class Dated:
    """An entry of the list."""

    entry: DatedEntry
    date: str
    kind: str
    title: str
    said: str
    address: str | None


@value
class Month:
    """The entries that begin in one month, or of which no date is known."""

    title: str
    entries: tuple[Dated, ...]


def timeline_page(contents: Contents) -> Mapping[str, Any]:
    """What the timeline shows."""
    entries = [_dated(contents, entry) for entry in contents.dated]
    shown = {one.entry.kind for one in entries}
    titled = [(one.entry, f"{one.date}: {one.title}") for one in entries]
    pictures = [(size, timeline_picture(titled, width)) for size, width in (("wide", WIDE), ("narrow", NARROW))]
    return {
        "pictures": [(size, picture) for size, picture in pictures if picture is not None],
        "months": _months(entries),
        "kinds": {kind: say(f"row.{kind}") for kind in ENTRY_KINDS if kind in shown},
        "kind_names": [say(f"row.{kind}").lower() for kind in ENTRY_KINDS if kind in shown],
    }


def _months(entries: list[Dated]) -> tuple[Month, ...]:
    found: dict[str, list[Dated]] = {}
    for one in entries:
        found.setdefault(_month(one.entry.date), []).append(one)
    return tuple(Month(title=title, entries=tuple(held)) for title, held in found.items())


def _month(dated: str | None) -> str:
    bounds = date_bounds(dated or "")
    if bounds is None:
        return first_up(say("date.undated"))
    first = bounds[0] if bounds[0].year > 1 else bounds[1]
    return human_date(f"{first.year:04}-{first.month:02}")


def _dated(contents: Contents, entry: DatedEntry) -> Dated:
    words = contents.words_of(entry)
    return Dated(
        entry=entry, date=human_date(entry.date), kind=first_up(say(f"timeline.{entry.kind}")),
        title=first_up(words.head), said=words.body, address=_address(contents, entry),
    )  # fmt: skip


def _address(contents: Contents, entry: DatedEntry) -> str | None:
    subject, links = entry.subject, contents.links
    match subject:
        case Version():
            return links.version(subject.ref)
        case Position():
            return links.position(entry.actors[0], subject.id)
        case Event():
            return next((links.version(ref) for ref in subject.versions if ref in contents.papers), None)
        case Source():
            return links.source(subject.id)
