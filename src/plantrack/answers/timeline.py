"""The answer to `timeline`: what happened, was written and was said, beside its date."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from plantrack.answers.as_of import with_as_of
from plantrack.answers.chronology_words import EntryWords, entry_words, limits_of, uncertainty_words
from plantrack.answers.dates import human_date
from plantrack.answers.forms import Form, Key
from plantrack.answers.tree import Answer, Item, Items, Paragraph, plain
from plantrack.catalogue import language, say
from plantrack.chronology import Chronology, DatedEntry
from plantrack.corpus import Corpus
from plantrack.model import Evidence, Provision, Source


def answer_timeline(
    chronology: Chronology, corpus: Corpus, points: Mapping[str, Provision], *, grounds: bool = True
) -> Answer:
    """Entries in order.

    Args:
        chronology: The entries.
        corpus: Where passages and actors are looked up.
        points: What the points of positions are called, by id.
        grounds: Say of each entry who says so.
    """
    items = tuple(_items(chronology, corpus, points, grounds=grounds))
    heads = tuple(say(f"items.{head}") for head in ("date", "kind", "what", "verdict", "who"))
    empty = say("timeline.nothing-dated" if chronology.since or chronology.until else "timeline.nothing")
    block = Items(items=items, heads=heads) if items else Paragraph(words=plain(empty), role="verdict")
    return with_as_of(Answer(title=say("timeline.title"), blocks=(block,), language=language()), corpus)


def _items(chronology: Chronology, corpus: Corpus, points: Mapping[str, Provision], *, grounds: bool) -> Iterator[Item]:
    for entry in chronology.entries:
        words = entry_words(entry, corpus, points)
        yield Item(
            margin=human_date(entry.date), kind=say(f"timeline.{entry.kind}"), name=plain(words.head),
            says=plain(words.body), who=tuple(map(plain, words.grounds)) if grounds else (),
        )  # fmt: skip


class _Said(NamedTuple):
    """Something with a date, or of which the date is not known."""

    entry: DatedEntry
    words: EntryWords

    @property
    def days(self) -> tuple[str | None, str | None]:
        """The first and the last day that the date may mean; null where that is open."""
        return limits_of(self.entry)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What it rests on."""
        return () if isinstance(self.entry.subject, Source) else self.entry.subject.evidence


class _Timeline(NamedTuple):
    """Events, papers and positions in order."""

    chronology: Chronology
    entries: tuple[_Said, ...]
    """By the first day that the date may mean; what has no date last."""


TIMELINE = Form(
    "timeline", _Timeline, "from=chronology.since to=chronology.until entries", holds=[Form(
        "entry", _Said, "kind=entry.kind id=entry.id date=entry.date",
        Key("first", str | None, lambda one: one.days[0], "A day, as 2025-11-20; null where it is open."),
        Key("last", str | None, lambda one: one.days[1], "A day, as 2025-11-20; null where it is open."),
        Key("uncertainty", str | None, lambda one: uncertainty_words(one.entry.date) or None, "Of the date."),
        "actors=entry.actors what=words.head says=words.body evidence",
        holds=[Form("cited", Evidence, "passage stance")],
    )],
)  # fmt: skip
"""What `timeline` gives as JSON."""


def timeline_as_data(chronology: Chronology, corpus: Corpus, points: Mapping[str, Provision]) -> dict[str, Any]:
    """A chronology as values by name, in a fixed order; arguments as for the answer."""
    entries = tuple(_Said(entry, entry_words(entry, corpus, points)) for entry in chronology.entries)
    return TIMELINE.answer(_Timeline(chronology, entries))
