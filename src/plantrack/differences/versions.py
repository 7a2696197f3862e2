"""Compare two versions: match their provisions, find what differs, say how sure that is."""

from collections.abc import Iterable, Iterator, Sequence

from plantrack.corpus import Corpus
from plantrack.differences.bounds import count_bounds, points_of
from plantrack.differences.descent import composed_lineage, relation_of
from plantrack.differences.evidence_counter import EvidenceCounter
from plantrack.differences.findings import Naming
from plantrack.differences.fingerprints import fingerprint
from plantrack.differences.gathering import VersionComparison
from plantrack.differences.lost_grounds import lost_sentences, lost_statements
from plantrack.differences.result import Change, Diff, Point, Side
from plantrack.differences.status_in_text import with_status
from plantrack.differences.views import names_of
from plantrack.language import lexicon
from plantrack.language.tokens import Token, tokens_of
from plantrack.matching import Match, match_provisions
from plantrack.model import Version
from plantrack.model.lexicon import Lexicon
from plantrack.model.readings import OutsideLine, Reading
from plantrack.value import value


@value
class Overrides:
    """What the person who asks says of the matching, by id or number."""

    matched: tuple[tuple[str, str], ...] = ()
    unmatched: tuple[tuple[str, str], ...] = ()


def diff_versions(
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
        corpus: Where passages and actors are looked up; without one, no witnesses are counted.
        local: The ids of a side mean nothing outside it, as with texts read on the spot.
        relation: revision, reverse or comparison, where the caller knows; else by `derived_from`.
        overrides: Pairs that a person joins or keeps apart.
        outside: The lines of each paper outside its points.
        readings: How each text was read.

    Raises:
        UnknownNameError: if evidence names a passage that is not there.
    """
    words = corpus.lexicon() if corpus is not None else Lexicon()
    with lexicon.of_corpus(words):
        return _diff(
            with_status(old), with_status(new), (old_ref or old.ref, new_ref or new.ref), corpus, words, local=local,
            relation=relation, overrides=overrides or Overrides(), outside=outside, readings=readings,
        )  # fmt: skip


def _diff(
    old: Version,
    new: Version,
    refs: tuple[str, str],
    corpus: Corpus | None,
    words: Lexicon,
    *,
    local: bool,
    relation: str | None,
    overrides: Overrides,
    outside: tuple[Sequence[OutsideLine], Sequence[OutsideLine]],
    readings: tuple[Reading | None, Reading | None],
) -> Diff:
    actors = corpus.actors if corpus is not None else {}
    names = names_of(tuple(actors.values())).calling(words.aliases).defining(_texts(old, new))
    comparison = VersionComparison(old, new, EvidenceCounter(corpus), Naming(names=names, actors=actors))
    knowledge = old.ref == new.ref and not local
    matches = match_provisions(
        tuple(comparison.old.provisions.values()),
        tuple(comparison.new.provisions.values()),
        local=local,
        lineage=[] if local else composed_lineage(old, new, corpus),
        declared=overrides.matched,
        forbidden=overrides.unmatched,
    )
    if knowledge:
        comparison.compare_knowledge()
    else:
        comparison.compare(matches)
        comparison.compare_paper(outside)
    changes = sorted(comparison.changes, key=comparison.order)
    return Diff(
        old=_side(old, refs[0]),
        new=_side(new, refs[1]),
        clock="knowledge" if knowledge else "document",
        relation=relation or relation_of(old, new, corpus),
        matches=tuple(matches),
        changes=tuple(fingerprint(comparison.placed(change)) for change in changes),
        unreported=tuple(sorted(comparison.unreported, key=comparison.place_of_gap)),
        bounds=None if knowledge else count_bounds(old, new, changes, comparison.spoken_of_as_gone()),
        notes=(
            *_warnings(old, new),
            *_lost_grounds(changes, old, new, corpus),
            *(_not_placed(old, new, matches) if local else ()),
        ),
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
        outside_old=tuple(outside[0]),
        outside_new=tuple(outside[1]),
        reading_old=readings[0],
        reading_new=readings[1],
    )


def _points(version: Version) -> tuple[Point, ...]:
    return tuple(
        Point(
            id=one.id, number=one.number, parent=one.parent, title=one.title, label=one.label, text=one.text,
            summary=one.summary,
        )
        for one in version.provisions.values()
    )  # fmt: skip


def _texts(*versions: Version) -> list[list[Token]]:
    """All wording of some versions: names that one point defines hold in the others."""
    return [tokens_of(one.text) for version in versions for one in version.provisions.values() if one.text]


def _side(version: Version, ref: str) -> Side:
    return Side(ref=ref, title=version.title, text_basis=version.text_basis, points=points_of(version))


def _lost_grounds(changes: Iterable[Change], old: Version, new: Version, corpus: Corpus | None) -> Iterator[str]:
    """What each side says of changed points and lost its ground, with the sources that were withdrawn."""
    if corpus is not None:
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
