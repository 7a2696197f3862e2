"""Read every file of a corpus and gather everything that is wrong, and everything that rests on a passage."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import attrs

from plantrack.corpus.corpus import Corpus
from plantrack.errors import PlantrackError, Problem
from plantrack.model import Evidence


def find_problems(corpus: Corpus) -> list[Problem]:
    """All problems of all files of a corpus, by file, line and column."""
    found: list[Problem] = []
    readers: list[Callable[[], object]] = [lambda: corpus.actors]
    readers += [partial(corpus.source, source_id) for source_id in corpus.source_ids]
    readers += [partial(corpus.plan, plan_id) for plan_id in corpus.plan_ids]
    readers += [partial(corpus.versions, plan_id) for plan_id in corpus.plan_ids]
    readers.append(corpus.positions)
    for read in readers:
        try:
            read()
        except PlantrackError as error:
            found += error.problems
    if not found:
        found += _cycles(corpus)
    unique = dict.fromkeys(found)
    return sorted(unique, key=lambda problem: (problem.file, problem.line or 0, problem.column or 0))


def _cycles(corpus: Corpus) -> list[Problem]:
    """Versions that derive from themselves, each cycle once."""
    parents = {
        version.ref: [descent.version for descent in version.derived_from]
        for plan_id in corpus.plan_ids
        for version in corpus.versions(plan_id)
    }
    found: list[Problem] = []
    done: set[str] = set()
    for start in parents:
        trail: list[str] = []
        waiting = [(start, False)]
        while waiting:
            ref, leaving = waiting.pop()
            if leaving:
                done.add(trail.pop())
            elif ref in trail:
                found.append(_cycle_problem(corpus, [*trail[trail.index(ref) :], ref]))
            elif ref not in done:
                trail.append(ref)
                waiting.append((ref, True))
                waiting += [(parent, False) for parent in parents.get(ref, ())]
    return found


def _cycle_problem(corpus: Corpus, cycle: list[str]) -> Problem:
    plan, _, slug = cycle[0].partition("@")
    file = corpus.files.shown(f"plans/{plan}/{slug}.yaml")
    return Problem(what="a cycle of descent", file=file, path="derived_from", found=" from ".join(cycle))


def cited_passages(corpus: Corpus) -> frozenset[str]:
    """Every passage that something in the corpus rests on, as `source#passage`."""
    held: list[object] = [version for plan_id in corpus.plan_ids for version in corpus.versions(plan_id)]
    held += corpus.positions()
    return frozenset(item.passage for one in held for item in _evidence_in(one))


def _evidence_in(value: Any) -> Iterator[Evidence]:
    if isinstance(value, Evidence):
        yield value
    elif attrs.has(type(value)):
        for attribute in attrs.fields(type(value)):
            yield from _evidence_in(getattr(value, attribute.name))
    elif isinstance(value, dict):
        for part in value.values():
            yield from _evidence_in(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _evidence_in(part)
