"""Tables as CSV that no spreadsheet takes for formulas."""

import csv
import io
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence

_GUARDED = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r", "\n", "'")
"""What starts a formula, also in the full width of East Asian type, as some spreadsheets take it."""


def as_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Rows under their columns, as CSV (RFC 4180, line end LF)."""
    return "".join(csv_rows(columns, rows))


def csv_rows(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """The same, row by row; a row is made when it is asked for."""
    written = io.StringIO(newline="")
    table = csv.writer(written, lineterminator="\n")
    for row in itertools.chain([dict(zip(columns, columns, strict=True))], rows):
        table.writerow([guarded(row.get(column)) for column in columns])
        yield written.getvalue()
        written.seek(0)
        written.truncate()


def guarded(value: object) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe goes before what could start one.

    It also goes before an apostrophe, so that taking one away always gives the value back.

    >>> guarded("=1+1"), guarded("'tis"), guarded(600000), guarded(None)
    ("'=1+1", "''tis", '600000', '')
    """
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_GUARDED) else text
