"""How much of other people's texts is quoted: little enough to be quotation and not a copy."""

from collections.abc import Collection, Iterator

from plantrack.anchoring import PreparedText, count_words
from plantrack.corpus.packing import stating
from plantrack.errors import Problem
from plantrack.model import Passage, Source
from plantrack.model.sources import QUOTED_WORDS
from plantrack.value import value

SOURCE_WORDS = 150
"""Quoted words of one source stay under this."""
SOURCE_SHARE = 0.15
"""And under this part of the source, unless they are few."""
FEW_WORDS = 25
"""So many words may be quoted of a source however short it is."""


@value
class Quotations:
    """The words quoted of one source; overlapping quotations count each."""

    source: str
    words: int
    share: float | None
    """Their part of the source, from 0 to 1: of its words if the text is at hand, else of its characters, if known."""


def quoted_words(source: Source, text: PreparedText | None) -> Quotations:
    """Adds up the words that the record of a source quotes."""
    quotes = [passage.quote.exact for passage in _quoted(source) if passage.quote]
    words = sum(map(count_words, quotes))
    share: float | None = None
    if text is not None:
        share = words / max(1, count_words(text.text))
    elif source.text is not None:
        share = sum(map(len, quotes)) / max(1, source.text.characters)
    return Quotations(source=source.id, words=words, share=share)


def _quoted(source: Source) -> Iterator[Passage]:
    """The passages whose words are kept."""
    with_words = stating(source.passages, "quote")
    return (source.passages[name] for name in source.passages if name in with_words)


def quotation_problems(source: Source, quoted: Quotations, resting: Collection[str] | None) -> Iterator[Problem]:
    """Yields what is quoted beyond measure.

    Args:
        source: The source.
        quoted: The sum of its quotations.
        resting: `source#passage` of all passages on which something rests; None if that is not to be checked.
    """
    for passage in _quoted(source):
        if passage.quote is None:
            continue
        path = f"{source.id}.passages.{passage.id}.quote"
        words = count_words(passage.quote.exact)
        if words > QUOTED_WORDS:
            yield Problem(
                what="too much is quoted", path=path, found=f"{words} words", expected=f"at most {QUOTED_WORDS}"
            )
        if resting is not None and f"{source.id}#{passage.id}" not in resting:
            yield Problem(what="nothing rests on this passage, so its words are not kept", path=path)
    if quoted.words >= SOURCE_WORDS:
        what = "too much of this source is quoted"
        yield Problem(what=what, path=source.id, found=f"{quoted.words} words", expected=f"under {SOURCE_WORDS}")
    if quoted.words > FEW_WORDS and quoted.share is not None and quoted.share >= SOURCE_SHARE:
        yield Problem(
            what="too large a part of this source is quoted; shorten a quote or leave it out: position and digest do",
            path=source.id,
            found=f"{quoted.words} words, {quoted.share:.1%}",
            expected=f"under {SOURCE_SHARE:.0%}, or at most {FEW_WORDS} words",
        )
