"""A corpus in the formats of others: annotations, bibliographies, tables, JSON."""

from plantrack.exporting.formats import FORMATS, export_corpus

__all__ = ["FORMATS", "export_corpus"]
