"""The values that everything else speaks of: plans, versions, provisions, terms, sources, passages, actors."""

from plantrack.model.actors import Actor
from plantrack.model.plans import ClaimedPoints, Companion, Descent, Party, Plan, Version
from plantrack.model.provisions import (
    Claim,
    Deadline,
    Duration,
    Evidence,
    Frequency,
    Lineage,
    Link,
    Provision,
    Quantity,
    Start,
    Term,
    Unchanged,
    Variant,
)
from plantrack.model.sources import Author, Context, Passage, Quote, Source, Span, TextDigest

__all__ = [
    "Actor",
    "Author",
    "Claim",
    "ClaimedPoints",
    "Companion",
    "Context",
    "Deadline",
    "Descent",
    "Duration",
    "Evidence",
    "Frequency",
    "Lineage",
    "Link",
    "Party",
    "Passage",
    "Plan",
    "Provision",
    "Quantity",
    "Quote",
    "Source",
    "Span",
    "Start",
    "Term",
    "TextDigest",
    "Unchanged",
    "Variant",
    "Version",
]
