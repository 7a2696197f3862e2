"""Three papers and more in one table: what each is known to say of every matter that changed on the way."""

from collections.abc import Sequence

from plantrack.corpus import Paper
from plantrack.differences.matrix import compare_versions
from plantrack.publishing.markup import capital, cell
from plantrack.reporting.markup import escaped
from plantrack.reporting.matrix_words import cell_words, row_name

_MOST = 160
"""Characters of a cell."""


def overview_of(papers: Sequence[Paper]) -> tuple[tuple[str, ...], ...]:
    """The rows of the table, the heads first; none where nothing is known to differ from the first paper."""
    matrix = compare_versions(papers)
    rows = [
        (capital(row_name(row)[1]), *(cell(cell_words(one), _MOST) for one in row.cells))
        for row in matrix.rows
        if row.differs
    ]
    heads = ("Matter", *(escaped(paper.version.title) for paper in papers))
    return (heads, *rows) if rows else ()
