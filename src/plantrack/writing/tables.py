"""Tables as CSV that no spreadsheet takes for formulas."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

_GUARDED = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r", "\n", "'")
"""What starts a formula, also in the full width of East Asian type, as some spreadsheets take it."""


def as_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Rows under their columns, as CSV (RFC 4180, line end LF)."""
    written = io.StringIO(newline="")
    table = csv.writer(written, lineterminator="\n")
    table.writerow([guarded(column) for column in columns])
    for row in rows:
        table.writerow([guarded(row.get(column)) for column in columns])
    return written.getvalue()


def guarded(value: object) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe goes before what could start one.

    It also goes before an apostrophe, so that taking one away always gives the value back.

    >>> guarded("=1+1"), guarded("'tis"), guarded(600000), guarded(None)
    ("'=1+1", "''tis", '600000', '')
    """
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_GUARDED) else text
