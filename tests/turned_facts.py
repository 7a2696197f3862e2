"""What two facts say the other way round: the law that comparing them must keep."""

from plantrack.facts.compare_figures import Comparison

_UP, _DOWN = "quantity-raised", "quantity-lowered"
MIRRORS = {
    _UP: _DOWN, "quantity-fixed": "quantity-unfixed", "deadline-earlier": "deadline-later",
    "deadline-fixed": "deadline-opened", "up": "down", "earlier": "later", "longer": "shorter",
    "oftener": "rarer",
}  # fmt: skip
MIRRORS |= {value: key for key, value in MIRRORS.items()}


def mirror(comparison: Comparison) -> Comparison:
    """What the same two say the other way round; the relative difference is left out."""
    kind, direction = MIRRORS.get(comparison.kind, comparison.kind), MIRRORS.get(comparison.direction, "")
    absolute = None if comparison.absolute is None else -comparison.absolute
    return Comparison(kind, direction or comparison.direction, absolute, None, comparison.unit)
