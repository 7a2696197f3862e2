"""Two papers compared as a person asks: how they are read, what joins their points, what was decided before."""

from collections.abc import Iterable
from pathlib import Path

from plantrack.corpus import Corpus, Paper
from plantrack.corpus.papers import resolve_pair, resolve_tracked
from plantrack.differences.papers import Compared, compare_papers
from plantrack.documents.options import ReadOptions
from plantrack.errors import UsageError
from plantrack.model.decisions import BothRead, Decisions, HowRead
from plantrack.value import evolve, field, value

Pairs = tuple[tuple[str, str], ...]


@value
class Question:
    """What a person says beside the names of two papers."""

    matched: Pairs = ()
    """Pairs of ids or numbers that are about the same matter, whatever the texts say."""
    unmatched: Pairs = ()
    """Pairs that are not."""
    read_same: Pairs = ()
    """Pairs that were read and found the same."""
    relation: str | None = None
    """`revision` or `comparison`, where no file says how the papers hang together."""
    read: ReadOptions = field(factory=ReadOptions)
    """How documents are read."""
    partial: tuple[str, ...] = ()
    """Which papers are excerpts: `old`, `new`."""
    amends: str | None = None
    """The document that NEW says how to change."""
    tracked: str | None = None
    """A document that tracks changes, in place of two papers."""
    decisions: Path | None = None
    """A file of what was decided before; what is said now beats it."""


def compare_as_asked(
    old: str | None, new: str | None, corpus: Corpus, asked: Question, *, save: bool = False
) -> Compared:
    """What changed from one paper to another.

    Args:
        old: A reference; None where the two texts of one file are compared.
        new: Another.
        corpus: Where plans are looked for.
        asked: What a person says beside that.
        save: Whether what was said now is kept in the file of decisions.

    Raises:
        PlantrackError: with everything that is wrong with the input.
    """
    path = asked.decisions
    if save and path is None:
        raise UsageError("nowhere to keep what was decided", expected="--decisions FILE")
    if path is None and not asked.read_same:
        papers = _papers(old, new, corpus, asked, (asked.read, asked.read))
        return compare_papers(
            *papers, matched=asked.matched, unmatched=asked.unmatched, relation=asked.relation
        )  # fmt: skip
    from plantrack.differences import decisions as kept

    there = path is not None and (path.exists() or not save)
    known = kept.load_decisions(path) if there and path is not None else Decisions()
    known = evolve(
        known,
        reading=BothRead(old=_how(asked.read, known.reading.old), new=_how(asked.read, known.reading.new)),
        relation=asked.relation or known.relation,
    )
    papers = _papers(old, new, corpus, asked, (_options(known.reading.old), _options(known.reading.new)))
    refs = papers[0].ref, papers[1].ref
    if there and path is not None:
        kept.load_decisions(path, old=refs[0], new=refs[1])
    known = kept.with_pairs(known, match=asked.matched, no_match=asked.unmatched)
    compared, decided = kept.compare_as_decided(*papers, known, file=str(path or ""), read_same=asked.read_same)
    if save and path is not None:
        names = [kept.paper_name(ref) for ref in refs]
        kept.save_decisions(evolve(decided, old=names[0], new=names[1]), path)
    return compared


def _papers(
    old: str | None, new: str | None, corpus: Corpus, asked: Question, read: tuple[ReadOptions, ReadOptions]
) -> tuple[Paper, Paper]:
    if asked.tracked is not None:
        if old is not None:
            raise UsageError("--tracked compares the two texts of one file", found=repr(old), expected="no OLD and NEW")
        return resolve_tracked(asked.tracked, corpus, options=read)
    if old is None or new is None:
        raise UsageError("two papers are compared", found=repr(old) if old else "none", expected="OLD and NEW")
    return resolve_pair(old, new, corpus, partial=asked.partial, options=read, amends=asked.amends)


def _how(said: ReadOptions, known: HowRead | None) -> HowRead | None:
    """How a text is read: what is said now of its points beats what was decided of them; what is left out adds up."""
    before = known or HowRead()
    drop = _each_once((*before.drop, *said.drop))
    if said.form is None and said.points is None:
        how = evolve(before, drop=drop)
    else:
        how = HowRead(taken_as=said.form, points=said.points, drop=drop)
    return how if how != HowRead() else None


def _options(how: HowRead | None) -> ReadOptions:
    return ReadOptions() if how is None else ReadOptions(form=how.taken_as, points=how.points, drop=how.drop)


def _each_once(patterns: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(patterns))
