"""Compare two versions: match their provisions, find what differs, say how sure that is."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext

from plantrack.corpus import Corpus
from plantrack.differences.bounds import count_bounds, points_of
from plantrack.differences.descent import composed_lineage, descent_of, relation_of
from plantrack.differences.evidence_counter import EvidenceCounter
from plantrack.differences.findings import Naming
from plantrack.differences.fingerprints import fingerprint
from plantrack.differences.gathering import VersionComparison
from plantrack.differences.lost_grounds import lost_sentences, lost_statements
from plantrack.differences.other_languages import (
    figures_outside,
    language_note,
    mode_of,
    paired_by_number,
    paired_by_place,
    unpaired_note,
    without_words,
)
from plantrack.differences.result import FIGURES, UNREAD, WORDS, Change, Diff, Point, Side
from plantrack.differences.status_in_text import with_status
from plantrack.differences.unkept import unkept_note, unkept_points
from plantrack.language.tokens import Token, tokens_of
from plantrack.matching import Match, match_provisions
from plantrack.model import Version
from plantrack.model.readings import OutsideLine, Reading
from plantrack.value import collector_paused, value


@value
class Overrides:
    """What the person who asks says of the matching, by id or number."""

    matched: tuple[tuple[str, str], ...] = ()
    unmatched: tuple[tuple[str, str], ...] = ()


def diff_versions(  # noqa: PLR0913 - whatever a caller may know of two papers
    old: Version,
    new: Version,
    *,
    old_ref: str | None = None,
    new_ref: str | None = None,
    corpus: Corpus | None = None,
    local: bool = False,
    relation: str | None = None,
    overrides: Overrides | None = None,
    outside: tuple[Sequence[OutsideLine], Sequence[OutsideLine]] = ((), ()),
    readings: tuple[Reading | None, Reading | None] = (None, None),
) -> Diff:
    """What changed in substance from one version to another, and what is not known.

    Args:
        old: The version to compare from.
        new: The version to compare to.
        old_ref: How OLD is called; `plan@version` if None.
        new_ref: How NEW is called.
        corpus: Where passages, actors and words are looked up; without one, no witnesses are counted.
        local: The ids of a side mean nothing outside it, as with texts read on the spot.
        relation: revision, reverse or comparison, where the caller knows; else by `derived_from`.
        overrides: Pairs that a person joins or keeps apart.
        outside: The lines of each paper outside its points.
        readings: How each text was read.

    Raises:
        UnknownNameError: if evidence names a passage that is not there.
    """
    asked = _Asked(
        old=with_status(old), new=with_status(new), refs=(old_ref or old.ref, new_ref or new.ref), corpus=corpus,
        local=local, relation=relation, overrides=overrides or Overrides(), outside=outside, readings=readings,
    )  # fmt: skip
    with collector_paused(), _words_of(asked):
        return _diff(asked)


@value
class _Asked:
    """Two papers, and what is known of them beforehand."""

    old: Version
    new: Version
    refs: tuple[str, str]
    corpus: Corpus | None
    local: bool
    relation: str | None
    overrides: Overrides
    outside: tuple[Sequence[OutsideLine], Sequence[OutsideLine]]
    readings: tuple[Reading | None, Reading | None]

    @property
    def knowledge(self) -> bool:
        """Whether both are one paper as it was known at two times."""
        return self.old.ref == self.new.ref and not self.local

    @property
    def worded(self) -> bool:
        """Whether either paper has a wording, so that words are compared."""
        return any(one.text or one.title for version in (self.old, self.new) for one in version.provisions.values())


def _words_of(asked: _Asked) -> AbstractContextManager[None]:
    """The time in which the words of the corpus count; papers without wordings need none, and load no lexicon."""
    if not asked.worded:
        return nullcontext()
    from plantrack.language.lexicon import of_corpus

    return of_corpus(asked.corpus.lexicon() if asked.corpus is not None else None)


def _diff(asked: _Asked) -> Diff:
    old, new, corpus = asked.old, asked.new, asked.corpus
    mode = mode_of(old, new, asked.readings)
    naming = naming_of(old, new, corpus) if asked.worded else Naming(actors=corpus.actors if corpus is not None else {})
    comparison = VersionComparison(old, new, EvidenceCounter(corpus), naming, mode=mode)
    matches = _matches(asked, mode)
    if asked.knowledge:
        comparison.compare_knowledge()
    else:
        comparison.compare(matches)
        comparison.compare_paper(asked.outside)
    if mode == FIGURES:
        kept = without_words(comparison.changes, whole_points=asked.local)
        comparison.changes = [*kept, *figures_outside(asked.outside)]
    changes = sorted(comparison.changes, key=comparison.order)
    placed = tuple(fingerprint(comparison.placed(change)) for change in changes)
    relation = asked.relation or relation_of(old, new, corpus)
    later, earlier = (old, new) if relation == "reverse" else (new, old)
    return Diff(
        old=_side(old, asked.refs[0]),
        new=_side(new, asked.refs[1]),
        clock="knowledge" if asked.knowledge else "document",
        relation=relation,
        descent=descent_of(later, earlier, corpus),
        matches=matches,
        changes=placed,
        unreported=tuple(sorted(comparison.unreported, key=comparison.place_of_gap)),
        kept=tuple(comparison.kept),
        bounds=None if asked.knowledge else count_bounds(old, new, changes, comparison.spoken_of_as_gone()),
        notes=tuple(_notes(asked, matches, placed, mode)),
        numbers={
            f"{side}:{provision.id}": provision.number
            for side, version in (("old", old), ("new", new))
            for provision in version.provisions.values()
        },
        silenced=tuple(
            comparison.placed_silence(one) for one in sorted(comparison.silenced, key=comparison.place_of_silence)
        ),
        points_old=_points(old),
        points_new=_points(new),
        outside_old=tuple(asked.outside[0]),
        outside_new=tuple(asked.outside[1]),
        reading_old=asked.readings[0],
        reading_new=asked.readings[1],
        mode=mode,
        unkept_old=unkept_points(old),
        unkept_new=unkept_points(new),
    )


def naming_of(old: Version, new: Version, corpus: Corpus | None) -> Naming:
    """Who and what the wordings of two papers may name, with what the corpus and they themselves say."""
    from plantrack.differences.views import names_of

    actors = corpus.actors if corpus is not None else {}
    things = corpus.lexicon().aliases if corpus is not None else {}
    names = names_of(tuple(actors.values())).calling(things).defining(_texts(old, new))
    return Naming(names=names, actors=actors)


def _matches(asked: _Asked, mode: str) -> tuple[Match, ...]:
    old, new = tuple(asked.old.provisions.values()), tuple(asked.new.provisions.values())
    found = match_provisions(
        old,
        new,
        local=asked.local,
        lineage=[] if asked.local else composed_lineage(asked.old, asked.new, asked.corpus),
        declared=asked.overrides.matched,
        forbidden=asked.overrides.unmatched,
    )
    pairing = {FIGURES: paired_by_place, WORDS: paired_by_number}.get(mode) if asked.local else None
    return pairing(old, new, found, asked.overrides.unmatched) if pairing is not None else found


def _notes(asked: _Asked, matches: Sequence[Match], changes: Iterable[Change], mode: str) -> Iterator[str]:
    """What a reader must be warned of."""
    old, new = asked.old, asked.new
    yield from _warnings(old, new)
    if asked.corpus is not None:
        yield from _lost_grounds(changes, old, new, asked.corpus)
    yield from _unread(changes)
    yield from language_note(old, new, asked.readings, asked.refs)
    if mode == FIGURES and asked.local:
        yield from unpaired_note(old, new, matches, asked.refs)
    elif asked.local:
        yield from _not_placed(old, new, matches)
    if not asked.knowledge:
        yield from unkept_note(((asked.refs[0], old), (asked.refs[1], new)))


def _unread(changes: Iterable[Change]) -> Iterator[str]:
    """The points over whose words a rule stumbled: nothing is known of them but their words."""
    for change in changes:
        if change.rule is not None and change.rule.startswith(UNREAD):
            numbers = " and ".join(dict.fromkeys(number or "without number" for number in (*change.old, *change.new)))
            where = f"point {numbers}" if numbers else change.place or "a line outside the points"
            yield f"the wording of {where} {change.rule}; this is a fault of plantrack: please send it in"


def _points(version: Version) -> tuple[Point, ...]:
    return tuple(
        Point(
            id=one.id, number=one.number, parent=one.parent, title=one.title, label=one.label, text=one.text,
            summary=one.summary,
        )
        for one in version.provisions.values()
    )  # fmt: skip


def _texts(*versions: Version) -> list[list[Token]]:
    """All wording of some versions, each once: names that one point defines hold in the others."""
    texts = (one.text for version in versions for one in version.provisions.values() if one.text)
    return [tokens_of(text) for text in dict.fromkeys(texts)]


def _side(version: Version, ref: str) -> Side:
    return Side(ref=ref, title=version.title, text_basis=version.text_basis, points=points_of(version))


def _lost_grounds(changes: Iterable[Change], old: Version, new: Version, corpus: Corpus) -> Iterator[str]:
    """What each side says of changed points and lost its ground, with the sources that were withdrawn."""
    changed = {provision_id for change in changes for provision_id in (*change.old_ids, *change.new_ids)}
    for side, version in (("OLD", old), ("NEW", new)):
        yield from lost_sentences(side, lost_statements(version, corpus, changed))


def _not_placed(old: Version, new: Version, matches: Iterable[Match]) -> Iterator[str]:
    """A note on what is known from reports only, where words alone match and were too few to find its point by."""
    found = list(matches)
    for version, other, taken in (
        (old, "NEW", {one for match in found for one in match.old_ids}),
        (new, "OLD", {one for match in found for one in match.new_ids}),
    ):
        alone = [point for point in version.provisions.values() if point.claims and point.id not in taken]
        if alone:
            named = ", ".join(point.label or point.title or point.id for point in alone)
            yield f"Reports of these were matched with no point of {other} by their words (--match can): {named}."


def _warnings(old: Version, new: Version) -> tuple[str, ...]:
    unseen = [companion.title for companion in new.companions if not companion.published]
    if old.text_basis == new.text_basis == "full_text" and unseen:
        listed = ", ".join(unseen)
        return (f"What NEW no longer says may stand in a companion paper that was not published: {listed}.",)
    return ()
