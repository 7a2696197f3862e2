"""Find a passage in a text."""

from collections.abc import Sequence

from plantrack.anchoring.boundaries import cuts_word
from plantrack.anchoring.digests import find_by_digest
from plantrack.anchoring.folding import context_digest, fold, plain_spaces, words_digest
from plantrack.anchoring.fuzzy import Similar, find_similar
from plantrack.anchoring.location import FOUND, Location
from plantrack.anchoring.prepared import PreparedText, as_prepared
from plantrack.model import Passage, Quote, Span
from plantrack.value import evolve

_TIE = 0.03
"""Places whose ranks differ by less are as good as each other."""
_CLEAR = 2.0
"""How many times as much of the surroundings must agree before they tell equal words apart."""
_SURROUNDINGS = 128
"""How many code points are read on each side to compare at most 32 folded ones."""


def locate(text: str | PreparedText, passage: Passage) -> Location:
    """Finds a passage: by its position, else by its words, exactly, then in plain form, then nearly.

    A no-break space reads as a space throughout. A passage that keeps no words is found by its digest; it is `exact`
    when the words at its position have that digest, so differences that the digest leaves out are not seen. Where a
    paragraph is printed twice (a doubled caption) and nothing tells the two apart, the nearer to the position is taken.

    Args:
        text: The text; prepare it once where many passages are looked for.
        passage: What to look for. Its paragraph is not used.

    Returns:
        The state and the places, in code points of the normalised text.
    """
    prepared = as_prepared(text)
    location = _locate_digest(prepared, passage) if passage.quote is None else _locate_quote(prepared, passage)
    span = location.span
    if span is not None and location.state in FOUND and not surroundings_fit(prepared, span, passage):
        return evolve(location, state="unsure")
    return location


def _locate_quote(prepared: PreparedText, passage: Passage) -> Location:
    quote, position = passage.quote, passage.position
    if quote is None or not fold(quote.exact).strip():
        return Location(state="orphaned", score=0.0, why="the quotation has no words")
    stands_there = position is not None and _stands_at(prepared, position, quote.exact)
    if stands_there and position and surroundings_fit(prepared, position, passage):
        return Location(state="exact", places=(position,))
    found = _locate_words(prepared, quote, recorded=position)
    if stands_there and position and (found is None or found.state == "ambiguous"):
        return Location(state="exact", places=(position,))
    return found or _locate_similar(prepared, quote)


def _stands_at(prepared: PreparedText, span: Span, words: str) -> bool:
    there = _words_at(prepared, span)
    return there is not None and plain_spaces(there) == plain_spaces(words)


def _words_at(prepared: PreparedText, span: Span) -> str | None:
    """Returns the words at a span; None if it is no span of the text, or cuts a word or a figure."""
    if not 0 <= span.start < span.end <= len(prepared.text) or cuts_word(prepared.text, span.start, span.end):
        return None
    return prepared.text[span.start : span.end]


def surroundings_fit(prepared: PreparedText, span: Span, passage: Passage) -> bool:
    """Whether what is recorded of the words before and after a passage stands there; true where nothing is."""
    before = fold(prepared.text[max(0, span.start - _SURROUNDINGS) : span.start])
    after = fold(prepared.text[span.end : span.end + _SURROUNDINGS])
    quote, kept = passage.quote, passage.context
    if quote is not None:
        return before.endswith(fold(quote.prefix or "")) and after.startswith(fold(quote.suffix or ""))
    if kept is None:
        return True
    return context_digest(before[max(0, len(before) - kept.prefix) :], after[: kept.suffix]) == kept.digest


