"""Who bears a statement out and who says otherwise, in a line each: no witness twice."""

from collections.abc import Sequence

from plantrack.answers.dates import human_date
from plantrack.answers.names import witness_name, witness_names
from plantrack.catalogue import say
from plantrack.corpus import Corpus
from plantrack.model import Evidence, Passage, Source
from plantrack.plain import one_line
from plantrack.value import evolve

_STANCES = ("supports", "qualifies", "disputes")
"""What bears a statement out or speaks against it."""


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
    for stance in _STANCES:
        items = [item for item in evidence if item.stance == stance]
        cited = [_cited(item, corpus, of_point=of_point) for item in items]
        names = [name for name in witness_names(corpus.actors, cited) if stance == "disputes" or name not in told]
        told |= set(names)
        if names:
            notes = dict.fromkeys(one_line(item.note) for item in items if item.note and stance == "disputes")
            lines.append(_lead(stance) + "; ".join(names) + (f" ({' '.join(notes)})" if notes else ""))
    return lines


def passages_of(evidence: Sequence[Evidence], corpus: Corpus, *, date: str | None = None) -> list[str]:
    """Each passage that bears a statement out or says otherwise: `Macron in GB News, \u00b638; in RTL, \u00b639`.

    Args:
        evidence: What stands under the statement.
        corpus: Where its passages are.
        date: The date of the statement; a passage of that date does not say it again.
    """
    found: dict[str, list[str]] = {}
    for item in evidence:
        if item.stance not in _STANCES:
            continue
        source, passage = corpus.passage(item.passage)
        said = passage.said or source.issued
        words = [witness_name(corpus.actors, source, passage), *([] if said == date else [human_date(said)])]
        places = found.setdefault(_lead(item.stance) + ", ".join(words), [])
        if passage.paragraph is not None and f"\u00b6{passage.paragraph}" not in places:
            places.append(f"\u00b6{passage.paragraph}")
    return [f"{name}, {' '.join(places)}" if places else name for name, places in found.items()]


def _lead(stance: str) -> str:
    return f"{say(f'stance.{stance}')}: " if stance != "supports" else ""


def _cited(item: Evidence, corpus: Corpus, *, of_point: bool) -> tuple[Source, Passage]:
    source, passage = corpus.passage(item.passage)
    return source, passage if of_point else evolve(passage, reach="named")
