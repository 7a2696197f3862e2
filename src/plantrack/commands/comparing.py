"""Compare papers: what changed, side by side, over time, and against what actors want."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack.corpus import find_corpus, resolve
from plantrack.differences.papers import compare_papers
from plantrack.errors import UsageError
from plantrack.notebooks import shown

if TYPE_CHECKING:
    from plantrack.chronology import Chronology
    from plantrack.corpus import Paper
    from plantrack.differences.explanation import Explanation
    from plantrack.differences.history import History
    from plantrack.differences.matrix import Matrix
    from plantrack.differences.papers import Compared
    from plantrack.differences.result import Diff
    from plantrack.differences.tracing import Trace
    from plantrack.stances import ActorStances

Pairs = tuple[tuple[str, str], ...]


def diff(
    old: str,
    new: str,
    *,
    corpus: str | Path | None = None,
    match: Pairs = (),
    no_match: Pairs = (),
    decisions: str | Path | None = None,
    relation: str | None = None,
) -> "Diff":
    """What changed in substance from one version to another, and what is not known.

    Args:
        old: A reference: `28pt`, `28pt@2025-11-20`, a file; see docs/reference/references.md.
        new: Another.
        corpus: The folder of the corpus; found as the command finds it if None.
        match: Pairs of ids or numbers that are about the same matter, whatever the texts say.
        no_match: Pairs that are not.
        decisions: A file of what was decided of the two before.
        relation: `revision` or `comparison`, where no file says how the papers hang together; a revision if None, of
            texts read on the spot.

    Returns:
        The diff; in a notebook it shows itself as a report.

    Raises:
        PlantrackError: with everything that is wrong with the input.

    Example:
        >>> import plantrack
        >>> plantrack.diff("28pt", "19pt").relation
        'revision'
    """
    from plantrack.answers.diff import answer_diff

    compared = _compared(old, new, corpus, match, no_match, decisions, relation)
    return shown(compared.diff, lambda: answer_diff(compared))


def explain(
    old: str,
    new: str,
    point: str | None = None,
    *,
    corpus: str | Path | None = None,
    match: Pairs = (),
    no_match: Pairs = (),
    decisions: str | Path | None = None,
    relation: str | None = None,
) -> "Explanation":
    """Every difference between two papers, what became of it, and by which rule.

    Args:
        old: A reference.
        new: Another.
        point: A point by number or id, in either paper; `outside` for the lines outside the points; all if None.
        corpus: The folder of the corpus.
        match: Pairs of ids or numbers that are about the same matter, whatever the texts say.
        no_match: Pairs that are not.
        decisions: A file of what was decided of the two before.
        relation: `revision` or `comparison`, where no file says how the papers hang together; a revision if None, of
            texts read on the spot.

    Returns:
        The differences; in a notebook they show themselves.

    Raises:
        PlantrackError: with everything that is wrong with the input.
    """
    from plantrack.answers.explain import answer_explanation
    from plantrack.differences.explanation import explain_diff

    compared = _compared(old, new, corpus, match, no_match, decisions, relation)
    made = explain_diff(compared.diff, point)
    return shown(made, lambda: answer_explanation(made, compared.new.corpus.actors))


def _compared(
    old: str,
    new: str,
    corpus: str | Path | None,
    match: Pairs,
    no_match: Pairs,
    decisions: str | Path | None,
    relation: str | None,
) -> "Compared":
    """Two papers compared, as far as nobody decided it already."""
    if relation not in (None, "revision", "comparison"):
        raise UsageError("no such relation", found=repr(relation), expected="revision or comparison")
    from plantrack.differences.asked import Question, compare_as_asked

    path = None if decisions is None else Path(decisions)
    question = Question(matched=match, unmatched=no_match, decisions=path, relation=relation)
    return compare_as_asked(old, new, find_corpus(corpus), question)


def compare(
    *versions: str,
    baseline: str | None = None,
    only_changes: bool = False,
    topics: Sequence[str] = (),
    corpus: str | Path | None = None,
) -> "Matrix":
    """Provisions by versions: what each paper is known to say of each matter, and how it differs from a baseline.

    Args:
        versions: References to two versions or more; texts, too.
        baseline: A reference to the version that the others are held against; the first if None.
        only_changes: Only provisions that differ or may differ from it.
        topics: Only provisions on one of these topics.
        corpus: The folder of the corpus.

    Raises:
        PlantrackError: with everything that is wrong with the input.

    Example:
        >>> import plantrack
        >>> rows = {row.id: row.cells[1].presence for row in plantrack.compare("28pt", "19pt").rows}
        >>> rows["ua-armed-forces-cap"], rows["frozen-assets"], rows["ua-sovereignty"]
        ('at_odds', 'removed', 'not_reported')
    """
    from plantrack.answers.as_of import with_as_of
    from plantrack.answers.compare import answer_compare
    from plantrack.differences.matrix import asked_papers, compare_versions
    from plantrack.differences.selection import select_rows

    found = find_corpus(corpus)
    papers, base = asked_papers(versions, baseline, found)
    matrix = select_rows(compare_versions(papers, base), only_changes=only_changes, topics=topics)
    return shown(matrix, lambda: with_as_of(answer_compare(matrix), found))


def log(plan: str, *, corpus: str | Path | None = None) -> "History":
    """Each version of a plan against the one it comes from, in whatever plan that is, the oldest first.

    Raises PlantrackError.

    Example:
        >>> import plantrack
        >>> [(step.version.ref, step.against) for step in plantrack.log("19pt").steps]
        [('28pt@2025-11-20', None), ('19pt@2025-11-23', '28pt@2025-11-20')]
    """
    from plantrack.answers.as_of import with_as_of
    from plantrack.answers.log import answer_log
    from plantrack.differences.history import plan_history

    found = find_corpus(corpus)
    history = plan_history(found.plan_id(plan), found)
    return shown(history, lambda: with_as_of(answer_log(history), found))


def trace(provision: str, *, corpus: str | Path | None = None) -> "Trace":
    """One matter, by the id of a provision, through all papers by date. Raises PlantrackError."""
    from plantrack.answers.as_of import with_as_of
    from plantrack.answers.trace import answer_trace
    from plantrack.differences.tracing import trace_provision

    found = find_corpus(corpus)
    traced = trace_provision(provision, found)
    return shown(traced, lambda: with_as_of(answer_trace(traced, found.actors), found))


def timeline(
    since: str | None = None,
    until: str | None = None,
    *,
    actor: str | None = None,
    sources: bool = False,
    corpus: str | Path | None = None,
) -> "Chronology":
    """Events, papers and positions in order, as far as their dates are known; what has none stands last.

    Args:
        since: A date (EDTF): nothing that is surely over before it.
        until: A date (EDTF): nothing that surely comes after it.
        actor: The id, name or alias of an actor; only what it took part in, is party to, or says.
        sources: Whether the publications of sources stand there, too.
        corpus: The folder of the corpus.

    Raises:
        PlantrackError: with everything that is wrong with the input.

    Example:
        >>> import plantrack
        >>> [entry.id for entry in plantrack.timeline("2025-11-20", "2025-11-24").entries if entry.kind != "position"]
        ['28pt@2025-11-20', 'geneva-talks', '19pt@2025-11-23', '24pt@2025-11-23', 'e3@2025-11-23']
    """
    from plantrack.answers.positions_words import points_by_id
    from plantrack.answers.timeline import answer_timeline
    from plantrack.chronology import chronology_of
    from plantrack.stances import find_actor

    found = find_corpus(corpus)
    actor_id = find_actor(actor, found.actors).id if actor is not None else None
    made = chronology_of(found, since, until, actor=actor_id, sources=sources)
    return shown(made, lambda: answer_timeline(made, found, points_by_id(found, None)))


def positions(
    actor: str | None = None,
    *,
    on: str | None = None,
    change: tuple[str, str] | None = None,
    corpus: str | Path | None = None,
) -> "tuple[ActorStances, ...]":
    """What actors say they want, by the alphabet; against a version or a change, whether it gives that.

    Args:
        actor: The id, name or alias of an actor; None for all.
        on: A reference to the version that the positions are held against.
        change: References to two versions; each position then says which way the change moves.
        corpus: The folder of the corpus.

    Raises:
        PlantrackError: with everything that is wrong with the input.

    Example:
        >>> import plantrack
        >>> russia, = plantrack.positions("Russia", on="28pt")
        >>> {one.position.id: one.standing.verdict for one in russia.own if one.standing}["kursk-region"]
        'undecidable'
    """
    from plantrack.answers.positions import answer_positions
    from plantrack.stances import find_actor, positions_of, stances_on_change, stances_on_paper

    if on is not None and change is not None:
        raise UsageError("either against a version or against a change", found="both", expected="on or change")
    found = find_corpus(corpus)
    gathered = positions_of(found, find_actor(actor, found.actors) if actor is not None else None)
    asked: Paper | Compared | None = None
    if on is not None:
        asked = resolve(on, found)
        gathered = stances_on_paper(asked, gathered)
    elif change is not None:
        asked = compare_papers(*(resolve(ref, found) for ref in change))
        gathered = stances_on_change(asked, gathered)
    return shown(gathered, lambda: answer_positions(gathered, found, asked))
