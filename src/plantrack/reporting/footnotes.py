"""Footnotes: for each statement the passages it rests on, numbered as they are first used."""

from collections.abc import Iterable

from plantrack.corpus import Corpus
from plantrack.model import Evidence, Passage, Source
from plantrack.reporting.dates import human_date
from plantrack.reporting.markup import escaped
from plantrack.reporting.names import witness_name
from plantrack.vocabulary import REASONS, STANCES

_TELLING = ("contradiction", "partial", "verdict")
"""Reasons that say how the passage stands, too."""


class Footnotes:
    """Collects notes while a report is written."""

    def __init__(self) -> None:
        self._notes: dict[str, int] = {}

    def mark(self, corpus: Corpus, evidence: Iterable[Evidence]) -> str:
        """The mark of a note on this evidence, such as `[^3]`; empty where there is none."""
        items = list(evidence)
        if not items:
            return ""
        note = "; ".join(dict.fromkeys(_cited(corpus, item) for item in items)) + "."
        number = self._notes.setdefault(note, len(self._notes) + 1)
        return f"[^{number}]"

    @property
    def count(self) -> int:
        """How many notes there are."""
        return len(self._notes)

    def texts(self) -> list[str]:
        """The notes, the first first."""
        return list(self._notes)


def _cited(corpus: Corpus, item: Evidence) -> str:
    source, passage = corpus.passage(item.passage)
    who = escaped(witness_name(corpus.actors, source, passage))
    via = escaped(source.container_title or "")
    if via:
        publisher = f", in {via}" if via.casefold() not in who.casefold() and source.origin == "stated" else ""
    else:
        publisher = ""
    stance = f" ({_stance(item)})" if item.stance != "supports" else ""
    when = human_date(passage.said or source.issued)
    return f"{who}{publisher}, {when}{_place(passage)}{_quoted(passage)}{stance}{_link(source)}"


def _stance(item: Evidence) -> str:
    """How a passage stands to what it is cited for, in words, with what somebody noted of it."""
    reason = REASONS.get(item.reason or "", "")
    words = STANCES[item.stance] if item.reason not in _TELLING else ""
    return "; ".join(filter(None, [words, reason, escaped((item.note or "").rstrip("."))]))


def _place(passage: Passage) -> str:
    return f", \u00b6{passage.paragraph}" if passage.paragraph is not None else ""


def _quoted(passage: Passage) -> str:
    if passage.quote is None:
        return ""
    altered = " (words altered by the page)" if passage.fidelity == "altered" else ""
    return f': "{escaped(passage.quote.exact)}"{altered}'


def _destination(url: str) -> str:
    """An address that ends where it ends: no sign in it closes a link or a cell of a table."""
    from urllib.parse import quote

    return quote(url, safe="/:?#@!$&'*+,;=%-._~[]")


def _link(source: Source) -> str:
    if source.URL:
        return f" [page]({_destination(source.URL)})"
    return ""
