"""Find a passage in a text, and cut one out of it."""

from plantrack.anchoring.cutting import find_words, make_passage, without_words
from plantrack.anchoring.folding import count_words, fold, normalise_text, text_digest, words_digest
from plantrack.anchoring.locating import locate
from plantrack.anchoring.location import STATES, Alteration, Location
from plantrack.anchoring.prepared import PreparedText, paragraph_at
from plantrack.anchoring.resaved import Reanchored, compare_passages, with_reanchored

__all__ = [
    "STATES",
    "Alteration",
    "Location",
    "PreparedText",
    "Reanchored",
    "compare_passages",
    "count_words",
    "find_words",
    "fold",
    "locate",
    "make_passage",
    "normalise_text",
    "paragraph_at",
    "text_digest",
    "with_reanchored",
    "without_words",
    "words_digest",
]
