"""Prose to terms, by rule: the same words always give the same terms.

`extract` reads the text of one point. What is understood is marked with the words it came from; what is not is left
out of the terms and still counts when words are compared. English only.
"""

from plantrack.extraction.actors import ActorNames
from plantrack.extraction.meaning import concepts
from plantrack.extraction.norms import Part
from plantrack.extraction.points import Extraction, extract

__all__ = ["ActorNames", "Extraction", "Part", "concepts", "extract"]
