"""Prose to terms, by rule: the same words always give the same terms.

`extract` reads the text of one point. What is understood is marked with the words it came from; what is not is left
out of the terms and still counts when words are compared. English only.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plantrack.extraction.actors import ActorNames
    from plantrack.extraction.norms import Part
    from plantrack.extraction.points import Extraction, extract

_HOMES = {"ActorNames": "actors", "Extraction": "points", "Part": "norms", "extract": "points"}
"""Where each name lives; what compares curated terms needs the meanings of words and none of these."""

__all__ = ["ActorNames", "Extraction", "Part", "extract"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
