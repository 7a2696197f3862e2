"""A text made ready once, so that many passages are found in it fast."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import accumulate
from operator import add

from plantrack.anchoring.folding import Folding, fold, fold_with_positions, normalise_text
from plantrack.model import Span

MARKS = "\"'()[]{}<>.,;:!?-…*|_/\\"
_WORTH_AN_INDEX = 200_000
"""From so many characters on, looking words up in an index beats reading the whole text for each passage."""
_SEAM = re.compile(r"(?<=[^\W_])(?=[\W_])|(?<=[\W_])(?=[^\W_])|(?<=[\W_])(?=[\W_])|(?<=[a-z])(?=[A-Z])")


def word_key(token: str) -> str:
    """Returns what a word is looked up by: small letters, no marks at its ends. Signs of money and shares stay."""
    return token.strip(MARKS).lower()


class PreparedText:
    """A normalised text with an index of its words. What is not asked for is not computed.

    Attributes:
        text: The normalised text, in which all positions count.
    """

    def __init__(self, text: str) -> None:
        self.text = normalise_text(text)

    @cached_property
    def folding(self) -> Folding:
        """The text as it is searched."""
        return fold_with_positions(self.text)

    @cached_property
    def tokens(self) -> list[str]:
        """The folded text, split at its spaces."""
        return self.folding.text.split(" ")

    @cached_property
    def starts(self) -> list[int]:
        """Where each token starts in the folded text."""
        letters_before = accumulate(map(len, self.tokens), initial=0)
        return list(map(add, letters_before, range(len(self.tokens))))

    @cached_property
    def keys(self) -> list[str]:
        """The key of each token; empty for mere marks."""
        return [token.strip(MARKS) for token in self.folding.text.lower().split(" ")]

    @cached_property
    def index(self) -> Mapping[str, list[int]]:
        """For each key the tokens that have it, in the text's order."""
        index: defaultdict[str, list[int]] = defaultdict(list)
        for number, key in enumerate(self.keys):
            index[key].append(number)
        return dict(index)

    @cached_property
    def seams(self) -> list[tuple[int, ...]]:
        """For each token where a passage may begin or end: at its ends, next to a mark, where words are glued."""
        return [
            (0, len(token))
            if token.isalpha() and (token.islower() or token.istitle())
            else (0, *(seam.start() for seam in _SEAM.finditer(token)), len(token))
            for token in self.tokens
        ]

    @cached_property
    def _lines(self) -> tuple[list[int], list[int]]:
        """Where each line starts, and the number of the last paragraph up to it."""
        starts, numbers = [], []
        start = number = 0
        for line in self.text.split("\n"):
            number += bool(line.strip())
            starts.append(start)
            numbers.append(number)
            start += len(line) + 1
        return starts, numbers

    def paragraph_at(self, position: int) -> int:
        """Returns the number of the paragraph at a position: the lines that are not blank, counted from 1.

        On a blank line it is the paragraph before; 0 if there is none.
        """
        starts, numbers = self._lines
        return numbers[bisect_right(starts, position) - 1]

    def paragraph_text(self, position: int) -> str:
        """Returns the line at a position in plain form."""
        starts, _ = self._lines
        line = bisect_right(starts, position)
        return fold(self.text[starts[line - 1] : starts[line] if line < len(starts) else None]).strip()

    def occurrences(self, folded: str) -> Iterator[int]:
        """Yields each place in the folded text where the folded words stand, also inside longer words."""
        haystack = self.folding.text
        if len(haystack) > _WORTH_AN_INDEX and (inner := _inner_keys(folded)):
            offset, key = min(inner, key=lambda pair: len(self.index.get(pair[1], ())))
            for place in self.index.get(key, ()):
                start = self.starts[place] - offset
                if start >= 0 and haystack.startswith(folded, start):
                    yield start
        elif folded:
            start = haystack.find(folded)
            while start >= 0:
                yield start
                start = haystack.find(folded, start + 1)

    def span(self, start: int, end: int) -> Span:
        """Returns the span in the normalised text that a span of the folded text came from."""
        first, last = self.folding.original_span(start, end)
        return Span(start=first, end=last)


def _inner_keys(folded: str) -> list[tuple[int, str]]:
    """The keys of the words that have others on both sides, each with how far from the start it stands."""
    tokens = folded.split(" ")
    starts = accumulate((len(token) + 1 for token in tokens), initial=0)
    keyed = [(start, word_key(token)) for start, token in zip(starts, tokens, strict=False)]
    return [(start, key) for start, key in keyed[1:-1] if key]


def as_prepared(text: str | PreparedText) -> PreparedText:
    """Returns the prepared text, made ready now if it was not."""
    return text if isinstance(text, PreparedText) else PreparedText(text)


def paragraph_at(text: str | PreparedText, position: int) -> int:
    """Returns the number of the paragraph at a position of the normalised text: the lines not blank, from 1."""
    return as_prepared(text).paragraph_at(position)