def _locate_words(prepared: PreparedText, quote: Quote, *, recorded: Span | None) -> Location | None:
    """Finds the words, exactly or in plain form; None if they stand nowhere."""
    words = fold(quote.exact).strip()
    spans, agreement = [], []
    haystack = prepared.folding.text
    for start in prepared.occurrences(words):
        end = start + len(words)
        if not cuts_word(haystack, start, end):
            spans.append(prepared.span(start, end))
            agreement.append(_agreement(haystack, start, end, quote))
    if not spans:
        return None
    same = [_stands_at(prepared, span, quote.exact) for span in spans]
    chosen = _told_apart(agreement, full=len(fold(quote.prefix or "")) + len(fold(quote.suffix or "")))
    if len(chosen) > 1 and any(same[number] for number in chosen):
        chosen = [number for number in chosen if same[number]]
    places = _without_twins(prepared, [spans[number] for number in chosen], recorded)
    if len(places) > 1:
        return Location(state="ambiguous", places=places)
    if not same[spans.index(places[0])]:
        return Location(state="normalised", places=places)
    return Location(state="exact" if recorded in (None, *places) else "moved", places=places)


def _without_twins(prepared: PreparedText, spans: Sequence[Span], recorded: Span | None) -> tuple[Span, ...]:
    """Returns the place nearest to the recorded one if all stand in paragraphs of the same words, else all places."""
    if recorded is None or len(spans) == 1:
        return tuple(spans)
    texts = {prepared.paragraph_at(span.start): prepared.paragraph_text(span.start) for span in spans}
    if len(texts) < len(spans) or len(set(texts.values())) > 1:
        return tuple(spans)
    return (min(spans, key=lambda span: abs(span.start - recorded.start)),)


def _agreement(haystack: str, start: int, end: int, quote: Quote) -> int:
    """Returns how many characters next to the words are as recorded."""
    prefix, suffix = fold(quote.prefix or ""), fold(quote.suffix or "")
    before = common_length(prefix[::-1], haystack[max(0, start - len(prefix)) : start][::-1])
    return before + common_length(suffix, haystack[end : end + len(suffix)])


def common_length(one: str, other: str) -> int:
    """Returns how many characters at the start of two strings are the same."""
    for count, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return count
    return min(len(one), len(other))


def _told_apart(agreement: Sequence[int], *, full: int) -> list[int]:
    """Returns the numbers of the places that the surroundings speak for: one, or all that they do not tell apart."""
    if len(agreement) == 1:
        return [0]
    best = max(agreement)
    at_best = [number for number, agreed in enumerate(agreement) if agreed == best]
    if best == full:
        return at_best
    second = max((agreed for agreed in agreement if agreed < best), default=best)
    if len(at_best) == 1 and best * 2 >= full and best >= _CLEAR * second:
        return at_best
    return list(range(len(agreement)))


def _locate_similar(prepared: PreparedText, quote: Quote) -> Location:
    similar = find_similar(prepared, quote)
    hits = [place for place in similar if place.changed is None]
    if not hits:
        return _orphaned(similar)
    if similar[0].changed and similar[0].rank > hits[0].rank + _TIE:
        return _orphaned(similar)
    equal = [place for place in hits if place.rank > hits[0].rank - _TIE]
    if len(equal) > 1:
        spans = sorted((place.span for place in equal), key=lambda span: span.start)
        return Location(state="ambiguous", places=tuple(spans), score=hits[0].score)
    best = hits[0]
    return Location(state="fuzzy", places=(best.span,), score=best.score, altered=best.altered)


def _orphaned(similar: Sequence[Similar]) -> Location:
    if not similar:
        return Location(state="orphaned", score=0.0, why="nothing like them stands in the text")
    near = similar[0]
    return Location(
        state="orphaned",
        score=near.score,
        altered=near.altered,
        nearest=near.span,
        why=near.changed or "",
    )


def _locate_digest(prepared: PreparedText, passage: Passage) -> Location:
    position, digest = passage.position, passage.digest
    if digest is None:
        return Location(state="orphaned", score=0.0, why="the record keeps neither words nor a digest")
    there = _words_at(prepared, position) if position is not None else None
    if position is not None and there is not None and words_digest(there) == digest:
        return Location(state="exact", places=(position,))
    spans = find_by_digest(prepared, digest, passage.words) if passage.words else ()
    if not spans:
        return Location(state="orphaned", score=0.0, why="no words of the text have the digest")
    fitting = [span for span in spans if surroundings_fit(prepared, span, passage)]
    places = _without_twins(prepared, fitting or spans, position)
    if len(places) > 1:
        return Location(state="ambiguous", places=places)
    return Location(state="exact" if position in (None, *places) else "moved", places=places)
