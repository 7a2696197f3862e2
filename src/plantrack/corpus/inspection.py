"""Read every file of a corpus and gather everything that is wrong, and everything that rests on a passage."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from plantrack.corpus.corpus import Corpus
from plantrack.errors import PlantrackError, Problem
from plantrack.model import Evidence
from plantrack.value import evolve, fields_of, is_value

_HOME = re.compile("seeds|plans/[^/]+")
_ALONE = ("plans/actors.yaml", "plans/events.yaml", "plans/lexicon.yaml")
"""Files that stand in no folder of their own."""


def find_problems(corpus: Corpus) -> list[Problem]:
    """All problems of all files of a corpus, by file, line and column."""
    found = _misplaced(corpus)
    readers: list[Callable[[], object]] = [lambda: corpus.actors, corpus.lexicon]
    readers += [partial(corpus.source, source_id) for source_id in corpus.source_ids]
    readers += [partial(corpus.plan, plan_id) for plan_id in corpus.plan_ids]
    readers += [partial(corpus.versions, plan_id) for plan_id in corpus.plan_ids]
    readers += [corpus.positions, corpus.events]
    for read in readers:
        try:
            read()
        except PlantrackError as error:
            found += error.problems
    found += _cycles(corpus)
    unique = dict.fromkeys(found)
    return sorted(unique, key=lambda problem: (problem.file, problem.line or 0, problem.column or 0))


def _misplaced(corpus: Corpus) -> list[Problem]:
    """Files that nothing reads, and folders of plans that say nothing of their plan."""
    found = []
    for name in corpus.file_names:
        folder, _, base = name.rpartition("/")
        if name.startswith("seeds/texts/"):
            continue
        if not base.endswith(".yaml"):
            found.append(Problem(what="not read", file=corpus.files.shown(name), expected="a name that ends in .yaml"))
        elif name not in _ALONE and not _HOME.fullmatch(folder):
            expected = f"{', '.join(_ALONE)}, plans/PLAN/VERSION.yaml, plans/positions/ACTOR.yaml or seeds/SOURCE.yaml"
            found.append(Problem(what="not read in this place", file=corpus.files.shown(name), expected=expected))
        elif folder.startswith("plans/") and folder != "plans/positions" and folder[6:] not in corpus.plan_ids:
            shown = corpus.files.shown(f"{folder}/plan.yaml")
            found.append(Problem(what="a folder of versions without its plan", file=shown, expected="this file"))
    return found


def _cycles(corpus: Corpus) -> list[Problem]:
    """Versions that derive from themselves, each cycle once; versions that cannot be read derive from nothing."""
    versions = corpus.readable_versions()
    parents = {ref: [descent.version for descent in version.derived_from] for ref, version in versions.items()}
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
    what, found = "a cycle of descent", " from ".join(cycle)
    mention = corpus.mention_of(cycle[0], cycle[1])
    plan, _, slug = cycle[0].partition("@")
    return Problem(
        what=what, file=corpus.files.shown(f"plans/{plan}/{slug}.yaml"), line=mention.line, column=mention.column,
        path=mention.path, found=found, expected="a version that comes from earlier ones only",
    )  # fmt: skip


def cited_passages(corpus: Corpus) -> frozenset[str]:
    """Every passage that something in the corpus rests on, as `source#passage`."""
    for plan_id in corpus.plan_ids:
        corpus.versions(plan_id)
    corpus.positions()
    corpus.events()
    return frozenset(ref for names in corpus.mentioned.values() for ref in names.get("passage", ()))


def citing_places(corpus: Corpus, ref: str) -> list[str]:
    """Where something rests on a passage, once for each time: `plan@version: provision`, a position, an event."""
    found = []
    for version in (version for plan_id in corpus.plan_ids for version in corpus.versions(plan_id)):
        held: list[tuple[str, object]] = [(f": {one.id}", one) for one in version.provisions.values()]
        held.append(("", evolve(version, provisions={})))
        found += [(f"{version.plan}@{version.version}{name}", one) for name, one in held]
    found += [(f"a position of {one.actor}", one) for one in corpus.positions()]
    found += [(f"the event {one.id}", one) for one in corpus.events()]
    return [place for place, one in found for item in evidence_in(one) if item.passage == ref]


def evidence_in(value: Any) -> Iterator[Evidence]:
    """All evidence in a value of the model, in order."""
    if isinstance(value, Evidence):
        yield value
    elif is_value(value):
        for attribute in fields_of(type(value)):
            yield from evidence_in(getattr(value, attribute.name))
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from evidence_in(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from evidence_in(part)
