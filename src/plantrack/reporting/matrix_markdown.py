"""A matrix as a Markdown table."""

from plantrack.differences.matrix import Matrix
from plantrack.reporting.layout import count_of
from plantrack.reporting.markup import escaped
from plantrack.reporting.matrix_words import caveats, cells_of, count_line, legend_lines, paper_words, row_name


def matrix_as_markdown(matrix: Matrix) -> str:
    """A table of provisions by versions, with the papers above and what the marks mean below."""
    base = matrix.versions[matrix.baseline]
    lines = [f"# {escaped(title_of(matrix))}", ""]
    for paper in matrix.versions:
        baseline = " (baseline)" if paper is base else ""
        lines.append(f"- {escaped(paper.ref)}{baseline}: {escaped(paper_words(paper))}")
    heads = ["", "Provision", *(escaped(paper.ref) for paper in matrix.versions)]
    lines += ["", _row(heads), _row(["---"] * len(heads))]
    for row in matrix.rows:
        number, label = row_name(row)
        lines.append(_row([escaped(part) for part in (number, label, *cells_of(row, matrix, whole=True))]))
    lines += ["", *(f"- {escaped(mark)} {escaped(meaning)}" for mark, meaning in legend_lines(matrix, base.ref))]
    for said in (*caveats(matrix), count_line(matrix, base.ref)):
        lines += ["", escaped(said)]
    return "\n".join(lines).rstrip() + "\n"


def title_of(matrix: Matrix) -> str:
    """What a matrix shows: `48 provisions of 2 versions, held against 28pt@2025-11-20`."""
    provisions, versions = count_of(len(matrix.rows), "provision"), count_of(len(matrix.versions), "version")
    return f"{provisions} of {versions}, held against {matrix.versions[matrix.baseline].ref}"


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
