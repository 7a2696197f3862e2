"""The catalogue of kinds of change, as text."""

from plantrack.comparison.changes import KINDS
from plantrack.reporting.layout import columns


def kinds_as_text() -> str:
    """A line a kind: id, mirror, meaning."""
    rows = [["kind", "mirror", "means"]]
    for kind in KINDS.values():
        mirror = "itself" if kind.mirror == kind.id else kind.mirror
        clock = "  (knowledge clock)" if kind.clock == "knowledge" else ""
        rows.append([kind.id, mirror, kind.meaning + clock])
    return "\n".join(columns(rows)) + "\n"
