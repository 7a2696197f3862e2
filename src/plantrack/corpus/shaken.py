"""Statements whose sources were withdrawn or corrected since."""

from collections.abc import Iterator, Mapping
from typing import Any

from plantrack.corpus.corpus import Corpus
from plantrack.errors import Problem
from plantrack.model import Evidence, Provision, Version
from plantrack.model.positions import Positions
from plantrack.value import fields_of, is_value, value

BEARS_OUT = ("supports", "qualifies")


@value
class Shaken:
    """A statement that rests on a source which no longer stands as it was published."""

    path: tuple[str, ...]
    """Where it stands in what was asked of: `("provisions", "amnesty", "claims", "0")`; empty for the whole of it."""
    withdrawn: tuple[str, ...] = ()
    """Sources, sorted."""
    corrected: tuple[str, ...] = ()
    lost: bool = False
    """Everything that bore it out was withdrawn."""
    wholly: bool = False
    """Nothing bears it out but what was withdrawn or corrected."""


def shaken_statements(held: Version | Provision | Positions, corpus: Corpus) -> Iterator[Shaken]:
    """Yields each statement of a version, a provision or an actor that rests on withdrawn or corrected sources.

    A statement is whatever evidence stands under: a provision, a reported state, a link, a party, a count, a position.
    Sources that the corpus does not have shake nothing.

    Raises:
        InputError: if a source cannot be read.
    """
    known = frozenset(corpus.source_ids)
    for path, evidence in statements(held, ()):
        sources = sorted({item.passage.partition("#")[0] for item in evidence if item.stance in BEARS_OUT} & known)
        statuses = {source_id: corpus.source(source_id).status for source_id in sources}
        withdrawn, corrected = (
            tuple(source_id for source_id in sources if statuses[source_id] == status)
            for status in ("withdrawn", "corrected")
        )
        if withdrawn or corrected:
            lost = len(withdrawn) == len(sources)
            wholly = len(withdrawn) + len(corrected) == len(sources)
            yield Shaken(path=path, withdrawn=withdrawn, corrected=corrected, lost=lost, wholly=wholly)


def lost_its_ground(evidence: tuple[Evidence, ...], corpus: Corpus) -> bool:
    """Whether everything that bore a statement out was withdrawn. Raises InputError."""
    cited = [corpus.passage(item.passage)[0] for item in evidence if item.stance in BEARS_OUT]
    return bool(cited) and all(source.status == "withdrawn" for source in cited)


def statements(held: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], tuple[Evidence, ...]]]:
    """Everything in a value under which evidence stands, with where it is, in the order of the file."""
    if is_value(held):
        parts = [(attribute.name, getattr(held, attribute.name)) for attribute in fields_of(type(held))]
        yield from ((path, part) for name, part in parts if name == "evidence" and part)
        parts = [(name, part) for name, part in parts if name != "evidence"]
    elif isinstance(held, Mapping):
        parts = [*held.items()]
    elif isinstance(held, tuple):
        parts = [(str(index), part) for index, part in enumerate(held)]
    else:
        return
    for name, part in parts:
        yield from statements(part, (*path, name))


def shaken_problems(corpus: Corpus) -> tuple[list[Problem], list[Problem]]:
    """Statements of a corpus that lost their ground, and those that lost a part of it or rest on a corrected source."""
    lost: list[Problem] = []
    weaker: list[Problem] = []
    shaken = {one for one in corpus.source_ids if corpus.source(one).status in ("withdrawn", "corrected")}
    if not shaken:
        return lost, weaker
    for file, held in statement_files(corpus):
        for one in shaken_statements(held, corpus):
            path = ".".join(one.path)
            if one.lost:
                found = ", ".join(one.withdrawn)
                lost.append(Problem(what="lost its ground: withdrawn since", file=file, path=path, found=found))
                continue
            for status, sources in (("withdrawn", one.withdrawn), ("corrected", one.corrected)):
                if sources:
                    part = "" if one.wholly and not (one.withdrawn and one.corrected) else " in part"
                    what = f"rests{part} on what was {status} since"
                    weaker.append(Problem(what=what, file=file, path=path, found=", ".join(sources)))
    return lost, weaker


def statement_files(corpus: Corpus) -> Iterator[tuple[str, Version | Positions]]:
    """Every version and every actor's positions, with the file it stands in. Raises InputError."""
    for plan_id in corpus.plan_ids:
        for version in corpus.versions(plan_id):
            yield corpus.files.shown(f"plans/{plan_id}/{version.version}.yaml"), version
    for positions in corpus.positions():
        yield corpus.files.shown(f"plans/positions/{positions.actor}.yaml"), positions
