"""Footnotes: for each statement the passages it rests on, and behind each quotation whose words it is."""

from collections.abc import Iterable

from plantrack.answers.dates import human_date
from plantrack.answers.names import witness_name
from plantrack.answers.tree import LINK, NOTE, Notes, Span, Words, plain
from plantrack.catalogue import named, say
from plantrack.corpus import Corpus
from plantrack.lineage import SPEAKERS
from plantrack.model import Evidence, Passage, Source
from plantrack.plain import one_line
from plantrack.vocabulary import REASONS, STANCES

_TELLING = ("contradiction", "partial", "verdict")
"""Reasons that say how the passage stands, too."""
_OF_QUOTATION = ("paraphrase", "translation", "machine_rewording")
"""Reasons that say whose words they are."""


class Footnotes:
    """Collects notes, numbered as they are first used, while an answer is made."""

    def __init__(self) -> None:
        self._notes: dict[Words, int] = {}

    def mark(self, corpus: Corpus, evidence: Iterable[Evidence]) -> Words:
        """The mark of a note on this evidence; no words where there is none."""
        cited = tuple(dict.fromkeys(_cited(corpus, item) for item in evidence))
        if not cited:
            return ()
        note = tuple(span for index, one in enumerate(cited) for span in (*plain("; " if index else ""), *one))
        number = self._notes.setdefault((*note, Span(text=".")), len(self._notes) + 1)
        return (Span(text=f"[{number}]", mark=NOTE),)

    def block(self) -> Notes:
        """What the notes say."""
        return Notes(notes=tuple(self._notes))


def witness_words(corpus: Corpus, source: Source, passage: Passage) -> str:
    """Who says so in one passage: the speaker, the outlet that had it first, and what of the point is named."""
    return witness_name(corpus.actors, source, passage)


def _cited(corpus: Corpus, item: Evidence) -> Words:
    source, passage = corpus.passage(item.passage)
    who = witness_words(corpus, source, passage)
    via = one_line(source.container_title or "")
    if via and via.casefold() not in who.casefold() and source.origin == "stated":
        who = say("note.via", who=who, outlet=via)
    place = f", \u00b6{passage.paragraph}" if passage.paragraph is not None else ""
    told = f"{who}, {human_date(passage.said or source.issued)}{place}{_quoted(item, passage)}"
    stance = f" ({_stance(item)})" if item.stance != "supports" else ""
    link = (Span(text=" "), Span(text=source.URL, mark=LINK)) if source.URL else ()
    return (Span(text=told + stance), *link)


def _stance(item: Evidence) -> str:
    """How a passage stands to what it is cited for, in words, with what somebody noted of it."""
    reason = named("reason", item.reason, REASONS[item.reason]) if item.reason in REASONS else ""
    words = "" if item.reason in _TELLING else named("bears", item.stance, STANCES[item.stance])
    return "; ".join(filter(None, [words, reason, one_line((item.note or "").rstrip("."))]))


def _quoted(item: Evidence, passage: Passage) -> str:
    """The words that are kept of a passage, whose they are, and what keeps them open."""
    if passage.quote is None:
        return ""
    kept = [say(f"whose.{_whose(item, passage)}")]
    if passage.hedge:
        kept.append(say("note.hedge", words=one_line(passage.hedge)))
    return say("note.quote", words=one_line(passage.quote.exact), whose="; ".join(kept))


def _whose(item: Evidence, passage: Passage) -> str:
    """Whose words a quotation is: of the speaker, of the page, of a translator, or reworded."""
    if item.reason in _OF_QUOTATION:
        return str(item.reason)
    if passage.fidelity in ("translated", "altered"):
        return passage.fidelity
    if passage.fidelity == "verbatim":
        return "paper" if passage.directness == "document_text" else "speaker"
    speaks = passage.chain[-1:] and passage.chain[-1].partition(":")[0] in SPEAKERS
    return "unknown" if speaks or passage.speaker else "page"
