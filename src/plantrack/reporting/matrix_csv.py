"""A matrix as CSV: a row a provision, three columns a version."""

from plantrack.differences.matrix import Matrix, Row
from plantrack.reporting.matrix_words import cell_words, row_name
from plantrack.writing.tables import as_csv

COLUMNS = ("id", "number", "provision", "topics")
CELL_COLUMNS = ("presence", "difference")
"""What stands beside the words of a version, as `presence of REF`; words of the closed lists of a matrix."""


def matrix_as_csv(matrix: Matrix) -> str:
    """A row a provision; for each version its words, its presence and its difference from the baseline."""
    names = _distinct([paper.ref for paper in matrix.versions])
    heads = [head for name in names for head in (name, *(f"{column} of {name}" for column in CELL_COLUMNS))]
    rows = []
    for row in matrix.rows:
        number, label = row_name(row)
        found: dict[str, object] = {
            "id": "" if _is_local(row, matrix) else row.id,
            "number": number,
            "provision": label,
            "topics": " ".join(row.topics),
        }
        for name, cell in zip(names, row.cells, strict=True):
            found |= {
                name: cell_words(cell, whole=True),
                f"presence of {name}": cell.presence,
                f"difference of {name}": cell.difference,
            }
        rows.append(found)
    return as_csv((*COLUMNS, *heads), rows)


def _is_local(row: Row, matrix: Matrix) -> bool:
    """Whether the id of a row means nothing outside a text that was read on the spot."""
    place = next(place for place, cell in enumerate(row.cells) if row.provision in cell.provisions)
    return matrix.versions[place].local


def _distinct(names: list[str]) -> list[str]:
    """Names of which each stands once: one asked for twice gets its place."""
    return [f"{name} ({place})" if names.count(name) > 1 else name for place, name in enumerate(names, start=1)]
