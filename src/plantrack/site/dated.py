"""Everything dated in order: as a picture, and as a list by months."""

from collections.abc import Mapping
from typing import Any

from plantrack.chronology import DatedEntry, chronology_of
from plantrack.model import Source, Version
from plantrack.model.dates import date_bounds
from plantrack.model.events import Event
from plantrack.model.positions import Position
from plantrack.plain import one_line
from plantrack.reporting.dates import human_date
from plantrack.reporting.names import actor_name, actor_names
from plantrack.reporting.positions_words import point_words, stance_words
from plantrack.site.contents import Contents
from plantrack.site.links import position_anchor
from plantrack.site.svg_family import NARROW, WIDE
from plantrack.site.svg_timeline import ROW_NAMES, timeline_picture
from plantrack.stances import Stance
from plantrack.value import value

KIND_WORDS = {"event": "Event", "version": "Paper", "position": "Position", "publication": "Article or page"}
"""What one entry is called; `ROW_NAMES` has the words for several."""


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
    entries = [_dated(contents, entry) for entry in chronology_of(contents.corpus).entries]
    shown = {one.entry.kind for one in entries}
    titled = [(one.entry, f"{one.date}: {one.title}") for one in entries]
    pictures = [(size, timeline_picture(titled, width)) for size, width in (("wide", WIDE), ("narrow", NARROW))]
    return {
        "pictures": [(size, picture) for size, picture in pictures if picture is not None],
        "months": _months(entries),
        "kinds": {kind: name for kind, name in ROW_NAMES.items() if kind in shown},
        "kind_names": [name for kind in ROW_NAMES if kind in shown for name in ROW_NAMES[kind].lower().split(" and ")],
    }


def _months(entries: list[Dated]) -> tuple[Month, ...]:
    found: dict[str, list[Dated]] = {}
    for one in entries:
        found.setdefault(_month(one.entry.date), []).append(one)
    return tuple(Month(title=title, entries=tuple(held)) for title, held in found.items())


def _month(dated: str | None) -> str:
    bounds = date_bounds(dated or "")
    if bounds is None:
        return "Undated"
    first = bounds[0] if bounds[0].year > 1 else bounds[1]
    return human_date(f"{first.year:04}-{first.month:02}")


def _dated(contents: Contents, entry: DatedEntry) -> Dated:
    title, said, address = _words(contents, entry)
    return Dated(
        entry=entry, date=human_date(entry.date), kind=KIND_WORDS[entry.kind], title=one_line(title),
        said=one_line(said), address=address,
    )  # fmt: skip


def _words(contents: Contents, entry: DatedEntry) -> tuple[str, str, str | None]:
    subject, links, actors = entry.subject, contents.links, contents.corpus.actors
    match subject:
        case Version():
            return subject.title, subject.summary or "", links.version(subject.ref)
        case Position():
            actor = entry.actors[0]  # whose it is; after it, of whom that one is
            words = stance_words(Stance(actor=actor, position=subject))
            point = contents.labels.get(subject.provision) or point_words(subject, {})
            address = f"{links.actor(actor)}#{position_anchor(subject.id)}" if links.actor(actor) else None
            return f"{actor_name(actors, actor)} {words}: {point}", subject.summary, address
        case Event():
            with_whom = actor_names(actors, subject.participants)
            said = (subject.place or "", f"with {with_whom}" if with_whom else "")
            announced = "Announced: " if subject.outlook == "expected" else ""
            address = next((links.version(ref) for ref in subject.versions if ref in contents.papers), None)
            return announced + subject.title, "; ".join(filter(None, said)), address
        case Source():
            return subject.title, subject.container_title or "", links.source(subject.id)
