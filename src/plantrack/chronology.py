"""What happened when: events, papers, positions and publications in one order, as far as their dates are known."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from plantrack.corpus import Corpus
from plantrack.errors import UsageError, quoted
from plantrack.model import Source, Version
from plantrack.model.dates import EXPECTED, date_bounds
from plantrack.model.events import Event
from plantrack.model.fields import OneOf
from plantrack.model.positions import Position
from plantrack.value import evolve, value

ENTRY_KINDS = {
    "event": "a meeting, a call, talks, a statement",
    "version": "a paper",
    "position": "what an actor says it wants",
    "publication": "an article or a page",
}
"""What an entry may be, in the order in which those of one date stand."""


@value
class DatedEntry:
    """Something with a date, or of which the date is not known."""

    kind: Annotated[str, OneOf("entry", ENTRY_KINDS)]
    date: str | None
    """EDTF, as the corpus has it; None where it is not known."""
    subject: Event | Version | Position | Source
    actors: tuple[str, ...] = ()
    """Ids of those it is of: who took part, who is said to be party to the paper, whose position it is; and of whom
    those are, as a minister is of a state."""

    @property
    def id(self) -> str:
        """What the corpus calls it: `plan@version`, or the id of the event, position or source."""
        return self.subject.ref if isinstance(self.subject, Version) else self.subject.id


@value
class Chronology:
    """Entries in order, those without a date last."""

    entries: tuple[DatedEntry, ...]
    since: str | None = None
    until: str | None = None


def chronology_of(
    corpus: Corpus,
    since: str | None = None,
    until: str | None = None,
    *,
    actor: str | None = None,
    sources: bool = True,
) -> Chronology:
    """Everything dated in a corpus, by the first day that its date may mean, then by the last.

    Args:
        corpus: The corpus.
        since: A date (EDTF); what is surely over before its first day is left out.
        until: A date (EDTF); what surely comes after its last day is left out. With either of the two, what has no
            date is left out as well.
        actor: The id of an actor; only what names it, as who took part, as party or as whose position it is.
        sources: Whether publications of sources are entries.

    Raises:
        UsageError: if a limit is no date, or the first comes after the last.
        InputError: if a file cannot be read.
    """
    first, last = _limits(since, until)
    limited = since is not None or until is not None
    entries = [
        entry
        for entry in (_with_sides(one, corpus) for one in _entries(corpus, sources=sources))
        if (actor is None or actor in entry.actors) and _is_within(entry.date, first, last, limited=limited)
    ]
    return Chronology(entries=tuple(sorted(entries, key=_order)), since=since, until=until)


def _entries(corpus: Corpus, *, sources: bool) -> Iterator[DatedEntry]:
    for event in corpus.events():
        yield DatedEntry(kind="event", date=event.date, subject=event, actors=event.participants)
    for plan_id in corpus.plan_ids:
        for version in corpus.versions(plan_id):
            named = (*corpus.plan(plan_id).proposers, *(party.actor for party in version.parties))
            yield DatedEntry(kind="version", date=version.date, subject=version, actors=tuple(dict.fromkeys(named)))
    for file in corpus.positions():
        for position in file.positions.values():
            yield DatedEntry(kind="position", date=position.date, subject=position, actors=(file.actor,))
    for source_id in corpus.source_ids if sources else ():
        source = corpus.source(source_id)
        yield DatedEntry(kind="publication", date=source.issued, subject=source)


def _with_sides(entry: DatedEntry, corpus: Corpus) -> DatedEntry:
    sides = (side for one in entry.actors if one in corpus.actors for side in corpus.actors[one].of)
    return evolve(entry, actors=tuple(dict.fromkeys((*entry.actors, *sides))))


def _limits(since: str | None, until: str | None) -> tuple[date, date]:
    found = [date.min, date.max]
    for side, given in enumerate((since, until)):
        if given is not None:
            bounds = date_bounds(given)
            if bounds is None:
                raise UsageError("not a date", found=quoted(given), expected=EXPECTED)
            found[side] = bounds[side]
    if found[0] > found[1]:
        raise UsageError("a span that ends before it starts", found=f"{since} to {until}", expected="FROM before TO")
    return found[0], found[1]


def _is_within(dated: str | None, first: date, last: date, *, limited: bool) -> bool:
    bounds = date_bounds(dated or "")
    if bounds is None:
        return not limited
    return bounds[0] <= last and bounds[1] >= first


def _order(entry: DatedEntry) -> tuple[bool, date, date, bool, int, str]:
    """By the first day it may mean, then the last; an open beginning goes by its end, after what is of that day."""
    kind = [*ENTRY_KINDS].index(entry.kind)
    bounds = date_bounds(entry.date or "")
    if bounds is None:
        return True, date.max, date.max, False, kind, entry.id
    first, last = bounds
    return False, last if first == date.min else first, last, first == date.min, kind, entry.id
