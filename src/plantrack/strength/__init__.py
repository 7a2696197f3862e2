"""The partial order of how much a term binds its bearer."""

from plantrack.strength.bounds import rank_deadlines, rank_quantities
from plantrack.strength.order import EFFECT, EQUAL, INVERSE, MIXED, STRONGER, WEAKER, combined
from plantrack.strength.terms import (
    lies_within,
    rank_bearers,
    rank_counterparties,
    rank_figures,
    rank_modalities,
    rank_places,
    rank_reservations,
    rank_scopes,
    rank_terms,
)

__all__ = [
    "EFFECT",
    "EQUAL",
    "INVERSE",
    "MIXED",
    "STRONGER",
    "WEAKER",
    "combined",
    "lies_within",
    "rank_bearers",
    "rank_counterparties",
    "rank_deadlines",
    "rank_figures",
    "rank_modalities",
    "rank_places",
    "rank_quantities",
    "rank_reservations",
    "rank_scopes",
    "rank_terms",
]
