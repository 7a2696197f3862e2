"""Who bears a statement out and who says otherwise, in a line each: no witness twice."""

from collections.abc import Sequence

from plantrack.corpus import Corpus
from plantrack.model import Evidence, Passage, Source
from plantrack.plain import one_line
from plantrack.reporting.names import MARKS, witness_names
from plantrack.value import evolve

_LEADS = {"supports": "", "qualifies": "in part: ", "disputes": "says otherwise: "}


def grounds_of(evidence: Sequence[Evidence], corpus: Corpus, *, of_point: bool = True) -> list[str]:
    """Who says so, by what their words do for the statement: `Starmer in The Telegraph, Daily Mail?`.

    A speaker stands once, with every outlet that had it; what merely speaks of the matter is left out.

    Args:
        evidence: What stands under the statement.
        corpus: Where its passages are.
        of_point: The statement is of a point, so that it matters whether a passage names it or only its topic.
    """
    lines = []
    told: set[str] = set()
    for stance, lead in _LEADS.items():
        items = [item for item in evidence if item.stance == stance]
        cited = [_cited(item, corpus, of_point=of_point) for item in items]
        names = [name for name in witness_names(corpus.actors, cited) if stance == "disputes" or name not in told]
        told |= set(names)
        if names:
            notes = dict.fromkeys(one_line(item.note) for item in items if item.note and stance == "disputes")
            lines.append(lead + "; ".join(names) + (f" ({' '.join(notes)})" if notes else ""))
    return lines


def _cited(item: Evidence, corpus: Corpus, *, of_point: bool) -> tuple[Source, Passage]:
    source, passage = corpus.passage(item.passage)
    return source, passage if of_point else evolve(passage, reach="named")


def marks_in(grounds: str) -> list[str]:
    """What the marks mean that names of witnesses bear."""
    return [meaning for mark, meaning in MARKS.items() if mark in grounds]
