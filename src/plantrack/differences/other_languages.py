"""Two papers of which one is not in English, or both: how far their words are compared, and what is said of it."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from plantrack.differences.changes import KINDS
from plantrack.differences.result import FIGURES, FULL, WORDS, Change, Words, WordSpan
from plantrack.language.detection import is_unknown, language_name, told_by
from plantrack.matching import Match
from plantrack.model import Provision, Version
from plantrack.model.readings import OutsideLine, Reading
from plantrack.plain import one_line

_OF_WHOLE_POINTS = frozenset({"provision-removed", "provision-added", "provision-replaced"})

Readings = tuple[Reading | None, Reading | None]


def mode_of(old: Version, new: Version, readings: Readings = (None, None)) -> str:
    """How far the words of two papers are compared: one of `MODES`."""
    ours, theirs = _languages(old, new, readings)
    if ours == theirs:
        return FULL if ours in {"en", "und"} else WORDS
    return FULL if {ours, theirs} == {"en", "und"} else FIGURES


def language_note(old: Version, new: Version, readings: Readings, refs: tuple[str, str]) -> Iterator[str]:
    """What is said once of the papers, where not all of their words are compared."""
    mode = mode_of(old, new, readings)
    ours, theirs = map(language_name, _languages(old, new, readings))
    one, other = _short(refs)
    if mode == WORDS:
        yield (
            f"Both papers are in {ours}: words, figures, dates and names are compared, but no grammar is read, so that "
            "what a difference of words means is for you to read."
        )
    elif mode == FIGURES:
        yield f"{one} is in {ours}, {other} in {theirs}: words and names are not compared, only figures and dates."


def _languages(old: Version, new: Version, readings: Readings) -> tuple[str, str]:
    """The languages that the wordings are in; terms are in English, whatever the paper is in."""
    ours, theirs = (
        reading.language if reading is not None else version.language if _has_text(version) else "en"
        for version, reading in ((old, readings[0]), (new, readings[1]))
    )
    ours, theirs = told_by(ours, theirs), told_by(theirs, ours)
    return _plain(ours), _plain(theirs)


def _plain(language: str) -> str:
    """A language without its region; the script, where that is all that is known."""
    return language if is_unknown(language) else language.partition("-")[0]


def _has_text(version: Version) -> bool:
    return any(one.text for one in version.provisions.values())


def _short(refs: tuple[str, str]) -> tuple[str, str]:
    """Papers as sentences call them: files without their folders; OLD and NEW where that is one name."""
    one, other = (one_line(PurePath(ref).name or ref) for ref in refs)
    return ("OLD", "NEW") if one == other else (one, other)


def paired_by_place(
    old: Sequence[Provision], new: Sequence[Provision], matches: Iterable[Match], forbidden: Iterable[tuple[str, str]]
) -> tuple[Match, ...]:
    """The matches of two papers in two languages: what was told or is the same by id, then points by number or order.

    Points are paired by number where both papers have the same numbers, by order where neither has any and they are as
    many. Where it is neither, likeness by figures stands.
    """
    known = list(matches)
    numbers = [[one.number for one in side if one.number is not None] for side in (old, new)]
    same_numbers = sorted(set(numbers[0])) == sorted(set(numbers[1])) and all(len(set(n)) == len(n) for n in numbers)
    if not same_numbers or (not numbers[0] and len(old) != len(new)):
        return tuple(known)
    kept = [match for match in known if match.by != "likeness"]
    taken_old = {one for match in kept for one in match.old_ids}
    taken_new = {one for match in kept for one in match.new_ids}
    never = set(forbidden)
    found = [
        Match(old_ids=(one.id,), new_ids=(other.id,), by="place", score=1.0, why=("same place; in two languages",))
        for one, other in _same_places(old, new)
        if one.id not in taken_old and other.id not in taken_new and not _apart(one, other, never)
    ]
    order = {one.id: place for place, one in enumerate(old)}
    return tuple(sorted([*kept, *found], key=lambda match: order[match.old_ids[0]]))


def paired_by_number(
    old: Sequence[Provision], new: Sequence[Provision], matches: Iterable[Match], forbidden: Iterable[tuple[str, str]]
) -> tuple[Match, ...]:
    """The matches of two papers in one other language, and points of one number that nothing else was like.

    That one is another matter in the place of the other cannot be told without grammar; people read both.
    """
    known = list(matches)
    taken_old = {one for match in known for one in match.old_ids}
    taken_new = {one for match in known for one in match.new_ids}
    numbered = {one.number: one for one in new if one.number is not None and one.id not in taken_new}
    never = set(forbidden)
    found = []
    for one in old:
        number = one.number or ""
        other = numbered.get(number) if one.id not in taken_old else None
        if other is not None and not _apart(one, other, never):
            del numbered[number]
            found.append(Match(old_ids=(one.id,), new_ids=(other.id,), by="place", score=1.0, why=("same number",)))
    order = {one.id: place for place, one in enumerate(old)}
    return tuple(sorted([*known, *found], key=lambda match: order[match.old_ids[0]]))


def _same_places(old: Sequence[Provision], new: Sequence[Provision]) -> Iterator[tuple[Provision, Provision]]:
    numbered = {one.number: one for one in new if one.number is not None}
    yield from ((one, numbered[one.number]) for one in old if one.number in numbered)
    bare = [[one for one in side if one.number is None] for side in (old, new)]
    if len(bare[0]) == len(bare[1]):
        yield from zip(*bare, strict=True)


def _apart(one: Provision, other: Provision, never: set[tuple[str, str]]) -> bool:
    return any((ours, theirs) in never for ours in (one.id, one.number) for theirs in (other.id, other.number))


def without_words(changes: Iterable[Change], *, whole_points: bool) -> list[Change]:
    """The changes without those that rest on words: lines outside, and what no rule explains but figures.

    Args:
        changes: All changes of two papers.
        whole_points: Whether points that came or went rest on words, too, as they do where ids mean nothing.
    """
    return [
        change
        for change in changes
        if not (whole_points and change.kind in _OF_WHOLE_POINTS)
        and KINDS[change.kind].subject != "outside"
        and not (change.kind == "wording-unexplained" and not _has_figures(change))
    ]


def _has_figures(change: Change) -> bool:
    """Whether a difference lies in figures or dates alone, as those of two languages do."""
    words = change.words or Words()
    spans = (*words.old, *words.new)
    return bool(spans) and isinstance(change.before or change.after, str)


def unpaired_note(old: Version, new: Version, matches: Iterable[Match], refs: tuple[str, str]) -> Iterator[str]:
    """Which points stand alone: that they are gone or new is not known, for their words are not compared."""
    found = list(matches)
    told = []
    sides = (
        (old, {one for match in found for one in match.old_ids}),
        (new, {one for match in found for one in match.new_ids}),
    )
    for name, (version, taken) in zip(_short(refs), sides, strict=True):
        alone = [one.number or one.id for one in version.provisions.values() if one.id not in taken]
        if alone:
            told.append(f"{', '.join(map(one_line, alone))} of {name}")
    if told:
        yield f"Paired with no point of the other paper, and not compared: {'; '.join(told)}."


def figures_outside(outside: tuple[Sequence[OutsideLine], Sequence[OutsideLine]]) -> list[Change]:
    """The lines outside the points that hold a figure or date which the other paper has nowhere outside its points."""
    from plantrack.differences.plain_words import figures_that_differ

    olds, news = ([line for line in lines if line.place != "title"] for lines in outside)
    left, right = figures_that_differ([line.text for line in olds], [line.text for line in news])
    changes = [_line(line, left[place], ours=True) for place, line in enumerate(olds) if place in left]
    return [*changes, *(_line(line, right[place], ours=False) for place, line in enumerate(news) if place in right)]


def _line(line: OutsideLine, spans: Sequence[WordSpan], *, ours: bool) -> Change:
    return Change(
        kind="outside-changed", place=line.place, before=line.text if ours else None, after=None if ours else line.text,
        effect=None, words=Words(old=tuple(spans) if ours else (), new=() if ours else tuple(spans)),
    )  # fmt: skip
