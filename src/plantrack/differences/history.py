"""A plan through its versions: what each changed against the one it comes from."""

from plantrack.corpus import Corpus, Paper
from plantrack.corpus.shaken import Shaken
from plantrack.differences.lost_grounds import lost_statements
from plantrack.differences.papers import Compared, compare_papers
from plantrack.model import Descent, Plan, Version
from plantrack.model.dates import date_order
from plantrack.model.fields import Relation
from plantrack.progress import watched_steps
from plantrack.value import field, value


@value
class HistoryStep:
    """One version, against the one it comes from."""

    version: Version
    against: str | None = None
    """The version that it is held against; None where nothing is known to come before it."""
    relation: Relation | None = None
    """How it comes from that: revises, answers or continues; None where it merely follows by date, in one plan."""
    also_from: tuple[Descent, ...] = ()
    """What else it comes from."""
    compared: Compared | None = field(default=None, repr=False)
    """What changed, and what is not known; None for the first."""
    lost: tuple[Shaken, ...] = ()
    """What the version says and of which all sources were withdrawn."""


@value
class History:
    """The versions of a plan and those they come from in other plans."""

    plan: Plan
    steps: tuple[HistoryStep, ...]
    """The oldest first."""


def plan_history(plan_id: str, corpus: Corpus) -> History:
    """What each version of a plan changed, and each version of other plans that they come from.

    Each is held against its `predecessor`.

    Args:
        plan_id: The id of a plan.
        corpus: The corpus.

    Raises:
        PlantrackError: if there is no such plan, or a file cannot be read.
    """
    plan = corpus.plan(plan_id)
    versions = {version.ref: version for version in corpus.versions(plan_id)}
    waiting = list(versions.values())
    for version in waiting:
        for descent in version.derived_from:
            if descent.version not in versions:
                versions[descent.version] = corpus.version_of_ref(descent.version)
                waiting.append(versions[descent.version])
    ordered = sorted(versions.values(), key=lambda version: (date_order(version.date), version.ref))
    return History(plan=plan, steps=tuple(_step(version, corpus) for version in watched_steps(ordered, "comparing")))


def predecessor(version: Version, corpus: Corpus) -> str | None:
    """The version that one is held against: the first that it derives from, else the one of its plan before it."""
    if version.derived_from:
        return version.derived_from[0].version
    refs = [one.ref for one in corpus.versions(version.plan)]
    place = refs.index(version.ref)
    return refs[place - 1] if place else None


def _step(version: Version, corpus: Corpus) -> HistoryStep:
    against = predecessor(version, corpus)
    lost = lost_statements(version, corpus)
    if against is None:
        return HistoryStep(version=version, lost=lost)
    return HistoryStep(
        version=version,
        against=against,
        relation=version.derived_from[0].relation if version.derived_from else None,
        also_from=version.derived_from[1:],
        compared=compare_papers(_paper(corpus.version_of_ref(against), corpus), _paper(version, corpus)),
        lost=lost,
    )


def _paper(version: Version, corpus: Corpus) -> Paper:
    return Paper(asked=version.ref, ref=version.ref, version=version, corpus=corpus)
