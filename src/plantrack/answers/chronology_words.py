"""What the entries of a chronology say, in words: the same in text, Markdown, CSV, JSON and on pages."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from plantrack.answers.grounds import grounds_of
from plantrack.answers.header import known_words
from plantrack.answers.names import actor_names
from plantrack.answers.positions_words import point_words, stance_words
from plantrack.catalogue import say
from plantrack.chronology import DatedEntry
from plantrack.corpus import Corpus
from plantrack.model import Provision, Source, Version
from plantrack.model.dates import date_bounds
from plantrack.model.events import Event
from plantrack.model.positions import Position
from plantrack.plain import one_line
from plantrack.value import value


@value
class EntryWords:
    """One entry in words."""

    head: str
    """What it is, in a few words."""
    body: str
    """What there is to say of it."""
    grounds: tuple[str, ...] = ()
    """Who bears it out, and who says otherwise."""


def entry_words(
    entry: DatedEntry,
    corpus: Corpus,
    points: Mapping[str, Provision],
    papers: Mapping[str, str] = MappingProxyType({}),
) -> EntryWords:
    """An entry in words.

    Args:
        entry: The entry.
        corpus: Where actors are looked up.
        points: What the points of positions are called, by id.
        papers: What versions are called, by reference, for those who do not know them by their references.
    """
    subject = entry.subject
    if isinstance(subject, Event):
        return _event(subject, corpus, papers)
    if isinstance(subject, Version):
        return _version(subject, corpus, papers)
    if isinstance(subject, Position):
        return _position(entry, subject, corpus, points)
    return _publication(subject)


def _event(event: Event, corpus: Corpus, papers: Mapping[str, str]) -> EntryWords:
    place = f"{one_line(event.place)}: " if event.place else ""
    what = f"{place}{one_line(event.title)}"
    who = actor_names(corpus.actors, event.participants)
    out_of_it = ", ".join(papers.get(ref, ref) for ref in event.versions)
    parts = [say("event.with", who=who) if who else "", say("event.from-it", papers=out_of_it) if out_of_it else ""]
    return EntryWords(
        head=say("event.announced", what=what) if event.outlook == "expected" else what,
        body="; ".join(filter(None, parts)),
        grounds=_grounds(event, corpus),
    )


def _version(version: Version, corpus: Corpus, papers: Mapping[str, str]) -> EntryWords:
    origins = [
        say(f"show.{descent.relation}", version=papers.get(descent.version, descent.version))
        for descent in version.derived_from
    ]
    return EntryWords(
        head=papers.get(version.ref) or f"{version.ref}  {one_line(version.title)}",
        body="; ".join([known_words(version), *origins]),
        grounds=_grounds(version, corpus),
    )


def _position(entry: DatedEntry, position: Position, corpus: Corpus, points: Mapping[str, Provision]) -> EntryWords:
    stance = stance_words(position)
    who = actor_names(corpus.actors, entry.actors[:1])
    said = f" ({say('position.by-others')})" if position.voice == "ascribed" else ""
    point = point_words(position, points)
    return EntryWords(
        head=f"{say('position.on', who=who, point=point)} ({stance}){said}",
        body=one_line(position.summary),
        grounds=tuple(grounds_of(position.evidence, corpus)),
    )


def _grounds(subject: Event | Version, corpus: Corpus) -> tuple[str, ...]:
    return tuple(grounds_of(subject.evidence, corpus, of_point=False))


def _publication(source: Source) -> EntryWords:
    outlet = one_line(source.container_title or say("source.no-outlet"))
    guessed = f" ({say('source.inferred')})" if source.container_title and source.origin == "inferred" else ""
    standing = f"; {say(f'source.{source.status}-since')}" if source.status != "live" else ""
    return EntryWords(head=one_line(source.title), body=f"{outlet}{guessed}{standing}")


def uncertainty_words(edtf: str | None) -> str:
    """What is not certain of a date: `approximate`, `within these days`; empty where it is one day and certain."""
    bounds = date_bounds(edtf or "")
    if bounds is None or edtf is None:
        return "not known"
    marks = {"?": "uncertain", "~": "approximate", "%": "uncertain and approximate"}
    words = [marks[edtf[-1]]] if edtf[-1] in marks else []
    if bounds[0] == date.min:
        words.append("on that day or before")
    elif bounds[1] == date.max:
        words.append("on that day or after")
    elif bounds[0] != bounds[1]:
        words.append("some day or days of these")
    return ", ".join(words)


def limits_of(entry: DatedEntry) -> tuple[str | None, str | None]:
    """The first and the last day that a date may mean; None where that is open, or nothing is known."""
    bounds = date_bounds(entry.date or "")
    if bounds is None:
        return None, None
    first, last = bounds
    return first.isoformat() if first > first.min else None, last.isoformat() if last < last.max else None
