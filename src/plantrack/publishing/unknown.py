"""What is not known, with its bounds."""

from plantrack.differences.papers import Compared
from plantrack.publishing.markup import arrowed
from plantrack.publishing.summary import unidentified_words
from plantrack.reporting.entries import Entries
from plantrack.reporting.footnotes import Footnotes
from plantrack.reporting.layout import count_of, number_ranges
from plantrack.reporting.markup import escaped
from plantrack.reporting.names import provision_label, witness_name
from plantrack.reporting.silence import said_of
from plantrack.reporting.tied import tied_sentences


def unknown_of(compared: Compared, entries: Entries, notes: Footnotes, *, counts: bool = True) -> tuple[str, ...]:
    """A line each, on what one of the papers is not known to say.

    Args:
        compared: The papers.
        entries: What is told of them.
        notes: The footnotes of the report.
        counts: Whether to say which points are behind the bounds that the number of points sets.
    """
    bounds = _bounds(compared) if counts else []
    return (
        *_of_points(compared, entries, notes), *map(escaped, tied_sentences(compared, entries)), *bounds,
        *_of_parts(compared, entries), *map(escaped, compared.diff.notes),
    )  # fmt: skip


def _of_points(compared: Compared, entries: Entries, notes: Footnotes) -> list[str]:
    silence, lines = entries.silence, []
    if silence.numbers:
        lines.append(f"Mentioned on no page of this corpus: {_ranges(silence.numbers)}.")
    elif silence.unmentioned:
        named = "; ".join(escaped(provision_label(provision)) for provision in silence.unmentioned)
        lines.append(f"Mentioned on no page of this corpus: {named}.")
    if silence.by_topic:
        lines.append(f"Mentioned by topic only: {_ranges(silence.by_topic)}.")
    corpus = compared.new.corpus
    for gap in silence.spoken_of:
        evidence = said_of(compared.new.version.provisions[gap.id])
        said = "; ".join(
            f"{escaped(witness_name(corpus.actors, source, passage))}: {escaped(passage.says or '')}"
            f"{notes.mark(corpus, [item])}"
            for item, (source, passage) in zip(evidence, corpus.passages(evidence), strict=True)
        )
        lines.append(f"Spoken of, with no term reported: {escaped(gap.number or gap.id)}. {said}")
    return lines


def _bounds(compared: Compared) -> list[str]:
    bounds = compared.diff.bounds
    if bounds is None or not bounds.gone_at_least:
        return []
    gone, contested = (_ranges(one) or "none" for one in (bounds.identified, bounds.contested))
    points = count_of(bounds.gone_at_least, "point")
    return [
        (
            f"Of the {points} at least that no longer stood: reported gone with nobody against {gone}; "
            f"gone by some reports or in part {contested}; {unidentified_words(bounds)}."
        )
    ]


def _of_parts(compared: Compared, entries: Entries) -> list[str]:
    lines = [f"Not reported of the new paper: {escaped(gap.name)}{_words(gap.words)}"
             for gap in entries.silence.parts_of_old]  # fmt: skip
    only = entries.silence.only_in_new
    if only and compared.diff.new.text_basis == "full_text":
        named = "; ".join(escaped(gap.name) for gap in only)
        return [
            *lines,
            f"In the new paper, and not known whether in the old one, of which no whole text was seen: {named}.",
        ]
    return lines + [
        f"Reported of the new paper, not known of the old one: {escaped(gap.name)}{_words(gap.words)}" for gap in only
    ]


def _words(words: str) -> str:
    return f" ({arrowed(words).rstrip('.')})." if words else "."


def _ranges(numbers: tuple[str, ...]) -> str:
    spaced = any(" " in one for one in numbers)
    return escaped("; ".join(numbers) if spaced else ", ".join(number_ranges(numbers).split()))
