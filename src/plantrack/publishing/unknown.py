"""What is not known, with its bounds."""

from plantrack.comparison.papers import Compared
from plantrack.publishing.markup import arrowed
from plantrack.reporting.entries import Entries
from plantrack.reporting.footnotes import Footnotes
from plantrack.reporting.layout import number_ranges
from plantrack.reporting.markup import escaped
from plantrack.reporting.names import provision_label, witness_name
from plantrack.vocabulary import LINK_KINDS


def unknown_of(compared: Compared, entries: Entries, notes: Footnotes) -> tuple[str, ...]:
    """A line each, on what one of the papers is not known to say."""
    return (*_of_points(compared, entries, notes), *_of_parts(entries), *map(escaped, compared.diff.notes))


def _of_points(compared: Compared, entries: Entries, notes: Footnotes) -> list[str]:
    silence, lines = entries.silence, []
    if silence.numbers:
        lines.append(f"Not mentioned by any report: {_ranges(silence.numbers)}.")
    elif silence.unmentioned:
        named = "; ".join(escaped(provision_label(provision)) for provision in silence.unmentioned)
        lines.append(f"Not mentioned by any report: {named}.")
    if silence.by_topic:
        lines.append(f"Only by topic: {_ranges(silence.by_topic)}.")
    corpus = compared.new.corpus
    for gap in silence.spoken_of:
        evidence = compared.new.version.provisions[gap.id].evidence
        said = "; ".join(
            f"{escaped(witness_name(corpus.actors, source, passage))}: {escaped(passage.says or '')}"
            f"{notes.mark(corpus, [item])}"
            for item, (source, passage) in zip(evidence, corpus.passages(evidence), strict=True)
        )
        lines.append(f"{escaped(gap.number or gap.id)} was spoken of, and no term reported. {said}")
    lines += [f"{escaped(number)} {LINK_KINDS[kind]}: {escaped(to)}, of which change was reported."
              for number, kind, to in silence.hanging]  # fmt: skip
    bounds = compared.diff.bounds
    if bounds is not None and bounds.gone_at_least:
        least, most = bounds.unidentified
        unnamed = f"{least} to {most}" if least != most else str(least)
        gone, contested = (_ranges(one) or "none" for one in (bounds.identified, bounds.contested))
        lines.append(
            f"By the number of points alone, at least {bounds.gone_at_least} no longer stood on their own. Known gone: "
            f"{gone}. Contested or in part: {contested}. Not named by anybody: {unnamed}."
        )
    return lines


def _of_parts(entries: Entries) -> list[str]:
    lines = [f"Not reported of the new paper: {escaped(gap.name)}{_words(gap.words)}"
             for gap in entries.silence.parts_of_old]  # fmt: skip
    return lines + [
        f"Reported of the new paper, not known of the old one: {escaped(gap.name)}{_words(gap.words)}"
        for gap in entries.silence.only_in_new
    ]


def _words(words: str) -> str:
    return f" ({arrowed(words).rstrip('.')})." if words else "."


def _ranges(numbers: tuple[str, ...]) -> str:
    spaced = any(" " in one for one in numbers)
    return escaped("; ".join(numbers) if spaced else ", ".join(number_ranges(numbers).split()))
