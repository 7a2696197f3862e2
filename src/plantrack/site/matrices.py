"""Points by papers: which papers share a table, and what stands in a cell."""

from collections.abc import Sequence

from plantrack.answers.matrix_words import cell_beside, cell_words
from plantrack.catalogue import say
from plantrack.differences.matrix import PRESENCES, Cell, Matrix, Row, compare_versions
from plantrack.model import Version
from plantrack.site.contents import Contents
from plantrack.site.words import presence_name
from plantrack.value import value

WIDEST = 12
"""Papers up to which a whole family stands in one table."""


@value
class MatrixPage:
    """A table of some papers."""

    name: str
    """A word for its address."""
    title: str
    versions: tuple[Version, ...]
    baseline: int


def matrix_pages(contents: Contents) -> tuple[MatrixPage, ...]:
    """The tables to make: one a family of plans where it has room, else one a plan, with what its papers come from."""
    families: dict[str, list[Version]] = {}
    for version in contents.versions:
        families.setdefault(contents.tracer.families[version.plan], []).append(version)
    pages = []
    for head, versions in families.items():
        plans = list(dict.fromkeys(version.plan for version in versions))
        if len(versions) <= WIDEST:
            title = contents.plans[head].title if len(plans) == 1 else say("site.whole-process")
            pages.append(_page(head, title, versions))
        else:
            pages += [_page(plan, contents.plans[plan].title, _line(contents, plan)) for plan in plans]
    return tuple(page for page in pages if page.versions)


def _line(contents: Contents, plan: str) -> list[Version]:
    """The newest papers of a plan, and before them those that they come from at once."""
    own = contents.by_plan[plan][-WIDEST:]
    refs = {version.ref for version in own}
    refs |= {
        descent.version for version in own for descent in version.derived_from if descent.version in contents.papers
    }
    return [version for version in contents.versions if version.ref in refs]


def _page(name: str, title: str, versions: Sequence[Version]) -> MatrixPage:
    """The papers are held against the first whose whole text was seen, else against the first."""
    seen = [place for place, version in enumerate(versions) if version.text_basis == "full_text"]
    return MatrixPage(name=name, title=title, versions=tuple(versions), baseline=seen[0] if seen else 0)


def matrix_of(contents: Contents, page: MatrixPage) -> Matrix:
    """The papers of a page side by side."""
    return compare_versions([contents.papers[version.ref] for version in page.versions], page.baseline)


def row_words(row: Row, matrix: Matrix) -> tuple[str, ...]:
    """What each cell of a row says, as `plantrack compare` says it: beside the baseline, what is the same only once.

    A point that merely stands is not told again here; its row names it, and its page has the words.
    """
    base, number = row.cells[matrix.baseline], row.provision.number or ""
    words = []
    for place, cell in enumerate(row.cells):
        if place != matrix.baseline and cell.difference != "unknown":
            words.append(cell_beside(cell, base, matrix.versions[place].corpus.actors, number))
        elif cell.presence == "stands" and not _has_figure(cell):
            words.append(presence_name("stands"))
        else:
            words.append(cell_words(cell))
    return tuple(words)


def _has_figure(cell: Cell) -> bool:
    return any(term.quantity for state in cell.states for term in state.terms.values())


def presences_shown(matrix: Matrix) -> tuple[str, ...]:
    """The presences that a matrix has, in the order of the catalogue, for its legend."""
    shown = {cell.presence for row in matrix.rows for cell in row.cells}
    return tuple(presence for presence in PRESENCES if presence in shown)
