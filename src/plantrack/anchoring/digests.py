"""Find words of which only a digest and their number are kept."""

from collections.abc import Sequence
from hashlib import sha256

from plantrack.anchoring.boundaries import cuts_word
from plantrack.anchoring.prepared import PreparedText
from plantrack.model import Span


def find_by_digest(prepared: PreparedText, digest: str, words: int) -> Sequence[Span]:
    """Returns each place where so many words have the digest.

    A passage may begin after a mark and end before one, so `solid` is found in `"solid",`. Not found: a passage that
    was cut inside a word.

    Args:
        prepared: The text.
        digest: As `words_digest` gives it.
        words: How many words the digest covers, at least 1.
    """
    wanted = bytes.fromhex(digest)
    tokens, starts, haystack = prepared.tokens, prepared.starts, prepared.folding.text
    seams = prepared.seams
    found = []
    for first in range(len(tokens) - words + 1):
        last = first + words - 1
        for head in seams[first][:-1]:
            for tail in seams[last][1:]:
                start, end = starts[first] + head, starts[last] + tail
                if (
                    start < end
                    and sha256(haystack[start:end].encode()).digest() == wanted
                    and not cuts_word(haystack, start, end)
                ):
                    found.append(prepared.span(start, end))
    return found
