"""A corpus in the formats of others: annotations, bibliographies, tables, JSON."""

from plantrack.exporting.formats import FORMATS, export_corpus, export_pieces

__all__ = ["FORMATS", "export_corpus", "export_pieces"]
