"""The catalogue of kinds of change, as text."""

from plantrack.differences.changes import KINDS
from plantrack.reporting.layout import hanging

_MEANING = 25
"""The column where meanings stand."""


def kinds_as_text() -> str:
    """A line a kind: id, mirror, meaning."""
    lines = hanging("kind", "means; (=) its own mirror, else the mirror in brackets", column=_MEANING)
    for kind in KINDS.values():
        mirror = "(=)" if kind.mirror == kind.id else f"({kind.mirror})"
        clock = ", on the knowledge clock" if kind.clock == "knowledge" else ""
        lines += hanging(kind.id, f"{kind.meaning}{clock} {mirror}", column=_MEANING)
    return "\n".join(lines) + "\n"
