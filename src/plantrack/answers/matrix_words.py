"""What the cells of a matrix say, in words: the same in text, Markdown, CSV and HTML."""

from collections.abc import Iterable, Mapping

from plantrack.answers.change_words import change_words, part_words, side_words
from plantrack.answers.counting import shortened
from plantrack.answers.dates import human_date
from plantrack.answers.header import known_words, reading_words
from plantrack.answers.names import provision_label
from plantrack.answers.states import state_words, unchanged_words
from plantrack.answers.values import SIGNS, quantity_words
from plantrack.catalogue import say
from plantrack.corpus import Paper
from plantrack.differences.changes import KINDS, QUIET
from plantrack.differences.matrix import STANDING_WORDINGS, Cell, Matrix, Row
from plantrack.differences.result import Change
from plantrack.differences.states import State
from plantrack.model import Actor, Provision, Term
from plantrack.plain import one_line
from plantrack.value import evolve

MARKS = {"certain": "\u2260", "unopposed": "\u2260*", "possible": "?", "unexplained": "~", "learned": "+"}
"""What stands before a cell that differs from the baseline."""
_SILENT = ("absent", "not_reported", "parts_only", "spoken_of")
_SAYS = 90
"""Characters of a summary that a cell shows."""


def paper_words(paper: Paper) -> str:
    """What a column holds: `28-point draft, 20 Nov 2025; leaked`."""
    version = paper.version
    dated = f", {human_date(version.date)}" if version.date else ""
    words = f"; {reading_words(paper.reading)}" if paper.reading and paper.reading.words else ""
    return f"{one_line(version.title)}{dated}; {known_words(version)}{words}"


def row_name(row: Row) -> tuple[str, str]:
    """The number of the point that names a row, empty where it has none, and its label."""
    return row.provision.number or "", provision_label(row.provision)


def _fact(change: Change, actors: Mapping[str, Actor]) -> str:
    sure = "" if change.certainty == "certain" else f" ({say(f'compare.fact-{change.certainty}')})"
    return one_line(change_words(change, actors) + sure)


def cell_words(cell: Cell, *, whole: bool = False) -> str:
    """The state and the value of a cell, whatever stands in the others.

    Args:
        cell: The cell.
        whole: Nothing is shortened.
    """
    if cell.presence in _SILENT:
        return say(f"cell.{cell.presence}")
    if cell.presence in ("at_odds", "several"):
        told = " / ".join(dict.fromkeys(_said(state, cell, whole=whole) for state in cell.states))
        return say("cell.reports-differ", states=told)
    words = "; ".join(dict.fromkeys(_said(state, cell, whole=whole) for state in cell.states))
    return f"{words} {say('who.topic')}" if cell.presence == "by_topic" else words


def cell_beside(cell: Cell, base: Cell, actors: Mapping[str, Actor], number: str, *, whole: bool = False) -> str:
    """A cell in words beside that of the baseline: what is the same is not said again.

    Args:
        cell: The cell.
        base: That of the baseline in the same row.
        actors: The registry.
        number: The number of the row, which is not said again.
        whole: Nothing is shortened.
    """
    words = cell_words(cell, whole=whole)
    stays = any(state.unchanged is not None for state in cell.states)  # a report says so, and that is told
    alike = not stays and cell.difference in ("same", "wording") and cell.presence == base.presence == "stands"
    if alike and _says_what_stands(cell) and _says_what_stands(base):
        same = say("cell.same-in-other-words" if _is_reworded(cell) else "cell.same")
        words = say("cell.as-far-as-reported", words=same) if cell.gaps else same
    elif cell.presence == base.presence == "stands" and cell.difference in MARKS:
        words = _differing(cell, words, actors) or words
    numbers = _other_numbers(cell, number)
    return f"[{numbers}] {words}" if numbers else words


def _other_numbers(cell: Cell, number: str) -> str:
    """The numbers of the points of a cell, where they are others than that of its row."""
    numbers = [one.number for one in cell.provisions if one.number]
    return " ".join(numbers) if cell.presence != "absent" and numbers != [number] else ""


def numbers_line(matrix: Matrix) -> list[str]:
    """What a number before a cell is, if there is one: `[4]` is the number of the point in that paper."""
    found = (
        _other_numbers(cell, row.provision.number or "")
        for row in matrix.rows
        for place, cell in enumerate(row.cells)
        if place != matrix.baseline
    )
    shown = next(filter(None, found), "")
    return [say("compare.numbers", number=shown)] if shown else []


def _says_what_stands(cell: Cell) -> bool:
    """Whether more is known than that the point stands in the text, so that it was held against another."""
    return all(state.claim is None or state.terms for state in cell.states)


def marked(cell: Cell, words: str) -> str:
    """Words with the mark of how they differ from the baseline."""
    return f"{MARKS[cell.difference]} {words}" if cell.difference in MARKS else words


