"""Compare two papers as somebody asked for them."""

from plantrack.corpus import Paper
from plantrack.differences.descent import relation_of
from plantrack.differences.result import Change, Diff
from plantrack.differences.status_in_text import with_status
from plantrack.differences.versions import Overrides, diff_versions
from plantrack.errors import UsageError
from plantrack.value import evolve, value


@value
class Compared:
    """A diff with the two papers it is of."""

    diff: Diff
    old: Paper
    new: Paper
    left_out: int = 0
    """How many changes a selection left out of the diff."""
    all_changes: tuple[Change, ...] = ()
    """Every change, whatever was selected: what is not known does not depend on what somebody wants to see."""


def compare_papers(
    old: Paper,
    new: Paper,
    *,
    matched: tuple[tuple[str, str], ...] = (),
    unmatched: tuple[tuple[str, str], ...] = (),
    relation: str | None = None,
) -> Compared:
    """What changed from one paper to another.

    A text read on the spot says nothing of its descent; that NEW derives from OLD is then taken from the question.

    Args:
        old: The paper to compare from.
        new: The paper to compare to.
        matched: Pairs of ids or numbers that are about the same matter, whatever the texts say.
        unmatched: Pairs that are not.
        relation: `revision` or `comparison`, where no file says how the papers hang together; a revision if None, of a
            text read on the spot.

    Raises:
        PlantrackError: if evidence names what is not there, or a file says another relation.
    """
    old, new = understood(old), understood(new)
    local = old.local or new.local
    if relation is not None and not local:
        _refuse_other_relation(relation, old, new)
    diff = diff_versions(
        old.version, new.version,
        old_ref=old.ref,
        new_ref=new.ref,
        corpus=old.corpus if new.local else new.corpus,
        local=local,
        relation=relation or ("revision" if local else None),
        overrides=Overrides(matched=matched, unmatched=unmatched),
        outside=(old.outside, new.outside),
        readings=(old.reading, new.reading),
    )  # fmt: skip
    return Compared(
        diff=evolve(diff, assumed=local or relation is not None), old=old, new=new, all_changes=diff.changes
    )


def _refuse_other_relation(relation: str, old: Paper, new: Paper) -> None:
    stated = relation_of(old.version, new.version, new.corpus)
    if stated not in (relation, "comparison"):
        what = "the files of these papers say how they hang together"
        raise UsageError(what, found=repr(relation), expected=stated)


def understood(paper: Paper) -> Paper:
    """The paper with the status that the words of its points state."""
    return evolve(paper, version=with_status(paper.version))
