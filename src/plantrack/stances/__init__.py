"""Positions of actors against versions and changes: met, unmet or undecidable; towards, away, neither, or unsaid."""

from plantrack.stances.gathering import ActorStances, find_actor, positions_of, stances_on_change, stances_on_paper
from plantrack.stances.known import KnownPoints, known_points
from plantrack.stances.values import MOVES, REASONS, TIMES, VERDICTS, Move, Reason, Stance, Standing

__all__ = [
    "MOVES",
    "REASONS",
    "TIMES",
    "VERDICTS",
    "ActorStances",
    "KnownPoints",
    "Move",
    "Reason",
    "Stance",
    "Standing",
    "find_actor",
    "known_points",
    "positions_of",
    "stances_on_change",
    "stances_on_paper",
]
