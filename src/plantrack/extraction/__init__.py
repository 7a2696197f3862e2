"""Prose to terms, by rule: the same words always give the same terms.

`extract` reads the text of one point. What is understood is marked with the words it came from; what is not is left
out of the terms and still counts when words are compared. English only.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plantrack.extraction.actors import ActorNames
    from plantrack.extraction.meaning import concepts
    from plantrack.extraction.norms import Part
    from plantrack.extraction.points import Extraction, extract

__all__ = ["ActorNames", "Extraction", "Part", "concepts", "extract"]

_HOMES = {"ActorNames": "actors", "Extraction": "points", "Part": "norms", "concepts": "meaning", "extract": "points"}


def __getattr__(name: str) -> object:
    """Load what is asked for when it is asked for: a comparison of curated papers reads no prose."""
    if name not in _HOMES:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
