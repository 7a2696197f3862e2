"""The answer to `timeline`: what happened, was written and was said, beside its date."""

from collections.abc import Iterator, Mapping

from plantrack.answers.as_of import with_as_of
from plantrack.answers.chronology_words import entry_words
from plantrack.answers.dates import human_date
from plantrack.answers.tree import Answer, Item, Items, Paragraph, plain
from plantrack.catalogue import language, say
from plantrack.chronology import Chronology
from plantrack.corpus import Corpus
from plantrack.model import Provision


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
