"""Everything that is counted, timed or numbered in a text, each token in at most one fact."""

from collections.abc import Sequence

from plantrack.facts.fact import Fact
from plantrack.facts.figures import read_figures, read_rest
from plantrack.facts.references import read_references
from plantrack.facts.times import read_times
from plantrack.facts.vague_amounts import read_vague_amounts
from plantrack.language.digits import NumberStyle
from plantrack.language.numbers import numbered
from plantrack.language.tokens import Token

_READERS = (read_references, read_times, read_figures, read_vague_amounts, read_rest)


def find_measures(tokens: Sequence[Token], style: NumberStyle | None = None) -> list[Fact]:
    """Figures, times and references in order, none over another. Linear in the length of the text.

    Each token that is a number or a label lies in exactly one of them. References are read before times, times before
    figures, where words could be two; what is left names.

    Args:
        tokens: A text, or a part of one.
        style: What the whole text shows of points and commas in numbers; by these tokens where it is left out.

    >>> from plantrack.language.tokens import tokens_of
    >>> [fact.kind for fact in find_measures(tokens_of("Under Article 5, 200 men leave within 30 days."))]
    ['reference', 'figure', 'deadline']
    """
    text = numbered(tokens, style)
    taken = bytearray(len(tokens))
    found = [fact for read in _READERS for fact in read(text, taken)]
    return sorted(found, key=lambda fact: fact.first)
