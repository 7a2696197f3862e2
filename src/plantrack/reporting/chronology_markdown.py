"""A chronology as a Markdown table."""

from collections.abc import Mapping

from plantrack.chronology import Chronology
from plantrack.corpus import Corpus
from plantrack.model import Provision
from plantrack.reporting.chronology_words import KIND_WORDS, entry_words
from plantrack.reporting.dates import human_date
from plantrack.reporting.markup import escaped
from plantrack.reporting.witnessed import marks_in


def chronology_as_markdown(
    chronology: Chronology, corpus: Corpus, points: Mapping[str, Provision], *, grounds: bool = True
) -> str:
    """A row an entry: its date, what it is, what it says, who says so."""
    heads = ["Date", "Kind", "What", *(["Who says so"] if grounds else [])]
    lines = ["# Timeline", "", _row(heads), _row(["---"] * len(heads))]
    said = ""
    for entry in chronology.entries:
        words = entry_words(entry, corpus, points)
        told = "; ".join(words.grounds)
        what = f"**{escaped(words.head)}**" + (f" {escaped(words.body)}" if words.body else "")
        row = [escaped(human_date(entry.date)), KIND_WORDS[entry.kind], what]
        lines.append(_row([*row, escaped(told)] if grounds else row))
        said += told if grounds else ""
    lines += ["", *(f"- {escaped(meaning)}" for meaning in marks_in(said))]
    return "\n".join(lines).rstrip() + "\n"


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
