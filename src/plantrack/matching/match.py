"""What matching says: which provisions of two versions are about the same matter."""

from plantrack.value import value


@value
class Match:
    """Provisions of both sides that are about the same matter. Ids, in the order of each version."""

    old_ids: tuple[str, ...]
    new_ids: tuple[str, ...]
    by: str
    """id, lineage, same-text, place or likeness; `declared` where the person who asked said so."""
    score: float
    """From 0 to 1; below 1 only for likeness."""
    why: tuple[str, ...] = ()
    """What joined them, in plain words."""
