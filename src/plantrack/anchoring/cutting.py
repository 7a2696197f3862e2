"""Cut a passage out of a text: compute its selectors, never type them."""

from collections.abc import Sequence

from plantrack.anchoring.boundaries import cuts_word
from plantrack.anchoring.folding import context_digest, count_words, fold, plain_spaces, words_digest
from plantrack.anchoring.locating import common_length
from plantrack.anchoring.prepared import PreparedText, as_prepared
from plantrack.errors import UsageError
from plantrack.model import Context, Passage, Quote, Span
from plantrack.value import evolve

CONTEXT = 32
"""The most characters of what stands before or after a passage that are kept."""


def find_words(text: str | PreparedText, words: str) -> tuple[Span, ...]:
    """Returns each place where the words stand, in any rendering of white space, quotation marks and dashes."""
    prepared = as_prepared(text)
    return tuple(prepared.span(start, end) for start, end in _folded_places(prepared, words))


def make_passage(
    text: str | PreparedText,
    words: str,
    *,
    id: str,  # noqa: A002  the field's name
    start: int | None = None,
    paragraph: int | None = None,
) -> Passage:
    """Cuts a passage: quote, position, digest, number of words and paragraph, and context only where it is needed.

    `without_words` takes the words away where the record may not show them.

    Args:
        text: The text, or the text prepared.
        words: The words as a person types them; recorded as they stand in the text, no-break spaces as spaces.
        id: The passage's id within its source.
        start: Where they start, in the normalised text, if they stand more than once.
        paragraph: In which paragraph they start, if they stand more than once.

    Raises:
        UsageError: The words do not stand there as whole words, or stand at several places and nothing says which.

    Not checked: the number of words; `plantrack.model.sources.QUOTED_WORDS` is the limit for kept ones.
    """
    prepared = as_prepared(text)
    places = _folded_places(prepared, words)
    chosen = [place for place in places if _is_meant(prepared, prepared.span(*place), start, paragraph)]
    if len(chosen) != 1:
        where = sorted({prepared.paragraph_at(prepared.span(*place).start) for place in chosen or places})
        listed = ", ".join(str(number) for number in where)
        if not chosen:
            expected = f"a place in paragraph {listed}" if places else None
            raise UsageError("these words do not stand there as whole words", found=repr(words), expected=expected)
        what = f"these words stand {len(chosen)} times, in paragraph {listed}"
        raise UsageError(what, found=repr(words), expected="the paragraph or the position that is meant, or more words")
    span = prepared.span(*chosen[0])
    exact = prepared.text[span.start : span.end]
    prefix, suffix = _shortest_context(prepared, chosen[0], places)
    return Passage(
        id=id,
        quote=Quote(exact=plain_spaces(exact), prefix=prefix, suffix=suffix),
        position=span,
        digest=words_digest(exact),
        words=count_words(exact),
        paragraph=prepared.paragraph_at(span.start),
    )


def without_words(passage: Passage) -> Passage:
    """Returns the passage without its words and those around it; their digests stay, so that it is still found."""
    if passage.quote is None:
        return passage
    prefix, suffix = fold(passage.quote.prefix or ""), fold(passage.quote.suffix or "")
    kept = Context(prefix=len(prefix), suffix=len(suffix), digest=context_digest(prefix, suffix))
    return evolve(passage, quote=None, context=kept if prefix or suffix else None)


def _folded_places(prepared: PreparedText, words: str) -> list[tuple[int, int]]:
    wanted = fold(words).strip()
    haystack = prepared.folding.text
    places = [(start, start + len(wanted)) for start in prepared.occurrences(wanted)]
    return [place for place in places if not cuts_word(haystack, *place)]


def _is_meant(prepared: PreparedText, span: Span, start: int | None, paragraph: int | None) -> bool:
    return start in (None, span.start) and paragraph in (None, prepared.paragraph_at(span.start))


def _shortest_context(
    prepared: PreparedText, meant: tuple[int, int], places: Sequence[tuple[int, int]]
) -> tuple[str | None, str | None]:
    """Returns the shortest prefix and suffix that tell the place from all others, as much before as does it.

    Both go on to the end of a word, so that no other name fits, and stay within the paragraph if that does. Where 32
    characters on both sides do not, all of them are returned, and the position has to decide.
    """
    others = [place for place in places if place != meant]
    if not others:
        return None, None
    text = prepared.folding.text
    before, after = _around(text, *meant)
    shared = []
    for other in others:
        other_before, other_after = _around(text, *other)
        shared.append((common_length(before[::-1], other_before[::-1]), common_length(after, other_after)))
    lengths = [(p, s) for p in range(len(before) + 1) for s in range(len(after) + 1)]
    enough = [(p, s) for p, s in lengths if all(p > one or s > other for one, other in shared)]
    span = prepared.span(*meant)
    line_end = prepared.text.find("\n", span.end)
    room_before = len(fold(prepared.text[prepared.text.rfind("\n", 0, span.start) + 1 : span.start]))
    room_after = len(fold(prepared.text[span.end : line_end if line_end >= 0 else None]))

    def cost(pair: tuple[int, int]) -> tuple[bool, int, int]:
        return pair[0] > room_before or pair[1] > room_after, sum(pair), pair[1]

    p, s = min(enough, key=cost, default=(len(before), len(after)))
    while 0 < p < len(before) and before[-p - 1] != " ":
        p += 1
    while 0 < s < len(after) and after[s] != " ":
        s += 1
    return before[len(before) - p :] or None, after[:s] or None


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
