"""What matching says: which provisions of two versions are about the same matter."""

from typing import Annotated

from plantrack.model.fields import OneOf
from plantrack.value import value

MATCHED_BY = {
    "declared": "the person who asked, with --match or in a file of decisions",
    "id": "one id on both sides",
    "lineage": "declared descent",
    "same-text": "the same words",
    "place": "the same place, where neither has words of its own",
    "likeness": "likeness on two grounds and more",
}
"""What joins points, and what each word for it means."""


@value
class Match:
    """Provisions of both sides that are about the same matter. Ids, in the order of each version."""

    old_ids: tuple[str, ...]
    new_ids: tuple[str, ...]
    by: Annotated[str, OneOf("ground", MATCHED_BY)]
    score: float
    """From 0 to 1; below 1 only for likeness."""
    why: tuple[str, ...] = ()
    """What joined them, in plain words."""
