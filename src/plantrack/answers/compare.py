"""The answer to `compare`: provisions by versions, with the marks of what differs from a baseline."""

from collections.abc import Iterator
from typing import NamedTuple

from plantrack.answers.diff_form import CHANGE, UNREPORTED
from plantrack.answers.forms import Form, Key
from plantrack.answers.matrix_words import (
    caveats,
    cell_words,
    cells_of,
    count_line,
    legend_lines,
    numbers_line,
    paper_words,
    row_name,
)
from plantrack.answers.tree import (
    DIFFERS,
    MAY_DIFFER,
    QUIET,
    SAME,
    Answer,
    Block,
    Branch,
    Branches,
    Paragraph,
    Span,
    Table,
    Words,
    plain,
)
from plantrack.catalogue import language, named, say
from plantrack.corpus import Paper
from plantrack.differences.matrix import SILENT, Cell, Matrix
from plantrack.differences.matrix import Row as Matter
from plantrack.differences.result import Change
from plantrack.plain import one_line

ABOUT = ("id", "number", "provision", "topics")
_SPREAD = ("presence", "difference")
"""What stands beside the words of a version in a spreadsheet, as `presence of REF`; words of closed lists."""
_SHOWN = {"certain": DIFFERS, "unopposed": DIFFERS, "possible": MAY_DIFFER, "learned": MAY_DIFFER,
          "unexplained": MAY_DIFFER}  # fmt: skip


def answer_compare(matrix: Matrix) -> Answer:
    """A row a provision, a column a version, with the papers above and what the marks mean below."""
    letters = column_names(len(matrix.versions))
    base = matrix.versions[matrix.baseline]
    blocks: list[Block] = [_papers(matrix, letters)]
    blocks.append(
        _table(matrix, letters) if matrix.rows else Paragraph(words=plain(say("compare.none")), role="verdict")
    )
    called = f"{letters[matrix.baseline]} ({base.ref})"
    legend = tuple(Branch(label=mark, words=plain(means)) for mark, means in legend_lines(matrix, called))
    blocks += [Branches(branches=legend)] if legend else []
    blocks += [
        Paragraph(words=plain(said)) for said in (*numbers_line(matrix), *caveats(matrix), count_line(matrix, called))
    ]
    title = say("compare.title", points=say("count.points", count=len(matrix.rows)),
                papers=say("compare.papers", count=len(matrix.versions)), base=base.ref)  # fmt: skip
    return Answer(title=title, blocks=tuple(blocks), language=language())


def column_names(count: int) -> list[str]:
    """A letter for each paper; after Z, AA."""
    names = []
    for index in range(count):
        name, rest = "", index
        while rest >= 0:
            name, rest = chr(ord("A") + rest % 26) + name, rest // 26 - 1
        names.append(name)
    return names


def _papers(matrix: Matrix, letters: list[str]) -> Branches:
    """The papers by their letters."""
    rows = []
    for place, (letter, paper) in enumerate(zip(letters, matrix.versions, strict=True)):
        baseline = f" ({say('compare.baseline')})" if place == matrix.baseline else ""
        rows.append(Branch(label=letter, words=plain(f"{one_line(paper.ref)}{baseline}  {paper_words(paper)}")))
    return Branches(branches=tuple(rows))


def _table(matrix: Matrix, letters: list[str]) -> Table:
    names = _distinct([one_line(paper.ref) for paper in matrix.versions])
    spread = [head for name in names for head in (name, *(f"{column} of {name}" for column in _SPREAD))]
    heads = (*(named("column", name, name) for name in ABOUT), *spread, *names)
    return Table(
        heads=heads,
        rows=tuple(tuple(_cells(row, matrix)) for row in matrix.rows),
        letters=tuple(letters),
        only_data=(0, 3, *range(len(ABOUT), len(ABOUT) + len(spread))),
        only_shown=tuple(range(len(ABOUT) + len(spread), len(heads))),
    )


def _cells(row: Matter, matrix: Matrix) -> Iterator[Words]:
    number, label = row_name(row)
    place = next(place for place, cell in enumerate(row.cells) if row.provision in cell.provisions)
    is_local = matrix.versions[place].local
    yield from map(plain, ("" if is_local else row.id, number, label, " ".join(row.topics)))
    for cell in row.cells:
        yield from map(plain, (cell_words(cell, whole=True), cell.presence, cell.difference))
    for cell, words in zip(row.cells, cells_of(row, matrix, whole=True), strict=True):
        yield (Span(text=words, mark=_mark(cell)),) if words else ()


def _mark(cell: Cell) -> str:
    return _SHOWN.get(cell.difference) or (QUIET if cell.presence in SILENT else SAME)


def _distinct(names: list[str]) -> list[str]:
    """Names of which each stands once: one asked for twice gets its place."""
    return [f"{name} ({place})" if names.count(name) > 1 else name for place, name in enumerate(names, start=1)]


def _cited(cell: Cell) -> list[str]:
    return [*dict.fromkeys(item.passage for state in cell.states for item in state.evidence)]


class _Column(NamedTuple):
    """A version."""

    paper: Paper
    beside_points: tuple[Change, ...]
    """What differs from the baseline and is of no point."""


COMPARE = Form(
    "compare", Matrix,
    Key("versions", [Form(
        "version", _Column, "ref=paper.ref title=paper.version.title date?=paper.version.date",
        "text_basis=paper.version.text_basis beside_points", holds=[CHANGE],
    )], lambda one: list(map(_Column, one.versions, one.beside)), "The columns."),
    "baseline rows left_out notes",
    holds=[Form(
        "row", Matter, "id ids number=provision.number",
        Key("label", str, lambda one: row_name(one)[1], "What its point is called."), "topics cells",
        holds=[Form(
            "cell", Cell, "presence difference",
            Key("words", str, lambda one: cell_words(one, whole=True), "State and value in words."),
            "ids=provisions.id numbers=provisions.number changes unreported=gaps",
            Key("passages", tuple[str, ...], _cited, "source#passage under its states."), holds=[CHANGE, UNREPORTED],
        )],
    )],
)  # fmt: skip
"""What `compare` gives as JSON."""