def cells_of(row: Row, matrix: Matrix, *, whole: bool = False) -> list[str]:
    """The words of a row, one cell a version, with the marks of what differs."""
    base = row.cells[matrix.baseline]
    words = []
    for place, cell in enumerate(row.cells):
        if place == matrix.baseline:
            words.append(cell_words(cell, whole=whole))
        else:
            actors = matrix.versions[place].corpus.actors
            words.append(marked(cell, cell_beside(cell, base, actors, row.provision.number or "", whole=whole)))
    return words


def legend_lines(matrix: Matrix, base: str) -> list[tuple[str, str]]:
    """The marks that a matrix uses, with their meanings; `base` is what the baseline is called."""
    used = {cell.difference for row in matrix.rows for cell in row.cells}
    return [(mark, say(f"mark.{how}", base=base)) for how, mark in MARKS.items() if how in used]


def count_line(matrix: Matrix, base: str) -> str:
    """How many of the rows shown differ: `48 points; 10 differ from A or may.`."""
    learned = sum(any(cell.difference == "learned" for cell in row.cells) for row in matrix.rows)
    differing = sum(row.differs for row in matrix.rows) - learned
    counted = say("count.points", count=len(matrix.rows))
    if matrix.left_out:
        counted = say("compare.left-out", points=counted, more=matrix.left_out)
    found = say("compare.learned", count=learned) if learned else say("compare.differ", count=differing, base=base)
    return f"{counted}; {found}."


def caveats(matrix: Matrix) -> list[str]:
    """What a reader must know of cells that say nothing."""
    found = {cell.presence for row in matrix.rows for cell in row.cells}
    said = [say(f"compare.{presence}") for presence in ("not_reported", "absent") if presence in found]
    return [*said, *_beside(matrix), *map(one_line, matrix.notes)]


def _beside(matrix: Matrix) -> list[str]:
    """For each paper what differs from the baseline beside the points: its standing, a line outside of them."""
    base = matrix.versions[matrix.baseline].ref
    sentences = []
    for paper, changes in zip(matrix.versions, matrix.beside, strict=True):
        facts = [_fact(one, paper.corpus.actors) for one in changes if one.kind == "paper-changed"]
        lines = len(changes) - len(facts)
        told = [*facts, say("diff.lines-outside", count=lines)] if lines else facts
        if told:
            sentences.append(say("compare.beside", paper=paper.ref, base=base, told="; ".join(told)))
    return sentences


def _said(state: State, cell: Cell, *, whole: bool) -> str:
    """One state, in the words of those who entered it where they gave any."""
    provision = next(one for one in cell.provisions if one.id == state.provision)
    claim = provision.claims[state.claim] if state.claim is not None else None
    value = _one_figure(state.terms.values())
    if state.unchanged is not None:
        stays = unchanged_words(state.unchanged)
        said = one_line(f"{claim.summary}; {stays}") if claim is not None and claim.summary else stays
    elif claim is not None and claim.summary:
        said = one_line(claim.summary)
    elif state.expected or state.wording not in STANDING_WORDINGS or state.matter in ("deferred", "disputed"):
        said = state_words(evolve(state, wording=None) if state.wording == "in_text" else state)
    elif claim is not None:
        said = value or say("state.in_text")
    else:
        said = value or (_content(provision) if whole else shortened(_content(provision), _SAYS))
    partly = say("state.partly")
    return f"{said}, {partly}" if state.partly and partly not in said else said


def _one_figure(terms: Iterable[Term]) -> str:
    """The figure that a point turns on: `at most 600,000 people`; empty where it has none, or several."""
    figures = [quantity for term in terms for quantity in term.quantity]
    if len(figures) != 1 or figures[0].unit in SIGNS:
        return ""
    return quantity_words(figures[0])


def _content(provision: Provision) -> str:
    return one_line(provision.summary or provision.text or provision_label(provision))


def _is_reworded(cell: Cell) -> bool:
    return any(change.kind == "provision-reworded" for change in cell.changes)


def _differing(cell: Cell, words: str, actors: Mapping[str, Actor]) -> str:
    """What stands in a cell in place of what the baseline has: `at most 800,000 people; who is bound: Veldia`."""
    loud = [change for change in cell.changes if change.kind not in QUIET]
    regrouped = any(change.kind in ("provision-split", "provision-merged") for change in loud)
    told = [change for change in loud if change.kind != "field-changed"] or loud
    found = dict.fromkeys(_after(change, actors) for change in told)
    return "; ".join([*found, words] if regrouped else found)


def _after(change: Change, actors: Mapping[str, Actor]) -> str:
    subject = KINDS[change.kind].subject
    if change.kind.endswith(("-added", "-removed")) or subject in ("provision", "field"):
        return change_words(change, actors)
    _, after = side_words(change, actors)
    plain = subject in ("quantity", "status", "deadline") and change.after is not None
    return after if plain else f"{part_words(change)}: {after}"
