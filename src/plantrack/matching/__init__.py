"""Matching: which provisions of two versions are about the same matter, by what, and how strongly."""

from plantrack.matching.match import Match
from plantrack.matching.provisions import match_provisions

__all__ = ["Match", "match_provisions"]
